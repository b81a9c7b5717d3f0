import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Chance } from '../src/kernel/chance.ts';
import type { Asked } from '../src/kernel/clock/asked.ts';
import type { Calendar } from '../src/kernel/clock/calendar.ts';
import { check } from '../src/kernel/clock/checker/check.ts';
import { checkSheet } from '../src/kernel/clock/checker/sheet.ts';
import type * as Clocks from '../src/kernel/clock/index.ts';
import type { CalendarYear, Clock, Lawbook, LocalDate, Term } from '../src/kernel/clock/index.ts';
import { checkoutRoot } from '../src/platform/checkout.ts';
import { readCalendarYears, readLaw } from '../src/platform/law.ts';

/** The calculator under trial: the real one, or a copy with a fault planted in it. */
export type Calculator = Pick<
  typeof Clocks,
  'startClock' | 'pauseClock' | 'resumeClock' | 'extendClock' | 'buildCalendar' | 'calendarWithStops' | 'answerAsked' | 'addDays'
>;

export interface Course {
  readonly histories: number;
  readonly clocks: number;
  readonly sheets: number;
  /** Questions with two pauses on one day, or an extension the law does not know: refused, and so not compared. */
  readonly refused: number;
  readonly disagreements: readonly string[];
}

const law = readLaw(checkoutRoot);
const years = readCalendarYears(checkoutRoot);
const rows = { term: (id: string) => law.terms.get(id), grounds: law.grounds };
const GROUNDS = [...law.grounds.values()].filter(({ scope }) => scope === 'lawful').map(({ id }) => id);
/** Every so many histories another calendar, half of them such as nobody ever announced. */
const EACH = 500;

/** So many seeded random histories, each reckoned by the calculator and walked by the checker. Ends at the first that differs, where asked. */
export function compare(calculator: Calculator, histories: number, seed: string, stopAtFirst = false): Course {
  const chance = new Chance(seed);
  const disagreements: string[] = [];
  let [clocks, sheets, refused] = [0, 0, 0];
  let edition = years;
  let calendar = calculator.buildCalendar('real', edition);
  let county = calculator.calendarWithStops('real', edition);
  for (let n = 0; n < histories; n++) {
    if (n % EACH === 0 && n > 0) {
      edition = (n / EACH) % 2 === 0 ? years : years.map((year) => invented(year, chance, calculator));
      calendar = calculator.buildCalendar('real', edition);
      county = calculator.calendarWithStops('real', edition);
    }
    const faults: string[] = [];
    try {
      if (chance.yes(0.5)) {
        clocks += 1;
        faults.push(...check(lived(calculator, calendar, chance), edition, 'real'));
      } else {
        const answer = calculator.answerAsked(asked(calculator, law, chance), law, county);
        if (answer.ok) faults.push(...checkSheet(answer.sheet, edition, 'real', rows));
        if (answer.ok) sheets += 1;
        else refused += 1;
      }
    } catch (error) {
      faults.push((error as Error).message);
    }
    if (faults.length > 0) disagreements.push(`history ${n}: ${faults[0]}`);
    if (faults.length > 0 && stopAtFirst) break;
  }
  return { histories, clocks, sheets, refused, disagreements };
}

/** From before the first year that the calendar holds to after the last. */
const FIRST = '2022-12-20' as LocalDate;
/** Now and then about the turn of a year, where it is decided what a notice that is not out yet can move. */
const dayIn = (calculator: Calculator, chance: Chance) =>
  calculator.addDays(FIRST, chance.yes(0.3) ? 365 * chance.between(0, 6) + chance.between(0, 40) : chance.between(0, 2_300));

