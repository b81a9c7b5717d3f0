import { hash, verify } from '@node-rs/argon2';
import type { Refusal } from '../../kernel/decision.ts';

/** argon2id with what OWASP asks at least: 19 MiB, two passes; about a tenth of a second. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const LEAST = 12;
const MOST = 200;

/** Nobody's, at the same cost: an unknown person is answered after the same work as a wrong password. */
export const NOBODYS = '$argon2id$v=19$m=19456,t=2,p=1$UBOJgNfLyLV170bmQNEwmA$xn70zC/+bRnwXudEMlgSHV2N5E85TrndqgWmWX+agHE';

/** The same characters however they were typed. */
const even = (password: string): string => password.normalize('NFKC');

export const hashPassword = (password: string): Promise<string> => hash(even(password), COST);

/** Whether it is the password of this hash; without a hash the work is done all the same. */
export async function isPassword(known: string | undefined, password: string): Promise<boolean> {
  const same = await verify(known ?? NOBODYS, even(password).slice(0, MOST)).catch(() => false);
  return same && known !== undefined;
}

/** Why a password will not do; undefined: it will. */
export function passwordFault(password: string): Refusal | undefined {
  const length = [...even(password)].length;
  if (length < LEAST) return { code: 'password-too-short', params: { least: LEAST } };
  if (even(password).length > MOST) return { code: 'password-too-long', params: { most: MOST } };
  return isCommon(even(password).toLowerCase()) ? { code: 'password-too-common' } : undefined;
}

const isCommon = (password: string): boolean => COMMON.has(password) || new Set(password).size < 4;

/** The twenty that everybody tries first, of those long enough to be asked about. */
const COMMON: ReadonlySet<string> = new Set([
  '123456789012',
  '1234567890123',
  '12345678901234',
  '012345678901',
  '123456123456',
  '1234567890ab',
  '1234567890abc',
  '123456789abc',
  'abc123456789',
  'abcd12345678',
  'password1234',
  'password12345',
  'password123456',
  'passwordpassword',
  'qwerty123456',
  'qwertyuiop123',
  'qwertyuiopasdf',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  'woaini123456',
]);
