import {
  addDays,
  daysBetween,
  type PackedClocks,
  packClocks,
  type SingleClock,
  unpackClocks,
  unpackSingle,
} from '../../../kernel/clock/index.ts';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { FactBase, Packing } from '../../../kernel/matter/types.ts';
import type { Grant, LicensingFact, Role, Running, Step, StepPlan } from './state.ts';

/** A clock by itself, as the first release wrote it: how many days before its end it turns ▲, then the clock. */
type FirstClock = readonly [number, ...SingleClock];

/** A step as it is opened. `assist` is short for `assist:` and the organ; the due day counts from the fact's own, and is a date in the first release. */
type PackedPlan = readonly [
  id: string,
  organ: string,
  signatures: Step['signatures'],
  due: number | LocalDate,
  amount: number,
  unit: 'wd' | 'cd',
  /** How many days before its end it is near; an object in the first release, as what follows. */
  near?: number | null | object,
  /** 1: those who decide may approve it. */
  more?: object | 1,
];

interface PackedFact extends FactBase {
  readonly on?: LocalDate;
  readonly clocks?: PackedClocks | readonly FirstClock[];
  readonly steps?: readonly PackedPlan[];
  readonly deciders?: readonly Role[];
  /** From the day of the fact, where no other is named. */
  readonly grant?: Partial<Grant>;
}

/** What nearly every fact of a kind says; left out where it does. Only of fields that a fact of that kind never lacks. */
const USUAL: Partial<Record<LicensingFact['kind'], Readonly<Record<string, unknown>>>> = {
  received: { electronicService: false, files: [], forwards: false, highRisk: false },
  accepted: { deciders: ['deputy', 'chief'], mode: 'written' },
  proposed: { opinion: 'agree' },
  checked: { opinion: 'agree' },
  approved: { opinion: 'agree' },
};

/**
 * Clocks and steps are most of what the licence matter writes, so they lie as rows of values instead of named fields, and the
 * usual is left out: a third of the bytes in facts and their log.
 */
export const packing: Packing<LicensingFact> = {
  packFact: (fact) => {
    const packed: Record<string, unknown> & FactBase = { ...fact };
    const usual = USUAL[fact.kind];
    for (const key in usual) if (isUsual(packed[key], usual[key])) packed[key] = undefined;
    if ('clocks' in fact) packed.clocks = packClocks(fact.clocks, leadOf);
    if ('steps' in fact) packed.steps = fact.steps.map((step) => packPlan(step, fact.on, fact.deciders));
    if ('grant' in fact && fact.grant?.from === fact.on) packed.grant = { ...fact.grant, from: undefined };
    return packed;
  },
  unpackFact: (stored: PackedFact): LicensingFact => {
    const fact: PackedFact = { ...USUAL[stored.kind as LicensingFact['kind']], ...stored };
    return {
      ...fact,
      ...(fact.clocks && { clocks: isFirst(fact.clocks) ? fact.clocks.map(firstRunning) : running(fact.clocks) }),
      ...(fact.steps && { steps: fact.steps.map((step) => unpackPlan(step, fact.on, fact.deciders)) }),
      ...(fact.grant && { grant: { from: fact.on, ...fact.grant } }),
    } as unknown as LicensingFact;
  },
};

const isUsual = (value: unknown, usual: unknown): boolean =>
  value === usual ||
  (Array.isArray(usual) && Array.isArray(value) && value.length === usual.length && usual.every((v, i) => v === value[i]));

const leadOf = (c: Running): number => daysBetween(c.soon, c.due);
const running = (clocks: PackedClocks): Running[] =>
  unpackClocks(clocks).map(({ clock, note }) => Object.assign(clock, { soon: addDays(clock.due, -note) }));

const isFirst = (clocks: NonNullable<PackedFact['clocks']>): clocks is readonly FirstClock[] => typeof clocks[0]?.[0] === 'number';
function firstRunning([lead, ...packed]: FirstClock): Running {
  const clock = unpackSingle(packed);
  return Object.assign(clock, { soon: addDays(clock.due, -lead) });
}

function packPlan({ id, organ, signatures, due, soon, limit, approvers }: StepPlan, on: LocalDate, deciders: readonly Role[]): PackedPlan {
  const name = id === `assist:${organ}` ? 'assist' : id;
  const near = soon === undefined ? null : daysBetween(soon, due);
  const plan = [name, organ, signatures, daysBetween(on, due), limit.amount, limit.unit, near] as const;
  return approvers ? [...plan, isUsual(approvers, deciders) ? 1 : { approvers }] : plan;
}

function unpackPlan(
  [id, organ, signatures, day, amount, unit, near, more]: PackedPlan,
  on?: LocalDate,
  deciders?: readonly Role[],
): StepPlan {
  const due = typeof day === 'number' ? addDays(on as LocalDate, day) : day;
  return {
    id: id === 'assist' ? `assist:${organ}` : id,
    organ,
    signatures,
    due,
    ...(typeof near === 'number' && { soon: addDays(due, -near) }),
    limit: { amount, unit },
    ...(typeof near === 'object' ? near : undefined),
    ...(more === 1 ? { approvers: deciders } : more),
  };
}
