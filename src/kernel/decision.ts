import type { Text } from './text.ts';

/** A rule's "no", as a value (house style 4): the code finds the sentence, the way forward and the basis in `words.ts`. */
export interface Refusal {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
  /** Path of the field at fault, where there is one, e.g. `applicant.idNumber`. */
  readonly path?: string;
  /** Roles or seats that could do it instead. */
  readonly who?: readonly string[];
}

export type Decision<F> =
  | { readonly ok: true; readonly facts: readonly F[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

export const accept = <F>(...facts: F[]): Decision<F> => ({ ok: true, facts });
export const refuseAll = (refusals: readonly Refusal[]): Decision<never> => ({ ok: false, refusals });

/** What a refusal code says, in both languages. `status` is the HTTP status (house section 6). */
export interface RefusalWords {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503;
  readonly title: Text;
  /** What to do next. */
  readonly next: Text;
  /** Law and article, or mandate row. */
  readonly basis?: string;
}

export type RefusalBook = Readonly<Record<string, RefusalWords>>;

type RefusalDetail = Omit<Refusal, 'code'>;

/** `refuse` typed by an institution's own refusal book: a code without both languages does not compile. */
export const refuser =
  <B extends RefusalBook>(_book: B) =>
  (code: keyof B & string, detail: RefusalDetail = {}): Decision<never> => ({ ok: false, refusals: [{ code, ...detail }] });

/** The same for permissions, which collect reasons rather than stop at the first. */
export const reasonFor =
  <B extends RefusalBook>(_book: B) =>
  (code: keyof B & string, detail: RefusalDetail = {}): Refusal => ({ code, ...detail });
