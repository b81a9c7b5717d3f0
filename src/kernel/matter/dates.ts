import type { Pool } from 'pg';
import type { Lawbook } from '../clock/lawbook.ts';
import type { LocalDate } from '../clock/types.ts';
import type { Role } from '../organisation/types.ts';
import type { Text } from '../text.ts';
import { performForLaw } from './bulk.ts';
import type { Engine } from './engine.ts';
import { foldHistory, HISTORY, type History, type SealedFact } from './fold.ts';
import type { AnyKind, FactBase, Moment } from './types.ts';

/** A legal date that is still open: a running clock's, or a step's. */
export interface OpenDate {
  /** The clock's kind, or `step:` and the step. */
  readonly clock: string;
  readonly due: LocalDate;
  readonly whose: 'organ' | 'citizen';
  readonly provisional: boolean;
  readonly conditional: boolean;
  /** A pause holds it: the told end by which it is reckoned, which may have passed while the pause goes on. */
  readonly pausedUntil?: LocalDate;
}

/** A clock or a step that runs now, and who has it in hand: what whoever urges asks of a matter. */
export interface Watched {
  /** The clock's kind, `step:` and the step, or `pause`. */
  readonly clock: string;
  readonly due: LocalDate;
  /** From when it is due soon; later than `due` where it is watched only once that is past. */
  readonly soon?: LocalDate;
  /** Whose limit it is: the law's, the county's promise, a step's own under the total. */
  readonly tier: 'law' | 'promise' | 'step';
  readonly organ: string;
  /** Roles that may act next. */
  readonly roles: readonly Role[];
}

/** What a changed calendar turns, beside the date itself. */
export type Turn =
  | 'becomes-late'
  | 'no-longer-late'
  | 'becomes-due-soon'
  | 'no-longer-due-soon'
  | 'becomes-provisional'
  | 'no-longer-provisional'
  | 'accepted-by-silence'
  /** The promise ends with the law's own last day, and would end later. */
  | 'promise-capped'
  | 'promise-within-law'
  /** Both days are as if the pause that holds it ended as told. */
  | 'while-paused'
  | 'restored';

export interface DateMove {
  readonly clock: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly whose: OpenDate['whose'];
  readonly turns: readonly Turn[];
}

/** What every kind with dates records when a changed calendar reaches them. */
export interface CalendarChanged extends FactBase {
  readonly kind: 'calendar-changed';
  readonly moves: readonly DateMove[];
  /** The date stays; how it is reckoned, or whether it is certain, does not. */
  readonly settled?: readonly {
    readonly clock: string;
    readonly due: LocalDate;
    readonly whose: OpenDate['whose'];
    readonly turns: readonly Turn[];
  }[];
  /** A citizen's limit that would have become shorter: the later date is kept. */
  readonly kept?: readonly { readonly clock: string; readonly due: LocalDate; readonly would: LocalDate }[];
}

/** A kind whose matters have legal dates. */
export interface Dated<S, F extends FactBase> {
  /** What a clock of its is called; undefined for another kind's. */
  name(clock: string): Text | undefined;
  /** What its matters are about (`Summary.subject`), where that is no item of the catalogue. */
  subject?(subject: string, law: Lawbook): Text | undefined;
  /** Where the workbench opens a matter of it, where that is no page of a licence. */
  page?(number: string): string;
  open(state: S, law: Lawbook): readonly OpenDate[];
  /** What runs now and somebody of the county has to keep. */
  watched(state: S): readonly Watched[];
  /** What the calendar in force makes of them; undefined when they stand. */
  redate(state: S, moment: Pick<Moment, 'calendar' | 'law' | 'today'>): (F & CalendarChanged) | undefined;
}

