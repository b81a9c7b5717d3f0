import { z } from 'zod';
import { isLocalDate, weekday, year } from './date.ts';
import type { CalendarYear, LocalDate, PauseGround, Term } from './types.ts';

/** The law as data: what `law/*.yaml` says, checked. */
export interface Lawbook {
  /** Throws on an unknown id: a term that code names must stand in law/. */
  term(id: string): Term;
  readonly terms: ReadonlyMap<string, Term>;
  readonly grounds: ReadonlyMap<string, PauseGround>;
}

/** Takes `{ terms, grounds }`, already read from YAML; tells all its faults at once. */
export function parseLaw(source: unknown): Lawbook {
  const { terms, grounds } = parsed(LawRows, source, 'law');
  const byId = new Map<string, Term>(terms.map((term) => [term.id, term]));
  const byOldId = new Map<string, Term>(terms.flatMap((term) => (term.formerly ?? []).map((old) => [old, term] as const)));
  return {
    terms: byId,
    grounds: new Map(grounds.map((ground) => [ground.id, ground])),
    term(id) {
      const term = byId.get(id) ?? byOldId.get(id);
      if (term === undefined) throw new Error(`no term ${id} in law/`);
      return term;
    },
  };
}

/** Takes one year of `law/calendar`, already read from YAML. */
export const parseCalendarYear = (source: unknown): CalendarYear => parsed(YearRow, source, 'calendar year');

const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const date = z.custom<LocalDate>(isLocalDate, 'must be a date, YYYY-MM-DD');
const id = z.string().regex(/^[a-z][a-z0-9.-]*$/, 'must be lower-case words joined by dots and hyphens');
const basis = z.strictObject({ law: text, article: z.string().min(1), mark: z.enum(['V', 'S', 'L', 'K']) });
const confidence = z.enum(['verified', 'known', 'illustrative']);
const amount = z.number().int().positive();

const unit = z.enum(['wd', 'cd', 'month', 'year']);

const TermRow = z.strictObject({
  id,
  formerly: z.array(id).optional(),
  name: text,
  amount,
  unit,
  basis,
  start: text.optional(),
  whose: z.enum(['organ', 'citizen']).optional(),
  silence: text.optional(),
  roll: z.enum(['next-working-day', 'none']),
  confidence,
  extension: z
    .strictObject({ amount, by: z.string().min(1), times: z.number().int().positive().optional(), told: text.optional(), basis })
    .optional(),
  pausable: z.array(id).optional(),
});

const GroundRow = z.strictObject({
  id,
  name: text,
  scope: z.enum(['lawful', 'promise-only']),
  cap: z.strictObject({ amount, unit }).optional(),
  basis,
  confidence,
});

const LawRows = z
  .strictObject({ terms: z.array(TermRow), grounds: z.array(GroundRow).default([]) })
  .superRefine(({ terms, grounds }, check) => {
    const fault = (message: string) => check.addIssue({ code: 'custom', message });
    for (const twice of repeated(terms.flatMap((term) => [term.id, ...(term.formerly ?? [])]))) fault(`term ${twice} is given twice`);
    for (const twice of repeated(grounds.map((ground) => ground.id))) fault(`ground ${twice} is given twice`);
    const lawful = new Set(grounds.filter((ground) => ground.scope === 'lawful').map((ground) => ground.id));
    for (const term of terms)
      for (const ground of term.pausable ?? []) if (!lawful.has(ground)) fault(`term ${term.id} names ${ground}, not a lawful ground`);
  });

const YearRow = z
  .strictObject({
    year: z.number().int().min(1900).max(9999),
    status: z.enum(['official', 'provisional', 'missing']),
    document: text,
    off: z.array(z.strictObject({ from: date, to: date, name: text })),
    makeup: z.array(date),
  })
  .superRefine(({ year: own, off, makeup }, check) => {
    const fault = (message: string) => check.addIssue({ code: 'custom', message });
    for (const day of [...off.flatMap(({ from, to }) => [from, to]), ...makeup])
      if (year(day) !== own) fault(`${day} is not in ${own}: a notice that touches another year changes that year's file`);
    for (const { from, to } of off) if (to < from) fault(`holiday ${from} to ${to} ends before it begins`);
    for (const twice of repeated(makeup)) fault(`make-up day ${twice} is given twice`);
    for (const day of makeup) {
      if (weekday(day) < 6) fault(`make-up day ${day} is no weekend`);
      if (off.some(({ from, to }) => from <= day && day <= to)) fault(`make-up day ${day} lies in a holiday`);
    }
    const sorted = off.toSorted((a, b) => (a.from < b.from ? -1 : 1));
    for (const [i, next] of sorted.slice(1).entries())
      if (next.from <= sorted[i]!.to) fault(`holidays ${sorted[i]!.from} and ${next.from} overlap`);
  });

const repeated = (ids: readonly string[]): string[] => ids.filter((one, i) => ids.indexOf(one) !== i);

function parsed<T>(schema: z.ZodType<T>, source: unknown, what: string): T {
  const result = schema.safeParse(source);
  if (result.success) return result.data;
  throw new Error(`${what}: ${result.error.issues.map((issue) => [...issue.path, issue.message].join(' ')).join('; ')}`);
}
