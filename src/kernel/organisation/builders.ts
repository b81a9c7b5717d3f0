import type { LocalDate } from '../clock/types.ts';
import type { Appointment, Organ, Register, Role, Seat } from './types.ts';

/** For tests: says only what matters, the rest stands since 2024. */
const SINCE = '2024-01-01' as LocalDate;

export const anOrgan = (code: string, more: Partial<Organ> = {}): Organ => ({
  code,
  name: { zh: code, en: code },
  kind: 'government-department',
  from: SINCE,
  ...more,
});

export const aSeat = (id: string, role: Role, more: Partial<Seat> = {}): Seat => ({
  id,
  organ: id.slice(0, id.lastIndexOf('-')),
  name: { zh: id, en: id },
  roles: [role],
  from: SINCE,
  ...more,
});

export const anAppointment = (person: string, seat: string, from: string = SINCE, to?: string): Appointment => ({
  person,
  seat,
  from: from as LocalDate,
  ...(to === undefined ? {} : { to: to as LocalDate }),
});

export const aRegister = (more: Partial<Register> = {}): Register => ({ edition: 1, organs: [], seats: [], appointments: [], ...more });
