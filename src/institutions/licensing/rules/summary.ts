import { addDays } from '../../../kernel/clock/index.ts';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { Light, Owner, Summary, WorkItem } from '../../../kernel/matter/types.ts';
import { missingClocks } from './arming.ts';
import { orderedBills, owes, unanswered } from './bills.ts';
import { NOTICE_TERM, present, toldEnd } from './clocks.ts';
import { foreseenOf, worst } from './foresight.ts';
import { PAUSE, reachOf, stepClock } from './open-dates.ts';
import { APPROVERS, type ClockKind, type Desk, type Licensing, openSteps, type Role, type Running, type Step } from './state.ts';

export const CENTRE = 'ASB';
export const ARBITER = 'GOV';
/** The general window: where things are received and handed over unless the authority table says otherwise. */
export const WINDOW: Desk = { organ: CENTRE, roles: ['window-clerk', 'chief-representative'] };

/** One owner at every second (promise 1): the open lead's, then the earliest-due open assist's. */
export function ownerOf(s: Licensing): Owner {
  const applicant: Owner = { account: 'applicant', holder: s.person };
  if (s.status === 'received') return { account: 'window', holder: (s.accepts ?? WINDOW).organ };
  if (s.status === 'awaiting-correction') return applicant;
  if (s.status === 'forwarded') return { account: 'superior', holder: 'superior' };
  if (s.status === 'accepted') {
    if (s.pause?.statutory) return { account: 'law', holder: s.pause.ground };
    const step = owningStep(s);
    if (step?.disputed) return { account: 'dispute', holder: ARBITER };
    if (step) return { account: 'organ', holder: step.organ };
    return owes(s) ? applicant : { account: 'organ', holder: s.lead };
  }
  if (waitsForApplicant(s)) return applicant;
  if (waitsForBill(s)) return { account: 'organ', holder: s.lead };
  return s.notice ? { account: 'law', holder: NOTICE_TERM } : { account: 'window', holder: (s.delivers ?? WINDOW).organ };
}

/** A licence is not handed over before fee and papers are in; a refusal waits for nothing (P5). */
export const waitsForApplicant = (s: Licensing): boolean => s.decision?.outcome === 'granted' && (owes(s) || s.toFollow !== undefined);

/** Nor before its lead has billed each charge of the item, or said why there is none (S1-18). */
export const waitsForBill = (s: Licensing): boolean =>
  s.status === 'decided' && s.decision?.outcome === 'granted' && unanswered(s, s.charges).length > 0;

export const owningStep = (s: Licensing): Step | undefined => {
  const open = openSteps(s);
  return (
    open.find((step) => step.id === 'lead') ?? [...open].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.id < b.id ? -1 : 1))[0]
  );
};

const rolesOf = (step: Step): readonly Role[] => {
  switch (step.stage) {
    case 'propose':
      return ['examiner'];
    case 'check':
      return ['section-head'];
    case 'approve':
      return step.approvers ?? APPROVERS[step.signatures];
    case 'done':
      return [];
  }
};

/** The told end of a lawful pause, once it is on record that nobody has resumed by then. */
export const lapsedPause = (s: Licensing): LocalDate | undefined => (s.lit[PAUSE] === 'late' ? toldEnd(s) : undefined);

/**
 * Only the examination stands still in a lawful pause: what is ruled on, paid or handed over goes on. Past its told end whoever has the
 * matter in hand has a day again: the one that is missed.
 */
