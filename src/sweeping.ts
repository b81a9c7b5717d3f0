import { askLate } from './calendar-edition.ts';
import { sweepCounty } from './kernel/matter/sweep.ts';
import type { House } from './open-house.ts';

/** Sweeps now: what time alone has brought is recorded. */
export async function sweepNow(house: House): Promise<number> {
  const [{ today }, asked] = await Promise.all([house.moment(), askLate(house)]);
  const records = asked + (await sweepCounty(house.pool, house.engine, today));
  house.metrics.swept(records);
  return records;
}

/** Sweeps every minute while the server runs; one at a time. */
export function startSweep(house: House, failed: (error: unknown) => void, everyMs = 60_000): () => void {
  let running = false;
  const turn = async () => {
    if (running) return;
    running = true;
    try {
      await sweepNow(house);
    } catch (error) {
      failed(error);
    } finally {
      running = false;
    }
  };
  void turn();
  const timer = setInterval(turn, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
