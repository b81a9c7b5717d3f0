import { expect, it } from 'vitest';
import { application, call } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';

const h = await openTestHouse();
const api = '/api/v1';
const codingOf = async (path: string, taken: string) => {
  const { headers } = await call(h, `${api}${path}`, undefined, { headers: { 'accept-encoding': taken } });
  return headers.get('content-encoding');
};

it('what is looked up as JSON travels smaller to who takes it so, and is the same', async () => {
  const path = `${api}/items?limit=300&lang=zh`;
  const size = async (taken: string) => (await h.app.inject({ url: path, headers: { 'accept-encoding': taken } })).rawPayload.length;
  const plain = await call(h, path, undefined, { headers: { 'accept-encoding': 'identity' } });
  expect([plain.headers.get('content-encoding'), plain.headers.get('vary')]).toEqual([null, expect.stringContaining('accept-encoding')]);
  for (const coding of ['br', 'gzip']) {
    const { status, headers, body } = await call(h, path, undefined, { headers: { 'accept-encoding': coding } });
    expect([status, headers.get('content-encoding'), headers.get('etag')]).toEqual([200, coding, plain.headers.get('etag')]);
    expect(body).toEqual(plain.body);
    expect(await size(coding)).toBeLessThan((await size('identity')) / 3);
  }
  const again = await call(h, path, undefined, { headers: { 'accept-encoding': 'br', 'if-none-match': plain.headers.get('etag')! } });
  expect([again.status, again.headers.get('content-encoding')]).toEqual([304, null]);
});

it('a coding that the caller does not take is not used, and the best that he takes is', async () => {
  expect(await codingOf('/items', 'br;q=0, gzip')).toBe('gzip');
  expect(await codingOf('/items', 'gzip;q=0.5, BR')).toBe('br');
  expect(await codingOf('/items', 'zstd, deflate')).toBeNull();
});

it('files, refusals, answers to changes and short ones travel as they are', async () => {
  for (const path of ['/items.csv', '/items.xlsx', '/items/NONE', '/hearings']) expect(await codingOf(path, 'br'), path).toBeNull();
  expect(await codingOf('/desk', 'br')).toBeNull();
  const filed = await call(h, `${api}/matters`, application(), { headers: { 'accept-encoding': 'br' } });
  expect([filed.status, filed.headers.get('content-encoding')]).toEqual([201, null]);
});
