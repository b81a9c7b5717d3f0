import type { Pool, PoolClient } from 'pg';
import { canonical, chainHash, leafHash } from '../../../kernel/journal/canonical.ts';
import { type FactRow, type JournalFault, readFacts } from '../../../kernel/journal/verify.ts';

/** What the records of one matter say of themselves: how many, how the last one hashes, and what is wrong. */
export interface MatterProof {
  readonly number: string;
  readonly facts: number;
  /** Chain hash over all of them, in hexadecimal; two readers of the same records get the same. */
  readonly head: string;
  readonly faults: readonly { readonly seq: number; readonly code: JournalFault['code'] }[];
}

/** One matter's hashes and chain derived again, for whoever may see it; one snapshot, beside the living county. */
export async function verifyMatter(pool: Pool, number: string): Promise<MatterProof> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const proof = await derive(client, number);
    await client.query('COMMIT');
    return proof;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function derive(client: PoolClient, number: string): Promise<MatterProof> {
  const faults: MatterProof['faults'][number][] = [];
  let before: FactRow | undefined;
  let facts = 0;
  for await (const fact of readFacts(client, number)) {
    facts++;
    faults.push(...faultsOf(fact, before).map((code) => ({ seq: fact.seq, code })));
    before = fact;
  }
  const { rows } = await client.query<{ version: number; head: Buffer }>('SELECT version, head FROM matter.matter WHERE number = $1', [
    number,
  ]);
  const last = before;
  if (rows[0]?.version !== last?.seq || !last?.chain.equals(rows[0]!.head)) faults.push({ seq: last?.seq ?? 0, code: 'head' });
  return { number, facts, head: last?.chain.toString('hex') ?? '', faults };
}

function faultsOf(fact: FactRow, before: FactRow | undefined): JournalFault['code'][] {
  const wrong: [boolean, JournalFault['code']][] = [
    [fact.seq !== (before?.seq ?? 0) + 1, 'gap'],
    [before !== undefined && fact.at < before.at, 'time'],
    [!chainHash(before?.chain, fact.matter, leafHash(fact.salt, fact)).equals(fact.chain), 'chain'],
    [!isCanonical(fact.body), 'encoding'],
  ];
  return wrong.filter(([is]) => is).map(([, code]) => code);
}

function isCanonical(body: string): boolean {
  try {
    return canonical(JSON.parse(body)) === body;
  } catch {
    return false;
  }
}
