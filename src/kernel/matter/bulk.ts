import type { Pool } from 'pg';
import type { Command } from './command.ts';
import { decideCommand, type Sitting, seriesOf } from './decide.ts';
import type { Draft } from './draft.ts';
import { type Engine, refusedByDatabase } from './engine.ts';
import type { SealedFact } from './fold.ts';
import { foreseenWrites, putOff } from './foreseen.ts';
import { readBatch } from './read.ts';
import { type County, Recent } from './recent.ts';
import { runTogether } from './together.ts';
import { buildWrite, type MatterWrite } from './write.ts';

/** Matters in one commit: what others wait for is at most some tens of milliseconds. */
const PAGE = 500;
/** Pages under way at once: one is decided while another is written. */
const LANES = 3;

export interface Numbered {
  readonly number: string;
  readonly kind: string;
}

interface How {
  /** Hears of each matter's facts after their commit. */
  readonly told?: (facts: readonly SealedFact[]) => void;
  /** What is foreseen counts: nothing but time has passed. */
  readonly foreseen?: boolean;
}

type Facts = readonly SealedFact[];

/**
 * Records what time and the calendar have brought to many matters, page by page: one read, one decision in memory, one write of whole
 * columns. Each page is a commit of its own, so a stop is gone on from. A page that somebody acted into, or that the database refused, is
 * left to the engine, which reads and decides anew and keeps what is good of it; what is wrong is thrown at the end.
 *
 * @returns how many facts were written
 */
export async function performForLaw(pool: Pool, engine: Engine, found: readonly Numbered[], how: How = {}): Promise<number> {
  const failed: unknown[] = [];
  let written = 0;
  let at = 0;
  const count = (all: readonly Facts[]) => {
    for (const facts of all) {
      written += facts.length;
      how.told?.(facts);
    }
  };
  const lane = async (): Promise<void> => {
    while (at < found.length) {
      let page = found.slice(at, at + PAGE);
      at += PAGE;
      if (how.foreseen) {
        const seen = await foreseen(pool, engine, page);
        count([...seen.values()]);
        page = page.filter(({ number }) => !seen.has(number));
      }
      if (page.length > 0) count(await folded(pool, engine, page, failed));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  if (failed.length > 0) throw failed[0];
  return written;
}

/** Told from the matters' own rows, without their histories; where one of them has moved on, none of the page is. */
async function foreseen(pool: Pool, engine: Engine, page: readonly Numbered[]): Promise<ReadonlyMap<string, Facts>> {
  const { writes, quiet, county } = await foreseenWrites(
    pool,
    engine,
    page.map(({ number }) => number),
  );
  const done = await write(pool, engine, writes, county);
  await putOff(pool, quiet, (await engine.moment(county.offset, county.edition)).today);
  return new Map<string, Facts>([
    ...(done ? writes.map(({ after, facts }) => [after.number, facts] as const) : []),
    ...quiet.map(({ number }) => [number, []] as const),
  ]);
}

/** Told from their histories. */
async function folded(pool: Pool, engine: Engine, page: readonly Numbered[], failed: unknown[]): Promise<readonly Facts[]> {
  const commands = page.map(({ number, kind }): Command => ({ kind, number, actor: () => LAW }));
  const { county, loaded } = await readBatch(pool, commands, (name) => engine.kind(name), new Recent());
  const moment = await engine.moment(county.offset, county.edition);
  const drafts = new Map<string, Draft>();
  const kindOf = (name: string) => engine.kind(name);
  const sitting: Sitting = { moment, kindOf, random: engine.parts.random, drafts, ...seriesOf(county) };
  for (const [i, command] of commands.entries()) decideCommand([command], [loaded[i]!], sitting);
  const [moved, still] = [[...drafts.values()].filter((d) => d.facts.length > 0), [...drafts.values()].filter((d) => d.facts.length === 0)];
  const writes = moved.map((draft) => draft.write());
  const quiet = still.map(({ after: { number, version, kind, state } }) => ({
    number,
    version,
    nextChange: engine.kind(kind).summary(state).nextChange,
  }));
  await putOff(pool, quiet, moment.today);
  if (await write(pool, engine, writes, county)) return writes.map(({ facts }) => facts);
  const outcomes = await Promise.allSettled(commands.map((command) => engine.perform(command)));
  return outcomes.map((outcome) => {
    if (outcome.status === 'rejected') failed.push(outcome.reason);
    return outcome.status === 'fulfilled' && outcome.value.ok ? outcome.value.facts : [];
  });
}

/** All of them in one commit, in the order in which everybody takes matters; false where the database refused. */
async function write(pool: Pool, engine: Engine, writes: MatterWrite[], county: County): Promise<boolean> {
  if (writes.length === 0) return true;
  writes.sort((a, b) => (a.after.number < b.after.number ? -1 : 1));
  try {
    await runTogether(pool, buildWrite(writes, engine.parts.kinds, county));
    return true;
  } catch (error) {
    if (refusedByDatabase(error)) return false;
    throw error;
  }
}

const LAW = { kind: 'law', person: 'law', seats: [] } as const;
