import type { Chance } from '../../kernel/chance.ts';
import { addDays, type Calendar } from '../../kernel/clock/index.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import type { Item } from '../catalogue/index.ts';
import { missingMaterials } from './rules/papers.ts';
import type { Licensing } from './rules/state.ts';
import { CENTRE, WINDOW, waitsForApplicant, waitsForBill } from './rules/summary.ts';
import { examined, money } from './seed-examination.ts';
import * as say from './seed-sentences.ts';
import { desk, lead, type SeedWorld, type Todo, todo } from './seed-todo.ts';

export type { SeedWorld, Todo } from './seed-todo.ts';

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
          ...(s.steps.some(({ opinion }) => opinion === 'disagree')
            ? { outcome: 'refused', reason: say.SUPERIOR_AGAINST, way: say.WAY_ON }
            : { outcome: 'granted', reason: chance.pick(say.SUPERIOR) }),
          paper: `示上许〔2026〕${chance.between(10, 900)}号`,
        })),
      ];
    case 'decided':
      return [...money(s, item, w, chance), ...(waitsForBill(s) ? [] : handedOver(s, item, chance))];
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
    const legal = (item.cases.value.find((one) => one.id === s.case)?.legal ?? item.legal)?.value;
    if (fate === 'papers-follow' && later)
      return [
        todo('answer', soon, 'accept-with-papers-to-follow', window, (on) => ({
          papers: missing,
          undertaking: true,
          by: w.calendar.nth(on, Math.min(5, legal?.unit === 'wd' ? legal.amount : 5)),
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
