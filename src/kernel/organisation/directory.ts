import type { LocalDate } from '../clock/types.ts';
import type { Actor, Appointment, Organ, Register, Role, Seat } from './types.ts';

/** Who sits where, asked by date (S1-36). Authority comes from the seat on the date of the act (promise 4). */
export interface Directory {
  readonly edition: number;
  organ(code: string): Organ | undefined;
  organs(on: LocalDate): readonly Organ[];
  seat(id: string): Seat | undefined;
  seats(on: LocalDate): readonly Seat[];
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
}

export interface Holder {
  readonly person: string;
  readonly seat: Seat;
}

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

  const stands = (seat: Seat, on: LocalDate): boolean => {
    const organ = organs.get(seat.organ);
    return organ !== undefined && inForce(organ, on) && inForce(seat, on);
  };
  const seatsOf = (person: string, on: LocalDate): readonly Seat[] =>
    (byPerson.get(person) ?? []).flatMap((held) => {
      const seat = inForce(held, on) ? seats.get(held.seat) : undefined;
      return seat && stands(seat, on) ? [seat] : [];
    });
  const holdersOf = (id: string, on: LocalDate): readonly string[] => {
    const seat = seats.get(id);
    return seat && stands(seat, on) ? (bySeat.get(id) ?? []).filter((held) => inForce(held, on)).map((held) => held.person) : [];
  };

  return {
    edition: register.edition,
    organ: (code) => organs.get(code),
    organs: (on) => register.organs.filter((organ) => inForce(organ, on)),
    seat: (id) => seats.get(id),
    seats: (on) => register.seats.filter((seat) => stands(seat, on)),
    seatsOf,
    holders: ({ organ, role }, on) =>
      (byRole.get(organ === undefined ? role : `${organ}/${role}`) ?? []).flatMap((seat) =>
        holdersOf(seat.id, on).map((person) => ({ person, seat })),
      ),
    holdersOf,
    actor: (person, on) => {
      const held = seatsOf(person, on);
      if (held.length > 0) return { kind: 'officer', person, seats: held };
      return { kind: isApplicant(person) ? 'applicant' : 'stranger', person, seats: [] };
    },
    hasRole,
    empowered: (person, role, organ, on) => seatsOf(person, on).some((seat) => seat.organ === organ && seat.roles.includes(role)),
    career: (person) => byPerson.get(person) ?? [],
    succession: (seat) => bySeat.get(seat) ?? [],
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
