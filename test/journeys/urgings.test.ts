import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { axeFaults } from '../support/axe.ts';
import { launchBrowserOrSkip } from '../support/browser.ts';
import { application, call } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';
import { signIn, visit, workbenchBuilt } from './officers.ts';

const browser = await launchBrowserOrSkip();
if (browser) workbenchBuilt();
const h = await openTestHouse();
afterAll(() => browser?.close());
let number: string;
beforeAll(async () => {
  const at = (moment: string) => setClock(h.house, Date.parse(`${moment}+08:00`));
  await at('2026-03-02T09:00');
  number = (await call(h, '/api/v1/matters', application({ item: 'SAM-L02' }), { as: 'citizen' })).body.number;
  await h.act(number, 'clerk', 'accept');
  for (const day of ['10', '11', '12', '13']) await at(`2026-03-${day}T09:00`);
});

/** Whether the list fits its frame, and in how many lines at most a day of it stands. */
const FITS = `(() => {
  const frame = document.querySelector('.table-wrap');
  const lines = [...frame.querySelectorAll('.whole')].map((day) => day.getClientRects().length);
  return [frame.scrollWidth <= frame.clientWidth, Math.max(...lines)];
})()`;

describe.skipIf(!browser)('urging, from the list nobody read to its receipt', () => {
  it('[X3] [P19] the efficiency inspector finds an unread list and the matter behind it; its reader confirms with one click', async () => {
    const inspector = await visit(browser!, 'zh');
    await signIn(h.url, inspector.page, 'efficiency-inspector');
    await inspector.page.click('nav a[href="/workbench/supervision"]');
    await inspector.page.waitForSelector('.board-list tbody tr');
    expect(await inspector.page.textContent('.lead')).toContain('4 条所在清单逾期未阅');
    expect(await axeFaults(inspector.page)).toEqual([]);
    // Three of the matter, one of a duty that is due soon.
    await inspector.page.locator('.board-list tbody tr', { hasText: '县市场监督管理局' }).locator('td').first().locator('a').click();
    await inspector.page.waitForSelector('.sheet-list tbody tr');
    expect(await inspector.page.locator('.sheet-list tbody tr').count()).toBe(3);
    expect(await inspector.page.evaluate(FITS)).toEqual([true, 1]);
    expect(await axeFaults(inspector.page)).toEqual([]);
    await inspector.page.locator('.sheet-list tbody th a').first().click();
    await inspector.page.waitForSelector('.urged li');
    expect(await inspector.page.textContent('.urged')).toContain('未阅');

    const reader = await visit(browser!, 'en');
    await signIn(h.url, reader.page, 'examiner-lead');
    await reader.page.waitForSelector('.urging-strip a');
    await reader.page.click('.urging-strip a');
    await reader.page.waitForSelector('[data-receipt]');
    expect(await reader.page.textContent('.urging-list')).toContain(number);
    for (const width of [1366, 820, 390]) {
      await reader.page.setViewportSize({ width, height: 900 });
      expect(
        await reader.page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1'),
        `${width}`,
      ).toBe(true);
    }
    expect(await axeFaults(reader.page)).toEqual([]);
    await reader.page.click('[data-receipt]');
    await reader.page.waitForSelector('[data-receipt]', { state: 'detached' });
    // What was read stays: the newest day, and what came before one click away.
    expect(await reader.page.locator('.urging-list').count()).toBe(1);
    await reader.page.click('[data-earlier]');
    await reader.page.waitForSelector('.urging-list >> nth=1');
    expect(await reader.page.locator('[data-earlier]').count()).toBe(0);
    expect(await axeFaults(reader.page)).toEqual([]);

    // Who leads what, who is away and who stands in.
    await inspector.page.click('nav a[href="/workbench/supervision"]');
    await inspector.page.click('a[href="/workbench/supervision/leaders"]');
    await inspector.page.waitForSelector('.urging-rows tbody tr');
    expect(await inspector.page.locator('.urging-rows').count()).toBe(2);
    expect(await inspector.page.textContent('main')).toContain('已返岗');
    expect(await axeFaults(inspector.page)).toEqual([]);
    for (const width of [1366, 820, 390]) {
      await inspector.page.setViewportSize({ width, height: 900 });
      expect(
        await inspector.page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1'),
        `${width}`,
      ).toBe(true);
    }
    await inspector.page.setViewportSize({ width: 1366, height: 900 });

    await inspector.page.click('nav a[href="/workbench/supervision"]');
    await inspector.page.locator('.lead', { hasText: '3 条所在清单' }).waitFor();
    expect([...inspector.faults, ...reader.faults]).toEqual([]);
    await Promise.all([inspector.page.context().close(), reader.page.context().close()]);
  });
});
