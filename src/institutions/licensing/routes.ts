import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isLocalDate } from '../../kernel/clock/index.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { issueOf } from '../../kernel/matter/issues.ts';
import { MAX_BODY } from '../../platform/http/app.ts';
import type { FieldIssue } from '../../platform/http/problem.ts';
import { rowsAsked } from '../../platform/http/rows-asked.ts';
import { accountRoutes } from './accounts/routes.ts';
import { asked, numberIn } from './asking.ts';
import { boardRoutes } from './board/routes.ts';
import { licensing } from './definition.ts';
import { knownFields, notAnOption } from './desk/requests.ts';
import { deskRoutes } from './desk/routes.ts';
import { feeRoutes } from './fees/routes.ts';
import { headRoutes } from './head/routes.ts';
import { listMatters } from './list-queries.ts';
import { verifyMatter } from './queries/chain.ts';
import { historyOf } from './queries/licence-history.ts';
import { reconcile } from './queries/numbers.ts';
import { licenceOn, publicDecisions, readFile } from './queries.ts';
import { act, actorOf, fileMatters, type IncomingFile, type LicensingDesk, openMatter, sendOutcome } from './requests.ts';
import { reviewRoutes } from './review/routes.ts';
import type { Licensing } from './rules/state.ts';
import { searchRoutes } from './search/routes.ts';
import { accountsView, involved, matterLine, matterView, renewalOf, seesAll } from './view.ts';
import { windowRoutes } from './window/routes.ts';
import { statusWords } from './words.ts';

export const sentFiles = z.object({
  files: z.array(z.strictObject({ material: z.string().max(64), name: z.string().max(300).default('file'), content: z.base64() })).max(30),
});

/** `files: [{material, name, content}]`, content in base64; anything else is left to the schema. */
function takeApart(body: unknown): { body: unknown; files: IncomingFile[]; bad: FieldIssue[] } {
  if (!body || typeof body !== 'object' || !('files' in body)) return { body, files: [], bad: [] };
  const { files, ...rest } = body as { files: unknown };
  const sent = { files: files ?? [] };
  const parsed = sentFiles.safeParse(sent);
  if (!parsed.success) return { body: rest, files: [], bad: parsed.error.issues.map(issueOf(sent)) };
  return {
    body: rest,
    files: parsed.data.files.map((f) => ({ material: f.material, name: f.name, bytes: Buffer.from(f.content, 'base64') })),
    bad: [],
  };
}

export const codeOf = (request: FastifyRequest): string | undefined => {
  const given = request.headers['query-code'] ?? (request.query as Record<string, unknown>)?.code;
  return typeof given === 'string' && given.length <= 100 ? given : undefined;
};

/** The version, which an If-Match names, and what else the answer depends on: the day, the reader, the language. */
function etagOf(version: number, view: unknown): string {
  const said = JSON.stringify(view, (key, value) => (key === 'seconds' ? undefined : value));
  return `W/"${version}-${createHash('sha256').update(said).digest('base64url').slice(0, 12)}"`;
}

/** What a browser shows by itself and cannot run; by content, never by name. */
const SHOWN: ReadonlySet<string> = new Set(['application/pdf', 'image/jpeg', 'image/png']);
/** Nothing of it runs or is fetched; it may stand in a frame of our own page alone. */
const IN_A_FRAME =
  "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** REST under /api/v1: filing, looking, acting. */
