import type { Pool } from 'pg';
import { daysBetween, shortUnit } from '../../kernel/clock/index.ts';
import type { LocalDate, Term } from '../../kernel/clock/types.ts';
import type { Refusal } from '../../kernel/decision.ts';
import type { EngineMoment } from '../../kernel/matter/engine.ts';
import type { Actor } from '../../kernel/organisation/types.ts';
import { roleNames } from '../../kernel/organisation/words.ts';
import type { Text } from '../../kernel/text.ts';
import { type Answer, answerers, answeringSeat, answerTo, type DutyWorld, isSeveral, owing, type Several } from './answers.ts';
import { mayNote } from './permits.ts';
import { namesOf, ownerOf, type RoundRecord, roundsOf, standing } from './queries.ts';
import { lightOf } from './register.ts';
import { fromLastTime, workingBy } from './rounds.ts';
import { actionWords } from './words.ts';

/** Times told of one duty. */
const SHOWN = 60;
const plain = (text: string): Text => ({ zh: text, en: text });
type Say = (no: Refusal) => { readonly text: string; readonly basis?: string };

/**
 * One duty with its times, the newest first: who answers, what is open, what was noted by whom, and whether the reader may note. Of a duty that
 * each of several owes for itself, the times of one: whose time was asked for, else the reader's own organ, else the first; and where the others stand.
 */
export async function dutyView(pool: Pool, term: Term, asked: RoundRecord | undefined, moment: EngineMoment, actor: Actor, say: Say) {
  const { directory, today, calendar, snapshot } = moment;
  const named = (snapshot.worlds.duty as DutyWorld).answers.get(term.id);
  const owner = isSeveral(named) ? (asked ? ownerOf(asked) : ownOrgan(named, moment, actor)) : undefined;
  const rounds = await roundsOf(pool, term.id, owner ?? null, SHOWN);
  const answer = answerTo(named, owner, directory, today);
  const seats = answer ? answerers(answer, directory, today) : [];
  const persons = [...seats.map(({ person }) => person), ...rounds.flatMap(({ person }) => person ?? [])];
  const names = await namesOf(pool, persons);
  const nameOf = (person: string): Text => names.get(person) ?? plain(person);
  const organName = (organ: string): Text => directory.organ(organ)?.name ?? plain(organ);
  const act = (of: Answer, earliest?: LocalDate | null) => {
    const reasons = mayNote(of, { directory, today, actor }, earliest).map((no) => ({
      code: no.code,
      ...say(no),
      ...(no.who && { who: no.who }),
    }));
    return { label: actionWords['note-done'], allowed: reasons.length === 0, reasons };
  };
  const round = (r: RoundRecord) => ({
    matter: r.matter,
    due: r.due,
    ...(r.due && workingBy(r.due, r.provisional, calendar)),
    period: r.due && { from: r.periodFrom!, to: r.periodTo! },
    earliest: r.earliest,
    organName: organName(r.organ),
    light: r.doneOn ? ('closed' as const) : lightOf(r, moment),
    over: r.over ?? Math.max(0, daysBetween(r.due!, today)),
    done: r.doneOn && {
      on: r.doneOn,
      document: r.document!,
      sentence: r.sentence!,
      by: nameOf(r.person!),
      seatName: directory.seat(r.seat!)?.name ?? plain(r.seat!),
    },
    act: r.doneOn ? null : act({ organ: r.organ, office: r.office ?? undefined }, r.earliest),
  });
  return {
    id: term.id,
    name: term.name,
    amount: term.amount,
    unit: shortUnit(term.unit),
    basis: term.basis,
    note: term.note ?? null,
    today,
    /** The time that the address named. */
    asked: asked?.matter ?? null,
    answer: answer
      ? {
          organName: organName(answer.organ),
          officeName: answer.office ? (roleNames[answer.office] ?? plain(answer.office)) : null,
          seats: seats.map(({ person, seat }) => ({ seat: seat.id, seatName: seat.name, name: nameOf(person) })),
        }
      : null,
    /** Counted from the last time, and none is on record: the last one is noted first. */
    first: answer && fromLastTime(term) && rounds.length === 0 ? act(answer) : null,
    /** Of a duty that several owe: whose times these are, and the latest time of each. */
    owner: owner === undefined ? null : organName(owner),
    organs: isSeveral(named) ? await latestOfEach(pool, term, named, moment) : null,
    rounds: rounds.map(round),
  };
}

/** The organ of several for which the reader answers, else the first of them. */
export function ownOrgan(several: Several, { directory, today }: EngineMoment, actor: Actor): string | undefined {
  const organs = owing(several, directory, today);
  return organs.find((organ) => answeringSeat({ organ, office: several.office }, actor.seats)) ?? organs[0];
}

async function latestOfEach(pool: Pool, term: Term, several: Several, { law, directory, today }: EngineMoment) {
  const rounds = (await standing(pool)).filter((one) => law.find(one.term)?.id === term.id);
  const open = rounds.filter(({ doneOn }) => !doneOn);
  return [...new Set([...owing(several, directory, today), ...open.map(ownerOf)])].map((organ) => {
    const own = (some: readonly RoundRecord[]) => some.filter((one) => ownerOf(one) === organ);
    const latest = own(open)[0] ?? own(rounds).at(-1);
    return {
      organName: directory.organ(organ)?.name ?? plain(organ),
      matter: latest?.matter ?? null,
      due: latest?.due ?? null,
      light: !latest ? null : latest.doneOn ? ('closed' as const) : lightOf(latest, { directory, today }),
    };
  });
}
