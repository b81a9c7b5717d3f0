import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { launchBrowserOrSkip } from '../support/browser.ts';
import { openTestHouse } from '../support/house.ts';
import { signIn, visit, workbenchBuilt } from './officers.ts';
import { application, fileByForm } from './pages.ts';

const browser = await launchBrowserOrSkip();
if (browser) workbenchBuilt();
const h = await openTestHouse();
afterAll(() => browser?.close());
await setClock(h.house, Date.parse('2026-02-09T09:30+08:00'));

const accepted = async () => {
  const { number } = await fileByForm(h.url, '/apply/SAM-L01', application());
  await h.act(number, 'clerk', 'accept');
  return number;
};
const at = (number: string) => `${h.url}/workbench/matters/${number}`;
/** The form of an action, open on a matter. */
async function writing(page: Page, number: string, action: string): Promise<void> {
  await page.goto(at(number));
  await page.waitForSelector('.timeline');
  await page.click(`[data-action="${action}"]`);
  await page.waitForSelector(`[data-do="${action}"]`);
}
const factsOf = async (number: string): Promise<{ kind: string; body: { text?: string; recipient?: string } }[]> =>
  (await fetch(`${h.url}/api/v1/matters/${number}/facts`, { headers: h.as('clerk') })).json() as never;

describe.skipIf(!browser)('two officers at two browsers, on one matter', () => {
  it('the second’s click after the first’s gets the fresh state and a sentence; nothing typed is lost, and only the first’s act is done', async () => {
    const number = await accepted();
    const [first, second] = [await visit(browser!, 'zh'), await visit(browser!, 'en')];
    await signIn(h.url, first.page, 'examiner-lead');
    await signIn(h.url, second.page, 'examiner-lead-2');
    for (const { page } of [first, second]) await writing(page, number, 'propose');
    await first.page.locator('.ant-drawer textarea').fill('现场看过，同意');
    await second.page.locator('.ant-drawer textarea').fill('Written for a long time, on the second screen');

    await first.page.click('[data-do="propose"]');
    await first.page.waitForSelector('.told:has-text("已办")');
    await second.page.click('[data-do="propose"]');
    await second.page.waitForSelector('.ant-drawer .notice');
    expect(await second.page.textContent('.ant-drawer')).toContain('nothing you typed is lost');
    expect(await second.page.inputValue('.ant-drawer textarea')).toBe('Written for a long time, on the second screen');
    await second.page.waitForSelector('[data-do="propose"]:disabled');
    // Behind the form stands what the first has done.
    await second.page.waitForSelector('.timeline :text("现场看过，同意")');
    expect((await factsOf(number)).filter(({ kind }) => kind === 'proposed').map(({ body }) => body.text)).toEqual(['现场看过，同意']);
    for (const { page, faults } of [first, second]) {
      // A refusal is an answer; the browser notes its status all the same.
      expect(faults.filter((fault) => !/status of (409|422|403)/.test(fault))).toEqual([]);
      await page.context().close();
    }
  });

  it('where both may still act, the second looks at what is new and acts then, with what was typed', async () => {
    const number = await accepted();
    const [first, second] = [await visit(browser!, 'zh'), await visit(browser!, 'zh')];
    await signIn(h.url, first.page, 'examiner-lead');
    await signIn(h.url, second.page, 'examiner-lead-2');
    await writing(second.page, number, 'pause');
    await second.page.locator('.ant-drawer .ant-select').click();
    await second.page.locator('.ant-select-item-option').first().click();
    await second.page.locator('.ant-drawer input[type=date]').fill('2026-02-26');
    await second.page.locator('.ant-drawer .field input.ant-input:not([type=date])').last().fill('要等鉴定报告');
    await writing(first.page, number, 'propose');
    await first.page.locator('.ant-drawer textarea').fill('先提出意见');
    await first.page.click('[data-do="propose"]');
    await first.page.waitForSelector('.told:has-text("已办")');

    await second.page.click('[data-do="pause"]');
    await second.page.waitForSelector('.ant-drawer .notice, .told:has-text("已办")');
    if (await second.page.locator('.ant-drawer .notice').count()) {
      expect(await second.page.locator('.ant-drawer .field input.ant-input:not([type=date])').last().inputValue()).toBe('要等鉴定报告');
      await second.page.click('[data-do="pause"]:enabled');
    }
    await second.page.waitForSelector('.told:has-text("已办")');
    expect((await factsOf(number)).map(({ kind }) => kind).slice(-2)).toEqual(['proposed', 'paused']);
    for (const { page } of [first, second]) await page.context().close();
  });
});

describe.skipIf(!browser)('the delivery window with a queue', () => {
  it('hands over many at once, and writes for each who received it; not to somebody who is not on record', async () => {
    const numbers: string[] = [];
    for (let n = 0; n < 2; n++) {
      const { number } = await fileByForm(h.url, '/apply/SAM-L01', application());
      await h.act(number, 'clerk', 'accept');
      for (const [seat, action] of [
        ['EX1', 'propose'],
        ['SH', 'check'],
        ['DEP', 'approve'],
      ] as const)
        await h.act(number, `SAM-${seat}`, action, { step: 'lead', opinion: 'agree', text: '符合规定' });
      await h.act(number, 'SAM-DEP', 'decide', { outcome: 'granted', reason: '符合规定' });
      numbers.push(number);
    }
    const { page, faults } = await visit(browser!, 'zh');
    await signIn(h.url, page, 'delivery-clerk');
    for (const number of numbers) await page.locator('.desk-list tbody tr', { hasText: number }).locator('input[type=checkbox]').check();
    await page.locator('.bulk-bar .ant-btn-primary').click();
    await page.waitForSelector('.own');
    await page.locator('.ant-modal').getByText('当面领取').click();
    await page.locator('.ant-modal .field input.ant-input').last().fill('窗口签收');
    await page.fill(`[data-recipient="${numbers[0]}"]`, application().get('applicant.name')!);
    await page.locator('.ant-modal-footer .ant-btn-primary').click();
    // One is still to be named: nothing has been sent.
    await page.waitForSelector('.own .faulty .fault');
    expect((await factsOf(numbers[0]!)).some(({ kind }) => kind === 'delivered')).toBe(false);
    await page.fill(`[data-recipient="${numbers[1]}"]`, '李大爷');
    await page.locator('.ant-modal-footer .ant-btn-primary').click();
    await page.waitForSelector('.results .done');
    const said = async (number: string) => (await factsOf(number)).find(({ kind }) => kind === 'delivered')?.body.recipient;
    expect(await said(numbers[0]!)).toBe('{{name}}');
    // Who is neither the applicant nor the agent is looked at one by one.
    expect(await page.textContent('.results .skipped')).toContain('签收人既不是申请人');
    expect(await said(numbers[1]!)).toBeUndefined();
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
