import type { Pool } from 'pg';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import { type Instead, type ListKind, RUNGS, type Rung } from '../vocabulary.ts';

export interface ListRow {
  readonly id: string;
  readonly person: string;
  readonly day: LocalDate;
  readonly kind: ListKind;
  /** Seconds since the epoch. */
  readonly arrived: number;
  readonly read: number | null;
}

/** On which rung somebody was told, from which seat, and why he. */
export interface ToldOn {
  readonly rung: Rung;
  readonly stands: Rung;
  readonly instead: Instead | null;
  readonly seat: string;
}

/** A line of a list: of one clock, one person is told once a day, on whatever rungs he stands. Each rung has an entry of its own. */
export interface LineRow {
  readonly matter: string;
  readonly matterKind: string;
  readonly item: string;
  readonly clock: string;
  readonly due: LocalDate;
  /** From the handler upwards; at least one. */
  readonly rungs: readonly ToldOn[];
  readonly tier: 'law' | 'promise' | 'step';
  readonly organ: string;
  readonly person: string;
  readonly day: LocalDate;
  readonly settled: LocalDate | null;
  readonly list: string | null;
  readonly kind: ListKind | null;
  readonly arrived: number | null;
  readonly read: number | null;
  /** Where the line stands among others. */
  readonly key: string;
}

const LIST = `id, person, day::text AS day, kind, extract(epoch FROM arrived)::float8 AS arrived, extract(epoch FROM read)::float8 AS read`;
const KEY = `concat_ws(' ', e.due, e.matter, e.clock, e.person, e.day, e.list) COLLATE "C"`;
const PLACE = `array_position(ARRAY['${RUNGS.join("','")}'], e.rung)`;
const LINE = `e.matter, m.kind AS "matterKind", m.subject AS item, e.clock, e.due::text AS due, e.tier, e.organ, e.person,
  json_agg(json_build_object('rung', e.rung, 'stands', e.stands, 'instead', e.instead, 'seat', e.seat) ORDER BY ${PLACE}) AS rungs,
  e.day::text AS day, CASE WHEN m.closed IS NULL THEN e.settled ELSE coalesce(e.settled, (m.closed AT TIME ZONE 'Asia/Shanghai')::date) END::text AS settled,
  e.list, l.kind, extract(epoch FROM l.arrived)::float8 AS arrived, extract(epoch FROM l.read)::float8 AS read, ${KEY} AS key`;
const LINES = `GROUP BY e.matter, m.kind, m.subject, m.closed, e.clock, e.due, e.tier, e.organ, e.person, e.day, e.settled, e.list, l.kind, l.arrived, l.read`;
const FROM = `urging.entry e JOIN matter.matter m ON m.number = e.matter LEFT JOIN urging.list l ON l.id = e.list`;
const OPEN = 'e.settled IS NULL AND m.closed IS NULL';

export interface OwnLists {
  readonly lists: readonly ListRow[];
  /** How many more there are, that arrived before these. */
  readonly earlier: number;
}

/** Somebody's unread lists, and those of the newest day that he has read: the newest first. What was read was there before what was not. */
export async function listsOf(pool: Pool, person: string, most = 200): Promise<OwnLists> {
  const { lists, earlier } = await listsBefore(pool, person, undefined, most);
  const newest = lists.find(({ read }) => read !== null)?.day;
  const shown = lists.filter(({ read, day }) => read === null || day === newest);
  return { lists: shown, earlier: earlier + lists.length - shown.length };
}

/** Somebody's lists that arrived before one of them, read or not, so many at most: the newest first. */
export async function listsBefore(pool: Pool, person: string, before: string | undefined, most: number): Promise<OwnLists> {
  const { rows } = await pool.query<ListRow & { all: number }>(
    `SELECT ${LIST}, (count(*) OVER ())::int AS all FROM urging.list WHERE person = $1 AND ($2::text IS NULL OR
       (arrived, id) < (SELECT b.arrived, b.id FROM urging.list b WHERE b.person = $1 AND b.id = $2)) ORDER BY list.arrived DESC, id DESC LIMIT $3`,
    [person, before ?? null, most],
  );
  return { lists: rows.map(({ all: _, ...list }) => list), earlier: (rows[0]?.all ?? 0) - rows.length };
}

/** Whether somebody has this list. */
export const hasList = async (pool: Pool, person: string, id: string): Promise<boolean> =>
  (await pool.query('SELECT FROM urging.list WHERE person = $1 AND id = $2', [person, id])).rowCount === 1;

