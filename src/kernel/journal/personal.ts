/**
 * Personal data stand apart (house section 3). A fact may speak of a person; it never holds the name. Names and numbers
 * that an officer types into a sentence are replaced by a token before the fact is written and put back when it is
 * shown, for as long as the person's data exist.
 */
export interface PersonalEntry {
  readonly person: string;
  readonly key: string;
  /** JSON text. */
  readonly value: string;
}

export interface Commitment {
  readonly person: string;
  readonly key: string;
  readonly digest: string;
}

/** `field → value` of what identifies a person, e.g. `{ name, idNumber, phone }`. */
export type Identity = Readonly<Record<string, string>>;

const token = (field: string): string => `{{${field}}}`;
/** Stands for two braces somebody typed, so that typed text is never taken for a token. */
const BRACES = token('');
const MIN_LENGTH = 2;

/** The strings of an identity worth looking for, longest first so that a full name wins over a part. */
const needles = (identity: Identity): [string, string][] =>
  Object.entries(identity)
    .filter(([, value]) => value.length >= MIN_LENGTH)
    .sort((a, b) => b[1].length - a[1].length);

const mapStrings = (value: unknown, change: (text: string) => string): unknown => {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((v) => mapStrings(v, change));
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, mapStrings(v, change)]));
  return value;
};

/** Only below the named keys: a code or an organ that happens to be spelled like a name stays as it is. What does not change is not copied. */
const mapBelow = (value: unknown, keys: ReadonlySet<string>, change: (text: string) => string): unknown => {
  if (!value || typeof value !== 'object') return value;
  let copy: Record<string, unknown> | undefined;
  for (const k of Object.keys(value)) {
    const v = (value as Record<string, unknown>)[k];
    const mapped = keys.has(k) ? mapStrings(v, change) : mapBelow(v, keys, change);
    if (mapped === v) continue;
    copy ??= (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
    copy[k] = mapped;
  }
  return copy ?? value;
};

/**
 * Replaces every occurrence of the identity's values in free text (the values under `freeText` keys) by tokens. One pass,
 * so that no value is looked for inside a token; a number's letter may be typed small (`…000x`).
 */
export function mask<T>(value: T, identity: Identity, freeText: ReadonlySet<string>): T {
  const found = needles(identity);
  return mapBelow(value, freeText, (text) => maskText(text, found)) as T;
}

function maskText(text: string, found: readonly (readonly [string, string])[]): string {
  const small = text.toLowerCase();
  const present = found.filter(([, n]) => text.includes(n) || small.includes(n.toLowerCase()));
  if (present.length === 0) return text.includes('{{') ? text.replaceAll('{{', BRACES) : text;
  const pattern = new RegExp(`\\{\\{|${present.map(([, n]) => n.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|')}`, 'gi');
  const fieldOf = (hit: string) => present.find(([, n]) => n === hit) ?? present.find(([, n]) => n.toLowerCase() === hit.toLowerCase());
  return text.replace(pattern, (hit) => token(fieldOf(hit)?.[0] ?? ''));
}

/** Puts the values back; what was erased shows as `gone`. */
export function unmask<T>(value: T, identity: Identity | undefined, gone: string): T {
  return mapStrings(value, (text) =>
    text.includes('{{')
      ? text.replace(/\{\{([\w.]*)\}\}/g, (_hole, field: string) => (field === '' ? '{{' : (identity?.[field] ?? gone)))
      : text,
  ) as T;
}
