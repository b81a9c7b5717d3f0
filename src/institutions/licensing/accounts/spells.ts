import type { LocalDate } from '../../../kernel/clock/types.ts';
import { dayOf, factOf, type History } from '../../../kernel/matter/fold.ts';
import { licensing } from '../definition.ts';
import type { FactOf, Licensing, LicensingFact, Role } from '../rules/state.ts';
import { ownerOf, owningStep, workOf } from '../rules/summary.ts';

/**
 * What a second was. `queue`: on a desk, before the first record made there; `work`: from that record until it left the desk;
 * `delivery`: decided, not yet handed over. A lawful pause names its ground: `law:hearing`.
 */
export const PARTS = ['queue', 'work', 'delivery', 'applicant', 'third-party', 'dispute', 'superior'] as const;
export type Part = (typeof PARTS)[number] | `law:${string}`;

/** The level of seat that held it, by the lowest that may act next; `none`: nobody of the county. */
export const LEVELS = ['window', 'chief-representative', 'examiner', 'section-head', 'leader', 'arbiter', 'none'] as const;
export type Level = (typeof LEVELS)[number];

/** A stretch of a matter's life in one place. Seconds since the epoch; without `to` it lasts. */
export interface Spell {
  readonly part: Part;
  /** Who held it; while nobody of the county did, the organ that answers for the matter. */
  readonly organ: string;
  readonly level: Level;
  /** The seat from which it went on; empty where no seat of this desk ended it. */
  readonly seat: string;
  readonly from: number;
  readonly to?: number;
}

export const SIGNS = ['sent-back', 'not-mine', 'asked-again', 'paused'] as const;

/** Something an inspector looks at: sent from hand to hand, asked again, or a clock stopped. It proves nothing by itself. */
export interface Sign {
  readonly seq: number;
  readonly kind: (typeof SIGNS)[number];
  readonly at: number;
  readonly organ: string;
  readonly seat: string;
  /** Levels or organs; for a pause nothing, and its ground. */
  readonly origin: string;
  readonly target: string;
  /** The day at which the stopped clock stood, the earlier of two. */
  readonly due?: LocalDate;
}

export interface Tally {
  readonly matter: string;
  readonly item: string;
  readonly lead: string;
  readonly opened: number;
  readonly closed?: number;
  readonly spells: readonly Spell[];
  readonly signs: readonly Sign[];
}

interface Place extends Omit<Spell, 'seat' | 'from' | 'to'> {
  /** Whoever of the county may act; its time is waiting until somebody does. */
  readonly desk?: string;
}

/** A matter's whole life by place, from its facts alone: contiguous, and every second in one spell. Facts after the closing hold no time. */
export function tallyOf(number: string, history: History): Tally {
  const spells: Spell[] = [];
  const signs: Sign[] = [];
  let state: Licensing | undefined;
  let place: Place | undefined;
  let [from, opened]: [number, number] = [0, 0];
  let begun: number | undefined;
  let closed: number | undefined;
  for (const [i, [kind, at, actor, capacity, body]] of history.entries()) {
    const fact = factOf(licensing, kind, body) as LicensingFact;
    const before = state;
    state = licensing.evolve(before, fact, { number, seq: i + 1, at, on: dayOf(at), actor, capacity });
    const sign = before && place && signOf(before, fact, place);
    if (sign) signs.push({ ...sign, seq: i + 1, at, seat: seatOf(capacity) });
    if (state.status === 'closed') closed = at;
    const next = closed === undefined ? placeOf(state) : undefined;
    if (!place) [opened, from] = [at, at];
    if (place && next && same(place, next)) {
      if (begun === undefined && at > from && makesWork(fact, capacity)) begun = at;
      continue;
    }
    if (place) spells.push(...held(place, from, at, begun, ENDS.has(fact.kind) ? seatOf(capacity) : ''));
    [place, from, begun] = [next, at, undefined];
    if (closed !== undefined) break;
  }
  if (place) spells.push(...held(place, from, undefined, begun, ''));
  return { matter: number, item: state!.item, lead: state!.lead, opened, closed, spells, signs };
}

/** Where a state puts the second: the same owner as the matter's time account, and at which desk of it. */
function placeOf(s: Licensing): Place {
  const { account, holder } = ownerOf(s);
  const step = owningStep(s);
  const none = { organ: s.lead, level: 'none' } as const;
  switch (account) {
    case 'window': {
      const name = s.status === 'received' ? 'accept' : 'deliver';
      const level = levelOf(workOf(s).find((w) => w.step === name)?.roles ?? []);
      return name === 'accept' ? { part: 'queue', organ: holder, level, desk: name } : { part: 'delivery', organ: holder, level };
    }
    case 'organ': {
      const work = workOf(s).find((w) => (step ? w.step === step.id : w.step === 'decide' || w.step === 'forward'));
      return { part: 'queue', organ: holder, level: levelOf(work?.roles ?? []), desk: step ? `${step.id} ${step.stage}` : 'decide' };
    }
    case 'dispute':
      return { part: 'dispute', organ: holder, level: 'arbiter' };
    case 'law':
      return { part: `law:${holder}`, ...none };
    case 'applicant':
    case 'third-party':
    case 'superior':
      return { part: account, ...none };
  }
}

