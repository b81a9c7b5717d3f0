import { createHash } from 'node:crypto';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Refusal } from '../../kernel/decision.ts';
import type { Lang } from '../../kernel/text.ts';
import { type Answered, answeredOf, requestIdOf } from './answered.ts';
import { MOST_KEY } from './idempotency.ts';
import type { Refusals } from './problem.ts';
import { type Caller, callerOf, fromOwnPage, langOf } from './session.ts';
import { squeezeJson } from './squeeze.ts';
import { answerUnparsed } from './unparsed.ts';

declare module 'fastify' {
  interface FastifyRequest {
    lang: Lang;
    caller: Caller;
    /** The codes of what it was refused for, for log and figures. */
    refused?: readonly string[];
  }
  interface FastifyContextConfig {
    /** It begins a session, so nobody can have its page's check code yet. */
    begins?: boolean;
    /** A machine's address with a key of its own: the bearer token is none of a person. */
    ownKey?: boolean;
  }
}

export const MAX_FILE = 5 * 1024 * 1024;
/** All files of one request in base64, and a little for the rest. */
export const MAX_BODY = 28 * 1024 * 1024;

export interface AppParts {
  readonly secret: Buffer;
  readonly refusals: Refusals;
  /** Whose session a cookie's token is. */
  readonly sessionOf?: (token: string) => Promise<string | undefined>;
  /** Whose `X-Forwarded-For` is believed. */
  readonly proxy?: string;
  readonly logger?: FastifyBaseLogger;
  /** Told once a request is answered, for log and figures. */
  readonly answered?: (answered: Answered) => void;
  /** Written error pages for people; machines get problem+json. */
  readonly errorPage: (lang: Lang, status: number, title: string, next: string) => string;
}

const isApi = (request: FastifyRequest): boolean => request.url.startsWith('/api/') || request.url === '/healthz';

/** The shell of every request: language, caller, written errors. Sign-in is looked at before validation. */
export async function createApp({ secret, refusals, sessionOf, proxy, logger, answered, errorPage }: AppParts): Promise<FastifyInstance> {
  const app = Fastify({
    ...(logger ? { loggerInstance: logger } : { logger: false }),
    bodyLimit: 1024 * 1024,
    trustProxy: proxy ?? false,
    requestIdHeader: false,
    genReqId: (request) => requestIdOf(request.headers['x-request-id']),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request' }),
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: true },
    clientErrorHandler: answerUnparsed(refusals, errorPage, answered),
    frameworkErrors: (error, request, reply) => {
      request.lang = langOf(request);
      reply.header('x-request-id', request.id).raw.once('finish', () => answered?.(answeredOf(request, reply)));
      return refuse(request, reply, [{ code: error.statusCode === 414 ? 'not-found' : 'malformed' }]);
    },
  });
  await app.register(formbody, { bodyLimit: 2 * 1024 * 1024 });
  await app.register(multipart, {
    limits: { fileSize: MAX_FILE, files: 30, fields: 200, fieldSize: 256 * 1024 },
    throwFileSizeLimit: true,
  });
  app.decorateRequest('lang', 'zh');
  app.decorateRequest('caller');
  app.decorateRequest('refused', undefined);
  app.addHook('onRequest', async (request, reply) => {
    request.lang = langOf(request);
    request.caller = {};
    reply.headers({
      'content-security-policy':
        "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      vary: 'accept-language, cookie, authorization, query-code',
      'x-request-id': request.id,
    });
    if (request.routeOptions.config.ownKey) return;
    request.caller = await callerOf(request, secret, sessionOf);
    if (request.caller.badToken) return refuse(request, reply, [{ code: 'token-invalid' }]);
    if (!fromOwnPage(request)) return refuse(request, reply, [{ code: 'csrf-missing' }]);
    // PostgreSQL cannot hold it, and no address has it for good.
    if (request.url.includes('%00')) return refuse(request, reply, [{ code: 'malformed' }]);
    const key = String(request.headers['idempotency-key'] ?? '');
    if (key.length > MOST_KEY)
      return refuse(request, reply, [{ code: 'idempotency-key-too-long', params: { found: key.length, most: MOST_KEY } }]);
  });
  // These wait for nothing: each promise less is felt where acts are many.
  app.addHook('preParsing', (request, reply, payload, done) => {
    const type = request.headers['content-type'];
    if (isApi(request) && type !== undefined && !/^application\/(json|[\w.-]+\+json)\b/i.test(type))
      refuse(request, reply, [{ code: 'unsupported-media' }]);
    else done(null, payload);
  });
  app.addHook('onSend', (request, reply, payload, done) =>
    done(null, isApi(request) && request.method === 'GET' && reply.statusCode === 200 ? unchanged(request, reply, payload) : payload),
  );
  squeezeJson(app);
  app.addHook('onResponse', (request, reply, done) => {
    answered?.(answeredOf(request, reply));
    done();
  });

  const refuse = (request: FastifyRequest, reply: FastifyReply, list: readonly Refusal[]): FastifyReply => {
    if (isApi(request)) return refusals.send(reply, list, request.lang);
    request.refused = list.map(({ code }) => code);
    const { status, title, next } = refusals.problem(list, [], request.lang);
    return reply
      .code(status)
      .type('text/html; charset=utf-8')
      .send(errorPage(request.lang, status, title, next));
  };
  app.setNotFoundHandler((request, reply) => refuse(request, reply, [{ code: 'not-found' }]));
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const code = codeOf(error);
    if (code === 'unavailable') {
      request.log.error({ route: request.routeOptions?.url, err: error }, 'request failed');
      reply.header('retry-after', '5');
    }
    return refuse(request, reply, [{ code }]);
  });
  return app;
}

/** What the caller has already is not sent again. The entity tag may be the route's own. */
function unchanged(request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  if (typeof payload !== 'string') return payload;
  const etag = String(reply.getHeader('etag') ?? `W/"${createHash('sha256').update(payload).digest('base64url').slice(0, 16)}"`);
  reply.header('etag', etag);
  if (!reply.getHeader('cache-control')) reply.header('cache-control', 'private, no-cache');
  const known = String(request.headers['if-none-match'] ?? '').split(/\s*,\s*/);
  const weak = (tag: string) => tag.replace(/^W\//, '');
  if (!known.some((tag) => tag === '*' || weak(tag) === weak(etag))) return payload;
  reply.code(304).removeHeader('content-type').removeHeader('content-length');
  return null;
}

/** Anything a person can send has a name; what is left is the machine's fault and is said to be so. */
function codeOf(error: FastifyError): string {
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
    case 'FST_REQ_FILE_TOO_LARGE':
    case 'FST_FILES_LIMIT':
    case 'FST_FIELDS_LIMIT':
    case 'FST_PARTS_LIMIT':
      return 'too-large';
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return 'unsupported-media';
    default:
      if (TORN.test(`${error.code} ${error.message}`)) return 'malformed';
      return error.statusCode === 413
        ? 'too-large'
        : error.statusCode && error.statusCode >= 400 && error.statusCode < 500
          ? 'malformed'
          : 'unavailable';
  }
}

/** A body that ends before its time, or whose parts have no end, is its sender's: the reader of forms gives it no status. */
const TORN = /ERR_STREAM_PREMATURE_CLOSE|ECONNRESET.*aborted|multipart|unexpected end of form|malformed part header|boundary not found/i;
