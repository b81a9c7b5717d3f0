import type { Pool } from 'pg';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { Instead, ListKind, Rung } from '../vocabulary.ts';

export interface ListRow {
  readonly id: string;
  readonly person: string;
  readonly day: LocalDate;
  readonly kind: ListKind;
  /** Seconds since the epoch. */
  readonly arrived: number;
  readonly read: number | null;
}

/** An entry with its list and what its matter is about. */
export interface EntryRow {
  readonly matter: string;
  readonly item: string;
  readonly clock: string;
  readonly due: LocalDate;
  readonly rung: Rung;
  readonly stands: Rung;
  readonly instead: Instead | null;
  readonly tier: 'law' | 'promise' | 'step';
  readonly organ: string;
  readonly person: string;
  readonly seat: string;
  readonly day: LocalDate;
  readonly settled: LocalDate | null;
  readonly list: string | null;
  readonly kind: ListKind | null;
  readonly arrived: number | null;
  readonly read: number | null;
}

const LIST = `id, person, day::text AS day, kind, extract(epoch FROM arrived)::float8 AS arrived, extract(epoch FROM read)::float8 AS read`;
const ENTRY = `e.matter, m.subject AS item, e.clock, e.due::text AS due, e.rung, e.stands, e.instead, e.tier, e.organ, e.person, e.seat,
  e.day::text AS day, CASE WHEN m.closed IS NULL THEN e.settled ELSE coalesce(e.settled, (m.closed AT TIME ZONE 'Asia/Shanghai')::date) END::text AS settled,
  e.list, l.kind, extract(epoch FROM l.arrived)::float8 AS arrived, extract(epoch FROM l.read)::float8 AS read`;
const FROM = `urging.entry e JOIN matter.matter m ON m.number = e.matter LEFT JOIN urging.list l ON l.id = e.list`;
const OPEN = 'e.settled IS NULL AND m.closed IS NULL';

/** Somebody's unread lists, and the one read last: the newest first. */
export async function listsOf(pool: Pool, person: string): Promise<ListRow[]> {
  const { rows } = await pool.query<ListRow>(
    `(SELECT ${LIST} FROM urging.list WHERE person = $1 AND read IS NULL) UNION ALL
     (SELECT ${LIST} FROM urging.list WHERE person = $1 AND read IS NOT NULL ORDER BY read DESC, id LIMIT 1) ORDER BY arrived DESC, id LIMIT 200`,
    [person],
  );
  return rows;
}

export async function entriesOf(pool: Pool, lists: readonly string[]): Promise<EntryRow[]> {
  const { rows } = await pool.query<EntryRow>(
    `SELECT ${ENTRY} FROM ${FROM} WHERE e.list = ANY($1) ORDER BY e.due, e.matter, e.clock, e.rung LIMIT 2000`,
    [lists],
  );
  return rows;
}

/** Who was urged of one matter, in order of time. */
export async function entriesAbout(pool: Pool, matter: string): Promise<EntryRow[]> {
  const { rows } = await pool.query<EntryRow>(
    `SELECT ${ENTRY} FROM ${FROM} WHERE e.matter = $1 ORDER BY e.day, e.due, e.clock, e.rung, e.person LIMIT 500`,
    [matter],
  );
  return rows;
}

/** How many wait unread, and since which day: for the strip on a desk. */
export async function waitingFor(pool: Pool, person: string): Promise<{ lists: number; entries: number }> {
  const { rows } = await pool.query<{ lists: number; entries: number }>(
    `SELECT count(DISTINCT l.id)::int AS lists, count(e.matter)::int AS entries FROM urging.list l LEFT JOIN urging.entry e ON e.list = l.id
      WHERE l.person = $1 AND l.read IS NULL`,
    [person],
  );
  return rows[0]!;
}

/** Lists that nobody has confirmed yet, of days before this one. */
export async function unreadBefore(pool: Pool, today: LocalDate): Promise<ListRow[]> {
  const { rows } = await pool.query<ListRow>(`SELECT ${LIST} FROM urging.list WHERE read IS NULL AND day < $1 ORDER BY day, id`, [today]);
  return rows;
}

