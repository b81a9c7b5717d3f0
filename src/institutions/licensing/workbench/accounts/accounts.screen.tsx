import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { mixed } from '../../../../pictures/zh.tsx';
import { shellSay, useBench } from '../../../../workbench/bench.tsx';
import { Exports } from '../../../../workbench/components/sheet-list.tsx';
import { Empty, FailedScreen, Loading } from '../../../../workbench/components/states.tsx';
import { sayShort } from '../say.tsx';
import { Choices } from './choices.tsx';
import { type AccountsPage, at, chosenIn, colourOf, short, useAccountWords } from './parts.tsx';
import { Signs } from './signs.tsx';
import { AccountRow, SortHead } from './table.tsx';

/** In whose hands the time was: by organ, item, level or seat; every number opens its matters. */
export default function AccountsScreen() {
  const { api, lang, session } = useBench();
  const say = useAccountWords();
  const [params] = useSearchParams();
  const chosen = chosenIn(params);
  const query = { ...chosen, by: params.get('by') ?? undefined, sort: params.get('sort') ?? undefined };
  const asked = useInfiniteQuery({
    queryKey: ['accounts', lang, query],
    queryFn: ({ pageParam }) => api.get<AccountsPage>('/accounts', { ...query, after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  if (asked.isPending) return <Loading say={shellSay(lang)} />;
  if (asked.isError) return <FailedScreen error={asked.error} lang={lang} retry={() => void asked.refetch()} />;
  const page = asked.data.pages[0]!;
  const rows = asked.data.pages.flatMap((one) => one.rows);
  const { parts, total, of } = page;
  const told = {
    from: sayShort(page.from, lang, session.today),
    to: sayShort(page.to, lang, session.today),
    n: total.matters,
    time: short(total.seconds, say),
  };
  return (
    <>
      <div className="screen-head">
        <div>
          <h1>{say('accounts')}</h1>
          <p className="lead">
            {say(`lead-${of}`, told)} {say(`unit-${page.unit}`)}{' '}
            {page.scope &&
              mixed(say('scope-own', { organs: page.scope.map(({ name }) => name[lang]).join(lang === 'zh' ? '、' : ', ') }), lang)}
          </p>
        </div>
        <Exports path="/accounts" query={query} />
      </div>
      <Choices page={page} />
      <p className="small">
        <Link to={at('/accounts', { ...chosen, by: page.by, of: of === 'closed' ? 'open' : 'closed' })}>
          {of === 'closed' ? say('open-beside', { n: page.open }) : say('closed-beside')}
        </Link>
      </p>
      {rows.length === 0 ? (
        <Empty title={say(of === 'closed' ? 'empty' : 'empty-open')}>{of === 'closed' && <p>{say('empty-more')}</p>}</Empty>
      ) : (
        <>
          <Signs page={page} chosen={chosen} />
          <div className="table-wrap">
            <table className="list board-list account-list" aria-busy={asked.isPlaceholderData}>
              <caption className="vh">{say('table', { by: say(`by-${page.by}`) })}</caption>
              <thead>
                <tr>
                  <SortHead column="name">{say('col-name')}</SortHead>
                  <SortHead column="matters">{say('col-matters')}</SortHead>
                  <th scope="col" className="c-share">
                    {say('col-share')}
                  </th>
                  <SortHead column="median">{say('col-whole')}</SortHead>
                  <th scope="col" className="n">
                    {say('col-kept')}
                  </th>
                  <th scope="col" className="n">
                    {say('col-lawful')}
                  </th>
                  {parts.map(({ part, name }) => (
                    <th key={part} scope="col" className="n">
                      <svg className="swatch" width="10" height="10" aria-hidden="true">
                        <rect width="10" height="10" rx="2" fill={colourOf(part)} />
                      </svg>{' '}
                      {mixed(name[lang], lang)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <AccountRow key={row.key} row={row} page={page} chosen={chosen} />
                ))}
              </tbody>
              <tfoot>
                <AccountRow row={total} page={page} chosen={chosen} whole />
              </tfoot>
            </table>
          </div>
          {asked.hasNextPage && (
            <div className="table-foot">
              <Button size="small" loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
                {say('more', { n: Math.min(50, page.count - rows.length) })}
              </Button>
            </div>
          )}
          <p className="muted small note">{say('cell-note')}</p>
        </>
      )}
    </>
  );
}
