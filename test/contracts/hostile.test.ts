import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { application, call, PNG, WANG } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';

const h = await openTestHouse();
const api = '/api/v1/matters';
const file = async (more = {}) => (await call(h, api, application(more))).body as { number: string; queryCode: string };
const facts = async () => (await h.db.owner.query('SELECT count(*)::int AS n FROM journal.fact')).rows[0].n as number;
const { number, queryCode } = await file();

/** A clear answer: the right status, a code, a sentence, a way forward; and nothing written. */
async function refused(path: string, body: unknown, status: number, code: string, ask: Parameters<typeof call>[3] = {}) {
  const before = await facts();
  const answer = await call(h, path, body, ask);
  expect([answer.status, answer.body.code], `${path} ${JSON.stringify(body)?.slice(0, 80)}`).toEqual([status, code]);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(answer.body).toMatchObject({
    type: `/codes/${code}`,
    status,
    title: expect.stringMatching(/\S/),
    next: expect.stringMatching(/\S/),
  });
  expect(await facts()).toBe(before);
  return answer;
}
const fields = (a: Awaited<ReturnType<typeof refused>>) =>
  (a.body.errors ?? []).map((e: { path: string; code: string }) => [e.path, e.code]);
const paper = (name: string, bytes: Uint8Array) =>
  application({ files: [{ material: 'M1', name, content: Buffer.from(bytes).toString('base64') }] });

