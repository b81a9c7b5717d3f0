import type { Term } from './types.ts';

/** When a limit in hours ends: they run from the minute of the event, day and night, on rest days too (民法典 201). Seconds in, seconds out. */
export function hoursAfter(term: Term, at: number): number {
  if (term.unit !== 'hour') throw new Error(`${term.id} is not counted in hours`);
  return at + term.amount * 3600;
}
