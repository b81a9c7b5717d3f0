import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { fill } from '../../../kernel/text.ts';
import { sayDate } from '../../../pictures/say.ts';
import { mixed } from '../../../pictures/zh.tsx';
import { attemptKey, Refused } from '../../../workbench/api.ts';
import { useBench } from '../../../workbench/bench.tsx';
import { useKeys } from '../../../workbench/components/keys.tsx';
import { Exports } from '../../../workbench/components/sheet-list.tsx';
import { QUEUES, REASONS, type Reason } from '../vocabulary.ts';
import { leftWords, panelWords, queueWords, reasonWords, statusWords } from '../words.ts';
import type { Today, VisitLine } from './answers.ts';
import { sayTime, useWords } from './say.tsx';
import type { About } from './use-about.tsx';

const SHOWN = 8;
interface Called {
  readonly label: string;
}

/** Today's queue: whom I serve, who waits, who sits where, and the day's numbers. */
export function Queue({ today, about }: { today: Today; about: About }) {
  const { api, lang, tell } = useBench();
  const say = useWords();
  const client = useQueryClient();
  const { visitor } = about;
  const act = useMutation({
    mutationFn: async ({ path, body = {} }: { path: string; body?: object; done?: (said: Called) => string }) =>
      api.post<Called>(`/window/${path}`, body, { 'idempotency-key': attemptKey() }),
    onSuccess: (said, { done }) => done && tell(done(said)),
    onError: (error) => tell(error instanceof Refused ? `${error.problem.title} ${error.problem.next}` : String(error), 'late'),
    onSettled: () => client.invalidateQueries({ queryKey: ['window'] }),
  });
  const called = ({ label }: Called) => say('called', { label, seat: today.mine.name });
  const next = () => !visitor && act.mutate({ path: 'call', done: called });
  useKeys({ n: next });
  useEffect(() => {
    // The button that was pressed is gone. While somebody is served the scanner must not press another: its Enter goes to its box.
    if (document.activeElement !== document.body) return;
    const to = visitor?.status === 'serving' ? '#scan' : '.queue [data-visit="attend"], .queue [data-call]';
    document.querySelector<HTMLElement>(to)?.focus({ preventScroll: true });
  }, [visitor?.status]);
  const waiting = today.visits.filter(({ status }) => status === 'waiting');
  const over = today.visits.filter(({ status }) => status === 'served' || status === 'left').reverse();
  const { numbers } = today;
  return (
    <aside className="queue card" aria-labelledby="queue-title">
      <h2 id="queue-title">{say('queue-title')}</h2>
      <p className="small">{say('queue-numbers', { taken: numbers.taken, waiting: numbers.waiting, served: numbers.served })}</p>
      <p className="small muted">
        {say('queue-times', { waited: sayTime(numbers.medianWaited, say), handled: sayTime(numbers.medianHandled, say) })}
        {numbers.matters > 0 && (
          <>
            <br />
            {say('queue-visits', { matters: numbers.matters, again: numbers.again })}
          </>
        )}
      </p>
      {visitor ? (
        <Visitor
          visitor={visitor}
          about={about}
          busy={act.isPending}
          act={(name) => act.mutate({ path: `tickets/${visitor.visit}/actions/${name}` })}
        />
      ) : (
        <p className="nobody">
          <span>{say('nobody-here')}</span>
          <Button type="primary" onClick={next} loading={act.isPending} data-call>
            {say('call-next')} <kbd>n</kbd>
          </Button>
        </p>
      )}
      <h3>{say('waiting')}</h3>
      {waiting.length === 0 ? (
        <p className="muted small">{say('nobody-waits')}</p>
      ) : (
        <ul className="tickets">
          {waiting.slice(0, SHOWN).map((one) => (
            <li key={one.visit}>
              <b>{one.label}</b> <span>{queueWords[one.queue][lang]}</span>
              <small>{say('waits-for', { time: sayTime(one.waited, say) })}</small>
              <Button size="small" type="link" onClick={() => act.mutate({ path: `tickets/${one.visit}/actions/leave` })}>
                {say('leave')}
                <span className="vh"> {one.label}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {waiting.length > SHOWN && <p className="muted small">{say('more-waiting', { n: waiting.length - SHOWN })}</p>}
      {today.opens && (
        <p className="notice">
          {fill(panelWords['closed-today'][lang], { ...today.hours, next: sayDate(today.opens, lang, 'date-full') })}
        </p>
      )}
      <div className="take">
        <span>{say('take-ticket')}</span>
        {QUEUES.map((queue) => (
          <Button
            key={queue}
            size="small"
            disabled={today.opens !== null}
            data-take={queue}
            aria-label={say('take-of', { queue: queueWords[queue] })}
            onClick={() =>
              act.mutate({
                path: 'tickets',
                body: { queue },
                done: ({ label }) => say('ticket-taken', { label, queue: queueWords[queue] }),
              })
            }
          >
            {queueWords[queue][lang]}
          </Button>
        ))}
      </div>
      <Windows today={today} />
      <Over visits={over} />
    </aside>
  );
}

interface VisitorProps {
  readonly visitor: VisitLine;
  readonly about: About;
  readonly busy: boolean;
  readonly act: (name: string) => void;
}

function Visitor({ visitor, about, busy, act }: VisitorProps) {
  const { lang } = useBench();
  const say = useWords();
  const [waited, handled] = [sayTime(visitor.waited, say), sayTime(visitor.handled, say)];
  const steps = visitor.status === 'called' ? (['attend', 'call-again', 'no-show'] as const) : (['finish'] as const);
  return (
    <div className="visitor">
      <p>
        <b>{say('my-visitor', { label: visitor.label, queue: queueWords[visitor.queue] })}</b>
        <br />
        <small>{visitor.status === 'called' ? say('visitor-called', { waited }) : say('visitor-serving', { handled, waited })}</small>
      </p>
      {visitor.about.length > 0 && (
        <p className="small">
          {say('visitor-about')}
          {visitor.about.map(({ matter, again }) => (
            <span key={matter}>
              <Link to={`/matters/${encodeURIComponent(matter)}`}>{matter}</Link> {again && <small>{reasonWords[again][lang]}</small>}{' '}
            </span>
          ))}
        </p>
      )}
      {about.asked && <Again about={about} matter={about.asked} />}
      <div className="buttons">
        {steps.map((name, i) => (
          <Button key={name} type={i === 0 ? 'primary' : 'default'} loading={busy} onClick={() => act(name)} data-visit={name}>
            {say(name)}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** Another visit about the same matter: why. Then the matter is opened. */
function Again({ about, matter }: { about: About; matter: string }) {
  const { lang } = useBench();
  const say = useWords();
  const navigate = useNavigate();
  const [why, setWhy] = useState<Reason>();
  return (
    <div className="notice again" role="alert">
      <b>{say('again-title')}</b>
      <p>{say('again-why', { matter })}</p>
      <Select
        autoFocus
        value={why}
        onChange={setWhy}
        aria-label={say('again-why', { matter })}
        options={REASONS.map((value) => ({ value, label: reasonWords[value][lang] }))}
      />
      <div className="buttons">
        <Button
          type="primary"
          disabled={!why}
          data-again
          onClick={async () => {
            if (await about.note(matter, why)) navigate(`/matters/${encodeURIComponent(matter)}`);
          }}
        >
          {say('again-note')}
        </Button>
        <Link to={`/matters/${encodeURIComponent(matter)}`}>{say('opened-matter', { number: matter })}</Link>
      </div>
    </div>
  );
}

function Windows({ today }: { today: Today }) {
  const { lang } = useBench();
  const say = useWords();
  if (today.windows.length === 0) return null;
  return (
    <details>
      <summary>{say('windows-title', { n: today.windows.length })}</summary>
      <ul className="windows">
        {today.windows.map(({ seat, name, staff, away, substitute }) => (
          <li key={seat}>
            <span>{mixed(name[lang], lang)}</span>
            <span className={away ? 'away' : undefined}>
              {mixed(away ? say(`away-${away}`, { who: substitute.staff ?? substitute.name }) : (staff?.[lang] ?? say('none')), lang)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Over({ visits }: { visits: readonly VisitLine[] }) {
  const { lang } = useBench();
  const say = useWords();
  if (visits.length === 0) return null;
  return (
    <details>
      <summary>{say('done-today', { n: visits.length })}</summary>
      <ul className="tickets">
        {visits.slice(0, 30).map((one) => (
          <li key={one.visit}>
            <b>{one.label}</b> <span>{(one.left ? leftWords[one.left] : statusWords[one.status])[lang]}</span>
            <small>
              {sayTime(one.waited, say)} / {sayTime(one.handled, say)}
            </small>
          </li>
        ))}
      </ul>
      <Exports path="/window/visits" />
    </details>
  );
}
