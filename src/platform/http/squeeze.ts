import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Its answer holds a secret of the session: it is never made smaller. */
    secret?: boolean;
  }
}

/** Less is hardly smaller, in characters. */
const LEAST = 1024;

const CODINGS: Readonly<Record<string, (text: string, done: (error: Error | null, squeezed: Buffer) => void) => void>> = {
  br: (text, done) => brotliCompress(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }, done),
  gzip: (text, done) => gzip(text, done),
};

/**
 * What is looked up as JSON travels smaller where the caller takes it so. Files, pages and answers to changes travel as they are. BREACH (a
 * secret guessed from the size of an answer that also repeats what a stranger made the victim ask) finds nothing here: the check code's answer
 * is left out, query codes and tokens are in answers to changes only, and no stranger's page can make a browser ask in somebody's name, as
 * the cookie is `SameSite=Strict` and a bearer token is not sent by itself.
 */
export function squeezeJson(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    if (!squeezable(request, reply, payload)) return done(null, payload);
    reply.header('vary', `${reply.getHeader('vary')}, accept-encoding`);
    const coding = codingTaken(request.headers['accept-encoding']);
    if (!coding || payload.length < LEAST) return done(null, payload);
    CODINGS[coding]!(payload, (error, squeezed) => {
      if (!error) reply.header('content-encoding', coding).removeHeader('content-length');
      done(null, error ? payload : squeezed);
    });
  });
}

const squeezable = (request: FastifyRequest, reply: FastifyReply, payload: unknown): payload is string =>
  typeof payload === 'string' &&
  request.method === 'GET' &&
  reply.statusCode === 200 &&
  request.url.startsWith('/api/') &&
  !request.routeOptions.config.secret &&
  /^application\/json\b/.test(String(reply.getHeader('content-type')));

/** The best that the caller takes (RFC 9110, 12.5.3); what has weight 0 he does not. */
export function codingTaken(accepted = ''): string | undefined {
  const taken = accepted
    .toLowerCase()
    .split(',')
    .map((one) => one.trim().split(/\s*;\s*q\s*=\s*/))
    .filter(([, weight = '1']) => Number(weight) > 0)
    .map(([name]) => name);
  return Object.keys(CODINGS).find((coding) => taken.includes(coding));
}
