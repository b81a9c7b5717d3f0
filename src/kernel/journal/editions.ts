import type { ClientBase, Pool } from 'pg';
import type { CalendarEdition } from '../clock/editions.ts';
import { canonical, chainHash, sha256 } from './canonical.ts';

interface Row {
  readonly number: number;
  readonly at: number;
  readonly actor: string;
  readonly body: string;
  readonly chain: Buffer;
}

const READ = 'SELECT number, extract(epoch FROM at)::float8 AS at, actor, body, chain FROM journal.calendar_edition ORDER BY number';

/** Every numbered edition of the county's calendar, the first first. */
export async function readEditions(db: ClientBase | Pool): Promise<CalendarEdition[]> {
  const { rows } = await db.query<Row>(READ);
  return rows.map(({ number, at, actor, body }) => ({ ...JSON.parse(body), number, at, actor }));
}

/**
 * Appends the edition after the one that was decided on; false where another came first. The county's edition goes up in the same
 * statement, so that no engine acts by what was before.
 */
export async function appendEdition(db: ClientBase | Pool, edition: CalendarEdition): Promise<boolean> {
  const { number, at, actor, ...rest } = edition;
  const body = canonical(rest);
  const { rows } = await db.query<Row>(READ);
  const before = rows.at(-1);
  if ((before?.number ?? 0) !== number - 1) return false;
  const chain = chainHash(before?.chain, CHAIN, sealed({ number, at, actor, body }));
  const { rowCount } = await db.query(
    `WITH made AS (INSERT INTO journal.calendar_edition (number, at, actor, body, chain)
       VALUES ($1, to_timestamp($2), $3, $4, $5) ON CONFLICT (number) DO NOTHING RETURNING number)
     UPDATE matter.county SET edition = edition + 1 WHERE EXISTS (SELECT FROM made)`,
    [number, at, actor, body, chain],
  );
  return rowCount === 1;
}

/** Numbers of editions that are missing, are not written as they were, or do not chain to the one before. */
export async function editionFaults(db: ClientBase): Promise<{ seq: number; code: 'gap' | 'chain' | 'encoding' }[]> {
  const { rows } = await db.query<Row>(READ);
  return rows.flatMap((row, i) => {
    const before = rows[i - 1];
    const found: ('gap' | 'chain' | 'encoding')[] = [];
    if (row.number !== (before?.number ?? 0) + 1) found.push('gap');
    if (!chainHash(before?.chain, CHAIN, sealed(row)).equals(row.chain)) found.push('chain');
    if (!isCanonical(row.body)) found.push('encoding');
    return found.map((code) => ({ seq: row.number, code }));
  });
}

const CHAIN = 'calendar';
const sealed = ({ number, at, actor, body }: Omit<Row, 'chain'>): Buffer => sha256(`${JSON.stringify([number, at, actor])}\n${body}`);

function isCanonical(body: string): boolean {
  try {
    return canonical(JSON.parse(body)) === body;
  } catch {
    return false;
  }
}
