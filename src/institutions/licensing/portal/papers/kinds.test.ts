import { expect, test } from 'vitest';
import { readModelCounty } from '../../../../../test/support/model-county.ts';
import { Story } from '../../builders.ts';
import type { Case } from '../case.ts';
import { askedPaper, paperOf, papersOf } from './kinds.ts';

const world = readModelCounty();

function caseOf(s: Story): Case {
  const facts = s.facts.map((f) => ({ ...f, body: f }));
  return { facts, s: s.state, m: s.matter, moment: { directory: world.directory }, catalogue: world.catalogue } as unknown as Case;
}
const begun = () => new Story(world, '2026-03-02').filed().sure('accept', {}, 'clerk');
const paused = (s: Story, day: string) =>
  s
    .on(day)
    .sure('pause', { ground: 'testing', expected: '2026-12-01', reason: day }, 'examiner-lead')
    .sure('resume', { note: 'x' }, 'examiner-lead');

test('each notice of a kind stays open under its own number and is listed; the bare name is the latest', () => {
  const c = caseOf(paused(paused(begun(), '2026-03-04'), '2026-03-05'));
  const listed = papersOf(c);
  expect(listed.map(({ part }) => part)).toEqual(['receipt', 'acceptance', 'pause-1', 'pause-2']);
  expect(listed.at(-1)?.title).toEqual({ zh: '特别程序告知书（第2份）', en: 'Notice of a special procedure (no. 2)' });
  const open = (part: string) => {
    const asked = askedPaper(part);
    return asked && paperOf(c, asked.kind, asked.no);
  };
  expect([open('pause-1')?.date, open('pause-2')?.date, open('pause')?.date]).toEqual(['2026-03-04', '2026-03-05', '2026-03-05']);
  expect(open('pause-1')?.number).toBe('SAM特字〔2026〕1号');
  expect(open('pause')?.number).toBe('SAM特字〔2026〕1-2号');
  for (const part of ['pause-3', 'pause-0', 'pause-', 'pause-01', 'third-parties-1', 'nothing-1']) expect(open(part), part).toBeUndefined();
});

test('a single notice is listed by its bare name', () => {
  const c = caseOf(paused(begun(), '2026-03-04'));
  expect(papersOf(c).map(({ part }) => part)).toEqual(['receipt', 'acceptance', 'pause']);
  expect(paperOf(c, 'pause')?.number).toBe('SAM特字〔2026〕1号');
});
