import { describe, expect, test } from 'vitest';
import type { Clock } from '../kernel/clock/types.ts';
import { aClock, d } from '../pictures/builders.ts';
import { pausesOf } from './stops.ts';
import { whyDate } from './why-date.ts';

const basis = { law: { zh: '行政许可法', en: 'Administrative Licensing Law' }, article: '42', mark: 'V' } as const;
const appraisal = { id: 'appraisal', name: { zh: '鉴定', en: 'appraisal' }, basis: { ...basis, article: '45' } } as const;
const grounds = new Map([['appraisal', { ...appraisal, scope: 'lawful', confidence: 'verified' } as const]]);
const stopsIn = ({ pauses }: Clock) => pausesOf(pauses, grounds);
const rest = { basis, zero: { zh: '受理', en: 'acceptance' } };

describe('why this date', () => {
  test('is told from the article to the calendar', () => {
    expect(whyDate({ clock: aClock(), lang: 'zh', ...rest, stops: stopsIn(aClock()) })).toEqual([
      '《行政许可法》第四十二条：20个工作日。',
      '2026年2月13日受理，当天不算，从下一个工作日数起。',
      '春节2月15日至23日放假，周末共5天，都不算。',
      '2月14日、2月28日调休上班，照常计算。',
      '3月2日至8日鉴定，依法暂停，不算（《行政许可法》第四十五条）。',
      '所以最迟是2026年3月26日 星期四。',
      '日历版本：2026.1。',
    ]);
  });

  test('is complete in English, without a Han character', () => {
    const said = whyDate({ clock: aClock(), lang: 'en', ...rest, stops: stopsIn(aClock()) }).join(' ');
    expect(said).not.toMatch(/\p{Script=Han}|\{/u);
    expect(said).toContain('Not counted: Spring Festival, 15 to 23 Feb; 5 weekend days.');
    expect(said).toContain('Paused by law (Administrative Licensing Law, article 45): appraisal, 2 to 8 Mar.');
    expect(said).toContain('So it is due by Thu 26 Mar 2026 at the latest.');
  });

  test('names the year of a day that lies in another one than the beginning, and both of a pause that runs over', () => {
    const pauses = [{ ground: 'appraisal', from: d('2026-12-30'), to: d('2027-01-09') }];
    const derivation = { ...aClock().derivation, skipped: [['2027-02-05', '2027-02-11', '春节']], makeup: [d('2027-01-30')] } as never;
    const clock = aClock({ pauses, derivation });
    const said = (lang: 'zh' | 'en') => whyDate({ clock, lang, ...rest, stops: stopsIn(clock) }).join(' ');
    expect(said('zh')).toContain('2026年12月30日至2027年1月8日鉴定，依法暂停');
    expect(said('zh')).toContain('2027年2月5日至11日');
    expect(said('zh')).toContain('2027年1月30日调休上班');
    expect(said('en')).toContain('appraisal, 30 December 2026 to 8 January 2027');
    expect(said('en')).toContain('5 to 11 Feb 2027');
  });

  test('tells an extension, a year without a notice, an open pause, a last day that rolls', () => {
    const clock = aClock({
      extended: 10,
      due: d('2027-01-08'),
      provisional: true,
      conditional: true,
      pauses: [{ ground: 'unheard-of', from: d('2026-03-02'), expected: d('2026-03-09') }],
      derivation: { rolledFrom: d('2027-01-02') },
    });
    const said = whyDate({ clock, basis, lang: 'en', stops: stopsIn(clock) }).join(' ');
    expect(said).toContain('20 working days, extended with approval by 10 working days');
    expect(said).toContain('The holiday notice for 2027 has not been published');
    expect(said).toContain('Paused by law since 2 Mar: a matter that the law does not count; expected to resume on 9 Mar.');
    expect(said).toContain('The last day, Sat 2 Jan 2027, is a rest day');
    expect(said).toContain('It still depends on');
    const open = aClock({ pauses: [{ ground: 'appraisal', from: d('2026-03-02') }] });
    expect(whyDate({ clock: open, basis, lang: 'zh', stops: stopsIn(open) }).join('')).toContain('还没有恢复');
  });

  test('keeps the rest days over which a last day rolls apart', () => {
    const rolled = aClock({
      unit: 'cd',
      amount: 15,
      pauses: [],
      derivation: { skipped: [[d('2026-03-21'), d('2026-03-22'), 'weekend']], makeup: [], rolledFrom: d('2026-03-21') },
    });
    const said = whyDate({ clock: rolled, basis, lang: 'en' }).join(' ');
    expect(said).toContain('Rest days count too.');
    expect(said).not.toContain('Not counted');
  });

  test('says nothing of what did not happen', () => {
    const plain = aClock({ unit: 'month', amount: 1, pauses: [], derivation: { skipped: [], makeup: [] } });
    expect(whyDate({ clock: plain, basis, lang: 'en' })).toHaveLength(4);
  });
});
