import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import type { LocalDate } from '../clock/types.ts';
import { anAppointment, anOrgan, aSeat } from './builders.ts';
import { buildDirectory } from './directory.ts';
import { appendRegister, appointmentId, changeAuthority, type RegisterAddition, readRegister } from './store.ts';

const db = await testDatabase();
const on = (date: string): LocalDate => date as LocalDate;
const append = (addition: Partial<RegisterAddition>) =>
  appendRegister(db.app, { reason: 'test', by: 'o-0099', at: '2025-08-20T01:00:00Z', ...addition });
/** Nobody acts by a written paper. */
const nobody = { authorisations: [], withdrawals: [] };
const refused = (name: string) => expect.objectContaining({ constraint: name });

/** A bureau of its own for each story: its code, and its section head. */
const bureau = async (code: string) => {
  const head = anAppointment('o-0001', `${code}-SH`);
  await append({
    organs: [anOrgan(code)],
    seats: [aSeat(`${code}-SH`, 'section-head'), aSeat(`${code}-DEP`, 'deputy')],
    appointments: [head],
  });
  return head;
};

describe('the register is kept', () => {
  it('nothing stored reads as an empty register, edition 0', async () => {
    expect(await readRegister(db.app)).toEqual({ edition: 0, organs: [], seats: [], appointments: [], ...nobody });
  });

  it('what was written is read back, ends and all, in its order', async () => {
    const written = {
      organs: [anOrgan('AA', { parent: 'AB', confidence: 'illustrative' }), anOrgan('AB', { to: on('2026-06-30') })],
      seats: [aSeat('AA-CHF', 'chief', { roles: ['chief', 'deputy'], to: on('2026-01-31') })],
      appointments: [anAppointment('o-0002', 'AA-CHF', '2024-01-01', '2025-12-31'), anAppointment('o-0003', 'AA-CHF', '2026-01-01')],
    };
    const edition = await append(written);
    expect(await readRegister(db.app)).toEqual({ edition, ...written, ...nobody });
  });

  it('[S1-36] a move is an ending and a new appointment; both days keep their answer', async () => {
    const head = await bureau('FOR');
    const edition = await append({
      endings: [{ kind: 'appointment', id: appointmentId(head), last: on('2025-08-31') }],
      appointments: [anAppointment('o-0001', 'FOR-DEP', '2025-09-01'), anAppointment('o-0002', 'FOR-SH', '2025-09-01')],
    });

    const now = buildDirectory(await readRegister(db.app));
    expect(now.empowered('o-0001', 'section-head', 'FOR', on('2025-08-31'))).toBe(true);
    expect(now.empowered('o-0001', 'section-head', 'FOR', on('2025-09-01'))).toBe(false);
    expect(now.empowered('o-0001', 'deputy', 'FOR', on('2025-09-01'))).toBe(true);

    const before = buildDirectory(await readRegister(db.app, edition - 1));
    expect(before.holdersOf('FOR-SH', on('2025-09-01'))).toEqual(['o-0001']);
  });
});

describe('authority in writing', () => {
  const made = (after: number, reason = 'paper 3') => ({ after, by: 'o-0001', at: '2026-02-09T01:00:00Z', reason });
  const edition = async () => (await readRegister(db.app)).edition;
  const authorise = (person: string, more: object = {}) => ({
    authorise: { person, seat: 'TAX-DEP', from: on('2026-02-09'), basis: 'paper 3', ...more },
  });

  it('[S1-36] gives what the seat empowers to, and is taken back at once; each day keeps its answer', async () => {
    await bureau('TAX');
    const id = await changeAuthority(db.app, authorise('o-0001', { to: on('2026-12-31'), only: ['TAX-L01'] }), made(await edition()));
    const given = buildDirectory(await readRegister(db.app));
    expect(given.empowered('o-0001', 'deputy', 'TAX', on('2026-02-08'))).toBe(false);
    expect(given.seatsOf('o-0001', on('2026-02-09')).filter(({ organ }) => organ === 'TAX')).toMatchObject([
      { id: 'TAX-SH' },
      { id: 'TAX-DEP', only: ['TAX-L01'] },
    ]);
    expect(given.holders({ organ: 'TAX', role: 'deputy' }, on('2026-12-31')).map(({ person }) => person)).toEqual(['o-0001']);
    expect(given.holders({ organ: 'TAX', role: 'deputy' }, on('2027-01-01'))).toEqual([]);
    expect(given.holdersOf('TAX-DEP', on('2026-02-09'))).toEqual([]);

    await changeAuthority(
      db.app,
      { withdraw: { kind: 'authorisation', id: id!, from: on('2026-03-02'), reason: 'moved' } },
      made(await edition(), 'moved'),
    );
    const taken = buildDirectory(await readRegister(db.app));
    expect(taken.empowered('o-0001', 'deputy', 'TAX', on('2026-03-01'))).toBe(true);
    expect(taken.empowered('o-0001', 'deputy', 'TAX', on('2026-03-02'))).toBe(false);
    expect(taken.lost('o-0001', on('2026-03-02'))).toMatchObject([{ id, reason: 'moved', by: 'o-0001', seat: { id: 'TAX-DEP' } }]);
    expect(taken.lost('o-0001', on('2026-03-01'))).toEqual([]);
  });

  it('of an appointment is taken back alone: the person keeps the seat', async () => {
    const held = await bureau('TOB');
    const id = appointmentId(held);
    await changeAuthority(
      db.app,
      { withdraw: { kind: 'appointment', id, from: on('2026-02-09'), reason: 'inquiry' } },
      made(await edition()),
    );
    const directory = buildDirectory(await readRegister(db.app));
    expect(directory.seatsOf('o-0001', on('2026-02-09')).find((seat) => seat.id === 'TOB-SH')?.roles).toEqual([]);
    expect(directory.holders({ organ: 'TOB', role: 'section-head' }, on('2026-02-09'))).toEqual([]);
    expect(directory.empowered('o-0001', 'section-head', 'TOB', on('2026-02-08'))).toBe(true);
  });

  it('of two changes decided on the same edition only the first is written; nothing is given twice', async () => {
    const seen = await edition();
    const both = await Promise.all([
      changeAuthority(db.app, authorise('o-0002'), made(seen)),
      changeAuthority(db.app, authorise('o-0003'), made(seen)),
    ]);
    expect(both.filter((id) => id !== undefined)).toEqual([`auth-${seen + 1}`]);
    expect(await edition()).toBe(seen + 1);
    const who = both[0] ? 'o-0002' : 'o-0003';
    await expect(changeAuthority(db.app, authorise(who), made(await edition()))).rejects.toEqual(refused('one_authorisation_at_a_time'));
    await expect(changeAuthority(db.app, authorise('o-0004', { from: on('2020-01-01') }), made(await edition()))).rejects.toEqual(
      refused('authorisation_not_before_its_seat'),
    );
  });
});

