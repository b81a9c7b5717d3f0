import { afterAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { axeFaults } from '../support/axe.ts';
import { launchBrowserOrSkip } from '../support/browser.ts';
import { application, call, WANG } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';
import { signIn, visit, workbenchBuilt } from './officers.ts';

const browser = await launchBrowserOrSkip();
if (browser) workbenchBuilt();
const h = await openTestHouse();
afterAll(() => browser?.close());

const file = async () =>
  (await call(h, '/api/v1/matters', application({ item: 'SAM-L02', channel: 'window', applicant: WANG, papers: ['M1'] }), { as: 'clerk' }))
    .body.number as string;
await setClock(h.house, Date.parse('2026-03-02T09:30+08:00'));
const first = await file();
await h.act(first, 'clerk', 'withdraw', { reason: '改日再来', signed: true });
await setClock(h.house, Date.parse('2026-03-04T09:30+08:00'));
const second = await file();

describe.skipIf(!browser)('what an officer is told', () => {
  it('of a matter that was withdrawn and filed again: the number, its rows, the line on the matter', async () => {
    const { page, faults } = await visit(browser!, 'en');
    await signIn(h.url, page, 'efficiency-inspector');
    await page.goto(`${h.url}/workbench/board`);
    await page.waitForSelector('[data-refiled="1"]');
    await page.click('[data-refiled] a');
    await page.waitForSelector('.sheet-list tbody tr');
    expect(await page.textContent('.sheet-list tbody')).toContain(first);
    expect(await axeFaults(page)).toEqual([]);
    await page.click(`.sheet-list a[href$="${second}"]`);
    await page.waitForSelector('[data-withdrawn-before="1"]');
    expect(await page.textContent('[data-withdrawn-before]')).toContain('withdrew one earlier application');
    expect(await axeFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('at the window: which papers may follow and until when, and by when a renewal is asked for', async () => {
    await h.complete(second, 'clerk', ['M7']);
    const { page, faults } = await visit(browser!, 'en');
    await signIn(h.url, page, 'clerk');
    await page.goto(`${h.url}/workbench/matters/${second}`);
    await page.waitForSelector('.actions');
    if (!(await page.isVisible('[data-action="accept-with-papers-to-follow"]'))) await page.locator('.actions summary').first().click();
    await page.click('[data-action="accept-with-papers-to-follow"]');
    await page.waitForSelector('.ant-drawer fieldset input[type="checkbox"]');
    const { choices, days } = (await call(h, `/api/v1/matters/${second}/story`, undefined, { as: 'clerk' })).body;
    const offered = choices.follow.map(({ value }: { value: string }) => value);
    expect(offered).toContain('M7');
    expect(choices.papers.length).toBeGreaterThan(offered.length);
    expect(await page.locator('.ant-drawer fieldset input[type="checkbox"]').count()).toBe(offered.length);
    const by = page.locator('.ant-drawer input[type="date"]');
    expect([await by.getAttribute('min'), await by.getAttribute('max')]).toEqual([days.by.from, days.by.to]);
    const hint = await page.locator(`[id="${await by.getAttribute('aria-describedby')}"]`).textContent();
    expect(hint).toMatch(/^From .+ to .+\.$/);

    await page.goto(`${h.url}/workbench/window`);
    await page.fill('#item-search', 'SAM-L02');
    await page.click('[data-item="SAM-L02"]');
    await page.waitForSelector('.checklist');
    await page.locator('.filing .ant-radio-wrapper', { hasText: 'Renewal' }).first().click();
    await page.getByText('at least 30 working days before the licence ends').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});
