import { expect, test } from 'vitest';
import { d } from '../pictures/builders.ts';
import { formNear, sayNear, sayWeekday } from '../pictures/say.ts';
import { readLaw } from '../platform/law.ts';
import {
  chineseNumber,
  formatArticle,
  formatFullDate,
  formatLaw,
  formatLongDate,
  formatMoment,
  formatMoney,
  formatPercent,
  localOf,
} from './format.ts';
import { inside, withParam } from './links.ts';

test('dates in both languages', () => {
  expect(formatFullDate(d('2026-03-12'), 'zh')).toBe('2026年3月12日 星期四');
  expect(formatFullDate(d('2026-03-12'), 'en')).toBe('Thu 12 Mar 2026');
  expect(formatLongDate(d('2026-03-12'), 'zh')).toBe('2026年3月12日');
  expect(formatLongDate(d('2026-03-12'), 'en')).toBe('12 March 2026');
});

test('an instant is told in the county’s zone, whatever the server’s', () => {
  const instant = Date.parse('2026-03-11T17:30:00Z') / 1000;
  expect(localOf(instant)).toEqual({ date: '2026-03-12', time: '01:30' });
  expect(formatMoment(instant, 'en')).toBe('Thu 12 Mar 2026 01:30');
});

test('money in fen', () => {
  expect([0, 5, 123_450, -100_000_000].map(formatMoney)).toEqual(['¥0.00', '¥0.05', '¥1,234.50', '−¥1,000,000.00']);
});

test('nothing short of all is written as all', () => {
  expect([0, 0.0001, 0.9871, 0.9999, 1].map(formatPercent)).toEqual(['0%', '0.1%', '98.7%', '99.9%', '100%']);
});

test('every article of the law here is told in English too', () => {
  const { terms, grounds, parameters } = readLaw('.');
  for (const { id, basis } of [...terms.values(), ...grounds.values(), ...parameters.values()])
    expect(formatArticle(basis.article, 'en'), id).not.toMatch(/\p{Script=Han}/u);
});

test('articles and laws as laws write them', () => {
  expect([8, 10, 15, 20, 42, 101, 110, 1260].map(chineseNumber)).toEqual([
    '八',
    '十',
    '十五',
    '二十',
    '四十二',
    '一百零一',
    '一百一十',
    '一千二百六十',
  ]);
  expect([
    formatArticle('42', 'zh'),
    formatArticle('32(1)(4)', 'en'),
    formatArticle('32(1)(4)', 'zh'),
    formatArticle('附则', 'zh'),
  ]).toEqual(['第四十二条', 'article 32, paragraph 1, item 4', '第三十二条第一款第（四）项', '附则']);
  expect([
    formatArticle('26, 42(2)', 'zh'),
    formatArticle('26, 42(2)', 'en'),
    formatArticle('25–26', 'zh'),
    formatArticle('?', 'en'),
    formatArticle('county decision', 'zh'),
    formatArticle('practice', 'en'),
  ]).toEqual([
    '第二十六条、第四十二条第二款',
    'article 26 and article 42, paragraph 2',
    '第二十五至二十六条',
    'article not checked',
    '（县里决定采用，条号未核）',
    'practice, no article',
  ]);
  expect([formatLaw('行政许可法', 'zh'), formatLaw('《行政许可法》', 'zh')]).toEqual(['《行政许可法》', '《行政许可法》']);
});

test('the switches keep the query and never lead out of the house', () => {
  expect(withParam('/track/1?code=a&lang=zh', 'lang', 'en')).toBe('/track/1?code=a&lang=en');
  expect(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:1'].map(inside)).toEqual(['/', '/', '/', '/']);
  expect(withParam('//evil.example/?a=1', 'large', '1')).toBe('/?a=1&large=1');
});

test('a day in another year than today’s is said with its year, in lists as on papers', () => {
  const today = d('2026-12-30');
  expect(sayNear(d('2026-12-31'), 'zh', today)).toBe('12月31日');
  expect(sayNear(d('2027-01-04'), 'zh', today)).toBe('2027年1月4日');
  expect(sayNear(d('2027-01-04'), 'en', today)).toBe('4 Jan 2027');
  expect([sayWeekday(d('2026-12-31'), 'zh', today), sayWeekday(d('2027-01-04'), 'zh', today)]).toEqual([
    '12月31日 星期四',
    '2027年1月4日 星期一',
  ]);
  expect([formNear([d('2026-12-31')], today), formNear([d('2026-12-31'), d('2027-01-04')], today)]).toEqual(['date-weekday', 'date-full']);
  expect(formatMoment(Date.parse('2027-01-03T17:30:00Z') / 1000, 'zh')).toBe('2027年1月4日 星期一 01:30');
});
