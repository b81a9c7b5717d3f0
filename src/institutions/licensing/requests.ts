import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import type { Refusal } from '../../kernel/decision.ts';
import { canonical, sha256 } from '../../kernel/journal/canonical.ts';
import type { Command, Engine, EngineMoment, Outcome } from '../../kernel/matter/engine.ts';
import type { Actor } from '../../kernel/organisation/types.ts';
import { type TakenFile, takeFile } from '../../platform/files.ts';
import { fieldsIn, serversFields } from '../../platform/http/body.ts';
import type { FieldIssue, Refusals } from '../../platform/http/problem.ts';
import { type Guesses, makeCode, sameCode } from '../../platform/http/session.ts';
import { ERASE_AGENT, identityWithoutAgent } from './agents.ts';
import { receiptTaken, withReceiptUse } from './fees/requests.ts';
import { openApplicationsOn, partsOf } from './list-queries.ts';
import { licenceNamed } from './queries/licence-named.ts';
import { type MatterFile, readLicence, readMatterFile } from './queries.ts';
import { itemsNamed } from './rules/items-named.ts';
import type { Licensing } from './rules/state.ts';
import { SERVERS } from './schema.ts';
import { receiptView } from './view.ts';

/** What the institution's faces need of the house. */
export interface LicensingDesk {
  readonly pool: Pool;
  readonly engine: Engine;
  readonly refusals: Refusals;
  readonly guesses: Guesses;
  /** The present moment of the county. */
  moment(): Promise<EngineMoment>;
}

export interface IncomingFile {
  readonly material: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** The officer or applicant of a token, on the day of the act. */
export const actorOf =
  (person: string | undefined) =>
  (m: EngineMoment): Actor =>
    person ? m.directory.actor(person, m.today) : { kind: 'stranger', person: 'stranger', seats: [] };

const applicantActor = (person: string) => (): Actor => ({ kind: 'applicant', person, seats: [] });

/** A matter as the caller may see it: officers, its own applicant, or who holds the query code. */
export async function openMatter(
  desk: LicensingDesk,
  request: FastifyRequest,
  number: string,
  code: string | undefined,
): Promise<{ file: MatterFile & { matter: NonNullable<MatterFile['matter']> }; moment: EngineMoment; actor: Actor } | Refusal> {
  if (!request.caller.person && code === undefined) return { code: 'sign-in-needed' };
  const wait = code === undefined ? 0 : desk.guesses.take(request.ip, number);
  if (wait > 0) return { code: 'too-many-requests', params: { seconds: wait } };
  const file = await readMatterFile(desk.pool, number.slice(0, 100).replaceAll('\u0000', ''));
  const moment = await desk.engine.moment(file.offset, file.edition);
  const state = file.matter?.state as Licensing | undefined;
  const caller = request.caller.person ? actorOf(request.caller.person)(moment) : undefined;
  const known = code !== undefined && sameCode(file.code, code);
  if (known) desk.guesses.giveBack(request.ip, number);
  const may = caller?.kind === 'officer' || (state && caller?.person === state.person) || known;
  if (!file.matter || !state || !may) return { code: 'matter-not-found' };
  const actor = known && caller?.kind !== 'officer' ? applicantActor(state.person)() : (caller as Actor);
  return { file: { ...file, matter: file.matter }, moment, actor };
}

export async function takeFiles(files: readonly IncomingFile[]): Promise<{ taken: TakenFile[]; refusals: Refusal[] }> {
  const results = await Promise.all(files.map((f) => takeFile(f.material, f.name, f.bytes)));
  return { taken: results.filter((r): r is TakenFile => 'bytes' in r), refusals: results.filter((r): r is Refusal => 'code' in r) };
}

const marks = (taken: readonly TakenFile[]) =>
  taken.map((f) => ({ id: f.id, material: f.material, digest: f.digest.toString('base64url') }));

function idempotency(request: FastifyRequest, body: unknown, files: readonly IncomingFile[]): Command['request'] {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || key.length === 0) return undefined;
  const digest = files.map((f) => sha256(f.material, f.bytes).toString('hex'));
  return {
    who: request.caller.person ?? 'anyone',
    key: `${request.url.split('?')[0]} ${key}`.slice(0, 300),
    hash: sha256(hashable({ body, digest })),
  };
}

