import type { LocalDate } from '../../../kernel/clock/types.ts';
import { accept, type Decision, type Refusal, reasonFor, refuser } from '../../../kernel/decision.ts';
import { type AuthorityChange, appointmentId, type Directory, inForce } from '../../../kernel/organisation/index.ts';
import type { Actor, Role, Seat } from '../../../kernel/organisation/types.ts';
import type { AuthorityRow, Catalogue } from '../../catalogue/index.ts';
import type { LicensingFact } from '../rules/state.ts';
import { refusalWords } from '../words.ts';

const refuse = refuser(refusalWords);
const because = reasonFor(refusalWords);
const HEADS: readonly Role[] = ['chief', 'deputy'];
const REPRESENTATIVE: Role = 'chief-representative';

/** What stands in the organ's name, and the act of the authority table by which it was done (P7). An exemption is given by role. */
export const IN_THE_ORGANS_NAME = {
  approved: 'approve',
  decided: 'decide',
  rejected: 'accept',
  forwarded: 'decide',
  extended: 'extend',
  exempted: undefined,
  reduced: undefined,
  'refund-ordered': undefined,
  'refund-order-withdrawn': undefined,
  revoked: 'decide',
} as const satisfies Partial<Record<LicensingFact['kind'], AuthorityRow['act'] | undefined>>;
export type SignedKind = keyof typeof IN_THE_ORGANS_NAME;

/** Whose page it is: heads see their organs whole; a representative her own part, also after her authority was taken back. */
export type Scope =
  | { readonly kind: 'organ'; readonly organs: readonly string[] }
  | { readonly kind: 'own'; readonly organs: readonly string[] };

export function scopeOf(actor: Actor, directory: Directory, today: LocalDate): Scope | Refusal {
  const organsOf = (seats: readonly Seat[], roles: readonly Role[]) => [
    ...new Set(seats.filter((seat) => seat.roles.some((role) => roles.includes(role))).map((seat) => seat.organ)),
  ];
  const headed = organsOf(actor.seats, HEADS);
  if (headed.length > 0) return { kind: 'organ', organs: headed };
  const lost = directory.lost(actor.person, today).map(({ seat }) => seat);
  const own = organsOf([...actor.seats, ...lost], [REPRESENTATIVE]);
  return own.length > 0 ? { kind: 'own', organs: own } : because('not-a-head');
}

/** 首席代表 are authorised by the chief of the organ alone (主要负责人), not by a deputy in charge. */
export function mayAuthorise(actor: Actor, organ: string, directory: Directory, today: LocalDate): readonly Refusal[] {
  if (directory.hasRole(actor, 'chief', organ)) return [];
  return [because('chief-only', { who: directory.holders({ organ, role: 'chief' }, today).map(({ seat }) => seat.id) })];
}

/** The organ's seats of a chief representative that stand today. */
export const representativeSeats = (directory: Directory, organ: string, today: LocalDate): readonly Seat[] =>
  directory.seats(today).filter((seat) => seat.organ === organ && seat.roles.includes(REPRESENTATIVE));

export interface Authorise {
  readonly organ: string;
  readonly person: string;
  readonly from: LocalDate;
  readonly until?: LocalDate;
  /** Absent: all items the organ leads. */
  readonly items?: readonly string[];
  /** The written authority: its name and number. */
  readonly basis: string;
}

export interface AuthorityContext {
  readonly actor: Actor;
  readonly directory: Directory;
  readonly catalogue: Catalogue;
  readonly today: LocalDate;
}

