import type { Pool } from 'pg';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { Sign } from '../accounts/spells.ts';
import type { AccountsAsk } from '../accounts/sums.ts';

export interface TalliedDay {
  readonly day: LocalDate;
  /** How many matters closed on it, and the newest row: a day remembered is good while both stand. */
  readonly mark: string;
}

/** The days of a period on which something closed that is added up. */
export async function talliedDays(pool: Pool, from: LocalDate, to: LocalDate): Promise<TalliedDay[]> {
  const { rows } = await pool.query<TalliedDay>(
    `SELECT closed_on::text AS day, count(*) || ' ' || max(place) AS mark FROM licensing.account_tally WHERE closed_on BETWEEN $1 AND $2 GROUP BY 1`,
    [from, to],
  );
  return rows;
}

export interface TallyRecord {
  readonly day: LocalDate;
  readonly matter: string;
  readonly item: string;
  readonly lead: string;
  readonly opened: number;
  /** Borders in seconds since the opening, and what lies between: `part/organ/level/seat`; with commas. */
  readonly at: string;
  readonly held: string;
  readonly kept: boolean | null;
  readonly lawful: boolean | null;
}

/** Everything added up of these days, with whether the decision kept its limits. */
export async function talliesOfDays(pool: Pool, days: readonly LocalDate[]): Promise<TallyRecord[]> {
  const { rows } = await pool.query<TallyRecord>(
    `SELECT t.closed_on::text AS day, t.matter, t.item, t.lead, extract(epoch FROM t.opened)::float8 AS opened, array_to_string(t.at, ',') AS at,
            array_to_string(t.held, ',') AS held, d.kept, d.lawful
       FROM licensing.account_tally t LEFT JOIN licensing.decision d USING (matter) WHERE t.closed_on = ANY($1::date[])`,
    [days],
  );
  return rows;
}

/** Whether the decisions of these matters kept their limits. */
export async function limitsKept(
  pool: Pool,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, { readonly kept: boolean | null; readonly lawful: boolean | null }>> {
  const { rows } = await pool.query<{ matter: string; kept: boolean | null; lawful: boolean | null }>(
    `SELECT matter, kept, lawful FROM licensing.decision WHERE matter = ANY($1)`,
    [numbers],
  );
  return new Map(rows.map(({ matter, ...limits }) => [matter, limits]));
}

export type SignKind = 'bounce' | 'pause';

export interface SignRow extends Omit<Sign, 'due'> {
  readonly matter: string;
  readonly item: string;
  readonly due: LocalDate | null;
  /** Working days from the day of the pause to the day at which the clock stood; null where it is no pause. */
  readonly left: number | null;
}

const dayPlace = (day: string) => `(${day} - date '1970-01-01' - $8::int + 2)`;
const LEFT = `(($7::int[])[${dayPlace('due')}] - ($7::int[])[${dayPlace(`(at AT TIME ZONE 'Asia/Shanghai')::date`)}])`;
const SIGNED = `WITH sign AS (
    SELECT s.matter, t.item, s.seq, s.kind, s.at, s.organ, s.seat, s.origin, s.target, s.due
      FROM licensing.account_sign s JOIN licensing.account_tally t USING (matter) WHERE t.closed_on BETWEEN $1::date AND $2::date
    UNION
    SELECT x.matter, x.item, x.seq, x.kind, to_timestamp(x.at), x.organ, x.seat, x.origin, x.target, x.due
      FROM json_to_recordset($3) AS x(matter text, item text, seq int, kind text, at float8, organ text, seat text, origin text, target text, due date)
  ), seen AS (
    SELECT *, CASE WHEN kind = 'paused' THEN ${LEFT} END AS "left" FROM sign
     WHERE ($4::text[] IS NULL OR organ = ANY($4)) AND ($5::text IS NULL OR organ = $5) AND ($6::text IS NULL OR item = $6)
  ), found AS (SELECT * FROM seen WHERE CASE WHEN $9 = 'pause' THEN "left" BETWEEN 0 AND $10::int ELSE kind <> 'paused' END)`;

const signValues = (ask: AccountsAsk, kind: SignKind, near: number): unknown[] => [
  ask.closed?.from ?? null,
  ask.closed?.to ?? null,
  JSON.stringify(ask.given.flatMap(({ matter, item, signs }) => signs.map((sign) => ({ matter, item, ...sign })))),
  ask.within ?? null,
  ask.organ ?? null,
  ask.item ?? null,
  ask.days.before,
  ask.days.base,
  kind,
  near,
];

export interface SignSum {
  readonly kind: Sign['kind'];
  readonly organ: string;
  readonly origin: string;
  readonly target: string;
  readonly times: number;
  readonly matters: number;
}

/** How often, between whom; a pause within `near` working days of the day at which its clock stood. The most frequent first. */
export async function signSums(pool: Pool, ask: AccountsAsk, kind: SignKind, near: number): Promise<SignSum[]> {
  const { rows } = await pool.query<SignSum>(
    `${SIGNED} SELECT kind, organ, origin, target, count(*)::int AS times, count(DISTINCT matter)::int AS matters
       FROM found GROUP BY 1, 2, 3, 4 ORDER BY times DESC, organ, origin, target`,
    signValues(ask, kind, near),
  );
  return rows;
}

/** Each of them, the newest first. */
export async function signRows(
  pool: Pool,
  ask: AccountsAsk,
  kind: SignKind,
  near: number,
  { after, limit }: { readonly after?: readonly string[]; readonly limit: number },
): Promise<{ rows: SignRow[]; total: number; matters: number }> {
  const asked = signValues(ask, kind, near);
  const [page, sums] = await Promise.all([
    pool.query<SignRow>(
      `${SIGNED} SELECT matter, item, seq, kind, extract(epoch FROM at)::float8 AS at, organ, seat, origin, target, due::text AS due, "left"
         FROM found WHERE ($11::float8 IS NULL OR (at, matter, seq) < (to_timestamp($11), $12::text, $13::int))
        ORDER BY found.at DESC, matter DESC, seq DESC LIMIT $14`,
      [...asked, after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, limit],
    ),
    pool.query<{ total: number; matters: number }>(
      `${SIGNED} SELECT count(*)::int AS total, count(DISTINCT matter)::int AS matters FROM found`,
      asked,
    ),
  ]);
  return { rows: page.rows, ...sums.rows[0]! };
}

/** Matters still open: they are in no number of closed ones, and what is stuck for good is among them. */
export async function countOpen(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM matter.matter WHERE kind = 'licensing' AND closed IS NULL`,
  );
  return rows[0]!.n;
}
