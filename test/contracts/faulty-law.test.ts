import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeFolder, temporaryFolder } from '../support/folders.ts';

const root = resolve(import.meta.dirname, '../..');
const copy = join(temporaryFolder(), 'checkout');
const data = join(copy, 'data');

/** The command of a checkout whose calendar has a wrong day in it. */
const faulty = (...args: readonly string[]): Promise<{ code: number | null; said: string }> => {
  const { DATABASE_URL: _, ...env } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', join(copy, 'test/support/banjie.ts'), ...args], {
    cwd: copy,
    env: { ...env, NODE_NO_WARNINGS: '1', BANJIE_DATA: data, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  return new Promise((settle) => child.once('close', (code) => settle({ code, said })));
};

describe('with a wrong day in law/calendar', () => {
  beforeAll(() => {
    mkdirSync(copy);
    for (const part of ['src', 'law', 'db', 'county', 'test/support', 'package.json', 'tsconfig.json'])
      cpSync(join(root, part), join(copy, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    const path = join(copy, 'law/calendar/2026.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('2026-02-14', '2026-02-17'));
  });
  afterAll(() => removeFolder(join(copy, '..')));

  it('every command and the start say file, line and remedy, without a stack; no database is made', async () => {
    const date = ['--amount', '5', '--from', '2026-02-09'];
    const tried = await Promise.all([['start'], ['demo'], ['deadline', ...date]].map((args) => faulty(...args)));
    for (const { code, said } of tried) {
      expect(said).toMatch(
        /law\/calendar\/2026\.yaml line 15: makeup #2: make-up day 2026-02-17 is no weekend\n.*Correct the lines named/s,
      );
      expect([code, said.includes('    at '), said.includes('LawFaults')]).toEqual([1, false, false]);
    }
    expect(existsSync(data)).toBe(false);
  });

  it('with a wrong duty besides, the check of the file and the start tell every line, and no connection is said to be lost', async () => {
    const year = join(copy, 'law/calendar/2026.yaml');
    writeFileSync(year, readFileSync(year, 'utf8').replace('2026-02-17', '2026-02-14'));
    const duties = 'county/model/duties.yaml';
    expect(await faulty('duties', 'check')).toMatchObject({ code: 0, said: expect.stringContaining('没有错误') });
    writeFileSync(join(copy, duties), 'confidence: known\nduties:\n  - { term: emergency.drill, organ: XYZ }\n  - { term: x }\n');
    const [checked, started] = [await faulty('duties', 'check', join(copy, duties)), await faulty('start', '--empty')];
    for (const { code, said } of [checked, started]) {
      expect(said).toMatch(
        /第 3 行：duties #1 organ：没有单位 XYZ[\s\S]*line 4: duties #2 organ: is missing[\s\S]*line 4: duties #2 term: there is no/,
      );
      expect([code, said.includes('connection was lost'), said.includes('    at ')]).toEqual([1, false, false]);
    }
    expect(checked.said).toContain('3 faults; nothing was changed.');
    expect(await faulty('duties', 'check', 'no.yaml')).toMatchObject({ code: 2 });
  });
});
