import { z } from 'zod';
import { rowsField } from '../../../platform/http/rows-asked.ts';
import { apiWords as common } from '../../../platform/http/words.ts';

export { sheets } from '../../../platform/http/api-sheets.ts';

export const API = '/api/v1';
export const text = z.string().max(200).optional();
export const page = { limit: [common.limit, rowsField()], after: [common.after, text] } as const;
/** What a list of which an officer asks may say no with. */
export const LIST_CODES = ['no-authority', 'invalid-input', 'parameter-unknown', 'parameter-repeated'] as const;
/** What a list behind a number of the board may say no with. */
export const BOARD_CODES = [...LIST_CODES, 'accounts-code-unknown'] as const;
export const officer = { who: ['token'], codes: ['no-authority'] } as const;
