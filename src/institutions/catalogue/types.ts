import type { LocalDate } from '../../kernel/clock/types.ts';
import type { Role } from '../../kernel/organisation/types.ts';
import type { Sourced, Text } from '../../kernel/text.ts';
import type { Act, Level, Theme } from './vocabulary.ts';

export { ACTS, type Act, LEVELS, type Level, THEMES, type Theme } from './vocabulary.ts';

export interface Limit {
  readonly amount: number;
  readonly unit: 'wd' | 'cd';
}

/** A paper the applicant hands in. */
export interface Material {
  /** Unique within the item, e.g. `M1`. */
  readonly code: string;
  readonly name: Text;
  /** From the applicant, shared between organs, or issued by the government itself. */
  readonly source: 'applicant' | 'shared' | 'issued';
  readonly copies: number;
  readonly original: boolean;
  /** Non-essential papers may follow (容缺受理, P5). */
  readonly essential: boolean;
  /** The applicant's declaration may replace it (告知承诺, P5). */
  readonly declarable: boolean;
  /** Needed in this event only; nobody is asked for it otherwise. */
  readonly when?: Text;
}

/** 业务办理项 (P4). */
export interface HandlingCase {
  readonly id: 'new' | 'change' | 'renewal' | 'reissue' | 'cancel';
  readonly name: Text;
  /** Codes of the item's materials needed in this case. */
  readonly materials: readonly string[];
  /** Its own limits, where they differ from the item's. */
  readonly legal?: Sourced<Limit>;
  readonly promised?: Sourced<Limit>;
}

export interface Assist {
  readonly organ: string;
  /** What it answers for. */
  readonly duty: Text;
  /** Its own limit in working days, under the total. */
  readonly limit: Limit;
}

/** S3-60: content, manner, result. */
export interface Pledge {
  readonly content: Text;
  readonly manner: Text;
  readonly result: Text;
}

/** Steps of the procedure that need a rule each before an item may go live (S1-48). */
export const RULED_STEPS = ['accept', 'examine', 'decide', 'deliver'] as const;

export interface Item {
  readonly id: string;
  readonly version: number;
  readonly validFrom: LocalDate;
  /** Last day on which it holds; first and last day both count. */
  readonly validTo?: LocalDate;
  readonly status: 'in-use' | 'suspended' | 'cancelled';
  readonly name: Text;
  /** The same in plain words, where somebody has written them. */
  readonly plain?: Text;
  /** Item kind of GB/T 39554.1 (law.md 2.4): `01` licence, `20` public service … */
  readonly taskType: string;
  /** One lead, exactly (S0-23). */
  readonly lead: string;
  readonly assists: Sourced<readonly Assist[]>;
  /** The competent level (S0-18). */
  readonly level: Level;
  /** As the source words it; it may name several levels. */
  readonly levelText: string;
  readonly setting: 'national' | 'local';
  readonly nationalAuthority: string;
  readonly basis: Sourced<string>;
  readonly legal?: Sourced<Limit>;
  readonly legalNote: string;
  readonly promised?: Sourced<Limit>;
  /**
   * Working days by which the legal limit may be extended once; 行政许可法 42 unless the item says otherwise.
   * 0: a shorter limit of its own law, with no extension we know of.
   */
  readonly extension: Sourced<Limit>;
  readonly visits: Sourced<number>;
  readonly charged: boolean;
  readonly charges: readonly string[];
  /** 即办件 or 承诺件. */
  readonly handling: 'on-the-spot' | 'promise';
  /** May be applied for online (P16 keeps some at the counter only). */
  readonly online: boolean;
  /** The county only pre-examines and forwards (P8): who decides. */
  readonly forwardedTo?: Text;
  readonly highRisk: Sourced<boolean>;
  readonly cases: Sourced<readonly HandlingCase[]>;
  readonly materials: Sourced<readonly Material[]>;
  readonly conditions: Sourced<readonly Text[]>;
  /** Validity of the licence in months; undefined: no term. */
  readonly validity?: Sourced<number>;
  readonly place: Sourced<Text>;
  readonly hours: Sourced<Text>;
  readonly phone: Sourced<string>;
  readonly complaintPhone: Sourced<string>;
  /** Seat of the leader responsible (P13). */
  readonly leaderSeat: string;
  /** Grounds that stop the promised clock only, because this guide says so (P1). */
  readonly promisedPauses: readonly string[];
  /** Rule (law and article, or county rule) per step. */
  readonly rules: Readonly<Partial<Record<(typeof RULED_STEPS)[number], string>>>;
  /** Legality check of the item (S1-13): when, by which organ, verdict. */
  readonly legality?: { readonly on: LocalDate; readonly by: string; readonly verdict: 'lawful' | 'doubtful' };
  readonly pledge?: Pledge;
  /** Who supervises what was granted (S4-31). */
  readonly supervisor: string;
  readonly themes: readonly Theme[];
  readonly audiences: readonly ('person' | 'firm')[];
  /** Everyday words people search by: 开饭店. */
  readonly synonyms: readonly string[];
  readonly inCore: boolean;
  readonly localCode?: string;
  readonly nationalCode?: string;
  readonly confidence: 'verified' | 'known' | 'illustrative';
  readonly source: string;
  readonly note?: string;
}

