import type { Pool } from 'pg';
import type { Refusal } from '../../kernel/decision.ts';
import type { EngineMoment } from '../../kernel/matter/engine.ts';
import type { Actor } from '../../kernel/organisation/types.ts';
import type { Text } from '../../kernel/text.ts';
import { all, another, cashier, open, reviewer } from './permits.ts';
import { type CountRecord, namesOf } from './queries.ts';
import type { Till } from './rules.ts';
import { actionWords, openingWords } from './words.ts';

const plain = (code: string): Text => ({ zh: code, en: code });

/** Counts with the names of who counted and who reviewed. */
export async function countViews(pool: Pool, moment: EngineMoment, rows: readonly CountRecord[]) {
  const names = await namesOf(
    pool,
    rows.flatMap(({ clerk, reviewer }) => (reviewer ? [clerk, reviewer] : [clerk])),
  );
  const named = (person: string): Text => names.get(person) ?? plain(person);
  return rows.map((row) => ({
    ...row,
    clerkName: named(row.clerk),
    seatName: moment.directory.seat(row.seat)?.name ?? plain(row.seat),
    reviewerName: row.reviewer === null ? null : named(row.reviewer),
  }));
}
export type CountView = Awaited<ReturnType<typeof countViews>>[number];

/** What the reader may do with the day's count, and why not. */
export function actsOn(
  count: CountRecord | undefined,
  context: EngineMoment & { readonly actor: Actor },
  say: (no: Refusal) => { readonly text: string; readonly basis?: string },
) {
  const state = count && ({ clerk: count.clerk, reviewer: count.reviewer ?? undefined } as Till);
  const acts = count
    ? ([
        ['recount', actionWords.recount, all(cashier, open)],
        ['review', actionWords.review, all(reviewer, another, open)],
      ] as const)
    : ([['count', openingWords, cashier]] as const);
  return acts.map(([name, label, why]) => {
    const reasons = why(state, context).map((no) => ({ code: no.code, ...say(no), ...(no.who && { who: no.who }) }));
    return { name, label, allowed: reasons.length === 0, reasons };
  });
}
