import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { Text } from '../../../kernel/text.ts';
import type { LineView, ListView } from '../view.ts';

/** What `GET /urgings/mine` answers. */
export interface Mine {
  readonly today: string;
  readonly waiting: { readonly lists: number; readonly entries: number };
  readonly lists: readonly ListView[];
  /** How many lists arrived before these, and after which they go on. */
  readonly earlier: number;
  readonly next?: string;
  /** By person, the newest first. */
  readonly unread: readonly {
    readonly person: string;
    readonly personName: Text;
    readonly lists: number;
    readonly first: LocalDate;
    readonly last: LocalDate;
  }[];
}
export type { LineView, ListView };

/** Whether the tier of a clock says more than its name: the promise’s clock is called as its tier is. */
export const tierBeside = ({ clockName, tierName }: Pick<LineView, 'clockName' | 'tierName'>): boolean =>
  clockName.zh !== tierName.zh && clockName.en !== tierName.en;

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

/** What arrived on one day, and how, is one list: a head's notices of a day stand in one table. In the order given. */
export function byDay(lists: readonly ListView[]): readonly ListView[] {
  const days = new Map<string, ListView>();
  for (const list of lists) {
    const key = `${list.kind} ${list.day} ${list.read ?? ''}`;
    const same = days.get(key);
    days.set(key, same ? { ...same, entries: [...same.entries, ...list.entries] } : list);
  }
  return [...days.values()];
}