const BY_RANK: readonly (readonly [role: string, level: Level])[] = [
  ['window-clerk', 'window'],
  ['chief-representative', 'chief-representative'],
  ['examiner', 'examiner'],
  ['section-head', 'section-head'],
];

/** The lowest that may act; above the section heads all are leaders of the organ. */
const levelOf = (roles: readonly (Role | string)[]): Level => BY_RANK.find(([role]) => roles.includes(role))?.[1] ?? 'leader';

/**
 * At which level a place was held: that of the seat which let it go, as a chief does who signs a step that a handler might have signed;
 * where no seat did, or the seat has that level too, the lowest that may act.
 */
export function levelBySeat(rolesOf: (seat: string) => readonly string[]): (place: Pick<Spell, 'level' | 'seat'>) => Level {
  const known = new Map<string, readonly Level[]>();
  const levels = (seat: string): readonly Level[] => {
    const before = known.get(seat);
    if (before) return before;
    const roles = rolesOf(seat);
    const found = [...BY_RANK, ...LEADING].flatMap(([role, level]) => (roles.includes(role) ? [level] : []));
    known.set(seat, found);
    return found;
  };
  return ({ level, seat }) => {
    if (level === 'none' || seat === '') return level;
    const own = levels(seat);
    return own.includes(level) ? level : (own[0] ?? level);
  };
}

const LEADING: typeof BY_RANK = [
  ['deputy', 'leader'],
  ['chief', 'leader'],
  ['arbiter', 'arbiter'],
];

const same = (a: Place, b: Place): boolean => a.part === b.part && a.organ === b.organ && a.level === b.level && a.desk === b.desk;

/** Waiting until the first record of this desk, then work; what was done off the screen before it counts as waiting. */
function held({ desk, ...place }: Place, from: number, to: number | undefined, begun: number | undefined, seat: string): Spell[] {
  const parts: Spell[] =
    place.part === 'queue' && begun !== undefined
      ? [
          { ...place, seat, from, to: begun },
          { ...place, part: 'work', seat, from: begun, to },
        ]
      : [{ ...place, seat: place.level === 'none' ? '' : seat, from, to }];
  return parts.filter((spell) => spell.to === undefined || spell.to > spell.from);
}

/** Records that show a desk at work before it lets go. */
const WORK: ReadonlySet<LicensingFact['kind']> = new Set([
  'originals-checked',
  'papers-signed-for',
  'third-parties-told',
  'statement-heard',
  'hearing-notified',
  'hearing-held',
  'billed',
  'bill-cancelled',
  'charges-ruled-out',
  'exempted',
  'reduced',
  'extended',
  'paused',
  'resumed',
]);
const makesWork = ({ kind }: LicensingFact, capacity: string): boolean => WORK.has(kind) && seatOf(capacity) !== '';

/** Acts by which the desk itself lets go; a withdrawal or silence is nobody's. */
const ENDS: ReadonlySet<LicensingFact['kind']> = new Set([
  'accepted',
  'rejected',
  'correction-requested',
  'proposed',
  'checked',
  'approved',
  'sent-back',
  'paused',
  'remit-disputed',
  'arbitrated',
  'forwarded',
  'decided',
  'notice-published',
  'delivered',
]);

const seatOf = (capacity: string): string => (capacity === 'self' || capacity === 'sweep' ? '' : capacity);

type Seen = Pick<Sign, 'kind' | 'organ' | 'origin' | 'target' | 'due'>;

function signOf(s: Licensing, fact: LicensingFact, place: Place): Seen | undefined {
  const step = 'step' in fact ? s.steps.find(({ id }) => id === fact.step) : undefined;
  if (fact.kind === 'sent-back' && step) {
    const target = step.signatures === 'one' ? 'section-head' : 'examiner';
    return { kind: 'sent-back', organ: step.organ, origin: step.stage === 'check' ? 'section-head' : 'leader', target };
  }
  if (fact.kind === 'remit-disputed' && step) return { kind: 'not-mine', organ: step.organ, origin: step.organ, target: fact.suggested };
  if (fact.kind === 'correction-requested' && s.demands)
    return { kind: 'asked-again', organ: place.organ, origin: place.level, target: 'applicant' };
  if (fact.kind === 'paused') return { kind: 'paused', organ: s.lead, origin: '', target: fact.ground, due: dueBefore(s, fact) };
  return undefined;
}

/** Where the clocks stood that the pause stops. */
const dueBefore = (s: Licensing, { clocks }: FactOf<'paused'>): LocalDate | undefined =>
  clocks.flatMap(({ kind }) => s.clocks[kind as 'legal' | 'promised']?.due ?? []).sort()[0];
