import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { verifyJournal } from '../journal/verify.ts';
import { act, makeNotes, NINE, note, noteEngine, write } from './builders.ts';
import type { Done, Engine, Outcome } from './engine.ts';
import { rebuild } from './rebuild.ts';
import { sweepCounty } from './sweep.ts';

const db = await testDatabase();
const batches: number[] = [];
const engine = noteEngine(db.app, { watch: { wrote: (requests) => batches.push(requests), acted: () => {} } });
beforeAll(() => makeNotes(db.owner));

const done = (o: Outcome): Done => {
  if (!o.ok) throw new Error(`refused: ${o.refusals.map((r) => r.code)}`);
  return o;
};
const no = (o: Outcome): string => (o.ok ? 'done' : (o.refusals[0]?.code ?? ''));
const opened = async (input = {}, by: Engine = engine) => done(await by.perform(write(input))).number;
const facts = async (number: string) => (await db.owner.query('SELECT * FROM journal.fact WHERE matter = $1 ORDER BY seq', [number])).rows;
const count = async (sql: string) => (await db.owner.query(`SELECT ${sql} AS n`)).rows[0].n;
const many = <T>(n: number, each: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => each(i));

/** After whatever happened: every hash is right, and the derived tables are what the facts make of them. */
async function sound(): Promise<void> {
  const client = await db.owner.connect();
  try {
    expect((await verifyJournal(client)).faults).toEqual([]);
    expect((await rebuild(client, [note], false)).differing).toEqual({ 'matter.matter': 0, 'matter.work_item': 0, 'note.line': 0 });
  } finally {
    client.release();
  }
}

