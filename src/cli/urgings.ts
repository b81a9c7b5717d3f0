import type { Command } from 'commander';
import { ladderOf, lateBy, namesOf, wantedLines } from '../institutions/urging/index.ts';
import { type LineView, lineView } from '../institutions/urging/view.ts';
import { ZONE_MINUTES } from '../kernel/matter/fold.ts';
import { urgingDesk } from '../urging.ts';
import { counted, type Out, withHouse } from './out.ts';

/** `banjie urgings`: who is urged of which clock, and whether he has read it. */
export function urgingsCommand(program: Command, out: Out): void {
  program
    .command('urgings')
    .description(
      'open urgings, in English and in the county’s time: who was told of which clock on which rungs, and whether the list was read',
    )
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
        const { rows, total } = await wantedLines(house.pool, ask, { limit: 10_000 });
        const names = await namesOf(
          house.pool,
          rows.map((row) => row.person),
        );
        const urgings = rows.map((row) => lineView(row, { moment, kinds, names }));
        if (json) return out.json({ today: moment.today, total, urgings });
        for (const line of urgings) out.line(urgingText(line));
        out.line(`${counted(total, 'open urging')}.`);
      }),
    );
}

/** One line, in English and in the county's time. */
export const urgingText = ({ due, matter, clockName, organName, rungName, personName, read }: LineView): string =>
  [due, matter, clockName.en, `${organName.en} · ${rungName.en}`, personName?.en ?? '-', read ? `read ${minute(read)}` : 'not read'].join(
    '  ',
  );

const minute = (iso: string): string => new Date(Date.parse(iso) + ZONE_MINUTES * 60_000).toISOString().slice(0, 16).replace('T', ' ');
