import { type Refusal, reasonFor } from '../../../kernel/decision.ts';
import type { Actor, Role } from '../../../kernel/organisation/types.ts';
import { accountRefusals } from './words.ts';

const because = reasonFor(accountRefusals);

/** Those whose task is the whole county's time: the efficiency office, the auditors, county leaders and their office. */
const SUPERVISORS: readonly Role[] = ['efficiency-inspector', 'auditor', 'county-head', 'deputy-county-head', 'office-director'];
const HEADS: readonly Role[] = ['chief', 'deputy', 'section-head'];

/** Whose time somebody may see; absent: everybody's. */
export interface AccountScope {
  readonly organs?: readonly string[];
  /** Of these also from which seat it went on. Persons are named nowhere: who sat there stands on the matter. */
  readonly named?: readonly string[];
}

const holds = (roles: readonly Role[]) => (seat: Actor['seats'][number]) => seat.roles.some((role) => roles.includes(role));
const organsOf = (seats: Actor['seats']) => [...new Set(seats.map((seat) => seat.organ))];

/** An officer sees her own organs' time; who led there, and who supervises, also that of each seat. */
export const scopeOf = (actor: Actor): AccountScope =>
  actor.seats.some(holds(SUPERVISORS)) ? {} : { organs: organsOf(actor.seats), named: organsOf(actor.seats.filter(holds(HEADS))) };

export const maySee = ({ organs }: AccountScope, organ: string | undefined): readonly Refusal[] =>
  organ === undefined || !organs || organs.includes(organ) ? [] : [because('accounts-of-another-organ')];

/** Time by seat is nearly time by person. */
export const mayName = ({ named }: AccountScope): readonly Refusal[] => (named?.length === 0 ? [because('accounts-by-seat')] : []);

export const isNamed = ({ named }: AccountScope, organ: string): boolean => !named || named.includes(organ);
