import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { unknownFields } from '../../../platform/http/body.ts';
import { type FieldError, oneOf } from '../../../portal/index.ts';
import type { LicensingWorld } from '../permissions.ts';
import { verifyMatter } from '../queries/chain.ts';
import { openMatter } from '../requests.ts';
import { actionsView } from '../view.ts';
import type { Issue } from './application.ts';
import { type Case, caseOf, factsOf } from './case.ts';
import { askedPaper, paperOf } from './papers/kinds.ts';
import { PaperPage } from './papers/paper.page.tsx';
import { qrOf } from './qr.ts';
import { filedTogether, filesOf } from './queries.ts';
import { ReceiptPage } from './receipt.page.tsx';
import { errorOf } from './refusals.ts';
import type { Counter } from './routes.ts';
import { say, type Word } from './say.ts';
import { ProofPage } from './track/proof.page.tsx';
import { TrackPage } from './track/track.page.tsx';
import { TrackFormPage } from './track-form.page.tsx';

type Numbered = { Params: { number: string } };

/** A matter opened by number and code; undefined: the answer has been sent, the form again or why not. */
export async function opened(counter: Counter, request: FastifyRequest, reply: FastifyReply, number: string): Promise<Case | undefined> {
  const { desk, door } = counter;
  const code = oneOf(request.query, 'code', 100)?.trim() ?? '';
  const known = number.trim().toUpperCase();
  const no = (sent: Promise<FastifyReply>) => sent.then(() => undefined);
  if (code === '') return no(formAgain(counter, request, reply, known, []));
  const result = await openMatter(desk, request, known, code);
  if (!('code' in result)) return caseOf(result.file, result.moment, code);
  if (result.code !== 'matter-not-found') return no(door.refuse(request, reply, [result]));
  return no(formAgain(counter, request, reply, known, ['wrong-code'], { status: 404 }));
}

async function formAgain(
  { door, desk }: Counter,
  request: FastifyRequest,
  reply: FastifyReply,
  number: string | undefined,
  faults: readonly string[],
  { status = 200, code, surplus = [] }: { status?: number; code?: string; surplus?: readonly Issue[] } = {},
) {
  const { chrome, lang } = await door.visit(request, request.method === 'GET' ? '/track' : undefined);
  const errors: FieldError[] = [
    ...surplus.map((issue) => errorOf(desk, issue, lang)),
    ...faults.map((fault) => ({ path: fault === 'number-needed' ? 'number' : 'code', message: say(`fault-${fault}` as Word, lang) })),
  ];
  const page = createElement(TrackFormPage, { number: number?.slice(0, 100), code, errors, chrome: { ...chrome, path: '/track' } });
  return door.send(request, reply, page, { status, personal: true });
}

/** Tracking, the receipt and the papers: all opened by number and query code. */
export function trackPages(app: FastifyInstance, counter: Counter): void {
  const { door, desk, model } = counter;

  const go = (request: FastifyRequest, reply: FastifyReply, from: unknown) => {
    const number = oneOf(from, 'number', 100)?.trim();
    const code = oneOf(from, 'code', 100)?.trim();
    const surplus = request.method === 'POST' ? unknownFields(from, ['number', 'code']) : [];
    if (number && code && surplus.length === 0)
      return reply.redirect(`/track/${encodeURIComponent(number.toUpperCase())}?code=${encodeURIComponent(code)}`, 303);
    const faults = [...(number ? [] : ['number-needed']), ...(code ? [] : ['code-needed'])];
    const fresh = request.method === 'GET' && !number && !code;
    return formAgain(counter, request, reply, number, fresh ? [] : faults, { status: fresh ? 200 : 422, code, surplus });
  };
  app.get('/track', async (request, reply) => go(request, reply, request.query));
  app.post('/track', async (request, reply) => go(request, reply, request.body));

  app.get<Numbered>('/track/:number', async (request, reply) => {
    const c = await opened(counter, request, reply, request.params.number);
    if (!c) return reply;
    const { chrome } = await door.visit(request);
    const applicant = { kind: 'applicant', person: c.s.person, seats: [] } as const;
    const actions = actionsView(c.m, applicant, c.moment, () => ({ text: '' }));
    const mayWithdraw = actions.some((action) => action.name === 'withdraw' && action.allowed);
    const page = createElement(TrackPage, {
      c,
      files: await filesOf(desk.pool, c.m.number),
      materials: materialsOf(c),
      siblings: await together(counter, c),
      mayWithdraw,
      chrome,
    });
    return door.send(request, reply, page, { personal: true });
  });

  app.get<Numbered>('/track/:number/verify', async (request, reply) => {
    const c = await opened(counter, request, reply, request.params.number);
    if (!c) return reply;
    const { chrome } = await door.visit(request);
    const proof = await verifyMatter(desk.pool, c.m.number);
    return door.send(request, reply, createElement(ProofPage, { c, proof, chrome }), { personal: true });
  });

  app.get<Numbered>('/receipt/:number', async (request, reply) => {
    const c = await opened(counter, request, reply, request.params.number);
    if (!c) return reply;
    const { chrome } = await door.visit(request);
    const qr = await qrOf(request, `/track/${encodeURIComponent(c.m.number)}?code=${encodeURIComponent(c.code)}`);
    const page = createElement(ReceiptPage, {
      c,
      paper: paperOf(c, 'receipt')!,
      qr,
      siblings: await together(counter, c),
      specimen: model,
      chrome,
    });
    return door.send(request, reply, page, { personal: true });
  });

  app.get<{ Params: { number: string; kind: string } }>('/papers/:number/:kind', async (request, reply) => {
    const c = await opened(counter, request, reply, request.params.number);
    if (!c) return reply;
    const asked = askedPaper(request.params.kind);
    const paper = asked && paperOf(c, asked.kind, asked.no);
    if (!paper) return door.refuse(request, reply, [{ code: 'not-found' }]);
    const { chrome } = await door.visit(request);
    const { kind } = paper;
    const code = kind === 'receipt' ? `?code=${encodeURIComponent(c.code)}` : '';
    const qr = await qrOf(request, `/track/${encodeURIComponent(c.m.number)}${code}`);
    const siblings = kind === 'receipt' ? await together(counter, c) : [];
    return door.send(request, reply, createElement(PaperPage, { c, paper, qr, siblings, specimen: model, chrome }), { personal: true });
  });
}

/** Which paper each file is, from the records that took it. */
const materialsOf = (c: Case): ReadonlyMap<string, string> =>
  new Map(
    factsOf(c, 'received', 'corrected', 'papers-arrived').flatMap((fact) =>
      fact.body.files.map((file) => [file.id, file.material] as const),
    ),
  );

/** The other licences of the same bundle, by name. */
async function together({ desk }: Counter, c: Case) {
  if (!c.s.bundle) return [];
  const { catalogue } = c.moment.snapshot.worlds.licensing as LicensingWorld;
  const found = await filedTogether(desk.pool, c.m.number);
  return found.map((one) => ({ ...one, name: catalogue.item(one.item)?.name ?? { zh: one.item, en: one.item } }));
}
