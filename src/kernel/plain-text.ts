import { z } from 'zod';

/** Marks that turn the direction of writing: what is read is then not what is kept. They may stand in no text of a line or two. */
const TURNS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** A name: a short text with a letter or a digit that can be seen (CJK fillers are letters that cannot). */
export const nameText = (max: number) =>
  shortText(max).refine((t) => /[\p{L}\p{N}]/u.test(t.replace(/[\p{Default_Ignorable_Code_Point}]/gu, '')), {
    params: { code: 'unreadable-characters' },
  });

/** One line: no marks that turn the direction of writing. */
export const shortText = (max: number, min = 1) =>
  plainText(max, min).refine((t) => !TURNS.test(t), { params: { code: 'unreadable-characters' } });

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
