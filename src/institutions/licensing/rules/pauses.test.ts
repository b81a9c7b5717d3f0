import { describe, expect, test } from 'vitest';
import { readModelCounty } from '../../../../test/support/model-county.ts';
import { check } from '../../../kernel/clock/checker/check.ts';
import type { Clock } from '../../../kernel/clock/types.ts';
import { pausesOf } from '../../../portal/stops.ts';
import { whyDate } from '../../../portal/why-date.ts';
import { bodyOf, Story } from '../builders.ts';
import { resumesOn, standing } from './clocks.ts';
import { nameOfClock } from './open-dates.ts';
import { totalLight } from './summary.ts';
import { watched } from './watched.ts';

const world = readModelCounty();
const accepted = (item = 'SAM-L02', at = '2026-03-02', more: object = {}) =>
  new Story(world, at).filed({ item, ...more }).sure('accept', {}, 'clerk');
const testing = { ground: 'testing', expected: '2026-03-18', reason: 'Water is sampled' };
const opinion = { opinion: 'agree', text: 'x' };

describe('two clocks, two lists (P1)', () => {
  test('[S2-68] each of the eight grounds of article 45 stops both clocks, and the law has the matter', () => {
    const grounds = ['hearing', 'tender', 'auction', 'product-inspection', 'testing', 'quarantine', 'appraisal', 'expert-review'];
    for (const ground of grounds) {
      const s = accepted()
        .on('2026-03-04')
        .sure('pause', { ...testing, ground }, 'examiner-lead');
      expect(s.state.clocks.legal).toMatchObject({ conditional: true, pauses: [{ ground, from: '2026-03-04' }] });
      expect(s.state.clocks.promised?.pauses).toHaveLength(1);
      expect(s.summary).toMatchObject({ owner: { account: 'law', holder: ground }, light: 'paused' });
    }
  });

  test('[S2-68] a site visit stops the promise only, because the guide says so; the law’s clock runs', () => {
    const s = accepted()
      .on('2026-03-04')
      .sure('pause', { ...testing, ground: 'site-visit' }, 'examiner-lead');
    expect(s.state.clocks.legal?.pauses).toEqual([]);
    expect(s.state.clocks.promised?.pauses).toHaveLength(1);
    expect(s.state.pause).toEqual({ ground: 'site-visit', statutory: false });
    expect(s.summary).toMatchObject({ owner: { account: 'organ', holder: 'SAM' }, light: 'in-time' });
    expect(s.when('propose', opinion, 'examiner-lead').codes).toEqual([]);
  });

  test('what neither the law nor this guide names stops nothing', () => {
    for (const ground of ['payment', 'public-notice', 'other-organ-opinion', 'holiday', 'constructor'])
      expect(accepted().when('pause', { ...testing, ground }, 'examiner-lead').codes).toEqual(['ground-not-lawful']);
  });

  test('a pause is told with its expected end: a day ahead, within a year', () => {
    expect(accepted().when('pause', { ...testing, expected: '2026-03-02' }, 'examiner-lead').codes).toEqual(['date-not-ahead']);
    expect(accepted().when('pause', { ...testing, expected: '9999-12-31' }, 'examiner-lead').codes).toEqual(['date-too-far']);
    expect(accepted().when('pause', { ...testing, expected: '2026-02-30' }, 'examiner-lead').issues).toEqual(['expected not-a-date']);
  });

  test('the lead’s officers pause, nobody else; once at a time', () => {
    expect(accepted().when('pause', testing, 'umb-examiner').codes).toEqual(['no-authority']);
    expect(accepted().when('pause', testing, 'clerk').codes).toEqual(['no-authority']);
    const s = accepted().sure('pause', testing, 'examiner-lead');
    expect(s.when('pause', testing, 'examiner-lead').codes).toEqual(['already-paused']);
    expect(new Story(world).filed().when('pause', testing, 'examiner-lead').codes).toEqual(['not-under-examination']);
  });
});

