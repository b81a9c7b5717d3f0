import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';

/** Who names no folder meets no county: not the one that a developer keeps in the checkout. */
const NOWHERE = join(tmpdir(), 'banjie-nowhere');

export type Env = Readonly<Record<string, string | undefined>>;

export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts the command as a child; nothing of the shell's own settings reaches it. */
export function startBanjie(args: readonly string[], env: Env): ChildProcess {
  const {
    DATABASE_URL: _u,
    PORT: _p,
    HOST: _h,
    BANJIE_DATA: _d,
    BANJIE_COUNTY: _c,
    BANJIE_LOG: _l,
    BANJIE_METRICS_TOKEN: _m,
    BANJIE_PROXY: _x,
    ...rest
  } = process.env;
  const root = resolve(import.meta.dirname, '../..');
  return spawn(process.execPath, ['--import', 'tsx', join(root, 'test/support/banjie.ts'), ...args], {
    cwd: root,
    env: { ...rest, NODE_NO_WARNINGS: '1', BANJIE_DATA: NOWHERE, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** `banjie ARGS`, to its end. */
export function banjie(args: readonly string[], env: Env): Promise<Said> {
  const child = startBanjie(args, env);
  let [out, err] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return new Promise((settle) => child.once('close', (code) => settle({ code, out, err })));
}

/** The same in this process, for what need not be a process of its own: it saves seconds each. */
export async function banjieHere(args: readonly string[], env: Env, piped?: string): Promise<Said> {
  const { run } = await import('../../src/cli/main.ts');
  const stdin = Object.getOwnPropertyDescriptor(process, 'stdin')!;
  if (piped !== undefined) Object.defineProperty(process, 'stdin', { value: Readable.from([piped]), configurable: true });
  const [out, err]: [string[], string[]] = [[], []];
  const kept = [process.stdout.write, process.stderr.write] as const;
  process.stdout.write = hearing(out) as never;
  process.stderr.write = hearing(err) as never;
  try {
    return {
      code: await run(args, { BANJIE_PG_PACKAGE: process.env.BANJIE_PG_PACKAGE, BANJIE_DATA: NOWHERE, ...env }),
      out: out.join(''),
      err: err.join(''),
    };
  } finally {
    [process.stdout.write, process.stderr.write] = kept;
    Object.defineProperty(process, 'stdin', stdin);
  }
}

const hearing =
  (said: string[]) =>
  (text: string | Uint8Array, ...rest: unknown[]): boolean => {
    said.push(String(text));
    const written = rest.at(-1);
    if (typeof written === 'function') written();
    return true;
  };

/** `banjie start` on a free port, once it says that it is ready. */
export async function startServer(env: Env): Promise<{ child: ChildProcess; url: string; said: () => string }> {
  const child = startBanjie(['start', '--empty'], { PORT: '0', ...env });
  let all = '';
  const url = await new Promise<string>((settle, fail) => {
    const heard = (text: string) => {
      all += text;
      const ready = /Banjie is ready at (http:\S+)/.exec(all)?.[1];
      if (ready) settle(ready);
    };
    child.stdout?.setEncoding('utf8').on('data', heard);
    child.stderr?.setEncoding('utf8').on('data', heard);
    child.once('exit', (code) => fail(new Error(`banjie start ended with ${code}:\n${all}`)));
  });
  return { child, url, said: () => all };
}

export const ended = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((settle) => child.once('exit', (code) => settle(code)));
