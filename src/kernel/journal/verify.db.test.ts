import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts';
import { act, makeNotes, noteEngine, write } from '../matter/builders.ts';
import { canonical, chainHash, digestOf, leafHash, saltOf } from './canonical.ts';
import { erasePerson, findPersons } from './erase.ts';
import { type JournalFault, verifyJournal } from './verify.ts';

const db = await testDatabase();
const NAME = '欧阳验真';
const ID = '110101199003070003';
let number: string;

beforeAll(async () => {
  await makeNotes(db.owner);
  const engine = noteEngine(db.app);
  const opened = await engine.perform(
    write({ text: `${NAME}来电`, name: NAME, person: 'c-verify' }, { request: { who: 'c-verify', key: 'k', hash: Buffer.alloc(32) } }),
  );
  number = opened.ok ? opened.number : '';
  for (const text of [`再见到${NAME}（${ID}）`, 'three', 'four']) await engine.perform(act(number, 'add', { text }));
});

/** What somebody with the keys of the database did behind the guard's back; undone after each story. */
let owner: pg.PoolClient;
beforeEach(async () => {
  owner = await db.owner.connect();
});
afterEach(async () => {
  await owner.query('ROLLBACK').catch(() => {});
  owner.release();
});

/** `verifyJournal` inside the forger's own transaction: its BEGIN and COMMIT are left out. */
async function verified(tamper: () => Promise<unknown>): Promise<JournalFault[]> {
  await owner.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  await owner.query('ALTER TABLE journal.fact DISABLE TRIGGER USER');
  await tamper();
  const inside = { query: (...q: [never]) => (/^(BEGIN|COMMIT)/.test(String(q[0])) ? Promise.resolve({ rows: [] }) : owner.query(...q)) };
  return (await verifyJournal(inside as never)).faults;
}
const codes = (faults: readonly JournalFault[]) => faults.map((f) => `${f.seq} ${f.code}`);

describe('banjie verify', () => {
  it('finds nothing where nothing was touched', async () => {
    expect(await verifyJournal(owner)).toEqual({ facts: 4, faults: [] });
  });

  it('finds a forged append, even with hashes that are right', async () => {
    const { rows } = await owner.query('SELECT * FROM journal.fact WHERE matter = $1 ORDER BY seq DESC LIMIT 1', [number]);
    const last = rows[0];
    const salt = randomBytes(16);
    const fact = {
      matter: number,
      seq: 5,
      kind: 'closed',
      at: last.at.getTime() / 1000,
      actor: 'o-9',
      capacity: 'x',
      account: 'window',
      holder: 'ASB',
      body: canonical({}),
    };
    const append = (chain: Buffer) =>
      owner.query(
        `INSERT INTO journal.fact (matter, seq, kind, at, actor, capacity, account, holder, body, salt, chain)
         VALUES ($1, $2, $3, to_timestamp($4), $5, $6, $7, $8, $9, $10, $11)`,
        [...Object.values(fact), salt, chain],
      );
    expect(codes(await verified(() => append(randomBytes(32))))).toEqual(['5 chain', '5 head']);
    await owner.query('ROLLBACK');
    expect(codes(await verified(() => append(chainHash(last.chain, number, leafHash(salt, fact)))))).toEqual(['5 head']);
  });

  it('finds a changed fact, whatever part of it', async () => {
    const changes = [
      "kind = 'passed'",
      "actor = 'o-9'",
      "capacity = 'z'",
      "account = 'law'",
      "holder = 'Z'",
      "salt = '\\x00000000000000000000000000000000'",
    ];
    for (const change of changes) {
      expect(codes(await verified(() => owner.query(`UPDATE journal.fact SET ${change} WHERE seq = 3`))), change).toEqual(['3 chain']);
      await owner.query('ROLLBACK');
    }
    expect(codes(await verified(() => owner.query(`UPDATE journal.fact SET body = '{"text": "x"}' WHERE seq = 3`)))).toEqual([
      '3 chain',
      '3 encoding',
    ]);
  });

  it('finds a gap, and a last fact taken away', async () => {
    expect(codes(await verified(() => owner.query('DELETE FROM journal.fact WHERE seq = 2')))).toEqual(['3 gap', '3 chain']);
    await owner.query('ROLLBACK');
    expect(codes(await verified(() => owner.query('DELETE FROM journal.fact WHERE seq = 4')))).toEqual(['3 head']);
    await owner.query('ROLLBACK');
    expect(codes(await verified(() => owner.query('DELETE FROM journal.fact')))).toEqual(['0 head', '1 number-missing']);
    await owner.query('ROLLBACK');
    // In the series that earlier releases shared, and in a series of its own: the same number of another kind fills no gap.
    for (const given of [`serial = 2, serials = '{}'`, `serials = '{"written": 1, "received": 1}'`])
      expect(codes(await verified(() => owner.query(`UPDATE matter.county SET ${given}`))).slice(-1), given).toEqual(['1 number-missing']);
  });

  it('finds time running backwards', async () => {
    expect(codes(await verified(() => owner.query("UPDATE journal.fact SET at = at - interval '1 hour' WHERE seq = 3")))).toEqual([
      '3 time',
      '3 chain',
    ]);
  });

  it('finds personal data that were changed or taken away', async () => {
    expect(codes(await verified(() => owner.query("UPDATE journal.person_data SET value = replace(value, '欧阳', '司徒')")))).toEqual([
      '1 personal-changed',
    ]);
    await owner.query('ROLLBACK');
    expect(codes(await verified(() => owner.query("UPDATE journal.person_data SET salt = '\\x00000000000000000000000000000000'")))).toEqual(
      ['1 personal-changed'],
    );
    await owner.query('ROLLBACK');
    expect(codes(await verified(() => owner.query('DELETE FROM journal.person_data')))).toEqual(['1 personal-missing']);
  });

  it('finds a fact whose body is no canonical JSON, though its hashes are right', async () => {
    const { rows } = await owner.query('SELECT * FROM journal.fact WHERE matter = $1 ORDER BY seq', [number]);
    const last = rows[3];
    const fact = { ...last, at: last.at.getTime() / 1000, body: '{ "text": "four" }' };
    const chain = chainHash(rows[2].chain, number, leafHash(saltOf(rows[0].salt, 4), fact));
    const faults = await verified(async () => {
      await owner.query('UPDATE journal.fact SET body = $1, chain = $2 WHERE seq = 4', [fact.body, chain]);
      await owner.query('UPDATE matter.matter SET head = $1', [chain]);
    });
    expect(codes(faults)).toEqual(['4 encoding']);
  });

  it('the digest in the fact is the digest of what is kept', async () => {
    const { rows } = await owner.query("SELECT value, salt FROM journal.person_data WHERE person = 'c-verify'");
    const { rows: facts } = await owner.query('SELECT body FROM journal.fact WHERE seq = 1');
    expect(JSON.parse(facts[0].body).personal).toEqual({ 'c-verify': { 'identity:': digestOf(rows[0].salt, rows[0].value) } });
  });
});

