import type { Clock, LocalDate } from '../../../kernel/clock/types.ts';
import type { AuthorityRow, HandlingCase, Limit } from '../../catalogue/index.ts';

import type { Bill } from './bills.ts';

export type { FactOf, LicensingFact, RevocationGround } from './facts.ts';
export { FREE_TEXT, REVOCATION_GROUNDS } from './facts.ts';

export type Role = AuthorityRow['roles'][number];
export type ClockKind = Exclude<Clock['kind'], 'step'>;

/** A clock and the day from which its light is ▲. */
export interface Running extends Clock {
  readonly soon: LocalDate;
}

export type Opinion = 'agree' | 'agree-with-conditions' | 'disagree';
export type Stage = 'propose' | 'check' | 'approve' | 'done';

/** One department's part: 承办, 审核, 批准, its own clock under the total (S3-36, S0-24). */
export interface Step {
  /** `lead` or `assist:UMB`. */
  readonly id: string;
  readonly organ: string;
  readonly signatures: 'one' | 'three';
  /** The day on which it was handed over: day 0 of its own limit. */
  readonly zero: LocalDate;
  readonly due: LocalDate;
  /** The calendar whose change gave it that day. */
  readonly under?: string;
  /** From when its day is near; absent where the step was opened by an earlier release. */
  readonly soon?: LocalDate;
  readonly limit: Limit;
  /** Who may approve, where the table says other than the usual (`APPROVERS`). */
  readonly approvers?: readonly Role[];
  readonly stage: Stage;
  readonly opinion?: Opinion;
  readonly opened: number;
  readonly closed?: number;
  readonly disputed?: { readonly suggested: string };
  readonly rounds?: number;
  /** Persons who signed in this round: nobody signs two stages of it. */
  readonly signed: readonly string[];
  /** Who signed before it was sent back or ruled on: kept for separation of duties. */
  readonly earlier?: readonly string[];
}

/** A step as it is opened. */
export type StepPlan = Pick<Step, 'id' | 'organ' | 'signatures' | 'due' | 'soon' | 'limit' | 'approvers'>;

/** Where a window act is done: on whose desk it lies. */
export interface Desk {
  readonly organ: string;
  readonly roles: readonly Role[];
}

/** 代收人: who receives a paper for the applicant without being the agent on record (民事诉讼法 88, by analogy). */
export const RELATIONS = ['adult-family', 'representative', 'mail-officer', 'nominee'] as const;
export type Relation = (typeof RELATIONS)[number];
/** A firm has no relatives in its household, a natural person no legal representative (民事诉讼法 88). */
export const RELATIONS_OF = {
  person: ['adult-family', 'nominee'],
  firm: ['representative', 'mail-officer', 'nominee'],
} as const satisfies Record<string, readonly Relation[]>;
export type ApplicantKind = keyof typeof RELATIONS_OF;

export interface Demand {
  /** Material code, or absent for another defect. */
  readonly material?: string;
  readonly what: string;
  readonly how: string;
}

/** 听证通知: when and where, and from which seat it is chaired (行政许可法 48). */
export interface HearingNotice {
  readonly day: LocalDate;
  /** Local time, `09:30`. */
  readonly time: string;
  readonly place: string;
  readonly moderator: string;
}

/** What a third party said stands apart, under a key of his own; which of them said it, earlier releases did not ask. */
export interface Statement {
  readonly from: 'applicant' | 'third-party';
  readonly text?: string;
  readonly party?: number;
  readonly waives?: true;
  /** The party signed for the waiver that an officer entered (P14). */
  readonly signed?: true;
  /** Asks for the hearing that this party had waived. */
  readonly supersedes?: true;
}

/** 公告送达 is for these alone: the recipient's whereabouts are unknown, or no other way of service succeeded (民事诉讼法 95). */
export const NOTICE_GROUNDS = ['whereabouts-unknown', 'other-ways-failed'] as const;
export type NoticeGround = (typeof NOTICE_GROUNDS)[number];

export interface Grant {
  readonly number: string;
  readonly from: LocalDate;
  readonly to?: LocalDate;
}

export type Ending = 'not-our-remit' | 'no-permit-needed' | 'withdrawn' | 'granted' | 'refused' | 'revoked';

/** Reserved code of an agent's authority in writing; it belongs to no item. */
export const AUTHORITY = 'AUTH';

