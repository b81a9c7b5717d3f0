import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EngineMoment } from './kernel/matter/engine.ts';
import type { House } from './open-house.ts';

/** The moment in which an officer of today asks; anybody else is answered, and undefined. */
export async function officerOf(house: House, request: FastifyRequest, reply: FastifyReply): Promise<EngineMoment | undefined> {
  const { person } = request.caller;
  const moment = person ? await house.moment() : undefined;
  if (moment && moment.directory.actor(person!, moment.today).kind === 'officer') return moment;
  house.refusals.send(reply, [{ code: moment ? 'no-authority' : 'sign-in-needed' }], request.lang);
  return undefined;
}
