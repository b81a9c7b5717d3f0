import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { apiBook } from '../../src/api-book.ts';
import { institutions } from '../../src/institutions.ts';
import { jsonSchemaOf } from '../../src/platform/http/api.ts';
import { application, call } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';

const h = await openTestHouse();
const SURPLUS = 'no-such-field';
const CHANGING = ['POST', 'PUT', 'PATCH'];
const changing = apiBook('0').routes.filter(({ method }) => CHANGING.includes(method));

const refuses = (schema: z.ZodType): boolean =>
  schema.safeParse({ [SURPLUS]: 1 }).error?.issues.some((one) => one.code === 'unrecognized_keys' && one.keys.includes(SURPLUS)) ?? false;

/** What the addresses name: a matter, a visit, a count of the till that waits for its review, a duty of which no time is noted. */
async function named(): Promise<Record<string, string>> {
  const { body: matter } = await call(h, '/api/v1/matters', application());
  const { body: visit } = await call(h, '/api/v1/window/tickets', { queue: 'filing' }, { as: 'clerk' });
  const { body: count } = await call(h, '/api/v1/till/counts', { float: 200, counted: 200 }, { as: 'cashier' });
  expect([matter.number, visit.visit, count.count]).toEqual([expect.any(String), expect.any(String), expect.any(String)]);
  return { number: matter.number, visit: visit.visit, count: count.count, duty: 'emergency.drill' };
}

describe('a field that nobody asked for', () => {
  it('is refused by the schema of every action of every institution, whatever the matter’s state', () => {
    const kinds = institutions.flatMap(({ kind }) => (kind ? [kind] : []));
    const inputs = kinds.flatMap((kind) => [
      { name: `${kind.name}: opening`, input: kind.opening.input },
      ...Object.entries(kind.actions).map(([name, { input }]) => ({ name: `${kind.name}: ${name}`, input })),
    ]);
    expect(inputs.length).toBeGreaterThan(45);
    expect(inputs.filter(({ input }) => !refuses(input as z.ZodType)).map(({ name }) => name)).toEqual([]);
    expect(refuses(z.object({ reason: z.string() }))).toBe(false);
  });

  it('has no place in what the API says of any body', () => {
    expect(changing.length).toBeGreaterThan(45);
    const loose = changing.filter(({ body }) => body && jsonSchemaOf(body).additionalProperties !== false);
    expect(loose.map(({ id }) => id)).toEqual([]);
  });

  it('is named in a 422 on every route that changes something, or refused for what comes before; never passed over', async () => {
    const at = await named();
    const people = [undefined, ...h.house.model.personas.map(({ name }) => name), 'ASB-SH'];
    const heard = new Set<string>();
    const passed: string[] = [];
    for (const { id, method, path, at: more, example, body } of changing) {
      const url = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent({ ...at, ...more }[name] ?? '-'));
      const shape = body && typeof example === 'object' ? example : {};
      for (const as of people) {
        const { status, body: said } = await call(h, url, { ...shape, [SURPLUS]: 1 }, { as, method });
        if (status < 400 || status >= 500) passed.push(`${id} by ${as}: ${status}`);
        const fields = (said.errors ?? []) as { path: string; code: string }[];
        if (status === 422 && fields.some((one) => one.path === SURPLUS && one.code === 'unknown-field')) heard.add(id);
        else if (said.code === 'invalid-input') passed.push(`${id} by ${as}: ${JSON.stringify(fields)}`);
        if (heard.has(id)) break;
      }
    }
    expect(passed).toEqual([]);
    // An action out of turn is refused for that; its schema is looked at above.
    const deaf = changing.filter(({ id, path }) => !heard.has(id) && !path.endsWith('/actions/:name')).map(({ id }) => id);
    expect(deaf, 'nobody is told of the field').toEqual([]);
    expect(changing.filter(({ id, path }) => heard.has(id) && path.endsWith('/actions/:name')).length).toBeGreaterThan(7);
  }, 120_000);

  it.each([
    ['/api/v1/till/counts', { float: 200, counted: 200, records: { cash: 0, card: 0, transfer: 0, mobile: 0 } }, 'cashier', 'records'],
    ['/api/v1/window/tickets', { queue: 'advice', ticket: 77 }, 'clerk', 'ticket'],
  ] as const)('what the server alone fills in is no field of the caller’s: %s', async (path, body, as, field) => {
    const { status, body: said } = await call(h, path, body, { as });
    expect([status, said.errors]).toEqual([422, [{ path: field, code: 'unknown-field', message: expect.any(String) }]]);
  });

  it.each([
    ['note-part-granted', { granted: ['MET-L02'] }],
    ['note-licence-ended', { licenceState: 'revoked' }],
    ['erase-agent', { reason: 'x', identity: '{}' }],
  ] as const)('nor of the act %s', async (name, body) => {
    const { number } = (await call(h, '/api/v1/matters', application())).body;
    const { status, body: said } = await call(h, `/api/v1/matters/${number}/actions/${name}`, body, { as: 'chief' });
    const field = Object.keys(body).at(-1);
    expect([status, said.errors]).toEqual([422, [{ path: field, code: 'unknown-field', message: expect.any(String) }]]);
  });

  it('the answer says which fields there are, at that place', async () => {
    const said = async (more: Record<string, unknown>) =>
      (await call(h, '/api/v1/matters?lang=en', application(more))).body.errors[0].message;
    expect(await said({ [SURPLUS]: 1 })).toMatch(/^There is no such field; known are: item, items, case, channel, applicant, .*files\.$/);
    expect(await said({ person: 'c-1' })).not.toMatch(/person|licenceRecord/);
    expect(await said({ applicant: { ...application().applicant, fone: '1' } })).toMatch(/known are: .*idNumber.*phone/);
  });

  it('a stranger cannot say that an organ received it outside the centre: that is the window’s to record', async () => {
    const { status, body: said } = await call(h, '/api/v1/matters', application({ outside: true }));
    expect([status, said.errors]).toEqual([422, [{ path: 'outside', code: 'counter-only', message: '只有窗口收件时才填这一项。' }]]);
    expect((await call(h, '/api/v1/matters', application({ outside: false }))).status).toBe(201);
  });

  it('deeper down it is named with its place: an applicant, a demand, a paper, one of many', async () => {
    const { applicant } = application();
    const filed = await call(h, '/api/v1/matters', application({ applicant: { ...applicant, fone: '1' } }));
    expect([filed.status, filed.body.errors[0]]).toMatchObject([422, { path: 'applicant.fone', code: 'unknown-field' }]);
    const paper = { material: 'M1', content: '', kind: 'copy' };
    expect((await call(h, '/api/v1/matters', application({ files: [paper] }))).body.errors[0]).toMatchObject({
      path: 'files.0.kind',
      code: 'unknown-field',
    });
    const { number } = (await call(h, '/api/v1/matters', application())).body;
    const notice = { items: [{ what: 'x', how: 'y', wy: 'z' }], way: 'w' };
    expect((await call(h, `/api/v1/matters/${number}/actions/request-correction`, notice, { as: 'clerk' })).body.errors).toMatchObject([
      { path: 'items.0.wy', code: 'unknown-field' },
    ]);
    const many = { action: 'accept', items: [{ matter: number, sen: 1 }] };
    expect((await call(h, '/api/v1/desk/bulk', many, { as: 'clerk' })).body.errors).toMatchObject([
      { path: 'items.0.sen', code: 'unknown-field' },
    ]);
  });
});