export function licensingRoutes(app: FastifyInstance, desk: LicensingDesk): void {
  const { refusals } = desk;
  deskRoutes(app, desk);
  boardRoutes(app, desk);
  reviewRoutes(app, desk);
  accountRoutes(app, desk);
  searchRoutes(app, desk);
  windowRoutes(app, desk);
  headRoutes(app, desk);
  feeRoutes(app, desk);

  app.post('/api/v1/matters', { bodyLimit: MAX_BODY }, async (request, reply) => {
    const { body, files, bad } = takeApart(request.body);
    if (bad.length > 0) return refusals.send(reply, [{ code: 'invalid-input' }], request.lang, bad);
    return sendOutcome(desk, request, reply, await fileMatters(desk, request, body, files), true);
  });

  /** Sign-in is looked at before anything that was sent. */
  const onRequest = async (request: FastifyRequest, reply: FastifyReply) => {
    if (!request.caller.person && codeOf(request) === undefined) return refusals.send(reply, [{ code: 'sign-in-needed' }], request.lang);
  };

  /** `?state=&organ=&after=`: an officer's list, of what her organs lead or have on their desks; an applicant's own. */
  app.get('/api/v1/matters', async (request, reply) => {
    if (!request.caller.person) return refusals.send(reply, [{ code: 'sign-in-needed' }], request.lang);
    const state = asked(request, 'state');
    if (state && !Object.hasOwn(statusWords, state))
      return refusals.send(reply, [{ code: 'invalid-input' }], request.lang, [
        { path: 'state', code: 'not-an-option', options: Object.keys(statusWords) },
      ]);
    const actor = actorOf(request.caller.person)(await desk.moment());
    if (actor.kind === 'stranger') return refusals.send(reply, [{ code: 'no-authority' }], request.lang);
    const after = numberIn(asked(request, 'after'));
    if (after === false) return notAnOption(desk, request, reply, 'after');
    const limit = rowsAsked(refusals, request, reply);
    if (limit === undefined) return reply;
    const mine = actor.kind === 'applicant' ? { person: actor.person } : seesAll(actor) ? {} : { organs: actor.seats.map((s) => s.organ) };
    const rows = await listMatters(desk.pool, { ...mine, state, organ: asked(request, 'organ'), after, limit });
    return { matters: rows.map(matterLine), ...(rows.length === limit && { next: rows.at(-1)?.number }) };
  });

  app.get<{ Params: { number: string } }>('/api/v1/matters/:number', { onRequest }, async (request, reply) => {
    const opened = await openMatter(desk, request, request.params.number, codeOf(request));
    if ('code' in opened) return refusals.send(reply, [opened], request.lang);
    const say = (r: { code: string }) => ({ text: refusals.sentence(r, request.lang), basis: refusals.words(r.code).basis });
    const view = matterView(opened.file, opened.moment, { actor: opened.actor, lang: request.lang, say });
    reply.header('etag', etagOf(opened.file.matter.version, view));
    return view;
  });

  app.get<{ Params: { number: string } }>('/api/v1/matters/:number/accounts', { onRequest }, async (request, reply) => {
    const opened = await openMatter(desk, request, request.params.number, codeOf(request));
    if ('code' in opened) return refusals.send(reply, [opened], request.lang);
    return accountsView(opened.file.matter, opened.file.facts, opened.moment.now);
  });

  app.get<{ Params: { number: string } }>('/api/v1/matters/:number/facts', { onRequest }, async (request, reply) => {
    const opened = await openMatter(desk, request, request.params.number, codeOf(request));
    if ('code' in opened) return refusals.send(reply, [opened], request.lang);
    if (!involved(opened.file.matter.state as Licensing, opened.actor))
      return refusals.send(reply, [{ code: 'no-authority' }], request.lang);
    return opened.file.facts.map((f) => ({ ...f, at: new Date(f.at * 1000).toISOString() }));
  });

  /** Whoever may see the matter may have its chain derived again, and compare the head with the one of another day. */
  app.get<{ Params: { number: string } }>('/api/v1/matters/:number/verify', { onRequest }, async (request, reply) => {
    const opened = await openMatter(desk, request, request.params.number, codeOf(request));
    if ('code' in opened) return refusals.send(reply, [opened], request.lang);
    return verifyMatter(desk.pool, opened.file.matter.number);
  });

  app.get<{ Params: { number: string; id: string } }>('/api/v1/matters/:number/files/:id', { onRequest }, async (request, reply) => {
    const opened = await openMatter(desk, request, request.params.number, codeOf(request));
    if ('code' in opened) return refusals.send(reply, [opened], request.lang);
    const file = involved(opened.file.matter.state as Licensing, opened.actor) ? await readFile(desk.pool, request.params.id) : undefined;
    if (!file || file.matter !== request.params.number) return refusals.send(reply, [{ code: 'not-found' }], request.lang);
    const shown = asked(request, 'show') !== undefined && SHOWN.has(file.type);
    if (shown) reply.header('content-security-policy', IN_A_FRAME);
    return reply
      .type(file.type)
      .header('content-disposition', `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .send(file.bytes);
  });

  app.post<{ Params: { number: string; name: string } }>(
    '/api/v1/matters/:number/actions/:name',
    { bodyLimit: MAX_BODY, onRequest },
    async (request, reply) => {
      const { number, name } = request.params;
      const code = codeOf(request);
      const { body, files, bad } = takeApart(request.body);
      if (bad.length > 0) return refusals.send(reply, [{ code: 'invalid-input' }], request.lang, bad);
      if (!Object.hasOwn(licensing.actions, name))
        return refusals.send(reply, [{ code: 'action-unknown', params: { action: name.slice(0, 60) } }], request.lang);
      // An officer's token is enough; a query code, or an applicant's token, is first matched with the matter.
      if (request.caller.person && !request.caller.person.startsWith('c-'))
        return sendOutcome(desk, request, reply, await act(desk, request, number, name, body, files), false);
      const opened = await openMatter(desk, request, number, code);
      if ('code' in opened) return refusals.send(reply, [opened], request.lang);
      return sendOutcome(desk, request, reply, await act(desk, request, number, name, body, files, opened.actor.person), false);
    },
  );

  app.get<{ Params: { number: string } }>('/api/v1/licences/:number', async (request, reply) => {
    const moment = await desk.moment();
    const licence = await licenceOn(desk.pool, request.params.number, moment.today);
    if (!licence) return refusals.send(reply, [{ code: 'not-found' }], request.lang);
    const { person: _person, ...open } = licence;
    const renewal = open.state === 'valid' ? renewalOf(open, moment) : undefined;
    return { ...open, ...(renewal && { renewal }), history: await historyOf(desk.pool, open.number) };
  });

  app.get('/api/v1/decisions', async (request, reply) => {
    if (!knownFields(desk, request, reply, ['before', 'item', 'organ', 'limit'])) return reply;
    const cursor = asked(request, 'before');
    const [day, number] = cursor?.split('_') ?? [];
    const before = number && isLocalDate(day) ? ([day, number] as const) : undefined;
    if (cursor && !before) return notAnOption(desk, request, reply, 'before');
    const limit = rowsAsked(refusals, request, reply);
    if (limit === undefined) return reply;
    const rows = await publicDecisions(desk.pool, (await desk.moment()).today, {
      before,
      item: asked(request, 'item'),
      organ: asked(request, 'organ'),
      limit,
    });
    const last = rows.at(-1);
    return { decisions: rows, ...(rows.length === limit && last && { next: `${last.decidedOn}_${last.matter}` }) };
  });

  app.get('/api/v1/fees/reconciliation', async (request, reply) => {
    if (!request.caller.person) return refusals.send(reply, [{ code: 'sign-in-needed' }], request.lang);
    if (actorOf(request.caller.person)(await desk.moment()).kind !== 'officer')
      return refusals.send(reply, [{ code: 'no-authority' }], request.lang);
    const day = asked(request, 'day');
    if (!isLocalDate(day)) return refusals.send(reply, [{ code: 'invalid-input' }], request.lang, [{ path: 'day', code: 'not-a-date' }]);
    return reconcile(desk.pool, day as LocalDate);
  });
}
