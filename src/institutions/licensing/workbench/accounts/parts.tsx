import type { Text } from '../../../../kernel/text.ts';
import { type Params, speaks, useBench } from '../../../../workbench/bench.tsx';
import { type Word, words } from './words.ts';

export type Say = (word: Word, params?: Params) => string;
export const useAccountWords = (): Say => speaks(words)(useBench().lang);

export interface TimeSum {
  readonly matters: number;
  readonly seconds: number;
  readonly median: number;
  readonly p90: number;
}

interface Limit {
  readonly value: { readonly amount: number };
  readonly confidence: 'verified' | 'known' | 'illustrative';
}

export interface AccountLine extends TimeSum {
  readonly key: string;
  readonly name: Text;
  readonly limits: { readonly promised: number; readonly kept: number; readonly limited: number; readonly lawful: number };
  readonly item?: { readonly promised?: Limit; readonly legal?: Limit };
  readonly parts: Readonly<Record<string, TimeSum>>;
}

/** Names of what was chosen. */
export type Narrowed = Readonly<Partial<Record<By, Text>>>;

/** What `GET /api/v1/accounts` answers. */
export interface AccountsPage {
  readonly from: string;
  readonly to: string;
  readonly of: 'closed' | 'open';
  readonly by: By;
  readonly unit: 'clock' | 'working';
  readonly scope: readonly { readonly organ: string; readonly name: Text }[] | null;
  /** Whether the reader may ask by seat. */
  readonly seats: boolean;
  readonly narrowed: Narrowed;
  readonly parts: readonly { readonly part: string; readonly name: Text }[];
  readonly grounds: readonly { readonly part: string; readonly ground: Text }[];
  readonly total: AccountLine;
  readonly rows: readonly AccountLine[];
  readonly bounces: {
    readonly times: number;
    readonly between: readonly { readonly times: number; readonly say: Text; readonly organName: Text }[];
  };
  readonly pauses: { readonly times: number; readonly days: number };
  readonly leaders: TimeSum;
  readonly open: number;
  readonly count: number;
  readonly next?: string;
}

export const BYS = ['organ', 'item', 'level', 'seat'] as const;
export type By = (typeof BYS)[number];

/** A length of time in one unit: minutes, hours, or days of 24 hours. */
export function short(seconds: number, say: Say): string {
  if (seconds < 3600) return say('minutes', { n: Math.round(seconds / 60) });
  if (seconds < 86_400) return say('hours', { n: rounded(seconds / 3600) });
  return say('days', { n: rounded(seconds / 86_400) });
}

const rounded = (n: number): number => (n < 10 ? Math.round(n * 10) / 10 : Math.round(n));

/** What was chosen, as the address keeps it. */
export const CHOSEN = ['of', 'from', 'to', 'unit', 'organ', 'item', 'level', 'seat'] as const;

export const chosenIn = (params: URLSearchParams): Record<string, string> =>
  Object.fromEntries(CHOSEN.flatMap((name) => (params.get(name) ? [[name, params.get(name)!]] : [])));

export const at = (path: string, query: Readonly<Record<string, string | undefined>>): string =>
  `${path}?${new URLSearchParams(Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined))}`;

/** Each kind of time has its colour and place in the bar; the numbers beside it say the same. */
const COLOURS: Readonly<Record<string, string>> = {
  queue: '#c98a1b',
  work: '#1d4f73',
  delivery: '#5b6470',
  law: '#6a5b9a',
  applicant: '#2c7a4b',
  'third-party': '#0f6b66',
  dispute: '#a92b1b',
  superior: '#2f3e50',
};
export const colourOf = (part: string): string => COLOURS[part.split(':')[0]!] ?? '#5b6470';

/** Where a row's time went, as a strip. */
export function Strip({ row, parts }: { row: AccountLine; parts: AccountsPage['parts'] }) {
  let from = 0;
  return (
    <svg className="share" width="100%" height="14" aria-hidden="true">
      {parts.map(({ part }) => {
        const width = row.seconds > 0 ? ((row.parts[part]?.seconds ?? 0) / row.seconds) * 100 : 0;
        const x = from;
        from += width;
        return <rect key={part} x={`${x.toFixed(2)}%`} width={`${width.toFixed(2)}%`} height="14" fill={colourOf(part)} />;
      })}
    </svg>
  );
}