export interface Reach {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

interface OpenMatter {
  readonly number: string;
  readonly kind: AnyKind;
  readonly state: unknown;
}

const PAGE = 500;

/** Numbers of open matters with a date that lies over these days; without days, of all. */
async function reached(pool: Pool, days: Reach | undefined): Promise<{ number: string; kind: string }[]> {
  const { rows } = await pool.query<{ number: string; kind: string }>(
    `SELECT number, kind FROM matter.matter WHERE closed IS NULL AND reach >= $1::date AND opened < ($2::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
      ORDER BY number`,
    [days?.from ?? '-infinity', days?.to ?? '9999-12-30'],
  );
  return rows;
}

/** Those matters, folded; while one page is, the next is read. */
export async function* openMatters(pool: Pool, kindOf: (name: string) => AnyKind, days?: Reach): AsyncGenerator<OpenMatter> {
  const found = await reached(pool, days);
  const page = (at: number) => {
    const read = pool.query<{ number: string; kind: string; history: History }>(
      `SELECT m.number, m.kind, ${HISTORY} AS history FROM matter.matter m WHERE m.number = ANY($1) ORDER BY m.number`,
      [found.slice(at, at + PAGE).map(({ number }) => number)],
    );
    // Whoever stops half-way does not wait for it.
    read.catch(() => {});
    return read;
  };
  for (let at = 0, next = found.length > 0 ? page(0) : undefined; next; at += PAGE) {
    const { rows } = await next;
    next = at + PAGE < found.length ? page(at + PAGE) : undefined;
    for (const { number, kind: name, history } of rows) {
      const kind = kindOf(name);
      yield { number, kind, state: foldHistory(kind, number, history).state };
    }
  }
}

/** Every open date of the county, by number. */
export async function* openDates(
  pool: Pool,
  kindOf: (name: string) => AnyKind,
  law: Lawbook,
): AsyncGenerator<OpenDate & { readonly matter: string }> {
  for await (const { number, kind, state } of openMatters(pool, kindOf))
    for (const date of kind.dates?.open(state, law) ?? []) yield { matter: number, ...date };
}

/** One matter's share in a change of the calendar. */
export interface Redated {
  readonly matter: string;
  readonly fact: CalendarChanged;
}

/** What a calendar would do, matter by matter; nothing is written. */
export async function* rehearse(
  pool: Pool,
  kindOf: (name: string) => AnyKind,
  moment: Pick<Moment, 'calendar' | 'law' | 'today'>,
  days: Reach,
): AsyncGenerator<Redated> {
  for await (const { number, kind, state } of openMatters(pool, kindOf, days)) {
    const fact = kind.dates?.redate(state, moment);
    if (fact) yield { matter: number, fact: dated(fact) };
  }
}

/**
 * Has each matter whose dates reach into these days reckoned anew by the calendar in force, through the engine. A matter that somebody
 * acts on meanwhile, or that a stop leaves out, does it by itself when it is next acted on or swept.
 */
export async function redateAll(pool: Pool, engine: Engine, days: Reach): Promise<Redated[]> {
  const done: Redated[] = [];
  const told = (facts: readonly SealedFact[]) => {
    for (const { kind, matter, body } of facts) if (kind === 'calendar-changed') done.push({ matter, fact: dated(JSON.parse(body)) });
  };
  await performForLaw(pool, engine, await reached(pool, days), { told });
  return done.sort(byMatter);
}

/** What was recorded when one calendar gave way to another, by their names, since that was entered (seconds since the epoch). */
export async function redatedFrom(pool: Pool, before: string, edition: string, since: number): Promise<Redated[]> {
  const { rows } = await pool.query<{ matter: string; body: string }>(
    `SELECT matter, body FROM journal.fact WHERE kind = 'calendar-changed' AND at >= to_timestamp($1) ORDER BY seq`,
    [since],
  );
  const done = rows.flatMap(({ matter, body }) => {
    const fact: CalendarChanged & { readonly edition: string; readonly before: string } = JSON.parse(body);
    return fact.edition === edition && fact.before === before ? [{ matter, fact: dated(fact) }] : [];
  });
  return done.sort(byMatter);
}

const byMatter = (a: Redated, b: Redated): number => (a.matter < b.matter ? -1 : a.matter > b.matter ? 1 : 0);

/** Of a fact what is told of a change: of a million of them the clocks would fill the memory. */
const dated = ({ moves, settled, kept }: Omit<CalendarChanged, 'kind'>): CalendarChanged => ({
  kind: 'calendar-changed',
  moves,
  ...(settled && { settled }),
  ...(kept && { kept }),
});

/** Matters that came from before dates were noted: how far they reach and what is foreseen of them, once. Needs the owner or the application. */
export async function reckonReach(pool: Pool, kindOf: (name: string) => AnyKind): Promise<number> {
  for (let done = 0; ; ) {
    const { rows } = await pool.query<{ number: string; kind: string; history: History }>(
      `SELECT m.number, m.kind, ${HISTORY} AS history FROM matter.matter m WHERE m.reach = 'infinity' ORDER BY m.number LIMIT ${PAGE}`,
    );
    if (rows.length === 0) return done;
    const reckoned = rows.map(({ number, kind: name, history }) => {
      const kind = kindOf(name);
      return kind.summary(foldHistory(kind, number, history).state);
    });
    await pool.query(
      `UPDATE matter.matter m SET reach = x.reach, foreseen = x.foreseen, next_change = x.next_change, light = x.light
         FROM unnest($1::text[], $2::date[], $3::text[], $4::date[], $5::text[]) AS x(number, reach, foreseen, next_change, light)
        WHERE m.number = x.number AND m.reach = 'infinity'`,
      [
        rows.map(({ number }) => number),
        reckoned.map(({ reach }) => reach ?? null),
        reckoned.map(({ foreseen }) => foreseen ?? null),
        reckoned.map(({ nextChange }) => nextChange ?? null),
        reckoned.map(({ light }) => light),
      ],
    );
    done += rows.length;
  }
}
