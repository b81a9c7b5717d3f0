import { type Refusal, reasonFor } from '../../kernel/decision.ts';
import type { Context } from '../../kernel/matter/types.ts';
import type { Actor, Role, Seat } from '../../kernel/organisation/types.ts';
import type { Till } from './rules.ts';
import { refusalWords } from './words.ts';

export type Ctx = Context<object>;
export type Why = (t: Till | undefined, c: Pick<Ctx, 'actor' | 'directory' | 'today'>) => readonly Refusal[];
const because = reasonFor(refusalWords);
const REVIEWERS = ['section-head', 'deputy', 'chief'] as const;
/** The centre, and whose work is the whole county's. */
const SEES = ['ASB', 'EFF', 'AUD', 'GOV', 'COUNTY', 'CDI'];

export const cashierSeat = (actor: Actor): Seat | undefined => actor.seats.find(({ roles }) => roles.includes('cashier'));
/** The seat from which the centre's own count is reviewed. */
export const reviewSeat = (actor: Actor): Seat | undefined =>
  actor.seats.find(({ organ, roles }) => organ === 'ASB' && REVIEWERS.some((role) => roles.includes(role)));

type Here = Pick<Ctx, 'directory' | 'today'>;
const holding = ({ directory, today }: Here, ...roles: readonly Role[]) =>
  roles.flatMap((role) => directory.holders(role === 'cashier' ? { role } : { organ: 'ASB', role }, today).map(({ seat }) => seat.id));

export const cashier: Why = (_t, c) => (cashierSeat(c.actor) ? [] : [because('till-cashier-only', { who: holding(c, 'cashier') })]);
export const reviewer: Why = (_t, c) => (reviewSeat(c.actor) ? [] : [because('till-reviewer-only', { who: holding(c, ...REVIEWERS) })]);
export const another: Why = (t, c) => (t && t.clerk === c.actor.person ? [because('till-own-count')] : []);
export const open: Why = (t) => (t?.reviewer === undefined ? [] : [because('till-reviewed')]);

/** The cashier, the centre, and those who supervise. */
export const maySee: Why = (_t, c) =>
  cashierSeat(c.actor) || c.actor.seats.some(({ organ }) => SEES.includes(organ))
    ? []
    : [because('till-not-yours-to-see', { who: holding(c, 'cashier') })];

/** First who may, then whether it is time. */
export const all =
  (...whys: Why[]): Why =>
  (t, c) =>
    whys.flatMap((why) => why(t, c));
