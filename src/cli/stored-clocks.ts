import type { ClientBase } from 'pg';
import { institutions } from '../institutions.ts';
import { check } from '../kernel/clock/checker/check.ts';
import type { CalendarYear, Clock } from '../kernel/clock/types.ts';
import { readFacts } from '../kernel/journal/verify.ts';
import { factOf } from '../kernel/matter/fold.ts';
import type { AnyKind } from '../kernel/matter/types.ts';

interface StoredClock {
  readonly matter: string;
  readonly seq: number;
  readonly clock: Clock;
  /** The last day of the law's limit as it stood with that fact. */
  readonly law?: string;
}

/** Every clock that a fact has recorded, of matters open and closed, in order of matter and fact. */
async function* storedClocks(db: ClientBase): AsyncGenerator<StoredClock> {
  const kinds = institutions.flatMap(({ kind }) => (kind ? [kind] : []));
  let kind: AnyKind | undefined;
  let [matter, law]: [string, string?] = [''];
  for await (const row of readFacts(db)) {
    if (row.matter !== matter) [kind, law] = [kinds.find((one) => one.opens === row.kind), undefined];
    matter = row.matter;
    if (!kind) throw new Error(`no institution opens a matter with ${row.kind}`);
    const clocks = [...clocksIn(factOf(kind, row.kind, JSON.parse(row.body)))];
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
    readonly clock: Clock['kind'];
    readonly faults: readonly string[];
  }[];
}

/** Every clock on record against the walking checker, each by the calendar it names. A calendar edition that is not here cannot be walked, which is a fault too. */
export async function walkClocks(db: ClientBase, yearsOf: (edition: string) => readonly CalendarYear[] | undefined): Promise<Walked> {
  const differ: Walked['differ'][number][] = [];
  const matters = new Set<string>();
  let clocks = 0;
  for await (const { matter, seq, clock, law } of storedClocks(db)) {
    clocks += 1;
    matters.add(matter);
    const { edition } = clock.derivation;
    const years = yearsOf(edition);
    const faults = years ? check(clock, years, edition, law) : [`derivation edition: ${edition} is no calendar known here`];
    if (faults.length > 0) differ.push({ matter, seq, clock: clock.kind, faults });
  }
  return { clocks, matters: matters.size, differ };
}
