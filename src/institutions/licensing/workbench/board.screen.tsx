import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Light } from '../../../pictures/light.tsx';
import { mixed } from '../../../pictures/zh.tsx';
import { shellSay, useBench } from '../../../workbench/bench.tsx';
import { Exports } from '../../../workbench/components/sheet-list.tsx';
import { Empty, FailedScreen, Loading } from '../../../workbench/components/states.tsx';
import { useAccountWords } from './accounts/parts.tsx';
import { BOARD_SORTS, type Board, type BoardSort, type OrganNumbers, ROW_LIGHTS } from './answers.ts';
import { RefiledNumber } from './refiled.tsx';
import { ReviewLinks } from './review/links.tsx';
import { sayDay, useWords } from './say.tsx';

const rowsAt = (organ: string | undefined, light?: string) =>
  `/board/rows?${new URLSearchParams({ ...(organ && { organ }), ...(light && { light }) })}`;

const decidedAt = (organ: string | undefined, more: Readonly<Record<string, string>>) =>
  `/board/decisions?${new URLSearchParams({ ...(organ && { organ }), ...more })}`;

/** All organs and their lights; every number opens its rows. */
export default function BoardScreen() {
  const { api, lang, session } = useBench();
  const say = useWords();
  const sayAccounts = useAccountWords();
  const [params] = useSearchParams();
  const by = sortIn(params);
  const asked = useQuery({
    queryKey: ['board', lang, by],
    queryFn: () => api.get<Board>('/board', { sort: by }),
    placeholderData: keepPreviousData,
  });
  if (asked.isPending) return <Loading say={shellSay(lang)} />;
  if (asked.isError) return <FailedScreen error={asked.error} lang={lang} retry={() => void asked.refetch()} />;
  const { organs, totals, asOf } = asked.data;
  const lights = lightsShown(totals);
  return (
    <>
      <div className="screen-head">
        <div>
          <h1>{say('board')}</h1>
          <p className="lead">
            {say('board-say', {
              asOf: sayDay(asOf.slice(0, 10), lang, session.today),
              open: totals.open,
              law: totals['over-law'],
              promise: totals['over-promise'],
              step: totals['step-overdue'],
              soon: totals['due-soon'],
            })}
          </p>
        </div>
        <Exports path="/board" query={{ sort: by }} />
      </div>
      {organs.length === 0 ? (
        <Empty title={say('board-empty')} />
      ) : (
        <div className="table-wrap">
          <table className="list board-list" aria-busy={asked.isPlaceholderData}>
            <caption className="vh">{say('board-table')}</caption>
            <thead>
              <tr>
                <Head column="organ">{say('col-organ')}</Head>
                {lights.map((light) => (
                  <Head key={light} column={light}>
                    <Light state={light} lang={lang} />
                  </Head>
                ))}
                <Head column="open">{say('col-open')}</Head>
                <th scope="col" className="c-share">
                  <span className="vh">{say('col-light')}</span>
                </th>
                <Head column="median">{say('col-median')}</Head>
                <Head column="decided30">{say('col-decided')}</Head>
                <Head column="kept30">{say('col-kept')}</Head>
              </tr>
            </thead>
            <tbody>
              {organs.map((organ) => (
                <Line key={organ.organ} name={organ.name[lang]} organ={organ.organ} numbers={organ} lights={lights} />
              ))}
            </tbody>
            <tfoot>
              <Line name={say('total')} numbers={totals} lights={lights} />
            </tfoot>
          </table>
        </div>
      )}
      <RefiledNumber />
      <ReviewLinks />
      <p className="muted small note">
        {say('board-median-note')} <Link to="/accounts">{sayAccounts('from-board')}</Link>
      </p>
    </>
  );
}

/** A column's head sorts by it, what is worst first; the address keeps it, and the file has the same order. */
function Head({ column, children }: { column: BoardSort; children: ReactNode }) {
  const say = useWords();
  const [params, setParams] = useSearchParams();
  const sorted = sortIn(params) === column;
  return (
    <th
      scope="col"
      className={column === 'organ' ? undefined : 'n'}
      aria-sort={sorted ? (column === 'organ' ? 'ascending' : 'descending') : undefined}
    >
      <button type="button" data-sort={column} onClick={() => setParams({ sort: column })}>
        {children}
        {sorted && (
          <span className="sorted" aria-hidden="true">
            {column === 'organ' ? '▲' : '▼'}
          </span>
        )}
        <span className="vh"> {say('sort-by-this')}</span>
      </button>
    </th>
  );
}

const sortIn = (params: URLSearchParams): BoardSort => BOARD_SORTS.find((one) => one === params.get('sort')) ?? 'over-law';

/** A missing clock is a fault: where there is none it takes no column. */
const lightsShown = (totals: OrganNumbers) => ROW_LIGHTS.filter((light) => light !== 'unarmed' || totals.unarmed > 0);

interface LineProps {
  readonly name: string;
  readonly organ?: string;
  readonly numbers: OrganNumbers;
  readonly lights: typeof ROW_LIGHTS;
}

function Line({ name, organ, numbers, lights }: LineProps) {
  const { lang } = useBench();
  const say = useWords();
  const number = (n: number, light?: (typeof ROW_LIGHTS)[number]) =>
    n === 0 ? <span className="zero">0</span> : <Link to={rowsAt(organ, light)}>{n}</Link>;
  return (
    <tr>
      <th scope="row">{mixed(name, lang)}</th>
      {lights.map((light) => (
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
      <td className="n">
        {numbers.median === null ? say('none') : <Link to={decidedAt(organ, { days: '90' })}>{Math.round(numbers.median * 10) / 10}</Link>}
      </td>
      <td className="n">
        {numbers.decided30 > 0 ? <Link to={decidedAt(organ, {})}>{numbers.decided30}</Link> : <span className="zero">0</span>}
      </td>
      <td className="n">
        {numbers.decided30 > 0 ? (
          <>
            {numbers.kept30 > 0 ? <Link to={decidedAt(organ, { kept: 'yes' })}>{numbers.kept30}</Link> : <span className="zero">0</span>}{' '}
            <small>{Math.floor((numbers.kept30 / numbers.decided30) * 100)}%</small>
          </>
        ) : (
          say('none')
        )}
      </td>
    </tr>
  );
}

const COLOURS = {
  unarmed: '#3b3b3b',
  'over-law': '#8c1414',
  'over-promise': '#c4602c',
  'step-overdue': '#dd9a63',
  'due-soon': '#c98a1b',
  'in-time': '#2c7a4b',
  paused: '#6a5b9a',
} as const;

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
