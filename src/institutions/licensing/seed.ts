import type { Chance } from '../../kernel/chance.ts';
import { addDays } from '../../kernel/clock/index.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import type { Command, Engine, Outcome } from '../../kernel/matter/engine.ts';
import { licensing } from './definition.ts';
import type { Licensing } from './rules/state.ts';
import { dayFor, holderFor, type SeedWorld, type Todo, todos } from './seed-acts.ts';
import { arrivalsOf, arrive, instantOf, itemsOf, type Life, offeredOf } from './seed-arrivals.ts';
import { worthShowing } from './seed-guided.ts';
import { homeTime, lies, officeTime, rushOn } from './seed-habits.ts';

export interface LiveOptions {
  readonly matters: number;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly chance: Chance;
  /** The county's clock moves on to this instant, in seconds. */
  clock(now: number): void;
  /** Each morning, after what the night brought is recorded and before anybody acts. */
  morning?(on: LocalDate): Promise<void>;
  /** After each day; `false` ends it there. */
  day?(on: LocalDate, so: Lived): boolean | undefined;
}

export interface Lived {
  matters: number;
  facts: number;
  acts: number;
  /** By code: what the rules did not let people do. */
  readonly refused: Map<string, number>;
  /** Numbers of matters worth showing to a visitor, the most telling first. */
  guided: readonly string[];
}

/**
 * Lives a period: people apply, clerks and officers act as people do, time passes. Everything goes through the engine's own rules;
 * what they refuse is counted and not done. Day by day; on a day each matter's acts come one after another.
 */
export async function live(engine: Engine, world: SeedWorld, how: LiveOptions): Promise<Lived> {
  const lived: Lived = { matters: 0, facts: 0, acts: 0, refused: new Map(), guided: [] };
  const open = new Set<Life>();
  const popular = offeredOf(itemsOf(world, how.chance.fork('items')), world.calendar);
  const arrivals = arrivalsOf(world, how);
  for (let day = how.from; day <= how.to; day = addDays(day, 1)) {
    const midnight = instantOf(day);
    const w = { ...world, rush: rushOn(day, world.calendar) };
    how.clock(midnight + 60);
    await all(
      [...open].map((life) => ({ life })),
      ({ life }) => overnight(engine, life, day),
      lived,
      ({ life }) => replan(life, day, midnight + 60, w),
    );
    await how.morning?.(day);
    const fresh = (arrivals.get(day) ?? []).map((n) => arrive(n, day, w, popular, how.chance.fork(`matter ${n}`)));
    fresh.sort((a, b) => a.command.at! - b.command.at!);
    how.clock(midnight + 86_300);
    await all(
      fresh,
      (one) => engine.perform(one.command),
      lived,
      ({ life, command }) => {
        open.add(life);
        replan(life, day, command.at!, w);
      },
    );
    // In turns: what one act makes possible may be done the same day.
    for (let round = 0; round < 12; round++) {
      const due = [...open].flatMap((life) => {
        const [next] = [...life.plan].filter(([, { at }]) => at < midnight + 86_400).sort((a, b) => a[1].at - b[1].at);
        return next ? [{ life, key: next[0], ...next[1] }] : [];
      });
      if (due.length === 0) break;
      await all(
        due,
        ({ life, todo, at }) => act(engine, life, todo, at, day, w),
        lived,
        ({ life, key, at }, outcome) => {
          life.plan.delete(key);
          // Refused: tried again tomorrow, a few times.
          if (outcome.ok || life.turns++ < 40) replan(life, day, outcome.ok ? at : midnight + 86_400, w);
        },
      );
    }
    for (const life of open)
      if (life.plan.size === 0 && (life.matter?.state as Licensing | undefined)?.status === 'closed') open.delete(life);
    if (how.day?.(day, lived) === false) break;
  }
  lived.guided = worthShowing(open);
  return lived;
}

async function all<T extends { readonly life: Life }>(
  of: readonly T[],
  perform: (one: T) => Promise<Outcome | undefined> | undefined,
  lived: Lived,
  then: (one: T, outcome: Outcome) => void,
): Promise<void> {
  const outcomes = await Promise.all(of.map((one) => perform(one)));
  for (const [i, outcome] of outcomes.entries()) {
    const one = of[i] as T;
    if (!outcome) continue;
    const { life } = one;
    if (outcome.ok) {
      lived.acts++;
      if (!life.matter) lived.matters++;
      lived.facts += outcome.facts.length;
      life.matter = outcome.matter ?? life.matter;
    } else {
      const { code = '' } = outcome.refusals[0] ?? {};
      const what = code === 'invalid-input' ? `${code} ${outcome.issues?.[0]?.path}` : code;
      lived.refused.set(what, (lived.refused.get(what) ?? 0) + 1);
      life.matter = outcome.matter ?? life.matter;
    }
    then(one, outcome);
  }
}

/** What time alone brings is recorded at the day's beginning. */
function overnight(engine: Engine, { matter }: Life, day: LocalDate): Promise<Outcome> | undefined {
  if (!matter) return undefined;
  const { nextChange } = licensing.summary(matter.state as Licensing);
  if (!nextChange || nextChange > day) return undefined;
  return engine.perform({ kind: 'licensing', number: matter.number, actor: () => LAW });
}
const LAW = { kind: 'law', person: 'law', seats: [] } as const;

function act(engine: Engine, life: Life, t: Todo, at: number, day: LocalDate, w: SeedWorld): Promise<Outcome> {
  const s = life.matter!.state as Licensing;
  const person = t.by ? holderFor(t, day, w, life.chance.fork('who')) : s.person;
  const actor: Command['actor'] = t.by
    ? (m) => m.directory.actor(person ?? 'nobody', m.today)
    : () => ({ kind: 'applicant', person: s.person, seats: [] });
  // Signed for by the applicant, whose name the life knows and the state does not.
  const input = t.action === 'deliver' ? { ...(t.input(day) as object), recipient: life.applicant.name } : t.input(day);
  return engine.perform({ kind: 'licensing', number: life.matter!.number, action: t.action, input, actor, at });
}

/** Plans what is new to do and forgets what no longer is; what was planned stays planned. */
function replan(life: Life, day: LocalDate, from: number, w: SeedWorld): void {
  if (!life.matter) return;
  const s = life.matter.state as Licensing;
  const found = todos(s, life.item, life.fate, w, life.chance.fork(`state ${s.seq}`));
  for (const key of life.plan.keys()) if (!found.some((t) => t.key === key)) life.plan.delete(key);
  for (const t of found)
    if (!life.plan.has(t.key)) life.plan.set(t.key, { at: hourFor(t, day, from, w, life.chance.fork(`hour ${s.seq} ${t.key}`)), todo: t });
}

function hourFor(t: Todo, day: LocalDate, from: number, w: SeedWorld, chance: Chance): number {
  const seconds = from - instantOf(day);
  const later = seconds >= 86_400 ? addDays(day, 1) : day;
  const longer = w.rush ? lies(t, chance.fork('lies')) : 0;
  const target = dayFor({ ...t, after: t.after + longer }, later, w.calendar);
  const earliest = target === day ? seconds : 0;
  if (t.where === 'at-once' && earliest < 17 * 3600) return from + chance.between(240, 1500);
  if (t.where === 'home') return instantOf(target) + Math.max(homeTime(chance), earliest + 600);
  if (earliest >= 16.5 * 3600) return instantOf(w.calendar.nth(target, 1)) + officeTime(chance);
  return instantOf(target) + officeTime(chance, earliest);
}
