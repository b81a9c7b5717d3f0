import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { authorityImport, catalogueImport, type ImportResult, openCatalogue } from '../institutions/catalogue/commands.ts';
import { isLocalDate } from '../kernel/clock/index.ts';
import type { LocalDate } from '../kernel/clock/types.ts';
import type { House } from '../open-house.ts';
import { checkoutRoot } from '../platform/checkout.ts';
import { withClient } from '../platform/database/connection.ts';
import { UsageError } from '../platform/setup-error.ts';
import { counted, type Out, withHouse } from './out.ts';

/** The power and service lists. */
export function catalogueCommands(program: Command, out: Out): void {
  const catalogue = program
    .command('catalogue')
    .description('the power and service lists')
    .addHelpText('after', '\nExample:\n  banjie catalogue check');
  catalogue
    .command('check')
    .description('counts against the entry register, and every fault')
    .option('--json', 'one document on stdout')
    .addHelpText('after', '\nExample:\n  banjie catalogue check --json')
    .action(({ json }) =>
      withHouse(out, async (house) => {
        const check = await withClient(house.county.appUrl, async (db) => (await openCatalogue(db as never)).check());
        if (json) out.json(check);
        else {
          out.line(
            `${check.departments} departments, ${check.items} items, ${check.core} core, ${check.charges_and_convenience} charges and convenience items`,
          );
          for (const f of [...check.faults, ...check.explained]) out.line(`${f.item} ${f.code}: ${f.text.zh} · ${f.text.en}`);
        }
        if (check.faults.length > 0) out.no();
      }),
    );
  catalogue
    .command('import [file]')
    .description('take in a list (CSV): all of it, or nothing and every fault; without a file the one kept for this county')
    .option('--json', 'one document on stdout')
    .addHelpText(
      'after',
      `
Items that the file leaves out stay as they are. To cancel or suspend one, give it a row with item_status cancelled or suspended.

Example:
  BANJIE_COUNTY=511602 banjie catalogue import county/511602/guangan-district-items.csv`,
    )
    .action((file: string | undefined, { json }: { json?: boolean }) =>
      withHouse(out, async (house) => {
        const path = file ?? join(checkoutRoot, 'county', house.config.county, 'guangan-district-items.csv');
        if (!existsSync(path)) throw new UsageError(`There is no file ${path}. Name the CSV to import.`);
        const m = await house.moment();
        await imported(house, Boolean(json), out, (db) =>
          catalogueImport(db, path, {
            on: m.today,
            at: new Date(m.now * 1000).toISOString(),
            by: 'administrator',
            tell: ({ zh, en }) => out.log(`${zh} · ${en}`),
          }),
        );
      }),
    );
  catalogue
    .command('authority <file>')
    .description('take in an authority table (YAML) whole, which holds from a day on; or nothing and every fault')
    .option('--from <day>', 'its first day, today or later; today where absent')
    .option('--json', 'one document on stdout')
    .addHelpText('after', '\nExample:\n  banjie catalogue authority county/model/catalogue/authority.yaml --from 2026-03-02')
    .action((file: string, { from, json }: { from?: string; json?: boolean }) =>
      withHouse(out, async (house) => {
        const m = await house.moment();
        // What was done was judged by the table of its day: that answer must not change.
        if (from !== undefined && (!isLocalDate(from) || from < m.today))
          throw new UsageError(
            `--from is a day such as ${m.today}, and no earlier than that: an act is judged by the table of its own day.`,
          );
        await imported(house, Boolean(json), out, (db) =>
          authorityImport(db, file, {
            on: (from as LocalDate | undefined) ?? m.today,
            at: new Date(m.now * 1000).toISOString(),
            by: 'administrator',
          }),
        );
      }),
    );
}

/** Says what was taken in, or every fault; engines then read the lists anew. */
async function imported(house: House, json: boolean, out: Out, take: (db: never) => Promise<ImportResult>): Promise<void> {
  const result = await withClient(house.county.ownerUrl, async (db) => {
    const done = await take(db as never);
    if (done.ok && done.edition !== undefined) await db.query('UPDATE matter.county SET edition = edition + 1');
    return done;
  });
  if (json) out.json(result);
  else if (result.ok) out.line(`${result.added} added, ${result.changed} changed.`);
  else for (const f of result.faults) out.line(`row ${f.row ?? '-'} ${f.column ?? ''} ${f.item} ${f.code}: ${f.text.zh} · ${f.text.en}`);
  if (!result.ok) {
    out.log(`${counted(result.faults.length, 'fault')}; nothing was changed.`);
    out.no();
  }
}
