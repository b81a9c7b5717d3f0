import type { ZodType } from 'zod';
import type { Calendar } from '../clock/index.ts';
import type { LocalDate, Term } from '../clock/types.ts';
import type { Decision, Refusal } from '../decision.ts';
import type { Directory } from '../organisation/index.ts';
import type { Actor } from '../organisation/types.ts';
import type { Text } from '../text.ts';

/** Whose hands the second is in (promise 1). */
export const ACCOUNTS = ['window', 'organ', 'applicant', 'third-party', 'law', 'dispute', 'superior'] as const;
export type Account = (typeof ACCOUNTS)[number];

export interface Owner {
  readonly account: Account;
  /** Organ code, seat id, person id, or the ground of a lawful pause. */
  readonly holder: string;
}

/** The law as data, read once by the roots. */
export interface Law {
  term(id: string): Term;
  readonly terms: ReadonlyMap<string, Term>;
}

/** Time is an argument. `now` is an instant in whole seconds since the epoch; `today` the local date there. */
export interface Moment {
  readonly now: number;
  readonly today: LocalDate;
  readonly calendar: Calendar;
  readonly law: Law;
  readonly directory: Directory;
}

/** One open piece of work on somebody's desk. */
export interface WorkItem {
  /** Unique within the matter, e.g. `accept`, `lead`, `assist:UMB`, `decide`. */
  readonly step: string;
  readonly organ: string;
  /** Roles that may act next. */
  readonly roles: readonly string[];
  readonly due?: LocalDate;
  readonly dueSoon?: LocalDate;
}

/** What the engine needs to know of a folded state. */
export interface Summary {
  readonly status: string;
  readonly owner: Owner;
  readonly work: readonly WorkItem[];
  /** The next date on which time alone changes something (a light, silence, expiry); undefined when none. */
  readonly nextChange?: LocalDate;
  readonly closed: boolean;
  /** Plain searchable columns: item, lead organ, light. */
  readonly subject: string;
  readonly organ: string;
  readonly light: 'in-time' | 'due-soon' | 'late' | 'paused' | 'closed';
}

/** A row of a derived table. Deleting is not possible; a row is inserted or replaced by its key. */
export interface ProjectedRow {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}

export interface FactBase {
  readonly kind: string;
}

/** A fact as stored: what happened, when, by whom, in which capacity. */
export interface StoredFact<F extends FactBase = FactBase> {
  readonly matter: string;
  readonly seq: number;
  readonly kind: F['kind'];
  /** Seconds since the epoch; never before the matter's last. */
  readonly at: number;
  /** Person id, or `law` where time alone acted. */
  readonly actor: string;
  /** Seat id the actor acted from, or `self`. */
  readonly capacity: string;
  readonly account: Account;
  readonly holder: string;
  readonly body: F;
}

export interface Context<W> extends Moment {
  readonly actor: Actor;
  /** What the kind's institution brought along: its catalogue, its authority table. */
  readonly world: W;
  /** The matter's number, known before the first fact. */
  readonly number: string;
}

export interface Action<S, I, F extends FactBase, W> {
  readonly name: string;
  readonly label: Text;
  /** Mandate rows or law it answers to. */
  readonly basis: string;
  readonly input: ZodType<I>;
  /** Empty when allowed; reasons otherwise. Asked without input too, to list what is allowed. */
  permit(state: S, context: Context<W>, input?: I): readonly Refusal[];
  decide(state: S, input: I, context: Context<W>): Decision<F>;
  /** The seat the actor acts from, recorded as capacity; undefined for an applicant. */
  capacity?(state: S, context: Context<W>, input: I): string | undefined;
}

/** A kind of matter: a typed object, no workflow language (house section 3). */
export interface MatterKind<S, F extends FactBase, W> {
  readonly name: string;
  /** `undefined` state means: not yet opened. */
  evolve(state: S | undefined, fact: F, at: number): S;
  summary(state: S, moment: Moment): Summary;
  /** What time alone has brought since: silence, lights, expiry. Each with the date from which it is true. */
  sweep(state: S, moment: Moment): readonly F[];
  project(state: S, fact: F, meta: { number: string; seq: number; at: number; actor: string }): readonly ProjectedRow[];
  readonly actions: Readonly<Record<string, Action<S, never, F, W>>>;
}
