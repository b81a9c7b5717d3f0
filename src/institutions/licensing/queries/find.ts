import type { Pool } from 'pg';
import type { Light } from '../../../kernel/matter/types.ts';
import { DOTS, undotted } from '../../../kernel/names.ts';

export interface FoundRecord {
  readonly number: string;
  readonly item: string;
  readonly status: string;
  readonly light: Light;
  readonly person: string;
  readonly lead: string;
  /** Version of the item it was filed for. */
  readonly version: number;
  /** In order: the steps that were opened, and rulings on who handles one. Null where it was never accepted. */
  readonly given: readonly Given[] | null;
  readonly applicantKind: 'person' | 'firm' | null;
  readonly applicant: string | null;
}

/** Steps as their fact holds them: id and organ stand first; `assist` is short for `assist:` and the organ. */
export type Given = readonly [steps: readonly (readonly [id: string, organ: string])[] | null, step: string | null, organ: string | null];

const idOf = ([id, organ]: readonly [id: string, organ: string]): string => (id === 'assist' ? `assist:${organ}` : id);

/** Who was given a step, without folding the whole matter for a line of a list. */
export function stepOrgans(given: readonly Given[] | null): readonly string[] {
  let steps: readonly (readonly [id: string, organ: string])[] = [];
  for (const [opened, step, organ] of given ?? [])
    steps =
      opened ??
      steps.map((s): readonly [string, string] => (idOf(s) === step && organ ? [step === 'lead' ? step : `assist:${organ}`, organ] : s));
  return steps.map(([, organ]) => organ);
}

const FILED = `(SELECT (f.body::json ->> 'itemVersion')::int FROM journal.fact f WHERE f.matter = m.number AND f.seq = 1)`;
const GIVEN = `(SELECT json_agg(json_build_array(f.body::json -> 'steps', f.body::json -> 'step', f.body::json -> 'organ') ORDER BY f.seq)
  FROM journal.fact f WHERE f.matter = m.number AND f.kind IN ('accepted', 'deemed-accepted', 'arbitrated'))`;

const COLUMNS = `m.number, m.subject AS item, m.status, m.light, m.person, m.organ AS lead, ${FILED} AS version, ${GIVEN} AS given, p.value::json ->> 'kind' AS "applicantKind", p.value::json ->> 'name' AS applicant`;
const NAMED = `LEFT JOIN journal.person_data p ON p.person = m.person AND p.key = 'identity:' || m.number`;
/** Of these organs: led by one, or on a desk of one; all where no organs are named. */
const OURS = `($1::text[] IS NULL OR m.organ = ANY($1) OR EXISTS (SELECT FROM matter.work_item w WHERE w.matter = m.number AND w.organ = ANY($1)))`;

/** One of these organs was given a step, when it was accepted or by a ruling over remit. */
const EXAMINED = `EXISTS (SELECT FROM journal.fact f WHERE f.matter = m.number AND (
  f.kind IN ('accepted', 'deemed-accepted') AND EXISTS (SELECT FROM json_array_elements(f.body::json -> 'steps') AS step WHERE step ->> 1 = ANY($1))
  OR f.kind = 'arbitrated' AND f.body::json ->> 'organ' = ANY($1)))`;

/** By the end of the number, the lowest serial first: `123` is `…000123` before `…001123`. */
export async function byNumber(pool: Pool, end: string, limit: number): Promise<FoundRecord[]> {
  const { rows } = await pool.query<FoundRecord>(
    `SELECT ${COLUMNS} FROM matter.matter m ${NAMED}
      WHERE m.kind = 'licensing' AND reverse(m.number) COLLATE "C" LIKE reverse($1) || '%'
      ORDER BY reverse(m.number) COLLATE "C" LIMIT $2`,
    [end, limit],
  );
  return rows;
}

/** As it is compared: with whatever dots, or none. */
const NAME = `regexp_replace(value::json ->> 'name', '[${DOTS}]', '', 'g')`;

/** Where so many names fit, the part says too little: the answer is made of these, or of as many as are asked for. */
const FITTING = 2_000;

/** By the applicant's name, whole or a part of two characters and more, of matters these organs have had a part in: whole first, then the newest. */
export async function byName(pool: Pool, organs: readonly string[] | null, typed: string, limit: number): Promise<FoundRecord[]> {
  const name = undotted(typed) || typed;
  const part = [...name].length > 1;
  const { rows } = await pool.query<FoundRecord>(
    `WITH p AS MATERIALIZED (
       SELECT person, key, value FROM journal.person_data
        WHERE key LIKE 'identity%' AND string_to_array(value::json ->> 'name', NULL) @> string_to_array($2, NULL)
          AND ${part ? `strpos(${NAME}, $2) > 0` : `${NAME} = $2`} LIMIT ${Math.max(FITTING, limit)})
     SELECT ${COLUMNS} FROM p JOIN matter.matter m ON m.person = p.person AND p.key = 'identity:' || m.number
      WHERE m.kind = 'licensing' AND (${OURS} OR ${EXAMINED})
      ORDER BY ${NAME} <> $2, m.opened DESC, m.number DESC LIMIT $3`,
    [organs, name, limit],
  );
  return rows;
}

/** Of these items, of matters that these organs lead or have on their desks, the newest first. */
export async function byItems(
  pool: Pool,
  organs: readonly string[] | null,
  items: readonly string[],
  limit: number,
): Promise<FoundRecord[]> {
  const { rows } = await pool.query<FoundRecord>(
    `SELECT ${COLUMNS} FROM unnest($2::text[]) AS item
      CROSS JOIN LATERAL (SELECT * FROM matter.matter m WHERE m.subject = item AND m.kind = 'licensing' AND ${OURS} ORDER BY m.opened DESC, m.number DESC LIMIT $3) AS m
      ${NAMED} ORDER BY m.opened DESC, m.number DESC LIMIT $3`,
    [organs, items, limit],
  );
  return rows;
}
