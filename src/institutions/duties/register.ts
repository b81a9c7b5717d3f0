import { addDays, type Calendar, daysBetween, type Lawbook, shortUnit } from '../../kernel/clock/index.ts';
import type { LocalDate, Term } from '../../kernel/clock/types.ts';
import type { Light } from '../../kernel/matter/types.ts';
import type { Directory } from '../../kernel/organisation/index.ts';
import type { Role } from '../../kernel/organisation/types.ts';
import type { Text } from '../../kernel/text.ts';
import { type Answer, type Answers, answerTo, isSeveral, owing, stands } from './answers.ts';
import { ownerOf, type RoundRecord } from './queries.ts';
import { fromLastTime, lightAt, type Round, roundOn, tierOf, workingBy } from './rounds.ts';

/** A line of the register (P18): a time that passed and is not noted, or the next one; of each that owes it for itself. */
export interface DutyRow {
  readonly id: string;
  readonly name: Text;
  readonly amount: number;
  readonly unit: 'mo' | 'yr';
  readonly law: Text;
  readonly article: string;
  readonly mark: Term['basis']['mark'];
  /** The matter of this time; absent where it has not begun, or nobody answers. */
  readonly matter?: string;
  readonly due?: LocalDate;
  /** The last working day before a due date that is a rest day: an organ's limit does not roll. */
  readonly actBy?: string;
  readonly period?: Round['period'];
  /** By the county's thresholds; `unarmed`: nobody answers, or the last time is not noted, so that no clock runs. */
  readonly light: Light;
  /** Calendar days past the due date. */
  readonly over?: number;
  /** The due date itself is certain always. */
  readonly provisional: false;
  /** The holidays before it are not official: the last working day on or before it is not known yet. */
  readonly actByProvisional?: true;
  /** Absent: nobody answers, and nobody is told. */
  readonly answer?: { readonly organ: string; readonly organName: Text; readonly office?: Role };
  /** Of a duty that each of several owes for itself: which of them, whoever answers since. */
  readonly owes?: { readonly organ: string; readonly organName: Text };
  /** The last time that was noted. */
  readonly last?: {
    readonly on: LocalDate;
    readonly due: LocalDate | null;
    readonly by: Text;
    readonly document: string;
    readonly over: number;
  };
}

export interface Registered {
  readonly law: Lawbook;
  readonly calendar: Calendar;
  readonly today: LocalDate;
  readonly directory: Directory;
  readonly answers: Answers;
  /** `standing`. */
  readonly rounds: readonly RoundRecord[];
  readonly names: ReadonlyMap<string, Text>;
}

const plain = (text: string): Text => ({ zh: text, en: text });

