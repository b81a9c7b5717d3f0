// One process at a time installs and builds in a folder; the others wait for it. Plain JavaScript: nothing is installed yet.
import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const TELL_EVERY = 10_000;
const LOOK_EVERY = 200;
/** What renaming says where another was faster. */
const TAKEN = ['EEXIST', 'ENOTEMPTY', 'EPERM'];

/** Waits until the folder `lock` is ours, and gives what frees it. The folder holds one file, named by the process that has it. */
export function waitForTurn(lock, say) {
  const begun = Date.now();
  let told;
  for (;;) {
    const holder = holderOf(lock);
    if (holder === undefined) {
      if (take(lock)) break;
    } else if (!isAlive(holder)) {
      // By its name: what somebody else has taken over meanwhile is not touched.
      quietly(() => unlinkSync(join(lock, holder)));
      continue;
    } else {
      const waited = Date.now() - begun;
      if (told === undefined) say(`Another banjie (process ${holder}) is installing or building here; waiting until it is done …`);
      else if (waited - told >= TELL_EVERY)
        say(`Still waiting for process ${holder}, ${Math.round(waited / 1000)} s … If it is no banjie, remove ${lock}.`);
      if (told === undefined || waited - told >= TELL_EVERY) told = waited;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_EVERY);
  }
  if (told !== undefined) say('It is done; going on.');
  return () => {
    quietly(() => unlinkSync(join(lock, String(process.pid))));
    quietly(() => rmdirSync(lock));
  };
}

/** Renamed with its file in it: nobody ever sees a lock without its holder. */
function take(lock) {
  const draft = `${lock}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft);
  writeFileSync(join(draft, String(process.pid)), '');
  try {
    // Removes an empty folder only; makes room where a folder may not be renamed over one (Windows).
    quietly(() => rmdirSync(lock));
    renameSync(draft, lock);
    return true;
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (TAKEN.includes(error.code)) return false;
    throw error;
  }
}

function holderOf(lock) {
  try {
    return readdirSync(lock).find((name) => /^\d+$/.test(name));
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** What another process has done already need not be done. */
function quietly(act) {
  try {
    act();
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST', 'EPERM', 'EBUSY'].includes(error.code)) throw error;
  }
}
