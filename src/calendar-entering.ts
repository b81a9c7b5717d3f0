import type { CalendarChange, Moves, No, Plan } from './calendar-edition.ts';
import { type CalendarEdition, changedDays } from './kernel/clock/index.ts';
import { appendEdition } from './kernel/journal/editions.ts';
import { type CalendarChanged, type Redated, redateAll, redatedFrom } from './kernel/matter/dates.ts';
import { completeAnswer, keepAnswer, keptAnswer, type Once } from './kernel/matter/kept-answers.ts';
import type { House } from './open-house.ts';

/** As planned on the calendar as it is; whoever finds another edition in the way is told so, or that there is nothing left to do. */
export async function entered(house: House, planned: () => Promise<Plan | No>, once?: Once): Promise<CalendarChange> {
  const answered = async () => once && replayed(house, once);
  const before = await answered();
  if (before) return before;
  const plan = await planned();
  if ('ok' in plan) return (await answered()) ?? plan;
  const head = headOf(plan);
  if (!(await append(house, plan.next, head, once))) {
    const now = (await answered()) ?? (await planned());
    return 'ok' in now ? now : { ok: false, refusals: [{ code: 'calendar-overtaken' }], faults: [] };
  }
  const found = await redateAll(house.pool, house.engine, plan.days);
  await asked(house, plan.next.number);
  // A repetition that came meanwhile has asked some of the matters.
  return once ? kept(house, head, once) : { ok: true, ...head, ...rowsOf(found) };
}

/** The edition, and which request has entered it, in one commit. */
async function append({ pool }: House, next: CalendarEdition, head: Head, once?: Once): Promise<boolean> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const done = (await appendEdition(client, next)) && (!once || (await keepAnswer(client, once, JSON.stringify({ head }))));
    await client.query(done ? 'COMMIT' : 'ROLLBACK');
    return done;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

/** The whole answer, kept: what stands on record of this change of the calendar. */
async function kept({ pool, calendar }: House, head: Head, once: Once): Promise<{ ok: true } & Moves> {
  const { number, before, name } = head.edition;
  const { at } = (await calendar()).editions[number - 1]!;
  const change = { ...head, ...rowsOf(await redatedFrom(pool, before, name, at)) };
  await completeAnswer(pool, once, JSON.stringify({ head, change }));
  return { ok: true, ...change };
}

/** What this request was answered before; where that was cut off, or is still under way, what its edition has moved. */
async function replayed(house: House, once: Once): Promise<CalendarChange | undefined> {
  const answer = await keptAnswer(house.pool, once);
  if (!answer) return undefined;
  if (!answer.hash.equals(once.hash)) return { ok: false, refusals: [{ code: 'idempotency-key-reused' }], faults: [] };
  const { head, change } = JSON.parse(answer.reply) as { head: Head; change?: Moves };
  if (change) return { ok: true, ...change, replayed: true };
  await redateAll(house.pool, house.engine, head.days);
  return { ...(await kept(house, head, once)), replayed: true };
}

type Head = Omit<Moves, 'moves' | 'settled' | 'kept'>;

export function headOf({ calendar, days, next, book, warnings }: Plan): Head {
  const years = next.undoes === undefined ? next.years : (book.last?.years ?? []);
  return {
    edition: {
      number: next.number,
      name: calendar.edition,
      before: book.calendar.edition,
      document: calendar.notice!.document,
      ...(next.undoes !== undefined && { undoes: next.undoes }),
    },
    years: years.map(({ year, layer, status }) => ({ year, layer, status })),
    warnings,
    days,
  };
}

export function rowsOf(found: readonly Redated[]): Pick<Moves, 'moves' | 'settled' | 'kept'> {
  const each = <T>(of: (fact: CalendarChanged) => readonly T[] | undefined) =>
    found.flatMap(({ matter, fact }) => (of(fact) ?? []).map((one) => ({ matter, ...one })));
  return {
    moves: each((fact) => fact.moves).map(({ matter, clock, from, to, whose, turns }) => ({ matter, clock, from, to, whose, turns })),
    settled: each((fact) => fact.settled).map(({ matter, clock, due, whose, turns }) => ({ matter, clock, due, whose, turns })),
    kept: each((fact) => fact.kept).map(({ matter, clock, due, would }) => ({ matter, clock, due, would })),
  };
}

/** What a stop left undone: matters that a later edition reaches and nobody has asked yet. Part of every sweep. */
export async function askLate(house: House): Promise<number> {
  const { rows } = await house.pool.query<{ last: number; asked: number }>(
    `SELECT (SELECT coalesce(max(number), 0) FROM journal.calendar_edition) AS last,
            coalesce((SELECT number FROM matter.calendar_asked), 0) AS asked`,
  );
  const { last, asked: done } = rows[0]!;
  if (last <= done) return 0;
  const book = await house.calendar();
  const days = changedDays(book.after(done), book.calendar);
  const found = days ? await redateAll(house.pool, house.engine, days) : [];
  await asked(house, book.editions.length);
  return found.length;
}

const asked = (house: House, number: number) =>
  house.pool.query(
    `INSERT INTO matter.calendar_asked (number) VALUES ($1)
     ON CONFLICT (one) DO UPDATE SET number = greatest(matter.calendar_asked.number, excluded.number)`,
    [number],
  );
