import type { Text } from '../../../../kernel/text.ts';
import { mixed } from '../../../../pictures/zh.tsx';
import { formatMoney } from '../../../../portal/format.ts';
import { speaks, useBench } from '../../../../workbench/bench.tsx';
import type { BillView, DayLine } from '../../fees/view.ts';
import { words } from './words.ts';

export const STATES = ['due', 'paid', 'exempted', 'refunded'] as const;
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

/** Both files of a list. */
export function Exports({ list, title, query }: { list: string; title: string; query: Readonly<Record<string, string>> }) {
  const { api, lang } = useBench();
  const say = useFeeWords();
  return (
    <p className="exports">
      {(['csv', 'xlsx'] as const).map((kind) => (
        <a
          key={kind}
          href={api.href(`/fees/${list}.${kind}`, query)}
          download
          aria-label={say('export-of', { list: title, kind: say(kind) })}
        >
          {mixed(say(kind), lang)}
        </a>
      ))}
    </p>
  );
}
