import { expect, test } from 'vitest';
import { readCalendarYears, readLaw } from '../../platform/law.ts';
import { check } from './checker/check.ts';
import {
  addDays,
  buildCalendar,
  type Clock,
  extendClock,
  hoursAfter,
  isNational,
  localDate,
  nextDue,
  pauseClock,
  resumeClock,
  startClock,
} from './index.ts';

/**
 * Worked examples, statute by statute: the days were counted by hand on the calendar of 2026 (1 to 3 January, 15 to 23 February, 4 to
 * 6 April, 1 to 5 May, 19 to 21 June, 25 to 27 September and 1 to 7 October off; 4 January, 14 and 28 February, 9 May, 20 September and
 * 10 October worked).
 */
const law = readLaw('.');
const years = readCalendarYears('.');
const calendar = buildCalendar('2026.1', years);
const d = localDate;
const shown = new Set<string>();

interface Example {
  readonly from: string;
  readonly due: string;
  /** The ground, the day the clock stops, the day it runs again. */
  readonly pause?: readonly [ground: string, from: string, to: string];
  /** With the whole extension, given once. */
  readonly extended?: string;
  /** The day before the roll. */
  readonly rolledFrom?: string;
}

/** One limit of one article: the calculator gives the date, the checker finds nothing. */
function shows(id: string, article: string, ...examples: readonly Example[]): void {
  const term = law.term(id);
  expect([id, term.basis.article]).toEqual([id, article]);
  shown.add(id);
  for (const { from, due, pause, extended, rolledFrom } of examples) {
    const begun = startClock({ term, kind: 'legal', zero: d(from) }, calendar);
    if (pause) expect(term.pausable, `${id} may stop for`).toContain(pause[0]);
    const clock: Clock = pause
      ? resumeClock(pauseClock(begun, { ground: pause[0], from: d(pause[1]) }, calendar), d(pause[2]), calendar, pause[0])
      : begun;
    expect([id, clock.due, clock.derivation.rolledFrom]).toEqual([id, due, rolledFrom]);
    expect(check(clock, years, '2026.1')).toEqual([]);
    if (!extended) continue;
    const longer = extendClock(clock, term.extension!.amount, calendar);
    expect([id, longer.due]).toEqual([id, extended]);
    expect(check(longer, years, '2026.1')).toEqual([]);
  }
}

/** A limit counted back from its event: the last day on which it is kept. */
function showsAhead(id: string, article: string, event: string, last: string): void {
  const { basis, unit, amount, sense } = law.term(id);
  expect([id, basis.article, sense]).toEqual([id, article, 'ahead']);
  shown.add(id);
  expect([id, unit === 'wd' ? calendar.nth(d(event), -amount) : addDays(d(event), -amount)]).toEqual([id, last]);
  // Counted forward from there, the event is the last day.
  if (unit === 'wd') expect(calendar.workingDaysBetween(d(last), d(event))).toBe(amount);
}

/** The next two times a duty comes back. */
function showsAgain(id: string, article: string, after: string, ...dues: readonly [string, string]): void {
  const term = law.term(id);
  shown.add(id);
  const first = nextDue(term, d(after));
  expect([id, term.basis.article, first, nextDue(term, first)]).toEqual([id, article, ...dues]);
}

test('[S2-68] 行政许可法 32–50, 78, 79: acceptance, one notice, decision, extension, pauses, hearing, delivery, bans', () => {
  shows('licensing.accept', '32(1)(4)', { from: '2026-02-13', due: '2026-02-27' });
  shows('licensing.correct', '32(1)(4)', { from: '2026-04-29', due: '2026-05-09' });
  shows('licensing.testing-staff', '55', { from: '2026-03-02', due: '2026-03-09' });
  shows(
    'licensing.decide',
    '42(1)',
    { from: '2026-02-13', due: '2026-03-19', extended: '2026-04-02' },
    { from: '2026-02-13', due: '2026-03-26', pause: ['expert-review', '2026-03-02', '2026-03-09'] },
    { from: '2026-09-30', due: '2026-11-03' },
  );
  shows('licensing.decide-joint', '26, 42(2)', { from: '2026-03-02', due: '2026-05-08', extended: '2026-05-28' });
  shows('licensing.pre-examination', '43', { from: '2026-09-30', due: '2026-11-03' });
  shows('licensing.deliver', '44', { from: '2026-03-02', due: '2026-03-16' });
  shows('licensing.hearing-organise', '47(1)', { from: '2026-03-02', due: '2026-03-30' });
  showsAhead('licensing.hearing-notice', '48(1)(1)', '2026-03-30', '2026-03-19');
  shows('licensing.ban-false-papers', '78', { from: '2024-02-29', due: '2025-02-28' });
  shows('licensing.ban-fraud', '79', { from: '2021-06-30', due: '2024-06-30' });
});

