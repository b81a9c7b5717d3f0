import { lastDayFor } from '../kernel/clock/checker/back.ts';
import { Beside } from '../kernel/clock/checker/beside.ts';
import { walkedDue } from '../kernel/clock/checker/check.ts';
import { after, isDay } from '../kernel/clock/checker/days.ts';
import type { TermRows } from '../kernel/clock/checker/term.ts';
import type { Clock, Pause } from '../kernel/clock/types.ts';
import type { Calendars } from './stored-steps.ts';

interface Moved {
  readonly clock: string;
  readonly from?: string;
  readonly to?: string;
  readonly due?: string;
  readonly would?: string;
}

/** What a record may tell of days, whichever record it is: the stored text may be anybody's. */
interface Telling {
  readonly kind: string;
  readonly on?: string;
  readonly day?: string;
  readonly by?: string;
  readonly clocks?: readonly Clock[];
  readonly steps?: readonly { readonly id: string; readonly due: string }[];
  readonly dues?: Readonly<Record<string, string>>;
  readonly step?: string;
  readonly organ?: string;
  readonly takesIn?: string;
  readonly clock?: string;
  readonly due?: string;
  readonly was?: string;
  readonly recorded?: string;
  readonly edition?: string;
  readonly ground?: string;
  readonly statutory?: boolean;
  readonly expected?: string;
  readonly toFollow?: { readonly by: string };
  readonly licenceUntil?: string;
  readonly deemed?: boolean;
  readonly method?: string;
  readonly notice?: { readonly published: string; readonly served: string };
  readonly moves?: readonly Moved[];
  readonly settled?: readonly Moved[];
  readonly kept?: readonly Moved[];
}

/** The clocks whose day 0 is the day of a record; all others go on from where they were. */
const BEGINS: Readonly<Record<string, readonly string[]>> = {
  received: ['acceptance', 'legal', 'promised'],
  corrected: ['acceptance', 'legal', 'promised'],
  accepted: ['legal', 'promised'],
  'deemed-accepted': ['legal', 'promised'],
  decided: ['delivery'],
  'remit-disputed': ['arbitration'],
  'third-parties-told': ['citizen'],
  'statement-heard': ['hearing'],
  'notice-published': ['notice'],
};
/** Records that name their own day. */
const DATED = ['received', 'corrected', 'accepted', 'deemed-accepted', 'decided', 'revoked', 'hearing-held'];
/** The last day that an officer may name: so many days ahead. */
function farthest(on: string): string {
  let day = on;
  for (let left = 366; left > 0; left--) day = after(day);
  return day;
}

/**
 * The days of one matter that its records repeat or name: the record's own day, day 0 and the pauses of its clocks, and each day that a record
 * tells of a clock, a step or a pause. Of the rules that wrote them nothing is used.
 */
export class DaysOfMatter {
  readonly #clocks = new Map<string, Clock>();
  /** The day of each clock by its kind, of each step by `step:` and its id; and the same before the calendar last changed. */
  readonly #due = new Map<string, string>();
  #before: ReadonlyMap<string, string> = new Map();
  /** Since when a breach is on record; and those that were taken back. */
  readonly #passed = new Map<string, string>();
  readonly #takenBack: Telling[] = [];
  #received?: string;
  #until?: string;
  #hearing?: string;
  #edition?: string;
  #held = false;
  readonly #calendars: Calendars;
  readonly #law: TermRows;

  constructor(calendars: Calendars, law: TermRows) {
    this.#calendars = calendars;
    this.#law = law;
  }

