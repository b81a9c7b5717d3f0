/** A matter's number as it stands on a receipt. */
const NUMBER = /^\d{4}-[A-Z0-9]{1,8}-\d{6,9}$/;
/** The address in the QR code of a receipt, or of any of its papers: `…/track/2026-SAM-000123?code=…`. */
const ADDRESS = /^HTTPS?:\/\/[^/?#]+\/(?:TRACK|RECEIPT|PAPERS)\/([^/?#]+)/;

export type Scanned = { readonly matter: string } | { readonly words: string };

/**
 * What a scanner typed, which ends with Enter: the whole address of the QR code, or a bare number. An input method may have made the
 * letters wide or small. Anything else is looked for as words: the end of a number, an applicant's name.
 */
export function readScan(typed: string): Scanned | undefined {
  const plain = typed.normalize('NFKC').trim();
  if (plain === '') return undefined;
  const large = plain.toUpperCase();
  const coded = ADDRESS.exec(large)?.[1] ?? large;
  const number = unescaped(coded);
  return NUMBER.test(number) ? { matter: number } : { words: plain.slice(0, 100) };
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
