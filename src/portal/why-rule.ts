import type { Basis, Term } from '../kernel/clock/types.ts';
import type { Lang } from '../kernel/text.ts';
import { say } from './say.ts';
import { cited } from './stops.ts';
import { words } from './words.ts';

/** More time, with who approved it and by which article; of no law only that somebody did. */
export const extendedSaid = (amount: string, more: string, extension: Term['extension'], lang: Lang): string =>
  extension
    ? say('why-extended-by', lang, { amount, more, by: words[`by-${extension.by}`][lang], ...cited(extension.basis, lang) })
    : say('why-extended', lang, { amount, more });

/** The limit with its article; where nobody has read the article for it, or it binds in this county alone, that is said. */
export function ruleOf(amount: string, basis: Basis | undefined, lang: Lang): string {
  if (!basis) return say('why-rule-plain', lang, { amount });
  return say(RULES[basis.mark], lang, { ...cited(basis, lang), amount });
}

const RULES = { V: 'why-rule', S: 'why-rule', K: 'why-rule-unread', L: 'why-rule-county' } as const;
