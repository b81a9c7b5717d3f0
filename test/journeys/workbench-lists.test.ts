import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { axeFaults } from '../support/axe.ts';
import { launchBrowserOrSkip } from '../support/browser.ts';
import { call, WANG } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';
import { signIn, visit, workbenchBuilt } from './officers.ts';

const browser = await launchBrowserOrSkip();
if (browser) workbenchBuilt();
const h = await openTestHouse();
afterAll(() => browser?.close());
beforeAll(async () => {
  await setClock(h.house, Date.parse('2026-03-02T09:00+08:00'));
  await call(h, '/api/v1/window/person', { idType: WANG.idType, idNumber: WANG.idNumber }, { as: 'clerk' });
});

const FOCUSED = `(() => {
  const { activeElement: e } = document;
  return e.getAttribute('aria-label') ?? (e.id || e.textContent.trim());
})()`;
const focused = (page: Page) => page.evaluate<string>(FOCUSED);
/** What Tab stops at, one after the other. */
async function stops(page: Page, many: number): Promise<string[]> {
  const found: string[] = [];
  for (let i = 0; i < many; i++) {
    await page.keyboard.press('Tab');
    found.push(await focused(page));
  }
  return found;
}
const CUT = `[...document.querySelectorAll('.table-wrap')].map((e) => [e.scrollWidth > e.clientWidth, getComputedStyle(e).backgroundImage.includes('gradient'), e.tabIndex])`;
const cut = (page: Page) => page.evaluate<[boolean, boolean, number][]>(CUT);

/** The browser says of itself that something was refused: that is what was asked for. */
const others = (faults: readonly string[]) => faults.filter((fault) => !/status of (403|404|422)/.test(fault));

describe.skipIf(!browser)('a screen that is not shown', () => {
  it.each([
    ['zh', '没有这个机构：XXX。'],
    ['en', 'There is no organ XXX.'],
  ] as const)('says why under a heading of its own, which is read first and names the window, in %s', async (lang, unknown) => {
    const { page, faults } = await visit(browser!, lang);
    await signIn(h.url, page, 'efficiency-inspector');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    for (const [path, retry] of [
      ['/matters/2026-SAM-999999', false],
      ['/matters/2026-SAM-999999?eyes=citizen', false],
      ['/window', false],
      ['/head', false],
      ['/wall/nothing', false],
      ['/wall/establishment', false],
      ['/supervision/rows?organ=XXX', true],
      ['/no/such/page', undefined],
    ] as const) {
      await page.goto(`${h.url}/workbench${path}`);
      await page.waitForSelector('main h1');
      expect(await page.locator('h1').count(), path).toBe(1);
      const heading = (await page.textContent('main h1'))!;
      expect(heading, path).not.toBe('');
      expect(await page.title(), path).toMatch(new RegExp(`^${heading.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')} · `));
      if (retry !== undefined) expect(await focused(page), path).toBe(heading);
      expect(await page.locator('main .empty button').count(), path).toBe(retry ? 1 : 0);
      const said = (await page.textContent('main .empty'))!;
      // Nobody but who mistyped it reads an address.
      expect(said.includes(path.split('?')[0]!), path).toBe(path === '/no/such/page');
      expect(said.includes(lang === 'zh' ? '您今天的岗位' : 'Your seats today'), path).toBe(path === '/window' || path === '/head');
      expect(await page.locator('main .empty a[href="/workbench/search"]').count(), path).toBe(path.startsWith('/matters/') ? 1 : 0);
      expect(said, path).not.toMatch(/查询码|query code|这一步|this act/);
      expect(await page.locator('main .empty a').last().getAttribute('href'), path).toMatch(/^\/workbench\/?$/);
      expect(await axeFaults(page), path).toEqual([]);
    }
    // What the seats say already is not asked of the server.
    await page.goto(`${h.url}/workbench/window`);
    await page.waitForSelector('main h1');
    expect(await page.textContent('main')).toContain(lang === 'zh' ? '综合窗口、首席代表' : 'Window clerk, Chief representative');
    expect(asked.filter((url) => /\/api\/v1\/(window|head)/.test(url))).toEqual([]);
    await page.goto(`${h.url}/workbench/supervision/rows?organ=XXX`);
    await page.waitForSelector('main h1');
    expect(await page.textContent('main h1')).toBe(unknown);
    // From there to what is there: the heading and the window follow.
    await page.click('.trail a');
    await page.waitForSelector('.screen-head h1');
    const heading = (await page.textContent('h1'))!;
    expect(await page.title()).toMatch(new RegExp(`^${heading} · `));
    expect(others(faults)).toEqual([]);
    await page.context().close();
  });
});

