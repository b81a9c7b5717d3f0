import { describe, expect, test } from 'vitest';
import { readModelCounty } from '../../../../test/support/model-county.ts';
import { bodyOf, Story } from '../builders.ts';
import { evolve } from './evolve.ts';
import { stillToHear } from './hearing.ts';

const world = readModelCounty();
const accepted = (item = 'SAM-L02') => new Story(world, '2026-03-02').filed({ item }).sure('accept', {}, 'clerk');
const grant = { outcome: 'granted', reason: 'All conditions are met.' };

const notice = (day: string, more: object = {}) => ({ day, time: '09:30', place: '政务服务中心三楼听证室', moderator: 'DRC-CHF', ...more });

describe('third parties (行政许可法 36, 47; P14)', () => {
  const tell = {
    parties: [{ name: 'The neighbour' }, { name: 'The school', contact: '555' }],
    what: 'A kitchen below your windows',
    hearing: true,
  };
  const told = () => accepted('DRC-L01').on('2026-03-03').examined().sure('tell-third-parties', tell, 'drc-examiner');

  test('[S2-68] they are told, have five days, and the decision waits for them', () => {
    const s = told();
    expect(bodyOf(s, 'third-parties-told')).toMatchObject({ count: 2, hearing: true });
    expect(s.facts.at(-1)?.body).not.toContain('neighbour');
    expect(s.state.clocks.citizen).toMatchObject({ term: 'licensing.hearing-request', due: '2026-03-10' });
    expect(s.when('decide', grant, 'drc-chief').codes).toEqual(['third-parties-waiting', 'applicant-may-ask']);
    const waived = { from: 'third-party', text: 'No objection', 'waives-hearing': true, signed: true };
    s.sure('record-statement', { ...waived, party: 1 }, 'drc-examiner');
    expect(s.listed('decide', 'drc-chief')).toEqual(['third-parties-waiting', 'applicant-may-ask']);
    s.sure('record-statement', { ...waived, party: 2 }, 'clerk');
    expect(s.when('decide', grant, 'drc-chief').codes).toEqual(['applicant-may-ask']);
    expect(s.fork().on('2026-03-10').listed('decide', 'drc-chief')).toEqual(['applicant-may-ask']);
    expect(s.fork().on('2026-03-11').listed('decide', 'drc-chief')).toEqual([]);
    s.sure('record-statement', { from: 'applicant', text: 'I want none', 'waives-hearing': true }, 'citizen');
    expect(s.when('decide', grant, 'drc-chief').codes).toEqual([]);
  });

  test('the applicant alone keeps his days: he waives a hearing that was offered, and none other', () => {
    const waives = { from: 'applicant', text: 'I want none', 'waives-hearing': true, signed: true };
    const s = told().sure('record-statement', waives, 'clerk');
    expect(s.listed('decide', 'drc-chief')).toEqual(['third-parties-waiting']);
    expect(told().when('record-statement', { ...waives, hearing: true }, 'citizen').codes).toEqual(['asks-and-waives']);
    const quiet = accepted('DRC-L01')
      .examined()
      .sure('tell-third-parties', { ...tell, hearing: false }, 'drc-examiner');
    expect(quiet.when('record-statement', waives, 'citizen').codes).toEqual(['nothing-to-waive']);
    expect(quiet.listed('decide', 'drc-chief')).toEqual(['third-parties-waiting']);
    // Whoever has asked is heard; a waiver does not shorten that.
    const asks = s.sure('record-statement', says(1, { hearing: true }), 'clerk');
    expect(asks.listed('decide', 'drc-chief')).toContain('hearing-due');
  });

  const says = (party: number, more: object = {}) => ({ from: 'third-party', party, text: 'Too loud', ...more });

  test('[P14] what an officer enters of a waiver is signed by whoever gives the hearing up; a later request supersedes it', () => {
    const waiver = { text: 'I want none', 'waives-hearing': true };
    for (const whose of [{ from: 'applicant' }, { from: 'third-party', party: 1 }]) {
      const by = whose.from === 'applicant' ? 'drc-examiner' : 'clerk';
      expect(told().when('record-statement', { ...whose, ...waiver }, by).codes).toEqual(['signature-needed']);
      const s = told().sure('record-statement', { ...whose, ...waiver, signed: true }, by);
      expect(bodyOf(s, 'statement-heard')).toMatchObject({ waives: true, signed: true });
      s.sure('record-statement', { ...whose, text: 'I do', hearing: true }, by);
      expect(bodyOf(s, 'statement-heard')).toMatchObject({ hearing: true, supersedes: true });
      expect([s.state.heard?.waived ?? [], s.state.heard?.applicantWaived]).toEqual([[], undefined]);
    }
    const own = told().sure('record-statement', { from: 'applicant', ...waiver }, 'citizen');
    expect(bodyOf(own, 'statement-heard')).not.toHaveProperty('signed');
    const other = own.sure('record-statement', { from: 'third-party', party: 2, text: 'Hear me', hearing: true }, 'clerk');
    expect(bodyOf(other, 'statement-heard')).not.toHaveProperty('supersedes');
    expect(other.state.heard?.applicantWaived).toBe(true);
  });

  test('one who speaks twice is one: the other keeps her days', () => {
    for (const more of [{}, { 'waives-hearing': true, signed: true }]) {
      const s = told().sure('record-statement', says(1, more), 'clerk').sure('record-statement', says(1, more), 'clerk');
      expect(s.when('decide', grant, 'drc-chief').codes).toEqual(['third-parties-waiting', 'applicant-may-ask']);
      expect(s.on('2026-03-11').when('decide', grant, 'drc-chief').codes).toEqual([]);
    }
    const quiet = accepted('DRC-L01')
      .examined()
      .sure('tell-third-parties', { ...tell, hearing: false }, 'drc-examiner');
    quiet.sure('record-statement', says(1), 'clerk').sure('record-statement', says(1), 'clerk');
    expect(quiet.when('decide', grant, 'drc-chief').codes).toEqual(['third-parties-waiting']);
  });

  test('a statement is no waiver where a hearing may be asked for; where not, it is all there is to wait for', () => {
    const both = (s: Story) => s.sure('record-statement', says(1), 'clerk').sure('record-statement', says(2), 'clerk');
    const s = both(told());
    expect(s.when('decide', grant, 'drc-chief').codes).toEqual(['third-parties-waiting', 'applicant-may-ask']);
    expect(s.when('record-statement', says(2, { hearing: true }), 'clerk').codes).toEqual([]);
    const quiet = accepted('DRC-L01')
      .examined()
      .sure('tell-third-parties', { ...tell, hearing: false }, 'drc-examiner');
    expect(both(quiet).when('decide', grant, 'drc-chief').codes).toEqual([]);
  });

  test('a statement says whose it is; of one alone nobody has to say', () => {
    const code = (input: object, s = told()) => s.when('record-statement', input, 'clerk').codes;
    expect(code({ from: 'third-party', text: 'x' })).toEqual(['party-needed']);
    expect(code(says(3))).toEqual(['party-unknown']);
    expect(code({ ...says(1), from: 'applicant' })).toEqual(['third-parties-only']);
    expect(code(says(1, { hearing: true, 'waives-hearing': true }))).toEqual(['asks-and-waives']);
    expect(code(says(1, { 'waives-hearing': true }), told().on('2026-03-11'))).toEqual(['nothing-to-waive']);
    const one = accepted('DRC-L01').sure('tell-third-parties', { ...tell, parties: [{ name: 'A' }] }, 'drc-examiner');
    expect(bodyOf(one.sure('record-statement', { from: 'third-party', text: 'x' }, 'clerk'), 'statement-heard').party).toBe(1);
  });

  test('a record of an earlier release, which does not say whose it is, counts as nobody’s', () => {
    const s = told().state;
    const meta = { number: s.number, seq: 99, at: 0, on: '2026-03-03' as never, actor: 'x', capacity: 'x' };
    const after = evolve(s, { kind: 'statement-heard', from: 'third-party' }, meta);
    expect(after.heard).toEqual({ told: 2, spoke: 1, hearing: 'offered' });
    expect(stillToHear(after, { today: '2026-03-10' as never })).toBe(2);
  });

  test('whoever stays silent holds nothing up after the last day', () => {
    expect(told().on('2026-03-10').listed('decide', 'drc-chief')).toEqual(['third-parties-waiting', 'applicant-may-ask']);
    expect(told().on('2026-03-11').listed('decide', 'drc-chief')).toEqual([]);
  });

  const asked = () => told().sure('record-statement', { from: 'applicant', text: 'I want to be heard', hearing: true }, 'citizen');

  test('a hearing that was asked for is held within twenty working days, with its minutes, before the decision', () => {
    const s = asked();
    expect(s.state.clocks.hearing).toMatchObject({ term: 'licensing.hearing-organise', zero: '2026-03-03', due: '2026-03-31' });
    expect(s.summary.work).toContainEqual(expect.objectContaining({ step: 'hearing', organ: 'DRC', due: '2026-03-31' }));
    s.sure('notify-hearing', notice('2026-03-12'), 'drc-examiner').on('2026-03-12T09:30');
    expect(s.when('decide', grant, 'drc-chief').codes).toEqual(['hearing-due']);
    s.sure('hold-hearing', { minutes: 'Both sides were heard.' }, 'drc-chief');
    expect(bodyOf(s, 'hearing-held')).toMatchObject({ on: '2026-03-12', text: 'Both sides were heard.' });
    expect(s.state.clocks.hearing).toBeUndefined();
    expect(s.when('decide', grant, 'drc-chief').codes).toEqual([]);
  });

  test('its days are not counted where the clock was paused for it; the pause alone holds no hearing', () => {
    const s = asked()
      .sure('notify-hearing', notice('2026-03-18'), 'drc-examiner')
      .on('2026-03-11')
      .sure('pause', { ground: 'hearing', expected: '2026-03-20', reason: 'Held on the 18th' }, 'drc-examiner')
      .on('2026-03-18T09:30')
      .sure('resume', { note: 'Record signed' }, 'drc-examiner');
    expect(s.state.clocks.legal?.pauses).toHaveLength(1);
    expect(s.listed('decide', 'drc-chief')).toEqual(['hearing-due']);
    s.sure('hold-hearing', { minutes: 'Both sides were heard.' }, 'drc-chief');
    expect(s.listed('decide', 'drc-chief')).toEqual([]);
  });

  test('who reviewed the application does not chair it; nobody holds one that was not asked for', () => {
    const minutes = { minutes: 'x' };
    const come = asked().sure('notify-hearing', notice('2026-03-12'), 'drc-examiner').on('2026-03-12T09:30');
    expect(come.when('hold-hearing', minutes, 'drc-examiner').codes).toEqual(['chair-reviewed']);
    expect(come.when('hold-hearing', minutes, 'clerk').codes).toEqual(['no-authority', 'not-the-moderator']);
    expect(told().when('hold-hearing', minutes, 'drc-chief').codes).toEqual(['no-hearing-asked']);
  });

  test('a hearing not held in time is a breach, and is still held: the matter is no dead end', () => {
    const s = asked().on('2026-05-06').swept();
    expect(s.rows.map((r) => r.row.kind)).toEqual(expect.arrayContaining(['late:hearing', 'late:legal']));
    s.sure('notify-hearing', notice('2026-05-18'), 'drc-examiner').on('2026-05-18T09:30');
    expect(s.sure('hold-hearing', { minutes: 'x' }, 'drc-chief').listed('decide', 'drc-chief')).toEqual([]);
  });

  test('a hearing not offered, or asked for too late, is told so', () => {
    const ask = { from: 'third-party', party: 1, text: 'x', hearing: true };
    expect(told().on('2026-03-11').when('record-statement', ask, 'clerk').codes).toEqual(['hearing-not-open']);
    const quiet = accepted('DRC-L01').sure('tell-third-parties', { ...tell, hearing: false }, 'drc-examiner');
    expect(quiet.when('record-statement', ask, 'clerk').codes).toEqual(['hearing-not-open']);
  });

  test('the applicant speaks for nobody else, and nobody speaks who was not told', () => {
    expect(told().when('record-statement', { from: 'third-party', text: 'x' }, 'citizen').codes).toEqual(['speaks-for-another']);
    expect(accepted().when('record-statement', { from: 'third-party', text: 'x' }, 'clerk').codes).toEqual(['nobody-told']);
    expect(accepted().when('record-statement', { from: 'applicant', text: 'x' }, 'citizen').codes).toEqual([]);
    expect(accepted().when('record-statement', { from: 'applicant', text: 'x' }, 'citizen-2').codes).toEqual(['applicant-only']);
    expect(accepted().when('tell-third-parties', tell, 'clerk').codes).toEqual(['no-authority']);
  });
});
