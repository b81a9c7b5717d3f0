import { createReadStream, existsSync } from 'node:fs';
import type { Command } from 'commander';
import { institutions } from '../institutions.ts';
import { erasePerson, findPersons } from '../kernel/journal/erase.ts';
import { exportLines, importLines, JOURNAL_TABLES } from '../kernel/journal/ndjson.ts';
import { verifyJournal } from '../kernel/journal/verify.ts';
import { rebuild } from '../kernel/matter/rebuild.ts';
import { emptyCounty } from '../open-house.ts';
import { checkoutRoot } from '../platform/checkout.ts';
import { readConfig } from '../platform/config.ts';
import { withClient } from '../platform/database/connection.ts';
import { SetupError } from '../platform/setup-error.ts';
import { REGISTER_TABLES } from '../records.ts';
import { type Out, withHouse } from './out.ts';

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

async function takeIn(file: string, out: Out): Promise<void> {
  if (!existsSync(file)) throw new SetupError(`There is no file ${file}.`);
  const { server, county } = await emptyCounty(readConfig(out.env, checkoutRoot), out.env);
  try {
    const result = await withClient(county.ownerUrl, async (db) => {
      const done = await importLines(db, linesOf(file), TABLES);
      if (done.faults.length === 0) await rebuild(db, kinds, true);
      await db.query('ANALYZE');
      return done;
    });
    for (const f of result.faults) out.line(`line ${f.line}: ${f.message}`);
    if (result.faults.length > 0) {
      out.log('Nothing was imported.');
      out.no();
    } else out.log(`${result.rows} records imported.`);
  } finally {
    await server.close();
  }
}

const TABLES = [...REGISTER_TABLES, ...JOURNAL_TABLES];
const kinds = institutions.flatMap((i) => (i.kind ? [i.kind] : []));

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
    .addHelpText('after', '\nExample:\n  BANJIE_DATA=/srv/new banjie import county.ndjson')
    .action((file: string) => takeIn(file, out));
  program
    .command('verify')
    .description('re-derive every hash, chain and digest of the journal')
    .option('--json', 'one document on stdout')
    .addHelpText('after', '\nExample:\n  banjie verify')
    .action(({ json }) =>
      withHouse(out, async (house) => {
        const result = await withClient(house.county.ownerUrl, verifyJournal);
        if (json) out.json(result);
        else {
          for (const f of result.faults) out.line(`${f.matter} #${f.seq}: ${f.code}`);
          out.line(`${result.faults.length} faults in ${result.facts} facts`);
        }
        if (result.faults.length > 0) out.no();
      }),
    );
  program
    .command('rebuild')
    .description('make every derived table again from the facts')
    .option('--check', 'compare only')
    .option('--json', 'one document on stdout')
    .addHelpText('after', '\nExample:\n  banjie rebuild --check')
    .action(({ check, json }: { check?: boolean; json?: boolean }) =>
      withHouse(out, async (house) => {
        const { tables, differing } = await withClient(house.county.ownerUrl, (db) => rebuild(db, kinds, !check));
        const n = Object.values(differing).reduce((a, b) => a + b, 0);
        if (json) out.json({ rows: n, tables, differing });
        else out.line(`${n} rows differ in ${tables} tables`);
        if (n > 0) for (const [table, count] of Object.entries(differing)) if (count > 0) out.log(`${table}: ${count}`);
        if (n > 0 && check) out.no();
      }),
    );
  program
    .command('person')
    .description('personal data')
    .command('erase <id>')
    .description('erase a person by person id or document number: names, numbers, papers; the records stay and still verify')
    .option('--reason <text>', 'why, for the record of erasures', 'request of the person')
    .addHelpText('after', '\nExample:\n  banjie person erase 110101199003070003')
    .action((id: string, { reason }: { reason: string }) =>
      withHouse(out, async (house) => {
        const m = await house.moment();
        const erased = await withClient(house.county.ownerUrl, async (db) => {
          const persons = await findPersons(db, id);
          let rows = 0;
          for (const person of persons) rows += await erasePerson(db, person, m.now, reason);
          return { persons: persons.length, rows };
        });
        if (erased.persons === 0) {
          out.log(`Nobody is known by ${id}.`);
          out.no();
        } else out.line(`${erased.persons} persons erased, ${erased.rows} rows of personal data gone.`);
      }),
    );
}
