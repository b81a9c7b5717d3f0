import { addDays, daysBetween, type PackedClock, packClock, unpackClock } from '../../../kernel/clock/index.ts';
import type { Licensing, Running, Step } from './state.ts';

/** The state as its cache keeps it: clocks and steps as rows of values. Every act reads and writes it; a third of the size. */
export interface PackedLicensing extends Omit<Licensing, 'clocks' | 'steps'> {
  readonly clocks: readonly PackedRunning[];
  readonly steps: readonly PackedStep[];
}

/** The clock, and how many days before its end it turns ▲. */
type PackedRunning = readonly [PackedClock, number];

type PackedStep = readonly [
  id: string,
  organ: string,
  signatures: Step['signatures'],
  due: Step['due'],
  amount: number,
  unit: Step['limit']['unit'],
  stage: Step['stage'],
  opened: number,
  signed: Step['signed'],
  more?: Omit<Step, 'id' | 'organ' | 'signatures' | 'due' | 'limit' | 'stage' | 'opened' | 'signed'>,
];

export const pack = (s: Licensing): PackedLicensing => ({
  ...s,
  clocks: Object.values(s.clocks).flatMap((c) => (c ? [[packClock(c), daysBetween(c.soon, c.due)] as const] : [])),
  steps: s.steps.map(packStep),
});

export const unpack = (p: PackedLicensing): Licensing => ({
  ...p,
  clocks: Object.fromEntries(p.clocks.map(([packed, lead]) => [packed[0], running(packed, lead)])),
  steps: p.steps.map(unpackStep),
});

function running(packed: PackedClock, lead: number): Running {
  const clock = unpackClock(packed);
  return { ...clock, soon: addDays(clock.due, -lead) };
}

function packStep({ id, organ, signatures, due, limit, stage, opened, signed, ...more }: Step): PackedStep {
  return [id, organ, signatures, due, limit.amount, limit.unit, stage, opened, signed, more];
}

const unpackStep = ([id, organ, signatures, due, amount, unit, stage, opened, signed, more]: PackedStep): Step => ({
  id,
  organ,
  signatures,
  due,
  limit: { amount, unit },
  stage,
  opened,
  signed,
  ...more,
});
