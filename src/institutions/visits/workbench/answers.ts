import type { LocalDate, TermUnit } from '../../../kernel/clock/types.ts';
import type { Text } from '../../../kernel/text.ts';
import type { Queue, Reason } from '../vocabulary.ts';

/** What the server answers, as the screens read it. */
export interface VisitLine {
  readonly visit: string;
  readonly label: string;
  readonly queue: Queue;
  readonly status: 'waiting' | 'called' | 'serving' | 'served' | 'left';
  readonly seat: string | null;
  readonly seatName: Text | null;
  readonly calls: number;
  readonly taken: string;
  readonly waited: number;
  readonly handled: number | null;
  readonly left: 'no-show' | 'went' | 'day-over' | null;
  readonly about: readonly {
    readonly matter: string;
    readonly again: Reason | null;
    readonly itemName: Text | null;
    readonly applicant: string | null;
  }[];
}

/** `GET /window/register` */
export interface RegisterDay {
  readonly day: string;
  readonly today: string;
  readonly numbers: Readonly<Record<'taken' | 'waiting' | 'served' | 'left' | 'matters' | 'again', number>> &
    Readonly<Record<'medianWaited' | 'longestWaited' | 'medianHandled', number | null>>;
  readonly visits: readonly VisitLine[];
}

export interface Today {
  readonly day: string;
  readonly hours: { readonly from: string; readonly to: string };
  /** On a day of rest: when the windows open next. */
  readonly opens: LocalDate | null;
  readonly mine: {
    readonly seat: string;
    readonly name: Text;
    readonly organ: string;
    readonly queues: readonly Queue[];
    readonly lunch: readonly [string, string] | null;
    readonly substitute: { readonly seat: string; readonly name: Text } | null;
    readonly standsFor: readonly { readonly seat: string; readonly name: Text }[];
  };
  readonly windows: readonly {
    readonly seat: string;
    readonly name: Text;
    readonly staff: Text | null;
    readonly away: 'lunch' | 'vacant' | null;
    readonly substitute: { readonly name: Text; readonly staff: Text | null };
  }[];
  readonly visits: readonly VisitLine[];
  readonly numbers: Readonly<Record<'taken' | 'waiting' | 'served' | 'left' | 'matters' | 'again', number>> &
    Readonly<Record<'medianWaited' | 'medianHandled', number | null>>;
}

export interface ItemLine {
  readonly id: string;
  readonly name: string;
  readonly plain: string | null;
  readonly department: string;
  readonly live: boolean;
  readonly handling: 'on-the-spot' | 'promise';
}

export interface Paper {
  readonly code: string;
  readonly name: Text;
  readonly source: 'applicant' | 'shared' | 'issued';
  readonly copies: number;
  readonly original: boolean;
  readonly essential: boolean;
  readonly when: Text | null;
}

export interface ItemFull {
  readonly id: string;
  readonly name: Text;
  readonly department: { readonly code: string; readonly name: Text };
  readonly handling: 'on-the-spot' | 'promise';
  readonly cases: readonly { readonly id: string; readonly name: Text; readonly materials: readonly string[] }[];
  readonly materials: readonly Paper[];
}

export interface SpotReason {
  readonly code: string;
  readonly text: string;
  readonly basis?: string;
  readonly who?: readonly string[];
}

/** What the window may do with an item: conclude it on the spot, or why not. */
export interface AtWindow {
  readonly amountAsked: boolean;
  readonly onTheSpot: { readonly allowed: boolean; readonly reasons: readonly SpotReason[] };
  readonly seats: Readonly<Record<string, Text>>;
  /** Charges of the list that are collected today; `fixed`: the list names the figure; `byQuantity`: for each unit, so how many is said. */
  readonly charges: readonly {
    readonly charge: string;
    readonly name: Text;
    readonly standard: string;
    readonly fixed: boolean;
    readonly fen?: number;
    readonly byQuantity: boolean;
  }[];
  /** How long before a licence ends its renewal is to be asked for. */
  readonly renewal?: { readonly amount: number; readonly unit: TermUnit };
}

/** `GET /licences/{n}`, and what an earlier matter granted. */
export interface Licence {
  readonly number: string;
  readonly item?: string;
  readonly until?: LocalDate | null;
  readonly renewal?: { readonly by: LocalDate; readonly provisional: boolean };
}

export interface Earlier {
  readonly found: number;
  readonly applicant?: { readonly kind: 'person' | 'firm'; readonly name: string; readonly phone?: string };
  readonly form?: Readonly<Record<string, string>>;
  readonly matters: readonly {
    readonly number: string;
    readonly itemName: Text;
    readonly status: string;
    readonly opened: string;
    readonly licence?: Licence;
  }[];
}

export interface Receipt {
  readonly number: string;
  readonly queryCode: string;
}
