import { type Lawbook, year } from '../../../kernel/clock/index.ts';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { OpenDate } from '../../../kernel/matter/dates.ts';
import { fill, type Text } from '../../../kernel/text.ts';
import { clockWords, pauseOver, stepClockWords } from '../words/said.ts';
import { type ClockKind, type Licensing, openSteps, type Running } from './state.ts';

/** The clocks whose day still lies ahead of somebody or is missed: also those that a pause holds, and a citizen's own. */
export function openClocks(s: Licensing): Running[] {
  const { acceptance, legal, promised, delivery, arbitration, hearing, citizen, notice } = s.clocks;
  const there = (...clocks: (Running | undefined)[]) => clocks.filter((c): c is Running => c !== undefined);
  switch (s.status) {
    case 'received':
      return there(acceptance, legal, promised);
    case 'accepted':
      return there(legal, promised, arbitration, hearing, s.heard?.hearing === 'offered' ? citizen : undefined);
    case 'decided':
      return there(s.notice ? notice : delivery);
    case 'awaiting-correction':
    case 'forwarded':
    case 'closed':
      return [];
  }
}

/** Steps that wait for their signatures, each with its own day under the total. */
export const datedSteps = (s: Licensing) => (s.status === 'accepted' ? openSteps(s) : []);

/**
 * A step's day is reckoned under the law's limit and the promise: provisional where one of those is (promise 10), save that of a limit which
 * runs on into another year a day in its first year stands.
 */
export const provisionalStep = ({ legal, promised }: Pick<Licensing['clocks'], 'legal' | 'promised'>, due: LocalDate): boolean =>
  [legal, promised].some((c) => c?.provisional && (year(due) > year(c.zero) || year(c.due) === year(c.zero)));

/** Whether one of its dates that is on that day is provisional. */
export const provisionalOn = (s: Licensing, due: string | null): boolean =>
  openClocks(s).some((c) => c.due === due && c.provisional) ||
  datedSteps(s).some((step) => step.due === due && provisionalStep(s.clocks, step.due));

export const stepClock = (id: string): string => `step:${id}`;

/** A lawful pause that lasts longer than was told: watched as a clock of its own. */
export const PAUSE = 'pause';

/** `legal`, `step:lead`, `step:assist:HUC`, `pause`. */
export function nameOfClock(clock: string): Text | undefined {
  if (clock === PAUSE) return pauseOver;
  const [kind = '', step = '', organ = ''] = clock.split(':');
  if (kind !== 'step') return clockWords[kind as ClockKind];
  const { zh, en } = stepClockWords[step === 'lead' ? 'lead' : 'assist'];
  return { zh: fill(zh, { organ }), en: fill(en, { organ }) };
}

export const whoseOf = (clock: Running, law: Lawbook): OpenDate['whose'] =>
  clock.kind === 'citizen' ? 'citizen' : (law.find(clock.term)?.whose ?? 'organ');

/** By which end a pause that still holds it is reckoned. */
export const toldEndOf = ({ pauses }: Running): LocalDate | undefined => pauses.find(({ to }) => to === undefined)?.expected;

export const openDatesOf = (s: Licensing, law: Lawbook): OpenDate[] => [
  ...openClocks(s).map((c) => ({
    clock: c.kind,
    due: c.due,
    whose: whoseOf(c, law),
    provisional: c.provisional,
    conditional: c.conditional,
    ...(toldEndOf(c) && { pausedUntil: toldEndOf(c)! }),
  })),
  ...datedSteps(s).map((step) => ({
    clock: stepClock(step.id),
    due: step.due,
    whose: 'organ' as const,
    provisional: provisionalStep(s.clocks, step.due),
    conditional: false,
  })),
];

export const reachOf = (s: Licensing): LocalDate | undefined =>
  [...openClocks(s), ...datedSteps(s)]
    .map(({ due }) => due)
    .sort()
    .at(-1);
