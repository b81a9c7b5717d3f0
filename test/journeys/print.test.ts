import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, describe, expect, it } from 'vitest';
import { launchBrowserOrSkip } from '../support/browser.ts';
import { openTestHouse } from '../support/house.ts';
import { fileMatters, type Matters } from './pages.ts';

const h = await openTestHouse();
const matters = await fileMatters(h);
const browser = await launchBrowserOrSkip();
afterAll(() => browser?.close());

/** Points of an A4 sheet. */
const A4 = [595, 842];
const REMEDIES = /reconsideration within sixty days .* bring an action before the court within six months/;
const NUMBERS = /[A-Z]{3}[\w-]*〔2026〕\d+|\[2026\]|20\d\d-[A-Z]{3}-\d{6}/;

const plain = (text: string): string => text.normalize('NFKC').replaceAll(' ', '');

/** The sheets a browser prints of a page, as another program reads them. */
async function printed(path: string, lang: string) {
  const context = await browser!.newContext({ locale: lang, extraHTTPHeaders: { 'accept-language': lang } });
  const page = await context.newPage();
  await page.goto(`${h.url}${path}`);
  await page.emulateMedia({ media: 'print' });
  // A machine without a Chinese typeface is still being sent one; who prints has seen it arrive.
  await page.evaluate('document.fonts.ready');
  const shown = await page.evaluate<number>(
    "[...document.querySelectorAll('.masthead, .clockbar, .foot, .trail, form')].filter((e) => e.getClientRects().length > 0).length",
  );
  const sheets = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true })));
  await context.close();
  const { view } = await sheets.getPage(1);
  const { text } = await extractText(sheets, { mergePages: true });
  return { pages: sheets.numPages, size: view.slice(2).map(Math.round), text: text.replace(/\s+/g, ' '), shown };
}

describe.skipIf(!browser)('statutory papers from the printer (P11)', () => {
  const papers: readonly [string, keyof Matters, string, boolean][] = [
    ['receipt', 'received', 'Receipt', false],
    ['acceptance', 'examined', 'Notice of acceptance', false],
    ['decision', 'granted', 'Decision granting the licence', true],
    ['decision', 'refused', 'Decision refusing the licence', true],
    ['revocation', 'revoked', 'Decision revoking the licence', true],
    ['third-parties', 'billed', 'Notice to third parties', false],
    ['hearing', 'billed', 'Notice of a hearing', false],
    ['payment', 'billed', 'Payment notice', false],
  ];

  it.each(papers)(
    '%s of “%s”: one sheet of A4, its number, no navigation, remedies where it decides',
    async (kind, key, title, decides) => {
      const { number, code } = matters[key];
      const path = kind === 'receipt' ? `/receipt/${number}?code=${code}` : `/papers/${number}/${kind}?code=${code}`;
      for (const lang of ['en', 'zh-CN']) {
        const sheet = await printed(path, lang);
        expect([lang, sheet.pages, ...sheet.size]).toEqual([lang, 1, ...A4]);
        expect(sheet.shown).toBe(0);
        expect(sheet.text).toMatch(NUMBERS);
        expect(sheet.text).toContain(number);
        if (lang !== 'en') continue;
        expect(sheet.text).toContain(title);
        expect(sheet.text).not.toMatch(/Skip to the content|Let a day pass|Services Track/);
        if (decides) expect(sheet.text).toMatch(REMEDIES);
      }
    },
  );

  it('the calculator’s answer goes on one sheet, with the address that asks the same again', async () => {
    const question = 'amount=20&unit=wd&from=2026-03-02&whose=organ&extend=10@2026-03-20';
    for (const [lang, said] of [
      ['en', 'Day 30, the last, is Tue 14 Apr 2026.'],
      ['zh-CN', '数到第30天，是2026年4月14日'],
    ] as const) {
      const sheet = await printed(`/deadline?${question}&view=paper`, lang);
      expect([lang, sheet.pages, ...sheet.size, sheet.shown]).toEqual([lang, 1, ...A4, 0]);
      // A printed sign may come back as its twin among the radicals.
      const text = plain(sheet.text);
      expect(text).toContain(plain(said));
      expect(text).toContain(`/deadline?${question}`);
    }
  });
});
