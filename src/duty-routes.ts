import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { dutiesOf, dutyListing } from './duties.ts';
import { officerOf } from './officers.ts';
import type { House } from './open-house.ts';
import type { ApiRoute } from './platform/http/api.ts';
import { sheets } from './platform/http/api-sheets.ts';
import { listingRoutes } from './platform/http/listing.ts';
import { words } from './workbench/duties/words.ts';

const PATH = '/api/v1/duties';

/** The register of recurring duties; every officer may look at it. */
export function dutyRoutes(app: FastifyInstance, house: House): void {
  listingRoutes(app, PATH, async (request, reply) => {
    const moment = await officerOf(house, request, reply);
    if (!moment) return undefined;
    const rows = dutiesOf(moment.law, moment.calendar, moment.today);
    return { listing: dutyListing, rows, total: rows.length, day: moment.today };
  });
}

const route = {
  id: 'duties',
  path: PATH,
  group: 'house',
  summary: words.duties,
  basis: 'P18',
  who: ['token'],
  codes: ['no-authority'],
} as const;

/** What its routes say of themselves. */
export const dutyApi: readonly ApiRoute[] = [
  { ...route, method: 'GET', about: words['duties-say'], answer: { status: 200, schema: z.looseObject({}) } },
  ...sheets(route),
];
