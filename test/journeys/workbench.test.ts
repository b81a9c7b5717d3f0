import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { buildWorkbench } from '../../bin/build.js';
import { setClock } from '../../src/county-clock.ts';
import { checkoutRoot } from '../../src/platform/checkout.ts';
import { launchBrowserOrSkip } from '../support/browser.ts';
import { openTestHouse } from '../support/house.ts';
import { application, fileByForm } from './pages.ts';

const browser = await launchBrowserOrSkip();
if (browser && !buildWorkbench(checkoutRoot, () => {})) throw new Error('the workbench does not build');
const h = await openTestHouse();
afterAll(() => browser?.close());

const SIGN = 'UMB-L05';
await setClock(h.house, Date.parse('2026-02-09T09:30+08:00'));
const file = async () => (await fileByForm(h.url, `/apply/${SIGN}`, application())).number;
const accepted = async () => {
  const number = await file();
  await h.act(number, 'clerk', 'accept');
  return number;
};
const agree = (step: string) => ({ step, opinion: 'agree', text: '看过现场' });
const stateOf = async (number: string) =>
  (await (await fetch(`${h.url}/api/v1/matters/${number}`, { headers: h.as('clerk') })).json()) as {
    state: string;
    steps: { id: string; stage: string }[];
  };

interface Visit {
  readonly page: Page;
  /** What the browser complained of. */
  readonly faults: string[];
}

