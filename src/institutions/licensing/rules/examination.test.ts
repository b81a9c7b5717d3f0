import { describe, expect, test } from 'vitest';
import { readModelCounty } from '../../../../test/support/model-county.ts';
import { Story } from '../builders.ts';

const world = readModelCounty();
const opinion = { opinion: 'agree', text: 'As the papers show.' };
const accepted = (item = 'SAM-L02', more: object = {}, clerk = 'clerk') =>
  new Story(world, '2026-03-02').filed({ item, ...more }).sure('accept', {}, clerk);
const step = (s: Story, id: string) => s.state.steps.find((x) => x.id === id);

describe('lead and assists at once (P3)', () => {
  test('[S3-36] [S1-54] [S0-24] the lead and every assist begin on the day of acceptance, each with its own day under the total', () => {
    const s = accepted('DRC-L02', { amount: 1_000_000 });
    expect(s.state.steps.map(({ id, organ, stage }) => [id, organ, stage])).toEqual([
      ['lead', 'DRC', 'propose'],
      ['assist:NRB', 'NRB', 'approve'],
      ['assist:EEB', 'EEB', 'approve'],
    ]);
    expect(step(s, 'assist:NRB')?.due).toBe('2026-03-09');
    expect(step(s, 'lead')?.due).toBe('2026-03-16');
    expect(s.summary.work.map((w) => [w.step, w.roles])).toEqual([
      ['lead', ['examiner']],
      ['assist:NRB', ['section-head', 'deputy', 'chief']],
      ['assist:EEB', ['section-head', 'deputy', 'chief']],
    ]);
  });

  test('assists sign in any order; nobody decides before all have', () => {
    const s = accepted('DRC-L02', { amount: 1_000_000 }).examinedBy('assist:EEB').examinedBy('lead');
    expect(s.listed('decide', 'DRC-CHF')).toEqual(['steps-open']);
    expect(s.when('decide', { outcome: 'granted', reason: 'x' }, 'DRC-CHF').codes).toEqual(['steps-open']);
    expect(s.summary.owner).toEqual({ account: 'organ', holder: 'NRB' });
    expect(s.examinedBy('assist:NRB').listed('decide', 'DRC-CHF')).toEqual([]);
  });

  test('the second is the open lead’s; with the lead done the earliest-due open assist’s', () => {
    const s = accepted('EDU-L02').examinedBy('assist:FRS');
    expect(s.summary.owner.holder).toBe('EDU');
    expect(s.examinedBy('lead').summary.owner.holder).toBe('CDC');
    expect(s.examinedBy('assist:CDC').examinedBy('assist:HUC').summary.owner.holder).toBe('EDU');
  });
});

