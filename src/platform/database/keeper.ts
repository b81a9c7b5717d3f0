import type { Log } from './server.ts';

const LOOK_MS = 1_000;
const LONGEST_MS = 30_000;

export interface Kept {
  /** Whether it lives. Cheap: asked every second. */
  alive(): boolean;
  /** Starts it, or joins one that somebody else has started meanwhile; says which process it is. */
  revive(): Promise<number>;
}

/**
 * Looks after an embedded server while a county is served: one that died is started again, first at once, then after ever
 * longer waits. Until then every answer is 503 with Retry-After. The returned function ends it, when a start under way has ended.
 */
export function keepRunning(kept: Kept, log: Log, look = LOOK_MS): () => Promise<void> {
  let wait = look;
  let ended = false;
  let turn: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const again = () => {
    if (ended) return;
    timer = setTimeout(() => {
      turn = once().then(again);
    }, wait);
    timer.unref();
  };
  const once = async () => {
    if (kept.alive()) {
      wait = look;
      return;
    }
    try {
      log.warn(`PostgreSQL had died; it runs again (process ${await kept.revive()}).`);
      wait = look;
    } catch (error) {
      wait = Math.min(wait * 2, LONGEST_MS);
      log.warn(`PostgreSQL has died and does not start; the next try is in ${Math.round(wait / 1000)} s. ${(error as Error).message}`);
    }
  };
  again();
  return () => {
    ended = true;
    clearTimeout(timer);
    return turn;
  };
}
