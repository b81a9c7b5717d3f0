import { fill, type Text } from '../../../kernel/text.ts';
import type { Case } from '../portal/case.ts';
import type { LicensingFact } from '../rules/state.ts';
import type { StoryLine } from './told.ts';
import { words } from './words.ts';

/** A third party as the form offers it: its number in the order told, its name while it is not erased, how far it is heard. */
export interface Party {
  readonly name: Text;
  readonly label: Text;
}

export function partiesOf({ facts, s }: Case, named: ReadonlyMap<number, readonly string[]>): Party[] {
  const names = facts.flatMap(({ kind, seq, body }) =>
    kind === 'third-parties-told' ? Array.from({ length: Number(body.count) }, (_, i) => named.get(seq - 1)?.[i]) : [],
  );
  return names.map((name, i) => {
    const n = i + 1;
    const word = s.heard?.waived?.includes(n) ? 'party-waived' : s.heard?.spoken?.includes(n) ? 'party-spoke' : 'party-no';
    const shown = name === undefined ? words['a-third-party'] : { zh: name, en: name };
    const said = (lang: 'zh' | 'en') => fill(words[word][lang], { n, name: shown[lang] });
    return { name: shown, label: { zh: said('zh'), en: said('en') } };
  });
}

/** Whose statement a record is, and whether it gave up the hearing. */
export function saidBy(body: LicensingFact, parties: readonly Party[]): StoryLine[] {
  if (body.kind !== 'statement-heard') return [];
  const party = body.party === undefined ? undefined : (parties[body.party - 1]?.name ?? words['a-third-party']);
  return [
    ...(party ? [{ label: words['field-party'], text: party }] : []),
    ...(body.waives ? [{ text: words[body.signed ? 'waives-signed' : 'waives-hearing'] }] : []),
    ...(body.supersedes ? [{ text: words['supersedes-waiver'] }] : []),
  ];
}
