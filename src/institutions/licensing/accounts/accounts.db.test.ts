import fc from 'fast-check';
import type { PoolClient } from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { history, walk } from '../../../../test/support/licensing-histories.ts';
import { LicensingHouse } from '../../../../test/support/licensing-house.ts';
import { world } from '../../../../test/support/licensing-states.ts';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import { rebuild } from '../../../kernel/matter/rebuild.ts';
import { licensing } from '../definition.ts';
import { compareTallies } from '../queries/account-tallies.ts';
import { signRows, signSums } from '../queries/accounts.ts';
import { readMatterFile } from '../queries.ts';
import { accountsView } from '../view.ts';
import { AccountBook, tallyClosed } from './book.ts';
import { dayTable } from './report.ts';
import { type AccountsAsk, BYS, rowsOf, sumsOf } from './sums.ts';

const db = await testDatabase();
const house = await new LicensingHouse(db).open();
const [FROM, TO] = ['2020-01-01' as LocalDate, '2039-12-31' as LocalDate];
/** Later than any history. */
const NOW = Date.parse('2039-12-31T00:00:00Z') / 1000;
const days = dayTable(world.calendar);
const ask = (more: Partial<AccountsAsk> = {}): AccountsAsk => ({
  closed: { from: FROM, to: TO },
  given: [],
  now: NOW,
  days,
  working: false,
  ...more,
});
const book = new AccountBook(db.app);
const given = async (from = FROM, to = TO) => {
  const found = await book.justClosed(from, to);
  if ('code' in found) throw new Error(found.code);
  return found;
};

async function owner<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await db.owner.connect();
  return work(client).finally(() => client.release());
}

beforeAll(async () => {
  const stories = fc.sample(history, { seed: 20260301, numRuns: 130 }).map((h) => walk(h));
  for (const [i, story] of stories.entries())
    await db.owner.query(
      `INSERT INTO journal.fact (matter, seq, kind, at, actor, capacity, account, holder, body, salt, chain)
       SELECT $1, x.seq, x.kind, to_timestamp(x.at), x.actor, x.capacity, x.account, x.holder, x.body, decode(repeat('00', 16), 'hex'), decode(repeat('00', 32), 'hex')
         FROM json_to_recordset($2) AS x(seq int, kind text, at float8, actor text, capacity text, account text, holder text, body text)`,
      [
        `2026-RND-${String(i).padStart(6, '0')}`,
        JSON.stringify(story.facts.map(({ salt: _salt, chain: _chain, body, ...f }) => ({ ...f, body: body.replace(/,"year":\d+/, '') }))),
      ],
    );
  await owner((client) => rebuild(client, [licensing], true));
}, 240_000);

const numbers = async (where: string): Promise<string[]> =>
  (await db.app.query<{ number: string }>(`SELECT number FROM matter.matter WHERE ${where} ORDER BY number`)).rows.map((r) => r.number);

/** Seconds by account, and of desks by organ, as each matter's own page tells them. */
async function told(of: readonly string[]): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const number of of) {
    const { matter, facts } = await readMatterFile(db.app, number);
    for (const { account, holder, seconds } of accountsView(matter!, facts, NOW)) {
      const key = account === 'window' || account === 'organ' ? `desk ${holder}` : account === 'law' ? `law:${holder}` : account;
      if (seconds > 0) sums[key] = (sums[key] ?? 0) + seconds;
    }
  }
  return sums;
}

const DESKS = ['queue', 'work', 'delivery'];
async function reported(of: AccountsAsk): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { key, parts } of sumsOf(await book.matters(of), of, 'organ'))
    for (const [part, { seconds }] of Object.entries(parts)) {
      const name = DESKS.includes(part) ? `desk ${key}` : part;
      if (part !== 'law' && seconds > 0) sums[name] = (sums[name] ?? 0) + seconds;
    }
  return sums;
}

