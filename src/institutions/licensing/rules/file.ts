import { accept, type Decision, refuseAll, refuser } from '../../../kernel/decision.ts';
import { MIN_ADDRESS, type PersonalEntry } from '../../../kernel/journal/personal.ts';
import { birthOf } from '../../../kernel/organisation/index.ts';
import { applicable, type Catalogue, type Item, noLicence } from '../../catalogue/index.ts';
import { type Ctx, deskOf } from '../permissions.ts';
import type { FileMatter } from '../schema.ts';
import { refusalWords } from '../words.ts';
import { acceptanceClock, decisionClocks, present, renewalBy } from './clocks.ts';
import { handedIn, paperFault, unseenPapers } from './papers.ts';
import type { LicensingFact } from './state.ts';

const refuse = refuser(refusalWords);

/** 收件. Submitting is receipt: there is no pre-review (P2). The receipt names the day of an answer and, conditional, the promised one. */
export function file(input: FileMatter, c: Ctx): Decision<LicensingFact> {
  const item = c.world.catalogue.item(input.item, { on: c.today });
  const refusals = applicable(item, {
    id: input.item,
    channel: input.channel === 'online' ? 'online' : 'window',
    on: c.today,
    givingUp: input.case === 'cancel',
  });
  if (!item) return refuseAll([noLicence(input.item, c.world.catalogue)]);
  if (refusals.length > 0) return refuseAll(refusals);
  const handling = item.cases.value.find((k) => k.id === input.case);
  if (!handling) return refuse('case-unknown', { path: 'case', params: { case: input.case } });
  const unborn = bornAhead(input, c);
  if (unborn) return unborn;
  const { agent: other, applicant } = input;
  if (other && other.idType === applicant.idType && other.idNumber === applicant.idNumber)
    return refuse('agent-is-applicant', { path: 'agent' });
  const held = checkLicence(input, item, c);
  if (!held.ok) return held;
  const papers = handedIn(input);
  const agent = input.agent ? (true as const) : undefined;
  const wrong = unseenPapers(input.papers, input.channel !== 'online') ?? paperFault(item, agent, papers, input.declarations);
  if (wrong) return wrong;
  const bundled = checkBundle(input, c.world.catalogue);
  if (!bundled.ok) return bundled;

  const about = { case: input.case, bundle: input.bundle, forwards: item.forwardedTo !== undefined };
  const clocks = present(acceptanceClock(c.today, c), ...decisionClocks(item, about, c.today, c, true));
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
    after: earlierParts(input, c.world.catalogue),
    // A first licence changes none that stands.
    ...(input.case !== 'new' && {
      licence: input.licence,
      licenceFrom: input.licenceRecord?.from,
      licenceUntil: input.licenceRecord?.until,
    }),
    lateRenewal: lateRenewal(input, c),
    amount: fen(input.amount),
    highRisk: item.highRisk.value,
    forwards: about.forwards,
    electronicService: input.electronicService,
    on: c.today,
    papers,
    declared: input.declarations.length > 0 ? input.declarations : undefined,
    files: input.files,
    agent,
    accepts: deskOf(c, item, 'accept', { organ: item.lead, amount: fen(input.amount) }),
    outside: (input.outside && input.channel !== 'online') || undefined,
    clocks,
  });
}

/** A number's date of birth may be today, and no later day of the county. */
function bornAhead({ applicant, agent }: FileMatter, { today }: Ctx): Decision<never> | undefined {
  const ahead = (who: FileMatter['agent']) => who !== undefined && (birthOf(who.idType, who.idNumber) ?? today) > today;
  if (ahead(applicant)) return refuse('born-ahead', { path: 'applicant.idNumber' });
  return ahead(agent) ? refuse('born-ahead', { path: 'agent.idNumber' }) : undefined;
}

/** Taken all the same, but silence does not renew what was asked for late (行政许可法 50). */
const lateRenewal = ({ case: handling, licenceRecord }: FileMatter, c: Ctx): true | undefined =>
  (handling === 'renewal' && licenceRecord?.until && c.today > renewalBy(licenceRecord.until, c)) || undefined;

const fen = (yuan: number | undefined) => (yuan === undefined ? undefined : Math.round(yuan * 100));

/** Change, renewal, re-issue and cancellation rest on a licence that stands, is the applicant's, and still runs; an expired one can only be given up (P4). */
function checkLicence({ case: handling, licence, licenceRecord, applicant }: FileMatter, item: Item, c: Ctx): Decision<never> {
  if (handling === 'new') return licence ? refuse('licence-not-for-new', { path: 'licence' }) : { ok: true, facts: [] };
  if (!licence) return refuse('licence-needed', { path: 'licence' });
  if (licenceRecord?.item !== item.id) return refuse('licence-unknown', { path: 'licence', params: { licence } });
  if (licenceRecord.holder && licenceRecord.holder !== applicant.idNumber)
    return refuse('licence-not-yours', { path: 'licence', params: { licence } });
  if (licenceRecord.open) return refuse('application-open', { path: 'licence', params: { licence, number: licenceRecord.open } });
  if (handling !== 'cancel' && licenceRecord.until && licenceRecord.until < c.today)
    return refuse('licence-expired', { path: 'licence', params: { licence, until: licenceRecord.until } });
  return { ok: true, facts: [] };
}

function checkBundle(input: FileMatter, catalogue: Catalogue): Decision<never> {
  if (!input.bundle) return { ok: true, facts: [] };
  const bundle = catalogue.bundle(input.bundle);
  if (bundle?.items.some((i) => i.item === input.item)) return { ok: true, facts: [] };
  return refuse('not-in-bundle', { path: 'bundle', params: { bundle: input.bundle, item: input.item } });
}

/** What the catalogue says must be granted before, of what is filed at once; absent: nothing waits (P3). */
function earlierParts({ bundle, item, together = [] }: FileMatter, catalogue: Catalogue): readonly string[] | undefined {
  const order = (bundle && catalogue.bundle(bundle)?.order) || [];
  const stage = order.findIndex((items) => items.includes(item));
  const earlier = order.slice(0, Math.max(stage, 0)).flat();
  const waits = earlier.filter((one) => together.includes(one));
  return waits.length > 0 ? waits : undefined;
}

/**
 * What of the application is personal: it stands apart, the fact keeps a digest. What `mask` names is looked for in officers'
 * sentences; a short address is not, it would be found everywhere. A later form has a row of its own.
 */
export function personalOf({ applicant, agent, person, code, form }: FileMatter, number: string): PersonalEntry[] {
  const row = { ...applicant, agent, code, form };
  const mask = [
    'name',
    'idNumber',
    ...(applicant.phone ? ['phone'] : []),
    ...(agent ? ['agent.name', 'agent.idNumber', ...(agent.phone ? ['agent.phone'] : [])] : []),
    ...(form.manager ? ['form.manager'] : []),
    ...(form.address && form.address.length >= MIN_ADDRESS ? ['form.address'] : []),
  ];
  return [{ person, key: `identity:${number}`, value: JSON.stringify({ ...row, mask }) }];
}
