import { createElement, type ReactElement } from 'react';
import { describe, expect, test } from 'vitest';
import { buildCalendar, isNational, localDate, topicOf } from '../../../kernel/clock/index.ts';
import { readCalendarYears, readLaw } from '../../../platform/law.ts';
import { termsOutward } from '../../../terms.ts';
import { termHref } from '../../links.ts';
import { renderPage } from '../../render.ts';
import { LawPage } from '../law.page.tsx';
import { CountyLawPage } from './county.page.tsx';
import { StatutePage } from './statute.page.tsx';
import { EditionPage } from './years.tsx';

const law = readLaw('.');
const calendar = buildCalendar('2026.1', readCalendarYears('.'));
const today = localDate('2026-02-09');
const terms = [...law.terms.values()];
const national = terms.filter(({ basis }) => isNational(basis));
const county = terms.filter(({ basis }) => !isNational(basis));
const topics = [...new Set(national.map(({ id }) => topicOf(id)))];

const chrome = (lang: 'zh' | 'en') => ({ lang, path: '/law', countyName: { zh: '示范县', en: 'Model County' } });
/** Without tags: what somebody reads. */
const read = (html: string): string => html.replace(/<[^>]+>/g, '');
const html = (page: ReactElement): string => renderPage(page);
const overview = (lang: 'zh' | 'en') => html(createElement(LawPage, { law, calendar, chrome: chrome(lang) }));
const statute = (topic: string, lang: 'zh' | 'en') => html(createElement(StatutePage, { topic, law, today, chrome: chrome(lang) }));
const ofCounty = (lang: 'zh' | 'en') => html(createElement(CountyLawPage, { law, today, chrome: chrome(lang) }));

describe.each(['zh', 'en'] as const)('the law pages in %s', (lang) => {
  test('[S3-66] each limit of national law stands in the list and on the page of its statute, what the county sets on its own page only', () => {
    const list = overview(lang);
    for (const term of national) {
      expect(list).toContain(`id="${term.id}"`);
      expect(list).toContain(`href="${termHref(term)}"`);
      expect(statute(topicOf(term.id), lang)).toContain(`<section id="${term.id}">`);
    }
    const apart = ofCounty(lang);
    for (const term of county) {
      expect(apart).toContain(`<section id="${term.id}">`);
      expect(list).not.toContain(`"${term.id}"`);
      expect(termHref(term)).toBe(`/law/county#${term.id}`);
    }
    for (const { id } of law.parameters.values()) expect(apart).toContain(`id="${id}"`);
    expect(national.filter(({ id }) => apart.includes(`"${id}"`))).toEqual([]);
  });

  test('the county’s page begins with what is on it, each by a link to where it stands', () => {
    const page = ofCounty(lang);
    const ids = [...page.matchAll(/<section id="([\w-]+)"><h2/g)].map(([, id]) => id);
    const linked = [...page.matchAll(/<li><a href="#([\w-]+)">/g)].map(([, id]) => id);
    expect(linked.length).toBeGreaterThan(8);
    expect(linked).toEqual(ids.slice(1));
    expect(page.indexOf('href="#grounds"')).toBeLessThan(page.indexOf(`<section id="${ids[1]}"`));
  });

  test('no page is larger than sixty thousand bytes, has a script, or leaves a hole in a sentence', () => {
    for (const page of [overview(lang), ofCounty(lang), ...topics.map((topic) => statute(topic, lang))]) {
      expect(Buffer.byteLength(page)).toBeLessThanOrEqual(60_000);
      expect(page).not.toContain('<script');
      expect(read(page)).not.toMatch(/\{\w+\}|undefined/);
    }
  });
});

test('a limit in words: start, whose, roll, extension, pauses with caps, silence, article, mark', () => {
  const licensing = read(statute('licensing', 'en'));
  for (const sentence of [
    'within 20 working days',
    'The application is accepted. That day is day 0 and is not counted',
    'once, by 10 working days at most, approved by the head of the organ; the applicant is told, with the reason',
    'These and no others: Hearing, Tender, Auction',
    'the application counts as accepted, from the day the papers were received',
    'cannot be: a limit in working days ends on one',
    'lasts 1 year, then ends by itself',
    '7 working days before',
    'licensing.decide, formerly licensing.decision',
    'V read in the text',
  ])
    expect(licensing).toContain(sentence);
  expect(read(statute('disclosure', 'en'))).toContain('Asking a third party (at most 15 working days each time)');
  expect(read(statute('disclosure', 'en'))).toContain('Tue 31 Mar 2026, on 31 Mar each year');
  expect(read(statute('reconsideration', 'en'))).toMatch(/rolls on to the next working day \(.+article 88\)/);
  expect(read(statute('petition', 'en'))).toContain('does not roll: the law does not allow it');
  expect(read(statute('accident', 'zh'))).toContain('的那一分钟起，昼夜、休息日照算');
  expect(read(statute('decision', 'zh'))).toContain('不少于30日');
  expect(read(ofCounty('en'))).toContain('30 minutes');
});

