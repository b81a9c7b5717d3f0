import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { launchBrowserOrSkip } from '../support/browser.ts';
import { openTestHouse } from '../support/house.ts';
import { signIn, visit, workbenchBuilt } from './officers.ts';

const browser = await launchBrowserOrSkip();
if (browser) workbenchBuilt();
const h = await openTestHouse();
afterAll(() => browser?.close());
await setClock(h.house, Date.parse('2026-02-09T09:05+08:00'));

type Matter = { state: string; ending?: string; papers: string[]; demands?: { material: string }[] };
const stateOf = async (number: string) =>
  (await (await fetch(`${h.url}/api/v1/matters/${number}`, { headers: h.as('clerk') })).json()) as Matter;
const chooseItem = async (page: Page, words: string, id: string) => {
  await page.fill('#item-search', words);
  await page.click(`[data-item="${id}"]`);
  await page.waitForSelector('.checklist');
};
const fill = async (page: Page, fields: Readonly<Record<string, string>>) => {
  for (const [id, text] of Object.entries(fields)) await page.fill(`#f-${id}`, text);
};
const filedNumber = async (page: Page) => {
  await page.waitForSelector('[data-filed]');
  return (await page.getAttribute('[data-filed]', 'data-filed'))!;
};
const ZHAO = { 'id-number': '110101198508120008', name: '测试公民赵青禾', phone: '13000000002', address: '人民路2号' };

/** Takes a ticket at the guide desk, calls it and attends. */
const nextVisitor = async (page: Page, queue = 'filing') => {
  await page.click(`[data-take="${queue}"]`);
  await page.waitForSelector('.queue .tickets li');
  await page.click('[data-call]');
  await page.click('[data-visit="attend"]');
  await page.waitForSelector('[data-visit="finish"]');
};
const focused = (page: Page) => page.evaluate<string>(`document.activeElement.id || document.activeElement.dataset.visit || ''`);
const finish = async (page: Page) => {
  await page.click('[data-visit="finish"]');
  await page.waitForSelector('[data-call]');
};

