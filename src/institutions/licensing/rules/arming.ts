import { isLocalDate } from '../../../kernel/clock/index.ts';
import type { Moment } from '../../../kernel/matter/types.ts';
import { NOTICE_TERM } from './clocks.ts';
import type { FactOf, WhyNotArmed } from './facts.ts';
import type { ClockKind, Licensing, Running } from './state.ts';

/** The clocks of which at least one must run, as the matter stands; each group one duty of the county. */
function expected(s: Licensing): readonly (readonly ClockKind[])[] {
  switch (s.status) {
    case 'received':
      return [['acceptance']];
    case 'accepted':
      return [
        ['legal', 'promised'],
        ...(s.steps.some((step) => step.disputed && step.stage !== 'done') ? [['arbitration'] as const] : []),
        ...(s.heard?.hearing === 'requested' ? [['hearing'] as const] : []),
      ];
    case 'decided':
      return [[s.notice ? 'notice' : 'delivery']];
    case 'awaiting-correction':
    case 'forwarded':
    case 'closed':
      return [];
  }
}

/** A clock without a date to come has no light, and nobody would ever be reminded of it. */
const runs = (clock: Running | undefined): boolean => clock !== undefined && isLocalDate(clock.due) && isLocalDate(clock.soon);

/** Clocks that should run and have no date: the first of each group of which none runs, and any that holds what is no date. */
export function missingClocks(s: Licensing): ClockKind[] {
  const none: ClockKind[] = [];
  const broken: ClockKind[] = [];
  for (const group of expected(s)) {
    const there = group.filter((kind) => s.clocks[kind]);
    if (there.length === 0) none.push(group[0]!);
    for (const kind of there) if (!runs(s.clocks[kind])) broken.push(kind);
  }
  return [...none, ...broken];
}

/** Those not yet on record. A matter whose term has left the law since it began cannot be extended or resumed, and is told too. */
export function notArmed(s: Licensing, { law, calendar }: Pick<Moment, 'law' | 'calendar'>): FactOf<'clock-not-armed'>[] {
  const why = (kind: ClockKind): WhyNotArmed => {
    if (s.clocks[kind]) return 'no-date';
    if (!law.find(termOf(kind, s))) return 'no-term';
    return calendar.years.length === 0 ? 'no-calendar' : 'no-limit';
  };
  return missingClocks(s)
    .filter((kind) => !s.notArmed?.includes(kind))
    .map((clock) => ({ kind: 'clock-not-armed', clock, why: why(clock) }));
}

const termOf = (kind: ClockKind, s: Licensing): string => {
  switch (kind) {
    case 'acceptance':
      return 'licensing.accept';
    case 'legal':
      return s.bundle ? 'licensing.decide-joint' : s.forwards ? 'licensing.pre-examination' : 'licensing.decide';
    case 'promised':
      return 'licensing.decide';
    case 'delivery':
      return 'licensing.deliver';
    case 'notice':
      return NOTICE_TERM;
    case 'arbitration':
      return 'licensing.arbitration';
    case 'citizen':
      return 'licensing.hearing-request';
    case 'hearing':
      return 'licensing.hearing-organise';
  }
};
