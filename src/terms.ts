import { z } from 'zod';
import { isNational, type Lawbook, shortUnit } from './kernel/clock/index.ts';
import type { Basis, Term } from './kernel/clock/types.ts';

const unit = z.enum(['wd', 'cd', 'mo', 'yr', 'h']);
const said = z.object({ zh: z.string(), en: z.string() });
const basis = z.object({ law: said.extend({ since: z.iso.date().optional() }), article: z.string(), mark: z.enum(['V', 'S', 'L', 'K']) });

/** A limit as the command and the API give it away: every field always there, `null` where the law says nothing. */
export const termOutward = z.object({
  id: z.string(),
  formerly: z.array(z.string()),
  name: said,
  amount: z.number(),
  unit,
  start: said,
  whose: z.enum(['organ', 'citizen']),
  sense: z.enum(['at-most', 'at-least', 'ahead', 'lasts']),
  roll: z.enum(['next-working-day', 'none']),
  rollBasis: basis.nullable(),
  extend: z.object({ amount: z.int(), unit, times: z.int(), by: z.string(), told: said.nullable(), ...basis.shape }).nullable(),
  pauses: z.array(z.object({ ground: z.string(), name: said, cap: z.object({ amount: z.int(), unit }).nullable(), ...basis.shape })),
  silence: said.nullable(),
  note: said.nullable(),
  recurs: z.string().nullable(),
  national: z.boolean(),
  ...basis.shape,
  confidence: z.enum(['verified', 'known', 'illustrative']),
});

export type TermOutward = z.infer<typeof termOutward>;

/** National law first, then the county's parameters; each in the order of its file. */
export const termsOutward = (law: Lawbook): TermOutward[] => [...law.terms.values()].map((term) => outward(term, law));

export function outward(term: Term, law: Lawbook): TermOutward {
  const { extension } = term;
  return {
    id: term.id,
    formerly: [...(term.formerly ?? [])],
    name: term.name,
    amount: term.amount,
    unit: shortUnit(term.unit),
    start: term.start,
    whose: term.whose,
    sense: term.sense ?? 'at-most',
    roll: term.roll,
    rollBasis: term.rollBasis ? cited(term.rollBasis) : null,
    extend: extension
      ? {
          amount: extension.amount,
          unit: shortUnit(term.unit),
          times: extension.times ?? 1,
          by: extension.by,
          told: extension.told ?? null,
          ...cited(extension.basis),
        }
      : null,
    pauses: (term.pausable ?? []).map((id) => {
      const { name, cap, basis: from } = law.grounds.get(id)!;
      return { ground: id, name, cap: cap ? { amount: cap.amount, unit: shortUnit(cap.unit) } : null, ...cited(from) };
    }),
    silence: term.silence ?? null,
    note: term.note ?? null,
    recurs: term.recurs?.due ?? null,
    national: isNational(term.basis),
    ...cited(term.basis),
    confidence: term.confidence,
  };
}

const cited = ({ law, article, mark }: Basis) => ({ law, article, mark });
