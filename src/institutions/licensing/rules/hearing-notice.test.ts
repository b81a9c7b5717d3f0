import { describe, expect, test } from 'vitest';
import { readModelCounty } from '../../../../test/support/model-county.ts';
import { dayOf, factOf } from '../../../kernel/matter/fold.ts';
import { bodyOf, Story } from '../builders.ts';
import { licensing } from '../definition.ts';
import { refusalWords } from '../words.ts';
import type { Licensing, LicensingFact } from './state.ts';
import { summary } from './summary.ts';

const world = readModelCounty();
const minutes = { minutes: 'Both sides were heard.' };
const notice = (more: object = {}) => ({ day: '2026-03-12', time: '09:30', place: '三楼听证室', moderator: 'DRC-CHF', ...more });

/** Asked for on Tuesday 3 March; to be held by 31 March. */
const asked = () =>
  new Story(world, '2026-03-02')
    .filed({ item: 'DRC-L01' })
    .sure('accept', {}, 'clerk')
    .on('2026-03-03')
    .examined()
    .sure('tell-third-parties', { parties: [{ name: 'The neighbour' }], what: 'A kitchen', hearing: true }, 'drc-examiner')
    .sure('record-statement', { from: 'applicant', text: 'I want to be heard', hearing: true }, 'citizen');
const told = (more: object = {}) => asked().sure('notify-hearing', notice(more), 'drc-examiner');
const no = (more: object, on = '2026-03-03') => asked().on(on).when('notify-hearing', notice(more), 'drc-examiner').codes;

