import { z } from 'zod';
import { shortCode } from '../../kernel/plain-text.ts';
import { QUEUES, REASONS } from './vocabulary.ts';

/** What the guide desk sends, and the day's next number, which the server puts in. */
export const takeTicket = z.object({ queue: z.enum(QUEUES), ticket: z.int().min(1).max(9999) });
export type TakeTicket = z.output<typeof takeTicket>;

export const inputs = {
  /** `busy`: whom the seat is attending to; looked up by the server. */
  call: z.object({ busy: z.string().optional() }),
  'call-again': z.object({}),
  attend: z.object({}),
  /** `known`, `before`: whether there is such a matter, and how often somebody came about it; looked up by the server. */
  about: z.object({
    matter: shortCode(),
    again: z.enum(REASONS).optional(),
    known: z.boolean().default(false),
    before: z.int().min(0).default(0),
  }),
  finish: z.object({}),
  'no-show': z.object({}),
  leave: z.object({}),
} as const;
export type Inputs = { [K in keyof typeof inputs]: z.output<(typeof inputs)[K]> };
export type ActionName = keyof typeof inputs;
