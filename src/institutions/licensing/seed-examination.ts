import { Chance } from '../../kernel/chance.ts';
import type { Item } from '../catalogue/index.ts';
import { dueBills, owes, unanswered } from './rules/bills.ts';
import { chargesOf } from './rules/fees.ts';
import { APPROVERS, type Licensing, type Opinion, openSteps, type Role, type Step } from './rules/state.ts';
import { ARBITER, CENTRE, waitsForBill } from './rules/summary.ts';
import { paceOf, quantityOf } from './seed-habits.ts';
import * as say from './seed-sentences.ts';
import { lead, type SeedWorld, type Todo, todo } from './seed-todo.ts';

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
  const text = say.opinionText(saying(s, step), step.id, opinion, step.stage === 'propose' || !step.opinion);
  return [todo(key, after, step.stage, by, () => ({ step: step.id, opinion, text }))];
}

/** The same for every opinion on a step, and for the decision: who applies is drawn once. */
const saying = (s: Licensing, { id, rounds = 0 }: Pick<Step, 'id' | 'rounds'>): Chance =>
  new Chance(`${s.person} ${s.number} ${id} ${rounds}`);

export function examined(s: Licensing, item: Item, w: SeedWorld, chance: Chance): Todo[] {
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
  if (open.length === 0 && !owes(s)) found.push(decision(s, chance));
  return found;
}

function decision(s: Licensing, chance: Chance): Todo {
  const against = s.steps.find((step) => step.opinion === 'disagree');
  const taken = s.highRisk ? [s.hands.accept ?? '', ...s.steps.flatMap((x) => [...x.signed, ...(x.earlier ?? [])])] : [];
  const by = { roles: s.deciders, organ: s.lead, not: taken };
  const after = Math.round(paceOf(s.lead) * 2 * chance.next());
  if (s.forwards)
    return todo('decide', after, 'forward', by, () => ({
      opinion: against ? 'disagree' : 'agree',
      text: against ? say.FORWARDED.against : say.FORWARDED.for,
    }));
  return todo('decide', after, 'decide', by, () =>
    against
      ? { outcome: 'refused', reason: say.refusedFor(saying(s, against), against.id), way: say.WAY_ON }
      : { outcome: 'granted', reason: grantedFor(s, chance) },
  );
}

function grantedFor({ steps }: Licensing, chance: Chance): string {
  if (steps.some(({ opinion }) => opinion === 'agree-with-conditions')) return say.GRANTED_WITH_CONDITIONS;
  return steps.length > 1 ? say.GRANTED_TOGETHER : chance.pick(say.GRANTED);
}

/** Billed once it is accepted, or once it is decided, paid at the one cashier; of several charges the first arises, and the others are said not to. */
export function money(s: Licensing, item: Item, w: SeedWorld, chance: Chance): Todo[] {
  const due = dueBills(s)[0];
  if (due) {
    if (due.amount > 0 && chance.fork('poor').yes(0.04)) return [todo('pay', 1, 'exempt', lead(s, ['deputy', 'chief']), () => say.EXEMPT)];
    const amount = due.amount / 100;
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
  if (s.status !== 'accepted' && !waitsForBill(s)) return [];
  const [charge] = chargesOf(item, { world: w }).filter(({ id }) => unanswered(s, [id]).length > 0);
  if (!charge) return [];
  const by = lead(s, ['examiner', 'section-head']);
  if (s.status === 'accepted' && chance.fork('later').yes(0.6)) return [];
  if (s.bills) return [todo('no-charge', 0, 'no-charge', by, () => ({ reason: say.NOT_CHARGED }))];
  const quantity = quantityOf(charge, chance);
  const figure = charge.least ?? (quantity > 1 ? 1000 : 20_000);
  const assessed = charge.amount === undefined && { amount: (quantity * figure) / 100, basis: say.ASSESSED };
  return [todo('bill', chance.between(0, 2), 'bill', by, () => ({ charge: charge.id, quantity, ...assessed }))];
}
