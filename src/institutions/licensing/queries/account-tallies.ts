import type { ClientBase, Pool } from 'pg';
import { HISTORY, type History } from '../../../kernel/matter/fold.ts';
import { type Tally, tallyOf } from '../accounts/spells.ts';

type Db = Pick<Pool | ClientBase, 'query'>;

const CLOSED = `matter.matter m WHERE m.kind = 'licensing' AND m.closed IS NOT NULL`;
const UNTOLD = `NOT EXISTS (SELECT FROM licensing.account_tally t WHERE t.matter = m.number)`;
/** Of these days: an instant of the county's, so that the index on it serves. */
const between = (from: string, to: string) =>
  `m.closed >= ${from}::date::timestamp AT TIME ZONE 'Asia/Shanghai' AND m.closed < (${to}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'`;

/** Closed matters of a period that are not added up yet, the earliest closed first; at most so many. */
export async function untallied(db: Db, limit: number, [from, to]: readonly [from: string, to: string]): Promise<Tally[]> {
  const { rows } = await db.query<{ number: string; history: History }>(
    `SELECT m.number, ${HISTORY} AS history FROM (SELECT number, closed FROM ${CLOSED} AND ${UNTOLD} AND ${between('$2', '$3')}
       ORDER BY closed, number LIMIT $1) m ORDER BY m.closed, m.number`,
    [limit, from, to],
  );
  return rows.map(({ number, history }) => tallyOf(number, history));
}

/** The day before the last closing that was added up: nothing older is looked for from minute to minute. */
export async function talliedUntil(db: Db): Promise<string> {
  const { rows } = await db.query<{ day: string }>(
    `SELECT coalesce(max(closed_on) - 1, '-infinity')::text AS day FROM licensing.account_tally`,
  );
  return rows[0]!.day;
}

