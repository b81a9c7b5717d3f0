import { reasonFor, type Refusal } from '../../kernel/decision.ts';
import type { Context } from '../../kernel/matter/types.ts';
import type { Seat } from '../../kernel/organisation/types.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { AuthorityRow, Item } from '../catalogue/types.ts';
import { CENTRE } from './rules/summary.ts';
import type { Licensing, Role, Step } from './rules/state.ts';
import { refusalWords } from './words.ts';

export interface LicensingWorld {
  readonly catalogue: Catalogue;
}
export type Ctx = Context<LicensingWorld>;

const because = reasonFor(refusalWords);

/** Open matters keep the version of the item under which they began (X12). */
export const itemOf = (s: Licensing, { world }: { world: LicensingWorld }): Item => {
  const item = world.catalogue.item(s.item, { version: s.itemVersion });
  if (!item) throw new Error(`licensing: item ${s.item} v${s.itemVersion} is not in the catalogue`);
  return item;
};

const COUNTY = 'COUNTY';
const placed = (at: AuthorityRow['at'], organ: string): readonly string[] => {
  switch (at) {
    case 'lead':
      return [organ];
    case 'centre':
      return [CENTRE];
    case 'county':
      return [COUNTY];
    case 'either':
      return [organ, CENTRE];
  }
};

/** What an act is about, for the authority table: the item, the acting organ, the step's role, the amount. */
export interface About {
  readonly organ: string;
  readonly step?: 'lead' | 'assist';
  readonly amount?: number;
}
export const aboutLead = (s: Licensing): About => ({ organ: s.lead, amount: s.amount });
export const aboutStep = (s: Licensing, step: Step): About => ({ organ: step.organ, step: step.id === 'lead' ? 'lead' : 'assist', amount: s.amount });

/** The actor's seat that the authority table empowers for this act, or undefined (P7, promise 4). */
export function empoweredSeat(c: Ctx, item: Item, act: AuthorityRow['act'], about: About): Seat | undefined {
  const row = c.world.catalogue.authority(item, act, about);
  if (!row) return undefined;
  const { organ } = about;
  const organs = placed(row.at, organ);
  return c.actor.seats.find((seat) => organs.includes(seat.organ) && seat.roles.some((r) => row.roles.includes(r)));
}

/** Seats that could do it today. */
export function couldDo(c: Ctx, roles: readonly Role[], organs: readonly string[]): string[] {
  const seats = roles.flatMap((role) => organs.flatMap((organ) => c.directory.holders({ organ, role }, c.today).map((h) => h.seat.id)));
  return [...new Set(seats)].slice(0, 6);
}

/** Authority by the table: empty, or the refusal with who could. */
export function mayAct(c: Ctx, item: Item, act: AuthorityRow['act'], about: About): Refusal[] {
  if (empoweredSeat(c, item, act, about)) return [];
  const row = c.world.catalogue.authority(item, act, about);
  return [because('no-authority', { who: row ? couldDo(c, row.roles, placed(row.at, about.organ)) : [] })];
}

/** Authority by role alone, for acts that the county fixes once: cashier, arbiter. */
export const mayAs = (c: Ctx, roles: readonly Role[], organs: readonly string[]): Refusal[] =>
  c.actor.seats.some((s) => organs.includes(s.organ) && s.roles.some((r) => roles.includes(r)))
    ? []
    : [because('no-authority', { who: couldDo(c, roles, organs) })];

export const isApplicant = (s: Licensing, c: Ctx): boolean => c.actor.person === s.person;

export const onlyApplicant = (s: Licensing, c: Ctx): Refusal[] => (isApplicant(s, c) ? [] : [because('applicant-only')]);

/** Acceptance at the window, on the written authority of the lead (P7). */
export const mayAccept = (s: Licensing, c: Ctx): Refusal[] => mayAct(c, itemOf(s, c), 'accept', aboutLead(s));

/** The first open step the actor's seats may sign at its present stage; with `id`, that step. */
export function signable(s: Licensing, c: Ctx, act: 'propose' | 'check' | 'approve', id?: string): Step | undefined {
  return s.steps.find((step) => (id ? step.id === id : step.stage === act && !step.disputed) && empoweredSeat(c, itemOf(s, c), act, aboutStep(s, step)));
}

/** On a high-risk item nobody takes two of: accept, examine, decide, deliver (S1-59). */
export function separate(s: Licensing, c: Ctx, as: 'examine' | 'decide' | 'deliver'): Refusal[] {
  if (!s.highRisk) return [];
  const examined = s.steps.flatMap((step) => step.signed);
  const taken = {
    examine: [s.hands.accept],
    decide: [s.hands.accept, ...examined],
    deliver: [s.hands.accept, s.hands.decide, ...examined],
  }[as];
  return taken.includes(c.actor.person) ? [because('same-hand')] : [];
}

const EXAMINERS: readonly Role[] = ['examiner', 'section-head', 'deputy', 'chief'];
/** Whoever works on a step of the organ may say "not mine". */
export const disputableBy = (c: Ctx, organ: string): boolean =>
  c.actor.seats.some((seat) => seat.organ === organ && seat.roles.some((r) => EXAMINERS.includes(r)));
