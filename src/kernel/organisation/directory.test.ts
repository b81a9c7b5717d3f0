import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../clock/types.ts';
import { anAppointment, anOrgan, aRegister, aSeat } from './builders.ts';
import { buildDirectory } from './directory.ts';
import { registerFaults } from './register.ts';
import { registerRefusals } from './words.ts';

const on = (date: string): LocalDate => date as LocalDate;
const WANG = 'o-0001';
const LI = 'o-0002';

/** Wang heads the section until 31 August 2025 and is deputy from 1 September; Li follows him. */
const forestry = aRegister({
  organs: [anOrgan('FOR'), anOrgan('SAM')],
  seats: [aSeat('FOR-SH', 'section-head'), aSeat('FOR-DEP', 'deputy'), aSeat('SAM-SH', 'section-head')],
  appointments: [
    anAppointment(LI, 'FOR-SH', '2025-09-01'),
    anAppointment(WANG, 'FOR-SH', '2024-01-01', '2025-08-31'),
    anAppointment(WANG, 'FOR-DEP', '2025-09-01'),
  ],
});

describe('who it was that day', () => {
  const directory = buildDirectory(forestry);
  const heads = (date: string) => directory.holders({ organ: 'FOR', role: 'section-head' }, on(date)).map((holder) => holder.person);

  it('[S1-36] a seat resolves to one named person on any date, before and after a succession', () => {
    expect(heads('2025-08-31')).toEqual([WANG]);
    expect(heads('2025-09-01')).toEqual([LI]);
    expect(heads('2023-12-31')).toEqual([]);
    expect(directory.succession('FOR-SH').map((held) => held.person)).toEqual([WANG, LI]);
    expect(directory.career(WANG).map((held) => held.seat)).toEqual(['FOR-SH', 'FOR-DEP']);
  });

  it('was he empowered that day? by seat and date, in that organ only', () => {
    expect(directory.empowered(WANG, 'section-head', 'FOR', on('2025-08-31'))).toBe(true);
    expect(directory.empowered(WANG, 'section-head', 'FOR', on('2025-09-01'))).toBe(false);
    expect(directory.empowered(WANG, 'deputy', 'FOR', on('2025-09-01'))).toBe(true);
    expect(directory.empowered(WANG, 'section-head', 'SAM', on('2025-08-31'))).toBe(false);
    expect(directory.empowered('o-9999', 'section-head', 'FOR', on('2025-08-31'))).toBe(false);
  });

  it('an actor has the seats of the day: officer, applicant, or stranger with none', () => {
    const officer = directory.actor(WANG, on('2025-01-01'));
    expect(officer).toMatchObject({ kind: 'officer', seats: [{ id: 'FOR-SH' }] });
    expect(directory.hasRole(officer, 'section-head')).toBe(true);
    expect(directory.hasRole(officer, 'section-head', 'FOR')).toBe(true);
    expect(directory.hasRole(officer, 'section-head', 'SAM')).toBe(false);
    expect(directory.hasRole(officer, 'deputy')).toBe(false);
    expect(directory.actor('c-citizen', on('2025-01-01'))).toEqual({ kind: 'applicant', person: 'c-citizen', seats: [] });
    expect(directory.actor(WANG, on('2023-01-01'))).toEqual({ kind: 'stranger', person: WANG, seats: [] });
  });

  it('nobody in the seat is said, not invented', () => {
    expect(directory.holders({ role: 'section-head' }, on('2025-01-01')).map((holder) => holder.seat.id)).toEqual(['FOR-SH']);
    expect(directory.holders({ role: 'cashier' }, on('2025-01-01'))).toEqual([]);
    expect(directory.holdersOf('SAM-SH', on('2025-01-01'))).toEqual([]);
    expect(directory.organ('NONE') ?? directory.seat('NONE-CHF')).toBeUndefined();
  });
});

describe('authority ends with its seat', () => {
  const ending = (organTo?: string, seatTo?: string) =>
    buildDirectory(
      aRegister({
        organs: [anOrgan('FOR', organTo ? { to: on(organTo) } : {})],
        seats: [aSeat('FOR-CHF', 'chief', seatTo ? { to: on(seatTo) } : {})],
        appointments: [anAppointment(WANG, 'FOR-CHF')],
      }),
    );

  it.each([
    ['the organ', ending('2025-06-30')],
    ['the seat', ending(undefined, '2025-06-30')],
  ])('when %s ends, its last day still counts and the next gives nothing', (_what, directory) => {
    expect(directory.empowered(WANG, 'chief', 'FOR', on('2025-06-30'))).toBe(true);
    expect(directory.empowered(WANG, 'chief', 'FOR', on('2025-07-01'))).toBe(false);
    expect(directory.holders({ role: 'chief' }, on('2025-07-01'))).toEqual([]);
    expect(directory.seats(on('2025-07-01'))).toEqual([]);
  });

  it('lists the organs of a day', () => {
    expect(ending('2025-06-30').organs(on('2025-06-30'))).toHaveLength(1);
    expect(ending('2025-06-30').organs(on('2025-07-01'))).toHaveLength(0);
  });

  it('the whole county is asked quickly', () => {
    const codes = Array.from({ length: 60 }, (_, i) => `ORG${i}`);
    const ids = codes.flatMap((organ) => Array.from({ length: 10 }, (_, i) => `${organ}-EX${i}`));
    const directory = buildDirectory(
      aRegister({
        organs: codes.map((organ) => anOrgan(organ)),
        seats: ids.map((id) => aSeat(id, 'examiner')),
        appointments: ids.map((id, i) => anAppointment(`o-${1000 + i}`, id)),
      }),
    );
    const start = performance.now();
    for (let i = 0; i < 100_000; i++) directory.empowered(`o-${1000 + (i % ids.length)}`, 'examiner', 'ORG7', on('2025-01-01'));
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('a register is checked whole', () => {
  it('finds nothing in a good one', () => {
    expect(registerFaults(forestry)).toEqual([]);
  });

  it('says every fault at once, with its row and column', () => {
    const faults = registerFaults({
      organs: [anOrgan('FOR', { parent: 'NONE' }), anOrgan('FOR'), anOrgan('SAM', { to: on('2023-01-01') })],
      seats: [aSeat('FOR-SH', 'section-head', { from: on('2023-01-01') }), aSeat('XXX-SH', 'section-head')],
      appointments: [
        anAppointment(WANG, 'FOR-SH', '2024-01-01', '2024-06-30'),
        anAppointment(WANG, 'FOR-SH', '2024-06-30'),
        anAppointment(LI, 'FOR-SH', '2024-06-30'),
        anAppointment(LI, 'FOR-CHF', '2024-06-30', '2024-06-29'),
      ],
    }).map(({ table, index, column, code }) => `${table} ${index} ${column} ${code}`);
    expect(faults).toEqual([
      'organs 0 code register-duplicate',
      'organs 0 parent register-unknown-organ',
      'organs 2 to register-period-reversed',
      'seats 0 from register-too-early',
      'seats 1 organ register-unknown-organ',
      'appointments 1 from register-appointed-twice',
      'appointments 3 seat register-unknown-seat',
      'appointments 3 to register-period-reversed',
    ]);
    for (const { title, next } of Object.values(registerRefusals)) expect(title.zh && title.en && next.zh && next.en).toBeTruthy();
  });
});
