import type { Pool } from 'pg';
import { licensing } from '../../src/institutions/licensing/definition.ts';
import { readMatterFile } from '../../src/institutions/licensing/queries.ts';
import type { Licensing, LicensingFact } from '../../src/institutions/licensing/rules/state.ts';
import { addDays, daysBetween, localDate } from '../../src/kernel/clock/index.ts';
import type { LocalDate } from '../../src/kernel/clock/types.ts';

/** A matter as its facts alone make it, and who holds it by the last of them. */
export interface Refolded {
  readonly number: string;
  readonly state: Licensing;
  readonly account: string;
  readonly holder: string;
}

/** Every application of a county, folded from the journal; no table that is derived is asked. */
export async function fromFacts(pool: Pool): Promise<Refolded[]> {
  const { rows } = await pool.query<{ matter: string; account: string; holder: string }>(
    `SELECT DISTINCT ON (matter) matter, account, holder FROM journal.fact
      WHERE matter IN (SELECT matter FROM journal.fact WHERE seq = 1 AND kind = 'received') ORDER BY matter, seq DESC`,
  );
  return Promise.all(
    rows.map(async ({ matter, account, holder }) => {
      const { facts } = await readMatterFile(pool, matter);
      const on = (at: number) => localDate(new Date((at + 28_800) * 1000).toISOString().slice(0, 10));
      const state = facts.reduce<Licensing | undefined>(
        (s, f) => licensing.evolve(s, { ...f.body, kind: f.kind } as LicensingFact, { ...f, number: matter, on: on(f.at) }),
        undefined,
      );
      return { number: matter, state: state!, account, holder };
    }),
  );
}

const COUNTED = [
  'open',
  'unarmed',
  'over-law',
  'over-promise',
  'step-overdue',
  'due-soon',
  'in-time',
  'paused',
  'decided30',
  'kept30',
] as const;
export type Numbers = Readonly<Record<(typeof COUNTED)[number], number>> & { readonly median: number | null };
export const numbersOf = (row: Readonly<Record<string, unknown>>): Numbers => ({
  ...(Object.fromEntries(COUNTED.map((key) => [key, Number(row[key] ?? 0)])) as Record<(typeof COUNTED)[number], number>),
  median: (row.median as number | undefined) ?? null,
});

/** By what was decided by the promised day; on the county's side, where it only forwards. */
export const keptPromise = ({ decision, clocks, forwardedOn }: Licensing): boolean =>
  !clocks.promised || (forwardedOn ?? decision!.on) <= clocks.promised.due;

export const daysTaken = (s: Licensing): number => daysBetween(s.filedOn ?? s.receivedOn, s.decision!.on);

function middle(days: readonly number[]): number | null {
  const sorted = [...days].sort((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  return sorted.length === 0 ? null : (sorted[Math.floor(half)]! + sorted[Math.ceil(half)]!) / 2;
}

/** The board as the facts have it, by organ; `county` is all of them. */
export function boardFrom(matters: readonly Refolded[], today: LocalDate): Map<string, Numbers> {
  const board = new Map<string, Record<string, number>>();
  const days = new Map<string, number[]>();
  const add = (organ: string, key: string) => {
    for (const of of [organ, 'county']) board.set(of, { ...board.get(of), [key]: (board.get(of)?.[key] ?? 0) + 1 });
  };
  for (const { state, account, holder } of matters) {
    if (state.status !== 'closed') {
      const organ = ['window', 'organ', 'dispute'].includes(account) ? holder : state.lead;
      add(organ, 'open');
      add(organ, licensing.summary(state).light);
    }
    const on = state.decision?.on;
    if (!on || on > today || on <= addDays(today, -90)) continue;
    for (const of of [state.lead, 'county']) days.set(of, [...(days.get(of) ?? []), daysTaken(state)]);
    if (on <= addDays(today, -30)) continue;
    add(state.lead, 'decided30');
    if (keptPromise(state)) add(state.lead, 'kept30');
  }
  const organs = new Set([...board.keys(), ...days.keys()]);
  return new Map([...organs].map((organ) => [organ, { ...numbersOf(board.get(organ) ?? {}), median: middle(days.get(organ) ?? []) }]));
}

/** What `GET /board` says, in the same shape. */
export const boardOf = (body: { totals: Record<string, unknown>; organs: readonly ({ organ: string } & Record<string, unknown>)[] }) =>
  new Map([...body.organs.map((row) => [row.organ, numbersOf(row)] as const), ['county', numbersOf(body.totals)] as const]);