test('政府信息公开条例 26–49: publication, answer, third parties, the two reports', () => {
  shows('disclosure.publish', '26', { from: '2026-02-13', due: '2026-03-19' });
  shows(
    'disclosure.reply',
    '33',
    { from: '2026-03-02', due: '2026-03-30', extended: '2026-04-28' },
    { from: '2026-03-02', due: '2026-04-07', pause: ['third-party-opinion', '2026-03-09', '2026-03-16'] },
  );
  shows('disclosure.clarify', '30', { from: '2026-02-11', due: '2026-02-27' });
  shows('disclosure.third-party', '32', { from: '2026-09-30', due: '2026-10-27' });
  shows('disclosure.co-author', '34', { from: '2026-03-02', due: '2026-03-23' });
  // 31 January 2026 is a Saturday: an organ's day stays.
  showsAgain('disclosure.report-department', '49', '2026-01-05', '2026-01-31', '2027-01-31');
  showsAgain('disclosure.report-county', '49', '2026-01-05', '2026-03-31', '2027-03-31');
});

test('信访工作条例 22–36: calendar days, five working days to object; the organ’s last day stays, the petitioner’s rolls', () => {
  shows('petition.register', '22', { from: '2026-04-20', due: '2026-05-05' });
  shows('petition.tell', '23(2)', { from: '2026-03-02', due: '2026-03-17' });
  shows('petition.tell-transferred', '23(3)', { from: '2026-02-27', due: '2026-03-14' });
  shows('petition.object', '23(3)', { from: '2026-04-29', due: '2026-05-09' });
  shows('petition.conclude', '34', { from: '2026-03-02', due: '2026-05-01', extended: '2026-05-31' });
  shows('petition.review-request', '35', { from: '2026-04-03', due: '2026-05-06', rolledFrom: '2026-05-03' });
  shows('petition.review', '35', { from: '2026-04-03', due: '2026-05-03' });
  shows('petition.rereview-request', '36', { from: '2026-08-28', due: '2026-09-28', rolledFrom: '2026-09-27' });
  shows(
    'petition.rereview',
    '36',
    { from: '2026-03-02', due: '2026-04-01' },
    { from: '2026-03-02', due: '2026-04-04', pause: ['petition-hearing', '2026-03-10', '2026-03-13'] },
  );
});

test('市场监督管理投诉举报处理暂行办法 14, 21, 31: complaint and report', () => {
  shows('market-complaint.accept', '14', { from: '2026-03-02', due: '2026-03-11' });
  shows('market-complaint.mediate', '21', { from: '2026-03-02', due: '2026-05-08' });
  shows('market-complaint.verify', '31', { from: '2026-09-30', due: '2026-10-27', extended: '2026-11-17' });
  shows('market-complaint.tell', '31', { from: '2026-02-13', due: '2026-02-27' });
});

test('重大行政决策程序暂行条例 15–26: comment and legality review take at least so long', () => {
  shows('decision.comment', '15', { from: '2026-03-02', due: '2026-04-01' });
  shows('decision.legality', '25–26', { from: '2026-02-11', due: '2026-02-27' });
  expect(['decision.comment', 'decision.legality'].map((id) => law.term(id).sense)).toEqual(['at-least', 'at-least']);
  showsAhead('decision.hearing-papers', '16–17', '2026-03-30', '2026-03-23');
});

test('政府督查工作条例 17: objection and review', () => {
  shows('inspection-of-government.object', '17', { from: '2026-04-03', due: '2026-05-03' });
  shows('inspection-of-government.review', '17', { from: '2026-03-02', due: '2026-04-01' });
});

test('代表法 51: three months, six where it is hard; a month without that day ends on its last', () => {
  shows('proposals.reply', '51', { from: '2026-03-05', due: '2026-06-05' });
  shows('proposals.reply-hard', '51', { from: '2026-08-31', due: '2027-02-28' });
});

test('生产安全事故报告和调查处理条例 9–32: hours from the minute, then calendar days', () => {
  const friday = Date.UTC(2026, 1, 20, 15, 30) / 1000; // 23:30 in the county, in the Spring Festival
  for (const [id, article, hours] of [
    ['accident.report-unit', '9', 1],
    ['accident.report-level', '10–11', 2],
  ] as const) {
    shown.add(id);
    expect([law.term(id).basis.article, hoursAfter(law.term(id), friday) - friday]).toEqual([article, hours * 3600]);
  }
  expect(() => startClock({ term: law.term('accident.report-unit'), kind: 'legal', zero: d('2026-02-20') }, calendar)).toThrow('in hours');
  expect(() => hoursAfter(law.term('accident.approve'), friday)).toThrow('not counted in hours');
  shows('accident.supplement', '13', { from: '2026-02-14', due: '2026-03-16' });
  shows('accident.supplement-road-fire', '13', { from: '2026-02-28', due: '2026-03-07' });
  shows('accident.investigate', '29', { from: '2026-06-01', due: '2026-07-31', extended: '2026-09-29' });
  shows('accident.approve', '32', { from: '2026-07-31', due: '2026-08-15' });
  shows('accident.approve-gravest', '32', { from: '2026-07-31', due: '2026-08-30', extended: '2026-09-29' });
});

