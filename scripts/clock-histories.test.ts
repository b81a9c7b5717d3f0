import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import * as clock from '../src/kernel/clock/index.ts';
import { type Calculator, compare } from './clock-histories.ts';

const CLOCK = resolve(import.meta.dirname, '../src/kernel/clock');
const MODULES = ['calendar', 'date', 'deadline', 'sheet'];

/** The calculator with one line of it changed, made from its own source. */
async function planted(file: string, from: string, to: string): Promise<Calculator> {
  const path = resolve(CLOCK, file);
  expect(readFileSync(path, 'utf8').split(from).length, `${file}: ${from} stands once`).toBe(2);
  const entry = MODULES.map((name) => `export * from '${resolve(CLOCK, name)}.ts';`).join('\n');
  // The door without the law book, whose reader is a package of its own.
  const door = resolve(CLOCK, 'index.ts');
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'planted',
        enforce: 'pre',
        load: (id) => (id === door ? entry : null),
        transform: (code, id) => (id === path ? code.replace(from, to) : null),
      },
    ],
    build: { write: false, minify: false, lib: { entry: door, formats: ['es'], fileName: 'calculator' } },
  });
  const [{ output }] = built as unknown as [{ output: readonly [{ code: string }] }];
  return import(/* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`);
}

const FAULTS: readonly (readonly [what: string, file: string, from: string, to: string])[] = [
  ['day 0 counted', 'reckoning.ts', 'calendar.days.nth(zero, amount + lost)', 'calendar.days.nth(zero - 1, amount + lost)'],
  ['extension forgotten', 'reckoning.ts', 'const amount = terms.amount + terms.extended;', 'const amount = terms.amount;'],
  ['a month taken for thirty days', 'reckoning.ts', 'toDayNumber(addMonths(terms.zero, months))', 'zero + 30 * months'],
  ['pause counted twice', 'reckoning.ts', "lost += terms.unit === 'wd' ?", "lost += terms.unit === 'wd' ? 2 *"],
  ['overlapping pauses lost twice', 'reckoning.ts', 'Math.max(toDayNumber(pause.from), covered)', 'toDayNumber(pause.from)'],
  [
    'first day of a pause counted',
    'reckoning.ts',
    'calendar.days.count(from - 1, stretch.to - 1)',
    'calendar.days.count(from, stretch.to - 1)',
  ],
  [
    'a pause one day too long',
    'reckoning.ts',
    'calendar.days.count(from - 1, stretch.to - 1)',
    'calendar.days.count(from - 1, stretch.to)',
  ],
  ['calendar days of a pause by working days', 'reckoning.ts', ': stretch.to - from;', ': calendar.days.count(from - 1, stretch.to - 1);'],
  ['a pause before the start costs', 'reckoning.ts', 'const from = Math.max(stretch.from, zero + 1);', 'const from = stretch.from;'],
  ['a pause after the end helps', 'reckoning.ts', 'if (from > last) break;', 'if (from > last + 10) break;'],
  ['wrong party’s roll', 'reckoning.ts', 'terms.roll && calendar.days.rest(last)', 'calendar.days.rest(last)'],
  ['no roll', 'reckoning.ts', 'terms.roll && calendar.days.rest(last)', '!terms.roll && calendar.days.rest(last)'],
  ['roll backwards', 'reckoning.ts', 'calendar.days.nth(last, 1) : last', 'calendar.days.nth(last, -1) : last'],
  ['an open pause not seen', 'reckoning.ts', 'held: Math.max(held, zero + 1) <= last', 'held: held > last'],
  ['make-up day ignored', 'calendar.ts', 'if (makeups.has(day)) return undefined;', ''],
  ['holiday counted', 'calendar.ts', 'return holidays.get(day) ?? fixed', 'return fixed'],
  ['a holiday of fixed date counted', 'calendar.ts', '?? fixed(day) ??', '??'],
  ['a past year not held taken for one to come', 'calendar.ts', "'not-held' : 'missing'", "'missing' : 'missing'"],
  ['last day of a holiday counted', 'calendar.ts', 'day <= toDayNumber(to)', 'day < toDayNumber(to)'],
  ['Saturday worked', 'calendar.ts', 'weekdayOf(day) > 5', 'weekdayOf(day) > 6'],
  ['the due date itself not asked', 'calendar.ts', 'day <= last; ) {', 'day < last; ) {'],
  ['a missing year taken for official', 'calendar.ts', "calendar.status(y) === 'official'", "calendar.status(y) !== 'provisional'"],
  ['no last day of a shorter month', 'date.ts', 'Math.min(digits(date, 8, 10), monthLength(y, m))', 'digits(date, 8, 10)'],
  ['an assumed start not said', 'deadline.ts', 'conditional: held || told.assumedZero === true', 'conditional: held'],
  ['last day of a pause counted', 'sheet.ts', 'to: addDays(to, 1)', 'to'],
  ['an organ told to act after the rest', 'sheet.ts', 'calendar.nth(due, -1)', 'calendar.nth(due, 1)'],
  ['an organ told to act by a rest day', 'sheet.ts', 'calendar.isWorking(due) ? due :', 'due ? due :'],
  ['a least period to be acted on before its end', 'sheet.ts', ' && term?.sense === undefined', ''],
  [
    'the last working day of an open year called certain',
    'sheet.ts',
    'unsettled(calendar, toDayNumber(by)',
    'unsettled(calendar, toDayNumber(due) + 1',
  ],
  ['a make-up day not named', 'steps.ts', "makeup.has(day) ? 'makeup' : 'counted'", "'counted'"],
  ['a day that no holiday moves called provisional', 'deadline.ts', "(unit === 'wd' && unsettled", '(unit && unsettled'],
  ['a roll into an unknown year called certain', 'deadline.ts', 'roll !== undefined && unsettled', 'roll === undefined && unsettled'],
  ['a stop of work called a holiday on the way', 'steps.ts', 'return rest.stop ?', "return rest.zh === '' && rest.stop ?"],
  ['a stop of work that moves an organ’s limit', 'calendar.ts', 'off: one.off.filter(({ document }) => !document)', 'off: one.off'],
  ['a stop of work that moves no limit', 'sheet.ts', "? calendarFor('citizen', county) : county", '? county : county'],
  ['a stop of work stored as a holiday', 'reckoning.ts', 'return rest.stop ?', "return rest.zh === '' && rest.stop ?"],
  ['the day of the event counted', 'ahead.ts', 'calendar.nth(event, -amount)', 'calendar.nth(event, 1 - amount)'],
  ['counted back, rolled on', 'ahead.ts', 'calendar.nth(lastDay, -1)', 'calendar.nth(lastDay, 1)'],
  ['counted back, left on a rest day', 'ahead.ts', 'calendar.isWorking(lastDay) ? lastDay :', 'lastDay ? lastDay :'],
  [
    'counted back in calendar days, moved by a day between',
    'sheet.ts',
    "term.unit === 'wd' ? addDays(event, -1)",
    'term.unit ? addDays(event, -1)',
  ],
  ['a period begun a day early', 'recurring.ts', 'addDays(previous, 1)', 'previous'],
  ['a report on the wrong year', 'recurring.ts', 'year(due) - 1 : year(due)', 'year(due) : year(due)'],
];

describe('the calculator and the checker, which share no code', () => {
  it('[S1-38] agree on thousands of random histories; the million stands in the room’s README', () => {
    const { clocks, sheets, refused, disagreements } = compare(clock, 3_000, 'short form');
    expect(disagreements).toEqual([]);
    expect(clocks).toBeGreaterThan(1_300);
    expect(sheets).toBeGreaterThan(1_100);
    expect(refused).toBeGreaterThan(50);
  }, 60_000);

  it('of a copy without a fault the same is said', async () => {
    const copy = await planted('reckoning.ts', 'let lost = 0;', 'let lost = 0; // as it is');
    expect(compare(copy, 300, 'a copy').disagreements).toEqual([]);
  }, 60_000);

  it.each(FAULTS)(
    'a planted fault is caught: %s',
    async (_what, file, from, to) => {
      const { disagreements } = compare(await planted(file, from, to), 3_000, 'planted', true);
      expect(disagreements).toHaveLength(1);
    },
    60_000,
  );
});
