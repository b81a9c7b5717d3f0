import { z } from 'zod';
import { type Fault, type Shaped, saying, shaped } from '../shape.ts';
import { fill, type Text } from '../text.ts';
import type { LocalDate, Parameter, PauseGround, Recurrence, Term } from './types.ts';
import { lawFaultWords as words } from './words.ts';

export const textRow = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const matching = (form: RegExp, said: Text) => z.string().refine((text) => form.test(text), saying(said));
const id = matching(/^[a-z][a-z0-9.-]*$/, words['id-form']);
const termId = matching(/^[a-z][a-z0-9-]*\.[a-z0-9-]+$/, words['term-id-form']);
const day = z.iso.date().transform((text) => text as LocalDate);
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
  due: matching(
    /^((0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|1\d|2[0-8])|period-end|last-time)$/,
    words['recurs-form'],
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

const ParameterRow = z.strictObject({
  id: termId,
  name: textRow,
  amount: z.number().min(0),
  unit: z.enum(['percent', 'wd', 'o-clock']),
  note: textRow.optional(),
  basis,
  confidence,
});

type Row = z.infer<typeof TermRow>;

type Found = readonly [field: string, said: Text];

/** What no single field of a term tells, in the order in which one reads it. */
function faultsOf(term: Row, lawful: ReadonlySet<string>): readonly Found[] {
  const { unit, roll, recurs: again } = term;
  const found: Found[] = [];
  if (unit !== 'hour' && !Number.isInteger(term.amount)) found.push(['amount', words['not-whole']]);
  for (const ground of term.pausable ?? []) if (!lawful.has(ground)) found.push(['pausable', filled('not-lawful', { ground })]);
  if (roll === 'next-working-day' && term.whose === 'organ' && !term.rollBasis) found.push(['roll', words['roll-basis-missing']]);
  if (roll === 'none' && term.rollBasis) found.push(['rollBasis', words['roll-basis-idle']]);
  if (term.sense === 'ahead' && (unit === 'hour' || roll !== 'none' || again || term.extension || term.pausable))
    found.push(['sense', words['ahead-only']]);
  if (again && (term.pausable || roll !== 'none')) found.push(['recurs', words['recurs-runs']]);
  if (again && unit !== 'month' && unit !== 'year') found.push(['recurs', words['recurs-unit']]);
  if (again?.covers && !/^\d/.test(again.due)) found.push(['recurs', words['covers-day']]);
  if (again && term.extension) found.push(['extension', words['recurs-extended']]);
  if (again?.due === PERIOD_END && !(unit === 'year' ? term.amount === 1 : unit === 'month' && 12 % term.amount === 0))
    found.push(['recurs', words['recurs-period']]);
  if (again && /^\d/.test(again.due) && !(unit === 'year' && term.amount === 1)) found.push(['recurs', words['recurs-day']]);
  return found;
}

function rangeFault({ amount: n, unit }: z.infer<typeof ParameterRow>): readonly Found[] {
  const [least, most, step] = RANGES[unit];
  return n < least || n > most || n % step !== 0 ? [['amount', filled('parameter-range', { unit, least, most, step })]] : [];
}

const lists = { terms: z.array(z.unknown()), grounds: z.array(z.unknown()).optional(), parameters: z.array(z.unknown()).optional() };
/** A file of the law: what may stand in it at all. */
export const lawFile = z.strictObject(lists);
export const countyLawFile = z.strictObject({ ...lists, terms: lists.terms.optional() });

interface Rows {
  readonly terms: Term[];
  readonly grounds: PauseGround[];
  readonly parameters: Parameter[];
}

/** Each row is read by itself, so that one fault hides no other. */
export function lawRows(source: unknown): Shaped<Rows> {
  const whole = shaped(lawFile, source);
  if (!whole.ok) return whole;
  const { terms: rawTerms, grounds: rawGrounds = [], parameters: rawParameters = [] } = whole.value;
  const faults: Fault[] = [];
  const read = <T>(part: keyof Rows, rows: readonly unknown[], schema: z.ZodType<T>, more: (row: T) => readonly Found[] = () => []) =>
    rows.flatMap((raw, i): T[] => {
      const row = shaped(schema, raw);
      if (!row.ok) faults.push(...row.faults.map(({ path, text }) => ({ path: [part, i, ...path], text })));
      else for (const [field, text] of more(row.value)) faults.push({ path: [part, i, field], text });
      return row.ok ? [row.value] : [];
    });
  const lawful = new Set(rawGrounds.flatMap((raw) => ((raw as Partial<PauseGround> | null)?.scope === 'promise-only' ? [] : idsOf(raw))));
  const ofTerm = (term: Row) =>
    faultsOf(term, lawful).map(([field, { zh, en }]): Found => {
      const { zh: inZh, en: inEn } = words['of-term'];
      return [field, { zh: fill(inZh, { id: term.id, said: zh }), en: fill(inEn, { id: term.id, said: en }) }];
    });
  const [terms, grounds] = [read('terms', rawTerms, TermRow, ofTerm), read('grounds', rawGrounds, GroundRow)];
  const parameters = read('parameters', rawParameters, ParameterRow, rangeFault);
  const twice = (part: keyof Rows, what: string, rows: readonly unknown[], seen: Set<string>) => {
    for (const [i, raw] of rows.entries())
      for (const one of idsOf(raw))
        if (seen.has(one)) faults.push({ path: [part, i, 'id'], text: filled('given-twice', { what, id: one }) });
        else seen.add(one);
  };
  const seen = new Set<string>();
  twice('terms', 'term', rawTerms, seen);
  twice('parameters', 'parameter', rawParameters, seen);
  twice('grounds', 'ground', rawGrounds, new Set());
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: { terms, grounds, parameters } };
}

/** The id of a row, and those it had formerly, also where the row has faults. */
function idsOf(raw: unknown): string[] {
  const { id: own, formerly } = (raw ?? {}) as { id?: unknown; formerly?: unknown };
  return [own, ...(Array.isArray(formerly) ? formerly : [])].filter((one) => typeof one === 'string');
}

const filled = (key: keyof typeof words, params: Readonly<Record<string, string | number>>): Text => ({
  zh: fill(words[key].zh, params),
  en: fill(words[key].en, params),
});

/** Whether a duty is counted from the last time it was done. */
export const sinceLastTime = ({ due }: Recurrence): boolean => due === LAST_TIME;
