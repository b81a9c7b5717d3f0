import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Refusals } from './problem.ts';

/** A page of a list has so many rows at most, unless its list says otherwise. */
export const MOST_ROWS = 200;

/** The same as the API tells it. */
export const rowsField = (most = MOST_ROWS) => z.coerce.number().int().min(1).max(most).optional();

/** `?limit=`, in rows of a page; undefined: it is no whole number from 1 on, or more than a page holds, and the answer is on its way. */
export function rowsAsked(
  refusals: Refusals,
  request: FastifyRequest,
  reply: FastifyReply,
  { usual = 50, most = MOST_ROWS }: { readonly usual?: number; readonly most?: number } = {},
): number | undefined {
  const { limit = '' } = request.query as Record<string, unknown>;
  if (limit === '') return usual;
  const asked = typeof limit === 'string' && /^[1-9]\d*$/.test(limit) ? Number(limit) : undefined;
  if (asked !== undefined && asked <= most) return asked;
  refusals.send(reply, [{ code: 'invalid-input' }], request.lang, [
    { path: 'limit', code: asked === undefined ? 'not-an-option' : 'too-large-number', most },
  ]);
  return undefined;
}