  /** What this record says of days; `on`: the day on which it was made. */
  tell(fact: Telling, on: string): Beside {
    const beside = new Beside();
    const own = this.#ownDay(fact, on, beside);
    if (DATED.includes(fact.kind)) beside.same('on', fact.on, own, 'it was');
    if (fact.kind === 'ticket-taken') beside.same('day', fact.day, on, 'it was');
    if (fact.kind === 'till-counted') beside.within('day', fact.day, undefined, on);
    this.#named(fact, on, beside);
    for (const clock of fact.clocks ?? []) this.#begun(clock, fact, own, beside);
    const was = new Map(this.#due);
    this.#take(fact, own);
    this.#repeated(fact, was, beside);
    this.#note(fact, on, was);
    return beside;
  }

  /** Silence accepts from the day of the receipt and renews from the day after the licence's last; a hearing is held on the day that was told. */
  #ownDay({ kind, deemed, on: says }: Telling, on: string, beside: Beside): string {
    if (kind === 'deemed-accepted') return this.#received ?? on;
    if (kind === 'decided' && deemed && this.#until) {
      const then = after(this.#until);
      if (says === on && then !== on)
        beside.notCompared.push(`on: says "${on}", the day of the record, as earlier releases did, and not "${then}"`);
      return says === on ? on : then;
    }
    return kind === 'hearing-held' ? (this.#hearing ?? on) : on;
  }

  /** Days that an officer names lie ahead, and not beyond a year. */
  #named({ kind, toFollow, expected, day, by }: Telling, on: string, beside: Beside): void {
    if (toFollow) beside.within('toFollow.by', toFollow.by, after(on), farthest(on));
    if (kind === 'paused') beside.within('expected', expected, after(on), farthest(on));
    // The same day may be told again, by another moderator, up to the day itself.
    if (kind !== 'hearing-notified') return;
    beside.within('day', day, on, farthest(on));
    // The calendar of the hearing's own clock knows the days that it reaches over.
    const clock = this.#clocks.get('hearing');
    const years = clock && isDay(day) && day <= clock.due ? this.#calendars.years(clock.derivation.edition) : undefined;
    const term = this.#law.find('licensing.hearing-notice');
    if (!years || !term || !day) beside.notCompared.push('by: the hearing has no clock that reaches so far');
    else beside.same('by', by, lastDayFor(term, day, years), 'counting back gives');
  }

  #begun(clock: Clock, fact: Telling, own: string, beside: Beside): void {
    const begins = BEGINS[fact.kind]?.includes(clock.kind) ?? false;
    const before = begins ? undefined : this.#clocks.get(clock.kind);
    const field = (name: string) => `${clock.kind}.${name}`;
    beside.same(field('zero'), clock.zero, begins ? own : before?.zero, begins ? 'it was' : 'before it was');
    const assumed = begins ? clock.kind !== 'acceptance' && ['received', 'corrected'].includes(fact.kind) : before?.assumedZero === true;
    beside.same(field('assumedZero'), clock.assumedZero === true, assumed, 'it is');
    const pauses = this.#pausesOf(before?.pauses ?? [], fact, clock, own);
    const told = clock.pauses ?? [];
    for (let i = 0; i < Math.max(told.length, pauses.length); i++)
      for (const key of ['ground', 'from', 'expected', 'to'] as const)
        if (told[i]?.[key] !== undefined || pauses[i]?.[key] !== undefined)
          beside.same(field(`pauses[${i}].${key}`), told[i]?.[key] ?? null, pauses[i]?.[key] ?? null, 'the records give');
    if (fact.kind !== 'paused') return;
    beside.same('expected', fact.expected, told.at(-1)?.expected, `the pause of ${clock.kind}`);
    beside.same('ground', fact.ground, told.at(-1)?.ground, `the pause of ${clock.kind}`);
  }

