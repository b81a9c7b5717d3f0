import type { IncomingFile } from '../requests.ts';

/** What was typed and attached to a form that came back. In this process's memory only, for an hour: it is no record. */
export interface Draft {
  readonly values: Values;
  readonly files: readonly IncomingFile[];
  /** Filed meanwhile: where its receipt is, and what was sent. */
  readonly done?: { readonly at: string; readonly hash: string };
}
export type Values = Readonly<Record<string, readonly string[]>>;

const HOUR = 3_600_000;

/** Bounded in number and bytes: the oldest go first, and the page says so where a file is no longer there. */
export class Drafts {
  readonly #kept = new Map<string, Draft & { readonly until: number; readonly size: number }>();
  readonly #maxBytes: number;
  readonly #now: () => number;
  #bytes = 0;

  /** `now` is the machine's clock, in milliseconds. */
  constructor(now: () => number, maxBytes = 256 * 1024 * 1024) {
    this.#maxBytes = maxBytes;
    this.#now = now;
  }

  get(key: string): Draft | undefined {
    const draft = this.#kept.get(key);
    if (!draft || draft.until > this.#now()) return draft;
    this.drop(key);
    return undefined;
  }

  put(key: string, draft: Draft): void {
    this.drop(key);
    const size = draft.files.reduce((sum, file) => sum + file.bytes.length, 2000);
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes + size <= this.#maxBytes && this.#kept.size < 2000) break;
      this.drop(oldest);
    }
    this.#kept.set(key, { ...draft, until: this.#now() + HOUR, size });
    this.#bytes += size;
  }

  drop(key: string): void {
    this.#bytes -= this.#kept.get(key)?.size ?? 0;
    this.#kept.delete(key);
  }
}
