import type { Confidence, Text } from '../text.ts';

/** A local civil date `YYYY-MM-DD` in the county's zone. A legal day is a date, never an instant. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

/** Working days 工作日, calendar days 自然日, months, years. The unit belongs to the term, never to code (law.md, folklore 6). */
export type Unit = 'wd' | 'cd' | 'month' | 'year';

/** Hours 小时 run from the minute of the event, through nights and rest days: no calendar counts them. */
export type TermUnit = Unit | 'hour';

/** A law by its title, and since when the text that is cited has been in force (施行日期); absent where nobody checked it. */
export interface Law extends Text {
  readonly since?: LocalDate;
}

export interface Basis {
  /** Title of the law, e.g. 行政许可法 / Administrative Licensing Law. */
  readonly law: Law;
  readonly article: string;
  /** V read in the text, S secondary source, L local rule, K own knowledge (law.md). */
  readonly mark: 'V' | 'S' | 'L' | 'K';
}

/** Who approves more time. `head` is 负责人 of the organ: its chief or a deputy in charge (P7). */
export type Extender = 'head' | 'county-head' | 'disclosure-head' | 'reconsideration-head' | 'investigating-government';

/** A statutory or county-set limit, as data (law/*.yaml, law/county/*.yaml). */
export interface Term {
  readonly id: string;
  /** Ids it had in earlier releases; stored clocks may still name them. */
  readonly formerly?: readonly string[];
  readonly name: Text;
  /** For hours also a quarter, a half. */
  readonly amount: number;
  readonly unit: TermUnit;
  readonly basis: Basis;
  /** What starts it; that day is day 0. */
  readonly start: Text;
  /** Whose limit it is. */
  readonly whose: 'organ' | 'citizen';
  /**
   * Absent: the most it may take. `at-least`: it may not take less; `ahead`: counted back from `start`; `lasts`: an effect that
   * ends by itself.
   */
  readonly sense?: 'at-least' | 'ahead' | 'lasts';
  /** What silence until the due date means, in law. */
  readonly silence?: Text;
  /** A condition that the number alone does not tell. */
  readonly note?: Text;
  /** Whether a last day on a rest day rolls forward. A citizen's does; an organ's only on a basis (law.md 0, design rule). */
  readonly roll: 'next-working-day' | 'none';
  readonly rollBasis?: Basis;
  readonly confidence: Confidence;
  /** Extensions: how much each, by whom, how often (1 where absent), who is told, on which basis. */
  readonly extension?: {
    readonly amount: number;
    readonly by: Extender;
    readonly times?: number;
    readonly told?: Text;
    readonly basis: Basis;
  };
  /** Pause grounds that stop this clock: a closed list. */
  readonly pausable?: readonly string[];
  /** A duty that comes back every `amount` `unit` (P18). */
  readonly recurs?: Recurrence;
}

/** When a recurring duty is due: on a day of the year `MM-DD`, on the last day of its period, or counted from the last time. */
export interface Recurrence {
  readonly due: string;
  /** With a day of the year: it covers the year before; absent, the year of that day. */
  readonly covers?: 'year-before';
}

/** A ground on which a clock may stop. `lawful` ones stop legal and promised clocks alike; `promise-only` ones never a legal clock (P1). */
export interface PauseGround {
  readonly id: string;
  readonly name: Text;
  readonly scope: 'lawful' | 'promise-only';
  /** The most it may stop a clock in all; `each`: the most that one pause may. */
  readonly cap?: { readonly amount: number; readonly unit: Unit; readonly each?: true };
  readonly basis: Basis;
  readonly confidence: Confidence;
}

/** A number the county sets for itself that is no limit: a threshold, an hour, a rung of the ladder (law/county/*.yaml). */
export interface Parameter {
  readonly id: string;
  readonly name: Text;
  readonly amount: number;
  readonly unit: ParameterUnit;
  /** What it says, or from when it counts. */
  readonly note?: Text;
  readonly basis: Basis;
  readonly confidence: Confidence;
}

/** `percent` of a clock; working days; an hour of the day, 8.5 for half past eight. */
export type ParameterUnit = 'percent' | 'wd' | 'o-clock';

export type YearStatus = 'official' | 'provisional' | 'missing';

/** What is known of any year. `missing`: its notice is not out yet; `not-held`: it is past and came out long ago, but the calendar here does not hold it. */
export type KnownStatus = YearStatus | 'not-held';

/** One year of the holiday calendar. `off` are rest days that would otherwise be weekdays or weekends of a holiday; `makeup` are working weekends 调休上班日. */
export interface CalendarYear {
  readonly year: number;
  readonly status: YearStatus;
  /** Document of the notice, or why it is provisional. */
  readonly document: Text;
  readonly off: readonly {
    readonly from: LocalDate;
    readonly to: LocalDate;
    readonly name: Text;
    /** Only of days on which the county stopped work: its document. */
    readonly document?: Text;
  }[];
  readonly makeup: readonly LocalDate[];
  /** Notices beside it, of an ethnic area and of the county, each with the days that are as they are by it. */
  readonly notices?: readonly { readonly document: Text; readonly days: readonly LocalDate[] }[];
}

/** A pause of a clock, half-open: the day it starts is not counted, the day it ends is. */
export interface Pause {
  readonly ground: string;
  readonly from: LocalDate;
  /** Absent while the pause is open. */
  readonly to?: LocalDate;
  /** While open: the day the pause is expected to end, from the written notice. The due date shown is then conditional. */
  readonly expected?: LocalDate;
  /** While open past that end: the day on which it is looked at. It is counted up to then, as if it ended that day. Never stored. */
  readonly asOf?: LocalDate;
}

