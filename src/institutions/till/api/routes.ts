import { z } from 'zod';
import type { ApiRoute } from '../../../platform/http/api.ts';
import { SHEETS } from '../../../platform/http/sheets.ts';
import { counting } from '../schema.ts';
import { apiWords as words } from '../words.ts';

const at = '/api/v1/till';
const here = { group: 'till', who: ['token'] } as const;
const query = { day: [words.day, z.iso.date().optional()] } as const;
const TYPES = { csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;
const done = z.object({ count: z.string(), version: z.int(), day: z.iso.date() });
const fields = words;

/** The cashier's count at the end of the day. */
export const tillApi: readonly ApiRoute[] = [
  {
    ...here,
    id: 'till',
    method: 'GET',
    path: at,
    summary: words.till,
    query,
    answer: { status: 200, schema: z.object({ day: z.iso.date(), methods: z.array(z.looseObject({ method: z.string() })) }) },
    codes: ['no-authority', 'till-not-yours-to-see'],
  },
  ...SHEETS.map(
    (kind): ApiRoute => ({
      ...here,
      id: `till-counts-${kind}`,
      method: 'GET',
      path: `${at}/counts.${kind}`,
      summary: { zh: `${words.counts.zh} ${kind.toUpperCase()}`, en: `${words.counts.en}, ${kind.toUpperCase()}` },
      query,
      answer: { status: 200, file: TYPES[kind] },
      codes: ['no-authority', 'till-not-yours-to-see'],
    }),
  ),
  {
    ...here,
    id: 'count-till',
    method: 'POST',
    path: `${at}/counts`,
    summary: words.count,
    basis: 'S3-44, P15',
    body: counting.extend({ day: z.iso.date().optional(), again: z.boolean().optional() }).strict(),
    fields: { ...fields, again: words.again },
    once: true,
    answer: { status: 201, schema: done },
    example: { float: 200, counted: 1290, reason: 'a ten-yuan note too many' },
    codes: ['till-cashier-only', 'till-day-to-come', 'till-counted-already', 'till-reason-needed', 'till-reviewed'],
  },
  {
    ...here,
    id: 'review-till',
    method: 'POST',
    path: `${at}/counts/:count/review`,
    summary: words.review,
    basis: 'S3-44, P15',
    body: z.strictObject({ note: z.string().max(500).optional() }),
    fields,
    once: true,
    answer: { status: 200, schema: done },
    codes: ['matter-not-found', 'till-reviewer-only', 'till-own-count', 'till-reviewed', 'till-money-moved'],
  },
];
export const tillGroups = { till: words.group };
