#!/usr/bin/env node
// Stands in for systemctl where a test may not touch the machine: it does what the unit file says, for one unit, beside a real service manager.
// UNITS is its folder of units, STATE its own folder. Only what our documents use.
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const { UNITS, STATE } = process.env;
const [action, ...rest] = process.argv.slice(2);
const name = rest.findLast((word) => !word.startsWith('-'));
const pidFile = join(STATE, 'pid');

function unit() {
  const lines = readFileSync(join(UNITS, `${name}.service`), 'utf8').split('\n');
  const pairs = lines
    .filter((line) => /^\w+=/.test(line))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]);
  return Object.fromEntries(pairs);
}

const environment = (file) =>
  Object.fromEntries(
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => /^\w+=/.test(line))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

function start() {
  const { ExecStart, EnvironmentFile, WorkingDirectory } = unit();
  const [command, ...args] = ExecStart.split(' ');
  const log = openSync(join(STATE, 'journal'), 'a');
  const { PATH, HOME, TMPDIR, LANG, BANJIE_PG_PACKAGE } = process.env;
  const env = {
    PATH,
    HOME,
    ...(TMPDIR && { TMPDIR }),
    ...(LANG && { LANG }),
    ...(BANJIE_PG_PACKAGE && { BANJIE_PG_PACKAGE }),
    ...environment(EnvironmentFile),
  };
  const child = spawn(command, args, { cwd: WorkingDirectory, env, detached: true, stdio: ['ignore', log, log] });
  writeFileSync(pidFile, String(child.pid));
  child.unref();
}

async function stop() {
  const { TimeoutStopSec } = unit();
  const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) : 0;
  if (!pid || !alive(pid)) return;
  process.kill(pid, 'SIGTERM');
  const until = Date.now() + Number(TimeoutStopSec) * 1000;
  while (alive(pid) && Date.now() < until) await new Promise((wake) => setTimeout(wake, 100));
  if (alive(pid)) throw new Error(`${name} did not stop within ${TimeoutStopSec} s`);
  rmSync(pidFile);
}

appendFileSync(join(STATE, 'asked'), `systemctl ${process.argv.slice(2).join(' ')}\n`);
if (action === 'daemon-reload') process.exit(0);
if (action === 'start' || (action === 'enable' && rest.includes('--now'))) start();
else if (action === 'stop') await stop();
else if (action === 'restart') {
  await stop();
  start();
} else throw new Error(`systemctl ${action} is not in our documents`);
