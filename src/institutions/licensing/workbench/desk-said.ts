import { type Desk, isOver, ROW_LIGHTS, type RowLight } from './answers.ts';

/** How many of what is chosen wait, how many of these are late or without a clock, and how many the law has paused: those wait for nobody. */
export function deskSaid(counts: Desk['counts'], light?: string) {
  const sum = (which: (light: RowLight) => boolean) =>
    ROW_LIGHTS.filter((one) => (!light || one === light) && which(one)).reduce((n, one) => n + counts[one], 0);
  return {
    waiting: sum((one) => one !== 'paused'),
    late: sum(isOver),
    unarmed: sum((one) => one === 'unarmed'),
    paused: sum((one) => one === 'paused'),
  };
}
