import { z } from 'zod';

/**
 * What stands in no text of one line, since what is read is then not what is kept: marks that turn the direction of writing, line ends and
 * other control signs, and signs without a width. Joiners (U+200C, U+200D) belong to some scripts.
 */
const UNSEEN = /[\p{Cc}\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/u;

/** A name: a short text with a letter or a digit that can be seen (CJK fillers are letters that cannot). */
export const nameText = (max: number) =>
  shortText(max).refine((t) => /[\p{L}\p{N}]/u.test(t.replace(/[\p{Default_Ignorable_Code_Point}]/gu, '')), {
    params: { code: 'unreadable-characters' },
  });

/** One line: nothing that is not seen. */
export const shortText = (max: number, min = 1) =>
  plainText(max, min).refine((t) => !UNSEEN.test(t), { abort: true, params: { code: 'unreadable-characters' } });

/** Text a person can send: no U+0000, no lone surrogates (PostgreSQL and RFC 8785 refuse both), trimmed, bounded. */
export const plainText = (max: number, min = 1) =>
  z
    .string()
    .max(max)
    .refine((t) => !t.includes('\u0000') && t.isWellFormed(), { params: { code: 'unreadable-characters' } })
    .transform((t) => t.trim())
    .pipe(z.string().min(min, { abort: true }));

/** A short code: letters, digits and a little punctuation. */
export const shortCode = (max = 64) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[\w.:〔〕\-\p{L}]+$/u);
