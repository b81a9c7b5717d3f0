import { run } from '../../src/cli/main.ts';

/** The `banjie` command from its sources, as a process of its own: what `bin/banjie.js` does after building. */
const code = await run(process.argv.slice(2), process.env);
if (code >= 0) process.exitCode = code;
