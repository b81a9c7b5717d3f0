import { describe, expect, test } from 'vitest';
import { AS_IT_IS_2026, ETHNIC_AREA, STOP_OF_WORK } from '../../../test/support/calendars.ts';
import { readCalendarFile } from '../../platform/calendar-file.ts';
import { readCalendarYears, readLaw } from '../../platform/law.ts';
import { check } from './checker/check.ts';
import { type CalendarBook, type CalendarEdition, calendarBook, checkNotice, localDate, startClock } from './index.ts';

const shipped = readCalendarYears('.');
const bare = calendarBook(shipped, []);
const d = localDate;
const term = readLaw('.').term('licensing.decision');

/** A notice of the county that stops work on these days. */
const stop = (number: string, ...days: string[]) => ({
  layer: 'county',
  year: 2026,
  document: { zh: `县政发〔2026〕${number}号`, en: `No. ${number}` },
  off: days.map((day) => ({ from: day, to: day, name: { zh: `停工${day}`, en: `Stop ${day}` } })),
});
const area = (number: string, off: readonly string[], makeup: readonly string[] = []) => ({
  ...stop(number, ...off),
  layer: 'regional',
  document: { zh: `州政发〔2026〕${number}号`, en: `Prefecture No. ${number}` },
  makeup,
});

const told = (file: unknown, book: CalendarBook = bare, today = '2026-11-22') => {
  const read = readCalendarFile(JSON.stringify(file), {}, book, d(today));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return checkNotice(read.years, book, d(today));
};
/** The book after these files, each entered on its day. */
const after = (...files: readonly (readonly [file: unknown, today?: string])[]): CalendarBook =>
  files.reduce<CalendarBook>((book, [file, today]) => {
    const checked = told(file, book, today);
    if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
    const next: CalendarEdition = { number: book.editions.length + 1, at: 0, actor: 'o-1', cause: '', adds: true, years: checked.years };
    return calendarBook(shipped, [...book.editions, next]);
  }, bare);
const faults = (...asked: Parameters<typeof told>) => {
  const checked = told(...asked);
  return checked.ok ? [] : checked.faults.map(({ place, code, text }) => `${place} ${code} ${text.en.match(/\d{4}-\d\d-\d\d/)}`);
};
const warnings = (...asked: Parameters<typeof told>) => {
  const checked = told(...asked);
  return checked.ok ? checked.warnings.map(({ code }) => code) : 'refused';
};
const stopped = (book: CalendarBook) =>
  book.calendar.stopWork!.years.find((y) => y.year === 2026)!.off.flatMap((o) => (o.document ? o.from : []));

