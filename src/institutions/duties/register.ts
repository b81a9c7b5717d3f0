import { actBy, addDays, type Calendar, daysBetween, type Lawbook, shortUnit } from '../../kernel/clock/index.ts';
import type { LocalDate, Term } from '../../kernel/clock/types.ts';
import type { Light } from '../../kernel/matter/types.ts';
import type { Directory } from '../../kernel/organisation/index.ts';
import type { Role } from '../../kernel/organisation/types.ts';
import type { Text } from '../../kernel/text.ts';
import type { Answer, Answers } from './answers.ts';
import type { RoundRecord } from './queries.ts';
import { fromLastTime, lightAt, type Round, roundOn, tierOf } from './rounds.ts';

/** A line of the register (P18): a time that passed and is not noted, or the next one. */
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
  /** The holidays of the year it is due in are not official: whether it is a rest day is not known yet. */
  readonly provisional: boolean;
  /** Absent: nobody answers, and nobody is told. */
  readonly answer?: { readonly organ: string; readonly organName: Text; readonly office?: Role };
  /** The last time that was noted. */
  readonly last?: { readonly on: LocalDate; readonly by: Text; readonly document: string; readonly over: number };
}

export interface Registered {
  readonly law: Lawbook;
  readonly calendar: Calendar;
  readonly today: LocalDate;
  readonly directory: Pick<Directory, 'organ'>;
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
    .sort((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1));

function rowsOf(term: Term, seen: Registered): DutyRow[] {
  const { law, calendar, today, answers, names } = seen;
  const { id, name, amount, basis } = term;
  const own = seen.rounds.filter((one) => law.find(one.term)?.id === id);
  const done = own.filter(({ doneOn }) => doneOn).at(-1);
  const last = done && {
    on: done.doneOn!,
    by: names.get(done.person!) ?? plain(done.person!),
    document: done.document!,
    over: done.over!,
  };
  const duty = { id, name, amount, unit: shortUnit(term.unit) as DutyRow['unit'], ...basis, ...(last && { last }) };
  const days = (due: LocalDate) => ({
    due,
    ...actByOf(due, calendar),
    ...(today > due && { over: daysBetween(due, today) }),
  });
  const open = own
    .filter(({ doneOn }) => !doneOn)
    .map((r): DutyRow => {
      const period = { from: r.periodFrom!, to: r.periodTo! };
      const light = lightAt({ due: r.due!, soon: r.soon! }, r.tier, today);
      return { ...duty, matter: r.matter, ...days(r.due!), period, light, provisional: r.provisional, ...answered(r, seen) };
    });
  if (open.some(({ due }) => due! >= today) || (open.length > 0 && fromLastTime(term))) return open;
  const answer = answers.get(id);
  const who = answered(answer, seen);
  const next = nextOf(term, own, seen);
  if (!next) return [...open, { ...duty, light: 'unarmed', provisional: false, ...who }];
  const light = answer ? lightAt(next, tierOf(term), today) : 'unarmed';
  return [...open, { ...duty, ...days(next.due), period: next.period, light, provisional: next.provisional, ...who }];
}

/** The time after those on record. What is counted from the last time has none before one is noted. */
function nextOf(term: Term, own: readonly RoundRecord[], { calendar, law, today }: Registered): Round | undefined {
  const latest = own.at(-1);
  if (fromLastTime(term)) return latest?.doneOn ? roundOn(term, latest.doneOn, calendar, law) : undefined;
  return roundOn(term, latest?.due && latest.due >= today ? addDays(latest.due, 1) : today, calendar, law);
}

const actByOf = (due: LocalDate, calendar: Calendar): Pick<DutyRow, 'actBy'> => {
  const { actBy: by } = actBy(due, calendar);
  return by === undefined ? {} : { actBy: by };
};

const answered = (
  answer: Pick<RoundRecord, 'organ' | 'office'> | Answer | undefined,
  { directory }: Registered,
): Pick<DutyRow, 'answer'> =>
  answer
    ? {
        answer: {
          organ: answer.organ,
          organName: directory.organ(answer.organ)?.name ?? plain(answer.organ),
          ...(answer.office && { office: answer.office }),
        },
      }
    : {};
