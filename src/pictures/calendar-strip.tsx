import type { LocalDate } from '../kernel/clock/types.ts';
import type { Lang } from '../kernel/text.ts';
import type { Strip, StripDay } from './calendar-strip-days.ts';
import { fold, runs, sayRun } from './calendar-strip-runs.ts';
import { parts, weekday } from './days.ts';
import { say, sayDate, sayRange, sayWeekday } from './say.ts';
import { months, type Word, weekdayHeads, words } from './words.ts';
import { mixed } from './zh.tsx';

export interface CalendarStripProps {
  readonly strip: Strip;
  readonly lang: Lang;
  /** Ringed, where it lies inside the strip. */
  readonly today?: LocalDate;
}

/** One square a day, weeks aligned, Monday first. Beside it, for those who listen, the same days as a short table of runs. */
export function CalendarStrip({ strip, lang, today }: CalendarStripProps) {
  const { days } = strip;
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  const title = say('strip-title', lang, { from: sayDate(first.date, lang, 'date-full'), to: sayDate(last.date, lang, 'date-full') });
  return (
    <figure className="calendar">
      <div className="vh">
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{say('strip-date', lang)}</th>
              <th scope="col">{say('strip-how', lang)}</th>
            </tr>
          </thead>
          <tbody>
            {runs(days).map((run) => (
              <tr key={run.from.date}>
                <th scope="row">
                  {run.from === run.to
                    ? sayWeekday(run.from.date, lang, first.date)
                    : sayRange(run.from.date, run.to.date, lang, first.date)}
                </th>
                <td>{mixed(sayRun(run, lang), lang)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="strip" aria-hidden="true">
        {[0, 1].map((half) =>
          weekdayHeads[lang].map((head) => (
            <span key={`${half}${head}`} className={half ? 'head wide' : 'head'}>
              {head}
            </span>
          )),
        )}
        {fold(days).map((part) =>
          'weeks' in part ? (
            <p key="fold" className="fold">
              {say('strip-fold', lang, { weeks: part.weeks, days: part.counted })}
            </p>
          ) : (
            part.days.map((day) => <Square key={day.date} day={day} lang={lang} first={day === first} today={day.date === today} />)
          ),
        )}
      </div>
      <Key days={days} lang={lang} today={today} />
    </figure>
  );
}

function Square({ day, lang, first, today }: { day: StripDay; lang: Lang; first: boolean; today: boolean }) {
  const classes = ['day', day.kind, first && `from-${weekday(day.date)}`, today && 'today'].filter(Boolean).join(' ');
  const tag = day.kind === 'due' ? 'cell-due' : day.makeup ? 'cell-makeup' : undefined;
  return (
    <div className={classes} title={today ? say('cell-today', lang) : day.note?.[lang]}>
      <CellDate date={day.date} lang={lang} first={first} />
      <Face day={day} lang={lang} />
      {tag && <i className={tag}>{say(tag, lang)}</i>}
    </div>
  );
}

/** On a phone an English square has room for the month only where it changes. */
function CellDate({ date, lang, first }: { date: LocalDate; lang: Lang; first: boolean }) {
  const { month, day } = parts(date);
  if (lang === 'zh') return <span>{`${month}/${day}`}</span>;
  return (
    <span>
      {day} <em className={first || day === 1 ? undefined : 'wide'}>{months[month - 1]![0]}</em>
    </span>
  );
}

/** The number, or why there is none: the note itself where it fits a square. */
function Face({ day: { kind, number, note }, lang }: { day: StripDay; lang: Lang }) {
  if (number !== undefined && kind !== 'rest') return <b>{number}</b>;
  if (kind === 'rest' && note && note.zh !== words.weekend.zh && note.zh !== words.rolled.zh)
    return <b data-short={say('cell-holiday-short', lang)}>{say('cell-holiday', lang)}</b>;
  if (kind !== 'rest' && note && lang === 'zh' && [...note.zh].length <= 3) return <b>{note.zh}</b>;
  const word = FACES[kind];
  return <b>{word && say(word, lang)}</b>;
}

const FACES: Readonly<Partial<Record<StripDay['kind'], Word>>> = {
  zero: 'cell-zero',
  rest: 'cell-rest',
  stop: 'cell-stop',
  pause: 'cell-pause',
};

/** Only what occurs is explained. */
function Key({ days, lang, today }: { days: readonly StripDay[]; lang: Lang; today?: LocalDate }) {
  const kinds = (['zero', 'counted', 'future', 'rest', 'stop', 'pause', 'due'] as const).filter((kind) =>
    days.some((day) => day.kind === kind),
  );
  return (
    <p className="key" aria-hidden="true">
      {kinds.map((kind) => (
        <span key={kind} className={kind}>
          {say(`key-${kind}`, lang)}
        </span>
      ))}
      {days.some((day) => day.makeup) && (
        <span className="makeup">
          <i className="cell-makeup">{say('cell-makeup', lang)}</i>
          {say('key-makeup', lang)}
        </span>
      )}
      {days.some((day) => day.date === today) && <span className="today">{say('key-today', lang)}</span>}
    </p>
  );
}
