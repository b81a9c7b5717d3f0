import { type Refusal, reasonFor } from '../../kernel/decision.ts';
import type { Item } from '../catalogue/index.ts';
import { type Ctx, couldDo, EXAMINERS, itemOf, seatAmong } from './permissions.ts';
import { INTAKE, ofLead, type Post, type Why } from './permits.ts';
import { isEssential, namedPapers, papersHere, stillMissing, toSignFor } from './rules/papers.ts';
import type { Licensing } from './rules/state.ts';
import { CENTRE } from './rules/summary.ts';
import { refusalWords } from './words.ts';

const because = reasonFor(refusalWords);

/** Whoever takes papers in has the originals before her. */
export const windowHands: Post = {
  seat: (s, c) => seatAmong(c, INTAKE, [CENTRE, s.lead]),
  who: (s, c) => couldDo(c, INTAKE, [CENTRE, s.lead]),
};
/** Who may sign for the lead that its papers have arrived. */
export const paperReceiver = ofLead(...EXAMINERS, 'chief-representative');

export const papersAtHand: Why = (s, c) =>
  papersHere(s).length > 0 || stillMissing(itemOf(s, c), s).length > 0 ? [] : [because('no-papers-here')];
/** Nothing is accepted while a paper that the case asks for is missing: it is asked for once, or follows where it may (行政许可法 32(1)(4), P5, P9). */
export const papersComplete: Why = (s, c) => papersMissing(s, c, () => true);
/** What is essential does not follow. */
export const essentialsHere: Why = (s, c) => papersMissing(s, c, (item, code) => isEssential(item, code));

function papersMissing(s: Licensing, c: Ctx, counts: (item: Item, code: string) => boolean): readonly Refusal[] {
  const item = itemOf(s, c);
  const missing = stillMissing(item, s).filter((code) => counts(item, code));
  return missing.length > 0 ? [because('papers-missing', { params: namedPapers(item, missing) })] : [];
}
export const papersToSignFor = (s: Licensing): readonly Refusal[] => (toSignFor(s).length > 0 ? [] : [because('nothing-to-sign-for')]);