describe('performs that arrive together', () => {
  it('share statements: a hundred notes and their additions take a handful of commits', async () => {
    const numbers = await Promise.all(many(100, () => opened()));
    expect(new Set(numbers).size).toBe(100);
    await Promise.all(numbers.map((n) => engine.perform(act(n, 'add', { text: 'more' }))));
    expect(Number(await count('(SELECT count(DISTINCT xmin::text) FROM journal.fact)'))).toBeLessThan(20);
    expect(batches.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(200);
    await sound();
  });

  it('on one matter keep their order, each on what the one before left', async () => {
    const number = await opened();
    const outcomes = await Promise.all(many(40, (i) => engine.perform(act(number, 'add', { text: `line ${i}` }))));
    expect(outcomes.map((o) => (done(o).reply as { version: number }).version)).toEqual(many(40, (i) => i + 2));
    expect((await facts(number)).map((f) => JSON.parse(f.body).text)).toEqual(['first', ...many(40, (i) => `line ${i}`)]);
  });

  it('are each refused or done by themselves: a broken one spoils no other, and nothing is done twice', async () => {
    const numbers = await Promise.all(many(6, () => opened()));
    const results = await Promise.allSettled(
      numbers.map((n, i) =>
        engine.perform(i === 3 ? act(n, 'tear') : i === 4 ? act(n, 'add', { text: '' }) : act(n, 'add', { text: 'fine' })),
      ),
    );
    expect(results.map((r) => (r.status === 'fulfilled' ? no(r.value) : 'broke'))).toEqual([
      'done',
      'done',
      'done',
      'broke',
      'invalid-input',
      'done',
    ]);
    for (const [i, n] of numbers.entries()) expect(await facts(n)).toHaveLength(i === 3 || i === 4 ? 1 : 2);
    await sound();
  });

  it('hear nothing before the commit, not even a refusal that rests on it', async () => {
    const number = await opened();
    const blocker = await db.owner.connect();
    await blocker.query('BEGIN; LOCK TABLE matter.matter IN EXCLUSIVE MODE');
    const heard: string[] = [];
    const close = engine.perform(act(number, 'close')).then((o) => heard.push(`close ${no(o)}`));
    const add = engine.perform(act(number, 'add', { text: 'late' })).then((o) => heard.push(`add ${no(o)}`));
    await sleep(200);
    expect(heard).toEqual([]);
    await blocker.query('ROLLBACK');
    blocker.release();
    await Promise.all([close, add]);
    expect(heard.sort()).toEqual(['add closed-matter', 'close done']);
  });
});

describe('two servers on one county', () => {
  it('lose nothing: who was overtaken reads again and decides again', async () => {
    const other = noteEngine(db.app);
    const number = await opened();
    const outcomes = await Promise.all(many(60, (i) => (i % 2 ? engine : other).perform(act(number, 'add', { text: `line ${i}` }))));
    expect(outcomes.every((o) => o.ok)).toBe(true);
    const texts = (await facts(number)).map((f) => JSON.parse(f.body).text);
    expect(texts.slice(1).sort()).toEqual(many(60, (i) => `line ${i}`).sort());
    expect((await facts(number)).map((f) => f.seq)).toEqual(many(61, (i) => i + 1));
    await sound();
  });

  it('let only one of two closings through', async () => {
    const other = noteEngine(db.app);
    const number = await opened();
    const outcomes = await Promise.all([engine.perform(act(number, 'close')), other.perform(act(number, 'close'))]);
    expect(outcomes.map(no).sort()).toEqual(['closed-matter', 'done']);
  });
});

describe('a conflict is shown only when the same step has changed', () => {
  it('another’s step does not disturb mine; my own does', async () => {
    const number = await opened();
    done(await engine.perform(act(number, 'add', { text: 'a', step: 'A' })));
    done(await engine.perform(act(number, 'add', { text: 'b', step: 'B' }, { seen: 2 })));
    expect(no(await engine.perform(act(number, 'add', { text: 'a', step: 'A' }, { seen: 1 })))).toBe('stale');
    expect(await facts(number)).toHaveLength(3);
  });
});

describe('a request repeated with the same Idempotency-Key', () => {
  const request = (key: string, body = 'x') => ({ request: { who: 'c-1', key, hash: Buffer.from(body.padEnd(32)) } });

  it('has one effect and one answer, however many arrive at once, on two servers', async () => {
    const other = noteEngine(db.app);
    const outcomes = await Promise.all(many(12, (i) => (i % 2 ? engine : other).perform(write({ text: 'once' }, request('together')))));
    const numbers = new Set(outcomes.map((o) => done(o).number));
    expect(numbers.size).toBe(1);
    expect(outcomes.filter((o) => !done(o).replayed)).toHaveLength(1);
    expect(new Set(outcomes.map((o) => JSON.stringify(done(o).reply))).size).toBe(1);
    expect(await facts([...numbers][0] as string)).toHaveLength(1);
  });

  it('on a matter too, also after others have acted', async () => {
    const number = await opened();
    const first = done(await engine.perform(act(number, 'add', { text: 'once' }, request('action'))));
    done(await engine.perform(act(number, 'close')));
    const again = done(await engine.perform(act(number, 'add', { text: 'once' }, request('action'))));
    expect([again.replayed, again.reply]).toEqual([true, first.reply]);
  });

  it('with another body is refused; after a refusal the key is still free', async () => {
    done(await engine.perform(write({}, request('reused'))));
    expect(no(await engine.perform(write({}, request('reused', 'y'))))).toBe('idempotency-key-reused');
    expect(no(await engine.perform(write({ text: 'no' }, request('second try'))))).toBe('refused-note');
    done(await engine.perform(write({ text: 'yes' }, request('second try', 'y'))));
  });
});

describe('matters opened together', () => {
  it('are opened in one commit, and the answer sees all', async () => {
    const outcome = done(await engine.openTogether(many(3, (i) => write({ text: `part ${i}` }))));
    const numbers = outcome.reply as string[];
    expect(numbers).toHaveLength(3);
    const { rows } = await db.owner.query(
      'SELECT count(DISTINCT xmin::text)::int AS commits, count(*)::int AS facts FROM journal.fact WHERE matter = ANY($1)',
      [numbers],
    );
    expect(rows[0]).toEqual({ commits: 1, facts: 3 });
  });

  it('are not opened at all where one is refused', async () => {
    const before = await count('(SELECT count(*)::int FROM matter.matter)');
    expect(no(await engine.openTogether([write(), write({ text: 'no' }), write()]))).toBe('refused-note');
    expect(await count('(SELECT count(*)::int FROM matter.matter)')).toBe(before);
    await sound();
  });
});

describe('time', () => {
  it('never runs backwards in a matter, though the clock is set back', async () => {
    let now = NINE;
    const clocked = noteEngine(db.app, { machineNow: () => now });
    const number = await opened({}, clocked);
    now += 3_600_000;
    done(await clocked.perform(act(number, 'pass', { account: 'law', holder: 'hearing' })));
    now -= 86_400_000;
    done(await clocked.perform(act(number, 'add', { text: 'earlier by the clock' })));
    expect((await facts(number)).map((f) => f.at.getTime() - NINE)).toEqual([0, 3_600_000, 3_600_000]);
    await sound();
  });

  it('alone brings what falls due, once; on a closed note nothing', async () => {
    const [due, closed] = [await opened({ due: '2026-02-09' }), await opened({ due: '2026-02-09' })];
    await opened({ due: '2026-02-10' });
    await db.owner.query(`UPDATE matter.matter SET next_change = next_change`);
    expect((await facts(due)).map((f) => f.kind)).toEqual(['written']);
    done(await engine.perform(act(closed, 'close')));
    expect((await facts(closed)).map((f) => f.kind)).toEqual(['written', 'fell-due', 'closed']);
    expect(await sweepCounty(db.app, engine, '2026-02-09' as never)).toBe(1);
    expect(await sweepCounty(db.app, engine, '2026-02-09' as never)).toBe(0);
    expect((await facts(due)).at(-1)).toMatchObject({ kind: 'fell-due', actor: 'law', capacity: 'sweep' });
    await sound();
  });
});

describe('an unknown matter or action', () => {
  it('is refused, and nothing is written', async () => {
    const number = await opened();
    expect(no(await engine.perform(act('2026-NOTE-999999', 'add', { text: 'x' })))).toBe('matter-not-found');
    expect(no(await engine.perform(act(number, 'explode')))).toBe('action-unknown');
    expect(no(await engine.perform(act(number, 'toString')))).toBe('action-unknown');
    expect(await facts(number)).toHaveLength(1);
  });
});
