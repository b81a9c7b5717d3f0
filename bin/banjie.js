#!/usr/bin/env node
// The command. Plain JavaScript: installs what is missing and builds on first use.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

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
if (!existsSync(installed) || statSync(installed).mtimeMs + 1000 < statSync(lock).mtimeMs) {
  say('Installing packages …');
  runTool(
    'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    'npm ci failed. Check the network and try again.',
  );
}

/** A fingerprint of the sources: names, sizes and times. */
function fingerprint(folder) {
  const entries = [];
  const walk = (dir) => {
    for (const e of readdirSync(dir, { withFileTypes: true })) {
      const path = join(dir, e.name);
      if (e.isDirectory()) walk(path);
      else if (/\.tsx?$/.test(e.name) && !/\.test\.tsx?$/.test(e.name)) {
        const s = statSync(path);
        entries.push(`${path.slice(root.length)}:${s.size}:${Math.floor(s.mtimeMs)}`);
      }
    }
  };
  walk(folder);
  return entries.sort().join('\n');
}

const stamp = join(root, 'dist', '.built');
const now = fingerprint(join(root, 'src'));
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== now) {
  say('Building …');
  runTool(
    process.execPath,
    [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json'],
    'The build failed; the lines above say where.',
  );
  writeFileSync(stamp, now);
}

const { run } = await import(pathToFileURL(join(root, 'dist', 'cli', 'main.js')).href);
const code = await run(process.argv.slice(2), process.env);
if (code >= 0) process.exitCode = code;
