import type { ApiRoute } from './api.ts';
import { SHEETS, TYPES } from './sheets.ts';

/** A list as a file of each kind, as the API tells of it. */
export const sheets = (of: Omit<ApiRoute, 'answer' | 'method'>): ApiRoute[] =>
  SHEETS.map((kind) => ({
    ...of,
    id: `${of.id}-${kind}`,
    method: 'GET',
    path: `${of.path}.${kind}`,
    summary: { zh: `${of.summary.zh}（${kind.toUpperCase()}）`, en: `${of.summary.en}, ${kind.toUpperCase()}` },
    answer: { status: 200, file: TYPES[kind].split(';')[0]! },
  }));
