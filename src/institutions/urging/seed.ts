import type { Pool } from 'pg';
import type { Chance } from '../../kernel/chance.ts';
import { addDays, startOfDay } from '../../kernel/clock/index.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { ZONE_MINUTES } from '../../kernel/matter/fold.ts';
import { unreadBefore } from './queries/lists.ts';
import { confirm } from './queries/records.ts';

/** How people of the model county read their lists: most the same morning, some the day after, a few as good as never. */
export async function readLists(pool: Pool, today: LocalDate, chance: Chance): Promise<void> {
  for (const { id, person, day } of await unreadBefore(pool, today)) {
    const habit = chance.fork(person).next();
    if (habit < 0.12) continue;
    const one = chance.fork(id);
    const waits =
      habit < 0.3
        ? one.weighed([
            [9, 9],
            [3, 1],
          ] as const)
        : one.weighed([
            [0, 8],
            [1, 2],
            [2, 1],
          ] as const);
    const on = addDays(day, waits);
    if (on < today) await confirm(pool, person, on, startOfDay(on, ZONE_MINUTES) / 1000 + one.between(8 * 3600 + 2_100, 11 * 3600));
  }
}
