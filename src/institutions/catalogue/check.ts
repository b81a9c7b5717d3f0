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
}

export function checkCatalogue(parts: Parts, items: readonly Item[]): Check {
  const found = {
    departments: new Set(items.map(({ lead }) => lead)).size,
    items: items.length,
    core: items.filter(({ inCore }) => inCore).length,
    charges_and_convenience: parts.charges.filter(({ inCore }) => inCore).length,
  };
  const faults = [
    ...items.flatMap((item) => itemFaults(item, parts)),
    ...chargeFaults(parts, items),
    ...bundleFaults(parts, items),
    ...authorityFaults(parts.authority, items),
    ...entryFaults(parts, items, found),
  ];
  return { ...found, faults };
}

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

/** The counts of the one door, unless the register explains the difference; an organ with licence items that has not entered. */
function entryFaults({ entry, departments }: Parts, items: readonly Item[], found: Omit<Check, 'faults'>): Fault[] {
  if (!entry) return [];
  const counted = [
    [COUNTED.departments, entry.departments, found.departments],
    [COUNTED.core, entry.licences, found.core],
    [COUNTED.charges, entry.chargesAndConvenience, found.charges_and_convenience],
  ] as const;
  const differing = counted.filter(([, expected, real]) => expected !== real && entry.differences.length === 0);
  const entered = new Set(departments.filter((organ) => organ.entered).map(({ code }) => code));
  const outside = [...new Set(items.map(({ lead }) => lead))].filter((lead) => !entered.has(lead));
  return [
    ...differing.map(([what, expected, real]) => fault('', 'count-differs', { what_zh: what.zh, what_en: what.en, expected, found: real })),
    ...outside.map((value) => fault('', 'not-entered', { value })),
  ];
}
