import { describe, expect, it } from 'vitest';
import { askedOf, deadlineOf } from '../../deadline.ts';
import { checkoutRoot } from '../../platform/checkout.ts';
import { Refusals } from '../../platform/http/problem.ts';
import { readCalendarYears, readLaw } from '../../platform/law.ts';
import { checkSheet } from './checker/sheet.ts';
import { buildCalendar } from './index.ts';
import type { LocalDate } from './types.ts';

const law = readLaw(checkoutRoot);
const calendar = buildCalendar('2026.1', readCalendarYears(checkoutRoot));
const ask = (text: string) => {
  const said = new URLSearchParams(text);
  return deadlineOf(askedOf(Object.fromEntries([...said.keys()].map((key) => [key, said.getAll(key)]))), law, calendar);
};
const sheet = (text: string) => {
  const answer = ask(text);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  return answer.sheet;
};
const refused = (text: string) => {
  const answer = ask(text);
  return answer.ok ? [] : answer.refusals.map(({ code, path }) => [code, path]);
};

describe('the bounds of what is asked', () => {
  it("one pause lasts 366 days at most: 'pause-too-long'", () => {
    const asks = (to: string) => refused(`amount=20&unit=wd&from=2026-02-13&pause=2026-03-02..${to}:expert-review`);
    expect(asks('2027-03-02')).toEqual([]);
    expect(asks('2027-03-03')).toEqual([['pause-too-long', 'pause.0.to']]);
    expect(asks('2199-12-31')).toEqual([['pause-too-long', 'pause.0.to']]);
  });

  it('a day given lies between 1950 and 2199, the day worked out may lie after that', () => {
    expect(refused('amount=20&unit=yr&from=2200-01-01')).toEqual([['no-such-date', 'from']]);
    expect(sheet('amount=20&unit=yr&from=2199-12-31').due).toBe('2219-12-31');
  });
});

describe('a pause that no day of the limit belongs to is refused, not said to move nothing', () => {
  const asks = (pause: string, more = '') => refused(`amount=20&unit=wd&from=2026-02-13&pause=${pause}:expert-review${more}`);

  it("over before day 1: 'pause-before-start'", () => {
    expect(asks('2026-02-02..2026-02-13')).toEqual([['pause-before-start', 'pause.0.to']]);
    // Its last day is the limit's first.
    expect(asks('2026-02-02..2026-02-14')).toEqual([]);
  });

  it("begun after the last counted day: 'pause-after-due'; an extension makes room for it", () => {
    expect(asks('2026-03-20..2026-03-24')).toEqual([['pause-after-due', 'pause.0.from']]);
    expect(asks('2026-03-19..2026-03-24')).toEqual([]);
    expect(asks('2026-03-20..2026-03-24', '&extend=5')).toEqual([]);
    // The pause before it carries the limit on; a roll does not.
    expect(asks('2026-03-20..2026-03-24:expert-review&pause=2026-03-02..2026-03-06')).toEqual([]);
    const rolling = 'amount=15&unit=cd&from=2026-04-20&whose=citizen&pause=2026-05-06..2026-05-08:expert-review';
    expect(refused(rolling)).toEqual([['pause-after-due', 'pause.0.from']]);
  });

  it('and the checker takes no sheet with such a pause', () => {
    const good = sheet('amount=20&unit=wd&from=2026-02-13');
    for (const [from, to, place] of [
      ['2026-03-20', '2026-03-24', 'from'],
      ['2026-02-02', '2026-02-06', 'to'],
    ] as const) {
      const pauses = [{ ground: 'expert-review', from, to }];
      const forged = { ...good, pauses, question: `${good.question}&pause=${from}..${to}:expert-review` };
      const found = checkSheet(forged, calendar.years, '2026.1', { term: law.find, grounds: law.grounds });
      expect(found).toEqual([expect.stringMatching(`^pauses\\[0\\]\\.${place}:`)]);
    }
  });
});

it("a unit that is not the term's own is a conflict, not dropped: 'unit-differs'; its own may stand beside it", () => {
  expect(refused('term=licensing.decide&unit=cd&from=2026-02-13')).toEqual([['unit-differs', 'unit']]);
  expect(refused('term=licensing.decide&unit=fortnight&from=2026-02-13')).toEqual([['unit-unknown', 'unit']]);
  expect(refused('term=licensing.decide&amount=5&from=2026-02-13')).toEqual([['term-or-amount', 'term']]);
  expect(sheet('term=licensing.decide&unit=wd&from=2026-02-13').due).toBe(sheet('term=licensing.decide&from=2026-02-13').due);
});

it('of a year without a calendar it says which kind: past and not held here, or not out yet', () => {
  const said = (text: string) => sheet(text).reasons.map(({ zh, en }) => [zh, en]);
  const [[past]] = [said('amount=20&from=2023-04-20')] as [[[string, string]]];
  expect(past[0]).toMatch(/^2023年的放假安排当年已经公布，但这里的日历没有收录/);
  expect(past.join()).not.toMatch(/还没有公布|has not been published/);
  const next = sheet('amount=5&from=2028-04-28');
  expect([next.due, next.steps.find(({ is }) => is === 'holiday')?.name?.zh]).toEqual(['2028-05-09', '劳动节']);
  expect(next.reasons[0]!.zh).toMatch(/^2028年的放假安排还没有公布.*元旦、劳动节和国庆节/);
  expect(next.reasons[0]!.en).toMatch(/2028 has not been published.*Labour Day/);
});

