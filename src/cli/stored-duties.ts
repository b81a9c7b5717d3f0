import { type Round, roundAfter } from '../institutions/duties/index.ts';
import { Beside } from '../kernel/clock/checker/beside.ts';
import { after, isDay } from '../kernel/clock/checker/days.ts';
import { checkRound } from '../kernel/clock/checker/round.ts';
import { asOf, besideBasis, isNational, type TermRows, whose } from '../kernel/clock/checker/term.ts';
import type { Calendars } from './stored-steps.ts';

/** What a record may tell of a duty, whichever record it is. */
interface Telling {
  readonly kind: string;
  readonly term?: string;
  readonly tier?: string;
  readonly due?: string;
  readonly on?: string;
  readonly over?: number;
  readonly settled?: readonly { readonly due?: string }[];
}

/** One time of a recurring duty: its days walked, its rule beside the law, and what later records repeat of it. */
export class TimeOfDuty {
  #round: Round | undefined;
  readonly #calendars: Calendars;
  readonly #law: TermRows;

  constructor(calendars: Calendars, law: TermRows) {
    this.#calendars = calendars;
    this.#law = law;
  }

  /** The faults of a time that this record gives or moves; undefined where it gives none, or an earlier release did not say by what. */
  walk(fact: Telling): string[] | undefined {
    const days = roundAfter(this.#round, fact as never);
    this.#round = days ?? this.#round;
    return days?.derivation || days?.by ? checkRound(days, this.#calendars.years) : undefined;
  }

  /** What this record repeats of the time, or names; `on`: the day on which it was made. */
  days(fact: Telling, on: string): Beside {
    const beside = new Beside();
    const time = this.#round;
    if (fact.kind === 'duty-due-soon' || fact.kind === 'duty-passed') beside.same('due', fact.due, time?.due, 'the time');
    if (fact.kind === 'calendar-changed')
      for (const [i, { due }] of (fact.settled ?? []).entries()) beside.same(`settled[${i}].due`, due, time?.due, 'the time');
    if (fact.kind === 'duty-noted') {
      beside.within('on', fact.on, time?.earliest, on);
      // A day that may not be named, or is none, has been told already.
      if (!isDay(fact.on) || fact.on > on || (time && !isDay(time.due))) return beside;
      let over = 0;
      for (let day = time?.due ?? on; day < fact.on; day = after(day)) over += 1;
      beside.same('over', fact.over, over, 'counting gives');
    }
    return beside;
  }

  /** Its rule and its thresholds as the record keeps them, beside the law and the county's parameters. */
  rule(fact: Telling): Beside {
    const beside = new Beside();
    const term = fact.kind === 'duty-opened' ? this.#law.find(fact.term ?? '') : undefined;
    if (fact.kind === 'duty-opened') beside.same('term', fact.term, term && fact.term, 'the law');
    if (term) {
      beside.same('tier', fact.tier, isNational(term) ? 'law' : 'promise', whose(term));
      const { derivation } = this.#round ?? {};
      if (derivation) {
        const begun = this.#round!.due;
        besideBasis(beside, derivation.basis, term, begun);
        const compare = asOf(term, begun);
        for (const key of ['amount', 'unit'] as const) beside[compare](`derivation ${key}`, derivation[key], term[key], whose(term));
        for (const key of ['due', 'covers'] as const)
          beside[compare](`derivation recurs.${key}`, derivation.recurs[key] ?? null, term.recurs?.[key] ?? null, whose(term));
      }
    }
    const by = fact.kind === 'duty-opened' || fact.kind === 'calendar-changed' ? this.#round?.by : undefined;
    for (const key of by ? (['share', 'left'] as const) : [])
      beside.sameNow(`by.${key}`, by![key], this.#law.parameters.get(`lights.due-soon-${key}`)?.amount, 'the county');
    return beside;
  }
}
