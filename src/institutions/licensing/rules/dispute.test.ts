import { describe, expect, test } from 'vitest';
import { readModelCounty } from '../../../../test/support/model-county.ts';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import { bodyOf, Story } from '../builders.ts';
import { evolve } from './evolve.ts';

const world = readModelCounty();
const opinion = { opinion: 'agree', text: 'As the papers show.' };
const accepted = (item = 'SAM-L02', more: object = {}, clerk = 'clerk') =>
  new Story(world, '2026-03-02').filed({ item, ...more }).sure('accept', {}, clerk);
const step = (s: Story, id: string) => s.state.steps.find((x) => x.id === id);

describe('not mine: the arbiter rules (S0-24)', () => {
  const disputed = () =>
    accepted('DRC-L02').on('2026-03-03T10:00').sure('dispute-remit', { organ: 'FOR', reason: 'Forest land', step: 'assist:NRB' }, 'NRB-SH');

  test('[S0-24] [S1-14] the arbiter has two working days; only the step stands still', () => {
    const s = disputed();
    expect(s.state.clocks.arbitration).toMatchObject({ zero: '2026-03-03', due: '2026-03-05' });
    expect(s.summary.work.find((w) => w.step === 'arbitrate:assist:NRB')).toMatchObject({
      organ: 'GOV',
      roles: ['arbiter'],
      due: '2026-03-05',
    });
    expect(s.when('approve', opinion, 'NRB-SH').codes).toEqual(['step-in-dispute']);
    expect(s.when('dispute-remit', { organ: 'FOR', reason: 'x' }, 'NRB-SH').codes).toEqual(['already-in-dispute']);
    expect(s.when('approve', opinion, 'EEB-SH').codes).toEqual([]);
    expect(s.summary.owner).toEqual({ account: 'organ', holder: 'DRC' });
  });

  test('a disputed lead puts the seconds on the dispute account', () => {
    const s = accepted()
      .on('2026-03-03T10:00')
      .sure('dispute-remit', { organ: 'HCB', reason: 'A clinic' }, 'deputy')
      .on('2026-03-04T10:00');
    s.sure('arbitrate', { organ: 'SAM', reason: 'Food is food' }, 'arbiter').after(60);
    expect(s.accounts().map(({ account, holder, seconds }) => [account, holder, seconds])).toEqual([
      ['organ', 'SAM', 25 * 3600],
      ['dispute', 'GOV', 24 * 3600],
      ['organ', 'SAM', 60],
    ]);
  });

  test('ruled for another organ, the step begins anew there, with one signature where one does', () => {
    const s = disputed().on('2026-03-04').sure('arbitrate', { organ: 'FOR', reason: 'Forest land' }, 'arbiter');
    expect(step(s, 'assist:FOR')).toMatchObject({ organ: 'FOR', stage: 'approve', due: '2026-03-11', rounds: 1 });
    expect(step(s, 'assist:NRB')).toBeUndefined();
    expect(s.state.clocks.arbitration).toBeUndefined();
    expect(s.examined().listed('decide', 'DRC-CHF')).toEqual([]);
  });

  test('[S3-32] what was ruled is not pushed on', () => {
    const s = disputed().sure('arbitrate', { organ: 'FOR', reason: 'Forest land' }, 'arbiter');
    expect(s.when('dispute-remit', { organ: 'NRB', reason: 'Theirs' }, 'FOR-SH').codes).toEqual(['dispute-settled']);
    expect(s.when('arbitrate', { organ: 'NRB', reason: 'x' }, 'arbiter').codes).toEqual(['no-dispute']);
  });

  test('a lead that moves takes the decision with it', () => {
    const s = accepted('SAM-L01')
      .sure('dispute-remit', { organ: 'HCB', reason: 'A clinic' }, 'deputy')
      .sure('arbitrate', { organ: 'HCB', reason: 'A clinic' }, 'arbiter');
    expect(s.state.lead).toBe('HCB');
    s.examined();
    expect(s.when('decide', { outcome: 'granted', reason: 'x' }, 'chief').codes).toEqual(['no-authority']);
    expect(s.when('decide', { outcome: 'granted', reason: 'x' }, 'HCB-CHF').codes).toEqual([]);
    expect(bodyOf(s, 'decided').paper).toMatch(/^HCB/);
  });

  test('a lead ruled to an organ that assists takes in its open assist: nobody assists itself', () => {
    const ruled = (more = (s: Story) => s) =>
      more(accepted('DRC-L02'))
        .sure('dispute-remit', { organ: 'NRB', reason: 'Land', step: 'lead' }, 'DRC-SH')
        .sure('arbitrate', { organ: 'NRB', reason: 'Land', step: 'lead' }, 'arbiter');
    const s = ruled();
    expect(bodyOf(s, 'arbitrated')).toMatchObject({ takesIn: 'assist:NRB' });
    expect(s.state.steps.map(({ id, organ }) => [id, organ])).toEqual(
      expect.arrayContaining([
        ['lead', 'NRB'],
        ['assist:EEB', 'EEB'],
      ]),
    );
    expect(step(s, 'assist:NRB')).toBeUndefined();
    expect(s.summary.work.filter((w) => w.organ === 'NRB').map((w) => w.step)).toEqual(['lead']);
    expect(s.examined().listed('decide', 'NRB-CHF')).toEqual([]);
    // A dispute over the assist ends with it.
    const both = ruled((told) => told.sure('dispute-remit', { organ: 'FOR', reason: 'x', step: 'assist:NRB' }, 'NRB-SH'));
    expect(both.state.clocks.arbitration).toBeUndefined();
    expect(both.listed('arbitrate', 'arbiter')).toEqual(['no-dispute']);
    // What the assist has finished stands.
    const done = ruled((told) => told.examinedBy('assist:NRB'));
    expect(step(done, 'assist:NRB')).toMatchObject({ stage: 'done' });
    expect(bodyOf(done, 'arbitrated')).not.toHaveProperty('takesIn');
  });

  test('a ruling as earlier releases wrote it folds as before', () => {
    const s = accepted('DRC-L02').sure('dispute-remit', { organ: 'NRB', reason: 'Land', step: 'lead' }, 'DRC-SH');
    const meta = { number: s.state.number, seq: 9, at: 1, on: '2026-03-03' as LocalDate, actor: 'a', capacity: 'b' };
    const fact = { kind: 'arbitrated', step: 'lead', organ: 'NRB', due: '2026-03-16' as LocalDate, reason: 'x' } as const;
    const ids = (takesIn?: string) => evolve(s.state, { ...fact, ...(takesIn && { takesIn }) }, meta).steps.map(({ id }) => id);
    expect(ids()).toEqual(s.state.steps.map(({ id }) => id));
    expect(ids('assist:NRB')).toEqual(ids().filter((id) => id !== 'assist:NRB'));
  });

  test('a ruling never ends in an organ that could not sign', () => {
    const ruling = (organ: string) => disputed().when('arbitrate', { organ, reason: 'x' }, 'arbiter').codes;
    expect(ruling('NOWHERE')).toEqual(['organ-unknown']);
    expect(ruling('COUNTY')).toEqual(['organ-without-signers']);
    expect(ruling('EEB')).toEqual(['organ-assists-already']);
    expect(ruling('DRC')).toEqual(['organ-leads-already']);
    expect(disputed().when('arbitrate', { organ: 'FOR', reason: 'x' }, 'office-director').codes).toEqual(['no-authority']);
  });

  test('a dispute names another organ, by somebody whose step is open', () => {
    const dispute = (organ: string, who: string) => accepted('DRC-L02').when('dispute-remit', { organ, reason: 'x' }, who).codes;
    expect(dispute('NRB', 'NRB-SH')).toEqual(['organ-is-own']);
    expect(dispute('NOWHERE', 'NRB-SH')).toEqual(['organ-unknown']);
    expect(dispute('FOR', 'umb-examiner')).toEqual(['no-authority']);
    expect(accepted('DRC-L02').examinedBy('assist:NRB').when('dispute-remit', { organ: 'FOR', reason: 'x' }, 'NRB-SH').codes).toEqual([
      'step-done',
    ]);
    const early = new Story(world).filed();
    expect(early.when('dispute-remit', { organ: 'FOR', reason: 'x' }, 'deputy').codes).toEqual(['not-under-examination']);
    expect(early.reasons('dispute-remit', 'clerk')).toMatchObject([{ code: 'no-authority', who: expect.arrayContaining(['SAM-CHF']) }]);
    expect(accepted('DRC-L02').when('dispute-remit', { step: 'assist:none', organ: 'FOR', reason: 'x' }, 'NRB-SH').codes).toEqual([
      'no-such-step',
    ]);
  });

  test('of two disputes the first keeps its day, and the clock runs until both are ruled', () => {
    const s = disputed().on('2026-03-04').sure('dispute-remit', { organ: 'WRB', reason: 'Water' }, 'EEB-SH');
    expect(s.state.clocks.arbitration?.due).toBe('2026-03-05');
    s.sure('arbitrate', { step: 'assist:NRB', organ: 'FOR', reason: 'x' }, 'arbiter');
    expect(s.state.clocks.arbitration?.due).toBe('2026-03-05');
    s.sure('arbitrate', { organ: 'EEB', reason: 'x' }, 'arbiter');
    expect(s.state.clocks.arbitration).toBeUndefined();
  });

  test('an arbiter who is late is lit like anybody else', () => {
    const s = disputed().on('2026-03-06').swept();
    expect(s.facts.at(-1)?.kind).toBe('limit-passed');
    expect(s.rows.at(-1)?.row.kind).toBe('late:arbitration');
  });
});
