import { mixed } from '../../../../pictures/zh.tsx';
import { useBench } from '../../../../workbench/bench.tsx';
import { Exports } from '../../../../workbench/components/sheet-list.tsx';
import type { DayLine } from '../../fees/view.ts';
import { sayDay } from '../say.tsx';
import { type FeesPage, money, useFeeWords } from './parts.tsx';

const yuan = (fen: number): string => (fen / 100).toFixed(2);

const COLUMNS = ['item', 'before', 'made', 'paid', 'reduced', 'exempted', 'open', 'refunded', 'net', 'agrees'] as const;
type Figure = { [K in keyof DayLine]: DayLine[K] extends number ? K : never }[keyof DayLine];

/** The figures of a line, or of all. */
function Sums({ of }: { of: (key: Figure) => number }) {
  const say = useFeeWords();
  return (
    <>
      <td className="n">{yuan(of('beforeFen'))}</td>
      <td className="n">
        {yuan(of('billedFen'))}
        {of('cancelledFen') > 0 && <small>{say('cancelled', { yuan: yuan(of('cancelledFen')) })}</small>}
      </td>
      <td className="n">
        {yuan(of('paidFen'))}
        <small>{say('payments', { n: of('paid') })}</small>
      </td>
      <td className="n">{yuan(of('reducedFen'))}</td>
      <td className="n">
        {yuan(of('exemptedFen'))}
        <small>{say('payments', { n: of('exempted') })}</small>
      </td>
      <td className="n">{yuan(of('openFen'))}</td>
      <td className="n">{yuan(of('refundedFen'))}</td>
      <td className="n">{yuan(of('netFen'))}</td>
    </>
  );
}

/** The day's money by charge: the bills against the records, the till, and fees against acts performed (S1-18). */
export function Account({ page }: { page: FeesPage }) {
  const { lang, session } = useBench();
  const say = useFeeWords();
  const { lines } = page;
  const wrong = lines.filter(({ difference }) => difference !== 0);
  const sum = (key: Figure): number => lines.reduce((all, line) => all + line[key], 0);
  const title = say('account', { day: sayDay(page.day, lang, session.today) });
  return (
    <section className="part account" aria-labelledby="account">
      <div className="part-head">
        <h2 id="account">{title}</h2>
        {lines.length > 0 && <Exports path="/fees/reconciliation" of={title} query={{ day: page.day }} />}
      </div>
      {lines.length === 0 ? (
        <p className="muted part-none">{say('account-none')}</p>
      ) : (
        <>
          <p className="muted small">{say('account-say')}</p>
          <p className={wrong.length > 0 ? 'wrong' : 'right'} role="status">
            <b>{wrong.length > 0 ? say('some-differ', { n: wrong.length }) : say('all-agree')}</b>
          </p>
          <div className="table-wrap">
            <table className="list day-lines">
              <thead>
                <tr>
                  {COLUMNS.map((column, i) => (
                    <th key={column} scope="col" className={i > 0 && i < COLUMNS.length - 1 ? 'n' : undefined}>
                      {say(`col-${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <tr key={`${line.organ} ${line.charge}`}>
                    <th scope="row">
                      {mixed(line.chargeName[lang], lang)}
                      <small>{mixed(line.organName[lang], lang)}</small>
                    </th>
                    <Sums of={(key) => line[key]} />
                    <td className={line.difference === 0 ? 'ok-text' : 'late-text'}>
                      {line.difference === 0 ? say('agrees') : say('differs', { yuan: yuan(line.difference) })}
                      <small>{say('by-records', { yuan: yuan(line.journalFen) })}</small>
                    </td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row">{say('total')}</th>
                  <Sums of={sum} />
                  <td>
                    <small>{say('by-records', { yuan: yuan(sum('journalFen')) })}</small>
                  </td>
                </tr>
              </tfoot>
            </table>
          </div>
        </>
      )}
      <div className="two even">
        <section className="card">
          <h3>{say('methods')}</h3>
          {page.methods.length === 0 && <p className="muted">{say('methods-none')}</p>}
          <dl className="pairs">
            {page.methods.map((one) => (
              <div key={one.method}>
                <dt>{one.name[lang]}</dt>
                <dd>
                  {money(one.fen)} <small className="muted">{say('payments', { n: one.count })}</small>
                </dd>
              </div>
            ))}
          </dl>
        </section>
        <section className="card">
          <h3>{say('acts')}</h3>
          <p className="muted small">{say('acts-say')}</p>
          {page.acts.length === 0 && <p className="muted">{say('acts-none')}</p>}
          <ul>
            {page.acts.map((one) => (
              <li key={one.organ}>{mixed(say('acts-line', { name: one.name, decided: one.decided, charged: one.charged }), lang)}</li>
            ))}
          </ul>
        </section>
      </div>
    </section>
  );
}
