import { describe, expect, it } from 'vitest';
import { STOP_OF_WORK } from '../../../test/support/calendars.ts';
import { stripOf } from '../../pictures/calendar-strip-days.ts';
import { readCalendarFile } from '../../platform/calendar-file.ts';
import { readCalendarYears, readLaw } from '../../platform/law.ts';
import { whyDate } from '../../portal/why-date.ts';
import { worded } from '../../portal/why-sheet.ts';
import { check } from './checker/check.ts';
import { checkSheet } from './checker/sheet.ts';
import { answerAsked, type Calendar, calendarBook, checkNotice, faultAt, localDate, parseCalendarFile, startClock } from './index.ts';

const law = readLaw('.');
const book = calendarBook(readCalendarYears('.'), []);
const today = localDate('2026-02-13');
const { document } = STOP_OF_WORK;

/** The county's calendar with a stop of work on these days. */
const stopped = (from: string, to: string): Calendar =>
  book.with({ number: 1, at: 0, actor: 'o-1', cause: '-', years: stopYears(from, to) });

function stopYears(from: string, to: string) {
  const file = { ...STOP_OF_WORK, off: [{ from, to, name: { zh: '雪假', en: 'Snow holiday' } }] };
  const read = readCalendarFile(JSON.stringify(file), {}, book, today);
  const checked = read.ok ? checkNotice(read.years, book, today) : read;
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  return checked.years;
}

function sheetOf(calendar: Calendar, asked: object) {
  const answer = answerAsked({ whose: 'citizen', ...asked }, law, calendar);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  return answer.sheet;
}

const wednesdayOn = stopped('2026-03-04', '2026-03-08');
const years = wednesdayOn.stopWork!.years;
const rows = { term: (id: string) => law.find(id), grounds: law.grounds };
const asked = sheetOf(wednesdayOn, { amount: '5', from: '2026-03-02' });
const edition = asked.calendar.edition;

describe('a stop of work is declared for days to come', () => {
  const told = (from: string, to: string, more: object = {}, on = '2026-03-06', known = book) => {
    const file = { ...STOP_OF_WORK, off: [{ from, to, name: { zh: '停止办公', en: 'Work stopped' } }], ...more };
    const read = readCalendarFile(JSON.stringify(file), {}, known, localDate(on));
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    const checked = checkNotice(read.years, known, localDate(on));
    return checked.ok
      ? { warnings: checked.warnings.map(({ code, text }) => `${code} ${text.en.match(/\d{4}-\d\d-\d\d/)}`) }
      : checked.faults.map(({ code }) => code);
  };

  it('of a day that is over only by a numbered decision, and then it is to be compared', () => {
    expect(told('2026-03-06', '2026-03-06')).toEqual({ warnings: [] });
    expect(told('2026-03-05', '2026-03-06')).toEqual(['stop-past']);
    expect(told('2026-03-05', '2026-03-06', { document: { zh: '县政府的决定', en: 'A decision' } })).toEqual(['stop-past']);
    const decision = { document: { zh: '县政府关于追认停止办公的决定（县政决〔2026〕3号）', en: 'Decision ([2026] No. 3)' } };
    expect(told('2026-03-05', '2026-03-06', decision)).toEqual({ warnings: ['stop-recognised 2026-03-05'] });
    // The way that the fault tells is one that works, in either language.
    const { zh, en } = faultAt('', 'stop-past').text;
    for (const said of [zh, en]) {
      const example = /“(.+?)”/.exec(said)![1]!;
      expect(told('2026-03-05', '2026-03-06', { document: { zh: example, en: 'Decision' } })).toEqual({
        warnings: ['stop-recognised 2026-03-05'],
      });
    }
    const entered = calendarBook(readCalendarYears('.'), [
      { number: 1, at: 0, actor: 'o-1', cause: '-', years: stopYears('2026-03-04', '2026-03-05') },
    ]);
    // A later notice of the year says again what an earlier one said.
    expect(told('2026-03-04', '2026-03-06', {}, '2026-03-06', entered)).toEqual({ warnings: [] });
  });

  it('and of a day that rests already it moves nothing, which is said', () => {
    expect(told('2026-03-06', '2026-03-08')).toEqual({ warnings: ['stop-on-rest-day 2026-03-07', 'stop-on-rest-day 2026-03-08'] });
    expect(told('2026-05-01', '2026-05-01')).toEqual({ warnings: ['stop-on-rest-day 2026-05-01'] });
    // A Saturday on which one works can be stopped.
    expect(told('2026-05-09', '2026-05-09')).toEqual({ warnings: [] });
  });
});

