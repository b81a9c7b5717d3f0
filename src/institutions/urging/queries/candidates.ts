import type { Pool } from 'pg';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import { HISTORY, type History } from '../../../kernel/matter/fold.ts';
import type { Rung } from '../vocabulary.ts';

/** A matter of which somebody may have to be told, or was: its history, and what stands open of it. */
export interface Candidate {
  readonly number: string;
  readonly kind: string;
  readonly history: History;
  /** Clock, due and rung of what was told and has not settled. */
  readonly told: readonly (readonly [clock: string, due: LocalDate, rung: Rung])[];
}

const PAGE = 500;
const TOLD = `coalesce((SELECT json_agg(DISTINCT ARRAY[e.clock, e.due::text, e.rung]) FROM urging.entry e WHERE e.matter = m.number
  AND e.settled IS NULL), '[]')`;
/** Near or past, by its light or by a step's own day; or told of, and perhaps settled since. */
const MORNING = `(m.closed IS NULL AND (m.light IN ('due-soon', 'step-overdue', 'over-promise', 'over-law')
    OR EXISTS (SELECT FROM matter.work_item w WHERE w.matter = m.number AND (w.due_soon <= $3 OR w.due <= $3)))
  OR EXISTS (SELECT FROM urging.entry e WHERE e.matter = m.number AND e.settled IS NULL))`;
/** A statutory limit broken of which no leader was told yet. */
const BROKEN = `(m.light = 'over-law' AND $3::date IS NOT NULL AND NOT EXISTS (
    SELECT FROM urging.entry e WHERE e.matter = m.number AND e.tier = 'law' AND e.rung = 'portfolio-leader'))`;

/** Of these kinds, by number, in pages. */
export async function* candidates(
  pool: Pool,
  ask: { readonly kinds: readonly string[]; readonly morning: boolean; readonly today: LocalDate },
): AsyncGenerator<Candidate> {
  for (let after = ''; ; ) {
    const { rows } = await pool.query<Candidate>(
      `SELECT m.number, m.kind, ${HISTORY} AS history, ${TOLD} AS told FROM matter.matter m
        WHERE m.kind = ANY($1) AND m.number > $2 AND ${ask.morning ? MORNING : BROKEN} ORDER BY m.number LIMIT ${PAGE}`,
      [ask.kinds, after, ask.today],
    );
    yield* rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.number;
  }
}
