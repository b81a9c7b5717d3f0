import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { serve } from '../../src/main.ts';
import { openHouse } from '../../src/open-house.ts';
import { checkoutRoot } from '../../src/platform/checkout.ts';
import { readConfig } from '../../src/platform/config.ts';
import type { DatabaseServer } from '../../src/platform/database/server.ts';
import { openDatabaseServer } from '../../src/platform/database/supervisor.ts';
import type { call } from './call.ts';
import { banjieHere, type Env } from './command.ts';
import { removeFolder, temporaryFolder } from './folders.ts';

type Served = Parameters<typeof call>[0];

/** Data folders for tests of the command. Their databases are kept open, so that each command joins one instead of starting it. */
export function dataFolders<N extends string>(...names: readonly N[]) {
  const home = temporaryFolder();
  const version = process.env.BANJIE_PG_PACKAGE || undefined;
  const at = (name: string) => join(home, name);
  const servers: DatabaseServer[] = [];
  beforeAll(async () => {
    for (const name of names) servers.push(await openDatabaseServer({ dataDir: at(name), version, settings: { fsync: 'off' } }));
  });
  afterAll(async () => {
    for (const server of servers) await server.close();
    removeFolder(home);
  });
  const env = (name: N, more: Env = {}): Env => ({ BANJIE_PG_PACKAGE: version, BANJIE_DATA: at(name), ...more });

  return {
    at,
    env,
    /** What a command that must succeed says on stdout. */
    good: async (args: readonly string[], settings: Env): Promise<string> => {
      const said = await banjieHere(args, settings);
      expect(said.code, `${args.join(' ')}: ${said.err}`).toBe(0);
      return said.out;
    },
    /** The county served, from this process. */
    served: async <T>(settings: Env, work: (house: Served) => Promise<T>): Promise<T> => {
      const house = await openHouse(readConfig(settings, checkoutRoot), settings);
      const app = await serve(house);
      try {
        return await work({ url: await app.listen({ port: 0, host: '127.0.0.1' }), as: () => ({ authorization: '' }) });
      } finally {
        await app.close();
        await house.close();
      }
    },
  };
}
