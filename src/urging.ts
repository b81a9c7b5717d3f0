import { readModelPortfolios } from './county-files.ts';
import { type LadderRegister, NO_LADDER, urge } from './institutions/urging/index.ts';
import type { UrgingDesk } from './institutions/urging/requests.ts';
import { institutions } from './institutions.ts';
import type { House } from './open-house.ts';

/** Who is in charge of which organ, who stands in, who is away: the model county's own; elsewhere nobody is known to be. */
export const ladderHere = ({ model }: House['row']): LadderRegister => (model ? readModelPortfolios() : NO_LADDER);

const kinds = () => institutions.flatMap(({ kind }) => (kind ? [kind] : []));

/** What the routes of the institution need of the house. */
export const urgingDesk = (house: House): UrgingDesk => ({
  pool: house.pool,
  engine: house.engine,
  refusals: house.refusals,
  moment: house.moment,
  kinds: kinds(),
  register: ladderHere(house.row),
});

/** Delivers what is to be delivered by now; how many entries were told. */
export async function urgeNow(house: House): Promise<number> {
  return urge({ pool: house.pool, kinds: kinds(), register: ladderHere(house.row) }, await house.moment());
}
