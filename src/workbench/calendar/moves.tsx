import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { sayDate } from '../../pictures/say.ts';
import { mixed } from '../../pictures/zh.tsx';
import { useBench } from '../bench.tsx';
import { Table } from '../components/table.tsx';
import { type Rehearsed, useCalendarWords, type Word } from './parts.tsx';

/** What would move: how many, which way, whose, what turns; each row opens its matter. */
export function Moves({ found, children }: { found: Rehearsed; children: ReactNode }) {
  const { lang } = useBench();
  const say = useCalendarWords();
  const { edition, days, counts } = found;
  const day = (date: string) => sayDate(date as LocalDate, lang, 'date-full');
  const undo = edition.undoes !== undefined;
  const rest: readonly (readonly [Word, number])[] = [
    ['count-later', counts.later],
    ['count-earlier', counts.earlier],
    ['count-citizens', counts.citizens],
    ['count-late', counts.becomesLate],
    ['count-no-longer', counts.noLongerLate],
    ['count-past-law', counts.pastLaw],
    ['count-settled', counts.settled],
    ['count-kept', counts.kept],
  ];
  const rows = [
    ...found.moves.map((m) => ({ ...m, to: day(m.to), from: day(m.from), whose: say(`whose-${m.whose}`), turns: turned(m.turns, say) })),
    ...found.kept.map((m) => ({
      ...m,
      from: day(m.due),
      to: say('kept-would', { would: day(m.would) }),
      whose: say('whose-citizen'),
      turns: '',
    })),
    ...found.settled.map((m) => ({
      ...m,
      from: day(m.due),
      to: say('stays'),
      whose: say(`whose-${m.whose}`),
      turns: turned(m.turns, say),
    })),
  ];
  const all = counts.moves + counts.kept + counts.settled;
  return (
    <section className="rehearsal" aria-label={say(undo ? 'rehearsal-undo' : 'rehearsal-apply', { name: edition.name })}>
      <h3>{say(undo ? 'rehearsal-undo' : 'rehearsal-apply', { name: edition.name })}</h3>
      <p className="muted">{mixed(say('rehearsal-days', { from: day(days.from), to: day(days.to), document: edition.document }), lang)}</p>
      {found.warnings.length > 0 && (
        <ul className="late-text">
          {found.warnings.map(({ text }) => (
            <li key={text.zh}>{mixed(text[lang], lang)}</li>
          ))}
        </ul>
      )}
      {all === 0 ? (
        <p>{say('rehearsal-none')}</p>
      ) : (
        <>
          <p>
            <b>{say('count-moves', { n: counts.moves, matters: counts.matters })}</b>
          </p>
          <ul className="could">{rest.map(([word, n]) => n > 0 && <li key={word}>{say(word, { n })}</li>)}</ul>
        </>
      )}
      <div className="sure">{children}</div>
      {rows.length > 0 && (
        <Table
          className="calendar-moves"
          caption={say('moves')}
          columns={[
            { head: say('col-matter'), cell: (row) => <Link to={`/matters/${encodeURIComponent(row.matter)}`}>{row.matter}</Link> },
            { head: say('col-clock'), cell: (row) => mixed(row.clockName[lang], lang) },
            { head: say('col-from'), cell: (row) => row.from },
            { head: say('col-to'), cell: (row) => row.to },
            { head: say('col-whose'), cell: (row) => row.whose },
            { head: say('col-turns'), cell: (row) => row.turns },
          ]}
          rows={rows}
          keyOf={(row) => `${row.matter} ${row.clock}`}
        />
      )}
      {rows.length < all && <p className="muted small">{say('rows-cut', { n: rows.length })}</p>}
    </section>
  );
}

const turned = (turns: readonly string[], say: (word: Word) => string): string =>
  turns.map((turn) => say(`turn-${turn}` as Word)).join(' · ');