describe('time accounts over many matters', () => {
  test('[S1-38] add up to the matters’ own accounts, whether a sweep has met them or not', async () => {
    const closed = await numbers('closed IS NOT NULL');
    expect(closed.length).toBeGreaterThan(15);
    const own = await told(closed);
    expect(Object.keys(own).length).toBeGreaterThan(5);
    const before = ask({ given: await given() });
    expect(before.given).toHaveLength(closed.length);
    expect(await reported(before)).toEqual(own);
    const counted = sumsOf(await book.matters(before), before, 'level').sort(byKey);

    expect(await tallyClosed(db.app, { most: 500 })).toBe(closed.length);
    // Met by a sweep between the two questions: counted once all the same.
    expect(await reported(before)).toEqual(own);
    expect(await tallyClosed(db.app)).toBe(0);
    expect(await given()).toEqual([]);
    expect(await reported(ask())).toEqual(own);
    expect(sumsOf(await book.matters(ask()), ask(), 'level').sort(byKey)).toEqual(counted);
  });

  test('of open matters are told until now, and again only as far as they have moved', async () => {
    const open = await numbers('closed IS NULL');
    expect(open.length).toBeGreaterThan(25);
    const first = await book.open();
    expect(await reported(ask({ closed: undefined, given: first }))).toEqual(await told(open));
    const again = await book.open();
    expect(again.every((tally) => first.includes(tally))).toBe(true);
  });

  test.each(BYS)('[S1-20] each number by %s has its matters behind it, and they add up to it', async (by) => {
    const matters = await book.matters(ask());
    const groups = sumsOf(matters, ask(), by);
    const [all] = sumsOf(matters, ask());
    expect(groups.reduce((sum, { whole }) => sum + whole.seconds, 0)).toBe(all!.whole.seconds);
    expect(groups.length).toBeGreaterThan(2);
    for (const { key, whole, parts, limits } of groups.slice(0, 20)) {
      for (const [part, sum] of Object.entries({ ...parts, '': whole })) {
        const of = ask({ [by]: key, ...(part && { part }) });
        const rows = rowsOf(matters, of, {});
        expect([rows.length, rows.reduce((n, { here }) => n + here, 0)]).toEqual([sum.matters, sum.seconds]);
        expect(sum.median).toBeLessThanOrEqual(sum.p90);
      }
      expect(rowsOf(matters, ask({ [by]: key }), { kept: true })).toHaveLength(limits.kept);
      expect(rowsOf(matters, ask({ [by]: key }), { lawful: false })).toHaveLength(limits.limited - limits.lawful);
    }
  });

  test('half of them and nine in ten are what the database says they are', async () => {
    const matters = await book.matters(ask());
    const [all] = sumsOf(matters, ask());
    const { rows } = await db.app.query(
      'SELECT percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY extract(epoch FROM closed - opened)) AS p, count(*)::int AS n FROM matter.matter WHERE closed > opened',
    );
    expect([all!.whole.median, all!.whole.p90, all!.whole.matters]).toEqual([...rows[0].p, rows[0].n]);
  });

  test('[S3-32] what was bounced, and clocks stopped just before due, each with its rows', async () => {
    const all = ask({ given: await book.open(), closed: { from: FROM, to: TO } });
    for (const kind of ['bounce', 'pause'] as const) {
      const near = kind === 'pause' ? 1000 : 3;
      const sums = await signSums(db.app, all, kind, near);
      const { rows, total, matters } = await signRows(db.app, all, kind, near, { limit: 1000 });
      expect(total).toBeGreaterThan(3);
      expect([rows.length, sums.reduce((n, { times }) => n + times, 0)]).toEqual([total, total]);
      expect(new Set(rows.map(({ matter }) => matter)).size).toBe(matters);
      for (const { left, at, due } of rows) if (kind === 'pause') expect(left).toBe(world.calendar.workingDaysBetween(dayOf(at), due!));
      const [first] = rows;
      const next = await signRows(db.app, all, kind, near, { after: [String(first!.at), first!.matter, String(first!.seq)], limit: 1000 });
      expect(next.rows).toEqual(rows.slice(1));
    }
    const { rows } = await signRows(db.app, all, 'pause', 3, { limit: 1000 });
    expect(rows.every(({ left }) => left !== null && left >= 0 && left <= 3)).toBe(true);
  });

  test('time is seen of those organs only that were asked for', async () => {
    const own = ask({ within: ['SAM', 'ASB'] });
    expect(
      sumsOf(await book.matters(own), own, 'organ')
        .map(({ key }) => key)
        .sort(),
    ).toEqual(['ASB', 'SAM']);
    const signs = await signSums(db.app, ask({ within: ['SAM'] }), 'bounce', 3);
    expect(signs.every(({ organ }) => organ === 'SAM')).toBe(true);
  });
});

