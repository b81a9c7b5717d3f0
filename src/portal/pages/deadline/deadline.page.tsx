import type { ReactNode } from 'react';
import type { Asked, Calendar, DeadlineSheet, Lawbook, LocalDate } from '../../../kernel/clock/index.ts';
import type { Lang } from '../../../kernel/text.ts';
import { CalendarStrip } from '../../../pictures/calendar-strip.tsx';
import { stripOfSheet } from '../../../pictures/calendar-strip-days.ts';
import { Section } from '../../components/blocks.tsx';
import type { FieldError } from '../../components/form.tsx';
import { Stops } from '../../components/stops.tsx';
import { mixed, SourcedMark, T } from '../../components/text.tsx';
import { WhySaid } from '../../components/why-date.tsx';
import type { Chrome } from '../../door.ts';
import { formatFullDate, formatLimit, formatLongDate } from '../../format.ts';
import { Page } from '../../layout.tsx';
import { groundHref } from '../../links.ts';
import { speaker } from '../../speaker.ts';
import { type StoppedRun, stopsOf } from '../../stops.ts';
import { basisOf, oftenSaid, UNITS } from '../../why-back.ts';
import { clockOf, moment, whySheet } from '../../why-sheet.ts';
import { DeadlineForm } from './form.tsx';
import { words } from './words.ts';

const { say } = speaker(words);

export interface DeadlinePageProps {
  readonly asked: Asked;
  readonly sheet?: DeadlineSheet;
  readonly errors?: readonly FieldError[];
  readonly law: Lawbook;
  readonly calendar: Calendar;
  /** The answer alone, as it goes to the printer. */
  readonly paper?: boolean;
  /** The day on which it is worked out, and where: what a paper says of itself. */
  readonly today: LocalDate;
  readonly host: string;
  readonly chrome: Chrome;
}

/** The public calculator: one question, one date, and the reason for every day on the way. */
export function DeadlinePage({ asked, sheet, errors = [], law, calendar, paper, today, host, chrome }: DeadlinePageProps) {
  const { lang } = chrome;
  return (
    <Page {...chrome} title={words.title} current="law">
      {sheet && paper ? (
        <article className="paper">
          <h1>{say('paper-title', lang)}</h1>
          <p className="muted">
            {say('paper-from', lang, {
              county: chrome.countyName[lang],
              date: formatFullDate(today, lang),
              edition: sheet.calendar.edition,
            })}
          </p>
          <Answer sheet={sheet} law={law} calendar={calendar} lang={lang} paper={host} />
        </article>
      ) : (
        <>
          <h1>{say('title', lang)}</h1>
          {sheet ? <Answer sheet={sheet} law={law} calendar={calendar} lang={lang} /> : <p className="lead">{say('lead', lang)}</p>}
          <section className="screen-only">
            {sheet && (
              <h2>
                <T text={words.again} lang={lang} />
              </h2>
            )}
            <DeadlineForm asked={asked} law={law} errors={errors} lang={lang} />
          </section>
          <p className="small muted">
            {say('terms', lang)} {say('no-advice', lang)}
          </p>
        </>
      )}
    </Page>
  );
}

interface AnswerProps {
  readonly sheet: DeadlineSheet;
  readonly law: Lawbook;
  readonly calendar: Calendar;
  readonly lang: Lang;
  /** On paper: the host at which the same can be asked again. */
  readonly paper?: string;
}

