import { z } from 'zod';
import { isLocalDate } from '../../kernel/clock/index.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { plainText, shortCode } from '../../kernel/plain-text.ts';

const says = (code: string) => ({ params: { code } });
const yuan = z
  .number()
  .refine((n) => n >= 0, says('at-least-zero'))
  .refine((n) => n <= 1e9, says('too-large-number'))
  .multipleOf(0.01);
const reason = plainText(500).optional();
const day = z
  .string()
  .refine(isLocalDate, says('not-a-date'))
  .transform((d) => d as LocalDate);

/** What the cashier types: yuan, with two decimals at most. */
export const counting = z.object({ float: yuan, counted: yuan, reason });

/** Fen by method, paid less given back; looked up by the server. */
const money = z.object({ cash: z.int(), card: z.int(), transfer: z.int(), mobile: z.int() });

/** `records`, `before`: what the records say now, and the day's count where there is one; looked up by the server. */
export const countTill = counting.extend({ day, records: money, before: shortCode().optional() });
export type CountTill = z.output<typeof countTill>;

export const inputs = {
  recount: counting.extend({ records: money }),
  review: z.object({ note: reason, records: money }),
} as const;
export type Inputs = { [K in keyof typeof inputs]: z.output<(typeof inputs)[K]> };
export type ActionName = keyof typeof inputs;
