import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { application, call } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';

const h = await openTestHouse();
const api = '/api/v1/matters';
const file = async (more = {}) => (await call(h, api, application(more))).body as { number: string; queryCode: string };
const { number, queryCode } = await file();

describe('ten thousand guesses of a query code', () => {
  it('are stopped after a few, also a thousand at once; the right code waits as well; other matters stay open', async () => {
    const victim = await file();
    const guess = (code: string) => call(h, `${api}/${victim.number}`, undefined, { code });
    const first = await Promise.all(Array.from({ length: 200 }, (_, i) => guess(`A${String(i).padStart(9, 'B')}`)));
    expect(first.filter((a) => a.status === 404).length).toBeLessThanOrEqual(30);
    let blocked = 0;
    for (let i = 0; i < 9_800; i += 100) {
      const ask = { url: `${api}/${victim.number}`, headers: { 'query-code': 'CCCCCCCCCC' } };
      const answers = await Promise.all(Array.from({ length: 100 }, () => h.app.inject(ask)));
      blocked += answers.filter((a) => a.statusCode === 429).length;
    }
    expect(blocked).toBe(9_800);
    const right = await guess(victim.queryCode);
    expect([right.status, right.body.code]).toEqual([429, 'too-many-requests']);
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await call(h, `${api}/${victim.number}/actions/withdraw`, { reason: 'x' }, { code: victim.queryCode })).status).toBe(429);
    expect(
      (await call(h, `${api}/${victim.number}/accounts`, undefined, { code: victim.queryCode })).headers.get('retry-after'),
    ).toBeTruthy();
    expect((await call(h, `${api}/${number}`, undefined, { code: queryCode })).status).toBe(200);
    expect((await call(h, `${api}/${victim.number}`, undefined, { as: 'clerk' })).status).toBe(200);
  });

  it('right ones are not counted: who looks often is not shut out', async () => {
    const mine = await file();
    for (let i = 0; i < 40; i++) expect((await call(h, `${api}/${mine.number}`, undefined, { code: mine.queryCode })).status).toBe(200);
  });
});

describe('whatever a person can send', () => {
  const anything = fc.oneof(
    { depthSize: 'small' },
    fc.jsonValue(),
    fc.constantFrom(
      '\u0000',
      '\ud800',
      '2026-02-30',
      '9999-12-31',
      1e308,
      -1,
      0.1,
      '<script>',
      "'; DROP TABLE journal.fact; --",
      '٣',
      'a'.repeat(3000),
    ),
    fc.string({ unit: 'binary' }),
  );
  const names = [
    'item',
    'case',
    'channel',
    'applicant',
    'agent',
    'form',
    'papers',
    'licence',
    'bundle',
    'items',
    'amount',
    'files',
    'step',
    'opinion',
    'text',
    'reason',
    'way',
    'organ',
    'outcome',
    'ground',
    'expected',
    'by',
    'undertaking',
    'charge',
    'quantity',
    'method',
    'recipient',
    'proof',
    'seq',
    'months',
    'receipt',
    'basis',
    'note',
  ];
  const body = fc.oneof(anything, fc.dictionary(fc.constantFrom(...names), anything, { maxKeys: 6 }));
  const sent = (raw: unknown) => JSON.stringify(raw) ?? 'null';

  it('filing never ends in a fault of ours', async () => {
    await fc.assert(
      fc.asyncProperty(body, fc.boolean(), async (more, mixed) => {
        const raw = sent(mixed && more && typeof more === 'object' ? { ...application(), ...more } : more);
        const answer = await call(h, api, undefined, { raw });
        expect(answer.status, raw).toBeLessThan(500);
      }),
      { numRuns: 150, seed: 20260209 },
    );
  });

  it('nor does any action, by anybody, with anything', async () => {
    const made = [await file(), await file({ item: 'HUC-L01' })];
    await h.act(made[1]?.number ?? '', 'clerk', 'accept');
    const actions = (await call(h, `${api}/${made[0]?.number}`, undefined, { as: 'clerk' })).body.actions.map(
      (a: { name: string }) => a.name,
    ) as string[];
    const who = fc.constantFrom('clerk', 'cashier', 'examiner-lead', 'chief', 'HUC-EX1', 'HUC-CHF', 'arbiter', 'citizen', 'county-head');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...actions), who, fc.constantFrom(...made), body, async (action, as, matter, raw) => {
        const answer = await call(h, `${api}/${matter.number}/actions/${action}`, undefined, { as, raw: sent(raw) });
        expect(answer.status, `${as} ${action} ${sent(raw)}`).toBeLessThan(500);
      }),
      { numRuns: 150, seed: 20260209 },
    );
  });

  it('nor does any question', async () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary' }).map((t) => encodeURIComponent(t.toWellFormed())),
      fc.constantFrom('%00', '%C3', '1.5', '-1', '1e9', 'NaN', '2026-02-30', '2026-02-13_x', '2026-02-13_%27', "';--"),
    );
    const paths = [
      '/api/v1/decisions',
      '/api/v1/items',
      api,
      '/api/v1/fees/reconciliation',
      '/healthz',
      '/api/v1/licences/X',
      '/api/v1/items/SAM-L01',
    ];
    const query = fc.array(
      fc.tuple(fc.constantFrom('before', 'item', 'organ', 'limit', 'after', 'state', 'q', 'department', 'day', 'lang', 'code'), word),
      { maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), query, fc.option(word), async (path, pairs, tail) => {
        const url = `${path}${tail === null ? '' : `/${tail}`}?${pairs.map(([k, v]) => `${k}=${v}`).join('&')}`;
        const answer = await call(h, url, undefined, { as: 'clerk' });
        expect(answer.status, url).toBeLessThan(500);
      }),
      { numRuns: 300, seed: 20260209 },
    );
  });
});
