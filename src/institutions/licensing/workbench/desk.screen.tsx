import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useMemo, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { shellSay, useBench } from '../../../workbench/bench.tsx';
import { useKeys } from '../../../workbench/components/keys.tsx';
import { Exports } from '../../../workbench/components/sheet-list.tsx';
import { Empty, FailedScreen, Loading } from '../../../workbench/components/states.tsx';
import type { Desk, Work } from './answers.ts';
import { DeskFilters } from './desk-filters.tsx';
import { deskSaid } from './desk-said.ts';
import { DeskTable, keyOf, pathOf } from './desk-table.tsx';
import { useWords } from './say.tsx';
import { useSupervises } from './supervises.tsx';
import { UrgingStrip } from './urgings-line.tsx';
import { usePlace } from './use-place.tsx';

const Bulk = lazy(() => import('./bulk.tsx'));
const FILTERS = ['light', 'item', 'step', 'organ', 'q', 'sort'] as const;

/** My work, the most urgent first. What is chosen stands in the address; the whole of it is done by keys. */
export default function DeskScreen() {
  const { api, lang, session } = useBench();
  const say = useWords();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const asked = Object.fromEntries(FILTERS.flatMap((name) => (params.get(name) ? [[name, params.get(name)!]] : [])));
  const desk = useInfiniteQuery({
    queryKey: ['desk', lang, asked],
    queryFn: ({ pageParam }) => api.get<Desk>('/desk', { ...asked, after: pageParam, limit: 50 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  const pages = desk.data?.pages ?? [];
  const rows = useMemo(() => pages.flatMap((page) => page.work), [pages]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [acting, setActing] = useState<readonly Work[]>();
  const { at, point, move, top } = usePlace(rows);
  const overlooks = useSupervises();

  const toggle = (row: Work) =>
    setChosen((old) => {
      const next = new Set(old);
      if (!next.delete(keyOf(row))) next.add(keyOf(row));
      return next;
    });
  const selected = rows.filter((row) => chosen.has(keyOf(row)));
  /** Also what is not listed yet. */
  const selectWhole = async () => {
    let got = await desk.fetchNextPage();
    while (got.hasNextPage && !got.isError) got = await got.fetchNextPage();
    setChosen(new Set(got.data?.pages.flatMap((page) => page.work.map(keyOf))));
  };
  const bulk = () => {
    const taken = selected.length > 0 ? selected : rows.slice(at, at + 1);
    if (taken.length > 0) setActing(taken);
  };
  const open = (row: Work | undefined) => row && navigate(pathOf(row));
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    Enter: () => open(rows[at]),
    x: () => rows[at] && toggle(rows[at]),
    a: bulk,
  });
  const choose = (changes: Readonly<Record<string, string | undefined>>) => {
    setParams((old) => {
      for (const [name, value] of Object.entries(changes)) value ? old.set(name, value) : old.delete(name);
      return old;
    });
    top();
    setChosen(new Set());
  };

  if (desk.isPending) return <Loading say={shellSay(lang)} />;
  if (desk.isError) return <FailedScreen error={desk.error} lang={lang} retry={() => void desk.refetch()} />;
  const { counts, total } = pages[0]!;
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const { waiting, late, unarmed, paused } = deskSaid(counts, asked.light);
  const filtered = Object.keys(asked).some((name) => name !== 'sort');
  return (
    <>
      <div className="screen-head">
        <div>
          <h1>{say('desk')}</h1>
          {all > 0 && (
            <p className="lead">
              {asked.light === 'paused'
                ? say('desk-paused', { n: paused })
                : say(filtered ? 'desk-filtered' : waiting === 0 ? 'desk-none' : waiting === 1 ? 'desk-one' : 'desk-many', {
                    n: waiting,
                  })}{' '}
              {late > 0 && <b className="late-text">{say('desk-late', { n: late })}</b>}
              {unarmed > 0 && <b className="late-text"> {say('desk-unarmed', { n: unarmed })}</b>}
              {paused > 0 && asked.light !== 'paused' && ` ${say('desk-paused-too', { n: paused })}`}
            </p>
          )}
        </div>
        <Exports path="/desk" query={asked} />
      </div>
      <UrgingStrip />
      {(all > 0 || filtered) && <DeskFilters asked={asked} counts={counts} rows={rows} choose={choose} />}
      {rows.length === 0 ? (
        filtered ? (
          <Empty title={say('filter-empty')}>
            <p>{say('filter-empty-more')}</p>
            <Button onClick={() => setParams({})}>{say('see-all')}</Button>
          </Empty>
        ) : (
          <Empty title={say('desk-empty')}>
            <p>{say(overlooks ? 'desk-empty-county' : 'desk-empty-more')}</p>
            <p>
              <Link to="/board">{say('desk-empty-board')}</Link>
            </p>
          </Empty>
        )
      ) : (
        <>
          <DeskTable
            rows={rows}
            active={at}
            chosen={chosen}
            toggle={toggle}
            toggleAll={() => setChosen(selected.length === rows.length ? new Set() : new Set(rows.map(keyOf)))}
            point={point}
            today={session.today}
            busy={desk.isPlaceholderData}
          />
          <div className="table-foot">
            <span className="muted">{say('shown', { shown: rows.length, total })}</span>
            {desk.hasNextPage && (
              <Button size="small" loading={desk.isFetchingNextPage} onClick={() => void desk.fetchNextPage()}>
                {say('more', { n: Math.min(50, total - rows.length) })}
              </Button>
            )}
            <span className="muted hint-keys">{say('key-hint')}</span>
          </div>
        </>
      )}
      {selected.length > 0 && (
        <div className="bulk-bar">
          <b role="status">{say('selected', { n: selected.length, total })}</b>
          {selected.length === rows.length && desk.hasNextPage && (
            <Button loading={desk.isFetchingNextPage} onClick={() => void selectWhole()} data-whole>
              {say('select-whole', { total })}
            </Button>
          )}
          <Button type="primary" onClick={bulk}>
            {say('bulk-sign')} <kbd>a</kbd>
          </Button>
          <Button onClick={() => setChosen(new Set())}>{say('unselect')}</Button>
        </div>
      )}
      {acting && (
        <Suspense fallback={null}>
          <Bulk
            rows={acting}
            close={() => {
              setActing(undefined);
              setChosen(new Set());
            }}
          />
        </Suspense>
      )}
    </>
  );
}
