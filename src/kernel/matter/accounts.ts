import { ACCOUNTS, type Account, type Owner } from './types.ts';

/** A stretch of time in one pair of hands. `from` and `to` are seconds since the epoch. */
export interface AccountEntry {
  readonly account: Account;
  readonly holder: string;
  readonly from: number;
  readonly to: number;
  readonly seconds: number;
}

/**
 * The time accounts of a matter: a window over its facts (promise 1). Contiguous; the seconds add up to `until` minus the
 * first fact, always. Neighbours in the same hands are one entry; entries of no length are left out.
 */
export function accountsOf(facts: readonly { at: number; account: Account; holder: string }[], until: number): AccountEntry[] {
  const entries: AccountEntry[] = [];
  for (const [i, fact] of facts.entries()) {
    const to = facts[i + 1]?.at ?? Math.max(until, fact.at);
    const last = entries.at(-1);
    if (last && last.account === fact.account && last.holder === fact.holder) {
      entries[entries.length - 1] = { ...last, to, seconds: to - last.from };
    } else if (to > fact.at || (entries.length === 0 && i === facts.length - 1)) {
      entries.push({ account: fact.account, holder: fact.holder, from: fact.at, to, seconds: to - fact.at });
    }
  }
  return entries;
}

/** Adds the seconds since the last fact to the account that held them. */
export function spend(spent: readonly number[], owner: Owner, seconds: number): number[] {
  const next = [...spent];
  const i = ACCOUNTS.indexOf(owner.account);
  next[i] = (next[i] ?? 0) + seconds;
  return next;
}
