import type { Pool } from 'pg';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { Level, Sign, Spell, Tally } from '../accounts/spells.ts';

export const BYS = ['organ', 'item', 'level', 'seat'] as const;
export type By = (typeof BYS)[number];

/** Working days before each day since `base`, a number of days since 1970-01-01: one subtraction counts those between two days. */
export interface DayTable {
  readonly base: number;
  readonly before: readonly number[];
}

/** What is asked of the time accounts, the same for a number and for the rows behind it. */
export interface AccountsAsk {
  /** Closed on these days, both counted; absent: the open ones that are given. */
  readonly closed?: { readonly from: LocalDate; readonly to: LocalDate };
  /** Matters added up just now: open ones, and closed ones that no sweep has met yet. */
  readonly given: readonly Tally[];
  /** Until when an open spell counts, seconds. */
  readonly now: number;
  /** Organs whose time may be seen; absent: all. */
  readonly within?: readonly string[];
  readonly organ?: string;
  readonly item?: string;
  readonly level?: Level;
  readonly seat?: string;
  /** `law` stands for every ground; `held` for waiting and work together. */
  readonly part?: string;
  readonly days: DayTable;
  /** Only the time on working days, nights counted. */
  readonly working: boolean;
}

export interface AccountCell {
  readonly key: string;
  /** Empty: all of it. */
  readonly part: string;
  readonly matters: number;
  readonly seconds: number;
  readonly median: number;
  readonly p90: number;
  /** Of those decided with a promise, with a legal limit: how many, and how many in time. Null but where `part` is empty. */
  readonly promised: number | null;
  readonly kept: number | null;
  readonly limited: number | null;
  readonly lawful: number | null;
}

const SPELLS = `SELECT matter, item, lead, part, organ, level, seat, "from", "to" FROM licensing.account_spell WHERE closed_on BETWEEN $1::date AND $2::date
  UNION ALL SELECT * FROM json_to_recordset($3) AS x(matter text, item text, lead text, part text, organ text, level text, seat text, "from" bigint, "to" bigint)`;
/** Index of an instant's local day in the table of days, and the working seconds before the instant. */
const place = (at: string) => `((${at} + 28800) / 86400 - $11 + 1)::int`;
const worked = (at: string) =>
  `(($10::int[])[${place(at)}]::bigint * 86400 + (($10::int[])[${place(at)} + 1] - ($10::int[])[${place(at)}]) * ((${at} + 28800) % 86400))`;
const SECONDS = `CASE WHEN $12::boolean THEN ${worked('"to"')} - ${worked('"from"')} ELSE "to" - "from" END`;
const FITS = `($4::text[] IS NULL OR organ = ANY($4)) AND ($5::text IS NULL OR organ = $5) AND ($6::text IS NULL OR item = $6)
  AND ($7::text IS NULL OR level = $7) AND ($9::text IS NULL OR seat = $9)
  AND ($8::text IS NULL OR part = $8 OR $8 = 'law' AND part LIKE 'law:%' OR $8 = 'held' AND part IN ('queue', 'work'))`;

const given = ({ given, now }: AccountsAsk): string =>
  JSON.stringify(
    given.flatMap(({ matter, item, lead, spells }) =>
      spells.map((spell) => ({ matter, item, lead, ...spell, to: spell.to ?? Math.max(now, spell.from) })),
    ),
  );
const values = (ask: AccountsAsk): unknown[] => [
  ask.closed?.from ?? null,
  ask.closed?.to ?? null,
  given(ask),
  ask.within ?? null,
  ask.organ ?? null,
  ask.item ?? null,
  ask.level ?? null,
  ask.part ?? null,
  ask.seat ?? null,
  ask.days.before,
  ask.days.base,
  ask.working,
];

