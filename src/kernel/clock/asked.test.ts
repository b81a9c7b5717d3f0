import { describe, expect, it } from 'vitest';
import { askedOf, deadlineOf } from '../../deadline.ts';
import { checkoutRoot } from '../../platform/checkout.ts';
import { readCalendarYears, readLaw } from '../../platform/law.ts';
import { checkSheet } from './checker/sheet.ts';
import { buildCalendar, parseLaw } from './index.ts';

const law = readLaw(checkoutRoot);
const calendar = buildCalendar('2026.1', readCalendarYears(checkoutRoot));
const query = (text: string) => {
  const said = new URLSearchParams(text);
  return Object.fromEntries([...new Set(said.keys())].map((key) => [key, said.getAll(key)]));
};
const ask = (text: string, book = law) => deadlineOf(askedOf(query(text)), book, calendar);
const sheet = (text: string, book = law) => {
  const answer = ask(text, book);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  return answer.sheet;
};
const refused = (text: string, book = law) => {
  const answer = ask(text, book);
  return answer.ok ? [] : answer.refusals.map(({ code, path }) => [code, path]);
};
const withExtension = [...law.terms.values()].find((term) => term.extension && term.unit === 'wd' && term.pausable)!;
const withoutExtension = [...law.terms.values()].find((term) => !term.extension && !term.pausable && term.unit === 'wd')!;

/** Grounds with caps, and a term that may be extended twice. */
const basis = { law: { zh: '示例法', en: 'Example Law' }, article: '9', mark: 'K' };
const ground = (id: string, cap?: object) => ({ id, name: { zh: id, en: id }, scope: 'lawful', confidence: 'illustrative', basis, cap });
const term = { name: { zh: '示例', en: 'Example' }, amount: 10, roll: 'none', confidence: 'illustrative', basis };
const capped = parseLaw({
  terms: [
    {
      ...term,
      id: 'example.decide',
      start: { zh: '受理', en: 'it is accepted' },
      formerly: ['example.old'],
      unit: 'wd',
      pausable: ['days'],
      whose: 'organ',
    },
    {
      ...term,
      id: 'example.twice',
      start: { zh: '收到', en: 'it comes' },
      whose: 'organ',
      unit: 'cd',
      extension: { amount: 5, by: 'head', times: 2, basis },
    },
  ],
  grounds: [
    ground('days', { amount: 10, unit: 'cd' }),
    ground('working', { amount: 5, unit: 'wd' }),
    ground('months', { amount: 1, unit: 'month' }),
  ],
});

