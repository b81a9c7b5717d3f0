import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { LocalDate } from '../../kernel/clock/types.ts';
import type { Text } from '../../kernel/text.ts';
import { sayDate } from '../../pictures/say.ts';
import { mixed } from '../../pictures/zh.tsx';
import { useBench } from '../bench.tsx';
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
      {rows.length > 0 && <Rows rows={rows} />}
      {rows.length < all && <p className="muted small">{say('rows-cut', { n: rows.length })}</p>}
    </section>
  );
}

const turned = (turns: readonly string[], say: (word: Word) => string): string =>
  turns.map((turn) => say(`turn-${turn}` as Word)).join(' · ');

interface Row {
  readonly matter: string;
  readonly clock: string;
  readonly clockName: Text;
  readonly from: string;
  readonly to: string;
  readonly whose: string;
  readonly turns: string;
}

function Rows({ rows }: { rows: readonly Row[] }) {
  const { lang } = useBench();
  const say = useCalendarWords();
  return (
    <div className="table-wrap">
      <table className="list calendar-moves">
        <thead>
          <tr>
            {(['matter', 'clock', 'from', 'to', 'whose', 'turns'] as const).map((column) => (
              <th key={column} scope="col">
                {say(`col-${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.matter} ${row.clock}`}>
              <th scope="row">
                <Link to={`/matters/${encodeURIComponent(row.matter)}`}>{row.matter}</Link>
              </th>
              <td>{mixed(row.clockName[lang], lang)}</td>
              <td>{row.from}</td>
              <td>{row.to}</td>
              <td>{row.whose}</td>
              <td>{row.turns}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
