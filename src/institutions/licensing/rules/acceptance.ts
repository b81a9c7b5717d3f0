import { addDays } from '../../../kernel/clock/index.ts';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import { accept, type Decision, refuser } from '../../../kernel/decision.ts';
import type { Moment } from '../../../kernel/matter/types.ts';
import type { Item } from '../../catalogue/index.ts';
import { type Ctx, inOffice, isApplicant, itemOf, type LicensingWorld, rowFor } from '../permissions.ts';
import type { Inputs } from '../schema.ts';
import { refusalWords } from '../words.ts';
import { acceptanceClock, ahead, type Days, daysAhead, decisionClocks, present } from './clocks.ts';
import { handedIn, namedPapers, paperFault, stillMissing, unknownPaper, unseenPapers } from './papers.ts';
import { APPROVERS, type Demand, type FactOf, type Licensing, type LicensingFact, type Role, type StepPlan } from './state.ts';
import { stepDays } from './step-days.ts';

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
  const left = stillMissing(item, s).filter((code) => !input.papers.includes(code));
  if (left.length > 0) return refuse('papers-missing', { path: 'papers', params: namedPapers(item, left) });
  const latest = followBy(s, item, c).to;
  const wrongDate =
    ahead(input.by, 'by', c) ?? (input.by > latest ? refuse('papers-after-decision', { path: 'by', params: { latest } }) : undefined);
  if (wrongDate) return wrongDate;
  const toFollow = { papers: [...new Set(input.papers)], by: input.by };
  return accept<LicensingFact>({
    kind: 'accepted',
    ...opening(s, item, c.today, c, c.world),
    mode: 'papers-to-follow',
    toFollow,
    undertaking: true,
  });
}

/** The decision waits for no paper, its delivery does (P5): the day is not after the last one that the law leaves for deciding. */
export function followBy(s: Licensing, item: Item, m: Moment): Days {
  const { from, to } = daysAhead(m);
  const last = decisionClocks(item, s, m.today, m)[0]?.due;
  return { from, to: last !== undefined && last < to ? last : to };
}

/** Silence: after five working days it is accepted from the day the papers were received (行政许可法 32(1)(4)). */
export const deemAccepted = (s: Licensing, m: Moment, world: LicensingWorld): FactOf<'deemed-accepted'> => ({
  kind: 'deemed-accepted',
  ...opening(s, itemOf(s, { world }), s.receivedOn, m, world, s.clocks.acceptance && addDays(s.clocks.acceptance.due, 1)),
  mode: 'deemed',
});

/** What acceptance opens: clocks from day 0, the lead's and the assists' steps from the day they were handed the matter, who will decide. */
export function opening(
  s: Licensing,
  item: Item,
  zero: LocalDate,
  m: Moment,
  world: LicensingWorld,
  handed = zero,
): Omit<FactOf<'deemed-accepted'>, 'kind' | 'mode'> {
  const clocks = decisionClocks(item, s, zero, m);
  const day = { world, today: m.today };
  const under = Object.fromEntries(clocks.map((k) => [k.kind, k]));
  const plan = (id: string, organ: string, limit: StepPlan['limit']): StepPlan => {
    const row = rowFor(day, item, 'approve', { step: id === 'lead' ? 'lead' : 'assist', amount: s.amount });
    const signatures = row?.signatures ?? 'three';
    const usual = !row || sameRoles(row.roles, APPROVERS[signatures]);
    return { id, organ, signatures, limit, ...stepDays({ zero: handed, limit }, under, m), ...(!usual && { approvers: row.roles }) };
  };
  const own = item.promised?.value ?? item.legal?.value ?? { amount: 20, unit: 'wd' as const };
  return {
    on: zero,
    clocks,
    steps: [plan('lead', s.lead, own), ...item.assists.value.map((a) => plan(`assist:${a.organ}`, a.organ, a.limit))],
    deciders: rowFor(day, item, 'decide', { amount: s.amount })?.roles ?? ['chief'],
  };
}

