import type { Pool } from 'pg';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { type Identity, type IdentityRow, maskOf } from '../../kernel/journal/personal.ts';
import { type Folded, factOf, OTHERS, SALT, SINCE } from '../../kernel/matter/fold.ts';
import { foldedRow, type KnownMatter, knownOf, type Others } from '../../kernel/matter/read.ts';
import type { Account } from '../../kernel/matter/types.ts';
import { publicView, selectFrom } from '../../kernel/publication/index.ts';
import { licensing } from './definition.ts';
import type { LicensingFact } from './rules/state.ts';
import { publicBasis } from './words.ts';

/** A fact as it is shown: the body parsed, the instant in seconds. */
export interface ShownFact {
  readonly seq: number;
  readonly kind: LicensingFact['kind'];
  readonly at: number;
  readonly actor: string;
  readonly capacity: string;
  readonly account: Account;
  readonly holder: string;
  readonly body: Record<string, unknown>;
}

export interface PersonRecord {
  readonly kind: 'person' | 'firm';
  readonly name: string;
  readonly idType: string;
  readonly idNumber: string;
  readonly phone?: string;
  readonly agent?: { readonly name: string; readonly idType: string; readonly idNumber: string };
  /** Opens the portal's page; filings of the first release keep it in a row of its own. */
  readonly code?: string;
  readonly mask: Identity;
}

/** One matter with its facts and what is known of its applicant; a single round trip. */
export interface MatterFile {
  readonly offset: number;
  readonly edition: number;
  readonly matter?: Folded;
  readonly facts: readonly ShownFact[];
  readonly identity?: PersonRecord;
  /** What was masked in its sentences, of all whom it knows. */
  readonly names: Identity;
  readonly form?: Readonly<Record<string, string>>;
  readonly code?: string;
}

const FILE = `SELECT w.clock_offset::float8 AS offset, w.edition::float8 AS edition, m.number, m.kind, m.version,
    extract(epoch FROM m.opened)::float8 AS opened, ${SINCE} AS since, extract(epoch FROM m.closed)::float8 AS closed,
    m.account, m.holder, m.spent::text AS spent, m.head, ${SALT} AS salt,
    (SELECT json_agg(json_build_object('seq', f.seq, 'kind', f.kind, 'at', extract(epoch FROM f.at)::float8, 'actor', f.actor, 'capacity', f.capacity,
       'account', f.account, 'holder', f.holder, 'body', f.body::json) ORDER BY f.seq) FROM journal.fact f WHERE f.matter = m.number) AS facts,
    (SELECT json_object_agg(split_part(p.key, ':', 1), p.value::json) FROM journal.person_data p
      WHERE p.person IN (m.person, 'r-' || m.number)
        AND p.key IN ('identity:' || m.number, 'form:' || m.number, 'code:' || m.number, 'recipient:' || m.number)) AS personal,
    ${OTHERS} AS others
  FROM matter.county w LEFT JOIN matter.matter m ON m.number = $1 AND m.kind = 'licensing'`;

export async function readMatterFile(pool: Pool, number: string): Promise<MatterFile> {
  const { rows } = await pool.query({ name: 'matter_file', text: FILE, values: [number] });
  const row = rows[0] as KnownMatter & {
    facts: ShownFact[] | null;
    personal: { identity?: IdentityRecord; form?: Record<string, string>; code?: string; recipient?: { name: string } } | null;
    others: Others | null;
  };
  const facts = row.facts ?? [];
  return {
    offset: row.offset,
    edition: row.edition,
    matter:
      row.number === null
        ? undefined
        : foldedRow({ ...row, history: facts.map((f) => [f.kind, f.at, f.actor, f.capacity, f.body]) }, licensing),
    facts: facts.map((f) => ({
      ...f,
      body: { ...bodyOf(f), ...(f.kind === 'delivered' && f.body.relation !== undefined && { recipient: row.personal?.recipient?.name }) },
    })),
    ...personOf(row.personal ?? {}),
    names: knownOf(row.personal?.identity ? JSON.stringify(row.personal.identity) : null, row.others),
    code: row.personal?.identity?.code ?? row.personal?.code,
  };
}

/** The row of an identity: the application's form lies in it, a later one in a row of its own (as the first one's of the first release). */
export interface IdentityRecord extends Omit<PersonRecord, 'mask'>, IdentityRow {
  readonly form?: Readonly<Record<string, string>>;
}

export function personOf(rows: {
  readonly identity?: IdentityRecord;
  readonly form?: Readonly<Record<string, string>> | null;
}): Pick<MatterFile, 'identity' | 'form'> {
  if (!rows.identity) return { form: rows.form ?? undefined };
  const { form, ...identity } = rows.identity;
  return { identity: { ...identity, mask: maskOf(rows.identity) }, form: rows.form ?? form };
}

/** What the fact says, its clocks and steps in full. */
function bodyOf(f: ShownFact): ShownFact['body'] {
  const { kind: _kind, ...body } = factOf(licensing, f.kind, f.body);
  return body;
}

export interface LicenceRecord {
  readonly number: string;
  readonly matter: string;
  readonly item: string;
  readonly organ: string;
  readonly person: string;
  readonly from: LocalDate;
  readonly until?: LocalDate;
  readonly state: 'valid' | 'cancelled' | 'revoked';
}

