import type { ClientBase } from 'pg';
import { canonical, chainHash, digestOf, leafHash, saltOf } from './canonical.ts';
import { editionFaults } from './editions.ts';
import { type Commitment, type Committed, commitmentsOf } from './personal.ts';

/** One thing wrong with the journal. */
export interface JournalFault {
  readonly matter: string;
  readonly seq: number;
  readonly code:
    | 'gap'
    | 'chain'
    | 'time'
    | 'encoding'
    | 'head'
    | 'personal-changed'
    | 'personal-missing'
    | 'file-changed'
    | 'file-missing'
    | 'number-missing';
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
  /** Its own, or derived from its matter's first. */
  readonly salt: Buffer;
  readonly chain: Buffer;
}

const COLUMNS = `matter, seq, kind, extract(epoch FROM at)::float8 AS at, actor, capacity, account, holder, body, salt, chain`;
const PAGE = 2000;

/** Every fact, in order of matter and seq; read in pages. */
export async function* readFacts(db: ClientBase, matter?: string): AsyncGenerator<FactRow> {
  let after: [string, number] = ['', 0];
  let first: { readonly matter: string; readonly salt: Buffer | null } | undefined;
  for (;;) {
    const { rows } = await db.query<Omit<FactRow, 'salt'> & { salt: Buffer | null }>(
      `SELECT ${COLUMNS} FROM journal.fact WHERE (matter, seq) > ($1, $2) AND ($3::text IS NULL OR matter = $3) ORDER BY matter, seq LIMIT ${PAGE}`,
      [...after, matter ?? null],
    );
    for (const row of rows) {
      if (first?.matter !== row.matter) first = row;
      yield { ...row, salt: row.salt ?? saltOf(first.salt ?? Buffer.alloc(0), row.seq) };
    }
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = [last.matter, last.seq];
  }
}

/**
 * Re-derives every link of the chains, looks for gaps, for time running backwards, for bodies that are not canonical, for a last
 * fact that is not the head its matter knows, and for personal data and papers that no longer match the digest kept in their
 * fact. Grants do not stop a forged append: this finds it. One snapshot, so that it may run beside the living county.
 */
export async function verifyJournal(db: ClientBase): Promise<{ facts: number; faults: JournalFault[] }> {
  await db.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    const { facts, faults, promises } = await walkFacts(db);
    return {
      facts,
      faults: [
        ...faults,
        ...(await headFaults(db)),
        ...(await personalFaults(db, promises.personal)),
        ...(await fileFaults(db, promises)),
        ...(await numberFaults(db)),
        ...(await editionFaults(db)).map((fault) => ({ matter: 'calendar', ...fault })),
      ],
    };
  } finally {
    await db.query('COMMIT');
  }
}

interface Place {
  readonly matter: string;
  readonly seq: number;
}
interface Promises {
  readonly personal: Map<string, Commitment & Place>;
  readonly files: Map<string, { digest: string } & Place>;
}

async function walkFacts(db: ClientBase): Promise<{ facts: number; faults: JournalFault[]; promises: Promises }> {
  const faults: JournalFault[] = [];
  const promises: Promises = { personal: new Map(), files: new Map() };
  let before: FactRow | undefined;
  let facts = 0;
  for await (const fact of readFacts(db)) {
    facts++;
    const place = { matter: fact.matter, seq: fact.seq };
    const previous = before?.matter === fact.matter ? before : undefined;
    const fault = (code: JournalFault['code']) => faults.push({ ...place, code });
    if (fact.seq !== (previous?.seq ?? 0) + 1) fault('gap');
    if (previous && fact.at < previous.at) fault('time');
    if (!chainHash(previous?.chain, fact.matter, leafHash(fact.salt, fact)).equals(fact.chain)) fault('chain');
    const body = parsed(fact.body);
    if (!body || canonical(body) !== fact.body) fault('encoding');
    for (const c of commitmentsOf(body?.personal, fact.matter)) promises.personal.set(`${c.person} ${c.key}`, { ...c, ...place });
    for (const f of filesOf(body)) promises.files.set(f.id, { digest: f.digest, ...place });
    before = fact;
  }
  return { facts, faults, promises };
}

