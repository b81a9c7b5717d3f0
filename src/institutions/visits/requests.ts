import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import type { Command, Engine, EngineMoment, Outcome } from '../../kernel/matter/engine.ts';
import type { Actor } from '../../kernel/organisation/types.ts';
import { fieldsIn } from '../../platform/http/body.ts';
import { idempotency } from '../../platform/http/idempotency.ts';
import type { Refusals } from '../../platform/http/problem.ts';
import { windowOnly, windowSeat } from './permits.ts';
import { aboutMatter, atSeat, nextTicket, waitingIn } from './queries.ts';
import type { Visit } from './rules.ts';
import { label } from './view.ts';
import type { Queue } from './vocabulary.ts';

/** What the institution's faces need of the house. */
export interface VisitDesk {
  readonly pool: Pool;
  readonly engine: Engine;
  readonly refusals: Refusals;
  moment(): Promise<EngineMoment>;
}

const actorOf =
  (person: string | undefined) =>
  (m: EngineMoment): Actor =>
    person ? m.directory.actor(person, m.today) : { kind: 'stranger', person: 'stranger', seats: [] };

/** Somebody at a window today; anybody else is answered. */
export async function clerkFor(
  desk: VisitDesk,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<{ actor: Actor; moment: EngineMoment } | undefined> {
  const moment = request.caller.person ? await desk.moment() : undefined;
  const actor = moment && actorOf(request.caller.person)(moment);
  if (moment && actor && windowSeat(actor)) return { actor, moment };
  desk.refusals.send(reply, [moment ? windowOnly(moment) : { code: 'sign-in-needed' }], request.lang);
  return undefined;
}

const reply: Command['reply'] = ([m]) => {
  const v = m!.state as Visit;
  return { visit: m!.number, version: m!.version, label: label(v.queue, v.ticket), status: v.status, seat: v.seat };
};

const TRIES = 8;
const taken = (error: unknown): boolean => (error as { code?: unknown }).code === '23505';

type Sent = Readonly<Record<string, unknown>>;

/** Who takes a ticket at this server waits for who takes one before him. */
const lines = new WeakMap<Engine, Promise<unknown>>();

export function takeTicket(desk: VisitDesk, request: FastifyRequest, sent: Sent): Promise<Outcome> {
  const before = lines.get(desk.engine) ?? Promise.resolve();
  const mine = before.then(() => nextOf(desk, request, sent));
  lines.set(
    desk.engine,
    mine.catch(() => undefined),
  );
  return mine;
}

/** The day's next number of the queue. Where another server gave it in the same moment, the one after. */
async function nextOf(desk: VisitDesk, request: FastifyRequest, sent: Sent): Promise<Outcome> {
  const { queue } = sent;
  for (let tries = 1; ; tries++) {
    const { today } = await desk.moment();
    const ticket = typeof queue === 'string' ? await nextTicket(desk.pool, today, queue as Queue).catch(noQueue) : 1;
    try {
      return await desk.engine.perform({
        kind: 'visit',
        input: { ...sent, ticket },
        actor: actorOf(request.caller.person),
        request: idempotency(request),
        reply,
      });
    } catch (error) {
      if (!taken(error) || tries >= TRIES) throw error;
    }
  }
}

/** A word that is no queue: the schema says so. */
const noQueue = (error: unknown): number => {
  if (String((error as { code?: unknown }).code).startsWith('2')) return 1;
  throw error;
};

/** The next of my queues. Whom another window has just called is passed over. */
export async function callNext(desk: VisitDesk, request: FastifyRequest, queues: readonly Queue[]): Promise<Outcome> {
  const { today } = await desk.moment();
  for (const visit of await waitingIn(desk.pool, today, queues, TRIES)) {
    const outcome = await act(desk, request, visit, 'call', {});
    if (outcome.ok || outcome.refusals[0]?.code !== 'not-in-this-state') return outcome;
  }
  return { ok: false, refusals: [{ code: 'queue-empty' }] };
}

export async function act(desk: VisitDesk, request: FastifyRequest, visit: string, name: string, body: unknown): Promise<Outcome> {
  return desk.engine.perform({
    kind: 'visit',
    number: visit.slice(0, 100).replaceAll('\u0000', ''),
    action: name,
    input: await completed(desk, request, name, body),
    actor: actorOf(request.caller.person),
    request: idempotency(request),
    reply,
  });
}

/** What the server alone knows is put in by it, whatever the caller sent. */
async function completed(desk: VisitDesk, request: FastifyRequest, name: string, body: unknown): Promise<unknown> {
  if (name === 'call') {
    const moment = await desk.moment();
    const seat = windowSeat(actorOf(request.caller.person)(moment));
    const busy = seat && (await atSeat(desk.pool, moment.today, seat.id));
    return { ...fieldsIn(body), ...(busy && { busy: label(busy.queue, busy.ticket) }) };
  }
  if (name !== 'about') return body;
  const { matter, ...more } = fieldsIn(body);
  const clean = typeof matter === 'string' ? matter.slice(0, 100).replaceAll('\u0000', '') : '';
  return { matter, ...more, ...(await aboutMatter(desk.pool, clean)) };
}

export function send(
  { refusals }: VisitDesk,
  request: FastifyRequest,
  answer: FastifyReply,
  outcome: Outcome,
  created = false,
): FastifyReply {
  if (!outcome.ok) return refusals.send(answer, outcome.refusals, request.lang, outcome.issues);
  if (outcome.replayed) answer.header('idempotent-replay', 'true');
  return answer.code(created ? 201 : 200).send(outcome.reply);
}