describe('while it is paused', () => {
  test('nobody signs, returns, decides or extends', () => {
    const s = accepted().sure('propose', opinion, 'examiner-lead').sure('pause', testing, 'examiner-lead');
    expect(s.when('check', opinion, 'section-head').codes).toEqual(['paused']);
    expect(s.when('send-back', { reason: 'x' }, 'section-head').codes).toEqual(['paused']);
    expect(s.when('extend', { reason: 'x' }, 'deputy').codes).toEqual(['paused']);
    const done = accepted().examined().sure('pause', testing, 'examiner-lead');
    expect(done.when('decide', { outcome: 'granted', reason: 'x' }, 'chief').codes).toEqual(['paused']);
  });

  test('what stands still has no day, and its clocks do not run on after the end that was told', () => {
    const s = accepted().on('2026-03-04').sure('pause', testing, 'examiner-lead');
    expect(s.summary.work).toMatchObject([{ step: 'lead', stopped: true, due: undefined, dueSoon: undefined }]);
    expect(resumesOn(s.state)).toBe('2026-03-18');
    expect(standing(s.state, s.on('2026-03-18').moment)).toBe(s.state);
    const later = s.on('2026-03-25');
    const shown = standing(later.state, later.moment).clocks.promised as Clock;
    const resumed = later.fork().sure('resume', { note: 'x' }, 'examiner-lead').state.clocks.promised;
    expect([shown.due, shown.conditional]).toEqual([resumed?.due, true]);
    expect(shown.pauses).toEqual([{ ground: 'testing', from: '2026-03-04', expected: '2026-03-18', asOf: '2026-03-25' }]);
    const told = (lang: 'zh' | 'en') => whyDate({ clock: shown, lang, stops: pausesOf(shown.pauses, world.law.grounds) }).join(' ');
    expect(told('en')).toMatch(/was to resume on 18 Mar and has not\. If it resumed today \(25 Mar\), the last day would be 1 Apr\./);
    expect(told('zh')).toContain('原定3月18日恢复，还没有恢复；如果今天（3月25日）恢复，最后一天就是4月1日。');
    expect(check(shown, world.years, '2026.1')).toEqual([]);
    expect(later.fork().sure('resume', { note: 'x' }, 'examiner-lead').summary.work).toMatchObject([{ stopped: false, due: resumed?.due }]);
  });

  test('[X3] no light turns until its told end is past; from the day after it is on record, urged, and a missed day of whoever handles it', () => {
    const s = accepted().on('2026-03-04').sure('pause', testing, 'examiner-lead').on('2026-03-18').swept();
    expect(s.facts.map((f) => f.kind)).toEqual(['received', 'accepted', 'paused']);
    expect(s.summary).toMatchObject({ nextChange: '2026-03-19', light: 'paused' });
    expect(watched(s.state)).toEqual([]);
    s.on('2026-03-25').swept().swept();
    expect(s.facts.map((f) => f.kind)).toEqual(['received', 'accepted', 'paused', 'limit-passed']);
    expect(bodyOf(s, 'limit-passed')).toEqual({ kind: 'limit-passed', clock: 'pause', due: '2026-03-18' });
    expect(s.summary).toMatchObject({
      light: 'step-overdue',
      owner: { account: 'law' },
      work: [{ step: 'lead', stopped: true, due: '2026-03-18' }],
    });
    expect([totalLight(s.state), s.summary.nextChange]).toEqual(['step-overdue', undefined]);
    expect(watched(s.state)).toEqual([
      { clock: 'pause', due: '2026-03-18', soon: '2026-03-19', tier: 'step', organ: 'SAM', roles: ['examiner'] },
    ]);
    expect(nameOfClock('pause')).toEqual({ zh: '暂停超过告知期限', en: 'pause past its told end' });
    const told = s.fork().sure('resume', { note: 'x' }, 'examiner-lead');
    expect([told.summary.light, told.state.lit, watched(told.state).some(({ clock }) => clock === 'pause')]).toEqual([
      'in-time',
      {},
      false,
    ]);
    // A new length: resumed and paused again for as long.
    const longer = told.sure('pause', { ...testing, expected: '2026-04-01' }, 'examiner-lead');
    expect(longer.summary).toMatchObject({ light: 'paused', nextChange: '2026-04-02' });
    expect(bodyOf(longer.on('2026-04-02').swept(), 'limit-passed').due).toBe('2026-04-01');
  });

  test('[X3] a pause of the promise alone has no told length in law; the law’s clock runs and is watched', () => {
    const s = accepted()
      .on('2026-03-04')
      .sure('pause', { ...testing, ground: 'site-visit', expected: '2026-03-05' }, 'examiner-lead')
      .on('2026-03-10')
      .swept();
    expect([s.summary.light, watched(s.state).map(({ clock }) => clock)]).toEqual(['in-time', ['legal', 'step:lead']]);
  });
});

