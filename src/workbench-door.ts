import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { House } from './open-house.ts';
import { checkoutRoot } from './platform/checkout.ts';
import { cookieToken } from './platform/http/session.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};
/** Set by the bundler: a name with a hash of what is in it, and no way out of the folder. */
const HASHED = /^[\w.-]+-[\w-]{8}\.(?:js|css|svg)$/;

/** Script and styles from here alone; what the components write at run time carries this page's nonce. */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    // Papers of a matter side by side: a PDF stands in a frame, from this server alone.
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** The officers' workbench: one page under every address of it, and the files it is made of. */
export function workbenchRoutes(app: FastifyInstance, { refusals }: House, folder = join(checkoutRoot, 'dist/browser')): void {
  const page = async (request: FastifyRequest, reply: FastifyReply) => {
    const built = join(folder, 'index.html');
    if (!existsSync(built)) return refusals.send(reply, [{ code: 'unavailable' }], request.lang);
    const nonce = randomBytes(16).toString('base64url');
    const html = readFileSync(built, 'utf8')
      .replace('<html lang="zh-CN">', `<html lang="${request.lang === 'zh' ? 'zh-CN' : 'en'}">`)
      .replace('content="nonce"', `content="${nonce}"`)
      .replace('name="signed-in" content="no"', `name="signed-in" content="${cookieToken(request) ? 'yes' : 'no'}"`);
    return reply
      .headers({ 'content-security-policy': policy(nonce), 'cache-control': 'no-store' })
      .type('text/html; charset=utf-8')
      .send(html);
  };
  app.get('/workbench', page);
  app.get('/workbench/*', page);

  app.get<{ Params: { name: string } }>('/workbench/assets/:name', async (request, reply) => {
    const { name } = request.params;
    const path = join(folder, 'assets', name);
    if (!HASHED.test(name) || !existsSync(path)) return reply.callNotFound();
    const taken = String(request.headers['accept-encoding'] ?? '');
    const squeezed = [
      ['br', '.br'],
      ['gzip', '.gz'],
    ].find(([coding, end]) => new RegExp(`\\b${coding}\\b`).test(taken) && existsSync(path + end));
    if (squeezed) reply.header('content-encoding', squeezed[0]);
    return reply
      .headers({ 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding' })
      .type(TYPES[extname(name)] ?? 'application/octet-stream')
      .send(readFileSync(path + (squeezed?.[1] ?? '')));
  });
}
