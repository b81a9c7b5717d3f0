import { describe, expect, test } from 'vitest';
import { CORRECTED_2026, ETHNIC_AREA, NOTICE_2027, STOP_OF_WORK } from '../../../test/support/calendars.ts';
import { readCalendarFile } from '../../platform/calendar-file.ts';
import { readCalendarYears, readLaw } from '../../platform/law.ts';
import { check } from './checker/check.ts';
import { type CalendarEdition, calendarBook, changedDays, checkNotice, localDate, startClock } from './index.ts';

const shipped = readCalendarYears('.');
const d = localDate;
const bare = calendarBook(shipped, []);
const yearsOf = (file: unknown) => {
  const read = readCalendarFile(JSON.stringify(file), {}, bare, d('2026-02-13'));
  const checked = read.ok ? checkNotice(read.years, bare, d('2026-02-13')) : read;
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  return checked.years;
};
const edition = (number: number, file: unknown): CalendarEdition => ({ number, at: 0, actor: 'o-1', cause: 'c', years: yearsOf(file) });
const undone = (number: number, undoes: number): CalendarEdition => ({ number, at: 0, actor: 'o-1', cause: 'c', undoes, years: [] });
const decision = readLaw('.').term('licensing.decision');

describe('the calendar by editions', () => {
  test('without any is what comes with the house', () => {
    expect([bare.calendar.edition, bare.calendar.notice?.number, bare.last, bare.calendar.stopWork]).toEqual([
      '2026.1',
      0,
      undefined,
      undefined,
    ]);
  });

  test('an edition makes a missing year official; taken back, the name is the one before', () => {
    const one = calendarBook(shipped, [edition(1, NOTICE_2027)]);
    expect([one.calendar.edition, one.calendar.status(2027), one.calendar.notice?.before]).toEqual(['2027.2', 'official', '2026.1']);
    const two = calendarBook(shipped, [edition(1, NOTICE_2027), undone(2, 1)]);
    expect([two.calendar.edition, two.calendar.status(2027), two.last]).toEqual(['2026.1', 'missing', undefined]);
    expect(two.calendar.notice).toMatchObject({ number: 2, undoes: 1, before: '2027.2', document: NOTICE_2027.document });
    expect(changedDays(bare.calendar, two.calendar)).toBeUndefined();
    const three = calendarBook(shipped, [edition(1, NOTICE_2027), undone(2, 1), edition(3, NOTICE_2027)]);
    expect([three.calendar.edition, three.last?.number]).toEqual(['2027.4', 3]);
  });

  test('the changed days are from the first to the last that differ; the whole year where its status does', () => {
    expect(changedDays(bare.calendar, bare.with(edition(1, CORRECTED_2026)))).toEqual({ from: '2026-02-28', to: '2026-02-28' });
    expect(changedDays(bare.calendar, bare.with(edition(1, NOTICE_2027)))).toEqual({ from: '2027-01-01', to: '2027-12-31' });
    expect(changedDays(bare.calendar, bare.with(edition(1, STOP_OF_WORK)))).toEqual({ from: '2026-03-04', to: '2026-03-05' });
  });

  test('a holiday of an ethnic area rests for every clock; a nearer layer has the last word about a day', () => {
    const area = bare.with(edition(1, ETHNIC_AREA));
    expect(area.whyRest(d('2026-03-11'))).toEqual({ zh: '三月街民族节', en: 'Third Month Fair' });
    const overMakeup = bare.with(
      edition(1, { ...ETHNIC_AREA, off: [{ from: '2026-02-28', to: '2026-02-28', name: '节' }], makeup: ['2026-03-07'] }),
    );
    expect([overMakeup.isMakeup(d('2026-02-28')), overMakeup.isWorking(d('2026-02-28')), overMakeup.isMakeup(d('2026-03-07'))]).toEqual([
      false,
      false,
      true,
    ]);
    expect(area.status(2026)).toBe('official');
  });

  test('a stop of work declared by the county moves what was promised and a citizen’s limit, not what the law sets an organ', () => {
    const calendar = bare.with(edition(1, STOP_OF_WORK));
    const due = (kind: 'legal' | 'promised' | 'citizen' | 'acceptance') =>
      startClock({ term: decision, kind, zero: d('2026-03-02'), amount: 5 }, calendar).due;
    expect([due('legal'), due('acceptance'), due('promised'), due('citizen')]).toEqual([
      '2026-03-09',
      '2026-03-09',
      '2026-03-11',
      '2026-03-11',
    ]);
  });

  test('every clock is derived again by the years of the edition that its derivation names', () => {
    const book = calendarBook(shipped, [
      edition(1, ETHNIC_AREA),
      edition(2, STOP_OF_WORK),
      edition(3, CORRECTED_2026),
      edition(4, NOTICE_2027),
    ]);
    for (let n = 0; n <= 4; n++)
      for (const kind of ['legal', 'promised'] as const)
        for (const zero of ['2026-02-13', '2026-02-26', '2026-12-10']) {
          const clock = startClock({ term: decision, kind, zero: d(zero) }, book.after(n));
          expect(check(clock, book.years(clock.derivation.edition)!, clock.derivation.edition), `${n} ${kind} ${zero}`).toEqual([]);
        }
    expect(book.years('1999.1')).toBeUndefined();
    expect(book.layers.filter((y) => y.number > 0).map((y) => [y.year, y.layer, y.number])).toEqual([
      [2026, 'national', 3],
      [2026, 'regional', 1],
      [2026, 'county', 2],
      [2027, 'national', 4],
    ]);
  });
});
