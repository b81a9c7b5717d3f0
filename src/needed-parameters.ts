import { RUNGS } from './institutions/urging/vocabulary.ts';
import { checkoutRoot } from './platform/checkout.ts';
import { readLawAndYears } from './platform/law.ts';

/** The county's parameters that code asks for by name: a start without one of them says so, and which. */
export const NEEDED_PARAMETERS: readonly string[] = [
  'lights.due-soon-share',
  'lights.due-soon-left',
  ...RUNGS.map((rung) => `urging.${rung}`),
  'urging.opening-hour',
  'urging.receipt',
];

/** The law and the calendar that come with the house; a fault in either stops the start. */
export const readBooks = () => readLawAndYears(checkoutRoot, NEEDED_PARAMETERS);
