import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { asked } from '../asking.ts';
import { notAnOption } from '../desk/requests.ts';
import { caseOf, told } from '../portal/case.ts';
import { draftOf } from '../queries/draft.ts';
import { type LicensingDesk, openMatter } from '../requests.ts';
import { codeOf } from '../routes.ts';
import { type DecisionDocument, decisionDocument, mayRead } from './decision.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const OUTCOMES = ['granted', 'refused'] as const;
type Numbered = { Params: { number: string } };

/** The decision as a paper: of a model county a specimen. A draft while it is examined, the paper itself once it is made; to look at, and as a file. */
export function documentRoutes(app: FastifyInstance, desk: LicensingDesk, model: boolean): void {
  const { refusals } = desk;
  const onRequest = async (request: FastifyRequest, reply: FastifyReply) => {
    if (!request.caller.person && codeOf(request) === undefined) return refusals.send(reply, [{ code: 'sign-in-needed' }], request.lang);
  };

  const read = async (request: FastifyRequest<Numbered>, reply: FastifyReply): Promise<DecisionDocument | undefined> => {
    const opened = await openMatter(desk, request, request.params.number, codeOf(request));
    if ('code' in opened) return void refusals.send(reply, [opened], request.lang);
    const c = caseOf(opened.file, opened.moment, '');
    const no = mayRead(c, opened.actor);
    if (no.length > 0) return void refusals.send(reply, no, request.lang);
    const given = asked(request, 'outcome');
    const outcome = OUTCOMES.find((one) => one === given);
    if (given && !outcome) return void notAnOption(desk, request, reply, 'outcome', OUTCOMES);
    reply.header('cache-control', 'private, no-store');
    const typed = c.s.decision ? undefined : await draftOf(desk.pool, c.m.number);
    return decisionDocument(c, model, outcome, typed && told(c, typed, 'zh'));
  };

  app.get<Numbered>(
    '/api/v1/matters/:number/papers/decision',
    { onRequest },
    async (request, reply) => (await read(request, reply)) ?? reply,
  );

  app.get<Numbered>('/api/v1/matters/:number/papers/decision.docx', { onRequest }, async (request, reply) => {
    const paper = await read(request, reply);
    if (!paper) return reply;
    const { toDocx } = await import('./docx.ts');
    return reply
      .type(DOCX)
      .header('content-disposition', `attachment; filename="decision.docx"; filename*=UTF-8''${encodeURIComponent(paper.fileName)}.docx`)
      .send(await toDocx(paper));
  });
}
