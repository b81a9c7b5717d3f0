import type { Pool } from 'pg';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import { HISTORY, type History } from '../../../kernel/matter/fold.ts';
import { type PersonRecord, personOf } from '../queries.ts';

/** One earlier matter of a person, with what was written then. */
export interface EarlierRecord {
  readonly number: string;
  readonly item: string;
  readonly status: string;
  readonly light: string;
  readonly opened: number;
  readonly identity: PersonRecord;
  /** What it granted, where that stands. */
  readonly licence?: string;
  readonly until?: LocalDate;
  readonly form?: Readonly<Record<string, string>>;
}

/** What the same person filed before, the newest first: recognised by the number of the document, as a window would. */
export async function earlierOf(pool: Pool, idType: string, idNumber: string, limit: number): Promise<EarlierRecord[]> {
  const { rows } = await pool.query(
    `SELECT m.number, m.subject AS item, m.status, m.light, extract(epoch FROM m.opened)::float8 AS opened, p.value::json AS identity,
            l.number AS licence, l.valid_to::text AS until,
            (SELECT f.value::json FROM journal.person_data f WHERE f.person = p.person AND f.key = 'form:' || m.number) AS form
       FROM journal.person_data p JOIN matter.matter m ON m.person = p.person AND p.key = 'identity:' || m.number
       LEFT JOIN licensing.licence g ON g.matter = m.number
       LEFT JOIN LATERAL (SELECT n.number, n.valid_to FROM licensing.licence_now n
                           WHERE n.number = g.number AND n.matter = m.number AND n.state = 'valid') AS l ON true
      WHERE p.key LIKE 'identity%' AND p.value::json ->> 'idNumber' = $2 AND p.value::json ->> 'idType' = $1 AND m.kind = 'licensing'
      ORDER BY m.opened DESC, m.number DESC LIMIT $3`,
    [idType, idNumber, limit],
  );
  return rows.map((row) => ({ ...row, ...personOf(row) }));
}

interface Asked {
  readonly at: number;
  readonly person: string;
  readonly seat: string;
  readonly idNumber: string;
  readonly found: number;
}

/** Who looked, when, from which seat; about whom only as a digest under the county's own secret. */
export async function recordLookUp(pool: Pool, { at, person, seat, idNumber, found }: Asked): Promise<void> {
  await pool.query(
    `INSERT INTO access.look_up (at, person, seat, about, found)
     SELECT to_timestamp($1), $2, $3, sha256(secret || convert_to($4, 'UTF8')), $5 FROM matter.county`,
    [at, person, seat, idNumber, found],
  );
}

export interface LookUp {
  readonly at: number;
  readonly person: string;
  readonly seat: string;
  /** The same digest: the same person was looked for. */
  readonly about: string;
  readonly found: number;
}

export async function lookUps(pool: Pool, day: LocalDate): Promise<LookUp[]> {
  const { rows } = await pool.query<LookUp>(
    `SELECT extract(epoch FROM at)::float8 AS at, person, seat, left(encode(about, 'hex'), 12) AS about, found FROM access.look_up
      WHERE at >= ($1::date::timestamp AT TIME ZONE 'Asia/Shanghai') AND at < (($1::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')
      ORDER BY at DESC LIMIT 1000`,
    [day],
  );
  return rows;
}

/** What a clerk took in on paper at one time, and how its matter stands. */
export interface IntakeRecord {
  readonly matter: string;
  readonly seq: number;
  readonly clerk: string;
  readonly seat: string;
  readonly at: number;
  readonly papers: readonly string[];
  readonly item: string;
  readonly organ: string;
  readonly status: string;
  readonly history: History;
  readonly applicantKind: 'person' | 'firm' | null;
  readonly applicant: string | null;
  /** Who signed for the papers last, and when. */
  readonly signer: string | null;
  readonly signedAt: number | null;
}

/** The papers of a day: of these organs, or all; of one clerk, or all. By organ, then as they came. */
export async function intakesOn(
  pool: Pool,
  ask: { readonly day: LocalDate; readonly organs?: readonly string[]; readonly clerk?: string; readonly limit: number },
): Promise<IntakeRecord[]> {
  const { rows } = await pool.query<IntakeRecord>(
    `SELECT i.matter, i.seq, i.clerk, i.seat, extract(epoch FROM f.at)::float8 AS at, string_to_array(i.papers, ' ') AS papers,
            m.subject AS item, m.organ, m.status, ${HISTORY} AS history,
            p.value::json ->> 'kind' AS "applicantKind", p.value::json ->> 'name' AS applicant,
            s.actor AS signer, extract(epoch FROM s.at)::float8 AS "signedAt"
       FROM licensing.paper_intake i
       JOIN matter.matter m ON m.number = i.matter
       JOIN journal.fact f ON f.matter = i.matter AND f.seq = i.seq
       LEFT JOIN journal.person_data p ON p.person = m.person AND p.key = 'identity:' || m.number
       LEFT JOIN LATERAL (SELECT actor, at FROM journal.fact g WHERE g.matter = i.matter AND g.kind = 'papers-signed-for' AND g.seq > i.seq
                           ORDER BY g.seq DESC LIMIT 1) AS s ON true
      WHERE i.on_day = $1 AND ($2::text[] IS NULL OR m.organ = ANY($2)) AND ($3::text IS NULL OR i.clerk = $3)
      ORDER BY m.organ, f.at, i.matter LIMIT $4`,
    [ask.day, ask.organs ?? null, ask.clerk ?? null, ask.limit],
  );
  return rows;
}
