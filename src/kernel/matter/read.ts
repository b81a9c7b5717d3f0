import type { Pool } from 'pg';
import type { Command } from './engine.ts';
import { type Folded, type Packed, unpackState } from './fold.ts';
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

const COLUMNS = `w.clock_offset::float8 AS offset, w.edition::float8 AS edition, m.number, m.kind, m.version,
  CASE WHEN m.head = c.head THEN NULL ELSE m.state END AS state,
  extract(epoch FROM m.opened)::float8 AS opened, extract(epoch FROM m.since)::float8 AS since,
  extract(epoch FROM m.closed)::float8 AS closed, m.account, m.holder, m.spent::text AS spent, m.head, p.value AS identity,
  CASE WHEN c.number IS NULL THEN nextval('matter.serial')::float8 END AS serial`;
const JOINS = `CROSS JOIN matter.county w
  LEFT JOIN matter.matter m ON m.number = c.number
  LEFT JOIN journal.person_data p ON p.person = m.person AND p.key = 'identity:' || m.number`;

const PLAIN = `SELECT ${COLUMNS} FROM unnest($1::text[], $2::bytea[]) WITH ORDINALITY AS c(number, head, n) ${JOINS} ORDER BY c.n`;
const KEYED = `SELECT ${COLUMNS}, r.hash, r.reply, r.matter AS replayed
  FROM unnest($1::text[], $2::bytea[], $3::text[], $4::text[]) WITH ORDINALITY AS c(number, head, who, key, n) ${JOINS}
  LEFT JOIN matter.request r ON r.who = c.who AND r.key = c.key ORDER BY c.n`;

/**
 * Matters as this engine wrote them last. Every act asks the database anew; the head, a hash over all facts, says whether the
 * matter is still what is remembered, and only where it is not does its state travel and get unpacked.
 */
export class Recent {
  readonly #matters = new Map<string, Folded>();
  readonly #room: number;

  constructor(room: number) {
    this.#room = room;
  }

  get(number: string | undefined): Folded | undefined {
    return number === undefined ? undefined : this.#matters.get(number);
  }

  keep(matter: Folded): void {
    this.#matters.delete(matter.number);
    this.#matters.set(matter.number, matter);
    if (this.#matters.size <= this.#room) return;
    for (const oldest of this.#matters.keys()) return void this.#matters.delete(oldest);
  }
}

interface Row {
  offset: number;
  edition: number;
  number: string | null;
  kind: string;
  version: number;
  /** Null where the reader has it already. */
  state: Packed | null;
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
export async function readBatch(
  pool: Pool,
  commands: readonly Command[],
  kindOf: (name: string) => AnyKind,
  recent: Recent,
): Promise<Loaded[]> {
  const numbers = commands.map((c) => c.number ?? null);
  const known = commands.map((c) => recent.get(c.number));
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
  if (rows.length !== commands.length) throw new Error('engine: the county has no row; run banjie start once');
  return rows.map((r, i) => ({
    offset: r.offset,
    edition: r.edition,
    matter: r.number === null ? undefined : r.state === null ? known[i] : folded(r as Known, kindOf(r.kind)),
    identity: r.identity ? (JSON.parse(r.identity).mask ?? {}) : {},
    serial: r.serial ?? undefined,
    request: r.hash ? { hash: r.hash, reply: r.reply, matter: r.replayed } : undefined,
  }));
}

type Known = Row & { number: string; state: Packed };

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
