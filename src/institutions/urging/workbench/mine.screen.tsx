import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import { sayDate, sayNear } from '../../../pictures/say.ts';
import { mixed } from '../../../pictures/zh.tsx';
import { attemptKey, Refused } from '../../../workbench/api.ts';
import { shellSay, useBench } from '../../../workbench/bench.tsx';
import { Exports } from '../../../workbench/components/sheet-list.tsx';
import { Empty, FailedScreen, Loading } from '../../../workbench/components/states.tsx';
import { Table } from '../../../workbench/components/table.tsx';
import type { LineView, ListView, Mine } from './answers.ts';
import { byDay, tierBeside } from './answers.ts';
import { OVERSEE } from './oversee.ts';
import { type Say, useWords } from './say.tsx';

/** My morning list: what is urged of me, by rung, and one receipt for all of it (P19). */
export default function MineScreen() {
  const { api, lang, tell, session } = useBench();
  const say = useWords();
  const client = useQueryClient();
  const asked = useInfiniteQuery({
    queryKey: ['urgings', 'mine', lang],
    queryFn: ({ pageParam }) => api.get<Mine>('/urgings/mine', { after: pageParam || undefined }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const confirm = useMutation({
    mutationFn: () => api.post<{ read: number }>('/urgings/receipt', {}, { 'idempotency-key': attemptKey() }),
    onSuccess: ({ read }) => tell(say('confirmed', { n: read }), 'done'),
    onError: (error) => tell(error instanceof Refused ? `${error.problem.title} ${error.problem.next}` : String(error), 'late'),
    onSettled: () => client.invalidateQueries({ queryKey: ['urgings'] }),
  });
  if (asked.isPending) return <Loading say={shellSay(lang)} />;
  if (asked.isError) return <FailedScreen error={asked.error} lang={lang} retry={() => void asked.refetch()} />;
  const { waiting, unread } = asked.data.pages[0]!;
  const lists = asked.data.pages.flatMap((page) => page.lists);
  const { earlier } = asked.data.pages.at(-1)!;
  const overseer = session.seats.some(({ roles }) => roles.some((role) => OVERSEE.includes(role)));
  return (
    <>
      <div className="screen-head">
        <div>
          <h1>{say('mine')}</h1>
          {lists.length > 0 && (
            <p className="lead">{waiting.lists > 0 ? say('mine-lead', { lists: waiting.lists, n: waiting.entries }) : say('mine-read')}</p>
          )}
        </div>
        {lists.length > 0 && <Exports path="/urgings/mine" />}
        {waiting.lists > 0 && (
          <Button className="receipt" type="primary" size="large" loading={confirm.isPending} onClick={() => confirm.mutate()} data-receipt>
            ✓ {say('confirm')}
          </Button>
        )}
      </div>
      {overseer && (
        <p>
          <Link to="/supervision">{say('to-open')}</Link>
        </p>
      )}
      {unread.length > 0 && <Unread of={unread} say={say} />}
      {lists.length === 0 && (
        <Empty title={say('mine-none')}>
          <p>{say('mine-none-more')}</p>
        </Empty>
      )}
      {byDay(lists).map((list) => (
        <List key={list.id} list={list} say={say} />
      ))}
      {earlier > 0 && (
        <Button loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()} data-earlier>
          {say('earlier', { n: earlier })}
        </Button>
      )}
    </>
  );
}

const PAGE = 50;

/** Who below has lists that were not read in time, so many people at a time. */
function Unread({ of, say }: { of: Mine['unread']; say: Say }) {
  const { lang } = useBench();
  const [most, setMost] = useState(PAGE);
  const shown = of.slice(0, most);
  const day = (date: LocalDate) => sayDate(date, lang, 'date-full');
  return (
    <section className="card" aria-labelledby="others">
      <h2 id="others">{say('others-title', { n: of.reduce((sum, { lists }) => sum + lists, 0) })}</h2>
      <ul className="unread-lists">
        {shown.map(({ person, personName, lists, first, last }) => (
          <li key={person}>
            <Link to={`/supervision/rows?${new URLSearchParams({ state: 'unread', person })}`}>{mixed(personName[lang], lang)}</Link>{' '}
            <small>{lists === 1 ? day(last) : say('others-lists', { n: lists, from: day(first), to: day(last) })}</small>
          </li>
        ))}
      </ul>
      {of.length > PAGE && <Foot shown={shown.length} total={of.length} more={() => setMost(most + PAGE)} say={say} />}
    </section>
  );
}

function Foot({ shown, total, more, say }: { shown: number; total: number; more: () => void; say: Say }) {
  return (
    <div className="table-foot">
      <span className="muted">{say('shown', { shown, total })}</span>
      {shown < total && (
        <Button size="small" onClick={more}>
          {say('more', { n: Math.min(PAGE, total - shown) })}
        </Button>
      )}
    </div>
  );
}

/** What arrived on one day, so many lines at a time. */
function List({ list, say }: { list: ListView; say: Say }) {
  const { lang, session } = useBench();
  const today = session.today as LocalDate;
  const [most, setMost] = useState(PAGE);
  const shown = list.entries.slice(0, most);
  const rungs = [...new Map(shown.map((entry) => [entry.rungs.join(' '), entry.rungName])).entries()];
  return (
    <section className="card urging-list" aria-labelledby={list.id}>
      <h2 id={list.id}>
        {say('list-of', { kind: list.kindName, day: sayDate(list.day, lang, 'date-full') })}{' '}
        <small className={list.read ? 'muted' : 'late-text'}>
          {list.read ? say('read-at', { at: sayTime(list.read, lang, today) }) : say('not-read')}
        </small>
      </h2>
      {rungs.map(([rung, name]) => (
        <Table
          key={rung}
          className="urging-rows"
          caption={name[lang]}
          shown
          columns={[
            {
              head: say('col-matter'),
              cell: (entry) => (
                <>
                  <Link to={entry.page}>{mixed(entry.itemName[lang], lang)}</Link>
                  <small>{entry.matter}</small>
                </>
              ),
            },
            { head: say('col-organ'), cell: (entry) => mixed(entry.organName[lang], lang) },
            {
              head: say('col-clock'),
              cell: (entry) => (
                <>
                  {mixed(entry.clockName[lang], lang)}
                  {tierBeside(entry) && <small>{mixed(entry.tierName[lang], lang)}</small>}
                  {entry.note && <small>{mixed(entry.note[lang], lang)}</small>}
                </>
              ),
            },
            {
              head: say('col-due'),
              className: 'c-when',
              cell: (entry) => (
                <>
                  {sayNear(entry.due, lang, today)}
                  <small className={!entry.settled && entry.over > 0 ? 'late-text' : undefined}>{sayOver(entry, lang, say, today)}</small>
                </>
              ),
            },
          ]}
          rows={shown.filter((entry) => entry.rungs.join(' ') === rung)}
          keyOf={(entry) => `${entry.matter} ${entry.clock}`}
        />
      ))}
      {list.entries.length > PAGE && <Foot shown={shown.length} total={list.entries.length} more={() => setMost(most + PAGE)} say={say} />}
    </section>
  );
}

function sayOver({ settled, over }: LineView, lang: 'zh' | 'en', say: Say, today: LocalDate): string {
  if (settled) return say('settled', { day: sayNear(settled, lang, today) });
  if (over > 0) return say('over-days', { n: over });
  return over === 0 ? say('today') : say('left-days', { n: -over });
}

function sayTime(iso: string, lang: 'zh' | 'en', today: LocalDate): string {
  const local = new Date(Date.parse(iso) + 8 * 3_600_000).toISOString();
  return `${sayNear(local.slice(0, 10) as LocalDate, lang, today)} ${local.slice(11, 16)}`;
}