describe('notice of a hearing (行政许可法 48)', () => {
  test('[S2-68] it names time, place and moderator; nothing is held without one or before its day', () => {
    expect(asked().listed('hold-hearing', 'drc-chief')).toEqual(['hearing-not-notified']);
    const s = told({ announced: true });
    expect(bodyOf(s, 'hearing-notified')).toMatchObject({ ...notice(), by: '2026-03-03', announced: true });
    expect(bodyOf(s, 'hearing-notified')).not.toHaveProperty('again');
    expect(s.state.heard).toMatchObject({ hearing: 'requested', notice: notice() });
    expect(s.on('2026-03-11').when('hold-hearing', minutes, 'drc-chief').codes).toEqual(['hearing-not-yet']);
    expect(s.on('2026-03-12T09:29').when('hold-hearing', minutes, 'drc-chief').codes).toEqual(['hearing-not-begun']);
    expect(s.reasons('hold-hearing', 'drc-chief')).toEqual([{ code: 'hearing-not-begun', params: { time: '09:30' }, who: ['DRC-CHF'] }]);
    expect(s.on('2026-03-12T09:30').when('hold-hearing', minutes, 'drc-chief').codes).toEqual([]);
  });

  test('the same notice is not given twice', () => {
    expect(told().when('notify-hearing', notice(), 'drc-examiner').codes).toEqual(['hearing-told-so']);
  });

  test('to announce it is something new to tell; announced once, it stays announced (行政许可法 48)', () => {
    const s = told()
      .on('2026-03-10')
      .sure('notify-hearing', notice({ announced: true }), 'drc-examiner');
    expect(bodyOf(s, 'hearing-notified')).toMatchObject({ ...notice(), announced: true, again: true });
    for (const announced of [true, false])
      expect(s.when('notify-hearing', notice({ announced }), 'drc-examiner').codes).toEqual(['hearing-told-so']);
    s.sure('notify-hearing', notice({ moderator: 'DRC-EX2' }), 'drc-examiner');
    expect(bodyOf(s, 'hearing-notified')).toMatchObject({ moderator: 'DRC-EX2', announced: true });
  });

  test('it begins while the office is open', () => {
    for (const time of ['03:00', '07:59', '18:00', '23:59']) expect(no({ time }), time).toEqual(['hearing-outside-hours']);
    for (const time of ['08:00', '17:59']) expect(no({ time }), time).toEqual([]);
  });

  test('who chairs it reviews nothing meanwhile', () => {
    const before = new Story(world, '2026-03-02').filed({ item: 'DRC-L01' }).sure('accept', {}, 'clerk').on('2026-03-03');
    const opinion = { step: 'lead', opinion: 'agree', text: 'x' };
    const s = before
      .sure('propose', opinion, 'drc-examiner')
      .sure('tell-third-parties', { parties: [{ name: 'The neighbour' }], what: 'A kitchen', hearing: true }, 'drc-examiner')
      .sure('record-statement', { from: 'applicant', text: 'I want to be heard', hearing: true }, 'citizen')
      .sure('notify-hearing', notice({ moderator: 'DRC-SH' }), 'drc-examiner');
    expect(s.when('check', opinion, 'DRC-SH').codes).toEqual(['moderates-hearing']);
    expect(s.sure('notify-hearing', notice(), 'drc-examiner').when('check', opinion, 'DRC-SH').codes).toEqual([]);
  });

  test('the minutes may be written later; the hearing was on the day that was told', () => {
    const s = told().on('2026-03-16').sure('hold-hearing', minutes, 'drc-chief');
    expect(bodyOf(s, 'hearing-held').on).toBe('2026-03-12');
    expect(s.when('notify-hearing', notice({ day: '2026-03-30' }), 'drc-examiner').codes).toEqual(['no-hearing-asked']);
  });

  test('seven working days lie between: a day less is refused, with the first possible day', () => {
    const s = asked().when('notify-hearing', notice({ day: '2026-03-11' }), 'drc-examiner');
    expect(s.codes).toEqual(['hearing-notice-short']);
    expect(!s.last.ok && s.last.refusals[0]?.params).toEqual({ from: '2026-03-12' });
    expect(no({ day: '2026-03-03' })).toEqual(['date-not-ahead']);
    expect(no({ day: '2028-03-03' })).toEqual(['date-too-far']);
    // Counted back from Tuesday 17 March the last day is Friday 6: on Saturday it is too late.
    expect(no({ day: '2026-03-17' }, '2026-03-06')).toEqual([]);
    expect(no({ day: '2026-03-17' }, '2026-03-07')).toEqual(['hearing-notice-short']);
    expect(no({ day: '2026-03-18' }, '2026-03-07')).toEqual([]);
  });

  test('on a day of rest by the calendar nobody is heard; a working weekend is a working day', () => {
    for (const day of ['2026-03-14', '2026-03-15']) expect(no({ day })).toEqual(['hearing-on-rest-day']);
    const { last } = asked().when('notify-hearing', notice({ day: '2026-03-14' }), 'drc-examiner');
    expect(!last.ok && last.refusals[0]?.params).toEqual({ day: '2026-03-14', next: '2026-03-16' });
    // What is named is accepted: neither too soon for the notice, nor after the last day for it.
    for (const [day, next, on] of [
      ['2026-03-07', '2026-03-12', '2026-03-03'],
      ['2026-04-04', '2026-03-12', '2026-03-03'],
      ['2026-04-04', '2026-04-08', '2026-03-27'],
    ] as const) {
      const refused = asked().on(on).when('notify-hearing', notice({ day }), 'drc-examiner').last;
      expect(!refused.ok && refused.refusals[0]?.params).toEqual({ day, next });
      expect(no({ day: next }, on)).toEqual([]);
    }
    // The first of May is a Friday; Saturday 9 May is worked for it.
    expect(no({ day: '2026-05-01' }, '2026-04-20')).toEqual(['hearing-on-rest-day']);
    expect(no({ day: '2026-05-09' }, '2026-04-20')).toEqual([]);
  });

  test('while there is time it is held within the twenty days; once there is none, as soon as can be', () => {
    expect(no({ day: '2026-03-31' })).toEqual([]);
    expect(no({ day: '2026-04-01' })).toEqual(['hearing-after-limit']);
    expect(no({ day: '2026-04-08' }, '2026-03-27')).toEqual([]);
  });

  test('the county may set other days: the limit stands in its law, not in the code', () => {
    const terms = new Map(
      [...world.law.terms].map(([id, term]) => [
        id,
        id === 'licensing.hearing-notice' ? { ...term, amount: 3, unit: 'cd' as const } : term,
      ]),
    );
    const law = { ...world.law, terms, find: (id: string) => terms.get(id) };
    const s = new Story({ ...world, law } as typeof world);
    s.facts.push(...asked().facts);
    s.matter = asked().matter;
    s.on('2026-03-03');
    expect(s.when('notify-hearing', notice({ day: '2026-03-05' }), 'drc-examiner').codes).toEqual(['hearing-notice-short']);
    expect(s.when('notify-hearing', notice({ day: '2026-03-06' }), 'drc-examiner').codes).toEqual([]);
  });

  test('another day or place is a new notice with its own seven days; the one before falls', () => {
    const s = told().on('2026-03-06');
    for (const change of [{ place: '一楼会议室' }, { time: '14:00' }, { day: '2026-03-16' }])
      expect(s.fork().when('notify-hearing', notice(change), 'drc-examiner').codes).toEqual(['hearing-notice-short']);
    s.sure('notify-hearing', notice({ day: '2026-03-17' }), 'drc-examiner');
    expect(bodyOf(s, 'hearing-notified')).toMatchObject({ day: '2026-03-17', again: true });
    expect(s.on('2026-03-12').listed('hold-hearing', 'drc-chief')).toEqual(['hearing-not-yet']);
    s.sure('record-statement', { from: 'third-party', text: 'Noted' }, 'clerk');
    expect(s.on('2026-03-17T09:30').listed('hold-hearing', 'drc-chief')).toEqual([]);
  });

  test('another moderator alone moves nothing, up to the day itself', () => {
    const s = told({ moderator: 'DRC-EX2' }).on('2026-03-12T10:00');
    expect(s.listed('hold-hearing', 'drc-chief')).toEqual(['not-the-moderator']);
    s.sure('notify-hearing', notice(), 'drc-examiner');
    expect(s.listed('hold-hearing', 'drc-chief')).toEqual([]);
    s.sure('hold-hearing', minutes, 'drc-chief');
    expect(s.facts.at(-1)?.capacity).toBe('DRC-CHF');
  });

  test('the moderator reviewed nothing of it and sits in the lead', () => {
    expect(no({ moderator: 'DRC-EX1' })).toEqual(['moderator-reviewed']);
    for (const moderator of ['NOBODY', 'SAM-CHF', 'clerk']) expect(no({ moderator })).toEqual(['moderator-unknown']);
    const { last: person } = asked().when('notify-hearing', notice({ moderator: 'o-0162' }), 'drc-examiner');
    expect(!person.ok && person.refusals).toMatchObject([
      { code: 'moderator-unknown', path: 'moderator', params: { seat: 'o-0162', example: 'DRC-EX2' } },
    ]);
    expect(refusalWords['moderator-unknown'].title.zh).toContain('主持人填的是岗位编号，不是人员编号');
    const { last } = asked().when('notify-hearing', notice({ time: '25:00' }), 'drc-examiner');
    expect(!last.ok && last.issues).toMatchObject([{ path: 'time', code: 'not-a-time' }]);
    expect(asked().when('notify-hearing', notice(), 'clerk').codes).toEqual(['no-authority']);
  });

  test('what an earlier release stored without a notice folds as before, and goes on', () => {
    const s = told().on('2026-03-12T10:00').sure('hold-hearing', minutes, 'drc-chief');
    const old = s.facts.filter(({ kind }) => kind !== 'hearing-notified');
    const state = old.reduce<Licensing | undefined>((before, { matter: number, kind, body, at, actor, capacity }, i) => {
      const fact = factOf(licensing, kind, JSON.parse(body)) as LicensingFact;
      return licensing.evolve(before, fact, { number, seq: i + 1, at, on: dayOf(at), actor, capacity });
    }, undefined);
    expect(state?.heard).toEqual({ told: 1, spoke: 0, hearing: 'held' });
    expect(summary(state!).work.map(({ step }) => step)).toEqual(['decide']);
  });
});
