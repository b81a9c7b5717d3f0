import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { codes, grant, LicensingHouse, opinion, slip } from '../../../test/support/licensing-house.ts';
import { sha256 } from '../../kernel/journal/canonical.ts';
import { erasePerson } from '../../kernel/journal/erase.ts';
import { unmask } from '../../kernel/journal/personal.ts';
import { verifyJournal } from '../../kernel/journal/verify.ts';
import { rebuild } from '../../kernel/matter/rebuild.ts';
import { sweepCounty } from '../../kernel/matter/sweep.ts';
import { application, instant } from './builders.ts';
import { licensing } from './definition.ts';
import { statementsOf } from './portal/queries.ts';
import { publicDecision, readLicence, readMatterFile } from './queries.ts';
import { actorOf } from './requests.ts';
import { accountsView } from './view.ts';
import type { ActionName } from './words.ts';

/** An item that five organs assist in; the model county has none with so many. */
const FIVE = ['NRB', 'EEB', 'FRS', 'PSB', 'HUC'];
const db = await testDatabase();
const house = await new LicensingHouse(db, { 'SAM-L04': FIVE }).open();

describe('one licence through the engine', () => {
  test('[S3-36] [S3-37] [S1-62] filed, corrected, accepted, examined by five at once, paused, paid, decided, delivered, published', async () => {
    house.at('2026-03-02T09:00');
    const number = await house.file({ item: 'UMB-L01' });
    await house.done(
      number,
      'request-correction',
      { items: [{ material: 'M6', what: 'The plan', how: 'Draw it' }], way: 'Then it goes on' },
      'clerk',
    );
    house.at('2026-03-04T09:00');
    await house.done(number, 'correct', { papers: ['M6'] }, 'clerk');
    await house.done(number, 'accept', {}, 'clerk');
    expect((await house.work(number)).map((w) => [w.step, w.roles])).toEqual([
      ['assist:HUC', 'section-head deputy chief'],
      ['assist:PSB', 'section-head deputy chief'],
      ['lead', 'examiner'],
    ]);
    const together = await Promise.all([
      house.act(number, 'approve', opinion, 'HUC-SH'),
      house.act(number, 'propose', opinion, 'UMB-EX1'),
      house.act(number, 'approve', opinion, 'PSB-DEP'),
    ]);
    expect(together.map(codes)).toEqual([[], [], []]);
    await house.done(number, 'pause', { ground: 'testing', expected: '2026-03-12', reason: 'The road is tested' }, 'UMB-EX1');
    house.at('2026-03-10T09:00');
    await house.done(number, 'resume', { note: 'It holds' }, 'UMB-EX1');
    await house.done(number, 'check', opinion, 'UMB-SH');
    await house.done(number, 'approve', opinion, 'UMB-DEP');
    await house.done(number, 'bill', { charge: 'UMB-C02', quantity: 200 }, 'UMB-EX1');
    expect(codes(await house.act(number, 'decide', grant, 'UMB-CHF'))).toEqual(['fee-unpaid']);
    house.at('2026-03-11T10:00');
    await house.done(number, 'pay', { amount: 60, method: 'mobile', receipt: 'R-77' }, 'cashier');
    await house.done(number, 'no-charge', { reason: 'Nothing is dug up' }, 'UMB-EX1');
    await house.done(number, 'decide', grant, 'UMB-CHF');
    house.at('2026-03-12T15:00');
    await house.done(number, 'deliver', slip, 'delivery-clerk');

    const told = await readMatterFile(db.app, number);
    expect(told.matter).toMatchObject({ closed: house.now, state: { status: 'closed', ending: 'granted' } });
    const accounts = accountsView(told.matter!, told.facts, house.now + 1000);
    const days = accounts.map((a) => [a.account, a.holder, a.seconds / 3600]);
    expect(days).toEqual([
      ['applicant', 'c-1', 48],
      ['law', 'testing', 6 * 24],
      ['applicant', 'c-1', 25],
      ['window', 'ASB', 29],
    ]);
    expect(accounts.reduce((sum, a) => sum + a.seconds, 0)).toBe(instant('2026-03-12T15:00') - instant('2026-03-02T09:00'));
    expect(await readLicence(db.app, `L-${number}`)).toMatchObject({ matter: number, item: 'UMB-L01', state: 'valid', from: '2026-03-11' });
    expect(await publicDecision(db.app, number, '2026-03-11' as never)).toMatchObject({
      holder: 'T***********',
      openedOn: '2026-03-02',
      acceptedOn: '2026-03-04',
      state: 'valid',
    });
    expect(await house.work(number)).toMatchObject([{ step: 'supervise', organ: 'UMB' }]);
  });

  test('[S1-54] five departments that sign in one instant never refuse each other', async () => {
    house.at('2026-03-02T09:00');
    const number = await house.file({ item: 'SAM-L04' });
    await house.done(number, 'accept', {}, 'clerk');
    const seen = await house.version(number);
    const organs = (await house.state(number)).steps.filter((s) => s.signatures === 'one').map((s) => s.organ);
    const acts = [
      ...organs.map((o) => house.act(number, 'approve', opinion, `${o}-SH`, { seen })),
      house.act(number, 'propose', opinion, 'SAM-EX1', { seen }),
    ];
    expect(organs).toEqual(FIVE);
    expect((await Promise.all(acts)).map(codes)).toEqual(acts.map(() => []));
    expect((await house.state(number)).steps.filter((s) => s.stage === 'done')).toHaveLength(organs.length);
  });

  test('of two decisions at once one wins, and of two who saw the same version the second is stale', async () => {
    house.at('2026-03-02T09:00');
    const number = await house.file();
    await house.done(number, 'accept', {}, 'clerk');
    await house.signed(number);
    const both = await Promise.all([
      house.act(number, 'decide', grant, 'SAM-CHF'),
      house.act(number, 'decide', { outcome: 'refused', reason: 'x', way: 'y' }, 'SAM-DEP'),
    ]);
    expect(both.map(codes).sort()).toEqual([[], ['not-under-examination']]);
    expect((await house.facts(number)).filter((k) => k === 'decided')).toHaveLength(1);

    const seen = await house.version(number);
    await house.done(number, 'rectify', { seq: 1, text: 'x', reason: 'y' }, 'SAM-CHF');
    expect(codes(await house.act(number, 'deliver', slip, 'clerk', { seen }))).toEqual(['stale']);
    expect(codes(await house.act(number, 'deliver', slip, 'clerk', { seen: seen + 1 }))).toEqual([]);
  });

  test('what cannot be: an unknown matter, an unknown act, an act named like a property', async () => {
    const number = await house.file();
    expect(codes(await house.act('2026-SAM-999999', 'accept', {}, 'clerk'))).toEqual(['matter-not-found']);
    for (const name of ['constructor', 'toString', '__proto__', 'nonsense'])
      expect(codes(await house.act(number, name as ActionName, {}, 'clerk'))).toEqual(['action-unknown']);
    expect(codes(await house.act(number, 'accept', 'text', 'clerk'))).toEqual(['invalid-input']);
  });
});

