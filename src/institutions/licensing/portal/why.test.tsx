import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { caseOfStory, seen } from '../../../../test/support/cases.ts';
import { readModelCounty } from '../../../../test/support/model-county.ts';
import { whyDate } from '../../../portal/index.ts';
import { Story } from '../builders.ts';
import { storyOf } from '../workbench/story.ts';
import { PaperBody } from './papers/body.tsx';
import { paperOf } from './papers/kinds.ts';
import { Clocks } from './track/clocks.tsx';

const world = readModelCounty();
const SAID = {
  zh: '10个工作日，经本机关负责人批准（《行政许可法》第四十二条第一款）延长5个工作日',
  en: '10 working days, extended by 5 working days with approval of the head of the organ (Administrative Licensing Law, article 42, paragraph 1)',
} as const;

const extended = () =>
  new Story(world, '2026-03-02').filed({ item: 'SAM-L02' }).sure('accept', {}, 'clerk').sure('extend', { reason: 'x' }, 'deputy');

test.each(['zh', 'en'] as const)(
  'who approved more time, and by which article, is one sentence on screen, to the applicant and on paper: %s',
  (lang) => {
    const c = caseOfStory(extended());
    const parts = { names: new Map(), files: [], statements: new Map(), parties: [], lang };
    const legal = storyOf(c, parts).clocks.find(({ clock }) => clock.kind === 'legal')!;
    expect(whyDate({ ...legal, lang }).join(' ')).toContain(SAID[lang]);
    expect(seen(renderToStaticMarkup(<Clocks c={c} lang={lang} />))).toContain(SAID[lang]);
    const paper = paperOf(c, 'extension')!;
    expect(seen(renderToStaticMarkup(<PaperBody c={c} paper={paper} lang={lang} />))).toContain(SAID[lang]);
  },
);

const LAWS = {
  zh: '《食品安全法》第三十五条;《食品生产许可管理办法》(总局令第24号)（本事项自己的设定依据）：10个工作日',
  en: 'Food Safety Law, article 35; Measures on Food Production Licences (总局令第24号) (this item’s own legal basis): 10 working days',
} as const;

test.each(['zh', 'en'] as const)('a limit of the item’s own cites what it rests on, and how sure that is: %s', (lang) => {
  const story = new Story(world, '2026-03-02').filed({ item: 'SAM-L02' }).sure('accept', {}, 'clerk');
  const clocks = renderToStaticMarkup(<Clocks c={caseOfStory(story)} lang={lang} />);
  const legal = seen(clocks.slice(clocks.indexOf('id="legal"')));
  expect(legal).toContain(LAWS[lang]);
  expect(legal).toContain({ zh: '据经验，未核原文', en: 'from practice, text not read' }[lang]);
  expect(legal).not.toMatch(/Administrative Licensing Law|行政许可法/);
});

test('the law’s own 20 working days cite the law, and are certain', () => {
  const story = new Story(world, '2026-03-02').filed({ item: 'SAM-L07' }).sure('accept', {}, 'clerk');
  const clocks = renderToStaticMarkup(<Clocks c={caseOfStory(story)} lang="en" />);
  const legal = seen(clocks.slice(clocks.indexOf('id="legal"')));
  expect(legal).toContain('Administrative Licensing Law, article 42, paragraph 1: 20 working days');
  expect(legal).not.toContain('text not read');
});