describe('erasing a person', () => {
  it('leaves the name and the number in no table, not in the planner’s samples, and the journal still verifies', async () => {
    const other = await testDatabase();
    await makeNotes(other.owner);
    const engine = noteEngine(other.app);
    const one = await engine.perform(
      write({ text: `${NAME}，${ID}`, name: NAME, person: 'c-gone' }, { request: { who: 'c-gone', key: 'k', hash: Buffer.alloc(32) } }),
    );
    await engine.perform(write({ text: 'somebody else', name: '李四方', person: 'c-stays' }));
    await engine.perform(act(one.ok ? one.number : '', 'add', { text: `见${NAME}本人` }));
    await other.owner.query('ANALYZE');
    expect((await everywhere(other, NAME)).sort()).toEqual(['journal.person_data.value']);

    const client = await other.owner.connect();
    expect(await findPersons(client, ID)).toEqual(expect.arrayContaining(['c-gone']));
    expect(await findPersons(client, 'c-gone')).toEqual(['c-gone']);
    expect(await erasePerson(client, 'c-gone', 1770598800, 'asked')).toBe(1);
    expect(await everywhere(other, NAME)).toEqual([]);
    expect(await everywhere(other, '李四方')).toEqual(['journal.person_data.value']);
    expect((await verifyJournal(client)).faults).toEqual([]);
    expect(await erasePerson(client, 'c-gone', 1770598900, 'again')).toBe(0);
    client.release();
  });
});

/** Every column of every table that can hold text, the planner's own included. */
async function everywhere({ owner }: TestDatabase, name: string): Promise<string[]> {
  const { rows } = await owner.query<{ place: string; sql: string }>(
    `SELECT n.nspname || '.' || c.relname || '.' || a.attname AS place,
            format('SELECT count(*)::int AS n FROM %I.%I WHERE position($1::text IN %s) > 0 OR position($2::text IN %s) > 0', n.nspname, c.relname,
                   col, col) AS sql
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid,
            LATERAL (SELECT CASE WHEN a.atttypid = 'bytea'::regtype THEN format('encode(%I, ''hex'')', a.attname) ELSE format('%I::text', a.attname) END AS col) x
      WHERE c.relkind IN ('r', 'p', 'm') AND a.attnum > 0 AND NOT a.attisdropped
        AND (n.nspname NOT IN ('pg_catalog', 'information_schema') OR c.relname = 'pg_statistic') AND n.nspname NOT LIKE 'pg_toast%'`,
  );
  const found: string[] = [];
  for (const { place, sql } of rows) {
    const { rows: hits } = await owner.query(sql, [name, Buffer.from(name).toString('hex')]);
    if (hits[0].n > 0) found.push(place);
  }
  return found;
}
