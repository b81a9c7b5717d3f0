import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { AS_IT_IS_2026, ETHNIC_AREA, NOTICE_2027, STOP_OF_WORK } from '../../../test/support/calendars.ts';
import { book, faults, take, years } from '../../../test/support/notices.ts';
import { readCalendarFile } from '../../platform/calendar-file.ts';
import { buildCalendar, localDate } from './index.ts';

describe('a calendar file', () => {
  test('of this house gives its years, with names in both languages', () => {
    const [year] = years(NOTICE_2027);
    expect(year).toMatchObject({
      layer: 'national',
      year: 2027,
      status: 'official',
      makeup: ['2027-02-20', '2027-05-08', '2027-09-26', '2027-10-09'],
    });
    expect(year!.off[1]).toEqual({ from: '2027-02-05', to: '2027-02-11', name: { zh: '春节', en: 'Spring Festival' } });
    expect(buildCalendar('x', [year!]).isWorking(localDate('2027-02-20'))).toBe(true);
    expect(years({ years: [NOTICE_2027, ETHNIC_AREA] }).map(({ layer }) => layer)).toEqual(['national', 'regional']);
  });

  test('in the form of law/calendar, as YAML, says what the shipped year says', () => {
    const [year] = years(readFileSync('law/calendar/2026.yaml', 'utf8'), {}, localDate('2026-01-05'));
    const shipped = book.calendar.years.find((y) => y.year === 2026)!;
    expect([year!.off.map(({ from, to }) => [from, to]), year!.makeup]).toEqual([
      shipped.off.map(({ from, to }) => [from, to]),
      shipped.makeup,
    ]);
  });

  test('of holiday-cn, with where the notice stands', () => {
    const days = NOTICE_2027.off.flatMap(({ from, name }) => [{ name, date: from, isOffDay: true }]);
    const file = {
      year: 2027,
      papers: ['https://www.gov.cn/notice'],
      days: [...days, { name: '春节', date: '2027-02-20', isOffDay: false }],
    };
    const document = '国办发明电〔2026〕9号';
    expect(faults(file, { document })).toEqual(['off holiday-missing', 'off holiday-missing']);
    const whole = ['2027-05-02', '2027-10-02', '2027-10-03'].map((date) => ({
      name: date < '2027-06' ? '劳动节' : '国庆节',
      date,
      isOffDay: true,
    }));
    const all = { ...file, days: [...file.days, ...whole] };
    // Where a notice stands is no number of it.
    expect(faults(all)).toEqual(['document document-number-missing']);
    const [year] = years(all, { document });
    expect([year!.document.zh, year!.makeup]).toEqual([document, ['2027-02-20']]);
    expect(faults({ year: 2027, papers: [], days: [] })).toContain('document document-missing');
  });

  test('of chinese-days says nothing of a year that the package has not', () => {
    const file = readFileSync(createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json'), 'utf8');
    const read = readCalendarFile(file, {}, book, localDate('2026-02-13'));
    expect(read).toMatchObject({
      ok: false,
      faults: [{ code: 'no-new-year', text: { zh: expect.stringMatching(/2004–2026年，其中没有新的/) } }],
    });
    expect(faults({ holidays: {}, workdays: {} })).toEqual([' no-year']);
    expect(faults(file, { year: 2027 })).toEqual([' year-not-in-file']);
    expect(faults(file, { year: 2025, document: '国办发明电〔2024〕12号' })).toEqual(['2025 year-sealed']);
    const [year] = years(file, { year: 2026, document: '国办发明电〔2025〕7号' });
    const shipped = book.calendar.years.find((y) => y.year === 2026)!;
    expect([year!.off.map(({ from, to }) => [from, to]), year!.makeup]).toEqual([
      shipped.off.map(({ from, to }) => [from, to]),
      shipped.makeup,
    ]);
  });

  test('that cannot be read is said so', () => {
    for (const bad of ['', 'hello', '[1,2]', '{}', 'date,kind\n"2027']) expect(faults(bad), bad).toEqual([' unreadable']);
  });

  test('where it was meant as JSON it says where reading stops, and what to do', () => {
    expect(faults('{')).toEqual(['line 1, column 2 not-json']);
    expect(faults('{"year": 2027,\n "off": [}')).toEqual(['line 2, column 10 not-json']);
    const read = readCalendarFile('{', {}, book, localDate('2026-11-20'));
    if (read.ok) throw new Error('read');
    expect(read.faults[0]!.text.zh).toMatch(/^这不是完整的 JSON：读到第1行第2列.*重新导出/);
    expect(read.faults[0]!.text.en).toContain('line 1, column 2');
  });
});

describe('one fault refuses the whole file, and all are told', () => {
  test('a wrong weekday, a duplicate and a gap, each by its place', () => {
    const file = {
      ...NOTICE_2027,
      off: [
        ...NOTICE_2027.off.slice(0, 6),
        { from: '2027-10-01', to: '2027-10-03', name: '国庆节', weekday: '周六' },
        { from: '2027-10-05', to: '2027-10-07', name: '国庆节' },
        { from: '2027-01-02', to: '2027-01-02', name: '元旦' },
      ],
      makeup: ['2027-02-19', { date: '2027-05-08', weekday: 7 }, '2027-10-09', '2027-10-09', '2027-04-04'],
    };
    expect(faults(file)).toEqual([
      'off[6] wrong-weekday',
      'off[8] duplicate',
      'makeup[0] not-a-weekend',
      'makeup[1] wrong-weekday',
      'makeup[3] duplicate',
      'makeup[4] duplicate',
      'off gap',
    ]);
    const done = take(file);
    expect(!done.ok && done.faults[0]!.text).toEqual({ zh: '2027-10-01是星期五，不是星期六', en: '2027-10-01 is a Friday, not Saturday' });
  });

  test('a date that is none, of another year, a range that ends before it begins, a holiday without a name', () => {
    const off = [
      { from: '2027-02-30', to: '2027-03-01', name: 'a' },
      { from: '2026-12-31', to: '2027-01-03', name: 'b' },
      { from: '2027-01-09', to: '2027-01-08', name: 'c' },
      { from: '2027-03-03', to: '2027-03-03' },
      { from: '2027-03-08', to: '2027-03-08', name: 'd', weekday: 'someday' },
    ];
    expect(faults({ ...NOTICE_2027, off: [...NOTICE_2027.off, ...off] })).toEqual([
      'off[7] not-a-date',
      'off[8] not-in-year',
      'off[8] duplicate',
      'off[8] duplicate',
      'off[8] duplicate',
      'off[9] ends-before',
      'off[10] name-missing',
      'off[11] not-a-weekday',
    ]);
  });

  test('a national year without a holiday of the regulation is not whole; one of an area may hold any', () => {
    expect(faults({ ...NOTICE_2027, off: NOTICE_2027.off.filter(({ name }) => name !== '春节' && name !== '中秋节') })).toEqual([
      'off holiday-missing',
      'off holiday-missing',
    ]);
    expect(faults(ETHNIC_AREA)).toEqual([]);
  });

  test('a past year is sealed; none is jumped over; none comes twice; a thing that is no year or layer is said so', () => {
    expect(faults({ ...AS_IT_IS_2026, year: 2025, off: [], makeup: [] })).toContain('year year-sealed');
    const of2028 = JSON.parse(JSON.stringify(NOTICE_2027).replaceAll('2027', '2028'));
    expect(faults({ ...of2028, makeup: [] })).toContain('year year-gap');
    expect(faults([NOTICE_2027, NOTICE_2027])).toContain('years[1].year year-twice');
    expect(faults({ ...ETHNIC_AREA, layer: 'village', year: 'soon' })).toEqual([
      'year not-a-year',
      'layer not-a-layer',
      'off[0] not-in-year',
    ]);
    expect(faults({ ...NOTICE_2027, status: 'guessed' })).toContain('status not-a-status');
  });

  test("a national notice is entered only by a document with a number, the first as the next: 'document-number-missing'", () => {
    const plain = { zh: '通知', en: 'A notice' };
    expect(faults({ ...AS_IT_IS_2026, document: plain })).toEqual(['document document-number-missing']);
    expect(faults({ ...AS_IT_IS_2026, document: undefined })).toEqual(['document document-missing']);
    expect(faults(AS_IT_IS_2026)).toEqual([]);
    expect(faults({ ...NOTICE_2027, document: plain })).toEqual(['document document-number-missing']);
    expect(faults({ ...NOTICE_2027, document: plain, status: 'provisional' })).toEqual([]);
  });

  test('a county stops work; it cannot make a Saturday a working day', () => {
    expect(faults(STOP_OF_WORK, {}, localDate('2026-03-04'))).toEqual([]);
    expect(faults(STOP_OF_WORK, {}, localDate('2026-03-05'))).toEqual(['off[0] stop-past']);
    expect(faults({ ...STOP_OF_WORK, makeup: ['2026-12-05'] }, {}, localDate('2026-03-04'))).toEqual(['makeup[0] county-makes-no-workday']);
  });
});
