// Processes that a run left behind: known by the folder they work in, or by the mark that their environment carries.
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Put it into the environment of what is started: `{ [MARK]: folder }`. */
export const MARK = 'BANJIE_TEST_RUN';

/** Process numbers. A database server clears its environment and leaves its group, but works in its data folder. */
export function leftovers(folder) {
  if (process.platform === 'linux') {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
      .filter((pid) => worksIn(pid, folder) || read(`/proc/${pid}/environ`).includes(`${MARK}=${folder}\0`))
      .map(Number);
  }
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('postmaster.pid'));
  return files.map((name) => Number.parseInt(read(join(folder, name)), 10)).filter((pid) => pid > 1 && signal(pid, 0));
}

/** Ends them; returns how many there were. */
export async function endLeftovers(folder) {
  const found = leftovers(folder).length;
  for (const name of found > 0 ? ['SIGQUIT', 'SIGKILL'] : []) {
    const left = leftovers(folder);
    for (const pid of left) signal(pid, name);
    for (let waited = 0; left.some((pid) => signal(pid, 0)) && waited < 3_000; waited += 50) await sleep(50);
  }
  return found;
}

/** True when somebody was there to hear it. */
export function signal(pid, name) {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

function worksIn(pid, folder) {
  try {
    return realpathSync(`/proc/${pid}/cwd`).startsWith(`${folder}/`);
  } catch {
    return false;
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
