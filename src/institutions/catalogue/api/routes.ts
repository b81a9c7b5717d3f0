import { z } from 'zod';
import type { ApiRoute } from '../../../platform/http/api.ts';
import { sheets } from '../../../platform/http/api-sheets.ts';
import { rowsField } from '../../../platform/http/rows-asked.ts';
import { apiWords as common } from '../../../platform/http/words.ts';
import { MOST_ITEMS } from '../routes.ts';
import { words } from './words.ts';

const text = z.string().optional();
const said = z.object({ zh: z.string(), en: z.string() });
const item = z.object({
  id: z.string(),
  version: z.int(),
  name: said,
  live: z.boolean(),
  faults: z.array(z.object({ code: z.string(), text: said })),
  department: z.object({ code: z.string(), name: said }),
  handling: z.string(),
  online: z.boolean(),
  materials: z.array(z.object({ code: z.string(), name: said, confidence: z.string() })),
});
const named = { id: z.string(), name: z.string(), department: z.string() };
const line = z.object({ kind: z.literal('item'), ...named, plain: z.string().nullable(), live: z.boolean() });
const service = z.object({
  kind: z.enum(['charge', 'convenience']),
  ...named,
  charged: z.boolean(),
  standard: z.string().nullable(),
  standardLang: z.literal('zh').optional(),
});
const bundle = z.object({ kind: z.literal('bundle'), ...named, items: z.array(z.string()) });

const items = { path: '/api/v1/items', id: 'list-items', group: 'items', summary: words.list, who: ['anyone'] } as const;
const changes = {
  path: '/api/v1/changes',
  id: 'changes',
  group: 'items',
  summary: words.changes,
  who: ['anyone'],
  codes: ['parameter-unknown'],
} as const;
const asked = { q: [words.q, text], department: [words.department, text] } as const;

export const catalogueApi: readonly ApiRoute[] = [
  {
    ...items,
    method: 'GET',
    query: { ...asked, after: [common.after, text], limit: [words.limit, rowsField(MOST_ITEMS)] },
    about: words['list-about'],
    answer: {
      status: 200,
      schema: z.object({
        items: z.array(line),
        services: z.array(service).optional(),
        bundles: z.array(bundle).optional(),
        next: z.string().optional(),
        note: said.optional(),
      }),
    },
  },
  ...sheets({
    ...items,
    query: { ...asked, theme: [words.theme, text], audience: [words.audience, z.enum(['person', 'firm']).optional()] },
    codes: ['invalid-input', 'parameter-unknown'],
  }),
  { ...changes, method: 'GET', answer: { status: 200, schema: z.looseObject({}) } },
  ...sheets(changes),
  ...sheets({ ...changes, path: '/api/v1/bundles', id: 'bundles', summary: words.bundles }),
  {
    id: 'item',
    method: 'GET',
    path: '/api/v1/items/:id',
    group: 'items',
    summary: words.item,
    about: words['item-about'],
    who: ['anyone'],
    answer: { status: 200, schema: item },
    codes: ['not-found'],
  },
];

export const catalogueGroups = { items: words.items };
