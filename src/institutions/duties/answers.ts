import { z } from 'zod';
import type { Lawbook } from '../../kernel/clock/index.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import type { Directory, Holder } from '../../kernel/organisation/index.ts';
import type { Role, Seat } from '../../kernel/organisation/types.ts';

/** Which organ answers for which recurring duty, as a county enters it. */
export const dutyFile = z.strictObject({
  confidence: z.enum(['verified', 'known', 'illustrative']),
  duties: z.array(z.strictObject({ term: z.string(), organ: z.string(), office: z.string().optional() })),
});
export type DutyFile = z.output<typeof dutyFile>;

/** Who answers for a duty: the organ, by its chief and deputies, and by an office in it where one is named. */
export interface Answer {
  readonly organ: string;
  readonly office?: Role;
}
/** By term. */
export type Answers = ReadonlyMap<string, Answer>;

export interface DutyWorld {
  readonly answers: Answers;
}

/** No file entered: nobody is known to answer for anything. */
export const NO_ANSWERS: Answers = new Map();

const HEADS: readonly Role[] = ['deputy', 'chief'];

/** Who is told first: the office named, else the deputies in charge. */
export const toldFirst = ({ office }: Answer): readonly Role[] => [office ?? 'deputy'];

/** The seats that note it as done. An authority given for some items alone is none for a duty. */
const answering = ({ organ, office }: Answer, seat: Seat): boolean =>
  seat.organ === organ && !seat.only && seat.roles.some((role) => role === office || HEADS.includes(role));

export const answeringSeat = (answer: Answer, seats: readonly Seat[]): Seat | undefined => seats.find((seat) => answering(answer, seat));

/** Who could note it that day: the office first. */
export function answerers(answer: Answer, directory: Directory, on: LocalDate): readonly Holder[] {
  const roles = [...new Set([...toldFirst(answer), ...HEADS])];
  return roles.flatMap((role) => directory.holders({ organ: answer.organ, role }, on)).filter(({ seat }) => answering(answer, seat));
}

export const answersOf = ({ duties }: DutyFile): Answers =>
  new Map(duties.map(({ term, organ, office }) => [term, { organ, ...(office !== undefined && { office: office as Role }) }]));

/**
 * What is wrong with the file, a sentence each that says what to write instead; none: it holds. A seat that nobody sits in is no fault: the
 * ladder goes on to the next rung.
 */
export function faultsOf({ duties }: DutyFile, law: Lawbook, directory: Directory, today: LocalDate): readonly string[] {
  const recurring = [...law.terms.values()].flatMap(({ id, recurs }) => (recurs ? [id] : []));
  return duties.flatMap(({ term, organ, office }, i) => {
    const at = `duties[${i}]`;
    if (duties.findIndex((one) => one.term === term) < i) return [`${at}: ${term} is answered for twice. Keep one of the lines.`];
    if (!law.terms.has(term)) return [`${at}: there is no term ${term} in law/. Near it: ${law.near(term).join(', ')}.`];
    if (!recurring.includes(term)) return [`${at}: ${term} does not come back. Those that do: ${recurring.join(', ')}.`];
    if (!directory.organ(organ)) {
      const known = directory.organs(today).map(({ code }) => code);
      return [`${at}: there is no organ ${organ}. There are: ${known.join(', ')}.`];
    }
    const roles: readonly string[] = [...new Set(directory.allSeats(organ).flatMap((id) => directory.seat(id)!.roles))];
    const seats = roles.length > 0 ? `Its seats have: ${roles.join(', ')}.` : 'It has no seats.';
    if (office !== undefined && !roles.includes(office)) return [`${at}: ${organ} has no seat with the office ${office}. ${seats}`];
    if (office === undefined && !HEADS.some((role) => roles.includes(role)))
      return [`${at}: ${organ} has neither chief nor deputy, so an office must be named. ${seats}`];
    return [];
  });
}
