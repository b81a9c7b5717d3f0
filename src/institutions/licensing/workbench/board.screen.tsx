import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Light } from '../../../pictures/light.tsx';
import { mixed } from '../../../pictures/zh.tsx';
import { shellSay, useBench } from '../../../workbench/bench.tsx';
import { Empty, Failure, Loading } from '../../../workbench/components/states.tsx';
import { type Board, type OrganNumbers, ROW_LIGHTS } from './answers.ts';
import { sayDay, useWords } from './say.tsx';

const rowsAt = (organ: string | undefined, light?: string) =>
  `/board/rows?${new URLSearchParams({ ...(organ && { organ }), ...(light && { light }) })}`;

/** All organs and their lights; every number opens its rows. */
export default function BoardScreen() {
  const { api, lang } = useBench();
  const say = useWords();
  const asked = useQuery({ queryKey: ['board', lang], queryFn: () => api.get<Board>('/board') });
  if (asked.isPending) return <Loading say={shellSay(lang)} />;
  if (asked.isError) return <Failure error={asked.error} lang={lang} retry={() => void asked.refetch()} />;
  const { organs, totals, asOf } = asked.data;
  return (
    <>
      <div className="screen-head">
        <div>
          <h1>{say('board')}</h1>
          <p className="lead">
            {say('board-say', { asOf: sayDay(asOf.slice(0, 10), lang), open: totals.open, late: totals.late, soon: totals['due-soon'] })}
          </p>
        </div>
        <p className="exports">
          <a href={api.href('/board.csv')} download>
            {say('export-csv')}
          </a>
          <a href={api.href('/board.xlsx')} download>
            {say('export-xlsx')}
          </a>
        </p>
      </div>
      {organs.length === 0 ? (
        <Empty title={say('board-empty')} />
      ) : (
        <div className="table-wrap">
          <table className="list board-list">
            <caption className="vh">{say('board-table')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('col-organ')}</th>
                {ROW_LIGHTS.map((light) => (
                  <th key={light} scope="col" className="n">
                    <Light state={light} lang={lang} />
                  </th>
                ))}
                <th scope="col" className="n">
                  {say('col-open')}
                </th>
                <th scope="col" className="c-share">
                  <span className="vh">{say('col-light')}</span>
                </th>
                <th scope="col" className="n">
                  {say('col-median')}
                </th>
                <th scope="col" className="n">
                  {say('col-decided')}
                </th>
                <th scope="col" className="n">
                  {say('col-kept')}
                </th>
              </tr>
            </thead>
            <tbody>
              {worstFirst(organs).map((organ) => (
                <Line key={organ.organ} name={organ.name[lang]} organ={organ.organ} numbers={organ} />
              ))}
            </tbody>
            <tfoot>
              <Line name={say('total')} numbers={totals} />
            </tfoot>
          </table>
        </div>
      )}
      <p className="muted small note">{say('board-median-note')}</p>
    </>
  );
}

/** Where it burns stands first. */
const worstFirst = (organs: Board['organs']): Board['organs'] =>
  [...organs].sort((a, b) => b.late - a.late || b['due-soon'] - a['due-soon'] || b.open - a.open);

function Line({ name, organ, numbers }: { name: string; organ?: string; numbers: OrganNumbers }) {
  const { lang } = useBench();
  const say = useWords();
  const number = (n: number, light?: (typeof ROW_LIGHTS)[number]) =>
    n === 0 ? <span className="zero">0</span> : <Link to={rowsAt(organ, light)}>{n}</Link>;
  return (
    <tr>
      <th scope="row">{mixed(name, lang)}</th>
      {ROW_LIGHTS.map((light) => (
        <td key={light} className={numbers[light] > 0 ? `n ${light}` : 'n'}>
          {number(numbers[light], light)}
        </td>
      ))}
      <td className="n">
        <b>{number(numbers.open)}</b>
      </td>
      <td className="c-share">
        <Share numbers={numbers} />
      </td>
      <td className="n">{numbers.median === null ? say('none') : Math.round(numbers.median * 10) / 10}</td>
      <td className="n">{numbers.decided30}</td>
      <td className="n">{numbers.decided30 > 0 ? `${Math.floor((numbers.kept30 / numbers.decided30) * 100)}%` : say('none')}</td>
    </tr>
  );
}

const COLOURS = { late: '#a92b1b', 'due-soon': '#c98a1b', 'in-time': '#2c7a4b', paused: '#6a5b9a' } as const;

/** The lights of one organ as a strip; the numbers beside it say the same. */
function Share({ numbers }: { numbers: OrganNumbers }) {
  let at = 0;
  return (
    <svg className="share" width="100%" height="12" aria-hidden="true">
      {ROW_LIGHTS.map((light) => {
        const width = numbers.open > 0 ? (numbers[light] / numbers.open) * 100 : 0;
        const x = at;
        at += width;
        return <rect key={light} x={`${x.toFixed(2)}%`} width={`${width.toFixed(2)}%`} height="12" fill={COLOURS[light]} />;
      })}
    </svg>
  );
}
