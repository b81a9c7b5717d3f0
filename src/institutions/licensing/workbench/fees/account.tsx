import { mixed } from '../../../../pictures/zh.tsx';
import { useBench } from '../../../../workbench/bench.tsx';
import { Exports } from '../../../../workbench/components/sheet-list.tsx';
import { sayDay } from '../say.tsx';
import { type FeesPage, money, useFeeWords } from './parts.tsx';

const yuan = (fen: number): string => (fen / 100).toFixed(2);

/** The day's money by charge: the bills against the records, the till, and fees against acts performed (S1-18). */
export function Account({ page }: { page: FeesPage }) {
  const { lang, session } = useBench();
  const say = useFeeWords();
  const { lines } = page;
  const wrong = lines.filter(({ difference }) => difference !== 0);
  const sum = (key: 'paidFen' | 'refundedFen' | 'netFen' | 'journalFen' | 'paid' | 'exempted') =>
    lines.reduce((all, line) => all + line[key], 0);
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
                  {(['organ', 'item', 'paid', 'exempted', 'refunded', 'net', 'journal', 'agrees'] as const).map((column, i) => (
                    <th key={column} scope="col" className={i > 1 && i < 7 ? 'n' : undefined}>
                      {say(`col-${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <tr key={`${line.organ} ${line.charge}`}>
                    <th scope="row">{mixed(line.organName[lang], lang)}</th>
                    <td>{mixed(line.chargeName[lang], lang)}</td>
                    <td className="n">
                      {yuan(line.paidFen)}
                      <small>{say('payments', { n: line.paid })}</small>
                    </td>
                    <td className="n">{say('payments', { n: line.exempted })}</td>
                    <td className="n">{yuan(line.refundedFen)}</td>
                    <td className="n">{yuan(line.netFen)}</td>
                    <td className="n">{yuan(line.journalFen)}</td>
                    <td className={line.difference === 0 ? 'ok-text' : 'late-text'}>
                      {line.difference === 0 ? say('agrees') : say('differs', { yuan: yuan(line.difference) })}
                    </td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row" colSpan={2}>
                    {say('total')}
                  </th>
                  <td className="n">
                    {yuan(sum('paidFen'))}
                    <small>{say('payments', { n: sum('paid') })}</small>
                  </td>
                  <td className="n">{say('payments', { n: sum('exempted') })}</td>
                  <td className="n">{yuan(sum('refundedFen'))}</td>
                  <td className="n">{yuan(sum('netFen'))}</td>
                  <td className="n">{yuan(sum('journalFen'))}</td>
                  <td />
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
