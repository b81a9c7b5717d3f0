import { type Decision, refuser } from '../../../kernel/decision.ts';
import type { Item } from '../../catalogue/index.ts';
import { refusalWords } from '../words.ts';
import { AUTHORITY } from './state.ts';

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
