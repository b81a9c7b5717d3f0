import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What is told of a request once it is answered. The address itself is not: numbers, query codes and search words are personal. */
export interface Answered {
  /** The request's id. */
  readonly request: string;
  readonly method: string;
  /** The pattern of the route, such as `/api/v1/matters/:number`; none where no route fits. */
  readonly route?: string;
  readonly status: number;
  readonly seconds: number;
  /** Whose request, for who looks up the seat; not to be written down. */
  readonly person?: string;
  /** The codes of the refusals. */
  readonly refused?: readonly string[];
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const TRACE = /^[0-9a-f]{32}$/i;

/** A proxy's id is kept where it has the shape of one: a UUID, or 32 hexadecimal digits. Nothing about a person is so long. */
export const requestIdOf = (given: unknown): string =>
  typeof given === 'string' && (UUID.test(given) || TRACE.test(given)) ? given.toLowerCase() : randomUUID();

export function answeredOf(request: FastifyRequest, reply: FastifyReply): Answered {
  const person = request.caller?.person;
  return {
    request: request.id,
    method: request.method,
    route: request.is404 ? undefined : request.routeOptions?.url,
    status: reply.statusCode,
    seconds: reply.elapsedTime / 1000,
    ...(person && { person }),
    ...(request.refused && { refused: request.refused }),
  };
}
