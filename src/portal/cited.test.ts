import { describe, expect, it } from 'vitest';
import { ETHNIC_AREA, STOP_OF_WORK } from '../../test/support/calendars.ts';
import { faultsOf } from '../cli/verify.ts';
import { type Asked, answerAsked, type CalendarBook, calendarBook, checkNotice, localDate, startClock } from '../kernel/clock/index.ts';
import { stripOf } from '../pictures/calendar-strip-days.ts';
import { readCalendarFile } from '../platform/calendar-file.ts';
import { readCalendarYears, readLaw } from '../platform/law.ts';
import { restsOn, whyDate } from './why-date.ts';
import { worded } from './why-sheet.ts';

const law = readLaw('.');
const shipped = readCalendarYears('.');
const d = localDate;
const name = { zh: '火把节', en: 'Torch Festival' };
const document = { zh: '州政发〔2026〕示1号', en: 'Prefecture No. 1 of 2026, an example' };
const TORCH = { ...ETHNIC_AREA, document, off: [{ from: '2026-02-25', to: '2026-02-26', name }] };

const book = (...files: readonly unknown[]): CalendarBook =>
  files.reduce<CalendarBook>(
    (before, file) => {
      const read = readCalendarFile(JSON.stringify(file), {}, before, d('2026-02-13'));
      const checked = read.ok ? checkNotice(read.years, before, d('2026-02-13')) : read;
      if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
      const number = before.editions.length + 1;
      return calendarBook(shipped, [...before.editions, { number, at: 0, actor: 'o-1', cause: '', adds: true, years: checked.years }]);
    },
    calendarBook(shipped, []),
  );
const both = book(TORCH, STOP_OF_WORK);
const sheetOf = (asked: Asked, { calendar }: CalendarBook = both) => {
  const answer = answerAsked(asked, law, calendar);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  return worded(answer.sheet, law);
};
const asked = { amount: '5', from: '2026-02-24' };
const here = { law, calendar: both.calendar, years: both.calendar.years };

it('an extension says who approves it, and by which article; of no law only that somebody did', () => {
  const { zh, en } = sheetOf({ term: 'licensing.decide', from: '2026-02-13', extend: [{ amount: '10' }] }).explanation;
  expect(zh).toContain('经本机关负责人批准（《行政许可法》第四十二条第一款）延长10个工作日');
  expect(en).toContain(
    'extended by 10 working days with approval of the head of the organ (Administrative Licensing Law, article 42, paragraph 1)',
  );
  expect(sheetOf({ amount: '20', from: '2026-02-13', extend: [{ amount: '10' }] }).explanation.zh).toContain(
    '20个工作日，经批准延长10个工作日',
  );
  // As earlier releases told it.
  const extended = sheetOf({ term: 'licensing.decide', from: '2026-02-13', extend: [{ amount: '10' }] });
  const before = {
    zh: extended.explanation.zh.replace('本机关负责人批准（《行政许可法》第四十二条第一款）', '批准'),
    en: extended.explanation.en.replace(/extended by (10 working days) with approval of .*? 1\)/, 'extended with approval by $1'),
  };
  expect(faultsOf({ ...extended, explanation: before }, here)).toEqual([]);
  expect(faultsOf({ ...extended, explanation: { ...before, zh: zh.replace('本机关', '县') } }, here)).toHaveLength(1);
});

