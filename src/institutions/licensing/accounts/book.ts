import type { Pool } from 'pg';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import { type Refusal, reasonFor } from '../../../kernel/decision.ts';
import { countUntallied, keepTallies, openVersions, tallies, untallied } from '../queries/account-tallies.ts';
import type { Tally } from './spells.ts';
import { accountRefusals } from './words.ts';

const because = reasonFor(accountRefusals);

/** Histories are folded so many at a time. */
const BATCH = 500;
/** More closed matters than this are not folded while somebody waits. */
const MOST = 2000;
/** A turn of the sweep adds up no more than this: lights do not wait for the accounts of ten years. */
const TURN = 5000;

/** Adds up the accounts of matters closed since the last time; how many. `most` at once. */
export async function tallyClosed(pool: Pool, most = TURN): Promise<number> {
  let done = 0;
  for (let found = BATCH; found === BATCH && done < most; done += found) {
    const closed = await untallied(pool, BATCH);
    found = closed.length;
    if (found > 0) await keepTallies(pool, closed);
  }
  return done;
}

type Remembered = Map<string, { readonly version: number; readonly tally: Tally }>;

/** What the tables do not hold yet: open matters, remembered until their version moves, and those just closed. */
export class AccountBook {
  readonly #pool: Pool;
  #open: Remembered = new Map();

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async justClosed(from: LocalDate, to: LocalDate): Promise<readonly Tally[] | Refusal> {
    const more = await countUntallied(this.#pool, MOST + 1, [from, to]);
    if (more > MOST) return because('accounts-not-ready', { params: { n: MOST } });
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
