import type { Pool } from 'pg';
import { actBy, daysBetween, shortUnit } from '../../kernel/clock/index.ts';
import type { Term } from '../../kernel/clock/types.ts';
import type { Refusal } from '../../kernel/decision.ts';
import type { EngineMoment } from '../../kernel/matter/engine.ts';
import type { Actor } from '../../kernel/organisation/types.ts';
import { roleNames } from '../../kernel/organisation/words.ts';
import type { Text } from '../../kernel/text.ts';
import { type Answer, answerers, type DutyWorld } from './answers.ts';
import { mayNote } from './permits.ts';
import { namesOf, type RoundRecord, roundsOf } from './queries.ts';
import { fromLastTime, lightAt } from './rounds.ts';
import { actionWords } from './words.ts';

/** Times told of one duty. */
const SHOWN = 60;
const plain = (text: string): Text => ({ zh: text, en: text });
type Say = (no: Refusal) => { readonly text: string; readonly basis?: string };

/** One duty with its times, the newest first: who answers, what is open, what was noted by whom, and whether the reader may note. */
export async function dutyView(pool: Pool, term: Term, asked: string | undefined, moment: EngineMoment, actor: Actor, say: Say) {
  const { directory, today, calendar, snapshot } = moment;
  const rounds = await roundsOf(pool, term.id, SHOWN);
  const answer = (snapshot.worlds.duty as DutyWorld).answers.get(term.id);
  const seats = answer ? answerers(answer, directory, today) : [];
  const persons = [...seats.map(({ person }) => person), ...rounds.flatMap(({ person }) => person ?? [])];
  const names = await namesOf(pool, persons);
  const nameOf = (person: string): Text => names.get(person) ?? plain(person);
  const organName = (organ: string): Text => directory.organ(organ)?.name ?? plain(organ);
  const act = (of: Answer) => {
    const reasons = mayNote(of, { directory, today, actor }).map((no) => ({ code: no.code, ...say(no), ...(no.who && { who: no.who }) }));
    return { label: actionWords['note-done'], allowed: reasons.length === 0, reasons };
  };
  const round = (r: RoundRecord) => ({
    matter: r.matter,
    due: r.due,
    ...(r.due && actBy(r.due, calendar)),
    period: r.due && { from: r.periodFrom!, to: r.periodTo! },
    earliest: r.earliest,
    provisional: r.provisional,
    organName: organName(r.organ),
    light: r.doneOn ? ('closed' as const) : lightAt({ due: r.due!, soon: r.soon! }, r.tier, today),
    over: r.over ?? Math.max(0, daysBetween(r.due!, today)),
    done: r.doneOn && {
      on: r.doneOn,
      document: r.document!,
      sentence: r.sentence!,
      by: nameOf(r.person!),
      seatName: directory.seat(r.seat!)?.name ?? plain(r.seat!),
    },
    act: r.doneOn ? null : act({ organ: r.organ, office: r.office ?? undefined }),
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
    asked: asked ?? null,
    answer: answer
      ? {
          organName: organName(answer.organ),
          officeName: answer.office ? (roleNames[answer.office] ?? plain(answer.office)) : null,
          seats: seats.map(({ person, seat }) => ({ seat: seat.id, seatName: seat.name, name: nameOf(person) })),
        }
      : null,
    /** Counted from the last time, and none is on record: the last one is noted first. */
    first: answer && fromLastTime(term) && rounds.length === 0 ? act(answer) : null,
    rounds: rounds.map(round),
  };
}