describe('a date cites every notice whose days lie on its way', () => {
  const sheet = sheetOf(asked);

  it('in the values and in the paragraph of both languages, and the holiday by its own name', () => {
    expect(sheet.due).toBe('2026-03-04');
    expect(sheet.calendar.years).toEqual([
      { year: 2026, status: 'official', document: shipped.find((y) => y.year === 2026)!.document, notices: [document] },
    ]);
    expect(sheet.steps.find(({ is }) => is === 'holiday')).toMatchObject({ from: '2026-02-25', to: '2026-02-26', name });
    expect(sheet.explanation.zh).toMatch(/火把节.*国办发明电〔2025〕7号.*州政发〔2026〕示1号/s);
    expect(sheet.explanation.en).toMatch(/Torch Festival.*\[2025\] No\. 7.*Prefecture No\. 1 of 2026/s);
    // A stop of work is cited where it moves the limit: a citizen's.
    expect(sheetOf({ ...asked, amount: '8', whose: 'citizen' }).calendar.years[0]!.notices).toEqual([document, STOP_OF_WORK.document]);
    expect(sheetOf({ ...asked, amount: '8' }).calendar.years[0]!.notices).toEqual([document]);
    expect(sheetOf({ ...asked, from: '2026-02-26' }).calendar.years[0]!.notices).toBeUndefined();
  });

  it('verified: any change of what is cited is named, and a derivation of an earlier release still agrees', () => {
    const change = (notices: unknown) =>
      faultsOf(
        { ...sheet, calendar: { ...sheet.calendar, years: sheet.calendar.years.map((year) => ({ ...year, notices })) } },
        here,
      ).join();
    expect(change([document])).toBe('');
    expect(change([STOP_OF_WORK.document])).toMatch(/^calendar\.years\[0\]\.notices\[0\]\.zh/);
    expect(change([{ ...document, en: 'x' }])).toMatch(/^calendar\.years\[0\]\.notices\[0\]\.en/);
    expect(change([])).toMatch(/^calendar\.years\[0\]\.notices/);
    expect(change([document, document])).toMatch(/^calendar\.years\[0\]\.notices\[1\]/);
    expect(change(undefined)).toMatch(/^explanation/);
    // As the release before wrote it: the notice of the year alone.
    const { reasons: _, explanation: __, ...bare } = sheet;
    const earlier = worded(
      { ...bare, calendar: { ...bare.calendar, years: bare.calendar.years.map(({ notices: ___, ...year }) => year) } },
      law,
    );
    expect(earlier.explanation.en).not.toContain('Prefecture');
    expect(faultsOf(earlier, here)).toEqual([]);
  });

  it('the same of a matter’s stored clock, by the edition that it names, also where that was taken back', () => {
    const term = law.term('licensing.decision');
    const clock = startClock({ term, kind: 'legal', zero: d('2026-02-24'), amount: 5 }, both.calendar);
    const undone = calendarBook(shipped, [
      ...both.editions,
      { number: 3, at: 0, actor: 'o', cause: '', undoes: 2, years: [] },
      { number: 4, at: 0, actor: 'o', cause: '', undoes: 1, years: [] },
    ]);
    for (const { calendar } of [both, undone]) {
      const rests = restsOn(clock, calendar);
      expect(rests.documents).toContainEqual(document);
      const said = (lang: 'zh' | 'en') => whyDate({ clock, lang, ...rests }).join(' ');
      expect([said('zh'), said('en')]).toEqual([
        expect.stringMatching(/火把节.*州政发〔2026〕示1号/s),
        expect.stringMatching(/Torch Festival.*Prefecture No\. 1/s),
      ]);
      expect(said('en')).not.toContain('public holiday');
      expect(stripOf(clock, { holidays: rests.holidays }).days.find(({ date }) => date === '2026-02-25')?.note).toEqual(name);
    }
  });

  it('of both years where it crosses the turn of one', () => {
    const term = law.term('licensing.decision');
    const clock = startClock({ term, kind: 'legal', zero: d('2026-12-07'), amount: 20 }, both.calendar);
    expect(clock.due.slice(0, 4)).toBe('2027');
    const of = (year: number) => shipped.find((one) => one.year === year)!.document;
    expect(restsOn(clock, both.calendar).documents).toEqual([of(2026), of(2027)]);
    expect(whyDate({ clock, lang: 'zh', ...restsOn(clock, both.calendar) }).at(-1)).toBe(
      sheetOf({ amount: '20', from: '2026-12-07' }).explanation.zh.match(/[^。]*。$/)![0],
    );
  });
});
