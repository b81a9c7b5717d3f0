import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { checkoutRoot } from '../../src/platform/checkout.ts';
import { openTestHouse } from '../support/house.ts';

const h = await openTestHouse();

/** The commands under a heading, as a reader would copy them. */
function commandsUnder(file: string, heading: string): string {
  const text = readFileSync(join(checkoutRoot, file), 'utf8');
  const block = text.slice(text.indexOf(`\n## ${heading}\n`)).match(/```sh\n([\s\S]*?)```/)?.[1];
  if (!block) throw new Error(`${file}: no commands under ${heading}`);
  return block;
}

/** Bash runs them here; only the address is another, and `npx banjie token` answers what it would. */
async function run(commands: string): Promise<string[]> {
  const token = h.as('clerk').authorization.replace('Bearer ', '');
  const script = `set -e; npx() { [ "$*" = 'banjie token --persona clerk' ] && echo ${token}; }\n${commands}`.replaceAll(
    'http://127.0.0.1:8800',
    h.url,
  );
  // Answers follow each other without a line's end.
  const { stdout } = await promisify(execFile)('bash', ['-c', script.replaceAll(/^(curl .*)$/gm, '$1; echo')]);
  return stdout.trim().split('\n');
}

describe('the commands of the README', () => {
  it.each([
    ['README.md', 'By API'],
    ['README.zh-CN.md', '用接口办'],
  ])('%s: file, track, accept, verify, each does what it says', async (file, heading) => {
    const commands = commandsUnder(file, heading);
    expect(commands).toContain('http://127.0.0.1:8800');
    const [tracked, checked, accepted, verified] = (await run(commands)).map((line) => JSON.parse(line));
    expect(tracked).toMatchObject({ state: 'received', owner: { account: 'window' }, item: { id: 'SAM-L02' } });
    expect(tracked.actions.length).toBeGreaterThan(30);
    expect(checked).toMatchObject({ number: tracked.number, version: 2, state: 'received' });
    expect(accepted).toMatchObject({ number: tracked.number, version: 3, state: 'accepted' });
    expect(verified).toMatchObject({ number: tracked.number, facts: 3, faults: [] });
  });
});
