import type { Pool } from 'pg';
import type { Engine } from '../../kernel/matter/engine.ts';
import type { Actor } from '../../kernel/organisation/types.ts';
import { mattersOfAgent, readMatterFile } from './queries.ts';

export const ERASE_AGENT = 'erase-agent';

/** The applicant's identity as it stands, without whoever acted for him; undefined where nothing of either is kept. */
export async function identityWithoutAgent(pool: Pool, number: string): Promise<string | undefined> {
  const { identity, form } = await readMatterFile(pool, number);
  if (!identity) return undefined;
  const { agent: _agent, mask, ...own } = identity;
  const kept = Object.entries(mask).filter(([field]) => !field.startsWith('agent.'));
  return JSON.stringify({ ...own, form, mask: Object.fromEntries(kept) });
}

/**
 * Erases whoever acted for others under this document number: his name, number and telephone go from each matter, by a
 * record of its own, so that everything still verifies. What the applicants gave stays. Returns how many matters it touched.
 */
export async function eraseAgent({ pool, engine }: { pool: Pool; engine: Engine }, idNumber: string, reason: string): Promise<number> {
  const law: Actor = { kind: 'law', person: 'law', seats: [] };
  let erased = 0;
  for (const number of await mattersOfAgent(pool, idNumber)) {
    const input = { reason, identity: await identityWithoutAgent(pool, number) };
    const outcome = await engine.perform({ kind: 'licensing', number, action: ERASE_AGENT, input, actor: () => law });
    if (!outcome.ok) throw new Error(`licensing: the agent of ${number} could not be erased: ${JSON.stringify(outcome.refusals)}`);
    erased++;
  }
  return erased;
}
