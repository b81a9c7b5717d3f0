import type { Calendar } from '../clock/index.ts';
import type { Refusal } from '../decision.ts';
import type { Directory } from '../organisation/index.ts';
import type { Actor } from '../organisation/types.ts';
import type { Folded, SealedFact } from './fold.ts';
import type { Law, Moment } from './types.ts';
import type { FileRow } from './write.ts';

/** What somebody asks of the engine. */
export interface Command {
  readonly kind: string;
  /** Absent: a matter is opened. */
  readonly number?: string;
  /** Absent (with a number): only what time alone brings is recorded. */
  readonly action?: string;
  readonly input?: unknown;
  readonly actor: (moment: EngineMoment) => Actor;
  /** Version the caller saw; a conflict only where the same step has changed since. */
  readonly seen?: number;
  readonly files?: readonly FileRow[];
  /** When it was done, in seconds, where that is not now: a model county that is lived through. No face ever sets it. */
  readonly at?: number;
  readonly request?: { readonly who: string; readonly key: string; readonly hash: Buffer };
  /** The answer, kept under the Idempotency-Key where there is one. Several matters where several were opened together. */
  readonly reply?: (matters: readonly Folded[], moment: Moment) => unknown;
}

export interface Done {
  readonly ok: true;
  readonly number: string;
  /** Absent on a replay. */
  readonly matter?: Folded;
  readonly facts: readonly SealedFact[];
  readonly reply: unknown;
  readonly replayed: boolean;
}

export interface Refused {
  readonly ok: false;
  readonly refusals: readonly Refusal[];
  readonly issues?: readonly {
    readonly path: string;
    readonly code: string;
    readonly message?: string;
    readonly options?: readonly string[];
  }[];
  readonly matter?: Folded;
}

export type Outcome = Done | Refused;

/** What the engine decides with; read again when the county's edition changes. */
export interface Snapshot {
  readonly calendar: Calendar;
  readonly law: Law;
  readonly directory: Directory;
  /** Per kind: its institution's own world, e.g. the catalogue. */
  readonly worlds: Readonly<Record<string, unknown>>;
}

export type EngineMoment = Moment & { readonly snapshot: Snapshot };

/** Who counts what the engine does; it may neither wait nor throw. */
export interface EngineWatch {
  /** How many requests shared one write. */
  wrote(requests: number): void;
  acted(commands: readonly Command[], outcome: Outcome): void;
}
