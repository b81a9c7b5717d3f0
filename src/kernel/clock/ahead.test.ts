import { describe, expect, it } from 'vitest';
import { STOP_OF_WORK } from '../../../test/support/calendars.ts';
import { faultsOf } from '../../cli/verify.ts';
import { askedOf, deadlineOf } from '../../deadline.ts';
import { readCalendarFile } from '../../platform/calendar-file.ts';
import { checkoutRoot } from '../../platform/checkout.ts';
import { readCalendarYears, readLaw } from '../../platform/law.ts';
import { buildCalendar, calendarBook, checkNotice, type DeadlineSheet, type Lawbook, localDate, startClock } from './index.ts';

const law = readLaw(checkoutRoot);
const years = readCalendarYears(checkoutRoot);
const calendar = buildCalendar('2026.1', years);
const ask = (text: string, book = law) => deadlineOf(askedOf(Object.fromEntries(new URLSearchParams(text))), book, calendar);
const sheet = (text: string, book = law): DeadlineSheet => {
  const answer = ask(text, book);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  return answer.sheet;
};
const refused = (text: string) => {
  const answer = ask(text);
  return answer.ok ? [] : answer.refusals.map(({ code, path }) => [code, path]);
};
const faults = (one: unknown, book = law) => faultsOf(one, { law: book, calendar, years });
const withTerm = (id: string, more: object): Lawbook => {
  const term = { ...law.term(id), ...more };
  return { ...law, find: () => term, terms: new Map([[id, term]]) };
};