describe.skipIf(!browser)('lists by keys and on a phone', () => {
  it('what is taken away stands before its table; a table that is cut off is a stop of Tab and shows where it goes on', async () => {
    const { page, faults } = await visit(browser!, 'en');
    await signIn(h.url, page, 'efficiency-inspector');
    for (const [path, first, order] of [
      [
        '/supervision/leaders',
        '.trail a',
        [
          'Export CSV: Who leads what',
          'Export XLSX: Who leads what',
          'Who leads what',
          'Export CSV: Who is away, who stands in',
          'Export XLSX: Who is away, who stands in',
          'Who is away, who stands in',
        ],
      ],
      ['/calendar', undefined, ['Export CSV: Years', 'Export XLSX: Years', 'Years', 'calendar-file']],
    ] as const) {
      await page.setViewportSize({ width: 1366, height: 768 });
      await page.goto(`${h.url}/workbench${path}`);
      await page.waitForSelector('main .list tbody tr');
      for (const width of [1366, 820, 390]) {
        await page.setViewportSize({ width, height: 844 });
        // The calendar's tables are cards there, and nothing of them is cut off.
        const phone = width === 390 && path !== '/calendar';
        await page.waitForSelector(phone ? '.table-wrap[tabindex]' : '.table-wrap:not([tabindex])');
        expect(
          (await cut(page)).every((one) => String(one) === String(phone ? [true, true, 0] : [false, true, -1])),
          `${path} ${width}`,
        ).toBe(true);
        if (first) await page.focus(first);
        else await page.focus('#content');
        const wanted = order.filter((_, i) => phone || !(order[i] as string).match(/^(Who|Years)/));
        expect(await stops(page, wanted.length), `${path} ${width}`).toEqual(wanted);
        expect(await axeFaults(page), `${path} ${width}`).toEqual([]);
      }
    }
    await page.goto(`${h.url}/workbench/window/look-ups`);
    await page.waitForSelector('.look-ups tbody tr');
    expect(await page.textContent('.look-ups')).toContain('General window 1');
    await page.focus('#look-ups-day');
    expect(await axeFaults(page)).toEqual([]);
    await page.goto(`${h.url}/workbench/wall`);
    await page.waitForSelector('.wall');
    await page.focus('#content');
    expect((await stops(page, 2)).join(', ')).toBe('Export CSV, Export XLSX');
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

/** In how many lines each mark of the last column stands. */
const MARK_LINES = `[...document.querySelectorAll('.review-rows tbody td:last-child')].filter((td) => td.textContent.trim()).map((td) => {
  const range = document.createRange();
  range.selectNodeContents(td);
  return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
})`;

it.skipIf(!browser)('the mark of what is made up is read in one line, on a tablet too', async () => {
  const { page } = await visit(browser!, 'zh');
  await signIn(h.url, page, 'auditor');
  for (const width of [1366, 820]) {
    await page.setViewportSize({ width, height: 1000 });
    await page.goto(`${h.url}/workbench/review/items`);
    await page.waitForSelector('.review-rows tbody tr');
    const lines = await page.evaluate<number[]>(MARK_LINES);
    expect([lines.length > 0, ...new Set(lines)], `${width} pixels`).toEqual([true, 1]);
  }
  await page.context().close();
});
