import type { Command } from 'commander';
import { dutiesOf, dutyListing } from '../duties.ts';
import { type TakeOptions, takenAway, withFiles } from './lists.ts';
import { type Out, withHouse } from './out.ts';

/** `banjie duties`: what comes back, and when it is next due. */
export function dutiesCommand(program: Command, out: Out): void {
  withFiles(program.command('duties').description('the county’s recurring duties, each with its next due date and its light'))
    .option('--json', 'one document on stdout')
    .addHelpText('after', '\nExample:\n  banjie duties\n  banjie duties --xlsx duties.xlsx --lang en')
    .action((options: TakeOptions & { json?: boolean }) =>
      withHouse(out, async (house) => {
        const { law, calendar, today } = await house.moment();
        const rows = dutiesOf(law, calendar, today);
        if (await takenAway({ listing: dutyListing, rows, day: today }, options)) return;
        if (options.json) return out.json(rows);
        for (const { id, name, due = 'last time not recorded', light = '', provisional } of rows)
          out.line(`${due}  ${id}  ${name.en}${light && ` · ${light}`}${provisional ? ' · provisional' : ''}`);
      }),
    );
}
