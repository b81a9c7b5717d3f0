import type { Command } from 'commander';
import { askedOf, type Deadline, deadlineOf } from '../deadline.ts';
import { institutions } from '../institutions.ts';
import {
  buildCalendar,
  type Calendar,
  type CalendarBook,
  type CalendarYear,
  calendarBook,
  type DeadlineSheet,
  groundsFor,
  type Lawbook,
  type LocalDate,
  today,
} from '../kernel/clock/index.ts';
import type { Refusal } from '../kernel/decision.ts';
import { ZONE_MINUTES } from '../kernel/matter/fold.ts';
import { readBooks } from '../needed-parameters.ts';
import { checkoutRoot } from '../platform/checkout.ts';
import { readConfig } from '../platform/config.ts';
import { Refusals } from '../platform/http/problem.ts';
import { readOwnCalendar } from '../platform/own-calendar.ts';
import { isHouse, type Out, withHouse } from './out.ts';
import { stripText } from './strip-text.ts';

/** The law book and the calendar by which a command reckons: those of `law/`, or a calendar of one's own. */
export function lawHere(file?: string): { law: Lawbook; calendar: Calendar; years: readonly CalendarYear[] } {
  const { law, years } = readBooks();
  if (file !== undefined) {
    const { calendar, file: own } = readOwnCalendar(file);
    return { law, calendar, years: own.years };
  }
  const edition = `${Math.max(...years.filter((y) => y.status === 'official').map((y) => y.year))}.1`;
  return { law, calendar: buildCalendar(edition, years), years };
}

/** The same by the county's calendar, with its numbered editions, where there is a county here; the page and the API reckon by it too. */
export async function lawOf(out: Out, file?: string): Promise<ReturnType<typeof lawHere>> {
  return file === undefined ? byEdition((await bookHere(out)).calendar) : lawHere(file);
}

/** The law book here with one edition of a county's calendar. */
export const byEdition = (calendar: Calendar): ReturnType<typeof lawHere> => ({
  law: readBooks().law,
  calendar,
  years: calendar.years,
});

/** Every edition of the county's calendar; without a county what comes with the house. */
export const bookHere = async (out: Out): Promise<CalendarBook> =>
  isCounty(out) ? withHouse(out, (house) => house.calendar()) : calendarBook(readBooks().years, []);

/** The county's day; without a county this machine's. */
export const dayHere = async (out: Out): Promise<LocalDate> =>
  isCounty(out) ? withHouse(out, async (house) => (await house.moment()).today) : today(Date.now(), ZONE_MINUTES);

const isCounty = (out: Out): boolean => isHouse(readConfig(out.env, checkoutRoot));

interface Options {
  readonly [name: string]: unknown;
  readonly calendar?: string;
  readonly json?: boolean;
}

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** `banjie deadline`: a legal date, and how it came about. */
export function deadlineCommand(program: Command, out: Out): void {
  program
    .command('deadline')
    .description('work out a legal date, with its derivation')
    .option('--amount <n>', 'how long')
    .option('--unit <unit>', 'of the amount: wd working days (default), cd calendar days, mo months, yr years, h hours')
    .option('--term <id>', 'a term of the law book instead of amount and unit')
    .option(
      '--from <date>',
      'the day of the event, which is not counted; with hours 2026-04-29T10:30; of a duty that comes back, from when to look',
    )
    .option('--whose <whose>', 'organ (default: does not roll) or citizen (rolls on from a rest day)')
    .option('--extend <n[@date]>', 'an extension, and when it was given', collect)
    .option('--pause <A..B:ground>', 'no day from A to B inclusive is counted; may be repeated', collect)
    .option('--calendar <file>', 'a calendar of your own (docs/schemas/calendar.schema.json)')
    .option('--json', 'one document on stdout, which banjie verify --derivation checks')
    .addHelpText(
      'after',
      '\nExample:\n  banjie deadline --amount 20 --unit wd --from 2026-02-13 --pause 2026-03-02..2026-03-06:expert-review\n  banjie deadline --amount 15 --unit cd --from 2026-04-20 --whose citizen --json\n  banjie deadline --term licensing.hearing-notice --from 2026-03-12',
    )
    .action(async ({ calendar: file, json, ...said }: Options) => {
      const { law, calendar } = await lawOf(out, file);
      const asked = askedOf(said);
      const answer = deadlineOf(asked, law, calendar);
      if (json) out.json(answer.ok ? answer.sheet : refusedJson(answer.refusals, law, asked.term));
      else if (answer.ok) for (const line of asText(answer.sheet)) out.line(line);
      else for (const line of refusedText(answer)) out.log(line);
      if (!answer.ok) out.no();
    });
}

function asText(sheet: DeadlineSheet): string[] {
  return [sheet.due, '', sheet.explanation.zh, '', sheet.explanation.en, '', ...stripText(sheet)];
}

const refusals = () => new Refusals(institutions.map((one) => one.refusals));

function refusedText({ refusals: list }: Extract<Deadline, { ok: false }>): string[] {
  const book = refusals();
  return list.flatMap((refusal) => {
    const { title, next } = book.both(refusal);
    return [`${title.en} ${next.en} (${refusal.code})`, `${title.zh}${next.zh}`];
  });
}

/** The first refusal, and all of them with their places; the list a ground has to be on. */
function refusedJson(list: readonly Refusal[], law: Lawbook, term?: string) {
  const book = refusals();
  const said = list.map((refusal) => ({ code: refusal.code, path: refusal.path, ...book.both(refusal) }));
  const known = [...law.terms.values()].find((one) => one.id === term || one.formerly?.includes(term ?? ''));
  const closed = list.some(({ code }) => code === 'ground-not-listed') && { list: groundsFor(known, law).map(({ id }) => id) };
  const near = list.find(({ code }) => code === 'term-unknown')?.params?.near;
  return { ...said[0], ...closed, ...(near !== undefined && { near: String(near).split(', ') }), errors: said };
}