export function workOf(s: Licensing): WorkItem[] {
  const work: WorkItem[] = [];
  const stopped = s.pause?.statutory ?? false;
  const lapsed = lapsedPause(s);
  if (s.status === 'received') work.push(item('accept', s.accepts ?? WINDOW, s.clocks.acceptance));
  if (s.status === 'accepted') {
    for (const step of openSteps(s)) {
      if (step.disputed) work.push(item(`arbitrate:${step.id}`, ARBITERS, s.clocks.arbitration));
      else work.push(item(step.id, { organ: step.organ, roles: rolesOf(step) }, step, stopped, step.id === 'lead' ? lapsed : undefined));
    }
    if (s.heard?.hearing === 'requested') work.push(item('hearing', { organ: s.lead, roles: HEARERS }, s.clocks.hearing));
    if (openSteps(s).length === 0 && !owes(s))
      work.push(
        item(s.forwards ? 'forward' : 'decide', { organ: s.lead, roles: s.deciders }, s.clocks.promised ?? s.clocks.legal, stopped, lapsed),
      );
  }
  if (s.status === 'forwarded') work.push(item('superior', { organ: s.lead, roles: ['examiner'] }));
  if (owes(s) && s.status !== 'closed') work.push(item('pay', { organ: CENTRE, roles: ['cashier'] }));
  if (waitsForBill(s)) work.push(item('bill', { organ: s.lead, roles: BILLERS }, s.clocks.delivery, s.notice !== undefined));
  if (s.status === 'decided' && !waitsForApplicant(s) && !waitsForBill(s))
    work.push(item('deliver', s.delivers ?? WINDOW, s.clocks.delivery, s.notice !== undefined));
  if (orderedBills(s).length > 0) work.push(item('refund', { organ: CENTRE, roles: ['cashier'] }));
  if (s.supervise) work.push(item('supervise', { organ: s.supervise, roles: ['examiner', 'section-head'] }));
  return work;
}

const ARBITERS: Desk = { organ: ARBITER, roles: ['arbiter'] };
const HEARERS: Desk['roles'] = ['section-head', 'deputy', 'chief'];
/** Who bills, of the lead. */
export const BILLERS: readonly Role[] = ['examiner', 'section-head', 'chief-representative'];

const item = (
  step: string,
  { organ, roles }: Desk,
  dates?: { readonly due: LocalDate; readonly soon?: LocalDate },
  stopped = false,
  missed?: LocalDate,
): WorkItem => ({
  step,
  organ,
  roles,
  // What stands still has no day: the resumption gives it one.
  due: stopped ? missed : dates?.due,
  dueSoon: stopped ? undefined : dates?.soon,
  stopped,
});

/** The clocks that run now; a paused or answered clock changes no light, and a public notice within its limit has kept that of delivery. */
export function runningClocks(s: Licensing): Running[] {
  const { acceptance, legal, promised, delivery } = s.clocks;
  if (s.status === 'received') return acceptance ? [acceptance] : [];
  if (s.status === 'accepted') {
    const held = s.pause ? (s.pause.statutory ? [] : [legal]) : [promised, legal];
    return [...held, s.clocks.arbitration, s.clocks.hearing].filter((c): c is Running => c !== undefined);
  }
  return s.status === 'decided' && delivery && !s.notice ? [delivery] : [];
}

/**
 * Steps whose own day runs before the matter's: not while a lawful pause has stopped the examination, nor while somebody rules on whose
 * they are. A step that ends with the matter's own clock has no light beside it.
 */
export function runningSteps(s: Licensing): readonly Step[] {
  if (s.status !== 'accepted' || s.pause?.statutory) return [];
  const { promised, legal } = s.clocks;
  const total = promised && legal ? (promised.due < legal.due ? promised.due : legal.due) : (promised ?? legal)?.due;
  return openSteps(s).filter((step) => !step.disputed && (total === undefined || step.due < total));
}

/** A promise that its day has broken stays so until the decision, whatever stops it since: a later pause gives that day not back. */
function heldBroken(s: Licensing, clocks: readonly Running[]): Running | undefined {
  const open = s.status === 'accepted' || s.status === 'forwarded';
  return open && s.lit.promised === 'late' && !clocks.some(({ kind }) => kind === 'promised') ? s.clocks.promised : undefined;
}

interface Runs {
  readonly clocks: readonly Running[];
  readonly steps: readonly Step[];
  readonly missing: readonly ClockKind[];
}
/** What runs as the matter stands, told once for its next day, its light and what is foreseen of it. */
const runningOf = (s: Licensing): Runs => ({ clocks: runningClocks(s), steps: runningSteps(s), missing: missingClocks(s) });

