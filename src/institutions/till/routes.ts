import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { isLocalDate } from '../../kernel/clock/index.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import type { Command, Engine, EngineMoment, Outcome } from '../../kernel/matter/engine.ts';
import type { Actor } from '../../kernel/organisation/types.ts';
import { fieldsIn, serversFields } from '../../platform/http/body.ts';
import { idempotency } from '../../platform/http/idempotency.ts';
import { type Listing, sheetRoutes } from '../../platform/http/listing.ts';
import type { Refusals } from '../../platform/http/problem.ts';
import { maySee } from './permits.ts';
import { countNamed, countOn, countsUntil, type MethodLine, moneyByMethod, moneyOf } from './queries.ts';
import type { Till } from './rules.ts';
import { actsOn, type CountView, countViews } from './view.ts';
import { listHeads as heads, methodHeads, methodWords } from './words.ts';

const API = '/api/v1/till';
/** Counts beside the day's own, and in a file. */
const SHOWN = 10;
const MOST = 2_000;

export interface TillDesk {
  readonly pool: Pool;
  readonly engine: Engine;
  readonly refusals: Refusals;
  moment(): Promise<EngineMoment>;
}

/** The cashier's count at the end of the day: what lies in the till beside what the records say (S3-37, S3-44, P15). */
export function tillRoutes(app: FastifyInstance, desk: TillDesk): void {
  const { pool, refusals } = desk;

  app.get(API, async (request, reply) => {
    const found = await looking(desk, request, reply);
    if (!found) return reply;
    const { actor, moment, day } = found;
    const [lines, counts, own] = await Promise.all([moneyByMethod(pool, day), countsUntil(pool, day, SHOWN), countOn(pool, day)]);
    const views = await countViews(pool, moment, counts);
    const count = views.find((one) => one.count === own?.count) ?? null;
    const say = (r: { code: string }) => ({ text: refusals.sentence(r, request.lang), basis: refusals.words(r.code).basis });
    return {
      day,
      today: moment.today,
      methods: lines.map((line) => ({ ...line, name: methodWords[line.method] })),
      count,
      /** Money of the day has moved since it was counted. */
      moved: count !== null && count.cash !== moneyOf(lines).cash,
      float: count?.float ?? counts[0]?.float ?? 0,
      acts: actsOn(own, { ...moment, actor }, say),
      counts: views,
    };
  });

  sheetRoutes(app, `${API}/methods`, async (request, reply) => {
    const found = await looking(desk, request, reply);
    return found && { listing: methodList, rows: await moneyByMethod(pool, found.day), day: found.day };
  });
  sheetRoutes(app, `${API}/counts`, async (request, reply) => {
    const found = await looking(desk, request, reply);
    return found && { listing, rows: await countViews(pool, found.moment, await countsUntil(pool, found.day, MOST)), day: found.day };
  });

  /** Who signed in is looked at before anything that was sent. */
  const onRequest = async (request: FastifyRequest, reply: FastifyReply) => {
    if (!request.caller.person) return refusals.send(reply, [{ code: 'sign-in-needed' }], request.lang);
  };

  /** The day's first count, or, where there is one, another. */
  app.post(`${API}/counts`, { onRequest }, async (request, reply) => {
    const own = serversFields(request.body, SERVERS);
    if (own.length > 0) return refusals.send(reply, [{ code: 'invalid-input' }], request.lang, own);
    const { day: given, again, ...counted } = fieldsIn(request.body);
    const { today } = await desk.moment();
    const day = given ?? today;
    const known = isLocalDate(day) ? (day as LocalDate) : undefined;
    const before = known && (await countOn(pool, known));
    const records = moneyOf(await moneyByMethod(pool, known ?? today));
    const outcome = await perform(
      desk,
      request,
      before && again === true
        ? { number: before.count, action: 'recount', input: { ...counted, records } }
        : { input: { ...counted, day, records, before: before?.count } },
    );
    return send(desk, request, reply, outcome, 201);
  });

  app.post<{ Params: { count: string } }>(`${API}/counts/:count/review`, { onRequest }, async (request, reply) => {
    const own = serversFields(request.body, SERVERS);
    if (own.length > 0) return refusals.send(reply, [{ code: 'invalid-input' }], request.lang, own);
    const count = await countNamed(pool, request.params.count.slice(0, 100).replaceAll('\u0000', ''));
    const records = count && moneyOf(await moneyByMethod(pool, count.day));
    const input = { ...fieldsIn(request.body), records };
    return send(desk, request, reply, await perform(desk, request, { number: count?.count ?? '-', action: 'review', input }), 200);
  });
}