describe.skipIf(!browser)('the clerk’s morning', () => {
  it('[S1-72] [S3-30] three matters: one on the spot, one incomplete, one for which no permit is needed', async () => {
    const { page, faults } = await visit(browser!, 'zh');
    await signIn(h.url, page, 'clerk');
    await page.click('nav a[href="/workbench/window"]');
    await page.waitForSelector('.window');
    expect(await page.textContent('.my-seat')).toContain('综合窗口1号');
    expect(await page.textContent('.my-seat')).toContain('午间 11:40–12:30 由综合窗口2号顶岗');

    // On the spot: filed, accepted, decided and delivered by one confirmation. The hand goes on where the work does.
    await nextVisitor(page);
    await expect.poll(() => focused(page)).toBe('scan');
    await chooseItem(page, '个体工商户', 'ASB-L02');
    await expect.poll(() => focused(page)).toBe('f-id-number');
    await page.click('[data-file="only"]');
    await page.waitForSelector('.field.faulty');
    await expect.poll(() => focused(page)).toBe('f-id-number');
    expect(await page.getAttribute('#f-name', 'aria-describedby')).toBe('f-name-fault');
    await fill(page, { ...ZHAO, details: '开一家早餐店，登记个体工商户' });
    // Half typed, away and back: it goes on where it was left. Escape leaves the field, and single keys work again.
    await page.press('#scan', 'Escape');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
    await page.click('a[href="/workbench/window/register"]');
    await page.click('nav a[href="/workbench/window"]');
    await page.waitForSelector('[data-kept="ASB-L02"]');
    expect(await page.inputValue('#f-name')).toBe(ZHAO.name);
    await page.click('[data-all="returned"]');
    await page.waitForSelector('.kept-all');
    // A scanner ends with Enter, in whichever field the hand has left it: that decides nothing.
    await page.press('#f-address', 'Enter');
    expect(await page.locator('[data-filed]').count()).toBe(0);
    await page.click('[data-file="spot"]');
    const first = await filedNumber(page);
    await page.waitForSelector('[data-print="service"]');
    expect(await stateOf(first)).toMatchObject({ state: 'closed', ending: 'granted' });
    const decision = await page.getAttribute('[data-print="decision"]', 'href');
    expect((await fetch(`${h.url}${decision}`)).status).toBe(200);
    await page.waitForSelector(`.visitor a:has-text("${first}")`);
    await finish(page);

    // The same person again: what was given before is filled in. Incomplete: everything missing is told at once.
    await page.click('[data-next]');
    await expect.poll(() => focused(page)).toBe('item-search');
    await nextVisitor(page);
    await chooseItem(page, '饭店', 'SAM-L01');
    await page.fill('#f-id-number', ZHAO['id-number']);
    await page.click('[data-look]');
    await page.waitForSelector('.looked li');
    expect(await page.inputValue('#f-name')).toBe(ZHAO.name);
    expect(await page.inputValue('#f-address')).toBe(ZHAO.address);
    await fill(page, { details: '开早餐店' });
    await page.locator('[data-paper^="seen "]').first().check();
    await page.waitForSelector('.lacking');
    await page.click('[data-file="only"]');
    const second = await filedNumber(page);
    const listed = await page.locator('.lines .line').count();
    expect(listed).toBeGreaterThan(1);
    await page.click('[data-answer="correction"]');
    await page.waitForSelector('[data-print="correction"]');
    const waiting = await stateOf(second);
    expect(waiting.state).toBe('awaiting-correction');
    expect(waiting.demands).toHaveLength(listed);
    expect(waiting.papers).toHaveLength(1);
    await finish(page);

    // No permit needed: received, then refused on its own page with reason and way.
    await page.click('[data-next]');
    await nextVisitor(page, 'advice');
    await chooseItem(page, '招牌', 'UMB-L05');
    await fill(page, { ...ZHAO, details: '店内张贴菜单' });
    await page.click('[data-all="here"]');
    await page.click('[data-file="only"]');
    const third = await filedNumber(page);
    await page.click(`[data-filed] a[href="/workbench/matters/${third}"]`);
    await page.click('[data-action="reject-no-permit-needed"]');
    await page.locator('.ant-drawer textarea, .ant-drawer input[type=text]').nth(0).fill('店内张贴菜单不属于户外招牌');
    await page.locator('.ant-drawer textarea, .ant-drawer input[type=text]').nth(1).fill('不需要许可，可以直接张贴');
    await page.click('[data-do="reject-no-permit-needed"]');
    await page.waitForSelector('.told:has-text("已办")');
    expect(await stateOf(third)).toMatchObject({ state: 'closed', ending: 'no-permit-needed' });
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('[P5] what is missing and not essential may follow: offered beside the correction notice, by the last day of the rule', async () => {
    const { page, faults } = await visit(browser!, 'zh');
    await signIn(h.url, page, 'clerk-2');
    await page.goto(`${h.url}/workbench/window`);
    await chooseItem(page, 'SAM-L02', 'SAM-L02');
    await fill(page, { ...ZHAO, details: '开早餐店' });
    await page.click('[data-all="here"]');
    await page.uncheck('[data-paper="here M7"]');
    await page.click('[data-file="only"]');
    const number = await filedNumber(page);
    await page.waitForSelector('[data-answer="correction"]');
    await page.waitForSelector('[data-answer="follow"]');
    expect(await page.inputValue('#f-by')).toBe(await page.getAttribute('#f-by', 'max'));
    expect(await page.locator('[data-answer="follow"]').isDisabled()).toBe(true);
    await page.check('[data-undertaking]');
    await page.click('[data-answer="follow"]');
    await page.waitForSelector('[data-print="acceptance"]');
    expect(await stateOf(number)).toMatchObject({ state: 'accepted', toFollow: { papers: ['M7'] } });
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('[S4-29] a scanner types the receipt’s address: the matter opens, and a second visit says why', async () => {
    const { number } = (await (
      await fetch(`${h.url}/api/v1/matters`, {
        method: 'POST',
        headers: { ...h.as('clerk-2'), 'content-type': 'application/json' },
        body: JSON.stringify({
          item: 'SAM-L02',
          channel: 'window',
          applicant: { kind: 'person', idType: 'resident-id', idNumber: '110101199003070003', name: '测试公民王小满' },
          form: { details: 'x' },
          papers: ['M1'],
        }),
      })
    ).json()) as { number: string };
    const { page, faults } = await visit(browser!, 'en', 820);
    await signIn(h.url, page, 'clerk-2');
    for (const visits of [1, 2]) {
      await page.goto(`${h.url}/workbench/window`);
      await page.waitForSelector('#scan');
      await nextVisitor(page);
      await page.fill('#scan', `http://127.0.0.1/track/${number}?code=ABCD`);
      await page.press('#scan', 'Enter');
      if (visits === 2) {
        await page.waitForSelector('.again');
        await page.click('.again .ant-select');
        await page.click('.ant-select-item-option >> nth=0');
        await page.click('[data-again]');
      }
      await page.waitForURL(`**/workbench/matters/${number}`);
      await page.waitForSelector('.timeline');
      await page.goto(`${h.url}/workbench/window`);
      await finish(page);
    }
    const counted = await fetch(`${h.url}/api/v1/matters/${number}/visits`, { headers: h.as('clerk') });
    expect(await counted.json()).toMatchObject({ visits: [{ again: null }, { again: 'papers' }] });
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('the organ signs for the papers that the window took in; a chief representative has the window too, a chief has not', async () => {
    const { page, faults } = await visit(browser!, 'zh');
    await signIn(h.url, page, 'umb-chief');
    expect(await page.locator('nav a[href="/workbench/window"]').count()).toBe(0);
    await page.context().close();
    const { number } = (await (
      await fetch(`${h.url}/api/v1/matters`, {
        method: 'POST',
        headers: { ...h.as('clerk'), 'content-type': 'application/json' },
        body: JSON.stringify({
          item: 'SAM-L02',
          channel: 'window',
          applicant: { kind: 'person', idType: 'resident-id', idNumber: '110101199003070003', name: '测试公民王小满' },
          form: { details: 'x' },
          papers: ['M1', 'M3'],
        }),
      })
    ).json()) as { number: string };
    await h.act(number, 'clerk', 'accept');
    const other = await visit(browser!, 'zh');
    await signIn(h.url, other.page, 'chief-representative');
    await other.page.click('nav a[href="/workbench/window"]');
    await other.page.waitForSelector('.window');
    await other.page.goto(`${h.url}/workbench/window/hand-over`);
    await other.page.waitForSelector(`.slip:has-text("${number}")`);
    await other.page.click('[data-sign]');
    await other.page.waitForSelector('.slip td:has-text("已签收")');
    expect([...faults, ...other.faults]).toEqual([]);
    await other.page.context().close();
  });
});
