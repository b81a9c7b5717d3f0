import type { FastifyRequest } from 'fastify';

/** One value of a query; a repeated one is none. PostgreSQL cannot hold U+0000. */
export const asked = (request: FastifyRequest, name: string): string | undefined => {
  const value = (request.query as Record<string, unknown>)[name];
  return typeof value === 'string' && value !== '' ? value.slice(0, 200).replaceAll('\u0000', '') : undefined;
};

export const pageSize = (request: FastifyRequest): number => Math.min(Math.max(Math.floor(Number(asked(request, 'limit'))) || 50, 1), 200);

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

/** Where a page of a list that is made whole begins, from `cursorOf([start])`; `false` where the address holds no such cursor. */
export function pageStart(request: FastifyRequest): number | false {
  const cursor = asked(request, 'after');
  if (cursor === undefined) return 0;
  const [start = ''] = partsOf(cursor, 1) ?? [];
  return /^\d{1,6}$/.test(start) ? Number(start) : false;
}
