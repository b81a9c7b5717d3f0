import type { Action, MatterKind } from '../../kernel/matter/types.ts';
import { answeringSeat, answerTo, type DutyWorld } from './answers.ts';
import { type Ctx, mayNote, mayOpen } from './permits.ts';
import { project, tables } from './projection.ts';
import type { Duty, DutyFact } from './rules.ts';
import * as rules from './rules.ts';
import { type Noting, noting, type OpenDuty, openDuty } from './schema.ts';
import { actionWords, clockWords } from './words.ts';

type Act = Action<Duty, never, DutyFact, DutyWorld>;
const BASIS = 'P18';

const actions: Readonly<Record<string, Act>> = {
  'note-done': {
    label: actionWords['note-done'],
    basis: BASIS,
    input: noting,
    permit: (d: Duty, c: Ctx) => mayNote(d.answer, c, d.round?.earliest),
    decide: (d: Duty, input: Noting, c: Ctx) => rules.note(d, input, c.today),
    capacity: (d: Duty, c: Ctx) => answeringSeat(d.answer, c.actor.seats)?.id,
  } as unknown as Act,
};

/** One time of a recurring duty, from when it begins until it is noted as done. */
export const duty: MatterKind<Duty, DutyFact, DutyWorld, OpenDuty> = {
  name: 'duty',
  opens: 'duty-opened',
  freeText: new Set(['document', 'sentence']),
  tables,
  evolve: rules.evolve,
  summary: rules.summary,
  sweep: rules.sweep,
  project,
  scope: ({ kind }) => (kind === 'duty-due-soon' || kind === 'duty-passed' ? [] : ['main']),
  dates: {
    name: (clock) => (clock === rules.CLOCK ? clockWords.duty : undefined),
    open: rules.openDates,
    watched: rules.watched,
    redate: rules.redate,
    subject: (term, law) => law.find(term)?.name,
    page: (number) => `/duties/${number}`,
  },
  opening: {
    label: actionWords.open,
    basis: BASIS,
    input: openDuty as never,
    number: (serial, _input, m) => `${m.today.slice(0, 4)}-D-${String(serial).padStart(6, '0')}`,
    permit: (_d, c, input) => mayOpen(c, input),
    decide: (_d, input, c) => rules.open(input, c),
    capacity: (_d, c, { term, owes }) => {
      const answer = answerTo(c.world.answers.get(c.law.find(term)?.id ?? term), owes, c.directory, c.today);
      return c.actor.kind === 'law' ? 'sweep' : answer && answeringSeat(answer, c.actor.seats)?.id;
    },
  },
  // Without a prototype: a name that everybody's object knows, such as `constructor`, is no action.
  actions: Object.assign(Object.create(null) as Record<string, Act>, actions),
};
