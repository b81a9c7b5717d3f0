import { addDays } from '../../../kernel/clock/index.ts';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { Light, Owner, Summary, WorkItem } from '../../../kernel/matter/types.ts';
import { reachOf } from './open-dates.ts';
import { APPROVERS, type Desk, type Licensing, openSteps, type Role, type Running, type Step } from './state.ts';

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
    return s.bill?.state === 'due' ? applicant : { account: 'organ', holder: s.lead };
  }
  return waitsForApplicant(s) ? applicant : { account: 'window', holder: (s.delivers ?? WINDOW).organ };
}

/** A licence is not handed over before fee and papers are in; a refusal waits for nothing (P5). */
export const waitsForApplicant = (s: Licensing): boolean =>
  s.decision?.outcome === 'granted' && (s.bill?.state === 'due' || s.toFollow !== undefined);

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

export function workOf(s: Licensing): WorkItem[] {
  const work: WorkItem[] = [];
  if (s.status === 'received') work.push({ step: 'accept', ...(s.accepts ?? WINDOW), ...dates(s.clocks.acceptance) });
  if (s.status === 'accepted') {
    for (const step of openSteps(s)) {
      if (step.disputed) work.push({ step: `arbitrate:${step.id}`, organ: ARBITER, roles: ['arbiter'], ...dates(s.clocks.arbitration) });
      else work.push({ step: step.id, organ: step.organ, roles: rolesOf(step), due: step.due });
    }
    if (s.heard?.hearing === 'requested')
      work.push({ step: 'hearing', organ: s.lead, roles: ['section-head', 'deputy', 'chief'], ...dates(s.clocks.hearing) });
    if (openSteps(s).length === 0 && s.bill?.state !== 'due')
      work.push({
        step: s.forwards ? 'forward' : 'decide',
        organ: s.lead,
        roles: s.deciders,
        ...dates(s.clocks.promised ?? s.clocks.legal),
      });
  }
  if (s.status === 'forwarded') work.push({ step: 'superior', organ: s.lead, roles: ['examiner'] });
  if (s.bill?.state === 'due' && s.status !== 'closed') work.push({ step: 'pay', organ: CENTRE, roles: ['cashier'] });
  if (s.status === 'decided' && !waitsForApplicant(s))
    work.push({ step: 'deliver', ...(s.delivers ?? WINDOW), ...dates(s.clocks.delivery) });
  if (s.supervise) work.push({ step: 'supervise', organ: s.supervise, roles: ['examiner', 'section-head'] });
  return work;
}

const dates = (clock: Running | undefined) => (clock ? { due: clock.due, dueSoon: clock.soon } : {});

/** The clocks that run now; a paused or answered clock changes no light. */
export function runningClocks(s: Licensing): Running[] {
  const { acceptance, legal, promised, delivery } = s.clocks;
  if (s.status === 'received') return acceptance ? [acceptance] : [];
  if (s.status === 'accepted') {
    const held = s.pause ? (s.pause.statutory ? [] : [legal]) : [promised, legal];
    return [...held, s.clocks.arbitration, s.clocks.hearing].filter((c): c is Running => c !== undefined);
  }
  return s.status === 'decided' && delivery ? [delivery] : [];
}

/** The next date on which time alone changes something: a light, silence, the expiry of the licence to be renewed. */
function nextChange(s: Licensing): LocalDate | undefined {
  const dates = runningClocks(s).flatMap((c) => {
    const lit = s.lit[c.kind as keyof Licensing['lit']];
    return lit === 'late' ? [] : lit === 'due-soon' ? [addDays(c.due, 1)] : [c.soon];
  });
  if (awaitsRenewal(s)) dates.push(addDays(s.licenceUntil as LocalDate, 1));
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

export function lightOf(s: Licensing): Light {
  if (s.status === 'closed') return 'closed';
  const lit = runningClocks(s).map((c) => s.lit[c.kind as keyof Licensing['lit']]);
  if (lit.includes('late')) return 'late';
  if (lit.includes('due-soon')) return 'due-soon';
  return s.pause?.statutory ? 'paused' : 'in-time';
}

export const summary = (s: Licensing): Summary => ({
  status: s.ending && s.status === 'closed' ? s.ending : s.status,
  owner: ownerOf(s),
  work: workOf(s),
  nextChange: nextChange(s),
  reach: reachOf(s),
  closed: s.status === 'closed',
  subject: s.item,
  organ: s.lead,
  person: s.person,
  light: lightOf(s),
});
