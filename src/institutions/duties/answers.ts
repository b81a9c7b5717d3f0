import { z } from 'zod';
import type { Lawbook } from '../../kernel/clock/index.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import type { Directory, Holder } from '../../kernel/organisation/index.ts';
import type { Role, Seat } from '../../kernel/organisation/types.ts';

/**
 * Which organ answers for which recurring duty, as a county enters it; or which several owe it, each for itself: a list, or `each` department of
 * the government. `successors`: who goes on with what an organ that ended had open (机构改革).
 */
export const dutyFile = z.strictObject({
  confidence: z.enum(['verified', 'known', 'illustrative']),
  duties: z.array(
    z.strictObject({ term: z.string(), organ: z.union([z.string(), z.array(z.string()).min(1)]), office: z.string().optional() }),
  ),
  successors: z.record(z.string(), z.string()).default({}),
});
export type DutyFile = z.output<typeof dutyFile>;

/** Who answers for a time: the organ, by its chief and deputies, and by an office in it where one is named. */
export interface Answer {
  readonly organ: string;
  readonly office?: Role;
}
/** A duty that each of several owes for itself. */
export interface Several {
  readonly organs: typeof EACH | readonly string[];
  readonly office?: Role;
  readonly successors?: ReadonlyMap<string, string>;
}
/** A duty of one organ; `successors` as above. */
interface Named extends Answer {
  readonly successors?: ReadonlyMap<string, string>;
}
/** By term. */
export type Answers = ReadonlyMap<string, Named | Several>;

export const EACH = 'each';
/** Every department of the government, 政府工作部门: whom 政府信息公开条例 49 asks for a report of its own. */
const DEPARTMENT = 'government-department';

export const isSeveral = (answer: Named | Several | undefined): answer is Several => answer !== undefined && 'organs' in answer;

/** Who owes it for itself that day: an organ that ended owes nothing more, one that was founded owes from then on. */
export const owing = ({ organs }: Several, directory: Directory, on: LocalDate): readonly string[] =>
  directory.organs(on).flatMap(({ code, kind }) => ((organs === EACH ? kind === DEPARTMENT : organs.includes(code)) ? [code] : []));

export const stands = (organ: string, directory: Directory, on: LocalDate): boolean =>
  directory.organs(on).some(({ code }) => code === organ);

/**
 * Who answers that day: the organ named, for what one of several owes that one, or who succeeds it where it has ended. Undefined: nobody is
 * named, or nobody goes on.
 */
export function answerTo(
  answer: Named | Several | undefined,
  owes: string | undefined,
  directory: Directory,
  on: LocalDate,
): Answer | undefined {
  if (!answer) return undefined;
  const { office, successors = new Map() } = answer;
  let organ = isSeveral(answer) ? owedBy(answer, owes, directory) : answer.organ;
  for (let left = successors.size; organ !== undefined && !stands(organ, directory, on); left--)
    organ = left > 0 ? successors.get(organ) : undefined;
  return organ === undefined ? undefined : { organ, ...(office && { office }) };
}

const owedBy = ({ organs }: Several, owes: string | undefined, directory: Directory): string | undefined =>
  owes !== undefined && (organs === EACH ? directory.organ(owes)?.kind === DEPARTMENT : organs.includes(owes)) ? owes : undefined;

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

export function answersOf({ duties, successors }: DutyFile): Answers {
  const known = new Map(Object.entries(successors));
  return new Map(
    duties.map(({ term, organ, office }) => {
      const who = typeof organ === 'string' && organ !== EACH ? { organ } : { organs: organ as Several['organs'] };
      return [term, { ...who, ...(known.size > 0 && { successors: known }), ...(office !== undefined && { office: office as Role }) }];
    }),
  );
}

function circle(organ: string, successors: DutyFile['successors']): boolean {
  const met = new Set<string>();
  for (let one: string | undefined = organ; one !== undefined; one = successors[one]) {
    if (met.has(one)) return one === organ;
    met.add(one);
  }
  return false;
}

/**
 * What is wrong with the file, a sentence each that says what to write instead; none: it holds. A seat that nobody sits in is no fault: the
 * ladder goes on to the next rung.
 */
export function faultsOf({ duties, successors }: DutyFile, law: Lawbook, directory: Directory, today: LocalDate): readonly string[] {
  const recurring = [...law.terms.values()].flatMap(({ id, recurs }) => (recurs ? [id] : []));
  const unknown = (at: string, organ: string) => {
    const known = directory.organs(today).map(({ code }) => code);
    return directory.organ(organ) ? [] : [`${at}: there is no organ ${organ}. There are: ${known.join(', ')}.`];
  };
  const unseated = (at: string, organ: string, office: string | undefined) => {
    const roles: readonly string[] = [...new Set(directory.allSeats(organ).flatMap((id) => directory.seat(id)!.roles))];
    const seats = roles.length > 0 ? `Its seats have: ${roles.join(', ')}.` : 'It has no seats.';
    if (office !== undefined && !roles.includes(office)) return [`${at}: ${organ} has no seat with the office ${office}. ${seats}`];
    if (office === undefined && !HEADS.some((role) => roles.includes(role)))
      return [`${at}: ${organ} has neither chief nor deputy, so an office must be named. ${seats}`];
    return [];
  };
  const named = duties.flatMap(({ term, organ, office }, i) => {
    const at = `duties[${i}]`;
    if (duties.findIndex((one) => one.term === term) < i) return [`${at}: ${term} is answered for twice. Keep one of the lines.`];
    if (!law.terms.has(term)) return [`${at}: there is no term ${term} in law/. Near it: ${law.near(term).join(', ')}.`];
    if (!recurring.includes(term)) return [`${at}: ${term} does not come back. Those that do: ${recurring.join(', ')}.`];
    const organs = organ === EACH ? owing({ organs: EACH }, directory, today) : [organ].flat();
    if (new Set(organs).size < organs.length) return [`${at}: an organ is named twice. Name each once.`];
    return organs.flatMap((one) => (directory.organ(one) ? unseated(at, one, office) : unknown(at, one)));
  });
  const after = Object.entries(successors).flatMap(([organ, by]) => {
    if (organ === by) return [`successors: ${organ} cannot succeed itself. Name the organ that goes on with its duties.`];
    if (circle(organ, successors)) return [`successors: ${organ} is succeeded in a circle. Name an organ that stays.`];
    return [organ, by].flatMap((one) => unknown('successors', one));
  });
  return [...named, ...after];
}
