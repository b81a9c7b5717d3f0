import type { Chance } from '../../kernel/chance.ts';
import { addDays, type Calendar, type Lawbook, startOfDay } from '../../kernel/clock/index.ts';
import type { LocalDate, Term } from '../../kernel/clock/types.ts';
import type { Command, Engine } from '../../kernel/matter/engine.ts';
import { ZONE_MINUTES } from '../../kernel/matter/fold.ts';
import type { Directory } from '../../kernel/organisation/index.ts';
import { type Answer, type Answers, answerers, answerTo, isSeveral, owing } from './answers.ts';
import { LAW } from './opening.ts';
import { fromLastTime, type Round, roundOn } from './rounds.ts';

export interface DutySeed {
  readonly answers: Answers;
  readonly from: LocalDate;
  /** Last day lived. */
  readonly to: LocalDate;
  readonly directory: Directory;
  readonly calendar: Calendar;
  readonly law: Lawbook;
  readonly chance: Chance;
}

/** What is written of a time that was done, by the first part of the term's id. */
const SAID: Readonly<Record<string, string>> = {
  disclosure: '年度报告已在县政府网站公布',
  meetings: '会议已召开，纪要已印发',
  portfolios: '分工文件已印发',
  emergency: '已按计划完成，总结报告已归档',
  establishment: '已逐人核对，台账已更新',
  inspections: '年度计划已备案并公布',
  appraisal: '评级结果已通报各单位',
  complaints: '已在公示栏和网站公示',
};
const saidOf = ({ id }: Term): string => SAID[id.split('.')[0]!] ?? '已完成';

/** Seconds: so many hours into the day. */
const hour = (day: LocalDate, hours: number): number => startOfDay(day, ZONE_MINUTES) / 1000 + Math.round(hours * 3600);
const MIDNIGHT = 0.02;

/**
 * The duties of a lived county: each time begins, is done mostly in its time, now and then some days late, now and then not yet; of what is
 * counted from the last time an earlier one is noted on the first day. Through the engine's own rules like everything else.
 *
 * @returns codes of what was refused
 */
export async function liveDuties(engine: Engine, { answers, from, to, directory, calendar, law, chance }: DutySeed): Promise<string[]> {
  const refused: string[] = [];
  const act = async (command: Omit<Command, 'kind'>): Promise<string | undefined> => {
    const outcome = await engine.perform({ kind: 'duty', ...command });
    if (!outcome.ok) refused.push(outcome.refusals[0]?.code ?? '');
    return outcome.ok ? outcome.number : undefined;
  };
  const by = (answer: Answer, day: LocalDate): Command['actor'] => {
    const person = answerers(answer, directory, day)[0]?.person ?? 'nobody';
    return (m) => m.directory.actor(person, m.today);
  };
  const noted = (term: Term, owes: string | undefined, on: LocalDate, mine: Chance) => ({
    on,
    document: `${owes ? directory.organ(owes)!.name.zh : '示政办'}〔${on.slice(0, 4)}〕${mine.between(3, 98)}号`,
    sentence: saidOf(term),
  });

  /** From its beginning to the last day lived, time doing its part on the days it does. */
  async function live(term: Term, owes: string | undefined, answer: Answer, begins: LocalDate, round: Round, input: object): Promise<void> {
    const mine = chance.fork(`${term.id} ${round.due}${owes ? ` ${owes}` : ''}`);
    const done = doneOn(round, mine, calendar);
    const number = await act({ input: { ...input, ...(owes && { owes }) }, actor: () => LAW, at: hour(begins, MIDNIGHT) });
    if (number === undefined) return;
    for (const day of [round.soon, addDays(round.due, 1)])
      if (day > begins && day <= to && (!done || day < done)) await act({ number, actor: () => LAW, at: hour(day, MIDNIGHT) });
    if (!done || done < begins || done > to) return;
    await act({
      number,
      action: 'note-done',
      input: noted(term, owes, done, mine),
      actor: by(answer, done),
      at: hour(done, mine.between(9, 16)),
    });
  }

  /** All its times in the period: of the county, or of one that owes it for itself. */
  async function liveAll(term: Term, owes: string | undefined, answer: Answer): Promise<void> {
    if (fromLastTime(term)) {
      const mine = chance.fork(`${term.id}${owes ? ` ${owes}` : ''}`);
      const last = addDays(from, -mine.between(200, 700));
      const first = { term: term.id, noted: noted(term, owes, last, mine), ...(owes && { owes }) };
      await act({ input: first, actor: by(answer, from), at: hour(from, 9.5) });
      return live(term, owes, answer, from, roundOn(term, last, calendar, law), { term: term.id, from: last });
    }
    for (let day = from; ; ) {
      const round = roundOn(term, day, calendar, law);
      if (round.previous >= to) break;
      const begins = round.previous < from ? from : addDays(round.previous, 1);
      await live(term, owes, answer, begins, round, { term: term.id, from: day });
      day = addDays(round.due, 1);
    }
  }

  for (const [id, named] of answers)
    for (const owes of isSeveral(named) ? owing(named, directory, from) : [undefined])
      await liveAll(law.term(id), owes, answerTo(named, owes, directory, from)!);
  return refused;
}

/** A working day a little before it is due, now and then some days after; undefined: not at all. */
function doneOn({ due, earliest }: Round, chance: Chance, calendar: Calendar): LocalDate | undefined {
  const how = chance.weighed([
    ['in time', 8],
    ['late', 2],
    ['not', 1],
  ] as const);
  if (how === 'not') return undefined;
  const day = how === 'late' ? calendar.nth(due, chance.between(1, 4)) : calendar.nth(due, -chance.between(1, 6));
  return day < earliest ? earliest : day;
}
