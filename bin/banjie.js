#!/usr/bin/env node
// The command. Plain JavaScript: installs what is missing and builds on first use.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { buildServer, buildWorkbench, isBuilt } from './build.js';
import { waitForTurn } from './one-at-a-time.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const say = (line) => process.stderr.write(`${line}\n`);

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  say(`Banjie needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer Node and try again.`);
  process.exit(1);
}

const runTool = (command, args, failed) => {
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (status === 0) return;
  say(failed);
  process.exit(1);
};

const lock = join(root, 'package-lock.json');
const installed = join(root, 'node_modules', '.package-lock.json');
const isInstalled = () => existsSync(installed) && statSync(installed).mtimeMs + 1000 >= statSync(lock).mtimeMs;

function mayWrite() {
  try {
    accessSync(root, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

// A second `npm ci` in the same folder would destroy the first: one process prepares, the others wait and find it done.
if (!isInstalled() || !isBuilt(root)) {
  if (!mayWrite()) {
    say(`This version is not installed and built yet, and this account may not write to ${root}.`);
    say(`Run this once as whoever may: sudo node ${join(root, 'bin', 'banjie.js')} --help`);
    process.exit(1);
  }
  const free = waitForTurn(join(root, '.preparing'), say);
  process.on('exit', free);
  if (!isInstalled()) {
    say('Installing packages …');
    runTool(
      'npm',
      ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
      'npm ci failed. Check the network and try again.',
    );
  }
  if (!buildServer(root, say) || !buildWorkbench(root, say)) {
    say('The build failed; the lines above say where.');
    process.exit(1);
  }
  process.off('exit', free);
  free();
}

// A service that is told to stop before it has begun has stopped in order; main.ts takes over from here.
if (process.argv[2] === 'start') {
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => process.exit(0));
  // On a large machine what nobody needs any more would lie about until the heap is several times what lives (bench/results/memory.md).
  setFlagsFromString('--heap-growing-percent=60');
}

const { run } = await import(pathToFileURL(join(root, 'dist', 'cli', 'main.js')).href);
const code = await run(process.argv.slice(2), process.env);
if (code >= 0) process.exitCode = code;
