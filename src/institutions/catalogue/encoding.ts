/** How a list was written down: UTF-8, or GB18030 as a Chinese spreadsheet saves it. */
export type Encoding = 'utf-8' | 'gb18030';

/** The text of a file, or nothing where it is in neither. */
export function textOf(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } | undefined {
  const text = decoded(bytes, 'utf-8');
  if (text !== undefined) return { text, encoding: 'utf-8' };
  if (isTornUtf8(bytes)) return undefined;
  const chinese = decoded(bytes, 'gb18030');
  return chinese === undefined ? undefined : { text: chinese, encoding: 'gb18030' };
}

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
