import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { launchBrowserOrSkip } from '../support/browser.ts';
import { ETHNIC_AREA } from '../support/calendars.ts';
import { application, call } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';
import { signIn, visit, workbenchBuilt } from './officers.ts';

const browser = await launchBrowserOrSkip();
if (browser) workbenchBuilt();
const h = await openTestHouse();
afterAll(() => browser?.close());

const PHONE = { width: 390, height: 844 };
const TABLET = { width: 820, height: 1180 };
const FRAME_FITS = `[...document.querySelectorAll('.table-wrap')].every((e) => e.scrollWidth <= e.clientWidth)`;
const at = (moment: string) => setClock(h.house, Date.parse(`${moment}+08:00`));
const accepted = async (): Promise<string> => {
  const { number } = (await call(h, '/api/v1/matters', application({ item: 'SAM-L02' }), { as: 'citizen' })).body;
  await h.act(number, 'clerk', 'accept');
  return number;
};

let number: string;
beforeAll(async () => {
  await at('2026-03-02T09:00');
  number = await accepted();
  for (const day of ['10', '11', '12', '13']) await at(`2026-03-${day}T09:00`);
});

describe.skipIf(!browser)('on a narrow screen', () => {
  it('a phone folds the navigation, keeps it as it was left, and begins with the page’s own content', async () => {
    const { page } = await visit(browser!, 'zh');
    await page.setViewportSize(PHONE);
    await signIn(h.url, page, 'efficiency-inspector');
    await page.waitForSelector('main h1');
    const inNav = page.locator('.side nav a[href="/workbench/duties"], .side nav a').first();
    expect(await inNav.isVisible()).toBe(false);
    expect((await page.locator('main h1').boundingBox())!.y).toBeLessThan(300);
    await page.click('.menu summary');
    await inNav.waitFor({ state: 'visible' });
    await page.click('nav a[href="/workbench/supervision"]');
    await page.reload();
    await page.waitForSelector('main h1');
    expect(await inNav.isVisible()).toBe(true);
    await page.setViewportSize(TABLET);
    await page.locator('.menu').waitFor({ state: 'detached' });
    expect(await inNav.isVisible()).toBe(true);
    await page.context().close();
  });

  it.each(['zh', 'en'] as const)('on a phone the header is one line, in %s', async (lang) => {
    const { page } = await visit(browser!, lang);
    await page.setViewportSize(PHONE);
    await signIn(h.url, page, 'clerk');
    await page.waitForSelector('.top .who');
    const [who, out] = [(await page.locator('.top .who').boundingBox())!, (await page.locator('.top .plain').last().boundingBox())!];
    expect(out.y + out.height / 2).toBeLessThan(who.y + who.height);
    expect(who.height).toBeLessThan(50);
    await page.context().close();
  });

  it.each(['zh', 'en'] as const)('the urgings and the duties stand in their frame, each cell with its head, in %s', async (lang) => {
    const { page } = await visit(browser!, lang);
    await signIn(h.url, page, 'efficiency-inspector');
    for (const path of ['supervision/rows', 'duties']) {
      await page.goto(`${h.url}/workbench/${path}`);
      await page.waitForSelector('.sheet-list tbody tr');
      for (const size of [TABLET, PHONE]) {
        await page.setViewportSize(size);
        expect(await page.evaluate(FRAME_FITS), `${path} ${size.width}`).toBe(true);
        const heads = `[...document.querySelectorAll('.sheet-list thead th')].slice(1).map((e) => e.textContent)`;
        const labels = `[...document.querySelector('.sheet-list tbody tr').querySelectorAll('td')].map((e) => e.dataset.label)`;
        expect(await page.evaluate(labels)).toEqual(await page.evaluate(heads));
      }
      await page.setViewportSize({ width: 1366, height: 768 });
    }
    // At a desk no duty is more than five lines high.
    const tallest = `Math.max(...[...document.querySelectorAll('.sheet-list tbody tr')].map((e) => e.clientHeight))`;
    expect(await page.evaluate(tallest)).toBeLessThan(125);
    await page.context().close();
  });

  it('the way back above a page breaks between its steps, and the heading names the page itself', async () => {
    const { page } = await visit(browser!, 'en', PHONE.width);
    await page.goto(`${h.url}/items/UMB-L05?lang=en`);
    const [first, second, last] = await Promise.all([0, 1, 2].map((n) => page.locator('.trail li').nth(n).boundingBox()));
    expect(last!.width).toBeLessThanOrEqual(1);
    expect(second!.x).toBe(first!.x);
    await page.context().close();
  });
});

