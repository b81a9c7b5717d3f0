import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, chainHash, digestOf, type Leaf, leafHash, saltOf, sha256 } from './canonical.ts';

describe('the canonical encoding (RFC 8785)', () => {
  it('writes numbers, strings and literals as the RFC’s own example', () => {
    const value = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    );
    expect(canonical(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts keys by their UTF-16 units, as the RFC’s section 3.2.3', () => {
    const value = { '€': 'Euro', '\r': 'CR', '\ufb33': 'Dalet', '1': 'One', '😀': 'Smile', '\u0080': 'Control', ö: 'O' };
    expect(Object.values(JSON.parse(canonical(value)) as object)).toHaveLength(7);
    expect([...canonical(value).matchAll(/:"(\w+)"/g)].map((m) => m[1])).toEqual(['CR', 'One', 'Control', 'O', 'Euro', 'Smile', 'Dalet']);
  });

  it('has one form for minus zero, and none for what JSON cannot hold', () => {
    expect(canonical([-0, 1e21, 1e-7])).toBe('[0,1e+21,1e-7]');
    expect(() => canonical(Number.NaN)).toThrow();
    expect(() => canonical({ x: Number.POSITIVE_INFINITY })).toThrow();
    expect(() => canonical(undefined)).toThrow(TypeError);
  });

  it('is what the library for it says, whatever the keys', () => {
    const key = fc.oneof(fc.string(), fc.nat(99).map(String), fc.constantFrom('__proto__', 'toString', '€', '😀', '\ufb33'));
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.jsonValue(),
        fc.array(tie('value')),
        fc.dictionary(key, tie('value')),
        fc.constant(undefined),
      ),
    }));
    const library = canonicalize as unknown as (v: unknown) => string;
    fc.assert(
      fc.property(value, (v) => {
        expect(canonical([v ?? null, { x: v }])).toBe(library([v ?? null, { x: v }]));
      }),
      { numRuns: 400 },
    );
  });

  it('is the same whatever the order of keys, and says the same as JSON', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonical(turned)).toBe(canonical(value));
        expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value));
      }),
    );
  });
});

const leaf: Leaf = {
  matter: '2026-SAM-000001',
  seq: 1,
  kind: 'received',
  at: 1770598800,
  actor: 'c-1',
  capacity: 'self',
  account: 'window',
  holder: 'ASB',
  body: '{"item":"SAM-L01"}',
};
const salt = Buffer.alloc(16, 7);

describe('leaf and chain', () => {
  it('a stranger can compute them with sha256 alone', () => {
    const envelope = '["2026-SAM-000001",1,"received",1770598800,"c-1","self","window","ASB"]';
    const byHand = createHash('sha256').update(salt).update(`${envelope}\n${leaf.body}`).digest('hex');
    expect(leafHash(salt, leaf).toString('hex')).toBe(byHand);
    const first = createHash('sha256')
      .update(createHash('sha256').update(leaf.matter).digest())
      .update(Buffer.from(byHand, 'hex'))
      .digest('hex');
    expect(chainHash(undefined, leaf.matter, leafHash(salt, leaf)).toString('hex')).toBe(first);
  });

  it('one secret salts a whole matter, each fact otherwise, as a stranger would reckon it', () => {
    const secret = Buffer.alloc(16, 7);
    expect(saltOf(secret, 12)).toEqual(createHash('sha256').update(secret).update('12').digest());
    expect(new Set([1, 2, 3, 12].map((seq) => saltOf(secret, seq).toString('hex'))).size).toBe(4);
    expect(saltOf(Buffer.alloc(16, 8), 12)).not.toEqual(saltOf(secret, 12));
  });

  it('every part of a fact counts', () => {
    const known = leafHash(salt, leaf).toString('hex');
    const others: Partial<Leaf>[] = [
      { matter: 'x' },
      { seq: 2 },
      { kind: 'accepted' },
      { at: leaf.at + 1 },
      { actor: 'o-1' },
      { capacity: 'x' },
      { account: 'law' },
      { holder: 'SAM' },
      { body: '{}' },
    ];
    for (const other of others) expect(leafHash(salt, { ...leaf, ...other }).toString('hex')).not.toBe(known);
    expect(leafHash(Buffer.alloc(16, 8), leaf).toString('hex')).not.toBe(known);
  });

  it('a text cannot slip from one part into the next', () => {
    expect(leafHash(salt, { ...leaf, actor: 'ab', capacity: 'c' })).not.toEqual(leafHash(salt, { ...leaf, actor: 'a', capacity: 'bc' }));
  });

  it('the digest of personal data depends on its salt', () => {
    expect(digestOf(salt, '"王小满"')).toBe(sha256(salt, '"王小满"').toString('base64url'));
    expect(digestOf(Buffer.alloc(16), '"王小满"')).not.toBe(digestOf(salt, '"王小满"'));
  });
});
