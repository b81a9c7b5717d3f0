import type { LocalDate } from '../../kernel/clock/types.ts';
import { fill, type Lang, type Text } from '../../kernel/text.ts';
import { type AuthorityAsk, authorityFor } from './authority.ts';
import { type Check, checkCatalogue } from './check.ts';
import { isInForce, liveFaults } from './rules.ts';
import { buildIndex, buildNameIndex, type Index, type SearchHit, searchIndex } from './search.ts';
import type { Act, AuthorityRow, AuthorityTable, Bundle, Charge, Department, Fault, Item, Parts, Pledge, Theme } from './types.ts';
import { THEMES } from './types.ts';
import { THEME_NAMES } from './words.ts';

const FIRST = '0001-01-01' as LocalDate;
const NONE: AuthorityTable = { from: FIRST, rows: [] };

/** The power and service lists in memory: read once, asked often. */
export interface Catalogue {
  /**
   * One item: that version; else the version of that day; else the newest. An item that has not begun, has ended or was
   * cancelled is still found, so that `applicable` can say so.
   */
  item(id: string, at?: { readonly on?: LocalDate; readonly version?: number }): Item | undefined;
  versions(id: string): readonly Item[];
  /** In use on that day (newest versions without a day), in the order of the list. */
  items(on?: LocalDate): readonly Item[];
  live(item: Item): boolean;
  faults(item: Item): readonly Fault[];
  check(): Check;
  search(words: string, lang?: Lang, on?: LocalDate): readonly SearchHit[];
  /** Charges and convenience items that are in force. */
  searchServices(words: string, lang?: Lang): readonly SearchHit<Charge>[];
  searchBundles(words: string, lang?: Lang): readonly SearchHit<Bundle>[];
  /** By the table of that day; by the one recorded last without a day. */
  authority(item: Item | string, act: Act, ask?: Omit<AuthorityAsk, 'act'> & { readonly on?: LocalDate }): AuthorityRow | undefined;
  /** Days on which another authority table began to hold, the first first. */
  authorityDays(): readonly LocalDate[];
  byDepartment(code: string, on?: LocalDate): readonly Item[];
  byTheme(theme: Theme, on?: LocalDate): readonly Item[];
  byAudience(audience: 'person' | 'firm', on?: LocalDate): readonly Item[];
  themes(on?: LocalDate): readonly { readonly id: Theme; readonly name: Text; readonly count: number }[];
  charge(id: string): Charge | undefined;
  charges(): readonly Charge[];
  bundle(id: string): Bundle | undefined;
  bundles(): readonly Bundle[];
  department(code: string): Department | undefined;
  departments(): readonly Department[];
}

