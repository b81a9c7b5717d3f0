import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { waitForTurn } from '../bin/one-at-a-time.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'banjie-turn-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const held = (pid: number | undefined) => {
  mkdirSync(join(folder, 'lock'));
  writeFileSync(join(folder, 'lock', String(pid)), '');
};

describe('preparing a folder', () => {
  it('is taken and freed, and leaves nothing', () => {
    const said: string[] = [];
    const free = waitForTurn(join(folder, 'lock'), (line) => said.push(line));
    expect(readdirSync(join(folder, 'lock'))).toEqual([String(process.pid)]);
    free();
    expect([readdirSync(folder), said]).toEqual([[], []]);
  });

  it('takes over from a process that is dead, and from an empty lock', () => {
    held(spawnSync(process.execPath, ['-e', '']).pid);
    waitForTurn(join(folder, 'lock'), () => {})();
    mkdirSync(join(folder, 'lock'));
    waitForTurn(join(folder, 'lock'), () => {})();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('waits for one that lives, and says so', () => {
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    held(child.pid);
    // The wait is a standstill of this process: the other is freed by its lock, from outside.
    const lock = join(folder, 'lock');
    spawn(process.execPath, ['-e', `setTimeout(() => require('fs').rmSync(${JSON.stringify(lock)}, { recursive: true }), 600)`]);
    const said: string[] = [];
    waitForTurn(lock, (line) => said.push(line))();
    child.kill();
    expect(said).toEqual([
      `Another banjie (process ${child.pid}) is installing or building here; waiting until it is done …`,
      'It is done; going on.',
    ]);
  });
});

describe('the command, started several times at once in a fresh folder', () => {
  const end = (child: ChildProcess) => new Promise<number | null>((settle) => child.once('close', settle));

  it('installs once', async () => {
    cpSync(join(import.meta.dirname, '../bin'), join(folder, 'bin'), { recursive: true });
    mkdirSync(join(folder, 'tools'));
    mkdirSync(join(folder, 'src'));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'package-lock.json'), '{}');
    // A package manager and two builders that do what the real ones do, and write down that they did.
    writeFileSync(
      join(folder, 'tools', 'npm'),
      `#!/bin/sh
echo install >> log
rm -rf node_modules
sleep 0.7
mkdir -p node_modules/typescript/bin node_modules/vite/bin
echo "const fs = require('fs'); fs.mkdirSync('dist/cli', { recursive: true }); fs.appendFileSync('log', 'build' + require('os').EOL); fs.writeFileSync('dist/cli/main.js', 'export const run = async () => 0;')" > node_modules/typescript/bin/tsc
echo "require('fs').mkdirSync(process.env.BANJIE_WORKBENCH_OUT, { recursive: true })" > node_modules/vite/bin/vite.js
echo '{"type":"commonjs"}' > node_modules/package.json
touch node_modules/.package-lock.json
`,
      { mode: 0o755 },
    );
    const env = { ...process.env, PATH: `${join(folder, 'tools')}:${process.env.PATH}` };
    const children = [1, 2, 3].map(() => spawn(process.execPath, [join(folder, 'bin/banjie.js'), 'codes'], { cwd: folder, env }));
    expect(await Promise.all(children.map(end))).toEqual([0, 0, 0]);
    expect(readFileSync(join(folder, 'log'), 'utf8')).toBe('install\nbuild\n');
    expect(existsSync(join(folder, '.preparing'))).toBe(false);
  });

  it('is left to whoever may write there: the service’s own account is told what to run, and nothing is made', () => {
    cpSync('bin', join(folder, 'bin'), { recursive: true });
    cpSync('package-lock.json', join(folder, 'package-lock.json'));
    chmodSync(folder, 0o555);
    const account = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const { status, stderr } = spawnSync(process.execPath, [join(folder, 'bin', 'banjie.js'), 'verify'], { encoding: 'utf8', ...account });
    chmodSync(folder, 0o755);
    expect([status, stderr]).toEqual([1, expect.stringContaining(`sudo node ${join(folder, 'bin', 'banjie.js')} --help`)]);
    expect(stderr).not.toContain('at ');
    expect(readdirSync(folder)).toEqual(['bin', 'package-lock.json']);
  });
});
