import type { Pool } from 'pg';
import type { EngineMoment } from '../../kernel/matter/engine.ts';
import { foldHistory, ZONE_MINUTES } from '../../kernel/matter/fold.ts';
import type { AnyKind } from '../../kernel/matter/types.ts';
import { type Candidate, candidates } from './queries/candidates.ts';
import { type Delivery, deliver, type Entry, type Key, morningDelivered } from './queries/records.ts';
import { type LadderRegister, toldOn } from './register.ts';
import { arriving, type Ladder, ladderOf, listFor, reached } from './rules.ts';
import type { ListKind } from './vocabulary.ts';

export interface Sweeping {
  readonly pool: Pool;
  readonly kinds: readonly AnyKind[];
  readonly register: LadderRegister;
}

/**
 * Delivers what is to be delivered by now (P19): the lists of the working morning once it has begun, and at any hour a single notice of a
 * statutory limit that is broken. Lights are swept before. Returns how many were told of something.
 */
export async function urge({ pool, kinds, register }: Sweeping, moment: EngineMoment): Promise<number> {
  const { now, today, law, calendar } = moment;
  const ladder = ladderOf(law);
  const hour = ((((now + ZONE_MINUTES * 60) % 86_400) + 86_400) % 86_400) / 3600;
  const lists = arriving(today, hour, ladder, calendar);
  const morning = lists.includes('morning') && !(await morningDelivered(pool, today));
  const dated = kinds.filter(({ dates }) => dates);
  const entries: Entry[] = [];
  const settled: Key[] = [];
  for await (const one of candidates(pool, { kinds: dated.map(({ name }) => name), morning, today })) {
    const kind = dated.find(({ name }) => name === one.kind)!;
    const found = tellOf(one, kind, morning ? lists : ['notice'], { moment, register, ladder });
    entries.push(...found.entries);
    settled.push(...found.settled);
  }
  if (!morning && entries.length === 0) return 0;
  const delivery: Delivery = { kind: morning ? 'morning' : 'notices', day: today, at: now, entries, settled };
  return (await deliver(pool, delivery))?.length ?? 0;
}

interface Under {
  readonly moment: EngineMoment;
  readonly register: LadderRegister;
  readonly ladder: Ladder;
}

/** Who is to be told of one matter, and which clocks that somebody was told of run no longer. Pure. */
export function tellOf(
  { number, history, told }: Candidate,
  kind: AnyKind,
  lists: readonly ListKind[],
  { moment, register, ladder }: Under,
): { readonly entries: readonly Entry[]; readonly settled: readonly Key[] } {
  const { today, calendar, directory } = moment;
  const clocks = kind.dates!.watched(foldHistory(kind, number, history).state);
  const entries = clocks.flatMap((clock) =>
    reached(clock, today, ladder, calendar)
      .filter((rung) => !told.some(([id, due, on]) => id === clock.clock && due === clock.due && on === rung))
      .flatMap((rung): Entry[] => {
        const broken = clock.tier === 'law' && today > clock.due;
        const about = { matter: number, clock: clock.clock, due: clock.due, rung, tier: clock.tier, organ: clock.organ };
        const persons = toldOn(rung, clock, today, directory, register);
        const nobody = { person: '', seat: '', stands: rung, instead: 'vacant' as const };
        return (persons.length > 0 ? persons : [nobody]).map((one) => ({ ...about, ...one, list: listFor(one.stands, broken, lists) }));
      })
      .filter(({ list }) => lists.includes(list)),
  );
  const gone = told.filter(([id, due]) => !clocks.some((clock) => clock.clock === id && clock.due === due));
  const settled = new Map(gone.map(([clock, due]) => [`${clock} ${due}`, { matter: number, clock, due }]));
  return { entries, settled: [...settled.values()] };
}
