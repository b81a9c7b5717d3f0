import { describe, expect, it } from 'vitest';
import { NOTICE_2027 } from '../test/support/calendars.ts';
import { dutiesOf, dutyListing } from './duties.ts';
import { answerAsked, buildCalendar, localDate } from './kernel/clock/index.ts';
import { toCsv } from './platform/http/sheets.ts';
import { readCalendarYears, readLaw } from './platform/law.ts';

const law = readLaw('.');
const calendar = buildCalendar('2026.1', readCalendarYears('.'));
const on = (day: string) => dutiesOf(law, calendar, localDate(day));
const one = (day: string, id: string) => on(day).find((duty) => duty.id === id)!;

describe('[P18] the register of recurring duties', () => {
  it('names every term that comes back, the next due first, those without a date last', () => {
    const all = on('2026-02-13');
    expect(all.map(({ id }) => id).sort()).toEqual([...law.terms.values()].flatMap(({ id, recurs }) => (recurs ? [id] : [])).sort());
    const dated = all.flatMap(({ due }) => due ?? []);
    expect(dated).toEqual([...dated].sort());
    expect(all.findIndex(({ due }) => due === undefined)).toBe(dated.length);
  });

  it('by the calendar in force: a due day of rest stays, and the working day before is named', () => {
    // 31 May 2026 is a Sunday.
    expect(one('2026-05-04', 'meetings.executive')).toMatchObject({
      due: '2026-05-31',
      actBy: '2026-05-29',
      period: { from: '2026-05-01', to: '2026-05-31' },
      light: 'in-time',
      provisional: false,
    });
    expect(one('2026-03-02', 'disclosure.report-county')).toMatchObject({
      due: '2026-03-31',
      period: { from: '2025-01-01', to: '2025-12-31' },
    });
  });

  it('each row opens a page that answers with the day shown; without a day, the entry of the law book', () => {
    for (const duty of on('2026-02-13')) {
      const [path, query] = dutyListing.href!(duty).split('?');
      if (duty.due === undefined) expect(path).toBe(`/law#${duty.id}`);
      else
        expect([path, answerAsked(Object.fromEntries(new URLSearchParams(query)), law, calendar)]).toMatchObject([
          '/deadline',
          { ok: true, sheet: { due: duty.due, term: { id: duty.id } } },
        ]);
    }
  });

  it('with its light by the county’s thresholds, to the day', () => {
    const lights = (days: readonly string[]) => days.map((day) => one(day, 'meetings.executive').light);
    // 80 % of 31 days have passed on the 25th: six days are left.
    expect(lights(['2026-07-24', '2026-07-25', '2026-07-31'])).toEqual(['in-time', 'due-soon', 'due-soon']);
    expect(one('2026-08-01', 'meetings.executive')).toMatchObject({ due: '2026-08-31', light: 'in-time' });
    // Shape and word, on screen as in a file.
    const light = dutyListing.columns.find(({ head }) => head.en === 'Light')!;
    const said = (day: string) => light.text!(one(day, 'meetings.executive'), 'zh');
    expect([said('2026-07-24'), said('2026-07-25')]).toEqual(['● 按期', '▲ 快到期']);
  });

  it('says what it does not know: a year without a notice, a last time that nobody recorded', () => {
    expect(one('2026-04-01', 'disclosure.report-county')).toMatchObject({ due: '2027-03-31', provisional: true });
    const official = buildCalendar('2027.2', [
      ...readCalendarYears('.').filter(({ year }) => year < 2027),
      { ...NOTICE_2027, status: 'official', off: [], makeup: [] },
    ]);
    expect(dutiesOf(law, official, localDate('2026-04-01')).find(({ id }) => id === 'disclosure.report-county')?.provisional).toBe(false);
    const report = toCsv({ ...dutyListing, rows: [one('2026-04-01', 'disclosure.report-county')], day: '2026-04-01', lang: 'zh' });
    expect(report).toContain('暂定（该年放假安排未公布）,2026年1月1日至12月31日,');
    const drill = one('2026-02-13', 'emergency.drill');
    expect([drill.due, drill.light]).toEqual([undefined, undefined]);
    const csv = toCsv({ ...dutyListing, rows: [drill], day: '2026-02-13', lang: 'zh' });
    expect(csv).toContain('专项预案演练,每3年一次,,,上一次未登记,,未指定,');
  });
});
