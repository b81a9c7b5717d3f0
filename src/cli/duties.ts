import type { Command } from 'commander';
import { dutiesNow, dutyListing } from '../duties.ts';
import type { DutyRow } from '../institutions/duties/index.ts';
import { type TakeOptions, takenAway, withFiles } from './lists.ts';
import { type Out, withHouse } from './out.ts';

/** `banjie duties`: what comes back, who answers, when it is next due and was last done. */
export function dutiesCommand(program: Command, out: Out): void {
  withFiles(
    program
      .command('duties')
      .description('the county’s recurring duties: who answers, what passed and is not noted, the next due date, the last time done'),
  )
    .option('--json', 'one document on stdout')
    .addHelpText('after', '\nExample:\n  banjie duties\n  banjie duties --xlsx duties.xlsx --lang en')
    .action((options: TakeOptions & { json?: boolean }) =>
      withHouse(out, async (house) => {
        const moment = await house.moment();
        const rows = await dutiesNow(house.pool, moment);
        if (await takenAway({ listing: dutyListing, rows, day: moment.today }, options)) return;
        if (options.json) return out.json(rows);
        for (const row of rows) out.line(lineOf(row));
      }),
    );
}

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
