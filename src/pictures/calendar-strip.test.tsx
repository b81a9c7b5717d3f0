import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { answerAsked, buildCalendar, pauseClock, resumeClock, startClock } from '../kernel/clock/index.ts';
import { readCalendarYears, readLaw } from '../platform/law.ts';
import { clockOf } from '../portal/why-sheet.ts';
import { aClock, d } from './builders.ts';
import { CalendarStrip } from './calendar-strip.tsx';
import { type StripDay, stripOf, stripOfSheet } from './calendar-strip-days.ts';
import { fold, runs } from './calendar-strip-runs.ts';

const grounds = { appraisal: { zh: '鉴定', en: 'appraisal' } };
const dates = (days: readonly StripDay[], kind: StripDay['kind']): string[] =>
  days.filter((day) => day.kind === kind).map((day) => day.date);

describe('the days of a sheet', () => {
  const law = readLaw('.');
  const calendar = buildCalendar('2026.1', readCalendarYears('.'));
  const asked = (more: object) => {
    const answer = answerAsked({ from: '2026-04-20', ...more }, law, calendar);
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
    return answer.sheet;
  };

  test('that runs forward are those of its clock', () => {
    const pauses = [{ from: '2026-04-22', to: '2026-04-23', ground: 'appraisal' }];
    for (const more of [
      { amount: '20', pauses },
      { amount: '15', unit: 'cd', whose: 'citizen' },
      { amount: '1', unit: 'mo' },
    ]) {
      const sheet = asked(more);
      expect(stripOfSheet(sheet, { grounds })).toEqual(stripOf(clockOf(sheet), { grounds }));
    }
  });

  test('counted back stand in the order of the calendar, their numbers falling, the due day first', () => {
    const { days } = stripOfSheet(asked({ term: 'decision.hearing-papers', from: '2026-05-12' }));
    expect(days.map(({ date, kind, number }) => `${date.slice(5)} ${kind} ${number ?? ''}`.trim())).toEqual([
      ...['04-30 due 7', '05-01 rest', '05-02 rest', '05-03 rest', '05-04 rest', '05-05 rest 7'],
      ...['05-06 counted 6', '05-07 counted 5', '05-08 counted 4', '05-09 counted 3', '05-10 counted 2', '05-11 counted 1', '05-12 zero'],
    ]);
    expect(days[5]?.note?.en).toContain('the working day before is taken');
  });

  test('of a duty that comes back run from the time before to the next', () => {
    const { days } = stripOfSheet(asked({ term: 'complaints.publish' }), { zero: { zh: '上一次', en: 'the time before' } });
    expect(days[0]).toEqual({ date: '2026-03-31', kind: 'zero', note: { zh: '上一次', en: 'the time before' } });
    expect(days.at(-1)).toEqual({ date: '2026-04-30', kind: 'due', number: 30 });
  });
});

describe('the days of a clock', () => {
  const { days } = stripOf(aClock(), { grounds });

  test('run from day 0 to the due date without a hole', () => {
    expect(days).toHaveLength(42);
    expect(days[0]).toEqual({ date: '2026-02-13', kind: 'zero' });
    expect(days.at(-1)).toEqual({ date: '2026-03-26', kind: 'due', number: 20 });
  });

  test('number what counts, one after the other', () => {
    expect(days.flatMap((day) => day.number ?? [])).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(days.find((day) => day.date === '2026-03-09')?.number).toBe(7);
  });

  test('count make-up days, and say so', () => {
    expect(days.filter((day) => day.makeup).map((day) => [day.date, day.number])).toEqual([
      ['2026-02-14', 1],
      ['2026-02-28', 6],
    ]);
  });

  test('pause until the day before it is resumed, as the derivation has it', () => {
    expect(dates(days, 'pause')).toHaveLength(7);
    expect(dates(days, 'pause').at(-1)).toBe('2026-03-08');
    expect(days.find((day) => day.kind === 'pause')?.note).toEqual(grounds.appraisal);
    expect(days.find((day) => day.date === '2026-03-14')?.note?.en).toBe('weekend');
    expect(days.find((day) => day.date === '2026-02-17')?.note).toEqual({ zh: '春节', en: 'Spring Festival' });
  });

  test('after today are still to come, and keep their numbers', () => {
    const { days: now } = stripOf(aClock(), { today: d('2026-03-10') });
    expect(now.find((day) => day.date === '2026-03-10')).toMatchObject({ kind: 'counted', number: 8 });
    expect(now.find((day) => day.date === '2026-03-11')).toMatchObject({ kind: 'future', number: 9 });
    expect(now.at(-1)).toMatchObject({ kind: 'due', number: 20 });
  });

  test('of a calendar-day term include rest days, and a last day that rolls keeps its number', () => {
    const rolled = aClock({
      unit: 'cd',
      amount: 15,
      due: d('2026-03-02'),
      pauses: [],
      derivation: { skipped: [], makeup: [], rolledFrom: d('2026-02-28') },
    });
    const last = stripOf(rolled).days.slice(-3);
    expect(last.map((day) => [day.date, day.kind, day.number])).toEqual([
      ['2026-02-28', 'rest', 15],
      ['2026-03-01', 'rest', undefined],
      ['2026-03-02', 'due', 15],
    ]);
  });

  test('of a matter due the same day are one day', () => {
    expect(stripOf(aClock({ due: d('2026-02-13') })).days).toEqual([{ date: '2026-02-13', kind: 'due', number: 1 }]);
  });
});