/** Every recurring duty of the law book with its times that are not noted and its next, by day; those without a day last. */
export const dutyRows = (seen: Registered): readonly DutyRow[] =>
  [...seen.law.terms.values()]
    .filter(({ recurs }) => recurs)
    .flatMap((term) => rowsOf(term, seen))
    .sort((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : (a.due ?? '9') > (b.due ?? '9') ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

function rowsOf(term: Term, seen: Registered): DutyRow[] {
  const { law, directory, today } = seen;
  const own = seen.rounds.filter((one) => law.find(one.term)?.id === term.id);
  const answer = seen.answers.get(term.id);
  if (!isSeveral(answer)) return rowsFor(term, own, answerTo(answer, undefined, directory, today), undefined, seen);
  const standing = owing(answer, directory, today);
  const open = own.filter(({ doneOn }) => !doneOn).map(ownerOf);
  const owners = [...new Set([...standing, ...open])];
  if (owners.length === 0) return rowsFor(term, own, undefined, undefined, seen);
  return owners.flatMap((owner) => {
    const times = own.filter((one) => ownerOf(one) === owner);
    const rows = rowsFor(term, times, answerTo(answer, owner, directory, today), owner, seen);
    // An organ that ended owes no next time.
    return standing.includes(owner) ? rows : rows.filter(({ matter }) => matter);
  });
}

function rowsFor(
  term: Term,
  own: readonly RoundRecord[],
  answer: Answer | undefined,
  owner: string | undefined,
  seen: Registered,
): DutyRow[] {
  const { calendar, today, names } = seen;
  const { id, name, amount, basis } = term;
  const done = own.filter(({ doneOn }) => doneOn).at(-1);
  const last = done && {
    on: done.doneOn!,
    due: done.due,
    by: names.get(done.person!) ?? plain(done.person!),
    document: done.document!,
    over: done.over!,
  };
  const owes = owner === undefined ? {} : { owes: named(owner, seen) };
  const duty = { id, name, amount, unit: shortUnit(term.unit) as DutyRow['unit'], ...basis, ...owes, ...(last && { last }) };
  const days = (due: LocalDate, provisional: boolean) => ({
    due,
    ...workingBy(due, provisional, calendar),
    ...(today > due && { over: daysBetween(due, today) }),
  });
  const open = own
    .filter(({ doneOn }) => !doneOn)
    .map((r): DutyRow => {
      const period = { from: r.periodFrom!, to: r.periodTo! };
      const light = lightOf(r, seen);
      const who = light === 'unarmed' ? {} : answered(r, seen);
      return { ...duty, matter: r.matter, ...days(r.due!, r.provisional), period, light, ...who };
    });
  if (open.some(({ due }) => due! >= today) || (open.length > 0 && fromLastTime(term))) return open;
  const who = answered(answer, seen);
  const next = nextOf(term, own, owner, seen);
  if (!next) return [...open, { ...duty, light: 'unarmed', provisional: false, ...who }];
  const light = answer ? lightAt(next, tierOf(term), today) : 'unarmed';
  return [...open, { ...duty, ...days(next.due, next.provisional), period: next.period, light, ...who }];
}

/** Of an open time: nobody can note it any more where its organ has ended and nobody goes on with it. */
export const lightOf = ({ due, soon, tier, organ }: RoundRecord, { directory, today }: Pick<Registered, 'directory' | 'today'>): Light =>
  stands(organ, directory, today) ? lightAt({ due: due!, soon: soon! }, tier, today) : 'unarmed';

/** The time after those on record. What is counted from the last time has none before one is noted. */
function nextOf(
  term: Term,
  own: readonly RoundRecord[],
  owner: string | undefined,
  { calendar, law, today, directory }: Registered,
): Round | undefined {
  const latest = own.at(-1);
  if (fromLastTime(term)) return latest?.doneOn ? roundOn(term, latest.doneOn, calendar, law) : undefined;
  const next = roundOn(term, latest?.due && latest.due >= today ? addDays(latest.due, 1) : today, calendar, law);
  const founded = owner && directory.organ(owner)?.from;
  return founded && next.period.to < founded ? roundOn(term, addDays(next.due, 1), calendar, law) : next;
}

const answered = (answer: Pick<RoundRecord, 'organ' | 'office'> | Answer | undefined, seen: Registered): Pick<DutyRow, 'answer'> =>
  answer ? { answer: { ...named(answer.organ, seen), ...(answer.office && { office: answer.office }) } } : {};

const named = (organ: string, { directory }: Registered) => ({ organ, organName: directory.organ(organ)?.name ?? plain(organ) });

/** The lines of one time of a duty that several owe, each for itself: how many of them have noted it, have it open, are late with it. */
export interface DutyFold {
  readonly key: string;
  readonly row: DutyRow;
  readonly organs: number;
  readonly noted: number;
  readonly open: number;
  readonly late: number;
  readonly light: Light;
}

/** Beside each line of the register the time it is folded under, if any. */
export function foldsOf(rows: readonly DutyRow[]): readonly (DutyFold | undefined)[] {
  const known = new Map<string, DutyFold>();
  return rows.map((row) => {
    const { id, due } = row;
    if (!row.owes) return undefined;
    const key = `${id} ${due ?? ''}`;
    const found =
      known.get(key) ??
      foldOf(
        key,
        row,
        rows.filter((one) => one.owes && one.id === id),
      );
    known.set(key, found);
    return found;
  });
}

function foldOf(key: string, row: DutyRow, all: readonly DutyRow[]): DutyFold {
  const here = all.filter(({ due }) => due === row.due);
  const waiting = new Set(here.map(({ owes }) => owes!.organ));
  const done = all.filter(({ owes, last }) => row.due && last?.due && last.due >= row.due && !waiting.has(owes!.organ));
  const noted = new Set(done.map(({ owes }) => owes!.organ)).size;
  const late = here.filter(({ over }) => over !== undefined).length;
  const open = here.filter(({ matter }) => matter).length - late;
  return { key, row, organs: noted + waiting.size, noted, open, late, light: worst(here) };
}

const GRAVE: readonly Light[] = ['over-law', 'over-promise', 'unarmed', 'due-soon'];
const worst = (rows: readonly DutyRow[]): Light => GRAVE.find((light) => rows.some((row) => row.light === light)) ?? rows[0]!.light;
