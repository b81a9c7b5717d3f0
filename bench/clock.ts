// Working days beside the package chinese-days in one run, on the package's own holiday data: the n-th working day after a day.
//   node --import tsx bench/clock.ts [--every 7] [--most 250]     writes bench/results/clock.md
// Every day from 2004 to 2026 with every n up to --most is compared with the days the package calls worked; with its own findWorkday,
// which takes most of a millisecond, every so many days only: --every 1 is all of them, and half an hour.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import chineseDays from 'chinese-days';
import { addDays, buildCalendar, type CalendarYear, type LocalDate, toDayNumber, weekday } from '../src/kernel/clock/index.ts';

const { findWorkday, isWorkday } = chineseDays;
const { values } = parseArgs({ options: { every: { type: 'string', default: '7' }, most: { type: 'string', default: '250' } } });
const [EVERY, MOST] = [Number(values.every), Number(values.most)];
const [FIRST, LAST] = [2004, 2026] as const;
const GOAL = 500;

interface Days {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

/** The package's own data as calendar years: each holiday a run of one day. */
function yearsOf({ holidays, workdays }: Days): CalendarYear[] {
  const document = { zh: 'chinese-days', en: 'chinese-days' };
  const own = (days: object, year: number) => Object.keys(days).filter((day) => day.startsWith(String(year))) as LocalDate[];
  return Array.from({ length: LAST - FIRST + 1 }, (_, i) => {
    const year = FIRST + i;
    const off = own(holidays, year).map((day) => ({ from: day, to: day, name: { zh: '-', en: '-' } }));
    // A working weekday is a working day anyway.
    return { year, status: 'official' as const, document, off, makeup: own(workdays, year).filter((day) => weekday(day) > 5) };
  });
}

const require = createRequire(import.meta.url);
const days = JSON.parse(readFileSync(require.resolve('chinese-days/dist/chinese-days.json'), 'utf8')) as Days;
const calendar = buildCalendar('chinese-days', yearsOf(days));
const begin = `${FIRST}-01-01` as LocalDate;
const length = toDayNumber(`${LAST}-12-31` as LocalDate) - toDayNumber(begin) + 1;
const dates = Array.from({ length }, (_, i) => addDays(begin, i));

/** Identical answers, where both know the year: text in, text out. */
function compare(): { asked: number; differing: string[] } {
  const differing: string[] = [];
  let asked = 0;
  for (let i = 0; i < dates.length; i += EVERY)
    for (let n = 1; n <= MOST; n++) {
      const ours = calendar.nth(dates[i]!, n);
      if (ours > `${LAST}-12-31`) break;
      asked += 1;
      const theirs = findWorkday(n, dates[i]!);
      if (ours !== theirs && differing.length < 10) differing.push(`${dates[i]} + ${n}: ${ours}, the package says ${theirs}`);
    }
  return { asked, differing };
}

/** Every day and every n, against the list of days that the package calls worked. */
function compareAll(): { asked: number; differing: string[] } {
  const worked = dates.filter((day) => isWorkday(day));
  const differing: string[] = [];
  let asked = 0;
  let next = 0;
  for (const day of dates) {
    while (next < worked.length && worked[next]! <= day) next += 1;
    for (let n = 1; n <= MOST && next + n - 1 < worked.length; n++) {
      asked += 1;
      const ours = calendar.nth(day, n);
      const theirs = worked[next + n - 1]!;
      if (ours !== theirs && differing.length < 10) differing.push(`${day} + ${n}: ${ours}, by the package’s worked days ${theirs}`);
    }
  }
  return { asked, differing };
}

/** Nanoseconds a call, the best of five rounds over the same questions. */
function time(questions: readonly (readonly [LocalDate, number])[], answer: (from: LocalDate, n: number) => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round++) {
    let kept = 0;
    const from = process.hrtime.bigint();
    for (const [day, n] of questions) if (answer(day, n) !== undefined) kept += 1;
    const spent = Number(process.hrtime.bigint() - from);
    if (kept !== questions.length) throw new Error('an answer was missing');
    best = Math.min(best, spent / questions.length);
  }
  return best;
}

/** Seeded, so that each run asks alike. */
function questions(many: number): (readonly [LocalDate, number])[] {
  let seed = 20_260_213;
  const below = (n: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((seed / 2 ** 32) * n);
  };
  return Array.from({ length: many }, () => [dates[below(dates.length - 400)]!, 1 + below(MOST)] as const);
}

const every = compareAll();
const some = compare();
const differing = [...every.differing, ...some.differing];
const [few, many] = [questions(2_000), questions(1_000_000)];
const theirs = time(few, (day, n) => findWorkday(n, day));
const text = time(many, (day, n) => calendar.nth(day, n));
const numbered = many.map(([day, n]) => [toDayNumber(day), n] as const);
const numbers = time(numbered as never, (day, n) => calendar.days.nth(day as never, n));

const told = [
  '# Working days beside chinese-days',
  '',
  `Node ${process.versions.node}, ${cpus()[0]?.model}, ${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)}; chinese-days 1.5.7, its own holiday data on both sides.`,
  '',
  `- Compared with the days it calls worked (\`isWorkday\`): ${every.asked} answers, every day ${FIRST}–${LAST}, n from 1 to ${MOST}; ${every.differing.length} differ.`,
  `- Compared with its \`findWorkday\`: ${some.asked} answers, ${EVERY === 1 ? 'every day' : `one day in ${EVERY}`}, n from 1 to ${MOST}; ${some.differing.length} differ.`,
  ...differing.map((line) => `  - ${line}`),
  `- \`findWorkday(n, date)\` of chinese-days: ${theirs.toFixed(0)} ns a call.`,
  `- \`calendar.nth(date, n)\`, ISO text in and out: ${text.toFixed(1)} ns, ${Math.round(theirs / text)}× (goal ≥ ${GOAL}×).`,
  `- \`calendar.days.nth(day, n)\`, day numbers: ${numbers.toFixed(1)} ns, ${Math.round(theirs / numbers)}×.`,
  '',
];
writeFileSync(join(import.meta.dirname, 'results/clock.md'), told.join('\n'));
process.stdout.write(`${told.join('\n')}\n`);
process.exitCode = differing.length > 0 || theirs / text < GOAL ? 1 : 0;
