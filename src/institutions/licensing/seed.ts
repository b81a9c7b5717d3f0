import type { Chance } from '../../kernel/chance.ts';
import { addDays, daysBetween } from '../../kernel/clock/index.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { sha256 } from '../../kernel/journal/canonical.ts';
import type { Command, Engine, Outcome } from '../../kernel/matter/engine.ts';
import type { Folded } from '../../kernel/matter/fold.ts';
import { applicable, type Item } from '../catalogue/index.ts';
import { licensing } from './definition.ts';
import type { Licensing } from './rules/state.ts';
import { dayFor, type Fate, fateOf, holderFor, type SeedWorld, type Todo, todos } from './seed-acts.ts';
import { arrivalWeight, homeTime, officeTime } from './seed-habits.ts';
import { type Applicant, aCode, anApplicant } from './seed-people.ts';
import { DETAILS } from './seed-sentences.ts';

/** Seconds east of Greenwich: the county's zone. */
const ZONE = 8 * 3600;

export interface LiveOptions {
  readonly matters: number;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly chance: Chance;
  /** The county's clock moves on to this instant, in seconds. */
  clock(now: number): void;
  /** After each day; `false` ends it there. */
  day?(on: LocalDate, so: Lived): boolean | undefined;
}

export interface Lived {
  matters: number;
  facts: number;
  acts: number;
  /** By code: what the rules did not let people do. */
  readonly refused: Map<string, number>;
}

interface Life {
  readonly item: Item;
  readonly fate: Fate;
  readonly chance: Chance;
  readonly applicant: Applicant;
  matter?: Folded;
  /** When what is to do will be done, by key, in seconds. */
  readonly plan: Map<string, { at: number; todo: Todo }>;
  turns: number;
}

/**
 * Lives a period: people apply, clerks and officers act as people do, time passes. Everything goes through the engine's own rules;
 * what they refuse is counted and not done. Day by day; on a day each matter's acts come one after another.
 */
export async function live(engine: Engine, w: SeedWorld, how: LiveOptions): Promise<Lived> {
  const lived: Lived = { matters: 0, facts: 0, acts: 0, refused: new Map() };
  const open = new Set<Life>();
  const popular = itemsOf(w, how.chance.fork('items'));
  const arrivals = arrivalsOf(w, how);
  for (let day = how.from; day <= how.to; day = addDays(day, 1)) {
    const midnight = instantOf(day);
    how.clock(midnight + 60);
    await all(
      [...open].map((life) => ({ life })),
      ({ life }) => overnight(engine, life, day),
      lived,
      ({ life }) => replan(life, day, midnight + 60, w),
    );
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
  return engine.perform({ kind: 'licensing', number: life.matter!.number, action: t.action, input: t.input(day), actor, at });
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
  const target = dayFor(t, later, w.calendar);
  const earliest = target === day ? seconds : 0;
  if (t.where === 'at-once' && earliest < 17 * 3600) return from + chance.between(240, 1500);
  if (t.where === 'home') return instantOf(target) + Math.max(homeTime(chance), earliest + 600);
  if (earliest >= 16.5 * 3600) return instantOf(w.calendar.nth(target, 1)) + officeTime(chance);
  return instantOf(target) + officeTime(chance, earliest);
}

const instantOf = (day: LocalDate): number => daysBetween('1970-01-01' as LocalDate, day) * 86_400 - ZONE;

/** The items people ask for most stand first: those with handling cases written out. */
function itemsOf(w: SeedWorld, chance: Chance): readonly (readonly [Item, number])[] {
  const live = w.catalogue.items().filter((item) => w.catalogue.live(item));
  return live.map((item) => [
    item,
    (item.cases.value.length > 1 ? 12 : 1) * (item.handling === 'on-the-spot' ? 2 : 1) * (0.4 + chance.next()),
  ]);
}

/** How many come on which day, each with its place in the whole. */
function arrivalsOf(w: SeedWorld, { matters, from, to, chance }: LiveOptions): Map<LocalDate, number[]> {
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i));
  const weights = days
    .map((day) => [day, arrivalWeight(day, w.calendar)] as const)
    .map(([day, { window, online }]) => [day, window * 0.7 + online * 0.3] as const);
  const draw = chance.fork('arrivals');
  const found = new Map<LocalDate, number[]>();
  for (let n = 0; n < matters; n++) {
    const day = draw.weighed(weights);
    found.set(day, [...(found.get(day) ?? []), n]);
  }
  return found;
}

function arrive(
  n: number,
  day: LocalDate,
  w: SeedWorld,
  items: readonly (readonly [Item, number])[],
  chance: Chance,
): { life: Life; command: Command } {
  const shut = !w.calendar.isWorking(day);
  const wanted = shut || chance.yes(0.3) ? 'online' : chance.yes(0.08) ? 'agent' : 'window';
  const possible = items.filter(
    ([item]) => applicable(item, { id: item.id, channel: wanted === 'online' ? 'online' : 'window', on: day }).length === 0,
  );
  const item = chance.weighed(possible);
  const fate = fateOf(chance.fork('fate'));
  const applicant = anApplicant(chance.fork('who'), item);
  const needed = (item.cases.value.find((k) => k.id === 'new') ?? item.cases.value[0])?.materials ?? [];
  const own = item.materials.value.filter((m) => needed.includes(m.code) && m.source === 'applicant' && !m.when);
  const lacking =
    fate === 'incomplete' || fate === 'given-up'
      ? own.slice(-chance.between(1, 2))
      : fate === 'papers-follow'
        ? own.filter((m) => !m.essential).slice(-1)
        : [];
  const brought = own.filter((m) => !lacking.includes(m));
  const at = instantOf(day) + (wanted === 'online' ? homeTime(chance) : officeTime(chance));
  const clerk = wanted === 'online' ? undefined : chance.pick(w.directory.holders({ organ: 'ASB', role: 'window-clerk' }, day)).person;
  const files = wanted === 'online' ? brought.map((m) => scanned(m.code, n, applicant.person)) : [];
  const { address, trade, manager, person, ...identity } = applicant;
  const command: Command = {
    kind: 'licensing',
    at,
    input: {
      item: item.id,
      case: item.cases.value.some((k) => k.id === 'new') ? 'new' : item.cases.value[0]?.id,
      channel: wanted === 'agent' ? 'window' : wanted,
      applicant: identity,
      form: {
        subject: item.name.zh.slice(0, 90),
        details: DETAILS(item.name.zh, trade),
        address,
        ...(identity.kind === 'firm' && { manager }),
      },
      papers: wanted === 'online' ? [] : brought.map((m) => m.code),
      electronicService: chance.yes(0.6),
      files: files.map((f) => ({ id: f.id, material: f.material, digest: f.digest.toString('base64url') })),
      person,
      code: aCode(chance),
    },
    files: files.map(({ material: _m, ...f }) => f),
    actor: clerk ? (m) => m.directory.actor(clerk, m.today) : () => ({ kind: 'applicant', person, seats: [] }),
  };
  return { life: { item, fate, chance, applicant, plan: new Map(), turns: 0 }, command };
}

/** A paper as a scanner makes it: one page that says what it is. */
function scanned(material: string, n: number, person: string) {
  const text = `BT /F1 14 Tf 60 760 Td (Model county, ${material}, application ${n}) Tj ET`;
  const bytes = Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n4 0 obj<</Length ${text.length}>>stream\n${text}\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  );
  const digest = sha256(bytes);
  const id = `f-${sha256(`${n} ${material}`).toString('base64url').slice(0, 16)}`;
  return { id, material, person, name: `${material}.pdf`, type: 'application/pdf', digest, bytes };
}
