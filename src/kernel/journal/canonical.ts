import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** RFC 8785 text of a value: the one encoding that is hashed. Refuses what JSON cannot hold. */
export function canonical(value: unknown): string {
  const text = (canonicalize as unknown as (v: unknown) => string | undefined)(value);
  if (text === undefined) throw new TypeError('canonical: the value has no JSON form');
  return text;
}

export const sha256 = (...parts: readonly (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

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

/** Each fact chains to its matter's last; the first chains to the matter's number. */
export const chainHash = (previous: Buffer | undefined, matter: string, leaf: Buffer): Buffer => sha256(previous ?? sha256(matter), leaf);

/** The commitment to a person's data kept in a fact. */
export const digestOf = (salt: Buffer, value: string): string => sha256(salt, value).toString('base64url');
