import { z } from 'zod';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { type Directory, inForce } from '../../kernel/organisation/index.ts';
import type { Role } from '../../kernel/organisation/types.ts';
import { type Instead, RUNGS, type Rung } from './vocabulary.ts';

const day = z.iso.date().transform((text) => text as LocalDate);

/** Portfolios and absences as a county enters them: seats and persons of its register, days first and last. */
export const ladderRegister = z.strictObject({
  confidence: z.enum(['verified', 'known', 'illustrative']),
  portfolios: z.array(
    z.strictObject({ seat: z.string(), backup: z.string().optional(), organs: z.array(z.string()).min(1), from: day, to: day.optional() }),
  ),
  absences: z.array(z.strictObject({ person: z.string(), from: day, to: day, substitute: z.string().optional() })).default([]),
});
export type LadderRegister = z.output<typeof ladderRegister>;

/** No register entered: no portfolio leader is known, and nobody is known to be away. */
export const NO_LADDER: LadderRegister = { confidence: 'known', portfolios: [], absences: [] };

/** Somebody who is told, where he stands, and why he and not the rung's own holder. */
export interface Told {
  readonly person: string;
  readonly seat: string;
  /** Where he stands; another rung than the one reached where that one is empty. */
  readonly stands: Rung;
  readonly instead?: Instead;
}

export interface Place {
  readonly organ: string;
  /** Roles that may act next: the handler's. */
  readonly roles: readonly Role[];
}

/** Roles that stand on a rung, of the organ or of the county. */
const OF_ORGAN = { 'section-head': 'section-head', chief: 'chief' } as const;
const OF_COUNTY = { 'efficiency-office': 'efficiency-inspector', 'county-head': 'county-head' } as const;

/** Who is told on a rung that day; where nobody holds it, on the next that somebody holds. Empty: nobody at all does. */
export function toldOn(rung: Rung, place: Place, on: LocalDate, directory: Directory, register: LadderRegister): readonly Told[] {
  for (const stands of RUNGS.slice(RUNGS.indexOf(rung))) {
    const found = present(holdersOn(stands, place, on, directory, register), stands, on, directory, register);
    if (found.length > 0) return stands === rung ? found : found.map((one) => ({ ...one, instead: 'vacant' }));
  }
  return [];
}

interface Holding {
  readonly person: string;
  readonly seat: string;
  readonly backup?: string;
}

function holdersOn(rung: Rung, { organ, roles }: Place, on: LocalDate, directory: Directory, register: LadderRegister): Holding[] {
  const of = (role: Role, within?: string) =>
    directory.holders({ organ: within, role }, on).map(({ person, seat }) => ({ person, seat: seat.id }));
  switch (rung) {
    case 'handler':
      return roles.flatMap((role) => of(role, organ));
    case 'section-head':
    case 'chief':
      return of(OF_ORGAN[rung], organ);
    case 'portfolio-leader':
      return register.portfolios
        .filter((one) => one.organs.includes(organ) && inForce(one, on))
        .flatMap(({ seat, backup }) => directory.holdersOf(seat, on).map((person) => ({ person, seat, backup })));
    case 'efficiency-office':
    case 'county-head':
      return of(OF_COUNTY[rung]);
  }
}

/** Those who are there; for who is away his substitute, the backup of his portfolio, or nobody. */
function present(holding: readonly Holding[], stands: Rung, on: LocalDate, directory: Directory, register: LadderRegister): Told[] {
  const awayOn = (person: string) => register.absences.find((one) => one.person === person && inForce(one, on));
  const told = holding.flatMap(({ person, seat, backup }): Told[] => {
    const away = awayOn(person);
    if (!away) return [{ person, seat, stands }];
    const other = away.substitute ?? backup;
    if (!other) return [];
    return directory
      .holdersOf(other, on)
      .filter((one) => !awayOn(one))
      .map((one) => ({ person: one, seat: other, stands, instead: 'away' }));
  });
  return told.filter(({ person }, i) => told.findIndex((one) => one.person === person) === i);
}