/** The licence record (P4). */
export async function readLicence(pool: Pool, number: string): Promise<LicenceRecord | undefined> {
  const { rows } = await pool.query(
    `SELECT number, matter, item, organ, person, valid_from::text AS "from", valid_to::text AS until, state FROM licensing.licence_now WHERE number = $1`,
    [number],
  );
  const row = rows[0];
  return row && { ...row, until: row.until ?? undefined };
}

/** What whoever asks is told: `expired` from the day after the last one, although nobody did anything. */
export type Standing = LicenceRecord['state'] | 'expired';
const standing = (state: LicenceRecord['state'], until: LocalDate | undefined, today: LocalDate): Standing =>
  state === 'valid' && until && today > until ? 'expired' : state;

/** The licence as it stands on a day of the county. */
export async function licenceOn(pool: Pool, number: string, today: LocalDate) {
  const licence = await readLicence(pool, number);
  return licence && { ...licence, state: standing(licence.state, licence.until, today) };
}

export interface PublicDecision {
  readonly matter: string;
  readonly item: string;
  readonly organ: string;
  readonly paper: string;
  readonly decidedOn: LocalDate;
  readonly openedOn: LocalDate;
  readonly acceptedOn?: LocalDate;
  readonly promisedDue?: LocalDate;
  readonly legalDue?: LocalDate;
  readonly kept: boolean | null;
  readonly licence?: string;
  readonly validFrom?: LocalDate;
  readonly validTo?: LocalDate;
  /** The last day of the licence as it was renewed since, by the register. */
  readonly renewedTo?: LocalDate;
  readonly state?: Standing;
  readonly holder?: string;
}

/** Granted decisions are open (行政许可法 40). */
export const publicDecisionView = publicView({
  name: 'licensing.public_decision',
  basis: publicBasis,
  columns: {
    matter: 'matter',
    item: 'item',
    organ: 'organ',
    paper: 'paper',
    decidedOn: 'decided_on',
    openedOn: 'opened_on',
    acceptedOn: 'accepted_on',
    promisedDue: 'promised_due',
    legalDue: 'legal_due',
    kept: 'kept',
    licence: 'licence',
    validFrom: 'valid_from',
    validTo: 'valid_to',
    state: 'state',
    holder: 'holder',
  },
});
const PUBLIC = selectFrom(publicDecisionView);

/** Published decisions, newest first; keyset by day and number. */
export async function publicDecisions(
  pool: Pool,
  today: LocalDate,
  ask: { before?: readonly [string, string]; item?: string; organ?: string; limit: number },
): Promise<PublicDecision[]> {
  const { rows } = await pool.query(
    `${PUBLIC} WHERE ($1::date IS NULL OR (decided_on, matter) < ($1, $2)) AND ($3::text IS NULL OR item = $3) AND ($4::text IS NULL OR organ = $4)
     ORDER BY decided_on DESC, matter DESC LIMIT $5`,
    [ask.before?.[0] ?? null, ask.before?.[1] ?? '', ask.item ?? null, ask.organ ?? null, ask.limit],
  );
  return standingOn(pool, rows, today);
}

export async function publicDecision(pool: Pool, matter: string, today: LocalDate): Promise<PublicDecision | undefined> {
  const { rows } = await pool.query(`${PUBLIC} WHERE matter = $1`, [matter]);
  return (await standingOn(pool, rows, today))[0];
}

/** The licence may have been renewed since: how it stands, and until when, is the register's to say, not this decision's. */
async function standingOn(pool: Pool, rows: readonly PublicDecision[], today: LocalDate): Promise<PublicDecision[]> {
  const licences = rows.flatMap((row) => (row.state === 'valid' && row.licence ? [row.licence] : []));
  if (licences.length === 0) return [...rows];
  const { rows: standing } = await pool.query<{ number: string; until: LocalDate | null }>(
    'SELECT number, valid_to::text AS until FROM licensing.licence_now WHERE number = ANY($1)',
    [licences],
  );
  const now = new Map(standing.map(({ number, until }) => [number, until]));
  return rows.map((row) => {
    const until = row.state === 'valid' && row.licence ? now.get(row.licence) : undefined;
    if (!until) return row;
    const renewed = row.validTo && until > row.validTo ? { renewedTo: until } : {};
    return { ...row, ...renewed, ...(until < today && { state: 'expired' as const }) };
  });
}

/** Names of people, for those who may see them. */
export async function namesOf(pool: Pool, persons: readonly string[]): Promise<ReadonlyMap<string, { zh: string; en: string }>> {
  const { rows } = await pool.query(`SELECT person, value::json AS name FROM journal.person_data WHERE person = ANY($1) AND key = 'name'`, [
    [...new Set(persons)],
  ]);
  return new Map(rows.map((r) => [r.person, r.name]));
}

export async function readFile(pool: Pool, id: string): Promise<{ matter: string; name: string; type: string; bytes: Buffer } | undefined> {
  const { rows } = await pool.query('SELECT matter, name, type, bytes FROM journal.person_file WHERE id = $1', [id]);
  return rows[0];
}

/** Matters in which somebody with this document number acts for another. */
export async function mattersOfAgent(pool: Pool, idNumber: string): Promise<string[]> {
  const { rows } = await pool.query<{ number: string }>(
    `SELECT substr(key, length('identity:') + 1) AS number FROM journal.person_data
      WHERE key LIKE 'identity:%' AND value::json -> 'agent' ->> 'idNumber' = $1 ORDER BY 1`,
    [idNumber],
  );
  return rows.map((r) => r.number);
}
