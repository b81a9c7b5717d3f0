import { z } from 'zod';
import type { ApiRoute } from '../../../platform/http/api.ts';
import { sheets } from '../../../platform/http/api-sheets.ts';
import { counting } from '../schema.ts';
import { apiWords as words } from '../words.ts';

const at = '/api/v1/till';
const here = { group: 'till', who: ['token'] } as const;
const query = { day: [words.day, z.iso.date().optional()] } as const;
const codes = ['no-authority', 'till-not-yours-to-see'];
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
    codes,
  },
  ...sheets({ ...here, id: 'till-counts', path: `${at}/counts`, summary: words.counts, query, codes }),
  ...sheets({ ...here, id: 'till-methods', path: `${at}/methods`, summary: words.methods, query, codes }),
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
