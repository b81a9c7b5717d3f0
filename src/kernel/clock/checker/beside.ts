import { isDay } from './days.ts';

/**
 * Values that are on record beside what they have to be: a sentence for each that is another. What there is nothing to put beside, in facts of
 * earlier releases or where the county has changed its own data since, is said and is no fault.
 */
export class Beside {
  /** How many were compared. */
  values = 0;
  readonly faults: string[] = [];
  readonly notCompared: string[] = [];

  /** `where` the other value stands. */
  same(what: string, says: unknown, is: unknown, where: string): void {
    if (says === undefined && is !== undefined) this.notCompared.push(`${what}: the record does not say it`);
    else if (this.#unequal(says, is))
      this.faults.push(`${what}: says ${shown(says)}, ${where} ${is === undefined ? 'has none' : shown(is)}`);
  }

  /** A value of the county's own, which may have been another when the fact was written. */
  sameNow(what: string, says: unknown, is: unknown, where: string): void {
    if (this.#unequal(says, is))
      this.notCompared.push(`${what}: says ${shown(says)}, ${where} ${shown(is)} now, and of before nothing is kept`);
  }

  /** A day that may be named, both ends included. */
  within(what: string, says: string | undefined, from: string | undefined, to: string | undefined): void {
    if (says === undefined) {
      this.notCompared.push(`${what}: the record does not say it`);
      return;
    }
    this.values += 1;
    if (!isDay(says)) this.faults.push(`${what}: ${shown(says)} is no date`);
    else if (from !== undefined && says < from) this.faults.push(`${what}: says ${shown(says)}, may not be before ${shown(from)}`);
    else if (to !== undefined && says > to) this.faults.push(`${what}: says ${shown(says)}, may not be after ${shown(to)}`);
  }

  #unequal(says: unknown, is: unknown): boolean {
    this.values += 1;
    return shown(says) !== shown(is);
  }
}

const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));
