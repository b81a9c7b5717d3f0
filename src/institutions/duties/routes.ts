import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { type Refusal, reasonFor } from '../../kernel/decision.ts';
import type { Command, Engine, EngineMoment, Outcome } from '../../kernel/matter/engine.ts';
import { fieldsIn } from '../../platform/http/body.ts';
import { idempotency } from '../../platform/http/idempotency.ts';
import type { Refusals } from '../../platform/http/problem.ts';
import { type DutyWorld, isSeveral } from './answers.ts';
import { isThere } from './opening.ts';
import { type RoundRecord, roundNamed } from './queries.ts';
import type { Duty } from './rules.ts';
import { dutyView, ownOrgan } from './view.ts';
import { refusalWords } from './words.ts';

const API = '/api/v1/duties/:duty';
const because = reasonFor(refusalWords);
type Asked = FastifyRequest<{ Params: { duty: string } }>;

export interface DutyDesk {
  readonly pool: Pool;
  readonly engine: Engine;
  readonly refusals: Refusals;
  /** The county's file in which it stands who answers. */
  readonly file: string;
  moment(): Promise<EngineMoment>;
}

/** One recurring duty with its times, and the note that one was done (P18). Every officer looks; who answers notes. */
export function dutyRoundRoutes(app: FastifyInstance, desk: DutyDesk): void {
  const { pool, refusals } = desk;
  /** Who signed in is looked at before anything that was sent. */
  const onRequest = async (request: FastifyRequest, reply: FastifyReply) => {
    if (!request.caller.person) return refusals.send(reply, [{ code: 'sign-in-needed' }], request.lang);
  };

  app.get(API, { onRequest }, async (request: Asked, reply) => {
    const found = await dutyIn(desk, request, reply);
    if (!found) return reply;
    const say = (no: Refusal) => ({ text: refusals.sentence(no, request.lang), basis: refusals.words(no.code).basis });
    return { ...(await dutyView(pool, found.term, found.round, found.moment, found.actor, say)), file: desk.file };
  });

  app.post(`${API}/note`, { onRequest }, async (request: Asked, reply) => {
    const found = await dutyIn(desk, request, reply);
    if (!found) return reply;
    const noted = fieldsIn(request.body);
    const outcome = await perform(
      desk,
      request,
      found.round
        ? { number: found.round.matter, action: 'note-done', input: noted }
        : { input: { term: found.term.id, ...firstOf(found), noted } },
    );
    if (!outcome.ok) return refusals.send(reply, outcome.refusals, request.lang, outcome.issues?.map(ofBody));
    if (outcome.replayed) reply.header('idempotent-replay', 'true');
    return reply.send(outcome.reply);
  });
}

/** Of a duty that several owe, whose first time it is: the organ's for which the caller answers. */
function firstOf({ term, moment, actor }: NonNullable<Awaited<ReturnType<typeof dutyIn>>>): { owes?: string } {
  const named = (moment.snapshot.worlds.duty as DutyWorld).answers.get(term.id);
  return isSeveral(named) ? { owes: ownOrgan(named, moment, actor) } : {};
}

/** A first time is sent like any other; that it opens a matter too is ours. */
const ofBody = <I extends { readonly path: string }>(issue: I): I => ({ ...issue, path: issue.path.replace(/^noted\./, '') });

/** The duty that the address names, by its term or by one of its times; anybody but an officer of today is answered. */
async function dutyIn(desk: DutyDesk, request: Asked, reply: FastifyReply) {
  const moment = await desk.moment();
  const actor = moment.directory.actor(request.caller.person!, moment.today);
  if (actor.kind !== 'officer') return void desk.refusals.send(reply, [{ code: 'no-authority' }], request.lang);
  const named = request.params.duty.slice(0, 100).replaceAll('\u0000', '');
  const round: RoundRecord | undefined = await roundNamed(desk.pool, named);
  const term = moment.law.find(round?.term ?? named);
  if (term?.recurs) return { term, round, moment, actor };
  return void desk.refusals.send(reply, [because('duty-not-found', { params: { duty: named } })], request.lang);
}

const perform = (desk: DutyDesk, request: FastifyRequest, what: Pick<Command, 'number' | 'action' | 'input'>): Promise<Outcome> =>
  desk.engine
    .perform({
      kind: 'duty',
      ...what,
      actor: (m) => m.directory.actor(request.caller.person!, m.today),
      request: idempotency(request),
      reply: ([m]) => {
        const { term, round, noted } = m!.state as Duty;
        return { matter: m!.number, version: m!.version, duty: term, due: round?.due ?? null, on: noted!.on, over: noted!.over };
      },
    })
    .catch((error) => {
      // A first time is on record already: the table keeps one.
      if (isThere(error)) return { ok: false, refusals: [because('duty-time-to-choose', { params: { duty: '' } })] };
      throw error;
    });
