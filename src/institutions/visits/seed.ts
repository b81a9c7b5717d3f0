import type { Pool } from 'pg';
import type { Chance } from '../../kernel/chance.ts';
import { addDays, type Calendar, daysBetween, weekday } from '../../kernel/clock/index.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import type { Command, Engine } from '../../kernel/matter/engine.ts';
import { dayOf, ZONE_MINUTES } from '../../kernel/matter/fold.ts';
import type { Directory } from '../../kernel/organisation/index.ts';
import { type AtWindowFact, windowFacts } from './queries.ts';
import type { ActionName } from './schema.ts';
import type { Queue, Reason } from './vocabulary.ts';

/** Who came when, waited how long, and was served by whom. */
interface Coming {
  readonly queue: Queue;
  readonly seat: string;
  readonly taken: number;
  readonly called: number;
  readonly begun?: number;
  readonly ended?: number;
  readonly matter?: string;
  readonly again?: Reason;
  readonly before?: number;
}

/** Tickets are kept for so many days of a lived county: older ones would tell nobody more, and cost as much to live again. */
const DAYS = 7;
const WHY: Readonly<Record<AtWindowFact['kind'], Reason>> = { received: 'own-question', corrected: 'papers', delivered: 'result' };
const instantOf = (day: LocalDate): number => daysBetween('1970-01-01' as LocalDate, day) * 86_400 - ZONE_MINUTES * 60;

/** Longer on Monday mornings, and where everybody comes at ten. */
function waitFor(at: number, chance: Chance): number {
  const day = dayOf(at);
  const hour = Math.floor((at - instantOf(day)) / 3600);
  const crowd = (weekday(day) === 1 ? 2.1 : 1) * (hour === 10 || hour === 11 ? 1.6 : hour === 9 ? 1.3 : 0.8);
  return Math.round(chance.between(25, 360) * crowd);
}

/** The day's facts at the windows as visits: one after another at each seat, with a ticket before and some time after. */
function comings(facts: readonly AtWindowFact[], chance: Chance): Coming[] {
  const free = new Map<string, number>();
  const visits = new Map<string, number>();
  const found: Coming[] = [];
  for (const [i, fact] of facts.entries()) {
    const mine = chance.fork(`${fact.matter} ${fact.kind}`);
    const begun = fact.at - mine.between(50, 260);
    // Two at one window at once there are not: the second came with the first.
    if (begun < (free.get(fact.seat) ?? 0)) continue;
    const next = facts.slice(i + 1, i + 60).find(({ seat }) => seat === fact.seat)?.at ?? Number.POSITIVE_INFINITY;
    const ended = Math.min(fact.at + mine.between(40, 700), Math.max(fact.at + 20, next - 300));
    free.set(fact.seat, ended + 5);
    const before = visits.get(fact.matter) ?? 0;
    visits.set(fact.matter, before + 1);
    const called = begun - mine.between(8, 55);
    const opens = instantOf(dayOf(fact.at)) + 8.6 * 3600;
    found.push({
      queue: fact.kind === 'delivered' ? 'pick-up' : 'filing',
      seat: fact.seat,
      taken: Math.min(called - 3, Math.max(called - waitFor(called, mine), opens + mine.between(0, 900))),
      called,
      begun,
      ended,
      matter: fact.matter,
      before,
      ...(before > 0 && { again: WHY[fact.kind] }),
    });
    // Some only ask, and some are gone when their number comes.
    if (mine.yes(0.12)) {
      found.push(asking(ended + 6, mine, fact.seat, found));
      free.set(fact.seat, ended + 60);
    }
  }
  return found;
}

function asking(at: number, chance: Chance, seat: string, before: Coming[]): Coming {
  const gone = chance.yes(0.25);
  const taken = Math.min(at - 3, Math.max(at - waitFor(at, chance), (before.at(-1)?.taken ?? at) + 1));
  return { queue: 'advice', seat, taken, called: at, ...(!gone && { begun: at + 9, ended: at + chance.between(20, 45) }) };
}

/** Who is there when the doors open on the next morning, if it is a working day: the county begins with a queue. */
function earlyBirds(day: LocalDate, seat: string, calendar: Calendar, chance: Chance): Pick<Coming, 'queue' | 'seat' | 'taken'>[] {
  if (!calendar.isWorking(day)) return [];
  const opens = instantOf(day) + 8.7 * 3600;
  return Array.from({ length: weekday(day) === 1 ? 9 : 4 }, () => ({
    queue: chance.weighed([
      ['filing', 6],
      ['pick-up', 2],
      ['advice', 2],
    ] as const),
    seat,
    taken: opens + chance.between(0, 1060),
  }));
}

export interface VisitSeed {
  readonly to: LocalDate;
  readonly seats: readonly string[];
  readonly directory: Directory;
  readonly calendar: Calendar;
  readonly chance: Chance;
}

/** The visits of a lived county's last days, from what its windows did: through the engine's own rules like everything else. */
export async function liveVisits(engine: Engine, pool: Pool, { to, seats, directory, calendar, chance }: VisitSeed): Promise<string[]> {
  const [first] = seats;
  if (!first) return [];
  const came = comings(await windowFacts(pool, addDays(to, 1 - DAYS), seats), chance);
  const all: (Coming | Pick<Coming, 'queue' | 'seat' | 'taken'>)[] = [
    ...came,
    ...earlyBirds(addDays(to, 1), first, calendar, chance.fork('early')),
  ];
  all.sort((a, b) => a.taken - b.taken || (a.queue < b.queue ? -1 : 1));
  const given = new Map<string, number>();
  const refused: string[] = [];
  const by = (seat: string, at: number): Command['actor'] => {
    const person = directory.holdersOf(seat, dayOf(at))[0] ?? 'nobody';
    return (m) => m.directory.actor(person, m.today);
  };
  const numbers = await Promise.all(
    all.map(async ({ queue, seat, taken }) => {
      const place = `${dayOf(taken)} ${queue}`;
      const ticket = (given.get(place) ?? 0) + 1;
      given.set(place, ticket);
      const outcome = await engine.perform({ kind: 'visit', input: { queue, ticket }, actor: by(seat, taken), at: taken });
      if (!outcome.ok) refused.push(outcome.refusals[0]?.code ?? '');
      return outcome.ok ? outcome.number : undefined;
    }),
  );
  /** One step of every visit: those that have it, all at once. */
  const step = (name: ActionName, when: (v: Partial<Coming>) => number | undefined, input: (v: Coming) => object = () => ({})) =>
    Promise.all(
      all.map(async (v, i) => {
        const [number, at] = [numbers[i], when(v)];
        if (number === undefined || at === undefined) return;
        const outcome = await engine.perform({ kind: 'visit', number, action: name, input: input(v as Coming), actor: by(v.seat, at), at });
        if (!outcome.ok) refused.push(outcome.refusals[0]?.code ?? '');
      }),
    );
  await step('call', (v) => v.called);
  await step('no-show', (v) => (v.called !== undefined && v.begun === undefined ? v.called + 90 : undefined));
  await step('attend', (v) => v.begun);
  await step(
    'about',
    (v) => (v.matter ? v.begun! + 5 : undefined),
    ({ matter, before, again }) => ({ matter, known: true, before, again }),
  );
  await step('finish', (v) => v.ended);
  return refused;
}
