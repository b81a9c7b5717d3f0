import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { recordFaults } from '../institutions/urging/index.ts';
import { checkSheet, differences } from '../kernel/clock/checker/sheet.ts';
import type { BareSheet, Calendar, CalendarBook, DeadlineSheet } from '../kernel/clock/index.ts';
import { sealFaults } from '../kernel/journal/seals.ts';
import { verifyJournal } from '../kernel/journal/verify.ts';
import { unarmedMatters } from '../kernel/matter/figures.ts';
import type { Text } from '../kernel/text.ts';
import { withClient } from '../platform/database/connection.ts';
import { doubledKey } from '../platform/own-calendar.ts';
import { SetupError, UsageError } from '../platform/setup-error.ts';
import { formatArticle, formatArticleBefore } from '../portal/format.ts';
import { both } from '../portal/speaker.ts';
import { worded } from '../portal/why-sheet.ts';
import { SEALED } from '../records.ts';
import { bookHere, byEdition, lawHere } from './deadline.ts';
import { type Out, withHouse } from './out.ts';
import { type Walked, walkClocks } from './stored-clocks.ts';
import { type Calendars, calendarsOf } from './stored-steps.ts';

interface Options {
  readonly json?: boolean;
  readonly derivation?: string;
  readonly calendar?: string;
  readonly deadlines?: boolean;
}

/** `banjie verify`: the journal; one derivation; every clock that the county has on record. */
export function verifyCommand(program: Command, out: Out): void {
  program
    .command('verify')
    .description(
      're-derive every hash, chain and digest of the journal and of the registers’ editions; or dates, by the independent checker',
    )
    .option('--derivation <file>', 'a derivation of banjie deadline --json, by the edition that it names, instead of the journal')
    .option('--deadlines', 'every clock, step, duty and day that records repeat, open and closed, instead of the journal')
    .option('--calendar <file>', 'a calendar of your own (docs/schemas/calendar.schema.json)')
    .option('--json', 'one document on stdout')
    .addHelpText('after', '\nExample:\n  banjie verify\n  banjie verify --derivation d.json\n  banjie verify --deadlines')
    .action((options: Options) => {
      if (options.derivation !== undefined && options.deadlines) throw new UsageError('Give --derivation or --deadlines, not both.');
      if (options.derivation !== undefined) return verifyDerivation(options.derivation, options, out);
      if (options.deadlines) return verifyDeadlines(options, out);
      if (options.calendar !== undefined) throw new UsageError('A calendar goes with --derivation or --deadlines.');
      return withHouse(out, async (house) => {
        const result = await withClient(house.county.ownerUrl, verifyAll);
        if (options.json) out.json(result);
        else {
          for (const f of result.faults) out.line(faultLine(f));
          for (const { register, edition } of result.notSealed)
            out.line(`${register} #${edition}: not sealed, recorded by an earlier release`);
          out.line(`${result.faults.length} faults in ${result.facts} facts`);
        }
        if (result.faults.length > 0) out.no();
      });
    });
}

interface RecordFault {
  readonly matter: string;
  readonly seq: number;
  readonly code: string;
  readonly table?: string;
  readonly row?: string;
  readonly what?: readonly string[];
}

export const faultLine = ({ matter, seq, code, table, row, what = [] }: RecordFault): string => {
  const where = [table, row].filter(Boolean).join(' ');
  return `${matter} #${seq}: ${code}${where && ` (${where}${what.length > 0 ? `: ${what.join(', ')}` : ''})`}`;
};

/** The journal, the editions of the registers, and the records of who was urged. */
export async function verifyAll(db: Parameters<typeof verifyJournal>[0]) {
  const { facts, faults } = await verifyJournal(db);
  const seals = await sealFaults(db, SEALED);
  const urged = (await recordFaults(db)).map((fault) => ({ matter: 'urging', ...fault }));
  const all: RecordFault[] = [...faults, ...seals.faults, ...urged];
  return { facts, faults: all, notSealed: seals.unsealed };
}

async function verifyDerivation(path: string, { calendar: file, json }: Options, out: Out): Promise<void> {
  const sheet = parsed(path);
  const { faults, ...since } = file === undefined ? byItsEdition(sheet, await bookHere(out)) : { faults: faultsOf(sheet, lawHere(file)) };
  const agrees = faults.length === 0;
  if (json) out.json({ agrees, faults, ...since });
  else {
    if (since.inForce) out.line(`by edition ${since.edition}; in force is ${since.inForce}`);
    if (agrees) out.line('agrees');
    for (const fault of faults) out.line(fault);
    if (since.now && since.now.length > 0) out.line(`by edition ${since.inForce} it would be otherwise: ${since.now.join('; ')}`);
  }
  if (!agrees) out.no();
}

/** A derivation by the edition that it names, also one taken back; and which of its dates the edition in force would make others. */
function byItsEdition(sheet: unknown, book: CalendarBook) {
  const named: unknown = (sheet as Partial<DeadlineSheet> | null)?.calendar?.edition;
  const current = byEdition(book.calendar);
  if (typeof named !== 'string' || book.names(book.editions.length).includes(named)) return { faults: faultsOf(sheet, current) };
  const number = book.editions.findLastIndex((_, n) => book.names(n).includes(named));
  if (number < 0) {
    const unknown = `calendar.edition: the derivation rests on edition ${named}, which this county has not; give --calendar`;
    return { faults: [unknown, ...faultsOf(sheet, current).filter((fault) => !fault.startsWith('calendar.edition:'))] };
  }
  const faults = faultsOf(sheet, byEdition(book.after(number)));
  const now = faults.length > 0 ? [] : faultsOf(sheet, current).filter((fault) => DATES.test(fault));
  return { faults, edition: named, inForce: calendarOf(sheet as DeadlineSheet, current).calendar.edition, now };
}