/** A body with unreadable text still gets a hash: the schema refuses it afterwards, with its field. */
const hashable = (value: unknown): string => {
  try {
    return canonical(value);
  } catch {
    return JSON.stringify(value);
  }
};

const invalid = (issues: readonly FieldIssue[]): Outcome => ({ ok: false, refusals: [{ code: 'invalid-input' }], issues });

/** Channels of officers: whoever has not signed in is told to, before anything of a seat. */
const COUNTERS: readonly unknown[] = ['window', 'agent'];

/** 收件, by whichever face. Several items of a bundle are opened in one commit. */
export async function fileMatters(
  desk: LicensingDesk,
  request: FastifyRequest,
  body: unknown,
  incoming: readonly IncomingFile[],
): Promise<Outcome> {
  const own = serversFields(body, SERVERS.filing);
  if (own.length > 0) return invalid(own);
  const { items: _items, ...input } = fieldsIn(body);
  if (input.outside === true && !COUNTERS.includes(input.channel)) return invalid([{ path: 'outside', code: 'counter-only' }]);
  if (!request.caller.person && COUNTERS.includes(input.channel)) return { ok: false, refusals: [{ code: 'sign-in-needed' }] };
  const asked = itemsNamed(fieldsIn(body));
  if (!('named' in asked)) return 'issue' in asked ? invalid([asked.issue]) : { ok: false, refusals: [asked.refusal] };
  const { taken, refusals } = await takeFiles(incoming);
  if (refusals.length > 0) return { ok: false, refusals };
  const known = request.caller.person?.startsWith('c-') ? request.caller.person : undefined;
  const person = known ?? `c-${randomBytes(9).toString('base64url')}`;
  const code = makeCode();
  const licenceRecord = await licenceNamed(desk.pool, input);
  const commands = asked.named.map(
    (item, i): Command => ({
      kind: 'licensing',
      input: {
        ...input,
        item,
        together: asked.named.filter((one) => typeof one === 'string'),
        person,
        code,
        licenceRecord,
        files: marks(ofItem(taken, item)),
      },
      actor: request.caller.person ? actorOf(request.caller.person) : applicantActor(person),
      files: (i === 0 || ofItem(taken, item) !== taken ? ofItem(taken, item) : []).map((f) => ({ ...f, person })),
      request: i === 0 ? idempotency(request, body, incoming) : undefined,
      reply: (all) => ({ ...receiptView(all[0]!, code), ...(all.length > 1 && { matters: all.map((m) => receiptView(m, code)) }) }),
    }),
  );
  return desk.engine.openTogether(commands);
}

/** In a bundle `SAM-L01:M2` is paper M2 of that licence alone; a plain code is every licence's. */
function ofItem(taken: readonly TakenFile[], item: unknown): readonly TakenFile[] {
  if (!taken.some((f) => f.material.includes(':'))) return taken;
  return taken
    .filter((f) => f.material.startsWith(`${item}:`))
    .map((f) => ({ ...f, material: f.material.slice(f.material.indexOf(':') + 1) }));
}

/** One action on a matter; `person` is the applicant's where a query code opened it. */
export async function act(
  desk: LicensingDesk,
  request: FastifyRequest,
  number: string,
  name: string,
  body: unknown,
  incoming: readonly IncomingFile[],
  applicant?: string,
): Promise<Outcome> {
  const own = serversFields(body, SERVERS.acting);
  if (own.length > 0) return invalid(own);
  const { taken, refusals } = await takeFiles(incoming);
  if (refusals.length > 0) return { ok: false, refusals };
  const seen = seenVersion(request);
  if (seen === 'malformed') return { ok: false, refusals: [{ code: 'malformed' }] };
  const input = incoming.length > 0 ? { ...fieldsIn(body), files: marks(taken) } : await completed(desk, number, name, body);
  const actor = applicant ? applicantActor(applicant) : actorOf(request.caller.person);
  let who: Actor | undefined;
  const performing = desk.engine.perform({
    kind: 'licensing',
    number,
    action: name,
    input,
    actor: (m) => {
      who = actor(m);
      return who;
    },
    seen,
    files: taken.map((f) => ({ ...f, person: applicant ?? request.caller.person ?? '' })),
    request: idempotency(request, body, incoming),
    reply: ([m]) => ({ number: m!.number, version: m!.version, state: (m!.state as Licensing).status, owner: m!.owner }),
  });
  const outcome = await performing.catch(receiptTaken);
  if (outcome.ok && outcome.matter) await tellOthers(desk, outcome.matter.state as Licensing, actor);
  // Who holds no seat today may not even learn that the matter exists.
  return outcome.ok || who?.kind !== 'stranger' ? outcome : { ok: false, refusals: [{ code: 'matter-not-found' }] };
}

