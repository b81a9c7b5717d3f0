import { expect, it } from 'vitest';
import { startBanjie } from '../../test/support/command.ts';

/** What a command says on stderr, and its end, when nobody reads its stdout any more. */
async function unread(args: readonly string[]): Promise<{ code: number | null; err: string }> {
  const child = startBanjie(args, {});
  child.stdout?.destroy();
  let err = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return new Promise((settle) => child.once('close', (code) => settle({ code, err })));
}

it('a command whose reader has gone ends quietly, as it would have', async () => {
  expect(await unread(['codes'])).toEqual({ code: 0, err: '' });
  expect(await unread(['codes', '--help'])).toEqual({ code: 0, err: '' });
  expect((await unread(['codes', '--loudly'])).code).toBe(2);
}, 60_000);
