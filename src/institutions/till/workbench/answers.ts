import type { Text } from '../../../kernel/text.ts';

/** One count. Fen. */
interface CountLine {
  readonly count: string;
  readonly day: string;
  readonly clerkName: Text;
  readonly seatName: Text;
  readonly at: string;
  readonly times: number;
  readonly float: number;
  readonly counted: number;
  readonly cash: number;
  readonly difference: number;
  readonly reason: string | null;
  readonly reviewerName: Text | null;
  readonly reviewed: string | null;
  readonly note: string | null;
}

/** `GET /till` */
export interface TillDay {
  readonly day: string;
  readonly today: string;
  readonly methods: readonly {
    readonly method: string;
    readonly name: Text;
    readonly payments: number;
    readonly paid: number;
    readonly returned: number;
  }[];
  readonly count: CountLine | null;
  readonly moved: boolean;
  readonly float: number;
  readonly acts: readonly {
    readonly name: string;
    readonly label: Text;
    readonly allowed: boolean;
    readonly reasons: readonly { readonly code: string; readonly text: string; readonly who?: readonly string[] }[];
  }[];
  readonly counts: readonly CountLine[];
}
