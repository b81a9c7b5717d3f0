import { validate } from '@readme/openapi-parser';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { apiBook } from '../../src/api-book.ts';
import { application, call, PNG } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';
import { routesOf } from '../support/routes.ts';

// biome-ignore lint/suspicious/noExplicitAny: a document of JSON
type Any = any;
const opened: { house?: Awaited<ReturnType<typeof openTestHouse>> } = {};
const { routes } = await routesOf(async () => {
  opened.house = await openTestHouse();
  return opened.house.app;
});
const h = opened.house!;
const documentIn = async (lang: string): Promise<Any> =>
  (await call(h, '/api/v1/openapi.json', undefined, { headers: { 'accept-language': lang } })).body;
const doc = await documentIn('en');
const operations: Any[] = Object.entries(doc.paths).flatMap(([path, of]: [string, Any]) =>
  Object.entries(of).map(([method, operation]) => ({ ...(operation as object), path, method: method.toUpperCase() })),
);
const operation = (id: string): Any => operations.find((one) => one.operationId === id);

const ajv = new Ajv2020({ strict: false, allErrors: true });
for (const [name, test] of Object.entries({
  'date-time': /^\d{4}-\d\d-\d\dT[\d:.]+(Z|\+08:00)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  base64: /^[\w+/]*=*$/,
}))
  ajv.addFormat(name, test);
ajv.addSchema(doc, 'doc');

/** What the document says of an answer: its status, its code, the shape of its body. */
function faultsOf(id: string, { status, headers, body }: Awaited<ReturnType<typeof call>>): unknown[] {
  const told = operation(id)?.responses[status];
  if (!told) return [`${id}: ${status} is not documented`];
  const response = told.$ref ? doc.components.responses[told.$ref.split('/').at(-1)] : told;
  if (status >= 400 && !response['x-codes'].includes(body.code)) return [`${id}: ${body.code} is not documented`];
  const [[type, { schema }] = ['', { schema: undefined }]] = Object.entries<Any>(response.content ?? {});
  if (type && !(headers.get('content-type') ?? '').startsWith(type.split(';')[0]!) && type !== 'application/octet-stream')
    return [`${id}: ${headers.get('content-type')} instead of ${type}`];
  if (!schema) return [];
  const check = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"doc#/')));
  return check(body) ? [] : (check.errors ?? []).map((e) => `${id} ${e.instancePath} ${e.message}`);
}

/** Calls a documented operation and compares. */
async function ask(id: string, at: Record<string, string> = {}, body?: unknown, how: Parameters<typeof call>[3] & { query?: string } = {}) {
  const { path, method } = operation(id);
  const address = path.replace(/\{(\w+)\}/g, (_: string, name: string) => encodeURIComponent(at[name] ?? ''));
  const answer = await call(h, `${address}${how.query ?? ''}`, body, { method, ...how });
  expect(faultsOf(id, answer), `${id} ${answer.status}`).toEqual([]);
  return answer;
}

/** The operations of a route: its own, or one for each of what its last parameter may be. */
function documented(route: string, real: readonly string[]): Any[] {
  const [method, url = ''] = route.split(' ');
  const pattern = new RegExp(`^${url.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`);
  return operations.filter((one) => {
    const own = `${one.method} ${one.path.replace(/\{(\w+)\}/g, ':$1')}`;
    return real.includes(own) ? own === route : one.method === method && pattern.test(one.path);
  });
}
const missing = (real: readonly string[]) => real.filter((route) => documented(route, real).length === 0);

