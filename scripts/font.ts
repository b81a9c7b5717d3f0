// Makes the fallback font anew: node --import tsx scripts/font.ts FONT
// FONT: NotoSansCJK-Regular.ttc. On Debian: apt-get install fonts-noto-cjk python3-fonttools python3-brotli
// In it: the 3,755 everyday characters (GB/T 2312, level 1) and all that this product itself says, in its words, its law and its model county.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkoutRoot } from '../src/platform/checkout.ts';

const FOLDERS = ['src', 'law', 'county/model', 'docs/mandate'];
const folder = join(checkoutRoot, 'src/portal/fonts');
export const CHARACTERS = join(folder, 'noto-sans-sc.txt');

/** Characters of Chinese text: Han and the marks and widths that go with them. */
const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff01-\uff5e]/gu;

/** What the product says by itself. */
export function ownCharacters(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const from of FOLDERS)
    for (const name of readdirSync(join(checkoutRoot, from), { recursive: true, encoding: 'utf8' }))
      if (/\.(tsx?|yaml|csv|json)$/.test(name))
        for (const [one] of readFileSync(join(checkoutRoot, from, name), 'utf8').matchAll(CHINESE)) found.add(one);
  return found;
}

/** GB/T 2312: row 3, Latin letters and signs as wide as Han, and level 1, rows 16 to 55, of which the last is not full. */
function everyday(): string {
  const bytes: number[] = [];
  for (let row = 3; row <= 55; row++)
    if (row === 3 || row >= 16) for (let cell = 1; cell <= (row === 55 ? 89 : 94); cell++) bytes.push(0xa0 + row, 0xa0 + cell);
  return new TextDecoder('gb18030').decode(Uint8Array.from(bytes));
}

const [font] = process.argv.slice(2);
if (font && import.meta.filename === process.argv[1]) {
  const all = [...new Set([...everyday(), ...ownCharacters()])].sort((a, b) => a.codePointAt(0)! - b.codePointAt(0)!);
  writeFileSync(CHARACTERS, `${all.join('')}\n`);
  const { status } = spawnSync(
    '/usr/bin/python3',
    [
      '-m',
      'fontTools.subset',
      font,
      '--font-number=2',
      `--text-file=${CHARACTERS}`,
      '--flavor=woff2',
      '--no-hinting',
      '--desubroutinize',
      '--layout-features=',
      `--output-file=${join(folder, 'noto-sans-sc.woff2')}`,
    ],
    { stdio: 'inherit' },
  );
  process.exit(status ?? 1);
}
