import type { Command } from 'commander';
import type { Refusal } from '../kernel/decision.ts';
import { isApplicant } from '../kernel/organisation/index.ts';
import type { House } from '../open-house.ts';
import { removePassword, setPassword } from '../platform/sign-in/accounts.ts';
import { passwordFault } from '../platform/sign-in/passwords.ts';
import { type Out, withHouse } from './out.ts';

/** `banjie password`: who signs in with one. The command itself needs no password: whoever can run it can read everything. */
export function passwordCommands(program: Command, out: Out): void {
  const password = program
    .command('password')
    .description('passwords of the people who sign in')
    .addHelpText('after', '\nExample:\n  banjie password set o-0012');
  const no = (house: House, refusal: Refusal) => {
    out.log(`${house.refusals.problem([refusal], [], 'en').detail} (${refusal.code})`);
    out.no();
  };
  const isKnown = async (house: House, person: string) =>
    !isApplicant(person) && (await house.moment()).directory.career(person).length > 0;

  password
    .command('set <person>')
    .description('set a password, read from the terminal without showing it, or from stdin; signs the person out everywhere')
    .option('--stdin', 'read it from stdin, its first line')
    .addHelpText('after', '\nExample:\n  banjie password set o-0012 --stdin < password.txt')
    .action((person: string) =>
      withHouse(out, async (house) => {
        if (!(await isKnown(house, person))) return no(house, { code: 'person-unknown', params: { person } });
        const given = await out.secret(`Password for ${person}: `);
        const fault = passwordFault(given);
        if (fault) return no(house, fault);
        await setPassword(house.pool, person, given);
        out.line(`${person} signs in with the new password; whoever was signed in as ${person} is signed out.`);
      }),
    );
  password
    .command('remove <person>')
    .description('take the password away; signs the person out everywhere')
    .addHelpText('after', '\nExample:\n  banjie password remove o-0012')
    .action((person: string) =>
      withHouse(out, async (house) => {
        if (!(await removePassword(house.pool, person))) return no(house, { code: 'no-password-set', params: { person } });
        out.line(`${person} no longer signs in.`);
      }),
    );
}
