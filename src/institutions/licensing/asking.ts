import type { FastifyRequest } from 'fastify';
import { isLocalDate } from '../../kernel/clock/index.ts';

/** One value of a query; a repeated one is none. PostgreSQL cannot hold U+0000. */
export const asked = (request: FastifyRequest, name: string): string | undefined => {
  const value = (request.query as Record<string, unknown>)[name];
  return typeof value === 'string' && value !== '' ? value.slice(0, 200).replaceAll('\u0000', '') : undefined;
};

/** Where a page ended, as one word for the address. */
export const cursorOf = (parts: readonly string[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

/** What `cursorOf` made of so many parts; undefined where it did not. */
export function partsOf(cursor: string, count: number): readonly string[] | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const good = Array.isArray(parts) && parts.length === count && parts.every((p) => typeof p === 'string' && !p.includes('\u0000'));
    return good ? parts : undefined;
  } catch {
    return undefined;
  }
}

/** Where a list by number goes on; `false` where it is no number of a matter. */
export const numberIn = (cursor: string | undefined): string | undefined | false =>
  cursor === undefined || /^\d{4}-\S+-\d{6,}$/.test(cursor) ? cursor : false;

/** A cursor of a list that is sorted by day first, of so many parts; `false` where it is none. */
export function dayPartsIn(cursor: string | undefined, count = 2): readonly string[] | undefined | false {
  if (cursor === undefined) return undefined;
  const parts = partsOf(cursor, count);
  return parts && isLocalDate(parts[0]) ? parts : false;
}

/** Where a page of a list begins that is counted from its head; `false` where the cursor is none. */
export function startIn(cursor: string | undefined): number | false {
  if (cursor === undefined) return 0;
  const [start = ''] = partsOf(cursor, 1) ?? [];
  return /^\d{1,6}$/.test(start) ? Number(start) : false;
}
