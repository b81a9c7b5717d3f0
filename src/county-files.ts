import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import type { z } from 'zod';
import { type Answers, answersOf, answerTo, dutyFile, faultsOf, isSeveral, NO_ANSWERS, owing } from './institutions/duties/index.ts';
import { ladderRegister } from './institutions/urging/index.ts';
import { windowRegister } from './institutions/visits/index.ts';
import type { Lawbook } from './kernel/clock/index.ts';
import type { LocalDate } from './kernel/clock/types.ts';
import { buildDirectory, type Directory } from './kernel/organisation/index.ts';
import { readRegister } from './kernel/organisation/store.ts';
import { shaped } from './kernel/shape.ts';
import { checkoutRoot } from './platform/checkout.ts';
import { type DataFile, DataFaults, type FileFault, readAs, readDataFile } from './platform/data-file.ts';

const nameOf = (county: string, name: string): string => `county/${county}/${name}`;

/** A file of the model county that has to be there. */
function ofModel<T>(schema: z.ZodType<T>, file: string): T {
  const name = nameOf('model', file);
  const { value, faults } = readAs(schema, join(checkoutRoot, name), name);
  if (value === undefined) throw new DataFaults('county', faults);
  return value;
}

/** Where the model county's windows are, when they are open, who stands in. */
export const readModelWindows = () => ofModel(windowRegister, 'windows.yaml');

/** Who is in charge of which organ of the model county, who stands in, who is away. */
export const readModelPortfolios = () => ofModel(ladderRegister, 'portfolios.yaml');

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
