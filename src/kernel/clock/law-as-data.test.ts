import { expect, test } from 'vitest';
import { readCalendarYears, readLaw } from '../../platform/law.ts';
import { check } from './checker/check.ts';
import { buildCalendar, extendClock, localDate, nextDue, startClock, topicOf } from './index.ts';

const law = readLaw('.');
const years = readCalendarYears('.');
const calendar = buildCalendar('2026.1', years);
const d = localDate;

test('the county’s own parameters are counted by the same rules', () => {
  for (const [id, from, due, extended] of [
    ['licensing.hearing-request', '2026-06-16', '2026-06-24'],
    ['licensing.arbitration', '2026-02-13', '2026-02-24'],
    ['hotline.handle', '2026-02-13', '2026-02-27', '2026-03-05'],
    ['proposals.reply-cppcc', '2026-01-31', '2026-04-30'],
    ['proposals.reply-cppcc-hard', '2026-01-31', '2026-07-31'],
    ['normative.filing', '2026-03-02', '2026-04-01', '2026-04-21'],
  ] as const) {
    const term = law.term(id);
    const clock = startClock({ term, kind: 'legal', zero: d(from) }, calendar);
    expect([id, clock.due, check(clock, years)]).toEqual([id, due, []]);
    if (extended) expect([id, extendClock(clock, term.extension!.amount, calendar).due]).toEqual([id, extended]);
  }
});

test('行政许可法 50: thirty working days before 30 June 2026, the Dragon Boat Festival between', () => {
  const { amount, unit, sense } = law.term('licensing.renew');
  expect([amount, unit, sense, calendar.nth(d('2026-06-30'), -amount)]).toEqual([30, 'wd', 'ahead', '2026-05-18']);
});

test('[P18] a recurring duty comes back: monthly, quarterly, on its day of the year, so many years after the last time', () => {
  for (const [id, after, ...dues] of [
    ['complaints.publish', '2026-01-31', '2026-02-28', '2026-03-31'],
    ['meetings.executive', '2026-11-22', '2026-11-30', '2026-12-31'],
    ['appraisal.rate', '2026-06-29', '2026-06-30', '2026-09-30'],
    ['meetings.plenary', '2026-01-01', '2026-12-31', '2027-12-31'],
    ['inspections.plan', '2026-03-31', '2027-03-31', '2028-03-31'],
    ['establishment.overage', '2026-02-09', '2026-12-31', '2027-12-31'],
    ['emergency.drill', '2024-02-29', '2027-02-28', '2030-02-28'],
    ['portfolios.divide', '2021-11-22', '2026-11-22', '2031-11-22'],
  ] as const) {
    const first = nextDue(law.term(id), d(after));
    expect([id, first, nextDue(law.term(id), first)]).toEqual([id, ...dues]);
  }
  expect(() => nextDue(law.term('licensing.decide'), d('2026-01-01'))).toThrow('does not come back');
});

test('[S3-65] every kind of government act has its limit, not licences alone', () => {
  const kinds = `accident appraisal business coercion complaints decision disclosure emergency establishment hotline inspection-of-government
    inspections licensing litigation market-complaint meetings normative penalty personnel petition portfolios proposals ratings
    reconsideration sme-payment`;
  expect([...new Set([...law.terms.keys()].map(topicOf))].sort()).toEqual(kinds.split(/\s+/));
});

test('an organ’s day rolls only where its law says so; a citizen’s always, but a lead and an effect that ends by itself', () => {
  for (const term of law.terms.values()) {
    if (term.whose === 'organ') expect([term.id, term.roll]).toEqual([term.id, term.rollBasis ? 'next-working-day' : 'none']);
    else if (term.unit !== 'hour') expect([term.id, term.roll]).toEqual([term.id, term.sense ? 'none' : 'next-working-day']);
  }
});