export interface Licensing {
  readonly number: string;
  readonly item: string;
  readonly itemVersion: number;
  readonly case: HandlingCase['id'];
  readonly channel: 'online' | 'window' | 'agent';
  readonly person: string;
  readonly applicantKind: ApplicantKind;
  readonly lead: string;
  readonly bundle?: string;
  /** Parts of the bundle that must be granted before this one can be. */
  readonly after?: readonly string[];
  /** The licence to be changed or renewed. */
  readonly licence?: string;
  readonly licenceFrom?: LocalDate;
  readonly licenceUntil?: LocalDate;
  readonly lateRenewal?: true;
  /** It was revoked or cancelled meanwhile: there is nothing left to renew or change. */
  readonly licenceEnded?: 'revoked' | 'cancelled';
  /** Investment or the like, in fen, where the authority table asks for it. */
  readonly amount?: number;
  readonly highRisk: boolean;
  readonly forwards: boolean;
  /** Somebody acts for the applicant. */
  readonly agent?: true;
  /** He was, and nothing of him is kept; his authority in writing is still needed. */
  readonly agentErased?: true;
  /** The applicant agreed to electronic service (P11). */
  readonly electronic?: true;
  /** Where it is accepted and delivered, if not at the general window. */
  readonly accepts?: Desk;
  readonly delivers?: Desk;
  readonly status: 'received' | 'awaiting-correction' | 'accepted' | 'forwarded' | 'decided' | 'closed';
  readonly ending?: Ending;
  /** Day the papers were received: day 0 of a deemed acceptance (行政许可法 32). */
  readonly receivedOn: LocalDate;
  /** The first receipt, where corrected papers came later. */
  readonly filedOn?: LocalDate;
  readonly acceptedOn?: LocalDate;
  /** 即办件: accepted and decided by one act at the window (P6). */
  readonly onTheSpot?: true;
  readonly papers: readonly string[];
  /** Certificates replaced by the applicant's declaration; checked afterwards (P5). */
  readonly declared?: readonly string[];
  /** Originals that were shown, and those of them given back to the applicant. */
  readonly originals?: { readonly seen: readonly string[]; readonly returned: readonly string[] };
  /** Papers that the lead has signed for. */
  readonly signedFor?: readonly string[];
  readonly demands?: readonly Demand[];
  readonly toFollow?: { readonly papers: readonly string[]; readonly by: LocalDate };
  readonly clocks: Partial<Readonly<Record<ClockKind, Running>>>;
  /** Lights already on record, of clocks and of steps (`step:lead`). */
  readonly lit: Readonly<Record<string, 'due-soon' | 'late' | undefined>>;
  /** The days on which breaches were recorded. */
  readonly passed?: Readonly<Record<string, LocalDate>>;
  /** Breaches that a change of the calendar took back: the last day as it was, and when it had been recorded. */
  readonly takenBack?: readonly { readonly clock: string; readonly was: LocalDate; readonly on: LocalDate }[];
  /** Clocks of which it is on record that they could not be armed. */
  readonly notArmed?: readonly ClockKind[];
  readonly steps: readonly Step[];
  readonly deciders: readonly Role[];
  readonly pause?: { readonly ground: string; readonly statutory: boolean };
  /** By charge, in the order in which they were made. */
  readonly bills?: readonly Bill[];
  /** Charges of the item as they stood at the decision, and those that somebody said do not arise in this case. */
  readonly charges?: readonly string[];
  readonly ruledOut?: readonly string[];
  /** Third parties told of their right to be heard, and how many statements they made (行政许可法 36, 47). */
  readonly heard?: {
    readonly told: number;
    readonly spoke: number;
    /** Who made them, and who waived the hearing, each party once by its number in the order told. */
    readonly spoken?: readonly number[];
    readonly waived?: readonly number[];
    /** The applicant, who may ask for a hearing too, wants none. */
    readonly applicantWaived?: true;
    readonly hearing?: 'offered' | 'requested' | 'held';
    /** The notice in force; absent where none was given, or a hearing was held before notices were kept. */
    readonly notice?: HearingNotice;
    /** The notice in force is announced to the public too. */
    readonly announced?: true;
  };
  /** When the county sent it up: its own time ends there (P8). */
  readonly forwardedOn?: LocalDate;
  readonly decision?: { readonly outcome: 'granted' | 'refused'; readonly on: LocalDate; readonly grant?: Grant };
  /** 公告送达: where it is published, until it counts as served (民事诉讼法 95). Its clock is `notice`. */
  readonly notice?: { readonly place: string };
  /** Who did which incompatible act (S1-59, S1-60). */
  readonly hands: { readonly accept?: string; readonly decide?: string };
  /** The organ that supervises what was granted, until it has acknowledged it (S4-31). */
  readonly supervise?: string;
  /** Clocks that a change of the calendar moved, so that taking it back brings back each; `under` names the calendar of the first. */
  readonly redated?: readonly { readonly under: string; readonly was?: Running; readonly to: LocalDate }[];
  /** The edition under which a citizen was told that the later day is kept. */
  readonly keptUnder?: string;
  /** Number of the last record. */
  readonly seq: number;
}

/**
 * With every field named, also what is not there yet. What is copied at each record has one shape then from the first to the last: a field
 * that came later would give each copy a shape of its own, and half of the work of an act would be looking for fields.
 */
export type Whole<T> = { [K in keyof Required<T>]: T[K] };

/** The cases in which a validity of its own begins: a change or another copy keeps the licence's. */
export const BEGINS_VALIDITY: readonly HandlingCase['id'][] = ['new', 'renewal'];

/** Who approves a step where the table says nothing else. */
export const APPROVERS: Readonly<Record<Step['signatures'], readonly Role[]>> = {
  one: ['section-head', 'deputy', 'chief'],
  three: ['deputy', 'chief'],
};

export const leadStep = (s: Licensing): Step | undefined => s.steps.find((step) => step.id === 'lead');
export const openSteps = (s: Licensing): readonly Step[] => s.steps.filter((step) => step.stage !== 'done');