async function visit(lang: 'zh' | 'en', width = 1366): Promise<Visit> {
  const context = await browser!.newContext({
    viewport: { width, height: width === 1366 ? 768 : 1180 },
    extraHTTPHeaders: { 'accept-language': lang },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  page.on('console', (said) => {
    if (said.type() === 'error' || said.type() === 'warning') faults.push(`${said.type()}: ${said.text()}`);
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  return { page, faults };
}

/** One click on a card. */
async function signIn(page: Page, persona: string): Promise<void> {
  await page.goto(`${h.url}/workbench`);
  await page.click(`[data-persona="${persona}"]`);
  await page.waitForSelector('.who');
}
const rowOf = (page: Page, number: string) => page.locator('.desk-list tbody tr', { hasText: number });
const openMatter = async (page: Page, number: string) => {
  await rowOf(page, number).locator('th a').click();
  await page.waitForSelector('.timeline');
};

describe.skipIf(!browser)('the officers’ workbench', () => {
  it('a clerk signs in with one click, finds the matter on the desk and accepts it', async () => {
    const number = await file();
    const { page, faults } = await visit('zh');
    await signIn(page, 'clerk');
    await page.waitForSelector('.desk-list');
    expect(await page.textContent('.who')).toContain('综合窗口1号');
    await openMatter(page, number);
    await page.click('[data-action="accept"]');
    await page.click('[data-do="accept"]');
    await page.waitForSelector('.told:has-text("已办：受理。")');
    await page.waitForSelector('.timeline :text("李卫生 · 县行政审批服务局 · 综合窗口1号")');
    expect((await stateOf(number)).state).toBe('accepted');
    expect(await page.textContent('.actions')).toContain('现在不能做的');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('an examiner signs many at once by keys, and hears of each what was done and what was skipped', async () => {
    const [one, two, third] = [await accepted(), await accepted(), await accepted()];
    const { page, faults } = await visit('en');
    await signIn(page, 'umb-examiner');
    for (const number of [one, two, third]) await rowOf(page, number).locator('input[type=checkbox]').check();
    await page.locator('h1').click();
    await page.keyboard.press('a');
    await page.waitForSelector('.ant-modal');
    await page.locator('.ant-modal').getByText('Propose').click();
    await page.locator('.templates button').first().click();
    // A colleague was faster with one of them.
    await h.act(third, 'UMB-EX2', 'propose', agree('lead'));
    await page.locator('.ant-modal-footer .ant-btn-primary').click();
    await page.waitForSelector('.results');
    expect(await page.textContent('.ant-modal')).toContain('2 done, 1 skipped');
    expect(await page.locator('.results .skipped').textContent()).toContain(third);
    for (const number of [one, two]) expect((await stateOf(number)).steps.find(({ id }) => id === 'lead')?.stage).toBe('check');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('what one chose stands in the address, and the keys go down the list, open, and show themselves', async () => {
    await accepted();
    const { page, faults } = await visit('en');
    await signIn(page, 'umb-examiner');
    await page.waitForSelector('.desk-list');
    await page.locator('.tabs button', { hasText: 'in time' }).click();
    await page.waitForURL(/light=in-time/);
    await page.reload();
    await page.waitForSelector('.tabs button[aria-pressed=true]:has-text("in time")');
    await page.keyboard.press('?');
    await page.waitForSelector('.keys');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.keys', { state: 'hidden' });
    await page.keyboard.press('j');
    const second = await page.locator('.desk-list tr.active th a').getAttribute('href');
    await page.keyboard.press('k');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.timeline');
    expect(page.url()).toContain(second?.split('?')[0]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('where the matter moved on meanwhile, the fresh state comes, a sentence says so, and nothing typed is lost', async () => {
    const number = await accepted();
    const { page } = await visit('zh');
    await signIn(page, 'umb-examiner');
    await openMatter(page, number);
    await page.click('[data-action="propose"]');
    await page.fill('.ant-drawer textarea', '这是我写了很久的意见');
    await h.act(number, 'UMB-EX2', 'propose', agree('lead'));
    await page.click('[data-do="propose"]');
    await page.waitForSelector('.ant-drawer .notice');
    expect(await page.textContent('.ant-drawer')).toContain('您写的内容都还在');
    expect(await page.inputValue('.ant-drawer textarea')).toBe('这是我写了很久的意见');
    await page.waitForSelector('[data-do="propose"]:disabled');
    await page.context().close();
  });

  it('the head decides what all have examined, and the story says in whose name', async () => {
    const number = await accepted();
    for (const organ of ['PSB', 'HUC']) await h.act(number, `${organ}-DEP`, 'approve', agree(`assist:${organ}`));
    await h.act(number, 'UMB-EX1', 'propose', agree('lead'));
    await h.act(number, 'UMB-SH', 'check', agree('lead'));
    await h.act(number, 'UMB-DEP', 'approve', agree('lead'));
    const { page, faults } = await visit('en');
    await signIn(page, 'umb-chief');
    await openMatter(page, number);
    await page.click('[data-action="decide"]');
    await page.click('[data-do="decide"]');
    await page.waitForSelector('.fault');
    await page.locator('.ant-drawer').getByText('granted', { exact: true }).click();
    await page.locator('.ant-drawer textarea').first().fill('The conditions are met.');
    await page.click('[data-do="decide"]');
    await page.waitForSelector('.told:has-text("Done: Decide.")');
    await page.waitForSelector('.timeline :text("Decided: granted")');
    expect((await stateOf(number)).state).toBe('decided');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('a wrong password is answered in a sentence, and a day can be let pass', async () => {
    const { page } = await visit('zh');
    await page.goto(`${h.url}/workbench`);
    await page.click('.by-password summary');
    await page.fill('input[autocomplete="username"]', 'o-0012');
    await page.fill('input[type=password]', 'no such password');
    await page.click('.by-password button[type=submit]');
    await page.waitForSelector('.wrong');
    expect(await page.textContent('.wrong')).toMatch(/。$/);
    await page.click('[data-persona="clerk"]');
    await page.waitForSelector('.clockbar:has-text("2月9日")');
    await page.click('.clockbar button');
    await page.waitForSelector('.clockbar:has-text("2月10日")');
    await page.getByText('退出').click();
    await page.waitForSelector('[data-persona]');
    await page.context().close();
  });
});

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AXE = `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] })
  .then((r) => r.violations.flatMap((v) => v.nodes.map((n) => v.id + ' ' + n.target + ' ' + n.failureSummary)))`;
/** Also what a frame would cut off. */
const TOO_WIDE = `[document.documentElement, ...document.querySelectorAll('.table-wrap, .card, main')].some((e) => e.scrollWidth > e.clientWidth + 1)`;
const HAN = '\\\\p{Script=Han}';
const UNMARKED = `(() => {
  const han = new RegExp('${HAN}', 'u');
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walk.nextNode()) if (han.test(walk.currentNode.data) && !walk.currentNode.parentElement.closest('[lang^=zh], style')) found.push(walk.currentNode.data.slice(0, 60));
  return found;
})()`;

describe.skipIf(!browser).each(['zh', 'en'] as const)('every screen in %s', (lang) => {
  it.each([1366, 820])('is complete, fits %d pixels, and neither axe nor the console finds a fault', async (width) => {
    await accepted();
    const { page, faults } = await visit(lang, width);
    const look = async (name: string) => {
      if (await page.evaluate(TOO_WIDE)) faults.push(`${name} sticks out`);
      if (lang === 'en') faults.push(...(await page.evaluate<string[]>(UNMARKED)).map((text) => `${name}: ${text}`));
      await page.evaluate(axe);
      faults.push(...(await page.evaluate<string[]>(AXE)).map((fault) => `${name}: ${fault}`));
    };
    await page.goto(`${h.url}/workbench`);
    await page.waitForSelector('[data-persona]');
    await look('sign-in');
    await page.click('[data-persona="umb-examiner"]');
    await page.waitForSelector('.desk-list');
    await look('desk');
    await page.locator('.desk-list .date').first().click();
    await page.waitForSelector('.why-content .strip');
    await look('why this date');
    await page.keyboard.press('Escape');
    await page.locator('.desk-list th a').first().click();
    await page.waitForSelector('.timeline');
    await look('matter');
    await page.locator('.actions summary').click();
    await page.locator('.off').first().click();
    await page.waitForSelector('.reasons');
    await look('why not');
    await page.goto(`${h.url}/workbench/board`);
    await page.waitForSelector('.board-list');
    await look('board');
    await page.locator('.board-list td a').first().click();
    await page.waitForSelector('.list tbody tr');
    await look('rows');
    await page.goto(`${h.url}/workbench/search?q=UMB`);
    await page.waitForSelector('h1');
    await look('search');
    await page.context().close();
    expect(faults).toEqual([]);
  });
});
