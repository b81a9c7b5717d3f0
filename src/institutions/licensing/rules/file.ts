import { accept, type Decision, refuseAll, refuser } from '../../../kernel/decision.ts';
import type { PersonalEntry } from '../../../kernel/journal/personal.ts';
import { applicable, type Catalogue } from '../../catalogue/index.ts';
import type { Item } from '../../catalogue/types.ts';
import type { Ctx } from '../permissions.ts';
import type { FileMatter } from '../schema.ts';
import { refusalWords } from '../words.ts';
import { acceptanceClock, legalClock, present, promisedClock } from './clocks.ts';
import type { LicensingFact } from './state.ts';

const refuse = refuser(refusalWords);

/** 收件. Submitting is receipt: there is no pre-review (P2). The receipt names the day of an answer and, conditional, the promised one. */
export function file(input: FileMatter, c: Ctx): Decision<LicensingFact> {
  const item = c.world.catalogue.item(input.item, { on: c.today });
  const refusals = applicable(item, { id: input.item, channel: input.channel === 'online' ? 'online' : 'window', on: c.today });
  if (!item || refusals.length > 0) return refuseAll(refusals);
  const handling = item.cases.value.find((k) => k.id === input.case);
  if (!handling) return refuse('case-unknown', { path: 'case', params: { case: input.case } });
  if (input.case !== 'new' && !input.licence) return refuse('licence-needed', { path: 'licence' });
  if (input.licence && input.licenceRecord?.item !== item.id) return refuse('licence-unknown', { path: 'licence', params: { licence: input.licence } });
  const unknown = [...input.papers, ...input.files.map((f) => f.material)].find((code) => !item.materials.value.some((m) => m.code === code));
  if (unknown) return refuse('material-unknown', { path: 'papers', params: { material: unknown } });
  const bundled = checkBundle(input, c.world.catalogue);
  if (!bundled.ok) return bundled;

  const about = { case: input.case, bundle: input.bundle, forwards: item.forwardedTo !== undefined };
  const clocks = present(
    acceptanceClock(c.today, c),
    promisedClock(item, about, c.today, c, true),
    legalClock(item, about, c.today, c, true),
  );
  return accept<LicensingFact>({
    kind: 'received',
    item: item.id,
    itemVersion: item.version,
    case: input.case,
    channel: input.channel,
    person: input.person,
    applicantKind: input.applicant.kind,
    lead: item.lead,
    bundle: input.bundle,
    licence: input.licence,
    licenceUntil: input.licenceRecord?.until,
    amount: input.amount === undefined ? undefined : Math.round(input.amount * 100),
    highRisk: item.highRisk.value,
    forwards: about.forwards,
    electronicService: input.electronicService,
    on: c.today,
    papers: [...new Set([...input.papers, ...input.files.map((f) => f.material)])],
    files: input.files,
    outside: input.outside || undefined,
    clocks,
  });
}

function checkBundle(input: FileMatter, catalogue: Catalogue): Decision<never> {
  if (!input.bundle) return { ok: true, facts: [] };
  const bundle = catalogue.bundle(input.bundle);
  if (bundle?.items.some((i) => i.item === input.item)) return { ok: true, facts: [] };
  return refuse('not-in-bundle', { path: 'bundle', params: { bundle: input.bundle } });
}

/** What of the application is personal: it stands apart, the fact keeps a digest. `mask` is looked for in officers' sentences. */
export function personalOf(input: FileMatter, number: string): PersonalEntry[] {
  const { applicant, agent, person } = input;
  const mask = {
    name: applicant.name,
    idNumber: applicant.idNumber,
    ...(applicant.phone && { phone: applicant.phone }),
    ...(agent && { 'agent.name': agent.name, 'agent.idNumber': agent.idNumber }),
  };
  return [
    { person, key: `identity:${number}`, value: JSON.stringify({ ...applicant, agent, mask }) },
    { person, key: `form:${number}`, value: JSON.stringify(input.form) },
    { person, key: `code:${number}`, value: JSON.stringify(input.code) },
  ];
}

/** Materials the case asks for that are neither on file nor issued or shared by the government itself. */
export function missingMaterials(item: Item, caseId: string, papers: readonly string[]): string[] {
  const needed = item.cases.value.find((k) => k.id === caseId)?.materials ?? [];
  const asked = (code: string) => item.materials.value.some((m) => m.code === code && m.source === 'applicant' && !m.when);
  return needed.filter((code) => !papers.includes(code) && asked(code));
}
