import type { Actor, Role } from '../../../kernel/organisation/types.ts';
import type { Lang, Text } from '../../../kernel/text.ts';
import type { Case } from '../portal/case.ts';
import { detailLines, factsFor, textOf, whoOf } from '../portal/track/story.tsx';
import { text, whereIs } from '../portal/track/where.tsx';
import type { LicensingFact } from '../rules/state.ts';
import { CENTRE } from '../rules/summary.ts';
import type { Eyes } from './eyes.ts';
import { toneOf } from './told.ts';

export interface Looker {
  readonly actor: Actor;
  /** Organ and seat; of the applicant none. */
  readonly seat?: { readonly organ: string; readonly name: Text };
}

/** Who would look: the applicant, a clerk at the window, the chief of the organ that leads, an auditor; from that one seat alone. */
export function looker(eyes: Eyes, c: Case): Looker | undefined {
  const officer = (role: Role, organ?: string): Looker | undefined => {
    const [found] = c.moment.directory.holders({ organ, role }, c.moment.today);
    return found && { actor: { kind: 'officer', person: found.person, seats: [found.seat] }, seat: found.seat };
  };
  switch (eyes) {
    case 'citizen':
      return { actor: { kind: 'applicant', person: c.s.person, seats: [] } };
    case 'clerk':
      return officer('window-clerk', CENTRE);
    case 'chief':
      return officer('chief', c.s.lead);
    case 'auditor':
      return officer('auditor');
  }
}

/** One record as the applicant reads it on the public pages. */
export interface CitizenEntry {
  readonly seq: number;
  readonly at: number;
  readonly text: Text;
  readonly seat?: Text;
  readonly lines: readonly { readonly text: string }[];
  readonly tone?: 'law' | 'late' | 'end';
}

/** The same sentences in the same order as on the tracking page: no officer's name, no opinion of a department. */
export const citizenEntries = (c: Case, lang: Lang): CitizenEntry[] =>
  factsFor(c).map((fact): CitizenEntry => {
    const body = fact.body as unknown as LicensingFact;
    const seat = whoOf(c, fact);
    const tone = toneOf(fact.kind);
    return {
      seq: fact.seq,
      at: fact.at,
      text: textOf(c, fact),
      lines: detailLines(c, body, fact.kind, lang).map((line) => ({ text: line })),
      ...(seat && { seat }),
      ...(tone && { tone }),
    };
  });

/** The sentence the tracking page begins with. */
export function citizenWhere(c: Case): Text {
  const { word, params } = whereIs(c);
  return text(word, params);
}
