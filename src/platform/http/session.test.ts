import { describe, expect, it } from 'vitest';
import { Guesses, makeCode, makeToken, readToken, sameCode } from './session.ts';

const MINUTE = 60_000;

describe('guesses', () => {
  const many = (g: Guesses, n: number, ip: string, thing: string, now = 0) =>
    Array.from({ length: n }, () => g.take(ip, thing, now)).filter((wait) => wait === 0).length;

  it('of one thing end after a few, for a quarter of an hour; other things stay open', () => {
    const g = new Guesses(3);
    expect(many(g, 10, '10.0.0.1', 'A')).toBe(3);
    expect(g.take('10.0.0.1', 'A', MINUTE)).toBe(14 * 60);
    expect(g.take('10.0.0.1', 'B', MINUTE)).toBe(0);
    expect(g.take('10.0.0.2', 'A', MINUTE)).toBe(0);
    expect(g.take('10.0.0.1', 'A', 15 * MINUTE)).toBe(0);
  });

  it('of many things by one place end too; a network of IPv6 addresses is one place', () => {
    const g = new Guesses(3);
    let through = 0;
    for (let i = 0; i < 100; i++) through += many(g, 1, `2001:db8:1:2::${i}`, `M${i}`);
    expect(through).toBe(30);
  });

  it('of one thing end wherever they come from', () => {
    const g = new Guesses(3);
    let through = 0;
    for (let i = 0; i < 100; i++) through += many(g, 1, `10.0.${i}.1`, 'M1');
    expect(through).toBe(30);
    expect(g.take('10.1.0.1', 'M2', MINUTE)).toBe(0);
  });

  it('that are right are not counted', () => {
    const g = new Guesses(3);
    for (let i = 0; i < 50; i++) {
      expect(g.take('10.0.0.1', 'A', 0)).toBe(0);
      g.giveBack('10.0.0.1', 'A');
    }
  });
});

describe('query codes and tokens', () => {
  it('a code has ten characters that cannot be mistaken, and is compared whatever its case', () => {
    for (let i = 0; i < 100; i++) expect(makeCode()).toMatch(/^[2-9A-HJ-NP-Z]{10}$/);
    expect(sameCode('ABCDEFGH23', ' abcdefgh23 ')).toBe(true);
    expect(sameCode('ABCDEFGH23', 'ABCDEFGH24')).toBe(false);
    expect(sameCode(undefined, 'no such matter')).toBe(false);
  });

  it('a token is good until its end, and only as it was made', () => {
    const secret = Buffer.alloc(32, 1);
    const token = makeToken(secret, 'o-0012', 1000);
    expect(readToken(secret, token, 999)).toBe('o-0012');
    expect(readToken(secret, token, 1000)).toBeUndefined();
    expect(readToken(Buffer.alloc(32, 2), token, 0)).toBeUndefined();
    for (const bad of ['', '.', 'a.b', `${token}x`, token.replace('.', '..')]) expect(readToken(secret, bad, 0)).toBeUndefined();
  });
});
