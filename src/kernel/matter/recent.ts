import type { Command } from './command.ts';
import type { Folded } from './fold.ts';

/** The last number of each series of matters, by the fact with which they open. */
export type Serials = Readonly<Record<string, number>>;

/** The county's row: its clock, the edition of its registers, the last numbers given to matters. */
export interface County {
  readonly offset: number;
  readonly edition: number;
  /** The last that all kinds shared: where a series begins that is not among `serials`. */
  readonly serial: number;
  readonly serials: Serials;
}

/** What is known for one command. */
export interface Loaded {
  readonly matter?: Folded;
  /** What to mask in free text, per token. */
  readonly identity: Readonly<Record<string, string>>;
  readonly request?: { readonly hash: Buffer; readonly reply: string; readonly matter: string };
}

/** Matters kept in memory, a few kilobytes each. */
const ROOM = 2000;

/**
 * The county's row and the matters as this engine knew them last. It may have been overtaken by another server, so what is
 * decided from it counts only once the write, which asks for the same county and the same version, has gone through.
 */
export class Recent {
  readonly #matters = new Map<string, Loaded & { readonly matter: Folded }>();
  #county: County | undefined;

  get county(): County | undefined {
    return this.#county;
  }

  matter(number: string | undefined): Folded | undefined {
    return number === undefined ? undefined : this.#matters.get(number)?.matter;
  }

  /** Undefined: the database must be asked, as it must for a request that may have been answered before. */
  loaded({ number, request }: Command): Loaded | undefined {
    if (!this.#county || request) return undefined;
    return number === undefined ? NEW : this.#matters.get(number);
  }

  /** The serials are believed by who is about to open a matter; what others read may be older than what is under way. */
  know(county: County, opening: boolean): void {
    if (this.#county && this.#county.edition !== county.edition) this.#matters.clear();
    this.#county = opening || !this.#county ? county : { ...county, serials: this.#county.serials };
  }

  gave(serials: Serials): void {
    if (this.#county) this.#county = { ...this.#county, serials };
  }

  keep(matter: Folded, identity: Loaded['identity']): void {
    this.#matters.delete(matter.number);
    this.#matters.set(matter.number, { matter, identity });
    if (this.#matters.size <= ROOM) return;
    for (const oldest of this.#matters.keys()) return void this.#matters.delete(oldest);
  }
}

const NEW: Loaded = { identity: {} };
