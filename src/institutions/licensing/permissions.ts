import { type Refusal, reasonFor } from '../../kernel/decision.ts';
import type { Context } from '../../kernel/matter/types.ts';
import { inForce } from '../../kernel/organisation/index.ts';
import type { Seat } from '../../kernel/organisation/types.ts';
import type { AuthorityRow, Catalogue, Item } from '../catalogue/index.ts';
import type { Desk, Licensing, Role, Step } from './rules/state.ts';
import { CENTRE, WINDOW } from './rules/summary.ts';
import { refusalWords } from './words.ts';

export interface LicensingWorld {
  readonly catalogue: Catalogue;
}
export type Ctx = Context<LicensingWorld>;
type Act = AuthorityRow['act'];
export type Signature = 'propose' | 'check' | 'approve';

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
export const aboutStep = (s: Licensing, step: Pick<Step, 'id' | 'organ'>): About => ({
  organ: step.organ,
  step: step.id === 'lead' ? 'lead' : 'assist',
  amount: s.amount,
});

type OnDay = Pick<Ctx, 'world' | 'today'>;
/** The row of the authority table that holds on the day of the act (P7, promise 4). */
export const rowFor = (
  { world, today: on }: OnDay,
  item: Item,
  act: Act,
  { step, amount }: Omit<About, 'organ'>,
): AuthorityRow | undefined => world.catalogue.authority(item, act, { step, amount, on });

/** The actor's seat that the authority table empowers for this act, or undefined (P7, promise 4). */
export function empoweredSeat(c: Ctx, item: Item, act: Act, about: About): Seat | undefined {
  const row = rowFor(c, item, act, about);
  return row && seatAmong(c, row.roles, placed(row.at, about.organ), item.id);
}

/** Authority given for some items is none for the others (P7). */
const covers = (seat: Seat, item: string | undefined): boolean =>
  seat.only === undefined || (item !== undefined && seat.only.includes(item));

/** The actor's seat of one of these roles in one of these organs, for this item. */
export const seatAmong = (c: Ctx, roles: readonly Role[], organs: readonly string[], item?: string): Seat | undefined =>
  c.actor.seats.find((seat) => organs.includes(seat.organ) && seat.roles.some((r) => roles.includes(r)) && covers(seat, item));

/** Who could do it today. */
const holdersAmong = (c: Ctx, roles: readonly Role[], organs: readonly string[], item?: string) =>
  roles.flatMap((role) => organs.flatMap((organ) => c.directory.holders({ organ, role }, c.today).filter((h) => covers(h.seat, item))));

/** Seats that could do it today. */
export const couldDo = (c: Ctx, roles: readonly Role[], organs: readonly string[], item?: string): string[] =>
  [...new Set(holdersAmong(c, roles, organs, item).map((h) => h.seat.id))].slice(0, 6);

export function couldByTable(c: Ctx, item: Item, act: Act, about: About): string[] {
  const row = rowFor(c, item, act, about);
  return row ? couldDo(c, row.roles, placed(row.at, about.organ), item.id) : [];
}

/** The desk of a window act, where the table puts it elsewhere than at the general window. */
export function deskOf(c: OnDay, item: Item, act: 'accept' | 'deliver', about: About): Desk | undefined {
  const row = rowFor(c, item, act, about);
  if (!row) return undefined;
  const organ = placed(row.at, about.organ).includes(CENTRE) ? CENTRE : about.organ;
  const usual = organ === WINDOW.organ && WINDOW.roles.every((r) => row.roles.includes(r));
  return usual ? undefined : { organ, roles: row.roles };
}

/** The organ stands today. */
export const inOffice = (c: Ctx, code: string): boolean => {
  const organ = c.directory.organ(code);
  return organ !== undefined && inForce(organ, c.today);
};

/** Whether the organ has somebody today for every signature the step needs: a step nobody can sign would be a dead end. */
export function canSign(s: Licensing, c: Ctx, step: Step, organ: string): boolean {
  const acts: readonly Signature[] = step.signatures === 'one' ? ['approve'] : ['propose', 'check', 'approve'];
  return acts.every((act) => couldByTable(c, itemOf(s, c), act, { ...aboutStep(s, step), organ }).length > 0);
}

export const isApplicant = (s: Licensing, c: Ctx): boolean => c.actor.person === s.person;

/** Whether the actor may put this signature on this step, whatever stage it is at. */
export const signs = (s: Licensing, c: Ctx, act: Signature, step: Pick<Step, 'id' | 'organ'>): boolean =>
  empoweredSeat(c, itemOf(s, c), act, aboutStep(s, step)) !== undefined;

/** The step that waits for this signature of the actor; with `id`, only that one. */
export const signable = (s: Licensing, c: Ctx, act: Signature, id?: string): Step | undefined =>
  s.steps.find(
    (step) =>
      (!id || step.id === id) && step.stage === act && !step.disputed && !step.signed.includes(c.actor.person) && signs(s, c, act, step),
  );

/** On a high-risk item nobody takes two of: accept, examine, decide, deliver (S1-59). */
export function separate(s: Licensing, c: Ctx, as: 'examine' | 'decide' | 'deliver'): Refusal[] {
  if (!s.highRisk) return [];
  const examined = s.steps.flatMap((step) => [...step.signed, ...(step.earlier ?? [])]);
  const taken = {
    examine: [s.hands.accept],
    decide: [s.hands.accept, ...examined],
    deliver: [s.hands.accept, s.hands.decide, ...examined],
  }[as];
  if (taken.includes(c.actor.person)) return [because('same-hand')];
  return as === 'examine' && lastDecider(s, c, [s.hands.accept, ...examined]) ? [because('kept-for-decision')] : [];
}

/** The only one left who may decide must not use up that hand on an opinion: nobody could then decide. */
function lastDecider(s: Licensing, c: Ctx, taken: readonly (string | undefined)[]): boolean {
  const row = rowFor(c, itemOf(s, c), 'decide', aboutLead(s));
  const holders = row ? holdersAmong(c, row.roles, placed(row.at, s.lead), s.item) : [];
  const left = holders.filter((h) => !taken.includes(h.person));
  return left.length > 0 && left.every((h) => h.person === c.actor.person);
}

export const EXAMINERS: readonly Role[] = ['examiner', 'section-head', 'deputy', 'chief'];
/** Whoever works on a step of the organ may say "not mine". */
export const disputableBy = (c: Ctx, organ: string): boolean => seatAmong(c, EXAMINERS, [organ]) !== undefined;
