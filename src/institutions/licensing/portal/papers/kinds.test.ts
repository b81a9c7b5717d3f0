import { expect, test } from 'vitest';
import { readModelCounty } from '../../../../../test/support/model-county.ts';
import { factOf } from '../../../../kernel/matter/fold.ts';
import { Story } from '../../builders.ts';
import { licensing } from '../../definition.ts';
import { type Case, chairOf } from '../case.ts';
import { storyOf } from '../track/story.tsx';
import { askedPaper, paperOf, papersOf, replacedBy } from './kinds.ts';

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

test('a notice of a hearing that was given anew says which one replaced it: in the list, in the story, on itself', () => {
  const hearing = { day: '2026-03-12', time: '09:30', place: 'Room 3', moderator: 'SAM-CHF' };
  const s = begun()
    .sure('tell-third-parties', { parties: [{ name: 'A neighbour' }], what: 'x', hearing: true }, 'examiner-lead')
    .sure('record-statement', { from: 'third-party', text: 'x', hearing: true }, 'examiner-lead')
    .sure('notify-hearing', hearing, 'examiner-lead');
  const once = caseOf(s);
  expect(papersOf(once).at(-1)?.title.en).toBe('Notice of a hearing');
  expect(replacedBy(once, paperOf(once, 'hearing')!.fact)).toBeUndefined();
  const c = caseOf(s.sure('notify-hearing', { ...hearing, day: '2026-03-16' }, 'examiner-lead'));
  expect(papersOf(c).filter(({ part }) => part.startsWith('hearing'))).toEqual([
    {
      part: 'hearing-1',
      title: { zh: '行政许可听证通知书（第1份），已由第2号通知代替', en: 'Notice of a hearing (no. 1), replaced by notice no. 2' },
    },
    { part: 'hearing-2', title: { zh: '行政许可听证通知书（第2份）', en: 'Notice of a hearing (no. 2)' } },
  ]);
  expect([replacedBy(c, paperOf(c, 'hearing', 1)!.fact), replacedBy(c, paperOf(c, 'hearing', 2)!.fact)]).toEqual([2, undefined]);
  const bodies = s.facts.map((f) => ({ ...f, body: factOf(licensing, f.kind, JSON.parse(f.body)) }));
  const told = { ...c, file: {}, facts: bodies } as unknown as Case;
  const [first, second] = storyOf(told, 'en').filter(({ text }) => text.en.startsWith('Notice of the hearing'));
  expect(first?.text.en).toMatch(/, replaced by notice no\. 2$/);
  expect(second?.text.en).not.toContain('replaced');
  expect(chairOf(c, 'SAM-CHF').en).toContain(world.directory.seat('SAM-CHF')!.name.en);
});