const DATES = /^(due|lastDay|actBy|actByProvisional|provisional):/;

function parsed(path: string): unknown {
  const text = readFileSync(path === '-' ? 0 : path, 'utf8');
  if (text.trim() === '') throw new SetupError(`${path} is empty. Write it with banjie deadline … --json > ${path}.`);
  try {
    const read = JSON.parse(text);
    const doubled = doubledKey(text);
    if (doubled === undefined) return read;
    throw new Error(doubled);
  } catch (error) {
    throw new SetupError(`${path} is no JSON document: ${(error as Error).message}. Write it with banjie deadline … --json > ${path}.`);
  }
}

/** What the checker finds wrong in the values; where they are right, what is wrong in the words, which follow from them. */
export function faultsOf(sheet: unknown, here: ReturnType<typeof lawHere>): readonly string[] {
  const { law } = here;
  const { calendar, years } = calendarOf(sheet as Partial<DeadlineSheet> | null, here);
  const rows = { term: (id: string) => law.terms.get(id), grounds: law.grounds };
  const faults = checkSheet(sheet, years, calendar.edition, rows);
  if (faults.length > 0) return faults;
  const { reasons, explanation, ...bare } = sheet as DeadlineSheet;
  const words = worded(bare as BareSheet, law);
  const term = bare.term && law.terms.get(bare.term.id);
  const asNow = bare.term?.article === term?.basis.article;
  const paragraphs = [words, unapproved(bare as BareSheet, law)].flatMap((one) => [
    explainedBefore(one),
    ...(asNow ? [one.explanation] : []),
  ]);
  const told = paragraphs.map((said) => differences('explanation', explanation, said)).sort((a, b) => a.length - b.length);
  return [...differences('reasons', reasons, words.reasons), ...told[0]!];
}

/** The words of an earlier release, which did not say who approves more time. */
function unapproved(bare: BareSheet, law: ReturnType<typeof lawHere>['law']): DeadlineSheet {
  const terms = new Map([...law.terms].map(([id, { extension: _, ...term }]) => [id, term]));
  return worded(bare, { grounds: law.grounds, terms });
}

/** The paragraph as an earlier release has put it, which cited the same article otherwise. */
const explainedBefore = ({ explanation, term }: DeadlineSheet): Text =>
  both((lang) => {
    const article = term?.article ?? '';
    return article === ''
      ? explanation[lang]
      : explanation[lang].replaceAll(formatArticle(article, lang), formatArticleBefore(article, lang));
  });

/** A citizen's limit that runs forward is reckoned with the days on which the county stopped work (P17). */
function calendarOf(sheet: Partial<DeadlineSheet> | null, here: ReturnType<typeof lawHere>): Pick<typeof here, 'calendar' | 'years'> {
  const { stopWork } = here.calendar;
  return sheet?.whose === 'citizen' && sheet.counted === undefined && stopWork ? { calendar: stopWork, years: stopWork.years } : here;
}

/** Of one calendar that was given, and of the one beside it with the county's stops of work. */
function calendarsBeside({ edition, years, stopWork }: Calendar): Calendars {
  const beside = stopWork?.years ?? years;
  const named = (name: string) => (name === edition ? years : name === stopWork?.edition ? beside : undefined);
  return { years: named, ofSteps: (name) => named(name) && beside, ofLaw: (name) => named(name) && years };
}

/** Open matters and closed ones alike: each date as it was recorded. */
function verifyDeadlines({ calendar: file, json }: Options, out: Out): Promise<void> {
  const own = file === undefined ? undefined : lawHere(file);
  return withHouse(out, async (house) => {
    const book = await house.calendar();
    // Each by the edition that it names, unless a calendar was given: then those that name it.
    const calendars = own ? calendarsBeside(own.calendar) : calendarsOf(book);
    const walked = await withClient(house.county.ownerUrl, (db) => walkClocks(db, calendars, lawHere().law));
    const unarmed = await unarmedMatters(house.pool);
    if (json) out.json({ ...walked, unarmed });
    else for (const line of deadlineLines(walked, unarmed)) out.line(line);
    const { differ } = walked;
    if (differ.length + unarmed.length > 0) out.no();
  });
}

/** A line for each fault; what could not be compared once, with where it was met first; what was walked, by kind. */
export function deadlineLines({ differ, notCompared, ...walked }: Walked, unarmed: readonly string[]): string[] {
  const lines = differ.flatMap((one) => one.faults.map((fault) => `${placeOf(one)}: ${fault}`));
  const met = new Map<string, string[]>();
  for (const one of notCompared) for (const what of one.what) met.set(what, [...(met.get(what) ?? []), placeOf(one)]);
  for (const [what, places] of met) lines.push(`not compared: ${what} (${places.length} times, first ${places[0]})`);
  for (const matter of unarmed) lines.push(`${matter}: no clock runs that should`);
  const { clocks, duties, steps, days, terms, matters } = walked;
  const kinds = `${clocks} clocks, ${duties} times of duties, ${steps} days of steps, ${days} repeated days and ${terms} values of law and county`;
  const without = unarmed.length > 0 ? `, ${unarmed.length} matters without a clock` : '';
  return [...lines, `${kinds} of ${matters} matters, ${differ.length} differ${without}`];
}

const placeOf = (one: Walked['differ'][number] | Walked['notCompared'][number]): string => {
  const what = 'step' in one ? `step:${one.step}` : 'clock' in one ? one.clock : one.fact;
  return `${one.matter} #${one.seq} ${what}`;
};
