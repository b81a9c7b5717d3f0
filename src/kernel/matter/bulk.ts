import type { Pool } from 'pg';
import type { Command } from './command.ts';
import { decideCommand, type Sitting } from './decide.ts';
import type { Draft } from './draft.ts';
import { type Engine, refusedByDatabase } from './engine.ts';
import type { SealedFact } from './fold.ts';
import { readBatch } from './read.ts';
import { Recent } from './recent.ts';
import { inOne } from './statements.ts';
import { runTogether } from './together.ts';
import { buildWrite } from './write.ts';

/** Matters in one commit: what others wait for is at most some tens of milliseconds. */
const PAGE = 500;
/** Pages under way at once: one is decided while another is written. */
const LANES = 3;

export interface Numbered {
  readonly number: string;
  readonly kind: string;
}

/**
 * Records what time and the calendar have brought to many matters, page by page: one read, one decision in memory, one write of whole
 * columns. Each page is a commit of its own, so a stop is gone on from. A page that somebody acted into, or that the database refused, is
 * left to the engine, which reads and decides anew and keeps what is good of it; what is wrong is thrown at the end. `told` hears of each
 * matter's facts after their commit.
 *
 * @returns how many facts were written
 */
export async function performForLaw(
  pool: Pool,
  engine: Engine,
  found: readonly Numbered[],
  told: (facts: readonly SealedFact[]) => void = () => {},
): Promise<number> {
  let written = 0;
  let at = 0;
  const failed: unknown[] = [];
  const lane = async (): Promise<void> => {
    while (at < found.length) {
      const page = found.slice(at, at + PAGE).map(({ number, kind }): Command => ({ kind, number, actor: () => LAW }));
      at += PAGE;
      for (const facts of await recorded(pool, engine, page, failed)) {
        written += facts.length;
        told(facts);
      }
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  if (failed.length > 0) throw failed[0];
  return written;
}

/** The facts of one page's matters, committed. */
async function recorded(pool: Pool, engine: Engine, page: readonly Command[], failed: unknown[]): Promise<(readonly SealedFact[])[]> {
  const { kinds, random } = engine.parts;
  const { county, loaded } = await readBatch(pool, page, (name) => engine.kind(name), new Recent());
  const moment = await engine.moment(county.offset, county.edition);
  const drafts = new Map<string, Draft>();
  const sitting: Sitting = { moment, kindOf: (name) => engine.kind(name), random, drafts, serial: county.serial };
  for (const [i, command] of page.entries()) decideCommand([command], [loaded[i]!], sitting);
  const grown = [...drafts.values()].filter((draft) => draft.facts.length > 0).sort((a, b) => (a.number < b.number ? -1 : 1));
  if (grown.length === 0) return [];
  try {
    await runTogether(
      pool,
      buildWrite(
        grown.map((draft) => draft.write()),
        kinds,
        county,
        undefined,
        inOne,
      ),
    );
    return grown.map(({ facts }) => facts);
  } catch (error) {
    if (!refusedByDatabase(error)) throw error;
    return alone(engine, page, failed);
  }
}

/** Through the engine: what one matter cannot do, the others of its page do. */
async function alone(engine: Engine, page: readonly Command[], failed: unknown[]): Promise<(readonly SealedFact[])[]> {
  const outcomes = await Promise.allSettled(page.map((command) => engine.perform(command)));
  return outcomes.map((outcome) => {
    if (outcome.status === 'rejected') failed.push(outcome.reason);
    return outcome.status === 'fulfilled' && outcome.value.ok ? outcome.value.facts : [];
  });
}

const LAW = { kind: 'law', person: 'law', seats: [] } as const;
