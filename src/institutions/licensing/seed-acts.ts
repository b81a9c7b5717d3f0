import type { Chance } from '../../kernel/chance.ts';
import type { Calendar } from '../../kernel/clock/index.ts';
import { addDays } from '../../kernel/clock/index.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import type { Directory } from '../../kernel/organisation/index.ts';
import type { Catalogue, Item } from '../catalogue/index.ts';
import { missingMaterials } from './rules/papers.ts';
import { APPROVERS, type Licensing, type Opinion, openSteps, type Role, type Step } from './rules/state.ts';
import { ARBITER, CENTRE, WINDOW, waitsForApplicant } from './rules/summary.ts';
import { paceOf } from './seed-habits.ts';
import * as say from './seed-sentences.ts';
import type { ActionName } from './words.ts';

export interface SeedWorld {
  readonly catalogue: Catalogue;
  readonly directory: Directory;
  readonly calendar: Calendar;
}

/** What fate has in store for an application, drawn when it is made. */
export type Fate = 'complete' | 'incomplete' | 'papers-follow' | 'other-organ' | 'no-permit' | 'nobody-looks' | 'given-up';
export const fateOf = (chance: Chance): Fate =>
  chance.weighed([
    ['complete', 775],
    ['incomplete', 150],
    ['papers-follow', 25],
    ['other-organ', 12],
    ['no-permit', 6],
    ['nobody-looks', 14],
    ['given-up', 18],
  ] as const);

/** Something somebody will do: after so many working days, in the office or at home; asked for when its hour has come. */
export interface Todo {
  readonly key: string;
  readonly after: number;
  readonly where: 'office' | 'home' | 'at-once';
  readonly action: ActionName;
  /** Undefined: the applicant. */
  readonly by?: { readonly roles: readonly Role[]; readonly organ: string; readonly not?: readonly string[] };
  input(on: LocalDate): Readonly<Record<string, unknown>>;
}

/** What the state of a matter makes somebody do next, as things go in a county. */
export function todos(s: Licensing, item: Item, fate: Fate, w: SeedWorld, chance: Chance): Todo[] {
  switch (s.status) {
    case 'received':
      return received(s, item, fate, w, chance);
    case 'awaiting-correction':
      return corrected(s, item, chance);
    case 'accepted':
      return examined(s, item, w, chance);
    case 'forwarded':
      return [
        todo('superior', 8 + chance.between(0, 10), 'record-superior-decision', lead(s, ['examiner']), () => ({
          outcome: 'granted',
          reason: chance.pick(say.SUPERIOR),
          paper: `示上许〔2026〕${chance.between(10, 900)}号`,
        })),
      ];
    case 'decided':
      return [...money(s, item, w, chance), ...handedOver(s, item, chance)];
    case 'closed':
      return s.supervise
        ? [
            todo('supervise', chance.between(1, 12), 'acknowledge-supervision', { roles: ['examiner'], organ: s.supervise }, () => ({
              note: say.SUPERVISED,
            })),
          ]
        : [];
  }
}

const todo = (
  key: string,
  after: number,
  action: ActionName,
  by: Todo['by'],
  input: Todo['input'],
  where: Todo['where'] = by ? 'office' : 'home',
): Todo => ({
  key,
  after,
  where,
  action,
  by,
  input,
});
const lead = (s: Licensing, roles: readonly Role[]): Todo['by'] => ({ roles, organ: s.lead });
const desk = (at: { readonly organ: string; readonly roles: readonly Role[] } | undefined, not?: readonly string[]): Todo['by'] => ({
  ...(at ?? WINDOW),
  not,
});

function received(s: Licensing, item: Item, fate: Fate, w: SeedWorld, chance: Chance): Todo[] {
  const window = s.accepts ?? WINDOW;
  const soon = s.channel === 'online' ? (chance.yes(0.6) ? 0 : chance.between(1, 3)) : chance.yes(0.9) ? 0 : 1;
  const again = s.demands !== undefined;
  if (fate === 'nobody-looks' && !again) return [];
  if (fate === 'no-permit' && !again) return [todo('answer', soon, 'reject-no-permit-needed', window, () => say.NO_PERMIT)];
  if (fate === 'other-organ' && !again) {
    const organ = s.lead === 'SAM' ? 'HCB' : 'SAM';
    return [todo('answer', soon, 'reject-remit', window, () => ({ ...say.NOT_OUR_REMIT, organ }))];
  }
  const missing = missingMaterials(item, s.case, s.papers);
  const names = new Map(item.materials.value.map((m) => [m.code, m.name.zh]));
  if (missing.length > 0 && !again) {
    const later = missing.every((code) => item.materials.value.some((m) => m.code === code && !m.essential));
    if (fate === 'papers-follow' && later)
      return [
        todo('answer', soon, 'accept-with-papers-to-follow', window, (on) => ({
          papers: missing,
          undertaking: true,
          by: w.calendar.nth(on, 5),
        })),
      ];
    return [
      todo('answer', soon, 'request-correction', window, () => ({
        items: missing.map((material) => ({
          material,
          what: `${names.get(material)}：${chance.pick(say.FIX.what)}`,
          how: chance.pick(say.FIX.how),
        })),
        way: say.FIX.way,
      })),
    ];
  }
  const spot = item.handling === 'on-the-spot' && !s.highRisk && !s.forwards && item.assists.value.length === 0;
  const row = w.catalogue.authority(item, 'handle-on-the-spot');
  if (spot && row && row.roles.length > 0)
    return [
      todo(
        'answer',
        soon,
        'conclude-on-the-spot',
        { roles: row.roles, organ: s.lead },
        () => ({ text: chance.pick(say.ON_THE_SPOT) }),
        s.channel === 'online' ? 'office' : 'at-once',
      ),
    ];
  return [todo('answer', soon, 'accept', window, () => ({}), s.channel === 'online' ? 'office' : 'at-once')];
}