describe('/api/v1/openapi.json', () => {
  it('is good OpenAPI 3.1, by another library’s judgement, in both languages', async () => {
    expect(doc.openapi).toMatch(/^3\.1\./);
    for (const lang of ['en', 'zh']) {
      const result = await validate(structuredClone(await documentIn(lang)));
      expect(result, JSON.stringify(result).slice(0, 500)).toMatchObject({ valid: true });
    }
    const broken = structuredClone(doc);
    broken.paths['/api/v1/items'].get.responses = 7;
    expect(await validate(broken)).toMatchObject({ valid: false });
  });

  it('has every route of /api/v1, each once, and none that there is not', () => {
    const real = routes.filter((route) => route.includes(' /api/v1/'));
    expect(real.length).toBeGreaterThanOrEqual(25);
    expect(missing(real), 'add them to the institution’s api/routes.ts').toEqual([]);
    const told = new Set(real.flatMap((route) => documented(route, real)));
    expect(operations.filter((one) => !told.has(one)).map((one) => `${one.method} ${one.path}`)).toEqual([]);
    // What is described ahead is what comes with the window, the head's page and the wall; nothing else is.
    const ahead = /^\/api\/v1\/(window|head|fees|wall|board\/|search\.|matters\/:number\/(visits|papers|eyes))/;
    const unserved = apiBook('0').routes.filter(({ method, path }) => !real.includes(`${method} ${path}`));
    expect(unserved.filter(({ path }) => !ahead.test(path)).map(({ id }) => id)).toEqual([]);
    expect(missing([...real, 'GET /api/v1/secrets/:id'])).toEqual(['GET /api/v1/secrets/:id']);
    expect(new Set(operations.map((one) => one.operationId)).size).toBe(operations.length);
  });

  it('has every action with its body, words in both languages, and codes that the house knows', async () => {
    const { body: matter } = await call(h, '/api/v1/matters', application());
    const seen = await call(h, `/api/v1/matters/${matter.number}`, undefined, { code: matter.queryCode });
    for (const { name, label } of seen.body.actions) {
      const told = operation(`act-${name}`);
      expect([told?.path, told?.['x-summary']], name).toEqual([`/api/v1/matters/{number}/actions/${name}`, label]);
      expect(told.requestBody.content['application/json'].schema.type).toBe('object');
    }
    expect(operation('act-pause').requestBody.content['application/json'].schema).toMatchObject({
      required: ['ground', 'expected', 'reason'],
      properties: { expected: { type: 'string', format: 'date' }, reason: { maxLength: 2000 } },
    });
    for (const one of operations) {
      expect(one['x-summary'].zh, one.operationId).toMatch(/\p{Script=Han}/u);
      expect(one['x-summary'].en, one.operationId).toMatch(/^[^\p{Script=Han}]+$/u);
      expect(one.summary).toBe(one['x-summary'].en);
    }
    const known = new Set(h.house.refusals.all().map(([code]) => code));
    const codes: string[] = Object.values<Any>(doc.components.responses).flatMap((response) => response['x-codes']);
    expect(codes.length).toBeGreaterThan(100);
    expect(codes.filter((code) => !known.has(code))).toEqual([]);
    expect((await documentIn('zh')).paths['/api/v1/matters'].post.summary).toBe('收件：提出申请');
  });
});

