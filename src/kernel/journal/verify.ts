import type { ClientBase } from 'pg';
import { canonical, chainHash, digestOf, leafHash } from './canonical.ts';
import type { Commitment } from './personal.ts';

/** One thing wrong with the journal. */
export interface JournalFault {
  readonly matter: string;
  readonly seq: number;
  readonly code: 'gap' | 'leaf' | 'chain' | 'time' | 'encoding' | 'personal-changed' | 'personal-missing';
}

export interface FactRow {
  readonly matter: string;
  readonly seq: number;
  readonly kind: string;
  readonly at: number;
  readonly actor: string;
  readonly capacity: string;
  readonly account: string;
  readonly holder: string;
  readonly body: string;
  readonly salt: Buffer;
  readonly leaf: Buffer;
  readonly chain: Buffer;
}

const COLUMNS = `matter, seq, kind, extract(epoch FROM at)::float8 AS at, actor, capacity, account, holder, body, salt, leaf, chain`;
const PAGE = 2000;

/** Every fact, in order of matter and seq; read in pages. */
export async function* readFacts(db: ClientBase, matter?: string): AsyncGenerator<FactRow> {
  let after: [string, number] = ['', 0];
  for (;;) {
    const { rows } = await db.query<FactRow>(
      `SELECT ${COLUMNS} FROM journal.fact WHERE (matter, seq) > ($1, $2) AND ($3::text IS NULL OR matter = $3) ORDER BY matter, seq LIMIT ${PAGE}`,
      [...after, matter ?? null],
    );
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = [last.matter, last.seq];
  }
}

/**
 * Re-derives every leaf and chain, looks for gaps, for time running backwards, for bodies that are not canonical, and for
 * personal data that no longer match the digest kept in their fact. Grants do not stop a forged append: this finds it.
 */
export async function verifyJournal(db: ClientBase): Promise<{ facts: number; faults: JournalFault[] }> {
  const faults: JournalFault[] = [];
  const promised = new Map<string, Commitment & { matter: string; seq: number }>();
  let before: FactRow | undefined;
  let facts = 0;
  for await (const fact of readFacts(db)) {
    facts++;
    const previous = before?.matter === fact.matter ? before : undefined;
    const fault = (code: JournalFault['code']) => faults.push({ matter: fact.matter, seq: fact.seq, code });
    if (fact.seq !== (previous?.seq ?? 0) + 1) fault('gap');
    if (previous && fact.at < previous.at) fault('time');
    if (!isCanonical(fact.body)) fault('encoding');
    if (!leafHash(fact.salt, fact).equals(fact.leaf)) fault('leaf');
    else if (!chainHash(previous?.chain, fact.matter, fact.leaf).equals(fact.chain)) fault('chain');
    for (const c of commitments(fact.body)) promised.set(`${c.person} ${c.key}`, { ...c, matter: fact.matter, seq: fact.seq });
    before = fact;
  }
  return { facts, faults: [...faults, ...(await personalFaults(db, promised))] };
}

const isCanonical = (body: string): boolean => {
  try {
    return canonical(JSON.parse(body)) === body;
  } catch {
    return false;
  }
};

const commitments = (body: string): readonly Commitment[] => {
  if (!body.includes('"personal"')) return [];
  try {
    return JSON.parse(body).personal ?? [];
  } catch {
    return [];
  }
};

/** Data that were promised must be there unchanged, unless the person was erased. The last promise for a key counts. */
async function personalFaults(db: ClientBase, promised: ReadonlyMap<string, Commitment & { matter: string; seq: number }>): Promise<JournalFault[]> {
  const { rows } = await db.query<{ person: string; key: string; value: string; salt: Buffer }>('SELECT person, key, value, salt FROM journal.person_data');
  const kept = new Map(rows.map((r) => [`${r.person} ${r.key}`, r]));
  const erased = new Set((await db.query<{ person: string }>('SELECT person FROM journal.erasure')).rows.map((r) => r.person));
  const faults: JournalFault[] = [];
  for (const [id, p] of promised) {
    const row = kept.get(id);
    if (row && digestOf(row.salt, row.value) !== p.digest) faults.push({ matter: p.matter, seq: p.seq, code: 'personal-changed' });
    if (!row && !erased.has(p.person)) faults.push({ matter: p.matter, seq: p.seq, code: 'personal-missing' });
  }
  return faults;
}