function Answer({ sheet, law, calendar, lang, paper }: AnswerProps) {
  const hours = sheet.unit === 'h';
  const stops = stopsOfSheet(sheet, law, calendar);
  const sense = law.find(sheet.term?.id ?? '')?.sense;
  const said = (date: string) => (hours ? moment(date, lang) : formatFullDate(date as LocalDate, lang));
  return (
    <>
      <section className="answer" id="result">
        <p>
          <Asking sheet={sheet} lang={lang} />
        </p>
        <p className="due">
          <small>{say(sense === 'at-least' || sense === 'lasts' ? `result-${sense}` : 'result', lang)}</small>{' '}
          <time dateTime={sheet.due}>{mixed(said(sheet.due), lang)}</time> {sheet.provisional && <em>{say('provisional', lang)}</em>}
        </p>
        {sheet.reasons.map((reason) => (
          <p className="notice" key={reason.code}>
            <T text={reason} lang={lang} />
          </p>
        ))}
      </section>
      <Section title={words.why} lang={lang} id="why">
        <Why sheet={sheet} law={law} stops={stops} lang={lang}>
          {!paper && <a href={sheet.term ? `/law#${sheet.term.id}` : '/law'}>{say(sheet.term ? 'law-article' : 'law-all', lang)}</a>}
        </Why>
      </Section>
      {!hours && (
        <Section title={words.days} lang={lang} id="days">
          <CalendarStrip
            strip={stripOfSheet(sheet, { grounds: groundNames(law), ...(sheet.period && { zero: words.previous }) })}
            lang={lang}
          />
          <Stops runs={stops} lang={lang} />
        </Section>
      )}
      <p className="small muted">{mixed(say('check', lang), lang)}</p>
      {paper ? (
        <>
          <p className="small muted address">{`${paper}/deadline?${sheet.question}`}</p>
          <p className="screen-only">
            <a href={`/deadline?${sheet.question}`}>{say('screen', lang)}</a>
          </p>
        </>
      ) : (
        <p className="screen-only">
          <a className="apart" href={`/deadline?${sheet.question}&view=paper`}>
            {say('paper', lang)}
          </a>{' '}
          <a className="apart" href={`/api/v1/deadline?${sheet.question}`}>
            {say('machine', lang)}
          </a>
        </p>
      )}
    </>
  );
}

/** What was asked, in a line. */
function Asking({ sheet, lang }: { sheet: DeadlineSheet; lang: Lang }) {
  const { term, unit, amount } = sheet;
  const said = (n: number) => formatLimit(n, unit === 'h' ? 'hour' : UNITS[unit], lang);
  const extended = sheet.extensions.reduce((sum, one) => sum + one.amount, 0);
  const limit = extended > 0 ? say('extended', lang, { limit: said(amount), more: said(extended) }) : said(amount);
  const from = unit === 'h' ? moment(sheet.from, lang) : formatLongDate(sheet.from as LocalDate, lang);
  return (
    <>
      {term && (
        <>
          <b>
            <T text={term.name} lang={lang} />
          </b>
          <SourcedMark of={term} lang={lang} />
          {say('comma', lang)}
        </>
      )}
      {sheet.period && unit !== 'h'
        ? say('asked-round', lang, { often: oftenSaid(amount, UNITS[unit], lang), from })
        : say(sheet.counted ? 'asked-back' : 'asked', lang, { limit, from })}
    </>
  );
}

const groundNames = (law: Lawbook) => Object.fromEntries([...law.grounds.values()].map(({ id, name }) => [id, name]));

/** Of a limit that runs forward: what is counted back, or comes back, nothing stops. */
const stopsOfSheet = (sheet: DeadlineSheet, law: Lawbook, calendar: Calendar): readonly StoppedRun[] =>
  sheet.unit === 'h' || sheet.counted || sheet.period
    ? []
    : stopsOf(clockOf(sheet), { grounds: law.grounds, calendar, hrefOf: groundHref(law.find(sheet.term?.id ?? '')) });

function Why({ sheet, law, stops, lang, children }: Omit<AnswerProps, 'calendar'> & { stops: readonly StoppedRun[]; children: ReactNode }) {
  if (sheet.unit !== 'h')
    return (
      <WhySaid sentences={whySheet(sheet, law, lang, stops)} basis={basisOf(sheet)} lang={lang} edition={sheet.calendar.edition}>
        {children}
      </WhySaid>
    );
  return (
    <div className="why">
      <p>
        <T text={sheet.explanation} lang={lang} />
      </p>
      <p className="small muted">{children}</p>
    </div>
  );
}
