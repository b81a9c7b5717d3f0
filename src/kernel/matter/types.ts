import type { ZodType } from 'zod';
import type { Calendar, Lawbook } from '../clock/index.ts';
import type { LocalDate } from '../clock/types.ts';
import type { Decision, Refusal } from '../decision.ts';
import type { PersonalEntry } from '../journal/personal.ts';
import type { Directory } from '../organisation/index.ts';
import type { Actor } from '../organisation/types.ts';
import type { Text } from '../text.ts';
import type { Dated } from './dates.ts';

/** Whose hands the second is in (promise 1). */
export const ACCOUNTS = ['window', 'organ', 'applicant', 'third-party', 'law', 'dispute', 'superior'] as const;
export type Account = (typeof ACCOUNTS)[number];

export interface Owner {
  readonly account: Account;
  /** Organ code, seat id, person id, or the ground of a lawful pause, or the term that has to pass. */
  readonly holder: string;
}

/** The law as data, read once by the roots: terms by id, grounds of pauses. */
export type Law = Lawbook;

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
  /** A lawful pause has stopped it: nobody is pressed, and it has a day only where the pause's told end is past. */
  readonly stopped?: boolean;
}

/** What the engine needs to know of a folded state; a pure function of the state, so that derived rows can be made again. */
export interface Summary {
  readonly status: string;
  readonly owner: Owner;
  readonly work: readonly WorkItem[];
  /** The next date on which time alone changes something (a light, silence, expiry); undefined when none. */
  readonly nextChange?: LocalDate;
  /** What time alone will bring, in the kind's own words, for `foresee`; undefined where only the history tells, or nothing lies ahead. */
  readonly foreseen?: string;
  /** The last of its open dates: what a changed calendar may move. */
  readonly reach?: LocalDate;
  readonly closed: boolean;
  /** Searchable columns: the item, the lead organ, the applicant's person id, the light. */
  readonly subject: string;
  readonly organ: string;
  readonly person: string;
  readonly light: Light;
}

/**
 * `step-overdue`: a step's own day has passed though the total is in time; `over-promise`: the promised day has, the law's has not;
 * `over-law`: a statutory limit is broken; `unarmed`: a clock that should run has none (X3; usual signals of electronic supervision).
 */
export type Light = 'in-time' | 'due-soon' | 'step-overdue' | 'over-promise' | 'over-law' | 'paused' | 'unarmed' | 'closed';

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
  /** The matter's number, known before its first fact. */
  readonly number: string;
  /** What identifies whom the matter is of, as it masks free text; empty once erased, absent where only permission is asked. A rule compares, and writes none of it down. */
  readonly identity?: Readonly<Record<string, string>>;
}

export interface Action<S, I, F extends FactBase, W> {
  readonly label: Text;
  /** Mandate rows or law it answers to. */
  readonly basis: string;
  readonly input: ZodType<I>;
  /** Empty when allowed; reasons otherwise. Asked without input too, to list what is allowed. */
  permit(state: S, context: Context<W>, input?: I): readonly Refusal[];
  decide(state: S, input: I, context: Context<W>): Decision<F>;
  /** The seat acted from, recorded as capacity; undefined for an applicant. */
  capacity?(state: S, context: Context<W>, input: I): string | undefined;
  /** What of the input is personal: stored apart, the fact keeps a salted digest. */
  personal?(input: I, state: S | undefined, context: Context<W>): readonly PersonalEntry[];
  /** The step acted on, `main`, or `EVERYTHING`: what an `If-Match` protects. */
  scope?(state: S, input: I, context: Context<W>): string;
}

/** The scope of an act that rests on whatever has been done in the matter. */
export const EVERYTHING = '*';

/** How a matter begins. */
export interface Opening<I, F extends FactBase, W> extends Omit<Action<undefined, I, F, W>, 'scope' | 'capacity'> {
  /** The matter's number from the next serial of its kind, e.g. `2026-SAM-000123`; no other kind's looks so. */
  number(serial: number, input: I, moment: Moment, world: W): string;
  capacity?(state: undefined, context: Context<W>, input: I): string | undefined;
}

/** A table that a kind's projection writes: its key and its columns, in the order of the insert. */
export interface ProjectedTable {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: readonly string[];
}

/** How facts lie in the database, where that is shorter than their plain JSON. What is packed comes back as it was. */
export interface Packing<F extends FactBase> {
  packFact(fact: F): FactBase;
  unpackFact(fact: FactBase): F;
}

/** A kind of matter: a typed object, no workflow language (house section 3). */
export interface MatterKind<S, F extends FactBase, W, I = never> {
  readonly name: string;
  /** The fact with which a matter of this kind begins; no two kinds share one. */
  readonly opens: F['kind'];
  /** Keys of fact bodies whose text people type; names in it are masked. */
  readonly freeText: ReadonlySet<string>;
  readonly tables: readonly ProjectedTable[];
  readonly opening: Opening<I, F, W>;
  readonly actions: Readonly<Record<string, Action<S, never, F, W>>>;
  /** `undefined` state: not yet opened. */
  evolve(state: S | undefined, fact: F, meta: FactMeta): S;
  summary(state: S): Summary;
  readonly packing?: Packing<F>;
  /** Where its matters have legal dates. */
  readonly dates?: Dated<S, F>;
  /** What time alone has brought by today: silence, lights, expiry. */
  sweep(state: S, moment: Moment, world: W): readonly F[];
  /**
   * What time alone has brought by today, told from `Summary.foreseen` and not from the history: facts, rows and summary are those that
   * `sweep` on the folded state would give. Undefined where only the history tells.
   */
  foresee?(foreseen: string, about: Foreseen<F>['about']): Foreseen<F>['brings'] | undefined;
  project(state: S, fact: F, meta: FactMeta): readonly ProjectedRow[];
  /** `main` or the steps a fact belongs to or opens; none of what nobody decides upon, such as a light. */
  scope(fact: F): readonly string[];
}

/** A matter of which it is foreseen what time brings. */
export interface Foreseen<F extends FactBase = FactBase> {
  readonly about: {
    readonly matter: string;
    /** `Summary.subject`. */
    readonly item: string;
    readonly organ: string;
    readonly today: LocalDate;
    /** Day of the facts' instant. */
    readonly on: LocalDate;
  };
  readonly brings: Pick<Summary, 'light' | 'nextChange' | 'foreseen'> & {
    readonly facts: readonly F[];
    readonly rows: readonly ProjectedRow[];
  };
}

/** Who, when and where of a fact, beside its body. */
export interface FactMeta {
  readonly number: string;
  readonly seq: number;
  readonly at: number;
  /** Local date of `at`. */
  readonly on: LocalDate;
  readonly actor: string;
  readonly capacity: string;
}

// biome-ignore lint/suspicious/noExplicitAny: a list of kinds of different states
export type AnyKind = MatterKind<any, any, any, any>;
