import type { Text } from '../../../../kernel/text.ts';
import { formatMoney } from '../../../../portal/format.ts';
import { speaks, useBench } from '../../../../workbench/bench.tsx';
import type { BillView, DayLine } from '../../fees/view.ts';
import { words } from './words.ts';

export const STATES = ['due', 'paid', 'reduced', 'exempted', 'refunded'] as const;
type State = (typeof STATES)[number];

/** `GET /fees` */
export interface FeesPage {
  readonly day: string;
  readonly today: string;
  readonly state: State;
  readonly counts: Readonly<Record<State, { readonly count: number; readonly fen: number }>>;
  readonly bills: readonly BillView[];
  readonly lines: readonly DayLine[];
  readonly methods: readonly { readonly method: string; readonly name: Text; readonly count: number; readonly fen: number }[];
  readonly acts: readonly { readonly organ: string; readonly name: Text; readonly decided: number; readonly charged: number }[];
  readonly next?: string;
}

export const useFeeWords = () => speaks(words)(useBench().lang);

export const money = (fen: number): string => formatMoney(fen);