describe.skipIf(!browser)('on the workbench', () => {
  it('a rehearsal shows its rows page by page, and the browser keeps both files', async () => {
    for (let n = 0; n < 30; n++) await accepted();
    const { page } = await visit(browser!, 'en');
    await signIn(h.url, page, 'administrator');
    await page.goto(`${h.url}/workbench/calendar`);
    await page.fill(
      '#calendar-text',
      JSON.stringify({ ...ETHNIC_AREA, off: [{ ...ETHNIC_AREA.off[0], from: '2026-03-16', to: '2026-03-18' }] }),
    );
    await page.click('[data-do="rehearse"]');
    await page.waitForSelector('.calendar-moves tbody tr');
    expect(await page.locator('.calendar-moves tbody tr').count()).toBe(50);
    await page.click('[data-do="more-moves"]');
    await page.locator('.calendar-moves tbody tr').nth(50).waitFor();
    for (const kind of ['csv', 'xlsx']) {
      const [file] = await Promise.all([page.waitForEvent('download'), page.click(`[data-take="${kind}"]`)]);
      expect(file.suggestedFilename()).toBe(`Dates that it reaches-2026-03-13.${kind}`);
    }
    await page.context().close();
  });

  it.each(['zh', 'en'] as const)(
    'the calendar needs no scrolling sideways on a phone, and says once that nothing moves, in %s',
    async (lang) => {
      const { page } = await visit(browser!, lang, PHONE.width);
      await signIn(h.url, page, 'administrator');
      await page.goto(`${h.url}/workbench/calendar`);
      await page.waitForSelector('.calendar-editions tbody tr');
      const wide = await page.evaluate(
        `[...document.querySelectorAll('.table-wrap')].filter((one) => one.scrollWidth > one.clientWidth).length`,
      );
      expect([await page.evaluate('document.documentElement.scrollWidth'), wide]).toEqual([PHONE.width, 0]);
      await page.fill(
        '#calendar-text',
        JSON.stringify({ ...ETHNIC_AREA, off: [{ ...ETHNIC_AREA.off[0], from: '2026-01-24', to: '2026-01-24' }] }),
      );
      await page.click('[data-do="rehearse"]');
      const none = { zh: '没有一个期限会动。', en: 'No open date moves.' }[lang];
      await page.getByText(none).first().waitFor();
      expect(await page.getByText(none).count()).toBe(1);
      await page.context().close();
    },
  );

  it.each([
    ['zh', '等 2 个岗位'],
    ['en', 'and one more seat'],
  ] as const)('who holds two seats is told of the second as one, in %s', async (lang, said) => {
    const { page } = await visit(browser!, lang);
    await signIn(h.url, page, 'office-director');
    expect(await page.textContent('.who small')).toContain(said);
    await page.context().close();
  });

  it('a matter of another year says the year of each of its days, in Chinese too', async () => {
    const { page } = await visit(browser!, 'zh');
    await signIn(h.url, page, 'auditor');
    const head = async () => {
      await page.goto(`${h.url}/workbench/matters/${number}`);
      await page.waitForSelector('.timeline');
      return String(await page.textContent('.matter-head'));
    };
    expect(await head()).toMatch(/[^年]3月2日 星期一 09:/);
    await at('2027-01-05T09:00');
    const later = await head();
    expect(later).toContain('2026年3月2日 星期一 09:');
    expect(later.replaceAll(/\d{4}年\d+月/g, '')).not.toMatch(/\d+月\d+日/);
    await page.context().close();
  });
});
