import { type Search, searchFor } from './needles.ts';

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
  /** Somebody wrote it about the matter: names of its identity are masked in it, as in a fact. */
  readonly written?: true;
}

export interface Commitment {
  readonly person: string;
  readonly key: string;
  readonly digest: string;
}

/** Commitments as they lie in a fact: the digest by person and key. A key ends with the matter's number, which is not said again. */
export type Committed = Readonly<Record<string, Readonly<Record<string, string>>>>;

export function committed(commitments: readonly Commitment[], matter: string): Committed {
  const made: Record<string, Record<string, string>> = {};
  for (const { person, key, digest } of commitments) {
    made[person] ??= {};
    made[person][key.endsWith(`:${matter}`) ? key.slice(0, -matter.length) : key] = digest;
  }
  return made;
}

/** Read again; facts of the first release hold them as a list. */
export function commitmentsOf(stored: Committed | readonly Commitment[] | undefined, matter: string): readonly Commitment[] {
  if (!stored || Array.isArray(stored)) return (stored as readonly Commitment[] | undefined) ?? [];
  return Object.entries(stored as Committed).flatMap(([person, digests]) =>
    Object.entries(digests).map(([key, digest]) => ({ person, key: key.endsWith(':') ? `${key}${matter}` : key, digest })),
  );
}

/** `field → value` of what identifies a person, e.g. `{ name, idNumber, phone }`. */
export type Identity = Readonly<Record<string, string>>;

/** An identity as its row holds it: what is to be masked are paths into the row (`agent.name`), or, in the first release, the values again. */
export interface IdentityRow {
  readonly mask?: Identity | readonly string[];
}

export function maskOf(row: IdentityRow): Identity {
  if (!Array.isArray(row.mask)) return (row.mask as Identity | undefined) ?? {};
  const values = row.mask.map((path: string) => [
    path,
    path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], row),
  ]);
  return Object.fromEntries(values.filter(([, value]) => typeof value === 'string'));
}

/** Somebody whom a matter knows besides the applicant, as his row holds him. */
interface Other {
  readonly name?: string;
  readonly idNumber?: string;
  /** As typed: a number, an address, or both. */
  readonly contact?: string;
}

/**
 * What masks sentences once this row is known too: the applicant's own takes the place of the one before; third parties
 * (`third-parties:NUMBER:SEQ`) and who received it for the applicant (`recipient:NUMBER`) come beside.
 */
export function learn(known: Identity, { key, value }: Pick<PersonalEntry, 'key' | 'value'>): Identity {
  const [what, , seq] = key.split(':');
  if (what === 'identity')
    return { ...Object.fromEntries(Object.entries(known).filter(([field]) => OTHERS.test(field))), ...maskOf(JSON.parse(value)) };
  if (what === 'recipient') return { ...known, ...fieldsOf('r', JSON.parse(value)) };
  if (what !== 'third-parties') return known;
  return Object.assign({ ...known }, ...(JSON.parse(value) as Other[]).map((one, i) => fieldsOf(`t${seq}.${i}`, one)));
}
const OTHERS = /^(r|t\d+\.\d+)\./;
/** Of an address or a way to reach somebody: a shorter one would be found everywhere. */
export const MIN_ADDRESS = 6;

function fieldsOf(whose: string, { name, idNumber, contact = '' }: Other): Identity {
  const numbers = contact.match(/[\d\uFF10-\uFF19][\d\uFF10-\uFF19 -]{5,}[\d\uFF10-\uFF19]/g) ?? [];
  return {
    ...(name && { [`${whose}.name`]: name }),
    ...(idNumber && { [`${whose}.idNumber`]: idNumber }),
    ...(contact.length >= MIN_ADDRESS && { [`${whose}.contact`]: contact }),
    ...Object.fromEntries(numbers.map((number, i) => [`${whose}.contact.${i}`, number])),
  };
}

/** Without a field it stands for two braces somebody typed, so that typed text is never taken for a token. */
const token = (field: string): string => `{{${field}}}`;
/** One identity is looked for in each sentence of its matter. */
const searches = new WeakMap<Identity, Search>();
function searchOf(identity: Identity): Search {
  const known = searches.get(identity);
  if (known) return known;
  const made = searchFor(identity);
  searches.set(identity, made);
  return made;
}

const mapStrings = (value: unknown, change: (text: string) => string): unknown => {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((v) => mapStrings(v, change));
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, mapStrings(v, change)]));
  return value;
};

/** Only below the named keys: a code or an organ that happens to be spelled like a name stays as it is. What does not change is not copied. */
function mapBelow(value: unknown, keys: ReadonlySet<string>, change: (text: string) => string): unknown {
  if (!value || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    let list: unknown[] | undefined;
    for (let i = 0; i < value.length; i++) {
      const mapped = mapBelow(value[i], keys, change);
      if (mapped === value[i]) continue;
      list ??= [...value];
      list[i] = mapped;
    }
    return list ?? value;
  }
  let copy: Record<string, unknown> | undefined;
  for (const k of Object.keys(value)) {
    const v = (value as Record<string, unknown>)[k];
    const mapped = keys.has(k) ? mapStrings(v, change) : mapBelow(v, keys, change);
    if (mapped === v) continue;
    copy ??= { ...value } as Record<string, unknown>;
    copy[k] = mapped;
  }
  return copy ?? value;
}

/**
 * Replaces every occurrence of the identity's values in free text (the values under `freeText` keys) by tokens, also where they are spaced,
 * grouped or typed small (`needles.ts`). One pass, so that no value is looked for inside a token.
 */
export function mask<T>(value: T, identity: Identity, freeText: ReadonlySet<string>): T {
  const search = searchOf(identity);
  return mapBelow(value, freeText, (text) => (search.near(text) || text.includes('{{') ? search.replace(text, token) : text)) as T;
}

/** Puts the values back; what was erased shows as `gone`. */
export function unmask<T>(value: T, identity: Identity | undefined, gone: string): T {
  return mapStrings(value, (text) =>
    text.includes('{{')
      ? text.replace(/\{\{([\w.]*)\}\}/g, (_hole, field: string) => (field === '' ? '{{' : (identity?.[field] ?? gone)))
      : text,
  ) as T;
}