interface Body {
  readonly personal?: Committed | readonly Commitment[];
  readonly files?: readonly { id: string; digest: string }[];
}

const parsed = (text: string): Body | undefined => {
  try {
    const value = JSON.parse(text);
    return value && typeof value === 'object' ? value : undefined;
  } catch {
    return undefined;
  }
};

const filesOf = (body: Body | undefined) => (Array.isArray(body?.files) ? body.files.filter((f) => f?.id && f.digest) : []);

/** A fact appended past its matter, a last fact taken away, facts of no matter. */
async function headFaults(db: ClientBase): Promise<JournalFault[]> {
  const { rows } = await db.query<Place>(
    `SELECT coalesce(f.matter, m.number) AS matter, coalesce(f.seq, 0) AS seq
       FROM (SELECT DISTINCT ON (matter) matter, seq, chain FROM journal.fact ORDER BY matter, seq DESC) f
       FULL JOIN matter.matter m ON m.number = f.matter
      WHERE m.version IS DISTINCT FROM f.seq OR m.head IS DISTINCT FROM f.chain ORDER BY 1`,
  );
  return rows.map((r) => ({ ...r, code: 'head' }));
}

/** Data that were promised must be there unchanged, unless the person was erased. The last promise for a key counts. */
async function personalFaults(db: ClientBase, promised: Promises['personal']): Promise<JournalFault[]> {
  const { rows } = await db.query<{ person: string; key: string; value: string; salt: Buffer }>(
    'SELECT person, key, value, salt FROM journal.person_data',
  );
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

/** The same of papers handed in: the database hashes them, so that none has to travel. */
async function fileFaults(db: ClientBase, { files: promised, personal }: Promises): Promise<JournalFault[]> {
  if (promised.size === 0) return [];
  const { rows } = await db.query<{ id: string; digest: Buffer; known: Buffer }>(
    'SELECT id, digest AS known, sha256(bytes) AS digest FROM journal.person_file',
  );
  const kept = new Map(rows.map((r) => [r.id, r]));
  const erased = new Set((await db.query<{ person: string }>('SELECT person FROM journal.erasure')).rows.map((r) => r.person));
  const gone = new Set([...personal.values()].flatMap((p) => (p.key.startsWith('identity:') && erased.has(p.person) ? [p.matter] : [])));
  const faults: JournalFault[] = [];
  for (const [id, p] of promised) {
    const row = kept.get(id);
    const same = row?.digest.equals(row.known) && row.digest.toString('base64url') === p.digest;
    if (row && !same) faults.push({ matter: p.matter, seq: p.seq, code: 'file-changed' });
    if (!row && !gone.has(p.matter)) faults.push({ matter: p.matter, seq: p.seq, code: 'file-missing' });
  }
  return faults;
}

/**
 * Every number up to the last one given names a matter: a matter taken away whole leaves a gap in its series, told by the fact it opens with,
 * or in the series that all kinds shared in earlier releases.
 */
async function numberFaults(db: ClientBase): Promise<JournalFault[]> {
  const { rows } = await db.query<{ serial: string }>(
    `WITH given AS (SELECT kind, substring(matter FROM '[0-9]+$')::bigint AS n FROM journal.fact WHERE seq = 1),
       missing AS (
         (SELECT '' AS kind, n FROM matter.county w, generate_series(1, w.serial) n EXCEPT SELECT '', n FROM given)
         UNION ALL
         (SELECT s.key, n FROM matter.county w, jsonb_each_text(w.serials) s, generate_series(w.serial + 1, s.value::bigint) n
          EXCEPT SELECT kind, n FROM given))
     SELECT to_char(n, 'FM000000') AS serial FROM missing ORDER BY n, kind`,
  );
  return rows.map(({ serial }) => ({ matter: `…-${serial}`, seq: 1, code: 'number-missing' }));
}
