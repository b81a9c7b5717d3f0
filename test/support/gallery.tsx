/**
 * Every component of the shell and every picture, in both languages, as files to look at:
 *   node --import tsx test/support/gallery.tsx FOLDER [--shoot]
 * `--shoot` also photographs each page at 1280 and 390 pixels, prints the paper, and lists what axe finds.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { renderPage, sealFile } from '../../src/portal/index.ts';
import { axeFaults } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { pages } from './gallery/pages.tsx';

/** Writes all pages with their stylesheet; links are made relative, so that they open from a folder. */
export function writeGallery(folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  const styles = ['pictures', 'portal'].map((face) => readFileSync(new URL(`../../src/${face}/styles.css`, import.meta.url), 'utf8'));
  writeFileSync(join(folder, 'portal.css'), styles.join('\n'));
  writeFileSync(join(folder, 'seal.svg'), sealFile());
  return (['zh', 'en'] as const).flatMap((lang) =>
    Object.entries(pages(lang)).map(([name, page]) => {
      const file = `${name}.${lang}.html`;
      writeFileSync(join(folder, file), renderPage(page).replaceAll('"/assets/', '"'));
      return file;
    }),
  );
}

async function shoot(folder: string, files: readonly string[]): Promise<void> {
  const browser = await launchBrowser();
  for (const width of [1280, 390]) {
    const page = await (await browser.newContext({ viewport: { width, height: 800 } })).newPage();
    for (const file of files) {
      await page.goto(pathToFileURL(join(folder, file)).href);
      await page.screenshot({ path: join(folder, `${file.replace('.html', '')}.${width}.png`), fullPage: true });
      const wide = await page.evaluate('document.documentElement.scrollWidth');
      if (Number(wide) > width) console.log(`${file} at ${width}: ${wide} pixels wide`);
      for (const fault of await axeFaults(page)) console.log(`${file} at ${width}: ${fault}`);
    }
  }
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(folder, 'paper.zh.html')).href);
  await page.pdf({ path: join(folder, 'paper.pdf'), preferCSSPageSize: true });
  await browser.close();
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  const folder = resolve(process.argv[2] ?? 'test-results/gallery');
  const files = writeGallery(folder);
  if (process.argv.includes('--shoot')) await shoot(folder, files);
  console.log(`${files.length} pages in ${folder}`);
}
