import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import type { z } from 'zod';
import type { Fault as CatalogueFault } from './institutions/catalogue/index.ts';
import { type Answers, answersOf, answerTo, dutyFile, faultsOf, isSeveral, NO_ANSWERS, owing } from './institutions/duties/index.ts';
import { type LadderRegister, ladderRegister } from './institutions/urging/index.ts';
import { type WindowRegister, windowRegister } from './institutions/visits/index.ts';
import type { Lawbook } from './kernel/clock/index.ts';
import type { LocalDate } from './kernel/clock/types.ts';
import { buildDirectory, type Directory } from './kernel/organisation/index.ts';
import {
  loadModelOrganisation,
  MODEL_ORGANISATION_COLUMNS,
  MODEL_ORGANISATION_FILES,
  type ModelOrganisation,
  type ModelOrganisationFiles,
  OrganisationFaults,
} from './kernel/organisation/seed.ts';
import { readRegister } from './kernel/organisation/store.ts';
import { shaped } from './kernel/shape.ts';
import { checkoutRoot } from './platform/checkout.ts';
import { DataFaults, type DataFile, type FileFault, readAs, readDataFile } from './platform/data-file.ts';
import { readTable } from './platform/data-table.ts';

export const MODEL_FOLDER = join(checkoutRoot, 'county/model');

const nameOf = (county: string, name: string): string => `county/${county}/${name}`;

const ofModel = <T>(schema: z.ZodType<T>, file: string) => readAs(schema, join(MODEL_FOLDER, file), nameOf('model', file));

/** Who is in charge of which organ of the model county, who stands in, who is away. */
export function readModelPortfolios(): LadderRegister {
  const { value, faults } = ofModel(ladderRegister, 'portfolios.yaml');
  if (!value) throw new DataFaults('county', faults);
  return value;
}

/** The files of the model county, all their faults at once: its organisation and people, where its windows are, who is in charge of what. */
export function readModel(): { readonly model: ModelOrganisation; readonly windows: WindowRegister } {
  const [organisation, windows, portfolios] = [
    organisationIn(MODEL_FOLDER),
    ofModel(windowRegister, 'windows.yaml'),
    ofModel(ladderRegister, 'portfolios.yaml'),
  ];
  const faults = [...organisation.faults, ...windows.faults, ...portfolios.faults];
  if (!organisation.value || !windows.value || faults.length > 0) throw new DataFaults('county', faults);
  return { model: organisation.value, windows: windows.value };
}

/** Where the model county's windows are, when they are open, who stands in. */
export const readModelWindows = (): WindowRegister => readModel().windows;

/** Its organs, seats, people and personas, of a folder. */
export function readModelOrganisation(folder = MODEL_FOLDER): ModelOrganisation {
  const { value, faults } = organisationIn(folder);
  if (!value) throw new DataFaults('county', faults);
  return value;
}

function organisationIn(folder: string): { value?: ModelOrganisation; faults: readonly FileFault[] } {
  const named = (file: keyof ModelOrganisationFiles) => nameOf('model', MODEL_ORGANISATION_FILES[file]);
  const table = (file: keyof typeof MODEL_ORGANISATION_COLUMNS) =>
    readTable(join(folder, MODEL_ORGANISATION_FILES[file]), named(file), MODEL_ORGANISATION_COLUMNS[file]);
  const tables = { organs: table('organs'), seats: table('seats'), people: table('people'), appointments: table('appointments') };
  const personas = readDataFile(join(folder, MODEL_ORGANISATION_FILES.personas), named('personas'));
  const faults = [...Object.values(tables).flatMap((one) => one.faults), ...personas.faults];
  const rows = Object.fromEntries(Object.entries(tables).map(([file, one]) => [file, one.rows]));
  try {
    const value = loadModelOrganisation({ ...rows, personas: personas.value } as never);
    return faults.length > 0 ? { faults } : { value, faults };
  } catch (error) {
    if (!(error instanceof OrganisationFaults)) throw error;
    const found = error.faults.flatMap(({ file, path, text }): readonly FileFault[] => {
      if (file === 'personas') return personas.told([{ path: ['personas', ...path], text }]);
      const one = tables[file];
      // What a table lacks as a whole is told once.
      if (one.faults.length > 0) return [];
      const { text: said } = personas.at({ path: path.slice(1), text });
      return [{ file: named(file), line: one.lineOf(path[0] as number | undefined), text: said }];
    });
    return { faults: [...faults, ...found] };
  }
}

/** The faults of the model county's catalogue, of which a start says all. */
export const catalogueFaults = (faults: readonly CatalogueFault[]): DataFaults =>
  new DataFaults(
    'county',
    faults.map(({ file, row, column, item, text }) => {
      const place = [item, column].filter(Boolean).join(' ');
      const said = place ? { zh: `${place}：${text.zh}`, en: `${place}: ${text.en}` } : text;
      return { file: nameOf('model', file ? `catalogue/${file}` : 'catalogue'), line: row ?? 1, text: said };
    }),
  );

/** The file in which a county names who answers for its duties. */
export const dutyFileOf = (county: string): string => nameOf(county, 'duties.yaml');

/**
 * Who answers for which recurring duty, from `county/<code>/duties.yaml` (P18), checked against the law and the organisation of the day.
 * Without a file nobody answers for anything. A fault stops the start, all of them told at once.
 */
export async function readAnswers(county: string, law: Lawbook, pool: Pool, today: LocalDate): Promise<Answers> {
  const name = dutyFileOf(county);
  if (!existsSync(join(checkoutRoot, name))) return NO_ANSWERS;
  const client = await pool.connect();
  try {
    return answersIn(readDataFile(join(checkoutRoot, name), name), law, buildDirectory(await readRegister(client as never)), today);
  } finally {
    client.release();
  }
}

/** The same of a file that was read. Throws `DataFaults` with every fault of it. */
export function answersIn(file: DataFile, law: Lawbook, directory: Directory, today: LocalDate): Answers {
  const faults = dutyFaults(file, law, directory, today);
  const read = shaped(dutyFile, file.value);
  if (!read.ok || faults.length > 0) throw new DataFaults('county', faults);
  return answersOf(read.value);
}

/** Every fault of a file of duties; none: a start would take it up. */
export function dutyFaults(file: DataFile, law: Lawbook, directory: Directory, today: LocalDate): readonly FileFault[] {
  const read = shaped(dutyFile, file.value);
  return [...file.faults, ...file.told([...(read.ok ? [] : read.faults), ...faultsOf(file.value, law, directory, today)])];
}

/** Recurring duties that nobody answers for that day, none being named or the organ named having ended: nobody is told of them. */
export const unanswered = (law: Lawbook, answers: Answers, directory: Directory, on: LocalDate): readonly string[] =>
  [...law.terms.values()].flatMap(({ id, recurs }) => {
    const answer = answers.get(id);
    const somebody = isSeveral(answer) ? owing(answer, directory, on).length > 0 : answerTo(answer, undefined, directory, on);
    return recurs && !somebody ? [id] : [];
  });
