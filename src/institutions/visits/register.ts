import { z } from 'zod';
import type { Calendar } from '../../kernel/clock/index.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { dayOf, ZONE_MINUTES } from '../../kernel/matter/fold.ts';
import type { Directory } from '../../kernel/organisation/index.ts';
import { QUEUES, type Queue } from './vocabulary.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** The register of windows as a county enters it (P10): hours, queues, lunch, who stands in. */
export const windowRegister = z.strictObject({
  confidence: z.enum(['verified', 'known', 'illustrative']),
  hours: z.strictObject({ from: time, to: time }),
  windows: z.array(
    z.strictObject({ seat: z.string(), queues: z.array(z.enum(QUEUES)).min(1), lunch: z.tuple([time, time]), substitute: z.string() }),
  ),
});
export type WindowRegister = z.output<typeof windowRegister>;
export type Counter = WindowRegister['windows'][number];

/** No register entered: whoever has a window seat serves every queue, and nobody is known to stand in. */
export const NO_WINDOWS: WindowRegister = { confidence: 'known', hours: { from: '00:00', to: '23:59' }, windows: [] };

export interface VisitWorld {
  readonly register: WindowRegister;
}

/** Nobody sits there on a day of rest, or while the county has stopped work: the next day on which somebody does; undefined: today (P10, P17). */
export function closedUntil({ today, calendar }: { readonly today: LocalDate; readonly calendar: Calendar }): LocalDate | undefined {
  const days = calendar.stopWork ?? calendar;
  return days.isWorking(today) ? undefined : days.nth(today, 1);
}

/** `12:05` in the county. */
export const clockOf = (at: number): string => {
  const minutes = Math.floor(at / 60) + ZONE_MINUTES;
  const [hour, minute] = [Math.floor(minutes / 60) % 24, minutes % 60];
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
};

/** Why another sits there now: it is lunch, or nobody holds the seat today. */
export type Away = 'lunch' | 'vacant';

export function awayAt({ seat, lunch }: Counter, at: number, directory: Directory): Away | undefined {
  if (directory.holdersOf(seat, dayOf(at)).length === 0) return 'vacant';
  const now = clockOf(at);
  return now >= lunch[0] && now < lunch[1] ? 'lunch' : undefined;
}

/** The seats for which this one acts at that time: its own, and those it stands in for. */
export function standsFor(seat: string, at: number, { register }: VisitWorld, directory: Directory): readonly Counter[] {
  return register.windows.filter((one) => one.substitute === seat && awayAt(one, at, directory) !== undefined);
}

/** The queues a seat calls from, in its order; those it stands in for come after its own. */
export function queuesOf(seat: string, at: number, world: VisitWorld, directory: Directory): readonly Queue[] {
  const own = world.register.windows.find((one) => one.seat === seat);
  const more = standsFor(seat, at, world, directory).flatMap((one) => one.queues);
  return own ? [...new Set([...own.queues, ...more])] : QUEUES;
}
