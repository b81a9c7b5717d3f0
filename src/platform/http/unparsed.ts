import type { Socket } from 'node:net';
import type { ConnectionError } from 'fastify';
import type { Lang } from '../../kernel/text.ts';
import { type Answered, requestIdOf } from './answered.ts';
import type { Refusals } from './problem.ts';
import { langIn } from './session.ts';

type ErrorPage = (lang: Lang, status: number, title: string, next: string) => string;

/**
 * What was not even HTTP never becomes a request, so it is answered on its socket: in the reader's language, with a way
 * forward. An address in plain characters (`/search?q=开饭店`), which browsers encode and a terminal does not, is shown the
 * encoded one.
 */
export function answerUnparsed(refusals: Refusals, errorPage: ErrorPage, answered?: (answered: Answered) => void) {
  return (error: ConnectionError, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const { method, target, headers } = headOf(error.rawPacket);
    const request = requestIdOf(headers['x-request-id']);
    const answer = (status: string, lines: readonly string[], body?: string, refused?: readonly string[]) => {
      end(socket, status, [...lines, `x-request-id: ${request}`], body);
      answered?.({ request, method: 'unread', status: Number.parseInt(status, 10), seconds: 0, refused });
    };
    const encoded = method === 'GET' || method === 'HEAD' ? encodedAddress(target) : undefined;
    if (encoded) {
      answer('308 Permanent Redirect', [`location: ${encoded}`]);
      return;
    }
    const lang = langIn({}, headers);
    const code = error.code === 'HPE_HEADER_OVERFLOW' ? 'too-large' : 'malformed';
    const problem = { ...refusals.problem([{ code }], [], lang), request };
    const [type, body] = target.startsWith('/api/')
      ? ['application/problem+json', JSON.stringify(problem)]
      : ['text/html; charset=utf-8', errorPage(lang, problem.status, problem.title, problem.next)];
    const late = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
    const status = late ? '408 Request Timeout' : problem.status === 413 ? '413 Content Too Large' : '400 Bad Request';
    answer(status, [`content-type: ${type}`, 'x-content-type-options: nosniff', "content-security-policy: default-src 'none'"], body, [
      code,
    ]);
  };
}

function end(socket: Socket, status: string, headers: readonly string[], body = ''): void {
  const head = [`HTTP/1.1 ${status}`, ...headers, `content-length: ${Buffer.byteLength(body)}`, 'connection: close'];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** Request line and headers, as far as they can be read. */
function headOf(packet: unknown) {
  const [first = '', ...lines] = (Buffer.isBuffer(packet) ? packet.toString('utf8') : '').split('\r\n\r\n')[0]!.split('\r\n');
  const [method = '', target = ''] = first.split(' ');
  const pairs = lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()] as const);
  return { method, target, headers: Object.fromEntries(pairs) as Record<string, string | undefined> };
}

/** The same address as a browser would send it; undefined where it is none, or needs no encoding. */
function encodedAddress(target: string): string | undefined {
  if (!/^\/(?!\/)/.test(target) || target.includes('\uFFFD') || target.length > 2000) return undefined;
  const encoded = target.replace(/[^\x21-\x7e]/gu, encodeURIComponent);
  return encoded === target ? undefined : encoded;
}
