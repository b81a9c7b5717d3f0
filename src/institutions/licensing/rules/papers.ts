import { accept, type Decision, refuser } from '../../../kernel/decision.ts';
import type { Text } from '../../../kernel/text.ts';
import type { Item } from '../../catalogue/index.ts';
import { type Ctx, itemOf } from '../permissions.ts';
import type { Inputs } from '../schema.ts';
import { refusalWords } from '../words.ts';
import { AUTHORITY, type Licensing, type LicensingFact } from './state.ts';

const refuse = refuser(refusalWords);

interface Handed {
  readonly papers: readonly string[];
  readonly files: readonly { readonly material: string }[];
  readonly declarations?: readonly string[];
}

/** Papers, files and declarations together: what counts as handed in. */
export const handedIn = (input: Handed): string[] => [
  ...new Set([...input.papers, ...input.files.map((f) => f.material), ...(input.declarations ?? [])]),
];

/** Who takes paper in says so; an applicant uploads the file, and cannot vouch for what no window has seen. */
export const unseenPapers = (papers: readonly string[], atTheWindow: boolean): Decision<never> | undefined =>
  papers.length > 0 && !atTheWindow ? refuse('window-takes-papers', { path: 'papers' }) : undefined;

/** The first code that is no paper of the item; an agent's authority is one of every item. */
export const unknownPaper = (item: Item, agent: boolean | undefined, codes: readonly string[]): string | undefined =>
  codes.find((code) => !item.materials.value.some((m) => m.code === code) && !(agent && code === AUTHORITY));

/** An unknown paper, or a declaration where the item allows none (P5). */
export function paperFault(
  item: Item,
  agent: boolean | undefined,
  papers: readonly string[],
  declared: readonly string[] = [],
): Decision<never> | undefined {
  const unknown = unknownPaper(item, agent, papers);
  if (unknown) return refuse('material-unknown', { path: 'papers', params: { material: unknown } });
  const fixed = declared.find((code) => !item.materials.value.some((m) => m.code === code && m.declarable));
  return fixed ? refuse('not-declarable', { path: 'declarations', params: { material: fixed } }) : undefined;
}

/** Materials the case asks for that are neither on file nor issued or shared by the government itself. */
export function missingMaterials(item: Item, caseId: string, papers: readonly string[]): string[] {
  const needed = item.cases.value.find((k) => k.id === caseId)?.materials ?? [];
  const asked = (code: string) => item.materials.value.some((m) => m.code === code && m.source === 'applicant' && !m.when);
  return needed.filter((code) => !papers.includes(code) && asked(code));
}

/** The same as a matter stands; before its acceptance alone anything is missing. */
export const stillMissing = (item: Item, s: Pick<Licensing, 'status' | 'case' | 'papers'>): string[] =>
  s.status === 'received' ? missingMaterials(item, s.case, s.papers) : [];

export const isEssential = (item: Item, code: string): boolean => item.materials.value.some((m) => m.code === code && m.essential);

/** Papers by name in a refusal, in both languages. */
export function namedPapers(item: Item, codes: readonly string[]): { readonly papers: string; readonly papers_en: string } {
  const names = codes.map((code): Text => item.materials.value.find((m) => m.code === code)?.name ?? { zh: code, en: code });
  return { papers: names.map(({ zh }) => zh).join('\u3001'), papers_en: names.map(({ en }) => en).join(', ') };
}

/** Papers that may still follow: what the case asks for, is not essential, and is not on file (P5). */
export function followable(item: Item, s: Pick<Licensing, 'case' | 'papers'>): string[] {
  const asked = item.cases.value.find((k) => k.id === s.case)?.materials ?? [];
  const loose = (code: string) => item.materials.value.some((m) => m.code === code && !m.essential);
  return asked.filter((code) => !s.papers.includes(code) && loose(code));
}

/** Handed in, and not given back: what an original can still be shown or returned for. */
export const papersHere = (s: Licensing): string[] =>
  s.papers.filter((code) => !s.declared?.includes(code) && !s.originals?.returned.includes(code));

/**
 * Originals shown at the window are compared and given back; each is written down once, and none is given back unseen. What was still missing
 * is taken in with it before the acceptance: what can be put right on the spot is (行政许可法 32(1)(3)).
 */
export function checkPapers(s: Licensing, input: Inputs['check-papers'], c: Ctx): Decision<LicensingFact> {
  const before = s.originals ?? { seen: [], returned: [] };
  const fresh = (codes: readonly string[], known: readonly string[]) => [...new Set(codes)].filter((code) => !known.includes(code));
  const [seen, returned] = [fresh(input.seen, before.seen), fresh(input.returned, before.returned)];
  if (seen.length + returned.length === 0) return refuse('originals-on-record', { path: 'seen' });
  const missing = stillMissing(itemOf(s, c), s);
  const taken = seen.filter((code) => missing.includes(code));
  const here = [...papersHere(s), ...taken];
  for (const [path, codes] of [['seen', seen] as const, ['returned', returned] as const]) {
    const absent = codes.find((code) => !here.includes(code));
    if (absent) return refuse('paper-not-here', { path, params: { material: absent } });
  }
  const unseen = returned.find((code) => !seen.includes(code) && !before.seen.includes(code));
  if (unseen) return refuse('returned-unseen', { path: 'returned', params: { material: unseen } });
  return accept<LicensingFact>({ kind: 'originals-checked', seen, returned, ...(taken.length > 0 && { taken }) });
}

/** Accepted paper goes to the organ that leads: what lies at the window of a matter filed there, or was shown there and kept. */
export function toSignFor(s: Licensing): string[] {
  const gone = s.ending === 'withdrawn' || s.ending === 'not-our-remit' || s.ending === 'no-permit-needed';
  if (s.acceptedOn === undefined || gone) return [];
  const onPaper = papersHere(s).filter((code) => s.channel !== 'online' || s.originals?.seen.includes(code));
  return onPaper.filter((code) => !s.signedFor?.includes(code));
}

export const signForPapers = (s: Licensing, input: Inputs['sign-for-papers']): Decision<LicensingFact> =>
  accept<LicensingFact>({ kind: 'papers-signed-for', papers: toSignFor(s), note: input.note });