/** How many closed matters are not added up yet, counted no further than `limit`. */
export async function countUntallied(db: Db, limit: number, [from, to]: readonly [from: string, to: string]): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM (SELECT FROM ${CLOSED} AND ${UNTOLD} AND ${between('$2', '$3')} LIMIT $1) x`,
    [limit, from, to],
  );
  return rows[0]!.n;
}

/** How many closed in a period, how many of them are not added up yet, and how many of all days. */
export async function tallyProgress(
  db: Db,
  [from, to]: readonly [from: string, to: string],
): Promise<{ all: number; left: number; ever: number }> {
  const { rows } = await db.query<{ all: number; left: number; ever: number }>(
    `SELECT count(*) FILTER (WHERE ${between('$1', '$2')})::int AS all, count(*) FILTER (WHERE ${UNTOLD} AND ${between('$1', '$2')})::int AS left,
            count(*) FILTER (WHERE ${UNTOLD})::int AS ever FROM ${CLOSED}`,
    [from, to],
  );
  return rows[0]!;
}

/** Open matters with their versions: what is remembered of one holds until its version moves. */
export async function openVersions(db: Db): Promise<{ number: string; version: number }[]> {
  const { rows } = await db.query<{ number: string; version: number }>(
    `SELECT number, version FROM matter.matter WHERE kind = 'licensing' AND closed IS NULL`,
  );
  return rows;
}

export async function tallies(db: Db, numbers: readonly string[]): Promise<Tally[]> {
  const { rows } = await db.query<{ number: string; history: History }>(
    `SELECT m.number, ${HISTORY} AS history FROM matter.matter m WHERE m.number = ANY($1)`,
    [numbers],
  );
  return rows.map(({ number, history }) => tallyOf(number, history));
}

/** A tally as it lies in the table: borders of the spells, and what each was. */
const packed = ({ matter, item, lead, opened, closed, spells }: Tally) => ({
  opened,
  matter,
  item,
  lead,
  closed,
  at: `{${[0, ...spells.map(({ to }) => to! - opened)].join()}}`,
  held: `{${spells.map(({ part, organ, level, seat }) => `"${[part, organ, level, seat].join('/')}"`).join()}}`,
});

const ROWS = `SELECT to_timestamp(x.opened) AS opened, x.matter, x.item, x.lead, (to_timestamp(x.closed) AT TIME ZONE 'Asia/Shanghai')::date AS closed_on,
    x.at::int[] AS at, x.held::text[] AS held
  FROM json_to_recordset($1) AS x(opened float8, matter text, item text, lead text, closed float8, at text, held text)`;
const SIGN_ROWS = `SELECT x.matter, x.seq, x.kind, to_timestamp(x.at) AS at, x.organ, x.seat, x.origin, x.target, x.due
  FROM json_to_recordset($1) AS x(matter text, seq int, kind text, at float8, organ text, seat text, origin text, target text, due date)`;
const COLUMNS = 'opened, matter, item, lead, closed_on, at, held';
const SIGN_COLUMNS = 'matter, seq, kind, at, organ, seat, origin, target, due';

const signsOf = (all: readonly Tally[]) => JSON.stringify(all.flatMap(({ matter, signs }) => signs.map((sign) => ({ matter, ...sign }))));

/** Keeps what was added up. Two servers that do it at once keep the same. */
export async function keepTallies(db: Db, all: readonly Tally[]): Promise<void> {
  await db.query(
    `WITH kept AS (INSERT INTO licensing.account_tally (${COLUMNS}) ${ROWS} ON CONFLICT DO NOTHING)
     INSERT INTO licensing.account_sign (${SIGN_COLUMNS}) ${SIGN_ROWS.replace('$1', '$2')} ON CONFLICT DO NOTHING`,
    [JSON.stringify(all.map(packed)), signsOf(all)],
  );
}

/** How many kept rows differ from what the facts say, and rows of matters that are not closed; what is wrong is taken away where asked. */
export async function compareTallies(
  db: Db,
  replace: boolean,
): Promise<Record<'licensing.account_tally' | 'licensing.account_sign', number>> {
  let [wrong, signs, after] = [0, 0, ''];
  for (;;) {
    const { rows } = await db.query<{ matter: string; history: History | null }>(
      `SELECT t.matter, (SELECT ${HISTORY} FROM ${CLOSED} AND m.number = t.matter) AS history
         FROM (SELECT matter FROM licensing.account_tally UNION SELECT matter FROM licensing.account_sign) t WHERE t.matter > $1 ORDER BY 1 LIMIT 500`,
      [after],
    );
    if (rows.length === 0) return { 'licensing.account_tally': wrong, 'licensing.account_sign': signs };
    const numbers = rows.map(({ matter }) => matter);
    const folded = rows.flatMap(({ matter, history }) => (history ? [tallyOf(matter, history)] : []));
    const found = await differing(db, folded, numbers);
    wrong += found.tallies.length;
    signs += found.signs.length;
    const bad = [...new Set([...found.tallies, ...found.signs])];
    if (replace && bad.length > 0) {
      await db.query(
        `WITH gone AS (DELETE FROM licensing.account_sign WHERE matter = ANY($1)) DELETE FROM licensing.account_tally WHERE matter = ANY($1)`,
        [bad],
      );
      await keepTallies(
        db,
        folded.filter(({ matter }) => bad.includes(matter)),
      );
    }
    after = numbers.at(-1)!;
  }
}

async function differing(db: Db, folded: readonly Tally[], numbers: readonly string[]) {
  const between = async (table: string, columns: string, rows: string, given: string): Promise<string[]> => {
    const kept = `SELECT ${columns} FROM ${table} WHERE matter = ANY($2)`;
    const found = await db.query<{ matter: string }>(
      `SELECT matter FROM (((${rows}) EXCEPT (${kept})) UNION ALL ((${kept}) EXCEPT (${rows}))) d`,
      [given, numbers],
    );
    return found.rows.map(({ matter }) => matter);
  };
  return {
    tallies: await between('licensing.account_tally', COLUMNS, ROWS, JSON.stringify(folded.map(packed))),
    signs: await between('licensing.account_sign', SIGN_COLUMNS, SIGN_ROWS, signsOf(folded)),
  };
}
