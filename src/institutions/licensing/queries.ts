import type { Pool } from 'pg';
import type { LocalDate } from '../../kernel/clock/types.ts';
import type { Identity } from '../../kernel/journal/personal.ts';
import type { Folded } from '../../kernel/matter/fold.ts';
import { foldedRow, type MatterRow } from '../../kernel/matter/read.ts';
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
  readonly mask: Identity;
}

/** One matter with its facts and what is known of its applicant; a single round trip. */
export interface MatterFile {
  readonly offset: number;
  readonly edition: number;
  readonly matter?: Folded;
  readonly facts: readonly ShownFact[];
  readonly identity?: PersonRecord;
  readonly form?: Readonly<Record<string, string>>;
  readonly code?: string;
}

const FILE = `SELECT w.clock_offset::float8 AS offset, w.edition::float8 AS edition, m.number, m.kind, m.version, m.state,
    extract(epoch FROM m.opened)::float8 AS opened, extract(epoch FROM m.since)::float8 AS since, extract(epoch FROM m.closed)::float8 AS closed,
    m.account, m.holder, m.spent::text AS spent, m.head,
    (SELECT json_agg(json_build_object('seq', f.seq, 'kind', f.kind, 'at', extract(epoch FROM f.at)::float8, 'actor', f.actor, 'capacity', f.capacity,
       'account', f.account, 'holder', f.holder, 'body', f.body::json) ORDER BY f.seq) FROM journal.fact f WHERE f.matter = m.number) AS facts,
    (SELECT json_object_agg(split_part(p.key, ':', 1), p.value::json) FROM journal.person_data p
      WHERE p.person = m.person AND p.key IN ('identity:' || m.number, 'form:' || m.number, 'code:' || m.number)) AS personal
  FROM matter.county w LEFT JOIN matter.matter m ON m.number = $1`;

export async function readMatterFile(pool: Pool, number: string): Promise<MatterFile> {
  const { rows } = await pool.query({ name: 'matter_file', text: FILE, values: [number] });
  const row = rows[0] as MatterRow & {
    facts: ShownFact[] | null;
    personal: { identity?: PersonRecord; form?: Record<string, string>; code?: string } | null;
  };
  return {
    offset: row.offset,
    edition: row.edition,
    matter: row.number === null ? undefined : foldedRow({ ...row, number: row.number }, licensing),
    facts: row.facts ?? [],
    identity: row.personal?.identity,
    form: row.personal?.form,
    code: row.personal?.code,
  };
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
  readonly state?: LicenceRecord['state'];
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
  ask: { before?: readonly [string, string]; item?: string; organ?: string; limit: number },
): Promise<PublicDecision[]> {
  const { rows } = await pool.query(
    `${PUBLIC} WHERE ($1::date IS NULL OR (decided_on, matter) < ($1, $2)) AND ($3::text IS NULL OR item = $3) AND ($4::text IS NULL OR organ = $4)
     ORDER BY decided_on DESC, matter DESC LIMIT $5`,
    [ask.before?.[0] ?? null, ask.before?.[1] ?? '', ask.item ?? null, ask.organ ?? null, ask.limit],
  );
  return rows;
}

export async function publicDecision(pool: Pool, matter: string): Promise<PublicDecision | undefined> {
  const { rows } = await pool.query(`${PUBLIC} WHERE matter = $1`, [matter]);
  return rows[0];
}

export interface TodayNumbers {
  readonly received: number;
  readonly concluded: number;
  readonly onTheSpot: number;
  readonly monthDecided: number;
  readonly monthKept: number;
  readonly medianDays: number | null;
  readonly open: number;
}

