import { z } from 'zod';

/**
 * What stands in no text of one line, since what is read is then not what is kept: marks that turn the direction of writing, line ends and
 * other control signs, signs without a width, and fillers and blanks that look like nothing. Joiners (U+200C, U+200D) belong to some scripts.
 */
const UNSEEN = /[\p{Cc}\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\u2800\u3164\uFEFF\uFFA0]|\u034F/u;
/** What chooses the form of the sign before: it makes two names of one that look alike. */
const VARIANTS = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]|\u180B|\u180C|\u180D/u;

/** A name: a short text with a letter or a digit that can be seen (CJK fillers are letters that cannot). */
export const nameText = (max: number) =>
  shortText(max).refine((t) => !VARIANTS.test(t) && /[\p{L}\p{N}]/u.test(t.replace(/[\p{Default_Ignorable_Code_Point}]/gu, '')), {
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