  /** A pause begins on the day of its record, and ends on the day of the resumption or of the decision. */
  #pausesOf(before: readonly Pause[], { kind }: Telling, clock: Clock, own: string): readonly Partial<Record<keyof Pause, string>>[] {
    if (kind === 'paused') {
      const { ground, expected } = clock.pauses.at(-1) ?? {};
      return [...before, { ground, from: own, expected }];
    }
    if (kind !== 'resumed' && kind !== 'decided') return before;
    return before.map((one) => (one.to ? one : { ground: one.ground, from: one.from, to: own > one.from ? own : one.from }));
  }

  #take(fact: Telling, own: string): void {
    for (const clock of fact.clocks ?? []) {
      this.#clocks.set(clock.kind, clock);
      this.#due.set(clock.kind, clock.due);
    }
    for (const { id, due } of fact.steps ?? []) this.#due.set(`step:${id}`, due);
    for (const [id, due] of Object.entries(fact.dues ?? {})) this.#due.set(`step:${id}`, due);
    if (fact.kind === 'arbitrated') {
      for (const id of [fact.step, fact.takesIn]) this.#due.delete(`step:${id}`);
      this.#due.set(fact.step === 'lead' ? 'step:lead' : `step:assist:${fact.organ}`, fact.due!);
    }
    if (fact.kind === 'received' || fact.kind === 'corrected') this.#received = own;
    this.#until = fact.licenceUntil ?? this.#until;
    if (fact.kind === 'hearing-notified') this.#hearing = fact.day;
    if (fact.kind === 'paused') this.#held = fact.statutory === true;
    const told = [this.#clocks.get('legal'), this.#clocks.get('promised')].flatMap((clock) => clock?.pauses ?? []);
    const [end] = told.flatMap(({ to, expected }) => (to ? [] : (expected ?? []))).sort();
    if (this.#held && end) this.#due.set('pause', end);
    else this.#due.delete('pause');
  }

  #repeated(fact: Telling, was: ReadonlyMap<string, string>, beside: Beside): void {
    const { kind, clock = '', notice } = fact;
    const due = this.#due.get(clock);
    if (kind === 'limit-near' || kind === 'limit-passed') beside.same('due', fact.due, due, clock);
    if (kind === 'limit-passed') {
      const back = this.#takenBack.findLast((one) => one.clock === clock && one.was === fact.due)?.on;
      if (fact.recorded ?? back) beside.same('recorded', fact.recorded ?? null, back ?? null, 'what was taken back');
    }
    if (kind === 'breach-taken-back') {
      beside.same('was', fact.was, this.#before.get(clock), `${clock} before`);
      beside.same('due', fact.due, due, clock);
      beside.same('on', fact.on, this.#passed.get(clock), 'the breach');
      beside.same('edition', fact.edition, this.#edition, 'the change');
    }
    if (kind === 'delivered' && fact.method === 'public-notice') {
      const told = this.#clocks.get('notice');
      beside.same('notice.published', notice?.published, told?.zero, 'the notice');
      beside.same('notice.served', notice?.served, told?.due, 'the notice');
    }
    if (kind === 'calendar-changed') this.#changed(fact, was, beside);
  }

  #changed({ moves = [], settled = [], kept = [], edition = '' }: Telling, was: ReadonlyMap<string, string>, beside: Beside): void {
    for (const [i, { clock, from, to }] of moves.entries()) {
      beside.same(`moves[${i}].from`, from, was.get(clock), `${clock} before`);
      beside.same(`moves[${i}].to`, to, this.#due.get(clock), clock);
    }
    for (const [i, { clock, due }] of settled.entries()) beside.same(`settled[${i}].due`, due, this.#due.get(clock), clock);
    const years = this.#calendars.ofSteps(edition);
    for (const [i, { clock, due, would }] of kept.entries()) {
      beside.same(`kept[${i}].due`, due, was.get(clock), clock);
      const its = this.#clocks.get(clock);
      if (its && years) beside.same(`kept[${i}].would`, would, walkedDue(its, years), 'walking gives');
    }
  }

  #note(fact: Telling, on: string, was: ReadonlyMap<string, string>): void {
    if (fact.kind === 'limit-passed') this.#passed.set(fact.clock!, fact.recorded ?? on);
    if (fact.kind === 'breach-taken-back') this.#takenBack.push(fact);
    if (fact.kind === 'calendar-changed') [this.#before, this.#edition] = [was, fact.edition];
    if (fact.kind === 'resumed' || fact.kind === 'decided') this.#held = false;
  }
}
