import type { Pool } from 'pg';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import { HISTORY, type History } from '../../../kernel/matter/fold.ts';
import type { Account } from '../../../kernel/matter/types.ts';

/** One piece of work on a desk, with what is needed to show its matter. */
export interface DeskRecord {
  readonly matter: string;
  readonly step: string;
  readonly organ: string;
  readonly due: LocalDate | null;
  readonly dueSoon: LocalDate | null;
  /** Place in `RANKS`. */
  readonly rank: number;
  readonly opened: number;
  readonly received: number;
  readonly item: string;
  readonly lead: string;
  readonly account: Account;
  readonly holder: string;
  readonly version: number;
  readonly history: History;
  readonly applicantKind: 'person' | 'firm' | null;
  readonly applicant: string | null;
  readonly key: string;
}

/** What burns first. */
export const RANKS = ['unarmed', 'over-law', 'over-promise', 'step-overdue', 'due-soon', 'in-time', 'paused'] as const;
export type DeskLight = (typeof RANKS)[number];

/** What one may sort by; equals by matter and step. */
const KEYS = {
  light: `rank::text || coalesce(due::text, '9999-12-31')`,
  due: `coalesce(due::text, '9999-12-31')`,
  received: `to_char(received AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISS')`,
  opened: `to_char(opened AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISS')`,
} as const;
export type DeskSort = keyof typeof KEYS;
export const SORTS = Object.keys(KEYS) as [DeskSort, ...DeskSort[]];
export const isSort = (text: string): text is DeskSort => Object.hasOwn(KEYS, text);

export interface AskDesk {
  /** Organ and role of each post held today, and the items it is for where not for all: the permission. */
  readonly posts: readonly { readonly organ: string; readonly role: string; readonly only?: readonly string[] }[];
  readonly today: LocalDate;
  /** The last due date that is near today, for work that does not say from when it is. */
  readonly soonBy: LocalDate;
  readonly light?: DeskLight;
  readonly step?: string;
  readonly item?: string;
  readonly organ?: string;
  /** A number or its end; an applicant's name or a part of it; items that the words mean. */
  readonly words?: { readonly text: string; readonly items: readonly string[] };
  readonly sort: DeskSort;
  readonly after?: readonly string[];
  readonly limit: number;
}