/** A person of the organ, in writing, for a time, for some items or all (P7). Never from a day that is past. */
export function authorise(input: Authorise, c: AuthorityContext): Decision<AuthorityChange> {
  const { directory, today } = c;
  const [no] = mayAuthorise(c.actor, input.organ, directory, today);
  if (no) return { ok: false, refusals: [no] };
  // Who gives authority is not who gets it: one would accept and decide alone (S1-60, X7).
  if (input.person === c.actor.person) return refuse('own-authority', { path: 'person' });
  const [seat] = representativeSeats(directory, input.organ, today);
  if (!seat) return refuse('no-representative-seat');
  if (input.from < today) return refuse('authority-not-backdated', { path: 'from' });
  if (input.until && input.until < input.from) return refuse('authority-reversed', { path: 'until' });
  const there = directory.seatsOf(input.person, input.from).some((held) => held.organ === input.organ && held.only === undefined);
  if (!there) return refuse('not-of-this-organ', { path: 'person' });
  const strange = (input.items ?? []).filter((item) => c.catalogue.item(item)?.lead !== input.organ);
  if (strange.length > 0) return refuse('item-of-another-organ', { path: 'items', params: { items: strange.join(', ') } });
  if (alreadyRepresents(input, seat, directory)) return refuse('already-authorised', { path: 'person' });
  const { person, from, until: to, items: only, basis } = input;
  return accept<AuthorityChange>({ authorise: { person, seat: seat.id, from, ...(to && { to }), ...(only?.length && { only }), basis } });
}

/** In any day of that time, by appointment or by a paper that stands. */
function alreadyRepresents({ person, from, until }: Authorise, seat: Seat, directory: Directory): boolean {
  const meets = (one: { readonly from: LocalDate; readonly to?: LocalDate }) =>
    (one.to === undefined || from <= one.to) && (until === undefined || one.from <= until);
  const appointed = directory.succession(seat.id).filter((held) => !directory.withdrawal(appointmentId(held)));
  const authorised = directory.authorisations(seat.id).filter((given) => !directory.withdrawal(given.id));
  return [...appointed, ...authorised].some((one) => one.person === person && meets(one));
}

/** Taken back at once: who was empowered this morning may nothing from now on. An appointed representative keeps the seat. */
export function withdraw(input: { readonly authority: string; readonly reason: string }, c: AuthorityContext): Decision<AuthorityChange> {
  const { directory, today } = c;
  const organs = new Set(c.actor.seats.map((seat) => seat.organ));
  const found = [...organs]
    .flatMap((organ) => representativeSeats(directory, organ, today))
    .flatMap((seat) => authorityFor(directory, seat.id))
    .find(({ id }) => id === input.authority);
  if (!found) return refuse('no-such-authority', { path: 'authority' });
  const [no] = mayAuthorise(c.actor, directory.seat(found.seat)?.organ ?? '', directory, today);
  if (no) return { ok: false, refusals: [no] };
  const over = directory.withdrawal(found.id) !== undefined || (found.to !== undefined && found.to < today);
  if (over) return refuse('authority-over', { path: 'authority' });
  return accept<AuthorityChange>({ withdraw: { kind: found.kind, id: found.id, from: today, reason: input.reason } });
}

export interface AuthorityLine {
  readonly id: string;
  readonly kind: 'appointment' | 'authorisation';
  readonly person: string;
  readonly seat: string;
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly only?: readonly string[];
  readonly basis?: string;
  readonly by?: string;
  readonly at?: string;
}

/** Everybody who ever could act from the seat: by appointment, by a written paper. */
export const authorityFor = (directory: Directory, seat: string): readonly AuthorityLine[] => [
  ...directory.succession(seat).map((held): AuthorityLine => ({ id: appointmentId(held), kind: 'appointment', ...held })),
  ...directory.authorisations(seat).map((given): AuthorityLine => ({ kind: 'authorisation', ...given })),
];

export type AuthorityState = 'in-force' | 'to-come' | 'withdrawn' | 'ended';
export function authorityState(line: AuthorityLine, directory: Directory, today: LocalDate): AuthorityState {
  if (directory.withdrawal(line.id)) return 'withdrawn';
  if (inForce(line, today)) return 'in-force';
  return line.from > today ? 'to-come' : 'ended';
}

/** Nobody else in the organ could do this work today: every role it waits for is this person's alone. */
export function onlyFor(
  person: string,
  work: { readonly organ: string; readonly roles: readonly string[]; readonly item: string },
  c: Pick<AuthorityContext, 'directory' | 'today'>,
): boolean {
  const holders = work.roles.flatMap((role) => c.directory.holders({ organ: work.organ, role: role as Role }, c.today));
  const able = holders.filter(({ seat }) => seat.only === undefined || seat.only.includes(work.item));
  return able.length > 0 && able.every((holder) => holder.person === person);
}
