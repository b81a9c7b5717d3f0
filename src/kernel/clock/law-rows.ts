import { z } from 'zod';
import type { LocalDate, Parameter, PauseGround, Recurrence, Term } from './types.ts';

export const textRow = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const id = z.string().regex(/^[a-z][a-z0-9.-]*$/, 'must be lower-case words joined by dots and hyphens');
const termId = z.string().regex(/^[a-z][a-z0-9-]*\.[a-z0-9-]+$/, 'must be <statute>.<limit>, lower-case words joined by hyphens');
const day = z.iso.date('must be a day that exists, YYYY-MM-DD').transform((text) => text as LocalDate);
const basis = z.strictObject({
  law: textRow.extend({ since: day.optional() }),
  article: z.string().min(1),
  mark: z.enum(['V', 'S', 'L', 'K']),
});
const confidence = z.enum(['verified', 'known', 'illustrative']);
const whole = z.number().int().positive();
/** A quarter of an hour is the least; every other unit is whole. */
const amount = z.number().positive().multipleOf(0.25);
const days = ['wd', 'cd', 'month', 'year'] as const;

const PERIOD_END = 'period-end';
const LAST_TIME = 'last-time';
const recurs = z.strictObject({
  due: z
    .string()
    .regex(
      /^((0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|1\d|2[0-8])|period-end|last-time)$/,
      'must be a day of the year MM-DD, period-end or last-time',
    ),
  covers: z.literal('year-before').optional(),
});

const TermRow = z.strictObject({
  id: termId,
  formerly: z.array(id).optional(),
  name: textRow,
  amount,
  unit: z.enum([...days, 'hour']),
  basis,
  start: textRow,
  whose: z.enum(['organ', 'citizen']),
  sense: z.enum(['at-least', 'ahead', 'lasts']).optional(),
  silence: textRow.optional(),
  note: textRow.optional(),
  roll: z.enum(['next-working-day', 'none']),
  rollBasis: basis.optional(),
  confidence,
  extension: z
    .strictObject({
      amount: whole,
      by: z.enum(['head', 'county-head', 'disclosure-head', 'reconsideration-head', 'investigating-government']),
      times: whole.optional(),
      told: textRow.optional(),
      basis,
    })
    .optional(),
  pausable: z.array(id).nonempty().optional(),
  recurs: recurs.optional(),
});

const GroundRow = z.strictObject({
  id,
  name: textRow,
  scope: z.enum(['lawful', 'promise-only']),
  cap: z.strictObject({ amount: whole, unit: z.enum(days), each: z.literal(true).optional() }).optional(),
  basis,
  confidence,
});

/** What each unit of a parameter can say. */
const RANGES: Readonly<Record<Parameter['unit'], readonly [least: number, most: number, step: number]>> = {
  percent: [1, 100, 1],
  wd: [0, 250, 1],
  'o-clock': [0, 23.75, 0.25],
};

const ParameterRow = z
  .strictObject({
    id: termId,
    name: textRow,
    amount: z.number().min(0),
    unit: z.enum(['percent', 'wd', 'o-clock']),
    note: textRow.optional(),
    basis,
    confidence,
  })
  .superRefine(({ amount: n, unit }, check) => {
    const [least, most, step] = RANGES[unit];
    if (n < least || n > most || n % step !== 0)
      check.addIssue({ code: 'custom', path: ['amount'], message: `must be from ${least} to ${most} in steps of ${step} for ${unit}` });
  });

type Row = z.infer<typeof TermRow>;

/** What no single field tells: said of the term, in the order in which one reads it. */
function faultsOf(term: Row, lawful: ReadonlySet<string>): readonly [field: string, message: string][] {
  const { unit, roll, recurs: again } = term;
  const found: [string, string][] = [];
  if (unit !== 'hour' && !Number.isInteger(term.amount)) found.push(['amount', 'must be whole: only hours have quarters']);
  for (const ground of term.pausable ?? []) if (!lawful.has(ground)) found.push(['pausable', `${ground} is not a lawful ground`]);
  if (roll === 'next-working-day' && term.whose === 'organ' && !term.rollBasis)
    found.push(['roll', 'the limit of an organ rolls only where the law says so: give rollBasis, or roll none']);
  if (roll === 'none' && term.rollBasis) found.push(['rollBasis', 'stands only where the last day rolls']);
  if (term.sense === 'ahead' && (unit === 'hour' || roll !== 'none' || again || term.extension || term.pausable))
    found.push(['sense', 'a limit counted back has days, months or years, rolls no later, and is not extended, paused or recurring']);
  if (again && (term.pausable || roll !== 'none')) found.push(['recurs', 'a duty that comes back is not paused and does not roll']);
  if (again && unit !== 'month' && unit !== 'year') found.push(['recurs', 'a duty comes back by months or years']);
  if (again?.covers && !/^\d/.test(again.due)) found.push(['recurs', 'covers goes with a day of the year']);
  if (again && term.extension) found.push(['extension', 'a duty that comes back is not extended']);
  if (again?.due === PERIOD_END && !(unit === 'year' ? term.amount === 1 : unit === 'month' && 12 % term.amount === 0))
    found.push(['recurs', 'period-end goes with 1, 2, 3, 4, 6 or 12 month, or 1 year']);
  if (again && /^\d/.test(again.due) && !(unit === 'year' && term.amount === 1))
    found.push(['recurs', 'a day of the year goes with 1 year']);
  return found;
}

export const LawRows: z.ZodType<{ terms: Term[]; grounds: PauseGround[]; parameters: Parameter[] }> = z
  .strictObject({ terms: z.array(TermRow), grounds: z.array(GroundRow).default([]), parameters: z.array(ParameterRow).default([]) })
  .superRefine(({ terms, grounds, parameters }, check) => {
    const fault = (message: string, ...path: PropertyKey[]) => check.addIssue({ code: 'custom', path, message });
    const seen = new Set<string>();
    for (const [i, term] of terms.entries())
      for (const one of [term.id, ...(term.formerly ?? [])])
        if (seen.has(one)) fault(`term ${one} is given twice`, 'terms', i, 'id');
        else seen.add(one);
    for (const [i, { id: own }] of parameters.entries())
      if (seen.has(own)) fault(`parameter ${own} is given twice`, 'parameters', i, 'id');
      else seen.add(own);
    const known = new Set<string>();
    for (const [i, ground] of grounds.entries())
      if (known.has(ground.id)) fault(`ground ${ground.id} is given twice`, 'grounds', i, 'id');
      else known.add(ground.id);
    const lawful = new Set(grounds.filter((ground) => ground.scope === 'lawful').map((ground) => ground.id));
    for (const [i, term] of terms.entries())
      for (const [field, message] of faultsOf(term, lawful)) fault(`term ${term.id}: ${message}`, 'terms', i, field);
  });

/** Whether a duty is counted from the last time it was done. */
export const sinceLastTime = ({ due }: Recurrence): boolean => due === LAST_TIME;
