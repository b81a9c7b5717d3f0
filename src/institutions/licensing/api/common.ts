import { z } from 'zod';
import type { ApiRoute } from '../../../platform/http/api.ts';
import { SHEETS } from '../../../platform/http/sheets.ts';
import { apiWords as common } from '../../../platform/http/words.ts';

export const API = '/api/v1';
export const text = z.string().max(200).optional();
export const page = { limit: [common.limit, z.coerce.number().optional()], after: [common.after, text] } as const;
export const officer = { who: ['token'], codes: ['no-authority'] } as const;
const TYPES = { csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;
/** The same list as a file of each kind. */
export const sheets = (of: Omit<ApiRoute, 'answer' | 'method'>): ApiRoute[] =>
  SHEETS.map((kind) => ({
    ...of,
    id: `${of.id}-${kind}`,
    method: 'GET',
    path: `${of.path}.${kind}`,
    summary: { zh: `${of.summary.zh}（${kind.toUpperCase()}）`, en: `${of.summary.en}, ${kind.toUpperCase()}` },
    answer: { status: 200, file: TYPES[kind] },
  }));