export async function linesOf(pool: Pool, lists: readonly string[]): Promise<LineRow[]> {
  const { rows } = await pool.query<LineRow>(
    `SELECT ${LINE} FROM ${FROM} WHERE e.list = ANY($1) ${LINES} ORDER BY e.due, e.matter, e.clock, e.list`,
    [lists],
  );
  return rows;
}

/** Who was urged of one matter, in order of time. */
export async function linesAbout(pool: Pool, matter: string): Promise<LineRow[]> {
  const { rows } = await pool.query<LineRow>(
    `SELECT ${LINE} FROM ${FROM} WHERE e.matter = $1 ${LINES} ORDER BY e.day, e.due, e.clock, min(e.rung), e.person LIMIT 500`,
    [matter],
  );
  return rows;
}

/** How many lines wait unread, on how many lists: for the strip on a desk. */
export async function waitingFor(pool: Pool, person: string): Promise<{ lists: number; entries: number }> {
  const { rows } = await pool.query<{ lists: number; entries: number }>(
    `SELECT count(DISTINCT l.id)::int AS lists, count(DISTINCT (l.id, e.matter, e.clock, e.due))::int AS entries FROM urging.list l JOIN urging.entry e ON e.list = l.id
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

const WANTED = `FROM ${FROM} WHERE ($1::text[] IS NULL OR e.organ = ANY($1)) AND ($2::text IS NULL OR e.organ = $2)
  AND ($4::text IS NULL OR e.matter = $4) AND ($5::text IS NULL OR e.person = $5) AND ($6 = 'all' OR (${OPEN}))
  AND ($6 <> 'unread' OR (l.read IS NULL AND l.day <= $7::date))`;
const ON_RUNG = `${LINES} HAVING $3::text IS NULL OR $3 = ANY(array_agg(e.rung))`;
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
export async function wantedLines(
  pool: Pool,
  wanted: Wanted,
  { after, limit }: { readonly after?: string; readonly limit: number },
): Promise<{ rows: LineRow[]; total: number }> {
  const [rows, sums] = await Promise.all([
    pool.query<LineRow>(`SELECT ${LINE} ${WANTED} AND ($8::text IS NULL OR ${KEY} > $8) ${ON_RUNG} ORDER BY key LIMIT $9`, [
      ...values(wanted),
      after ?? null,
      limit,
    ]),
    pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM (SELECT ${WANTED} ${ON_RUNG}) AS line`, values(wanted)),
  ]);
  return { rows: rows.rows, total: sums.rows[0]!.n };
}

export interface OrganCount {
  readonly organ: string;
  /** Null: on whatever rung, each line once. */
  readonly rung: Rung | null;
  readonly open: number;
  readonly unread: number;
}

const ONE = `(e.matter, e.clock, e.due, e.person, e.day, e.list)`;

/** Open lines by organ and rung, and those of them whose list was not read in time. */
export async function countOpen(pool: Pool, organs: readonly string[] | undefined, lateBy: LocalDate): Promise<OrganCount[]> {
  const { rows } = await pool.query<OrganCount>(
    `SELECT e.organ, e.rung, count(DISTINCT ${ONE})::int AS open,
            count(DISTINCT ${ONE}) FILTER (WHERE l.read IS NULL AND l.day <= $2::date)::int AS unread
       FROM ${FROM} WHERE ${OPEN} AND ($1::text[] IS NULL OR e.organ = ANY($1)) GROUP BY GROUPING SETS ((e.organ, e.rung), (e.organ)) ORDER BY 1, 2`,
    [organs ?? null, lateBy],
  );
  return rows;
}

/** Who has not read how many lists in time, and of which days. */
export interface UnreadOf {
  readonly person: string;
  readonly lists: number;
  readonly first: LocalDate;
  readonly last: LocalDate;
}

/** Lists not read in time of others who stand on these rungs for these organs, of every organ where none are named: by person, the newest first. */
export async function unreadBelow(
  pool: Pool,
  ask: {
    readonly person: string;
    readonly stands: readonly { readonly rungs: readonly Rung[]; readonly organs?: readonly string[] }[];
    readonly lateBy: LocalDate;
  },
): Promise<UnreadOf[]> {
  const { rows } = await pool.query<UnreadOf>(
    `SELECT person, count(*)::int AS lists, min(day)::text AS first, max(day)::text AS last
       FROM urging.list l WHERE read IS NULL AND day <= $1 AND person <> $2 AND EXISTS (
         SELECT FROM urging.entry e, jsonb_to_recordset($3) AS s(rungs text[], organs text[])
          WHERE e.list = l.id AND e.stands = ANY(s.rungs) AND (s.organs IS NULL OR e.organ = ANY(s.organs)))
      GROUP BY person ORDER BY max(day) DESC, person`,
    [ask.lateBy, ask.person, JSON.stringify(ask.stands)],
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
