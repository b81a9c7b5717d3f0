import { isLocalDate } from '../clock/index.ts';
import type { LocalDate } from '../clock/types.ts';
import type { IdType } from './types.ts';
import type { IdentityFaultCode } from './words.ts';

export type IdentityCheck =
  | { readonly ok: true; readonly number: string; readonly warnings: readonly 'organisation-code-check'[] }
  | { readonly ok: false; readonly code: IdentityFaultCode };

/** The number as it is stored: half-width, no spaces, capital letters. `number` of a passed check is in this form. */
export const normalId = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/** One question for every kind of paper; nobody is born after `today`, where that is given. */
export function checkId(type: IdType, text: string, today?: LocalDate): IdentityCheck {
  switch (type) {
    case 'resident-id':
      return checkCitizenId(text, today);
    case 'credit-code':
      return checkCreditCode(text);
    case 'passport':
    case 'hk-macao-permit':
    case 'taiwan-permit':
    case 'permanent-residence': {
      const number = normalId(text);
      return SHAPES[type].test(number) ? passed(number) : failed('id-shape');
    }
  }
}

/** Citizen number, GB 11643-1999. The division is checked for shape only: abolished ones stay valid on old cards. */
export function checkCitizenId(text: string, today?: LocalDate): IdentityCheck {
  const number = normalId(text);
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return failed('citizen-id-shape');
  const birth = birthOf('resident-id', number);
  if (!isLocalDate(birth) || birth < EARLIEST_BIRTH || (today && birth > today)) return failed('citizen-id-birth-date');
  if (citizenCheck(number) !== number[17]) return failed('citizen-id-check');
  return passed(number);
}

/** Nobody alive is older: an earlier year is a slip of the pen. The house's own bound. */
const EARLIEST_BIRTH = '1900-01-01' as LocalDate;

/** The date of birth that a citizen number carries; whether it lies ahead is for the county's own day to say. */
export const birthOf = (type: IdType, number: string): LocalDate | undefined =>
  type === 'resident-id' ? (`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}` as LocalDate) : undefined;

/** Unified social credit code, GB 32100-2015. The check of the organisation code inside only warns: some old codes fail it. */
export function checkCreditCode(text: string): IdentityCheck {
  const number = normalId(text);
  if (!/^[1-9ANY][1-59]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(number)) return failed('credit-code-shape');
  if (creditCheck(number) !== number[17]) return failed('credit-code-check');
  return organisationCheck(number.slice(8, 16)) === number[16] ? passed(number) : passed(number, 'organisation-code-check');
}

/** For display: the first three and last four of a long number, the first and last two of a short one (个人信息保护法 51). */
export function maskId(text: string): string {
  const [head, tail] = text.length >= 15 ? [3, 4] : text.length > 6 ? [1, 2] : [0, 0];
  return text.slice(0, head) + '*'.repeat(text.length - head - tail) + text.slice(text.length - tail);
}

const CITIZEN_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** 3^(i−1) mod 31. */
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
/** No I, O, S, V, Z. */
const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const ORGANISATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Letters of the permits: H Hong Kong, M Macao; old permits carry two digits of re-issue. Permanent residence: old card, new card. */
const SHAPES = {
  passport: /^[A-Z0-9]{5,17}$/,
  'hk-macao-permit': /^[HM]\d{8}(\d{2})?$/,
  'taiwan-permit': /^\d{8}(\d{2}[A-Z]?)?$/,
  'permanent-residence': /^([A-Z]{3}\d{12}|9\d{16}[\dX])$/,
} as const;

const weighed = (text: string, alphabet: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * alphabet.indexOf(text.charAt(i)), 0);

export const citizenCheck = (first17: string): string => '10X98765432'.charAt(weighed(first17, CREDIT_ALPHABET, CITIZEN_WEIGHTS) % 11);

/** The second mod matters: remainder 0 gives `0`, not a 32nd letter (law.md 2.1). */
export const creditCheck = (first17: string): string =>
  CREDIT_ALPHABET.charAt((31 - (weighed(first17, CREDIT_ALPHABET, CREDIT_WEIGHTS) % 31)) % 31);

const organisationCheck = (first8: string): string => {
  const value = 11 - (weighed(first8, ORGANISATION_ALPHABET, ORGANISATION_WEIGHTS) % 11);
  return value === 10 ? 'X' : value === 11 ? '0' : String(value);
};

const passed = (number: string, ...warnings: 'organisation-code-check'[]): IdentityCheck => ({ ok: true, number, warnings });
const failed = (code: IdentityFaultCode): IdentityCheck => ({ ok: false, code });