describe('signatures (P7)', () => {
  test('three signatures go in order: 承办, 审核, 批准', () => {
    const s = accepted();
    expect(s.when('check', opinion, 'section-head').codes).toEqual(['step-not-at-this-stage']);
    s.sure('propose', opinion, 'examiner-lead');
    expect(s.when('propose', opinion, 'examiner-lead').codes).toEqual(['step-not-at-this-stage']);
    s.sure('check', opinion, 'section-head').sure('approve', opinion, 'deputy');
    expect(step(s, 'lead')).toMatchObject({ stage: 'done', opinion: 'agree', signed: ['o-0159', 'o-0161', 'o-0162'] });
    expect(s.when('approve', opinion, 'chief').codes).toEqual(['step-done']);
    expect(s.facts.filter((f) => f.capacity.startsWith('SAM-')).map((f) => f.capacity)).toEqual(['SAM-EX1', 'SAM-SH', 'SAM-DEP']);
  });

  test('where one signature does, approve alone does', () => {
    const s = accepted('HCB-L09').when('approve', opinion, 'HCB-SH');
    expect(step(s, 'lead')?.stage).toBe('done');
  });

  test('[S3-22] another organ’s officer, or the wrong seat, has no authority, and is told who could', () => {
    const s = accepted();
    expect(s.when('propose', opinion, 'umb-examiner').codes).toEqual(['no-authority']);
    expect(s.last.ok || s.last.refusals[0]?.who).toEqual(['SAM-EX1', 'SAM-EX2']);
    expect(s.when('propose', opinion, 'section-head').codes).toEqual(['no-authority']);
    expect(s.when('propose', opinion, 'citizen').codes).toEqual(['no-authority']);
  });

  test('a step that is not there is told apart from one that is another’s', () => {
    const s = accepted('DRC-L02');
    expect(s.when('approve', { ...opinion, step: 'assist:XXX' }, 'NRB-SH').codes).toEqual(['no-such-step']);
    expect(s.when('approve', { ...opinion, step: 'lead' }, 'NRB-SH').codes).toEqual(['no-authority']);
    expect(s.when('approve', { ...opinion, step: 'assist:NRB' }, 'NRB-SH').codes).toEqual([]);
  });

  test('before acceptance nothing is signed', () => {
    const s = new Story(world).filed();
    expect(s.when('propose', opinion, 'examiner-lead').codes).toEqual(['not-under-examination']);
    expect(s.when('send-back', { reason: 'x' }, 'section-head').codes).toEqual(['not-under-examination']);
    expect(s.reasons('send-back', 'clerk')).toMatchObject([{ code: 'no-authority', who: expect.arrayContaining(['SAM-SH']) }]);
  });

  test('[S1-60] one person in two seats does not sign two stages', () => {
    const doubled = { ...world, directory: doubleSeat() };
    const s = new Story(doubled, '2026-03-02').filed().sure('accept', {}, 'clerk').sure('propose', opinion, 'examiner-lead');
    s.sure('check', opinion, 'section-head');
    expect(s.listed('approve', 'section-head')).toEqual(['same-signature']);
    expect(s.when('approve', opinion, 'section-head').codes).toEqual(['same-signature']);
    expect(s.when('approve', opinion, 'deputy').codes).toEqual([]);
  });

  /** The section head stands in for the deputy too. */
  function doubleSeat() {
    const { directory } = world;
    const deputy = directory.seat('SAM-DEP')!;
    return {
      ...directory,
      actor: (person: string, on: Parameters<typeof directory.actor>[1]) => {
        const actor = directory.actor(person, on);
        return person === 'o-0161' ? { ...actor, seats: [...actor.seats, deputy] } : actor;
      },
    };
  }
});

describe('sent back inside the department', () => {
  const proposed = () => accepted().sure('propose', opinion, 'examiner-lead');

  test('the same three sign again after a return: a returned opinion is a new round', () => {
    const s = proposed().sure('check', opinion, 'section-head').sure('send-back', { reason: 'Look at the drains' }, 'deputy');
    expect(step(s, 'lead')).toMatchObject({ stage: 'propose', signed: [], earlier: ['o-0159', 'o-0161'] });
    s.examinedBy('lead');
    expect(step(s, 'lead')?.stage).toBe('done');
    expect(s.facts.filter((f) => f.kind === 'proposed')).toHaveLength(2);
  });

  test('only an opinion that waits for the actor’s own signature can be sent back', () => {
    expect(accepted().when('send-back', { reason: 'x' }, 'deputy').codes).toEqual(['nothing-to-send-back']);
    expect(proposed().when('send-back', { reason: 'x', step: 'lead' }, 'deputy').codes).toEqual(['nothing-to-send-back']);
    expect(proposed().when('send-back', { reason: 'x' }, 'examiner-lead').codes).toEqual(['no-authority']);
    const s = proposed().when('send-back', { reason: 'x' }, 'section-head');
    expect(s.codes).toEqual([]);
    expect(s.facts.at(-1)?.capacity).toBe('SAM-SH');
  });

  test('a finished step stays finished', () => {
    expect(accepted().examined().when('send-back', { reason: 'x' }, 'deputy').codes).toEqual(['nothing-to-send-back']);
  });
});

