import { describe, expect, it } from 'vitest';
import { readModelCounty } from '../../../../test/support/model-county.ts';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import { appointmentId, buildDirectory } from '../../../kernel/organisation/index.ts';
import type { Authorisation, Register, Withdrawal } from '../../../kernel/organisation/types.ts';
import { type Authorise, type AuthorityContext, authorise, authorityState, onlyFor, scopeOf, withdraw } from './rules.ts';

const world = readModelCounty();
const { register } = world.organisation;
const today = '2026-03-02' as LocalDate;
const holder = (seat: string): string => register.appointments.findLast((held) => held.seat === seat)!.person;
const [chief, deputy, head, sitting] = ['ARA-CHF', 'ARA-DEP', 'ARA-SH', 'ARA-CR'].map(holder) as [string, string, string, string];

const given = (more: Partial<Authorisation> = {}): Authorisation => ({
  id: 'auth-2',
  person: head,
  seat: 'ARA-CR',
  from: '2026-03-01' as LocalDate,
  basis: '示农授〔2026〕3号',
  by: chief,
  at: '2026-03-01T01:00:00Z',
  ...more,
});
const taken = (more: Partial<Withdrawal> = {}): Withdrawal => ({
  kind: 'authorisation',
  id: 'auth-2',
  from: today,
  reason: '调离',
  by: chief,
  at: '2026-03-02T01:00:00Z',
  ...more,
});

/** Somebody of the model county, on that day, with the authority given and taken back. */
function as(person: string, more: Partial<Register> = {}, on = today): AuthorityContext {
  const directory = buildDirectory({ ...register, ...more });
  return { actor: directory.actor(person, on), directory, catalogue: world.catalogue, today: on };
}
const paper = (more: Partial<Authorise> = {}): Authorise => ({
  organ: 'ARA',
  person: head,
  from: today,
  basis: '示农授〔2026〕4号',
  ...more,
});
const code = (decision: ReturnType<typeof authorise>) => (decision.ok ? 'ok' : decision.refusals[0]?.code);

describe('authorising a chief representative', () => {
  it('the chief may, in writing, for a time and some items', () => {
    const decision = authorise(paper({ until: '2026-12-31' as LocalDate, items: ['ARA-L18'] }), as(chief));
    expect(decision).toEqual({
      ok: true,
      facts: [
        { authorise: { person: head, seat: 'ARA-CR', from: today, to: '2026-12-31', only: ['ARA-L18'], basis: '示农授〔2026〕4号' } },
      ],
    });
    expect(authorise(paper({ items: [] }), as(chief))).toMatchObject({ ok: true, facts: [{ authorise: { person: head } }] });
  });

  it('[S1-60] who authorises is not who is authorised', () => {
    expect(code(authorise(paper({ person: chief }), as(chief)))).toBe('own-authority');
    expect(code(authorise(paper({ person: deputy }), as(chief)))).toBe('ok');
  });

  it('nobody else may, and only within the organ, the table and the calendar', () => {
    expect(code(authorise(paper(), as(deputy)))).toBe('chief-only');
    expect(code(authorise(paper(), as(holder('UMB-CHF'))))).toBe('chief-only');
    expect(code(authorise(paper({ from: '2026-03-01' as LocalDate }), as(chief)))).toBe('authority-not-backdated');
    expect(code(authorise(paper({ until: '2026-03-01' as LocalDate }), as(chief)))).toBe('authority-reversed');
    expect(code(authorise(paper({ person: holder('UMB-SH') }), as(chief)))).toBe('not-of-this-organ');
    expect(code(authorise(paper({ items: ['ARA-L18', 'UMB-L05'] }), as(chief)))).toBe('item-of-another-organ');
    expect(code(authorise(paper({ items: ['NO-SUCH'] }), as(chief)))).toBe('item-of-another-organ');
    const without = { seats: register.seats.filter((seat) => seat.id !== 'ARA-CR') };
    expect(code(authorise(paper(), as(chief, without)))).toBe('no-representative-seat');
  });

  it('not twice for the same days; anew once the earlier one has ended or was withdrawn', () => {
    const standing = { authorisations: [given()] };
    expect(code(authorise(paper(), as(chief, standing)))).toBe('already-authorised');
    expect(code(authorise(paper({ person: sitting }), as(chief)))).toBe('already-authorised');
    expect(code(authorise(paper(), as(chief, { ...standing, withdrawals: [taken()] })))).toBe('ok');
    const ended = { authorisations: [given({ to: '2026-03-01' as LocalDate })] };
    expect(code(authorise(paper(), as(chief, ended)))).toBe('ok');
    const later = { authorisations: [given({ from: '2026-05-01' as LocalDate })] };
    expect(code(authorise(paper({ until: '2026-04-30' as LocalDate }), as(chief, later)))).toBe('ok');
    expect(code(authorise(paper({ until: '2026-05-01' as LocalDate }), as(chief, later)))).toBe('already-authorised');
  });

  it('who holds authority by a paper alone is not of the organ by it', () => {
    const stranger = holder('UMB-SH');
    const lent = { authorisations: [given({ person: stranger, only: ['ARA-L18'], to: '2026-03-31' as LocalDate })] };
    expect(code(authorise(paper({ person: stranger, from: '2026-03-10' as LocalDate }), as(chief, lent)))).toBe('not-of-this-organ');
  });
});

