import type { FastifyRequest } from 'fastify';
import { oneOf } from '../../../../portal/index.ts';
import type { Part, ReceivedMark, ReceivedRow } from '../queries.ts';
import type { Pages } from './rows.page.tsx';

/** Rows of one page: with their names in both languages they stay well under what a poor phone takes. */
export const PAGE = 100;

/** `?page=2` of a list bounded by its day or month; one row more is read to know whether there is a next page. */
export async function partOf<T>(request: FastifyRequest, read: (part: Part) => Promise<T[]>): Promise<{ rows: T[]; pages: Pages }> {
  const page = Math.min(Math.max(Math.floor(Number(oneOf(request.query, 'page', 6))) || 1, 1), 10_000);
  const rows = await read({ offset: (page - 1) * PAGE, limit: PAGE + 1 });
  const path = request.url.split('?')[0];
  return {
    rows: rows.slice(0, PAGE),
    pages: {
      ...(page > 1 && { previous: page === 2 ? path : `${path}?page=${page - 1}` }),
      ...(rows.length > PAGE && { next: `${path}?page=${page + 1}` }),
    },
  };
}

/** The receipts of the day grow while they are read: the next page begins after the last row shown, whatever came since. */
export function receivedPages(rows: readonly ReceivedRow[], after: ReceivedMark | undefined): Pages {
  const last = rows[PAGE - 1];
  const back = after && { previous: '/today/received' };
  if (!last || rows.length <= PAGE) return { ...back };
  const same = rows.slice(0, PAGE).filter((row) => row.at === last.at).length;
  return { ...back, next: `/today/received?after=${last.at}.${same + (after?.at === last.at ? after.shown : 0)}` };
}
