import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { Commitment } from '../../../kernel/journal/personal.ts';
import type { CalendarChanged } from '../../../kernel/matter/dates.ts';
import type { Text } from '../../../kernel/text.ts';
import type { HandlingCase } from '../../catalogue/index.ts';
import type { MoneyFact } from './money-facts.ts';
import type {
  ClockKind,
  Demand,
  Desk,
  Grant,
  HearingNotice,
  Licensing,
  NoticeGround,
  Opinion,
  Relation,
  Role,
  Running,
  Statement,
  StepPlan,
} from './state.ts';

/** Days of open steps that became others. */
type Dues = Readonly<Record<string, LocalDate>>;
interface Clocked {
  readonly clocks: readonly Running[];
}
interface FileMark {
  readonly id: string;
  readonly material: string;
  readonly digest: string;
}
interface Opened extends Clocked {
  readonly mode: 'written' | 'papers-to-follow' | 'deemed' | 'on-the-spot';
  /** Day 0 of the limits. */
  readonly on: LocalDate;
  readonly steps: readonly StepPlan[];
  readonly deciders: readonly Role[];
}

export type LicensingFact = { readonly personal?: readonly Commitment[] } & (
  | ({
      readonly kind: 'received';
      readonly item: string;
      readonly itemVersion: number;
      readonly case: HandlingCase['id'];
      readonly channel: Licensing['channel'];
      readonly person: string;
      readonly applicantKind: 'person' | 'firm';
      readonly lead: string;
      readonly bundle?: string;
      /** Parts of the bundle whose grant this one needs first. */
      readonly after?: readonly string[];
      readonly licence?: string;
      readonly licenceFrom?: LocalDate;
      readonly licenceUntil?: LocalDate;
      /** A renewal asked for after the day the law names. */
      readonly lateRenewal?: true;
      readonly amount?: number;
      readonly highRisk: boolean;
      readonly forwards: boolean;
      readonly electronicService: boolean;
      readonly on: LocalDate;
      readonly papers: readonly string[];
      readonly declared?: readonly string[];
      readonly files: readonly FileMark[];
      readonly agent?: true;
      readonly accepts?: Desk;
      /** Received elsewhere than at the centre: a breach on record (S3-35). */
      readonly outside?: boolean;
    } & Clocked)
  | { readonly kind: 'correction-requested'; readonly demands: readonly Demand[]; readonly way: string; readonly again: boolean }
  | ({
      readonly kind: 'corrected';
      readonly on: LocalDate;
      readonly papers: readonly string[];
      readonly declared?: readonly string[];
      readonly files: readonly FileMark[];
      readonly note?: string;
    } & Clocked)
  | ({ readonly kind: 'accepted'; readonly toFollow?: Licensing['toFollow']; readonly undertaking?: boolean } & Opened)
  | ({ readonly kind: 'deemed-accepted' } & Opened)
  | {
      readonly kind: 'rejected';
      readonly ground: 'not-our-remit' | 'no-permit-needed';
      readonly organ?: string;
      readonly reason: string;
      readonly way: string;
    }
  | { readonly kind: 'proposed' | 'checked'; readonly step: string; readonly opinion: Opinion; readonly text: string }
  | { readonly kind: 'approved'; readonly step: string; readonly opinion: Opinion; readonly text: string }
  | { readonly kind: 'sent-back'; readonly step: string; readonly reason: string }
  | ({
      readonly kind: 'paused';
      readonly ground: string;
      readonly statutory: boolean;
      readonly expected: LocalDate;
      readonly reason: string;
    } & Clocked)
  | ({ readonly kind: 'resumed'; readonly note: string; readonly dues?: Dues } & Clocked)
  | ({ readonly kind: 'extended'; readonly reason: string; readonly dues?: Dues } & Clocked)
  | MoneyFact
  | ({ readonly kind: 'remit-disputed'; readonly step: string; readonly suggested: string; readonly reason: string } & Clocked)
  | {
      readonly kind: 'arbitrated';
      readonly step: string;
      readonly organ: string;
      readonly due: LocalDate;
      readonly reason: string;
      /** The organ's own open assist, which the lead it was given takes in. */
      readonly takesIn?: string;
    }
  | ({
      readonly kind: 'decided';
      readonly outcome: 'granted' | 'refused';
      readonly on: LocalDate;
      readonly paper: string;
      readonly reason: string;
      readonly way?: string;
      readonly conditions?: string;
      readonly grant?: Grant;
      /** Decided by the superior organ; the county pre-examined (P8). */
      readonly superior?: boolean;
      /** Silence by expiry of the licence (行政许可法 50). */
      readonly deemed?: boolean;
      readonly against?: boolean;
      readonly delivers?: Desk;
      /** Charges of the item that are collected on that day: each is answered for before the licence is handed over. */
      readonly charges?: readonly string[];
      readonly supervisor?: string;
    } & Clocked)
  | { readonly kind: 'forwarded'; readonly to: string; readonly opinion: Opinion; readonly text: string }
  | { readonly kind: 'papers-arrived'; readonly papers: readonly string[]; readonly files: readonly FileMark[] }
  /** `relation` instead of a name: who received it is neither the applicant nor the agent; the name and the document shown stand apart. */
  | {
      readonly kind: 'delivered';
      readonly method: string;
      readonly recipient?: string;
      readonly relation?: Relation;
      readonly proof: string;
      /** Of a public notice that took effect: its day, and the day on which the time had passed. Earlier releases stored none. */
      readonly notice?: { readonly published: LocalDate; readonly served: LocalDate };
    }
  | ({ readonly kind: 'notice-published'; readonly ground: NoticeGround; readonly reason: string; readonly place: string } & Clocked)
  | ({ readonly kind: 'third-parties-told'; readonly count: number; readonly what: string; readonly hearing: boolean } & Clocked)
  | ({ readonly kind: 'statement-heard' } & Statement)
  /** The same with a request for a hearing: its clock begins. */
  | ({ readonly kind: 'statement-heard'; readonly hearing: true } & Statement & Clocked)
  /** What was drafted stands apart, with the applicant's data: it is nobody's but the lead's until the decision is made. */
  | { readonly kind: 'decision-drafted'; readonly outcome: 'granted' | 'refused' }
  | ({
      readonly kind: 'hearing-notified';
      /** The last day on which it could be given for that day. */
      readonly by: LocalDate;
      /** Announced to the public too. */
      readonly announced?: true;
      /** An earlier notice falls with it. */
      readonly again?: true;
    } & HearingNotice)
  | { readonly kind: 'hearing-held'; readonly on: LocalDate; readonly text: string }
  | { readonly kind: 'earlier-part-granted'; readonly items: readonly string[] }
  /** Whoever acted for the applicant is no longer known; the applicant's own data were stored anew without it. */
  | { readonly kind: 'agent-erased'; readonly reason: string }
  /** Somebody else took the licence away on which this application rests. */
  | { readonly kind: 'licence-ended'; readonly licence: string; readonly how: 'revoked' | 'cancelled' }
  /** Originals compared with what was handed in, and given back at once or later. */
  /** `taken`: of those seen what had been missing until then. */
  | {
      readonly kind: 'originals-checked';
      readonly seen: readonly string[];
      readonly returned: readonly string[];
      readonly taken?: readonly string[];
    }
  /** 交接签收: the organ has the papers that the window took in. */
  | { readonly kind: 'papers-signed-for'; readonly papers: readonly string[]; readonly note?: string }
  | { readonly kind: 'supervision-acknowledged'; readonly organ: string; readonly note?: string }
  | {
      readonly kind: 'revoked';
      readonly on: LocalDate;
      readonly paper: string;
      readonly ground: RevocationGround;
      readonly note: string;
      readonly reason: string;
      readonly way: string;
    }
  | { readonly kind: 'withdrawn'; readonly via: 'online' | 'window'; readonly signed: boolean; readonly reason: string }
  | { readonly kind: 'rectified'; readonly seq: number; readonly text: string; readonly reason: string }
  /** A new edition of the calendar moved its dates, or said why they stand. */
  | (CalendarChanged & {
      readonly edition: string;
      /** The calendar's name before. */
      readonly before: string;
      readonly document: Text;
      readonly cause: string;
      /** The edition was taken back. */
      readonly undone?: true;
      readonly dues?: Dues;
    } & Clocked)
  /** A clock's kind, or `step:` and the step: of a step only that its day has passed. */
  | { readonly kind: 'limit-near'; readonly clock: string; readonly due: LocalDate }
  /** `recorded`: it was on record since that day, and was taken back in between. */
  | { readonly kind: 'limit-passed'; readonly clock: string; readonly due: LocalDate; readonly recorded?: LocalDate }
  /** A corrected calendar shows that the breach recorded on a day was none. */
  | {
      readonly kind: 'breach-taken-back';
      readonly clock: string;
      /** The last day as it was, and as it is. */
      readonly was: LocalDate;
      readonly due: LocalDate;
      readonly on: LocalDate;
      readonly edition: string;
      readonly document: Text;
      readonly cause: string;
    }
  /** A clock that should run has none: why, as far as the law and the calendar in force tell. */
  | { readonly kind: 'clock-not-armed'; readonly clock: ClockKind; readonly why: WhyNotArmed }
);

/** 撤销: granted against the law, or by false papers or declarations (行政许可法 69); 撤回: the law or the facts changed (行政许可法 8). */
export const REVOCATION_GROUNDS = ['unlawful-grant', 'false-papers', 'false-declaration', 'undertaking-broken', 'public-interest'] as const;
export type RevocationGround = (typeof REVOCATION_GROUNDS)[number];

/** `no-term`: its term is not in `law/`; `no-calendar`: no year of it; `no-limit`: the item names none; `no-date`: what was reckoned is no date. */
export const WHY_NOT_ARMED = ['no-term', 'no-calendar', 'no-limit', 'no-date'] as const;
export type WhyNotArmed = (typeof WHY_NOT_ARMED)[number];

export type FactOf<K extends LicensingFact['kind']> = Extract<LicensingFact, { kind: K }>;

/** Keys of fact bodies that people type into; names in them are masked. */
export const FREE_TEXT: ReadonlySet<string> = new Set([
  'text',
  'reason',
  'way',
  'note',
  'conditions',
  'what',
  'how',
  'recipient',
  'proof',
  'receipt',
  'place',
]);
