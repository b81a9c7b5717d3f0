import type { ReactNode } from 'react';
import type { LocalDate } from '../../kernel/clock/types.ts';
import type { Lang, Text } from '../../kernel/text.ts';
import { COUNTY_ZONE, formatFullDate, localOf } from '../format.ts';
import { say } from '../say.ts';
import { T } from './text.tsx';

export interface TimelineEntry {
  readonly key: string;
  /** Seconds since the epoch. */
  readonly at: number;
  /** What happened, as one would tell it. */
  readonly text: Text;
  /** Who did it; `law` where time alone acted is named by the caller. */
  readonly who?: Text;
  readonly detail?: ReactNode;
  readonly tone?: 'law' | 'late' | 'end';
}

export interface TimelineProps {
  readonly entries: readonly TimelineEntry[];
  readonly lang: Lang;
  readonly zoneMinutes?: number;
}

/** Facts as a story: a day is a heading, an instant a line. In the order given. */
export function Timeline({ entries, lang, zoneMinutes = COUNTY_ZONE }: TimelineProps) {
  return (
    <ol className="timeline" aria-label={say('timeline', lang)}>
      {byDay(entries, zoneMinutes).map(([date, told]) => (
        <li key={told[0]!.key}>
          <h3>
            <time dateTime={date}>{formatFullDate(date, lang)}</time>
          </h3>
          <ul>
            {told.map((entry) => (
              <li key={entry.key} className={entry.tone}>
                <time>{localOf(entry.at, zoneMinutes).time}</time>
                <div>
                  <p>
                    <T text={entry.text} lang={lang} />
                  </p>
                  {entry.who && (
                    <small>
                      <T text={entry.who} lang={lang} />
                    </small>
                  )}
                  {entry.detail}
                </div>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function byDay(entries: readonly TimelineEntry[], zoneMinutes: number): readonly (readonly [LocalDate, readonly TimelineEntry[]])[] {
  const days: [LocalDate, TimelineEntry[]][] = [];
  for (const entry of entries) {
    const { date } = localOf(entry.at, zoneMinutes);
    const last = days.at(-1);
    if (last && last[0] === date) last[1].push(entry);
    else days.push([date, [entry]]);
  }
  return days;
}