/** Today's honest numbers, read from the running records (X13). The median is of calendar days from receipt to decision, last 90 days. */
export async function todayNumbers(pool: Pool, today: LocalDate): Promise<TodayNumbers> {
  const { rows } = await pool.query(
    `SELECT (SELECT count(*)::int FROM matter.matter WHERE kind = 'licensing' AND opened >= ($1::date::timestamp AT TIME ZONE 'Asia/Shanghai')
               AND opened < (($1::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')) AS received,
            (SELECT count(*)::int FROM matter.matter WHERE kind = 'licensing' AND closed IS NULL) AS open,
            count(*) FILTER (WHERE decided_on = $1::date)::int AS concluded,
            count(*) FILTER (WHERE decided_on = $1::date AND on_the_spot)::int AS "onTheSpot",
            count(*) FILTER (WHERE decided_on >= date_trunc('month', $1::date))::int AS "monthDecided",
            count(*) FILTER (WHERE decided_on >= date_trunc('month', $1::date) AND kept IS NOT FALSE)::int AS "monthKept",
            percentile_cont(0.5) WITHIN GROUP (ORDER BY decided_on - opened_on) FILTER (WHERE NOT on_the_spot) AS "medianDays"
       FROM licensing.decision WHERE decided_on BETWEEN $1::date - 90 AND $1::date`,
    [today],
  );
  return rows[0];
}

/** Matters decided late this month: the rows behind the number. */
export async function brokenPromises(
  pool: Pool,
  today: LocalDate,
): Promise<{ matter: string; item: string; organ: string; decidedOn: LocalDate; promisedDue: LocalDate }[]> {
  const { rows } = await pool.query(
    `SELECT matter, item, organ, decided_on::text AS "decidedOn", promised_due::text AS "promisedDue" FROM licensing.decision
      WHERE decided_on >= date_trunc('month', $1::date) AND decided_on <= $1::date AND kept = false ORDER BY decided_on DESC, matter LIMIT 500`,
    [today],
  );
  return rows;
}

/** Real durations of an item, in calendar days from receipt to decision, last 365 days; undefined until there are any. */
export async function durations(
  pool: Pool,
  item: string,
  today: LocalDate,
): Promise<{ n: number; median: number; p90: number } | undefined> {
  const { rows } = await pool.query(
    `SELECT count(*)::int AS n, percentile_cont(0.5) WITHIN GROUP (ORDER BY decided_on - opened_on) AS median,
            percentile_cont(0.9) WITHIN GROUP (ORDER BY decided_on - opened_on) AS p90
       FROM licensing.decision WHERE item = $1 AND decided_on BETWEEN $2::date - 365 AND $2::date`,
    [item, today],
  );
  return rows[0]?.n > 0 ? rows[0] : undefined;
}

export interface Reconciliation {
  readonly day: LocalDate;
  readonly lines: readonly {
    readonly charge: string;
    readonly organ: string;
    readonly paid: number;
    readonly paidFen: number;
    readonly exempted: number;
    readonly refundedFen: number;
  }[];
  readonly acts: readonly { readonly organ: string; readonly decided: number; readonly charged: number }[];
}

/** The day's account for the treasury, and what was collected against acts performed (P15, S1-18). Fen. */
export async function reconcile(pool: Pool, day: LocalDate): Promise<Reconciliation> {
  const lines = await pool.query(
    `SELECT charge, organ, count(*) FILTER (WHERE settled_on = $1 AND state <> 'exempted')::int AS paid,
            coalesce(sum(amount) FILTER (WHERE settled_on = $1 AND state <> 'exempted'), 0)::float8 AS "paidFen",
            count(*) FILTER (WHERE settled_on = $1 AND state = 'exempted')::int AS exempted,
            coalesce(sum(refunded) FILTER (WHERE refunded_on = $1), 0)::float8 AS "refundedFen"
       FROM licensing.bill WHERE settled_on = $1::date OR refunded_on = $1::date GROUP BY charge, organ ORDER BY charge, organ`,
    [day],
  );
  const acts = await pool.query(
    `SELECT d.organ, count(*)::int AS decided, count(b.matter)::int AS charged FROM licensing.decision d LEFT JOIN licensing.bill b ON b.matter = d.matter AND b.state = 'paid'
      WHERE d.decided_on = $1::date GROUP BY d.organ ORDER BY d.organ`,
    [day],
  );
  return { day, lines: lines.rows, acts: acts.rows };
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
