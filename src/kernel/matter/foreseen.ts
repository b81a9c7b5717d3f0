import type { Pool } from 'pg';
import type { LocalDate } from '../clock/types.ts';
import { saltOf } from '../journal/canonical.ts';
import { spend } from './accounts.ts';
import type { Engine } from './engine.ts';
import { dayOf, type Folded, SALT, type SealedFact, SINCE, seal } from './fold.ts';
import type { County } from './recent.ts';
import type { Account, Foreseen } from './types.ts';
import type { MatterWrite } from './write.ts';

/**
 * Matters of which it is foreseen what time brings, as far as every open one has been asked about the calendar in force: before that a date
 * may still be about to move.
 */
const FORESEEN = `SELECT m.number, m.kind, m.version, m.status, m.subject, m.organ, m.person, m.account, m.holder, m.reach, m.foreseen,
    m.head, ${SALT} AS salt, m.spent::text AS spent, extract(epoch FROM m.opened)::float8 AS opened, ${SINCE} AS since
  FROM matter.matter m WHERE m.number = ANY($1) AND m.foreseen IS NOT NULL AND m.closed IS NULL
    AND (SELECT coalesce(max(number), 0) FROM journal.calendar_edition) <= coalesce((SELECT number FROM matter.calendar_asked), 0)`;

interface Row {
  number: string;
  kind: string;
  version: number;
  status: string;
  subject: string;
  organ: string;
  person: string;
  account: Account;
  holder: string;
  reach: LocalDate | null;
  foreseen: string;
  head: Buffer;
  salt: Buffer;
  spent: string;
  opened: number;
  since: number;
}

/**
 * What time has brought to those of a page for which it was foreseen, ready to be written, and to whom nothing has come yet; the others'
 * histories must be read.
 */
export async function foreseenWrites(
  pool: Pool,
  engine: Engine,
  numbers: readonly string[],
): Promise<{ writes: MatterWrite[]; quiet: Quiet[]; county: County }> {
  // The county first: a calendar entered between the two makes the write refuse, not the read believe.
  const county = await countyOf(pool);
  const { rows } = await pool.query<Row>({ name: 'foreseen', text: FORESEEN, values: [numbers] });
  const { now, today } = await engine.moment(county.offset, county.edition);
  const writes: MatterWrite[] = [];
  const quiet: Quiet[] = [];
  for (const row of rows) {
    const brings = bringsOf(engine, row, Math.max(now, row.since), today);
    if (brings?.facts.length === 0) quiet.push({ number: row.number, version: row.version, nextChange: brings.nextChange });
    else if (brings) writes.push(brought(engine, row, Math.max(now, row.since), brings));
  }
  return { writes, quiet, county };
}

/** A matter to which time has brought nothing yet. */
export interface Quiet {
  readonly number: string;
  readonly version: number;
  readonly nextChange: LocalDate | undefined;
}

/** They are looked at again when something will come; one that has moved on meanwhile says so itself. */
export async function putOff(pool: Pool, quiet: readonly Quiet[], today: LocalDate): Promise<void> {
  if (quiet.length === 0) return;
  await pool.query({
    name: 'put_off',
    text: `UPDATE matter.matter m SET next_change = x.next_change FROM unnest($1::text[], $2::int[], $3::date[]) AS x (number, version, next_change)
      WHERE m.number = x.number AND m.version = x.version AND m.next_change <= $4`,
    values: [quiet.map((q) => q.number), quiet.map((q) => q.version), quiet.map((q) => q.nextChange ?? null), today],
  });
}

const bringsOf = (engine: Engine, row: Row, at: number, today: LocalDate) =>
  engine.kind(row.kind).foresee?.(row.foreseen, { matter: row.number, item: row.subject, organ: row.organ, today, on: dayOf(at) });

/** Facts, sealed and chained to the matter's last, and the matter's row after them. */
function brought(engine: Engine, row: Row, at: number, brings: Foreseen['brings']): MatterWrite {
  const kind = engine.kind(row.kind);
  const owner = { account: row.account, holder: row.holder };
  const place = { matter: row.number, at, actor: 'law', capacity: 'sweep', ...owner };
  const facts: SealedFact[] = [];
  for (const fact of brings.facts) {
    const seq = row.version + facts.length + 1;
    facts.push(seal(kind, fact, { ...place, seq }, saltOf(row.salt, seq), facts.at(-1)?.chain ?? row.head));
  }
  const { number, version, opened, since, head, salt, status, subject, organ, person } = row;
  const spent = row.spent.slice(1, -1).split(',').map(Number);
  const same = { number, kind: row.kind, state: undefined, touched: {}, opened, owner, salt };
  const before: Folded = { ...same, version, since, last: since, spent, head };
  const after: Folded = {
    ...same,
    version: version + facts.length,
    since: at,
    last: at,
    spent: spend(spent, owner, at - since),
    head: facts.at(-1)!.chain,
  };
  const { light, nextChange, foreseen } = brings;
  const reach = row.reach ?? undefined;
  const summary = { status, subject, organ, person, owner, light, nextChange, foreseen, reach, closed: false, work: [] };
  return { kind, before, after, summary, facts, rows: brings.rows, work: [], done: [], personal: [], files: [], requests: [] };
}

async function countyOf(pool: Pool): Promise<County> {
  const { rows } = await pool.query<County>(
    'SELECT clock_offset::float8 AS offset, edition::float8 AS edition, serial::float8 AS serial, serials FROM matter.county',
  );
  if (!rows[0]) throw new Error('sweep: the county has no row; run banjie start once');
  return rows[0];
}
