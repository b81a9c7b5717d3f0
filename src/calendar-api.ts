import { z } from 'zod';
import { noticeBody, previewBody, undoBody } from './calendar-routes.ts';
import { LAYERS } from './kernel/clock/index.ts';
import type { ApiRoute } from './platform/http/api.ts';
import { sheets } from './platform/http/api-sheets.ts';
import { rowsField } from './platform/http/rows-asked.ts';
import { apiWords as common } from './platform/http/words.ts';
import { calendarApiWords as words } from './words.ts';

const API = '/api/v1/calendar';
const said = z.object({ zh: z.string(), en: z.string() });
const date = z.iso.date();
const layer = z.enum(LAYERS);
const row = z.object({ matter: z.string(), clock: z.string(), clockName: said });
const whose = z.enum(['organ', 'citizen']);
const turns = z.array(z.string());

const ownYear = z.object({
  year: z.int(),
  status: z.enum(['official', 'provisional', 'missing']),
  document: said,
  off: z.array(z.object({ from: date, to: date, name: said, document: said.optional() })),
  makeup: z.array(date),
  notices: z.array(z.object({ document: said, days: z.array(date) })).optional(),
});

const calendar = z.object({
  edition: z.string(),
  mayEnter: z.boolean(),
  last: z.int().nullable(),
  years: z.array(
    z.object({
      ...ownYear.shape,
      layer,
      number: z.int(),
      sealed: z.boolean(),
    }),
  ),
  editions: z.array(
    z.object({
      number: z.int(),
      names: z.array(z.string()),
      at: z.iso.datetime().optional(),
      by: z.string().optional(),
      byName: said.optional(),
      cause: z.string(),
      undoes: z.int().optional(),
      undone: z.boolean(),
      years: z.array(z.object({ year: z.int(), layer, document: said })),
    }),
  ),
});

const moved = z.object({
  edition: z.object({ number: z.int(), name: z.string(), before: z.string(), document: said, undoes: z.int().optional() }),
  years: z.array(z.object({ year: z.int(), layer: z.string(), status: z.string() })),
  warnings: z.array(z.object({ place: z.string(), code: z.string(), text: said })),
  days: z.object({ from: date, to: date }),
  counts: z.record(z.string(), z.int()),
  moves: z.array(row.extend({ from: date, to: date, whose, turns })),
  settled: z.array(row.extend({ due: date, whose, turns })),
  kept: z.array(row.extend({ due: date, would: date })),
  total: z.int(),
  next: z.string().optional(),
});

const change = (id: 'preview' | 'apply' | 'undo', body: z.ZodType, codes: readonly string[], example: unknown): ApiRoute => ({
  id: `calendar-${id}`,
  method: 'POST',
  path: `${API}/${id}`,
  group: 'house',
  summary: words[`calendar-${id}`],
  ...(id !== 'undo' && { about: words['calendar-file-about'] }),
  basis: 'P17',
  who: ['token'],
  ...(id !== 'preview' && { once: true }),
  body,
  fields: words,
  answer: { status: 200, schema: moved },
  example,
  codes: ['no-authority', ...codes],
});

const FILE = ['calendar-file-faulty', 'calendar-unchanged'];
const UNDO = ['calendar-nothing-to-undo', 'calendar-year-sealed'];
const example = { file: 'date,kind,name\n2026-03-10,off,Third Month Fair', layer: 'regional', document: '[2026] No. 5' };

const preview = change('preview', previewBody, [...FILE, ...UNDO], example);

/** What the calendar's routes say of themselves. */
export const calendarApi: readonly ApiRoute[] = [
  {
    id: 'calendar',
    method: 'GET',
    path: API,
    group: 'house',
    summary: words.calendar,
    who: ['token'],
    answer: { status: 200, schema: calendar },
    codes: ['no-authority'],
  },
  {
    id: 'calendar-edition',
    method: 'GET',
    path: `${API}/editions/:name`,
    group: 'house',
    summary: words['calendar-edition'],
    who: ['token'],
    answer: { status: 200, schema: z.object({ name: z.string(), years: z.array(ownYear) }) },
    codes: ['no-authority', 'not-found'],
  },
  ...(['years', 'editions'] as const).flatMap((list) =>
    sheets({
      id: `calendar-${list}`,
      path: `${API}/${list}`,
      group: 'house',
      summary: words[`calendar-${list}`],
      who: ['token'],
      codes: ['no-authority'],
    }),
  ),
  {
    ...preview,
    query: { limit: [common.limit, rowsField()], after: [common.after, z.string().max(200).optional()] },
  },
  ...sheets({ ...preview, id: 'calendar-preview' }).map((file) => ({ ...file, method: 'POST' }) as const),
  ...sheets({
    id: 'edition-years',
    path: '/api/v1/law/calendar/:edition/years',
    group: 'house',
    summary: words['edition-years'],
    who: ['anyone'],
    codes: ['not-found'],
  }),
  change('apply', noticeBody, [...FILE, 'calendar-overtaken'], example),
  change('undo', undoBody, [...UNDO, 'calendar-overtaken'], {}),
];
