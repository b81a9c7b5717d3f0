import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { caseOfStory, seen } from '../../../../test/support/cases.ts';
import { readModelCounty } from '../../../../test/support/model-county.ts';
import { Story } from '../builders.ts';
import { storyOf as officers } from '../workbench/story.ts';
import { PaperBody } from './papers/body.tsx';
import { paperOf } from './papers/kinds.ts';
import { storyOf } from './track/story.tsx';
import { Todo } from './track/todo.tsx';

const world = readModelCounty();
const accepted = () => new Story(world, '2026-03-02').filed({ item: 'UMB-L01' }).sure('accept', {}, 'clerk');
const occupied = () => accepted().sure('bill', { charge: 'UMB-C02', quantity: 200 }, 'umb-examiner');
const DUG = { charge: 'UMB-C03', amount: 400, basis: 'Notice 3' };
const told = (s: Story) => storyOf(caseOfStory(s), 'en').map(({ text }) => text);
const entries = (s: Story) =>
  officers(caseOfStory(s), { names: new Map(), files: [], statements: new Map(), parties: [], lang: 'zh' }).entries.toReversed();
const paper = (s: Story) => {
  const c = caseOfStory(s);
  return seen(renderToStaticMarkup(<PaperBody c={c} paper={paperOf(c, 'payment')!} lang="zh" />));
};

test('a bill is told with its charge and for how much of it, also where it is the only one; of what was assessed no number is made up', () => {
  const one = occupied().sure('pay', { amount: 60, method: 'cash', receipt: 'R-1' }, 'cashier');
  expect(told(one).slice(-2)).toEqual([
    {
      zh: '开出缴费单¥60.00（城市道路占用费，200平方米·日）',
      en: expect.stringMatching(/^A bill of .+ \(Urban road occupation charge, 200 平方米·日\)$/),
    },
    { zh: '收到缴费¥60.00（城市道路占用费）', en: expect.stringMatching(/ \(Urban road occupation charge\)$/) },
  ]);
  expect(
    entries(one)
      .slice(-2)
      .map(({ text }) => text.zh),
  ).toEqual(['开出缴费单：城市道路占用费，200平方米·日 ¥60.00', '缴费：城市道路占用费 ¥60.00']);
  expect(paper(one)).toContain('城市道路占用费，200平方米·日');
  const name = world.catalogue.charge('UMB-C03')!.name.zh;
  expect(told(accepted().sure('bill', DUG, 'umb-examiner')).at(-1)?.zh).toBe(`开出缴费单¥400.00（${name}）`);
});

test('[S3-44] an order to give back that takes the place of another says of which; after one was carried out there is none', () => {
  const order = (amount: number) => ({ amount, reason: 'x' });
  const s = occupied()
    .sure('pay', { amount: 60, method: 'cash', receipt: 'R-1' }, 'cashier')
    .sure('order-refund', order(20), 'umb-deputy')
    .on('2026-03-03')
    .sure('order-refund', order(30), 'umb-deputy');
  const replaces = '代替2026年3月2日批准而没有退的¥20.00（第5条记录）';
  expect(told(s).at(-1)?.zh).toBe(`批准退费¥30.00（城市道路占用费），${replaces}`);
  expect(entries(s).at(-1)?.lines[0]).toEqual({ text: expect.objectContaining({ zh: replaces }) });
  expect(
    entries(s)
      .at(-2)
      ?.lines.map(({ text }) => text),
  ).toEqual(['x']);
  expect(paper(s)).toContain(`批准退费¥30.00（城市道路占用费），${replaces}`);
  const withdrawn = s.fork().sure('withdraw-refund-order', { reason: 'y' }, 'umb-chief');
  expect(told(withdrawn).at(-1)).toEqual({
    zh: '撤回退费¥30.00的批准（城市道路占用费）',
    en: expect.stringMatching(/^The approval of a refund of .+30\.00 was withdrawn \(/),
  });
  expect(entries(withdrawn).at(-1)?.lines[0]?.text).toBe('y');
  expect(paper(withdrawn)).toContain('撤回退费¥30.00的批准');
  expect(told(withdrawn.sure('order-refund', order(10), 'umb-deputy')).at(-1)?.zh).toBe('批准退费¥10.00（城市道路占用费）');
  const again = s.sure('refund', { amount: 30 }, 'cashier').sure('order-refund', order(10), 'umb-deputy');
  expect(told(again).at(-1)?.zh).toBe('批准退费¥10.00（城市道路占用费）');
});

test('several open bills stand each with its notice, and with their sum', () => {
  const todo = (s: Story) => renderToStaticMarkup(<Todo c={caseOfStory(s)} lang="zh" />);
  const several = occupied().sure('bill', DUG, 'umb-examiner');
  expect(seen(todo(several))).toContain('以上 2 项，合计应缴¥460.00。');
  expect(todo(several)).toMatch(/payment-1.*payment-2.*\/payment\?/s);
  expect(seen(todo(occupied()))).not.toContain('合计');
});
