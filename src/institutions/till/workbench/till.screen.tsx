import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { sayWeekday } from '../../../pictures/say.ts';
import { mixed } from '../../../pictures/zh.tsx';
import { shellSay, useBench } from '../../../workbench/bench.tsx';
import { DayInput } from '../../../workbench/components/day-input.tsx';
import { Exports } from '../../../workbench/components/sheet-list.tsx';
import { FailedScreen, Loading } from '../../../workbench/components/states.tsx';
import { Table } from '../../../workbench/components/table.tsx';
import type { TillDay } from './answers.ts';
import { Count } from './count.tsx';
import { local, sayDifference, useWords, yuan } from './say.tsx';
import './till.css';

/** The cashier's last act of the day: the money of the records by method, the cash as counted, the difference with its reason, two names. */
export default function TillScreen() {
  const { api, lang } = useBench();
  const say = useWords();
  const [params, setParams] = useSearchParams();
  const day = params.get('day') ?? undefined;
  const asked = useQuery({ queryKey: ['till', lang, day], queryFn: () => api.get<TillDay>('/till', { day }) });
  if (asked.isPending) return <Loading say={shellSay(lang)} />;
  if (asked.isError) return <FailedScreen error={asked.error} lang={lang} retry={() => void asked.refetch()} />;
  const page = asked.data;
  const choose = (to?: string) => setParams(to ? { day: to } : {});
  return (
    <article className="till">
      <p className="trail no-print">
        <Link to={`/fees?day=${page.day}`}>← {say('to-fees')}</Link>
      </p>
      <div className="screen-head">
        <div>
          <h1>{say('till')}</h1>
          <p className="lead">{say('lead', { day: sayWeekday(page.day as never, lang, page.today as never) })}</p>
        </div>
        <p className="day-choice no-print">
          <DayInput id="till-day" label={say('day')} day={page.day} last={page.today} choose={choose} />{' '}
          {page.day !== page.today && (
            <button type="button" className="plain" onClick={() => choose()}>
              {say('to-today')}
            </button>
          )}
          <Button onClick={() => window.print()}>{say('print')}</Button>
        </p>
      </div>
      <div className="two even">
        <Records page={page} />
        <Count key={`${page.day} ${page.count?.times ?? 0}`} page={page} />
      </div>
      <p className="signatures">
        <span>{say('sign-clerk')}</span>
        <span>{say('sign-reviewer')}</span>
        <span>{say('sign-on')}</span>
      </p>
      <Before page={page} />
    </article>
  );
}

/** X-count: what each method came to. */
function Records({ page: { day, methods } }: { page: TillDay }) {
  const { lang } = useBench();
  const say = useWords();
  const sum = (of: (line: TillDay['methods'][number]) => number) => methods.reduce((all, line) => all + of(line), 0);
  return (
    <section className="card" aria-labelledby="till-records">
      <h2 id="till-records">{say('records')}</h2>
      <table className="list">
        <thead>
          <tr>
            {(['method', 'payments', 'paid', 'returned', 'net'] as const).map((column) => (
              <th key={column} scope="col" className={column === 'method' ? undefined : 'n'}>
                {say(`col-${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {methods.map((line) => (
            <tr key={line.method}>
              <th scope="row">{line.name[lang]}</th>
              <td className="n">{line.payments}</td>
              <td className="n">{yuan(line.paid)}</td>
              <td className="n">{yuan(line.returned)}</td>
              <td className="n">{yuan(line.paid - line.returned)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say('total')}</th>
            <td className="n">{sum(({ payments }) => payments)}</td>
            <td className="n">{yuan(sum(({ paid }) => paid))}</td>
            <td className="n">{yuan(sum(({ returned }) => returned))}</td>
            <td className="n">{yuan(sum(({ paid, returned }) => paid - returned))}</td>
          </tr>
        </tfoot>
      </table>
      <p className="muted small">{say('records-say')}</p>
      <Exports path="/till/methods" query={{ day }} of={say('records')} />
    </section>
  );
}

function Before({ page }: { page: TillDay }) {
  const { lang } = useBench();
  const say = useWords();
  return (
    <section className="part no-print" aria-labelledby="till-before">
      <div className="part-head">
        <h2 id="till-before">{say('before')}</h2>
        {page.counts.length > 0 && <Exports path="/till/counts" query={{ day: page.day }} of={say('before')} />}
      </div>
      {page.counts.length === 0 ? (
        <p className="muted part-none">{say('before-none')}</p>
      ) : (
        <Table
          caption={say('before')}
          columns={[
            {
              head: say('col-day'),
              cell: (one) => <Link to={`/fees/till?day=${one.day}`}>{sayWeekday(one.day as never, lang, page.today as never)}</Link>,
            },
            { head: say('col-counted'), className: 'n', cell: (one) => yuan(one.counted) },
            { head: say('col-cash'), className: 'n', cell: (one) => yuan(one.float + one.cash) },
            {
              head: say('col-difference'),
              cell: (one) => (
                <>
                  <span className={one.difference === 0 ? 'ok-text' : 'late-text'}>{sayDifference(one.difference, say)}</span>
                  {one.reason && <small>{mixed(one.reason, lang)}</small>}
                </>
              ),
            },
            {
              head: say('col-who'),
              cell: (one) => (
                <>
                  {mixed(one.clerkName[lang], lang)}
                  <small>
                    {one.reviewerName && one.reviewed
                      ? mixed(say('by-reviewer', { name: one.reviewerName, time: local(one.reviewed) }), lang)
                      : say('not-reviewed')}
                  </small>
                </>
              ),
            },
          ]}
          rows={page.counts}
          keyOf={({ count }) => count}
        />
      )}
    </section>
  );
}
