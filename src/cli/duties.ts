import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { dutyFaults, dutyFileOf, readModelOrganisation } from '../county-files.ts';
import { readOrgans } from '../county-there.ts';
import { dutiesNow, dutyListing } from '../duties.ts';
import { type DutyFold, type DutyRow, foldsOf } from '../institutions/duties/index.ts';
import { dayOf } from '../kernel/matter/fold.ts';
import { buildDirectory } from '../kernel/organisation/index.ts';
import { fill } from '../kernel/text.ts';
import { readBooks } from '../needed-parameters.ts';
import { MODEL_BEGINS } from '../open-house.ts';
import { checkoutRoot } from '../platform/checkout.ts';
import { readConfig } from '../platform/config.ts';
import { faultLines, readDataFile } from '../platform/data-file.ts';
import { UsageError } from '../platform/setup-error.ts';
import { commandWords } from '../words.ts';
import { type TakeOptions, takenAway, withFiles } from './lists.ts';
import { counted, isHouse, type Out, withHouse } from './out.ts';

/** `banjie duties`: what comes back, who answers, when it is next due and was last done. */
export function dutiesCommand(program: Command, out: Out): void {
  const duties = withFiles(
    program
      .command('duties')
      .description('the county’s recurring duties: who answers, what passed and is not noted, the next due date, the last time done'),
  )
    .option('--all', 'a line for each organ of what several owe, instead of their count')
    .option('--json', 'one document on stdout')
    .addHelpText('after', '\nExample:\n  banjie duties --all\n  banjie duties --xlsx duties.xlsx --lang en')
    .action(({ all, ...options }: TakeOptions & { json?: boolean; all?: boolean }) =>
      withHouse(out, async (house) => {
        const moment = await house.moment();
        const rows = await dutiesNow(house.pool, moment);
        if (await takenAway({ listing: dutyListing, rows, day: moment.today }, options)) return;
        if (options.json) return out.json(rows);
        const folds = all ? [] : foldsOf(rows);
        for (const [i, row] of rows.entries()) {
          const fold = folds[i];
          if (!fold) out.line(lineOf(row));
          else if (folds.findIndex((one) => one?.key === fold.key) === i) out.line(foldLine(fold));
        }
      }),
    );
  duties
    .command('check [file]')
    .description('every fault of a file that names who answers, with its line, before a start takes it up; nothing is changed')
    .option('--json', 'one document on stdout')
    .addHelpText('after', '\nExample:\n  banjie duties check county/model/duties.yaml')
    .action((given: string | undefined, _: unknown, command: Command) => check(out, given, Boolean(command.optsWithGlobals().json)));
}

/** What several owe, each for itself, in one line. */
const foldLine = ({ row, organs, noted, open, late, light }: DutyFold): string =>
  [
    `${row.due ?? 'last time not noted'}  ${row.id}  ${row.name.en}`,
    light,
    `${organs} organs: ${noted} noted, ${open} open, ${late} late (--all names each)`,
  ].join(' · ');

const lineOf = ({ id, name, due, light, over, answer, last, matter, actByProvisional }: DutyRow): string =>
  [
    `${due ?? 'last time not noted'}  ${id}  ${name.en}`,
    light,
    ...(over === undefined ? [] : [`${over} days over`]),
    answer ? answer.organ : 'NOBODY ANSWERS, nobody is told',
    ...(last ? [`last done ${last.on}`] : []),
    ...(actByProvisional ? ['last working day provisional'] : []),
    ...(matter ? [matter] : []),
  ].join(' · ');

/** `banjie duties check`: what a start would say of the file. */
async function check(out: Out, given: string | undefined, json: boolean): Promise<void> {
  const config = readConfig(out.env, checkoutRoot);
  const name = given ?? dutyFileOf(config.county);
  const path = given ?? join(checkoutRoot, name);
  if (!existsSync(path)) throw new UsageError(`There is no file ${name}. Name the file to check.`);
  const file = readDataFile(path, name);
  // The model county has its first organs before it has a house.
  const { directory, today } =
    config.county === 'model' && !isHouse(config)
      ? { directory: buildDirectory(readModelOrganisation().register), today: dayOf(MODEL_BEGINS / 1000) }
      : await readOrgans(config, out.env);
  const faults = dutyFaults(file, readBooks().law, directory, today);
  if (json) out.json({ file: name, faults });
  else for (const line of faultLines(faults)) out.line(line.trim());
  if (faults.length === 0) {
    if (!json) out.line(fill(commandWords.dutiesHold, { file: name }));
    return;
  }
  out.log(`${counted(faults.length, 'fault')}; nothing was changed.`);
  out.no();
}
