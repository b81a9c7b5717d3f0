import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type pino from 'pino';
import { isApplicant } from './kernel/organisation/index.ts';
import type { House } from './open-house.ts';
import type { Answered } from './platform/http/answered.ts';

/** Each answered request: a line of the log, and counted. Of who asked no more than the officer's seat. */
export function watcher({ engine, metrics }: House, logger?: pino.Logger): (answered: Answered) => void {
  const seatsOf = (person: string | undefined): string | undefined => {
    const now = engine.last;
    if (!person || !now || isApplicant(person)) return undefined;
    return now.directory
      .seatsOf(person, now.today)
      .map(({ id }) => id)
      .join(' ');
  };
  return (answered) => {
    metrics.base.answered(answered);
    if (!logger) return;
    const { request, method, route, status, seconds, person, refused } = answered;
    const line = { request, method, route, status, ms: Math.round(seconds * 10_000) / 10, seat: seatsOf(person), refused };
    logger[status >= 500 ? 'error' : 'info'](line, 'answered');
  };
}

/** What a proxy adds: whoever comes through one is not of this machine, though the proxy is. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host', 'x-real-ip', 'via'];

function isFromHere({ ip, headers }: FastifyRequest): boolean {
  return /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/.test(ip) && FORWARDED.every((name) => headers[name] === undefined);
}

function brings(request: FastifyRequest, token: string): boolean {
  const [known, given] = [`Bearer ${token}`, request.headers.authorization ?? ''].map((text) => Buffer.from(text)) as [Buffer, Buffer];
  return known.length === given.length && timingSafeEqual(known, given);
}

/** `GET /metrics` for Prometheus: with the token where one is set, else for this machine alone; nobody else learns that it is there. */
export function metricsRoute(app: FastifyInstance, house: House): void {
  const { config, metrics, refusals } = house;
  app.get('/metrics', { config: { ownKey: true } }, async (request, reply) => {
    const { metricsToken } = config;
    const may = metricsToken ? brings(request, metricsToken) : isFromHere(request);
    if (!may) return refusals.send(reply, [{ code: metricsToken ? 'token-invalid' : 'not-found' }], request.lang);
    return reply
      .header('cache-control', 'no-store')
      .type(metrics.base.type)
      .send(await metrics.text(house));
  });
}
