import readExcel from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { openTestHouse } from '../../../../test/support/house.ts';
import { setClock } from '../../../county-clock.ts';
import { application } from '../builders.ts';

const h = await openTestHouse();
await setClock(h.house, Date.parse('2026-03-02T09:30+08:00'));

const ask = async (path: string, persona?: string, body?: unknown) => {
  const answer = await fetch(`${h.url}/api/v1${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...(persona && h.as(persona)), ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const type = answer.headers.get('content-type') ?? '';
  return { status: answer.status, said: (type.includes('json') ? await answer.json() : await answer.text()) as never };
};
type Problem = { code: string; who?: string[]; errors?: { path: string; code: string }[] };
const code = async (asked: Promise<{ said: never }>) => ((await asked).said as Problem).code;

const WANG = { kind: 'person', name: '测试公民王小满', idType: 'resident-id', idNumber: '110101199003070003', phone: '13000000001' };
const file = async (more: object = {}, persona = 'clerk') => {
  const { person: _p, code: _c, files: _f, ...body } = application() as Record<string, unknown>;
  const sent = {
    ...body,
    item: 'SAM-L02',
    channel: 'window',
    applicant: WANG,
    papers: ['M1', 'M3'],
    form: { address: '人民路1号', details: '开店' },
    ...more,
  };
  const { said, status } = await ask('/matters', persona, sent);
  expect(status, JSON.stringify(said)).toBe(201);
  return (said as { number: string }).number;
};
interface Row {
  matter: string;
  state: string;
  papers: { code: string; original: boolean }[];
  signerName: { zh: string } | null;
}
const rowsOf = async (persona: string, query = '') => ((await ask(`/window/hand-over${query}`, persona)).said as { rows: Row[] }).rows;

describe('the same person’s earlier data', () => {
  const who = { idType: 'resident-id', idNumber: '110101199003070003' };

  it('fills the form anew for a clerk of the centre, and every look is on record, without a name', async () => {
    const nobody = await ask('/window/person', 'clerk', { ...who, idNumber: '110101198508120008' });
    expect(nobody.said).toEqual({ found: 0, matters: [] });
    const number = await file();
    const { said } = await ask('/window/person', 'clerk-2', { ...who, idNumber: ' 110101199003070003 ' });
    expect(said).toMatchObject({ found: 1, applicant: { name: WANG.name, phone: WANG.phone }, form: { address: '人民路1号' } });
    expect((said as { form: object }).form).not.toHaveProperty('details');
    expect((said as { matters: { number: string }[] }).matters.map((m) => m.number)).toEqual([number]);
    const { said: log } = await ask('/window/look-ups', 'auditor');
    const looks = (log as { lookUps: { seat: string; found: number; about: string }[] }).lookUps;
    expect(looks.map(({ seat, found }) => [seat, found]).sort()).toEqual([
      ['ASB-W01', 0],
      ['ASB-W02', 1],
    ]);
    expect(new Set(looks.map(({ about }) => about)).size).toBe(2);
    expect(JSON.stringify(log)).not.toContain('110101');
  });

  it('is nobody else’s to ask for, and a wrong number is told so and not looked for', async () => {
    expect(await code(ask('/window/person', undefined, who))).toBe('sign-in-needed');
    for (const persona of ['chief-representative', 'examiner-lead', 'chief', 'cashier', 'auditor'])
      expect(await code(ask('/window/person', persona, who)), persona).toBe('no-authority');
    expect(await code(ask('/window/person', 'citizen', who))).toBe('no-authority');
    for (const persona of ['clerk', 'examiner-lead']) expect(await code(ask('/window/look-ups', persona)), persona).toBe('no-authority');
    const wrong = (await ask('/window/person', 'clerk', { ...who, idNumber: '110101199003070004' })).said as Problem;
    expect(wrong.errors).toMatchObject([{ path: 'idNumber', code: 'check-digit' }]);
    for (const body of [{}, [], 'x', { idType: 'tea', idNumber: '1' }, { idType: 'resident-id', idNumber: 5 }])
      expect((await ask('/window/person', 'clerk', body)).status).toBe(422);
    expect((await ask('/window/look-ups?day=soon', 'auditor')).status).toBe(422);
    const { said: log } = await ask('/window/look-ups', 'efficiency-inspector');
    expect((log as { lookUps: unknown[] }).lookUps).toHaveLength(2);
  });

  it('its record is taken away as CSV and XLSX, by the same people and with the same day', async () => {
    const fetched = async (path: string) => {
      const answer = await fetch(`${h.url}/api/v1/window/look-ups${path}`, { headers: h.as('auditor') });
      return Buffer.from(await answer.arrayBuffer());
    };
    const [heads, ...rows] = (await readExcel(await fetched('.xlsx?lang=en')))[0]!.data;
    expect(heads).toHaveLength(6);
    expect(rows.map(([at, , , seat, , found]) => [(at as unknown as Date).toISOString().slice(0, 13), seat, found]).sort()).toEqual([
      ['2026-03-02T09', 'General window 1', 0],
      ['2026-03-02T09', 'General window 2', 1],
    ]);
    expect((await fetched('.csv?lang=zh')).toString().split('\r\n')).toHaveLength(4);
    expect((await readExcel(await fetched('.xlsx?day=2026-03-01')))[0]!.data).toHaveLength(1);
    expect(await code(ask('/window/look-ups.csv', 'clerk'))).toBe('no-authority');
    expect((await ask('/window/look-ups.xlsx?day=soon', 'auditor')).status).toBe(422);
  });

  it('the record can neither be changed nor taken away', async () => {
    await expect(h.db.owner.query('DELETE FROM access.look_up')).rejects.toThrow(/refused/);
    await expect(h.db.owner.query('UPDATE access.look_up SET found = 0')).rejects.toThrow(/refused/);
  });
});

describe('the hand-over of papers', () => {
  it('goes from the window to the organ after acceptance, without what was given back, and is signed for', async () => {
    const number = await file({ applicant: { ...WANG, idNumber: '110101198508120008', name: '测试公民赵青禾' } });
    const row = async (persona: string) => (await rowsOf(persona)).find((one) => one.matter === number);
    expect(await row('clerk')).toMatchObject({ state: 'at-window', papers: [{ code: 'M1' }, { code: 'M3' }] });
    await h.act(number, 'clerk', 'check-papers', { seen: ['M1', 'M3'], returned: ['M1'] });
    await h.act(number, 'clerk', 'accept');
    expect(await row('examiner-lead')).toMatchObject({ state: 'to-hand-over', papers: [{ code: 'M3', original: true }] });
    expect(await row('umb-examiner')).toBeUndefined();
    expect(await rowsOf('umb-examiner', '?organ=SAM')).toEqual([]);
    const sign = (persona: string) => ask('/window/hand-over/sign', persona, { items: [{ matter: number }], note: '一份' });
    expect((await sign('clerk')).said).toMatchObject({ results: [{ ok: false, refusals: [{ code: 'no-authority' }] }] });
    expect((await sign('examiner-lead')).said).toMatchObject({ results: [{ matter: number, ok: true }] });
    expect((await sign('examiner-lead')).said).toMatchObject({ results: [{ ok: false, refusals: [{ code: 'nothing-to-sign-for' }] }] });
    const signed = await row('clerk');
    expect(signed?.state).toBe('signed-for');
    expect(signed?.signerName?.zh).toBeTruthy();
  });

  it('what is refused at the window goes back to the applicant; another day and another clerk have lists of their own', async () => {
    const number = await file({}, 'clerk-2');
    await h.act(number, 'clerk-2', 'reject-no-permit-needed', { reason: '不需要许可', way: '可以直接经营' });
    const [row] = await rowsOf('clerk', `?clerk=${(await h.house.moment()).directory.holdersOf('ASB-W02', '2026-03-02' as never)[0]}`);
    expect(row).toMatchObject({ matter: number, state: 'given-back' });
    expect(await rowsOf('clerk', '?day=2026-03-03')).toEqual([]);
    expect((await ask('/window/hand-over?day=x', 'clerk')).status).toBe(422);
    expect((await ask('/window/hand-over/sign', 'examiner-lead', { items: [] })).status).toBe(422);
    expect(await code(ask('/window/hand-over'))).toBe('sign-in-needed');
    expect(await code(ask('/window/hand-over', 'citizen'))).toBe('no-authority');
  });

  it('is taken away as a list', async () => {
    const csv = (await ask('/window/hand-over.csv?lang=en', 'clerk')).said as string;
    expect(csv.split('\r\n')[0]).toContain('Receiving organ');
    expect(csv.trim().split('\r\n')).toHaveLength((await rowsOf('clerk')).length + 1);
    expect((await ask('/window/hand-over.xlsx', 'clerk')).status).toBe(200);
  });

  it('the list of an older county is made from its facts', async () => {
    // Since then what is shown at the window may be taken in there too.
    const { rows: before } = await h.db.owner.query(
      `SELECT i.* FROM licensing.paper_intake i JOIN journal.fact f USING (matter, seq) WHERE f.kind <> 'originals-checked' ORDER BY matter, seq`,
    );
    expect(before.length).toBeGreaterThan(2);
    const { readFileSync } = await import('node:fs');
    const sql = readFileSync('db/migrations/0030_licensing_papers.sql', 'utf8');
    await h.db.owner.query('DELETE FROM licensing.paper_intake');
    await h.db.owner.query(sql.slice(sql.indexOf('INSERT INTO')));
    expect((await h.db.owner.query('SELECT * FROM licensing.paper_intake ORDER BY matter, seq')).rows).toEqual(before);
  });
});
