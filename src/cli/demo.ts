import { performance } from 'node:perf_hooks';
import type { Command } from 'commander';
import { isLocalDate, weekday } from '../kernel/clock/index.ts';
import type { LocalDate } from '../kernel/clock/types.ts';
import { liveThrough, type Period, USUAL } from '../living.ts';
import { UsageError } from '../platform/setup-error.ts';
import { type Out, withHouse } from './out.ts';

interface Options {
  readonly matters: string;
  readonly from: string;
  readonly to: string;
  readonly seed: string;
  readonly json?: boolean;
}

const MOST = 1_000_000;

/** `banjie demo`: a period in the life of the model county. */
export function demoCommand(program: Command, out: Out): void {
  program
    .command('demo')
    .description('live a period in an empty model county: people apply, officers act, days pass')
    .option('--matters <n>', 'applications', String(USUAL.matters))
    .option('--from <date>', 'first day', USUAL.from)
    .option('--to <date>', 'last day; the clock then stands at nine the next morning', USUAL.to)
    .option('--seed <text>', 'the same seed gives the same county, to the byte', USUAL.seed)
    .option('--json', 'one document on stdout')
    .addHelpText('after', '\nExample:\n  BANJIE_DATA=/tmp/lived banjie demo --matters 5000 --seed 7')
    .action(async (options: Options) => {
      const period = periodOf(options);
      await withHouse(
        out,
        async (house) => {
          const begun = performance.now();
          const done = await liveThrough(house, period, (on, { matters, facts }) => {
            if (weekday(on) === 7) out.log(`${on}  ${matters} applications, ${facts} records`);
            return undefined;
          });
          if (!done.ok) {
            out.log(`${house.refusals.problem([done.refusal], [], 'en').detail} (${done.refusal.code})`);
            out.no();
            return;
          }
          const { matters, facts, acts, refused } = done.lived;
          const seconds = (performance.now() - begun) / 1000;
          if (options.json) out.json({ ...period, matters, facts, acts, refused: Object.fromEntries(refused) });
          else
            out.line(
              `${matters} matters, ${acts} acts, ${facts} records in ${seconds.toFixed(1)} s (${Math.round(matters / seconds)} matters/s).`,
            );
        },
        { makes: true },
      );
    });
}

function periodOf({ matters, from, to, seed }: Options): Period {
  const n = Number(matters);
  if (!Number.isInteger(n) || n < 1 || n > MOST) throw new UsageError(`--matters is "${matters}"; write a whole number from 1 to ${MOST}.`);
  for (const [name, day] of [
    ['--from', from],
    ['--to', to],
  ] as const)
    if (!isLocalDate(day)) throw new UsageError(`${name} is "${day}", which is no date. Write it like 2026-02-08.`);
  if (from > to) throw new UsageError(`--from ${from} is after --to ${to}. Exchange them.`);
  return { matters: n, from: from as LocalDate, to: to as LocalDate, seed };
}
