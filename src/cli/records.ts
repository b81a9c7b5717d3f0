import { createReadStream, existsSync } from 'node:fs';
import type { Command } from 'commander';
import { replaceCounty } from '../county-intake.ts';
import { compareTallies, tallyClosed } from '../institutions/licensing/index.ts';
import { rebuildUrging } from '../institutions/urging/index.ts';
import { institutions } from '../institutions.ts';
import { importLines } from '../kernel/journal/intake.ts';
import { exportLines, JOURNAL_TABLES } from '../kernel/journal/ndjson.ts';
import { rebuild } from '../kernel/matter/rebuild.ts';
import { checkoutRoot } from '../platform/checkout.ts';
import { readConfig } from '../platform/config.ts';
import { withClient } from '../platform/database/connection.ts';
import { UsageError } from '../platform/setup-error.ts';
import { REGISTER_TABLES } from '../records.ts';
import { erasureCommand } from './erasure.ts';
import { type Out, withHouse } from './out.ts';
import { faultLine, verifyAll, verifyCommand } from './verify.ts';

/** Lines of a file. (readline loses the lines that come before its iterator is asked.) */
async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(file, 'utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest) yield rest;
}

/** All or nothing: an export that does not verify is taken in only where that is said. */
async function takeIn(file: string, withFaults: boolean, out: Out): Promise<void> {
  if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`);
  let rows = 0;
  const good = await replaceCounty(readConfig(out.env, checkoutRoot), out.env, (ownerUrl) =>
    withClient(ownerUrl, async (db) => {
      const done = await importLines(db, linesOf(file), TABLES);
      rows = done.rows;
      for (const f of done.faults) out.line(`line ${f.line}: ${f.message}`);
      if (done.faults.length > 0) return false;
      const county = await db.query('SELECT FROM matter.county');
      if (!county.rowCount) out.line('the county itself is missing');
      const sealed = county.rowCount ? await whole(db, out) : false;
      if (!sealed && !withFaults) return false;
      await db.query(RESUME, [Date.now()]);
      await rebuildAll(db, true);
      // Nobody waits for a page here: the time accounts of what came closed are added up now.
      await tallyClosed(db, { most: Number.POSITIVE_INFINITY, all: true });
      await db.query('ANALYZE');
      return Boolean(county.rowCount);
    }),
  );
  if (good) out.log(`${rows} records imported.`);
  else {
    out.log('Nothing was imported.');
    out.no();
  }
}

/** The model county's clock goes on from its last record. */
const RESUME = `UPDATE matter.county SET clock_offset = coalesce((SELECT extract(epoch FROM max(at)) * 1000 FROM journal.fact)::bigint - $1, 0) WHERE model`;

/** Whether what was taken in verifies; its derived tables are not made yet. */
async function whole(db: Parameters<typeof verifyAll>[0], out: Out): Promise<boolean> {
  const faults = (await verifyAll(db)).faults.filter((f) => f.code !== 'head');
  for (const f of faults) out.line(faultLine(f));
  return faults.length === 0;
}

const TABLES = [...REGISTER_TABLES, ...JOURNAL_TABLES];
const kinds = institutions.flatMap((i) => (i.kind ? [i.kind] : []));

/**
 * Every derived table: those of matters, the time accounts (added up after the closing, so what is there is compared; what is not there
 * yet comes with the sweep), and the lists of who was urged.
 */
async function rebuildAll(db: Parameters<typeof rebuild>[0], replace: boolean): ReturnType<typeof rebuild> {
  const { tables, differing } = await rebuild(db, kinds, replace);
  const more = { ...(await compareTallies(db, replace)), ...(await rebuildUrging(db, replace)) };
  return { tables: tables + Object.keys(more).length, differing: { ...differing, ...more } };
}

/** Export, import, verify, rebuild, erase. */
export function recordCommands(program: Command, out: Out): void {
  program
    .command('export <file>')
    .description('all records of the county, a line each (- for stdout); keep it as safe as the database')
    .addHelpText('after', '\nExample:\n  banjie export county.ndjson')
    .action((file: string) =>
      withHouse(out, async (house) => {
        const n = await withClient(house.county.ownerUrl, (db) => out.file(file, exportLines(db, TABLES)));
        out.log(`${n} records written.`);
      }),
    );
  program
    .command('import <file>')
    .description('take in an export, into an empty house only')
    .option('--with-faults', 'also where the journal in it does not verify')
    .addHelpText('after', '\nExample:\n  BANJIE_DATA=/srv/new banjie import county.ndjson')
    .action((file: string, { withFaults }: { withFaults?: boolean }) => takeIn(file, withFaults ?? false, out));
  verifyCommand(program, out);
  program
    .command('rebuild')
    .description('make every derived table again from the facts')
    .option('--check', 'compare only')
    .option('--json', 'one document on stdout')
    .addHelpText('after', '\nExample:\n  banjie rebuild --check')
    .action(({ check, json }: { check?: boolean; json?: boolean }) =>
      withHouse(out, async (house) => {
        const { tables, differing } = await withClient(house.county.ownerUrl, (db) => rebuildAll(db, !check));
        const n = Object.values(differing).reduce((a, b) => a + b, 0);
        if (json) out.json({ rows: n, tables, differing });
        else out.line(`${n} rows differ in ${tables} tables`);
        if (n > 0) for (const [table, count] of Object.entries(differing)) if (count > 0) out.log(`${table}: ${count}`);
        if (n > 0 && check) out.no();
      }),
    );
  erasureCommand(program, out);
}
