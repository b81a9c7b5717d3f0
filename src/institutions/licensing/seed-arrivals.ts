import type { Chance } from '../../kernel/chance.ts';
import { addDays, type Calendar, daysBetween } from '../../kernel/clock/index.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { sha256 } from '../../kernel/journal/canonical.ts';
import type { Command } from '../../kernel/matter/engine.ts';
import type { Folded } from '../../kernel/matter/fold.ts';
import { applicable, type Item } from '../catalogue/index.ts';
import { type Fate, fateOf, type SeedWorld, type Todo } from './seed-acts.ts';
import { arrivalWeight, homeTime, officeTime, rushOf, rushOn } from './seed-habits.ts';
import { type Applicant, aCode, anApplicant } from './seed-people.ts';
import { DETAILS } from './seed-sentences.ts';

/** One application and what is still to come of it. */
export interface Life {
  readonly item: Item;
  readonly fate: Fate;
  readonly chance: Chance;
  readonly applicant: Applicant;
  matter?: Folded;
  /** When what is to do will be done, by key, in seconds. */
  readonly plan: Map<string, { at: number; todo: Todo }>;
  turns: number;
}

/** Seconds east of Greenwich: the county's zone. */
const ZONE = 8 * 3600;
export const instantOf = (day: LocalDate): number => daysBetween('1970-01-01' as LocalDate, day) * 86_400 - ZONE;

/** The items people ask for most stand first: those with handling cases written out. */
export function itemsOf(w: SeedWorld, chance: Chance): readonly (readonly [Item, number])[] {
  const live = w.catalogue.items().filter((item) => w.catalogue.live(item));
  return live.map((item) => [
    item,
    (item.cases.value.length > 1 ? 12 : 1) * (item.handling === 'on-the-spot' ? 2 : 1) * (0.4 + chance.next()),
  ]);
}

/** How many come on which day, each with its place in the whole. */
export function arrivalsOf(
  w: SeedWorld,
  { matters, from, to, chance }: { readonly matters: number; readonly from: LocalDate; readonly to: LocalDate; readonly chance: Chance },
): Map<LocalDate, number[]> {
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

/** What may be applied for on a day by each channel, asked once a day. */
export type Offered = (channel: 'online' | 'window', day: LocalDate) => readonly (readonly [Item, number])[];

export function offeredOf(items: readonly (readonly [Item, number])[], calendar: Calendar): Offered {
  type Weighed = readonly (readonly [Item, number])[];
  let today: { readonly day: LocalDate; readonly wanted: Weighed; readonly of: Map<string, Weighed> } | undefined;
  return (channel, day) => {
    if (today?.day !== day) {
      const wanted = rushOn(day, calendar) ? items.map(([item, weight]) => [item, weight * rushOf(item.id)] as const) : items;
      today = { day, wanted, of: new Map() };
    }
    const known =
      today.of.get(channel) ?? today.wanted.filter(([item]) => applicable(item, { id: item.id, channel, on: day }).length === 0);
    today.of.set(channel, known);
    return known;
  };
}

export function arrive(n: number, day: LocalDate, w: SeedWorld, items: Offered, chance: Chance): { life: Life; command: Command } {
  const shut = !w.calendar.isWorking(day);
  const wanted = shut || chance.yes(0.3) ? 'online' : chance.yes(0.08) ? 'agent' : 'window';
  const item = chance.weighed(items(wanted === 'online' ? 'online' : 'window', day));
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
