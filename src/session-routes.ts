import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { advanceClock, daysToPass } from './county-clock.ts';
import { namesOf } from './institutions/licensing/queries.ts';
import type { Refusal } from './kernel/decision.ts';
import type { EngineMoment } from './kernel/matter/engine.ts';
import { type Directory, isApplicant, personaFor } from './kernel/organisation/index.ts';
import type { Seat } from './kernel/organisation/types.ts';
import type { Text } from './kernel/text.ts';
import type { House } from './open-house.ts';
import { fieldsIn, unknownFields } from './platform/http/body.ts';
import { cookieToken, csrfOf, Guesses, sessionCookie } from './platform/http/session.ts';
import { passwordHashOf } from './platform/sign-in/accounts.ts';
import { isPassword } from './platform/sign-in/passwords.ts';
import { SESSION_SECONDS, type Sessions } from './platform/sign-in/sessions.ts';

const API = '/api/v1';
/** Wrong tries in a quarter of an hour: this many for a person from one place, ten times as many for a place. */
const TRIES = 10;

/** Sign-in of officers, who they are, and the model county's clock on their screens. */
export function sessionRoutes(app: FastifyInstance, house: House, sessions: Sessions): void {
  const { refusals } = house;
  const guesses = new Guesses(TRIES);
  const no = (request: FastifyRequest, reply: FastifyReply, code: string, params?: Record<string, number>) =>
    refusals.send(reply, [{ code, params }], request.lang);

  app.get(`${API}/personas`, async (request, reply) => {
    if (!house.row.model) return no(request, reply, 'not-a-model-county');
    const moment = await house.moment();
    const officers = house.model.personas.filter((p) => !isApplicant(p.person));
    const names = await namesOf(
      house.pool,
      officers.map((p) => p.person),
    );
    return officers.map(({ name, label, person }) => ({
      name,
      label,
      person,
      personName: names.get(person) ?? plain(person),
      seats: seatsOf(moment, person),
    }));
  });

  app.post(`${API}/session`, { config: { begins: true } }, async (request, reply) => {
    const surplus = unknownFields(request.body, ['persona', 'person', 'password']);
    if (surplus.length > 0) return refusals.send(reply, [{ code: 'invalid-input' }], request.lang, surplus);
    const { persona, person, password } = fieldsIn(request.body);
    let known: string | undefined;
    if (typeof persona === 'string') {
      if (!house.row.model) return no(request, reply, 'not-a-model-county');
      const { today } = await house.moment();
      const one = personaFor(persona, house.model.personas, house.model.register, today);
      if (one && isApplicant(one.person)) return refusals.send(reply, [atPortal(one.label)], request.lang);
      known = one?.person;
    } else {
      const missing = Object.entries({ person, password }).filter(([, given]) => typeof given !== 'string' || given === '');
      const issues = missing.map(([path]) => ({ path, code: 'required' }));
      if (issues.length > 0) return refusals.send(reply, [{ code: 'invalid-input' }], request.lang, issues);
      const who = String(person).slice(0, 100);
      const wait = guesses.take(request.ip, who);
      if (wait > 0) return no(request, reply, 'too-many-requests', { seconds: wait });
      known = await withPassword(house, who, String(password));
      if (known) guesses.giveBack(request.ip, who);
    }
    if (!known) return no(request, reply, 'sign-in-failed');

    const before = cookieToken(request);
    if (before) await sessions.end(before);
    const token = await sessions.begin(known);
    request.caller = { person: known, session: { token, csrf: csrfOf(house.row.secret, token) } };
    reply.header('set-cookie', sessionCookie(request, token, SESSION_SECONDS)).header('cache-control', 'no-store');
    return sessionView(house, request);
  });

  app.get(`${API}/session`, { config: { secret: true } }, async (request, reply) => {
    if (!request.caller.person) return no(request, reply, 'sign-in-needed');
    reply.header('cache-control', 'no-store');
    return sessionView(house, request);
  });

  app.delete(`${API}/session`, async (request, reply) => {
    if (!request.caller.session) return no(request, reply, 'sign-in-needed');
    await sessions.end(request.caller.session.token);
    return reply
      .code(204)
      .header('set-cookie', sessionCookie(request, undefined, 0))
      .send();
  });

  app.post(`${API}/clock`, async (request, reply) => {
    if (!request.caller.person) return no(request, reply, 'sign-in-needed');
    if (!house.row.model) return no(request, reply, 'not-a-model-county');
    const surplus = unknownFields(request.body, ['advance']);
    if (surplus.length > 0) return refusals.send(reply, [{ code: 'invalid-input' }], request.lang, surplus);
    const days = daysToPass(fieldsIn(request.body).advance);
    if (!days) return refusals.send(reply, [{ code: 'invalid-input' }], request.lang, [{ path: 'advance', code: 'not-an-option' }]);
    const change = await advanceClock(house, days);
    if (!change.ok) return refusals.send(reply, [change.refusal], request.lang);
    return { now: localInstant(change.now), today: change.today, facts: change.facts };
  });
}

/** Who only applies signs in nowhere: the portal is open to everybody. */
const atPortal = ({ zh, en }: Text): Refusal => ({ code: 'applicant-needs-no-sign-in', params: { persona: zh, persona_en: en } });

/** The same work and the same answer whether the person is unknown or the password wrong. */
async function withPassword(house: House, person: string, password: string): Promise<string | undefined> {
  const hash = await passwordHashOf(house.pool, person.replaceAll('\u0000', ''));
  return (await isPassword(hash, password)) ? person : undefined;
}

async function sessionView(house: House, { caller }: FastifyRequest) {
  const person = caller.person ?? '';
  const moment = await house.moment();
  const { directory, today } = moment;
  const name = (await namesOf(house.pool, [person])).get(person) ?? plain(person);
  const { code, name: county, model } = house.row;
  return {
    person,
    name,
    model,
    county: { code, name: county },
    csrf: caller.session?.csrf,
    now: localInstant(moment.now),
    today,
    seats: seatsOf(moment, person),
    lost: directory.lost(person, today).map(({ seat }) => seatView(directory, seat)),
  };
}

const seatsOf = ({ directory, today }: EngineMoment, person: string) =>
  directory.seatsOf(person, today).map((seat) => seatView(directory, seat));

const seatView = (directory: Directory, { id, organ, name, roles }: Seat) => ({
  id,
  organ,
  organName: directory.organ(organ)?.name ?? plain(organ),
  name,
  roles,
});

const plain = (code: string): Text => ({ zh: code, en: code });

/** `2026-02-09T09:00:00+08:00`: the county's own time. */
const localInstant = (seconds: number): string => `${new Date((seconds + 8 * 3600) * 1000).toISOString().slice(0, 19)}+08:00`;
