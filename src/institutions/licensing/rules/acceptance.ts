import { accept, type Decision, refuser } from '../../../kernel/decision.ts';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { Moment } from '../../../kernel/matter/types.ts';
import type { Item } from '../../catalogue/types.ts';
import { type Ctx, itemOf, type LicensingWorld } from '../permissions.ts';
import type { Inputs } from '../schema.ts';
import { refusalWords } from '../words.ts';
import { acceptanceClock, legalClock, present, promisedClock, stepDue } from './clocks.ts';
import type { Demand, FactOf, Licensing, LicensingFact, StepPlan } from './state.ts';

const refuse = refuser(refusalWords);
type Result = Decision<LicensingFact>;

/** 受理: the binding clocks begin; the lead and every assist begin at once (S3-36). */
export const acceptMatter = (s: Licensing, _input: Inputs['accept'], c: Ctx): Result =>
  accept<LicensingFact>({ kind: 'accepted', ...opening(s, itemOf(s, c), c.today, c, c.world), mode: 'written' });

/** 容缺受理: only non-essential papers may follow, against a signed undertaking and by a date (P5). */
export function acceptWithPapersToFollow(s: Licensing, input: Inputs['accept-with-papers-to-follow'], c: Ctx): Result {
  const item = itemOf(s, c);
  for (const code of input.papers) {
    const material = item.materials.value.find((m) => m.code === code);
    if (!material) return refuse('material-unknown', { path: 'papers', params: { material: code } });
    if (material.essential) return refuse('material-essential', { path: 'papers', params: { material: code } });
  }
  if (input.by <= c.today) return refuse('date-not-ahead', { path: 'by' });
  const toFollow = { papers: input.papers, by: input.by };
  return accept<LicensingFact>({ kind: 'accepted', ...opening(s, item, c.today, c, c.world), mode: 'papers-to-follow', toFollow, undertaking: true });
}

/** Silence: after five working days it is accepted from the day the papers were received (行政许可法 32(4)). */
export const deemAccepted = (s: Licensing, m: Moment, world: LicensingWorld): FactOf<'deemed-accepted'> => ({
  kind: 'deemed-accepted',
  ...opening(s, itemOf(s, { world }), s.receivedOn, m, world),
  mode: 'deemed',
});

/** What acceptance opens: clocks from day 0, the lead's and the assists' steps, who will decide. */
export function opening(s: Licensing, item: Item, zero: LocalDate, m: Moment, world: LicensingWorld): Omit<FactOf<'deemed-accepted'>, 'kind' | 'mode'> {
  const clocks = present(legalClock(item, s, zero, m), promisedClock(item, s, zero, m));
  const total = clocks.map((k) => k.due).sort()[0];
  if (!total) throw new Error(`licensing: ${item.id} has no limit; it should not be live`);
  const signatures = (step: 'lead' | 'assist') => world.catalogue.authority(item, 'approve', { step, amount: s.amount })?.signatures ?? 'three';
  const plan = (id: string, organ: string, limit: StepPlan['limit']): StepPlan => ({
    id,
    organ,
    signatures: signatures(id === 'lead' ? 'lead' : 'assist'),
    limit,
    due: stepDue(limit, zero, total, m),
  });
  const own = item.promised?.value ?? item.legal?.value ?? { amount: 20, unit: 'wd' as const };
  return {
    on: zero,
    clocks,
    steps: [plan('lead', s.lead, own), ...item.assists.value.map((a) => plan(`assist:${a.organ}`, a.organ, a.limit))],
    deciders: world.catalogue.authority(item, 'decide', { amount: s.amount })?.roles ?? ['chief'],
  };
}

/** One notice that lists everything (S3-30). Asking again for what it listed is the same notice; a new demand is the breach (P9). */
export function requestCorrection(s: Licensing, input: Inputs['request-correction'], c: Ctx): Result {
  const item = itemOf(s, c);
  const unknown = input.items.find((d) => d.material && !item.materials.value.some((m) => m.code === d.material));
  if (unknown) return refuse('material-unknown', { path: 'items', params: { material: unknown.material ?? '' } });
  if (s.demands && !input.items.every((d) => s.demands?.some((first) => same(first, d)))) return refuse('second-notice');
  return accept<LicensingFact>({ kind: 'correction-requested', demands: input.items, way: input.way, again: s.demands !== undefined });
}

const same = (a: Demand, b: Demand): boolean => (b.material ? a.material === b.material : a.what === b.what);

/** The applicant's answer: the five working days begin again with the day the corrected papers came. */
export function correct(s: Licensing, input: Inputs['correct'], c: Ctx): Result {
  const item = itemOf(s, c);
  const papers = [...new Set([...input.papers, ...input.files.map((f) => f.material)])];
  const unknown = papers.find((code) => !item.materials.value.some((m) => m.code === code));
  if (unknown) return refuse('material-unknown', { path: 'papers', params: { material: unknown } });
  const clocks = present(acceptanceClock(c.today, c), promisedClock(item, s, c.today, c, true), legalClock(item, s, c.today, c, true));
  return accept<LicensingFact>({ kind: 'corrected', on: c.today, papers, files: input.files, clocks });
}

/** Not our remit: told at once, and the right organ is named (行政许可法 32(2)). */
export function rejectRemit(s: Licensing, input: Inputs['reject-remit'], c: Ctx): Result {
  if (!c.directory.organ(input.organ)) return refuse('organ-unknown', { path: 'organ', params: { organ: input.organ } });
  if (input.organ === s.lead) return refuse('organ-is-own', { path: 'organ', params: { organ: input.organ } });
  return accept<LicensingFact>({ kind: 'rejected', ground: 'not-our-remit', ...input });
}

export const rejectNoPermitNeeded = (_s: Licensing, input: Inputs['reject-no-permit-needed'], _c: Ctx): Result =>
  accept<LicensingFact>({ kind: 'rejected', ground: 'no-permit-needed', ...input });

/** 容缺材料补齐. */
export function handInPapers(_s: Licensing, input: Inputs['hand-in-papers'], _c: Ctx): Result {
  const papers = [...new Set([...input.papers, ...input.files.map((f) => f.material)])];
  return accept<LicensingFact>({ kind: 'papers-arrived', papers, files: input.files });
}
