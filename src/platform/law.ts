import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import {
  type CalendarYear,
  isNational,
  type Lawbook,
  type LawFault,
  LawFaults,
  parseCalendarYear,
  parseLaw,
} from '../kernel/clock/index.ts';
import { SetupError } from './setup-error.ts';

/**
 * National law of `law/*.yaml`, a file for each statute, and the county's parameters of `law/county/*.yaml`, as one book: institutions
 * add files, never edit each other's; the parameters that code asks for must be there. A fault stops the start, with its file, its line and what to do.
 */
export function readLaw(root: string, needed: readonly string[] = []): Lawbook {
  const files = [...lawFiles(root, 'law', true), ...lawFiles(root, join('law', 'county'), false)];
  const broken = files.flatMap((file) => file.faults);
  if (broken.length > 0) throw refused(broken);

  const rows = (part: Part) => files.flatMap((file) => (file.value[part] ?? []).map((row, i) => ({ row, file, at: [part, i] as const })));
  const book = { terms: rows('terms'), grounds: rows('grounds'), parameters: rows('parameters') };
  const told = (fault: LawFault): string => {
    const [part, index, ...rest] = fault.path as [Part, number, ...PropertyKey[]];
    const origin = book[part]?.[index];
    if (!origin) return fault.message;
    const keys = (fault as { keys?: readonly string[] }).keys ?? [];
    const said = [(origin.row as Row).id ?? part, ...rest.map(String)].join(' ');
    return `${origin.file.name} line ${origin.file.line([...origin.at, ...rest, ...keys.slice(0, 1)])}: ${said}: ${fault.message}`;
  };
  try {
    const law = parseLaw({
      terms: book.terms.map(({ row }) => row),
      grounds: book.grounds.map(({ row }) => row),
      parameters: book.parameters.map(({ row }) => row),
    });
    const misplaced = [...book.terms, ...book.grounds, ...book.parameters].flatMap(({ row, file, at }) => {
      const fault = misplacedIn(file, row as Row, at[0]);
      return fault ? [`${file.name} line ${file.line([...at, fault[0]])}: ${fault[1]}`] : [];
    });
    const missing = needed
      .filter((id) => !law.parameters.has(id))
      .map((id) => `law/county: no parameter ${id}, without which nothing runs`);
    if (misplaced.length + missing.length > 0) throw refused([...misplaced, ...missing]);
    return law;
  } catch (error) {
    throw error instanceof LawFaults ? refused(error.faults.map(told)) : error;
  }
}

/** The years of `law/calendar`, earliest first. All faults of all files are told at once, each with its file and line. */
export function readCalendarYears(root: string): CalendarYear[] {
  const faults: string[] = [];
  const years = yamlNames(join(root, 'law', 'calendar')).flatMap((file): CalendarYear[] => {
    const name = `law/calendar/${file}`;
    const read = readYaml(join(root, name), name);
    faults.push(...read.faults);
    if (read.faults.length > 0) return [];
    try {
      const year = parseCalendarYear(read.value);
      if (file !== `${year.year}.yaml`)
        faults.push(`${name} line ${read.line(['year'])}: holds the year ${year.year}; name it ${year.year}.yaml`);
      return [year];
    } catch (error) {
      if (!(error instanceof LawFaults)) throw error;
      for (const { path, message } of error.faults)
        faults.push(`${name} line ${read.line(path)}: ${[...path.map(String), message].join(' ')}`);
      return [];
    }
  });
  if (faults.length > 0) throw refused(faults, CALENDAR_REMEDY);
  return years;
}

type Part = 'terms' | 'grounds' | 'parameters';
/** Only trusted after `parseLaw`. */
interface Row {
  readonly id: string;
  readonly confidence: string;
  readonly basis: {
    readonly mark: 'V' | 'S' | 'L' | 'K';
    readonly law: { readonly zh: string; readonly en: string };
    readonly article: string;
  };
}
interface LawFile {
  readonly name: string;
  readonly national: boolean;
  readonly value: { readonly terms?: readonly unknown[]; readonly grounds?: readonly unknown[]; readonly parameters?: readonly unknown[] };
  readonly faults: readonly string[];
  /** Of the nearest node that the path still finds. */
  line(path: readonly PropertyKey[]): number;
}

/** What is only local or known from practice is never presented as national law, nor the other way round; nor what nobody read as verified. */
function misplacedIn(file: LawFile, { id, basis, confidence }: Row, part: Part): readonly [field: string, message: string] | undefined {
  if (isNational(basis) !== file.national)
    return file.national
      ? ['basis', `${id} is marked ${basis.mark}, a county parameter: move it to law/county/`]
      : ['basis', `${id} is marked ${basis.mark}, national law: move it to the file of its statute in law/`];
  const statute = file.name.replace(/^law\/|\.yaml$/g, '');
  if (file.national && part === 'terms' && !id.startsWith(`${statute}.`))
    return ['id', `${id} stands in a file whose ids begin with ${statute}.`];
  if ((basis.mark === 'V') !== (confidence === 'verified'))
    return ['confidence', `${id}: verified goes with mark V, which was read in the text; this is ${confidence} and marked ${basis.mark}`];
  return undefined;
}

function lawFiles(root: string, folder: string, national: boolean): LawFile[] {
  return yamlNames(join(root, folder)).map((file) => {
    const name = `${folder.replaceAll('\\', '/')}/${file}`;
    const { faults, line, value: read } = readYaml(join(root, folder, file), name);
    const value = read as LawFile['value'] | null;
    for (const part of ['terms', 'grounds', 'parameters'] as const)
      if (faults.length === 0 && !(Array.isArray(value?.[part]) || (part !== 'terms' && value?.[part] === undefined)))
        faults.push(`${name} line 1: has no list of ${part}`);
    return { name, national, value: value ?? {}, faults, line };
  });
}

/** One file with the lines of its parts; a fault of its form says where. */
function readYaml(path: string, name: string): { value: unknown; faults: string[]; line: LawFile['line'] } {
  const counter = new LineCounter();
  const doc = parseDocument(readFileSync(path, 'utf8'), { lineCounter: counter });
  const faults = doc.errors.map((error) => `${name} line ${error.linePos?.[0].line ?? 1}: ${error.message.split('\n')[0]}`);
  const value = faults.length === 0 ? readOut(doc, (fault) => faults.push(`${name} line 1: ${fault}`)) : {};
  return { value, faults, line: (at) => lineOf(doc, counter, at) };
}

/** An alias that names no anchor is found only when the file is read out. */
function readOut(doc: Document, fault: (message: string) => void): unknown {
  try {
    return doc.toJS();
  } catch (error) {
    fault(`${(error as Error).message}; give the anchor (&name) back, or write out what the alias (*name) stood for`);
    return {};
  }
}

function lineOf(doc: Document, counter: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = doc.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
  }
  return 1;
}

const LAW_REMEDY = 'What a term consists of stands in law/README.md';
const CALENDAR_REMEDY = 'What a year consists of stands in docs/schemas/calendar.schema.json';

const refused = (faults: readonly string[], remedy = LAW_REMEDY): SetupError =>
  new SetupError(
    [
      `The law as data has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}; nothing was started.`,
      ...faults.map((fault) => `  ${fault}`),
      `Correct the lines named and start again. ${remedy}; \`git diff law\` shows what was changed.`,
    ].join('\n'),
  );

const yamlNames = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
