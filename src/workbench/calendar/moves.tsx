import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { sayDate } from '../../pictures/say.ts';
import { mixed } from '../../pictures/zh.tsx';
import { useBench, useSay } from '../bench.tsx';
import { Failure } from '../components/states.tsx';
import { Table } from '../components/table.tsx';
import { foundSaid } from './found.ts';
import { type Asked, type Rehearsed, useCalendarWords, useHeads, type Word } from './parts.tsx';

interface MovesProps {
  readonly asked: Asked;
  /** The first page of what was found. */
  readonly found: Rehearsed;
  readonly children: ReactNode;
}

/** What would move: how many, which way, whose, what turns; each row opens its matter. Page by page, and as files. */
export function Moves({ asked, found, children }: MovesProps) {
  const { api, lang } = useBench();
  const say = useCalendarWords();
  const named = useHeads();
  const shell = useSay();
  const [pages, setPages] = useState([found]);
  const { edition, days, counts, total } = found;
  const next = pages.at(-1)!.next;
  const more = useMutation({
    mutationFn: () => api.post<Rehearsed>('/calendar/preview', asked, undefined, { after: next }),
    onSuccess: (page) => setPages([...pages, page]),
  });
  const file = useMutation({ mutationFn: (kind: 'csv' | 'xlsx') => api.take(`/calendar/preview.${kind}`, asked) });
  const failed = more.error ?? file.error;
  const day = (date: string) => sayDate(date as LocalDate, lang, 'date-full');
  const undo = edition.undoes !== undefined;
  const rest: readonly (readonly [Word, number])[] = [
    ['count-later', counts.later],
    ['count-earlier', counts.earlier],
    ['count-citizens', counts.citizens],
    ['count-late', counts.becomesLate],
    ['count-no-longer', counts.noLongerLate],
    ['count-capped', counts.capped],
    ['count-settled', counts.settled],
    ['count-kept', counts.kept],
  ];
  const rows = pages.flatMap((page) => [
    ...page.moves.map((m) => ({ ...m, to: day(m.to), from: day(m.from), whose: say(`whose-${m.whose}`), turns: turned(m.turns, say) })),
    ...page.kept.map((m) => ({
      ...m,
      from: day(m.due),
      to: say('kept-would', { would: day(m.would) }),
      whose: say('whose-citizen'),
      turns: '',
    })),
    ...page.settled.map((m) => ({
      ...m,
      from: day(m.due),
      to: say('stays'),
      whose: say(`whose-${m.whose}`),
      turns: turned(m.turns, say),
    })),
  ]);
  return (
    <section className="rehearsal cards" aria-label={say(undo ? 'rehearsal-undo' : 'rehearsal-apply', { name: edition.name })}>
      <h3>{say(undo ? 'rehearsal-undo' : 'rehearsal-apply', { name: edition.name })}</h3>
      <p className="muted">{mixed(say('rehearsal-days', { from: day(days.from), to: day(days.to), document: edition.document }), lang)}</p>
      {found.warnings.length > 0 && (
        <ul className="late-text">
          {found.warnings.map(({ text }) => (
            <li key={text.zh}>{mixed(text[lang], lang)}</li>
          ))}
        </ul>
      )}
      {total > 0 && (
        <>
          <p>
            <b>{say(...foundSaid(counts))}</b>
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
            { ...named('col-matter'), cell: (row) => <Link to={`/matters/${encodeURIComponent(row.matter)}`}>{row.matter}</Link> },
            { ...named('col-clock'), cell: (row) => mixed(row.clockName[lang], lang) },
            { ...named('col-from'), cell: (row) => row.from },
            { ...named('col-to'), cell: (row) => row.to },
            { ...named('col-whose'), cell: (row) => row.whose },
            { ...named('col-turns'), cell: (row) => row.turns },
          ]}
          rows={rows}
          keyOf={(row) => `${row.matter} ${row.clock}`}
        />
      )}
      {rows.length > 0 && (
        <div className="table-foot">
          <span className="muted">{shell('rows-shown', { shown: rows.length, total })}</span>
          {next !== undefined && (
            <Button size="small" loading={more.isPending} onClick={() => more.mutate()} data-do="more-moves">
              {shell('rows-more')}
            </Button>
          )}
          <span className="exports">
            {(['csv', 'xlsx'] as const).map((kind) => (
              <button
                key={kind}
                type="button"
                className="plain"
                disabled={file.isPending}
                onClick={() => file.mutate(kind)}
                data-take={kind}
              >
                {shell(`export-${kind}`)}
              </button>
            ))}
          </span>
        </div>
      )}
      {failed && <Failure error={failed} lang={lang} />}
    </section>
  );
}

const turned = (turns: readonly string[], say: (word: Word) => string): string =>
  turns.map((turn) => say(`turn-${turn}` as Word)).join(' · ');