describe('notices of the county and of an ethnic area', () => {
  test('add up: each stands with its own days and its own document', () => {
    const book = after([stop('31', '2026-12-14')], [stop('32', '2026-12-21')]);
    expect(stopped(book)).toEqual(['2026-12-14', '2026-12-21']);
    expect(book.layers.filter(({ layer }) => layer === 'county').map(({ document, number }) => [document.zh, number])).toEqual([
      ['县政发〔2026〕31号', 1],
      ['县政发〔2026〕32号', 2],
    ]);
    const year = book.calendar.stopWork!.years.find((y) => y.year === 2026)!;
    expect(year.notices).toEqual([
      { document: stop('31').document, days: ['2026-12-14'] },
      { document: stop('32').document, days: ['2026-12-21'] },
    ]);
    expect(book.calendar.years.find((y) => y.year === 2026)!.notices).toBeUndefined();
    const areas = after([area('5', ['2026-12-15'])], [area('6', ['2026-12-16'])]).calendar;
    expect(['2026-12-15', '2026-12-16'].map((day) => areas.isWorking(d(day)))).toEqual([false, false]);
  });

  test('also those of days that are over: a later notice takes none of them back', () => {
    const book = after([stop('3', '2026-02-12', '2026-02-13'), '2026-02-10']);
    const due = (one: CalendarBook) =>
      startClock({ term, kind: 'promised', zero: d('2026-02-11'), amount: 5, unit: 'wd' }, one.calendar).due;
    const later = after([stop('3', '2026-02-12', '2026-02-13'), '2026-02-10'], [stop('4', '2026-03-12'), '2026-02-24']);
    expect(due(later)).toBe(due(book));
    expect(due(later) > due(bare)).toBe(true);
  });

  test('one of the same number corrects the one in force, whatever its title; undone, that one stands again', () => {
    const first = stop('31', '2026-12-14');
    const corrected = { ...stop('31', '2026-12-15'), document: { zh: '关于更正的通知（县政发〔2026〕31号）', en: 'Correction' } };
    const book = after([first], [stop('32', '2026-12-21')], [corrected]);
    expect(stopped(book)).toEqual(['2026-12-15', '2026-12-21']);
    const undone = { number: 4, at: 0, actor: 'o-1', cause: '', undoes: 3, years: [] };
    expect(stopped(calendarBook(shipped, [...book.editions, undone]))).toEqual(['2026-12-14', '2026-12-21']);
    expect(stopped(after([first], [stop('32', '2026-12-21')], [stop('31')]))).toEqual(['2026-12-21']);
  });

  test("a correction neither adds nor drops a day that has passed: 'stop-past', 'past-added', 'past-dropped'", () => {
    const book = after([stop('31', '2026-12-14', '2026-12-15')], [area('5', ['2026-12-16'])]);
    const on = '2026-12-15';
    expect(faults(stop('31', '2026-12-14', '2026-12-18'), book, on)).toEqual([]);
    expect(faults(stop('31', '2026-12-15', '2026-12-11'), book, on)).toEqual([
      'off[1] stop-past 2026-12-11',
      'off past-dropped 2026-12-14',
    ]);
    expect(faults(area('5', ['2026-12-16', '2026-12-17']), book, '2026-12-20')).toEqual(['off[1] past-added 2026-12-17']);
    expect(faults(area('5', []), book, '2026-12-20')).toEqual(['off past-dropped 2026-12-16']);
    // A decision recognises a past stop of work once; it is not a way to correct itself.
    const decision = (...days: string[]) => ({
      ...stop('9', ...days),
      document: { zh: '县政府的决定（县政决〔2026〕9号）', en: 'Decision' },
    });
    const recognised = after([decision('2026-11-20')]);
    expect(faults(decision('2026-11-20', '2026-11-19'), recognised)).toEqual(['off[1] stop-past 2026-11-19']);
  });

  test("a national correction that tells a past day otherwise is warned of, day by day; a weekend that goes unnamed is told alike: 'past-changed'", () => {
    const national = { ...AS_IT_IS_2026, makeup: AS_IT_IS_2026.makeup.filter((day) => day !== '2026-02-28') };
    const warned = (today: string) => {
      const checked = told(national, calendarBook(shipped, []), today);
      if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
      return checked.warnings.filter(({ code }) => code === 'past-changed').map(({ text }) => text);
    };
    expect(warned('2026-02-28')).toEqual([]);
    expect(warned('2026-03-15')).toEqual([
      {
        zh: expect.stringMatching(/^请核对：2026-02-28已过，现行的“国务院办公厅.*”说是上班，这里说是放假/),
        en: expect.stringMatching(
          /^compare: 2026-02-28 is past; “State Council .*”, in force, makes it a working day, this file a day off/,
        ),
      },
    ]);
  });

  test("two of one layer that say the opposite of a day are refused, both named: 'notices-conflict'", () => {
    const book = after([area('5', ['2026-12-18'], ['2026-12-20'])]);
    const checked = told(area('6', ['2026-12-20']), book);
    expect(!checked.ok && checked.faults.map(({ place, code, text }) => [place, code, text.zh])).toEqual([
      ['off[0]', 'notices-conflict', expect.stringMatching(/^2026-12-20：“州政发〔2026〕6号”定为放假，现行的“州政发〔2026〕5号”定为上班/)],
    ]);
    expect(faults({ years: [area('6', ['2026-12-26']), area('7', [], ['2026-12-26'])] }, book)).toEqual([
      'years[1].makeup[0] notices-conflict 2026-12-26',
    ]);
    // About a day of another layer the nearer one has the last word.
    expect(faults(stop('31', '2026-12-20'), book)).toEqual([]);
    expect(faults(AS_IT_IS_2026, book, '2026-01-05')).toEqual([]);
  });

  test("a day that another notice tells already is to be compared, and stays that one's: 'day-told-already'", () => {
    const book = after([stop('31', '2026-12-14')]);
    expect(warnings(stop('32', '2026-12-14', '2026-12-21'), book)).toEqual(['day-told-already']);
    expect(warnings(stop('31', '2026-12-14', '2026-12-21'), book)).toEqual([]);
    const both = after([stop('31', '2026-12-14')], [stop('32', '2026-12-14', '2026-12-21')]);
    expect(both.calendar.stopWork!.whyRest(d('2026-12-14'))).toMatchObject({ stop: { zh: '县政发〔2026〕31号' } });
  });

  test("a name or a document without English is told: 'english-missing'", () => {
    const named = { ...stop('31', '2026-12-14', '2026-12-15'), document: '县政发〔2026〕31号' };
    expect(warnings({ ...named, off: named.off.map((one) => ({ ...one, name: '停工' })) })).toEqual(['english-missing', 'english-missing']);
    expect(warnings(named)).toEqual(['english-missing']);
    expect(warnings(stop('31', '2026-12-14'))).toEqual([]);
  });

  test('two of one file have different numbers', () => {
    expect(faults({ years: [stop('31', '2026-12-14'), stop('32', '2026-12-21')] })).toEqual([]);
    expect(faults({ years: [stop('31', '2026-12-14'), stop('31', '2026-12-21')] })).toEqual(['years[1].year year-twice null']);
  });

  test('a stop of work in a year that nobody has a notice of stands by itself', () => {
    const of2029 = { ...stop('31'), year: 2029, off: [{ from: '2029-03-06', to: '2029-03-06', name: '停工' }] };
    const book = after([of2029]);
    expect([book.calendar.status(2029), book.calendar.isWorking(d('2029-03-06'))]).toEqual(['missing', true]);
    expect(book.calendar.stopWork!.isWorking(d('2029-03-06'))).toBe(false);
  });
});

test('editions of an earlier release are read as they were meant: the last notice was the whole of its layer’s year', () => {
  const edition = (number: number, file: unknown): CalendarEdition => {
    const checked = told(file, bare, '2026-02-13');
    if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
    return { number, at: 0, actor: 'o-1', cause: '', years: checked.years };
  };
  const old = [edition(1, STOP_OF_WORK), edition(2, stop('4', '2026-03-12'))];
  const book = calendarBook(shipped, old);
  expect(stopped(book)).toEqual(['2026-03-12']);
  const clock = startClock({ term, kind: 'promised', zero: d('2026-03-02'), amount: 9, unit: 'wd' }, book.calendar);
  const next = calendarBook(shipped, [
    ...old,
    { ...edition(3, stop('5', '2026-03-13')), adds: true },
    { ...edition(4, ETHNIC_AREA), adds: true },
  ]);
  expect(stopped(next)).toEqual(['2026-03-12', '2026-03-13'].filter((day) => next.calendar.isWorking(d(day))));
  expect(check(clock, next.years(clock.derivation.edition)!, clock.derivation.edition)).toEqual([]);
});
