import { addDays } from '../../../kernel/clock/index.ts';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { FactMeta } from '../../../kernel/matter/types.ts';
import { afterFee } from './bills.ts';
import { PAUSE, stepClock } from './open-dates.ts';
import { receive } from './receive.ts';
import { afterChange } from './redating.ts';
import type { FactOf, Licensing, LicensingFact, Running, Step } from './state.ts';
import { stepMoved } from './step-days.ts';
import { again, change, open, sign, takenIn, union } from './step-turns.ts';
import { afterBreach } from './taking-back.ts';

/** What happened, folded. Facts in the past tense; nothing is decided here. */
export function evolve(state: Licensing | undefined, fact: LicensingFact, meta: FactMeta): Licensing {
  if (fact.kind === 'received') return receive(fact, meta);
  if (!state) throw new Error(`licensing: ${fact.kind} before received`);
  const next = after(state, fact, meta);
  // A second copy of so many fields would cost as much as the rest of the fold.
  return Object.assign(next === state ? { ...state } : next, { seq: meta.seq });
}

function after(state: Licensing, fact: Exclude<LicensingFact, { kind: 'received' }>, meta: FactMeta): Licensing {
  switch (fact.kind) {
    case 'correction-requested':
      return { ...state, status: 'awaiting-correction', demands: state.demands ?? fact.demands };
    case 'corrected':
      return {
        ...state,
        status: 'received',
        receivedOn: fact.on,
        filedOn: state.filedOn ?? state.receivedOn,
        papers: union(state.papers, fact.papers),
        declared: fact.declared ? union(state.declared ?? [], fact.declared) : state.declared,
        clocks: merge(state, fact.clocks),
        lit: without(state.lit, ['acceptance']),
      };
    case 'accepted':
    case 'deemed-accepted':
      return {
        ...state,
        status: 'accepted',
        acceptedOn: fact.on,
        onTheSpot: fact.mode === 'on-the-spot' || undefined,
        clocks: without(merge(state, fact.clocks), ['acceptance']),
        steps: fact.steps.map((plan) => open(plan, meta.at, handedOn(state, fact))),
        deciders: fact.deciders,
        toFollow: fact.kind === 'accepted' ? fact.toFollow : undefined,
        hands: { ...state.hands, accept: fact.kind === 'accepted' ? meta.actor : undefined },
      };
    case 'rejected':
      return { ...state, status: 'closed', ending: fact.ground, clocks: {} };
    case 'proposed':
      return sign(state, fact.step, meta, { stage: 'check', opinion: fact.opinion });
    case 'checked':
      return sign(state, fact.step, meta, { stage: 'approve', opinion: fact.opinion });
    case 'approved':
      return sign(state, fact.step, meta, { stage: 'done', opinion: fact.opinion, closed: meta.at });
    case 'sent-back':
      return change(state, fact.step, again);
    case 'paused':
      return { ...state, clocks: merge(state, fact.clocks), pause: { ground: fact.ground, statutory: fact.statutory } };
    case 'resumed':
      return {
        ...state,
        clocks: merge(state, fact.clocks),
        lit: without(relit(state.lit, fact.clocks), [PAUSE, ...movedClocks(fact)]),
        pause: undefined,
        steps: moved(state, fact),
      };
    case 'extended':
      return {
        ...state,
        clocks: merge(state, fact.clocks),
        lit: without(relit(state.lit, fact.clocks), movedClocks(fact)),
        steps: moved(state, fact),
      };
    case 'billed':
    case 'charges-ruled-out':
    case 'paid':
    case 'exempted':
    case 'reduced':
    case 'refund-ordered':
    case 'refund-order-withdrawn':
    case 'refunded':
    case 'bill-cancelled':
      return afterFee(state, fact, meta);
    case 'remit-disputed':
      return {
        ...change(state, fact.step, (s) => ({ ...s, disputed: { suggested: fact.suggested } })),
        clocks: merge(state, fact.clocks),
        lit: relit(state.lit, fact.clocks, true),
      };
    case 'arbitrated': {
      const ruled = change(takenIn(state, fact), fact.step, (s) => ({
        ...again(stepMoved(s, fact.due)),
        zero: meta.on,
        id: s.id === 'lead' ? 'lead' : `assist:${fact.organ}`,
        organ: fact.organ,
        opened: meta.at,
        disputed: undefined,
        rounds: (s.rounds ?? 0) + 1,
      }));
      const settled = !ruled.steps.some((s) => s.disputed);
      return {
        ...ruled,
        lead: fact.step === 'lead' ? fact.organ : state.lead,
        clocks: settled ? without(state.clocks, ['arbitration']) : state.clocks,
        lit: without(state.lit, [fact.step, ...(fact.takesIn ? [fact.takesIn] : [])].map(stepClock)),
      };
    }
    case 'forwarded':
      return { ...state, status: 'forwarded', forwardedOn: meta.on, hands: { ...state.hands, decide: meta.actor } };
    case 'decided':
      return {
        ...state,
        status: 'decided',
        decision: { outcome: fact.outcome, on: fact.on, grant: fact.grant },
        steps: state.steps.map((s) => (s.stage === 'done' ? s : { ...s, stage: 'done', closed: meta.at, disputed: undefined })),
        clocks: without(merge(state, fact.clocks), ['acceptance', 'arbitration', 'citizen', 'hearing']),
        pause: undefined,
        delivers: fact.delivers,
        charges: fact.charges,
        supervise: fact.supervisor,
        hands: { ...state.hands, decide: meta.actor },
      };
    case 'papers-arrived': {
      const missing = state.toFollow?.papers.filter((p) => !fact.papers.includes(p)) ?? [];
      return {
        ...state,
        papers: union(state.papers, fact.papers),
        toFollow: state.toFollow && missing.length > 0 ? { ...state.toFollow, papers: missing } : undefined,
      };
    }
    case 'notice-published':
      return { ...state, clocks: merge(state, fact.clocks), notice: { place: fact.place } };
    case 'delivered':
      return { ...state, status: 'closed', ending: state.decision?.outcome };
    case 'withdrawn':
      return {
        ...state,
        status: 'closed',
        ending: 'withdrawn',
        pause: undefined,
        steps: state.steps.map((s) => (s.closed ? s : { ...s, closed: meta.at })),
      };
    case 'third-parties-told': {
      const hearing = state.heard?.hearing ?? (fact.hearing ? 'offered' : undefined);
      return {
        ...state,
        clocks: merge(state, fact.clocks),
        heard: { ...state.heard, told: (state.heard?.told ?? 0) + fact.count, spoke: state.heard?.spoke ?? 0, hearing },
      };
    }
    case 'decision-drafted':
      return state;
    case 'statement-heard': {
      const heard = { told: 0, spoke: 0, ...state.heard };
      const spoke = heard.spoke + (fact.from === 'third-party' ? 1 : 0);
      const party = fact.party === undefined ? undefined : [fact.party];
      return {
        ...state,
        clocks: 'clocks' in fact ? merge(state, fact.clocks) : state.clocks,
        heard: {
          ...heard,
          spoke,
          ...(party && { spoken: union(heard.spoken ?? [], party) }),
          ...(party && fact.waives && { waived: union(heard.waived ?? [], party) }),
          ...(fact.from === 'applicant' && fact.waives && { applicantWaived: true }),
          ...(fact.supersedes && (party ? { waived: heard.waived?.filter((one) => one !== fact.party) } : { applicantWaived: undefined })),
          hearing: 'hearing' in fact ? 'requested' : heard.hearing,
        },
      };
    }
    case 'hearing-notified': {
      const { day, time, place, moderator, announced } = fact;
      return { ...state, heard: { told: 0, spoke: 0, ...state.heard, notice: { day, time, place, moderator }, announced } };
    }
    case 'hearing-held':
      return {
        ...state,
        clocks: without(state.clocks, ['hearing']),
        heard: { told: 0, spoke: 0, ...state.heard, hearing: 'held' },
      };
    case 'originals-checked':
      return {
        ...state,
        papers: fact.taken ? union(state.papers, fact.taken) : state.papers,
        originals: { seen: union(state.originals?.seen ?? [], fact.seen), returned: union(state.originals?.returned ?? [], fact.returned) },
      };
    case 'papers-signed-for':
      return { ...state, signedFor: union(state.signedFor ?? [], fact.papers) };
    case 'earlier-part-granted':
      return { ...state, after: state.after?.filter((item) => !fact.items.includes(item)) };
    case 'agent-erased':
      return { ...state, agentErased: true };
    case 'licence-ended':
      return { ...state, licenceEnded: fact.how };
    case 'supervision-acknowledged':
      return { ...state, supervise: undefined };
    case 'revoked':
      return { ...state, status: 'closed', ending: 'revoked', supervise: undefined };
    case 'rectified':
      return state;
    case 'calendar-changed':
      return afterChange(state, fact, meta);
    case 'clock-not-armed':
      return { ...state, notArmed: [...(state.notArmed ?? []), fact.clock] };
    case 'limit-near':
      return { ...state, lit: { ...state.lit, [fact.clock]: 'due-soon' } };
    case 'limit-passed':
    case 'breach-taken-back':
      return afterBreach(state, fact, meta);
  }
}

