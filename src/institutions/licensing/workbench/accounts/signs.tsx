import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { mixed } from '../../../../pictures/zh.tsx';
import { useBench } from '../../../../workbench/bench.tsx';
import { type AccountsPage, at, short, useAccountWords } from './parts.tsx';

/** Three things an inspector looks for, each a number that opens its rows, and what it does not prove. */
export function Signs({ page, chosen }: { page: AccountsPage; chosen: Readonly<Record<string, string>> }) {
  const { lang } = useBench();
  const say = useAccountWords();
  const { bounces, pauses, leaders } = page;
  return (
    <section aria-label={say('look')} className="signs">
      <Card title={say('bounces')} not={say('bounces-not')}>
        <Counted n={bounces.times} to={at('/accounts/signs', { ...chosen, kind: 'bounce' })}>
          {say('bounces-n', { n: bounces.times })}
        </Counted>
        <ul className="between">
          {bounces.between.slice(0, 3).map((one) => (
            <li key={`${one.organName.zh} ${one.say.zh}`}>
              {mixed(`${one.organName[lang]} ${one.say[lang]}`, lang)} <b>{one.times}</b>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={say('pauses')} not={say('pauses-not')}>
        <Counted n={pauses.times} to={at('/accounts/signs', { ...chosen, kind: 'pause' })}>
          {say('bounces-n', { n: pauses.times })}
        </Counted>
        <p className="muted small">{say('pauses-in', { days: pauses.days })}</p>
      </Card>
      <Card title={say('leaders')} not={say('leaders-not')}>
        <Counted n={leaders.matters} to={at('/accounts/rows', { ...chosen, level: 'leader', part: 'held' })}>
          {say('leaders-n', { n: leaders.matters, median: short(leaders.median, say) })}
        </Counted>
        {page.seats && leaders.matters > 0 && (
          <p className="small">
            <Link to={at('/accounts', { ...chosen, by: 'seat', level: 'leader' })}>{say('leaders-seats')}</Link>
          </p>
        )}
      </Card>
    </section>
  );
}

function Card({ title, not, children }: { title: string; not: string; children: ReactNode }) {
  return (
    <div className="card">
      <h2>{title}</h2>
      {children}
      <p className="muted small">{not}</p>
    </div>
  );
}

function Counted({ n, to, children }: { n: number; to: string; children: ReactNode }) {
  const say = useAccountWords();
  return <p className="sign-n">{n === 0 ? say('none') : <Link to={to}>{children}</Link>}</p>;
}
