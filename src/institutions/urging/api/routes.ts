import { z } from 'zod';
import type { ApiRoute } from '../../../platform/http/api.ts';
import { sheets } from '../../../platform/http/api-sheets.ts';
import { rowsField } from '../../../platform/http/rows-asked.ts';
import { apiWords as common } from '../../../platform/http/words.ts';
import { RUNGS } from '../vocabulary.ts';
import { words } from './words.ts';

const API = '/api/v1';
const here = {
  group: 'urging',
  who: ['token'],
  basis: 'X3, P19',
  codes: ['no-authority', 'invalid-input', 'parameter-unknown', 'parameter-repeated'],
} as const;
const list = z.looseObject({
  id: z.string(),
  kind: z.enum(['morning', 'weekly', 'notice']),
  day: z.iso.date(),
  entries: z.array(z.looseObject({})),
});
const query = {
  organ: [words.organ, z.string().max(64).optional()],
  rung: [words.rung, z.enum(RUNGS).optional()],
  person: [words.person, z.string().max(64).optional()],
  state: [words.state, z.enum(['open', 'unread', 'all']).optional()],
} as const;
const page = { limit: [common.limit, rowsField()], after: [common.after, z.string().max(200).optional()] } as const;
const rows = {
  ...here,
  id: 'urgings',
  path: `${API}/urgings`,
  summary: words.rows,
  query,
  codes: [...here.codes, 'urging-code-unknown'],
} as const;

export const urgingGroups = { urging: words.group } as const;

export const urgingApi: readonly ApiRoute[] = [
  {
    ...here,
    id: 'my-urgings',
    method: 'GET',
    path: `${API}/urgings/mine`,
    summary: words.mine,
    about: words['mine-about'],
    query: { limit: [words.lists, rowsField(50)], after: [words.before, z.string().max(300).optional()] },
    answer: {
      status: 200,
      schema: z.looseObject({ today: z.iso.date(), lists: z.array(list), earlier: z.int(), next: z.string().optional() }),
    },
  },
  ...sheets({ ...here, id: 'my-urgings', path: `${API}/urgings/mine`, summary: words.mine }),
  {
    ...here,
    id: 'read-urgings',
    method: 'POST',
    path: `${API}/urgings/receipt`,
    summary: words.receipt,
    about: words['receipt-about'],
    once: true,
    body: z.strictObject({}),
    answer: { status: 200, schema: z.object({ read: z.int() }) },
    codes: ['no-authority', 'no-list-to-read', 'invalid-input'],
  },
  {
    ...here,
    id: 'urgings-of-matter',
    method: 'GET',
    path: `${API}/matters/:number/urgings`,
    summary: words.ofMatter,
    answer: { status: 200, schema: z.object({ urgings: z.array(z.looseObject({ matter: z.string() })) }) },
  },
  ...sheets({ ...here, id: 'urgings-of-matter', path: `${API}/matters/:number/urgings`, summary: words.ofMatter }),
  {
    ...here,
    id: 'open-urgings',
    method: 'GET',
    path: `${API}/urgings/open`,
    summary: words.open,
    answer: {
      status: 200,
      schema: z.looseObject({ organs: z.array(z.looseObject({ organ: z.string(), open: z.int(), unread: z.int() })) }),
    },
  },
  ...sheets({ ...here, id: 'open-urgings', path: `${API}/urgings/open`, summary: words.open }),
  {
    ...here,
    id: 'urging-leaders',
    method: 'GET',
    path: `${API}/urgings/leaders`,
    summary: words.leaders,
    answer: {
      status: 200,
      schema: z.looseObject({ today: z.iso.date(), portfolios: z.array(z.looseObject({})), absences: z.array(z.looseObject({})) }),
    },
  },
  ...sheets({ ...here, id: 'urging-portfolios', path: `${API}/urgings/leaders/portfolios`, summary: words.portfolios }),
  ...sheets({ ...here, id: 'urging-absences', path: `${API}/urgings/leaders/absences`, summary: words.absences }),
  { ...rows, method: 'GET', query: { ...query, ...page }, answer: { status: 200, schema: z.looseObject({}) } },
  ...sheets(rows),
];
