import { z } from 'zod';
import { isLocalDate } from '../../kernel/clock/index.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { plainText, shortText } from '../../kernel/plain-text.ts';

const day = z
  .string()
  .refine(isLocalDate, { params: { code: 'not-a-date' } })
  .transform((d) => d as LocalDate);

/** That a time was done: on which day, by which document (its number or address), and what was done. */
export const noting = z.strictObject({ on: day, document: shortText(200), sentence: plainText(500) });
export type Noting = z.output<typeof noting>;

/** `from`: the day in whose round it is, or the last time; by the sweep. `noted`: the first time on record, by whoever answers. `owes`: which of several. */
export const openDuty = z.strictObject({
  term: shortText(80),
  owes: shortText(80).optional(),
  from: day.optional(),
  noted: noting.optional(),
});
export type OpenDuty = z.output<typeof openDuty>;
