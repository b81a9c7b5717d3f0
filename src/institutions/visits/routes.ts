import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isLocalDate } from '../../kernel/clock/index.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { fieldsIn, serversFields, unknownFields } from '../../platform/http/body.ts';
import { type Listing, sheetRoutes } from '../../platform/http/listing.ts';
import { visit } from './definition.ts';
import { aboutMatter, namesOf, numbersOf, visitNamed, visitsAbout, visitsOn } from './queries.ts';
import { closedUntil, queuesOf } from './register.ts';
import { act, callNext, clerkFor, send, takeTicket, type VisitDesk } from './requests.ts';
import { label, mineView, staffToday, type VisitView, visitView, windowsView, worldOf } from './view.ts';
import { QUEUES, type Queue } from './vocabulary.ts';
import { leftWords, listHeads, queueWords, reasonWords, statusWords } from './words.ts';

const API = '/api/v1';
/** A day's visits are shown and taken away whole, up to here. */
const MOST = 2_000;
/** Looked up by the server. */
const SERVERS = ['busy', 'known', 'before'];

/** Tickets, calls, handling, and the visits of a matter. */
export function visitRoutes(app: FastifyInstance, desk: VisitDesk): void {
  const { pool, refusals } = desk;

  /** Today at the windows: my seat, the queue, who sits where, the day's numbers. */
  app.get(`${API}/window`, async (request, reply) => {
    const clerk = await clerkFor(desk, request, reply);
    if (!clerk) return reply;
    const { actor, moment } = clerk;
    const [rows, numbers, names] = await Promise.all([
      visitsOn(pool, moment.today, MOST),
      numbersOf(pool, moment.today),
      namesOf(pool, staffToday(moment)),
    ]);
    return {
      day: moment.today,
      now: new Date(moment.now * 1000).toISOString(),
      hours: worldOf(moment).register.hours,
      opens: closedUntil(moment) ?? null,
      mine: mineView(actor, moment),
      windows: windowsView(moment, names),
      visits: rows.map((row) => visitView(row, moment)),
      numbers,
    };
  });

  /** 窗口登记簿: everybody who came on a day, to whom, about what, how long it took and how it ended. */
  app.get(`${API}/window/register`, async (request, reply) => {
    const clerk = await clerkFor(desk, request, reply);
    if (!clerk) return reply;
    const day = dayAsked(desk, request, reply, clerk.moment.today);
    if (!day) return reply;
    const [rows, numbers] = await Promise.all([visitsOn(pool, day, MOST), numbersOf(pool, day)]);
    return { day, today: clerk.moment.today, numbers, visits: rows.map((row) => visitView(row, clerk.moment)) };
  });

  sheetRoutes(app, `${API}/window/visits`, async (request, reply) => {
    const clerk = await clerkFor(desk, request, reply);
    const day = clerk && dayAsked(desk, request, reply, clerk.moment.today);
    return day && { listing, rows: (await visitsOn(pool, day, MOST)).map((row) => visitView(row, clerk.moment)), day };
  });

  /** Who signed in is looked at before anything that was sent. */
  const onRequest = async (request: FastifyRequest, reply: FastifyReply) => {
    if (!request.caller.person) return refusals.send(reply, [{ code: 'sign-in-needed' }], request.lang);
  };

  app.post(`${API}/window/tickets`, { onRequest }, async (request, reply) => {
    const own = serversFields(request.body, ['ticket']);
    if (own.length > 0) return refusals.send(reply, [{ code: 'invalid-input' }], request.lang, own);
    return send(desk, request, reply, await takeTicket(desk, request, fieldsIn(request.body)), true);
  });

  /** The next of the caller's queues; `{queue}` names one. */
  app.post(`${API}/window/call`, { onRequest }, async (request, reply) => {
    const clerk = await clerkFor(desk, request, reply);
    if (!clerk) return reply;
    const { moment, actor } = clerk;
    const surplus = unknownFields(request.body, ['queue']);
    if (surplus.length > 0) return refusals.send(reply, [{ code: 'invalid-input' }], request.lang, surplus);
    const { queue } = fieldsIn(request.body);
    if (queue !== undefined && !(QUEUES as readonly unknown[]).includes(queue))
      return refusals.send(reply, [{ code: 'invalid-input' }], request.lang, [{ path: 'queue', code: 'not-an-option', options: QUEUES }]);
    const queues = queue ? [queue as Queue] : queuesOf(mineView(actor, moment)!.seat, moment.now, worldOf(moment), moment.directory);
    return send(desk, request, reply, await callNext(desk, request, queues));
  });

  app.get<{ Params: { visit: string } }>(`${API}/window/tickets/:visit`, async (request, reply) => {
    const clerk = await clerkFor(desk, request, reply);
    if (!clerk) return reply;
    const row = await visitNamed(pool, request.params.visit.slice(0, 100).replaceAll('\u0000', ''));
    return row ? visitView(row, clerk.moment) : refusals.send(reply, [{ code: 'not-found' }], request.lang);
  });

  app.post<{ Params: { visit: string; name: string } }>(
    `${API}/window/tickets/:visit/actions/:name`,
    { onRequest },
    async (request, reply) => {
      const { visit: number, name } = request.params;
      if (!Object.hasOwn(visit.actions, name))
        return refusals.send(reply, [{ code: 'action-unknown', params: { action: name.slice(0, 60) } }], request.lang);
      const own = serversFields(request.body, SERVERS);
      if (own.length > 0) return refusals.send(reply, [{ code: 'invalid-input' }], request.lang, own);
      return send(desk, request, reply, await act(desk, request, number, name, request.body));
    },
  );

  /** How often somebody came about a matter (S4-29): for every officer, without a name. */
  app.get(`${API}/matters/:number/visits`, async (request, reply) => {
    const found = await aboutAsked(desk, request, reply);
    return found ? { known: (await aboutMatter(pool, found.number)).known, visits: found.rows } : reply;
  });
  sheetRoutes(app, `${API}/matters/:number/visits`, async (request, reply) => {
    const found = await aboutAsked(desk, request, reply);
    return found && { ...found, listing: aboutListing };
  });
}

