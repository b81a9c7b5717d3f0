import { describe, expect, it } from 'vitest';
import { readScan } from './scan.ts';

describe('what a scanner types', () => {
  it('is the address of the receipt’s QR code, of whichever county and paper, or the bare number', () => {
    for (const typed of [
      'http://127.0.0.1:8080/track/2026-SAM-000123?code=ABCD-EFGH',
      'https://banjie.example.gov.cn/track/2026-SAM-000123?code=x&lang=en',
      'https://banjie.example.gov.cn/papers/2026-SAM-000123/decision?code=x',
      '2026-SAM-000123',
      ' 2026-sam-000123\n',
    ])
      expect(readScan(typed), typed).toEqual({ matter: '2026-SAM-000123' });
  });

  it('is read although an input method made it wide', () => {
    expect(readScan('２０２６－ＳＡＭ－０００１２３')).toEqual({ matter: '2026-SAM-000123' });
  });

  it('anything else is looked for as words; nothing is nothing', () => {
    expect(readScan('王小满')).toEqual({ words: '王小满' });
    expect(readScan('000123')).toEqual({ words: '000123' });
    expect(readScan('https://elsewhere.example/items/SAM-L01')).toEqual({ words: 'https://elsewhere.example/items/SAM-L01' });
    expect(readScan('https://a.example/track/%E0%A4%A')).toMatchObject({ words: expect.any(String) });
    expect(readScan('x'.repeat(300))).toEqual({ words: 'x'.repeat(100) });
    expect(readScan('   ')).toBeUndefined();
  });
});
