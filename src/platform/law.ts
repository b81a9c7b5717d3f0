import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CalendarYear,
  countyLawFile,
  isNational,
  type Lawbook,
  LawFaults,
  lawFile,
  parseCalendarYear,
  parseLaw,
} from '../kernel/clock/index.ts';
import { placeOf, shaped } from '../kernel/shape.ts';
import { fill, type Text } from '../kernel/text.ts';
import { DataFaults, type DataFile, type FileFault, readDataFile } from './data-file.ts';
import { refusedWords as words } from './words.ts';

/**
 * National law of `law/*.yaml`, a file for each statute, and the county's parameters of `law/county/*.yaml`, as one book: institutions
 * add files, never edit each other's; the parameters that code asks for must be there. A fault stops the start, with its file, its line and
 * what to do.
 */
export function readLaw(root: string, needed: readonly string[] = []): Lawbook {
  const { value, faults } = lawIn(root, needed);
  if (!value || faults.length > 0) throw new DataFaults('law', faults);
  return value;
}

/** The years of `law/calendar`, earliest first. All faults of all files are told at once, each with its file and line. */
export function readCalendarYears(root: string): CalendarYear[] {
  const { value, faults } = yearsIn(root);
  if (faults.length > 0) throw new DataFaults('law', faults);
  return value;
}

/** Both, with the faults of both at once. */
export function readLawAndYears(root: string, needed: readonly string[]): { law: Lawbook; years: CalendarYear[] } {
  const [law, years] = [lawIn(root, needed), yearsIn(root)];
  const faults = [...law.faults, ...years.faults];
  if (!law.value || faults.length > 0) throw new DataFaults('law', faults);
  return { law: law.value, years: years.value };
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
  readonly file: DataFile;
  readonly national: boolean;
  readonly value: { readonly [P in Part]?: readonly unknown[] };
}

function lawIn(root: string, needed: readonly string[]): { value?: Lawbook; faults: FileFault[] } {
  const faults: FileFault[] = [];
  const files = [...lawFiles(root, 'law', true, faults), ...lawFiles(root, join('law', 'county'), false, faults)];
  const rows = (part: Part) => files.flatMap((one) => (one.value[part] ?? []).map((row, i) => ({ row, ...one, at: [part, i] as const })));
  const book = { terms: rows('terms'), grounds: rows('grounds'), parameters: rows('parameters') };
  const torn = files.some(({ file }) => !file.whole);
  let value: Lawbook | undefined;
  try {
    value = parseLaw({
      terms: book.terms.map(({ row }) => row),
      grounds: book.grounds.map(({ row }) => row),
      parameters: book.parameters.map(({ row }) => row),
    });
  } catch (error) {
    if (!(error instanceof LawFaults)) throw error;
    for (const { path, text } of error.faults) {
      const [part, index, ...rest] = path as [Part, number, ...PropertyKey[]];
      const { file, row, at } = book[part][index]!;
      // What stands after the place where reading broke off may be what this one lacks.
      if (file.told([{ path: [...at, ...rest], text }]).length === 0 || (torn && rest[0] === 'pausable')) continue;
      faults.push(
        file.at({ path: [...at, ...rest], text: placedAt([(row as Row | null)?.id ?? placeOf(at), placeOf(rest)], text) }, 'bare'),
      );
    }
  }
  for (const { row, file, national, at } of [...book.terms, ...book.grounds, ...book.parameters]) {
    const fault = misplacedIn(file.name, national, row as Partial<Row> | null, at[0]);
    if (fault) faults.push(file.at({ path: [...at, fault[0]], text: fault[1] }, 'bare'));
  }
  const known = new Set(book.parameters.map(({ row }) => (row as Row | null)?.id));
  for (const id of torn ? [] : needed)
    if (!known.has(id)) faults.push({ file: 'law/county', line: 1, text: filled('no-parameter', { id }) });
  return { value, faults };
}

function yearsIn(root: string): { value: CalendarYear[]; faults: FileFault[] } {
  const faults: FileFault[] = [];
  const value = yamlNames(join(root, 'law', 'calendar')).flatMap((file): CalendarYear[] => {
    const read = readDataFile(join(root, 'law', 'calendar', file), `law/calendar/${file}`);
    faults.push(...read.faults);
    if (read.value === undefined || read.value === null) return [];
    try {
      const year = parseCalendarYear(read.value);
      if (file !== `${year.year}.yaml`) faults.push(read.at({ path: ['year'], text: filled('year-name', { year: year.year }) }, 'bare'));
      return [year];
    } catch (error) {
      if (!(error instanceof LawFaults)) throw error;
      faults.push(...read.told(error.faults));
      return [];
    }
  });
  return { value, faults };
}

/** What is only local or known from practice is never presented as national law, nor the other way round; nor what nobody read as verified. */
function misplacedIn(
  name: string,
  national: boolean,
  row: Partial<Row> | null,
  part: Part,
): readonly [field: string, said: Text] | undefined {
  const { id, basis, confidence } = row ?? {};
  if (!id || !basis?.mark || !['V', 'S', 'L', 'K'].includes(basis.mark) || !confidence) return undefined;
  const said = { id, mark: basis.mark, confidence };
  if (isNational(basis) !== national) return ['basis', filled(national ? 'misplaced' : 'misplaced-national', said)];
  const statute = name.replace(/^law\/|\.yaml$/g, '');
  if (national && part === 'terms' && !id.startsWith(`${statute}.`)) return ['id', filled('foreign-id', { id, statute })];
  if ((basis.mark === 'V') !== (confidence === 'verified')) return ['confidence', filled('mark-differs', said)];
  return undefined;
}

function lawFiles(root: string, folder: string, national: boolean, faults: FileFault[]): LawFile[] {
  return yamlNames(join(root, folder)).map((one) => {
    const file = readDataFile(join(root, folder, one), `${folder.replaceAll('\\', '/')}/${one}`);
    faults.push(...file.faults);
    const read = shaped(national ? lawFile : countyLawFile, file.value);
    if (!read.ok) faults.push(...file.told(read.faults));
    const given = (file.value ?? {}) as Readonly<Record<Part, unknown>>;
    const rows = (part: Part) => (Array.isArray(given[part]) ? { [part]: given[part] } : {});
    return { file, national, value: { ...rows('terms'), ...rows('grounds'), ...rows('parameters') } };
  });
}

const placedAt = (places: readonly string[], { zh, en }: Text): Text => {
  const place = places.filter(Boolean).join(' ');
  return { zh: fill(words.at.zh, { place, said: zh }), en: fill(words.at.en, { place, said: en }) };
};

const filled = (key: keyof typeof words, params: Readonly<Record<string, string | number>>): Text => ({
  zh: fill(words[key].zh, params),
  en: fill(words[key].en, params),
});

const yamlNames = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
