import { type Asked, answerAsked, type Calendar, type DeadlineSheet, type Lawbook } from './kernel/clock/index.ts';
import type { Refusal } from './kernel/decision.ts';
import { worded } from './portal/why-sheet.ts';

export type Deadline = { readonly ok: true; readonly sheet: DeadlineSheet } | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** A date for a question, with its derivation and its words: the page, the API and the command all ask this. */
export function deadlineOf(asked: Asked, law: Lawbook, calendar: Calendar): Deadline {
  const answer = answerAsked(asked, law, calendar);
  return answer.ok ? { ok: true, sheet: worded(answer.sheet, law) } : answer;
}

/** No question of the law has more parts; what a stranger sends beyond is not looked at. */
const MOST = 24;

/** A question as it stands in an address or in options, `extend=15@2026-05-01`, `pause=2026-03-02..2026-03-06:expert-review`. */
export function askedOf(said: Readonly<Record<string, unknown>>): Asked {
  const one = (name: string) => all(said[name])[0];
  return {
    term: one('term'),
    amount: one('amount'),
    unit: one('unit'),
    from: one('from'),
    whose: one('whose'),
    extend: all(said.extend).map((text) => {
      const [amount = '', on] = text.split('@');
      return { amount, on };
    }),
    pauses: all(said.pause).map((text) => {
      const [, from = text, to = '', ground = ''] = /^(.*?)\.\.([^:]*)(?::(.*))?$/.exec(text) ?? [];
      return { from, to, ground };
    }),
  };
}

export const all = (value: unknown): string[] =>
  [value]
    .flat()
    .filter((text): text is string => typeof text === 'string' && text.trim() !== '')
    .slice(0, MOST)
    .map((text) => text.trim().slice(0, 200));
