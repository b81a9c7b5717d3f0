import type { Licensing } from './rules/state.ts';
import type { Life } from './seed-arrivals.ts';

/** Enough that one is still there when the others have been worked off. */
const SHOWN = 12;

/** Of what is open at the end, the matters that tell most: an everyday item (P16), several organs at work, much that has happened. */
export const worthShowing = (open: Iterable<Life>): readonly string[] =>
  [...open]
    .flatMap(({ matter, item }) => (matter ? [{ matter, s: matter.state as Licensing, everyday: item.cases.value.length > 1 }] : []))
    .filter(({ s }) => s.status === 'accepted')
    .map(({ matter, s, everyday }) => ({ number: matter.number, tells: (everyday ? 100 : 0) + s.steps.length * 4 + matter.version }))
    .sort((a, b) => b.tells - a.tells || (a.number < b.number ? -1 : 1))
    .slice(0, SHOWN)
    .map(({ number }) => number);
