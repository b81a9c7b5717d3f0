import type { Pool } from 'pg';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { HandlingCase } from '../../catalogue/index.ts';

/** What a matter did to a licence, on which day; `from` and `until` as it left the validity, none where it was taken back. */
export interface LicenceEvent {
  readonly act: HandlingCase['id'] | 'revoke';
  readonly matter: string;
  readonly on: LocalDate;
  readonly from?: LocalDate;
  readonly until?: LocalDate;
}

/** Granted, changed, renewed, issued again, given up, taken back: the first first (P4). */
export async function historyOf(pool: Pool, licence: string): Promise<LicenceEvent[]> {
  const { rows } = await pool.query<{ [K in keyof LicenceEvent]: LicenceEvent[K] | null }>(
    `SELECT r.body::json ->> 'case' AS act, l.matter, d.decided_on::text AS "on", l.valid_from::text AS "from", l.valid_to::text AS until
       FROM licensing.licence l
       JOIN licensing.decision d ON d.matter = l.matter
       JOIN journal.fact r ON r.matter = l.matter AND r.kind = 'received'
      WHERE l.number = $1
     UNION ALL
     SELECT 'revoke', l.matter, f.body::json ->> 'on', NULL, NULL
       FROM licensing.licence l
       JOIN journal.fact f ON f.matter = l.matter AND f.kind = 'revoked'
      WHERE l.number = $1
     ORDER BY 3, 2`,
    [licence],
  );
  return rows.map(({ from, until, ...event }) => ({ ...event, ...(from && { from }), ...(until && { until }) }) as LicenceEvent);
}
