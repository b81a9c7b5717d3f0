import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Lang } from '../../kernel/text.ts';

/** Who a request comes from, as far as its token says. The seat and the authority are asked at the act. */
export interface Caller {
  readonly person?: string;
  /** A token was sent and is not good. */
  readonly badToken?: boolean;
  /** Signed in by a browser's cookie; `csrf` is what its own pages know and a stranger's do not. */
  readonly session?: { readonly token: string; readonly csrf: string };
}

const seal = (secret: Buffer, payload: string): string => createHmac('sha256', secret).update(payload).digest('base64url');

/** `payload.seal`; the payload names the person and the end (milliseconds). */
export function makeToken(secret: Buffer, person: string, expires: number): string {
  const payload = Buffer.from(JSON.stringify({ p: person, e: expires })).toString('base64url');
  return `${payload}.${seal(secret, payload)}`;
}

export function readToken(secret: Buffer, token: string, now: number): string | undefined {
  const [payload, mac] = token.split('.');
  if (!payload || !mac) return undefined;
  const good = Buffer.from(seal(secret, payload));
  const given = Buffer.from(mac);
  if (good.length !== given.length || !timingSafeEqual(good, given)) return undefined;
  const { p, e } = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return typeof p === 'string' && e > now ? p : undefined;
}

/** By the bearer token; without one by the cookie, which counts for `/api/` alone: the portal knows nobody. */
export async function callerOf(
  request: FastifyRequest,
  secret: Buffer,
  sessionOf?: (token: string) => Promise<string | undefined>,
): Promise<Caller> {
  const header = request.headers.authorization;
  if (header) {
    const token = /^Bearer ([\w.-]+)$/.exec(header)?.[1];
    const person = token && readToken(secret, token, Date.now());
    return person ? { person } : { badToken: true };
  }
  const token = request.url.startsWith('/api/') ? cookieToken(request) : undefined;
  const person = token && (await sessionOf?.(token));
  return person ? { person, session: { token, csrf: csrfOf(secret, token) } } : {};
}

/** What a page of the session's own browser sends along. */
export const csrfOf = (secret: Buffer, token: string): string => seal(secret, `csrf ${token}`);

export const cookieToken = (request: FastifyRequest): string | undefined =>
  /(?:^|;\s*)banjie=([\w-]{43})(?:;|$)/.exec(request.headers.cookie ?? '')?.[1];

/** The session's cookie; without a token it is taken away. A proxy says by which way the request came: that can only make it stricter. */
export function sessionCookie(request: FastifyRequest, token: string | undefined, seconds: number): string {
  const forwarded = String(request.headers['x-forwarded-proto'] ?? '').split(',')[0];
  const secure = request.protocol === 'https' || forwarded?.trim() === 'https';
  return `banjie=${token ?? ''}; HttpOnly; SameSite=Strict; Path=/; Max-Age=${token ? seconds : 0}${secure ? '; Secure' : ''}`;
}

/** Whether a request that came by cookie and would change something was sent by our own page. */
export function fromOwnPage(request: FastifyRequest): boolean {
  const { session } = request.caller;
  if (!session || request.method === 'GET' || request.method === 'HEAD' || request.routeOptions.config.begins) return true;
  const given = Buffer.from(String(request.headers['x-csrf'] ?? ''));
  const known = Buffer.from(session.csrf);
  return given.length === known.length && timingSafeEqual(given, known);
}

/** `?lang=`, then the cookie, then Accept-Language; Chinese first. */
export const langOf = (request: FastifyRequest): Lang =>
  langIn((request.query as Record<string, unknown> | undefined) ?? {}, request.headers);

export function langIn(query: Readonly<Record<string, unknown>>, headers: Readonly<Record<string, unknown>>): Lang {
  if (query.lang === 'zh' || query.lang === 'en') return query.lang;
  const kept = /(?:^|;\s*)lang=(zh|en)/.exec(String(headers.cookie ?? ''))?.[1];
  if (kept) return kept as Lang;
  const ranked = String(headers['accept-language'] ?? '')
    .split(',')
    .map((part) => part.trim().split(';q='))
    .map(([tag, q]) => ({ tag: (tag ?? '').toLowerCase(), q: q === undefined ? 1 : Number(q) }))
    .filter(({ tag, q }) => q > 0 && (tag.startsWith('zh') || tag.startsWith('en')))
    .sort((a, b) => b.q - a.q);
  return ranked[0]?.tag.startsWith('en') ? 'en' : 'zh';
}

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'.replace(/[IO]/g, '');

/** A query code: ten characters without look-alikes, about 49 bits. */
export function makeCode(random: (n: number) => Buffer = randomBytes): string {
  let code = '';
  while (code.length < 10)
    for (const byte of random(16))
      if (byte < Math.floor(256 / ALPHABET.length) * ALPHABET.length && code.length < 10) code += ALPHABET[byte % ALPHABET.length];
  return code;
}

/** Compares in constant time; a missing code is compared as well. */
export function sameCode(known: string | undefined, given: string): boolean {
  const a = createHmac('sha256', 'code')
    .update(known ?? 'no such matter')
    .digest();
  const b = createHmac('sha256', 'code').update(given.trim().toUpperCase()).digest();
  return timingSafeEqual(a, b) && known !== undefined;
}

/** Counts guesses in a quarter of an hour, per place and thing and, ten times as many, per place and per thing; kept small. */
export class Guesses {
  readonly #counts = new Map<string, { n: number; until: number }>();
  readonly #max: number;
  readonly #windowMs = 15 * 60_000;

  constructor(max: number) {
    this.#max = max;
  }

  /**
   * Counts a guess before it is looked at, so that many at once are no way round. Seconds to wait, or 0: go on. One thing
   * blocked leaves others open to the same place: a service hall is one place. Guesses at one thing from many places are one count too.
   */
  take(ip: string, thing: string, now = Date.now()): number {
    const [both, ...each] = keysOf(ip, thing);
    const wait = Math.max(this.#wait(both, this.#max, now), ...each.map((key) => this.#wait(key, this.#max * 10, now)));
    if (wait > 0) return wait;
    for (const key of [both, ...each]) this.#count(key, now);
    return 0;
  }

  /** It was right, and is not counted. */
  giveBack(ip: string, thing: string): void {
    for (const key of keysOf(ip, thing)) {
      const entry = this.#counts.get(key);
      if (entry && entry.n > 0) entry.n--;
    }
  }

  #wait(key: string, max: number, now: number): number {
    const entry = this.#counts.get(key);
    return !entry || entry.until <= now || entry.n < max ? 0 : Math.ceil((entry.until - now) / 1000);
  }

  #count(key: string, now: number): void {
    const entry = this.#counts.get(key);
    if (entry && entry.until > now) {
      entry.n++;
      return;
    }
    const oldest = this.#counts.size > 50_000 ? this.#counts.keys().next().value : undefined;
    if (oldest !== undefined) this.#counts.delete(oldest);
    this.#counts.delete(key);
    this.#counts.set(key, { n: 1, until: now + this.#windowMs });
  }
}

/** What a guess counts for: the thing tried from this place, the place, the thing from wherever. */
const keysOf = (ip: string, thing: string) => [`${placeOf(ip)} ${thing}`, placeOf(ip), ` ${thing}`] as const;

/** Who has one IPv6 address has a whole network of them. */
const placeOf = (ip: string): string => (ip.includes(':') && !ip.includes('.') ? ip.split(':').slice(0, 4).join(':') : ip);
