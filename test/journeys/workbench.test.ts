import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { launchBrowserOrSkip } from '../support/browser.ts';
import { call, whole } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';
import { readModelCounty } from '../support/model-county.ts';
import { signIn, visit, workbenchBuilt } from './officers.ts';
import { application, fileByForm } from './pages.ts';

const browser = await launchBrowserOrSkip();
if (browser) workbenchBuilt();
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

const rowOf = (page: Page, number: string) => page.locator('.desk-list tbody tr', { hasText: number });
const openMatter = async (page: Page, number: string) => {
  await rowOf(page, number).locator('th a').click();
  await page.waitForSelector('.timeline');
};

describe.skipIf(!browser)('the officers’ workbench', () => {
  it('a clerk signs in with one click, finds the matter on the desk and accepts it', async () => {
    const number = await file();
    const { page, faults } = await visit(browser!, 'zh');
    await signIn(h.url, page, 'clerk');
    await page.waitForSelector('.desk-list');
    expect(await page.textContent('.who')).toContain('综合窗口1号');
    await openMatter(page, number);
    // Without its papers it cannot be accepted, and the page says so and which: what the window was shown is ticked first.
    expect(await page.textContent('.nearly')).toContain('还不能“受理”：材料还不齐：设置大型户外广告');
    expect(await page.locator('[data-action="accept"]').count()).toBe(0);
    await page.click('[data-action="check-papers"]');
    await page.waitForSelector('.stacked input');
    const seen = page.locator('.stacked').first().locator('input[type=checkbox]');
    expect(await seen.count()).toBe(5);
    for (const paper of await seen.all()) await paper.check();
    await page.click('[data-do="check-papers"]');
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
    const { page, faults } = await visit(browser!, 'en');
    await signIn(h.url, page, 'umb-examiner');
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

  it('all of a long list are selected, also what is not listed yet, and it hears of every one', async () => {
    const filed = 203;
    const papers = readModelCounty()
      .catalogue.item('SAM-L02')!
      .materials.value.map(({ code }) => code);
    const onPaper = whole('SAM-L02', { channel: 'window', papers, files: [] });
    await Promise.all(Array.from({ length: filed }, () => call(h, '/api/v1/matters', onPaper, { as: 'clerk' })));
    const { page, faults } = await visit(browser!, 'en');
    await signIn(h.url, page, 'clerk');
    await page.goto(`${h.url}/workbench?item=SAM-L02`);
    await page.getByLabel('Select all listed').check();
    expect(await page.textContent('.bulk-bar')).toContain(`50 of ${filed} selected`);
    await page.locator('[data-whole]').click();
    await page.waitForSelector(`.bulk-bar:has-text("${filed} of ${filed} selected")`);
    expect(await page.locator('[data-whole]').count()).toBe(0);
    await page.keyboard.press('a');
    await page.locator('.ant-modal-footer .ant-btn-primary').click();
    await page.waitForSelector('.results');
    expect(await page.locator('.results li').count()).toBe(filed);
    expect(await page.textContent('.ant-modal')).toContain(`${filed} done, 0 skipped`);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('what one chose stands in the address, and the keys go down the list, open, and show themselves', async () => {
    await Promise.all([accepted(), accepted()]);
    const { page, faults } = await visit(browser!, 'en');
    await signIn(h.url, page, 'umb-examiner');
    await page.waitForSelector('.desk-list');
    await page.locator('.tabs button', { hasText: 'in time' }).click();
    await page.waitForURL(/light=in-time/);
    await page.reload();
    await page.waitForSelector('.tabs button[aria-pressed=true]:has-text("in time")');
    await page.keyboard.press('?');
    await page.waitForSelector('.keys');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.keys', { state: 'hidden' });
    const row = (n: number) => page.waitForSelector(`.desk-list tbody tr:nth-child(${n}).active th a`);
    await row(1);
    await page.keyboard.press('j');
    const second = (await (await row(2)).getAttribute('href'))!;
    await page.keyboard.press('k');
    await row(1);
    await page.keyboard.press('j');
    await row(2);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => `${url.pathname}${url.search}`.endsWith(second));
    await page.waitForSelector('.timeline');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('a key pressed at once when a window was told to close is not lost, and one keeps one’s row while the list is read again', async () => {
    await Promise.all([accepted(), accepted()]);
    const { page, faults } = await visit(browser!, 'zh');
    await signIn(h.url, page, 'umb-examiner');
    await page.waitForSelector('.desk-list tbody tr:nth-child(1).active');
    await page.keyboard.press('?');
    await page.waitForSelector('.keys');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    const stood = (await (await page.waitForSelector('.desk-list tbody tr:nth-child(2).active th a')).getAttribute('href'))!;
    // What stood first is done by a colleague: the second becomes the first, and the keys stay with it.
    const first = decodeURIComponent((await page.getAttribute('.desk-list tbody tr:nth-child(1) th a', 'href'))!);
    await h.act(/matters\/([^?]+)/.exec(first)![1]!, 'UMB-EX2', 'propose', agree('lead'));
    const read = page.waitForResponse((answer) => answer.url().includes('/api/v1/desk?'));
    await page.locator('.plain', { hasText: 'English' }).click();
    await read;
    await page.waitForSelector(`.desk-list tbody tr:nth-child(1).active th a[href="${stood}"]`);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('where the matter moved on meanwhile, the fresh state comes, a sentence says so, and nothing typed is lost', async () => {
    const number = await accepted();
    const { page } = await visit(browser!, 'zh');
    await signIn(h.url, page, 'umb-examiner');
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
    const { page, faults } = await visit(browser!, 'en');
    await signIn(h.url, page, 'umb-chief');
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
    const { page } = await visit(browser!, 'zh');
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
