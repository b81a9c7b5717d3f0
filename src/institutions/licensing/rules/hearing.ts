import { startOfDay } from '../../../kernel/clock/index.ts';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import { accept, type Decision, refuser } from '../../../kernel/decision.ts';
import type { PersonalEntry } from '../../../kernel/journal/personal.ts';
import { ZONE_MINUTES } from '../../../kernel/matter/fold.ts';
import { evenName } from '../../../kernel/names.ts';
import { type Ctx, EXAMINERS, isApplicant } from '../permissions.ts';
import type { Inputs } from '../schema.ts';
import { refusalWords } from '../words.ts';
import { ahead, hearingClock, hearingFrom, hearingRequestClock, noticeBy, present } from './clocks.ts';
import type { HearingNotice, Licensing, LicensingFact } from './state.ts';

const refuse = refuser(refusalWords);
type Result = Decision<LicensingFact>;

/** Whoever the licence touches is told, and of the right to a hearing where there is one; five days to answer (行政许可法 36, 47). */
export function tellThirdParties(_s: Licensing, input: Inputs['tell-third-parties'], c: Ctx): Result {
  const herself = input.parties.findIndex((party) => isHerself(party, c));
  if (herself >= 0) return refuse('party-is-applicant', { path: `parties.${herself}.name` });
  return accept<LicensingFact>({
    kind: 'third-parties-told',
    count: input.parties.length,
    what: input.what,
    hearing: input.hearing,
    clocks: present(hearingRequestClock(c.today, c)),
  });
}

/** The applicant is no third party of her own matter; a namesake is, who is reached elsewhere (行政许可法 36). */
const isHerself = ({ name, contact }: Inputs['tell-third-parties']['parties'][number], { identity = {} }: Pick<Ctx, 'identity'>): boolean =>
  identity.name !== undefined &&
  evenName(name) === evenName(identity.name) &&
  (contact === undefined || (identity.phone !== undefined && digits(contact) === digits(identity.phone)));
const digits = (text: string): string => text.replace(/\D/g, '');

/** Names of third parties are theirs: they stand apart under a key of their own, not under the applicant's. */
export const partiesOf = (input: Inputs['tell-third-parties'], s: Licensing, number: string): PersonalEntry[] => [
  { person: `t-${number}`, key: `third-parties:${number}:${s.seq}`, value: JSON.stringify(input.parties) },
];

/** What somebody said on the matter, and whether a hearing was asked for or waived, while that is open. */
export function recordStatement(s: Licensing, input: Inputs['record-statement'], c: Ctx): Result {
  const { from, hearing, text, 'waives-hearing': waives } = input;
  const third = from === 'third-party';
  const told = s.heard?.told ?? 0;
  if (isApplicant(s, c) && third) return refuse('speaks-for-another', { path: 'from' });
  if (third && told === 0) return refuse('nobody-told', { path: 'from' });
  if (!third && input.party !== undefined) return refuse('third-parties-only', { path: 'party' });
  // Of one alone nobody has to say which.
  const party = third ? (input.party ?? (told === 1 ? 1 : undefined)) : undefined;
  if (third && party === undefined) return refuse('party-needed', { path: 'party', params: { told } });
  if (party !== undefined && party > told) return refuse('party-unknown', { path: 'party', params: { party, told } });
  const until = s.clocks.citizen?.due;
  const open = s.heard?.hearing === 'offered' && until !== undefined && c.today <= until;
  if (hearing && !open) return refuse('hearing-not-open', { path: 'hearing' });
  if (hearing && waives) return refuse('asks-and-waives', { path: 'waives-hearing' });
  if (waives && !open) return refuse('nothing-to-waive', { path: 'waives-hearing' });
  // As a withdrawal at the window: that somebody gives up a right stands on his own word (P14).
  const own = isApplicant(s, c);
  if (waives && !own && !input.signed) return refuse('signature-needed', { path: 'signed' });
  const waived = third ? s.heard?.waived?.includes(party!) : s.heard?.applicantWaived;
  const said = {
    kind: 'statement-heard',
    from,
    ...(third ? { party } : { text }),
    ...(waives && { waives, ...(!own && { signed: true as const }) }),
    ...(hearing && waived && { supersedes: true as const }),
  } as const;
  return accept<LicensingFact>(hearing ? { ...said, hearing, clocks: present(hearingClock(c.today, c)) } : said);
}

/** A neighbour's words are as much his as his name is. */
export const statementOf = (input: Inputs['record-statement'], s: Licensing, number: string): PersonalEntry[] =>
  input.from === 'third-party'
    ? [{ person: `t-${number}`, key: `statement:${number}:${s.seq}`, value: JSON.stringify(input.text), written: true }]
    : [];

/** Who signed any opinion on the application does not chair its hearing (行政许可法 48). */
export const reviewed = (s: Licensing, person: string): boolean =>
  s.steps.some((step) => [...step.signed, ...(step.earlier ?? [])].includes(person));

type Seats = Pick<Ctx, 'directory' | 'today'>;
/** The seats of the lead that examine. */
const examiners = (s: Licensing, c: Seats): string[] =>
  c.directory
    .seats(c.today)
    .filter(({ organ, roles }) => organ === s.lead && roles.some((role) => EXAMINERS.includes(role)))
    .map(({ id }) => id);

