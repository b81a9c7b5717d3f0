import { type Asked, answerAsked, type Calendar, type DeadlineSheet, type Lawbook } from './kernel/clock/index.ts';
import type { Refusal } from './kernel/decision.ts';
import { worded } from './portal/why-sheet.ts';

export type Deadline = { readonly ok: true; readonly sheet: DeadlineSheet } | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** A date for a question, with its derivation and its words: the page, the API and the command all ask this. */
export function deadlineOf(asked: Asked, law: Lawbook, calendar: Calendar): Deadline {
  const answer = answerAsked(asked, law, calendar);
  return answer.ok ? { ok: true, sheet: worded(answer.sheet, law) } : answer;
}

/** No question of the law has more parts. */
const MOST = 24;

/** What an address may carry; a part that may come back does so this often at most. */
export const DEADLINE_FIELDS = {
  ...{ term: 1, amount: 1, unit: 1, from: 1, whose: 1 },
  ...{ extend: MOST, pause: MOST },
} as const;
/** And what the form sends besides. */
export const FORM_FIELDS: Readonly<Record<string, number>> = {
  ...{ ...DEADLINE_FIELDS, view: 1, large: 1 },
  ...{ 'pause.*.from': 1, 'pause.*.to': 1, 'pause.*.ground': 1, 'extend.*.amount': 1, 'extend.*.on': 1 },
};

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
