import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../clock/types.ts';
import { anAppointment, anOrgan, aRegister, aSeat } from './builders.ts';
import { registerFaults } from './register.ts';

const on = (date: string): LocalDate => date as LocalDate;
const FOR = anOrgan('FOR');
const HEAD = aSeat('FOR-SH', 'section-head');
const LI = anAppointment('o-0002', 'FOR-SH', '2025-01-01');
const faults = (change: Partial<Parameters<typeof aRegister>[0]>) =>
  registerFaults(aRegister({ organs: [FOR], seats: [HEAD], appointments: [LI], ...change })).map(({ table, index, column, code }) => [
    `${table} ${index} ${column}`,
    code,
  ]);

describe('a register that can be stored', () => {
  it('has no fault; a seat may pass from hand to hand, and have two holders at once', () => {
    const before = anAppointment('o-0003', 'FOR-SH', '2024-01-01', '2024-12-31');
    expect(faults({ appointments: [before, LI, anAppointment('o-0004', 'FOR-SH', '2025-06-01')] })).toEqual([]);
  });

  it('names every organ and every seat once', () => {
    expect(faults({ organs: [FOR, { ...FOR }] })).toEqual([['organs 0 code', 'register-duplicate']]);
    expect(faults({ seats: [HEAD, { ...HEAD }] })).toEqual([['seats 0 id', 'register-duplicate']]);
  });

  it('knows the organ above, the organ of a seat, the seat of an appointment', () => {
    expect(faults({ organs: [{ ...FOR, parent: 'NOPE' }] })).toEqual([['organs 0 parent', 'register-unknown-organ']]);
    expect(faults({ seats: [HEAD, aSeat('NOPE-SH', 'section-head')] })).toEqual([['seats 1 organ', 'register-unknown-organ']]);
    expect(faults({ appointments: [anAppointment('o-0002', 'FOR-CHF', '2025-01-01')] })).toEqual([
      ['appointments 0 seat', 'register-unknown-seat'],
    ]);
  });

  it('has no period that ends before it begins; one day is a period', () => {
    const day = { from: on('2025-01-02'), to: on('2025-01-02') };
    const reversed = { from: on('2025-01-02'), to: on('2025-01-01') };
    const all = (period: typeof day) =>
      faults({ organs: [{ ...FOR, ...period }], seats: [{ ...HEAD, ...period }], appointments: [{ ...LI, ...period }] });
    expect(all(day)).toEqual([]);
    expect(all(reversed)).toEqual([
      ['organs 0 to', 'register-period-reversed'],
      ['seats 0 to', 'register-period-reversed'],
      ['appointments 0 to', 'register-period-reversed'],
    ]);
  });

  it('has no seat before its organ, and nobody in a seat before there is one', () => {
    const organs = [{ ...FOR, from: on('2024-06-01') }];
    expect(faults({ organs, seats: [{ ...HEAD, from: on('2024-05-31') }] })).toEqual([['seats 0 from', 'register-too-early']]);
    const seats = [{ ...HEAD, from: on('2025-01-02') }];
    expect(faults({ organs, seats })).toEqual([['appointments 0 from', 'register-too-early']]);
  });

  it('appoints nobody to the same seat twice over; again afterwards it may', () => {
    const again = (from: string) => faults({ appointments: [{ ...LI, to: on('2025-03-31') }, anAppointment(LI.person, LI.seat, from)] });
    expect(again('2025-03-31')).toEqual([['appointments 1 from', 'register-appointed-twice']]);
    expect(again('2025-04-01')).toEqual([]);
  });
});