/** Of what silence accepted the day on which it did: until then nobody was handed anything. */
const handedOn = ({ clocks: { acceptance } }: Licensing, { kind, on }: FactOf<'accepted' | 'deemed-accepted'>): LocalDate =>
  kind === 'deemed-accepted' && acceptance ? addDays(acceptance.due, 1) : on;

type Moved = Pick<FactOf<'resumed'>, 'dues'>;
const moved = ({ steps }: Licensing, { dues = {} }: Moved): readonly Step[] =>
  steps.map((step) => (dues[step.id] ? stepMoved(step, dues[step.id]!) : step));
const movedClocks = ({ dues = {} }: Moved): string[] => Object.keys(dues).map(stepClock);

const merge = (state: Licensing, clocks: readonly Running[]): Licensing['clocks'] => ({
  ...state.clocks,
  ...Object.fromEntries(clocks.map((c) => [c.kind, c])),
});

/** New dates, new ▲; a breach on record stays, unless the clock itself is a new one. */
const relit = (lit: Licensing['lit'], clocks: readonly Running[], anew = false): Licensing['lit'] =>
  without(
    lit,
    clocks.map((c) => c.kind).filter((kind) => anew || lit[kind] !== 'late'),
  );

const without = <V>(record: Readonly<Record<string, V>>, clocks: readonly string[]): Record<string, V> =>
  Object.fromEntries(Object.entries(record).filter(([clock]) => !clocks.includes(clock)));