export function buildCatalogue(parts: Parts): Catalogue {
  const versions = new Map<string, Item[]>();
  for (const item of [...parts.items].sort((a, b) => a.version - b.version))
    versions.set(item.id, [...(versions.get(item.id) ?? []), { ...item, pledge: item.pledge && filled(item.pledge, item) }]);
  const order = [...new Set(parts.items.map(({ id }) => id))];
  const charges = new Map(parts.charges.map((charge) => [charge.id, charge]));
  const bundles = new Map(parts.bundles.map((bundle) => [bundle.id, bundle]));
  const departments = new Map(parts.departments.map((organ) => [organ.code, organ]));
  const together = buildNameIndex(parts.bundles);
  const services = buildNameIndex(parts.charges.filter(({ status }) => status !== 'stopped'));
  const indexes = new Map<string, Index>();

  const item: Catalogue['item'] = (id, { on, version } = {}) => {
    const all = versions.get(id);
    if (version !== undefined) return all?.find((one) => one.version === version);
    if (on === undefined) return all?.at(-1);
    return all?.findLast((one) => one.validFrom <= on) ?? all?.[0];
  };
  const items = (on?: LocalDate): readonly Item[] =>
    order.flatMap((id) => {
      const one = item(id, { on });
      return one && one.status !== 'cancelled' && (on === undefined || isInForce(one, on)) ? [one] : [];
    });
  const listed = items();
  const within = (on: LocalDate | undefined) => (on === undefined ? listed : items(on));
  const index = (on: LocalDate | undefined): Index => {
    const found = within(on);
    const key = found.map(({ id, version }) => `${id}/${version}`).join();
    const built = indexes.get(key) ?? buildIndex(found);
    if (!indexes.has(key)) indexes.set(key, built);
    return built;
  };

  const tables = parts.tables ?? [{ from: FIRST, rows: parts.authority }];
  const begins = [...new Set(tables.map(({ from }) => from))].sort();
  /** Before the first table began that one holds: a county's records may be older than its lists. */
  const tableOn = (on?: LocalDate): AuthorityTable => tables.findLast(({ from }) => on === undefined || from <= on) ?? tables[0] ?? NONE;
  const rulings = new WeakMap<AuthorityTable, WeakMap<Item, Map<string, AuthorityRow | undefined>>>();
  /** Every act asks several times; where no amount matters the answer is always the same. */
  const ruling = (table: AuthorityTable, subject: Item, act: Act, ask: Omit<AuthorityAsk, 'act'>): AuthorityRow | undefined => {
    const ofTable = rulings.get(table) ?? new WeakMap<Item, Map<string, AuthorityRow | undefined>>();
    rulings.set(table, ofTable);
    const known = ofTable.get(subject) ?? new Map<string, AuthorityRow | undefined>();
    ofTable.set(subject, known);
    const key = `${act} ${ask.step ?? 'lead'}`;
    if (!known.has(key)) known.set(key, authorityFor(table.rows, subject, { act, ...ask }));
    return known.get(key);
  };

  return {
    item,
    versions: (id) => versions.get(id) ?? [],
    items: within,
    live: (one) => liveFaults(one).length === 0,
    faults: liveFaults,
    check: () => checkCatalogue(parts, listed),
    search: (words, lang, on) => searchIndex(index(on), words, lang),
    searchServices: (words, lang) => searchIndex(services, words, lang),
    searchBundles: (words, lang) => searchIndex(together, words, lang),
    authority: (asked, act, ask = {}) => {
      const bundle = typeof asked === 'string' && bundles.has(asked);
      const subject = bundle ? 'bundle' : typeof asked === 'string' ? item(asked) : asked;
      return (
        subject &&
        (subject === 'bundle' || ask.amount !== undefined
          ? authorityFor(tableOn(ask.on).rows, subject, { act, ...ask })
          : ruling(tableOn(ask.on), subject, act, ask))
      );
    },
    authorityDays: () => begins.slice(1),
    byDepartment: (code, on) => within(on).filter(({ lead }) => lead === code),
    byTheme: (theme, on) => within(on).filter(({ themes }) => themes.includes(theme)),
    byAudience: (audience, on) => within(on).filter(({ audiences }) => audiences.includes(audience)),
    themes: (on) =>
      THEMES.map((id) => ({ id, name: THEME_NAMES[id], count: within(on).filter(({ themes }) => themes.includes(id)).length })).filter(
        ({ count }) => count > 0,
      ),
    charge: (id) => charges.get(id),
    charges: () => parts.charges,
    bundle: (id) => bundles.get(id),
    bundles: () => parts.bundles,
    department: (code) => departments.get(code),
    departments: () => parts.departments,
  };
}

/** The pledge says the item's own numbers: they are filled when read, so that a new promise cannot leave an old sentence behind. */
function filled(pledge: Pledge, { promised, legal, visits }: Item): Pledge {
  const numbers = { days: promised?.value.amount ?? legal?.value.amount ?? '—', visits: visits.value };
  const text = ({ zh, en }: Text): Text => ({ zh: fill(zh, numbers), en: fill(en, numbers) });
  return { content: text(pledge.content), manner: text(pledge.manner), result: text(pledge.result) };
}
