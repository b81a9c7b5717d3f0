import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { parse } from 'yaml';
import { type Answers, answersOf, answerTo, dutyFile, faultsOf, isSeveral, NO_ANSWERS, owing } from './institutions/duties/index.ts';
import { type WindowRegister, windowRegister } from './institutions/visits/index.ts';
import type { Lawbook } from './kernel/clock/index.ts';
import type { LocalDate } from './kernel/clock/types.ts';
import { buildDirectory, type Directory } from './kernel/organisation/index.ts';
import { readRegister } from './kernel/organisation/store.ts';
import { checkoutRoot } from './platform/checkout.ts';
import { SetupError } from './platform/setup-error.ts';

const fileOf = (county: string, name: string): string => join(checkoutRoot, 'county', county, name);

/** Where the model county's windows are, when they are open, who stands in. */
export const readModelWindows = (): WindowRegister => windowRegister.parse(parse(readFileSync(fileOf('model', 'windows.yaml'), 'utf8')));

/**
 * Who answers for which recurring duty, from `county/<code>/duties.yaml` (P18), checked against the law and the organisation of the day.
 * Without a file nobody answers for anything. A fault stops the start, all of them told at once.
 */
export async function readAnswers(county: string, law: Lawbook, pool: Pool, today: LocalDate): Promise<Answers> {
  const path = fileOf(county, 'duties.yaml');
  if (!existsSync(path)) return NO_ANSWERS;
  const client = await pool.connect();
  try {
    return answersIn(readFileSync(path, 'utf8'), law, buildDirectory(await readRegister(client as never)), today);
  } catch (error) {
    throw error instanceof SetupError ? new SetupError(`${path}:\n${error.message}`) : error;
  } finally {
    client.release();
  }
}

/** The same of a text. Throws `SetupError` with a sentence for each fault. */
export function answersIn(text: string, law: Lawbook, directory: Directory, today: LocalDate): Answers {
  let source: unknown;
  try {
    source = parse(text);
  } catch (error) {
    throw new SetupError(`It is no YAML: ${(error as Error).message}`);
  }
  const read = dutyFile.safeParse(source);
  const faults = read.success
    ? faultsOf(read.data, law, directory, today)
    : read.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`);
  if (!read.success || faults.length > 0) throw new SetupError(faults.join('\n'));
  return answersOf(read.data);
}

/** Recurring duties that nobody answers for that day, none being named or the organ named having ended: nobody is told of them. */
export const unanswered = (law: Lawbook, answers: Answers, directory: Directory, on: LocalDate): readonly string[] =>
  [...law.terms.values()].flatMap(({ id, recurs }) => {
    const answer = answers.get(id);
    const somebody = isSeveral(answer) ? owing(answer, directory, on).length > 0 : answerTo(answer, undefined, directory, on);
    return recurs && !somebody ? [id] : [];
  });
