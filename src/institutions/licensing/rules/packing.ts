import { addDays, daysBetween, type PackedClock, packClock, unpackClock } from '../../../kernel/clock/index.ts';
import type { FactBase, Packing } from '../../../kernel/matter/types.ts';
import type { LicensingFact, Running, Step, StepPlan } from './state.ts';

/** A clock: how many days before its end it turns ▲, then the clock. */
type PackedRunning = readonly [number, ...PackedClock];

/** A step as it is opened. */
type PackedPlan = readonly [
  id: string,
  organ: string,
  signatures: Step['signatures'],
  due: Step['due'],
  amount: number,
  unit: 'wd' | 'cd',
  more?: object,
];
/**
 * Clocks and steps are most of what the licence matter writes, so they lie as rows of values instead of named fields: a third
 * of the bytes in facts and their log.
 */
export const packing: Packing<LicensingFact> = {
  packFact: (fact) => {
    if (!('clocks' in fact)) return fact;
    const packed = { ...fact, clocks: fact.clocks.map(packRunning) };
    return 'steps' in fact ? { ...packed, steps: fact.steps.map(packPlan) } : packed;
  },
  unpackFact: (fact: FactBase & { clocks?: readonly PackedRunning[]; steps?: readonly PackedPlan[] }): LicensingFact =>
    ({
      ...fact,
      ...(fact.clocks && { clocks: fact.clocks.map(unpackRunning) }),
      ...(fact.steps && { steps: fact.steps.map(unpackPlan) }),
    }) as unknown as LicensingFact,
};

const packRunning = (c: Running): PackedRunning => [daysBetween(c.soon, c.due), ...packClock(c)];

function unpackRunning([lead, ...packed]: PackedRunning): Running {
  const clock = unpackClock(packed);
  return Object.assign(clock, { soon: addDays(clock.due, -lead) });
}

const packPlan = ({ id, organ, signatures, due, limit, ...more }: StepPlan): PackedPlan =>
  Object.values(more).some((v) => v !== undefined)
    ? [id, organ, signatures, due, limit.amount, limit.unit, more]
    : [id, organ, signatures, due, limit.amount, limit.unit];

const unpackPlan = ([id, organ, signatures, due, amount, unit, more]: PackedPlan): StepPlan => ({
  id,
  organ,
  signatures,
  due,
  limit: { amount, unit },
  ...more,
});
