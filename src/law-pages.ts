import type { FastifyInstance } from 'fastify';
import { createElement } from 'react';
import { editionYears } from './calendar-lists.ts';
import { parametersTaken, termsTaken } from './law-lists.ts';
import type { House } from './open-house.ts';
import { sheetRoutes } from './platform/http/listing.ts';
import { oneOf, termHref } from './portal/index.ts';
import { CountyLawPage } from './portal/pages/law/county.page.tsx';
import { StatutePage, termsOf } from './portal/pages/law/statute.page.tsx';
import { EditionPage } from './portal/pages/law/years.tsx';
import { LawPage } from './portal/pages/law.page.tsx';
import { openDoor } from './portal-door.ts';
import { termsOutward } from './terms.ts';

/** The law as data: national law by statute, the county's parameters apart, and the same for programs. */
export function lawRoutes(app: FastifyInstance, house: House): void {
  const door = openDoor(house);
  app.get('/law', async (request, reply) => {
    const { chrome, moment } = await door.visit(request);
    return door.send(request, reply, createElement(LawPage, { law: moment.law, calendar: moment.calendar, chrome }));
  });
  app.get('/law/county', async (request, reply) => {
    const { chrome, moment } = await door.visit(request);
    return door.send(request, reply, createElement(CountyLawPage, { law: moment.law, today: moment.today, chrome }));
  });
  app.get<{ Params: { topic: string } }>('/law/:topic', async (request, reply) => {
    const { topic } = request.params;
    const { chrome, moment } = await door.visit(request);
    const { national, county } = termsOf(moment.law, topic);
    if (national.length === 0)
      return county[0] ? reply.redirect(termHref(county[0]), 303) : door.refuse(request, reply, [{ code: 'not-found' }]);
    return door.send(request, reply, createElement(StatutePage, { topic, law: moment.law, today: moment.today, chrome }));
  });
  app.get<{ Params: { edition: string } }>('/law/calendar/:edition', async (request, reply) => {
    const { edition: name } = request.params;
    const years = (await house.calendar()).years(name);
    if (!years) return door.refuse(request, reply, [{ code: 'not-found' }]);
    const { chrome } = await door.visit(request);
    const page = Number(oneOf(request.query, 'page', 6)) || 1;
    return door.send(request, reply, createElement(EditionPage, { name, years, page, chrome }));
  });
  sheetRoutes(app, '/api/v1/law/calendar/:edition/years', async (request, reply) => {
    const rows = (await house.calendar()).years((request.params as { edition: string }).edition);
    if (!rows) return void house.refusals.send(reply, [{ code: 'not-found' }], request.lang);
    return { listing: editionYears, rows: rows.toReversed(), day: (await house.moment()).today };
  });
  sheetRoutes(app, '/api/v1/terms', async () => {
    const { law, today } = await house.moment();
    return termsTaken(law, today);
  });
  sheetRoutes(app, '/api/v1/parameters', async () => {
    const { law, today } = await house.moment();
    return parametersTaken(law, today);
  });
  app.get('/api/v1/terms', async () => termsOutward((await house.moment()).law));
}