describe('a limit counted back from an event', () => {
  it.each([
    // 行政许可法 48: seven working days before the hearing, as the matter itself reckons (hearing-notice.test.ts).
    ['licensing.hearing-notice', '2026-03-12', '2026-03-03'],
    // Across Spring Festival; 14 and 28 February are worked Saturdays.
    ['licensing.hearing-notice', '2026-03-02', '2026-02-13'],
    // 行政处罚法 64: seven working days; Saturday 10 October is worked, the Mid-Autumn festival and the National Day are not.
    ['penalty.hearing-notice', '2026-10-12', '2026-09-24'],
    // 行政许可法 50: thirty working days before 30 June; the Dragon Boat festival lies between.
    ['licensing.renew', '2026-06-30', '2026-05-18'],
    // 重大行政决策程序暂行条例 16: seven days.
    ['decision.hearing-papers', '2026-06-30', '2026-06-23'],
    // 民法典 202, by analogy: the corresponding date, or the month's last day; 28 February is a worked Saturday.
    ['normative.review', '2026-08-31', '2026-02-28'],
    ['normative.review', '2026-08-10', '2026-02-10'],
  ])('%s, the event on %s → %s', (id, event, due) => {
    const found = sheet(`term=${id}&from=${event}`);
    expect(found).toMatchObject({ due, counted: 'back', from: event, provisional: false, conditional: false, reasons: [] });
    expect(found).not.toHaveProperty('lastDay');
    expect(found.steps[0]).toMatchObject({ from: due, first: id === 'normative.review' ? found.steps[0]!.days : law.term(id).amount });
    expect(found.steps.at(-1)).toMatchObject({ from: event, to: event, is: 'zero' });
    expect(faults(found)).toEqual([]);
  });

  it('counted forward again from the day found, it ends on the day of the event', () => {
    const { due } = sheet('term=licensing.hearing-notice&from=2026-03-12');
    const term = law.term('licensing.hearing-notice');
    expect(startClock({ term, kind: 'legal', zero: localDate(due) }, calendar).due).toBe('2026-03-12');
  });

  it('on a rest day the working day before is due, and it says that the law is silent', () => {
    const found = sheet('term=decision.hearing-papers&from=2026-05-12');
    expect(found).toMatchObject({ due: '2026-04-30', lastDay: '2026-05-05', reasons: [{ code: 'rolled-back' }] });
    expect(found.steps.map(({ from, is, first, last }) => [from, is, first, last])).toEqual([
      ['2026-04-30', 'rolled', undefined, undefined],
      ['2026-05-01', 'holiday', undefined, undefined],
      ['2026-05-05', 'counted', 7, 1],
      ['2026-05-12', 'zero', undefined, undefined],
    ]);
    expect(found.explanation.zh).toContain('2026年5月5日 星期二是休息日。往前数的期限遇休息日怎样办，法律没有规定');
    expect(found.explanation.en).toContain('The law does not say what then holds of a limit counted back');
    expect(faults(found)).toEqual([]);
    // Whosever limit it is: a county that counts a renewal's lead in calendar days.
    const book = withTerm('licensing.renew', { unit: 'cd' });
    const lead = sheet('term=licensing.renew&from=2026-06-02', book);
    expect([lead.due, lead.lastDay]).toEqual(['2026-04-30', '2026-05-03']);
    expect(faults(lead, book)).toEqual([]);
  });

  it('tells it as to a judge, in both languages', () => {
    const { zh, en } = sheet('term=licensing.hearing-notice&from=2026-03-02').explanation;
    expect(zh).toBe(
      '《行政许可法》第四十八条第一款第（一）项：提前7个工作日。2026年3月2日是举行听证之日，当天不算，从前一个工作日起往前数。数起的第1天是2026年2月28日 星期六。' +
        '春节2月15日至23日放假，3月1日周末，都不算。2月14日、2月28日调休上班，照常计算。数到第7天，是2026年2月13日 星期五。' +
        '所以最迟是2026年2月13日 星期五。日历依据：国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号，2025-11-04）（版本2026.1）。',
    );
    expect(en).toMatch(
      /: 7 working days before\. Day 0 is 2 March 2026 \(the day of the hearing\); it is not counted, and the count runs back/,
    );
    expect(en).not.toMatch(/\p{Script=Han}|\{/u);
  });

  it('is provisional where a notice that is not out yet could move it: in calendar days by the day counted to alone', () => {
    expect(sheet('term=licensing.hearing-notice&from=2027-01-05')).toMatchObject({ provisional: true, reasons: [{ code: 'provisional' }] });
    expect(sheet('term=licensing.hearing-notice&from=2027-01-01')).toMatchObject({ provisional: false, due: '2026-12-23' });
    const book = withTerm('licensing.hearing-notice', { unit: 'cd', amount: 20 });
    const inDays = (from: string) => {
      const { due, provisional } = sheet(`term=licensing.hearing-notice&from=${from}`, book);
      expect(faults(sheet(`term=licensing.hearing-notice&from=${from}`, book), book)).toEqual([]);
      return [due, provisional];
    };
    expect([inDays('2027-01-20'), inDays('2027-01-22')]).toEqual([
      ['2026-12-31', false],
      ['2026-12-31', true],
    ]);
    expect(sheet('term=licensing.hearing-notice&from=2025-01-03').calendar.years.map(({ year }) => year)).toEqual([2024, 2025]);
  });

  it('knows no extension and no pause', () => {
    expect(refused('term=licensing.hearing-notice&from=2026-03-12&extend=3')).toEqual([['extension-unlawful', 'extend.0.amount']]);
    expect(refused('term=licensing.hearing-notice&from=2026-03-12&pause=2026-03-04..2026-03-05:hearing')).toEqual([
      ['ground-not-listed', 'pause.0.ground'],
    ]);
    const good = sheet('term=licensing.hearing-notice&from=2026-03-12');
    const forged = { ...good, extensions: [{ amount: 3 }], question: `${good.question}&extend=3` };
    expect(faults(forged)).toEqual([expect.stringMatching(/^extensions: /)]);
  });
});

describe('a duty that comes back', () => {
  it.each([
    // 政府信息公开条例 49: the report of the year before, by 31 January and 31 March.
    ['disclosure.report-department', '2026-01-02', '2026-01-31', '2025-01-01', '2025-12-31'],
    ['disclosure.report-department', '2026-01-31', '2026-01-31', '2025-01-01', '2025-12-31'],
    ['disclosure.report-department', '2025-02-01', '2026-01-31', '2025-01-01', '2025-12-31'],
    ['disclosure.report-county', '2026-01-31', '2026-03-31', '2025-01-01', '2025-12-31'],
    // The plan of the year in which the day falls.
    ['inspections.plan', '2026-01-31', '2026-03-31', '2026-01-01', '2026-12-31'],
    ['complaints.publish', '2026-02-28', '2026-02-28', '2026-02-01', '2026-02-28'],
    ['complaints.publish', '2026-03-01', '2026-03-31', '2026-03-01', '2026-03-31'],
    ['appraisal.rate', '2026-04-01', '2026-06-30', '2026-04-01', '2026-06-30'],
    ['meetings.plenary', '2026-01-01', '2026-12-31', '2026-01-01', '2026-12-31'],
    // From the last time, 29 February.
    ['emergency.drill', '2024-02-29', '2027-02-28', '2024-03-01', '2027-02-28'],
  ])('%s, asked of %s → %s, covering %s to %s', (id, from, due, first, last) => {
    const found = sheet(`term=${id}&from=${from}`);
    expect(found).toMatchObject({ due, from, period: { from: first, to: last }, conditional: false });
    expect(found.steps.at(-1)).toMatchObject({ to: due, is: 'counted' });
    expect(faults(found)).toEqual([]);
  });

  it('its day does not roll: on a rest day the organ acts by the working day before', () => {
    const found = sheet('term=disclosure.report-department&from=2026-01-02');
    expect(found).toMatchObject({ due: '2026-01-31', actBy: '2026-01-30', reasons: [{ code: 'act-by' }] });
    expect(sheet('term=appraisal.rate&from=2026-04-01')).not.toHaveProperty('actBy');
  });

  it('tells it as to a judge, in both languages', () => {
    const { zh, en } = sheet('term=disclosure.report-department&from=2026-01-02').explanation;
    expect(zh).toContain('《政府信息公开条例》第四十九条：每年一次，最迟1月31日。');
    expect(zh).toContain(
      '从2026年1月2日当天起看，下一个期日是2026年1月31日 星期六，再前一个是2025年1月31日。这一次管2025年1月1日至2025年12月31日。',
    );
    expect(en).toContain('This time covers 1 January 2025 to 31 December 2025.');
    expect(sheet('term=portfolios.divide&from=2021-11-22').explanation.zh).toContain('2021年11月22日上次换届，当天不算');
    expect(sheet('term=appraisal.rate&from=2026-04-01').explanation.en).toContain('once in 3 months, by the last day of the period');
    expect(en).not.toMatch(/\p{Script=Han}|\{/u);
  });

  it('is certain in a year without a notice, only its last working day is not; is not extended', () => {
    const next = sheet('term=disclosure.report-department&from=2026-02-01');
    expect(next).toMatchObject({ due: '2027-01-31', actBy: '2027-01-29', provisional: false, actByProvisional: true });
    expect(next.reasons.at(-1)).toMatchObject({ code: 'provisional', zh: expect.stringContaining('没有2027年正式的放假安排') });
    expect(faults(next)).toEqual([]);
    expect(refused('term=disclosure.report-department&from=2026-02-01&extend=3')).toEqual([['extension-unlawful', 'extend.0.amount']]);
  });
});

describe('a day on which the county stopped work', () => {
  const today = localDate('2026-02-13');
  const bare = calendarBook(years, []);
  const read = readCalendarFile(JSON.stringify(STOP_OF_WORK), {}, bare, today);
  const checked = read.ok ? checkNotice(read.years, bare, today) : read;
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  const stopped = bare.with({ number: 1, at: 0, actor: 'o-1', cause: 'c', years: checked.years });
  const here = { law, calendar: stopped, years: stopped.years };
  const told = (text: string) => {
    const answer = deadlineOf(askedOf(Object.fromEntries(new URLSearchParams(text))), law, stopped);
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
    return answer.sheet;
  };

  it('moves a citizen’s limit, with its document on the way; an organ’s not; and the checker agrees to both', () => {
    const [citizen, organ] = ['citizen', 'organ'].map((whose) => told(`amount=5&from=2026-03-02&whose=${whose}`)) as [
      DeadlineSheet,
      DeadlineSheet,
    ];
    expect([citizen.due, organ.due]).toEqual(['2026-03-11', '2026-03-09']);
    expect(citizen.steps.find(({ is }) => is === 'stop')).toMatchObject({
      from: '2026-03-04',
      to: '2026-03-05',
      document: STOP_OF_WORK.document,
    });
    expect([faultsOf(citizen, here), faultsOf(organ, here)]).toEqual([[], []]);
  });

  it('takes nothing from a lead that is counted back', () => {
    const lead = told('term=licensing.renew&from=2026-04-01');
    expect(lead.due).toBe(sheet('term=licensing.renew&from=2026-04-01').due);
    expect(faultsOf(lead, here)).toEqual([]);
  });
});
