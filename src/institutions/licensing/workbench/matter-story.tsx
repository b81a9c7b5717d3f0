import type { LocalDate } from '../../../kernel/clock/types.ts';
import { sayDate } from '../../../pictures/say.ts';
import { mixed } from '../../../pictures/zh.tsx';
import { localOf } from '../../../portal/format.ts';
import { useBench } from '../../../workbench/bench.tsx';
import { useWords } from './say.tsx';
import type { StoryEntry } from './story.ts';

/** What happened, newest first: a day is a heading, a record a line with who, from which seat, and when. A citizen is told no names. */
export function StoryLines({ entries, citizen = false }: { entries: readonly StoryEntry[]; citizen?: boolean }) {
  const { lang } = useBench();
  const say = useWords();
  return (
    <ol className="timeline">
      {byDay(entries).map(([date, told]) => (
        <li key={date}>
          <h3>
            <time dateTime={date}>{sayDate(date, lang, 'date-full')}</time>
          </h3>
          <ul>
            {told.map((entry) => (
              <li key={entry.seq} className={entry.tone}>
                <time>{localOf(entry.at).time}</time>
                <div>
                  <p>
                    <b>{mixed(entry.text[lang], lang)}</b> <small className="seq">{entry.seq}</small>
                  </p>
                  <small>
                    {mixed(
                      [entry.name ? entry.name[lang] : !citizen && say('by-law'), entry.seat?.[lang]].filter(Boolean).join(' · '),
                      lang,
                    )}
                  </small>
                  {entry.lines.map((line) => {
                    const text = typeof line.text === 'string' ? line.text : line.text[lang];
                    return (
                      <p key={`${line.label?.zh}${text}`} className="said">
                        {line.label && <span>{mixed(line.label[lang], lang)} </span>}
                        {mixed(text, lang)}
                      </p>
                    );
                  })}
                </div>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function byDay(entries: readonly StoryEntry[]): readonly (readonly [LocalDate, readonly StoryEntry[]])[] {
  const days = new Map<LocalDate, StoryEntry[]>();
  for (const entry of entries) {
    const { date } = localOf(entry.at);
    days.set(date, [...(days.get(date) ?? []), entry]);
  }
  return [...days];
}
