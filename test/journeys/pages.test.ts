import { afterAll, describe, expect, it } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { launchBrowserOrSkip } from '../support/browser.ts';
import { openTestHouse } from '../support/house.ts';
import { fileMatters, publicPages } from './pages.ts';

const house = await openTestHouse();
const matters = await fileMatters(house);
// As a matter that was lived: the tour shows it.
await house.db.owner.query('INSERT INTO licensing.guided (matter, place) VALUES ($1, 1)', [matters.paused.number]);
const pages = publicPages(matters);
const browser = await launchBrowserOrSkip();
afterAll(() => browser?.close());

/** Chinese that is not marked as such, in text and in attributes. */
const UNMARKED = `(() => {
  const found = [];
  const han = /\\p{Script=Han}/u;
  const walk = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const { data, parentElement } = walk.currentNode;
    if (han.test(data) && !parentElement.closest('[lang=zh]')) found.push(parentElement.tagName + ': ' + data.slice(0, 60));
  }
  for (const element of document.querySelectorAll('*'))
    for (const { name, value } of element.attributes) if (han.test(value) && !element.closest('[lang=zh]')) found.push(element.tagName + ' ' + name + '=' + value.slice(0, 60));
  return found;
})()`;

describe.each(['zh', 'en'] as const)('every public page in %s', (lang) => {
  it.each(pages)('$name is light, without script, and complete in its language', async ({ path, status = 200 }) => {
    const answer = await fetch(`${house.url}${path}`, { headers: { 'accept-language': lang } });
    const html = await answer.text();
    expect(answer.status).toBe(status);
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(60_000);
    expect(html).not.toMatch(/<script|\sstyle="|\son\w+="|\[object|undefined<|NaN/);
    expect(html).toContain(`<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"`);
    expect(html).not.toMatch(/\{\w+\}/);
  });

  it('a notice of service, which is posted for all to read, carries no code that opens the matter', async () => {
    const { number, code } = matters.served;
    const html = await (
      await fetch(`${house.url}/papers/${number}/service-notice?code=${code}`, { headers: { 'accept-language': lang } })
    ).text();
    expect(html).toContain('政务服务中心公告栏');
    expect(html).not.toContain('class="qr"');
  });

  it('the hearing that was announced is there for everybody, and no other matter', async () => {
    const html = await (await fetch(`${house.url}/hearings`, { headers: { 'accept-language': lang } })).text();
    expect(html).toContain(matters.billed.number);
    expect(html).toContain('政务服务中心三楼听证室');
    expect(html).toContain('09:30');
    expect(html.match(/\d{4}-[A-Z]{3}-\d{6}/g)).toHaveLength(1);
  });

  it.skipIf(!browser)('axe finds nothing on any, at the width of a phone, and nothing sticks out', async () => {
    const context = await browser!.newContext({ viewport: { width: 390, height: 800 }, extraHTTPHeaders: { 'accept-language': lang } });
    const page = await context.newPage();
    const faults: string[] = [];
    for (const { name, path } of pages) {
      await page.goto(`${house.url}${path}`);
      if (Number(await page.evaluate('document.documentElement.scrollWidth')) > 390) faults.push(`${name}: wider than the phone`);
      if (lang === 'en') faults.push(...(await page.evaluate<string[]>(UNMARKED)).map((fault) => `${name}: ${fault}`));
      faults.push(...(await axeFaults(page)).map((fault) => `${name}: ${fault}`));
    }
    await context.close();
    expect(faults).toEqual([]);
  });
});
