import { afterAll, describe, expect, it } from 'vitest';
import { launchBrowserOrSkip } from '../support/browser.ts';
import { openTestHouse } from '../support/house.ts';
import { visit, workbenchBuilt } from './officers.ts';

const browser = await launchBrowserOrSkip();
if (browser) workbenchBuilt();
const h = await openTestHouse();
afterAll(() => browser?.close());

/** Of the fallback typeface: how many faces a text asks for, and whether they arrived under the page's own policy. */
const LOADS = (text: string) =>
  `document.fonts.load('16px "Banjie Fallback"', ${JSON.stringify(text)}).then((faces) => faces.map((f) => f.status))`;

describe.skipIf(!browser)('on a machine without a Chinese typeface', () => {
  it.each(['/', '/workbench'])('%s brings one, for Chinese and not for Latin', async (path) => {
    const { page } = await visit(browser!, 'zh');
    await page.goto(h.url + path);
    expect(await page.evaluate(LOADS('办结'))).toEqual(['loaded']);
    expect(await page.evaluate(LOADS('Banjie 2026'))).toEqual([]);
  });

  it('draws every Chinese square of a strip in the typeface of the text around it', async () => {
    const { page } = await visit(browser!, 'zh');
    await page.setViewportSize({ width: 390, height: 900 });
    await page.goto(`${h.url}/deadline?term=disclosure.reply&from=2026-12-05`);
    await page.evaluate('document.fonts.ready');
    await page.waitForTimeout(500);
    const tools = await page.context().newCDPSession(page);
    await tools.send('DOM.enable');
    await tools.send('CSS.enable');
    const { root } = await tools.send('DOM.getDocument');
    const facesOf = async (selector: string) => {
      const { nodeIds } = await tools.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector });
      const fonts = await Promise.all(nodeIds.map((nodeId) => tools.send('CSS.getPlatformFontsForNode', { nodeId })));
      return fonts.map((one) => one.fonts.map(({ familyName }) => familyName).join());
    };
    const squares = await facesOf('.strip .zero b, .strip .rest b');
    expect(squares.length).toBeGreaterThan(8);
    const [text] = await facesOf('.key .zero');
    expect([...new Set(squares)]).toEqual([text]);
  });

  it('the file is sent as what it is, and not twice', async () => {
    const first = await fetch(`${h.url}/assets/noto-sans-sc.woff2`);
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'font/woff2']);
    const bytes = Buffer.from(await first.arrayBuffer());
    expect(bytes.subarray(0, 4).toString('latin1')).toBe('wOF2');
    expect(bytes.length).toBeLessThan(700_000);
    const again = await fetch(`${h.url}/assets/noto-sans-sc.woff2`, { headers: { 'if-none-match': first.headers.get('etag')! } });
    expect(again.status).toBe(304);
  });
});
