import type { Pool } from 'pg';
import { type Identity, learn } from '../journal/personal.ts';
import type { Command } from './command.ts';
import { type Folded, foldHistory, HISTORY, type History, OTHERS, SALT, SINCE } from './fold.ts';
import type { County, Loaded, Recent } from './recent.ts';
import type { Account, AnyKind } from './types.ts';

const COLUMNS = `w.clock_offset::float8 AS offset, w.edition::float8 AS edition, w.serial::float8 AS serial, w.serials, m.number, m.kind, m.version,
  CASE WHEN m.head = c.head THEN NULL ELSE ${HISTORY} END AS history, CASE WHEN m.head = c.head THEN NULL ELSE ${SALT} END AS salt,
  extract(epoch FROM m.opened)::float8 AS opened, ${SINCE} AS since,
  extract(epoch FROM m.closed)::float8 AS closed, m.account, m.holder, m.spent::text AS spent, m.head, p.value AS identity,
  ${OTHERS} AS others`;
const JOINS = `CROSS JOIN matter.county w
  LEFT JOIN matter.matter m ON m.number = c.number
  LEFT JOIN journal.person_data p ON p.person = m.person AND p.key = 'identity:' || m.number`;

const PLAIN = `SELECT ${COLUMNS} FROM unnest($1::text[], $2::bytea[]) WITH ORDINALITY AS c(number, head, n) ${JOINS} ORDER BY c.n`;
const KEYED = `SELECT ${COLUMNS}, r.hash, r.reply, r.matter AS replayed
  FROM unnest($1::text[], $2::bytea[], $3::text[], $4::text[]) WITH ORDINALITY AS c(number, head, who, key, n) ${JOINS}
  LEFT JOIN matter.request r ON r.who = c.who AND r.key = c.key ORDER BY c.n`;

interface Row extends County {
  number: string | null;
  kind: string;
  version: number;
  /** Null where the reader has it already. */
  history: History | null;
  opened: number;
  since: number;
  closed: number | null;
  account: Account;
  holder: string;
  spent: string;
  head: Buffer;
  /** Null where the history is. */
  salt: Buffer | null;
  identity: string | null;
  others: Others | null;
  hash?: Buffer | null;
  reply: string;
  replayed: string;
}

/** The one read of a batch: the county, and what is known for each command, in order. The facts travel only where they are news. */
export async function readBatch(
  pool: Pool,
  commands: readonly Command[],
  kindOf: (name: string) => AnyKind,
  recent: Recent,
): Promise<{ county: County; loaded: Loaded[] }> {
  const numbers = commands.map((c) => c.number ?? null);
  const known = commands.map((c) => recent.matter(c.number));
  const heads = known.map((m) => m?.head ?? null);
  const keyed = commands.some((c) => c.request);
  const { rows } = await pool.query<Row>(
    keyed
      ? {
          name: 'read_keyed',
          text: KEYED,
          values: [numbers, heads, commands.map((c) => c.request?.who ?? null), commands.map((c) => c.request?.key ?? null)],
        }
      : { name: 'read', text: PLAIN, values: [numbers, heads] },
  );
  const [first] = rows;
  if (!first || rows.length !== commands.length) throw new Error('engine: the county has no row; run banjie start once');
  const loaded = rows.map((r, i) => ({
    matter: r.number === null ? undefined : r.history === null ? known[i] : folded(r as Known, kindOf(r.kind)),
    identity: knownOf(r.identity, r.others),
    request: r.hash ? { hash: r.hash, reply: r.reply, matter: r.replayed } : undefined,
  }));
  return { county: { offset: first.offset, edition: first.edition, serial: first.serial, serials: first.serials }, loaded };
}

/** Rows of whom the matter knows besides the applicant, by key. */
export type Others = Readonly<Record<string, unknown>>;

/** What masks its sentences, of all whom a matter knows; who was erased is not there. */
export function knownOf(identity: string | null, others: Others | null): Identity {
  const rows = Object.entries(others ?? {}).map(([key, value]) => ({ key, value: JSON.stringify(value) }));
  return [...(identity ? [{ key: 'identity:', value: identity }] : []), ...rows].reduce(learn, {});
}

type Known = Row & { number: string; history: History; salt: Buffer };

function folded(r: Known, kind: AnyKind): Folded {
  return {
    number: r.number,
    kind: r.kind,
    version: r.version,
    ...foldHistory(kind, r.number, r.history),
    opened: r.opened,
    since: r.since,
    closed: r.closed ?? undefined,
    owner: { account: r.account, holder: r.holder },
    spent: r.spent.slice(1, -1).split(',').map(Number),
    head: r.head,
    salt: r.salt,
  };
}

export { folded as foldedRow, type Known as KnownMatter };
