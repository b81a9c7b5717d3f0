import type { ClientBase } from 'pg';
import { kind as duty, type Round, roundAfter } from '../institutions/duties/index.ts';
import { institutions } from '../institutions.ts';
import { check } from '../kernel/clock/checker/check.ts';
import { checkRound } from '../kernel/clock/checker/round.ts';
import type { CalendarYear, Clock } from '../kernel/clock/types.ts';
import { readFacts } from '../kernel/journal/verify.ts';
import { factOf } from '../kernel/matter/fold.ts';
import type { AnyKind } from '../kernel/matter/types.ts';

interface Stored {
  readonly matter: string;
  readonly seq: number;
}
interface StoredClock extends Stored {
  readonly clock: Clock;
  /** The last day of the law's limit as it stood with that fact. */
  readonly law?: string;
}
/** A time of a recurring duty. */
interface StoredRound extends Stored {
  readonly round: Round;
}

/** Every clock that a fact has recorded, of matters open and closed, in order of matter and fact. */
async function* storedClocks(db: ClientBase): AsyncGenerator<StoredClock | StoredRound> {
  const kinds = institutions.flatMap(({ kind }) => (kind ? [kind] : []));
  let kind: AnyKind | undefined;
  let [matter, law]: [string, string?] = [''];
  let round: Round | undefined;
  for await (const row of readFacts(db)) {
    if (row.matter !== matter) [kind, law, round] = [kinds.find((one) => one.opens === row.kind), undefined, undefined];
    matter = row.matter;
    if (!kind) throw new Error(`no institution opens a matter with ${row.kind}`);
    const fact = factOf(kind, row.kind, JSON.parse(row.body));
    const days = kind === duty ? roundAfter(round, fact as never) : undefined;
    round = days ?? round;
    // What an earlier release recorded without saying by what.
    if (days?.derivation || days?.by) yield { matter, seq: row.seq, round: days };
    const clocks = [...clocksIn(fact)];
    law = clocks.find((clock) => clock.kind === 'legal')?.due ?? law;
    for (const clock of clocks) yield { matter, seq: row.seq, clock, law };
  }
}

function* clocksIn(value: unknown): Generator<Clock> {
  if (typeof value !== 'object' || value === null) return;
  if ('derivation' in value && 'due' in value && 'zero' in value) yield value as Clock;
  else for (const part of Object.values(value)) yield* clocksIn(part);
}

export interface Walked {
  readonly clocks: number;
  readonly matters: number;
  readonly differ: readonly {
    readonly matter: string;
    readonly seq: number;
    readonly clock: Clock['kind'] | 'duty';
    readonly faults: readonly string[];
  }[];
}

/** Every clock on record against the walking checker, each by the calendar it names. A calendar edition that is not here cannot be walked, which is a fault too. */
export async function walkClocks(db: ClientBase, yearsOf: (edition: string) => readonly CalendarYear[] | undefined): Promise<Walked> {
  const differ: Walked['differ'][number][] = [];
  const matters = new Set<string>();
  let clocks = 0;
  for await (const stored of storedClocks(db)) {
    const { matter, seq } = stored;
    clocks += 1;
    matters.add(matter);
    if ('round' in stored) {
      const faults = checkRound(stored.round, yearsOf);
      if (faults.length > 0) differ.push({ matter, seq, clock: 'duty', faults });
      continue;
    }
    const { clock, law } = stored;
    const { edition } = clock.derivation;
    const years = yearsOf(edition);
    const faults = years ? check(clock, years, edition, law) : [`derivation edition: ${edition} is no calendar known here`];
    if (faults.length > 0) differ.push({ matter, seq, clock: clock.kind, faults });
  }
  return { clocks, matters: matters.size, differ };
}
