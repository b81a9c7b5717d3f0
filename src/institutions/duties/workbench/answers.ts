import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { Text } from '../../../kernel/text.ts';
import type { LightState } from '../../../pictures/light.tsx';

export interface NoteAct {
  readonly label: Text;
  readonly allowed: boolean;
  readonly reasons: readonly { readonly code: string; readonly text: string; readonly basis?: string; readonly who?: readonly string[] }[];
}

export interface RoundView {
  readonly matter: string;
  readonly due: LocalDate | null;
  readonly actBy?: LocalDate;
  readonly period: { readonly from: LocalDate; readonly to: LocalDate } | null;
  readonly earliest: LocalDate | null;
  readonly actByProvisional?: true;
  readonly organName: Text;
  readonly light: LightState;
  readonly over: number;
  readonly done: {
    readonly on: LocalDate;
    readonly document: string;
    readonly sentence: string;
    readonly by: Text;
    readonly seatName: Text;
  } | null;
  readonly act: NoteAct | null;
}

/** `GET /duties/:duty` */
export interface DutyPage {
  /** The county's file in which it stands who answers. */
  readonly file: string;
  readonly id: string;
  readonly name: Text;
  readonly amount: number;
  readonly unit: 'mo' | 'yr';
  readonly basis: { readonly law: Text; readonly article: string };
  readonly note: Text | null;
  readonly today: LocalDate;
  readonly asked: string | null;
  readonly answer: {
    readonly organName: Text;
    readonly officeName: Text | null;
    readonly seats: readonly { readonly seat: string; readonly seatName: Text; readonly name: Text }[];
  } | null;
  readonly first: NoteAct | null;
  readonly owner: Text | null;
  readonly organs:
    | readonly {
        readonly organName: Text;
        readonly matter: string | null;
        readonly due: LocalDate | null;
        readonly light: LightState | null;
      }[]
    | null;
  readonly rounds: readonly RoundView[];
}
