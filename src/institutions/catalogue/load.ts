import type { ZodType, z } from 'zod';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { placeOf, type Fault as Shape, shaped } from '../../kernel/shape.ts';
import { authorityFaults } from './authority.ts';
import { type Additions, additions, authorityFile, type BundlesFile, bundlesFile, entryFile } from './guide-schema.ts';
import { firstItems, listFaults } from './load-items.ts';
import { type CsvRecord, numbered, readRows } from './rows.ts';
import { type ChargeRow, chargeRow, departmentRow, itemRow } from './schema.ts';
import type { AuthorityRow, Bundle, Charge, Department, EntryCounts, Fault, Item, Parts } from './types.ts';
import { fault, guideFault } from './words.ts';

/** Where the root finds the files, below a county's `catalogue/` folder. CSV as records keyed by header, YAML as parsed. */
export const CATALOGUE_FILES = {
  items: 'service-items.csv',
  charges: 'charges.csv',
  departments: 'departments.csv',
  bundles: 'bundles.yaml',
  authority: 'authority.yaml',
  entry: 'entry-register.yaml',
  additions: 'additions.yaml',
} as const;
export type CatalogueFile = keyof typeof CATALOGUE_FILES;

export interface CatalogueFiles extends Readonly<Record<CatalogueFile, unknown>> {
  readonly items: readonly CsvRecord[];
  readonly charges: readonly CsvRecord[];
  readonly departments: readonly CsvRecord[];
}

/** The line of a part of a YAML file; undefined: the file was not read so far. */
export type LineOf = (file: CatalogueFile, path: Shape['path']) => number | undefined;

/** Reads a county's catalogue whole: every fault of every file at once, and what could be read. */
export function loadCatalogue(files: CatalogueFiles, on?: LocalDate, lineOf: LineOf = () => 1): { parts: Parts; faults: Fault[] } {
  const faults: Fault[] = [];
  const yaml = <T>(file: CatalogueFile, schema: ZodType<T>): T | undefined => {
    const read = shaped(schema, files[file]);
    if (read.ok) return read.value;
    for (const one of read.faults) {
      const row = lineOf(file, one.path);
      if (row !== undefined) faults.push(guideFault(placedText(one), { file: CATALOGUE_FILES[file], row }));
    }
    return undefined;
  };
  const list = <T>(file: 'items' | 'charges' | 'departments', schema: ZodType<T>, key: string) => {
    const read = readRows(numbered(files[file]), schema, key);
    faults.push(...read.faults.map((one) => ({ ...one, file: CATALOGUE_FILES[file] })));
    return read.rows;
  };

  const guides = yaml('additions', additions);
  const entry = yaml('entry', entryFile);
  const bundleList = yaml('bundles', bundlesFile);
  const table = yaml('authority', authorityFile);
  const itemRows = list('items', itemRow, 'item_id');
  const chargeRows = list('charges', chargeRow, 'charge_id').map(({ value }) => value);
  const departments = list('departments', departmentRow, 'code').map(({ value }): Department => {
    const entered = entry?.departments.find(({ code }) => code === value.code);
    return {
      code: value.code,
      name: { zh: value.name, en: value.name_en },
      current: value.status === 'current',
      window: value.hall_window,
      entered: entered !== undefined,
      inNameOnly: entered?.in_name_only ?? false,
    };
  });

  const current = new Set(departments.filter((organ) => organ.current).map(({ code }) => code));
  faults.push(...listFaults(itemRows, { departments: current, charges: new Set(chargeRows.map(({ charge_id }) => charge_id)) }));
  if (guides) faults.push(...paperFaults(guides), ...itemFaults(guides, new Set(itemRows.map(({ value }) => value.item_id))));
  if (faults.length > 0) return { parts: { items: [], charges: [], bundles: [], authority: [], departments }, faults };

  const items = firstItems(itemRows, guides, on ?? guides!.defaults.validFrom);
  const charges = chargeRows.map((row) => ({ ...toCharge(row), ...inFen(guides?.charges[row.charge_id]) }));
  const bundles = bundleList!.bundles.map((bundle) => toBundle(bundle, items, charges, guides!, faults));
  const authority = rowsOf(table!);
  return { parts: { items, charges, bundles, authority, departments, entry: countsOf(entry!) }, faults };
}

const rowsOf = ({ rows }: z.output<typeof authorityFile>): AuthorityRow[] =>
  rows.flatMap(({ item, up_to_yuan, ...row }) =>
    item.map((one): AuthorityRow => ({ item: one, ...row, ...(up_to_yuan !== undefined && { upTo: up_to_yuan * 100 }) })),
  );

const placedText = ({ path, text: { zh, en } }: Shape) => ({ zh: `${placeOf(path)}：${zh}`, en: `${placeOf(path)}: ${en}` });

/** An authority table by itself, for a county whose items stand: every fault of it at once. */
export function loadAuthority(
  file: unknown,
  items: readonly Item[],
  lineOf: (path: Shape['path']) => number = () => 1,
): { rows: readonly AuthorityRow[]; faults: readonly Fault[] } {
  const read = shaped(authorityFile, file);
  if (!read.ok) return { rows: [], faults: read.faults.map((one) => guideFault(placedText(one), { row: lineOf(one.path) })) };
  const rows = rowsOf(read.value);
  return { rows, faults: authorityFaults(rows, items) };
}

