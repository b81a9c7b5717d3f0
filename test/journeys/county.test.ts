import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import type { LocalDate } from '../../src/kernel/clock/types.ts';
import { liveThrough } from '../../src/living.ts';
import { launchBrowserOrSkip } from '../support/browser.ts';
import { openTestHouse } from '../support/house.ts';
import { boardFrom, fromFacts } from '../support/recount.ts';
import { signIn, visit, workbenchBuilt } from './officers.ts';

const browser = await launchBrowserOrSkip();
if (browser) workbenchBuilt();
const h = await openTestHouse();
afterAll(() => browser?.close());
beforeAll(async () => {
  const period = { matters: 160, from: '2025-12-15' as LocalDate, to: '2026-02-08' as LocalDate, seed: '7' };
  expect((await liveThrough(h.house, period)).ok).toBe(true);
  await setClock(h.house, Date.parse('2026-03-02T09:00+08:00'));
}, 90_000);

const numbers = async (page: Page, row: string): Promise<number[]> =>
  (await page.locator(`${row} td:not(.c-share)`).allTextContents()).map((text) => Number.parseFloat(text) || 0);
const until = (page: Page, what: string) => page.waitForFunction(what);

describe.skipIf(!browser)('a county that lives, seen by those who watch it', () => {
  it('the efficiency inspector finds the slow organ: board, its late rows, a matter, and who held its time', async () => {
    const { page, faults } = await visit(browser!, 'zh');
    await signIn(h.url, page, 'efficiency-inspector');
    await page.waitForSelector('h1');
    await page.keyboard.press('b');
    await page.waitForSelector('.board-list');
    await page.click('[data-sort="median"]');
    await page.waitForURL(/sort=median/);
    await page.waitForSelector('.board-list[aria-busy=false] th[aria-sort=descending] [data-sort="median"]');
    const median = page.locator('.board-list tbody tr').first().locator('td:nth-last-child(3) a');
    const slowest = Number(await median.textContent());
    await median.click();
    await page.waitForSelector('.sheet-list tbody tr');
    expect(await page.textContent('.lead')).toContain(`中位数是 ${slowest} 个自然日`);
    await page.goBack();
    await page.waitForSelector('.board-list');

    await page.click('[data-sort="over-promise"]');
    await page.waitForSelector('.board-list[aria-busy=false] th[aria-sort=descending] [data-sort="over-promise"]');
    const late = page.locator('.board-list tbody tr').first().locator('td').nth(1);
    const n = Number(await late.textContent());
    expect(n).toBeGreaterThan(0);
    await late.locator('a').click();
    await page.waitForSelector('.list:not(.board-list) tbody tr');
    expect(await page.locator('.list tbody tr').count()).toBe(n);
    expect(await page.locator('.list tbody .light').allTextContents()).toEqual(
      Array.from({ length: n }, () => expect.stringContaining('超承诺')),
    );
    await page.locator('.list tbody th a').first().click();
    await page.waitForSelector('.timeline');
    expect(await page.textContent('main')).toContain('时间都花在谁手里');
    await page.waitForSelector('.time');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('a day, then six, then a week pass on screen: the board that comes equals a recount from the facts', async () => {
    const { page, faults } = await visit(browser!, 'en');
    await signIn(h.url, page, 'county-head');
    await page.goto(`${h.url}/workbench/board`);
    await page.waitForSelector('.board-list');
    const bar = page.locator('.clockbar');
    for (const [pass, day, seen] of [
      [() => bar.locator('button').nth(0).click(), '2026-03-03', '3 Mar'],
      [
        () =>
          bar
            .locator('input')
            .fill('6')
            .then(() => bar.locator('form button').click()),
        '2026-03-09',
        '9 Mar',
      ],
      [() => bar.locator('button').nth(1).click(), '2026-03-16', '16 Mar'],
    ] as const) {
      const fresh = page.waitForResponse(
        async (said) => said.url().includes('/api/v1/board?') && JSON.stringify(await said.json()).includes(`"asOf":"${day}`),
      );
      await pass();
      await fresh;
      await until(page, `document.querySelector('.lead')?.textContent.includes('${seen}')`);
      const county = boardFrom(await fromFacts(h.db.app), day as LocalDate).get('county')!;
      const shown = await numbers(page, '.board-list tfoot tr');
      expect(shown.slice(0, 7)).toEqual([
        ...(['over-law', 'over-promise', 'step-overdue', 'due-soon', 'in-time', 'paused', 'open'] as const).map((key) => county[key]),
      ]);
      expect(shown.slice(7)).toEqual([county.median, county.decided30, county.kept30]);
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('a head of the board that is sorted by is no taller than before, in English too', async () => {
    for (const width of [1366, 1024]) {
      const { page, faults } = await visit(browser!, 'en', width);
      await signIn(h.url, page, 'efficiency-inspector');
      const tallAt = async (sort: string) => {
        await page.goto(`${h.url}/workbench/board?sort=${sort}`);
        await page.waitForSelector(`.board-list[aria-busy=false] th[aria-sort] [data-sort="${sort}"]`);
        return page.evaluate<string>(
          `[...document.querySelectorAll('.board-list thead button')].map((one) => one.getBoundingClientRect().height).join()`,
        );
      };
      const usual = await tallAt('organ');
      for (const sort of ['over-law', 'over-promise', 'step-overdue', 'paused', 'median', 'kept30'])
        expect(await tallAt(sort), `${sort} at ${width}`).toBe(usual);
      const over = `((box) => box.scrollWidth - box.clientWidth)(document.querySelector('.table-wrap'))`;
      expect(await page.evaluate<number>(over), `at ${width}`).toBe(0);
      expect(faults).toEqual([]);
      await page.context().close();
    }
  });

  it('the tour leads a stranger from stop to stop, through the workbench by one click, to the wall and its rows', async () => {
    const { page, faults } = await visit(browser!, 'zh');
    await page.goto(h.url);
    await page.click('a[href="/tour"]');
    await page.waitForSelector('.tour');
    for (const id of ['search', 'track', 'date']) {
      await page.locator(`#${id} a`).first().click();
      await page.waitForSelector(id === 'search' ? '.list' : '#story');
      await page.goBack();
      await page.waitForSelector('.tour');
    }
    await page.locator('#desk a').click();
    await page.click('[data-persona="clerk"]');
    await page.waitForSelector('.desk-list');
    await page.goto(`${h.url}/tour`);
    await page.locator('#board a').first().click();
    await page.waitForSelector('.sheet-list');
    await page.goto(`${h.url}/tour`);
    await page.locator('#board a').last().click();
    await page.waitForSelector('.board-list');
    await page.keyboard.press('g');
    await page.waitForSelector('.wall');
    expect(await page.locator('.wall li').count()).toBe(25);
    expect(await page.locator('.wall .not-built').count()).toBe(21);
    const open = page.locator('.wall .there', { hasText: 'C13' }).locator('a');
    const n = Number(await open.textContent());
    await open.click();
    await page.waitForSelector('.sheet-list');
    expect(await page.textContent('.table-foot')).toContain(`共 ${n} 件`);
    while (await page.locator('.table-foot button').count()) {
      const before = await page.locator('.sheet-list tbody tr').count();
      await page.locator('.table-foot button').click();
      await until(page, `document.querySelectorAll('.sheet-list tbody tr').length > ${before}`);
    }
    expect(await page.locator('.sheet-list tbody tr').count()).toBe(n);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('the desk is narrowed to one organ and put in another order; the address keeps both, and so does the file', async () => {
    const { page, faults } = await visit(browser!, 'en');
    await page.goto(`${h.url}/workbench/?sort=received`);
    await page.click('[data-persona="clerk"]');
    await page.waitForSelector('.desk-list');
    await page.locator('.filters .ant-select', { hasText: 'Organ' }).click();
    await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option').nth(1).click();
    await page.waitForURL(/sort=received.*organ=\w+|organ=\w+.*sort=received/);
    const organ = new URL(page.url()).searchParams.get('organ')!;
    await page.reload();
    await page.waitForSelector('.desk-list');
    const rows = (await page.locator('.desk-list tbody small:first-of-type').allTextContents()).filter((text) => /^\d{4}-/.test(text));
    expect(rows.length).toBeGreaterThan(0);
    const href = (await page.locator('.exports a').first().getAttribute('href'))!;
    expect(href).toContain(`organ=${organ}`);
    expect(href).toContain('sort=received');
    const csv = await (await page.request.get(`${h.url}${href}`)).text();
    expect(
      csv
        .trim()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(',')[0]),
    ).toEqual(rows);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
