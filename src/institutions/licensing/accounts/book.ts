import type { ClientBase, Pool } from 'pg';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import { type Refusal, reasonFor } from '../../../kernel/decision.ts';
import { countUntallied, keepTallies, openVersions, talliedUntil, tallies, tallyProgress, untallied } from '../queries/account-tallies.ts';
import { limitsKept, type TalliedDay, talliedDays, talliesOfDays } from '../queries/accounts.ts';
import type { Tally } from './spells.ts';
import type { AccountsAsk, Counted, Place } from './sums.ts';
import { accountRefusals } from './words.ts';

const because = reasonFor(accountRefusals);

/** Histories are folded so many at a time. */
const BATCH = 500;
/** More closed matters than this are not folded while somebody waits. */
const MOST = 2000;
/** A turn of the sweep adds up no more than this: lights do not wait for the accounts of ten years. */
const TURN = 5000;

interface Turn {
  /** Matters at once. */
  readonly most?: number;
  /** Also those closed long ago: on a server's first turn, and where a county was imported or its clock set back. */
  readonly all?: boolean;
}

/** Adds up the accounts of matters closed since the last time, in the order of their closing; how many. */
export async function tallyClosed(pool: Pick<Pool | ClientBase, 'query'>, { most = TURN, all = false }: Turn = {}): Promise<number> {
  let done = 0;
  for (let found = BATCH; found === BATCH && done < most; done += found) {
    const closed = await untallied(pool, BATCH, [all ? '-infinity' : await talliedUntil(pool), 'infinity']);
    found = closed.length;
    if (found > 0) await keepTallies(pool, closed);
  }
  return done;
}

type Remembered = Map<string, { readonly version: number; readonly tally: Tally }>;

/** What the tables do not hold yet: open matters, remembered until their version moves, and those just closed. */
export class AccountBook {
  readonly #pool: Pool;
  readonly #shelf: Shelf;
  #open: Remembered = new Map();

  constructor(pool: Pool) {
    this.#pool = pool;
    this.#shelf = new Shelf(pool);
  }

  /** Every matter that is asked about, as it is counted. */
  async matters(ask: AccountsAsk): Promise<Counted[]> {
    const [kept, limits] = await Promise.all([
      ask.closed ? this.#shelf.matters(ask.closed.from, ask.closed.to) : [],
      limitsKept(
        this.#pool,
        ask.given.map(({ matter }) => matter),
      ),
    ]);
    // A sweep may add one up between the two questions.
    const given = new Set(ask.given.map(({ matter }) => matter));
    const others = given.size > 0 ? kept.filter(({ matter }) => !given.has(matter)) : kept;
    return [...others, ...ask.given.map((tally) => counted(tally, limits.get(tally.matter), ask.now))];
  }

  async justClosed(from: LocalDate, to: LocalDate): Promise<readonly Tally[] | Refusal> {
    const more = await countUntallied(this.#pool, MOST + 1, [from, to]);
    if (more > MOST) {
      const { all, left, ever } = await tallyProgress(this.#pool, [from, to]);
      return because('accounts-not-ready', { params: { all, n: left, turn: TURN, minutes: Math.ceil(ever / TURN), seconds: 60 } });
    }
    return more === 0 ? [] : untallied(this.#pool, MOST, [from, to]);
  }

  async open(): Promise<readonly Tally[]> {
    const now = await openVersions(this.#pool);
    const next: Remembered = new Map();
    const stale: typeof now = [];
    for (const { number, version } of now) {
      const known = this.#open.get(number);
      if (known?.version === version) next.set(number, known);
      else stale.push({ number, version });
    }
    for (let at = 0; at < stale.length; at += BATCH) {
      const some = stale.slice(at, at + BATCH);
      const folded = new Map(
        (
          await tallies(
            this.#pool,
            some.map(({ number }) => number),
          )
        ).map((tally) => [tally.matter, tally]),
      );
      for (const { number, version } of some) next.set(number, { version, tally: folded.get(number)! });
    }
    this.#open = next;
    return [...next.values()].map(({ tally }) => tally).filter(({ closed }) => closed === undefined);
  }
}

/** A spell that lasts is counted until now. */
const counted = (
  { matter, item, lead, opened, closed, spells }: Tally,
  limits: Pick<Counted, 'kept' | 'lawful'> | undefined,
  now: number,
): Counted => ({
  matter,
  item,
  lead,
  places: spells,
  at: [opened, ...spells.map(({ from, to }) => to ?? Math.max(now, from))],
  ...(closed === undefined && { open: true }),
  kept: limits?.kept ?? null,
  lawful: limits?.lawful ?? null,
});

/** Days remembered are let go of when they hold more matters than this. */
const REMEMBERED = 400_000;

interface Day {
  readonly mark: string;
  readonly matters: readonly Counted[];
}

/** What was added up, remembered by day: a day's matters are read again only when another of them has been added up. */
class Shelf {
  readonly #pool: Pool;
  readonly #places = new Map<string, Place>();
  #days = new Map<LocalDate, Day>();

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async matters(from: LocalDate, to: LocalDate): Promise<Counted[]> {
    const asked = await talliedDays(this.#pool, from, to);
    const stale = asked.filter(({ day, mark }) => this.#days.get(day)?.mark !== mark);
    const held = [...this.#days.values()].reduce((n, { matters }) => n + matters.length, 0);
    if (stale.length > 0 && held > REMEMBERED) this.#days = new Map();
    const missing = asked.filter(({ day, mark }) => this.#days.get(day)?.mark !== mark);
    if (missing.length > 0) await this.#read(missing);
    return asked.flatMap(({ day }) => this.#days.get(day)?.matters ?? []);
  }

  async #read(days: readonly TalliedDay[]): Promise<void> {
    const found = new Map<LocalDate, Counted[]>(days.map(({ day }) => [day, []]));
    for (const { day, opened, at, held, ...about } of await talliesOfDays(
      this.#pool,
      days.map(({ day }) => day),
    ))
      found.get(day)?.push({
        ...about,
        places: held === '' ? [] : held.split(',').map((name) => this.#place(name)),
        at: at.split(',').map((offset) => opened + Number(offset)),
      });
    for (const { day, mark } of days) this.#days.set(day, { mark, matters: found.get(day)! });
  }

  #place(name: string): Place {
    const known = this.#places.get(name);
    if (known) return known;
    const [part, organ, level, seat] = name.split('/') as [Place['part'], string, Place['level'], string];
    const made = { part, organ, level, seat };
    this.#places.set(name, made);
    return made;
  }
}
