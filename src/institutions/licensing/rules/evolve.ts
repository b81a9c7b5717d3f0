import type { FactMeta } from '../../../kernel/matter/types.ts';
import type { Licensing, LicensingFact, Running, Step, StepPlan } from './state.ts';

/** What happened, folded. Facts in the past tense; nothing is decided here. */
export function evolve(state: Licensing | undefined, fact: LicensingFact, meta: FactMeta): Licensing {
  if (fact.kind === 'received') return receive(fact, meta);
  if (!state) throw new Error(`licensing: ${fact.kind} before received`);
  switch (fact.kind) {
    case 'correction-requested':
      return { ...state, status: 'awaiting-correction', demands: state.demands ?? fact.demands };
    case 'corrected':
      return {
        ...state,
        status: 'received',
        receivedOn: fact.on,
        papers: [...new Set([...state.papers, ...fact.papers])],
        clocks: merge(state, fact.clocks),
        lit: { ...state.lit, acceptance: undefined },
      };
    case 'accepted':
    case 'deemed-accepted':
      return {
        ...state,
        status: 'accepted',
        acceptedOn: fact.on,
        clocks: { ...merge(state, fact.clocks), acceptance: undefined },
        steps: fact.steps.map((plan) => open(plan, meta.at)),
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
      return change(state, fact.step, (s) => ({ ...s, stage: 'propose', opinion: undefined }));
    case 'paused':
      return { ...state, clocks: merge(state, fact.clocks), pause: { ground: fact.ground, statutory: fact.statutory } };
    case 'resumed':
      return {
        ...state,
        clocks: merge(state, fact.clocks),
        lit: stillLate(state.lit),
        pause: undefined,
        steps: state.steps.map((s) => (fact.dues?.[s.id] ? { ...s, due: fact.dues[s.id] as Step['due'] } : s)),
      };
    case 'extended':
      return { ...state, clocks: merge(state, fact.clocks), lit: stillLate(state.lit) };
    case 'billed':
      return { ...state, bill: { charge: fact.charge, amount: fact.amount, on: meta.on, state: 'due' } };
    case 'paid':
      return state.bill ? { ...state, bill: { ...state.bill, state: 'paid' } } : state;
    case 'exempted':
      return state.bill ? { ...state, bill: { ...state.bill, state: 'exempted' } } : state;
    case 'refunded':
      return state.bill ? { ...state, bill: { ...state.bill, state: 'refunded' } } : state;
    case 'remit-disputed':
      return {
        ...change(state, fact.step, (s) => ({ ...s, disputed: { suggested: fact.suggested } })),
        clocks: merge(state, fact.clocks),
      };
    case 'arbitrated':
      return {
        ...change(state, fact.step, (s) => ({
          ...s,
          id: s.id === 'lead' ? 'lead' : `assist:${fact.organ}`,
          organ: fact.organ,
          due: fact.due,
          stage: 'propose',
          disputed: undefined,
          rounds: (s.rounds ?? 0) + 1,
        })),
        lead: fact.step === 'lead' ? fact.organ : state.lead,
        clocks: { ...state.clocks, arbitration: undefined },
      };
    case 'forwarded':
      return { ...state, status: 'forwarded' };
    case 'decided':
      return {
        ...state,
        status: 'decided',
        decision: { outcome: fact.outcome, on: fact.on, grant: fact.grant },
        steps: state.steps.map((s) => (s.stage === 'done' ? s : { ...s, stage: 'done', closed: meta.at, disputed: undefined })),
        clocks: { ...merge(state, fact.clocks), arbitration: undefined },
        pause: undefined,
        hands: { ...state.hands, decide: meta.actor },
      };
    case 'papers-arrived': {
      const missing = state.toFollow?.papers.filter((p) => !fact.papers.includes(p)) ?? [];
      return {
        ...state,
        papers: [...new Set([...state.papers, ...fact.papers])],
        toFollow: state.toFollow && missing.length > 0 ? { ...state.toFollow, papers: missing } : undefined,
      };
    }
    case 'delivered':
      return { ...state, status: 'closed', ending: state.decision?.outcome };
    case 'withdrawn':
      return { ...state, status: 'closed', ending: 'withdrawn', pause: undefined };
    case 'rectified':
      return state;
    case 'limit-near':
      return { ...state, lit: { ...state.lit, [fact.clock]: 'due-soon' } };
    case 'limit-passed':
      return { ...state, lit: { ...state.lit, [fact.clock]: 'late' } };
  }
}

const receive = (fact: Extract<LicensingFact, { kind: 'received' }>, meta: FactMeta): Licensing => ({
  number: meta.number,
  item: fact.item,
  itemVersion: fact.itemVersion,
  case: fact.case,
  channel: fact.channel,
  person: fact.person,
  lead: fact.lead,
  bundle: fact.bundle,
  licence: fact.licence,
  licenceUntil: fact.licenceUntil,
  amount: fact.amount,
  highRisk: fact.highRisk,
  forwards: fact.forwards,
  status: 'received',
  receivedOn: fact.on,
  papers: fact.papers,
  clocks: Object.fromEntries(fact.clocks.map((c) => [c.kind, c])),
  lit: {},
  steps: [],
  deciders: [],
  hands: {},
});

const merge = (state: Licensing, clocks: readonly Running[]): Licensing['clocks'] => ({
  ...state.clocks,
  ...Object.fromEntries(clocks.map((c) => [c.kind, c])),
});

/** New dates, new ▲; a breach on record stays. */
const stillLate = (lit: Licensing['lit']): Licensing['lit'] => Object.fromEntries(Object.entries(lit).filter(([, light]) => light === 'late'));

const open = (plan: StepPlan, at: number): Step => ({ ...plan, stage: plan.signatures === 'one' ? 'approve' : 'propose', opened: at, signed: [] });

const change = (state: Licensing, id: string, how: (step: Step) => Step): Licensing => ({
  ...state,
  steps: state.steps.map((s) => (s.id === id ? how(s) : s)),
});

const sign = (state: Licensing, id: string, meta: FactMeta, gained: Partial<Step>): Licensing =>
  change(state, id, (s) => ({ ...s, ...gained, signed: [...s.signed, meta.actor] }));