describe('a request repeated', () => {
  test('has one effect and the same answer; another body under the same key is refused', async () => {
    house.at('2026-03-02T09:00');
    const count = () => house.count('matter.matter');
    const reply = () => ({ said: 'received' });
    const input = application('c-9');
    const ask = (hash: string) =>
      house.engine.perform({
        kind: 'licensing',
        input,
        actor: actorOf('c-9'),
        request: { who: 'c-9', key: 'k', hash: sha256(hash) },
        reply,
      });
    const before = await count();
    const first = await ask('a');
    const second = await ask('a');
    expect(second).toMatchObject({ ok: true, replayed: true, reply: { said: 'received' }, number: first.ok && first.number });
    expect(codes(await ask('b'))).toEqual(['idempotency-key-reused']);
    expect(await count()).toBe(before + 1);
  });

  test('twice in one instant has one effect too', async () => {
    const number = await house.file();
    const again = () =>
      house.act(number, 'accept', {}, 'clerk', { request: { who: 'o-0012', key: 'twice', hash: sha256('x') }, reply: () => 1 });
    const both = await Promise.all([again(), again()]);
    expect(both.map((o) => o.ok && o.replayed)).toEqual([false, true]);
    expect(await house.facts(number)).toEqual(['received', 'accepted']);
  });
});

describe('time alone', () => {
  test('[S2-68] the sweep records silence for all that waited, once', async () => {
    house.at('2026-02-13T09:00');
    const numbers = await Promise.all([1, 2, 3].map(() => house.file({ item: 'DRC-L01' })));
    house.at('2026-02-28T09:00');
    await sweepCounty(db.app, house.engine, '2026-02-28' as never);
    for (const number of numbers) {
      expect(await house.facts(number)).toEqual(['received', 'deemed-accepted']);
      expect((await house.state(number)).clocks.legal).toMatchObject({ zero: '2026-02-13', due: '2026-03-19' });
    }
    expect(await house.count("licensing.breach WHERE kind = 'silent-acceptance' AND matter = ANY($1)", numbers)).toBe(3);
    expect(await sweepCounty(db.app, house.engine, '2026-02-28' as never)).toBe(0);
  });
});

