import { describe, expect, it } from 'vitest';
import { createApp } from './app.ts';
import { Refusals } from './problem.ts';

describe('a body in parts that ends before its time', () => {
  it('is its sender’s fault, and said to be so; a fault of ours stays ours', async () => {
    const app = await createApp({ secret: Buffer.alloc(32), refusals: new Refusals([]), errorPage: (_lang, status) => `page ${status}` });
    app.post('/taken', async (request) => {
      for await (const part of request.parts()) if (part.type === 'file') await part.toBuffer();
      return 'all read';
    });
    app.post('/broken', async () => {
      throw new Error('the disk is gone');
    });
    const send = (url: string, payload: string) =>
      app.inject({ method: 'POST', url, payload, headers: { 'content-type': 'multipart/form-data; boundary=AAA' } });
    const part = '--AAA\r\ncontent-disposition: form-data; name="f"; filename="a.png"\r\n\r\nPNG';
    expect((await send('/taken', `${part}\r\n--AAA--\r\n`)).body).toBe('all read');
    for (const torn of [part, '--AAA\r\ncontent-disposition: form-data', 'no parts at all'])
      expect((await send('/taken', torn)).statusCode, torn).toBe(400);
    expect((await send('/broken', part)).statusCode).toBe(503);
    await app.close();
  });
});

describe('the address a request comes from', () => {
  const asked = async (proxy: string | undefined, remoteAddress: string, forwarded: string) => {
    const app = await createApp({ secret: Buffer.alloc(32), refusals: new Refusals([]), proxy, errorPage: () => '' });
    app.get('/ip', async (request) => request.ip);
    const { body } = await app.inject({ url: '/ip', remoteAddress, headers: { 'x-forwarded-for': forwarded } });
    await app.close();
    return body;
  };

  it('is the one who holds the connection, unless that is the proxy: then the last it names', async () => {
    expect(await asked(undefined, '127.0.0.1', '203.0.113.7')).toBe('127.0.0.1');
    expect(await asked('loopback', '127.0.0.1', '198.51.100.1, 203.0.113.7')).toBe('203.0.113.7');
    expect(await asked('loopback', '203.0.113.9', '198.51.100.1')).toBe('203.0.113.9');
  });
});

describe('an answer that is made smaller', () => {
  it('is never one that holds a secret of the session, however long', async () => {
    const app = await createApp({ secret: Buffer.alloc(32), refusals: new Refusals([]), errorPage: () => '' });
    const long = { text: 'x'.repeat(5_000) };
    app.get('/api/v1/open', async () => long);
    app.get('/api/v1/secret', { config: { secret: true } }, async () => long);
    const codingOf = async (url: string) => (await app.inject({ url, headers: { 'accept-encoding': 'gzip' } })).headers['content-encoding'];
    expect([await codingOf('/api/v1/open'), await codingOf('/api/v1/secret')]).toEqual(['gzip', undefined]);
    await app.close();
  });
});
