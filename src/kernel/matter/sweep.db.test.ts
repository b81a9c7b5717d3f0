import { setImmediate as turn } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { verifyJournal } from '../journal/verify.ts';
import { act, makeNotes, NINE, note, noteEngine, write } from './builders.ts';
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

describe('the day to look at a matter', () => {
  const LATER = '2026-02-12';
  const looked = async (number: string) => {
    const { rows } = await db.owner.query<{ day: string }>('SELECT next_change::text AS day FROM matter.matter WHERE number = $1', [
      number,
    ]);
    return rows[0]?.day;
  };
  const written = async (due: string) => {
    const outcome = await engine.perform(write({ due }));
    return outcome.ok ? outcome.number : 'refused';
  };

  /** A sweep some days later. */
  const on = (days: number) => {
    const now = NINE + days * 86_400_000;
    return sweepCounty(db.app, noteEngine(db.app, { machineNow: () => now }), new Date(now).toISOString().slice(0, 10) as never);
  };

  it('stays where an act only puts it off; the sweep looks, records nothing and comes again in time', async () => {
    const number = await written('2026-02-11');
    await engine.perform(act(number, 'putOff', { due: LATER }));
    expect(await looked(number)).toBe('2026-02-11');
    await sound();
    expect(await on(1)).toBe(0);
    expect(await looked(number)).toBe('2026-02-11');
    expect(await on(2)).toBe(0);
    expect(await looked(number)).toBe(LATER);
    await sound();
    expect(await on(3)).toBe(1);
    expect(await factsOf([number])).toEqual(['written put-off fell-due']);
  });

  it('comes nearer where an act brings it nearer, and is exact after an act on or after it', async () => {
    const number = await written(LATER);
    await engine.perform(act(number, 'putOff', { due: '2026-02-10' }));
    expect(await looked(number)).toBe('2026-02-10');
    const due = await written(TODAY);
    await engine.perform(act(due, 'putOff', { due: LATER }));
    expect(await factsOf([due])).toEqual(['written fell-due put-off']);
    expect(await looked(due)).toBeNull();
  });

  it('is among the few columns that an index names: an act that moves none of them lets the row move within its page', async () => {
    const { rows } = await db.owner.query<{ column: string }>(
      `SELECT DISTINCT a.attname AS column FROM pg_index i
         JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = i.indexrelid AND d.refobjid = i.indrelid
         JOIN pg_attribute a ON a.attrelid = i.indrelid AND (a.attnum = d.refobjsubid OR a.attnum = ANY(i.indkey))
        WHERE i.indrelid = 'matter.matter'::regclass AND a.attnum > 0 ORDER BY 1`,
    );
    expect(rows.map(({ column }) => column)).toEqual([
      'closed',
      'kind',
      'light',
      'next_change',
      'number',
      'opened',
      'organ',
      'person',
      'reach',
      'subject',
    ]);
  });

  it('[X9] a rebuild finds a row that would be looked at too late', async () => {
    const number = await written(LATER);
    await db.owner.query(`UPDATE matter.matter SET next_change = '2026-02-13' WHERE number = $1`, [number]);
    const client = await db.owner.connect();
    try {
      expect((await rebuild(client, [note], false)).differing['matter.matter']).toBe(1);
      await rebuild(client, [note], true);
    } finally {
      client.release();
    }
    expect(await looked(number)).toBe(LATER);
    await sound();
  });
});
