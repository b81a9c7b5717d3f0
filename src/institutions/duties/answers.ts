import { z } from 'zod';
import type { Lawbook } from '../../kernel/clock/index.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import type { Directory, Holder } from '../../kernel/organisation/index.ts';
import type { Role, Seat } from '../../kernel/organisation/types.ts';
import { type Fault, sound } from '../../kernel/shape.ts';
import { fill } from '../../kernel/text.ts';
import { dutyFaultWords } from './words.ts';

/**
 * Which organ answers for which recurring duty, as a county enters it; or which several owe it, each for itself: a list, or `each` department of
 * the government. `successors`: who goes on with what an organ that ended had open (机构改革).
 */
const said = z.string().min(1);
const who = z.union([said, z.array(said).min(1)]);
const dutyRow = z.strictObject({ term: said, organ: who, office: said.optional() });
export const dutyFile = z.strictObject({
  confidence: z.enum(['verified', 'known', 'illustrative']),
  duties: z.array(dutyRow),
  successors: z.record(said, said).default({}),
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
 * What is wrong with what the file says, of every part that is right in form; none: it holds. A seat that nobody sits in is no fault: the
 * ladder goes on to the next rung.
 */
export function faultsOf(source: unknown, law: Lawbook, directory: Directory, today: LocalDate): readonly Fault[] {
  const given = (typeof source === 'object' && source !== null ? source : {}) as { duties?: unknown; successors?: unknown };
  const recurring = [...law.terms.values()].flatMap(({ id, recurs }) => (recurs ? [id] : []));
  const faults: Fault[] = [];
  const fault = (path: Fault['path'], key: keyof typeof dutyFaultWords, params: Readonly<Record<string, string>>) =>
    faults.push({ path, text: { zh: fill(dutyFaultWords[key].zh, params), en: fill(dutyFaultWords[key].en, params) } });
  const unknown = (path: Fault['path'], organ: string) => {
    const known = directory.organs(today).map(({ code }) => code);
    if (!directory.organ(organ)) fault(path, 'no-organ', { organ, known: known.join(', ') });
    return !directory.organ(organ);
  };
  const unseated = (path: Fault['path'], organ: string, office: string | undefined) => {
    const roles: readonly string[] = [...new Set(directory.allSeats(organ).flatMap((id) => directory.seat(id)!.roles))];
    const known = roles.join(', ') || '-';
    if (office !== undefined && !roles.includes(office)) fault([...path, 'office'], 'no-office', { organ, office, known });
    if (office === undefined && !HEADS.some((role) => roles.includes(role))) fault([...path, 'organ'], 'no-head', { organ, known });
  };
  const rows = sound(z.record(z.string(), z.unknown()), given.duties);
  const met = new Set<string>();
  for (const [i, row] of rows) {
    const at = ['duties', i];
    const [{ data: term }, { data: organ }, { data: office }] = [
      said.safeParse(row.term),
      who.safeParse(row.organ),
      said.safeParse(row.office),
    ];
    if (term !== undefined) {
      if (met.has(term)) fault([...at, 'term'], 'term-twice', { term });
      met.add(term);
      if (!law.terms.has(term)) fault([...at, 'term'], 'no-term', { term, near: law.near(term).join(', ') });
      else if (!recurring.includes(term)) fault([...at, 'term'], 'not-recurring', { term, known: recurring.join(', ') });
    }
    if (organ === undefined) continue;
    const organs = organ === EACH ? owing({ organs: EACH }, directory, today) : [organ].flat();
    for (const one of organs.filter((code, n) => organs.indexOf(code) < n)) fault([...at, 'organ'], 'organ-twice', { organ: one });
    for (const one of new Set(organs)) if (!unknown([...at, 'organ'], one)) unseated(at, one, office);
  }
  const pairs = typeof given.successors === 'object' && given.successors !== null ? Object.entries(given.successors) : [];
  const successors = Object.fromEntries(pairs.filter((pair): pair is [string, string] => said.safeParse(pair[1]).success));
  for (const [organ, by] of Object.entries(successors)) {
    const at = ['successors', organ];
    if (organ === by) fault(at, 'own-successor', { organ });
    else if (circle(organ, successors)) fault(at, 'circle', { organ });
    for (const one of new Set([organ, by])) unknown(at, one);
  }
  return faults;
}
