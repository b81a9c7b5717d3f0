import { daysBetween } from '../../kernel/clock/index.ts';
import type { EngineMoment } from '../../kernel/matter/engine.ts';
import type { AnyKind } from '../../kernel/matter/types.ts';
import { fill, type Text } from '../../kernel/text.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { LineRow, ListRow } from './queries/lists.ts';
import type { LadderRegister } from './register.ts';
import type { Rung } from './vocabulary.ts';
import { between, insteadWords, listWords, rungWords, tierWords } from './words.ts';

export interface Seen {
  readonly moment: EngineMoment;
  readonly kinds: readonly AnyKind[];
  readonly names: ReadonlyMap<string, Text>;
}

const plain = (text: string): Text => ({ zh: text, en: text });
const instant = (seconds: number | null): string | null => (seconds === null ? null : new Date(seconds * 1000).toISOString());
const filled = ({ zh, en }: Text, rung: Text): Text => ({ zh: fill(zh, { rung: rung.zh }), en: fill(en, { rung: rung.en }) });

const joined = (texts: readonly Text[], { zh, en }: Text): Text => ({
  zh: texts.map((one) => one.zh).join(zh),
  en: texts.map((one) => one.en).join(en),
});

/** A line as a person reads it: the matter, the clock, whose limit, days over, who was told on which rungs and whether he read it. */
export function lineView(e: LineRow, { moment, kinds, names }: Seen) {
  const { directory, today, law, snapshot } = moment;
  const { catalogue } = snapshot.worlds.licensing as { catalogue: Catalogue };
  const notes = e.rungs.flatMap(({ rung, instead }) => (instead ? [filled(insteadWords[instead], rungWords[rung])] : []));
  const organName = directory.organ(e.organ)?.name ?? plain(e.organ);
  const dates = kinds.find(({ name }) => name === e.matterKind)?.dates;
  return {
    matter: e.matter,
    /** Where the workbench opens it. */
    page: dates?.page?.(e.matter) ?? `/matters/${encodeURIComponent(e.matter)}`,
    item: e.item,
    itemName: dates?.subject?.(e.item, law) ?? catalogue.item(e.item)?.name ?? plain(e.item),
    clock: e.clock,
    clockName: clockName(e, organName, kinds),
    tier: e.tier,
    tierName: tierWords[e.tier],
    due: e.due,
    /** Calendar days past the due date; below 0: left. */
    over: daysBetween(e.due, e.settled ?? today),
    organ: e.organ,
    organName,
    /** The highest of them; `rungName` names them all. */
    rung: e.rungs.at(-1)!.rung,
    rungs: e.rungs.map(({ rung }) => rung),
    rungName: joined(
      e.rungs.map(({ rung }) => rungWords[rung]),
      between.rungs,
    ),
    person: e.person || null,
    personName: e.person ? (names.get(e.person) ?? plain(e.person)) : null,
    seatName: directory.seat(e.rungs.at(-1)!.seat)?.name ?? null,
    note: e.person && notes.length > 0 ? joined(notes, between.notes) : null,
    listName: e.kind && listWords[e.kind],
    arrived: instant(e.arrived),
    read: instant(e.read),
    settled: e.settled,
  };
}
/** As its kind calls it, with the organ by its name. */
function clockName({ clock, organ }: LineRow, { zh, en }: Text, kinds: readonly AnyKind[]): Text {
  const name = kinds.map(({ dates }) => dates?.name(clock)).find((one) => one) ?? plain(clock);
  return { zh: name.zh.replace(organ, zh), en: name.en.replace(organ, en) };
}
export type LineView = ReturnType<typeof lineView>;

export const listView = (l: ListRow, entries: readonly LineRow[], seen: Seen) => ({
  id: l.id,
  kind: l.kind,
  kindName: listWords[l.kind],
  day: l.day,
  arrived: instant(l.arrived)!,
  read: instant(l.read),
  entries: entries.filter(({ list }) => list === l.id).map((e) => lineView(e, seen)),
});
export type ListView = ReturnType<typeof listView>;

/** The rungs on which somebody stands today, with the organs: of the county where none are named. */
export function standing(
  person: string,
  { moment, register }: { readonly moment: EngineMoment; readonly register: LadderRegister },
): readonly { readonly rung: Rung; readonly organs?: readonly string[] }[] {
  const seats = moment.directory.seatsOf(person, moment.today);
  const having = (...roles: readonly string[]) => seats.filter((seat) => seat.roles.some((role) => roles.includes(role)));
  const organsOf = (...roles: readonly string[]) => having(...roles).map(({ organ }) => organ);
  const portfolio = register.portfolios.filter(({ seat }) => seats.some(({ id }) => id === seat)).flatMap(({ organs }) => organs);
  return [
    ...(organsOf('section-head').length > 0 ? [{ rung: 'section-head' as const, organs: organsOf('section-head') }] : []),
    ...(organsOf('chief', 'deputy').length > 0 ? [{ rung: 'chief' as const, organs: organsOf('chief', 'deputy') }] : []),
    ...(portfolio.length > 0 ? [{ rung: 'portfolio-leader' as const, organs: portfolio }] : []),
    ...(having('efficiency-inspector', 'auditor', 'office-director').length > 0 ? [{ rung: 'efficiency-office' as const }] : []),
    ...(having('county-head').length > 0 ? [{ rung: 'county-head' as const }] : []),
  ];
}
