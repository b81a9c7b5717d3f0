import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import { withClient } from '../platform/database/connection.ts';
import { type Out, withHouse } from './out.ts';

/** `banjie secret`: the key with which a county seals its tokens. */
export function secretCommands(program: Command, out: Out): void {
  program
    .command('secret')
    .description("the county's own key")
    .addHelpText('after', '\nExample:\n  banjie secret rotate')
    .command('rotate')
    .description('a new key: every bearer token is void at once; restart the servers of this county afterwards')
    .addHelpText('after', '\nExample:\n  banjie secret rotate')
    .action(() =>
      withHouse(out, async (house) => {
        await withClient(house.county.ownerUrl, (db) => db.query('UPDATE matter.county SET secret = $1', [randomBytes(32)]));
        out.line('The county has a new key. Restart its servers: until then they take the old tokens.');
      }),
    );
}
