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

/** Only below the named keys: a code or an organ that happens to be spelled like a name stays as it is. */
const mapBelow = (value: unknown, keys: ReadonlySet<string>, change: (text: string) => string): unknown => {
  if (Array.isArray(value)) return value.map((v) => mapBelow(v, keys, change));
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, keys.has(k) ? mapStrings(v, change) : mapBelow(v, keys, change)]));
};

/** Replaces every occurrence of the identity's values in free text (the values under `freeText` keys) by tokens. */
export function mask<T>(value: T, identity: Identity, freeText: ReadonlySet<string>): T {
  const found = needles(identity);
  if (found.length === 0) return value;
  return mapBelow(value, freeText, (text) => found.reduce((t, [field, n]) => (t.includes(n) ? t.split(n).join(token(field)) : t), text)) as T;
}

/** Puts the values back; what was erased shows as `gone`. */
export function unmask<T>(value: T, identity: Identity | undefined, gone: string): T {
  return mapStrings(value, (text) =>
    text.includes('{{') ? text.replace(/\{\{([\w.]+)\}\}/g, (_hole, field: string) => identity?.[field] ?? gone) : text,
  ) as T;
}