function corrected(s: Licensing, item: Item, chance: Chance): Todo[] {
  if (chance.yes(0.06)) return [todo('back', chance.between(1, 6), 'withdraw', undefined, () => ({ reason: chance.pick(say.WITHDRAWN) }))];
  if (chance.yes(0.08)) return [];
  const papers = missingMaterials(item, s.case, s.papers);
  // At the counter the clerk takes the paper in; it is the window's act then.
  return [todo('back', chance.between(1, 9), 'correct', desk(s.accepts), () => ({ papers, note: chance.pick(say.CORRECTED) }))];
}

const STAGES: Readonly<
  Record<'propose' | 'check' | 'approve', { readonly share: number; readonly roles: (step: Step) => readonly Role[] }>
> = {
  propose: { share: 0.6, roles: () => ['examiner'] },
  check: { share: 0.2, roles: () => ['section-head'] },
  approve: { share: 0.2, roles: (step) => step.approvers ?? APPROVERS[step.signatures] },
};

function signature(s: Licensing, step: Step, chance: Chance): Todo[] {
  if (step.stage === 'done') return [];
  if (step.disputed) {
    const organ = chance.yes(0.6) ? step.organ : step.disputed.suggested;
    return [
      todo(`${step.id}:ruling`, chance.between(0, 3), 'arbitrate', { roles: ['arbiter'], organ: ARBITER }, () => ({
        step: step.id,
        organ,
        reason: say.NOT_OURS.ruling,
      })),
    ];
  }
  const { share, roles } = STAGES[step.stage];
  const whole = step.signatures === 'one' ? 1 : share;
  const after = Math.round(step.limit.amount * paceOf(step.organ) * whole * (0.35 + chance.next() * 0.9));
  const opinion: Opinion =
    step.opinion ??
    chance.weighed([
      ['agree', 92],
      ['agree-with-conditions', 5],
      ['disagree', 3],
    ] as const);
  const by = { roles: roles(step), organ: step.organ, not: [...step.signed, ...(s.highRisk && s.hands.accept ? [s.hands.accept] : [])] };
  const key = `${step.id}:${step.stage}:${step.rounds ?? 0}:${step.earlier?.length ?? 0}`;
  if (step.stage === 'check' && !step.earlier && chance.yes(0.03))
    return [todo(key, after, 'send-back', by, () => ({ step: step.id, reason: chance.pick(say.SENT_BACK) }))];
  if (step.id !== 'lead' && !step.rounds && chance.yes(0.012))
    return [
      todo(key, after, 'dispute-remit', by, () => ({
        step: step.id,
        organ: step.organ === 'UMB' ? 'HUC' : 'UMB',
        reason: chance.pick(say.NOT_OURS.reason),
      })),
    ];
  const text = say.opinionText(chance, step.id === 'lead', opinion);
  return [todo(key, after, step.stage, by, () => ({ step: step.id, opinion, text }))];
}

function examined(s: Licensing, item: Item, w: SeedWorld, chance: Chance): Todo[] {
  const own = ['examiner', 'section-head'] as const;
  if (s.pause) return [todo('resume', chance.between(3, 12), 'resume', lead(s, own), () => ({ note: chance.pick(say.RESUMED) }))];
  const open = openSteps(s);
  const found = [...open.flatMap((step) => signature(s, step, chance.fork(step.id + step.stage))), ...money(s, item, w, chance)];
  const limit = s.clocks.legal;
  const ground = w.catalogue && limit && item.legal ? chance.fork('pause').pick(['expert-review', 'testing', 'appraisal']) : undefined;
  if (
    ground &&
    limit &&
    !limit.pauses.length &&
    open.some((x) => x.id === 'lead') &&
    item.legal!.value.amount >= 15 &&
    chance.fork('pauses').yes(0.07)
  )
    found.push(
      todo('pause', chance.between(1, 4), 'pause', lead(s, own), (on) => ({
        ground,
        expected: w.calendar.nth(on, 8),
        reason: say.PAUSES[ground],
      })),
    );
  if (limit && !limit.extended && open.length > 0 && paceOf(s.lead) > 0.8 && chance.fork('extend').yes(0.3))
    found.push(
      todo('extend', Math.max(0, item.legal ? item.legal.value.amount - 4 : 12), 'extend', lead(s, ['deputy', 'chief']), () => ({
        reason: chance.pick(say.EXTENDED),
      })),
    );
  if (open.length === 0 && s.bill?.state !== 'due') found.push(decision(s, chance));
  return found;
}

