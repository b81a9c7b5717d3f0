import type { ClientBase } from 'pg';
import { institutions } from '../institutions.ts';
import type { Clock } from '../kernel/clock/types.ts';
import { readFacts } from '../kernel/journal/verify.ts';
import { factOf } from '../kernel/matter/fold.ts';
import type { AnyKind } from '../kernel/matter/types.ts';

export interface StoredClock {
  readonly matter: string;
  readonly seq: number;
  readonly clock: Clock;
}

/** Every clock that a fact has recorded, of matters open and closed, in order of matter and fact. */
export async function* storedClocks(db: ClientBase): AsyncGenerator<StoredClock> {
  const kinds = institutions.flatMap(({ kind }) => (kind ? [kind] : []));
  let kind: AnyKind | undefined;
  let matter = '';
  for await (const row of readFacts(db)) {
    if (row.matter !== matter) kind = kinds.find((one) => one.opens === row.kind);
    matter = row.matter;
    if (!kind) throw new Error(`no institution opens a matter with ${row.kind}`);
    for (const clock of clocksIn(factOf(kind, row.kind, JSON.parse(row.body)))) yield { matter, seq: row.seq, clock };
  }
}

function* clocksIn(value: unknown): Generator<Clock> {
  if (typeof value !== 'object' || value === null) return;
  if ('derivation' in value && 'due' in value && 'zero' in value) yield value as Clock;
  else for (const part of Object.values(value)) yield* clocksIn(part);
}
