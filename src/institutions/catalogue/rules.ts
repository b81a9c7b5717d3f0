import type { LocalDate } from '../../kernel/clock/types.ts';
import type { Refusal } from '../../kernel/decision.ts';
import type { Catalogue } from './catalogue.ts';
import { type Bundle, type Fault, type Item, RULED_STEPS } from './types.ts';
import { ELEMENTS, fault, reason, STATES, STEP_NAMES } from './words.ts';

export type Channel = 'online' | 'window';

/** Why an item may not go live: everything it lacks, at once. */
export function liveFaults(item: Item): readonly Fault[] {
  const { id, legal, promised, legality, pledge } = item;
  const faults: Fault[] = [];
  const add = (...args: Parameters<typeof fault> extends [string, ...infer Rest] ? Rest : never) => faults.push(fault(id, ...args));

  if (!item.lead) add('no-lead');
  if (!item.basis.value) add('no-basis');
  if (!legal) add('no-legal-limit');
  if (!promised && legal) add('no-promise');
  if (legal && promised && promised.value.unit === legal.value.unit && promised.value.amount > legal.value.amount)
    add('promise-over-limit', { promised: promised.value.amount, legal: legal.value.amount });
  if (!legality) add('no-legality-check');
  if (legality?.verdict === 'doubtful') add('legality-doubtful', { on: legality.on });
  for (const step of RULED_STEPS)
    if (!item.rules[step]) add('no-step-rule', { step, step_zh: STEP_NAMES[step].zh, step_en: STEP_NAMES[step].en });
  if (!pledge || [pledge.content, pledge.manner, pledge.result].some(({ zh, en }) => !zh || !en)) add('no-pledge');
  if (!item.supervisor) add('no-supervisor');
  for (const element of emptyElements(item))
    add('element-empty', { element, element_zh: ELEMENTS[element].zh, element_en: ELEMENTS[element].en });
  for (const { organ, duty, limit } of item.assists.value) {
    if (organ === item.lead) add('lead-assists-itself');
    if (!duty.zh || !duty.en) add('assist-without-duty', { organ });
    if (promised && limit.unit === promised.value.unit && limit.amount > promised.value.amount) add('assist-over-limit', { organ });
  }
  return faults;
}

/** Policy, basis, procedure, system, materials, department, leader: an empty one blocks publication (S3-20, P13). */
export function emptyElements(item: Item): readonly (keyof typeof ELEMENTS)[] {
  const shown: Record<keyof typeof ELEMENTS, boolean> = {
    policy: item.conditions.value.length > 0,
    basis: item.basis.value !== '',
    procedure: item.cases.value.length > 0 && RULED_STEPS.every((step) => item.rules[step]),
    system: Boolean(item.place.value.zh && item.hours.value.zh && item.complaintPhone.value),
    materials: item.materials.value.length > 0,
    department: item.lead !== '',
    leader: item.leaderSeat !== '',
  };
  return (Object.keys(shown) as (keyof typeof ELEMENTS)[]).filter((element) => !shown[element]);
}

/** Whether the version is the law of that day: first and last day both count. */
export const isInForce = ({ validFrom, validTo }: Pick<Item, 'validFrom' | 'validTo'>, on: LocalDate): boolean =>
  validFrom <= on && (validTo === undefined || on <= validTo);

/**
 * Whether the item can be applied for, through this channel, on this day; empty: yes. A licence that is held can be given up also where its
 * item is no longer in use (`givingUp`; 行政许可法 70).
 */
export function applicable(
  item: Item | undefined,
  asked: { id: string; channel: Channel; on: LocalDate; givingUp?: boolean },
): readonly Refusal[] {
  if (!item) return [reason('item-unknown', { params: { item: asked.id }, path: 'item' })];

  const state = outOfUse(item, asked.on);
  if (state && !(asked.givingUp && state !== 'not-yet' && item.cases.value.some((one) => one.id === 'cancel')))
    return [reason('item-not-in-use', { params: { item: item.id, state: STATES[state].zh, state_en: STATES[state].en }, path: 'item' })];

  const faults = liveFaults(item);
  if (faults.length > 0) {
    const zh = faults.map(({ text }) => text.zh).join('；');
    const en = faults.map(({ text }) => text.en).join('; ');
    return [reason('item-not-live', { params: { item: item.id, faults: zh, faults_en: en }, path: 'item' })];
  }
  if (asked.channel === 'online' && !item.online) return [reason('item-not-online', { params: { item: item.id }, path: 'item' })];
  return [];
}

/** Why something that no list of licences has is not applied for: it is handled at the window, or nobody knows it. */
export function noLicence(id: string, { charge, department }: Pick<Catalogue, 'charge' | 'department'>): Refusal {
  const one = charge(id);
  if (one?.kind !== 'convenience') return reason('item-unknown', { params: { item: id }, path: 'item' });
  const organ = department(one.organ)?.name ?? { zh: one.organ, en: one.organ };
  const params = { item: id, name: one.name.zh, name_en: one.name.en, organ: organ.zh, organ_en: organ.en };
  return reason('item-at-window', { params, path: 'item' });
}

export const knownBundle = (bundle: Bundle | undefined, id: string): readonly Refusal[] =>
  bundle ? [] : [reason('bundle-unknown', { params: { bundle: id }, path: 'bundle' })];

function outOfUse(item: Item, on: LocalDate): keyof typeof STATES | undefined {
  if (item.status !== 'in-use') return item.status;
  if (on < item.validFrom) return 'not-yet';
  if (item.validTo !== undefined && on > item.validTo) return 'expired';
  return undefined;
}
