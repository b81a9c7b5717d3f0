import { z } from 'zod';
import { apiWords as common } from '../../../platform/http/words.ts';

export { sheets } from '../../../platform/http/api-sheets.ts';

export const API = '/api/v1';
export const text = z.string().max(200).optional();
export const page = { limit: [common.limit, z.coerce.number().optional()], after: [common.after, text] } as const;
export const officer = { who: ['token'], codes: ['no-authority'] } as const;