describe('third parties (行政许可法 36)', () => {
  test('their names stand apart, under a key of their own, and can be erased alone', async () => {
    house.at('2026-03-02T09:00');
    const number = await house.file();
    await house.done(number, 'accept', {}, 'clerk');
    await house.done(number, 'tell-third-parties', { parties: [{ name: '邻居老张' }], what: 'A kitchen', hearing: true }, 'SAM-EX1');
    await house.done(number, 'tell-third-parties', { parties: [{ name: '邻居老李' }], what: 'A kitchen', hearing: true }, 'SAM-EX1');
    await house.done(number, 'record-statement', { from: 'third-party', party: 1, text: '邻居老张：Test Citizen家油烟太大' }, 'SAM-EX1');
    const { rows } = await db.app.query('SELECT key, value FROM journal.person_data WHERE person = $1 ORDER BY key DESC', [`t-${number}`]);
    expect(rows.map((r) => r.value)).toEqual(['[{"name":"邻居老李"}]', '[{"name":"邻居老张"}]', '"{{t2.0.name}}：{{name}}家油烟太大"']);
    expect([...(await statementsOf(db.app, number)).values()]).toEqual(['{{t2.0.name}}：{{name}}家油烟太大']);
    const { rows: bodies } = await db.app.query("SELECT body FROM journal.fact WHERE matter = $1 AND body LIKE '%邻居%'", [number]);
    expect(bodies).toEqual([]);
  });

  test('no name stands in a record: not in that of the very act, nor in what a server just started writes, nor after the papers were handed over', async () => {
    const number = await house.file({ item: 'SAM-L02', form: { manager: '闻人掌柜' } });
    await house.done(number, 'accept', {}, 'clerk');
    const told = { parties: [{ name: '诸葛邻居', contact: '139-8765-4321' }], what: '闻人掌柜的店使诸葛邻居（13987654321）受影响' };
    await house.done(number, 'tell-third-parties', told, 'SAM-EX1');
    const started = new LicensingHouse(db);
    await started.done(number, 'record-statement', { from: 'applicant', text: '诸 葛邻居不同意' }, 'SAM-EX1');
    await house.done(number, 'record-statement', { from: 'third-party', text: '诸葛邻居：吵' }, 'SAM-EX1');
    await started.signed(number);
    await started.done(number, 'decide', grant, 'SAM-CHF');
    const another = {
      method: 'in-person',
      relation: 'adult-family',
      recipient: '东方代收',
      idType: 'resident-id',
      idNumber: '110101198508120008',
    };
    await house.done(number, 'deliver', { ...another, proof: '东方代收签字' }, 'clerk');
    await started.done(number, 'rectify', { seq: 1, text: '东方代收、诸葛邻居', reason: '闻人掌柜' }, 'SAM-CHF');

    const kept = await db.app.query('SELECT body FROM journal.fact WHERE matter = $1', [number]);
    expect(kept.rows.map(({ body }) => body).join()).not.toMatch(/诸 ?葛|闻人|东方|8765/);
    const shown = await readMatterFile(db.app, number);
    const texts = shown.facts.map(({ body }) => JSON.stringify(unmask(body, shown.names, '-'))).join();
    for (const text of [told.what.replace('13987654321', '139-8765-4321'), '诸葛邻居不同意', '东方代收签字']) expect(texts).toContain(text);
    const client = await db.owner.connect();
    await erasePerson(client, `t-${number}`, house.now, 'asked for');
    client.release();
    const { facts, names } = await readMatterFile(db.app, number);
    expect(JSON.stringify(unmask(facts, names, '-'))).toContain('"闻人掌柜的店使-（-）受影响"');
  });
});

describe('after all of it', () => {
  test('the journal verifies, and every derived table can be made again from the facts', async () => {
    const client = await db.owner.connect();
    try {
      expect((await verifyJournal(client)).faults).toEqual([]);
      const { differing } = await rebuild(client, [licensing], false);
      expect(Object.entries(differing).filter(([, n]) => n > 0)).toEqual([]);
      expect(Object.keys(differing)).toContain('licensing.licence');
    } finally {
      client.release();
    }
  });
});
