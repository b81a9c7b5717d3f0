import type { Calendar } from '../../kernel/clock/index.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import type { Directory } from '../../kernel/organisation/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Licensing, Role } from './rules/state.ts';
import { WINDOW } from './rules/summary.ts';
import type { ActionName } from './words.ts';

export interface SeedWorld {
  readonly catalogue: Catalogue;
  readonly directory: Directory;
  readonly calendar: Calendar;
  /** A long holiday is near. */
  readonly rush?: boolean;
}

/** Something somebody will do: after so many working days, in the office or at home; asked for when its hour has come. */
export interface Todo {
  readonly key: string;
  readonly after: number;
  readonly where: 'office' | 'home' | 'at-once';
  readonly action: ActionName;
  /** Undefined: the applicant. */
  readonly by?: { readonly roles: readonly Role[]; readonly organ: string; readonly not?: readonly string[] };
  input(on: LocalDate): Readonly<Record<string, unknown>>;
}

export const todo = (
  key: string,
  after: number,
  action: ActionName,
  by: Todo['by'],
  input: Todo['input'],
  where: Todo['where'] = by ? 'office' : 'home',
): Todo => ({
  key,
  after,
  where,
  action,
  by,
  input,
});
export const lead = (s: Licensing, roles: readonly Role[]): Todo['by'] => ({ roles, organ: s.lead });
export const desk = (at: { readonly organ: string; readonly roles: readonly Role[] } | undefined, not?: readonly string[]): Todo['by'] => ({
  ...(at ?? WINDOW),
  not,
});
