import type { LocalDate } from '../../kernel/clock/types.ts';
import { type Refusal, reasonFor } from '../../kernel/decision.ts';
import type { Context } from '../../kernel/matter/types.ts';
import { type Answer, answerers, answeringSeat, answerTo, type DutyWorld } from './answers.ts';
import type { OpenDuty } from './schema.ts';
import { refusalWords } from './words.ts';

export type Ctx = Context<DutyWorld>;
const because = reasonFor(refusalWords);

/** The chief and the deputies of the organ that answers, and the office named in it; from the first day on which the time can be done (P18). */
export const mayNote = (
  answer: Answer | undefined,
  c: Pick<Ctx, 'actor' | 'directory' | 'today'>,
  earliest?: LocalDate | null,
): readonly Refusal[] => [
  ...(answer && answeringSeat(answer, c.actor.seats)
    ? []
    : [because('duty-answerer-only', { who: answer ? answerers(answer, c.directory, c.today).map(({ seat }) => seat.id) : [] })]),
  ...(earliest && c.today < earliest ? [because('duty-day-too-early', { params: { day: earliest } })] : []),
];

/** A time begins by the law alone; a first time is noted by whoever answers for the duty. */
export function mayOpen(c: Ctx, input?: OpenDuty): readonly Refusal[] {
  if (c.actor.kind === 'law') return [];
  if (c.actor.kind !== 'officer' || input?.from) return [{ code: 'no-authority' }];
  const named = input && c.world.answers.get(c.law.find(input.term)?.id ?? input.term);
  // Of a duty that nobody answers for, or that there is not, the decision says so.
  return named ? mayNote(answerTo(named, input.owes, c.directory, c.today), c) : [];
}
