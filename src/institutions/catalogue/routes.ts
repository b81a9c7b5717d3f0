import type { FastifyInstance } from 'fastify';
import type { EngineMoment } from '../../kernel/matter/engine.ts';
import type { Refusals } from '../../platform/http/problem.ts';
import { rowsAsked } from '../../platform/http/rows-asked.ts';
import type { Catalogue } from './catalogue.ts';
import { meantBy } from './found.ts';
import { bundleLine, itemLine, itemView, serviceLine } from './views.ts';
import { partlyNote } from './words.ts';

/** Of the catalogue a page may hold nearly all of it. */
export const MOST_ITEMS = 300;

export interface CatalogueDesk {
  readonly refusals: Refusals;
  moment(): Promise<EngineMoment>;
}

export const catalogueOf = (m: EngineMoment): Catalogue => (m.snapshot.worlds.licensing as { catalogue: Catalogue }).catalogue;

/** The power and service lists, read from what is in force (promise 6). */
export function catalogueRoutes(app: FastifyInstance, desk: CatalogueDesk): void {
  app.get<{ Params: { id: string } }>('/api/v1/items/:id', async (request, reply) => {
    const m = await desk.moment();
    const catalogue = catalogueOf(m);
    const item = catalogue.item(request.params.id, { on: m.today });
    if (!item) return desk.refusals.send(reply, [{ code: 'not-found' }], request.lang);
    return itemView(item, catalogue);
  });

  /** `?q=` plain words, also of convenience items and bundles, with a note where only a part of them is found; `?department=` its own alone; `?after=` the last id of the page before. */
  app.get<{ Querystring: Record<string, string> }>('/api/v1/items', async (request, reply) => {
    const m = await desk.moment();
    const catalogue = catalogueOf(m);
    const { q, department, after } = request.query;
    const size = rowsAsked(desk.refusals, request, reply, { most: MOST_ITEMS });
    if (size === undefined) return reply;
    const meant = typeof q === 'string' && q ? meantBy(q.slice(0, 200), catalogue, request.lang, m.today, department) : undefined;
    const all = meant
      ? meant.items.map(({ item }) => item)
      : department
        ? catalogue.byDepartment(department, m.today)
        : catalogue.items(m.today);
    const start = after ? all.findIndex((i) => i.id === after) + 1 : 0;
    if (after && start === 0)
      return desk.refusals.send(reply, [{ code: 'invalid-input' }], request.lang, [{ path: 'after', code: 'not-an-option' }]);
    const page = all.slice(start, start + size);
    return {
      items: page.map((i) => itemLine(i, catalogue, request.lang)),
      ...(meant && {
        services: meant.services.map(({ item }) => serviceLine(item, catalogue, request.lang)),
        bundles: meant.bundles.map(({ item }) => bundleLine(item, catalogue, request.lang)),
        ...(meant.partly && { note: partlyNote }),
      }),
      ...(start + size < all.length && { next: page.at(-1)?.id }),
    };
  });
}