test('行政处罚法 36–67, 85: ninety calendar days, the short limits in working days; market regulation has its own pauses', () => {
  shows('penalty.decide', '60', { from: '2026-03-02', due: '2026-05-31' });
  shows(
    'penalty.decide-market',
    '64',
    { from: '2026-03-02', due: '2026-05-31', extended: '2026-06-30' },
    { from: '2026-03-02', due: '2026-06-10', pause: ['penalty-testing', '2026-03-10', '2026-03-20'] },
  );
  shows('penalty.evidence', '56', { from: '2026-02-11', due: '2026-02-27' });
  shows('penalty.hearing-request', '64', { from: '2026-04-29', due: '2026-05-09' });
  showsAhead('penalty.hearing-notice', '64', '2026-03-30', '2026-03-19');
  shows('penalty.serve', '61', { from: '2026-03-02', due: '2026-03-11' });
  shows('penalty.pay', '67, 72', { from: '2026-04-20', due: '2026-05-06', rolledFrom: '2026-05-05' });
  shows('penalty.withdraw', '48', { from: '2026-02-13', due: '2026-02-25' });
  shows('penalty.time-bar', '36', { from: '2024-03-02', due: '2026-03-02' });
  shows('penalty.time-bar-harm', '36', { from: '2021-03-02', due: '2026-03-02' });
});

test('行政强制法 25: thirty calendar days, thirty more', () => {
  shows('coercion.seize', '25', { from: '2026-04-03', due: '2026-05-03', extended: '2026-06-02' });
});

test('行政复议法 20–62, 88: periods as in civil procedure, so the organ’s last day rolls too', () => {
  shows('reconsideration.apply', '20', { from: '2026-03-02', due: '2026-05-06', rolledFrom: '2026-05-01' });
  shows('reconsideration.examine', '30', { from: '2026-02-13', due: '2026-02-27' });
  shows('reconsideration.correct', '31', { from: '2026-04-29', due: '2026-05-09' });
  shows('reconsideration.correct-answer', '31', { from: '2026-03-02', due: '2026-03-16' });
  shows('reconsideration.forward', '48', { from: '2026-03-02', due: '2026-03-11' });
  shows('reconsideration.answer', '48', { from: '2026-03-02', due: '2026-03-16' });
  shows('reconsideration.forward-simple', '54', { from: '2026-02-13', due: '2026-02-25' });
  shows('reconsideration.answer-simple', '54', { from: '2026-02-13', due: '2026-02-27' });
  shows('reconsideration.decide', '62', { from: '2026-03-02', due: '2026-05-06', rolledFrom: '2026-05-01', extended: '2026-06-01' });
  shows('reconsideration.decide-simple', '62', { from: '2026-04-03', due: '2026-05-06', rolledFrom: '2026-05-03' });
});

test('行政诉讼法 45–47: six months that end on a Saturday which is worked do not roll', () => {
  shows('litigation.sue', '46', { from: '2025-08-31', due: '2026-02-28' });
  shows('litigation.after-reconsideration', '45', { from: '2026-04-20', due: '2026-05-06', rolledFrom: '2026-05-05' });
  shows('litigation.perform', '47', { from: '2025-12-31', due: '2026-02-28' });
});

test('公务员法 64, 95, 96: appeals, and how long a sanction lasts', () => {
  shows('personnel.review-request', '95', { from: '2026-04-03', due: '2026-05-06', rolledFrom: '2026-05-03' });
  shows('personnel.appeal', '95', { from: '2026-04-20', due: '2026-05-06', rolledFrom: '2026-05-05' });
  shows('personnel.appeal-decide', '96', { from: '2026-03-02', due: '2026-05-01', extended: '2026-05-31' });
  shows('personnel.warning', '64', { from: '2025-08-31', due: '2026-02-28' });
  shows('personnel.demerit', '64', { from: '2026-01-15', due: '2027-01-15' });
  shows('personnel.major-demerit', '64', { from: '2024-08-31', due: '2026-02-28' });
  shows('personnel.demotion', '64', { from: '2024-02-29', due: '2026-02-28' });
});

test('优化营商环境条例 62–63 and 保障中小企业款项支付条例 9, 25: comment, payment, complaint', () => {
  shows('business.comment', '62–63', { from: '2026-03-02', due: '2026-04-01' });
  shows('sme-payment.pay', '9', { from: '2026-03-02', due: '2026-04-01' });
  shows('sme-payment.pay-agreed', '9', { from: '2026-03-02', due: '2026-05-01' });
  shows('sme-payment.complaint-forward', '25', { from: '2026-03-02', due: '2026-03-16' });
  shows('sme-payment.complaint-handle', '25', { from: '2026-03-02', due: '2026-04-01' });
});

test('every limit of national law has a worked example above, and its article', () => {
  const national = [...law.terms.values()].filter(({ basis }) => isNational(basis));
  expect(national.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  expect(national.filter(({ basis }) => !/^\d/.test(basis.article)).map(({ id }) => id)).toEqual([]);
});
