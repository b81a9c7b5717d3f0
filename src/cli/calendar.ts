import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import {
  applyCalendar,
  type Brought,
  type CalendarChange,
  deadlinesOf,
  previewCalendar,
  previewUndo,
  undoCalendar,
} from '../calendar-edition.ts';
import { deadlineList } from '../calendar-lists.ts';
import { textOrTorn } from '../kernel/encoding.ts';
import type { House } from '../open-house.ts';
import { type ShowOptions, showCalendar, yearOf } from './calendar-show.ts';
import { type TakeOptions, takenAway, withFiles } from './lists.ts';
import { type Out, withHouse } from './out.ts';

interface Options {
  readonly year?: string;
  readonly layer?: string;
  readonly document?: string;
  readonly documentEn?: string;
  readonly cause?: string;
  readonly json?: boolean;
}

/** The calendar by editions, and every open date. */
export function calendarCommands(program: Command, out: Out): void {
  const calendar = program
    .command('calendar')
    .description('holidays and make-up days by numbered editions')
    .addHelpText('after', '\nExample:\n  banjie calendar show 2026');
  calendar
    .command('show [year]')
    .description('the years, each with its status, document and edition, and the editions; one year with its days')
    .option('--edition <name>', 'the days of one edition, by the name that derivations give it')
    .option('--json', 'one document on stdout')
    .addHelpText('after', '\nExample:\n  banjie calendar show 2026 --json\n  banjie calendar show --edition 2026.1')
    .action((year: string | undefined, options: ShowOptions) => withHouse(out, (house) => showCalendar(house, out, year, options)));

  const withFile = (command: Command) =>
    command
      .option('--year <year>', 'take this year only')
      .option('--layer <layer>', 'national, regional (an ethnic area) or county (a stop of work); else what the file says, or national')
      .option('--document <text>', 'the document it rests on, where the file names none')
      .option('--document-en <text>', 'the same in English')
      .option('--cause <text>', 'why, for the record')
      .option('--json', 'one document on stdout');
  withFile(
    calendar.command('preview <file>').description('which open dates would move, which way, whose, and what turns; nothing is written'),
  )
    .addHelpText('after', '\nExample:\n  banjie calendar preview 2027.json --json')
    .action((file: string, options: Options) =>
      withHouse(out, (house) => tell(house, out, options, previewCalendar(house, broughtOf(file, options)), true)),
    );
  withFile(calendar.command('apply <file>').description('enter it as the next edition; each open date that moves gets its record'))
    .addHelpText('after', '\nExample:\n  banjie calendar apply 2027.json --json')
    .action((file: string, options: Options) =>
      withHouse(out, (house) => tell(house, out, options, applyCalendar(house, broughtOf(file, options)))),
    );
  calendar
    .command('undo [file]')
    .description('take the last edition back; every date is as it was. With a file: only if that edition holds its days')
    .option('--cause <text>', 'why, for the record')
    .option('--preview', 'only tell what would move')
    .option('--json', 'one document on stdout')
    .addHelpText('after', '\nExample:\n  banjie calendar undo --json')
    .action((file: string | undefined, options: Options & { preview?: boolean }) =>
      withHouse(out, (house) => {
        const asked = { cause: options.cause ?? '', ...(file !== undefined && { file: textOrTorn(readFileSync(file)) }) };
        return options.preview
          ? tell(house, out, options, previewUndo(house, asked), true)
          : tell(house, out, options, undoCalendar(house, 'administrator', asked));
      }),
    );

  withFiles(program.command('deadlines').description('every open clock with the day it is due'))
    .option('--json', 'one document on stdout')
    .addHelpText('after', '\nExample:\n  banjie deadlines --json')
    .action(({ json, ...files }: TakeOptions & { json?: boolean }) =>
      withHouse(out, async (house) => {
        const [dates, { today }] = [await deadlinesOf(house), await house.moment()];
        if (await takenAway({ listing: deadlineList, rows: dates, day: today }, files)) return;
        if (json) out.json(dates);
        else
          for (const d of dates)
            out.line(
              `${d.matter} ${d.clock} ${d.due} ${d.whose}${d.provisional ? ' provisional' : ''}${d.conditional ? ' conditional' : ''}${d.pausedUntil ? ` (paused, told to end ${d.pausedUntil})` : ''}`,
            );
      }),
    );
}

const broughtOf = (file: string, { year, json: _, ...beside }: Options): Brought => ({
  ...beside,
  ...(year !== undefined && { year: yearOf(year) }),
  file: textOrTorn(readFileSync(file)),
});

async function tell(house: House, out: Out, { json }: Options, change: Promise<CalendarChange>, would = false): Promise<void> {
  const done = await change;
  if (!done.ok) {
    const { code, title, next } = house.refusals.problem(done.refusals, [], 'en');
    if (json) out.json({ code, title, next, faults: done.faults });
    else for (const { place, code: fault, text } of done.faults) out.line(`${place || 'file'} ${fault}: ${text.zh} · ${text.en}`);
    out.log(`${title} ${next} (${code})`);
    out.no();
    return;
  }
  const { ok: _, ...moved } = done;
  if (json) return out.json(moved);
  const { edition, warnings, moves, settled, kept } = moved;
  out.line(`${would ? 'Would be edition' : 'Edition'} ${edition.name} (before: ${edition.before}) · ${edition.document.zh}`);
  for (const { code: warning, text } of warnings) out.line(`${warning}: ${text.zh} · ${text.en}`);
  for (const m of moves) out.line(`${m.matter} ${m.clock} ${m.from} → ${m.to} (${m.whose})${m.turns.map((t) => ` ${t}`).join('')}`);
  for (const k of kept) out.line(`${k.matter} ${k.clock} ${k.due} is kept (would be ${k.would}): a citizen's limit is not made shorter`);
  out.line(`Dates that move: ${moves.length}; that stay and are reckoned anew: ${settled.length}; citizens' limits kept: ${kept.length}.`);
}
