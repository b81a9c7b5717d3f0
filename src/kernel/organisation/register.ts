import type { LocalDate } from '../clock/types.ts';
import type { Register } from './types.ts';
import type { RegisterFaultCode } from './words.ts';

/** A fault of a register, found before anything is written; all of them at once (house section 6). */
export interface RegisterFault {
  readonly table: 'organs' | 'seats' | 'appointments';
  /** Index in the table, from 0. */
  readonly index: number;
  readonly column: string;
  readonly code: RegisterFaultCode;
}

interface Period {
  readonly from: LocalDate;
  readonly to?: LocalDate;
}

/** The constraints of schema `organisation`, as one question. Empty: the register can be stored. */
export function registerFaults({ organs, seats, appointments }: Omit<Register, 'edition'>): RegisterFault[] {
  const organOf = new Map(organs.map((organ) => [organ.code, organ]));
  const seatOf = new Map(seats.map((seat) => [seat.id, seat]));
  const faults: RegisterFault[] = [];
  const say = (table: RegisterFault['table'], index: number, column: string, code: RegisterFaultCode): void => {
    faults.push({ table, index, column, code });
  };

  for (const [index, organ] of organs.entries()) {
    if (organOf.get(organ.code) !== organ) say('organs', index, 'code', 'register-duplicate');
    if (organ.parent !== undefined && !organOf.has(organ.parent)) say('organs', index, 'parent', 'register-unknown-organ');
    if (reversed(organ)) say('organs', index, 'to', 'register-period-reversed');
  }
  for (const [index, seat] of seats.entries()) {
    const organ = organOf.get(seat.organ);
    if (seatOf.get(seat.id) !== seat) say('seats', index, 'id', 'register-duplicate');
    if (!organ) say('seats', index, 'organ', 'register-unknown-organ');
    else if (seat.from < organ.from) say('seats', index, 'from', 'register-too-early');
    if (reversed(seat)) say('seats', index, 'to', 'register-period-reversed');
  }
  const held = new Map<string, Period[]>();
  for (const [index, appointment] of appointments.entries()) {
    const seat = seatOf.get(appointment.seat);
    if (!seat) say('appointments', index, 'seat', 'register-unknown-seat');
    else if (appointment.from < seat.from) say('appointments', index, 'from', 'register-too-early');
    if (reversed(appointment)) say('appointments', index, 'to', 'register-period-reversed');

    const key = `${appointment.seat}/${appointment.person}`;
    const others = held.get(key) ?? [];
    if (others.some((other) => overlap(other, appointment))) say('appointments', index, 'from', 'register-appointed-twice');
    held.set(key, [...others, appointment]);
  }
  return faults;
}

const reversed = ({ from, to }: Period): boolean => to !== undefined && to < from;

const overlap = (a: Period, b: Period): boolean => (a.to === undefined || b.from <= a.to) && (b.to === undefined || a.from <= b.to);
