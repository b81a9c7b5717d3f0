import type { Story } from '../../src/institutions/licensing/builders.ts';
import { licensing } from '../../src/institutions/licensing/definition.ts';
import { type Case, caseOf } from '../../src/institutions/licensing/portal/case.ts';
import { factOf } from '../../src/kernel/matter/fold.ts';

/** The matter of a story as its pages are made of it; nobody's name is known. */
export function caseOfStory(s: Story): Case {
  const facts = s.facts.map((fact) => ({ ...fact, body: factOf(licensing, fact.kind, JSON.parse(fact.body)) }));
  return caseOf({ matter: s.matter, facts, names: {} } as never, s.moment, 'CODE');
}

/** What a reader sees of a page. */
export const seen = (html: string): string => html.replace(/<[^>]*>/g, '');
