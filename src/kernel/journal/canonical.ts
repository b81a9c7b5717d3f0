import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** RFC 8785 text of a value, without one of its own keys where that is said: the one encoding that is hashed. Refuses what JSON cannot hold. */
export function canonical(value: unknown, without?: string): string {
  const known = written(value, without);
  if (known !== undefined) return known;
  const rest = without === undefined ? value : { ...(value as object), [without]: undefined };
  const text = (canonicalize as unknown as (v: unknown) => string | undefined)(rest);
  if (text === undefined) throw new TypeError('canonical: the value has no JSON form');
  return text;
}

/**
 * The text, where strings, numbers and keys are written by JSON's own writer, which says them as RFC 8785 does: in a third of the library's
 * time. Undefined, and left to the library: what JSON cannot hold, and what says itself how it is to be written.
 */
function written(value: unknown, without?: string): string | undefined {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return JSON.stringify(value);
  if (typeof value === 'number') return Number.isFinite(value) ? JSON.stringify(value) : undefined;
  if (Array.isArray(value)) {
    let list = '';
    for (const one of value) {
      const text = written(one);
      if (text === undefined) return undefined;
      list += list === '' ? text : `,${text}`;
    }
    return `[${list}]`;
  }
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return undefined;
  let fields = '';
  for (const key of Object.keys(value).sort()) {
    const own = (value as Record<string, unknown>)[key];
    if (own === undefined || key === without) continue;
    const text = written(own);
    if (text === undefined) return undefined;
    fields += `${fields === '' ? '' : ','}${JSON.stringify(key)}:${text}`;
  }
  return `{${fields}}`;
}
/** Of all parts one after another. */
export function sha256(...parts: readonly (Buffer | string)[]): Buffer {
  let length = 0;
  for (const part of parts) {
    if (length + part.length * MOST_BYTES > scratch.length) return hash('sha256', Buffer.concat(parts.map(bytesOf)), 'buffer');
    length += typeof part === 'string' ? scratch.write(part, length) : part.copy(scratch, length);
  }
  return hash('sha256', scratch.subarray(0, length), 'buffer');
}

const bytesOf = (part: Buffer | string): Buffer => (typeof part === 'string' ? Buffer.from(part) : part);
/** Most of what is hashed is small, and is put together here. */
const scratch = Buffer.allocUnsafeSlow(16_384);
/** UTF-8 bytes of one UTF-16 unit. */
const MOST_BYTES = 3;

/** What is hashed of a fact: everything but the salt and the hashes. */
export interface Leaf {
  readonly matter: string;
  readonly seq: number;
  readonly kind: string;
  readonly at: number;
  readonly actor: string;
  readonly capacity: string;
  readonly account: string;
  readonly holder: string;
  /** Canonical JSON of the body, as stored. */
  readonly body: string;
}

/**
 * The leaf hash: sha256 over salt and the fact's canonical envelope. The body goes in as text, exactly as stored. Of texts and
 * whole numbers alone the canonical form is plain JSON.
 */
export const leafHash = (salt: Buffer, f: Leaf): Buffer =>
  sha256(salt, `${JSON.stringify([f.matter, f.seq, f.kind, f.at, f.actor, f.capacity, f.account, f.holder])}\n${f.body}`);

/**
 * A matter keeps one secret salt, with its first fact; each later fact's is derived from it. Whoever is shown one fact with its
 * salt cannot reckon the others'. Facts of the first release keep a salt each.
 */
export const saltOf = (first: Buffer, seq: number): Buffer => sha256(first, `${seq}`);

/** Each fact chains to its matter's last; the first chains to the matter's number. */
export const chainHash = (previous: Buffer | undefined, matter: string, leaf: Buffer): Buffer => sha256(previous ?? sha256(matter), leaf);

/** The commitment to a person's data kept in a fact. */
export const digestOf = (salt: Buffer, value: string): string => sha256(salt, value).toString('base64url');
