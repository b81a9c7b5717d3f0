import type { Pool } from 'pg';
import type { LocalDate } from '../../kernel/clock/types.ts';
import type { Visit } from './rules.ts';
import type { Queue, Reason } from './vocabulary.ts';

/** One visit of a day, as the list shows it. Instants in seconds. */
export interface VisitRow {
  readonly visit: string;
  readonly queue: Queue;
  readonly ticket: number;
  readonly status: Visit['status'];
  readonly seat: string | null;
  readonly clerk: string | null;
  readonly calls: number;
  readonly taken: number;
  readonly called: number | null;
  readonly begun: number | null;
  readonly ended: number | null;
  readonly waited: number | null;
  readonly handled: number | null;
  readonly left: string | null;
  /** `who`: the applicant of the matter, where his data are still kept. */
  readonly about: readonly {
    readonly matter: string;
    readonly before: number;
    readonly again: Reason | null;
    readonly item: string | null;
    readonly who: { readonly kind: 'person' | 'firm'; readonly name: string } | null;
  }[];
}

const seconds = (column: string) => `extract(epoch FROM v.${column})::float8 AS ${column}`;
const COLUMNS = `v.visit, v.queue, v.ticket, v.status, v.seat, v.clerk, v.calls, ${['taken', 'called', 'begun', 'ended'].map(seconds).join(', ')},
  v.waited, v.handled, v.left_why AS left,
  coalesce((SELECT json_agg(json_build_object('matter', a.matter, 'before', a.before, 'again', a.again, 'item', m.subject, 'who', p.value::json) ORDER BY a.matter)
              FROM visits.about a LEFT JOIN matter.matter m ON m.number = a.matter
              LEFT JOIN journal.person_data p ON p.person = m.person AND p.key = 'identity:' || m.number
             WHERE a.visit = v.visit), '[]') AS about`;

/** The visits of a day in the order of their tickets: who waits first, who left last. */
export async function visitsOn(pool: Pool, day: LocalDate, limit: number): Promise<VisitRow[]> {
  const { rows } = await pool.query<VisitRow>(`SELECT ${COLUMNS} FROM visits.visit v WHERE v.day = $1 ORDER BY v.taken, v.visit LIMIT $2`, [
    day,
    limit,
  ]);
  return rows;
}

export async function visitNamed(pool: Pool, visit: string): Promise<VisitRow | undefined> {
  const { rows } = await pool.query<VisitRow>(`SELECT ${COLUMNS} FROM visits.visit v WHERE v.visit = $1`, [visit]);
  return rows[0];
}

export interface DayNumbers {
  readonly taken: number;
  readonly waiting: number;
  readonly served: number;
  readonly left: number;
  readonly medianWaited: number | null;
  readonly longestWaited: number | null;
  readonly medianHandled: number | null;
  /** Matters somebody came about, and those somebody had to come about again. */
  readonly matters: number;
  readonly again: number;
}

export async function numbersOf(pool: Pool, day: LocalDate): Promise<DayNumbers> {
  const { rows } = await pool.query<DayNumbers>(
    `SELECT count(*)::int AS taken, count(*) FILTER (WHERE status = 'waiting')::int AS waiting,
            count(*) FILTER (WHERE status = 'served')::int AS served, count(*) FILTER (WHERE status = 'left')::int AS left,
            percentile_cont(0.5) WITHIN GROUP (ORDER BY waited) FILTER (WHERE called IS NOT NULL) AS "medianWaited",
            max(waited) FILTER (WHERE called IS NOT NULL) AS "longestWaited",
            percentile_cont(0.5) WITHIN GROUP (ORDER BY handled) FILTER (WHERE handled IS NOT NULL) AS "medianHandled",
            (SELECT count(*)::int FROM visits.about a WHERE a.day = $1) AS matters,
            (SELECT count(*)::int FROM visits.about a WHERE a.day = $1 AND a.before > 0) AS again
       FROM visits.visit WHERE day = $1`,
    [day],
  );
  return rows[0]!;
}

/** The day's next number of a queue. Two guide desks may read the same: the table keeps it once, and the second asks again. */
export async function nextTicket(pool: Pool, day: LocalDate, queue: Queue): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    'SELECT coalesce(max(ticket), 0) + 1 AS n FROM visits.visit WHERE day = $1 AND queue = $2',
    [day, queue],
  );
  return rows[0]!.n;
}