/** Looked up by the server. */
const SERVERS = ['records', 'before'];

const actorOf =
  (person: string | undefined) =>
  (m: EngineMoment): Actor =>
    person ? m.directory.actor(person, m.today) : { kind: 'stranger', person: 'stranger', seats: [] };

async function looking(desk: TillDesk, request: FastifyRequest, reply: FastifyReply) {
  const { person } = request.caller;
  const moment = person ? await desk.moment() : undefined;
  if (!moment) return void desk.refusals.send(reply, [{ code: 'sign-in-needed' }], request.lang);
  const actor = actorOf(person)(moment);
  const no = actor.kind === 'officer' ? maySee(undefined, { ...moment, actor }) : [{ code: 'no-authority' }];
  if (no.length > 0) return void desk.refusals.send(reply, no, request.lang);
  const { day = moment.today } = request.query as { day?: unknown };
  if (typeof day === 'string' && isLocalDate(day)) return { actor, moment, day: day as LocalDate };
  return void desk.refusals.send(reply, [{ code: 'invalid-input' }], request.lang, [{ path: 'day', code: 'not-a-date' }]);
}

const perform = (desk: TillDesk, request: FastifyRequest, what: Pick<Command, 'number' | 'action' | 'input'>): Promise<Outcome> =>
  desk.engine
    .perform({
      kind: 'till',
      ...what,
      actor: actorOf(request.caller.person),
      request: idempotency(request),
      reply: ([m]) => ({ count: m!.number, version: m!.version, day: (m!.state as Till).day }),
    })
    .catch((error) => {
      // Two counted the same day in the same moment: the table keeps one.
      if ((error as { code?: unknown }).code === '23505')
        return { ok: false, refusals: [{ code: 'till-counted-already', params: { count: '' } }] };
      throw error;
    });

function send({ refusals }: TillDesk, request: FastifyRequest, reply: FastifyReply, outcome: Outcome, done: 200 | 201): FastifyReply {
  if (!outcome.ok) return refusals.send(reply, outcome.refusals, request.lang, outcome.issues);
  if (outcome.replayed) reply.header('idempotent-replay', 'true');
  return reply.code(done).send(outcome.reply);
}

const yuan = (fen: number): number => Math.round(fen) / 100;

const methodList: Listing<MethodLine> = {
  name: methodHeads.name,
  columns: [
    { head: methodHeads.method, text: (line, lang) => methodWords[line.method][lang] },
    { head: methodHeads.payments, number: (line) => line.payments },
    { head: methodHeads.paid, number: (line) => yuan(line.paid) },
    { head: methodHeads.returned, number: (line) => yuan(line.returned) },
    { head: methodHeads.net, number: (line) => yuan(line.paid - line.returned) },
  ],
};

const listing: Listing<CountView> = {
  name: heads.name,
  columns: [
    { head: heads.day, day: (row) => row.day },
    { head: heads.clerk, text: (row, lang) => row.clerkName[lang] },
    { head: heads.at, instant: (row) => row.at },
    { head: heads.times, number: (row) => row.times },
    { head: heads.float, number: (row) => yuan(row.float) },
    { head: heads.counted, number: (row) => yuan(row.counted) },
    { head: heads.cash, number: (row) => yuan(row.cash) },
    { head: heads.difference, number: (row) => yuan(row.difference) },
    { head: heads.reason, text: (row) => row.reason ?? undefined },
    { head: heads.card, number: (row) => yuan(row.card) },
    { head: heads.transfer, number: (row) => yuan(row.transfer) },
    { head: heads.mobile, number: (row) => yuan(row.mobile) },
    { head: heads.reviewer, text: (row, lang) => row.reviewerName?.[lang] },
    { head: heads.reviewed, instant: (row) => row.reviewed ?? undefined },
  ],
};