/** The next date on which time alone changes something: a light, silence, the expiry of the licence to be renewed, the effect of a notice. */
function nextChange(s: Licensing, { clocks, steps, missing }: Runs): LocalDate | undefined {
  const dates: LocalDate[] = [];
  for (const c of clocks) {
    const lit = s.lit[c.kind];
    if (lit !== 'late') dates.push(lit === 'due-soon' ? addDays(c.due, 1) : c.soon);
  }
  for (const { id, due } of steps) if (s.lit[stepClock(id)] !== 'late') dates.push(addDays(due, 1));
  const end = toldEnd(s);
  if (end && s.lit[PAUSE] !== 'late') dates.push(addDays(end, 1));
  // Not a day to come, but one that has been: the next sweep finds it and says so.
  if (missing.some((kind) => !s.notArmed?.includes(kind))) dates.push(s.receivedOn);
  if (awaitsRenewal(s)) dates.push(addDays(s.licenceUntil as LocalDate, 1));
  const notice = noticeRuns(s);
  if (notice) dates.push(addDays(notice.due, 1));
  return dates.sort()[0];
}

/**
 * A renewal that waits for the county's answer: silence by expiry renews (行政许可法 50). Not while the applicant owes a
 * correction, not for what was asked for late, and not in the superior's hands: his silence is his to tell.
 */
export const awaitsRenewal = (s: Licensing): boolean =>
  s.case === 'renewal' &&
  !s.licenceEnded &&
  !s.lateRenewal &&
  s.licenceUntil !== undefined &&
  s.receivedOn <= s.licenceUntil &&
  (s.status === 'received' || s.status === 'accepted');

/** A public notice that will serve the decision by time alone; not while the licence waits for fee or papers, without which nothing is handed over. */
export const noticeRuns = (s: Licensing): Running | undefined =>
  s.status === 'decided' && s.notice && !waitsForApplicant(s) && !waitsForBill(s) ? s.clocks.notice : undefined;

/** What is worst of its clocks and steps: law before promise before a step's own day. */
export function lightOf(s: Licensing, run = runningOf(s)): Light {
  const total = totalLight(s, run);
  const over = total === 'over-law' || total === 'over-promise' || total === 'closed' || total === 'unarmed';
  const late = lapsedPause(s) !== undefined || run.steps.some(({ id }) => s.lit[stepClock(id)] === 'late');
  return !over && late ? 'step-overdue' : total;
}

/**
 * The light of the matter's own clocks, which is what its applicant is told: the steps inside are the county's affair. How long a lawful pause
 * takes he was told, so that it takes longer he sees.
 */
export function totalLight(s: Licensing, { clocks, missing }: Pick<Runs, 'clocks' | 'missing'> = runningOf(s)): Light {
  if (s.status === 'closed') return 'closed';
  if (missing.length > 0) return 'unarmed';
  const light = worst([...clocks, ...present(heldBroken(s, clocks))].map(({ kind }) => ({ kind, lit: s.lit[kind] })));
  return light ?? (lapsedPause(s) ? 'step-overdue' : s.pause?.statutory ? 'paused' : 'in-time');
}

export function summary(s: Licensing): Summary {
  const run = runningOf(s);
  // Silence, a public notice, a pause, a breach that was taken back or stands still, a clock that is missing are told by the history alone.
  const told = awaitsRenewal(s) || s.notice || s.pause?.statutory || s.takenBack || run.missing.length > 0 || heldBroken(s, run.clocks);
  return {
    status: s.ending && s.status === 'closed' ? s.ending : s.status,
    owner: ownerOf(s),
    work: workOf(s),
    nextChange: nextChange(s, run),
    foreseen: told ? undefined : foreseenOf(run.clocks, run.steps, s.lit),
    reach: reachOf(s),
    closed: s.status === 'closed',
    subject: s.item,
    organ: s.lead,
    person: s.person,
    light: lightOf(s, run),
  };
}
