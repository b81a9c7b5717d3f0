import type { Pool } from 'pg';
import { addDays, type Lawbook, roundOf } from '../../kernel/clock/index.ts';
import type { LocalDate, Term } from '../../kernel/clock/types.ts';
import { performForLaw } from '../../kernel/matter/bulk.ts';
import type { Engine, EngineMoment } from '../../kernel/matter/engine.ts';
import type { Directory } from '../../kernel/organisation/index.ts';
import type { Actor } from '../../kernel/organisation/types.ts';
import { type Answers, answerTo, type DutyWorld, isSeveral, owing } from './answers.ts';
import { hasBegun, ownerOf, type RoundRecord, standing } from './queries.ts';
import { fromLastTime } from './rounds.ts';
import { sameAnswer } from './rules.ts';

export const LAW: Actor = { kind: 'law', person: 'law', seats: [] };

type Known = Pick<RoundRecord, 'term' | 'owes' | 'organ' | 'due' | 'doneOn'>;
type Beginning = { readonly term: string; readonly owes?: string; readonly from: LocalDate };

/**
 * The times that have begun and are not on record yet, in order: each begins the day after the time before was due; what is counted from
 * the last time, when that is noted. Of a duty that is not on record at all the time at hand is the first: what was before the county
 * opened is not asked. What each of several owes for itself begins for each that stands today, and covers no time before it was founded.
 * Nobody answers: nothing is opened, and the register says so.
 */
export function beginning(
  answers: Answers,
  law: Lawbook,
  directory: Directory,
  today: LocalDate,
  known: readonly Known[],
): readonly Beginning[] {
  return [...answers].flatMap(([id, answer]) => {
    const term = law.find(id);
    if (!term?.recurs) return [];
    const own = known.filter((one) => law.find(one.term)?.id === term.id);
    if (!isSeveral(answer)) return answerTo(answer, undefined, directory, today) ? begun(term, own, today) : [];
    return owing(answer, directory, today).flatMap((owes) => {
      const founded = directory.organ(owes)!.from;
      const each = begun(
        term,
        own.filter((one) => ownerOf(one) === owes),
        today,
      );
      return each.filter(({ from }) => fromLastTime(term) || roundOf(term, from).period.to >= founded).map((one) => ({ ...one, owes }));
    });
  });
}

/** The times of one duty, or of one that owes it, that have begun since those on record. */
function begun(term: Term, own: readonly Known[], today: LocalDate): Beginning[] {
  const latest = (days: readonly (LocalDate | null)[]) => days.reduce((a, b) => (b && (!a || b > a) ? b : a), null);
  if (fromLastTime(term)) {
    const last = own.some(({ doneOn }) => !doneOn) ? null : latest(own.map(({ doneOn }) => doneOn));
    return last ? [{ term: term.id, from: last }] : [];
  }
  const found: Beginning[] = [];
  const before = latest(own.map(({ due }) => due));
  for (let from = before ? addDays(before, 1) : today; ; ) {
    const { previous, due } = roundOf(term, from);
    if (previous >= today) return found;
    found.push({ term: term.id, from });
    from = addDays(due, 1);
  }
}

/**
 * Opens the times that have begun, and hands over open ones for which the county's file, or the end of an organ, now names another. Several processes may do so at
 * once: the table keeps a time once. Returns how many facts were written.
 */
export async function openRounds(pool: Pool, engine: Engine, moment: EngineMoment): Promise<number> {
  const { answers } = moment.snapshot.worlds.duty as DutyWorld;
  if (answers.size === 0 || !(await hasBegun(pool))) return 0;
  const known = await standing(pool);
  const elsewhere = known.filter(({ term, owes, doneOn, organ, office }) => {
    const answer = answerTo(answers.get(term), ownerOf({ owes, organ }), moment.directory, moment.today);
    return !doneOn && answer && !sameAnswer(answer, { organ, office: office ?? undefined });
  });
  const moved = await performForLaw(
    pool,
    engine,
    elsewhere.map(({ matter }) => ({ number: matter, kind: 'duty' })),
  );
  const opened = beginning(answers, moment.law, moment.directory, moment.today, known).map((input) =>
    engine.perform({ kind: 'duty', input, actor: () => LAW }).then(
      (outcome) => (outcome.ok ? outcome.facts.length : 0),
      (error) => {
        if (isThere(error)) return 0;
        throw error;
      },
    ),
  );
  return (await Promise.all(opened)).reduce((sum, n) => sum + n, moved);
}

/** Another was first: the table keeps a time once. */
export const isThere = (error: unknown): boolean => (error as { code?: unknown }).code === '23505';
