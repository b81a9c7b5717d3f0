import type { Command } from 'commander';
import {
  AccountBook,
  type AccountsAsk,
  BYS,
  type By,
  countyAsk,
  type ReportRow,
  reportOf,
  tallyClosed,
} from '../institutions/licensing/accounts/index.ts';
import { isLocalDate } from '../kernel/clock/index.ts';
import type { LocalDate } from '../kernel/clock/types.ts';
import { UsageError } from '../platform/setup-error.ts';
import { type Out, withHouse } from './out.ts';

interface Options {
  readonly by: string;
  readonly from?: string;
  readonly to?: string;
  readonly open?: boolean;
  readonly working?: boolean;
  readonly json?: boolean;
}

/** The time accounts of the whole county, for who runs the house. */
export function accountCommands(program: Command, out: Out): void {
  program
    .command('accounts')
    .description('in whose hands the time of the matters was: by organ, item, level or seat')
    .option('--by <what>', BYS.join(', '), 'organ')
    .option('--from <day>', 'closed on this day or later; the first of the month where absent')
    .option('--to <day>', 'closed on this day or earlier; today where absent')
    .option('--open', 'matters not closed yet, until now, instead of those closed')
    .option('--working', 'only the time on working days (24 hours each), not on the clock')
    .option('--json', 'one document on stdout')
    .addHelpText('after', '\nExample:\n  banjie accounts --by level --from 2026-02-01 --to 2026-02-28')
    .action((options: Options) =>
      withHouse(out, async (house) => {
        const by = BYS.find((one) => one === options.by);
        if (!by) throw new UsageError(`--by is one of ${BYS.join(', ')}.`);
        const moment = await house.moment();
        const [from, to] = [dayIn(options.from, '--from') ?? firstOf(moment.today), dayIn(options.to, '--to') ?? moment.today];
        if (from > to) throw new UsageError('--from lies after --to: exchange them.');
        // Nobody waits for a page here: what has closed is added up first.
        await tallyClosed(house.pool, { most: Number.POSITIVE_INFINITY, all: true });
        const book = new AccountBook(house.pool);
        const given = options.open ? await book.open() : [];
        const ask: AccountsAsk = countyAsk(moment, {
          given,
          working: options.working ?? false,
          ...(!options.open && { closed: { from, to } }),
        });
        const report = await reportOf(house, book, moment, ask, by);
        const about = { from, to, of: options.open ? 'open' : 'closed', by, unit: options.working ? 'working' : 'clock' };
        if (options.json) return out.json({ ...about, ...report });
        for (const line of told(report.rows, report.total, by)) out.line(line);
        out.line(
          `${options.open ? 'Open now' : `Closed ${from} to ${to}`}. Days of 24 hours${options.working ? ' on working days' : ', nights and rest days counted'}; median and 90 % by matter.`,
        );
        out.line(
          `Bounced ${report.bounces.times}; stopped within ${report.pauses.days} working days of the due day ${report.pauses.times}; waited for a deputy or chief ${report.leaders.matters}, half of them at most ${days(report.leaders.median)} days.`,
        );
      }),
    );
}

function dayIn(text: string | undefined, option: string): LocalDate | undefined {
  if (text !== undefined && !isLocalDate(text)) throw new UsageError(`${option} is a day such as 2026-02-28.`);
  return text as LocalDate | undefined;
}

const firstOf = (today: LocalDate): LocalDate => `${today.slice(0, 8)}01` as LocalDate;
const days = (seconds: number): string => (seconds / 86_400).toFixed(2);

const NUMBERS = ['matters', 'days', 'median', '90 %', 'in promise', 'in law'] as const;

function* told(rows: readonly ReportRow[], total: ReportRow, by: By): Generator<string> {
  const cells = (row: ReportRow): string[] => [
    row === total ? 'all' : row.key || '-',
    String(row.matters),
    days(row.seconds),
    days(row.median),
    days(row.p90),
    `${row.limits.kept}/${row.limits.promised}`,
    `${row.limits.lawful}/${row.limits.limited}`,
    row === total ? '' : row.name.en,
  ];
  const table = [[by, ...NUMBERS, ''], ...[...rows, total].map(cells)];
  const wide = table[0]!.map((_, i) => Math.max(...table.map((line) => line[i]!.length)));
  for (const line of table)
    yield line
      .map((cell, i) => (i === 0 || i === 7 ? cell.padEnd(wide[i]!) : cell.padStart(wide[i]!)))
      .join('  ')
      .trimEnd();
}