export interface DeskPage {
  readonly rows: readonly DeskRecord[];
  /** By rank, whatever light is asked for. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Few matters have these lights: read whole, by an index of their own. */
const LIT = (light: 'unarmed' | 'over-law' | 'over-promise') => `w.matter IN (SELECT number FROM matter.matter WHERE light = '${light}')`;
/** Its day is the step's own, not the matter's. */
const OWN_STEP = `(w.step = 'lead' OR w.step LIKE 'assist:%')`;

/** Asked of the work alone, without reading a matter. */
const WORK = `w.organ = ANY($1) AND w.matter NOT IN (SELECT number FROM matter.matter WHERE kind <> 'licensing' AND kind <> 'visit')
       AND EXISTS (SELECT FROM unnest($1::text[], $2::text[]) AS post(organ, role)
                    WHERE post.organ = w.organ AND post.role = ANY(string_to_array(w.roles, ' ')))
       AND ($5::text IS NULL OR w.step = $5 OR split_part(w.step, ':', 1) = $5)`;

/** Asked of its matter, where anything is. */
const MATTER = `JOIN matter.matter m ON m.number = w.matter AND ($6::text IS NULL OR m.subject = $6)
       AND ($7::text IS NULL OR w.organ = $7 OR m.organ = $7)
       AND ($8::text IS NULL OR right(m.number, length($8)) = upper($8) OR m.subject = ANY($9::text[])
            OR EXISTS (SELECT FROM journal.person_data p WHERE p.person = m.person AND p.key = 'identity:' || m.number
                        AND (p.value::json ->> 'name' = $8 OR length($8) > 1 AND strpos(p.value::json ->> 'name', $8) > 0)))
       AND ($15::text[] IS NULL OR EXISTS (SELECT FROM unnest($1::text[], $2::text[], $15::text[]) AS post(organ, role, items)
            WHERE post.organ = w.organ AND post.role = ANY(string_to_array(w.roles, ' '))
              AND (post.items IS NULL OR m.subject = ANY(string_to_array(post.items, ' ')))))`;
/** Nothing is, and the parameters have no use but their types. */
const NO_MATTER = `JOIN (SELECT) AS m ON $6::text IS NULL AND $7::text IS NULL AND $8::text IS NULL AND $9::text[] IS NOT NULL AND $15::text[] IS NULL`;

/** Work that waits for one of these posts. Matters, names and states are read for the page alone, unless they are asked about. */
const text = (sort: DeskSort, ofMatter: boolean) => `WITH mine AS MATERIALIZED (
    SELECT w.matter, w.step, w.organ, w.due, w.due_soon, w.opened, ${ofMatter ? 'm.opened' : 'w.opened'} AS received,
           CASE WHEN w.stopped THEN CASE WHEN ${LIT('over-promise')} THEN 2 WHEN w.due < $3::date THEN 3 ELSE 6 END
                WHEN ${LIT('unarmed')} THEN 0
                WHEN w.due < $3::date THEN CASE WHEN ${LIT('over-law')} THEN 1 WHEN ${OWN_STEP} AND NOT ${LIT('over-promise')} THEN 3 ELSE 2 END
                WHEN coalesce(w.due_soon <= $3::date, w.due <= $4::date) THEN 4
                ELSE 5 END AS rank
      FROM matter.work_item w ${ofMatter ? MATTER : NO_MATTER} WHERE ${WORK}
  ), keyed AS (
    SELECT mine.*, ${KEYS[sort]} COLLATE "C" AS key FROM mine WHERE $10::int IS NULL OR rank = $10
  ), page AS (
    SELECT * FROM keyed WHERE $11::text IS NULL OR (key, matter COLLATE "C", step COLLATE "C") > ($11, $12, $13)
     ORDER BY key, matter COLLATE "C", step COLLATE "C" LIMIT $14
  )
  SELECT (SELECT json_object_agg(rank, n) FROM (SELECT rank, count(*) AS n FROM mine GROUP BY rank) AS c) AS counts,
         page.matter, page.step, page.organ, page.due::text AS due, page.due_soon::text AS "dueSoon", page.rank, page.key,
         extract(epoch FROM page.opened)::float8 AS opened, extract(epoch FROM m.opened)::float8 AS received,
         m.subject AS item, m.organ AS lead, m.account, m.holder, m.version, ${HISTORY} AS history,
         p.value::json ->> 'kind' AS "applicantKind", p.value::json ->> 'name' AS applicant
    FROM (SELECT) AS always LEFT JOIN page ON true LEFT JOIN matter.matter m ON m.number = page.matter
    LEFT JOIN journal.person_data p ON p.person = m.person AND p.key = 'identity:' || m.number
   ORDER BY page.key, page.matter COLLATE "C", page.step COLLATE "C"`;

export async function readDesk(pool: Pool, ask: AskDesk): Promise<DeskPage> {
  const limited = ask.posts.some((p) => p.only);
  const ofMatter = limited || ask.sort === 'received' || Boolean(ask.item ?? ask.organ ?? ask.words);
  const { rows } = await pool.query<DeskRecord & { counts: Record<string, number> | null; matter: string | null }>({
    name: `desk_${ask.sort}_${ofMatter}`,
    text: text(ask.sort, ofMatter),
    values: [
      ask.posts.map((p) => p.organ),
      ask.posts.map((p) => p.role),
      ask.today,
      ask.soonBy,
      ask.step ?? null,
      ask.item ?? null,
      ask.organ ?? null,
      ask.words?.text ?? null,
      ask.words?.items ?? [],
      ask.light ? RANKS.indexOf(ask.light) : null,
      ask.after?.[0] ?? null,
      ask.after?.[1] ?? null,
      ask.after?.[2] ?? null,
      ask.limit,
      limited ? ask.posts.map((p) => p.only?.join(' ') ?? null) : null,
    ],
  });
  return { rows: rows.filter((r) => r.matter !== null), counts: rows[0]?.counts ?? {} };
}
