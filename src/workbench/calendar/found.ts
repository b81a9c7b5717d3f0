import type { Params } from '../bench.tsx';
import type { Rehearsed, Word } from './parts.tsx';

/** The heading of a rehearsal: dates that only become certain, or are reckoned anew, do not move. */
export const foundSaid = ({ moves, settled, kept, matters }: Rehearsed['counts']): readonly [Word, Params?] =>
  moves > 0
    ? ['count-moves', { n: moves, matters }]
    : settled + kept > 0
      ? ['count-stay', { n: settled + kept, matters }]
      : ['rehearsal-none'];
