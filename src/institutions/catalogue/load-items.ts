import type { LocalDate } from '../../kernel/clock/types.ts';
import type { Sourced } from '../../kernel/text.ts';
import type { Additions } from './guide-schema.ts';
import { emptyGuide, type GuidePart, guideOf, guideWords } from './guides.ts';
import type { NumberedRow } from './rows.ts';
import type { ItemRow } from './schema.ts';
import type { Fault, Item, Limit } from './types.ts';
import { fault } from './words.ts';

/** What a row of the list says of an item. */
export type ListPart = Omit<Item, keyof GuidePart | 'version' | 'validFrom' | 'validTo'>;

export function listPart(row: ItemRow): ListPart {
  const limit = (amount: number | undefined, confidence: Sourced<Limit>['confidence'], source?: string): Sourced<Limit> | undefined =>
    amount === undefined ? undefined : { value: { amount, unit: 'wd' }, confidence, ...(source && { source }) };
  const legal = limit(row.statutory_days_wd, row.limit_confidence, row.statutory_note);
  const promised = limit(row.promised_days_wd, row.promise_confidence);
  return {
    id: row.item_id,
    status: row.item_status,
    name: { zh: row.item_name, en: row.item_name_en || row.item_name },
    taskType: row.item_type,
    lead: row.department_code,
    level: row.implementing_level.level,
    levelText: row.implementing_level.text,
    setting: row.setting_level,
    nationalAuthority: row.national_authority,
    basis: { value: row.legal_basis, confidence: row.legal_basis_confidence },
    ...(legal && { legal }),
    legalNote: row.statutory_note,
    ...(promised && { promised }),
    visits: { value: row.visits ?? 1, confidence: row.promise_confidence },
    charged: row.charged,
    charges: row.related_charge_ids,
    handling: row.handling_type,
    inCore: row.in_core_136,
    ...(row.local_item_code && { localCode: row.local_item_code }),
    ...(row.national_item_code && { nationalCode: row.national_item_code }),
    confidence: row.confidence,
    source: row.source,
    ...(row.note && { note: row.note }),
  };
}

/** Every item of a county, from the list and its guides: one version, or two where the procedure was another before some day after the first. */
export function firstItems(rows: readonly NumberedRow<ItemRow>[], additions: Additions | undefined, on: LocalDate): Item[] {
  return rows.flatMap(({ value }) => {
    const first = versionOf(value, additions);
    const before = additions?.earlier[value.item_id];
    if (!additions || !before || before.until <= on) return [{ ...first, version: 1, validFrom: on }];
    return [
      { ...versionOf(earlierRow(value, before), earlierGuide(value.item_id, additions)), version: 1, validFrom: on },
      { ...first, version: 2, validFrom: before.until },
    ];
  });
}

type Earlier = Additions['earlier'][string];

function versionOf(row: ItemRow, additions: Additions | undefined): Omit<Item, 'version' | 'validFrom'> {
  const superior = additions?.forwarded[row.item_id];
  const guide = additions ? guideOf(row, additions) : emptyGuide();
  return { ...listPart(row), ...guide, ...(superior && { level: superior.level }) };
}

/** What a guide file says of earlier days was written for the demonstration, whatever the list's own numbers rest on. */
const earlierRow = (row: ItemRow, { promised, visits }: Earlier): ItemRow => ({
  ...row,
  promised_days_wd: promised,
  visits,
  promise_confidence: 'illustrative',
});

function earlierGuide(id: string, additions: Additions): Additions {
  const { assists, papers } = additions.earlier[id]!;
  const own = guideWords(id, additions);
  const before = { ...own, assists: assists ?? own.assists, materials: [...(own.materials ?? []), ...papers] };
  return { ...additions, items: { ...additions.items, [id]: before } };
}

/** What rows of the list can only show together: one id, one lead, known departments and charges, a promise within the law. */
export function listFaults(
  rows: readonly NumberedRow<ItemRow>[],
  known: { readonly departments: ReadonlySet<string>; readonly charges?: ReadonlySet<string> },
): Fault[] {
  const faults: Fault[] = [];
  const seen = new Map<string, { row: number; lead: string }>();
  for (const { row, value } of rows) {
    const { item_id: id, statutory_days_wd: legal, promised_days_wd: promised } = value;
    const leads = value.department_code.split(/[;,/\u3001\uff0c\uff1b]/).map((lead) => lead.trim());
    const [lead = '', ...more] = leads;
    const before = seen.get(id);
    const column = 'department_code';

    for (const second of more) faults.push(fault(id, 'second-lead', { first: lead, value: second }, { row, column }));
    for (const code of leads)
      if (!known.departments.has(code)) faults.push(fault(id, 'unknown-department', { value: code }, { row, column }));
    if (before && before.lead !== lead) faults.push(fault(id, 'second-lead', { first: before.lead, value: lead }, { row, column }));
    if (before) faults.push(fault(id, 'twice-in-file', { value: id, first: before.row }, { row, column: 'item_id' }));
    else seen.set(id, { row, lead });
    if (legal !== undefined && promised !== undefined && promised > legal)
      faults.push(fault(id, 'promise-over-limit', { promised, legal }, { row, column: 'promised_days_wd' }));
    for (const charge of value.related_charge_ids)
      if (known.charges && !known.charges.has(charge))
        faults.push(fault(id, 'unknown-charge', { value: charge }, { row, column: 'related_charge_ids' }));
  }
  return faults;
}
