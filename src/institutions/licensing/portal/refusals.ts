import type { Refusal } from '../../../kernel/decision.ts';
import type { Lang } from '../../../kernel/text.ts';
import type { FieldError } from '../../../portal/index.ts';
import type { LicensingDesk } from '../requests.ts';
import { type Issue, LIMITS } from './application.ts';
import type { FileFault } from './incoming.ts';
import { say, type Word } from './say.ts';
import { words } from './words.ts';

/** The sentence of one fault under its field: this form's own words, then the house's. */
export function errorOf(desk: LicensingDesk, { path, code }: Issue, lang: Lang): FieldError {
  // No field of the form to lead to: the fault is the form's as a whole.
  if (code === 'unknown-field') return { message: say('fault-unknown-field', lang, { name: path }) };
  const own = `fault-${code}`;
  if (code === 'too-long' && LIMITS[path]) return { path, message: say('fault-too-long', lang, { n: LIMITS[path] }) };
  if (code !== 'too-long' && own in words) return { path, message: say(own as Word, lang) };
  return { path, message: desk.refusals.issue({ path, code }, lang).message };
}

export const fileError = ({ path, code, name }: FileFault, lang: Lang): FieldError => ({
  path,
  message: say(`fault-file-${code}`, lang, { name }),
});

/** A refusal of the rules, at the field it names or at the head of the form. */
export const ruleError = (desk: LicensingDesk, refusal: Refusal, lang: Lang): FieldError => ({
  path: refusal.path,
  message: desk.refusals.sentence(refusal, lang),
});
