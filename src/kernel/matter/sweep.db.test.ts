import { setImmediate as turn } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { verifyJournal } from '../journal/verify.ts';
import { act, makeNotes, note, noteEngine, write } from './builders.ts';
import { rebuild } from './rebuild.ts';
import { sweepCounty } from './sweep.ts';

const db = await testDatabase();
const engine = noteEngine(db.app);
const other = noteEngine(db.app);
const TODAY = '2026-02-09' as never;
beforeAll(() => makeNotes(db.owner));

/** Notes that fall due today: nobody has looked at them since they were written. */
async function due(n: number): Promise<string[]> {
  const outcomes = await Promise.all(Array.from({ length: n }, () => engine.perform(write({ due: TODAY }))));
  return outcomes.map((o) => (o.ok ? o.number : 'refused'));
}
const factsOf = async (numbers: readonly string[]) =>
  (
    await db.owner.query<{ matter: string; kinds: string[] }>(
      'SELECT matter, array_agg(kind ORDER BY seq) AS kinds FROM journal.fact WHERE matter = ANY($1) GROUP BY matter ORDER BY matter',
      [numbers],
    )
  ).rows.map(({ kinds }) => kinds.join(' '));

async function sound(): Promise<void> {
  const client = await db.owner.connect();
  try {
    expect((await verifyJournal(client)).faults).toEqual([]);
    expect((await rebuild(client, [note], false)).differing).toEqual({ 'matter.matter': 0, 'matter.work_item': 0, 'note.line': 0 });
  } finally {
    client.release();
  }
}

describe('a sweep of many matters', () => {
  it('[X1] of two processes at once records each of them once, and both come to their end', async () => {
    const numbers = await due(700);
    const written = await Promise.all([sweepCounty(db.app, engine, TODAY), sweepCounty(db.app, other, TODAY)]);
    expect(written[0] + written[1]).toBe(700);
    expect(new Set(await factsOf(numbers))).toEqual(new Set(['written fell-due']));
    expect(await sweepCounty(db.app, other, TODAY)).toBe(0);
    await sound();
  });

  it('[X1] takes whole pages: a commit for hundreds', async () => {
    const numbers = await due(600);
    await sweepCounty(db.app, engine, TODAY);
    const { rows } = await db.owner.query<{ n: number }>(
      "SELECT count(DISTINCT xmin::text)::int AS n FROM journal.fact WHERE matter = ANY($1) AND kind = 'fell-due'",
      [numbers],
    );
    expect(rows[0]?.n).toBeLessThan(5);
  });

  it('[X1] loses to nobody who acts at the same moment, and nobody loses to it', async () => {
    const numbers = await due(600);
    const persons = async () => {
      const outcomes = [];
      for (let i = 0; i < numbers.length; i += 50) {
        outcomes.push(...(await Promise.all(numbers.slice(i, i + 10).map((n) => other.perform(act(n, 'add', { text: 'by hand' }))))));
        await turn();
      }
      return outcomes;
    };
    const [acts] = await Promise.all([persons(), sweepCounty(db.app, engine, TODAY)]);
    expect(acts.every((o) => o.ok)).toBe(true);
    const told = await factsOf(numbers);
    expect(new Set(told)).toEqual(new Set(['written fell-due', 'written fell-due added']));
    expect(told.filter((kinds) => kinds.endsWith('added'))).toHaveLength(120);
    await sound();
  });

  it('says what it could not record, and records the rest', async () => {
    const numbers = await due(600);
    const bad = numbers[300]!;
    await db.owner.query(`ALTER TABLE matter.matter ADD CONSTRAINT stuck CHECK (number <> '${bad}' OR version = 1) NOT VALID`);
    await expect(sweepCounty(db.app, engine, TODAY)).rejects.toMatchObject({ constraint: 'stuck' });
    expect((await factsOf(numbers)).filter((kinds) => kinds === 'written fell-due')).toHaveLength(599);
    await db.owner.query('ALTER TABLE matter.matter DROP CONSTRAINT stuck');
    expect(await sweepCounty(db.app, engine, TODAY)).toBe(1);
    await sound();
  });
});
