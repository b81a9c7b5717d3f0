import { addDays, addMonths } from '../../../kernel/clock/index.ts';
import { accept, type Decision, refuser } from '../../../kernel/decision.ts';
import type { PersonalEntry } from '../../../kernel/journal/personal.ts';
import type { Moment } from '../../../kernel/matter/types.ts';
import type { Item } from '../../catalogue/index.ts';
import { aboutLead, type Ctx, deskOf, itemOf, type LicensingWorld } from '../permissions.ts';
import type { Inputs } from '../schema.ts';
import { refusalWords } from '../words.ts';
import { deliveryClock, present } from './clocks.ts';
import { chargesOf } from './fees.ts';
import { resumed } from './pauses.ts';
import { BEGINS_VALIDITY, type FactOf, type Grant, type Licensing, type LicensingFact } from './state.ts';

const refuse = refuser(refusalWords);
type Result = Decision<LicensingFact>;

/** Granted, or refused with reasons, way forward and remedies (行政许可法 38). */
export function decide(s: Licensing, input: Inputs['decide'], c: Ctx): Result {
  if (input.outcome === 'refused' && !input.way) return refuse('reason-needed', { path: 'way' });
  const lost = groundLost(s, input, c);
  if (lost) return lost;
  if (input.outcome === 'granted' && s.after?.length)
    return refuse('earlier-part-open', { path: 'outcome', params: { items: s.after.join(', ') } });
  const opinions = s.steps.map((step) => step.opinion);
  const against = input.outcome === 'granted' ? opinions.includes('disagree') : !opinions.includes('disagree');
  if (against && !input.departure) return refuse('against-opinions', { path: 'departure' });
  const reason = input.departure ? `${input.reason} ${input.departure}` : input.reason;
  return accept<LicensingFact>(decided(s, c, c.world, { ...input, reason, against: against || undefined }));
}

/**
 * Nothing is granted on a licence that was taken back or given up, nor changed or issued again on one that ran out meanwhile
 * (行政许可法 50, 70; P4). Months are given only where a validity of its own begins.
 */
export function groundLost(
  s: Licensing,
  { outcome, months }: Pick<Outcome, 'outcome' | 'months'>,
  { today }: Ctx,
): Decision<never> | undefined {
  const licence = s.licence ?? '';
  if (months !== undefined && (outcome === 'refused' || !BEGINS_VALIDITY.includes(s.case)))
    return refuse('validity-stays', { path: 'months' });
  if (outcome === 'refused') return undefined;
  if (s.licenceEnded) return refuse('licence-ended', { path: 'outcome', params: { licence } });
  if (!keepsValidity(s) || s.licenceUntil === undefined || s.licenceUntil >= today) return undefined;
  return refuse('licence-ran-out', { path: 'outcome', params: { licence, until: s.licenceUntil } });
}
const keepsValidity = (s: Licensing): boolean => s.case === 'change' || s.case === 'reissue';

/** The officer's own words, kept until the decision is made; each draft is on record, the last one counts (行政许可法 38). */
export const draftDecision = (_s: Licensing, input: Inputs['draft-decision'], _c: Ctx): Result =>
  accept<LicensingFact>({ kind: 'decision-drafted', outcome: input.outcome });

/** As typed. It goes with the applicant's data where he is erased: it speaks of him. */
export const draftOf = (input: Inputs['draft-decision'], s: Licensing, number: string): PersonalEntry[] => [
  { person: s.person, key: `draft:${number}:${s.seq}`, value: JSON.stringify(input), written: true },
];

interface Outcome {
  readonly outcome: 'granted' | 'refused';
  readonly reason: string;
  readonly way?: string;
  readonly conditions?: string;
  readonly months?: number;
  readonly paper?: string;
  readonly superior?: boolean;
  readonly deemed?: boolean;
  readonly against?: boolean;
}

/** The decision, its paper's number, the licence it grants, and the ten working days of delivery. */
export function decided(s: Licensing, m: Moment, world: LicensingWorld, o: Outcome): FactOf<'decided'> {
  const item = itemOf(s, { world });
  const granted = o.outcome === 'granted' ? grant(s, m, item, o.months) : undefined;
  const charges = o.outcome === 'granted' ? chargesOf(item, { world }).map(({ id }) => id) : [];
  return {
    kind: 'decided',
    outcome: o.outcome,
    on: m.today,
    paper: o.paper ?? paperNumber(s, m),
    reason: o.reason,
    way: o.way,
    conditions: o.conditions,
    superior: o.superior,
    deemed: o.deemed,
    against: o.against,
    grant: granted,
    charges: charges.length > 0 ? charges : undefined,
    delivers: deskOf({ world, today: m.today }, item, 'deliver', aboutLead(s)),
    supervisor: granted && item.supervisor,
    // Both clocks end on the day of decision, a pause with them (P1).
    clocks: present(deliveryClock(m.today, m), ...resumed(s, m)),
  };
}

/** `SAM〔2026〕123`: organ, year, the matter's serial. */
export const paperNumber = (s: Licensing, m: Moment): string => `${s.lead}〔${m.today.slice(0, 4)}〕${Number(s.number.split('-').at(-1))}`;

/** A licence's number is its first matter's; a renewal begins the day after the old one ends, a change or re-issue moves no day (P4). */
function grant(s: Licensing, m: Moment, item: Item, months: number | undefined): Grant | undefined {
  if (s.case === 'cancel') return undefined;
  if (keepsValidity(s)) return { number: s.licence ?? '', from: s.licenceFrom ?? m.today, to: s.licenceUntil };
  const term = months ?? item.validity?.value;
  const renewed = s.case === 'renewal' && s.licenceUntil !== undefined && s.licenceUntil >= m.today;
  const from = renewed && s.licenceUntil ? addDays(s.licenceUntil, 1) : m.today;
  return { number: s.licence ?? `L-${s.number}`, from, to: term ? addDays(addMonths(from, term), -1) : undefined };
}

/** The county pre-examines and sends all papers up (行政许可法 43, P8). */
export const forward = (s: Licensing, input: Inputs['forward'], c: Ctx): Result =>
  accept<LicensingFact>({ kind: 'forwarded', to: itemOf(s, c).forwardedTo?.zh ?? '', opinion: input.opinion, text: input.text });

export function recordSuperiorDecision(s: Licensing, input: Inputs['record-superior-decision'], c: Ctx): Result {
  if (input.outcome === 'refused' && !input.way) return refuse('reason-needed', { path: 'way' });
  return groundLost(s, input, c) ?? accept<LicensingFact>(decided(s, c, c.world, { ...input, superior: true }));
}

/** The result that this part needs has come: it may be granted (P3). */
export function notePartGranted(s: Licensing, { granted }: Inputs['note-part-granted'], _c: Ctx): Result {
  const items = granted.filter((item) => s.after?.includes(item));
  if (items.length === 0) return refuse('earlier-part-open', { params: { items: s.after?.join(', ') ?? '' } });
  return accept<LicensingFact>({ kind: 'earlier-part-granted', items });
}
