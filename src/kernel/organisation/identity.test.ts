import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../clock/types.ts';
import { checkCitizenId, checkCreditCode, checkId, citizenCheck, maskId } from './identity.ts';
import { ID_TYPES } from './types.ts';
import { identityRefusals, idTypeNames } from './words.ts';

const CITIZENS = ['11010519491231002X', '110101199003070003'];
const FIRMS = [
  '11371525004442025C',
  '11511301008778183N',
  '115113010833722043',
  '91110000802100433B',
  '91440300708461136T',
  '11532331015179648Q',
];
const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const code = (check: ReturnType<typeof checkCitizenId>): string => (check.ok ? 'ok' : check.code);
const numbered = (day: string): string => `110101${day}001${citizenCheck(`110101${day}001`)}`;
const replaced = (text: string, at: number, by: string): string => text.slice(0, at) + by + text.slice(at + 1);

describe('citizen number, GB 11643', () => {
  it.each(CITIZENS)('%s of law.md passes', (number) => {
    expect(checkCitizenId(number)).toEqual({ ok: true, number, warnings: [] });
  });

  it('is stored half-width, in capitals, without spaces', () => {
    expect(checkCitizenId(' 110105 19491231 002x ')).toMatchObject({ ok: true, number: '11010519491231002X' });
    expect(checkCitizenId('１１０１０５１９４９１２３１００２Ｘ')).toMatchObject({ ok: true, number: '11010519491231002X' });
  });

  it('says what is wrong: form, date, check', () => {
    expect(code(checkCitizenId(''))).toBe('citizen-id-shape');
    expect(code(checkCitizenId('11010519491231002'))).toBe('citizen-id-shape');
    expect(code(checkCitizenId('110105194912310O2X'))).toBe('citizen-id-shape');
    expect(code(checkCitizenId('11010519490230002X'))).toBe('citizen-id-birth-date');
    expect(code(checkCitizenId('110105194912310020'))).toBe('citizen-id-check');
  });

  it('nobody is born before 1900, the standard’s own example of 1880 neither, nor after the day on which the card is shown', () => {
    const born = (day: string, today?: string) => code(checkId('resident-id', numbered(day), today as LocalDate));
    expect([born('17000101'), born('18991231'), born('19000101')]).toEqual(['citizen-id-birth-date', 'citizen-id-birth-date', 'ok']);
    expect(code(checkCitizenId('440524188001010014'))).toBe('citizen-id-birth-date');
    expect([born('20260303', '2026-03-02'), born('20260302', '2026-03-02')]).toEqual(['citizen-id-birth-date', 'ok']);
  });

  it('refuses every other check character, and any one changed digit', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CITIZENS), fc.nat(17), fc.constantFrom(...'0123456789X'), (number, at, by) => {
        fc.pre(number[at] !== by);
        expect(checkCitizenId(replaced(number, at, by)).ok).toBe(false);
      }),
    );
    for (const number of CITIZENS)
      for (const last of '0123456789X')
        expect(checkCitizenId(replaced(number, 17, last)).ok, number.slice(0, 17) + last).toBe(last === number[17]);
  });
});

describe('unified social credit code, GB 32100', () => {
  it.each(FIRMS)('%s of law.md passes without warning', (number) => {
    expect(checkCreditCode(number)).toEqual({ ok: true, number, warnings: [] });
  });

  it('a remainder of 0 gives the check 0: the second mod', () => {
    const found = [...CREDIT_ALPHABET].map((c) => `9199010100000000${c}0`).find((number) => checkCreditCode(number).ok);
    expect(found).toBeDefined();
  });

  it('an organisation code that fails its own check only warns', () => {
    const inner = [...CREDIT_ALPHABET].map((c) => `9111000080210043A${c}`).find((number) => checkCreditCode(number).ok);
    expect(checkCreditCode(inner ?? '')).toMatchObject({ ok: true, warnings: ['organisation-code-check'] });
  });

  it('says what is wrong: form, check', () => {
    expect(code(checkCreditCode('9111000080210043'))).toBe('credit-code-shape');
    expect(code(checkCreditCode('91110000802100433I'))).toBe('credit-code-shape');
    expect(code(checkCreditCode('911100008021004330'))).toBe('credit-code-check');
  });

  it('refuses every other check character, and any one changed character', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FIRMS), fc.nat(17), fc.constantFrom(...CREDIT_ALPHABET), (number, at, by) => {
        fc.pre(number[at] !== by);
        expect(checkCreditCode(replaced(number, at, by)).ok).toBe(false);
      }),
    );
    for (const number of FIRMS)
      for (const last of CREDIT_ALPHABET)
        expect(checkCreditCode(replaced(number, 17, last)).ok, number.slice(0, 17) + last).toBe(last === number[17]);
  });
});

describe('other papers', () => {
  it.each([
    ['passport', 'E12345678', 'E1'],
    ['hk-macao-permit', 'H12345678', 'K12345678'],
    ['taiwan-permit', '12345678', '1234567'],
    ['permanent-residence', 'CHN110101900101', 'CHN11'],
    ['permanent-residence', '911124198108030024', '811124198108030024'],
  ] as const)('%s: %s passes, %s does not', (type, good, bad) => {
    expect(checkId(type, good)).toMatchObject({ ok: true, number: good });
    expect(code(checkId(type, bad))).toBe('id-shape');
  });

  it('every kind and every refusal speaks both languages', () => {
    for (const type of ID_TYPES) expect(idTypeNames[type].zh && idTypeNames[type].en).toBeTruthy();
    for (const { title, next } of Object.values(identityRefusals)) expect(title.zh && title.en && next.zh && next.en).toBeTruthy();
  });
});

describe('shown on a screen', () => {
  it('a number is masked, and keeps its length', () => {
    expect(maskId('11010519491231002X')).toBe('110***********002X');
    expect(maskId('E12345678')).toBe('E******78');
    expect(maskId('123')).toBe('***');
    expect(maskId('')).toBe('');
  });
});
