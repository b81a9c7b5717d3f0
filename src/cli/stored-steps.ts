import { after } from '../kernel/clock/checker/days.ts';
import { type StepTold, stepDue } from '../kernel/clock/checker/step.ts';
import type { CalendarBook } from '../kernel/clock/index.ts';
import type { CalendarYear, Clock } from '../kernel/clock/types.ts';

/** Years by the name of a calendar: of that calendar, and of those by which steps and the law's limits are reckoned while it is in force. */
export interface Calendars {
  years(edition: string): readonly CalendarYear[] | undefined;
  ofSteps(edition: string): readonly CalendarYear[] | undefined;
  ofLaw(edition: string): readonly CalendarYear[] | undefined;
}

/** By the editions of a county: a stop of work moves a promise and its steps, never the law's limit, so that beside each calendar there is another with it. */
export function calendarsOf(book: CalendarBook): Calendars {
  const beside = (edition: string, which: 0 | -1) => {
    const number = book.editions.findLastIndex((_, n) => book.names(n + 1).includes(edition)) + 1;
    return book.years(book.names(number).includes(edition) ? book.names(number).at(which)! : edition);
  };
  return { years: book.years, ofSteps: (edition) => beside(edition, -1), ofLaw: (edition) => beside(edition, 0) };
}

/** What a record may tell of steps, whichever record it is. */
interface Telling {
  readonly kind: string;
  readonly on?: string;
  readonly clocks?: readonly Clock[];
  readonly steps?: readonly { readonly id: string; readonly due: string; readonly limit: StepTold['limit'] }[];
  /** Steps that were given another day. */
  readonly dues?: Readonly<Record<string, string>>;
  /** A step that was ruled on: whose it is, and by when. */
  readonly step?: string;
  readonly organ?: string;
  readonly due?: string;
  readonly takesIn?: string;
  readonly statutory?: boolean;
  /** Of a changed calendar. */
  readonly edition?: string;
}

interface Open {
  readonly zero: string;
  readonly limit: StepTold['limit'];
  readonly due: string;
  readonly ruled?: true;
}

export interface WalkedStep {
  readonly step: string;
  readonly faults: readonly string[];
}

const ENDS = ['decided', 'withdrawn', 'rejected', 'forwarded'];

/**
 * The days of one matter's steps, each walked again as its records tell them: when it was handed over, its limit, what paused it, what binds it.
 * Of the rules that gave them their days nothing is used.
 */
export class StepsOfMatter {
  readonly #clocks = new Map<string, Clock>();
  readonly #open = new Map<string, Open>();
  #edition = '';
  #held = false;
  readonly #calendars: Calendars;

  constructor(calendars: Calendars) {
    this.#calendars = calendars;
  }

  /** The steps that this record gives a day, with what differs from the walk; `on`: its own day. */
  *tell(fact: Telling, on: string): Generator<WalkedStep> {
    const acceptance = this.#clocks.get('acceptance');
    for (const clock of fact.clocks ?? []) this.#clocks.set(clock.kind, clock);
    this.#edition = fact.edition ?? fact.clocks?.at(-1)?.derivation.edition ?? this.#edition;
    if (fact.kind === 'paused') this.#held = fact.statutory === true;
    if (fact.kind === 'resumed') this.#held = false;

    const given = this.#given(fact, on, acceptance);
    for (const [id, step] of given) {
      this.#open.set(id, step);
      const walked = this.#walked(step);
      const faults = walked === step.due ? [] : [`due: says "${step.due}", walking gives ${walked ? `"${walked}"` : 'none'}`];
      yield { step: id, faults };
    }
    if (fact.kind === 'approved' && fact.step) this.#open.delete(fact.step);
    if (ENDS.includes(fact.kind)) this.#open.clear();
  }

  #given(fact: Telling, on: string, acceptance: Clock | undefined): [string, Open][] {
    if (fact.steps) {
      // What silence accepted was handed over on the day after the last one to answer.
      const zero = fact.kind === 'deemed-accepted' && acceptance ? after(acceptance.due) : (fact.on ?? on);
      return fact.steps.map(({ id, due, limit }) => [id, { zero, limit, due }]);
    }
    if (fact.kind === 'arbitrated') {
      const ruled = this.#open.get(fact.step!);
      if (fact.takesIn) this.#open.delete(fact.takesIn);
      this.#open.delete(fact.step!);
      return ruled ? [[fact.step === 'lead' ? 'lead' : `assist:${fact.organ}`, { ...ruled, zero: on, due: fact.due!, ruled: true }]] : [];
    }
    // Whatever may move a step: also one that it leaves where it was.
    if (!['resumed', 'extended', 'calendar-changed'].includes(fact.kind)) return [];
    return [...this.#open]
      .filter(([id]) => !this.#held || fact.dues?.[id])
      .map(([id, step]) => [id, { ...step, due: fact.dues?.[id] ?? step.due }]);
  }

  /** Undefined where a calendar that is named is not here, or a clock has no end. */
  #walked({ zero, limit, ruled }: Open): string | undefined {
    const [legal, promised] = [this.#clocks.get('legal'), this.#clocks.get('promised')];
    const { years: named, ofSteps } = this.#calendars;
    const years = promised ? ofSteps(this.#edition) : named(this.#edition);
    const binding = [legal, ruled ? undefined : promised].flatMap((clock) => {
      const its = clock && this.#yearsOf(clock);
      return clock && its ? [{ clock, years: its }] : [];
    });
    return years && stepDue({ zero, limit, pauses: (legal ?? promised)?.pauses ?? [], binding }, years);
  }

  /** Without the pause that holds it, a clock goes by the calendar of its day: that it was left as it was says nothing of its other days. */
  #yearsOf({ kind, pauses, derivation }: Clock): readonly CalendarYear[] | undefined {
    const held = pauses.some(({ to }) => to === undefined);
    if (!held) return this.#calendars.years(derivation.edition);
    return kind === 'promised' ? this.#calendars.ofSteps(this.#edition) : this.#calendars.ofLaw(this.#edition);
  }
}