/** Who waits in these queues, in the queues' order, the earliest first. */
export async function waitingIn(pool: Pool, day: LocalDate, queues: readonly Queue[], limit: number): Promise<string[]> {
  const { rows } = await pool.query<{ visit: string }>(
    `SELECT visit FROM visits.visit WHERE day = $1 AND status = 'waiting' AND queue = ANY($2)
      ORDER BY array_position($2::text[], queue::text), taken, visit LIMIT $3`,
    [day, queues, limit],
  );
  return rows.map((r) => r.visit);
}

/** Whom the seat has called or attends to. */
export async function atSeat(
  pool: Pool,
  day: LocalDate,
  seat: string,
): Promise<{ visit: string; queue: Queue; ticket: number } | undefined> {
  const { rows } = await pool.query(
    `SELECT visit, queue, ticket FROM visits.visit WHERE day = $1 AND seat = $2 AND status IN ('called', 'serving') ORDER BY called LIMIT 1`,
    [day, seat],
  );
  return rows[0];
}

/** Whether there is such a matter, and how many visits were about it. */
export async function aboutMatter(pool: Pool, matter: string): Promise<{ known: boolean; before: number }> {
  const { rows } = await pool.query<{ known: boolean; before: number }>(
    `SELECT EXISTS (SELECT FROM matter.matter WHERE number = $1 AND kind = 'licensing') AS known,
            (SELECT count(*)::int FROM visits.about WHERE matter = $1) AS before`,
    [matter],
  );
  return rows[0]!;
}

export interface VisitAbout {
  readonly visit: string;
  readonly day: LocalDate;
  readonly queue: Queue;
  readonly ticket: number;
  readonly waited: number | null;
  readonly handled: number | null;
  readonly again: Reason | null;
}

/** The visits somebody made about a matter, in order. */
export async function visitsAbout(pool: Pool, matter: string): Promise<VisitAbout[]> {
  const { rows } = await pool.query<VisitAbout>(
    `SELECT a.visit, a.day::text AS day, v.queue, v.ticket, v.waited, v.handled, a.again
       FROM visits.about a JOIN visits.visit v ON v.visit = a.visit WHERE a.matter = $1 ORDER BY v.taken, a.visit LIMIT 100`,
    [matter],
  );
  return rows;
}

/** Names of people, for those who work beside them. */
export async function namesOf(pool: Pool, persons: readonly string[]): Promise<ReadonlyMap<string, { zh: string; en: string }>> {
  const { rows } = await pool.query(`SELECT person, value::json AS name FROM journal.person_data WHERE person = ANY($1) AND key = 'name'`, [
    [...new Set(persons)],
  ]);
  return new Map(rows.map((r) => [r.person, r.name]));
}

/** What window seats did with people before them: who filed, brought papers, fetched a result. For a county that is lived. */
export interface AtWindowFact {
  readonly matter: string;
  readonly kind: 'received' | 'corrected' | 'delivered';
  readonly at: number;
  readonly seat: string;
}

export async function windowFacts(pool: Pool, from: LocalDate, seats: readonly string[]): Promise<AtWindowFact[]> {
  const { rows } = await pool.query<AtWindowFact>(
    `SELECT f.matter, f.kind, extract(epoch FROM f.at)::float8 AS at, f.capacity AS seat FROM journal.fact f
      WHERE f.kind IN ('received', 'corrected', 'delivered') AND f.at >= ($1::date::timestamp AT TIME ZONE 'Asia/Shanghai') AND f.capacity = ANY($2)
        AND (f.kind <> 'delivered' OR f.body::json ->> 'method' = 'in-person')
      ORDER BY f.at, f.matter, f.seq`,
    [from, seats],
  );
  return rows;
}

/** What the hall sees of a day: who is called where, and how many wait in each queue. No person, no matter. */
export interface Calls {
  readonly called: readonly {
    readonly queue: Queue;
    readonly ticket: number;
    readonly seat: string;
    readonly status: 'called' | 'serving';
  }[];
  readonly waiting: Readonly<Partial<Record<Queue, number>>>;
}

/** Whom the windows have called, the latest first; who waits, by queue. */
export async function callsOn(pool: Pool, day: LocalDate): Promise<Calls> {
  const [called, waiting] = await Promise.all([
    pool.query(
      `SELECT queue, ticket, seat, status FROM visits.visit WHERE day = $1 AND status IN ('called', 'serving') ORDER BY called DESC, ticket DESC LIMIT 60`,
      [day],
    ),
    pool.query(`SELECT queue, count(*)::int AS n FROM visits.visit WHERE day = $1 AND status = 'waiting' GROUP BY queue`, [day]),
  ]);
  return { called: called.rows, waiting: Object.fromEntries(waiting.rows.map(({ queue, n }) => [queue, n])) };
}
