import type { FastifyInstance } from 'fastify';
import { dutiesNow, dutyListing } from './duties.ts';
import { officerOf } from './officers.ts';
import type { House } from './open-house.ts';
import { listingRoutes } from './platform/http/listing.ts';

/** The register of recurring duties; every officer may look at it. */
export function dutyRoutes(app: FastifyInstance, house: House): void {
  listingRoutes(app, '/api/v1/duties', async (request, reply) => {
    const moment = await officerOf(house, request, reply);
    if (!moment) return undefined;
    const rows = await dutiesNow(house.pool, moment);
    const about = {
      unanswered: rows.filter(({ answer }) => !answer).length,
      late: rows.filter(({ over }) => over !== undefined).length,
      unknown: rows.filter(({ due }) => due === undefined).length,
    };
    return { listing: dutyListing, rows, total: rows.length, day: moment.today, about };
  });
}
