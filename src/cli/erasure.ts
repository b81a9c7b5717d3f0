import type { Command } from 'commander';
import { eraseAgent } from '../institutions/licensing/agents.ts';
import { mattersOfAgent } from '../institutions/licensing/queries.ts';
import { erasePerson, findPersons, openMattersOf } from '../kernel/journal/erase.ts';
import type { House } from '../open-house.ts';
import { withClient } from '../platform/database/connection.ts';
import { removePassword } from '../platform/sign-in/accounts.ts';
import { counted, type Out, withHouse } from './out.ts';

interface Options {
  readonly reason: string;
  readonly alsoOpen?: true;
}

/** Personal data are deleted once what they were given for is done (个人信息保护法 47): not of who holds an office, nor unasked while a matter is open. */
export function erasureCommand(program: Command, out: Out): void {
  program
    .command('person')
    .description('personal data')
    .addHelpText('after', '\nExample:\n  banjie person erase 110101199003070003')
    .command('erase <id>')
    .description(
      'erase a person by person id or document number (third parties of a matter: t-NUMBER; who received it for the applicant: r-NUMBER): names, numbers, papers; the records stay and still verify. An officer in office is refused; with open matters it needs --also-open',
    )
    .option('--reason <text>', 'why, for the record of erasures', 'request of the person')
    .option('--also-open', 'also where a matter of the person is still open: it goes on without name, number and papers')
    .addHelpText('after', '\nExample:\n  banjie person erase 110101199003070003')
    .action((id: string, options: Options) => withHouse(out, (house) => erase(house, id, options, out)));
}

async function erase(house: House, id: string, { reason, alsoOpen }: Options, out: Out): Promise<void> {
  const m = await house.moment();
  const persons = await withClient(house.county.ownerUrl, (db) => findPersons(db, id));
  const [seat] = [id, ...persons].flatMap((person) => m.directory.seatsOf(person, m.today));
  if (seat) {
    out.log(
      `Nothing was erased: ${id} holds the seat ${seat.id} (${seat.name.en}), and the name belongs to the acts of that office. End the appointment first, then erase.`,
    );
    return out.no();
  }
  const open = await withClient(house.county.ownerUrl, async (db) =>
    openMattersOf(db, [id, ...persons], await mattersOfAgent(house.pool, id)),
  );
  if (open.length > 0 && !alsoOpen) {
    out.log(
      `Nothing was erased: ${counted(open.length, 'matter')} still open, for which the data were given: ${open.join(', ')}. Wait until they are closed or withdrawn; or erase all the same with --also-open: they go on without name, number and papers.`,
    );
    return out.no();
  }
  const agent = await eraseAgent(house, id, reason);
  if (agent > 0) out.line(`Erased as an agent in ${agent} matters; what the applicants gave stays.`);
  const erased = await withClient(house.county.ownerUrl, async (db) => {
    const left = await findPersons(db, id);
    let rows = 0;
    for (const person of left) {
      rows += await erasePerson(db, person, m.now, reason);
      await removePassword(db, person);
    }
    return { persons: left.length, rows };
  });
  if (erased.persons === 0 && agent > 0) return;
  if (erased.persons === 0) {
    out.log(`Nobody is known by ${id}.`);
    return out.no();
  }
  out.line(`${counted(erased.persons, 'person')} erased, ${counted(erased.rows, 'row')} of personal data gone.`);
  if (open.length > 0) out.line(`Still open, and without them: ${open.join(', ')}.`);
}
