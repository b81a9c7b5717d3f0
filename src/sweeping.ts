import { askLate } from './calendar-entering.ts';
import { openRounds } from './institutions/duties/index.ts';
import { tallyClosed } from './institutions/licensing/index.ts';
import { unarmedMatters } from './kernel/matter/figures.ts';
import { sweepCounty } from './kernel/matter/sweep.ts';
import type { House } from './open-house.ts';
import { urgeNow } from './urging.ts';

/** Sweeps now: duties whose time begins are opened, what time alone has brought is recorded, then who has to be urged of it is told. `first`: nobody swept before. */
export async function sweepNow(house: House, first = false): Promise<number> {
  const [moment, asked] = await Promise.all([house.moment(), askLate(house)]);
  const begun = await openRounds(house.pool, house.engine, moment);
  const records = asked + begun + (await sweepCounty(house.pool, house.engine, moment.today));
  house.metrics.swept(records);
  await tallyClosed(house.pool, { all: first });
  await urgeNow(house);
  return records;
}

/** Sweeps every minute while the server runs; one at a time. A clock that cannot be armed is an error, told once by each process. */
export function startSweep(house: House, failed: (error: unknown) => void, everyMs = 60_000): () => void {
  let running = false;
  let first = true;
  let stopped = false;
  const told = new Set<string>();
  const turn = async () => {
    if (running) return;
    running = true;
    try {
      await sweepNow(house, first);
      first = false;
      for (const matter of await unarmedMatters(house.pool)) {
        if (!told.has(matter)) failed(new Error(`clock not armed: ${matter} is open and no clock of it runs; see its page`));
        told.add(matter);
      }
    } catch (error) {
      // Cut off by the stop, it goes on at the next start.
      if (!stopped) failed(error);
    } finally {
      running = false;
    }
  };
  void turn();
  const timer = setInterval(turn, everyMs);
  timer.unref();
  return () => {
    stopped = true;
    clearInterval(timer);
  };
}
