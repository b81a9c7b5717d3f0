import type { Pool } from 'pg';
import { soonUntil } from '../src/institutions/licensing/desk/rules.ts';
import { heldMatters, readBoard } from '../src/institutions/licensing/queries/board.ts';
import { readDesk } from '../src/institutions/licensing/queries/desk.ts';
import { byItems, byName, byNumber } from '../src/institutions/licensing/queries/find.ts';
import type { EngineMoment } from '../src/kernel/matter/engine.ts';

export interface About {
  readonly pool: Pool;
  readonly moment: EngineMoment;
  readonly posts: readonly { readonly organ: string; readonly role: string }[];
  /** A matter drawn from all: another each time. */
  readonly row: { readonly number: string; readonly item: string; readonly lead: string; readonly name: string };
}

/** One list, and the least that could be asked for the same rows. */
export interface Asked {
  readonly name: string;
  readonly bareName: string;
  /** Who asks; an organ with much work is given. */
  seat(organ: string): string;
  list(about: About): Promise<unknown>;
  bare(about: About): Promise<unknown>;
  path(about: About): string;
}

const organsOf = ({ posts }: About) => [...new Set(posts.map(({ organ }) => organ))];
const desk = ({ pool, moment, posts }: About) =>
  readDesk(pool, { posts, today: moment.today, soonBy: soonUntil(moment), sort: 'light', limit: 51 });
/** The records of matters by key: a row of a list is folded from them (docs/decisions/0017). */
const factsOf = (pool: Pool, numbers: readonly string[]) =>
  pool.query({
    name: 'bare_facts',
    text: 'SELECT matter, kind, at, actor, capacity, body FROM journal.fact WHERE matter = ANY($1) ORDER BY matter, seq',
    values: [numbers],
  });
const bareDesk = async ({ pool, posts: [post] }: About) => {
  const { rows } = await pool.query<{ number: string }>({
    name: 'bare_desk',
    text: `SELECT w.*, m.number, m.subject, m.organ, m.account, m.holder FROM matter.work_item w JOIN matter.matter m ON m.number = w.matter
            WHERE w.organ = $1 ORDER BY w.due LIMIT 51`,
    values: [post!.organ],
  });
  await pool.query({ name: 'bare_count', text: 'SELECT count(*) FROM matter.work_item WHERE organ = $1', values: [post!.organ] });
  await factsOf(
    pool,
    rows.map(({ number }) => number),
  );
};
const byIndex = (name: string, text: string, values: (about: About) => unknown[]) => (about: About) =>
  about.pool.query({ name, text, values: values(about) });

const CLERK = () => 'ASB-W01';
const EXAMINER = (organ: string) => `${organ}-EX1`;

export const ASKED: readonly Asked[] = [
  {
    name: 'desk of a window clerk, first page with counts',
    bareName: 'fifty rows with their matters and records, and one count',
    seat: CLERK,
    list: desk,
    bare: bareDesk,
    path: () => '/api/v1/desk',
  },
  {
    name: 'desk of an examiner',
    bareName: 'the same',
    seat: EXAMINER,
    list: desk,
    bare: bareDesk,
    path: () => '/api/v1/desk',
  },
  {
    name: 'board',
    bareName: 'open by organ and light, and the medians',
    seat: CLERK,
    list: ({ pool, moment }) => readBoard(pool, moment.today),
    bare: ({ pool, moment }) =>
      Promise.all([
        pool.query({
          name: 'bare_open',
          text: 'SELECT holder, light, count(*) FROM matter.matter WHERE closed IS NULL GROUP BY holder, light',
        }),
        pool.query({
          name: 'bare_decided',
          text: `SELECT organ, percentile_cont(0.5) WITHIN GROUP (ORDER BY decided_on - opened_on) FROM licensing.decision
                  WHERE decided_on > $1::date - 90 AND decided_on <= $1::date GROUP BY organ`,
          values: [moment.today],
        }),
      ]),
    path: () => '/api/v1/board',
  },
  {
    name: 'rows behind a number of the board',
    bareName: 'fifty open matters by number, with their records',
    seat: CLERK,
    list: ({ pool, row }) => heldMatters(pool, { organ: row.lead, limit: 50 }),
    bare: async ({ pool, row }) => {
      const { rows } = await pool.query<{ number: string }>({
        name: 'bare_held',
        text: 'SELECT number, subject, light, account, holder FROM matter.matter WHERE closed IS NULL AND organ = $1 ORDER BY number LIMIT 50',
        values: [row.lead],
      });
      await factsOf(
        pool,
        rows.map(({ number }) => number),
      );
    },
    path: ({ row }) => `/api/v1/board/matters?organ=${row.lead}`,
  },
  {
    name: 'end of a number',
    bareName: 'a number by its end, with its person',
    seat: CLERK,
    list: ({ pool, row }) => byNumber(pool, row.number.slice(-6), 20),
    bare: byIndex(
      'bare_number',
      `SELECT m.number, m.subject, m.status, p.value FROM matter.matter m JOIN journal.person_data p ON p.person = m.person AND p.key = 'identity:' || m.number
        WHERE reverse(m.number) COLLATE "C" LIKE reverse($1) || '%' LIMIT 20`,
      ({ row }) => [row.number.slice(-6)],
    ),
    path: ({ row }) => `/api/v1/search?q=${row.number.slice(-6)}`,
  },
  {
    name: 'whole name, as an examiner',
    bareName: 'everybody of that name, with their matters',
    seat: EXAMINER,
    list: (about) => byName(about.pool, organsOf(about), about.row.name, 20),
    bare: byIndex(
      'bare_name',
      `SELECT m.number, m.subject, m.status, p.value FROM journal.person_data p JOIN matter.matter m ON m.person = p.person AND p.key = 'identity:' || m.number
        WHERE p.key LIKE 'identity%' AND p.value::json ->> 'name' = $1 ORDER BY m.opened DESC LIMIT 20`,
      ({ row }) => [row.name],
    ),
    path: ({ row }) => `/api/v1/search?q=${encodeURIComponent(row.name)}`,
  },
  {
    name: 'words for an item, as an examiner',
    bareName: 'the newest matters of that item',
    seat: EXAMINER,
    list: (about) => byItems(about.pool, organsOf(about), [about.row.item], 20),
    bare: byIndex(
      'bare_item',
      `SELECT m.number, m.subject, m.status, p.value FROM matter.matter m JOIN journal.person_data p ON p.person = m.person AND p.key = 'identity:' || m.number
        WHERE m.subject = $1 ORDER BY m.opened DESC LIMIT 20`,
      ({ row }) => [row.item],
    ),
    path: ({ row, moment }) =>
      `/api/v1/search?q=${encodeURIComponent((moment.snapshot.worlds.licensing as { catalogue: { item(id: string): { name: { zh: string } } } }).catalogue.item(row.item).name.zh)}`,
  },
];
