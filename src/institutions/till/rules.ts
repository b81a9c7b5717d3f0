import type { LocalDate } from '../../kernel/clock/types.ts';
import { accept, type Decision, refuser } from '../../kernel/decision.ts';
import type { FactMeta, Summary } from '../../kernel/matter/types.ts';
import type { CountTill, Inputs } from './schema.ts';
import { refusalWords } from './words.ts';

const refuse = refuser(refusalWords);

/** Fen by method: paid on the day, less given back on it the way it was paid. */
export type Money = Readonly<Record<'cash' | 'card' | 'transfer' | 'mobile', number>>;

interface Counted {
  /** Fen: the float of the morning, and all that lay in the till at the end. */
  readonly float: number;
  readonly counted: number;
  readonly records: Money;
  readonly reason?: string;
}

export type TillFact =
  | ({ readonly kind: 'till-counted'; readonly day: LocalDate } & Counted)
  | ({ readonly kind: 'till-recounted' } & Counted)
  | { readonly kind: 'till-reviewed'; readonly note?: string };

export interface Till extends Counted {
  readonly number: string;
  readonly day: LocalDate;
  readonly seat: string;
  readonly clerk: string;
  readonly at: number;
  readonly times: number;
  readonly reviewer?: string;
  readonly reviewed?: number;
  readonly note?: string;
}

export function evolve(state: Till | undefined, fact: TillFact, { number, at, actor, capacity }: FactMeta): Till {
  if (fact.kind === 'till-counted') {
    const { kind: _, ...counted } = fact;
    return { ...counted, number, seat: capacity, clerk: actor, at, times: 1 };
  }
  if (!state) throw new Error(`till: ${fact.kind} before till-counted`);
  switch (fact.kind) {
    case 'till-recounted': {
      const { float, counted, records, reason } = fact;
      return { ...state, float, counted, records, reason, seat: capacity, clerk: actor, at, times: state.times + 1 };
    }
    case 'till-reviewed':
      return { ...state, reviewer: actor, reviewed: at, note: fact.note };
  }
}

/** Fen too many (above zero) or missing (below): what was counted, less the float, less the cash of the records. */
export const differenceOf = ({ float, counted, records }: Pick<Counted, 'float' | 'counted' | 'records'>): number =>
  counted - float - records.cash;

const CENTRE = 'ASB';

/** It waits for whoever reviews it, and stands on nobody's desk: the cashier's page shows it. */
export const summary = (t: Till): Summary => ({
  status: t.reviewer === undefined ? 'counted' : 'reviewed',
  owner: { account: 'organ', holder: t.seat },
  work: [],
  closed: t.reviewer !== undefined,
  subject: 'till',
  organ: CENTRE,
  person: 'till',
  light: t.reviewer === undefined ? 'in-time' : 'closed',
});

const fen = (yuan: number): number => Math.round(yuan * 100);
const yuan = (fen: number): string => (fen / 100).toFixed(2);
type Result = Decision<TillFact>;

/** What lay in the till beside what the records say; a difference has its reason (S3-44, P15). */
function counted(input: Inputs['recount']): Decision<Counted> {
  const found = { float: fen(input.float), counted: fen(input.counted), records: input.records };
  const difference = differenceOf(found);
  if (difference !== 0 && !input.reason) return refuse('till-reason-needed', { path: 'reason', params: { yuan: yuan(difference) } });
  return accept<Counted>({ ...found, ...(input.reason && { reason: input.reason }) });
}

const said = (found: Decision<Counted>, fact: (counted: Counted) => TillFact): Result =>
  found.ok ? accept<TillFact>(...found.facts.map(fact)) : found;

export function count(input: CountTill, today: LocalDate): Result {
  if (input.day > today) return refuse('till-day-to-come', { path: 'day', params: { day: input.day } });
  if (input.before) return refuse('till-counted-already', { params: { count: input.before } });
  return said(counted(input), (found) => ({ kind: 'till-counted', day: input.day, ...found }));
}

/** Miscounted, or money moved since. What was counted before stays on record. */
export const recount = (input: Inputs['recount']): Result => said(counted(input), (found) => ({ kind: 'till-recounted', ...found }));

/** By another person, and only of a day whose money stands still. */
export function review(t: Till, input: Inputs['review']): Result {
  if (input.records.cash !== t.records.cash)
    return refuse('till-money-moved', { params: { before: yuan(t.records.cash), now: yuan(input.records.cash) } });
  return accept<TillFact>({ kind: 'till-reviewed', ...(input.note && { note: input.note }) });
}
