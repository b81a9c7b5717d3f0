import { z } from 'zod';

/** Text a person can send: no U+0000, no lone surrogates (PostgreSQL and RFC 8785 refuse both), trimmed, bounded. */
export const plainText = (max: number, min = 1) =>
  z
    .string()
    .max(max)
    .refine((t) => !t.includes('\u0000') && t.isWellFormed(), { params: { code: 'unreadable-characters' } })
    .transform((t) => t.trim())
    .pipe(z.string().min(min));

/** A short code: letters, digits and a little punctuation. */
export const shortCode = (max = 64) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[\w.:〔〕\-\p{L}]+$/u);
