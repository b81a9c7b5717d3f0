import type { FastifyInstance } from 'fastify';
import { caseOf } from '../portal/case.ts';
import { filesOf } from '../portal/queries.ts';
import { namesOf } from '../queries.ts';
import { type LicensingDesk, openMatter } from '../requests.ts';
import type { Licensing } from '../rules/state.ts';
import { involved } from '../view.ts';
import { storyOf } from './story.ts';

/** What the workbench asks beyond the common API: one matter told, with its pictures and what its forms choose from. */
export function licensingWorkbench(app: FastifyInstance, desk: LicensingDesk): void {
  const { pool, refusals } = desk;
  app.get<{ Params: { number: string } }>('/api/v1/matters/:number/story', async (request, reply) => {
    const opened = await openMatter(desk, request, request.params.number, undefined);
    if ('code' in opened) return refusals.send(reply, [opened], request.lang);
    const { file, moment, actor } = opened;
    if (actor.kind !== 'officer' || !involved(file.matter.state as Licensing, actor))
      return refusals.send(reply, [{ code: 'no-authority' }], request.lang);
    const [names, files] = await Promise.all([
      namesOf(
        pool,
        file.facts.map((fact) => fact.actor),
      ),
      filesOf(pool, file.matter.number),
    ]);
    return storyOf(caseOf(file, moment, ''), { names, files, lang: request.lang });
  });
}
