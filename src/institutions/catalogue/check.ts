import { authorityFaults } from './authority.ts';
import { liveFaults } from './rules.ts';
import type { Fault, Item, Parts } from './types.ts';
import { COUNTED, fault } from './words.ts';

/** `banjie catalogue check`: the counts as they are, and everything that does not fit together. */
export interface Check {
  /** Organs with licence items (S3-39). */
  readonly departments: number;
  readonly items: number;
  /** Licence items of the one door (S3-40). */
  readonly core: number;
  /** Charge and convenience items of the one door (S3-41). */
  readonly charges_and_convenience: number;
  readonly faults: readonly Fault[];
  /** Differences that a cancellation explains: nothing is wrong, but what names the item is to be looked at (P10). */
  readonly explained: readonly Fault[];
}

export function checkCatalogue(parts: Parts, items: readonly Item[]): Check {
  const found = {
    departments: new Set(items.map(({ lead }) => lead)).size,
    items: items.length,
    core: items.filter(({ inCore }) => inCore).length,
    charges_and_convenience: parts.charges.filter(({ inCore }) => inCore).length,
  };
  const gone = cancelledItems(parts.items);
  const known = [...items, ...gone];
  const counts = entryFaults(parts, items, gone, found);
  const faults = [
    ...items.flatMap((item) => itemFaults(item, parts)),
    ...chargeFaults(parts, known),
    ...bundleFaults(parts, known),
    ...authorityFaults(parts.authority, known),
    ...counts.faults,
  ];
  return { ...found, faults, explained: [...counts.explained, ...cancelledNamed(parts, gone)] };
}

/** Of each item the newest version, where that says it is cancelled. */
const cancelledItems = (versions: readonly Item[]): Item[] =>
  [...new Map([...versions].sort((a, b) => a.version - b.version).map((item) => [item.id, item])).values()].filter(
    ({ status }) => status === 'cancelled',
  );

/** What still names a cancelled item: bundles and charges. */
export const cancelledNamed = ({ bundles, charges }: Pick<Parts, 'bundles' | 'charges'>, gone: readonly Pick<Item, 'id'>[]): Fault[] =>
  gone.flatMap(({ id }) => [
    ...bundles
      .filter(({ items }) => items.some(({ item }) => item === id))
      .map((one) => fault(one.id, 'cancelled-in-bundle', { value: id })),
    ...charges.filter(({ relatedItem }) => relatedItem === id).map((one) => fault(one.id, 'cancelled-of-charge', { value: id })),
  ]);

function itemFaults(item: Item, { departments, charges }: Parts): Fault[] {
  const faults: Fault[] = [];
  const missing = (code: string) => !departments.some((organ) => organ.code === code && organ.current);
  for (const organ of [item.lead, ...item.assists.value.map(({ organ }) => organ), item.supervisor])
    if (organ && missing(organ)) faults.push(fault(item.id, 'unknown-department', { value: organ }));
  for (const id of item.charges)
    if (!charges.some((charge) => charge.id === id)) faults.push(fault(item.id, 'unknown-charge', { value: id }));
  if (item.inCore)
    for (const { text } of liveFaults(item)) faults.push(fault(item.id, 'core-item-not-live', { why_zh: text.zh, why_en: text.en }));
  return faults;
}

function chargeFaults({ charges, departments }: Parts, items: readonly Item[]): Fault[] {
  return charges.flatMap(({ id, relatedItem, organ }) => [
    ...(relatedItem && !items.some((item) => item.id === relatedItem) ? [fault(id, 'unknown-item', { value: relatedItem })] : []),
    ...(departments.some(({ code, current }) => code === organ && current) ? [] : [fault(id, 'unknown-department', { value: organ })]),
  ]);
}

function bundleFaults({ bundles }: Parts, items: readonly Item[]): Fault[] {
  return bundles.flatMap((bundle) =>
    bundle.items
      .filter(({ item }) => !items.some(({ id }) => id === item))
      .map(({ item }) => fault(bundle.id, 'unknown-item', { value: item })),
  );
}

/** The counts of the one door, unless the register or a cancellation explains the difference; an organ with licence items that has not entered. */
function entryFaults(
  { entry, departments }: Parts,
  items: readonly Item[],
  gone: readonly Item[],
  found: Omit<Check, 'faults' | 'explained'>,
): Pick<Check, 'faults' | 'explained'> {
  if (!entry) return { faults: [], explained: [] };
  const without = gone.map(({ id }) => id).join(', ');
  const departmentsBefore = new Set([...items, ...gone].map(({ lead }) => lead)).size;
  const counted = [
    [COUNTED.departments, entry.departments, found.departments, departmentsBefore],
    [COUNTED.core, entry.licences, found.core, found.core + gone.filter(({ inCore }) => inCore).length],
    [COUNTED.charges, entry.chargesAndConvenience, found.charges_and_convenience, found.charges_and_convenience],
  ] as const;
  const differing = counted.filter(([, expected, real]) => expected !== real && entry.differences.length === 0);
  const said = ([what, expected, real]: (typeof counted)[number]) => ({ what_zh: what.zh, what_en: what.en, expected, found: real });
  const entered = new Set(departments.filter((organ) => organ.entered).map(({ code }) => code));
  const outside = [...new Set(items.map(({ lead }) => lead))].filter((lead) => !entered.has(lead));
  return {
    faults: [
      ...differing.filter(([, expected, , before]) => before !== expected).map((one) => fault('', 'count-differs', said(one))),
      ...outside.map((value) => fault('', 'not-entered', { value })),
    ],
    explained: differing
      .filter(([, expected, , before]) => before === expected)
      .map((one) => fault('', 'count-explained', { ...said(one), without })),
  };
}
