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
  /** The first fact's; the others' are derived from it. */
  readonly salt: Buffer;
  /** Of the state, where the last fact has just been appended. */
  readonly summary?: Summary;
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
  /** Only the first fact's is kept. */
  readonly salt?: Buffer;
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
 * given. Acting, folding sweeps and rebuilding come through here;
 * what was foreseen is sealed by the same `seal`, without the fold (`foreseen.ts`).
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
  const sealed = seal(
    kind,
    fact,
    { matter: number, seq, at, actor: hand.actor, capacity: hand.capacity, account, holder },
    salt,
    before?.head,
  );
  const after: Folded = {
    number,
    kind: kind.name,
    version: seq,
    state,
    touched: touch({ ...before?.touched }, kind.scope(fact), seq),
    opened: before?.opened ?? at,
    since: before?.closed ?? at,
    last: at,
    closed: summary.closed ? (before?.closed ?? at) : undefined,
    owner: summary.owner,
    spent: before ? spend(before.spent, before.owner, (before.closed ?? at) - before.since) : ACCOUNTS.map(() => 0),
    head: sealed.chain,
    salt: before?.salt ?? salt,
    summary,
  };
  return { after, sealed, rows: kind.project(state, fact, meta), summary };
}

function touch(touched: Record<string, number>, scopes: readonly string[], seq: number): Record<string, number> {
  for (const scope of scopes) touched[scope] = seq;
  return touched;
}

/** Encodes, salts, hashes and chains a fact to its matter's last; only the first fact's salt is kept, the others' come from it. */
export function seal(
  kind: AnyKind,
  fact: FactBase,
  place: Omit<SealedFact, 'kind' | 'body' | 'salt' | 'chain'>,
  salt: Buffer,
  last: Buffer | undefined,
): SealedFact {
  const body = canonical(kind.packing ? kind.packing.packFact(fact) : fact, KIND);
  const { matter, seq, at, actor, capacity, account, holder } = place;
  const leaf = leafHash(salt, { matter, seq, kind: fact.kind, at, actor, capacity, account, holder, body });
  const chain = chainHash(last, matter, leaf);
  return { matter, seq, kind: fact.kind, at, actor, capacity, account, holder, body, salt: seq === 1 ? salt : undefined, chain };
}
/** Has a column of its own. */
const KIND = 'kind';

/** A fact of a matter's history, as the database tells it: enough to fold it again. */
export type History = readonly (readonly [kind: string, at: number, actor: string, capacity: string, body: object])[];

/** SQL: the history of the matter `m`, in order. Put together as text: as JSON each body would be read and written once more. */
export const HISTORY = `(SELECT ('[' || string_agg(concat('[', to_json(f.kind), ',', extract(epoch FROM f.at)::bigint, ',', to_json(f.actor), ',',
    to_json(f.capacity), ',', f.body, ']'), ',' ORDER BY f.seq) || ']')::json FROM journal.fact f WHERE f.matter = m.number)`;

/** SQL: the salt of the matter `m`. */
export const SALT = '(SELECT f.salt FROM journal.fact f WHERE f.matter = m.number AND f.seq = 1)';

/** SQL: third parties of the matter `m` and who received it for the applicant, by key. */
export const OTHERS = `(SELECT json_object_agg(q.key, q.value::json) FROM journal.person_data q
    WHERE q.person IN ('t-' || m.number, 'r-' || m.number) AND q.key NOT LIKE 'statement:%')`;

/** SQL: up to when the accounts of the matter `m` are settled. */
export const SINCE = `(extract(epoch FROM m.opened) + m.spent[1] + m.spent[2] + m.spent[3] + m.spent[4] + m.spent[5] + m.spent[6] + m.spent[7])::float8`;

/** The state is stored nowhere: it is what the facts say. Seq counts from 1 without gaps. */
export function foldHistory(kind: AnyKind, number: string, history: History): Pick<Folded, 'state' | 'touched' | 'last'> {
  let state: unknown;
  let last = 0;
  const touched: Record<string, number> = {};
  for (const [i, [name, at, actor, capacity, body]] of history.entries()) {
    const fact = factOf(kind, name, body);
    state = kind.evolve(state, fact, { number, seq: i + 1, at, on: dayOf(at), actor, capacity });
    touch(touched, kind.scope(fact), i + 1);
    last = at;
  }
  return { state, touched, last };
}

/** A fact as its kind speaks of it, from the stored body. */
export const factOf = (kind: AnyKind, name: string, body: object): FactBase => {
  const fact = { ...body, kind: name };
  return kind.packing ? kind.packing.unpackFact(fact) : fact;
};
