import { extendClock, pauseClock, resumeClock } from '../../../kernel/clock/index.ts';
import { accept, type Decision, refuser } from '../../../kernel/decision.ts';
import type { Moment } from '../../../kernel/matter/types.ts';
import { type Ctx, itemOf } from '../permissions.ts';
import type { Inputs } from '../schema.ts';
import { refusalWords } from '../words.ts';
import { ahead, present, running, withinLaw } from './clocks.ts';
import type { Licensing, LicensingFact, Running } from './state.ts';
import { movedSteps } from './step-days.ts';

const refuse = refuser(refusalWords);
type Result = Decision<LicensingFact>;

/** Every ground on which a licence's clocks may stop: those of the law, and those that a guide may declare for its promise. */
export const groundsThatStop = (law: Moment['law']): readonly string[] => {
  const promised = [...law.grounds.values()].filter(({ scope }) => scope === 'promise-only');
  return [...(law.find('licensing.decide')?.pausable ?? []), ...promised.map(({ id }) => id)];
};

/** The eight grounds of 行政许可法 45 stop both clocks; what the guide declares stops the promise only (P1). */
export function pause(s: Licensing, input: Inputs['pause'], c: Ctx): Result {
  const promised = itemOf(s, c).promisedPauses.includes(input.ground);
  const lawful = c.law.find(s.clocks.legal?.term ?? 'licensing.decide')?.pausable?.includes(input.ground) ?? false;
  if (!lawful && !promised) return refuse('ground-not-lawful', { path: 'ground', params: { ground: input.ground } });
  const wrongDate = ahead(input.expected, 'expected', c);
  if (wrongDate) return wrongDate;
  if (lawful && s.clocks.legal && c.today > s.clocks.legal.due) return refuse('limit-passed');

  const stop = (clock: Running | undefined) =>
    clock && running(pauseClock(clock, { ground: input.ground, from: c.today, expected: input.expected }, c.calendar), c);
  const legal = lawful ? stop(s.clocks.legal) : undefined;
  const clocks = present(legal, withinLaw(stop(s.clocks.promised), legal ?? s.clocks.legal, c));
  return accept<LicensingFact>({
    kind: 'paused',
    ground: input.ground,
    statutory: lawful,
    expected: input.expected,
    reason: input.reason,
    clocks,
  });
}

/** The day it runs again is counted. Open steps get back the days that a lawful pause took, never beyond the matter's own limit. */
export function resume(s: Licensing, input: Inputs['resume'], c: Ctx): Result {
  const clocks = resumed(s, c);
  return accept<LicensingFact>({ kind: 'resumed', note: input.note, clocks, ...movedSteps(s, clocks, c) });
}

/** The clocks that stand still, running again from today. */
export function resumed({ clocks: { legal, promised } }: Licensing, m: Moment): Running[] {
  const run = (k: Running | undefined) => (k?.pauses.some((p) => !p.to) ? running(resumeClock(k, m.today, m.calendar), m) : undefined);
  const law = run(legal);
  return present(law, withinLaw(run(promised), law ?? legal, m));
}

/** Once, by the head of the organ, with the reason told (行政许可法 42); a bundle by the head of the government. */
export function extend(s: Licensing, input: Inputs['extend'], c: Ctx): Result {
  const legal = s.clocks.legal;
  if (!legal) return refuse('no-extension');
  if (legal.extended > 0) return refuse('already-extended');
  if (c.today > legal.due) return refuse('limit-passed');
  const extension = extensionOf(s, c);
  if (!extension) return refuse('no-extension');
  const longer = running(extendClock(legal, extension, c.calendar), c);
  const promised = withinLaw(s.clocks.promised, longer, c);
  const clocks = present(longer, promised === s.clocks.promised ? undefined : promised);
  return accept<LicensingFact>({ kind: 'extended', reason: input.reason, clocks, ...movedSteps(s, clocks, c) });
}

/** Working days an extension gives; 0: none. Pre-examination has none of its own (行政许可法 43). */
export function extensionOf(s: Licensing, c: Ctx): number {
  const common = s.bundle ? 'licensing.decide-joint' : s.forwards ? 'licensing.pre-examination' : undefined;
  if (!s.clocks.legal) return 0;
  return (common ? c.law.find(common)?.extension?.amount : itemOf(s, c).extension.value.amount) ?? 0;
}

/** Past the legal limit the law stops no clock; what the guide names may still stop the promise (P1). */
export function pausable(s: Licensing, c: Ctx): boolean {
  if (!s.clocks.legal || c.today <= s.clocks.legal.due) return true;
  const lawful = c.law.find(s.clocks.legal.term)?.pausable ?? [];
  return itemOf(s, c).promisedPauses.some((ground) => !lawful.includes(ground));
}