test('the example is what the calculator computes', () => {
  const off = [{ from: d('2026-02-15'), to: d('2026-02-23'), name: { zh: '春节', en: 'Spring Festival' } }];
  const document = { zh: '通知', en: 'notice' };
  const calendar = buildCalendar('2026.1', [{ year: 2026, status: 'official', document, off, makeup: [d('2026-02-14'), d('2026-02-28')] }]);
  const basis = { law: { zh: '行政许可法', en: 'Administrative Licensing Law' }, article: '42', mark: 'V' } as const;
  const term = {
    id: 'licensing.decide',
    start: { zh: '受理', en: 'acceptance' },
    whose: 'organ',
    name: basis.law,
    amount: 20,
    unit: 'wd',
    basis,
    roll: 'none',
    confidence: 'verified',
    pausable: ['appraisal'],
  } as const;
  const started = startClock({ term, kind: 'legal', zero: d('2026-02-13') }, calendar);
  const paused = pauseClock(started, { ground: 'appraisal', from: d('2026-03-02'), expected: d('2026-03-09') }, calendar);
  const clock = resumeClock(paused, d('2026-03-09'), calendar);
  expect(stripOf(clock)).toEqual(stripOf(aClock()));
  expect(stripOf(paused).days.at(-1)).toEqual(stripOf(clock).days.at(-1));
});

describe('the strip', () => {
  const html = (lang: 'zh' | 'en', today?: string) =>
    renderToStaticMarkup(<CalendarStrip strip={stripOf(aClock(), { grounds })} lang={lang} today={today ? d(today) : undefined} />);

  test('is aligned by week: Friday the 13th stands in the fifth column', () => {
    expect(html('zh')).toContain('class="day zero from-5"');
  });

  test('is told as a table of runs, and the drawing is hidden from those who listen', () => {
    const said = html('en');
    expect(said).toContain('<th scope="row">15 to 23 Feb</th><td>Spring Festival, rest, not counted</td>');
    expect(said).toContain('<td>last day, day 20</td>');
    expect(said).toContain('class="strip" aria-hidden="true"');
    expect(runs(stripOf(aClock()).days)).toHaveLength(13);
  });

  test('says every kind by a word, not by colour alone', () => {
    const said = html('zh', '2026-03-10');
    for (const word of ['班', '最迟', '鉴定', '假', '休', '起点', '今天']) expect(said).toContain(word);
    expect(html('en')).toContain('make-up');
  });

  test('leaves out the middle of a year, by whole weeks, and says how much', () => {
    const year = aClock({ unit: 'year', amount: 1, due: d('2027-02-13'), pauses: [], derivation: { skipped: [], makeup: [] } });
    const [head, gap, tail] = fold(stripOf(year).days);
    expect(gap).toEqual({ weeks: 45, counted: 315 });
    expect('days' in head! && 'days' in tail! && head.days.length + tail.days.length + 315).toBe(366);
  });

  test('of no days is nothing', () => {
    expect(renderToStaticMarkup(<CalendarStrip strip={{ days: [] }} lang="zh" />)).toBe('');
  });
});
