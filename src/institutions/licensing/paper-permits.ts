import { type Refusal, reasonFor } from '../../kernel/decision.ts';
import { couldDo, EXAMINERS, seatAmong } from './permissions.ts';
import { INTAKE, ofLead, type Post } from './permits.ts';
import { papersHere, toSignFor } from './rules/papers.ts';
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

export const papersAtHand = (s: Licensing): readonly Refusal[] => (papersHere(s).length > 0 ? [] : [because('no-papers-here')]);
export const papersToSignFor = (s: Licensing): readonly Refusal[] => (toSignFor(s).length > 0 ? [] : [because('nothing-to-sign-for')]);