/** Those from which the hearing may be chaired: held that day, and by nobody who reviewed. */
export const moderators = (s: Licensing, c: Seats, day = c.today): string[] =>
  examiners(s, c).filter((id) => {
    const held = c.directory.holdersOf(id, day);
    return held.length > 0 && !held.some((person) => reviewed(s, person));
  });

/**
 * Time, place and moderator, told seven days before (行政许可法 48). Another day, time or place is a new notice with its own seven days; another
 * moderator alone, after a challenge say, is told anew and moves nothing; so is what was told to the parties and is now announced to the
 * public. A hearing is public: announced once, it stays announced.
 */
export function notifyHearing(s: Licensing, input: Inputs['notify-hearing'], c: Ctx): Result {
  const { day, time, place, moderator } = input;
  const told = s.heard?.notice;
  const before = s.heard?.announced ?? false;
  const announced = input.announced || before;
  const stands = told?.day === day && told.time === time && told.place === place && c.today <= day;
  if (stands && told?.moderator === moderator && announced === before) return refuse('hearing-told-so', { path: 'day' });
  const no = stands ? undefined : (ahead(day, 'day', c) ?? atRest(s, day, c) ?? mistimed(s, day, c) ?? atOfficeHours(time));
  if (no) return no;
  const may = moderators(s, c, day);
  const seats = examiners(s, c);
  if (!seats.includes(moderator) || c.directory.holdersOf(moderator, day).length === 0)
    return refuse('moderator-unknown', { path: 'moderator', params: { seat: moderator, example: may[0] ?? seats[0] ?? s.lead } });
  if (!may.includes(moderator)) return refuse('moderator-reviewed', { path: 'moderator', who: may.slice(0, 6) });
  return accept<LicensingFact>({
    kind: 'hearing-notified',
    day,
    time,
    place,
    moderator,
    by: noticeBy(day, c),
    ...(announced && { announced: true }),
    ...(told && { again: true }),
  });
}

/** Parties come to an organ that works that day (国务院关于职工工作时间的规定 7). */
function atRest(s: Licensing, day: LocalDate, c: Ctx): Decision<never> | undefined {
  if (c.calendar.isWorking(day)) return undefined;
  const days = [firstWorking(day, c), firstDay(c)];
  const next = days.find((one) => !ahead(one, 'day', c) && !mistimed(s, one, c)) ?? days[1]!;
  return refuse('hearing-on-rest-day', { path: 'day', params: { day, next } });
}

const firstWorking = (day: LocalDate, { calendar }: Ctx): LocalDate => (calendar.isWorking(day) ? day : calendar.nth(day, 1));
/** The first working day for which notice can still be given today. */
const firstDay = (c: Ctx): LocalDate => firstWorking(hearingFrom(c.today, c), c);

/** When offices are open, in local time; the house's own bounds, wider than any office's hours. */
const OFFICE = { from: '08:00', to: '18:00' } as const;
const atOfficeHours = (time: string): Decision<never> | undefined =>
  time >= OFFICE.from && time < OFFICE.to ? undefined : refuse('hearing-outside-hours', { path: 'time', params: { time, ...OFFICE } });

/** Too soon for the notice, or later than the hearing's own last day while there is still time for both. */
function mistimed(s: Licensing, day: LocalDate, c: Ctx): Decision<never> | undefined {
  const from = firstDay(c);
  if (noticeBy(day, c) < c.today) return refuse('hearing-notice-short', { path: 'day', params: { from } });
  const due = s.clocks.hearing?.due;
  return due && day > due && from <= due ? refuse('hearing-after-limit', { path: 'day', params: { from, due } }) : undefined;
}

/** The instant told: day and local time, in seconds since the epoch. */
export const opensAt = ({ day, time }: HearingNotice): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return startOfDay(day, ZONE_MINUTES) / 1000 + hours * 3600 + minutes * 60;
};

/** Held on the day told, with its minutes, on which the decision rests (行政许可法 48). */
export const holdHearing = (s: Licensing, input: Inputs['hold-hearing'], c: Ctx): Result =>
  accept<LicensingFact>({ kind: 'hearing-held', on: s.heard?.notice?.day ?? c.today, text: input.minutes });

/**
 * How many parties the decision still waits for, until the last day to speak (行政许可法 36). Each has to have spoken; where they were told that a
 * hearing may be asked for, to have waived it: a statement takes nothing of the five days (47).
 */
export function stillToHear({ heard, clocks }: Licensing, c: Pick<Ctx, 'today'>): number {
  if (!heard || !clocks.citizen || c.today > clocks.citizen.due) return 0;
  const done = heard.hearing === undefined ? heard.spoken : heard.waived;
  return heard.told - (done?.length ?? 0);
}

/** The applicant was told of the right to a hearing too, has the same five days, and has not waived it (行政许可法 47). */
export const applicantMayAsk = ({ heard, clocks }: Licensing, c: Pick<Ctx, 'today'>): boolean =>
  heard?.hearing === 'offered' && !heard.applicantWaived && clocks.citizen !== undefined && c.today <= clocks.citizen.due;