/** The visits about the matter in the address, for an officer of today. */
async function aboutAsked(desk: VisitDesk, request: FastifyRequest, reply: FastifyReply) {
  const { person } = request.caller;
  const moment = person ? await desk.moment() : undefined;
  if (moment?.directory.actor(person!, moment.today).kind !== 'officer')
    return void desk.refusals.send(reply, [{ code: moment ? 'no-authority' : 'sign-in-needed' }], request.lang);
  const number = (request.params as { number: string }).number.slice(0, 100).replaceAll('\u0000', '');
  const rows = (await visitsAbout(desk.pool, number)).map(({ queue, ticket, ...row }) => ({
    ...row,
    queue,
    label: label(queue, ticket),
    againName: row.again && reasonWords[row.again],
  }));
  return { number, rows, day: moment.today };
}

type About = NonNullable<Awaited<ReturnType<typeof aboutAsked>>>['rows'][number];

const aboutListing: Listing<About> = {
  name: listHeads.name,
  columns: [
    { head: listHeads.day, day: (v) => v.day },
    { head: listHeads.ticket, text: (v) => v.label },
    { head: listHeads.queue, text: (v, lang) => queueWords[v.queue][lang] },
    { head: listHeads.waited, number: (v) => v.waited },
    { head: listHeads.handled, number: (v) => v.handled },
    { head: listHeads.again, text: (v, lang) => (v.againName ? v.againName[lang] : undefined) },
  ],
};

function dayAsked({ refusals }: VisitDesk, request: FastifyRequest, reply: FastifyReply, today: LocalDate): LocalDate | undefined {
  const { day = today } = request.query as { day?: unknown };
  if (typeof day === 'string' && isLocalDate(day)) return day as LocalDate;
  refusals.send(reply, [{ code: 'invalid-input' }], request.lang, [{ path: 'day', code: 'not-a-date' }]);
  return undefined;
}

const listing: Listing<VisitView> = {
  name: listHeads.name,
  columns: [
    { head: listHeads.ticket, text: (v) => v.label },
    { head: listHeads.queue, text: (v, lang) => queueWords[v.queue][lang] },
    {
      head: listHeads.status,
      text: (v, lang) => (v.left ? leftWords[v.left as keyof typeof leftWords] : statusWords[v.status])[lang],
    },
    { head: listHeads.seat, text: (v, lang) => v.seatName?.[lang] },
    { head: listHeads.taken, instant: (v) => v.taken ?? undefined },
    { head: listHeads.called, instant: (v) => v.called ?? undefined },
    { head: listHeads.ended, instant: (v) => v.ended ?? undefined },
    { head: listHeads.waited, number: (v) => v.waited },
    { head: listHeads.handled, number: (v) => v.handled },
    { head: listHeads.items, text: (v, lang) => v.about.flatMap(({ itemName }) => (itemName ? [itemName[lang]] : [])).join(' ') },
    { head: listHeads.applicants, text: (v) => v.about.flatMap(({ applicant }) => (applicant ? [applicant] : [])).join(' ') },
    { head: listHeads.matters, text: (v) => v.about.map(({ matter }) => matter).join(' ') },
    { head: listHeads.again, text: (v, lang) => v.about.flatMap(({ again }) => (again ? [reasonWords[again][lang]] : [])).join(' ') },
  ],
};
