import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { textOf } from '../../kernel/encoding.ts';
import type { Text } from '../../kernel/text.ts';
import { type DataFile, readDataFile } from '../../platform/data-file.ts';
import { buildCatalogue, type Catalogue } from './catalogue.ts';
import { type Check, cancelledNamed } from './check.ts';
import { planImport, sameItem } from './import.ts';
import { CATALOGUE_FILES, type CatalogueFile, type CatalogueFiles, loadAuthority, loadCatalogue } from './load.ts';
import { type Addition, appendEdition, lockCatalogue, type Queryable, readParts } from './queries.ts';
import { type CsvRecord, toRecords } from './rows.ts';
import { liveFaults } from './rules.ts';
import type { Fault, Item, Parts } from './types.ts';
import { fault, guideFault, readAs } from './words.ts';

/** Asked of for its line alone. */
const NO_TEXT: Text = { zh: '', en: '' };

/** Who records an edition, and when: an instant, ISO 8601. */
export interface Recording {
  readonly on: LocalDate;
  readonly at: string;
  readonly by: string;
  /** Hears what is worth knowing beside the result. */
  readonly tell?: (line: Text) => void;
}

export interface Imported {
  readonly ok: true;
  /** Absent where nothing changed: no edition is written. */
  readonly edition?: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** How many of the new versions can be applied for, and what the others lack. */
  readonly live: number;
  readonly notLive: readonly { readonly id: string; readonly faults: readonly Fault[] }[];
}
export type ImportResult = Imported | { readonly ok: false; readonly faults: readonly Fault[] };

/** `banjie catalogue check` */
export const catalogueCheck = (catalogue: Catalogue): Check => catalogue.check();

/** The catalogue as the database has it. */
export const openCatalogue = async (client: Queryable): Promise<Catalogue> => buildCatalogue(await readParts(client));

/** `banjie catalogue import FILE.csv`: all faults at once and nothing changed, or one edition with the new versions. */
export async function catalogueImport(client: Queryable, file: string, { on, at, by, tell }: Recording): Promise<ImportResult> {
  const cells = readCells(file, tell);
  if ('faults' in cells) return { ok: false, faults: cells.faults };

  return inTransaction(client, async () => {
    await lockCatalogue(client);
    const parts = await readParts(client);
    const standing = { items: newest(parts.items), departments: parts.departments, charges: parts.charges.map(({ id }) => id) };
    const outcome = planImport(cells.cells, standing, on);
    if (!outcome.ok) return outcome;

    const { items, departments, added, changed, unchanged } = outcome.plan;
    const edition = { validFrom: on, source: basename(file), at, by };
    const gone = items.filter(({ status }) => status === 'cancelled');
    for (const named of cancelledNamed(parts, gone))
      tell?.({ zh: `${named.item}：${named.text.zh}`, en: `${named.item}: ${named.text.en}` });
    return result(
      { added, changed, unchanged },
      items,
      items.length > 0 ? await appendEdition(client, edition, { items, departments }) : undefined,
    );
  });
}

/** `banjie catalogue authority FILE.yaml`: all faults at once and nothing changed, or an edition with the table, which holds from its day on (P7). */
export async function authorityImport(client: Queryable, file: string, { on, at, by }: Recording): Promise<ImportResult> {
  const table = readDataFile(file, basename(file));
  const torn = table.faults.map(({ text, line }) => guideFault(text, { row: line }, 'unreadable-file'));
  if (!table.whole) return { ok: false, faults: torn };
  return inTransaction(client, async () => {
    await lockCatalogue(client);
    const stored = await readParts(client);
    const { rows, faults } = loadAuthority(table.value, newest(stored.items), (path) => table.at({ path, text: NO_TEXT }).line);
    if (torn.length + faults.length > 0) return { ok: false, faults: [...torn, ...faults] };
    const none = { added: 0, changed: 0, unchanged: 0 };
    if (sameItem(rows as unknown as Item, stored.authority as unknown as Item))
      return result({ ...none, unchanged: rows.length }, [], undefined);
    const edition = { validFrom: on, source: basename(file), at, by };
    return result({ ...none, added: rows.length }, [], await appendEdition(client, edition, { items: [], authority: rows }));
  });
}

