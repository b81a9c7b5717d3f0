import { describe, expect, it } from 'vitest';
import { hashPassword, isPassword, NOBODYS, passwordFault } from './passwords.ts';

describe('a password', () => {
  it('is twelve characters or more, and none of those everybody tries first', () => {
    expect(passwordFault('eleven chars'.slice(0, 11))?.code).toBe('password-too-short');
    expect(passwordFault('县里的密码要够长')?.code).toBe('password-too-short');
    expect(passwordFault('x'.repeat(20))?.code).toBe('password-too-common');
    for (const common of ['password1234', 'PassWord1234', '1qaz2wsx3edc', '１２３４５６７８９０１２'])
      expect(passwordFault(common)?.code).toBe('password-too-common');
    expect(passwordFault('long enough '.repeat(20))?.code).toBe('password-too-long');
    expect(passwordFault('三月的窗口八点半开门不要忘')).toBeUndefined();
    expect(passwordFault('a quiet window at noon')).toBeUndefined();
  });

  it('is kept as an argon2id hash, another each time, and known again however it was typed', async () => {
    const [one, two] = await Promise.all([hashPassword('ｑuiet window 12'), hashPassword('quiet window 12')]);
    expect(one).not.toBe(two);
    expect(one).toMatch(/^\$argon2id\$/);
    expect(await isPassword(one, 'quiet window 12')).toBe(true);
    expect(await isPassword(one, 'quiet window 13')).toBe(false);
    expect(await isPassword('no hash at all', 'quiet window 12')).toBe(false);
  });

  it('of nobody is looked at as long as anybody’s, and never right', async () => {
    const costOf = (hash: string) => hash.split('$').slice(0, 4);
    expect(costOf(NOBODYS)).toEqual(costOf(await hashPassword('quiet window 12')));
    expect(await isPassword(undefined, 'x'.repeat(12))).toBe(false);
  });
});
