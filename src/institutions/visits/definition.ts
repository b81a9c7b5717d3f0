import type { Decision } from '../../kernel/decision.ts';
import type { Action, MatterKind } from '../../kernel/matter/types.ts';
import { all, atWindow, type Ctx, called, openToday, ownVisitor, serving, type Why, waiting, windowSeat } from './permits.ts';
import { project, tables } from './projection.ts';
import type { VisitWorld } from './register.ts';
import type { Visit, VisitFact } from './rules.ts';
import * as rules from './rules.ts';
import { type ActionName, type Inputs, inputs, type TakeTicket, takeTicket } from './schema.ts';
import { actionBasis, actionWords, openingWords } from './words.ts';

const seatOf = (c: Ctx): string => windowSeat(c.actor)?.id ?? '';

const action = <N extends ActionName>(name: N, permit: Why, decide: (v: Visit, input: Inputs[N], c: Ctx) => Decision<VisitFact>) =>
  ({
    label: actionWords[name],
    basis: actionBasis[name],
    input: inputs[name].strict(),
    permit,
    decide,
    capacity: (_v: Visit, c: Ctx) => seatOf(c),
  }) as unknown as Action<Visit, never, VisitFact, VisitWorld>;

const mine = (...when: Why[]) => all(atWindow, ...when, ownVisitor);

const actions: Record<ActionName, Action<Visit, never, VisitFact, VisitWorld>> = {
  call: action('call', all(atWindow, waiting), (_v, input, c) => rules.call(input, seatOf(c))),
  'call-again': action('call-again', mine(called), rules.callAgain),
  attend: action('attend', mine(called), rules.attend),
  about: action('about', mine(serving), rules.about),
  finish: action('finish', mine(serving), rules.finish),
  'no-show': action('no-show', mine(called), () => rules.leave('no-show')),
  leave: action('leave', all(atWindow, waiting), () => rules.leave('went')),
};

/** A visit to the centre, from the ticket to the way out: waiting and handling are time accounts like any other's. */
export const visit: MatterKind<Visit, VisitFact, VisitWorld, TakeTicket> = {
  name: 'visit',
  opens: 'ticket-taken',
  freeText: new Set(),
  tables,
  evolve: rules.evolve,
  summary: rules.summary,
  sweep: (v, { today }) => rules.sweep(v, today),
  project,
  scope: () => ['main'],
  opening: {
    label: openingWords,
    basis: 'P10, S1-70',
    input: takeTicket.strict() as never,
    number: (serial, _input, m) => `${m.today.slice(0, 4)}-V-${String(serial).padStart(6, '0')}`,
    permit: all(atWindow, openToday),
    decide: (_v, input, c) => rules.take(input, c.today),
    capacity: (_v, c) => seatOf(c),
  },
  // Without a prototype: a name that everybody's object knows, such as `constructor`, is no action.
  actions: Object.assign(Object.create(null) as Record<string, Action<Visit, never, VisitFact, VisitWorld>>, actions),
};
