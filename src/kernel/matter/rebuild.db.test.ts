import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { act, makeNotes, note, noteEngine, write } from './builders.ts';
import { rebuild } from './rebuild.ts';

const db = await testDatabase();
const engine = noteEngine(db.app);
let number: string;
beforeAll(async () => {
  await makeNotes(db.owner);
  for (let i = 0; i < 5; i++) {
    const o = await engine.perform(write({ text: `note ${i}` }));
    number = o.ok ? o.number : '';
    await engine.perform(act(number, 'add', { text: 'more' }));
    await engine.perform(act(number, 'pass', { account: 'organ', holder: 'SAM' }));
    if (i === 2) await engine.perform(act(number, 'close'));
  }
});

async function differing(replace = false): Promise<Record<string, number>> {
  const client = await db.owner.connect();
  try {
    const { tables, differing } = await rebuild(client, [note], replace);
    expect(tables).toBe(3);
    return differing;
  } finally {
    client.release();
  }
}
const nothing = { 'matter.matter': 0, 'matter.work_item': 0, 'note.line': 0 };

describe('the derived tables', () => {
  it('are what the facts make of them', async () => {
    expect(await differing()).toEqual(nothing);
  });

  it.each([
    ["UPDATE matter.matter SET status = 'open' WHERE status = 'closed'", { 'matter.matter': 2 }],
    ['UPDATE matter.matter SET spent[1] = spent[1] + 1 WHERE number = (SELECT max(number) FROM matter.matter)', { 'matter.matter': 2 }],
    ["UPDATE matter.work_item SET organ = 'XXX' WHERE matter = (SELECT max(number) FROM matter.matter)", { 'matter.work_item': 2 }],
    ['DELETE FROM note.line WHERE place = 2', { 'note.line': 5 }],
    ['DELETE FROM note.line', { 'note.line': 10 }],
  ])('corrupted are found and made right again: %s', async (sql, found) => {
    await db.owner.query(sql);
    expect(await differing()).toEqual({ ...nothing, ...found });
    expect(await differing(true)).toEqual({ ...nothing, ...found });
    expect(await differing()).toEqual(nothing);
  });

  it('made anew serve the next act, and new numbers go on after the old', async () => {
    await differing(true);
    const o = await engine.perform(act(number, 'add', { text: 'after' }));
    expect(o.ok && o.matter?.version).toBe(4);
    const next = await engine.perform(write());
    expect(next.ok && next.number > number).toBe(true);
    expect(await differing()).toEqual(nothing);
  });

  it('a count of rows that stands beside a missing one is found as well', async () => {
    await db.owner.query("INSERT INTO note.line VALUES ($1, 99, 'forged')", [number]);
    expect(await differing()).toEqual({ ...nothing, 'note.line': 1 });
    await differing(true);
  });
});