/** Of a range the figures in fen. */
const inFen = (range: Additions['charges'][string] = {}): Pick<Charge, 'least' | 'most'> =>
  Object.fromEntries(Object.entries(range).map(([end, yuan]) => [end, Math.round(yuan * 100)]));

function toCharge(row: ChargeRow): Charge {
  return {
    id: row.charge_id,
    name: { zh: row.name, en: row.name_en },
    kind: row.kind,
    category: row.category,
    organ: row.department_code,
    charged: row.charged,
    standard: row.standard,
    ...(row.amount_yuan !== undefined && { amount: row.amount_yuan }),
    unit: row.unit,
    basis: row.charging_basis,
    fund: row.fund_management,
    status: row.lifecycle,
    ...(row.promised_days_wd !== undefined && {
      promised: { value: { amount: row.promised_days_wd, unit: 'wd' as const }, confidence: row.promise_confidence },
    }),
    visits: row.visits ?? 1,
    inCore: row.in_core_62,
    confidence: row.confidence,
    source: row.source,
    ...(row.related_item_id && { relatedItem: row.related_item_id }),
    ...(row.note && { note: row.note }),
  };
}

/** A step of a bundle is an item, a convenience item, or stands outside the catalogue; the lists name it, so the name finds it. */
function toBundle(
  bundle: BundlesFile['bundles'][number],
  items: readonly Item[],
  charges: readonly Charge[],
  { bundles }: Additions,
  faults: Fault[],
): Bundle {
  const steps = bundle.steps.map((step) => ({
    step,
    item: items.find(({ lead, name }) => lead === step.dept && name.zh === step.item)?.id,
    service: charges.find(({ organ, name }) => organ === step.dept && name.zh === step.item)?.id,
  }));
  for (const { step, item, service } of steps)
    if (step.in_catalogue && !item && !service)
      faults.push(fault(bundle.id, 'unknown-item', { value: step.item }, { column: CATALOGUE_FILES.bundles }));
  const found = steps.flatMap(({ step, item }) => (item ? [{ item, optional: step.optional }] : []));
  const order = bundle.order?.map((stage) => stage.flatMap((place) => steps[place]?.item ?? [])).filter((stage) => stage.length > 0);
  return {
    id: bundle.id,
    name: { zh: bundle.name, en: bundle.name_en },
    lead: bundle.lead,
    items: [...found, ...(bundles[bundle.id]?.add ?? [])],
    services: steps.flatMap(({ service }) => service ?? []),
    outside: steps.filter(({ item, service }) => !item && !service).map(({ step }) => ({ organ: step.dept, name: step.item })),
    ...(order && { order }),
    flow: bundle.flow,
    promised: { value: { amount: bundle.promised_days, unit: 'wd' }, confidence: bundle.limits_confidence },
    visits: bundle.visits,
    source: bundle.source,
    confidence: bundle.confidence,
  };
}

const countsOf = ({
  counts,
  differences,
}: {
  counts: { departments: number; licences: number; charges_and_convenience: number };
  differences: string[];
}): EntryCounts => ({
  departments: counts.departments,
  licences: counts.licences,
  chargesAndConvenience: counts.charges_and_convenience,
  differences,
});

/** An item of which the additions say something, and the list nothing: written under its place in the file. */
function itemFaults(all: Additions, known: ReadonlySet<string>): Fault[] {
  const { items, highRisk, counterOnly, forwarded, supervisors, synonyms, earlier, templates } = all;
  const named: Readonly<Record<string, readonly string[]>> = {
    ...{ items: Object.keys(items), highRisk, counterOnly, forwarded: Object.keys(forwarded), supervisors: Object.keys(supervisors) },
    ...{ synonyms: Object.keys(synonyms), earlier: Object.keys(earlier) },
    ...Object.fromEntries(Object.entries(templates).map(([name, one]) => [`templates.${name}.items`, one.items])),
  };
  return Object.entries(named).flatMap(([place, ids]) =>
    ids
      .filter((id) => !known.has(id))
      .map((id) => fault('', 'unknown-item', { value: id }, { column: `${CATALOGUE_FILES.additions} ${place}` })),
  );
}

/** A paper, a case set or a zone that a guide names and the file does not hold. */
function paperFaults({ papers, caseSets, zones, organs, templates, items }: Additions): Fault[] {
  const wrong = (value: string) => fault('', 'bad-guide', { value }, { column: CATALOGUE_FILES.additions });
  const guides = [...Object.entries(templates), ...Object.entries(items)];
  const named = guides.flatMap(([at, { materials = [] }]) =>
    materials.flatMap((use) => (typeof use === 'string' ? [[at, use]] : 'use' in use ? [[at, use.use]] : [])),
  );
  const ofCases = Object.entries(caseSets).flatMap(([at, set]) =>
    Object.values(set).flatMap((one) => (one?.papers ?? []).map((key) => [at, key])),
  );
  return [
    ...[...named, ...ofCases].filter(([, key]) => !papers[key!]).map(([at, key]) => wrong(`${at}: no paper "${key}"`)),
    ...guides.filter(([, { cases }]) => cases && !caseSets[cases]).map(([at]) => wrong(`${at}: no such case set`)),
    ...Object.entries(organs)
      .filter(([, { zone }]) => !zones[zone])
      .map(([at]) => wrong(`${at}: no such zone`)),
    ...Object.entries(items)
      .filter(([, { template }]) => template && !templates[template])
      .map(([at]) => wrong(`${at}: no such template`)),
  ];
}