describe('the database itself refuses', () => {
  it.each(['edition', 'organ', 'seat', 'appointment', 'ending', 'authorisation', 'withdrawal'])(
    'a change of %s, for the owner too, even of no rows',
    async (table) => {
      const appendOnly = { code: '23001' };
      await expect(db.owner.query(`UPDATE organisation.${table} SET edition = 1 WHERE false`)).rejects.toMatchObject(appendOnly);
      await expect(db.owner.query(`DELETE FROM organisation.${table} WHERE false`)).rejects.toMatchObject(appendOnly);
      await expect(db.owner.query(`TRUNCATE organisation.${table} CASCADE`)).rejects.toMatchObject(appendOnly);
      await expect(db.owner.query(`SET session_replication_role = replica; DELETE FROM organisation.${table}`)).rejects.toMatchObject(
        appendOnly,
      );
      await expect(db.app.query(`DELETE FROM organisation.${table}`)).rejects.toMatchObject({ code: '42501' });
    },
  );

  it('one person twice in one seat at a time, but not one after the other', async () => {
    const head = await bureau('TWO');
    await expect(append({ appointments: [anAppointment('o-0001', 'TWO-SH', '2025-01-01')] })).rejects.toEqual(
      refused('one_appointment_at_a_time'),
    );
    await append({ endings: [{ kind: 'appointment', id: appointmentId(head), last: on('2024-12-31') }] });
    await append({ appointments: [anAppointment('o-0001', 'TWO-SH', '2025-01-01')] });
    await expect(append({ appointments: [anAppointment('o-0001', 'TWO-SH', '2024-12-31', '2024-12-31')] })).rejects.toEqual(
      refused('one_appointment_at_a_time'),
    );
  });

  it('of two who write the same at once, one is refused', async () => {
    await bureau('RACE');
    const twice = await Promise.allSettled([1, 2].map(() => append({ appointments: [anAppointment('o-0005', 'RACE-DEP')] })));
    expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('a seat of no organ, a role nobody knows, a person who is a name', async () => {
    await expect(append({ seats: [aSeat('NONE-SH', 'chief')] })).rejects.toEqual(refused('seat_organ_fkey'));
    await bureau('BAD');
    await expect(append({ seats: [aSeat('BAD-X', 'king' as 'chief')] })).rejects.toEqual(refused('seat_roles_check'));
    await expect(append({ appointments: [anAppointment('Wang Jianping', 'BAD-DEP')] })).rejects.toEqual(
      refused('appointment_person_check'),
    );
  });

  it('a period that ends before it begins, or begins before what it belongs to; an end told twice', async () => {
    const head = await bureau('DAYS');
    const end = (last: string) => append({ endings: [{ kind: 'appointment', id: appointmentId(head), last: on(last) }] });
    await expect(end('2023-12-31')).rejects.toEqual(refused('ends_not_before_it_begins'));
    await expect(append({ appointments: [anAppointment('o-0004', 'DAYS-DEP', '2023-12-31')] })).rejects.toEqual(
      refused('appointment_not_before_its_seat'),
    );
    await expect(append({ seats: [aSeat('DAYS-CHF', 'chief', { from: on('2023-12-31') })] })).rejects.toEqual(
      refused('seat_not_before_its_organ'),
    );
    await end('2025-01-31');
    await expect(end('2025-02-28')).rejects.toMatchObject({ code: '23505' });
  });

  it('an addition is whole or not at all', async () => {
    const { edition } = await readRegister(db.app);
    await expect(append({ organs: [anOrgan('HALF')], seats: [aSeat('NONE-SH', 'chief')] })).rejects.toEqual(refused('seat_organ_fkey'));
    const after = await readRegister(db.app);
    expect(after.edition).toBe(edition);
    expect(buildDirectory(after).organ('HALF')).toBeUndefined();
  });
});
