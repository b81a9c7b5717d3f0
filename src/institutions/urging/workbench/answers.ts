import type { Text } from '../../../kernel/text.ts';
import type { LineView, ListView } from '../view.ts';

/** What `GET /urgings/mine` answers. */
export interface Mine {
  readonly today: string;
  readonly waiting: { readonly lists: number; readonly entries: number };
  readonly lists: readonly ListView[];
  readonly unread: readonly { readonly id: string; readonly day: string; readonly person: string; readonly personName: Text }[];
}
export type { LineView, ListView };

/** What `GET /urgings/open` answers. */
export interface Open {
  readonly today: string;
  readonly rungs: readonly { readonly rung: string; readonly name: Text }[];
  readonly organs: readonly {
    readonly organ: string;
    readonly name: Text;
    readonly rungs: Readonly<Record<string, number>>;
    readonly open: number;
    readonly unread: number;
  }[];
}