describe('withdrawing', () => {
  const standing = { authorisations: [given()] };
  it('takes effect the same day, of a paper and of an appointment', () => {
    expect(withdraw({ authority: 'auth-2', reason: '调离' }, as(chief, standing))).toMatchObject({
      ok: true,
      facts: [{ withdraw: { kind: 'authorisation', id: 'auth-2', from: today } }],
    });
    const id = appointmentId(register.appointments.findLast((held) => held.seat === 'ARA-CR')!);
    expect(withdraw({ authority: id, reason: '轮岗' }, as(chief))).toMatchObject({
      ok: true,
      facts: [{ withdraw: { kind: 'appointment', id } }],
    });
  });

  it('is for the chief, of her organ’s, once', () => {
    const it = { authority: 'auth-2', reason: '调离' };
    expect(code(withdraw(it, as(deputy, standing)))).toBe('chief-only');
    expect(code(withdraw(it, as(holder('UMB-CHF'), standing)))).toBe('no-such-authority');
    expect(code(withdraw({ ...it, authority: 'auth-9' }, as(chief, standing)))).toBe('no-such-authority');
    expect(code(withdraw(it, as(chief, { ...standing, withdrawals: [taken()] })))).toBe('authority-over');
    expect(code(withdraw(it, as(chief, { authorisations: [given({ to: '2026-03-01' as LocalDate })] })))).toBe('authority-over');
  });
});

describe('what follows of it', () => {
  it('a page: heads see the organ, a representative her own part, also after it was taken back', () => {
    const scope = (person: string, more: Partial<Register> = {}) => {
      const c = as(person, more);
      return scopeOf(c.actor, c.directory, today);
    };
    expect(scope(chief)).toEqual({ kind: 'organ', organs: ['ARA'] });
    expect(scope(deputy)).toEqual({ kind: 'organ', organs: ['ARA'] });
    expect(scope(sitting)).toEqual({ kind: 'own', organs: ['ARA'] });
    expect(scope(head)).toMatchObject({ code: 'not-a-head' });
    expect(scope(head, { authorisations: [given()] })).toEqual({ kind: 'own', organs: ['ARA'] });
    expect(scope(head, { authorisations: [given()], withdrawals: [taken()] })).toEqual({ kind: 'own', organs: ['ARA'] });
  });

  it('a state: to come, in force, ended, withdrawn', () => {
    const state = (more: Partial<Authorisation>, withdrawals: Withdrawal[] = []) => {
      const one = given(more);
      return authorityState({ kind: 'authorisation', ...one }, as(chief, { authorisations: [one], withdrawals }).directory, today);
    };
    expect(state({})).toBe('in-force');
    expect(state({ from: '2026-03-03' as LocalDate })).toBe('to-come');
    expect(state({ to: '2026-03-01' as LocalDate })).toBe('ended');
    expect(state({}, [taken()])).toBe('withdrawn');
  });

  it('work is hers alone where nobody else could do it for that item', () => {
    const work = { organ: 'ARA', roles: ['chief'], item: 'ARA-L18' };
    expect(onlyFor(chief, work, as(chief))).toBe(true);
    expect(onlyFor(deputy, work, as(deputy))).toBe(false);
    expect(onlyFor(chief, { ...work, roles: ['deputy', 'chief'] }, as(chief))).toBe(false);
    expect(onlyFor(chief, { ...work, organ: 'UMB' }, as(chief))).toBe(false);
    expect(onlyFor(chief, { ...work, roles: [] }, as(chief))).toBe(false);
    const lent = { authorisations: [given({ only: ['ARA-L17'] })] };
    expect(onlyFor(sitting, { ...work, roles: ['chief-representative'] }, as(sitting, lent))).toBe(true);
    expect(onlyFor(sitting, { ...work, item: 'ARA-L17', roles: ['chief-representative'] }, as(sitting, lent))).toBe(false);
  });
});