describe('what was added up', () => {
  const compared = (replace = false) => owner((client) => compareTallies(client, replace));
  const fine = { 'licensing.account_tally': 0, 'licensing.account_sign': 0 };

  test('is what the facts say; what is not added up yet is no difference', async () => {
    expect(await compared()).toEqual(fine);
    await db.owner.query(
      `DELETE FROM licensing.account_tally WHERE matter = (SELECT matter FROM licensing.account_tally WHERE matter NOT IN (SELECT matter FROM licensing.account_sign) ORDER BY closed_on LIMIT 1)`,
    );
    expect(await compared()).toEqual(fine);
    expect(await given()).toHaveLength(1);
    // Closed long before the last one added up: reports count it meanwhile, a server's first turn finds it.
    expect(await tallyClosed(db.app)).toBe(0);
    expect(await tallyClosed(db.app, { all: true })).toBe(1);
  });

  test.each([
    [
      'UPDATE licensing.account_tally SET at[2] = at[2] + 1 WHERE matter = (SELECT max(matter) FROM licensing.account_tally WHERE cardinality(at) > 2)',
      'licensing.account_tally',
      2,
    ],
    [
      `INSERT INTO licensing.account_tally (opened, matter, item, lead, closed_on, at, held) SELECT opened, 'FORGED', item, lead, closed_on, at, held FROM licensing.account_tally LIMIT 1`,
      'licensing.account_tally',
      1,
    ],
    [
      'DELETE FROM licensing.account_sign WHERE (matter, seq) = (SELECT max(matter), max(seq) FROM licensing.account_sign s WHERE matter = (SELECT max(matter) FROM licensing.account_sign))',
      'licensing.account_sign',
      1,
    ],
  ])('corrupted is found and made right again: %s', async (sql, table, n) => {
    await db.owner.query(sql);
    expect(await compared()).toEqual({ ...fine, [table]: n });
    expect(await compared(true)).toEqual({ ...fine, [table]: n });
    expect(await compared()).toEqual(fine);
  });

  test('a month is read by its days, however many matters there are', async () => {
    await db.owner.query(
      `INSERT INTO licensing.account_tally (opened, matter, item, lead, closed_on, at, held) SELECT opened, matter || '-' || n, item, lead, date '2030-01-01' + n % 720, at, held
         FROM licensing.account_tally, generate_series(1, 300) n`,
    );
    await db.owner.query('ANALYZE licensing.account_tally');
    const { rows } = await db.app.query(
      `EXPLAIN SELECT closed_on, count(*), max(place) FROM licensing.account_tally WHERE closed_on BETWEEN '2030-02-01' AND '2030-02-28' GROUP BY 1`,
    );
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('account_tally_day');
    await db.owner.query(`DELETE FROM licensing.account_tally WHERE matter LIKE '%-%-%-%'`);
  });

  test('too many that are not added up yet are not folded while somebody waits', async () => {
    await db.owner.query(
      `INSERT INTO matter.matter (number, kind, version, status, subject, organ, person, light, opened, closed, account, holder, spent, head)
       SELECT 'Z-' || n, 'licensing', 1, 'granted', 'SAM-L02', 'SAM', 'c-1', 'closed', '2031-01-01', '2031-01-02', 'window', 'ASB', '{86400,0,0,0,0,0,0}', '\\x00'
         FROM generate_series(1, 2001) n`,
    );
    expect(await book.justClosed('2031-01-01' as LocalDate, '2031-01-31' as LocalDate)).toMatchObject({
      code: 'accounts-not-ready',
      // How far it is, and when it will be done.
      params: { all: 2001, n: 2001, turn: 5000, minutes: 1, seconds: 60 },
    });
    expect(await given('2032-01-01' as LocalDate)).toEqual([]);
    await db.owner.query(`DELETE FROM matter.matter WHERE number LIKE 'Z-%'`);
  });

  test('the house of a county adds up what has closed', async () => {
    const number = await house.granted();
    await house.done(number, 'deliver', { method: 'in-person', recipient: 'Test Citizen', proof: 'Signed the slip' }, 'delivery-clerk');
    expect(await tallyClosed(db.app, { all: true })).toBe(1);
    expect(await house.count('licensing.account_tally WHERE matter = $1', number)).toBe(1);
  });
});

const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);
const dayOf = (at: number): LocalDate => new Date((at + 28_800) * 1000).toISOString().slice(0, 10) as LocalDate;