/** How a due date came about: small enough to store (ranges), complete enough to be re-derived by the checker. */
export interface Derivation {
  /** Term id. */
  readonly rule: string;
  readonly basis: string;
  readonly zero: LocalDate;
  readonly amount: number;
  readonly unit: Unit;
  readonly extended?: number;
  /** Ranges inside (zero, due] that were not counted: [from, to, why]; why is `weekend`, a holiday name (zh), `pause:<ground>` or `stop:<document zh> | <en>`. */
  readonly skipped: readonly (readonly [LocalDate, LocalDate, string])[];
  /** Working weekends that were counted. */
  readonly makeup: readonly LocalDate[];
  /** The date before a roll, when the last day rolled. */
  readonly rolledFrom?: LocalDate;
  /** The date by counting alone, where `atMost` is earlier. */
  readonly cappedFrom?: LocalDate;
  /** Calendar edition used, e.g. `2026.1`. */
  readonly edition: string;
}

/** A running clock: plain data, stored in facts and folded state. */
export interface Clock {
  readonly term: string;
  /** `legal` and `promised` bind the decision, `acceptance` the answer on acceptance, `delivery` the licence, `step` one step, `citizen` a citizen's own limit, `hearing` the holding of one, `notice` what has to pass after a public notice. */
  readonly kind: 'acceptance' | 'legal' | 'promised' | 'delivery' | 'step' | 'arbitration' | 'citizen' | 'hearing' | 'notice';
  readonly zero: LocalDate;
  readonly amount: number;
  readonly unit: Unit;
  readonly extended: number;
  readonly pauses: readonly Pause[];
  /** Present when the term declares that a last day on a rest day rolls forward. */
  readonly roll?: 'next-working-day';
  /** Present when day zero is itself only assumed, e.g. a promised date shown before acceptance. */
  readonly assumedZero?: true;
  /** Of a promise that would end later: the law's last day, which is then its own (承诺 ≤ 法定). Absent where it binds nothing. */
  readonly atMost?: LocalDate;
  readonly due: LocalDate;
  /** A holiday notice that is not out yet could move the due date (promise 10). */
  readonly provisional: boolean;
  /** The due date depends on something not yet known: acceptance, or the end of an open pause. */
  readonly conditional: boolean;
  readonly derivation: Derivation;
}

/** A unit as one asks for it: that of a term, or hours, which run through rest days and holidays (民法典 201). */
export type AskedUnit = 'wd' | 'cd' | 'mo' | 'yr' | 'h';

/** A run of days, or of hours, of which the same is to be said. */
export interface SheetStep {
  readonly from: string;
  readonly to: string;
  readonly is: 'zero' | 'counted' | 'makeup' | 'weekend' | 'holiday' | 'stop' | 'pause' | 'rolled' | 'hours';
  readonly days?: number;
  readonly hours?: number;
  /** Which counted days these are. */
  readonly first?: number;
  readonly last?: number;
  /** The holiday. */
  readonly name?: Text;
  /** By which the county stopped work; of a roll, on the day it rolled from. */
  readonly document?: Text;
  /** The ground of the pause. */
  readonly ground?: string;
}

/**
 * A date that somebody asked for, with everything by which it can be derived again: what the public calculator, the API and the
 * command answer, and what `checker/sheet.ts` reads. Pauses name their first and last paused day.
 */
export interface DeadlineSheet {
  readonly due: string;
  /** A notice that is not out yet could move the due date (promise 10); a reason says why. */
  readonly provisional: boolean;
  readonly conditional: boolean;
  /** An organ's limit that ends on a rest day does not roll: the last working day on or before it. */
  readonly actBy?: string;
  /** By the same rule: whether such a limit ends on a rest day, and which working day is the last before, a notice could still change. */
  readonly actByProvisional?: true;
  /** The last counted day, where the limit rolled on from it; counted back, the day counted to, where the day before is due. */
  readonly lastDay?: string;
  /** Counted back from an event on `from`; absent where it runs forward. */
  readonly counted?: 'back';
  /** What a recurring duty covers the time that is due on or after `from`, both days inclusive. */
  readonly period?: { readonly from: string; readonly to: string };
  readonly reasons: readonly ({ readonly code: string } & Text)[];
  /** The same question again, as it stands in an address. */
  readonly question: string;
  readonly term?: Pick<Term, 'id' | 'name' | 'confidence'> & Basis;
  readonly amount: number;
  readonly unit: AskedUnit;
  readonly from: string;
  readonly whose: 'organ' | 'citizen';
  readonly roll: 'next-working-day' | 'none';
  readonly extensions: readonly { readonly amount: number; readonly on?: string }[];
  readonly pauses: readonly { readonly ground: string; readonly from: string; readonly to: string }[];
  readonly calendar: {
    readonly edition: string;
    /** The years that the days counted lie in; a year nobody supplied has no document. `notices`: of an ethnic area and of the county, with a day among them; not in sheets of earlier releases. */
    readonly years: readonly {
      readonly year: number;
      readonly status: KnownStatus;
      readonly document?: Text;
      readonly notices?: readonly Text[];
    }[];
  };
  readonly steps: readonly SheetStep[];
  readonly explanation: Text;
}

/** A sheet before it is put into words. */
export type BareSheet = Omit<DeadlineSheet, 'reasons' | 'explanation'>;