const sameRoles = (a: readonly Role[], b: readonly Role[]): boolean => a.length === b.length && a.every((role) => b.includes(role));

/** One notice that lists everything (S3-30). Asking again for what it listed is the same notice; a new demand is the breach (P9). */
export function requestCorrection(s: Licensing, input: Inputs['request-correction'], c: Ctx): Result {
  const item = itemOf(s, c);
  const unknown = unknownPaper(
    item,
    s.agent,
    input.items.flatMap((d) => d.material ?? []),
  );
  if (unknown) return refuse('material-unknown', { path: 'items', params: { material: unknown } });
  if (s.demands && !input.items.every((d) => s.demands?.some((first) => same(first, d)))) return refuse('second-notice');
  return accept<LicensingFact>({ kind: 'correction-requested', demands: input.items, way: input.way, again: s.demands !== undefined });
}

const same = (a: Demand, b: Demand): boolean => (b.material ? a.material === b.material : says(a.what, b.what));

/** What is on record holds a token where the applicant's name or number stood: whatever is typed there is the same demand. */
function says(recorded: string, typed: string): boolean {
  const pieces = recorded.split(/\{\{[\w.]+\}\}/).map((piece) => piece.replaceAll('{{}}', '{{'));
  const [first = '', last] = [pieces[0], pieces.at(-1)];
  if (pieces.length === 1) return typed === first;
  let at = typed.startsWith(first) ? first.length : Number.NaN;
  for (const piece of pieces.slice(1, -1)) {
    const found = typed.indexOf(piece, at + SHORTEST);
    at = found < 0 ? Number.NaN : found + piece.length;
  }
  return typed.endsWith(last ?? '') && typed.length - (last ?? '').length >= at + SHORTEST;
}
/** Nothing shorter is masked. */
const SHORTEST = 2;

/** The applicant's answer: the five working days begin again with the day the corrected papers came. */
export function correct(s: Licensing, input: Inputs['correct'], c: Ctx): Result {
  const item = itemOf(s, c);
  const papers = handedIn(input);
  if (papers.length === 0 && !input.form && !input.note) return refuse('nothing-handed-in', { path: 'papers' });
  const wrong = unseenPapers(input.papers, !isApplicant(s, c)) ?? paperFault(item, s.agent, papers, input.declarations);
  if (wrong) return wrong;
  const clocks = present(acceptanceClock(c.today, c), ...decisionClocks(item, s, c.today, c, true));
  const declared = input.declarations.length > 0 ? input.declarations : undefined;
  return accept<LicensingFact>({ kind: 'corrected', on: c.today, papers, declared, files: input.files, note: input.note, clocks });
}

/** Not our remit: told at once, and the right organ is named (行政许可法 32(1)(2)). */
export function rejectRemit(s: Licensing, input: Inputs['reject-remit'], c: Ctx): Result {
  if (!inOffice(c, input.organ)) return refuse('organ-unknown', { path: 'organ', params: { organ: input.organ } });
  if (input.organ === s.lead) return refuse('organ-is-own', { path: 'organ', params: { organ: input.organ } });
  return accept<LicensingFact>({ kind: 'rejected', ground: 'not-our-remit', ...input });
}

export const rejectNoPermitNeeded = (_s: Licensing, input: Inputs['reject-no-permit-needed'], _c: Ctx): Result =>
  accept<LicensingFact>({ kind: 'rejected', ground: 'no-permit-needed', ...input });

/** 容缺材料补齐. */
export function handInPapers(s: Licensing, input: Inputs['hand-in-papers'], c: Ctx): Result {
  const papers = handedIn(input);
  const wrong = unseenPapers(input.papers, !isApplicant(s, c)) ?? paperFault(itemOf(s, c), s.agent, papers);
  if (wrong) return wrong;
  if (!papers.some((code) => s.toFollow?.papers.includes(code))) return refuse('nothing-handed-in', { path: 'papers' });
  return accept<LicensingFact>({ kind: 'papers-arrived', papers, files: input.files });
}
