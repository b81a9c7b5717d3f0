import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement, type ReactElement } from 'react';
import { fill, type Lang, type Text } from './kernel/text.ts';
import type { House } from './open-house.ts';
import type { Refusals } from './platform/http/problem.ts';
import {
  both,
  type Chrome,
  type Door,
  ERROR_STATUSES,
  ErrorPage,
  type ErrorStatus,
  localOf,
  oneOf,
  renderPage,
  safeBack,
  type Visit,
} from './portal/index.ts';

const YEAR = 365 * 86_400;

/** A choice of the reader, kept for a year; the portal sets no other cookie. */
export const keep = (reply: FastifyReply, name: 'lang' | 'large', value: string): FastifyReply =>
  reply.header('set-cookie', `${name}=${value}; Path=/; Max-Age=${YEAR}; SameSite=Lax; HttpOnly`);

const isLarge = (request: FastifyRequest): boolean => {
  const asked = oneOf(request.query, 'large');
  return asked ? asked === '1' : /(?:^|;\s*)large=1/.test(request.headers.cookie ?? '');
};

/** The portal of one house: what its pages ask of it. */
export function openDoor(house: House): Door {
  const { row, refusals } = house;

  const visit = async (request: FastifyRequest, path?: string): Promise<Visit> => {
    const moment = await house.moment();
    const back = safeBack(path ?? (request.method === 'GET' ? request.url : '/'));
    const chrome: Chrome = {
      lang: request.lang,
      path: back,
      countyName: row.name,
      large: isLarge(request),
      ...(row.model && { clockBar: { today: moment.today, time: localOf(moment.now).time, action: '/clock' } }),
    };
    return { lang: request.lang, chrome, moment };
  };

  const send: Door['send'] = (request, reply, page, { status = 200, personal = false } = {}) => {
    const [lang, large] = [oneOf(request.query, 'lang'), oneOf(request.query, 'large')];
    if (lang === 'zh' || lang === 'en') keep(reply, 'lang', lang);
    if (large) keep(reply, 'large', large === '1' ? '1' : '0');
    return reply
      .code(status)
      .header('cache-control', personal ? 'private, no-store' : 'private, no-cache')
      .type('text/html; charset=utf-8')
      .send(renderPage(page));
  };

  const refuse: Door['refuse'] = async (request, reply, list) => {
    const { chrome } = await visit(request);
    request.refused = list.map(({ code }) => code);
    const page = refusedPage(refusals, chrome, list);
    const seconds = list[0]?.params?.seconds;
    if (seconds) reply.header('retry-after', String(seconds));
    return send(request, reply, page, { status: refusals.words(list[0]!.code).status, personal: true });
  };
  return { visit, send, refuse };
}

const statusOf = (status: number): ErrorStatus => ERROR_STATUSES.find((known) => known === status) ?? (status < 500 ? 400 : 500);

/** The refusal as the public sees it. */
function refusedPage(refusals: Refusals, chrome: Chrome, list: Parameters<Door['refuse']>[2]): ReactElement {
  const { code, params, who } = list[0]!;
  const words = refusals.words(code);
  const said = (text: Text): Text => both((lang) => fill(text[lang], params));
  return createElement(ErrorPage, {
    ...chrome,
    status: statusOf(words.status),
    refused: said(words.title),
    next: said(words.next),
    basis: words.basis,
    code,
    ...(who && who.length > 0 && { who: { zh: who.join(' '), en: who.join(' ') } }),
    ...(typeof params?.seconds === 'number' && { retryAfter: params.seconds }),
  });
}

/** For the shell of the server, which knows neither page nor moment: a page that needs no database. */
export function plainErrorPage(house: House, lang: Lang, status: number, title: string, next: string): string {
  const same = (text: string): Text => ({ zh: text, en: text });
  return renderPage(
    createElement(ErrorPage, {
      lang,
      path: '/',
      countyName: house.row.name,
      status: statusOf(status),
      refused: same(title),
      next: same(next),
    }),
  );
}
