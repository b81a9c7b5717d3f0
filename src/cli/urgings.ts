import type { Command } from 'commander';
import { ladderOf, lateBy, namesOf, wantedEntries } from '../institutions/urging/index.ts';
import { entryView } from '../institutions/urging/view.ts';
import { urgingDesk } from '../urging.ts';
import { counted, type Out, withHouse } from './out.ts';

/** `banjie urgings`: who is urged of which clock, and whether he has read it. */
export function urgingsCommand(program: Command, out: Out): void {
  program
    .command('urgings')
    .description('open urgings: who was told of which clock on which rung, and whether the list was read')
    .option('--person <id>', 'those of one person')
    .option('--unread', 'only those whose list was not read in time')
    .option('--json', 'one document on stdout')
    .addHelpText('after', '\nExample:\n  banjie urgings --person o-0161\n  banjie urgings --unread --json')
    .action(({ person, unread, json }: { person?: string; unread?: boolean; json?: boolean }) =>
      withHouse(out, async (house) => {
        const moment = await house.moment();
        const { kinds } = urgingDesk(house);
        const late = lateBy(moment.today, ladderOf(moment.law), moment.calendar);
        const ask = { person, state: unread ? 'unread' : 'open', lateBy: late } as const;
        const { rows, total } = await wantedEntries(house.pool, ask, { limit: 10_000 });
        const names = await namesOf(
          house.pool,
          rows.map((row) => row.person),
        );
        const urgings = rows.map((row) => entryView(row, { moment, kinds, names }));
        if (json) return out.json({ today: moment.today, total, urgings });
        for (const u of urgings)
          out.line(
            `${u.due}  ${u.matter}  ${u.clockName.zh}  ${u.organName.zh} · ${u.rungName.zh}  ${u.personName?.zh ?? '-'}  ${u.read ? `read ${u.read}` : 'not read'}`,
          );
        out.line(`${counted(total, 'open urging')}.`);
      }),
    );
}
