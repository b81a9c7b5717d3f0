import type { LocalDate } from '../clock/types.ts';
import type { Confidence, Text } from '../text.ts';

/** What a seat (岗位) empowers its holder to do. Words of practice.md P7: 承办 examiner, 审核 section-head, 批准 deputy or chief. */
export type Role =
  | 'window-clerk' // 综合窗口
  | 'chief-representative' // 首席代表
  | 'examiner' // 承办
  | 'section-head' // 审核
  | 'deputy' // 分管负责人
  | 'chief' // 主要负责人
  | 'cashier' // 统一收费
  | 'arbiter' // 职责争议裁定
  | 'county-head'
  | 'deputy-county-head'
  | 'office-director'
  | 'efficiency-inspector'
  | 'auditor'
  | 'administrator';

/** In every period `from` is the first day and `to` the last: both count. Absent `to`: still in force. */
export interface Organ {
  readonly code: string;
  readonly name: Text;
  /** An `OrganKind` of `words.ts` in the model county. */
  readonly kind: string;
  readonly from: LocalDate;
  readonly to?: LocalDate;
  /** Superior in the hierarchy, e.g. the county government. */
  readonly parent?: string;
  /** How sure we are that a county has this organ; absent where it was entered by the county itself. */
  readonly confidence?: Confidence;
}

export interface Seat {
  readonly id: string;
  readonly organ: string;
  readonly name: Text;
  readonly roles: readonly Role[];
  readonly from: LocalDate;
  readonly to?: LocalDate;
  /** Held by an authorisation that is for these alone, e.g. some items; absent: for all. */
  readonly only?: readonly string[];
}

/** A person in a seat for a period. Names stand apart, in person data. */
export interface Appointment {
  readonly person: string;
  readonly seat: string;
  readonly from: LocalDate;
  readonly to?: LocalDate;
}

/** A person who may act from a seat without being appointed to it, by a written paper (授权书, P7). */
export interface Authorisation {
  readonly id: string;
  readonly person: string;
  readonly seat: string;
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly only?: readonly string[];
  /** The written authority: its name and number. */
  readonly basis: string;
  /** Who gave it, and the instant (ISO 8601). */
  readonly by: string;
  readonly at: string;
}

/** Authority taken back: an authorisation, or what an appointment empowers to. It gives nothing from that instant on. */
export interface Withdrawal {
  readonly kind: 'authorisation' | 'appointment';
  readonly id: string;
  /** The day on which it was taken back. */
  readonly from: LocalDate;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** Who acts, resolved on the date of the act. A citizen acts with a person id and no seats; the law acts by itself. */
export interface Actor {
  readonly kind: 'officer' | 'applicant' | 'law' | 'stranger';
  readonly person: string;
  readonly seats: readonly Seat[];
}

/** The whole register of one edition. Every append makes the next edition. */
export interface Register {
  readonly edition: number;
  readonly organs: readonly Organ[];
  readonly seats: readonly Seat[];
  readonly appointments: readonly Appointment[];
  readonly authorisations?: readonly Authorisation[];
  readonly withdrawals?: readonly Withdrawal[];
}

/** Papers by which a person or firm is known (law.md 2.2: each other paper needs a type code). */
export const ID_TYPES = ['resident-id', 'credit-code', 'passport', 'hk-macao-permit', 'taiwan-permit', 'permanent-residence'] as const;
export type IdType = (typeof ID_TYPES)[number];
