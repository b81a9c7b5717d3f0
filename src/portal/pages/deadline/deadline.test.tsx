import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { deadlineOf } from '../../../deadline.ts';
import { buildCalendar, isNational } from '../../../kernel/clock/index.ts';
import { readCalendarYears, readLaw } from '../../../platform/law.ts';
import { DeadlineForm } from './form.tsx';

const law = readLaw('.');
const calendar = buildCalendar('2026.1', readCalendarYears('.'));
const explained = (term: string, from: string) => {
  const answer = deadlineOf({ term, from }, law, calendar);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  return answer.sheet.explanation;
};

test.each(['zh', 'en'] as const)('what the county sets is offered apart from what the law sets: %s', (lang) => {
  const html = renderToStaticMarkup(createElement(DeadlineForm, { asked: {}, law, errors: [], lang }));
  const label = { zh: '本县的参数，不是全国性法律', en: 'Parameters of this county, no national law' }[lang];
  const [list = ''] = /<select id="f-term".*?<\/select>/s.exec(html) ?? [];
  const [national = '', county = ''] = list.split(`<optgroup label="${label}">`);
  for (const term of law.terms.values()) expect(isNational(term.basis) ? national : county, term.id).toContain(`value="${term.id}"`);
  expect(list.match(/<option/g)).toHaveLength(law.terms.size + 1);
});

test('a limit of the county says in its paragraph that it is no national law, whichever its mark', () => {
  const { zh, en } = explained('hotline.handle', '2026-03-02');
  expect(en).toMatch(/^5 working days: a parameter of this county, no national law \(/);
  expect(zh).toMatch(/^5个工作日：这是本县的参数，不是全国性法律的规定（《/);
  expect(explained('proposals.reply-cppcc', '2026-03-02').en).toContain('the county goes by it from practice, the text not read');
  expect(explained('disclosure.reply', '2026-03-02').en).toMatch(/^Regulations.*, article 33.*: 20 working days\./);
});

test('half an hour is called alike in the list and in the paragraph', () => {
  const { zh, en } = explained('emergency.phone', '2026-03-02T10:30');
  expect([zh.split('：')[0], en.split(':')[0]]).toEqual(['30分钟', '30 minutes']);
  expect(explained('emergency.written', '2026-03-02T10:30').en).toMatch(/^(1 hour|\d+ hours):/);
});
