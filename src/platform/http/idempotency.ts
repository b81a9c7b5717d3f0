import type { FastifyRequest } from 'fastify';
import { canonical, sha256 } from '../../kernel/journal/canonical.ts';
import type { Command } from '../../kernel/matter/command.ts';

/** The longest key, in characters: with the address it is kept whole. */
export const MOST_KEY = 200;

/** The request as one that may be repeated, by its `Idempotency-Key`: who, for which address, and what it said. Undefined without a key. */
export function idempotency(request: FastifyRequest): Command['request'] {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || key === '') return undefined;
  let said = '';
  try {
    said = canonical(request.body ?? null);
  } catch {
    said = JSON.stringify(request.body);
  }
  return { who: request.caller.person ?? '', key: `${request.url.split('?')[0]} ${key}`.slice(0, 300), hash: sha256(said) };
}
