import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { makeLogger } from '../../src/platform/log.ts';
import { application, call, PNG, WANG, whole } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';

const written: string[] = [];
const h = await openTestHouse({ logger: makeLogger('debug', { write: (line) => void written.push(line) }) });
const api = '/api/v1/matters';
type Line = Readonly<Record<string, unknown>>;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The lines that a request left, once it has left one. */
async function linesOf(request: string | null): Promise<readonly Line[]> {
  for (let tries = 0; tries < 200; tries++) {
    const lines = written.map((line) => JSON.parse(line) as Line).filter((line) => line.request === request);
    if (lines.some(({ msg }) => msg === 'answered')) return lines;
    await sleep(10);
  }
  throw new Error(`no line of ${request}`);
}
const lineOf = async (answer: { headers: Headers }) =>
  (await linesOf(answer.headers.get('x-request-id'))).find((l) => l.msg === 'answered')!;

describe('one line a request', () => {
  it('says when, which route, how it ended, how long it took, and from which seat', async () => {
    const { body } = await call(h, api, whole());
    const answer = await call(h, `${api}/${body.number}/actions/accept`, {}, { as: 'clerk' });
    expect(await lineOf(answer)).toEqual({
      level: 'info',
      time: expect.stringMatching(/Z$/),
      request: expect.stringMatching(UUID),
      method: 'POST',
      route: '/api/v1/matters/:number/actions/:name',
      status: 200,
      ms: expect.any(Number),
      seat: expect.stringMatching(/^ASB-W\d\d( |$)/),
      msg: 'answered',
    });
    const stranger = await lineOf(await call(h, '/api/v1/items'));
    expect([stranger.seat, stranger.route]).toEqual([undefined, '/api/v1/items']);
    const portal = await lineOf(await call(h, '/items?q=x'));
    expect([portal.route, portal.status]).toEqual(['/items', 200]);
    const nowhere = await lineOf(await call(h, '/nothing-here'));
    expect([nowhere.route, nowhere.status, nowhere.refused]).toEqual([undefined, 404, ['not-found']]);
  });

  it('keeps the id of a proxy where it is one, and makes one where it is not; the refusal names it', async () => {
    const given = 'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11';
    const with_ = (id: string) => call(h, `${api}/2026-X-1`, undefined, { as: 'clerk', headers: { 'x-request-id': id } });
    const kept = await with_(given);
    expect([kept.status, kept.headers.get('x-request-id'), kept.body.request]).toEqual([404, given.toLowerCase(), given.toLowerCase()]);
    expect((await with_('0af7651916cd43dd8448eb211c80319c')).body.request).toBe('0af7651916cd43dd8448eb211c80319c');
    for (const bad of ['1', WANG.idNumber, WANG.phone, 'x'.repeat(32), `${given}${given}`]) {
      const answer = await with_(bad);
      expect(answer.headers.get('x-request-id'), bad).toMatch(UUID);
      expect(answer.body.request).toBe(answer.headers.get('x-request-id'));
    }
  });

  it('a broken machine leaves where it broke', async () => {
    const { engine } = h.house;
    const perform = engine.perform.bind(engine);
    engine.perform = () =>
      Promise.reject(Object.assign(new Error(`Key (name)=(${WANG.name})`), { code: '23505', constraint: 'matter_pkey' }));
    const { body } = await call(h, api, application());
    const broken = await call(h, `${api}/${body.number}/actions/accept`, {}, { as: 'clerk' });
    engine.perform = perform;
    expect([broken.status, broken.body.code]).toEqual([503, 'unavailable']);
    const [fault, answered] = await linesOf(broken.body.request);
    expect(fault).toMatchObject({
      level: 'error',
      route: '/api/v1/matters/:number/actions/:name',
      err: { type: 'Error', code: '23505', constraint: 'matter_pkey', stack: expect.any(Array) },
      msg: 'request failed',
    });
    expect((fault!.err as { stack: string[] }).stack.join()).toMatch(/test\/contracts\/log\.test\.ts/);
    expect(answered).toMatchObject({ level: 'error', status: 503, refused: ['unavailable'] });
  });
});

