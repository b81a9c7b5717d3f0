import { addDays, daysBetween, type Lawbook } from '../../kernel/clock/index.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { accept, type Decision, refuser } from '../../kernel/decision.ts';
import type { CalendarChanged, OpenDate, Turn, Watched } from '../../kernel/matter/dates.ts';
import type { FactMeta, Moment, Summary } from '../../kernel/matter/types.ts';
import { type Answer, answerTo, type DutyWorld, toldFirst } from './answers.ts';
import { fromLastTime, lightAt, type Round, roundOn, type Tier, tierOf, type Warned, warned } from './rounds.ts';
import type { Noting, OpenDuty } from './schema.ts';
import { refusalWords } from './words.ts';

const refuse = refuser(refusalWords);

export type DutyFact =
  /** Without a round: the first time on record of a duty counted from its last time. */
  | ({ readonly kind: 'duty-opened'; readonly term: string; readonly owes?: string; readonly tier: Tier; readonly round?: Round } & Answer)
  | ({ readonly kind: 'duty-handed-over' } & Answer)
  | { readonly kind: 'duty-due-soon'; readonly due: LocalDate }
  | { readonly kind: 'duty-passed'; readonly due: LocalDate }
  | (CalendarChanged & Warned)
  | ({ readonly kind: 'duty-noted'; readonly over: number } & Noting);

export interface Duty {
  readonly number: string;
  readonly term: string;
  /** The organ that owes it for itself, whoever answers since; absent: a duty that one organ answers for. */
  readonly owes?: string;
  readonly tier: Tier;
  readonly answer: Answer;
  readonly round?: Round;
  /** What is on record of its light. */
  readonly lit: 'in-time' | 'due-soon' | 'over';
  readonly noted?: Noting & { readonly over: number; readonly person: string; readonly seat: string };
}

const answerIn = ({ organ, office }: Answer): Answer => ({ organ, ...(office && { office }) });

export function evolve(state: Duty | undefined, fact: DutyFact, { number, actor, capacity }: FactMeta): Duty {
  if (fact.kind === 'duty-opened') {
    const { term, owes, tier, round } = fact;
    return { number, term, ...(owes && { owes }), tier, answer: answerIn(fact), ...(round && { round }), lit: 'in-time' };
  }
  if (!state) throw new Error(`duties: ${fact.kind} before duty-opened`);
  switch (fact.kind) {
    case 'duty-handed-over':
      return { ...state, answer: answerIn(fact) };
    case 'duty-due-soon':
      return { ...state, lit: 'due-soon' };
    case 'duty-passed':
      return { ...state, lit: 'over' };
    case 'calendar-changed': {
      const calmed = (fact.settled ?? []).some(({ turns }) => turns.includes('no-longer-due-soon'));
      return { ...state, round: roundAfter(state.round, fact)!, ...(calmed && { lit: 'in-time' }) };
    }
    case 'duty-noted': {
      const { on, document, sentence, over } = fact;
      return { ...state, noted: { on, document, sentence, over, person: actor, seat: capacity } };
    }
  }
}

/** The days of a time as a fact leaves them; undefined where it says nothing of them. */
export function roundAfter(round: Round | undefined, fact: DutyFact): Round | undefined {
  if (fact.kind === 'duty-opened') return fact.round;
  if (fact.kind !== 'calendar-changed' || !round) return undefined;
  const { soon, provisional, by } = fact;
  return { ...round, soon, provisional, ...(by && { by }) };
}

const recorded = ({ lit, tier }: Duty): Summary['light'] => (lit !== 'over' ? lit : tier === 'law' ? 'over-law' : 'over-promise');

/** It stands on nobody's desk: the register and the morning list show it. */
export function summary(d: Duty): Summary {
  const { round, lit } = d;
  const open = d.noted === undefined && round !== undefined;
  return {
    status: open ? 'open' : 'noted',
    owner: { account: 'organ', holder: d.answer.organ },
    work: [],
    nextChange: open && lit !== 'over' ? (lit === 'in-time' ? round.soon : addDays(round.due, 1)) : undefined,
    reach: open ? round.due : undefined,
    closed: !open,
    subject: d.term,
    organ: d.answer.organ,
    person: 'duty',
    light: open ? recorded(d) : 'closed',
  };
}

export const CLOCK = 'duty';

