import type { Pool } from 'pg';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import { HISTORY, type History } from '../../../kernel/matter/fold.ts';
import type { SignedKind } from '../head/rules.ts';
import type { DeskLight } from './desk.ts';

/** One record that stands in an organ's name. */
export interface SignedRecord {
  readonly matter: string;
  readonly seq: number;
  readonly kind: SignedKind;
  readonly at: number;
  readonly actor: string;
  readonly capacity: string;
  readonly step: string | null;
  readonly outcome: string | null;
  readonly opinion: string | null;
  readonly superior: boolean;
  readonly item: string;
  readonly organ: string;
  readonly history: History;
}

/** What was approved and decided that day in the name of these organs; an approval is of the organ from whose seat it was given. */
export async function signedOn(
  pool: Pool,
  ask: { readonly day: LocalDate; readonly organs: readonly string[]; readonly seats: readonly string[]; readonly person?: string },
): Promise<SignedRecord[]> {
  const { rows } = await pool.query<SignedRecord>(
    `SELECT f.matter, f.seq, f.kind, extract(epoch FROM f.at)::float8 AS at, f.actor, f.capacity, f.body::json ->> 'step' AS step,
            f.body::json ->> 'outcome' AS outcome, coalesce(f.body::json ->> 'opinion', CASE f.kind WHEN 'approved' THEN 'agree' END) AS opinion,
            coalesce((f.body::json ->> 'superior')::boolean, false) AS superior, m.subject AS item, m.organ, ${HISTORY} AS history
       FROM journal.fact f JOIN matter.matter m ON m.number = f.matter
      WHERE f.kind IN ('approved', 'decided', 'rejected', 'forwarded', 'extended', 'exempted', 'reduced', 'refund-ordered',
                       'refund-order-withdrawn', 'revoked')
        AND (f.at AT TIME ZONE 'Asia/Shanghai')::date = $1::date
        AND m.kind = 'licensing' AND CASE WHEN f.kind = 'approved' THEN f.capacity = ANY($2) ELSE m.organ = ANY($3) END
        AND ($4::text IS NULL OR f.actor = $4)
      ORDER BY f.at DESC, f.matter, f.seq DESC LIMIT 2000`,
    [ask.day, ask.seats, ask.organs, ask.person ?? null],
  );
  return rows;
}

/** Work of an organ, or on a matter it leads. */
export interface OrganWork {
  readonly matter: string;
  readonly step: string;
  readonly organ: string;
  readonly lead: string;
  readonly roles: readonly string[];
  readonly due: LocalDate | null;
  readonly stopped: boolean;
  readonly item: string;
  readonly light: DeskLight;
  readonly opened: number;
  /** Only where its day lies in a year without an official notice. */
  readonly history: History | null;
}

/** The most urgent first. What a lawful pause has stopped presses nobody before its told end is past, which is then its day. */
export async function organWork(
  pool: Pool,
  ask: { readonly organs: readonly string[]; readonly today: LocalDate; readonly soonBy: LocalDate; readonly official: readonly number[] },
): Promise<OrganWork[]> {
  const { rows } = await pool.query<OrganWork>(
    `WITH work AS (
       SELECT w.matter, w.step, w.organ, w.roles, w.due, w.due_soon, w.stopped, w.opened FROM matter.work_item w WHERE w.organ = ANY($1)
       UNION
       SELECT w.matter, w.step, w.organ, w.roles, w.due, w.due_soon, w.stopped, w.opened
         FROM matter.matter m JOIN matter.work_item w ON w.matter = m.number WHERE m.organ = ANY($1) AND m.closed IS NULL
     )
     SELECT w.matter, w.step, w.organ, m.organ AS lead, string_to_array(w.roles, ' ') AS roles, w.due::text AS due, m.subject AS item,
            extract(epoch FROM w.opened)::float8 AS opened,
            w.stopped, CASE WHEN extract(year FROM w.due)::int <> ALL($4::int[]) OR m.light = 'over-law' THEN ${HISTORY} END AS history,
            CASE WHEN w.stopped THEN CASE WHEN m.light = 'over-promise' THEN m.light WHEN w.due < $2::date THEN 'step-overdue' ELSE 'paused' END
                 WHEN m.light = 'unarmed' THEN 'unarmed'
                 WHEN w.due < $2::date THEN CASE WHEN m.light = 'over-law' THEN 'over-law'
                      WHEN (w.step = 'lead' OR w.step LIKE 'assist:%') AND m.light <> 'over-promise' THEN 'step-overdue'
                      ELSE 'over-promise' END
                 WHEN coalesce(w.due_soon <= $2::date, w.due <= $3::date) THEN 'due-soon'
                 ELSE 'in-time' END AS light
       FROM work w JOIN matter.matter m ON m.number = w.matter AND m.kind = 'licensing'
      ORDER BY w.due NULLS LAST, w.matter, w.step LIMIT 5000`,
    [ask.organs, ask.today, ask.soonBy, ask.official],
  );
  return rows;
}