/** Writes a county's folder into the database; run again, it writes only what differs. */
export async function seedModelCatalogue(
  client: Queryable,
  folder: string,
  on?: LocalDate,
  record?: Partial<Recording>,
): Promise<ImportResult> {
  const { parts, faults } = readCatalogueFolder(folder, on);
  if (faults.length > 0) return { ok: false, faults };
  const validFrom = on ?? parts.items[0]!.validFrom;

  return inTransaction(client, async () => {
    await lockCatalogue(client);
    const stored = await readParts(client);
    const standing = new Map(newest(stored.items).map((item) => [item.id, item]));
    const now = newest(parts.items);
    const fresh = parts.items.filter(({ id }) => !standing.has(id));
    const changed = now.flatMap((item) => {
      const old = standing.get(item.id);
      if (!old || sameItem(old, { ...item, version: old.version, validFrom: old.validFrom })) return [];
      return [{ ...item, version: old.version + 1, validFrom: validFrom > old.validFrom ? validFrom : old.validFrom }];
    });
    const items = [...fresh, ...changed];
    const added = newest(fresh).length;
    const counts = { added, changed: changed.length, unchanged: now.length - added - changed.length };
    const lists = changedLists(parts, stored);
    if (items.length === 0 && Object.keys(lists).length === 0) return result(counts, [], undefined);
    const edition = { validFrom, source: basename(folder), at: record?.at ?? `${validFrom}T00:00:00+08:00`, by: record?.by ?? 'seed' };
    return result(counts, items, await appendEdition(client, edition, { items, ...lists }));
  });
}

/** A county's `catalogue/` folder, read without a database. */
export function readCatalogueFolder(folder: string, on?: LocalDate): { parts: Parts; faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const csv = (name: string): readonly CsvRecord[] => {
    const cells = readCells(join(folder, name));
    if ('faults' in cells) {
      faults.push(...cells.faults);
      return [];
    }
    const { records, faults: torn } = toRecords(cells.cells);
    faults.push(...torn.map((one) => ({ ...one, file: name })));
    return records.map(({ value }) => value);
  };
  const read: Partial<Record<CatalogueFile, DataFile>> = {};
  const yaml = (file: CatalogueFile): unknown => {
    const one = readDataFile(join(folder, CATALOGUE_FILES[file]), CATALOGUE_FILES[file]);
    read[file] = one;
    faults.push(...one.faults.map(({ text, line }) => guideFault(text, { file: one.name, row: line }, 'unreadable-file')));
    return one.value;
  };
  const files: CatalogueFiles = {
    items: csv(CATALOGUE_FILES.items),
    charges: csv(CATALOGUE_FILES.charges),
    departments: csv(CATALOGUE_FILES.departments),
    bundles: yaml('bundles'),
    authority: yaml('authority'),
    entry: yaml('entry'),
    additions: yaml('additions'),
  };
  const loaded = loadCatalogue(files, on, (file, path) => read[file]?.told([{ path, text: NO_TEXT }])[0]?.line);
  return { parts: loaded.parts, faults: [...faults, ...loaded.faults] };
}

/** The cells of a list; `tell` hears how it was read, where that is not as UTF-8. */
export function readCells(file: string, tell: (line: Text) => void = () => {}): { cells: string[][] } | { faults: Fault[] } {
  const name = basename(file);
  try {
    const read = textOf(readFileSync(file));
    if (!read) return { faults: [fault('', 'unknown-encoding', { value: name })] };
    if (read.encoding !== 'utf-8') tell(readAs(name, read.encoding));
    return { cells: parseCsv(read.text, { bom: true, relax_column_count: true }) };
  } catch (error) {
    return { faults: [fault('', 'unreadable-file', { value: `${name}: ${(error as Error).message}` })] };
  }
}

function changedLists(parts: Parts, stored: Parts): Omit<Addition, 'items'> {
  const lists = ['departments', 'charges', 'bundles', 'authority', 'entry'] as const;
  const same = (list: (typeof lists)[number]) => sameItem(parts[list] as unknown as Item, stored[list] as unknown as Item);
  return Object.fromEntries(lists.filter((list) => parts[list] !== undefined && !same(list)).map((list) => [list, parts[list]]));
}

function result(counts: Pick<Imported, 'added' | 'changed' | 'unchanged'>, items: readonly Item[], edition: number | undefined): Imported {
  const now = newest(items);
  const notLive = now.map((item) => ({ id: item.id, faults: liveFaults(item) })).filter(({ faults }) => faults.length > 0);
  return { ok: true, ...(edition !== undefined && { edition }), ...counts, live: now.length - notLive.length, notLive };
}

const newest = (items: readonly Item[]): Item[] => {
  const last = new Map<string, Item>();
  for (const item of items) if (item.version > (last.get(item.id)?.version ?? 0)) last.set(item.id, item);
  return [...last.values()];
};

async function inTransaction<T>(client: Queryable, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  try {
    const done = await work();
    await client.query('COMMIT');
    return done;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
