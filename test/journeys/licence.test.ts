import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { launchBrowserOrSkip } from '../support/browser.ts';
import { openTestHouse } from '../support/house.ts';

const browser = await launchBrowserOrSkip();
afterAll(() => browser?.close());

/** A one-page PDF: enough to be known by its content. */
const pdf = join(tmpdir(), `banjie-journey-${process.pid}.pdf`);
writeFileSync(pdf, '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
afterAll(() => rmSync(pdf));

const local = (text: string): number => Date.parse(`${text}+08:00`);

/** What the applicant fills in: the street is to be dug up for a shop's water pipe. */
async function apply(page: Page, url: string, item: string): Promise<string> {
  await page.goto(`${url}/apply/${item}`);
  await page.check('input[name="applicant.kind"][value="firm"]');
  await page.fill('[name="applicant.name"]', '示范县青禾餐饮有限公司');
  await page.selectOption('[name="applicant.idType"]', 'credit-code');
  await page.fill('[name="applicant.idNumber"]', '91990101MA00TEXT0R');
  await page.fill('[name="applicant.phone"]', '13900000002');
  await page.fill('[name="form.details"]', '人民路18号门前接水管，占用人行道三天');
  await page.fill('[name="form.address"]', '城关镇人民路18号');
  const first = page.locator('input[type=file]').nth(1);
  if (await first.count()) await first.setInputFiles(pdf);
  for (const box of await page.locator('input[type=checkbox][name="truth"]').all()) await box.check();
  await page.locator('main form button[type=submit]').last().click();
  await page.waitForLoadState();
  if (!page.url().includes('/receipt/')) throw new Error(`not received: ${page.url()} ${(await page.textContent('main'))?.slice(0, 600)}`);
  return page.url();
}

const parts = (receipt: string) => ({
  number: decodeURIComponent(new URL(receipt).pathname.split('/')[2] ?? ''),
  code: new URL(receipt).searchParams.get('code') ?? '',
});

describe.skipIf(!browser)("a licence, from the applicant's phone to the public page", () => {
  test('[S3-36] [S3-30] [S3-37] filing, correction, acceptance, lead and two assists in parallel, pause, fee, decision, delivery, public page', async () => {
    const h = await openTestHouse();
    const page = await (await browser!.newContext({ locale: 'zh-CN', viewport: { width: 390, height: 844 } })).newPage();
    await setClock(h.house, local('2026-02-09T09:30'));

    const receipt = await apply(page, h.url, 'UMB-L01');
    const { number, code } = parts(receipt);
    expect(await page.textContent('main')).toContain(number);
    const track = `${h.url}/track/${number}?code=${code}`;

    await h.act(number, 'clerk', 'request-correction', {
      items: [{ what: '施工平面图没有标明占道宽度', how: '标明长、宽和起止日期' }],
      way: '补好后在网上提交即可',
    });
    await page.goto(track);
    expect(await page.textContent('main')).toContain('施工平面图没有标明占道宽度');
    await page.goto(`${h.url}/track/${number}/correct?code=${code}`);
    await page.fill('[name="note"]', '已标明：占道1.5米，三天');
    await page.locator('main form button[type=submit]').last().click();
    await page.waitForURL(/\/track\//);

    await h.act(number, 'clerk', 'accept');
    await setClock(h.house, local('2026-02-10T10:00'));
    await Promise.all([
      h.act(number, 'HUC-SH', 'approve', { step: 'assist:HUC', opinion: 'agree', text: '不影响地下管线' }),
      h.act(number, 'PSB-SH', 'approve', { step: 'assist:PSB', opinion: 'agree-with-conditions', text: '避开早晚高峰' }),
      h.act(number, 'UMB-EX1', 'propose', { step: 'lead', opinion: 'agree', text: '工期和范围合理' }),
    ]);
    await h.act(number, 'UMB-EX1', 'pause', { ground: 'appraisal', expected: '2026-02-12', reason: '路面承载需要鉴定' });
    await page.goto(track);
    expect(await page.textContent('main')).toContain('鉴定');
    await setClock(h.house, local('2026-02-12T09:00'));
    await h.act(number, 'UMB-EX1', 'resume', { note: '鉴定报告已收到' });
    await h.act(number, 'UMB-SH', 'check', { step: 'lead', opinion: 'agree', text: '同意' });
    await h.act(number, 'UMB-DEP', 'approve', { step: 'lead', opinion: 'agree', text: '同意' });
    await h.act(number, 'UMB-EX1', 'bill', { charge: 'UMB-C02', quantity: 300 });
    await page.goto(track);
    expect(await page.textContent('main')).toContain('90');
    await h.act(number, 'cashier', 'pay', { amount: 90, method: 'mobile', receipt: 'A0001' });
    await h.act(number, 'UMB-EX1', 'no-charge', { reason: '只占道，不挖掘' });
    await h.act(number, 'UMB-DEP', 'decide', { outcome: 'granted', reason: '符合占道条件' });
    await h.act(number, 'ASB-DLV1', 'deliver', { method: 'in-person', recipient: '示范县青禾餐饮有限公司', proof: '签收单' });

    await page.goto(track);
    expect(await page.textContent('main')).toContain('准予');
    await page.goto(`${h.url}/decisions/${number}`);
    const open = (await page.textContent('main')) ?? '';
    expect(open).toContain('示范县青禾餐饮有限公司');
    expect(open).not.toContain('13900000002');
  });

  test('[S3-38] where nobody acts, silence accepts from the day of receipt, and the days pass on the page', async () => {
    const h = await openTestHouse();
    const page = await (await browser!.newContext({ locale: 'zh-CN', viewport: { width: 390, height: 844 } })).newPage();
    await setClock(h.house, local('2026-02-13T10:00'));
    const { number, code } = parts(await apply(page, h.url, 'DRC-L01'));

    for (let week = 0; week < 2; week++) {
      await page.goto(`${h.url}/track/${number}?code=${code}`);
      await page
        .locator('form[action="/clock"] button[value="7"], form[action="/clock"]:has(input[name="days"][value="7"]) button')
        .first()
        .click();
      await page.waitForLoadState();
    }
    await setClock(h.house, local('2026-02-28T09:00'));
    await page.goto(`${h.url}/track/${number}?code=${code}`);
    const story = (await page.textContent('main')) ?? '';
    expect(story).toContain('视为受理');
    expect(story).toContain('3月19日');
    const facts = (await (await fetch(`${h.url}/api/v1/matters/${number}/facts`, { headers: { 'query-code': code } })).json()) as {
      kind: string;
    }[];
    expect(facts.filter((f) => f.kind === 'deemed-accepted')).toHaveLength(1);
  });
});
