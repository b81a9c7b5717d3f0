/** How a file was written down: UTF-8, UTF-16 where its mark says so, or GB18030 as a Chinese spreadsheet saves it. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** The text of a file, or nothing where it is in none of them. */
export function textOf(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } | undefined {
  const marked = MARKS.find(([first, second]) => bytes[0] === first && bytes[1] === second)?.[2];
  for (const encoding of marked ? [marked] : (['utf-8', 'gb18030'] as const)) {
    const text = encoding === 'gb18030' && isTornUtf8(bytes) ? undefined : decoded(bytes, encoding);
    if (text !== undefined) return { text, encoding };
  }
  return undefined;
}

/** The same where a reader follows that refuses what it cannot read: that holds U+FFFD then. */
export const textOrTorn = (bytes: Uint8Array): string => textOf(bytes)?.text ?? new TextDecoder().decode(bytes);

const MARKS = [
  [0xff, 0xfe, 'utf-16le'],
  [0xfe, 0xff, 'utf-16be'],
] as const;

function decoded(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Mostly readable as UTF-8: some bytes were lost. GB18030 would take it and make other characters of all of it. */
function isTornUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return count(/\p{Script=Han}/gu) > count(/\ufffd/g);
}
