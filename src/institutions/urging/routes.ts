import type { FastifyInstance } from 'fastify';
import { unknownFields } from '../../platform/http/body.ts';
import { listingRoutes, sheetRoutes } from '../../platform/http/listing.ts';
import { linesOf, namesOf, unreadBelow, waitingFor } from './queries/lists.ts';
import { confirm } from './queries/records.ts';
import {
  findWanted,
  leadersSeen,
  linesOfMatter,
  listsAsked,
  officer,
  openByOrgan,
  overseer,
  ownLines,
  PAGES,
  type UrgingDesk,
} from './requests.ts';
import { below, ladderOf, lateBy } from './rules.ts';
import { absenceListing, countyOf, listing, openListing, ownListing, portfolioListing } from './sheets/requests.ts';
import { listView, standing } from './view.ts';
import { RUNGS } from './vocabulary.ts';
import { rungWords } from './words.ts';

const API = '/api/v1';

/** One's own lists and their receipt; who was urged of a matter; what is open in the county. */
export function urgingRoutes(app: FastifyInstance, desk: UrgingDesk): void {
  const { pool, refusals } = desk;

  app.get(`${API}/urgings/mine`, async (request, reply) => {
    const me = await officer(desk, request, reply, PAGES);
    const own = me && (await listsAsked(desk, request, reply, me.person));
    if (!own) return reply;
    const { person, moment } = me;
    const { lists, earlier } = own;
    const late = lateBy(moment.today, ladderOf(moment.law), moment.calendar);
    const stands = standing(person, { moment, register: desk.register }).map(({ rung, organs }) => ({ rungs: below(rung), organs }));
    const unread = await unreadBelow(pool, { person, stands, lateBy: late });
    const entries = await linesOf(
      pool,
      lists.map(({ id }) => id),
    );
    const names = await namesOf(pool, [...entries.map((e) => e.person), ...unread.map((one) => one.person)]);
    return {
      today: moment.today,
      waiting: await waitingFor(pool, person),
      lists: lists.map((l) => listView(l, entries, { moment, kinds: desk.kinds, names })),
      earlier,
      ...(earlier > 0 && { next: lists.at(-1)!.id }),
      unread: unread.map((one) => ({ ...one, personName: names.get(one.person) ?? { zh: one.person, en: one.person } })),
    };
  });

  /** One receipt for everything that lies unread: repeated it finds nothing more, and says so. */
  app.post(`${API}/urgings/receipt`, async (request, reply) => {
    const me = await officer(desk, request, reply);
    if (!me) return reply;
    const { person, moment } = me;
    const surplus = unknownFields(request.body, []);
    if (surplus.length > 0) return refusals.send(reply, [{ code: 'invalid-input' }], request.lang, surplus);
    const key = request.headers['idempotency-key'];
    const read = await confirm(
      pool,
      person,
      moment.today,
      moment.now,
      typeof key === 'string' && key !== '' ? `receipt ${key}`.slice(0, 300) : undefined,
    );
    if (read === 0) return refusals.send(reply, [{ code: 'no-list-to-read' }], request.lang);
    return { read };
  });

  sheetRoutes(app, `${API}/urgings/mine`, async (request, reply) => {
    const me = await officer(desk, request, reply);
    return me && { listing: ownListing, rows: await ownLines(desk, me), day: me.moment.today };
  });

  app.get(`${API}/matters/:number/urgings`, async (request, reply) => {
    const me = await officer(desk, request, reply);
    return me ? { urgings: await linesOfMatter(desk, request, me) } : reply;
  });
  sheetRoutes(app, `${API}/matters/:number/urgings`, async (request, reply) => {
    const me = await officer(desk, request, reply);
    return me && { listing, rows: await linesOfMatter(desk, request, me), day: me.moment.today };
  });

  /** Open urgings by organ and rung; each number is a list. */
  app.get(`${API}/urgings/open`, async (request, reply) => {
    const me = await overseer(desk, request, reply);
    if (!me) return reply;
    const organs = await openByOrgan(desk, me);
    return { today: me.moment.today, rungs: RUNGS.map((rung) => ({ rung, name: rungWords[rung] })), organs };
  });
  sheetRoutes(app, `${API}/urgings/open`, async (request, reply) => {
    const me = await overseer(desk, request, reply);
    if (!me) return undefined;
    const organs = await openByOrgan(desk, me);
    return { listing: openListing, rows: [...organs, countyOf(organs)], day: me.moment.today };
  });

  /** Who leads what, who is away and who stands in: whoever oversees a rung may look. */
  app.get(`${API}/urgings/leaders`, async (request, reply) => {
    const me = await overseer(desk, request, reply);
    return me ? leadersSeen(desk, me) : reply;
  });
  sheetRoutes(app, `${API}/urgings/leaders/portfolios`, async (request, reply) => {
    const me = await overseer(desk, request, reply);
    return me && { listing: portfolioListing, rows: (await leadersSeen(desk, me)).portfolios, day: me.moment.today };
  });
  sheetRoutes(app, `${API}/urgings/leaders/absences`, async (request, reply) => {
    const me = await overseer(desk, request, reply);
    return me && { listing: absenceListing, rows: (await leadersSeen(desk, me)).absences, day: me.moment.today };
  });

  listingRoutes(app, `${API}/urgings`, (request, reply, whole) => findWanted(desk, request, reply, whole));
}
