import { issueOf } from '../../../kernel/matter/issues.ts';
import type { Item } from '../../catalogue/index.ts';
import type { IncomingFile } from '../requests.ts';
import { fileMatter } from '../schema.ts';
import type { Values } from './drafts.ts';
import { typed } from './incoming.ts';

/** A fault of a field: a code of the house or of this form. */
export interface Issue {
  readonly path: string;
  readonly code: string;
}

/** How much of each field is taken; what is longer is told, and shown up to here. */
export const LIMITS: Readonly<Record<string, number>> = {
  'applicant.name': 100,
  'applicant.idNumber': 40,
  'applicant.phone': 40,
  'agent.name': 100,
  'agent.idNumber': 40,
  'agent.phone': 40,
  licence: 80,
  amount: 15,
  'form.address': 200,
  'form.subject': 100,
  'form.details': 5000,
};

const filled = (values: Values, name: string): string | undefined => typed(values, name).trim() || undefined;

const identity = (values: Values, who: 'applicant' | 'agent') => ({
  name: typed(values, `${who}.name`),
  idType: filled(values, `${who}.idType`),
  idNumber: typed(values, `${who}.idNumber`),
  phone: filled(values, `${who}.phone`),
});

/** Only what the case asks: a first licence rests on none, and a declaration stands for a paper of the case. */
export function ofCase(values: Values, item: Item | undefined): Values {
  if (!item) return values;
  const now = item.cases.value.find(({ id }) => id === typed(values, 'case')) ?? item.cases.value[0];
  const declarations = values.declarations?.filter((code) => now?.materials.includes(code)) ?? [];
  return { ...values, declarations, licence: now?.id === 'new' ? [] : (values.licence ?? []) };
}

/** The form as `fileMatters` takes it. */
export function bodyOf(values: Values, item: string | undefined, bundle: string | undefined) {
  const agent = ['agent.name', 'agent.idType', 'agent.idNumber', 'agent.phone'].some((name) => filled(values, name));
  const amount = filled(values, 'amount');
  const form = Object.fromEntries(
    Object.keys(LIMITS).flatMap((name) => (name.startsWith('form.') && filled(values, name) ? [[name.slice(5), typed(values, name)]] : [])),
  );
  return {
    ...(bundle ? { bundle, items: [...new Set(values.items ?? [])] } : { item }),
    case: bundle ? 'new' : filled(values, 'case'),
    channel: 'online',
    applicant: { kind: filled(values, 'applicant.kind'), ...identity(values, 'applicant') },
    ...(agent && { agent: identity(values, 'agent') }),
    form,
    ...(filled(values, 'licence') && { licence: typed(values, 'licence').trim() }),
    ...(amount !== undefined && { amount: Number(amount) }),
    declarations: bundle ? [] : [...new Set(values.declarations ?? [])],
    electronicService: values.electronicService?.includes('yes') ?? false,
  };
}

export interface Asked {
  readonly item?: string;
  readonly bundle?: string;
  readonly amountAsked?: boolean;
}

/** Everything that is wrong with what was typed, at once, in the order of the page. */
export function issuesOf(values: Values, asked: Asked): Issue[] {
  const body = bodyOf(values, asked.item, asked.bundle);
  const issues: Issue[] = [];
  if (asked.bundle && new Set(values.items ?? []).size < 3) issues.push({ path: 'items', code: 'bundle-too-small' });
  if (body.case && body.case !== 'new' && !body.licence) issues.push({ path: 'licence', code: 'licence-needed' });
  const input = { ...body, case: body.case ?? 'new', item: asked.item ?? 'X', person: 'c-x', code: 'x' };
  const parsed = fileMatter.safeParse(input);
  for (const issue of parsed.error?.issues ?? []) {
    const { path, code } = issueOf(input)(issue);
    issues.push({ path, code });
  }
  if (!filled(values, 'applicant.phone')) issues.push({ path: 'applicant.phone', code: 'required' });
  for (const path of ['form.details', 'form.address']) if (!filled(values, path)) issues.push({ path, code: 'required' });
  for (const [path, limit] of Object.entries(LIMITS)) if (typed(values, path).length > limit) issues.push({ path, code: 'too-long' });
  if (!values.truth?.includes('yes')) issues.push({ path: 'truth', code: 'truth-needed' });
  const seen = new Set<string>();
  return issues.filter(({ path }) => !seen.has(path) && seen.add(path)).sort((a, b) => place(a.path) - place(b.path));
}

const ORDER = [
  'items',
  'case',
  'licence',
  'applicant.kind',
  'applicant.name',
  'applicant.idType',
  'applicant.idNumber',
  'applicant.phone',
  'agent.name',
  'agent.idType',
  'agent.idNumber',
  'agent.phone',
  'form.subject',
  'form.details',
  'form.address',
  'amount',
];
/** Every field of the form: of one item, or of the licences of a bundle. */
export const fieldsAsked = (bundle: boolean): string[] => [
  ...ORDER.filter((name) => (bundle ? name !== 'case' : name !== 'items')),
  ...(bundle ? [] : ['declarations', 'case-switch']),
  'truth',
  'electronicService',
];
const place = (path: string): number => (ORDER.includes(path) ? ORDER.indexOf(path) : ORDER.length);

/** A paper of a bundle serves several of its items: it is handed in to each under that item's own code. */
export const spread = (files: readonly IncomingFile[], shared: ReadonlyMap<string, readonly string[]>): IncomingFile[] =>
  files.flatMap((file) => (shared.get(file.material) ?? [file.material]).map((material) => ({ ...file, material })));