function decision(s: Licensing, chance: Chance): Todo {
  const against = s.steps.some((step) => step.opinion === 'disagree');
  const taken = s.highRisk ? [s.hands.accept ?? '', ...s.steps.flatMap((x) => [...x.signed, ...(x.earlier ?? [])])] : [];
  const by = { roles: s.deciders, organ: s.lead, not: taken };
  const after = Math.round(paceOf(s.lead) * 2 * chance.next());
  if (s.forwards)
    return todo('decide', after, 'forward', by, () => ({
      opinion: against ? 'disagree' : 'agree',
      text: say.opinionText(chance, true, 'agree'),
    }));
  return todo('decide', after, 'decide', by, () =>
    against
      ? { outcome: 'refused', reason: chance.pick(say.REFUSED), way: say.WAY_ON }
      : { outcome: 'granted', reason: chance.pick(say.GRANTED) },
  );
}

/** Billed once it is accepted, paid at the one cashier. */
function money(s: Licensing, item: Item, w: SeedWorld, chance: Chance): Todo[] {
  if (s.bill?.state === 'due') {
    if (s.bill.amount > 0 && chance.fork('poor').yes(0.04))
      return [todo('pay', 1, 'exempt', lead(s, ['deputy', 'chief']), () => say.EXEMPT)];
    const amount = s.bill.amount / 100;
    const method = chance.weighed([
      ['mobile', 6],
      ['card', 2],
      ['transfer', 2],
      ['cash', 1],
    ] as const);
    return [
      todo('pay', chance.between(0, 4), 'pay', { roles: ['cashier'], organ: CENTRE }, () => ({
        amount,
        method,
        receipt: `示财非税${chance.digits(8)}`,
      })),
    ];
  }
  if (s.bill || s.status !== 'accepted') return [];
  const charge = item.charges
    .map((id) => w.catalogue.charge(id))
    .find((c) => c?.kind === 'charge' && c.status !== 'stopped' && c.charged && c.amount !== 0);
  if (!charge) return [];
  const assessed = charge.amount === undefined ? { amount: chance.between(8, 90) * 10 } : {};
  return [todo('bill', chance.between(0, 2), 'bill', lead(s, ['examiner', 'section-head']), () => ({ charge: charge.id, ...assessed }))];
}

function handedOver(s: Licensing, item: Item, chance: Chance): Todo[] {
  if (s.toFollow) {
    const { papers } = s.toFollow;
    return [todo('hand-in', chance.between(0, 5), 'hand-in-papers', desk(s.accepts), () => ({ papers }))];
  }
  if (waitsForApplicant(s)) return [];
  const [method, proof] = chance.weighed(
    say.DELIVERED.filter(([m]) => m !== 'electronic' || s.electronic).map(([m, p, weight]) => [[m, p] as const, weight] as const),
  );
  const separate = s.highRisk ? [s.hands.accept ?? '', s.hands.decide ?? '', ...s.steps.flatMap((x) => x.signed)] : [];
  const by = s.delivers ?? { organ: CENTRE, roles: item.highRisk.value ? (['chief-representative'] as const) : WINDOW.roles };
  return [
    todo('deliver', chance.yes(0.07) ? chance.between(3, 9) : chance.between(0, 2), 'deliver', { ...by, not: separate }, () => ({
      method,
      recipient: '申请人本人',
      proof,
    })),
  ];
}

/** Who does it: the lowest who may, and the same person for the same matter wherever possible. */
export function holderFor(t: Todo, on: LocalDate, w: SeedWorld, chance: Chance): string | undefined {
  for (const role of t.by?.roles ?? []) {
    const free = w.directory.holders({ organ: t.by!.organ, role }, on).filter((h) => !t.by?.not?.includes(h.person));
    if (free.length > 0) return chance.fork(t.by!.organ + role).pick(free).person;
  }
  return undefined;
}

/** The day on which it is done: that many working days on; at home any day will do. */
export const dayFor = (t: Todo, from: LocalDate, calendar: Calendar): LocalDate => {
  if (t.where === 'home') return addDays(from, t.after);
  const first = calendar.isWorking(from) ? from : calendar.nth(from, 1);
  return t.after === 0 ? first : calendar.nth(from, t.after);
};
