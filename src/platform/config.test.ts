import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('the proxy in front', () => {
  const proxy = (BANJIE_PROXY?: string) => readConfig({ BANJIE_PROXY }, import.meta.dirname).proxy;

  it('is nobody, one on this machine, an address or a network', () => {
    expect([proxy(), proxy('')]).toEqual([undefined, undefined]);
    for (const one of ['loopback', '10.0.0.5', '10.0.0.0/24', 'fd00::1', 'fd00::/8']) expect(proxy(one)).toBe(one);
  });

  it('a wrong one is answered with what to write; the whole world is none', () => {
    for (const one of ['true', '10.0.0.300', '10.0.0.0/33', '0.0.0.0/0', '10.0.0.0/24/1', 'proxy.local'])
      expect(() => proxy(one), one).toThrow(`BANJIE_PROXY is "${one}". Write loopback`);
  });
});
