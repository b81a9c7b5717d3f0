import { addDays, daysBetween, type PackedClock, packClock, unpackClock } from '../../../kernel/clock/index.ts';
import type { FactBase, Packing } from '../../../kernel/matter/types.ts';
import type { Licensing, LicensingFact, Running, Step, StepPlan } from './state.ts';

/** A clock: how many days before its end it turns ▲, then the clock. */
type PackedRunning = readonly [number, ...PackedClock];

/** A step as it is opened, and what came after. */
type PackedPlan = readonly [
  id: string,
  organ: string,
  signatures: Step['signatures'],
  due: Step['due'],
  amount: number,
  unit: 'wd' | 'cd',
  more?: object,
];
type PackedStep = readonly [...Required<PackedPlan>, stage: Step['stage'], opened: number, signed: readonly string[], after: object];

interface PackedState extends Omit<Licensing, 'clocks' | 'steps'> {
  readonly steps: readonly PackedStep[];
  readonly clocks: readonly PackedRunning[];
}

/**
 * Clocks and steps are most of what the licence matter writes, so they lie as rows of values instead of named fields: a third
 * of the bytes in facts, state and their log. Of a state only what changed is written out anew.
 */
export const packing: Packing<Licensing, LicensingFact> = {
  // What changes seldom stands last: the log of an update holds what lies between the first and the last change.
  packState: ({ clocks, steps, ...rest }) => {
    const known = Object.values(clocks).filter((c) => c !== undefined);
    const text = JSON.stringify(rest);
    return `${text.slice(0, -1)},"steps":[${steps.map((s) => textOf(s, packStep))}],"clocks":[${known.map((c) => textOf(c, packRunning))}]}`;
  },
  unpackState: ({ clocks, steps, ...rest }: PackedState): Licensing => ({
    ...rest,
    steps: steps.map(unpackStep),
    clocks: Object.fromEntries(clocks.map((c) => [c[1], unpackRunning(c)])),
  }),
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

const texts = new WeakMap<object, string>();

function textOf<T extends object>(value: T, row: (value: T) => readonly unknown[]): string {
  const known = texts.get(value);
  if (known) return known;
  const text = JSON.stringify(row(value));
  texts.set(value, text);
  return text;
}

const packRunning = (c: Running): PackedRunning => [daysBetween(c.soon, c.due), ...packClock(c)];

function unpackRunning([lead, ...packed]: PackedRunning): Running {
  const clock = unpackClock(packed);
  return { ...clock, soon: addDays(clock.due, -lead) };
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

const packStep = ({ id, organ, signatures, due, limit, approvers, stage, opened, signed, ...after }: Step): PackedStep => [
  id,
  organ,
  signatures,
  due,
  limit.amount,
  limit.unit,
  approvers ? { approvers } : {},
  stage,
  opened,
  signed,
  after,
];

const unpackStep = ([id, organ, signatures, due, amount, unit, more, stage, opened, signed, after]: PackedStep): Step => ({
  id,
  organ,
  signatures,
  due,
  limit: { amount, unit },
  ...more,
  stage,
  opened,
  signed,
  ...after,
});
