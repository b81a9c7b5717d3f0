import type { FastifyInstance } from 'fastify';
import type { Lang } from '../../../kernel/text.ts';
import { notAnOption } from '../desk/requests.ts';
import { mayRead } from '../documents/decision.ts';
import { type Case, caseOf, told } from '../portal/case.ts';
import { filesOf, partiesTold, statementsOf } from '../portal/queries.ts';
import { verifyMatter } from '../queries/chain.ts';
import { withdrawnBefore } from '../queries/same-person.ts';
import { namesOf } from '../queries.ts';
import { type LicensingDesk, openMatter } from '../requests.ts';
import type { Licensing } from '../rules/state.ts';
import { involved, matterView } from '../view.ts';
import { EYES } from './eyes.ts';
import { citizenEntries, citizenWhere, looker } from './lookers.ts';
import { partiesOf } from './parties.ts';
import { type Story, storyOf } from './story.ts';

/** What the workbench asks beyond the common API: one matter told, with its pictures and what its forms choose from. */
export function licensingWorkbench(app: FastifyInstance, desk: LicensingDesk): void {
  const { pool, refusals } = desk;
  const storyFor = async (c: Case, lang: Lang): Promise<Story> => {
    const actors = c.facts.map((fact) => fact.actor);
    const heard = c.facts.some(({ kind }) => kind === 'statement-heard');
    const [names, files, statements, parties, before] = await Promise.all([
      namesOf(pool, actors),
      filesOf(pool, c.m.number),
      heard ? statementsOf(pool, c.m.number) : new Map<number, string>(),
      c.s.heard?.told ? partiesTold(pool, c.m.number) : new Map<number, readonly string[]>(),
      withdrawnBefore(pool, c.m.number),
    ]);
    const shown = new Map([...statements].map(([seq, text]) => [seq, told(c, text, lang)]));
    return {
      ...storyOf(c, { names, files, statements: shown, parties: partiesOf(c, parties), lang }),
      ...(before.length > 0 && { withdrawnBefore: before }),
    };
  };
  app.get<{ Params: { number: string } }>('/api/v1/matters/:number/story', async (request, reply) => {
    const opened = await openMatter(desk, request, request.params.number, undefined);
    if ('code' in opened) return refusals.send(reply, [opened], request.lang);
    const { file, moment, actor } = opened;
    if (actor.kind !== 'officer' || !involved(file.matter.state as Licensing, actor))
      return refusals.send(reply, [{ code: 'no-authority' }], request.lang);
    const c = caseOf(file, moment, '');
    const paper = mayRead(c, actor).length === 0 ? (c.s.decision ? 'final' : 'draft') : undefined;
    return { ...(await storyFor(c, request.lang)), ...(paper && { paper }) };
  });

  /** The matter as another would see it; never more than the reader may see herself. Nobody acts with another's eyes. */
  app.get<{ Params: { number: string; eyes: string } }>('/api/v1/matters/:number/eyes/:eyes', async (request, reply) => {
    const opened = await openMatter(desk, request, request.params.number, undefined);
    if ('code' in opened) return refusals.send(reply, [opened], request.lang);
    const { file, moment, actor } = opened;
    if (actor.kind !== 'officer') return refusals.send(reply, [{ code: 'no-authority' }], request.lang);
    const eyes = EYES.find((one) => one === request.params.eyes);
    const c = caseOf(file, moment, '');
    const other = eyes && looker(eyes, c);
    if (!eyes || !other) return notAnOption(desk, request, reply, 'eyes', EYES);
    const say = (r: { code: string }) => ({ text: refusals.sentence(r, request.lang), basis: refusals.words(r.code).basis });
    const view = matterView(file, moment, { actor: other.actor, lang: request.lang, say, within: actor });
    const full = involved(c.s, actor) && involved(c.s, other.actor);
    const citizen = eyes === 'citizen';
    const steps = citizen ? view.steps.map(({ opinions: _inside, ...step }) => step) : view.steps;
    const story = full && (await storyFor(c, request.lang));
    return {
      eyes,
      ...(other.seat && { seat: other.seat.name, organ: moment.directory.organ(other.seat.organ)?.name }),
      matter: { ...view, steps },
      ...(story && { story: citizen ? { ...story, withdrawnBefore: undefined, entries: citizenEntries(c, request.lang) } : story }),
      ...(citizen && full && { where: citizenWhere(c) }),
      ...(eyes === 'auditor' && full && { proof: await verifyMatter(pool, file.matter.number) }),
    };
  });
}
