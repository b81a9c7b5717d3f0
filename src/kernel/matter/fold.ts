import { today as localDay } from '../clock/index.ts';
import { canonical, chainHash, leafHash } from '../journal/canonical.ts';
import { spend } from './accounts.ts';
import {
  ACCOUNTS,
  type Account,
  type AnyKind,
  type FactBase,
  type FactMeta,
  type Owner,
  type ProjectedRow,
  type Summary,
} from './types.ts';

/** Asia/Shanghai, the county's zone, in minutes: no daylight saving since 1991. */
export const ZONE_MINUTES = 480;

/** A matter as read: the folded state and what the engine keeps beside it. */
export interface Folded {
  readonly number: string;
  readonly kind: string;
  readonly version: number;
  readonly state: unknown;
  /** Last seq per scope: what an `If-Match` compares. */
  readonly touched: Readonly<Record<string, number>>;
  readonly opened: number;
  /** Up to here the accounts are settled: the last fact's instant, or the closing. */
  readonly since: number;
  /** The last fact's instant, also after the closing. */
  readonly last: number;
  readonly closed?: number;
  readonly owner: Owner;
  readonly spent: readonly number[];
  readonly head: Buffer;
}

/** A fact ready to be written. */
export interface SealedFact {
  readonly matter: string;
  readonly seq: number;
  readonly kind: string;
  readonly at: number;
  readonly actor: string;
  readonly capacity: string;
  readonly account: Account;
  readonly holder: string;
  readonly body: string;
  readonly salt: Buffer;
  readonly leaf: Buffer;
  readonly chain: Buffer;
}

/** Who appends, and when. */
export interface Hand {
  readonly actor: string;
  readonly capacity: string;
  readonly now: number;
}

export const dayOf = (at: number) => localDay(at * 1000, ZONE_MINUTES);

/**
 * Appends one fact to a folded matter: evolves the state, moves the time accounts, seals the fact. Pure but for the salt
 * given. The one place where a matter grows: acting, sweeping and rebuilding all come through here.
 */
export function append(
  kind: AnyKind,
  before: Folded | undefined,
  number: string,
  fact: FactBase,
  hand: Hand,
  salt: Buffer,
): { after: Folded; sealed: SealedFact; rows: readonly ProjectedRow[]; summary: Summary } {
  const at = Math.max(hand.now, before?.last ?? hand.now);
  const seq = (before?.version ?? 0) + 1;
  const meta: FactMeta = { number, seq, at, on: dayOf(at), actor: hand.actor, capacity: hand.capacity };
  const state = kind.evolve(before?.state, fact, meta);
  const summary = kind.summary(state);
  const { account, holder } = summary.owner;
  const body = canonical({ ...(kind.packing ? kind.packing.packFact(fact) : fact), kind: undefined });
  const envelope = { matter: number, seq, kind: fact.kind, at, actor: hand.actor, capacity: hand.capacity, account, holder, body };
  const leaf = leafHash(salt, envelope);
  const head = chainHash(before?.head, number, leaf);
  const after: Folded = {
    number,
    kind: kind.name,
    version: seq,
    state,
    touched: { ...before?.touched, [kind.scope(fact)]: seq },
    opened: before?.opened ?? at,
    since: before?.closed ?? at,
    last: at,
    closed: summary.closed ? (before?.closed ?? at) : undefined,
    owner: summary.owner,
    spent: before ? spend(before.spent, before.owner, (before.closed ?? at) - before.since) : ACCOUNTS.map(() => 0),
    head,
  };
  return { after, sealed: { ...envelope, salt, leaf, chain: head }, rows: kind.project(state, fact, meta), summary };
}

/** What the state column holds: the last instant, the scopes, the folded state. */
export interface Packed {
  readonly l: number;
  readonly t: Readonly<Record<string, number>>;
  readonly s: unknown;
}

export const packState = (kind: AnyKind, { last, touched, state }: Folded): string =>
  `{"l":${last},"t":${JSON.stringify(touched)},"s":${kind.packing ? kind.packing.packState(state) : JSON.stringify(state)}}`;

export const unpackState = (kind: AnyKind, { l, t, s }: Packed) => ({
  state: kind.packing ? kind.packing.unpackState(s as never) : s,
  touched: t,
  last: l,
});

/** A fact as its kind speaks of it, from the stored body. */
export const factOf = (kind: AnyKind, name: string, body: object): FactBase => {
  const fact = { ...body, kind: name };
  return kind.packing ? kind.packing.unpackFact(fact) : fact;
};
