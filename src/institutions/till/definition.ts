import type { Action, MatterKind } from '../../kernel/matter/types.ts';
import { all, another, type Ctx, cashier, cashierSeat, open, reviewer, reviewSeat } from './permits.ts';
import { project, tables } from './projection.ts';
import type { Till, TillFact } from './rules.ts';
import * as rules from './rules.ts';
import { type ActionName, type CountTill, countTill, type Inputs, inputs } from './schema.ts';
import { actionWords, openingWords } from './words.ts';

type Act = Action<Till, never, TillFact, object>;

const actions: Record<ActionName, Act> = {
  recount: {
    label: actionWords.recount,
    basis: 'S3-44, P15',
    input: inputs.recount.strict(),
    permit: all(cashier, open),
    decide: (_t: Till, input: Inputs['recount']) => rules.recount(input),
    capacity: (_t: Till, c: Ctx) => cashierSeat(c.actor)?.id,
  } as unknown as Act,
  review: {
    label: actionWords.review,
    basis: 'S3-44, P15',
    input: inputs.review.strict(),
    permit: all(reviewer, another, open),
    decide: (t: Till, input: Inputs['review']) => rules.review(t, input),
    capacity: (_t: Till, c: Ctx) => reviewSeat(c.actor)?.id,
  } as unknown as Act,
};

/** A count of the till at the end of a day, and its review by another. */
export const till: MatterKind<Till, TillFact, object, CountTill> = {
  name: 'till',
  opens: 'till-counted',
  freeText: new Set(['reason', 'note']),
  tables,
  evolve: rules.evolve,
  summary: rules.summary,
  sweep: () => [],
  project,
  scope: () => ['main'],
  opening: {
    label: openingWords,
    basis: 'S3-37, S3-44, P15',
    input: countTill.strict() as never,
    number: (serial, _input, m) => `${m.today.slice(0, 4)}-T-${String(serial).padStart(6, '0')}`,
    permit: (t, c) => cashier(t, c),
    decide: (_t, input, c) => rules.count(input, c.today),
    capacity: (_t, c) => cashierSeat(c.actor)?.id,
  },
  // Without a prototype: a name that everybody's object knows, such as `constructor`, is no action.
  actions: Object.assign(Object.create(null) as Record<string, Act>, actions),
};