describe('what is not even a request', () => {
  it('malformed JSON, a body that is no object, an empty body', async () => {
    for (const raw of ['{', '{"item": }', 'null x', '{"__proto__": {"a": 1}}', ''])
      await refused(api, undefined, 400, 'malformed', { raw });
    for (const raw of ['[]', '"x"', '7', 'null']) await refused(api, undefined, 422, 'invalid-input', { raw });
  });

  it('a wrong content type', async () => {
    for (const type of ['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded'])
      await refused(api, undefined, 415, 'unsupported-media', { raw: 'a=b', headers: { 'content-type': type } });
  });

  it('an unknown address, an address that cannot be read', async () => {
    await refused('/api/v1/nothing', undefined, 404, 'not-found');
    await refused(`${api}/%00`, undefined, 400, 'malformed', { as: 'clerk' });
    await refused(`${api}/%00/actions/accept`, {}, 400, 'malformed', { as: 'clerk' });
    await refused(`${api}/%ED%A0%80`, undefined, 400, 'malformed', { as: 'clerk' });
    await refused(`${api}/%zz`, undefined, 400, 'malformed', { as: 'clerk' });
    await refused(`${api}/${'9'.repeat(600)}`, undefined, 404, 'not-found', { as: 'clerk' });
    await refused(`${api}/${number}`, undefined, 404, 'not-found', { as: 'clerk', method: 'DELETE' });
  });

  /** What a terminal sends, byte for byte. */
  const raw = (text: string) =>
    new Promise<string>((done) => {
      const socket = connect(Number(new URL(h.url).port), '127.0.0.1', () => socket.write(text));
      let heard = '';
      socket.on('data', (bytes) => {
        heard += bytes;
      });
      socket.on('error', () => done(heard)).on('close', () => done(heard));
      socket.setTimeout(3_000, () => socket.destroy());
    });

  it('an address in plain Chinese leads to the encoded one; what is no HTTP at all is told so in the reader’s language', async () => {
    const plain = await raw('GET /search?q=开饭店 HTTP/1.1\r\nhost: x\r\n\r\n');
    expect(plain).toMatch(/^HTTP\/1\.1 308 .*\r\nlocation: \/search\?q=%E5%BC%80%E9%A5%AD%E5%BA%97\r\n/);
    const posted = await raw(`POST ${api}/开 HTTP/1.1\r\nhost: x\r\naccept-language: en\r\n\r\n`);
    expect(posted).toMatch(/^HTTP\/1\.1 400 /);
    expect(JSON.parse(posted.slice(posted.indexOf('{')))).toMatchObject({ code: 'malformed', title: 'The request is malformed.' });
    const page = await raw('NONSENSE\r\n\r\n');
    expect(page).toMatch(/^HTTP\/1\.1 400 [\s\S]*请求格式不对。/);
    expect(await raw('GET //evil.example/开 HTTP/1.1\r\nhost: x\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect(await raw(`GET / HTTP/1.1\r\nhost: x\r\na: ${'x'.repeat(40_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('a form whose body is torn, on any address that takes one', async () => {
    const part = '--AAA\r\ncontent-disposition: form-data; name="file.M1"; filename="a.png"\r\ncontent-type: image/png\r\n\r\nPNG';
    for (const body of [part, '--AAA\r\nbroken', 'no boundary at all', ''])
      for (const path of ['/apply/SAM-L01', `/track/${number}/correct`, '/clock', api]) {
        const head = `POST ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: multipart/form-data; boundary=AAA\r\n`;
        const answer = await raw(`${head}content-length: ${body.length}\r\n\r\n${body}`);
        const torn = body === part && path === '/apply/SAM-L01';
        expect(answer, `${path} ${body}`).toMatch(torn ? /^HTTP\/1\.1 400 / : /^HTTP\/1\.1 [234]\d\d /);
      }
  });

  it('a stranger is told to sign in before anything is looked at', async () => {
    await refused(`${api}/${number}/actions/accept`, undefined, 401, 'sign-in-needed', { raw: '{' });
    await refused(`${api}/${number}/actions/accept`, undefined, 401, 'sign-in-needed', {
      raw: 'x',
      headers: { 'content-type': 'text/plain' },
    });
    await refused(`${api}/${number}/actions/no-such`, {}, 401, 'sign-in-needed');
  });

  it('an unknown action, also one that every object has', async () => {
    for (const name of ['explode', 'toString', 'constructor', '__proto__'])
      await refused(`${api}/${number}/actions/${name}`, {}, 404, 'action-unknown', { as: 'clerk' });
  });
});

describe('what cannot be kept', () => {
  it('characters that PostgreSQL and RFC 8785 refuse', async () => {
    for (const bad of ['\u0000', '王\u0000小满', '\ud800', 'x\udfff']) {
      const answer = await refused(api, application({ applicant: { ...WANG, name: bad } }), 422, 'invalid-input');
      expect(fields(answer)).toEqual([['applicant.name', 'unreadable-characters']]);
      expect(fields(await refused(api, application({ form: { place: bad } }), 422, 'invalid-input'))).toEqual([
        ['form.place', 'unreadable-characters'],
      ]);
      await refused(`${api}/${number}/actions/withdraw`, { reason: bad }, 422, 'invalid-input', { code: queryCode });
    }
  });

  it('fields of 100,000 characters, and too many of them', async () => {
    const long = '长'.repeat(100_000);
    expect(fields(await refused(api, application({ applicant: { ...WANG, name: long } }), 422, 'invalid-input'))).toEqual([
      ['applicant.name', 'too-long'],
    ]);
    for (const [key, value] of Object.entries({ item: long, licence: long, bundle: long, form: { a: long }, papers: [long] })) {
      const answer = await call(h, api, application({ [key]: value }));
      expect(answer.status, key).toBe(422);
      expect(JSON.stringify(answer.body).length, key).toBeLessThan(2_000);
    }
    expect(fields(await refused(api, application({ item: 'a b' }), 422, 'invalid-input'))).toEqual([['item', 'wrong-form']]);
    const many = Object.fromEntries(Array.from({ length: 61 }, (_, i) => [`f${i}`, 'x']));
    expect(fields(await refused(api, application({ form: many }), 422, 'invalid-input'))).toEqual([['form', 'too-many-fields']]);
    await refused(`${api}/${number}/actions/withdraw`, { reason: long }, 422, 'invalid-input', { code: queryCode });
  });

  it('forged fields are refused, each by name: who files, the query code, the bundle’s other parts, the licence on record', async () => {
    const own = { person: 'c-citizen', code: 'AAAAAAAAAA', together: ['SAM-L01'], licenceRecord: { item: 'SAM-L01' } };
    const said = await refused(api, application({ ...own, case: 'renewal', licence: 'L-1' }), 422, 'invalid-input');
    expect(fields(said)).toEqual(Object.keys(own).map((field) => [field, 'unknown-field']));
    for (const [field, value] of Object.entries(own))
      expect(fields(await refused(api, application({ [field]: value }), 422, 'invalid-input')), field).toEqual([[field, 'unknown-field']]);
  });

  it('script is text: it is kept as typed and shown as data', async () => {
    const script = '<script>alert(1)</script>{{idNumber}}';
    const made = await file({ form: { note: script } });
    const shown = await call(h, `${api}/${made.number}`, undefined, { as: 'clerk' });
    expect(shown.headers.get('content-type')).toContain('application/json');
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
    expect(shown.body.form.note).toBe(script);
  });
});

describe('files', () => {
  it('are taken by their content, whatever their name says', async () => {
    const exe = Buffer.concat([Buffer.from('MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff', 'latin1'), Buffer.alloc(200)]);
    const forbidden: [string, Buffer][] = [
      ['licence.pdf', exe],
      ['plan.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>')],
      ['form.pdf', Buffer.from('<!doctype html><script>alert(1)</script>')],
      ['note.docx', Buffer.from('PK\x03\x04 not really a document')],
      ['run.jpg', Buffer.from('#!/bin/sh\nrm -rf /')],
    ];
    for (const [name, bytes] of forbidden)
      expect((await refused(api, paper(name, bytes), 415, 'type-not-allowed')).body.title).toContain(name);
    expect((await refused(api, paper('empty.pdf', Buffer.alloc(0)), 422, 'file-empty')).body.title).toContain('empty.pdf');
  });

  it('too large, not base64, or for a paper the item does not ask for', async () => {
    await refused(api, paper('big.png', Buffer.concat([PNG, Buffer.alloc(5 * 1024 * 1024)])), 413, 'too-large');
    await refused(api, undefined, 413, 'too-large', { raw: `{"item":"${'x'.repeat(29 * 1024 * 1024)}"}` });
    expect(fields(await refused(api, application({ files: [{ material: 'M1', name: 'a', content: '*' }] }), 422, 'invalid-input'))).toEqual(
      [['files.0.content', 'not-base64']],
    );
    await refused(
      api,
      application({ files: [{ material: 'NO-SUCH', name: 'a.png', content: PNG.toString('base64') }] }),
      422,
      'material-unknown',
    );
  });

  it('come back as they were, as a download, to those who may see them', async () => {
    const item = (await call(h, '/api/v1/items/SAM-L01')).body;
    const material = item.materials[0].code as string;
    const name = `../../证明\u0000${'长'.repeat(200)}😀.png`;
    const made = await file({ files: [{ material, name, content: PNG.toString('base64') }] });
    const { body } = await call(h, `${api}/${made.number}/facts`, undefined, { code: made.queryCode });
    const path = `${api}/${made.number}/files/${body[0].body.files[0].id}`;
    const answer = await fetch(`${h.url}${path}`, { headers: { 'query-code': made.queryCode } });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(PNG);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''.*%F0%9F%98%80\.png$/);
    expect((await call(h, path, undefined, { as: 'drc-examiner' })).status).toBe(404);
    expect((await call(h, path.replace(made.number, number), undefined, { as: 'clerk' })).status).toBe(404);
  });
});
