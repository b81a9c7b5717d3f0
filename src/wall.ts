import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { catalogueWall } from './institutions/catalogue/wall/requests.ts';
import type { LicensingDesk } from './institutions/licensing/requests.ts';
import { licensingWall } from './institutions/licensing/wall/requests.ts';
import type { EngineMoment } from './kernel/matter/engine.ts';
import type { Text } from './kernel/text.ts';
import type { House } from './open-house.ts';
import { checkoutRoot } from './platform/checkout.ts';
import { type Listed, listingRoutes, WHOLE } from './platform/http/listing.ts';
import type { WallNumber } from './platform/http/wall.ts';

const API = '/api/v1';
const PAGE = 50;

interface Institution {
  readonly code: string;
  readonly folder: string;
  readonly name: Text;
  readonly duty: Text;
}

/** The 25 institutions of the mandate, as `npm run mandate` wrote them; read once. */
let known: readonly Institution[] | undefined;
const institutions = (): readonly Institution[] => {
  known ??= JSON.parse(readFileSync(join(checkoutRoot, 'docs/mandate/mandate.json'), 'utf8')).institutions as Institution[];
  return known;
};

/** One number of each institution, counted as one looks; what is not built has none. Every officer may look. */
export function wallRoutes(app: FastifyInstance, house: House, desk: LicensingDesk): void {
  const numbers: readonly WallNumber[] = [...catalogueWall, ...licensingWall(desk)];
  const numberOf = (folder: string) => numbers.find(({ institution }) => institution === folder);

  /** An officer of today; anybody else is answered. */
  const officer = async (request: FastifyRequest, reply: FastifyReply): Promise<EngineMoment | undefined> => {
    const { person } = request.caller;
    const moment = person ? await house.moment() : undefined;
    if (moment && moment.directory.actor(person!, moment.today).kind === 'officer') return moment;
    house.refusals.send(reply, [{ code: moment ? 'no-authority' : 'sign-in-needed' }], request.lang);
    return undefined;
  };

  app.get(`${API}/wall`, async (request, reply) => {
    const moment = await officer(request, reply);
    if (!moment) return reply;
    const shown = institutions().map(async ({ code, folder, name, duty }) => {
      const number = numberOf(folder);
      return {
        code,
        institution: folder,
        name,
        duty,
        number: number ? { value: await number.count(moment), label: number.label, ...(number.keptBy && { keptBy: number.keptBy }) } : null,
      };
    });
    return { asOf: new Date(moment.now * 1000).toISOString(), institutions: await Promise.all(shown) };
  });

  listingRoutes(app, `${API}/wall/:institution`, async (request, reply, whole): Promise<Listed<unknown> | undefined> => {
    const moment = await officer(request, reply);
    if (!moment) return undefined;
    const folder = (request.params as { institution: string }).institution;
    const institution = institutions().find((one) => one.folder === folder);
    const number = numberOf(folder);
    if (!institution || !number) {
      house.refusals.send(reply, [{ code: 'not-found' }], request.lang);
      return undefined;
    }
    const { after } = request.query as { after?: unknown };
    const from = typeof after === 'string' && after !== '' && !whole ? after.slice(0, 200).replaceAll('\u0000', '') : undefined;
    const listed = await number.list(moment, { after: from, limit: whole ? WHOLE : PAGE });
    return { ...listed, about: { ...listed.about, institution: institution.name, label: number.label } };
  });
}
