import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { sayWeekday } from '../../../pictures/say.ts';
import { mixed } from '../../../pictures/zh.tsx';
import { shellSay, useBench } from '../../../workbench/bench.tsx';
import { DayInput } from '../../../workbench/components/day-input.tsx';
import { Exports } from '../../../workbench/components/sheet-list.tsx';
import { Empty, FailedScreen, Loading } from '../../../workbench/components/states.tsx';
import { Table } from '../../../workbench/components/table.tsx';
import { leftWords, queueWords, reasonWords, statusWords } from '../words.ts';
import type { RegisterDay, VisitLine } from './answers.ts';
import { sayTime, useWords } from './say.tsx';
import './window.css';

const OUTCOMES = ['waiting', 'called', 'serving', 'served', 'left'] as const;

/** 窗口登记簿: everybody who came on a day, to which window, about what, how long it took and how it ended (P10). */
export default function RegisterScreen() {
  const { api, lang } = useBench();
  const say = useWords();
  const [params, setParams] = useSearchParams();
  const [find, setFind] = useState('');
  const [outcome, setOutcome] = useState<VisitLine['status']>();
  const day = params.get('day') ?? undefined;
  const asked = useQuery({ queryKey: ['register', lang, day], queryFn: () => api.get<RegisterDay>('/window/register', { day }) });
  if (asked.isPending) return <Loading say={shellSay(lang)} />;
  if (asked.isError) return <FailedScreen error={asked.error} lang={lang} retry={() => void asked.refetch()} />;
  const { numbers, visits, ...page } = asked.data;
  const choose = (to?: string) => setParams(to ? { day: to } : {});
  const here = OUTCOMES.filter((one) => visits.some(({ status }) => status === one));
  const words = find.trim().toUpperCase();
  const shown = visits.filter(
    (visit) =>
      (!outcome || visit.status === outcome) &&
      (words === '' ||
        [visit.label, visit.seatName?.[lang], ...visit.about.flatMap((one) => [one.matter, one.itemName?.[lang], one.applicant])].some(
          (text) => text?.toUpperCase().includes(words),
        )),
  );
  return (
    <article className="register">
      <p className="trail">
        <Link to="/window">← {say('to-window')}</Link>
      </p>
      <div className="screen-head">
        <div>
          <h1>{say('register')}</h1>
          <p className="lead">
            {say('reg-lead', {
              day: sayWeekday(page.day as never, lang, page.today as never),
              taken: numbers.taken,
              served: numbers.served,
              left: numbers.left,
              waited: sayTime(numbers.medianWaited, say),
              longest: sayTime(numbers.longestWaited, say),
              handled: sayTime(numbers.medianHandled, say),
            })}
          </p>
        </div>
        <p className="day-choice">
          <DayInput id="register-day" label={say('ho-day')} day={page.day} last={page.today} choose={choose} />{' '}
          {page.day !== page.today && (
            <button type="button" className="plain" onClick={() => choose()}>
              {say('reg-today')}
            </button>
          )}
        </p>
      </div>
      {visits.length === 0 ? (
        <Empty title={say('reg-none')}>
          <p>{say('reg-none-more')}</p>
        </Empty>
      ) : (
        <>
          <div className="filters">
            <fieldset className="tabs">
              <legend className="vh">{say('reg-outcome')}</legend>
              <button type="button" aria-pressed={!outcome} onClick={() => setOutcome(undefined)}>
                {say('reg-all')} <b>{visits.length}</b>
              </button>
              {here.map((one) => (
                <button key={one} type="button" aria-pressed={one === outcome} onClick={() => setOutcome(one)}>
                  {statusWords[one][lang]} <b>{visits.filter(({ status }) => status === one).length}</b>
                </button>
              ))}
            </fieldset>
            <Input
              className="words"
              allowClear
              value={find}
              maxLength={60}
              placeholder={say('reg-find')}
              aria-label={say('reg-find')}
              onChange={(event) => setFind(event.target.value)}
            />
            <Button onClick={() => window.print()}>{say('reg-print')}</Button>
            <Exports path="/window/visits" query={{ day: page.day }} />
          </div>
          {shown.length === 0 ? <p className="muted part-none">{say('reg-find-none')}</p> : <Rows visits={shown} />}
        </>
      )}
    </article>
  );
}

function Rows({ visits }: { visits: readonly VisitLine[] }) {
  const { lang } = useBench();
  const say = useWords();
  return (
    <Table
      className="register-list"
      caption={say('register')}
      columns={[
        {
          head: say('reg-ticket'),
          cell: (visit) => (
            <>
              <b>{visit.label}</b>
              <small>{queueWords[visit.queue][lang]}</small>
            </>
          ),
        },
        { head: say('reg-about'), className: 'r-about', cell: (visit) => <About visit={visit} /> },
        { head: say('reg-window'), cell: (visit) => (visit.seatName ? mixed(visit.seatName[lang], lang) : say('none')) },
        { head: say('reg-taken'), cell: (visit) => local(visit.taken) },
        { head: say('reg-waited'), cell: (visit) => sayTime(visit.waited, say) },
        { head: say('reg-handled'), cell: (visit) => sayTime(visit.handled, say) },
        { head: say('reg-outcome'), cell: (visit) => (visit.left ? leftWords[visit.left] : statusWords[visit.status])[lang] },
      ]}
      rows={visits}
      keyOf={({ visit }) => visit}
    />
  );
}

function About({ visit }: { visit: VisitLine }) {
  const { lang } = useBench();
  const say = useWords();
  if (visit.about.length === 0) return <span className="muted">{say('reg-no-matter')}</span>;
  return visit.about.map((one) => (
    <Link key={one.matter} to={`/matters/${encodeURIComponent(one.matter)}`}>
      {mixed(one.itemName?.[lang] ?? one.matter, lang)}{' '}
      <small>{mixed([one.matter, one.applicant, one.again && reasonWords[one.again][lang]].filter(Boolean).join(' · '), lang)}</small>
    </Link>
  ));
}

/** `09:41`, in the county. */
const local = (iso: string): string => new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(11, 16);