describe('the documented examples', () => {
  it('do what the document says, and every answer has the shape it names', async () => {
    const filing = operation('file-matter').requestBody.content['application/json'];
    expect(ajv.validate(filing.schema, filing.example)).toBe(true);
    const filed = await ask('file-matter', {}, filing.example);
    expect(filed.status).toBe(201);
    const at = { number: filed.body.number };
    const code = filed.body.queryCode;
    for (const id of ['look-at-matter', 'matter-accounts', 'matter-facts', 'verify-matter'])
      expect((await ask(id, at, undefined, { code })).status, id).toBe(200);
    expect((await ask('act-accept', at, {}, { as: 'clerk' })).body.code).toBe('papers-missing');
    await ask('act-check-papers', at, { seen: ['M1', 'M3', 'M4', 'M5', 'M6', 'M7'] }, { as: 'clerk' });
    const accepted = await ask('act-accept', at, {}, { as: 'clerk', key: 'k-1' });
    expect([accepted.status, accepted.body.version]).toEqual([200, 3]);
    expect((await ask('act-accept', at, {}, { as: 'clerk', key: 'k-1' })).headers.get('idempotent-replay')).toBe('true');
    const opinion = { step: 'lead', opinion: 'agree', text: '同意' };
    for (const [id, seat] of [
      ['act-propose', 'SAM-EX1'],
      ['act-check', 'SAM-SH'],
      ['act-approve', 'SAM-DEP'],
    ])
      await ask(id!, at, opinion, { as: seat });
    await ask('matter-story', at, undefined, { as: 'SAM-EX1' });
    for (const id of ['desk', 'board', 'board-rows', 'list-matters'])
      expect((await ask(id, {}, undefined, { as: 'SAM-EX1' })).status, id).toBe(200);
    for (const id of ['desk-csv', 'desk-xlsx', 'board-csv', 'board-xlsx'])
      expect((await ask(id, {}, undefined, { as: 'clerk' })).status, id).toBe(200);
    expect((await ask('search', {}, undefined, { as: 'clerk', query: `?q=${at.number}` })).body.matters).toHaveLength(1);
    expect((await ask('fees-reconciliation', {}, undefined, { as: 'clerk', query: '?day=2026-02-09' })).status).toBe(200);
    const bulk = await ask('act-on-many', {}, { action: 'accept', items: [{ matter: at.number }] }, { as: 'clerk' });
    expect(bulk.body.results[0].refusals[0].code).toBe('not-awaiting-acceptance');
    expect((await ask('list-items', {}, undefined, { query: '?limit=3' })).body.items).toHaveLength(3);
    for (const [id, more] of [['item', { id: 'SAM-L01' }], ['decisions'], ['personas'], ['openapi']] as const)
      expect((await ask(id, more)).status, id).toBe(200);
  });

  it('an answer of another shape, status or code would be found', async () => {
    const right = await call(h, '/api/v1/items?limit=1');
    expect(faultsOf('list-items', right)).toEqual([]);
    expect(faultsOf('list-items', { ...right, body: { items: [{ ...right.body.items[0], live: 'yes' }] } })).toEqual([
      'list-items /items/0/live must be boolean',
    ]);
    expect(faultsOf('list-items', { ...right, status: 418 })).toEqual(['list-items: 418 is not documented']);
    expect(faultsOf('item', { ...right, status: 404, body: { code: 'stale' } })).toEqual(['item: stale is not documented']);
  });

  it('a paper goes in and comes out; a session begins, is asked and ends', async () => {
    const files = [{ material: 'M1', name: 'form.png', content: PNG.toString('base64') }];
    const filed = await ask('file-matter', {}, application({ files }));
    expect(filed.status, JSON.stringify(filed.body)).toBe(201);
    const { rows } = await h.db.owner.query('SELECT id FROM journal.person_file WHERE matter = $1', [filed.body.number]);
    expect(
      (await ask('matter-file', { number: filed.body.number, id: rows[0].id }, undefined, { code: filed.body.queryCode })).status,
    ).toBe(200);

    const signed = await ask('sign-in', {}, operation('sign-in').requestBody.content['application/json'].example);
    const cookie = { cookie: String(signed.headers.get('set-cookie')).split(';')[0]! };
    const me = await ask('who-am-i', {}, undefined, { headers: cookie });
    expect(
      (await ask('clock', {}, operation('clock').requestBody.content['application/json'].example, { headers: cookie })).body.code,
    ).toBe('csrf-missing');
    const mine = { headers: { ...cookie, 'x-csrf': me.body.csrf } };
    expect((await ask('clock', {}, { advance: '1d' }, mine)).status).toBe(200);
    expect((await ask('sign-out', {}, undefined, mine)).status).toBe(204);
  });

  it('what is refused is refused as documented', async () => {
    const { body } = await call(h, '/api/v1/matters', application());
    const at = { number: body.number };
    const cases: [string, number, Promise<{ status: number }>][] = [
      ['a stranger', 401, ask('desk')],
      ['no such matter', 404, ask('look-at-matter', { number: '2026-X-1' }, undefined, { as: 'clerk' })],
      ['another’s seat', 403, ask('act-accept', at, {}, { as: 'UMB-EX1' })],
      ['out of turn', 409, ask('act-deliver', at, { method: 'post', recipient: 'a', proof: 'b' }, { as: 'delivery-clerk' })],
      ['without its fields', 422, ask('act-request-correction', at, {}, { as: 'clerk' })],
      ['torn', 400, ask('act-accept', at, undefined, { as: 'clerk', raw: '{' })],
      ['another type', 415, ask('act-accept', at, undefined, { as: 'clerk', raw: 'x', headers: { 'content-type': 'text/plain' } })],
      ['no such item', 404, ask('item', { id: 'XXX-L99' })],
      ['an item that is none', 404, ask('file-matter', {}, application({ item: 'XXX-L99' }))],
      ['an option that is none', 422, ask('desk', {}, undefined, { as: 'clerk', query: '?light=green' })],
      ['a wrong password', 401, ask('sign-in', {}, { person: 'o-1', password: 'x' })],
      ['no such licence', 404, ask('licence', { number: 'L-1' })],
    ];
    for (const [what, status, answer] of cases) expect((await answer).status, what).toBe(status);
  });
});

describe('/api for people', () => {
  it('has a page for each route, in both languages, small and without a script', async () => {
    const index = (await call(h, '/api', undefined, { headers: { 'accept-language': 'en' } })).body as string;
    for (const { operationId, path, method } of operations) {
      expect(index, operationId).toContain(`href="/api/${operationId}"`);
      for (const lang of ['en', 'zh']) {
        const page = await call(h, `/api/${operationId}`, undefined, { headers: { 'accept-language': lang } });
        expect(page.status).toBe(200);
        expect(Buffer.byteLength(page.body), operationId).toBeLessThanOrEqual(60_000);
        expect(page.body).toContain(`<b>${method}</b> ${path.replace(/\{(\w+)\}/g, ':$1')}`);
        expect(page.body).not.toMatch(/<script|undefined|\[object/);
      }
    }
    expect(Buffer.byteLength(index)).toBeLessThanOrEqual(60_000);
    expect((await call(h, '/api/nothing')).status).toBe(404);
  });
});
