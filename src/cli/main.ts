import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command, CommanderError } from 'commander';
import { SetupError, UsageError } from '../platform/setup-error.ts';
import { commandWords } from '../words.ts';
import { accountCommands } from './accounts.ts';
import { calendarCommands } from './calendar.ts';
import { catalogueCommands } from './catalogue.ts';
import { countyCommands } from './county.ts';
import { deadlineCommand } from './deadline.ts';
import { demoCommand } from './demo.ts';
import { dutiesCommand } from './duties.ts';
import type { Out } from './out.ts';
import { passwordCommands } from './password.ts';
import { recordCommands } from './records.ts';
import { readSecret } from './secret.ts';
import { secretCommands } from './secrets.ts';
import { termsCommand } from './terms.ts';
import { urgingsCommand } from './urgings.ts';

/** The `banjie` command. Exit 0 yes or done, 1 the answer is no or a fault was found, 2 bad usage. */
export async function run(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Promise<number> {
  let exit = 0;
  closedPipes();
  const out: Out = {
    env,
    line: (text) => void process.stdout.write(`${text}\n`),
    log: (text) => void process.stderr.write(`${text}\n`),
    json: (value) => void process.stdout.write(`${JSON.stringify(value)}\n`),
    secret: readSecret,
    no: () => {
      exit = 1;
    },
    file: async (path, lines) => {
      let n = 0;
      const counted = async function* () {
        for await (const line of lines) {
          n++;
          yield line;
        }
      };
      if (path === '-') await pipeline(Readable.from(counted()), process.stdout, { end: false }).catch(unlessClosed);
      else await pipeline(Readable.from(counted()), createWriteStream(path));
      return n;
    },
  };
  const program = new Command('banjie')
    .description(commandWords.about)
    .addHelpText('after', '\nExample:\n  banjie start\nEvery command has an example of its own: banjie clock set --help')
    .exitOverride()
    .showHelpAfterError('Run with --help for an example.')
    .configureOutput({ writeErr: (text) => void process.stderr.write(text) });

  program
    .command('start')
    .description('open the county and serve it')
    .option('--empty', 'leave a new model county empty instead of living its first weeks')
    .addHelpText('after', START_HELP)
    .action(async ({ empty }: { empty?: boolean }) => {
      const { main } = await import('../main.ts');
      await main(env, out.line, { empty });
      exit = -1;
    });
  countyCommands(program, out);
  secretCommands(program, out);
  demoCommand(program, out);
  catalogueCommands(program, out);
  termsCommand(program, out);
  deadlineCommand(program, out);
  calendarCommands(program, out);
  dutiesCommand(program, out);
  accountCommands(program, out);
  urgingsCommand(program, out);
  recordCommands(program, out);
  passwordCommands(program, out);
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof SetupError) {
      out.log(error.message);
      return error instanceof UsageError ? 2 : 1;
    }
    const { path = 'The file', code = '', syscall } = error as NodeJS.ErrnoException;
    if (syscall && FILE_FAULTS[code]) {
      out.log(`${path}: ${FILE_FAULTS[code]}. Name another file.`);
      return code === 'ENOSPC' ? 1 : 2;
    }
    throw error;
  }
  return exit;
}

const CLOSED = new Set(['EPIPE', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_PREMATURE_CLOSE']);

/** `banjie … | head` has read enough: what is left to say goes nowhere, and the command ends as it would have. */
const unlessClosed = (error: NodeJS.ErrnoException): void => {
  if (!CLOSED.has(error.code ?? '')) throw error;
};

/** Also what is written after the pipe has closed, by whatever part of a command. */
function closedPipes(): void {
  for (const stream of [process.stdout, process.stderr])
    if (!stream.listeners('error').includes(unlessClosed)) stream.on('error', unlessClosed);
}

/** What can be wrong with a file somebody named: bad usage, save a disk that is full. */
const FILE_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder, not a file',
  EACCES: 'it may not be used by this user',
  ENOSPC: 'the disk is full',
};

const START_HELP = `
Environment:
  PORT           port to listen on (8800; 0 takes any free port)
  HOST           address to listen on (127.0.0.1)
  DATABASE_URL   a PostgreSQL server, 15 or newer (default: an embedded one)
  BANJIE_DATA    folder for the embedded database (.banjie in the checkout)
  BANJIE_COUNTY  the county to serve (model)
  BANJIE_LOG     silent, error, warn, info or debug, on stderr (warn at a terminal, else info: a line a request)
  BANJIE_PROXY   loopback, or the address of the proxy whose X-Forwarded-For is believed (default: nobody's)
  BANJIE_METRICS_TOKEN  who brings it may read /metrics (default: only this machine may)

Example:
  PORT=9000 npm start`;
