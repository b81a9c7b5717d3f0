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
beforeAll(async () => {
  const at = (moment: string) => setClock(h.house, Date.parse(`${moment}+08:00`));
  await at('2026-02-10T09:00');
  await call(h, '/api/v1/matters', application());
  await at('2026-02-10T09:05');
  await at('2026-03-03T09:00');
});

const FITS = 'document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1';

describe.skipIf(!browser)('a recurring duty, from the morning list to its note', () => {
  it.each(['zh', 'en'] as const)('[P18] by keys, by who answers; who does not is told why (%s)', async (lang) => {
    const { page, faults } = await visit(browser!, lang);
    const said = (zh: string, en: string) => (lang === 'zh' ? zh : en);
    const look = async (name: string) => {
      for (const width of [1366, 820, 390]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await page.evaluate(FITS), `${name} ${width}`).toBe(true);
      }
      await page.setViewportSize({ width: 1366, height: 768 });
      expect(await axeFaults(page), name).toEqual([]);
    };

    await signIn(h.url, page, 'chief');
    await page.click('nav a[href="/workbench/duties"]');
    await page.waitForSelector('.sheet-list tbody tr');
    expect(await page.textContent('.lead')).toContain(said('次已过期，没有登记办结', 'passed without being noted as done'));
    expect(await page.textContent('.lead')).toContain(said('上一次没有登记', 'the last time is not noted'));
    await look('register');
    // What each department owes for itself is one line until it is opened, by keys too.
    const fold = page.locator('.fold button').first();
    expect(await fold.textContent()).toMatch(
      said('28 个单位各自办理，已登记 0，待登记 28', '28 organs, each for itself; 0 noted, 28 open'),
    );
    expect(await page.locator('tr.folded').count()).toBe(0);
    await fold.focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('tr.folded').count()).toBe(28);
    await look('unfolded');
    await page.locator('tr.folded th a').last().click();
    await page.locator('#duty-organs + details > summary').focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.duty-organs a');
    await look('one of several');
    await page.goBack();
    await page.waitForSelector('.sheet-list tbody tr');
    await page.locator('.sheet-list tbody th a').first().click();
    await page.waitForSelector('.duty .off');
    await page.locator('.duty .off').first().click();
    await page.waitForSelector('.reasons');
    expect(await page.textContent('.reasons')).toContain(said('只有责任单位的主要负责人', 'Only the chief'));
    expect(await axeFaults(page), 'refused').toEqual([]);
    await page.keyboard.press('Escape');

    // On the morning list of the office named; opened from there, and noted without a mouse. In the second language the one is noted already.
    await page.context().clearCookies();
    await signIn(h.url, page, 'office-director');
    await page.goto(`${h.url}/workbench/urgings`);
    const due = page.locator('.urging-list a[href^="/workbench/duties/"]').first();
    await due.waitFor();
    await due.focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.duty [data-note]');
    const waiting = await page.locator('.duty [data-note]').count();
    await look('duty');
    await page.locator('.duty form input:not([type=date])').first().focus();
    await page.keyboard.type('示政办〔2026〕3号');
    await page.keyboard.press('Tab');
    await page.keyboard.type(said('会议已召开', 'The meeting was held'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.duty [data-note]').count()).toBe(waiting - 1);
    expect(await page.textContent('.duty table')).toContain('示政办〔2026〕3号');
    await look('noted');
    await page.goto(`${h.url}/workbench/duties`);
    await page
      .locator('.sheet-list .whole', { hasText: /^示政办〔2026〕3号$/ })
      .first()
      .waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
