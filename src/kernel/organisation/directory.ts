import type { LocalDate } from '../clock/types.ts';
import type { Actor, Appointment, Authorisation, Organ, Register, Role, Seat, Withdrawal } from './types.ts';

/** Who sits where, asked by date (S1-36). Authority comes from the seat on the date of the act (promise 4). */
export interface Directory {
  readonly edition: number;
  organ(code: string): Organ | undefined;
  organs(on: LocalDate): readonly Organ[];
  seat(id: string): Seat | undefined;
  seats(on: LocalDate): readonly Seat[];
  /** Ids of the seats the organ ever had: what was done from them stays the organ's. */
  allSeats(organ: string): readonly string[];
  /** Seats the person holds that day; a seat, or the organ it belongs to, that is not in force gives nothing. */
  seatsOf(person: string, on: LocalDate): readonly Seat[];
  /** Who holds such a seat that day; in the order of the register. */
  holders(wanted: { readonly organ?: string; readonly role: Role }, on: LocalDate): readonly Holder[];
  /** Who sits in this one seat that day. */
  holdersOf(seat: string, on: LocalDate): readonly string[];
  actor(person: string, on: LocalDate): Actor;
  hasRole(actor: Actor, role: Role, organ?: string): boolean;
  /** Was he empowered that day? */
  empowered(person: string, role: Role, organ: string, on: LocalDate): boolean;
  /** Everything the person ever held, oldest first. */
  career(person: string): readonly Appointment[];
  /** Everyone who ever held the seat, oldest first. */
  succession(seat: string): readonly Appointment[];
  /** Written authority ever given for the seat, oldest first. */
  authorisations(seat: string): readonly Authorisation[];
  /** When and why an authorisation, or the authority of an appointment (`appointmentId`), was taken back. */
  withdrawal(id: string): Withdrawal | undefined;
  /** Seats the person could act from that day, had their authority not been taken back. */
  lost(person: string, on: LocalDate): readonly (Withdrawal & { readonly seat: Seat })[];
}

export interface Holder {
  readonly person: string;
  readonly seat: Seat;
}

/** How an ending or a withdrawal names an appointment. */
export const appointmentId = ({ seat, person, from }: Pick<Appointment, 'seat' | 'person' | 'from'>): string => `${seat}/${person}/${from}`;

/** First and last day both count. */
export const inForce = (period: { readonly from: LocalDate; readonly to?: LocalDate }, on: LocalDate): boolean =>
  period.from <= on && (period.to === undefined || on <= period.to);

export const isApplicant = (person: string): boolean => person.startsWith('c-');

export function hasRole(actor: Actor, role: Role, organ?: string): boolean {
  return actor.seats.some((seat) => seat.roles.includes(role) && (organ === undefined || seat.organ === organ));
}

