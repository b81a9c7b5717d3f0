import type { ClientBase } from 'pg';
import { openCatalogue } from '../institutions/catalogue/commands.ts';
import { kind as duty } from '../institutions/duties/index.ts';
import { kind as licence } from '../institutions/licensing/index.ts';
import { institutions } from '../institutions.ts';
import type { Beside } from '../kernel/clock/checker/beside.ts';
import { check } from '../kernel/clock/checker/check.ts';
import type { TermRows } from '../kernel/clock/checker/term.ts';
import type { Clock } from '../kernel/clock/types.ts';
import { readFacts } from '../kernel/journal/verify.ts';
import { dayOf, factOf } from '../kernel/matter/fold.ts';
import type { AnyKind } from '../kernel/matter/types.ts';
import { DaysOfMatter } from './stored-days.ts';
import { TimeOfDuty } from './stored-duties.ts';
import { type Calendars, StepsOfMatter } from './stored-steps.ts';
import { TermsOfMatter } from './stored-terms.ts';

function* clocksIn(value: unknown): Generator<Clock> {
  if (typeof value !== 'object' || value === null) return;
  if ('derivation' in value && 'due' in value && 'zero' in value) yield value as Clock;
  else for (const part of Object.values(value)) yield* clocksIn(part);
}

/** Which record; of it a clock, a step, or the record itself by its kind. */
type Place = { readonly matter: string; readonly seq: number } & (
  | { readonly clock: Clock['kind'] | 'duty' }
  | { readonly step: string }
  | { readonly fact: string }
);

export interface Walked {
  readonly clocks: number;
  /** Times of recurring duties. */
  readonly duties: number;
  /** Days that a record has given a step, or left it. */
  readonly steps: number;
  /** Days of clocks, steps, pauses and of the record itself that a record repeats or names. */
  readonly days: number;
  /** Terms, articles, limits and grounds that were put beside the law and the county's data. */
  readonly terms: number;
  readonly matters: number;
  readonly differ: readonly (Place & { readonly faults: readonly string[] })[];
  /** What could not be compared: an earlier release did not record it, or the county has changed its own data since. No fault. */
  readonly notCompared: readonly (Place & { readonly what: readonly string[] })[];
}

/**
 * Every clock and time of a duty on record, each day of a step, and each day that a record repeats or names against the walking checker; their
 * terms and limits against the law and the county's data. Of matters open and closed, in order of matter and fact; each by the calendar it
 * names. A calendar edition that is not here cannot be walked, which is a fault too.
 */
export async function walkClocks(db: ClientBase, calendars: Calendars, law: TermRows): Promise<Walked> {
  const kinds = institutions.flatMap(({ kind }) => (kind ? [kind] : []));
  const catalogue = await openCatalogue(db as never);
  const walked = { clocks: 0, duties: 0, steps: 0, days: 0, terms: 0 };
  const [differ, notCompared] = [[] as Walked['differ'][number][], [] as Walked['notCompared'][number][]];
  const matters = new Set<string>();
  const found = (place: Place, faults: readonly string[]) => {
    matters.add(place.matter);
    if (faults.length > 0) differ.push({ ...place, faults });
  };
  const beside = (what: 'days' | 'terms', place: Place, { values, faults, notCompared: what_ }: Beside) => {
    walked[what] += values;
    if (values > 0) found(place, faults);
    if (what_.length > 0) notCompared.push({ ...place, what: what_ });
  };
  const begin = () => ({
    steps: new StepsOfMatter(calendars),
    days: new DaysOfMatter(calendars, law),
    terms: new TermsOfMatter(law, catalogue),
    duty: new TimeOfDuty(calendars, law),
  });
  let kind: AnyKind | undefined;
  /** The last day of the law's limit as it stood with the record before. */
  let [matter, legal]: [string, string?] = [''];
  let told = begin();
  for await (const row of readFacts(db)) {
    if (row.matter !== matter) [kind, legal, told] = [kinds.find((one) => one.opens === row.kind), undefined, begin()];
    matter = row.matter;
    if (!kind) throw new Error(`no institution opens a matter with ${row.kind}`);
    const fact = factOf(kind, row.kind, JSON.parse(row.body));
    const on = dayOf(row.at);
    const at = { matter, seq: row.seq };
    if (kind === duty) {
      const times = told.duty.walk(fact);
      if (times) {
        walked.duties += 1;
        found({ ...at, clock: 'duty' }, times);
      }
      beside('terms', { ...at, fact: fact.kind }, told.duty.rule(fact));
      beside('days', { ...at, fact: fact.kind }, told.duty.days(fact, on));
      continue;
    }
    const clocks = [...clocksIn(fact)];
    legal = clocks.find((clock) => clock.kind === 'legal')?.due ?? legal;
    for (const clock of clocks) {
      walked.clocks += 1;
      found({ ...at, clock: clock.kind }, clockFaults(clock, calendars, legal));
    }
    for (const { step, faults } of told.steps.tell(fact, on)) {
      walked.steps += 1;
      found({ ...at, step }, faults);
    }
    beside('days', { ...at, fact: fact.kind }, told.days.tell(fact as never, on));
    if (kind === licence) for (const [place, one] of told.terms.tell(fact)) beside('terms', { ...at, fact: fact.kind, ...place }, one);
  }
  return { ...walked, matters: matters.size, differ, notCompared };
}

function clockFaults(clock: Clock, calendars: Calendars, law: string | undefined): readonly string[] {
  const { edition } = clock.derivation;
  const years = calendars.years(edition);
  return years ? check(clock, years, edition, law) : [`derivation edition: ${edition} is no calendar known here`];
}
