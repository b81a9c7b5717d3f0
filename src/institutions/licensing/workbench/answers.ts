import type { Clock } from '../../../kernel/clock/types.ts';
import type { Account, Summary } from '../../../kernel/matter/types.ts';
import type { Text } from '../../../kernel/text.ts';
import type { ApplicantKind } from '../rules/state.ts';

/** What the server answers, as the screens read it. */
export type RowLight = Exclude<Summary['light'], 'closed'>;
/** Its day has passed. */
export const isOver = (light: Summary['light']): boolean => light === 'over-law' || light === 'over-promise' || light === 'step-overdue';
export const ROW_LIGHTS: readonly RowLight[] = ['unarmed', 'over-law', 'over-promise', 'step-overdue', 'due-soon', 'in-time', 'paused'];

export interface Work {
  readonly matter: string;
  readonly step: string;
  readonly stepName: Text;
  readonly item: string;
  readonly itemName: Text;
  readonly organ: string;
  readonly organName: Text;
  readonly lead: string;
  readonly leadName?: Text;
  readonly due?: string;
  readonly provisional?: boolean;
  readonly light: RowLight;
  readonly resumes?: string;
  readonly opened: string;
  readonly received: string;
  readonly applicant: string;
  readonly owner: { readonly account: Account; readonly holder: string; readonly name: Text };
  readonly version: number;
  readonly actions: readonly string[];
}

export interface Desk {
  readonly work: readonly Work[];
  readonly counts: Readonly<Record<RowLight, number>>;
  readonly total: number;
  readonly next?: string;
}

export type BulkResult = { readonly matter: string; readonly step?: string } & (
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly refusals: readonly { readonly code: string; readonly text: string }[] }
);

export interface OrganNumbers extends Readonly<Record<RowLight, number>> {
  readonly open: number;
  readonly median: number | null;
  readonly decided30: number;
  readonly kept30: number;
}
export interface Board {
  readonly asOf: string;
  readonly organs: readonly (OrganNumbers & { readonly organ: string; readonly name: Text })[];
  readonly totals: OrganNumbers;
}
/** Columns of the board that one may sort by; all but the name put what is worst first. */
export const BOARD_SORTS = [
  'organ',
  'unarmed',
  'over-law',
  'over-promise',
  'step-overdue',
  'due-soon',
  'in-time',
  'paused',
  'open',
  'median',
  'decided30',
  'kept30',
] as const;
export type BoardSort = (typeof BOARD_SORTS)[number];

export interface BoardRow {
  readonly number: string;
  readonly item: string;
  readonly itemName: Text;
  readonly light: RowLight;
  readonly due?: string;
  readonly provisional?: boolean;
  readonly resumes?: string;
  readonly owner: { readonly account: Account; readonly holder: string; readonly name?: Text };
  readonly received: string;
}

export interface Found {
  readonly matters: readonly {
    readonly number: string;
    readonly itemName: Text;
    readonly status: string;
    readonly light: Summary['light'];
    readonly applicant?: string;
  }[];
  readonly items: readonly { readonly id: string; readonly name: Text }[];
  readonly more: Readonly<Record<'matters' | 'items', boolean>>;
  readonly next?: string;
  /** Why little or nothing was found. */
  readonly note?: Text;
}

export interface ActionView {
  readonly name: string;
  readonly label: Text;
  readonly allowed: boolean;
  readonly reasons: readonly { readonly code: string; readonly text: string; readonly basis?: string; readonly who?: readonly string[] }[];
}

export interface StepView {
  readonly id: string;
  readonly organ: string;
  readonly name?: Text;
  readonly stage: string;
  readonly etag: string;
  readonly due: string;
  readonly provisional: boolean;
  readonly opinion?: 'agree' | 'agree-with-conditions' | 'disagree';
  readonly opinions?: readonly { readonly at: string; readonly opinion: string; readonly text: string; readonly kind: string }[];
}

/** `GET /matters/{n}` */
export interface Matter {
  /** Whether I may read its whole record. */
  readonly whole?: boolean;
  readonly number: string;
  readonly version: number;
  readonly state: string;
  readonly ending?: string;
  readonly light: Summary['light'];
  readonly pause?: { readonly statutory: boolean };
  readonly item: { readonly id: string; readonly name?: Text; readonly case: string };
  readonly channel: 'online' | 'window' | 'agent';
  readonly applicant: {
    readonly kind?: ApplicantKind;
    readonly name?: string;
    readonly idNumber?: string;
    readonly phone?: string;
    readonly agent?: { readonly name: string };
    readonly erased?: boolean;
  };
  readonly form?: Readonly<Record<string, string>>;
  readonly received: string;
  readonly closed?: string;
  readonly acceptedOn?: string;
  readonly bills: readonly {
    readonly charge: string;
    readonly name: Text;
    readonly state: 'due' | 'paid' | 'exempted' | 'refunded' | 'cancelled';
    readonly fen: number;
    readonly refundedFen?: number;
    readonly orderedFen?: number;
  }[];
  readonly decision?: { readonly on: string };
  readonly owner: { readonly account: Account; readonly holder: string; readonly name: Text; readonly since: string };
  readonly steps: readonly StepView[];
  readonly clocks: readonly Clock[];
  readonly actions: readonly ActionView[];
}
