import type { LocalDate } from '../../kernel/clock/types.ts';
import { emptyGuide } from './guides.ts';
import { type ListPart, listFaults, listPart } from './load-items.ts';
import { type CsvRecord, clip, missingColumns, type NumberedRow, readRows, toRecords } from './rows.ts';
import { DISTRICT_COLUMNS, districtRow, ITEM_COLUMNS, type ItemRow, itemRow } from './schema.ts';
import type { Department, Fault, Item } from './types.ts';
import { fault } from './words.ts';

/** What stands already: the newest version of each item, and the organs that may lead. */
export interface Standing {
  readonly items: readonly Item[];
  readonly departments: readonly Department[];
  readonly charges: readonly string[];
}

export interface ImportPlan {
  /** New versions, ready to be written. */
  readonly items: readonly Item[];
  readonly departments: readonly Department[];
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

export type ImportOutcome = { readonly ok: true; readonly plan: ImportPlan } | { readonly ok: false; readonly faults: readonly Fault[] };

/** Reads a list and says what it would change. Any fault, and nothing is; all faults at once, each with its row and column. */
export function planImport(cells: readonly (readonly string[])[], standing: Standing, on: LocalDate): ImportOutcome {
  const { header, records, faults } = toRecords(cells);
  if (header.includes('item_code') && header.includes('task_type'))
    return planDistrict(records, [...faults, ...missingColumns(header, DISTRICT_COLUMNS)], standing, on);
  if (!header.includes('item_id'))
    return { ok: false, faults: [fault('', 'unknown-format', {}, { row: 1 }), ...missingColumns(header, ITEM_COLUMNS)] };
  return planList(records, [...faults, ...missingColumns(header, ITEM_COLUMNS), ...unknownColumns(header)], standing, on, new Set(header));
}

/** A column that would be passed over says so: its writer meant something by it. */
const unknownColumns = (header: readonly string[]): Fault[] =>
  header
    .filter((column) => column !== '' && !Object.hasOwn(itemRow.shape, column) && !READ_ELSEWHERE.has(column))
    .map((column) =>
      fault('', 'unknown-column', { value: clip(column), known: Object.keys(itemRow.shape).join(', ') }, { row: 1, column: clip(column) }),
    );
/** Columns of the list as it is kept that only help its reader. */
const READ_ELSEWHERE = new Set(['department_name', 'department_name_en', 'local_item_name']);

/** The format of service-items.csv: everything of an item but its guide. */
function planList(
  records: readonly NumberedRow<CsvRecord>[],
  before: readonly Fault[],
  { items, departments, charges }: Standing,
  on: LocalDate,
  header: ReadonlySet<string>,
): ImportOutcome {
  const { rows, faults } = readRows(records, itemRow, 'item_id');
  const current = new Set(departments.filter((organ) => organ.current).map(({ code }) => code));
  const known = { departments: current, ...(charges.length > 0 && { charges: new Set(charges) }) };
  const all = [...before, ...faults, ...listFaults(rows, known)];
  return plan(rows, (row, old) => only(listPart(row), header, old), all, { items, on });
}

/** A district's list: names and codes, no limits. Its organs are taken from the file; nothing of it can go live. */
function planDistrict(
  records: readonly NumberedRow<CsvRecord>[],
  before: readonly Fault[],
  standing: Standing,
  on: LocalDate,
): ImportOutcome {
  const { rows, faults } = readRows(records, districtRow, 'item_code');
  const codes = new Map<string, string>();
  for (const { value } of rows) if (!codes.has(value.department)) codes.set(value.department, value.dept_code);

  const asList = rows.map(({ row, value }): NumberedRow<ItemRow> => {
    const parsed = itemRow.parse({
      item_id: value.item_code,
      item_name: value.item_name,
      department_code: codes.get(value.department),
      local_item_code: value.item_code,
      source: value.link,
      confidence: 'verified',
    });
    return { row, value: { ...parsed, item_type: value.task_type.padStart(2, '0') } };
  });
  const departments = [...codes].map(
    ([name, code]): Department => ({ code, name: { zh: name, en: name }, current: true, window: true, entered: false, inNameOnly: false }),
  );
  const known = new Set([...departments, ...standing.departments].map(({ code }) => code));
  const outcome = plan(asList, listPart, [...before, ...faults, ...listFaults(asList, { departments: known })], { ...standing, on });
  if (!outcome.ok) return outcome;
  const fresh = departments.filter(({ code }) => !standing.departments.some((organ) => organ.code === code));
  return { ok: true, plan: { ...outcome.plan, departments: fresh } };
}

function plan(
  rows: readonly NumberedRow<ItemRow>[],
  read: (row: ItemRow, old: Item) => Partial<ListPart>,
  before: readonly Fault[],
  { items, on }: { items: readonly Item[]; on: LocalDate },
): ImportOutcome {
  const standing = new Map(items.map((item) => [item.id, item]));
  const faults = [...before];
  const next: Item[] = [];
  let added = 0;
  for (const { row, value } of rows) {
    const old = standing.get(value.item_id);
    const item = old ? { ...old, ...read(value, old) } : { ...emptyGuide(), ...listPart(value), version: 0, validFrom: on };
    if (old && sameItem(old, item)) continue;
    if (old && on < old.validFrom)
      faults.push(fault(item.id, 'changes-nothing-before', { first: old.validFrom, value: on }, { row, column: 'item_id' }));
    if (!old) added += 1;
    next.push({ ...following(old, item), version: item.version + 1, validFrom: on });
  }
  if (faults.length > 0) return { ok: false, faults: [...faults].sort((a, b) => (a.row ?? 0) - (b.row ?? 0)) };
  const changed = next.length - added;
  return { ok: true, plan: { items: next, departments: [], added, changed, unchanged: rows.length - next.length } };
}

/** A new version of an item has no end of its own; a new lead brings its own leader. */
function following(old: Item | undefined, { validTo: _ended, ...item }: Item): Item {
  if (!old || old.lead === item.lead) return item;
  return { ...item, leaderSeat: `${item.lead}-DEP`, supervisor: old.supervisor === old.lead ? item.lead : old.supervisor };
}

/** Columns a file does not have leave what stands: an English name, or how sure we are of a number that has not changed. */
function only(part: ListPart, header: ReadonlySet<string>, old: Item): Partial<ListPart> {
  const kept = Object.entries(COLUMNS_OF).filter(([, columns]) => columns.some((column) => header.has(column)));
  const read = Object.fromEntries(kept.map(([key]) => [key, part[key as keyof ListPart]])) as Partial<ListPart>;
  const unsaid = Object.entries(SECOND_COLUMN).filter(([, column]) => !header.has(column));
  const same = unsaid.filter(([key]) => stable(core(part[key as keyof ListPart])) === stable(core(old[key as keyof ListPart])));
  // A guide may have set the competent level apart from the wording (P8): the same wording leaves it.
  const level = part.levelText === old.levelText ? { level: old.level } : {};
  return { ...read, ...level, ...Object.fromEntries(same.map(([key]) => [key, old[key as keyof ListPart]])) };
}

/** The part of a value that its first column says. */
function core(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  return 'value' in value ? value.value : 'zh' in value ? value.zh : value;
}

const SECOND_COLUMN = {
  name: 'item_name_en',
  basis: 'legal_basis_confidence',
  legal: 'limit_confidence',
  promised: 'promise_confidence',
  visits: 'promise_confidence',
} as const satisfies Partial<Record<keyof ListPart, string>>;

const COLUMNS_OF: Readonly<Record<keyof ListPart, readonly string[]>> = {
  id: ['item_id'],
  status: ['item_status'],
  name: ['item_name'],
  taskType: ['item_type'],
  lead: ['department_code'],
  level: ['implementing_level'],
  levelText: ['implementing_level'],
  setting: ['setting_level'],
  nationalAuthority: ['national_authority'],
  basis: ['legal_basis'],
  legal: ['statutory_days_wd'],
  legalNote: ['statutory_note'],
  promised: ['promised_days_wd'],
  visits: ['visits'],
  charged: ['charged'],
  charges: ['related_charge_ids'],
  handling: ['handling_type'],
  inCore: ['in_core_136'],
  localCode: ['local_item_code'],
  nationalCode: ['national_item_code'],
  confidence: ['confidence'],
  source: ['source'],
  note: ['note'],
};

/** Whether two versions say the same, whatever the order of their keys. */
export const sameItem = (a: Item, b: Item): boolean => stable(a) === stable(b);

function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${stable(inner)}`)
    .join()}}`;
}
