import { type Refusal, reasonFor } from '../../kernel/decision.ts';
import type { Context } from '../../kernel/matter/types.ts';
import type { Actor, Seat } from '../../kernel/organisation/types.ts';
import { closedUntil, standsFor, type VisitWorld } from './register.ts';
import type { Visit } from './rules.ts';
import { refusalWords } from './words.ts';

export type Ctx = Context<VisitWorld>;
export type Why = (v: Visit | undefined, c: Ctx) => readonly Refusal[];
const because = reasonFor(refusalWords);
const CENTRE = 'ASB';

/** At the centre's windows, or an organ's chief representative who sits there (S3-35). */
export const windowSeat = (actor: Actor): Seat | undefined =>
  actor.seats.find((seat) => seat.organ === CENTRE && seat.roles.includes('window-clerk')) ??
  actor.seats.find((seat) => seat.roles.includes('chief-representative'));

const clerks = (c: Pick<Ctx, 'directory' | 'today'>) =>
  c.directory
    .holders({ organ: CENTRE, role: 'window-clerk' }, c.today)
    .map(({ seat }) => seat.id)
    .slice(0, 6);

/** Who may sit at a window is told everybody else, by the seats that may. */
export const windowOnly = (c: Pick<Ctx, 'directory' | 'today'>): Refusal => because('window-only', { who: clerks(c) });
export const atWindow: Why = (_v, c) => (windowSeat(c.actor) ? [] : [windowOnly(c)]);

/** Hours are said where the county has entered them. */
export const openToday: Why = (_v, c) => {
  const next = closedUntil(c);
  const { hours, windows } = c.world.register;
  return next ? [because('windows-closed', { params: { next, hours: windows.length > 0 ? ` ${hours.from}–${hours.to}` : '' } })] : [];
};

const whenever =
  (...statuses: Visit['status'][]): Why =>
  (v) =>
    v && statuses.includes(v.status) ? [] : [because('not-in-this-state', { params: { status: v?.status ?? '' } })];
export const waiting = whenever('waiting');
export const called = whenever('called');
export const serving = whenever('serving');

/** Whoever called goes on; over lunch, and where the seat falls vacant, the one who stands in. */
export const ownVisitor: Why = (v, c) => {
  const seat = windowSeat(c.actor)?.id;
  if (!v?.seat || !seat) return [];
  const mine =
    v.clerk === c.actor.person || v.seat === seat || standsFor(seat, c.now, c.world, c.directory).some((one) => one.seat === v.seat);
  return mine ? [] : [because('another-window', { who: [v.seat] })];
};

/** First who may, then whether it is time. */
export const all =
  (...whys: Why[]): Why =>
  (v, c) =>
    whys.flatMap((why) => why(v, c));
