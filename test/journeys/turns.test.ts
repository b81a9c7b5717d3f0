import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { launchBrowserOrSkip } from '../support/browser.ts';
import { openTestHouse } from '../support/house.ts';
import { fileMatters, type Matters } from './pages.ts';

const h = await openTestHouse();
const matters = await fileMatters(h);
const browser = await launchBrowserOrSkip();
afterAll(() => browser?.close());

/** From the tracking page to the paper that a link of it names, as an applicant would go. */
async function tracked(key: keyof Matters, work: (page: Page) => Promise<void>, locale = 'zh-CN'): Promise<void> {
  const context = await browser!.newContext({ locale, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(`${h.url}/track/${matters[key].number}?code=${matters[key].code}`);
  await work(page);
  await context.close();
}
const main = async (page: Page) => ((await page.textContent('main')) ?? '').replace(/\s+/g, ' ');

describe.skipIf(!browser)('turns a licence can take, as its applicant meets them', () => {
  it('[S3-37] a fee: what to pay stands first, and leads to the payment notice', async () =>
    tracked('billed', async (page) => {
      expect(await main(page)).toMatch(/要您做的.*请缴费¥90\.00/);
      await page.click('main a:has-text("缴费通知书") >> nth=0');
      const notice = await main(page);
      for (const said of ['缴费通知书', '城市道路占用费', '¥90.00', '待缴']) expect(notice).toContain(said);
    }));

  it('an extension and a notice to third parties are told, each with its paper and its day', async () =>
    tracked('billed', async (page) => {
      expect(await main(page)).toContain('施工方案要会同两个部门复核');
      await page.click('a:has-text("延长期限告知书")');
      expect(await main(page)).toMatch(
        /经本机关负责人批准（《行政许可法》第四十二条第一款）延长10个工作日，到2026年\d+月\d+日为止；只延长这一次/,
      );
      await page.goBack();
      await page.click('a:has-text("利害关系人告知书")');
      const notice = await main(page);
      expect(notice).toMatch(/利害关系人：.*门前人行道占用三天.*有权要求听证.*二十个工作日内组织听证/);
      expect(notice).not.toContain('沿街商户');
    }));

  it('[S0-24] a dispute over remit: who rules on it, and that the limit runs on', async () => {
    await tracked('disputed', async (page) => expect(await main(page)).toMatch(/正在由.*裁定归哪个部门办.*您的期限照走/));
    await tracked('disputed', async (page) => expect(await main(page)).toContain('your limit runs on'), 'en-GB');
  });

  it('not our remit: closed, with the right organ and the remedies on its paper', async () =>
    tracked('remit', async (page) => {
      await page.click('a:has-text("不予受理决定书")');
      expect(await main(page)).toMatch(/请向县交通运输局申请.*申请行政复议/);
    }));

  it('forwarded: the superior decides, and has the time', async () =>
    tracked('forwarded', async (page) => expect(await main(page)).toMatch(/县里已经初审上报.*由上级决定/)));

  it('revoked: on the tracking page, on its paper, and for whoever checks the licence', async () =>
    tracked('revoked', async (page) => {
      expect(await main(page)).toContain('产权证明是假的');
      await page.click('a:has-text("撤销行政许可决定书")');
      expect(await main(page)).toMatch(/以欺骗、贿赂等不正当手段取得.*决定撤销该行政许可.*申请行政复议/);
      await page.goto(`${h.url}/licences/L-${matters.revoked.number}`);
      expect(await main(page)).toContain('已撤销');
    }));
});