export function buildDirectory(register: Register): Directory {
  const organs = new Map(register.organs.map((organ) => [organ.code, organ]));
  const seats = new Map(register.seats.map((seat) => [seat.id, seat]));
  const byRole = group(
    register.seats.flatMap((seat) => seat.roles.flatMap((role) => [[role, seat] as const, [`${seat.organ}/${role}`, seat] as const])),
  );
  const oldestFirst = [...register.appointments].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const byPerson = group(oldestFirst.map((held) => [held.person, held] as const));
  const bySeat = group(oldestFirst.map((held) => [held.seat, held] as const));

  const givenTo = group((register.authorisations ?? []).map((one) => [one.person, one] as const));
  const givenFor = group((register.authorisations ?? []).map((one) => [one.seat, one] as const));
  const withdrawals = new Map((register.withdrawals ?? []).map((one) => [one.id, one]));
  /** Whether the authority had been taken back by the end of that day. */
  const taken = (id: string, on: LocalDate): Withdrawal | undefined => {
    const found = withdrawals.get(id);
    return found && found.from <= on ? found : undefined;
  };
  const authorityTaken = (held: Appointment, on: LocalDate) => (withdrawals.size > 0 ? taken(appointmentId(held), on) : undefined);

  const stands = (seat: Seat, on: LocalDate): boolean => {
    const organ = organs.get(seat.organ);
    return organ !== undefined && inForce(organ, on) && inForce(seat, on);
  };
  const standing = (id: string, on: LocalDate): Seat | undefined => {
    const seat = seats.get(id);
    return seat && stands(seat, on) ? seat : undefined;
  };
  const authorised = (given: readonly Authorisation[] = [], on: LocalDate): readonly Holder[] =>
    given.flatMap((one) => {
      const seat = inForce(one, on) && !taken(one.id, on) ? standing(one.seat, on) : undefined;
      return seat ? [{ person: one.person, seat: one.only ? { ...seat, only: one.only } : seat }] : [];
    });
  /** Who keeps the seat without its authority sits there, and may nothing. */
  const seatsOf = (person: string, on: LocalDate): readonly Seat[] => {
    const held = (byPerson.get(person) ?? []).flatMap((one) => {
      const seat = inForce(one, on) ? standing(one.seat, on) : undefined;
      return seat ? [authorityTaken(one, on) ? { ...seat, roles: [] } : seat] : [];
    });
    return givenTo.has(person) ? [...held, ...authorised(givenTo.get(person), on).map(({ seat }) => seat)] : held;
  };
  const holdersOf = (id: string, on: LocalDate): readonly string[] => {
    const seat = seats.get(id);
    return seat && stands(seat, on) ? (bySeat.get(id) ?? []).filter((held) => inForce(held, on)).map((held) => held.person) : [];
  };

  const empoweredIn = (seat: Seat, on: LocalDate): readonly Holder[] => {
    if (!stands(seat, on)) return [];
    const sitting = (bySeat.get(seat.id) ?? []).filter((held) => inForce(held, on) && !authorityTaken(held, on));
    return [...sitting.map(({ person }) => ({ person, seat })), ...authorised(givenFor.get(seat.id), on)];
  };

  const actorOf = (person: string, on: LocalDate): Actor => {
    const held = seatsOf(person, on);
    if (held.length > 0) return { kind: 'officer', person, seats: held };
    return { kind: isApplicant(person) ? 'applicant' : 'stranger', person, seats: [] };
  };
  /** The officers of one day: each acts many times in it. */
  const actors = new Map<string, Actor>();
  let day: LocalDate | undefined;

  return {
    edition: register.edition,
    organ: (code) => organs.get(code),
    organs: (on) => register.organs.filter((organ) => inForce(organ, on)),
    seat: (id) => seats.get(id),
    seats: (on) => register.seats.filter((seat) => stands(seat, on)),
    allSeats: (organ) => register.seats.filter((seat) => seat.organ === organ).map(({ id }) => id),
    seatsOf,
    holders: ({ organ, role }, on) =>
      (byRole.get(organ === undefined ? role : `${organ}/${role}`) ?? []).flatMap((seat) => empoweredIn(seat, on)),
    holdersOf,
    actor: (person, on) => {
      if (isApplicant(person)) return actorOf(person, on);
      if (on !== day) actors.clear();
      day = on;
      const known = actors.get(person) ?? actorOf(person, on);
      actors.set(person, known);
      return known;
    },
    hasRole,
    empowered: (person, role, organ, on) => seatsOf(person, on).some((seat) => seat.organ === organ && seat.roles.includes(role)),
    career: (person) => byPerson.get(person) ?? [],
    succession: (seat) => bySeat.get(seat) ?? [],
    authorisations: (seat) => givenFor.get(seat) ?? [],
    withdrawal: (id) => withdrawals.get(id),
    lost: (person, on) => {
      if (withdrawals.size === 0) return [];
      const named = [...(byPerson.get(person) ?? []).map((held) => ({ ...held, id: appointmentId(held) })), ...(givenTo.get(person) ?? [])];
      return named.flatMap((one) => {
        const [found, seat] = [taken(one.id, on), standing(one.seat, on)];
        return found && seat && inForce(one, on) ? [{ ...found, seat: 'only' in one ? { ...seat, only: one.only } : seat }] : [];
      });
    },
  };
}

function group<T>(pairs: readonly (readonly [string, T])[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const [key, value] of pairs) {
    const found = groups.get(key);
    if (found) found.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
