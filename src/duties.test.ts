import { describe, expect, it } from 'vitest';
import { NOTICE_2027 } from '../test/support/calendars.ts';
import { readModelCounty } from '../test/support/model-county.ts';
import { dutyListing } from './duties.ts';
import { type Answers, dutyRows, type standing } from './institutions/duties/index.ts';
import { buildCalendar, type LocalDate, localDate } from './kernel/clock/index.ts';
import { toCsv } from './platform/http/sheets.ts';
import { readCalendarYears, readLaw } from './platform/law.ts';

type Round = Awaited<ReturnType<typeof standing>>[number];
const law = readLaw('.');
const calendar = buildCalendar('2026.1', readCalendarYears('.'));
const { directory } = readModelCounty();
const answers: Answers = new Map([...law.terms.values()].flatMap(({ id, recurs }) => (recurs ? [[id, { organ: 'GOV' }]] : [])));
const names = new Map([['o-0006', { zh: '张主任', en: 'Director Zhang' }]]);
const seen = { law, calendar, directory, answers, names, rounds: [] };
const on = (day: string, more: object = {}) => dutyRows({ ...seen, today: localDate(day), ...more });
const of = (id: string, day: string, more: object = {}) => on(day, more).filter((row) => row.id === id);
const MEETING = 'meetings.executive';
const inMonth = (due: string | null, day: string) => (due === null ? null : (`${due.slice(0, 8)}${day}` as LocalDate));
const round = (due: string | null, more: Partial<Round> = {}): Round => ({
  matter: `2026-D-${due}`,
  term: MEETING,
  owes: null,
  due: due as LocalDate,
  periodFrom: inMonth(due, '01'),
  periodTo: due as LocalDate,
  earliest: inMonth(due, '01'),
  soon: inMonth(due, '22'),
  provisional: false,
  tier: 'promise',
  organ: 'GOV',
  office: 'office-director',
  doneOn: null,
  document: null,
  sentence: null,
  over: null,
  person: null,
  seat: null,
  ...more,
});
const noted = (due: string | null, doneOn: string, over = 0, more: Partial<Round> = {}): Round =>
  round(due, {
    doneOn: doneOn as LocalDate,
    document: '示政办纪〔2026〕3号',
    sentence: '已开',
    over,
    person: 'o-0006',
    seat: 'GOV-DIR',
    ...more,
  });
const csv = (rows: ReturnType<typeof on>) => toCsv({ ...dutyListing, rows, day: '2026-02-13', lang: 'zh' });

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
    expect(of(MEETING, '2026-05-04')).toMatchObject([
      { due: '2026-05-31', actBy: '2026-05-29', period: { from: '2026-05-01', to: '2026-05-31' }, light: 'in-time', provisional: false },
    ]);
    expect(of('disclosure.report-county', '2026-03-02')).toMatchObject([
      { due: '2026-03-31', period: { from: '2025-01-01', to: '2025-12-31' } },
    ]);
  });

  it('with its light by the county’s thresholds, to the day', () => {
    // 80 % of 31 days have passed on the 25th: six days are left.
    const lights = ['2026-07-24', '2026-07-25', '2026-07-31', '2026-08-01'].map((day) => of(MEETING, day)[0]!.light);
    expect(lights).toEqual(['in-time', 'due-soon', 'due-soon', 'in-time']);
  });

  it('says loudly what nobody answers for: no clock runs, and nobody is told', () => {
    const [row] = of(MEETING, '2026-02-13', { answers: new Map() });
    expect(row).toMatchObject({ due: '2026-02-28', light: 'unarmed' });
    expect([row!.answer, row!.matter]).toEqual([undefined, undefined]);
    expect(csv([row!])).toContain('! 未起钟,,无人负责，到期谁也不提醒,');
  });

  it('each time that passed and is not noted has its line, with days over; then the one at hand', () => {
    const rounds = [round('2026-01-31', { tier: 'law' }), round('2026-02-28'), round('2026-03-31')];
    expect(of(MEETING, '2026-03-05', { rounds })).toMatchObject([
      { due: '2026-01-31', over: 33, light: 'over-law', matter: '2026-D-2026-01-31' },
      { due: '2026-02-28', over: 5, light: 'over-promise' },
      { due: '2026-03-31', light: 'in-time', answer: { organ: 'GOV', office: 'office-director' } },
    ]);
    // The sweep has not opened the one at hand yet.
    expect(of(MEETING, '2026-03-05', { rounds: rounds.slice(0, 2) }).at(-1)).toMatchObject({ due: '2026-03-31', light: 'in-time' });
  });

  it('when it was last done, by whom and by which document; then the next time, which has not begun', () => {
    const [row, ...others] = of(MEETING, '2026-02-13', { rounds: [noted('2026-02-28', '2026-02-12')] });
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      due: '2026-03-31',
      light: 'in-time',
      last: { on: '2026-02-12', by: names.get('o-0006'), document: '示政办纪〔2026〕3号', over: 0 },
    });
    expect(row!.matter).toBeUndefined();
    expect(csv([row!])).toContain(',2026-02-12,张主任,示政办纪〔2026〕3号,');
  });

  it('what is counted from the last time has its day from the last that was noted', () => {
    const drill = 'emergency.drill';
    const [unknown] = of(drill, '2026-02-13');
    expect(unknown).toMatchObject({ light: 'unarmed', provisional: false });
    expect(unknown!.due).toBeUndefined();
    expect(csv([unknown!])).toContain('上一次未登记');
    const first = noted(null, '2024-05-06', 0, { term: drill });
    expect(of(drill, '2026-02-13', { rounds: [first] })).toMatchObject([{ due: '2027-05-06', last: { on: '2024-05-06' } }]);
    const next = round('2027-05-06', { term: drill });
    expect(of(drill, '2027-05-08', { rounds: [first, next] })).toMatchObject([{ due: '2027-05-06', over: 2, light: 'over-promise' }]);
    const done = noted('2027-05-06', '2027-05-10', 4, { term: drill });
    expect(of(drill, '2027-05-11', { rounds: [first, done] })).toMatchObject([{ due: '2030-05-10', last: { over: 4 } }]);
  });

  it('each row opens its time, or the duty where the time has not begun', () => {
    const rows = of(MEETING, '2026-03-05', { rounds: [round('2026-02-28')] });
    expect(rows.map((row) => dutyListing.href!(row))).toEqual(['/workbench/duties/2026-D-2026-02-28', `/workbench/duties/${MEETING}`]);
  });

  it('says what it does not know: a year without a notice', () => {
    const report = 'disclosure.report-county';
    const [row] = of(report, '2026-04-01');
    expect(row).toMatchObject({ due: '2027-03-31', provisional: false, actByProvisional: true });
    expect(csv([row!])).toContain(',最后工作日暂定（该年放假安排未公布）,');
    const official = buildCalendar('2027.2', [
      ...readCalendarYears('.').filter(({ year }) => year < 2027),
      { ...NOTICE_2027, status: 'official', off: [], makeup: [] },
    ]);
    expect(of(report, '2026-04-01', { calendar: official })[0]).not.toHaveProperty('actByProvisional');
  });
});