describe('the calculator gives the dates of the law', () => {
  it.each([
    // 行政许可法 82: working days, with make-up days, less holidays.
    ['amount=20&unit=wd&from=2026-02-13', '2026-03-19'],
    ['amount=5&from=2026-02-13', '2026-02-27'],
    ['amount=5&from=2026-04-29', '2026-05-09'],
    ['amount=15&from=2026-09-30', '2026-10-27'],
    ['amount=20&from=2026-09-30', '2026-11-03'],
    // 民法典 202: a month ends on the corresponding day, or on its last.
    ['amount=1&unit=mo&from=2026-01-31', '2026-02-28'],
    ['amount=1&unit=yr&from=2024-02-29', '2025-02-28'],
    // 行政许可法 42(2): forty-five, extended by fifteen.
    ['amount=45&from=2026-03-02', '2026-05-08'],
    ['amount=45&from=2026-03-02&extend=15', '2026-05-28'],
    ['amount=45&from=2026-03-02&extend=15@2026-05-01', '2026-05-28'],
    // 行政许可法 45: no day of the pause is counted, from its first to its last.
    ['amount=20&from=2026-02-13&pause=2026-03-02..2026-03-06:expert-review', '2026-03-26'],
    // 民法典 203: a citizen's limit rolls on from a rest day; an organ's does not.
    ['amount=15&unit=cd&from=2026-04-20&whose=citizen', '2026-05-06'],
    ['amount=15&unit=cd&from=2026-04-20&whose=organ', '2026-05-05'],
    // 民法典 201: hours run from the moment itself.
    ['amount=26&unit=h&from=2026-04-29T22:30', '2026-05-01T00:30'],
    ['amount=20&from=2026-12-03', '2026-12-31'],
  ])('%s → %s', (text, due) => {
    expect(sheet(text).due).toBe(due);
  });

  it('an organ’s limit that ends on a rest day names the last working day before', () => {
    expect(sheet('amount=15&unit=cd&from=2026-04-20&whose=organ')).toMatchObject({ actBy: '2026-04-30', reasons: [{ code: 'act-by' }] });
    expect(sheet('amount=15&unit=cd&from=2026-04-20&whose=citizen')).toMatchObject({
      lastDay: '2026-05-05',
      reasons: [{ code: 'rolled' }],
    });
    expect(sheet('amount=20&from=2026-02-13')).not.toHaveProperty('actBy');
    expect(sheet('amount=15&unit=cd&from=2026-04-20&whose=organ')).not.toHaveProperty('actByProvisional');
  });

  it('a date in a year without a notice is provisional, and says so in words', () => {
    expect(sheet('amount=20&from=2026-12-03')).toMatchObject({ provisional: false, reasons: [] });
    const { provisional, reasons } = sheet('amount=20&from=2026-12-04');
    expect(provisional).toBe(true);
    expect(reasons[0]).toMatchObject({ code: 'provisional', zh: expect.stringContaining('2027年的放假安排还没有公布') });
    expect(reasons[0]?.en).toContain('The holiday notice for 2027 has not been published');
  });

  it('[S3-66] a term of the law gives amount, unit and article to whoever asks; a former id finds it too', () => {
    const found = sheet(`term=${withExtension.id}&from=2026-02-13`);
    expect(found).toMatchObject({ amount: withExtension.amount, term: { id: withExtension.id, article: withExtension.basis.article } });
    expect(found.explanation.en).toContain(withExtension.basis.law.en);
    expect(sheet('term=example.old&from=2026-02-13', capped).question).toBe('term=example.decide&from=2026-02-13');
    expect(sheet('term=example.old&from=2026-02-13', capped).explanation).toMatchObject({
      zh: expect.stringContaining('2026年2月13日受理，当天不算'),
      en: expect.stringContaining('(it is accepted)'),
    });
    expect(sheet('term=example.twice&from=2026-02-13&extend=5&extend=5', capped).due).toBe('2026-03-05');
  });

  it('the question in the answer asks the same again', () => {
    const first = sheet('whose=organ&pause=2026-03-02..2026-03-06:hearing&from=2026-02-13&amount=20&extend=5@2026-03-01');
    expect(first.question).toBe('amount=20&unit=wd&from=2026-02-13&whose=organ&extend=5@2026-03-01&pause=2026-03-02..2026-03-06:hearing');
    expect(sheet(first.question)).toEqual(first);
  });

  it('tells it as to a judge: day 0, the first day, what was not counted and why, the last day', () => {
    const { zh, en } = sheet('amount=20&from=2026-02-13&pause=2026-03-02..2026-03-06:expert-review').explanation;
    expect(zh).toContain('2026年2月13日起算，当天不算');
    expect(zh).toContain('数起的第1天是2026年2月14日 星期六');
    expect(zh).toContain('春节2月15日至23日放假，3月1日周末，3月7日至8日周末');
    expect(zh).toContain('2月14日、2月28日调休上班，照常计算');
    expect(zh).toContain('3月2日至6日专家评审，依法暂停，不算（《行政许可法》第四十五条）');
    expect(zh).toContain('数到第20天，是2026年3月26日 星期四');
    expect(en).toContain('Day 20, the last, is Thu 26 Mar 2026. So it is due by Thu 26 Mar 2026 at the latest.');
    expect(en).not.toMatch(/\p{Script=Han}|\{/u);
  });
});

describe('why a date is not the plain one', () => {
  it('that is certain, but whose day of rest is not known yet, is said to be so', () => {
    const certain = sheet('amount=30&unit=cd&from=2026-12-04&whose=organ');
    expect([certain.due, certain.provisional]).toEqual(['2027-01-03', false]);
    expect(certain.reasons.map(({ code }) => code)).toEqual(['act-by', 'provisional']);
    expect(certain.explanation.zh).toContain('这一天不因节假日变动；但这里没有2027年正式的放假安排');
    const rows = { term: (id: string) => law.find(id), grounds: law.grounds };
    expect(checkSheet(certain, calendar.years, calendar.edition, rows)).toEqual([]);
    expect(checkSheet({ ...certain, provisional: true }, calendar.years, calendar.edition, rows)).toHaveLength(1);
    expect(sheet('amount=20&unit=cd&from=2026-12-04&whose=organ').explanation.zh).not.toContain('不因节假日变动');
    expect(sheet('amount=30&unit=cd&from=2026-12-04&whose=citizen').provisional).toBe(true);
  });

  it('by when the organ acts is open too, where the holidays of the year are', () => {
    // Spring Festival's Eve of 2027, of which no notice has spoken yet.
    const open = sheet('amount=48&unit=cd&from=2026-12-20&whose=organ');
    expect(open).toMatchObject({ due: '2027-02-06', actBy: '2027-02-05', actByProvisional: true, provisional: false });
    expect(open.reasons).toMatchObject([
      { code: 'act-by', zh: expect.stringContaining('暂定'), en: expect.stringContaining('provisional') },
      { code: 'provisional', zh: expect.stringContaining('最后工作日是哪天，还不能确定') },
    ]);
    expect(open.explanation.zh).not.toContain('应当在此前最后一个工作日');
    const rows = { term: (id: string) => law.find(id), grounds: law.grounds };
    const { actByProvisional: _, ...certain } = open;
    expect(checkSheet(open, calendar.years, calendar.edition, rows)).toEqual([]);
    expect(checkSheet(certain, calendar.years, calendar.edition, rows)).toEqual(['actByProvisional: says nothing, must be true']);
    // A working day by what is known may become a rest day; a past year that is not held here is as open.
    const due = { due: '2027-02-05', actByProvisional: true, reasons: [{ code: 'provisional' }] };
    expect(sheet('amount=47&unit=cd&from=2026-12-20&whose=organ')).toMatchObject(due);
    expect(sheet('amount=15&unit=cd&from=2023-04-20&whose=organ').explanation.zh).toContain('这里没有2023年正式的放假安排');
    expect(sheet('amount=47&unit=cd&from=2026-12-20&whose=citizen')).not.toHaveProperty('actByProvisional');
  });

  it.each([
    ['amount=15&unit=cd&from=2026-04-20&whose=citizen', 'rolled'],
    ['amount=15&unit=cd&from=2026-04-20&whose=organ', 'act-by'],
    ['amount=20&from=2026-12-04', 'provisional'],
  ])('%s: %s, as the second reckoning finds too', (text, reason) => {
    const told = sheet(text);
    expect(told.reasons.map(({ code }) => code)).toContain(reason);
    const rows = { term: (id: string) => law.find(id), grounds: law.grounds };
    expect(checkSheet(told, calendar.years, calendar.edition, rows)).toEqual([]);
  });
});

describe('what cannot be a question is refused, at its place and with the way forward', () => {
  it.each([
    ['from=2026-02-13', 'term-or-amount', 'amount'],
    ['amount=20&term=example.decide&from=2026-02-13', 'term-or-amount', 'term'],
    ['term=example.decides&from=2026-02-13', 'term-unknown', 'term'],
    ['amount=-5&from=2026-02-13', 'amount-out-of-range', 'amount'],
    ['amount=0&from=2026-02-13', 'amount-out-of-range', 'amount'],
    ['amount=1e9&from=2026-02-13', 'amount-out-of-range', 'amount'],
    ['amount=999999999&from=2026-02-13', 'amount-out-of-range', 'amount'],
    ['amount=2.5&from=2026-02-13', 'amount-out-of-range', 'amount'],
    ['amount=2&unit=weeks&from=2026-02-13', 'unit-unknown', 'unit'],
    ['amount=2', 'start-missing', 'from'],
    ['amount=2&from=2026-02-30', 'no-such-date', 'from'],
    ['amount=2&unit=h&from=2026-02-13', 'time-needed', 'from'],
    ['amount=2&unit=h&from=2026-02-13T24:00', 'time-needed', 'from'],
    ['amount=2&from=2026-02-13&whose=nobody', 'whose-unknown', 'whose'],
    ['term=example.decide&from=2026-02-13&whose=citizen', 'whose-differs', 'whose'],
    ['amount=20&from=2026-02-13&pause=yesterday', 'pause-unreadable', 'pause.0.from'],
    ['amount=20&from=2026-02-13&pause=2026-03-02:days', 'pause-unreadable', 'pause.0.from'],
    ['amount=20&from=2026-02-13&pause=2026-03-02..', 'pause-open', 'pause.0.to'],
    ['amount=20&from=2026-02-13&pause=2026-03-02..2026-03-06', 'pause-unreadable', 'pause.0.ground'],
    ['amount=20&from=2026-02-13&pause=2026-03-02..:days', 'pause-open', 'pause.0.to'],
    ['amount=20&from=2026-02-13&pause=2026-03-06..2026-03-02:days', 'pause-inverted', 'pause.0.to'],
    ['amount=20&from=2026-02-13&pause=2026-03-02..2026-03-06:lunch', 'ground-not-listed', 'pause.0.ground'],
    ['term=example.decide&from=2026-02-13&pause=2026-03-02..2026-03-06:working', 'ground-not-listed', 'pause.0.ground'],
    ['amount=20&from=2026-02-13&pause=2026-03-05..2026-03-06:days&pause=2026-03-02..2026-03-05:days', 'pauses-overlap', 'pause.0.from'],
    ['amount=20&from=2026-02-13&pause=2026-03-02..2026-03-12:days', 'pause-over-cap', 'pause.0.to'],
    ['amount=20&from=2026-02-13&pause=2026-03-02..2026-03-09:working', 'pause-over-cap', 'pause.0.to'],
    ['amount=20&from=2026-02-13&pause=2026-03-02..2026-04-02:months', 'pause-over-cap', 'pause.0.to'],
    ['amount=2&unit=h&from=2026-02-13T10:00&pause=2026-03-02..2026-03-06:days', 'pause-stops-no-hours', 'pause.0.from'],
    ['term=example.decide&from=2026-02-13&extend=5', 'extension-unlawful', 'extend.0.amount'],
    ['term=example.twice&from=2026-02-13&extend=6', 'extension-too-long', 'extend.0.amount'],
    ['term=example.twice&from=2026-02-13&extend=5&extend=5&extend=5', 'extended-too-often', 'extend.2.amount'],
    ['amount=20&from=2026-02-13&extend=5&extend=5', 'extended-too-often', 'extend.1.amount'],
    ['amount=20&from=2026-02-13&extend=5@2026-03-20', 'extension-too-late', 'extend.0.on'],
    ['amount=20&from=2026-02-13&extend=5@2026-02-12', 'extension-too-early', 'extend.0.on'],
    ['amount=20&from=2026-02-13&extend=-5', 'amount-out-of-range', 'extend.0.amount'],
  ])('%s → %s', (text, code, path) => {
    expect(refused(text, capped)).toContainEqual([code, path]);
  });

  it('up to its cap, next to each other, and on the last day they stand', () => {
    expect(refused('amount=20&from=2026-02-13&pause=2026-03-02..2026-03-11:days', capped)).toEqual([]);
    expect(refused('amount=20&from=2026-02-13&pause=2026-03-02..2026-03-08:working', capped)).toEqual([]);
    expect(refused('amount=20&from=2026-02-13&pause=2026-03-02..2026-04-01:months', capped)).toEqual([]);
    expect(refused('amount=20&from=2026-02-13&pause=2026-03-05..2026-03-06:days&pause=2026-03-02..2026-03-04:working', capped)).toEqual([]);
    expect(refused('amount=20&from=2026-02-13&extend=5@2026-03-19', capped)).toEqual([]);
  });

  it('each third party that is asked has its own fifteen days (政府信息公开条例 32); an organ asked with it has them once', () => {
    const asked = 'term=disclosure.reply&from=2026-03-02';
    const [first, second] = ['2026-03-03..2026-03-23:third-party-opinion', '2026-03-24..2026-04-13:third-party-opinion'];
    expect(refused(`${asked}&pause=${first}&pause=${second}`)).toEqual([]);
    const longer = ask(`${asked}&pause=${first}&pause=${second.replace('04-13', '04-15')}`);
    expect(!longer.ok && longer.refusals).toMatchObject([{ code: 'pause-over-cap', path: 'pause.1.to', params: { together: '每次' } }]);
    const jointly = ask(`${asked}&pause=${first}&pause=${second}`.replaceAll('third-party', 'co-author'));
    expect(!jointly.ok && jointly.refusals).toMatchObject([
      { code: 'pause-over-cap', params: { together: '合计', together_en: 'in all' } },
    ]);
  });

  it('all that is wrong is told at once, and what the law does list', () => {
    const answer = ask('amount=-1&from=2026-02-30&pause=2026-03-02..2026-03-06:lunch');
    if (answer.ok) throw new Error('accepted');
    expect(answer.refusals.map(({ code }) => code)).toEqual(['amount-out-of-range', 'no-such-date', 'ground-not-listed']);
    expect(answer.refusals[2]?.params?.list).toContain('expert-review');
    expect(refused(`term=${withoutExtension.id}&from=2026-02-13&extend=5`)).toEqual([['extension-unlawful', 'extend.0.amount']]);
    expect(refused('amount=20&from=2026-02-13&pause=2026-03-02..2026-03-06:site-visit')).toEqual([['ground-not-listed', 'pause.0.ground']]);
  });
});
