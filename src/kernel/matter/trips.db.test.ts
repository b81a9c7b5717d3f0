import type pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { erasePerson } from '../journal/erase.ts';
import { act, makeNotes, NINE, noteEngine, write } from './builders.ts';
import type { Done, Outcome } from './engine.ts';

const db = await testDatabase();
beforeAll(() => makeNotes(db.owner));

/** What an engine sends to the database, one entry a round trip. */
const sent: string[] = [];
const engine = noteEngine(
  new Proxy(db.app, {
    get: (pool, key) => {
      const value = Reflect.get(pool, key);
      if (key !== 'query') return typeof value === 'function' ? value.bind(pool) : value;
      return (statement: pg.QueryConfig) => {
        sent.push(statement.name ?? 'write');
        return pool.query(statement);
      };
    },
  }),
);
const other = noteEngine(db.app);

const done = (o: Outcome): Done => {
  if (!o.ok) throw new Error(`refused: ${o.refusals.map((r) => r.code)}`);
  return o;
};
const no = (o: Outcome): string => (o.ok ? 'done' : (o.refusals[0]?.code ?? ''));
async function trips(what: () => Promise<Outcome>): Promise<{ outcome: Outcome; trips: string[]; commits: number }> {
  const before = await commits();
  sent.length = 0;
  const outcome = await what();
  return { outcome, trips: [...sent], commits: (await commits()) - before };
}
const commits = async () => (await db.owner.query('SELECT count(DISTINCT xmin::text)::int AS n FROM journal.fact')).rows[0].n;
const serials = async () =>
  (await db.owner.query(`SELECT right(number, 6)::int AS n FROM matter.matter ORDER BY 1`)).rows.map((r) => r.n as number);
const kinds = async (number: string) =>
  (await db.owner.query('SELECT kind FROM journal.fact WHERE matter = $1 ORDER BY seq', [number])).rows.map((r) => r.kind);

describe('an act', () => {
  it('costs two round trips and one commit where the engine knows nothing, one where it wrote the matter last', async () => {
    const first = await trips(() => engine.perform(write()));
    expect([first.trips, first.commits]).toEqual([['read', 'write'], 1]);
    const { number } = done(first.outcome);
    const second = await trips(() => engine.perform(act(number, 'add', { text: 'more' })));
    expect([no(second.outcome), second.trips, second.commits]).toEqual(['done', ['write'], 1]);
    const opening = await trips(() => engine.perform(write()));
    expect([opening.trips, opening.commits]).toEqual([['write'], 1]);
    const unknown = await trips(() => noteEngine(db.app).perform(act(number, 'add', { text: 'by a server just started' })));
    expect([no(unknown.outcome), unknown.commits]).toEqual(['done', 1]);
  });

  it('with a key asks whether it was answered before', async () => {
    const { number } = done(await engine.perform(write()));
    const keyed = { request: { who: 'c-1', key: 'k', hash: Buffer.alloc(32) } };
    const once = await trips(() => engine.perform(act(number, 'add', { text: 'once' }, keyed)));
    expect([once.trips, once.commits]).toEqual([['read_keyed', 'write'], 1]);
    const again = await trips(() => engine.perform(act(number, 'add', { text: 'once' }, keyed)));
    expect([again.trips, again.commits]).toEqual([['read_keyed'], 0]);
  });

  it('is refused only on what the database says now', async () => {
    const { number } = done(await engine.perform(write()));
    done(await other.perform(act(number, 'close')));
    const late = await trips(() => engine.perform(act(number, 'add', { text: 'late' })));
    expect([no(late.outcome), late.trips]).toEqual(['closed-matter', ['write', 'read']]);
    expect(await kinds(number)).toEqual(['written', 'closed']);
    const twice = await trips(() => engine.perform(act(number, 'close')));
    expect([no(twice.outcome), twice.commits]).toEqual(['closed-matter', 0]);
  });

  it('another server overtook is decided again on what that one left', async () => {
    const { number } = done(await engine.perform(write()));
    done(await other.perform(act(number, 'add', { text: 'theirs' })));
    const mine = await trips(() => engine.perform(act(number, 'add', { text: 'mine' })));
    expect([(done(mine.outcome).reply as { version: number }).version, mine.trips]).toEqual([3, ['write', 'read', 'write']]);
  });
});

describe('the county may change under an engine', () => {
  it('its clock: nothing is written with the old time', async () => {
    const { number } = done(await engine.perform(write()));
    await db.owner.query('UPDATE matter.county SET clock_offset = 86400000');
    done(await engine.perform(act(number, 'add', { text: 'a day later' })));
    const { rows } = await db.owner.query('SELECT at FROM journal.fact WHERE matter = $1 ORDER BY seq', [number]);
    expect(rows.map((r) => r.at.getTime() - NINE)).toEqual([0, 86_400_000]);
  });

  it('a person is erased: the name is forgotten here too', async () => {
    const { number } = done(await engine.perform(write({ person: 'c-gone' })));
    const client = await db.owner.connect();
    await erasePerson(client, 'c-gone', NINE / 1000, 'asked for');
    client.release();
    const after = await trips(() => engine.perform(act(number, 'add', { text: 'asked again' })));
    expect(after.trips).toEqual(['write', 'read', 'write']);
  });
});

describe('numbers', () => {
  it('have no gaps: neither a refused opening takes one, nor a torn one, nor two servers at once', async () => {
    const before = (await serials()).length;
    const outcomes = await Promise.all(
      Array.from({ length: 120 }, (_, i) =>
        i % 10 === 0
          ? engine.openTogether([write(), write({ text: 'no' })])
          : (i % 2 ? engine : other).perform(write({ text: i % 7 === 0 ? 'no' : 'yes' })),
      ),
    );
    const opened = outcomes.filter((o) => o.ok).length;
    expect(opened).toBe(Array.from({ length: 120 }, (_, i) => i).filter((i) => i % 10 && i % 7).length);
    const now = await serials();
    expect((await db.owner.query('SELECT serial::int, serials FROM matter.county')).rows).toEqual([
      { serial: 0, serials: { written: now.length } },
    ]);
    expect(now).toEqual(Array.from({ length: before + opened }, (_, i) => i + 1));
  });
});
