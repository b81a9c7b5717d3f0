import type { LocalDate } from '../../kernel/clock/types.ts';
import { canonical } from '../../kernel/journal/canonical.ts';
import type { AuthorityRow, Bundle, Charge, Department, EntryCounts, Item, Parts } from './types.ts';

/** What is needed of a `pg` client or pool. */
export interface Queryable {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

/** One change of the lists: when it takes effect, on which paper, by whom. */
export interface Edition {
  readonly validFrom: LocalDate;
  readonly source: string;
  readonly by: string;
  /** Instant, ISO 8601. */
  readonly at: string;
}

/** What one edition brings: new versions of items; the other lists whole, where they changed. */
export interface Addition {
  readonly items: readonly Item[];
  readonly departments?: readonly Department[];
  readonly charges?: readonly Charge[];
  readonly bundles?: readonly Bundle[];
  readonly authority?: readonly AuthorityRow[];
  readonly entry?: EntryCounts;
}

/** One import at a time; the second waits and then reads what the first wrote. Inside a transaction. */
export async function lockCatalogue(client: Queryable): Promise<void> {
  await client.query("SELECT pg_advisory_xact_lock(hashtext('catalogue'))");
}

export async function appendEdition(client: Queryable, edition: Edition, addition: Addition): Promise<number> {
  const { items, departments = [], charges = [], bundles = [], authority = [], entry } = addition;
  const { rows } = await client.query(
    `INSERT INTO catalogue.edition (valid_from, recorded_at, recorded_by, source, entry_counts)
     VALUES ($1, $2, $3, $4, $5) RETURNING id`,
    [edition.validFrom, edition.at, edition.by, edition.source, entry ? canonical(entry) : null],
  );
  const id = Number(rows[0]!.id);
  await client.query(INSERT_ITEMS, [id, JSON.stringify(items.map(itemColumns))]);
  await client.query(INSERT_DEPARTMENTS, [id, JSON.stringify(departments.map(departmentColumns))]);
  await client.query(INSERT_CHARGES, [id, JSON.stringify(charges.map(chargeColumns))]);
  await client.query(INSERT_BUNDLES, [id, JSON.stringify(bundles.map((bundle) => ({ id: bundle.id, body: canonical(bundle) })))]);
  await client.query(INSERT_AUTHORITY, [id, JSON.stringify(authority.map(authorityColumns))]);
  return id;
}

/** Everything a catalogue is built from: all versions of the items, and the newest of each other list. One statement, one snapshot. */
export async function readParts(client: Queryable): Promise<Parts & { readonly edition: number }> {
  const { rows } = await client.query(READ);
  const { read } = rows[0] as { read: StoredParts };
  const bodies = <T>(texts: readonly string[]) => texts.map((text) => JSON.parse(text) as T);
  const tables = read.tables.map(({ from, rows: texts }) => ({ from, rows: bodies<AuthorityRow>(texts) }));
  return {
    edition: read.edition,
    items: bodies<Item>(read.items),
    charges: bodies<Charge>(read.charges),
    bundles: bodies<Bundle>(read.bundles),
    authority: tables.at(-1)?.rows ?? [],
    tables,
    departments: read.departments,
    ...(read.entry && { entry: JSON.parse(read.entry) as EntryCounts }),
  };
}

/** Which editions there were, the newest first. */
export async function readEditions(client: Queryable, limit = 50): Promise<readonly (Edition & { id: number; items: number })[]> {
  const { rows } = await client.query(
    `SELECT e.id::int AS id, e.valid_from::text AS "validFrom", e.source, e.recorded_by AS by, e.recorded_at::text AS at,
            (SELECT count(*)::int FROM catalogue.item_version v WHERE v.edition = e.id) AS items
       FROM catalogue.edition e ORDER BY e.id DESC LIMIT $1`,
    [limit],
  );
  return rows as unknown as readonly (Edition & { id: number; items: number })[];
}

interface StoredParts {
  readonly edition: number;
  readonly items: readonly string[];
  readonly charges: readonly string[];
  readonly bundles: readonly string[];
  readonly tables: readonly { readonly from: LocalDate; readonly rows: readonly string[] }[];
  readonly departments: readonly Department[];
  readonly entry: string | null;
}

const itemColumns = (item: Item, place: number) => ({
  id: item.id,
  version: item.version,
  valid_from: item.validFrom,
  valid_to: item.validTo ?? null,
  status: item.status,
  lead: item.lead,
  legal_amount: item.legal?.value.amount ?? null,
  legal_unit: item.legal?.value.unit ?? null,
  promised_amount: item.promised?.value.amount ?? null,
  promised_unit: item.promised?.value.unit ?? null,
  in_core: item.inCore,
  place: place + 1,
  body: canonical(item),
});
const departmentColumns = (organ: Department, place: number) => ({
  code: organ.code,
  name_zh: organ.name.zh,
  name_en: organ.name.en,
  current: organ.current,
  has_window: organ.window,
  entered: organ.entered,
  in_name_only: organ.inNameOnly,
  place: place + 1,
});
const chargeColumns = (charge: Charge, place: number) => ({
  id: charge.id,
  organ: charge.organ,
  status: charge.status,
  amount_fen: charge.amount ?? null,
  place: place + 1,
  body: canonical(charge),
});
const authorityColumns = (row: AuthorityRow, place: number) => ({
  place: place + 1,
  item: row.item,
  act: row.act,
  step: row.step ?? 'lead',
  up_to_fen: row.upTo ?? null,
  body: canonical(row),
});

const INSERT_ITEMS = `
INSERT INTO catalogue.item_version (edition, id, version, valid_from, valid_to, status, lead, legal_amount, legal_unit,
                                    promised_amount, promised_unit, in_core, place, body)
SELECT $1, id, version, valid_from, valid_to, status, lead, legal_amount, legal_unit, promised_amount, promised_unit, in_core, place, body
  FROM jsonb_to_recordset($2::jsonb) AS r (id text, version int, valid_from date, valid_to date, status text, lead text, legal_amount int,
       legal_unit text, promised_amount int, promised_unit text, in_core boolean, place int, body text)`;
const INSERT_DEPARTMENTS = `
INSERT INTO catalogue.department (edition, code, name_zh, name_en, current, has_window, entered, in_name_only, place)
SELECT $1, code, name_zh, name_en, current, has_window, entered, in_name_only, place
  FROM jsonb_to_recordset($2::jsonb) AS r (code text, name_zh text, name_en text, current boolean, has_window boolean, entered boolean,
       in_name_only boolean, place int)`;
const INSERT_CHARGES = `
INSERT INTO catalogue.charge (edition, id, organ, status, amount_fen, place, body)
SELECT $1, id, organ, status, amount_fen, place, body
  FROM jsonb_to_recordset($2::jsonb) AS r (id text, organ text, status text, amount_fen bigint, place int, body text)`;
const INSERT_BUNDLES = `
INSERT INTO catalogue.bundle (edition, id, body) SELECT $1, id, body FROM jsonb_to_recordset($2::jsonb) AS r (id text, body text)`;
const INSERT_AUTHORITY = `
INSERT INTO catalogue.authority_row (edition, place, item, act, step, up_to_fen, body)
SELECT $1, place, item, act, step, up_to_fen, body
  FROM jsonb_to_recordset($2::jsonb) AS r (place int, item text, act text, step text, up_to_fen bigint, body text)`;

// The newest edition of each charge, bundle and organ counts; the entry counts are replaced whole, and so is the authority table, of which all are read.
const READ = `
SELECT json_build_object(
  'edition', (SELECT coalesce(max(id), 0) FROM catalogue.edition),
  'items', (SELECT coalesce(json_agg(v.body ORDER BY first.edition, first.place, v.version), '[]')
              FROM catalogue.item_version v JOIN catalogue.item_version first ON first.id = v.id AND first.version = 1),
  'departments', (SELECT coalesce(json_agg(json_build_object('code', code, 'name', json_build_object('zh', name_zh, 'en', name_en),
                    'current', current, 'window', has_window, 'entered', entered, 'inNameOnly', in_name_only)
                    ORDER BY edition, place), '[]')
                    FROM (SELECT DISTINCT ON (code) * FROM catalogue.department ORDER BY code, edition DESC) d),
  'charges', (SELECT coalesce(json_agg(body ORDER BY edition, place), '[]')
                FROM (SELECT DISTINCT ON (id) * FROM catalogue.charge ORDER BY id, edition DESC) c),
  'bundles', (SELECT coalesce(json_agg(body ORDER BY id), '[]')
                FROM (SELECT DISTINCT ON (id) * FROM catalogue.bundle ORDER BY id, edition DESC) b),
  'tables', (SELECT coalesce(json_agg(json_build_object('from', e.valid_from, 'rows', t.rows) ORDER BY e.id), '[]')
              FROM (SELECT edition, json_agg(body ORDER BY place) AS rows FROM catalogue.authority_row GROUP BY edition) t
              JOIN catalogue.edition e ON e.id = t.edition),
  'entry', (SELECT entry_counts FROM catalogue.edition WHERE entry_counts IS NOT NULL ORDER BY id DESC LIMIT 1)
) AS read`;