it('a ground that the law does not list is answered with those it does, by name and id in either language', () => {
  const answer = ask('amount=20&from=2026-02-13&pause=2026-03-02..2026-03-06:lunch');
  const { title, next } = new Refusals([]).both(answer.ok ? { code: '' } : answer.refusals[0]!);
  expect(title.zh).toBe('“lunch”不是法律列出的停钟事由。');
  expect(next.zh).toContain('专家评审（expert-review）、');
  expect(next.en).toContain('(expert-review), ');
  expect(next.en).not.toMatch(/\p{Script=Han}/u);
});

it('a least period and an effect that lasts are told as what they are', () => {
  expect(sheet('term=decision.comment&from=2026-03-02').explanation.zh).toMatch(/最短期间/);
  // Both end on a rest day: nobody has to act before it.
  for (const least of [
    'term=decision.comment&from=2026-04-17',
    'term=business.comment&from=2026-04-03',
    'term=decision.comment&from=2026-12-20',
  ]) {
    const { explanation, ...found } = sheet(least);
    expect([found.reasons, 'actBy' in found, 'actByProvisional' in found]).toEqual([[], false, false]);
    expect(explanation.en).not.toMatch(/act by|is open/);
    expect(checkSheet({ ...found, explanation }, calendar.years, '2026.1', { term: law.find, grounds: law.grounds })).toEqual([]);
    expect(checkSheet({ ...found, actBy: '2026-04-30' }, calendar.years, '2026.1', { term: law.find, grounds: law.grounds })).not.toEqual(
      [],
    );
  }
  const lasting = sheet('term=licensing.ban-fraud&from=2026-03-02').explanation.en;
  expect(lasting).toMatch(/lasts until the end of .*2029/);
  expect(lasting).not.toContain('at the latest');
  expect(sheet('term=licensing.decide&from=2026-03-02').explanation.en).not.toMatch(/least|lasts/);
});

it('hours have quarters, as in the law book; other units are whole', () => {
  expect(sheet('amount=0.5&unit=h&from=2026-04-29T23:45').due).toBe('2026-04-30T00:15');
  expect(sheet('term=emergency.phone&from=2026-04-29T23:45').due).toBe('2026-04-30T00:15');
  for (const wrong of ['0', '0.3', '-1', '0.125', '1.5.1', '8784.25'])
    expect(refused(`amount=${wrong}&unit=h&from=2026-04-29T23:45`)).toEqual([['amount-out-of-range', 'amount']]);
  for (const unit of ['wd', 'cd', 'mo'])
    expect(refused(`amount=1.5&unit=${unit}&from=2026-04-29`)).toEqual([['amount-out-of-range', 'amount']]);
});

it('the article stands beside hours too; a limit known from practice is not told as the article’s', () => {
  expect(sheet('term=accident.report-level&from=2026-03-10T23:50').explanation.en).toMatch(/^Regulations on Reporting .*: 2 hours\./);
  const asked = sheet('term=licensing.hearing-request&from=2026-03-02');
  expect([asked.term?.mark, asked.explanation.zh]).toEqual(['K', expect.stringContaining('未核对原文')]);
});

it('a holiday of a fixed date rests whatever the notice will say: the working day before is certain where its own year is', () => {
  const newYear = sheet('amount=31&unit=cd&from=2026-12-01&whose=organ');
  expect(newYear).toMatchObject({ due: '2027-01-01', actBy: '2026-12-31', reasons: [{ code: 'act-by' }] });
  expect(newYear).not.toHaveProperty('actByProvisional');
  const book = { term: law.find, grounds: law.grounds };
  expect(checkSheet(newYear, calendar.years, '2026.1', book)).toEqual([]);
  expect(checkSheet({ ...newYear, actByProvisional: true }, calendar.years, '2026.1', book)).not.toEqual([]);
});

it('what began before the text of the law was in force is said to have run by other rules, and the checker knows it', () => {
  const book = { term: law.find, grounds: law.grounds };
  const old = sheet('term=disclosure.reply&from=2019-05-14');
  expect(old.reasons.map(({ code }) => code)).toContain('before-law');
  expect(old.explanation.zh).toContain('《政府信息公开条例》的现行文本自2019年5月15日起施行，2019年5月14日在这之前');
  expect(old.explanation.en).toMatch(/in force since 15 May 2019, and 14 May 2019 lies before that/);
  expect(checkSheet(old, calendar.years, '2026.1', book)).toEqual([]);
  const later = { ...old, term: { ...old.term!, law: { ...old.term!.law, since: '2019-05-01' as LocalDate } } };
  expect(checkSheet(later, calendar.years, '2026.1', book)).toEqual(['term.law.since: says "2019-05-01", must be "2019-05-15"']);
  expect(checkSheet({ ...old, reasons: [] }, calendar.years, '2026.1', book).join()).toContain('reasons');
  const first = sheet('term=disclosure.reply&from=2019-05-15');
  expect(first.reasons.map(({ code }) => code)).not.toContain('before-law');
  const { since: _, ...undated } = first.term!.law;
  // As earlier releases wrote it.
  expect(checkSheet({ ...first, term: { ...first.term!, law: undated } }, calendar.years, '2026.1', book)).toEqual([]);
});