describe('high risk: four different people (S1-59)', () => {
  const risky = () => accepted('DRC-L03');

  test('[S1-59] [S1-60] whoever accepted, examined or decided does none of the rest', () => {
    const doubled = { ...world, directory: everySeat('o-0012', ['DRC-EX1', 'DRC-CHF', 'DRC-CR']) };
    const s = new Story(doubled, '2026-03-02').filed({ item: 'DRC-L03' }).sure('accept', {}, 'clerk');
    expect(s.when('propose', opinion, 'clerk').codes).toEqual(['same-hand']);
    s.examined();
    expect(s.when('decide', { outcome: 'granted', reason: 'x' }, 'clerk').codes).toEqual(['same-hand']);
    s.decided({}, 'drc-chief');
    expect(s.when('deliver', { method: 'post', recipient: 'A', proof: 'B' }, 'clerk').codes).toEqual(['same-hand']);
    expect(s.delivered('DRC-CR').summary.status).toBe('granted');
  });

  test('[S1-59] an ordinary item does not ask for four people', () => {
    const doubled = { ...world, directory: everySeat('o-0012', ['SAM-EX1']) };
    const s = new Story(doubled, '2026-03-02').filed().sure('accept', {}, 'clerk');
    expect(s.when('propose', opinion, 'clerk').codes).toEqual([]);
  });

  test('the only one who may decide is not used up by an opinion', () => {
    const s = risky().sure('propose', opinion, 'drc-examiner').sure('check', opinion, 'drc-section-head');
    expect(s.listed('approve', 'drc-chief')).toEqual(['kept-for-decision']);
    expect(s.when('approve', opinion, 'drc-chief').codes).toEqual(['kept-for-decision']);
    s.sure('approve', opinion, 'drc-deputy').decided({}, 'drc-chief');
    expect(s.state.status).toBe('decided');
  });

  test('who signed before a return is still remembered', () => {
    const doubled = { ...world, directory: everySeat('o-0023', ['DRC-CHF']) };
    const s = new Story(doubled, '2026-03-02')
      .filed({ item: 'DRC-L03' })
      .sure('accept', {}, 'clerk')
      .sure('propose', opinion, 'drc-examiner');
    s.sure('send-back', { reason: 'x' }, 'drc-section-head')
      .sure('propose', opinion, 'DRC-EX2')
      .sure('check', opinion, 'drc-section-head')
      .sure('approve', opinion, 'drc-deputy');
    expect(s.when('decide', { outcome: 'granted', reason: 'x' }, 'drc-examiner').codes).toEqual(['same-hand']);
  });

  test('acceptance is the centre’s, delivery the representative’s, each on that desk', () => {
    const filed = new Story(world, '2026-03-02').filed({ item: 'DRC-L03' });
    expect(filed.when('accept', {}, 'DRC-CR').codes).toEqual(['no-authority']);
    expect(filed.summary.work).toMatchObject([{ step: 'accept', organ: 'ASB', roles: ['window-clerk'] }]);
    const s = risky().examined().decided({}, 'drc-chief');
    expect(s.summary.work[0]).toMatchObject({ step: 'deliver', organ: 'DRC', roles: ['chief-representative'] });
    expect(s.summary.owner).toEqual({ account: 'window', holder: 'DRC' });
    expect(s.when('deliver', { method: 'post', recipient: 'A', proof: 'B' }, 'delivery-clerk').codes).toEqual(['no-authority']);
  });

  /** One person who holds more seats than he should. */
  function everySeat(person: string, more: readonly string[]) {
    const { directory } = world;
    return {
      ...directory,
      actor: (who: string, on: Parameters<typeof directory.actor>[1]) => {
        const actor = directory.actor(who, on);
        return who === person ? { ...actor, seats: [...actor.seats, ...more.map((id) => directory.seat(id)!)] } : actor;
      },
    };
  }
});