test('outward each limit has every field, units in short, and says whether it is national', () => {
  const all = termsOutward(law);
  const of = (id: string) => all.find((one) => one.id === id)!;
  expect(of('licensing.decide')).toMatchObject({
    amount: 20,
    unit: 'wd',
    whose: 'organ',
    roll: 'none',
    article: '42(1)',
    confidence: 'verified',
  });
  expect(of('licensing.decide').extend).toMatchObject({ amount: 10, unit: 'wd', times: 1, by: 'head', article: '42(1)' });
  expect(of('licensing.decide').pauses.map(({ ground }) => ground)).toContain('expert-review');
  expect(of('disclosure.reply').pauses[0]).toMatchObject({ ground: 'third-party-opinion', cap: { amount: 15, unit: 'wd' } });
  expect([of('accident.report-unit').unit, of('proposals.reply').unit, of('penalty.time-bar').unit]).toEqual(['h', 'mo', 'yr']);
  expect([of('hotline.handle').national, of('petition.conclude').national]).toEqual([false, true]);
  expect([of('petition.register').extend, of('petition.register').silence, of('disclosure.report-county').recurs]).toEqual([
    null,
    null,
    '03-31',
  ]);
  const named =
    `licensing.accept licensing.correct licensing.decide licensing.decide-joint licensing.deliver licensing.renew disclosure.publish
    disclosure.reply disclosure.clarify disclosure.third-party petition.register petition.object petition.conclude petition.review
    petition.rereview reconsideration.examine reconsideration.decide penalty.decide hotline.handle decision.comment decision.legality
    inspection-of-government.object`.split(/\s+/);
  expect(named.filter((id) => !law.terms.has(id))).toEqual([]);
});

test('an edition of many years is told page by page, the last years first, and is a file', () => {
  const years = Array.from(
    { length: 12 },
    (_, i) => ({ year: 2020 + i, status: 'official', document: { zh: '通知', en: 'notice' }, off: [], makeup: [] }) as const,
  );
  const page = (n: number) => html(createElement(EditionPage, { name: '2026.2+county', years, page: n, chrome: chrome('en') }));
  const shown = (n: number) => [...page(n).matchAll(/>(20[23]\d)</g)].map(([, year]) => Number(year));
  expect([shown(1).at(0), shown(1).length, shown(2)]).toEqual([2031, 10, [2021, 2020]]);
  expect(page(1)).toContain('href="/law/calendar/2026.2%2Bcounty?page=2" rel="next"');
  expect(page(2)).toContain('href="/law/calendar/2026.2%2Bcounty" rel="prev"');
  expect([page(0), page(9)]).toEqual([page(1), page(2)]);
  expect(page(1)).toContain('/api/v1/law/calendar/2026.2%2Bcounty/years.xlsx?lang=en');
});

test('a limit of another law than the one it stands under names its own', () => {
  const row = (id: string, lang: 'zh' | 'en') => read(new RegExp(`id="${id}".*?</tr>`, 's').exec(overview(lang))![0]);
  expect(row('penalty.decide-market', 'zh')).toContain('《市场监督管理行政处罚程序规定》第六十四条 · S');
  expect(row('penalty.decide-market', 'en')).toContain('Rules on the Procedure of Penalties in Market Regulation, article 64 · S');
  expect(row('penalty.decide', 'zh')).not.toContain('《');
  for (const term of national) {
    const [first] = national.filter(({ id }) => topicOf(id) === topicOf(term.id));
    if (first!.basis.law.zh !== term.basis.law.zh) expect(row(term.id, 'zh'), term.id).toContain(term.basis.law.zh);
  }
});

test('a yearly duty names its day; a last day that rolls its basis, also for programs; a limit of the organ in court that it does not', () => {
  const list = (lang: 'zh' | 'en') => read(overview(lang));
  expect(list('zh')).toMatch(/每年一次，1月31日前（含当日）[\s\S]*每年一次，3月31日前（含当日）/);
  expect(list('en')).toMatch(/once a year, by 31 Jan[\s\S]*once a year, by 31 Mar/);
  const out = termsOutward(law);
  for (const { id, rollBasis } of out) expect([id, rollBasis?.article]).toEqual([id, law.term(id).rollBasis?.article]);
  expect(out.filter(({ rollBasis }) => rollBasis).length).toBeGreaterThan(1);
  expect(read(statute('litigation', 'en'))).toContain('it does not roll on from a rest day; the litigation periods of a party do');
});
