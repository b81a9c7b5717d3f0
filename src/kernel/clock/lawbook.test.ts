import { expect, test } from 'vitest';
import { readCalendarYears, readLaw } from '../../platform/law.ts';
import { parseCalendarYear, parseLaw } from './index.ts';

const law = readLaw('.');
const basis = { law: { zh: '行政许可法', en: 'Administrative Licensing Law' }, article: '42(1)', mark: 'V' };
const start = { zh: '受理', en: 'acceptance' };
const term = {
  id: 'a.b',
  start,
  whose: 'organ',
  name: { zh: '决定', en: 'Decision' },
  amount: 20,
  unit: 'wd',
  roll: 'none',
  confidence: 'verified',
  basis,
};
const ground = { id: 'payment', name: { zh: '缴费', en: 'Payment' }, scope: 'promise-only', confidence: 'illustrative', basis };

test('the licensing limits are those of 行政许可法', () => {
  const limits = ['accept', 'decide', 'decide-joint', 'pre-examination', 'deliver', 'arbitration', 'hearing-request', 'renew'].map((id) => {
    const { amount, unit, extension } = law.term(`licensing.${id}`);
    return `${id} ${amount}${unit}${extension ? ` +${extension.amount} by ${extension.by}` : ''}`;
  });
  expect(limits).toEqual([
    'accept 5wd',
    'decide 20wd +10 by head',
    'decide-joint 45wd +15 by county-head',
    'pre-examination 20wd',
    'deliver 10wd',
    'arbitration 2wd',
    'hearing-request 5wd',
    'renew 30wd',
  ]);
});

test('[P1] eight grounds of art. 45 stop the statutory clock, and no others', () => {
  const lawful = [...law.grounds.values()].filter((g) => g.scope === 'lawful' && g.basis.law.zh === '行政许可法');
  expect(lawful.map((g) => g.name.zh).join('、')).toBe('听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审');
  expect(lawful.every((g) => g.basis.article === '45')).toBe(true);
  expect(law.term('licensing.decide').pausable).toEqual(lawful.map((g) => g.id));
  expect([...law.grounds.values()].filter((g) => g.scope === 'promise-only').map((g) => g.id)).toEqual([
    'site-visit',
    'payment',
    'other-organ-opinion',
    'public-notice',
  ]);
});

test('only what was read in the law is called verified; what the county made up is called illustrative', () => {
  for (const { confidence, basis: source } of [...law.terms.values(), ...law.grounds.values()])
    expect(confidence === 'verified').toBe(source.mark === 'V');
  expect(law.term('licensing.arbitration')).toMatchObject({ confidence: 'illustrative', basis: { mark: 'K' } });
});

test('a term that code names but no file holds is a bug, told at once', () => {
  expect(law.near('hotlin')[0]).toMatch(/^hotline\./);
  // Nothing is like it: what shares a letter, or is as short, comes first; never simply the first of the book.
  expect(law.near('zz')).not.toEqual([...law.terms.keys()].slice(0, 5));
  expect(() => law.term('licensing.nonsense')).toThrow(/^no term licensing\.nonsense in law\/; near it: .*licensing\.renew/);
});

test('a faulty law file is refused with all its faults', () => {
  const bad = {
    terms: [
      { ...term, unit: 'days' },
      { ...term, amount: 0, colour: 'red' },
    ],
    grounds: [ground],
  };
  expect(() => parseLaw(bad)).toThrow(/terms 0 unit.*terms 1 amount.*colour/);
  expect(() => parseLaw({ terms: [term, term], grounds: [ground, ground] })).toThrow(
    /term a\.b is given twice; grounds 1 id ground payment is given twice/,
  );
  expect(() => parseLaw({ terms: [{ ...term, pausable: ['payment'] }], grounds: [ground] })).toThrow('payment is not a lawful ground');
  const { scope: _, ...named } = ground;
  const parameter = { ...named, id: 'lights.share', unit: 'percent', amount: 20 };
  const withParameters = (...all: object[]) => expect(() => parseLaw({ terms: [term], parameters: all }));
  withParameters({ ...parameter, id: 'a.b' }).toThrow(/parameters 0 id parameter a\.b is given twice/);
  withParameters(parameter, parameter).toThrow(/parameters 1 id parameter lights\.share is given twice/);
  for (const [unit, amount] of [
    ['percent', 0],
    ['wd', 2.5],
    ['o-clock', 24],
  ] as const)
    withParameters({ ...parameter, unit, amount }).toThrow(/parameters 0 amount must be from .* in steps of/);
  expect(() => parseLaw(null)).toThrow('law:');
});

test('what is counted back or comes back has nothing that only a limit running forward can have', () => {
  const refused = (more: object) => expect(() => parseLaw({ terms: [{ ...term, ...more }] }));
  const extension = { amount: 5, by: 'head', basis };
  const yearly = { unit: 'year', amount: 1, recurs: { due: '01-31' } };
  expect(parseLaw({ terms: [{ ...term, sense: 'ahead' }] }).term('a.b').sense).toBe('ahead');
  for (const more of [{ unit: 'hour' }, { whose: 'citizen', roll: 'next-working-day' }, { extension }, { pausable: ['payment'] }, yearly])
    refused({ sense: 'ahead', ...more }).toThrow('a limit counted back has days, months or years');
  expect(parseLaw({ terms: [{ ...term, ...yearly }] }).term('a.b').recurs).toEqual({ due: '01-31' });
  refused({ ...yearly, extension }).toThrow('is not extended');
  refused({ ...yearly, whose: 'citizen', roll: 'next-working-day' }).toThrow('is not paused and does not roll');
  refused({ id: 'A Limit' }).toThrow('terms 0 id must be <statute>.<limit>');
  refused({ recurs: { due: 'last-time' } }).toThrow('comes back by months or years');
  refused({ unit: 'month', amount: 1, recurs: { due: 'period-end', covers: 'year-before' } }).toThrow('covers goes with a day of the year');
});

test('a faulty year is refused with all its faults', () => {
  const year = { ...readCalendarYears('.').find((y) => y.year === 2026)! };
  const name = { zh: '元旦', en: "New Year's Day" };
  const refused = (change: object) => expect(() => parseCalendarYear({ ...year, ...change }));
  expect(parseCalendarYear(year)).toEqual(year);
  refused({ makeup: ['2026-02-16'] }).toThrow(/is no weekend; makeup 0 make-up day 2026-02-16 lies in a holiday/);
  refused({ makeup: ['2026-02-28', '2026-02-28'] }).toThrow('given twice');
  refused({ off: [{ from: '2025-12-31', to: '2026-01-01', name }] }).toThrow('is not in 2026');
  refused({ off: [{ from: '2026-01-03', to: '2026-01-01', name }] }).toThrow('ends before it begins');
  refused({ off: [...year.off, { from: '2026-10-07', to: '2026-10-08', name }] }).toThrow('overlap');
  refused({ makeup: ['2026-02-30'] }).toThrow('must be a date');
});