describe('nothing of a person', () => {
  const AGENT = { name: '李代办', idType: 'resident-id', idNumber: '110101198501010017', phone: '13900000077' };
  const SECRET = [
    '王小满',
    WANG.idNumber,
    WANG.phone,
    '李代办',
    AGENT.phone,
    '赵钱孙',
    '张三的店',
    '机密用语',
    'SECRETPASS',
    'zhaoqian@example.cn',
  ];
  const encoded = (text: string) => [
    text,
    encodeURIComponent(text),
    JSON.stringify(text).slice(1, -1),
    Buffer.from(text).toString('base64'),
  ];

  it('gets into the log from path, query, headers or body, whether taken, refused, torn or broken', async () => {
    const filed = await call(h, api, application({ agent: AGENT, form: { shop: '张三的店' } }));
    expect(filed.status).toBe(201);
    const { number, queryCode, person } = filed.body;
    const q = encodeURIComponent;
    const asks: [string, unknown?, Parameters<typeof call>[3]?][] = [
      [`${api}/${number}`, undefined, { code: queryCode }],
      [`${api}/${number}?code=${queryCode}`],
      [`${api}/${q('王小满')}`, undefined, { as: 'clerk' }],
      [`${api}/${WANG.idNumber}/actions/${q('机密用语')}`, { reason: '赵钱孙' }, { as: 'clerk' }],
      [`${api}/${number}/actions/withdraw`, { reason: '赵钱孙不办了' }, { code: 'WRONGCODE1' }],
      [`${api}/${number}/actions/request-correction`, { items: [{ what: '赵钱孙', how: 7 }], way: '机密用语' }, { as: 'clerk' }],
      [`${api}/${number}/facts`, undefined, { as: 'clerk', headers: { 'x-request-id': WANG.phone, referer: `http://x/?q=${WANG.phone}` } }],
      [`/api/v1/search?q=${q('王小满')}`, undefined, { as: 'clerk', headers: { 'user-agent': 'zhaoqian@example.cn' } }],
      [`/api/v1/search?q=${WANG.idNumber}`, undefined, { as: 'clerk' }],
      [`/api/v1/items?q=${q('机密用语')}`],
      [`/api/v1/matters?state=${q('赵钱孙')}`, undefined, { as: 'clerk' }],
      [`/track/${number}?code=${queryCode}`],
      [`/track/${q('赵钱孙')}?code=SECRETPASS`],
      [`/${q('王小满')}/%00`],
      [`/${q('王小满')}/%zz`],
      ['/api/v1/session', { person: '王小满', password: 'SECRETPASS' }],
      ['/api/v1/session', { persona: '赵钱孙' }],
      [api, undefined, { raw: `{"applicant": "王小满" ${WANG.idNumber}` }],
      [api, application({ applicant: { ...WANG, idNumber: '110101199003070004' } })],
      [api, application({ files: [{ material: '机密用语', name: '王小满.png', content: PNG.toString('base64') }] })],
      [api, application(), { key: '王小满 13000000001'.replace(/[^\x20-\x7e]/g, '') }],
      [api, application(), { headers: { authorization: `Bearer ${WANG.idNumber}` } }],
      [`${api}/${number}`, undefined, { headers: { cookie: `banjie=${'x'.repeat(43)}; lang=${WANG.phone}` } }],
    ];
    const answers = [];
    for (const [path, body, ask] of asks) answers.push(await call(h, path, body, ask));
    expect(new Set(answers.map(({ status }) => status)).size).toBeGreaterThanOrEqual(6);
    for (const answer of answers) await lineOf(answer);

    // Not even HTTP; and a form whose sender goes away in the middle.
    const port = Number(new URL(h.url).port);
    const raw = (text: string) =>
      new Promise<void>((done) => {
        const socket = connect(port, '127.0.0.1', () => socket.write(text));
        socket.on('data', () => socket.destroy()).on('close', () => done());
        setTimeout(() => socket.destroy(), 300);
      });
    await raw('GET /api/v1/items?q=王小满 HTTP/1.1\r\nhost: x\r\n\r\n');
    await raw('王小满 / HTTP/9\r\n\r\n');
    await raw(`POST ${api} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 900\r\n\r\n{"a":"王小满"`);

    // And while the database says no, with the values in its message.
    const query = h.house.pool.query.bind(h.house.pool);
    h.house.pool.query = (() =>
      Promise.reject(
        Object.assign(new Error('invalid input: "王小满"'), { detail: WANG.idNumber, code: '22P02', where: queryCode }),
      )) as never;
    const broken = [await call(h, `/track/${number}?code=${queryCode}`), await call(h, `${api}/${number}`, undefined, { code: queryCode })];
    h.house.pool.query = query as never;
    expect(broken.map(({ status }) => status)).toEqual([503, 503]);
    for (const answer of broken) await lineOf(answer);

    const log = written.join('');
    expect(written.length).toBeGreaterThan(asks.length + 4);
    const found = [...SECRET, number, queryCode, person].flatMap(encoded).filter((text) => log.includes(text));
    expect(found).toEqual([]);
    // The search for them is none that finds nothing: codes of refusals and patterns of routes are there.
    expect(['invalid-input', 'matter-not-found', '/track/:number', '22P02'].filter((text) => !log.includes(text))).toEqual([]);
  });
});
