import { reasonFor } from '../../kernel/decision.ts';
import { unless, type Why } from './permits.ts';
import { applicantMayAsk, moderators, opensAt, reviewed, stillToHear } from './rules/hearing.ts';
import { refusalWords } from './words.ts';

const because = reasonFor(refusalWords);

export const partiesHeard: Why = (s, c) => {
  const n = stillToHear(s, c);
  const until = s.clocks.citizen?.due ?? '';
  return [
    ...(n === 0 ? [] : [because('third-parties-waiting', { params: { n, until } })]),
    ...(applicantMayAsk(s, c) ? [because('applicant-may-ask', { params: { until } })] : []),
  ];
};
export const hearingAsked = unless((s) => s.heard?.hearing === 'requested', 'no-hearing-asked');
export const hearingNotified = unless((s) => s.heard?.hearing !== 'requested' || s.heard.notice !== undefined, 'hearing-not-notified');
export const hearingDay = unless(
  (s, c) => !s.heard?.notice || s.heard.notice.day <= c.today,
  'hearing-not-yet',
  (s) => ({ day: s.heard?.notice?.day ?? '' }),
);
/** On its day not before the minute that was told: its record cannot be older than the hearing (行政许可法 48). */
export const hearingHour: Why = (s, c) => {
  const notice = s.heard?.notice;
  if (notice?.day !== c.today || opensAt(notice) <= c.now) return [];
  return [because('hearing-not-begun', { params: { time: notice.time }, who: [notice.moderator] })];
};
/** Who reviewed the application does not chair its hearing; who was named does (行政许可法 48). */
export const chairs: Why = (s, c) => {
  if (reviewed(s, c.actor.person)) return [because('chair-reviewed', { who: moderators(s, c).slice(0, 6) })];
  const named = s.heard?.notice?.moderator;
  return named === undefined || c.actor.seats.some(({ id }) => id === named) ? [] : [because('not-the-moderator', { who: [named] })];
};
export const hearingHeld = unless((s) => s.heard?.hearing !== 'requested', 'hearing-due');