/** The due day itself is certain; what is not is only whether it is a rest day. */
export const openDates = ({ round, noted }: Duty): OpenDate[] =>
  round && !noted ? [{ clock: CLOCK, due: round.due, whose: 'organ', provisional: false, conditional: false }] : [];

export const watched = ({ round, noted, tier, answer }: Duty): Watched[] =>
  round && !noted ? [{ clock: CLOCK, due: round.due, soon: round.soon, tier, organ: answer.organ, roles: toldFirst(answer) }] : [];

/** A duty's day does not roll; from when it is due soon, and whether its last working day is known, may change with the calendar. */
export function redate(d: Duty, { calendar, law, today }: Pick<Moment, 'calendar' | 'law' | 'today'>) {
  const term = law.find(d.term);
  if (!d.round || d.noted || !term || d.lit === 'over') return undefined;
  const { soon, provisional, by } = warned(term, d.round, calendar, law);
  if (soon === d.round.soon && provisional === d.round.provisional) return undefined;
  const turns: Turn[] = [];
  if (d.lit === 'due-soon' && today < soon) turns.push('no-longer-due-soon');
  if (d.lit === 'in-time' && today >= soon && today <= d.round.due) turns.push('becomes-due-soon');
  const settled = [{ clock: CLOCK, due: d.round.due, whose: 'organ' as const, turns }];
  return { kind: 'calendar-changed' as const, moves: [], settled, soon, provisional, by };
}

/** What time, the calendar and the county's file have brought by today. */
export function sweep(d: Duty, moment: Moment, { answers }: DutyWorld): readonly DutyFact[] {
  if (d.noted || !d.round) return [];
  const changed = redate(d, moment);
  const now = changed ? evolve(d, changed, { number: d.number, actor: 'law', capacity: 'sweep' } as FactMeta) : d;
  const { due } = d.round;
  const light = lightAt(now.round!, d.tier, moment.today);
  const facts: DutyFact[] = changed ? [changed] : [];
  const answer = answerTo(answers.get(d.term), d.owes ?? d.answer.organ, moment.directory, moment.today);
  if (answer && !sameAnswer(answer, d.answer)) facts.push({ kind: 'duty-handed-over', ...answerIn(answer) });
  if (light === 'due-soon' && now.lit === 'in-time') facts.push({ kind: 'duty-due-soon', due });
  if (moment.today > due && now.lit !== 'over') facts.push({ kind: 'duty-passed', due });
  return facts;
}

export const sameAnswer = (a: Answer, b: Answer): boolean => a.organ === b.organ && a.office === b.office;

type Here = Pick<Moment, 'calendar' | 'law' | 'today' | 'directory'> & { readonly world: DutyWorld };
const recurring = (law: Lawbook, id: string) => {
  const term = law.find(id);
  return term?.recurs ? term : undefined;
};

/** A time begins, by the sweep; or the first time on record of what is counted from the last time is noted by whoever answers (P18). */
export function open({ term: id, owes, from, noted }: OpenDuty, { calendar, law, today, directory, world }: Here): Decision<DutyFact> {
  const term = recurring(law, id);
  if (!term) return refuse('duty-not-found', { params: { duty: id } });
  const answer = answerTo(world.answers.get(term.id), owes, directory, today);
  if (!answer) return refuse('duty-nobody-answers', { params: { duty: id } });
  const opened = { kind: 'duty-opened', term: term.id, ...(owes && { owes }), tier: tierOf(term), ...answer } as const;
  if (from) return accept<DutyFact>({ ...opened, round: roundOn(term, from, calendar, law) });
  if (!noted || !fromLastTime(term)) return refuse('duty-time-to-choose', { params: { duty: id } });
  if (noted.on > today) return refuse('duty-day-to-come', { path: 'on', params: { day: noted.on } });
  return accept<DutyFact>(opened, { kind: 'duty-noted', ...noted, over: 0 });
}

/** Done on a day that has come, and not before the time could be done; after its day it is done late, by so many days (P18). */
export function note({ round, noted }: Duty, input: Noting, today: LocalDate): Decision<DutyFact> {
  if (noted) return refuse('duty-noted-already', { params: { day: noted.on } });
  if (input.on > today) return refuse('duty-day-to-come', { path: 'on', params: { day: input.on } });
  if (round && input.on < round.earliest) return refuse('duty-day-too-early', { path: 'on', params: { day: round.earliest } });
  return accept<DutyFact>({ kind: 'duty-noted', ...input, over: round ? Math.max(0, daysBetween(round.due, input.on)) : 0 });
}
