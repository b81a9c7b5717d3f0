import { describe, expect, test } from 'vitest';
import { readModelCounty } from '../../../../test/support/model-county.ts';
import { bodyOf, Story } from '../builders.ts';

const world = readModelCounty();
const accepted = (item = 'SAM-L02', more: object = {}) =>
  new Story(world, '2026-03-02').filed({ item, ...more }).sure('accept', {}, 'clerk');
const grant = { outcome: 'granted', reason: 'All conditions are met.' };

describe('the decision', () => {
  test('[S2-68] granted: numbered, with its licence, ten working days to deliver, kept against the promise', () => {
    const s = accepted().examined().on('2026-03-10').decided();
    expect(bodyOf(s, 'decided')).toMatchObject({
      paper: 'SAM〔2026〕1',
      on: '2026-03-10',
      grant: { number: 'L-2026-SAM-000001', from: '2026-03-10', to: '2031-03-09' },
    });
    expect(s.state.clocks.delivery).toMatchObject({ zero: '2026-03-10', amount: 10, due: '2026-03-24' });
    const [decision, licence] = s.rows;
    expect(decision?.row).toMatchObject({
      opened_on: '2026-03-02',
      accepted_on: '2026-03-02',
      promised_due: '2026-03-11',
      kept: true,
      lawful: true,
      on_the_spot: false,
    });
    expect(licence?.row).toMatchObject({ number: 'L-2026-SAM-000001', state: 'valid', valid_to: '2031-03-09' });
  });

  test('[S1-37] decided after the promise, it is counted as broken; after the limit, as unlawful', () => {
    const kept = (on: string) =>
      accepted()
        .examined()
        .on(on)
        .decided()
        .rows.find((r) => r.table === 'licensing.decision')?.row;
    expect(kept('2026-03-11')).toMatchObject({ kept: true, lawful: true });
    expect(kept('2026-03-12')).toMatchObject({ kept: false, lawful: true });
    expect(kept('2026-03-17')).toMatchObject({ kept: false, lawful: false });
  });

  test('corrected papers do not shorten the time the public is shown: it opened when it was first filed', () => {
    const s = new Story(world, '2026-03-02').filed().sure('request-correction', { items: [{ what: 'x', how: 'y' }], way: 'z' }, 'clerk');
    s.on('2026-03-09').sure('correct', { note: 'Done' }, 'citizen').sure('accept', {}, 'clerk').examined().decided();
    expect(s.rows.find((r) => r.table === 'licensing.decision')?.row).toMatchObject({
      opened_on: '2026-03-02',
      accepted_on: '2026-03-09',
      on_the_spot: false,
    });
  });

  test('[S1-65] a refusal needs reasons and a way forward', () => {
    const s = accepted().examined('disagree');
    expect(s.when('decide', { outcome: 'refused', reason: 'No drain' }, 'chief').codes).toEqual(['reason-needed']);
    expect(s.when('decide', { outcome: 'refused', reason: '', way: 'Build one' }, 'chief').issues).toEqual(['reason required']);
    s.decided({ outcome: 'refused', reason: 'No drain', way: 'Build one' });
    expect(bodyOf(s, 'decided')).not.toHaveProperty('grant');
    expect(s.rows.map((r) => r.table)).toEqual(['licensing.decision']);
  });

  test('granted against an opinion, or refused against all of them, only with why; then it is marked', () => {
    const s = accepted().examined('disagree');
    expect(s.when('decide', grant, 'chief').codes).toEqual(['against-opinions']);
    s.decided({ departure: 'The drain was built yesterday.' });
    expect(bodyOf(s, 'decided')).toMatchObject({ against: true, reason: 'All conditions are met. The drain was built yesterday.' });
    const refusal = { outcome: 'refused', reason: 'No drain', way: 'Build one' };
    expect(accepted().examined().when('decide', refusal, 'chief').codes).toEqual(['against-opinions']);
    const why = { ...refusal, departure: 'The drain was torn out after the visit.' };
    expect(bodyOf(accepted().examined().decided(why), 'decided')).toMatchObject({
      against: true,
      reason: 'No drain The drain was torn out after the visit.',
    });
    expect(bodyOf(s, 'decided')).toMatchObject({ outcome: 'granted' });
    expect(bodyOf(accepted().examined('disagree').decided(refusal), 'decided')).not.toHaveProperty('against');
  });

  test('it is not decided before its time, nor twice', () => {
    expect(accepted().when('decide', grant, 'chief').codes).toEqual(['steps-open']);
    expect(new Story(world).filed().when('decide', grant, 'chief').codes).toEqual(['not-under-examination']);
    expect(accepted().examined().decided().when('decide', grant, 'chief').codes).toEqual(['not-under-examination']);
  });
});

