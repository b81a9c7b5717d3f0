import { describe, expect, it } from 'vitest';
import { apiBook } from '../../src/api-book.ts';
import { call } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';

const h = await openTestHouse();
const lists = apiBook('0').routes.filter(
  ({ method, path, query, answer }) => method === 'GET' && !answer.file && (query?.limit || !path.includes(':')),
);
/** Between them they may see every list. */
const READERS = ['clerk', 'cashier', 'SAM-CHF', 'efficiency-inspector', 'county-head'];

async function refused(path: string, query: string): Promise<string> {
  const codes: string[] = [];
  for (const as of READERS) {
    const { status, body } = await call(h, `${path}?${query}`, undefined, { as });
    if (status === 200) return `${path}?${query} is taken`;
    codes.push(`${status} ${body.code} ${body.errors?.[0]?.path ?? ''}`);
  }
  const name = query.split('=')[0];
  return codes.some((code) => code === `422 invalid-input ${name}` || code.startsWith('422 parameter-'))
    ? ''
    : `${path}?${query}: ${codes}`;
}

describe('every list of the API book', () => {
  it('refuses a page that there is not, and words that it does not know', async () => {
    expect(lists.length).toBeGreaterThan(25);
    const wrong: string[] = [];
    for (const { path, query = {} } of lists) {
      const at = path.replace(':institution', 'licensing');
      const pages = ['limit=-1', 'limit=0', 'limit=1.5', 'limit=x', 'limit=99999', 'limit=1&limit=2', 'cursor=zzz', 'page=2', 'offset=1'];
      for (const bad of [...pages, ...['after', 'before'].map((name) => `${name}=zzz`)]) wrong.push(await refused(at, bad));
      if (query.after) wrong.push(await refused(at, `after=${Buffer.from('["x"]').toString('base64url')}`));
    }
    expect(wrong.filter(Boolean)).toEqual([]);
  });

  it('tells a stranger to sign in, whatever he asks', async () => {
    for (const { path, who } of lists.filter(({ who }) => !who.includes('anyone') && !who.includes('code')))
      expect([path, who, (await call(h, `${path.replace(':institution', 'licensing')}?limit=-1`)).status]).toEqual([path, who, 401]);
  });
});