describe('[S1-38] a stop of work in a calendar of one’s own moves what it moves as an edition (P17)', () => {
  const off = { from: '2026-12-25', to: '2026-12-25', name: { zh: '停止办公', en: 'Work stopped' }, document };
  const file = (notices: object) => ({
    edition: 'mine.1',
    years: readCalendarYears('.').map((year) =>
      year.year === 2026 ? { ...year, off: [...year.off, off], notices: [{ document, days: ['2026-12-25'] }], ...notices } : year,
    ),
  });
  const edition = stopped('2026-12-25', '2026-12-25');
  const own = (asked: object, notices = {}) => {
    const read = parseCalendarFile(file(notices));
    if (!('calendar' in read)) throw new Error(read.join());
    const sheet = sheetOf(read.calendar, asked);
    return { sheet, differs: checkSheet(sheet, read.file.years, 'mine.1', rows) };
  };

  it.each([
    { of: 'what the law sets an organ', asked: { term: 'licensing.decide', from: '2026-12-15', whose: undefined }, stops: false },
    { of: 'an amount of an organ', asked: { amount: '10', from: '2026-12-15', whose: 'organ' }, stops: false },
    { of: 'an amount of a citizen', asked: { amount: '10', from: '2026-12-15' }, stops: true },
    { of: 'a citizen’s last day', asked: { amount: '10', unit: 'cd', from: '2026-12-15' }, stops: true },
    { of: 'a lead', asked: { term: 'decision.hearing-papers', from: '2026-12-29', whose: undefined }, stops: false },
  ])('$of', ({ asked, stops }) => {
    const { sheet, differs } = own(asked);
    const { due, steps, calendar } = sheetOf(edition, asked);
    expect(sheet).toMatchObject({ due, steps, calendar: { years: calendar.years } });
    expect(steps.some(({ document }) => document !== undefined)).toBe(stops);
    expect(differs).toEqual([]);
    // Also of a file that names no notice.
    expect(own(asked, { notices: undefined })).toMatchObject({ sheet: { due }, differs: [] });
  });
});

describe('[S1-38] a day on which the county stopped work is told as that, with its document', () => {
  it('in the steps of a sheet; the weekend inside it rests as ever', () => {
    expect(asked.steps.filter(({ is }) => is === 'stop' || is === 'weekend')).toEqual([
      { from: '2026-03-04', to: '2026-03-06', is: 'stop', days: 3, document },
      { from: '2026-03-07', to: '2026-03-08', is: 'weekend', days: 2 },
    ]);
    expect(asked.due).toBe('2026-03-12');
  });

  it('in both languages of the paragraph, never by a name that would make it a holiday', () => {
    const { zh, en } = worded(asked, law).explanation;
    expect(zh).toContain(
      '3月4日至6日本县停止办公（依据县政府关于暴雪停止办公的公告（县政告〔2026〕2号，示例）），3月7日至8日周末，都不算。',
    );
    expect(en).toContain('4 to 6 Mar, when the county stopped work (The county stops work for snow ([2026] No. 2, an example))');
    expect(zh + en).not.toMatch(/雪假|Snow holiday/);
  });

  it('where a limit rolls on from it, and where it lies in the way of a roll', () => {
    const from = sheetOf(wednesdayOn, { amount: '10', unit: 'cd', from: '2026-02-22' });
    expect([from.lastDay, from.due, from.steps.at(-1)?.document]).toEqual(['2026-03-04', '2026-03-09', document]);
    expect(worded(from, law).explanation.zh).toContain('3月4日 星期三本县停止办公（依据县政府关于暴雪');
    const monday = sheetOf(stopped('2026-03-09', '2026-03-09'), { amount: '14', unit: 'cd', from: '2026-02-22' });
    expect([monday.lastDay, monday.due, monday.steps.at(-1)?.document]).toEqual(['2026-03-08', '2026-03-10', undefined]);
    expect(worded(monday, law).explanation.zh).toContain('3月9日本县停止办公（依据县政府关于暴雪');
  });

  it('and the checker says where a sheet calls it anything else', () => {
    const differ = (steps: readonly object[]) => checkSheet({ ...asked, steps }, years, edition, rows);
    const with_ = (change: object) => asked.steps.map((one) => (one.is === 'stop' ? { ...one, ...change } : one));
    expect(differ(asked.steps)).toEqual([]);
    expect(differ(with_({ document: undefined })).join()).toMatch(/^steps\[\d\]\.document/);
    expect(differ(with_({ document: { ...document, en: 'another' } })).join()).toMatch(/^steps\[\d\]\.document\.en/);
    expect(differ(with_({ is: 'holiday', name: { zh: '雪假', en: 'Snow holiday' } })).join()).toMatch(/^steps\[\d\]\.is/);
    for (const [amount, zero] of [
      ['10', '2026-02-22'],
      ['14', '2026-02-22'],
    ] as const) {
      const sheet = sheetOf(wednesdayOn, { amount, unit: 'cd', from: zero });
      expect(checkSheet(sheet, years, edition, rows)).toEqual([]);
    }
  });

  it('the same of a stored clock', () => {
    const decision = law.term('licensing.decision');
    const clock = startClock({ term: decision, kind: 'promised', zero: localDate('2026-03-02'), amount: 5 }, wednesdayOn);
    const [stop] = clock.derivation.skipped;
    expect(stop).toEqual(['2026-03-04', '2026-03-06', `stop:${document.zh} | ${document.en}`]);
    expect(stripOf(clock).days.find(({ date }) => date === '2026-03-05')).toEqual({
      date: '2026-03-05',
      kind: 'stop',
      note: { zh: `停止办公，依据${document.zh}`, en: `work stopped by the county: ${document.en}` },
    });
    expect(whyDate({ clock, lang: 'en' }).join(' ')).toContain(
      `4 to 6 Mar, when the county stopped work (${document.en}); 2 weekend days.`,
    );
    expect(check(clock, years, edition)).toEqual([]);
    for (const why of ['雪假', 'weekend', 'stop: | '])
      expect(
        check(
          { ...clock, derivation: { ...clock.derivation, skipped: [[stop![0], stop![1], why], ...clock.derivation.skipped.slice(1)] } },
          years,
        ),
      ).toEqual([expect.stringMatching(/^derivation skipped/)]);
  });
});