describe('who decides (P7)', () => {
  test('[S3-22] deputy or chief of the lead; not the clerk, not another organ, not the centre', () => {
    for (const who of ['clerk', 'section-head', 'umb-chief', 'ASB-CHF', 'citizen', 'stranger'])
      expect(accepted().examined().when('decide', grant, who).codes).toEqual(['no-authority']);
    expect(accepted().examined().when('decide', grant, 'deputy').codes).toEqual([]);
  });

  test('[S4-25] by amount: up to fifty million yuan the deputy, above it or unknown the chief alone', () => {
    const project = (amount: number | undefined) => accepted('DRC-L02', { amount }).examined();
    expect(project(50_000_000).when('decide', grant, 'drc-deputy').codes).toEqual([]);
    expect(project(50_000_000.01).when('decide', grant, 'drc-deputy').codes).toEqual(['no-authority']);
    expect(project(undefined).when('decide', grant, 'drc-deputy').codes).toEqual(['no-authority']);
    expect(project(undefined).when('decide', grant, 'drc-chief').codes).toEqual([]);
    expect(project(60_000_000).summary.work).toMatchObject([{ step: 'decide', organ: 'DRC', roles: ['chief'] }]);
  });

  test('[S3-33] an item moved to the approval bureau is decided there, in its name', () => {
    const s = accepted('ASB-L03').examined().decided({}, 'ASB-CR');
    expect(bodyOf(s, 'decided').paper).toMatch(/^ASB/);
    expect(s.summary.work.map((w) => [w.step, w.organ])).toEqual([
      ['deliver', 'ASB'],
      ['supervise', 'ARA'],
    ]);
  });
});

describe('what a superior decides (P8)', () => {
  const examined = () => accepted('ARA-L20').examined();
  const opinion = { opinion: 'agree', text: 'Complete' };

  test('[S2-68] the county pre-examines within its own twenty days and sends all papers up', () => {
    const s = examined();
    expect(s.state.clocks.legal).toMatchObject({ term: 'licensing.pre-examination', amount: 20 });
    expect(s.when('decide', grant, 'ARA-CHF').codes).toEqual(['forwarded-item']);
    s.on('2026-03-06').sure('forward', opinion, 'ARA-CHF');
    expect(s.summary).toMatchObject({ status: 'forwarded', owner: { account: 'superior' }, work: [{ step: 'superior', organ: 'ARA' }] });
    expect(s.when('withdraw', { reason: 'x' }, 'citizen').codes).toEqual(['already-decided']);
  });

  test('the superior’s time breaks no promise of the county', () => {
    const s = examined().on('2026-03-06').sure('forward', opinion, 'ARA-CHF').on('2026-08-03').swept();
    expect(s.facts.at(-1)?.kind).toBe('forwarded');
    s.sure('record-superior-decision', { outcome: 'granted', reason: 'Met', paper: 'P-77' }, 'ARA-EX1');
    expect(s.rows.find((r) => r.table === 'licensing.decision')?.row).toMatchObject({
      paper: 'P-77',
      decided_on: '2026-08-03',
      kept: true,
      lawful: true,
    });
    expect(s.accounts().find((a) => a.account === 'superior')?.seconds).toBe(150 * 86_400);
    expect(s.delivered('clerk').summary.status).toBe('granted');
  });

  test('a superior’s refusal too is delivered with a way forward', () => {
    const s = examined().sure('forward', opinion, 'ARA-CHF');
    expect(s.when('record-superior-decision', { outcome: 'refused', reason: 'No', paper: 'P' }, 'ARA-EX1').codes).toEqual([
      'reason-needed',
    ]);
    expect(s.when('record-superior-decision', { outcome: 'refused', reason: 'No', paper: 'P', way: 'x' }, 'clerk').codes).toEqual([
      'no-authority',
    ]);
  });

  test('what the county decides itself is not sent up', () => {
    expect(accepted().examined().when('forward', opinion, 'chief').codes).toEqual(['not-forwarded']);
    expect(accepted().when('record-superior-decision', { ...grant, paper: 'P' }, 'examiner-lead').codes).toEqual(['not-forwarded']);
  });

  test('[S1-59] a high-risk one is sent up by other hands than examined it', () => {
    const s = accepted('COM-L01').examined();
    expect(s.when('forward', opinion, 'COM-DEP').codes).toEqual(['no-authority', 'same-hand']);
    expect(s.when('forward', opinion, 'COM-CHF').codes).toEqual([]);
  });
});
