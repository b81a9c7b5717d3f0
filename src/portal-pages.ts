import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { createElement } from 'react';
import { advanceClock } from './county-clock.ts';
import { deadlineRoutes } from './deadline-routes.ts';
import { cataloguePages } from './institutions/catalogue/portal/routes.ts';
import { licensingPages } from './institutions/licensing/portal/routes.ts';
import { durations, durationsBySpan } from './institutions/licensing/queries/numbers.ts';
import { namesOf } from './institutions/licensing/queries.ts';
import { visitPages } from './institutions/visits/portal/routes.ts';
import type { Lang } from './kernel/text.ts';
import { lawRoutes } from './law-pages.ts';
import { rulesTaken } from './mandate-list.ts';
import type { House } from './open-house.ts';
import { checkoutRoot } from './platform/checkout.ts';
import { unknownFields } from './platform/http/body.ts';
import { sheetRoutes } from './platform/http/listing.ts';
import { once, queryFaults } from './platform/http/query-fields.ts';
import type { Guesses } from './platform/http/session.ts';
import { fieldWords } from './platform/http/words.ts';
import { oneOf, safeBack, sealFile } from './portal/index.ts';
import { CodePage, CodesPage } from './portal/pages/codes.page.tsx';
import { type Mandate, MandatePage } from './portal/pages/mandate.page.tsx';
import { VerifyPage } from './portal/pages/verify.page.tsx';
import { keep, openDoor, plainErrorPage } from './portal-door.ts';
import { tourRoutes } from './tour.ts';

export const portalErrorPage = (house: House, lang: Lang, status: number, title: string, next: string): string =>
  plainErrorPage(house, lang, status, title, next);

/** The public portal: the house's own pages, and those its institutions bring. */
export function portalRoutes(app: FastifyInstance, house: House, guesses: Guesses): void {
  const door = openDoor(house);
  const { pool, engine, refusals } = house;
  assets(app);
  switches(app, house);
  tourRoutes(app, house, door);
  deadlineRoutes(app, house, door);

  app.get('/mandate', async (request, reply) => {
    const { chrome } = await door.visit(request);
    const page = Math.floor(Number(oneOf(request.query, 'page', 6)) || 1);
    const ask = { state: oneOf(request.query, 'state', 20), institution: oneOf(request.query, 'institution', 40), page };
    return door.send(request, reply, createElement(MandatePage, { mandate: mandate(), ask, chrome }));
  });
  sheetRoutes(app, '/api/v1/mandate', async (request, reply) => {
    const faults = queryFaults(request, once('state', 'institution'));
    if (faults.length > 0) return void refusals.send(reply, faults, request.lang);
    const ask = { state: oneOf(request.query, 'state', 20), institution: oneOf(request.query, 'institution', 40) };
    return { ...rulesTaken(mandate(), ask), day: (await house.moment()).today };
  });
  lawRoutes(app, house);
  app.get('/codes', async (request, reply) => {
    const { chrome } = await door.visit(request);
    return door.send(request, reply, createElement(CodesPage, { codes: refusals.all(), chrome }));
  });
  app.get<{ Params: { code: string } }>('/codes/:code', async (request, reply) => {
    const { code } = request.params;
    const said = refusals.all().find(([known]) => known === code)?.[1];
    const field = Object.hasOwn(fieldWords, code) ? fieldWords[code] : undefined;
    if (!said && !field) return door.refuse(request, reply, [{ code: 'not-found' }]);
    const { chrome } = await door.visit(request);
    return door.send(request, reply, createElement(CodePage, { code, said, field, chrome }));
  });
  app.get('/verify', async (request, reply) => {
    const { chrome } = await door.visit(request);
    return door.send(request, reply, createElement(VerifyPage, { chrome }));
  });

  cataloguePages(app, {
    door,
    desk: { refusals, moment: house.moment },
    durations: (item, today) => durations(pool, item, today),
    durationsBySpan: (item, spans, today) => durationsBySpan(pool, item, spans, today),
    namesOf: (persons) => namesOf(pool, persons),
  });
  visitPages(app, { door, pool });
  licensingPages(app, {
    door,
    desk: { pool, engine, refusals, guesses, moment: house.moment },
    model: house.row.model,
    countyName: house.row.name,
    machineNow: Date.now,
  });
}

let read: Mandate | undefined;
/** Written by `npm run mandate`; read once. */
const mandate = (): Mandate => {
  read ??= JSON.parse(readFileSync(join(checkoutRoot, 'docs/mandate/mandate.json'), 'utf8')) as Mandate;
  return read;
};

/** Stylesheet, mark and the typeface for machines without one: an ETag each, so that a second page costs nothing. */
function assets(app: FastifyInstance): void {
  const file = (path: string, type: string, content: string | Buffer) => {
    const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 20)}"`;
    app.get(path, async (request, reply) => {
      reply.header('etag', etag).header('cache-control', 'public, max-age=600').header('vary', 'accept-encoding');
      return request.headers['if-none-match'] === etag ? reply.code(304).send() : reply.type(type).send(content);
    });
  };
  const styles = ['src/pictures/styles.css', 'src/portal/styles.css'].map((path) => readFileSync(join(checkoutRoot, path), 'utf8'));
  file('/assets/portal.css', 'text/css; charset=utf-8', styles.join('\n'));
  file('/assets/seal.svg', 'image/svg+xml', sealFile());
  file('/assets/noto-sans-sc.woff2', 'font/woff2', readFileSync(join(checkoutRoot, 'src/portal/fonts/noto-sans-sc.woff2')));
}

/** Language, text size and the model county's clock: each leads back to the page it came from. */
function switches(app: FastifyInstance, house: House): void {
  const home = (reply: FastifyReply, from: unknown) => reply.redirect(safeBack(oneOf(from, 'back', 2000)), 303);
  app.get<{ Params: { lang: string } }>('/lang/:lang', async (request, reply) => {
    const { lang } = request.params;
    if (lang === 'zh' || lang === 'en') keep(reply, 'lang', lang);
    return home(reply, request.query);
  });
  app.get('/text-size', async (request, reply) => {
    keep(reply, 'large', oneOf(request.query, 'large') === '1' ? '1' : '0');
    return home(reply, request.query);
  });
  app.post('/clock', async (request, reply) => {
    if (!house.row.model) return openDoor(house).refuse(request, reply, [{ code: 'not-a-model-county' }]);
    const [surplus] = unknownFields(request.body, ['days', 'back']);
    if (surplus)
      return openDoor(house).refuse(request, reply, [{ code: 'parameter-unknown', params: { name: surplus.path, list: 'days, back' } }]);
    const days = Math.floor(Number(oneOf(request.body, 'days', 4)));
    if (!(days >= 1 && days <= 31)) return openDoor(house).refuse(request, reply, [{ code: 'malformed' }]);
    await advanceClock(house, days);
    return home(reply, request.body);
  });
}