/** A clock that was started, paused, resumed and extended, as an institution does it. */
function lived(calculator: Calculator, calendar: Calendar, chance: Chance): Clock {
  const unit = chance.pick(['wd', 'wd', 'wd', 'cd', 'month', 'year'] as const);
  const amount = unit === 'year' ? chance.between(0, 2) : unit === 'month' ? chance.between(0, 13) : chance.between(0, 70);
  const roll = chance.pick(['none', 'next-working-day'] as const);
  const term = { id: 'any', amount, unit, roll, basis: { law: { zh: '-', en: '-' }, article: '1' } } as unknown as Term;
  const zero = dayIn(calculator, chance);
  let clock = calculator.startClock({ term, kind: 'legal', zero, conditional: chance.yes(0.1) }, calendar);
  for (let acts = chance.between(0, 4); acts > 0; acts--) {
    const on = calculator.addDays(zero, chance.between(-5, 90));
    const act = chance.pick(['pause', 'pause', 'resume', 'extend'] as const);
    if (act === 'pause') {
      const expected = chance.yes(0.5) ? { expected: calculator.addDays(on, chance.between(0, 30)) } : {};
      clock = calculator.pauseClock(clock, { ground: chance.pick(GROUNDS), from: on, ...expected }, calendar);
    } else if (act === 'extend') clock = calculator.extendClock(clock, chance.between(0, unit === 'year' ? 1 : 15), calendar);
    else if (clock.pauses.some((pause) => pause.to === undefined)) clock = calculator.resumeClock(clock, on, calendar);
  }
  return clock;
}

/** A question as a stranger would put it. */
function asked(calculator: Calculator, law: Lawbook, chance: Chance): Asked {
  const from = dayIn(calculator, chance);
  const term = chance.yes(0.3) ? chance.pick([...law.terms.values()]) : undefined;
  const unit = chance.pick(['wd', 'wd', 'cd', 'mo', 'yr', 'h'] as const);
  const most = { wd: 90, cd: 90, mo: 14, yr: 2, h: 200 }[unit];
  const limit = term ? { term: term.id } : { amount: String(chance.between(1, most)), unit, whose: chance.pick(['organ', 'citizen']) };
  const hours = !term && unit === 'h';
  const grounds = term ? (term.pausable ?? []) : GROUNDS;
  const pauses = Array.from({ length: hours || grounds.length === 0 ? 0 : chance.between(0, 3) }, () => {
    const first = calculator.addDays(from, chance.between(-5, 100));
    return { from: first, to: calculator.addDays(first, chance.between(0, 20)), ground: chance.pick(grounds) };
  });
  const extend = chance.yes(0.2) && (!term || term.extension) ? [{ amount: String(term?.extension?.amount ?? chance.between(1, 15)) }] : [];
  return { ...limit, from: hours ? `${from}T${chance.pick(['00:00', '10:30', '23:59'])}` : from, extend, pauses };
}

function invented({ year, status, document }: CalendarYear, chance: Chance, { addDays }: Calculator): CalendarYear {
  const newYear = `${year}-01-01` as LocalDate;
  const off = Array.from({ length: chance.between(0, 8) }, () => {
    const from = addDays(newYear, chance.between(0, 350));
    const name = chance.pick([
      { zh: '甲', en: 'First' },
      { zh: '乙', en: 'Second' },
    ]);
    const stop = chance.yes(0.3) ? { document: { zh: name.zh, en: `${name.en} document` } } : {};
    return { from, to: addDays(from, chance.between(0, 9)), name, ...stop };
  });
  return {
    year,
    status,
    document,
    off,
    makeup: Array.from({ length: chance.between(0, 9) }, () => addDays(newYear, chance.between(0, 364))),
  };
}

/** `node --import tsx scripts/clock-histories.ts [histories] [seed]` */
async function main(): Promise<void> {
  const { version } = JSON.parse(readFileSync(join(checkoutRoot, 'package.json'), 'utf8')) as { version: string };
  const [histories, seed] = [Number(process.argv[2] ?? 1_000_000), process.argv[3] ?? '20260213'];
  const began = performance.now();
  const course = compare(await import('../src/kernel/clock/index.ts'), histories, seed);
  const { disagreements, ...counts } = course;
  const seconds = Math.round((performance.now() - began) / 1000);
  process.stdout.write(`${JSON.stringify({ version, seed, ...counts, disagreements: disagreements.length, seconds })}\n`);
  for (const line of disagreements.slice(0, 20)) process.stdout.write(`${line}\n`);
  process.exitCode = disagreements.length > 0 ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
