import type { Pool } from 'pg';
import type { Command } from './engine.ts';
import { type Folded, unpackState } from './fold.ts';
import type { Account, AnyKind } from './types.ts';

/** What one read brings for one command. */
export interface Loaded {
  readonly offset: number;
  readonly edition: number;
  readonly matter?: Folded;
  readonly identity: Readonly<Record<string, string>>;
  readonly serial?: number;
  readonly request?: { readonly hash: Buffer; readonly reply: string; readonly matter: string };
}

const COLUMNS = `w.clock_offset::float8 AS offset, w.edition::float8 AS edition,
  m.number, m.kind, m.version, m.state, extract(epoch FROM m.opened)::float8 AS opened, extract(epoch FROM m.since)::float8 AS since,
  extract(epoch FROM m.closed)::float8 AS closed, m.account, m.holder, m.spent::text AS spent, m.head, p.value AS identity,
  CASE WHEN c.number IS NULL THEN nextval('matter.serial')::float8 END AS serial`;
const JOINS = `CROSS JOIN matter.county w
  LEFT JOIN matter.matter m ON m.number = c.number
  LEFT JOIN journal.person_data p ON p.person = m.person AND p.key = 'identity:' || m.number`;

const PLAIN = `SELECT ${COLUMNS} FROM unnest($1::text[]) WITH ORDINALITY AS c(number, n) ${JOINS} ORDER BY c.n`;
const KEYED = `SELECT ${COLUMNS}, r.hash, r.reply, r.matter AS replayed
  FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS c(number, who, key, n) ${JOINS}
  LEFT JOIN matter.request r ON r.who = c.who AND r.key = c.key ORDER BY c.n`;

interface Row {
  offset: number;
  edition: number;
  number: string | null;
  kind: string;
  version: number;
  state: string;
  opened: number;
  since: number;
  closed: number | null;
  account: Account;
  holder: string;
  spent: string;
  head: Buffer;
  identity: string | null;
  serial: number | null;
  hash?: Buffer | null;
  reply: string;
  replayed: string;
}

/** The one read of a batch: a row per command, in order. */
export async function readBatch(pool: Pool, commands: readonly Command[], kindOf: (name: string) => AnyKind): Promise<Loaded[]> {
  const numbers = commands.map((c) => c.number ?? null);
  const keyed = commands.some((c) => c.request);
  const { rows } = await pool.query<Row>(
    keyed
      ? {
          name: 'read_keyed',
          text: KEYED,
          values: [numbers, commands.map((c) => c.request?.who ?? null), commands.map((c) => c.request?.key ?? null)],
        }
      : { name: 'read', text: PLAIN, values: [numbers] },
  );
  if (rows.length !== commands.length) throw new Error('engine: the county has no row; run banjie start once');
  return rows.map((r) => ({
    offset: r.offset,
    edition: r.edition,
    matter: r.number === null ? undefined : folded(r as Known, kindOf(r.kind)),
    identity: r.identity ? (JSON.parse(r.identity).mask ?? {}) : {},
    serial: r.serial ?? undefined,
    request: r.hash ? { hash: r.hash, reply: r.reply, matter: r.replayed } : undefined,
  }));
}

type Known = Row & { number: string };

function folded(r: Known, kind: AnyKind): Folded {
  const { state, touched, last } = unpackState(kind, r.state);
  return {
    number: r.number,
    kind: r.kind,
    version: r.version,
    state,
    touched,
    opened: r.opened,
    since: r.since,
    last,
    closed: r.closed ?? undefined,
    owner: { account: r.account, holder: r.holder },
    spent: r.spent.slice(1, -1).split(',').map(Number),
    head: r.head,
  };
}

export { folded as foldedRow, type Row as MatterRow };
