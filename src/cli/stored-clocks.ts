import type { ClientBase } from 'pg';
import { kind as duty, type Round, roundAfter } from '../institutions/duties/index.ts';
import { institutions } from '../institutions.ts';
import { check } from '../kernel/clock/checker/check.ts';
import { checkRound } from '../kernel/clock/checker/round.ts';
import type { Clock } from '../kernel/clock/types.ts';
import { readFacts } from '../kernel/journal/verify.ts';
import { dayOf, factOf } from '../kernel/matter/fold.ts';
import type { AnyKind } from '../kernel/matter/types.ts';
import { type Calendars, StepsOfMatter } from './stored-steps.ts';

function* clocksIn(value: unknown): Generator<Clock> {
  if (typeof value !== 'object' || value === null) return;
  if ('derivation' in value && 'due' in value && 'zero' in value) yield value as Clock;
  else for (const part of Object.values(value)) yield* clocksIn(part);
}

interface Differs {
  readonly matter: string;
  readonly seq: number;
  readonly faults: readonly string[];
}

export interface Walked {
  readonly clocks: number;
  /** Days that a record has given a step, or left it. */
  readonly steps: number;
  readonly matters: number;
  readonly differ: readonly (Differs & ({ readonly clock: Clock['kind'] | 'duty' } | { readonly step: string }))[];
}

/**
 * Every clock and time of a duty on record, and each day of a step, against the walking checker, of matters open and closed, in order of matter and fact; each
 * by the calendar it names. A calendar edition that is not here cannot be walked, which is a fault too.
 */
export async function walkClocks(db: ClientBase, calendars: Calendars): Promise<Walked> {
  const kinds = institutions.flatMap(({ kind }) => (kind ? [kind] : []));
  const differ: Walked['differ'][number][] = [];
  const matters = new Set<string>();
  let [clocks, steps] = [0, 0];
  let kind: AnyKind | undefined;
  /** The last day of the law's limit as it stood with the record before. */
  let [matter, law]: [string, string?] = [''];
  let told = new StepsOfMatter(calendars);
  let round: Round | undefined;
  for await (const row of readFacts(db)) {
    if (row.matter !== matter) {
      [kind, law, round] = [kinds.find((one) => one.opens === row.kind), undefined, undefined];
      told = new StepsOfMatter(calendars);
    }
    matter = row.matter;
    if (!kind) throw new Error(`no institution opens a matter with ${row.kind}`);
    const fact = factOf(kind, row.kind, JSON.parse(row.body));
    const place = { matter, seq: row.seq };
    const walked = (clock: Clock['kind'] | 'duty', faults: readonly string[]) => {
      clocks += 1;
      matters.add(matter);
      if (faults.length > 0) differ.push({ ...place, clock, faults });
    };
    const days = kind === duty ? roundAfter(round, fact as never) : undefined;
    round = days ?? round;
    // What an earlier release recorded without saying by what is not walked.
    if (days?.derivation || days?.by) walked('duty', checkRound(days, calendars.years));
    const found = [...clocksIn(fact)];
    law = found.find((clock) => clock.kind === 'legal')?.due ?? law;
    for (const clock of found) walked(clock.kind, clockFaults(clock, calendars, law));
    for (const { step, faults } of told.tell(fact, dayOf(row.at))) {
      steps += 1;
      if (faults.length > 0) differ.push({ ...place, step, faults });
    }
  }
  return { clocks, steps, matters: matters.size, differ };
}

function clockFaults(clock: Clock, calendars: Calendars, law: string | undefined): readonly string[] {
  const { edition } = clock.derivation;
  const years = calendars.years(edition);
  return years ? check(clock, years, edition, law) : [`derivation edition: ${edition} is no calendar known here`];
}
