import type { Pool } from 'pg';
import { addDays, type Lawbook, roundOf } from '../../kernel/clock/index.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { performForLaw } from '../../kernel/matter/bulk.ts';
import type { Engine, EngineMoment } from '../../kernel/matter/engine.ts';
import type { Actor } from '../../kernel/organisation/types.ts';
import type { Answers, DutyWorld } from './answers.ts';
import { hasBegun, type RoundRecord, standing } from './queries.ts';
import { fromLastTime } from './rounds.ts';
import { sameAnswer } from './rules.ts';

export const LAW: Actor = { kind: 'law', person: 'law', seats: [] };

type Known = Pick<RoundRecord, 'term' | 'due' | 'doneOn'>;

/**
 * The times that have begun and are not on record yet, in order: each begins the day after the time before was due; what is counted from
 * the last time, when that is noted. Of a duty that is not on record at all the time at hand is the first: what was before the county
 * opened is not asked. Nobody answers: nothing is opened, and the register says so.
 */
export function beginning(answers: Answers, law: Lawbook, today: LocalDate, known: readonly Known[]): { term: string; from: LocalDate }[] {
  return [...answers.keys()].flatMap((id) => {
    const term = law.find(id);
    if (!term?.recurs) return [];
    const own = known.filter((one) => law.find(one.term)?.id === term.id);
    const latest = (days: readonly (LocalDate | null)[]) => days.reduce((a, b) => (b && (!a || b > a) ? b : a), null);
    if (fromLastTime(term)) {
      const last = own.some(({ doneOn }) => !doneOn) ? null : latest(own.map(({ doneOn }) => doneOn));
      return last ? [{ term: term.id, from: last }] : [];
    }
    const begun: { term: string; from: LocalDate }[] = [];
    const before = latest(own.map(({ due }) => due));
    for (let from = before ? addDays(before, 1) : today; ; ) {
      const { previous, due } = roundOf(term, from);
      if (previous >= today) return begun;
      begun.push({ term: term.id, from });
      from = addDays(due, 1);
    }
  });
}

/**
 * Opens the times that have begun, and hands over open ones for which the county's file now names another. Several processes may do so at
 * once: the table keeps a time once. Returns how many facts were written.
 */
export async function openRounds(pool: Pool, engine: Engine, moment: EngineMoment): Promise<number> {
  const { answers } = moment.snapshot.worlds.duty as DutyWorld;
  if (answers.size === 0 || !(await hasBegun(pool))) return 0;
  const known = await standing(pool);
  const elsewhere = known.filter(({ term, doneOn, organ, office }) => {
    const answer = answers.get(term);
    return !doneOn && answer && !sameAnswer(answer, { organ, office: office ?? undefined });
  });
  const moved = await performForLaw(
    pool,
    engine,
    elsewhere.map(({ matter }) => ({ number: matter, kind: 'duty' })),
  );
  const opened = beginning(answers, moment.law, moment.today, known).map((input) =>
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
