import type { EngineMoment } from '../../kernel/matter/engine.ts';
import { dayOf } from '../../kernel/matter/fold.ts';
import type { Actor } from '../../kernel/organisation/types.ts';
import type { Text } from '../../kernel/text.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { windowSeat } from './permits.ts';
import type { Calls, VisitRow } from './queries.ts';
import { awayAt, queuesOf, standsFor, type VisitWorld } from './register.ts';
import { QUEUES, type Queue } from './vocabulary.ts';

const LETTERS: Readonly<Record<Queue, string>> = { filing: 'A', 'pick-up': 'B', advice: 'C' };
/** As it is called out: A012. */
export const label = (queue: Queue, ticket: number): string => `${LETTERS[queue]}${String(ticket).padStart(3, '0')}`;

const iso = (seconds: number | null) => (seconds === null ? null : new Date(seconds * 1000).toISOString());
const plain = (code: string): Text => ({ zh: code, en: code });
export const worldOf = (moment: EngineMoment) => moment.snapshot.worlds.visit as VisitWorld;
export const seatName = (moment: EngineMoment, seat: string): Text => moment.directory.seat(seat)?.name ?? plain(seat);

/** A visit in the list: while it lasts its seconds run on. */
export function visitView(row: VisitRow, moment: EngineMoment) {
  const { now } = moment;
  return {
    visit: row.visit,
    label: label(row.queue, row.ticket),
    queue: row.queue,
    status: row.status,
    seat: row.seat,
    seatName: row.seat === null ? null : seatName(moment, row.seat),
    calls: row.calls,
    taken: iso(row.taken),
    called: iso(row.called),
    begun: iso(row.begun),
    ended: iso(row.ended),
    waited: row.waited ?? Math.max(0, now - row.taken),
    handled: row.handled ?? (row.status === 'serving' ? Math.max(0, now - (row.begun ?? now)) : null),
    left: row.left,
    about: row.about.map(({ item, who, ...one }) => ({ ...one, itemName: itemName(moment, item), applicant: who && applicant(who) })),
  };
}
export type VisitView = ReturnType<typeof visitView>;

/** The item of a matter somebody came about. */
function itemName(moment: EngineMoment, item: string | null): Text | null {
  if (item === null) return null;
  const { catalogue } = moment.snapshot.worlds.licensing as { readonly catalogue: Catalogue };
  return catalogue.item(item)?.name ?? plain(item);
}

/** As in every list: a firm's name whole, of a person's the first character. */
const applicant = ({ kind, name }: { readonly kind: 'person' | 'firm'; readonly name: string }): string => {
  const [first = '', ...rest] = [...name];
  return kind === 'firm' ? name : `${first}${'*'.repeat(Math.max(1, rest.length))}`;
};

type Names = ReadonlyMap<string, Text>;

const staffOf = (seat: string, moment: EngineMoment, names: Names) => {
  const [person] = moment.directory.holdersOf(seat, dayOf(moment.now));
  return person ? (names.get(person) ?? plain(person)) : null;
};

/** Everybody who sits at a window or stands in today. */
export const staffToday = (moment: EngineMoment): string[] =>
  worldOf(moment).register.windows.flatMap(({ seat, substitute }) =>
    [seat, substitute].flatMap((one) => moment.directory.holdersOf(one, moment.today)),
  );

/** The windows with staff and hours; who is away now, and who stands in (P10, S3-32). */
export function windowsView(moment: EngineMoment, names: Names) {
  const { register } = worldOf(moment);
  return register.windows.map((one) => {
    const away = awayAt(one, moment.now, moment.directory);
    return {
      seat: one.seat,
      name: seatName(moment, one.seat),
      queues: one.queues,
      staff: staffOf(one.seat, moment, names),
      lunch: one.lunch,
      away: away ?? null,
      substitute: { seat: one.substitute, name: seatName(moment, one.substitute), staff: staffOf(one.substitute, moment, names) },
    };
  });
}

/** My own window now: for whom I stand in, and from which queues I call. */
export function mineView(actor: Actor, moment: EngineMoment) {
  const seat = windowSeat(actor);
  if (!seat) return null;
  const world = worldOf(moment);
  const own = world.register.windows.find((one) => one.seat === seat.id);
  return {
    seat: seat.id,
    name: seat.name,
    organ: seat.organ,
    queues: queuesOf(seat.id, moment.now, world, moment.directory),
    lunch: own?.lunch ?? null,
    substitute: own ? { seat: own.substitute, name: seatName(moment, own.substitute) } : null,
    standsFor: standsFor(seat.id, moment.now, world, moment.directory).map((one) => ({
      seat: one.seat,
      name: seatName(moment, one.seat),
      away: awayAt(one, moment.now, moment.directory),
    })),
  };
}

/** What the hall sees: tickets called and their windows, who waits in each queue, and for each window. */
export function panelView({ called, waiting }: Calls, moment: EngineMoment) {
  const world = worldOf(moment);
  const count = (queue: Queue): number => waiting[queue] ?? 0;
  const shown = called.map(({ queue, ticket, seat, status }) => ({
    label: label(queue, ticket),
    seat,
    seatName: seatName(moment, seat),
    status,
  }));
  const registered = world.register.windows.map(({ seat }) => seat);
  // Whoever called from a seat that is in no register stands at a window too.
  const seats = [...new Set([...registered, ...shown.map(({ seat }) => seat)])];
  return {
    called: shown,
    waiting: Object.fromEntries(QUEUES.map((queue) => [queue, count(queue)])) as Record<Queue, number>,
    windows: seats.map((seat) => {
      const own = world.register.windows.find((one) => one.seat === seat);
      const queues: readonly Queue[] = own?.queues ?? QUEUES;
      return {
        seat,
        name: seatName(moment, seat),
        queues,
        staffed: own === undefined || awayAt(own, moment.now, moment.directory) === undefined,
        ticket: shown.find((one) => one.seat === seat),
        waiting: queues.reduce((sum, queue) => sum + count(queue), 0),
      };
    }),
  };
}
export type PanelView = ReturnType<typeof panelView>;
