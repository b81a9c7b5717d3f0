import type { Command, Outcome } from './command.ts';

export interface Waiting {
  /** One command, or several openings that stand or fall together. */
  readonly commands: readonly Command[];
  tries: number;
  /** Decided on what the database just said, not on memory. */
  read: boolean;
  settle(outcome: Outcome): void;
  fail(error: unknown): void;
}

type Group = readonly Waiting[];

/** What a lane holds alone: the matter, or the giving of new numbers. */
export const placeOf = (w: Waiting): string => w.commands[0]?.number ?? OPENING;
const OPENING = 'opening';

/** Who waits, and which places are in whose hands: a matter is never in two lanes, and new numbers are given by one at a time. */
export class Queue {
  #waiting: Waiting[] = [];
  readonly #held = new Map<string, Group>();

  get length(): number {
    return this.#waiting.length;
  }

  add(w: Waiting): void {
    this.#waiting.push(w);
  }

  /** They come first. */
  again(group: Group): void {
    this.#waiting.unshift(...group);
  }

  /** The next batch: whatever waits, save what another lane holds. */
  take(most: number): Group {
    const taken: Waiting[] = [];
    const left: Waiting[] = [];
    for (const w of this.#waiting) {
      const place = placeOf(w);
      const holder = this.#held.get(place);
      if (taken.length >= most || (holder && holder !== taken)) {
        left.push(w);
        continue;
      }
      this.#held.set(place, taken);
      taken.push(w);
    }
    this.#waiting = left;
    return taken;
  }

  release(group: Group): void {
    for (const w of group) if (this.#held.get(placeOf(w)) === group) this.#held.delete(placeOf(w));
  }

  /**
   * The numbers of this group are taken, though not committed: whoever opens a matter next may go on from them. Where somebody lost to
   * another server, nobody may before the commit. Says whether.
   */
  nextOpening(group: Group): boolean {
    if (this.#held.get(OPENING) !== group || group.some((w) => placeOf(w) === OPENING && w.tries > 0)) return false;
    return this.#held.delete(OPENING);
  }
}
