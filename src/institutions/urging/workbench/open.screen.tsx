import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { mixed } from '../../../pictures/zh.tsx';
import { shellSay, useBench } from '../../../workbench/bench.tsx';
import { Exports } from '../../../workbench/components/sheet-list.tsx';
import { Empty, FailedScreen, Loading } from '../../../workbench/components/states.tsx';
import type { Open } from './answers.ts';
import { useWords } from './say.tsx';

const rowsAt = (query: Readonly<Record<string, string>>) => `/supervision/rows?${new URLSearchParams(query)}`;

/** Open urgings by organ and rung, and which of them nobody has read; every number opens its rows. */
export default function OpenScreen() {
  const { api, lang } = useBench();
  const say = useWords();
  const asked = useQuery({ queryKey: ['urgings-open', lang], queryFn: () => api.get<Open>('/urgings/open') });
  if (asked.isPending) return <Loading say={shellSay(lang)} />;
  if (asked.isError) return <FailedScreen error={asked.error} lang={lang} retry={() => void asked.refetch()} />;
  const { organs, rungs } = asked.data;
  const sum = (of: (organ: Open['organs'][number]) => number) => organs.reduce((all, organ) => all + of(organ), 0);
  const number = (n: number, query: Readonly<Record<string, string>>) =>
    n === 0 ? <span className="zero">0</span> : <Link to={rowsAt(query)}>{n}</Link>;
  return (
    <>
      <div className="screen-head">
        <div>
          <h1>{say('open')}</h1>
          {organs.length > 0 && (
            <>
              <p className="lead">{say('open-say', { open: sum(({ open }) => open), unread: sum(({ unread }) => unread) })}</p>
              <p className="small muted">{say('open-note')}</p>
            </>
          )}
        </div>
        <Exports path="/urgings/open" />
      </div>
      <p>
        <Link to="/supervision/leaders">{say('to-leaders')}</Link>
      </p>
      {organs.length === 0 ? (
        <Empty title={say('open-none')} />
      ) : (
        <div className="table-wrap">
          <table className="list board-list">
            <caption className="vh">{say('open-table')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('col-organ')}</th>
                <th scope="col" className="n">
                  {say('unread')}
                </th>
                {rungs.map(({ rung, name }) => (
                  <th key={rung} scope="col" className="n">
                    {name[lang]}
                  </th>
                ))}
                <th scope="col" className="n">
                  {say('total')}
                </th>
              </tr>
            </thead>
            <tbody>
              {organs.map(({ organ, name, rungs: of, open, unread }) => (
                <tr key={organ}>
                  <th scope="row">{mixed(name[lang], lang)}</th>
                  <td className={unread > 0 ? 'n over-law' : 'n'}>{number(unread, { organ, state: 'unread' })}</td>
                  {rungs.map(({ rung }) => (
                    <td key={rung} className="n">
                      {number(of[rung] ?? 0, { organ, rung })}
                    </td>
                  ))}
                  <td className="n">
                    <b>{number(open, { organ })}</b>
                  </td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{say('county')}</th>
                <td className="n">
                  {number(
                    sum(({ unread }) => unread),
                    { state: 'unread' },
                  )}
                </td>
                {rungs.map(({ rung }) => (
                  <td key={rung} className="n">
                    {number(
                      sum(({ rungs: of }) => of[rung] ?? 0),
                      { rung },
                    )}
                  </td>
                ))}
                <td className="n">
                  <b>
                    {number(
                      sum(({ open }) => open),
                      {},
                    )}
                  </b>
                </td>
              </tr>
            </tfoot>
          </table>
        </div>
      )}
    </>
  );
}