export interface Charge {
  readonly id: string;
  readonly name: Text;
  readonly kind: 'charge' | 'convenience';
  readonly category: string;
  readonly organ: string;
  readonly charged: boolean;
  readonly standard: string;
  /** Fixed amount in fen (0.01 yuan); undefined where the standard is a formula. */
  readonly amount?: number;
  /** Of a range, or of several figures, the lowest and the highest in fen, where the list names them beside or instead of a fixed one. */
  readonly least?: number;
  readonly most?: number;
  readonly unit: string;
  readonly basis: string;
  readonly status: 'in-force' | 'stopped' | 'handled';
  readonly inCore: boolean;
  readonly fund: string;
  readonly promised?: Sourced<Limit>;
  readonly visits: number;
  readonly confidence: 'verified' | 'known' | 'illustrative';
  readonly source: string;
  readonly relatedItem?: string;
  readonly note?: string;
}

/** A bundle 一件事 (P3). */
export interface Bundle {
  readonly id: string;
  readonly name: Text;
  readonly lead: string;
  /** Catalogue items of the bundle; at least three can be applied for together. */
  readonly items: readonly { readonly item: string; readonly optional: boolean }[];
  /** Steps that are no licences: convenience items by their id, and what stands outside the catalogue by its name. */
  readonly services: readonly string[];
  readonly outside: readonly { readonly organ: string; readonly name: string }[];
  /** Items that must be decided before others may start, in stages; absent: all in parallel. */
  readonly order?: readonly (readonly string[])[];
  readonly flow: string;
  readonly promised: Sourced<Limit>;
  readonly visits: number;
  readonly source: string;
  readonly confidence: 'verified' | 'known' | 'illustrative';
}

/** A row of the authority table (P7): who may do which act on which items, up to which amount. */
export interface AuthorityRow {
  /**
   * One item; a class `class:high-risk`, `class:on-the-spot`, `class:bundle`; an organ prefix `SAM-*`; or `*`.
   * The most specific row wins, in this order.
   */
  readonly item: string;
  readonly act: Act;
  /** `assist`: only for the step of an assisting organ. Absent: the lead's, and an assist's where it has no row of its own. */
  readonly step?: 'assist';
  /** Holds up to this amount in fen; above it, or where the amount is unknown, the next row holds. */
  readonly upTo?: number;
  readonly roles: readonly Role[];
  /** `lead`: the seat must belong to the acting step's organ; `centre`: to the approval centre ASB; `county`: to the county government. */
  readonly at: 'lead' | 'centre' | 'county' | 'either';
  /** `one`: the step needs `approve` alone; `three`: 承办, 审核, 批准. Only on act `approve`. */
  readonly signatures?: 'one' | 'three';
  /** The document; one text where a county keeps it in Chinese only. */
  readonly basis: Text | string;
}

/** The authority table as one edition gives it, whole. It holds from its day on, until one that was recorded later begins (P7). */
export interface AuthorityTable {
  readonly from: LocalDate;
  readonly rows: readonly AuthorityRow[];
}

/** An organ as the catalogue knows it: who may be a lead, and whether it has entered the one door (P10). */
export interface Department {
  readonly code: string;
  readonly name: Text;
  readonly current: boolean;
  readonly window: boolean;
  /** In the entry register. */
  readonly entered: boolean;
  readonly inNameOnly: boolean;
}

/** The numbers the one door was promised with (S3-39, S3-40, S3-41), and what explains a difference. */
export interface EntryCounts {
  readonly departments: number;
  readonly licences: number;
  readonly chargesAndConvenience: number;
  readonly differences: readonly string[];
}

/** Everything a catalogue is built from: one edition of each list. */
export interface Parts {
  /** All versions of all items. */
  readonly items: readonly Item[];
  readonly charges: readonly Charge[];
  readonly bundles: readonly Bundle[];
  /** The authority table recorded last. */
  readonly authority: readonly AuthorityRow[];
  /** It and those before it, in the order of their recording; absent where there is but one. */
  readonly tables?: readonly AuthorityTable[];
  readonly departments: readonly Department[];
  readonly entry?: EntryCounts;
}

/** Why an item may not be applied for. */
export interface Fault {
  readonly item: string;
  readonly code: string;
  readonly text: Text;
  /** Of a county's folder: which of its files. */
  readonly file?: string;
  /** Of a list the row, of another file the line. */
  readonly row?: number;
  readonly column?: string;
}