const [NOTE, PART] = ['note-licence-ended', 'note-part-granted'];
/** What the server alone knows is put in by it. */
async function completed(desk: LicensingDesk, number: string, name: string, body: unknown): Promise<unknown> {
  const known = number.slice(0, 100).replaceAll('\u0000', '');
  if (name === NOTE) return { ...fieldsIn(body), ...(await licenceOf(desk, known)) };
  if (name === PART) return { ...fieldsIn(body), granted: (await partsOf(desk.pool, known)).filter((p) => p.granted).map((p) => p.item) };
  if (name === 'pay') return withReceiptUse(desk, body);
  return name === ERASE_AGENT ? { ...fieldsIn(body), identity: await identityWithoutAgent(desk.pool, known) } : body;
}

/** As the register says it, not the caller. */
async function licenceOf(desk: LicensingDesk, number: string) {
  const state = (await readMatterFile(desk.pool, number)).matter?.state as Licensing | undefined;
  return { licenceState: state?.licence && (await readLicence(desk.pool, state.licence))?.state };
}

/** What has just happened here changes what can be done elsewhere. */
async function tellOthers(desk: LicensingDesk, s: Licensing, actor: Command['actor']): Promise<void> {
  await tellApplications(desk, s, actor);
  if (s.bundle && s.status !== 'closed' && s.decision?.outcome === 'granted') await tellParts(desk, s);
}

/** The parts of a bundle that wait for this one may go on. */
async function tellParts({ pool, engine }: LicensingDesk, s: Licensing): Promise<void> {
  const law: Actor = { kind: 'law', person: 'law', seats: [] };
  for (const part of await partsOf(pool, s.number))
    if (part.number !== s.number)
      await engine.perform({ kind: 'licensing', number: part.number, action: PART, input: { granted: [s.item] }, actor: () => law });
}

/** A licence that has just ended ends what rests on it: each open application for it is told, by the same hand. */
async function tellApplications({ pool, engine }: LicensingDesk, s: Licensing, actor: Command['actor']): Promise<void> {
  const cancelled = s.case === 'cancel' && s.decision?.outcome === 'granted';
  const licence = s.ending === 'revoked' ? s.decision?.grant?.number : cancelled ? s.licence : undefined;
  if (!licence) return;
  const input = { licenceState: cancelled ? 'cancelled' : 'revoked' };
  for (const number of await openApplicationsOn(pool, s.item, licence)) {
    await engine.perform({ kind: 'licensing', number, action: NOTE, input, actor });
  }
}

/** `If-Match: "7"`: the version, the matter's entity tag, or a step's. A tag that is none of ours is not passed over. */
export function seenVersion(request: FastifyRequest): number | undefined | 'malformed' {
  const given = request.headers['if-match'];
  if (given === undefined || given === '*') return undefined;
  const version = /^(?:W\/)?"?(\d{1,9})(?:-[\w-]+)?"?$/.exec(given)?.[1];
  return version === undefined ? 'malformed' : Number(version);
}

export function sendOutcome(
  desk: LicensingDesk,
  request: FastifyRequest,
  reply: FastifyReply,
  outcome: Outcome,
  created: boolean,
): FastifyReply {
  if (!outcome.ok) return desk.refusals.send(reply, outcome.refusals, request.lang, outcome.issues);
  if (outcome.replayed) reply.header('idempotent-replay', 'true');
  const version = (outcome.reply as { version?: number } | null)?.version;
  if (version) reply.header('etag', `"${version}"`);
  return reply.code(created ? 201 : 200).send(outcome.reply);
}
