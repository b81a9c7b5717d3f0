import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isLocalDate } from '../../kernel/clock/index.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { MAX_BODY } from '../../platform/http/app.ts';
import { act, fileMatters, type IncomingFile, type LicensingDesk, openMatter, sendOutcome } from './requests.ts';
import { licensing } from './definition.ts';
import { publicDecisions, readLicence, readFile, reconcile } from './queries.ts';
import type { Licensing } from './rules/state.ts';
import { accountsView, involved, matterView } from './view.ts';

const MATERIAL = z.array(z.object({ material: z.string().max(64), name: z.string().max(300).default('file'), content: z.base64() })).max(30);

/** `files: [{material, name, content}]`, content in base64; anything else is left to the schema. */
function takeApart(body: unknown): { body: unknown; files: IncomingFile[]; bad: boolean } {
  if (!body || typeof body !== 'object' || !('files' in body)) return { body, files: [], bad: false };
  const { files, ...rest } = body as { files: unknown };
  const parsed = MATERIAL.safeParse(files ?? []);
  if (!parsed.success) return { body: rest, files: [], bad: true };
  return { body: rest, files: parsed.data.map((f) => ({ material: f.material, name: f.name, bytes: Buffer.from(f.content, 'base64') })), bad: false };
}

export const codeOf = (request: FastifyRequest): string | undefined => {
  const given = request.headers['query-code'] ?? (request.query as Record<string, unknown>)?.code;
  return typeof given === 'string' && given.length <= 100 ? given : undefined;
};

/** REST under /api/v1: filing, looking, acting. */
export function licensingRoutes(app: FastifyInstance, desk: LicensingDesk): void {
  const { refusals } = desk;
  const filesBad = [{ path: 'files', code: 'invalid' }];

  app.post('/api/v1/matters', { bodyLimit: MAX_BODY }, async (request, reply) => {
    const { body, files, bad } = takeApart(request.body);
    if (bad) return refusals.send(reply, [{ code: 'invalid-input' }], request.lang, filesBad);
    return sendOutcome(desk, request, reply, await fileMatters(desk, request, body, files), true);
  });

  app.get<{ Params: { number: string } }>('/api/v1/matters/:number', async (request, reply) => {
    const opened = await openMatter(desk, request, request.params.number, codeOf(request));
    if ('code' in opened) return sendRefusal(opened);
    const etag = `"${opened.file.matter.version}"`;
    reply.header('etag', etag).header('cache-control', 'private, no-cache');
    const say = (r: { code: string }) => ({ text: refusals.sentence(r, request.lang), basis: refusals.words(r.code).basis });
    return matterView(opened.file, opened.moment, { actor: opened.actor, lang: request.lang, say });

    function sendRefusal(r: { code: string; params?: Readonly<Record<string, string | number>> }) {
      if (r.params?.seconds) reply.header('retry-after', String(r.params.seconds));
      return refusals.send(reply, [r], request.lang);
    }
  });

  app.get<{ Params: { number: string } }>('/api/v1/matters/:number/accounts', async (request, reply) => {
    const opened = await openMatter(desk, request, request.params.number, codeOf(request));
    if ('code' in opened) return refusals.send(reply, [opened], request.lang);
    return accountsView(opened.file.matter, opened.file.facts, opened.moment.now);
  });

  app.get<{ Params: { number: string } }>('/api/v1/matters/:number/facts', async (request, reply) => {
    const opened = await openMatter(desk, request, request.params.number, codeOf(request));
    if ('code' in opened) return refusals.send(reply, [opened], request.lang);
    if (!involved(opened.file.matter.state as Licensing, opened.actor)) return refusals.send(reply, [{ code: 'no-authority' }], request.lang);
    return opened.file.facts.map((f) => ({ ...f, at: new Date(f.at * 1000).toISOString() }));
  });

  app.get<{ Params: { number: string; id: string } }>('/api/v1/matters/:number/files/:id', async (request, reply) => {
    const opened = await openMatter(desk, request, request.params.number, codeOf(request));
    if ('code' in opened) return refusals.send(reply, [opened], request.lang);
    const file = involved(opened.file.matter.state as Licensing, opened.actor) ? await readFile(desk.pool, request.params.id) : undefined;
    if (!file || file.matter !== request.params.number) return refusals.send(reply, [{ code: 'not-found' }], request.lang);
    return reply.type(file.type).header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`).send(file.bytes);
  });

  app.post<{ Params: { number: string; name: string } }>('/api/v1/matters/:number/actions/:name', { bodyLimit: MAX_BODY }, async (request, reply) => {
    const { number, name } = request.params;
    const code = codeOf(request);
    if (!request.caller.person && code === undefined) return refusals.send(reply, [{ code: 'sign-in-needed' }], request.lang);
    const { body, files, bad } = takeApart(request.body);
    if (bad) return refusals.send(reply, [{ code: 'invalid-input' }], request.lang, filesBad);
    if (!(name in licensing.actions)) return refusals.send(reply, [{ code: 'action-unknown', params: { action: name.slice(0, 60) } }], request.lang);
    // An officer's token is enough; a query code, or an applicant's token, is first matched with the matter.
    if (request.caller.person && !request.caller.person.startsWith('c-')) return sendOutcome(desk, request, reply, await act(desk, request, number, name, body, files), false);
    const opened = await openMatter(desk, request, number, code);
    if ('code' in opened) return refusals.send(reply, [opened], request.lang);
    return sendOutcome(desk, request, reply, await act(desk, request, number, name, body, files, opened.actor.person), false);
  });

  app.get<{ Params: { number: string } }>('/api/v1/licences/:number', async (request, reply) => {
    const licence = await readLicence(desk.pool, request.params.number.replaceAll('\u0000', ''));
    if (!licence) return refusals.send(reply, [{ code: 'not-found' }], request.lang);
    const { person: _person, ...open } = licence;
    return open;
  });

  app.get<{ Querystring: Record<string, string> }>('/api/v1/decisions', async (request) => {
    const { before, item, organ, limit } = request.query;
    const [day, number] = (before ?? '').split('_');
    const size = Math.min(Math.max(Number(limit) || 50, 1), 200);
    const rows = await publicDecisions(desk.pool, { before: day && number && isLocalDate(day) ? [day, number] : undefined, item, organ, limit: size });
    const last = rows.at(-1);
    return { decisions: rows, ...(rows.length === size && last && { next: `${last.decidedOn}_${last.matter}` }) };
  });

  app.get<{ Querystring: { day?: string } }>('/api/v1/fees/reconciliation', async (request, reply) => {
    if (!request.caller.person || request.caller.person.startsWith('c-')) return refusals.send(reply, [{ code: 'sign-in-needed' }], request.lang);
    const { day } = request.query;
    if (!isLocalDate(day)) return refusals.send(reply, [{ code: 'invalid-input' }], request.lang, [{ path: 'day', code: 'not-a-date' }]);
    return reconcile(desk.pool, day as LocalDate);
  });
}