export interface Wanted {
  /** Of these organs; all where undefined. */
  readonly organs?: readonly string[];
  readonly organ?: string;
  readonly rung?: Rung;
  readonly matter?: string;
  readonly person?: string;
  /** `open`: the clock still runs so; `unread`: besides, its list was not read in time; `all`. */
  readonly state: 'open' | 'unread' | 'all';
  /** Lists of this day and before are late, where unread. */
  readonly lateBy: LocalDate;
}

const WANTED = `FROM ${FROM} WHERE ($1::text[] IS NULL OR e.organ = ANY($1)) AND ($2::text IS NULL OR e.organ = $2) AND ($3::text IS NULL OR e.rung = $3)
  AND ($4::text IS NULL OR e.matter = $4) AND ($5::text IS NULL OR e.person = $5) AND ($6 = 'all' OR (${OPEN}))
  AND ($6 <> 'unread' OR (l.read IS NULL AND l.day <= $7::date))`;
const values = ({ organs, organ, rung, matter, person, state, lateBy }: Wanted) => [
  organs ?? null,
  organ ?? null,
  rung ?? null,
  matter ?? null,
  person ?? null,
  state,
  lateBy,
];

/** The rows behind a number, the longest due first. */
export async function wantedEntries(
  pool: Pool,
  wanted: Wanted,
  { after, limit }: { readonly after?: readonly string[]; readonly limit: number },
): Promise<{ rows: EntryRow[]; total: number }> {
  const KEY = `concat_ws(' ', e.due, e.matter, e.clock, e.rung, e.person) COLLATE "C"`;
  const [rows, sums] = await Promise.all([
    pool.query<EntryRow>(`SELECT ${ENTRY} ${WANTED} AND ($8::text IS NULL OR ${KEY} > $8) ORDER BY ${KEY} LIMIT $9`, [
      ...values(wanted),
      after?.[0] ?? null,
      limit,
    ]),
    pool.query<{ n: number }>(`SELECT count(*)::int AS n ${WANTED}`, values(wanted)),
  ]);
  return { rows: rows.rows, total: sums.rows[0]!.n };
}

/** The cursor after a row. */
export const keyAfter = (e: EntryRow): string => [e.due, e.matter, e.clock, e.rung, e.person].join(' ');

export interface OrganCount {
  readonly organ: string;
  readonly rung: Rung;
  readonly open: number;
  readonly unread: number;
}

/** Open urgings by organ and rung, and those of them whose list was not read in time. */
export async function countOpen(pool: Pool, organs: readonly string[] | undefined, lateBy: LocalDate): Promise<OrganCount[]> {
  const { rows } = await pool.query<OrganCount>(
    `SELECT e.organ, e.rung, count(*)::int AS open, count(*) FILTER (WHERE l.read IS NULL AND l.day <= $2::date)::int AS unread
       FROM ${FROM} WHERE ${OPEN} AND ($1::text[] IS NULL OR e.organ = ANY($1)) GROUP BY 1, 2 ORDER BY 1, 2`,
    [organs ?? null, lateBy],
  );
  return rows;
}

/** Lists not read in time of those who stand on these rungs for these organs; of every organ where none are named. */
export async function unreadOn(
  pool: Pool,
  ask: { readonly rungs: readonly Rung[]; readonly organs?: readonly string[]; readonly lateBy: LocalDate },
): Promise<ListRow[]> {
  const { rows } = await pool.query<ListRow>(
    `SELECT ${LIST} FROM urging.list l WHERE read IS NULL AND day <= $3 AND EXISTS (SELECT FROM urging.entry e
       WHERE e.list = l.id AND e.stands = ANY($1) AND ($2::text[] IS NULL OR e.organ = ANY($2))) ORDER BY day, id LIMIT 200`,
    [ask.rungs, ask.organs ?? null, ask.lateBy],
  );
  return rows;
}

/** Names of officers; whoever is not known goes by his id. */
export async function namesOf(pool: Pool, persons: readonly string[]): Promise<ReadonlyMap<string, { zh: string; en: string }>> {
  const { rows } = await pool.query(`SELECT person, value::json AS name FROM journal.person_data WHERE person = ANY($1) AND key = 'name'`, [
    [...new Set(persons)],
  ]);
  return new Map(rows.map((r) => [r.person, r.name]));
}
