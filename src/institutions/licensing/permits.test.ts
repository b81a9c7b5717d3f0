import { describe, expect, test } from 'vitest';
import { readModelCounty } from '../../../test/support/model-county.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { buildDirectory } from '../../kernel/organisation/index.ts';
import type { Register } from '../../kernel/organisation/types.ts';
import { buildCatalogue } from '../catalogue/index.ts';
import { Story } from './builders.ts';

const world = readModelCounty();
const accepted = (item: string) =>
  new Story(world, '2026-03-02').filed({ item, amount: 1000 }).on('2026-03-03').sure('accept', {}, 'clerk');

/** The authority table changes from a day on; each act is judged by that of its own day (P7, promise 4). */
describe('the authority table of the day', () => {
  const { authority } = world.parts;
  const rows = authority.map((row) => (row.item === '*' && row.act === 'decide' ? { ...row, roles: ['chief'] as const } : row));
  const tables = [
    { from: '2025-01-01' as LocalDate, rows: authority },
    { from: '2026-03-10' as LocalDate, rows },
  ];
  const changing = { ...world, catalogue: buildCatalogue({ ...world.parts, authority: rows, tables }) };
  const ready = (at: string) => new Story(changing, at).filed({ item: 'SAM-L02' }).sure('accept', {}, 'clerk').examined();
  const codes = (s: Story, who: string) => s.when('decide', { outcome: 'granted', reason: 'x' }, who).codes;

  test('[S1-60] who might decide on the day before may no longer on the day it begins, and what is accepted from then on names who may', () => {
    const s = ready('2026-03-09');
    expect(s.state.deciders).toEqual(['deputy', 'chief']);
    expect(codes(s.fork(), 'SAM-DEP')).toEqual([]);
    expect(codes(s.fork().on('2026-03-10'), 'SAM-DEP')).toEqual(['no-authority']);
    expect(codes(s.fork().on('2026-03-10'), 'SAM-CHF')).toEqual([]);
    expect(ready('2026-03-10').state.deciders).toEqual(['chief']);
  });
});

/** 首席代表授权书: who may act from the seat, for which items, and until it is taken back (P7). */
describe('authority in writing', () => {
  const { register } = world.organisation;
  const day = '2026-03-02' as LocalDate;
  const holder = (seat: string): string => register.appointments.findLast((held) => held.seat === seat)!.person;
  const paper = {
    id: 'auth-2',
    person: holder('ARA-SH'),
    seat: 'ARA-CR',
    from: day,
    basis: 'paper 3',
    by: holder('ARA-CHF'),
    at: '2026-03-02T00:00:00Z',
  };
  const taken = {
    kind: 'authorisation' as const,
    id: 'auth-2',
    from: day,
    reason: 'moved',
    by: holder('ARA-CHF'),
    at: '2026-03-02T00:30:00Z',
  };
  /** A tractor to be registered on the spot, in a county with this authority. */
  const tractor = (more: Partial<Register>, item = 'ARA-L18') =>
    new Story({ ...world, directory: buildDirectory({ ...register, ...more }) }, day).filed({ item }).sure('accept', {}, 'clerk');

  test('lets act from the seat, for the items it names and no other', () => {
    expect(tractor({}).listed('decide', 'ARA-SH')).toContain('no-authority');
    expect(tractor({ authorisations: [paper] }).listed('decide', 'ARA-SH')).not.toContain('no-authority');
    const only = { authorisations: [{ ...paper, only: ['ARA-L17'] }] };
    expect(tractor(only).listed('decide', 'ARA-SH')).toContain('no-authority');
    expect(tractor(only, 'ARA-L17').listed('decide', 'ARA-SH')).not.toContain('no-authority');
  });

  test('taken back, is refused with the reason, for what it was for', () => {
    const ended = { authorisations: [{ ...paper, only: ['ARA-L18'] }], withdrawals: [taken] };
    expect(tractor(ended).listed('decide', 'ARA-SH')).toContain('authority-withdrawn');
    expect(tractor(ended).listed('approve', 'ARA-SH')).toEqual(['authority-withdrawn']);
    expect(tractor(ended, 'ARA-L17').listed('decide', 'ARA-SH')).toContain('no-authority');
    expect(tractor(ended).listed('decide', 'ARA-EX1')).toContain('no-authority');
  });
});

/** What the screen shows as not possible, before anybody has tried: the rule that is asked afterwards says the same. */
describe('what cannot be done is not offered', () => {
  test('a second extension', () => {
    const story = accepted('DRC-L02').on('2026-03-10');
    expect(story.listed('extend', 'drc-chief')).toEqual([]);
    story.sure('extend', { reason: 'The experts need longer.' }, 'drc-chief');
    expect(story.listed('extend', 'drc-chief')).toEqual(['already-extended']);
  });

  test('sending back what has no opinion yet', () => {
    const story = accepted('SAM-L02');
    expect(story.listed('send-back', 'deputy')).toEqual(['nothing-to-send-back']);
    for (const [act, seat] of [
      ['propose', 'SAM-EX1'],
      ['check', 'SAM-SH'],
    ] as const)
      story.sure(act, { step: 'lead', opinion: 'agree', text: 'As the papers show.' }, seat);
    expect(story.listed('send-back', 'deputy')).toEqual([]);
  });

  test('on the spot, what rests on a licence that has ended', () => {
    const licenceRecord = { item: 'ARA-L17', from: '2021-07-01', until: '2026-06-30' };
    const story = new Story(world, '2026-03-02').filed({ item: 'ARA-L17', case: 'change', licence: 'L-OLD', licenceRecord });
    expect(story.listed('conclude-on-the-spot', 'ARA-CR')).toEqual([]);
    story.sure('note-licence-ended', { licenceState: 'revoked' }, 'ARA-CHF');
    expect(story.listed('conclude-on-the-spot', 'ARA-CR')).toEqual(['licence-ended']);
  });
});