/** Time by what it was, a row for each organ, item, level or seat; without `by` one for all. */
export async function accountCells(pool: Pool, ask: AccountsAsk, by?: By): Promise<AccountCell[]> {
  const { rows } = await pool.query<AccountCell>(
    `WITH spell AS (${SPELLS}), mine AS MATERIALIZED (
        SELECT ${by ?? "''"} AS key, matter, part, sum(${SECONDS}) AS s FROM spell WHERE ${FITS} GROUP BY 1, 2, 3
      ), whole AS (SELECT key, matter, sum(s) AS s FROM mine GROUP BY 1, 2)
      SELECT key, part, matters, seconds, p[1] AS median, p[2] AS p90, promised, kept, limited, lawful FROM (
        SELECT key, part, count(*)::int AS matters, sum(s)::float8 AS seconds, percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY s) AS p,
               NULL::int AS promised, NULL::int AS kept, NULL::int AS limited, NULL::int AS lawful FROM mine GROUP BY key, part
        UNION ALL
        SELECT key, '', count(*)::int, sum(s)::float8, percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY s), count(d.kept)::int,
               (count(*) FILTER (WHERE d.kept))::int, count(d.lawful)::int, (count(*) FILTER (WHERE d.lawful))::int
          FROM whole LEFT JOIN licensing.decision d USING (matter) GROUP BY key
      ) cell ORDER BY key, part`,
    values(ask),
  );
  return rows;
}

export interface AccountRow {
  readonly matter: string;
  readonly item: string;
  readonly lead: string;
  readonly opened: number;
  readonly closed: number | null;
  /** Seconds of what was asked for. */
  readonly here: number;
  readonly kept: boolean | null;
  readonly lawful: boolean | null;
  readonly spells: readonly (Spell & { readonly to: number })[];
}

export interface RowsAsk extends AccountsAsk {
  readonly kept?: boolean;
  readonly lawful?: boolean;
  /** Seconds and number of the last row of the page before. */
  readonly after?: readonly string[];
  readonly limit: number;
}

const HITS = `hit AS (
    SELECT matter, sum(${SECONDS}) AS here, min(item) AS item, min(lead) AS lead FROM spell WHERE ${FITS} GROUP BY matter
  ), found AS (
    SELECT h.*, d.kept, d.lawful FROM hit h LEFT JOIN licensing.decision d USING (matter)
     WHERE ($13::boolean IS NULL OR d.kept = $13) AND ($14::boolean IS NULL OR d.lawful = $14))`;

/** The matters behind a number with their own spells, whoever took longest first; how many, and their seconds in all. */
export async function accountRows(pool: Pool, ask: RowsAsk): Promise<{ rows: AccountRow[]; total: number; seconds: number }> {
  const asked = [...values(ask), ask.kept ?? null, ask.lawful ?? null];
  const [page, sums] = await Promise.all([
    pool.query<AccountRow>(
      `WITH spell AS (${SPELLS}), ${HITS}, page AS (
          SELECT * FROM found WHERE ($15::bigint IS NULL OR (here, $16::text) < ($15, matter)) ORDER BY here DESC, matter LIMIT $17)
        SELECT p.matter, p.item, p.lead, p.here::float8 AS here, p.kept, p.lawful, min(s."from")::float8 AS opened, max(s."to")::float8 AS closed,
               json_agg(json_build_object('part', s.part, 'organ', s.organ, 'level', s.level, 'seat', s.seat, 'from', s."from", 'to', s."to")
                 ORDER BY s."from") AS spells
          FROM page p JOIN spell s USING (matter) GROUP BY p.matter, p.item, p.lead, p.here, p.kept, p.lawful ORDER BY p.here DESC, p.matter`,
      [...asked, ask.after?.[0] ?? null, ask.after?.[1] ?? null, ask.limit],
    ),
    pool.query<{ total: number; seconds: number }>(
      `WITH spell AS (${SPELLS}), ${HITS} SELECT count(*)::int AS total, coalesce(sum(here), 0)::float8 AS seconds FROM found`,
      asked,
    ),
  ]);
  const open = new Set(ask.given.filter(({ closed }) => closed === undefined).map(({ matter }) => matter));
  return { rows: page.rows.map((r) => (open.has(r.matter) ? { ...r, closed: null } : r)), ...sums.rows[0]! };
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
    UNION ALL
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
