import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { Light } from '../../../pictures/light.tsx';
import { mixed } from '../../../pictures/zh.tsx';
import { useBench } from '../../../workbench/bench.tsx';
import { WhyDate } from '../../../workbench/components/why-date.tsx';
import { isOver, type Work } from './answers.ts';
import { DateOf } from './date-of.tsx';
import { Provisional, sayLeft, sayResumes, sayShort, saySince, useWords } from './say.tsx';

export const keyOf = (row: Work): string => `${row.matter} ${row.step}`;
export const pathOf = (row: Work): string => `/matters/${encodeURIComponent(row.matter)}?step=${encodeURIComponent(row.step)}`;

export interface DeskTableProps {
  readonly rows: readonly Work[];
  readonly active: number;
  readonly chosen: ReadonlySet<string>;
  readonly today: string;
  /** These are still the rows asked for before. */
  readonly busy: boolean;
  readonly toggle: (row: Work) => void;
  readonly toggleAll: () => void;
  readonly point: (index: number) => void;
}

/** A plain table: it reads well aloud, and two hundred rows cost nothing. */
export function DeskTable({ rows, active, chosen, today, busy, toggle, toggleAll, point }: DeskTableProps) {
  const say = useWords();
  return (
    <div className="table-wrap">
      <table className="list desk-list" aria-busy={busy}>
        <caption className="vh">{say('table')}</caption>
        <thead>
          <tr>
            <th scope="col" className="c-box">
              <input
                type="checkbox"
                aria-label={say('select-all')}
                checked={chosen.size > 0 && chosen.size === rows.length}
                onChange={toggleAll}
              />
            </th>
            {(['light', 'matter', 'applicant', 'step', 'came', 'due', 'waits'] as const).map((column) => (
              <th key={column} scope="col" className={`c-${column}`}>
                {say(`col-${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <Row
              key={keyOf(row)}
              row={row}
              today={today}
              active={i === active}
              chosen={chosen.has(keyOf(row))}
              toggle={() => toggle(row)}
              point={() => point(i)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly row: Work;
  readonly today: string;
  readonly active: boolean;
  readonly chosen: boolean;
  readonly toggle: () => void;
  readonly point: () => void;
}

function Row({ row, today, active, chosen, toggle, point }: RowProps) {
  const { lang, session } = useBench();
  const say = useWords();
  const line = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (active) line.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const here = session.seats.some((seat) => seat.organ === row.owner.holder);
  return (
    <tr ref={line} className={[active && 'active', chosen && 'chosen'].filter(Boolean).join(' ') || undefined} onClick={point}>
      <td className="c-box">
        <input type="checkbox" checked={chosen} onChange={toggle} aria-label={say('select-row', { matter: row.matter })} />
      </td>
      <td className="c-light">
        <Light state={row.light} lang={lang} />
      </td>
      <th scope="row" className="c-matter">
        <Link to={pathOf(row)}>{mixed(row.itemName[lang], lang)}</Link>
        <small>{row.matter}</small>
      </th>
      <td className="c-applicant">{mixed(row.applicant, lang)}</td>
      <td className="c-step">
        {mixed(row.stepName[lang], lang)}
        {row.step.startsWith('assist') && <small>{say('assist')}</small>}
      </td>
      <td className="c-came">{saySince(row.opened, today, say)}</td>
      <td className="c-due">
        {row.due ? (
          <>
            <WhyDate date={sayShort(row.due, lang, today)}>{() => <DateOf matter={row.matter} due={row.due!} step={row.step} />}</WhyDate>
            {row.provisional && <Provisional />}
            <small className={isOver(row.light) ? 'late-text' : undefined}>{sayLeft(row.due, today, say)}</small>
          </>
        ) : (
          <small>{row.resumes ? sayResumes(row.resumes, lang, today, say) : say('no-due')}</small>
        )}
      </td>
      <td className="c-waits">{here ? say('mine') : mixed(row.owner.name[lang], lang)}</td>
    </tr>
  );
}