describe('resumed', () => {
  test('the days lost come back to both clocks and to the open steps; the day of resuming counts', () => {
    const s = accepted()
      .on('2026-03-04')
      .sure('pause', testing, 'examiner-lead')
      .on('2026-03-11')
      .sure('resume', { note: 'Result in' }, 'examiner-lead');
    // 2 March + 10 working days is 16 March; 4, 5, 6, 9 and 10 March were lost.
    expect(s.state.clocks.legal).toMatchObject({ due: '2026-03-23', conditional: false });
    expect(s.state.clocks.promised?.due).toBe('2026-03-18');
    expect(s.state.steps[0]?.due).toBe('2026-03-18');
    for (const clock of [s.state.clocks.legal, s.state.clocks.promised]) expect(check(clock as Clock, world.years, '2026.1')).toEqual([]);
  });

  test('a pause that begins on the day of acceptance takes that day from no step; no step outlasts the promise', () => {
    const s = accepted('UMB-L06', '2026-02-09')
      .sure('pause', { ...testing, ground: 'expert-review', expected: '2026-02-12' }, 'umb-examiner')
      .on('2026-02-15')
      .sure('resume', { note: 'x' }, 'umb-examiner');
    // 10, 11, 12, 13 and 14 February are lost; 15 to 23 is the Spring Festival.
    expect(s.state.clocks.promised?.due).toBe('2026-02-28');
    expect(s.state.steps.map(({ id, due }) => `${id} ${due}`)).toEqual(['lead 2026-02-28', 'assist:PSB 2026-02-26']);
  });

  test('a pause over a weekend costs the working days only, also when it begins or ends on one', () => {
    const s = accepted()
      .on('2026-03-07')
      .sure('pause', testing, 'examiner-lead')
      .on('2026-03-10')
      .sure('resume', { note: 'x' }, 'examiner-lead');
    expect(s.state.clocks.promised?.due).toBe('2026-03-12');
    expect(s.state.steps[0]?.due).toBe('2026-03-12');
  });

  test('resumed the same day nothing is lost', () => {
    const s = accepted().sure('pause', testing, 'examiner-lead').after(3600).sure('resume', { note: 'x' }, 'examiner-lead');
    expect(s.state.clocks.legal?.due).toBe('2026-03-16');
    expect(s.when('resume', { note: 'x' }, 'examiner-lead').codes).toEqual(['not-paused']);
    expect(s.when('resume', { note: 'x' }, 'clerk').codes).toEqual(['no-authority', 'not-paused']);
  });

  test('a pause for the promise gives the steps nothing back', () => {
    const s = accepted()
      .on('2026-03-04')
      .sure('pause', { ...testing, ground: 'site-visit' }, 'examiner-lead')
      .on('2026-03-11')
      .sure('resume', { note: 'x' }, 'examiner-lead');
    expect(s.state.steps[0]?.due).toBe('2026-03-11');
    expect(s.state.clocks.legal?.due).toBe('2026-03-16');
    expect(s.state.clocks.promised).toMatchObject({ due: '2026-03-16', derivation: { cappedFrom: '2026-03-18' } });
    expect(check(s.state.clocks.promised as Clock, world.years, '2026.1', '2026-03-16')).toEqual([]);
  });

  test('▲ of a clock that was not stopped is not lit twice', () => {
    const s = accepted().on('2026-03-12').swept();
    expect(bodyOf(s, 'limit-passed').clock).toBe('promised');
    expect(bodyOf(s, 'limit-near').clock).toBe('legal');
    const lit = s.facts.length;
    s.sure('pause', { ...testing, ground: 'site-visit' }, 'examiner-lead')
      .sure('resume', { note: 'x' }, 'examiner-lead')
      .swept();
    expect(s.facts.slice(lit).map((f) => f.kind)).toEqual(['paused', 'resumed']);
  });

  test('a decision ends an open pause of the promise on its own day', () => {
    const s = accepted()
      .on('2026-03-04')
      .sure('pause', { ...testing, ground: 'site-visit' }, 'examiner-lead')
      .examined()
      .on('2026-03-06')
      .decided();
    expect(s.state.clocks.promised).toMatchObject({ conditional: false, pauses: [{ from: '2026-03-04', to: '2026-03-06' }] });
    expect(s.state.pause).toBeUndefined();
  });
});

describe('after the limit', () => {
  test('what is late can be neither paused nor extended by law', () => {
    const s = accepted().on('2026-03-17');
    expect(s.when('pause', testing, 'examiner-lead').codes).toEqual(['limit-passed']);
    expect(s.when('extend', { reason: 'x' }, 'deputy').codes).toEqual(['limit-passed']);
  });
});

describe('one extension (行政许可法 42)', () => {
  test('once, by the head of the organ, with its reason', () => {
    const s = accepted('DRC-L01');
    expect(s.when('extend', { reason: 'x' }, 'drc-section-head').codes).toEqual(['no-authority']);
    s.sure('extend', { reason: 'A second opinion is needed' }, 'drc-deputy');
    expect(s.state.clocks.legal).toMatchObject({ extended: 10, due: '2026-04-14' });
    expect(s.state.clocks.promised).toMatchObject({ extended: 0, due: '2026-03-16' });
    expect(s.facts.at(-1)).toMatchObject({ capacity: 'DRC-DEP' });
    expect(s.when('extend', { reason: 'Again' }, 'drc-chief').codes).toEqual(['already-extended']);
  });

  test('an item of a shorter law of its own, and a pre-examination, have none', () => {
    expect(accepted('SAM-L03').when('extend', { reason: 'x' }, 'deputy').codes).toEqual(['no-extension']);
    expect(accepted('ARA-L20').when('extend', { reason: 'x' }, 'ARA-DEP').codes).toEqual(['no-extension']);
  });

  test('[S1-54] a bundle is extended by fifteen days, by the head of the government', () => {
    const s = accepted('SAM-L01', '2026-03-02', { bundle: 'B02' });
    const before = s.state.clocks.legal;
    expect(s.when('extend', { reason: 'x' }, 'chief').codes).toEqual(['no-authority']);
    expect(s.when('extend', { reason: 'x' }, 'deputy-county-head').codes).toEqual(['no-authority']);
    s.sure('extend', { reason: 'Three organs need more' }, 'county-head');
    expect(before).toMatchObject({ amount: 45, extended: 0 });
    expect(s.state.clocks.legal).toMatchObject({ amount: 45, extended: 15 });
    expect(world.calendar.workingDaysBetween('2026-03-02' as never, s.state.clocks.legal!.due)).toBe(60);
  });
});
