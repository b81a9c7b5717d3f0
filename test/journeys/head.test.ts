import { readFileSync } from 'node:fs';
import Zip from 'jszip';
import { afterAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { launchBrowserOrSkip } from '../support/browser.ts';
import { application, call, PNG } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';
import { signIn, visit, workbenchBuilt } from './officers.ts';

const browser = await launchBrowserOrSkip();
if (browser) workbenchBuilt();
const h = await openTestHouse();
afterAll(() => browser?.close());
await setClock(h.house, Date.parse('2026-02-09T09:30+08:00'));

/** Registration of a tractor, on the spot: a chief representative of agriculture may decide it. */
const TRACTOR = 'ARA-L18';
const opinion = { step: 'lead', opinion: 'agree', text: '机具与材料相符' };
async function examined(files: readonly object[] = []): Promise<string> {
  const { number } = (await call(h, '/api/v1/matters', application({ item: TRACTOR, files }))).body;
  await h.act(number, 'clerk', 'accept');
  await h.act(number, 'ARA-DEP', 'approve', opinion);
  return number;
}
const stateOf = async (number: string) => (await call(h, `/api/v1/matters/${number}`, undefined, { as: 'clerk' })).body.state as string;

describe.skipIf(!browser)('the head’s page', () => {
  it('[S1-36] she sees what went out in her name, authorises a chief representative, who decides; withdraws, and is obeyed at once', async () => {
    const [first, second] = [await examined(), await examined()];
    const { page, faults } = await visit(browser!, 'zh');
    await signIn(h.url, page, 'agriculture-chief');
    await page.click('nav a[href$="/head"]');
    const approved = page.locator('[data-list="acts"] tbody tr', { hasText: first });
    await approved.waitFor();
    expect(await approved.textContent()).toMatch(/批准意见（同意）.*分管/);

    await page.click('[data-do="authorise"]');
    await page.click('[data-do="change"]');
    await page.waitForSelector('.field.faulty:has(#authorise-basis)');
    await page.click('#authorise-person');
    await page.locator('.ant-select-item-option', { hasText: '股长' }).first().click();
    await page.fill('#authorise-basis', '《首席代表授权书》示农授〔2026〕3号');
    await page.click('[data-do="change"]');
    const authority = page.locator('[data-list="representatives"] tr', { hasText: '示农授〔2026〕3号' });
    await authority.waitFor();
    expect(await authority.textContent()).toContain('有效');

    const other = await visit(browser!, 'zh');
    await signIn(h.url, other.page, 'agriculture-section-head');
    await other.page.goto(`${h.url}/workbench/matters/${first}`);
    await other.page.click('[data-action="decide"]');
    await other.page.locator('.ant-drawer').getByText('准予许可', { exact: true }).click();
    await other.page.locator('.ant-drawer textarea').first().fill('机具合格，准予登记。');
    await other.page.click('[data-do="decide"]');
    await other.page.waitForSelector('.told:has-text("已办：作出决定。")');
    expect(await stateOf(first)).toBe('decided');

    // Her next matter stands open with its button while the chief takes the authority back.
    await other.page.goto(`${h.url}/workbench/matters/${second}`);
    await other.page.click('[data-action="decide"]');
    await other.page.locator('.ant-drawer').getByText('准予许可', { exact: true }).click();
    await other.page.locator('.ant-drawer textarea').first().fill('机具合格，准予登记。');

    await page.reload();
    const decided = page.locator('[data-list="acts"] tbody tr', { hasText: '示农授〔2026〕3号' });
    await decided.waitFor();
    expect(await decided.textContent()).toMatch(/作出决定（准予许可）.*首席代表/);
    await authority.locator('[data-do="withdraw"]').click();
    await page.fill('#withdraw-reason', '本人调往乡镇工作');
    await page.click('[data-do="change"]');
    await page.locator('[data-list="representatives"] tr.withdrawn', { hasText: '本人调往乡镇工作' }).waitFor();

    await other.page.click('[data-do="decide"]');
    await other.page.waitForSelector('.ant-drawer .wrong:has-text("授权已于2026-02-09收回")');
    expect(await other.page.textContent('.ant-drawer .wrong')).toContain('本人调往乡镇工作');
    expect(await other.page.inputValue('.ant-drawer textarea >> nth=0')).toBe('机具合格，准予登记。');
    expect(await stateOf(second)).toBe('accepted');
    expect(faults).toEqual([]);
    expect(other.faults.filter((fault) => !fault.includes('403'))).toEqual([]);
    await page.context().close();
    await other.page.context().close();
  });

  it('the decision is read as a draft, then as the paper, and taken away as a document', async () => {
    const number = await examined();
    const { page, faults } = await visit(browser!, 'en');
    await signIn(h.url, page, 'agriculture-chief');
    await page.goto(`${h.url}/workbench/matters/${number}`);
    await page.click('[data-paper="draft"]');
    await page.waitForSelector('.decision-paper.draft');
    expect(await page.textContent('.decision-paper')).toContain('草稿 · 尚未编号');
    await page.getByText('Draft it as refused').click();
    await page.waitForSelector('.decision-paper h2:has-text("不予行政许可决定书")');
    await h.act(number, 'agriculture-chief', 'decide', { outcome: 'granted', reason: '符合登记条件' });
    await page.goto(`${h.url}/workbench/matters/${number}/decision`);
    await page.waitForSelector('.decision-paper:not(.draft)');
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('a.button[download]')]);
    expect(download.suggestedFilename()).toBe(`准予行政许可决定书-${number}.docx`);
    const zip = await Zip.loadAsync(readFileSync(await download.path()));
    const text = (await zip.file('word/document.xml')!.async('string')).replace(/<[^>]+>/g, '');
    const shown = (await page.textContent('.decision-paper h2 + .number'))!;
    expect(text).toContain(shown);
    expect(text).toContain('符合登记条件');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.decision-paper').isVisible()).toBe(true);
    expect(await page.locator('.screen-head').isVisible()).toBe(false);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe.skipIf(!browser)('one matter', () => {
  it('is looked at with other eyes, which stand in the address, and nobody acts with them', async () => {
    const number = await examined();
    const { page, faults } = await visit(browser!, 'zh');
    await signIn(h.url, page, 'agriculture-section-head');
    await page.goto(`${h.url}/workbench/matters/${number}`);
    await page.waitForSelector('.timeline');
    expect(await page.textContent('.timeline')).toContain('机具与材料相符');
    await page.click('[data-eyes="citizen"]');
    await page.waitForSelector('[data-seen="citizen"]');
    await page.waitForURL(/eyes=citizen/);
    expect(await page.textContent('main')).not.toContain('机具与材料相符');
    expect(await page.locator('.could li').allTextContents()).toContain('撤回');
    expect(await page.locator('[data-action]').count()).toBe(0);
    await page.click('[data-eyes="auditor"]');
    await page.waitForSelector('[data-seen="auditor"]');
    await page.waitForSelector('.right:has-text("链条完整")');
    await page.click('[data-eyes="own"]');
    await page.waitForSelector('.timeline:has-text("机具与材料相符")');
    expect(page.url()).not.toContain('eyes');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('shows two of its papers side by side: pictures drawn, a PDF in a frame of this server, nothing run', async () => {
    const pdf = Buffer.from(
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
    );
    const number = await examined([
      { material: 'M1', name: '行驶证.png', content: PNG.toString('base64') },
      { material: 'M2', name: '合格证.pdf', content: pdf.toString('base64') },
    ]);
    const { page, faults } = await visit(browser!, 'zh');
    await signIn(h.url, page, 'agriculture-section-head');
    await page.goto(`${h.url}/workbench/matters/${number}`);
    await page.click('.paper-links a[href$="/papers"]');
    const left = page.locator('[data-side="left"]');
    const right = page.locator('[data-side="right"]');
    await left.locator('img').waitFor();
    await page.waitForFunction(`document.querySelector('[data-side=left] img').naturalWidth === 1`);
    await right.locator('select').selectOption('form');
    await page.waitForURL(/right=form/);
    await right.locator('.pairs').waitFor();
    expect(await right.textContent()).toContain('王小满');
    await page.reload();
    await right.locator('.pairs').waitFor();
    await right
      .locator('select')
      .selectOption({ label: (await right.locator('option', { hasText: '合格证.pdf' }).textContent()) as string });
    const frame = right.locator('iframe');
    await frame.waitFor({ state: 'attached' });
    const answer = await page.request.get(new URL((await frame.getAttribute('src'))!, h.url).href);
    expect(answer.status()).toBe(200);
    expect(answer.headers()).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' });
    expect(answer.headers()['content-disposition']).toMatch(/^inline/);
    expect(answer.headers()['content-security-policy']).toMatch(/^default-src 'none'.*frame-ancestors 'self'$/);
    const away = await page.request.get(answer.url().replace('show=1', ''));
    expect(away.headers()['content-disposition']).toMatch(/^attachment/);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe.skipIf(!browser)('the cashier’s day', () => {
  it('[S3-37] [S3-44] a payment is taken from the list, with what it asks for, and the account agrees', async () => {
    const { number } = (await call(h, '/api/v1/matters', application({ item: 'UMB-L01' }))).body;
    await h.act(number, 'clerk', 'accept');
    await h.act(number, 'UMB-EX1', 'bill', { charge: 'UMB-C02', quantity: 300 });
    const { page, faults } = await visit(browser!, 'zh');
    await signIn(h.url, page, 'cashier');
    await page.click('nav a[href$="/fees"]');
    const row = page.locator('.bills tbody tr', { hasText: number });
    await row.waitFor();
    const amount = (await row.locator('td.n').textContent())!;
    await row.locator('[data-action="pay"]').click();
    const typed = page.locator('.ant-drawer input[role="spinbutton"]');
    // A third decimal is told at the field, and neither rounded nor sent.
    await typed.fill(`${amount}4`);
    await typed.blur();
    expect(await typed.inputValue()).toBe(`${amount}4`);
    expect(await page.textContent('.ant-drawer .fault')).toContain('最多两位小数');
    await typed.fill(amount);
    await page.locator('.ant-drawer .fault').waitFor({ state: 'detached' });
    await page.locator('.ant-drawer').getByText('现金', { exact: true }).click();
    await page.locator('.ant-drawer .field', { hasText: '票据号' }).locator('input').fill('示财非税 0001');
    await page.click('[data-do="pay"]');
    await page.waitForSelector('.told:has-text("已办：收费。")');
    await row.waitFor({ state: 'detached' });
    await page.waitForSelector('.account .right:has-text("全部相符")');
    expect(await page.textContent('.day-lines tfoot')).toContain(amount);
    await page.locator('.tabs button', { hasText: '已缴' }).click();
    await page.waitForURL(/state=paid/);
    await page.locator('.bills tbody tr', { hasText: '示财非税 0001' }).waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
