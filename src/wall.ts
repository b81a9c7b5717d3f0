import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { catalogueWall } from './institutions/catalogue/wall/requests.ts';
import type { LicensingDesk } from './institutions/licensing/requests.ts';
import { licensingWall } from './institutions/licensing/wall/requests.ts';
import type { Refusal } from './kernel/decision.ts';
import type { EngineMoment } from './kernel/matter/engine.ts';
import type { Text } from './kernel/text.ts';
import { officerOf } from './officers.ts';
import type { House } from './open-house.ts';
import { checkoutRoot } from './platform/checkout.ts';
import { type Listed, type Listing, listingRoutes, sheetRoutes, WHOLE } from './platform/http/listing.ts';
import { rowsAsked } from './platform/http/rows-asked.ts';
import type { WallNumber } from './platform/http/wall.ts';
import { wallHeads as heads } from './words.ts';
import { words as wallWords } from './workbench/words.ts';

const API = '/api/v1';

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

const notBuilt = ({ name, duty }: Institution): Refusal => ({
  code: 'not-built',
  params: { institution: name.zh, institution_en: name.en, duty: duty.zh, duty_en: duty.en },
});

interface Shown {
  readonly code: string;
  readonly institution: string;
  readonly name: Text;
  readonly duty: Text;
  readonly number: { readonly value: number; readonly label: Text; readonly keptBy?: Text } | null;
}

const listing: Listing<Shown> = {
  name: wallWords.wall,
  columns: [
    { head: heads.code, text: (one) => one.code },
    { head: heads.institution, text: (one, lang) => one.name[lang] },
    { head: heads.number, number: (one) => one.number?.value },
    { head: heads.what, text: (one, lang) => (one.number?.label ?? wallWords['wall-not-built'])[lang] },
    { head: heads.keptBy, text: (one, lang) => one.number?.keptBy?.[lang] },
    { head: heads.duty, text: (one, lang) => one.duty[lang] },
  ],
};

/** One number of each institution, counted as one looks; what is not built has none. Every officer may look. */
export function wallRoutes(app: FastifyInstance, house: House, desk: LicensingDesk): void {
  const numbers: readonly WallNumber[] = [...catalogueWall, ...licensingWall(desk)];
  const numberOf = (folder: string) => numbers.find(({ institution }) => institution === folder);

  const officer = (request: FastifyRequest, reply: FastifyReply) => officerOf(house, request, reply);

  const shown = (moment: EngineMoment): Promise<Shown[]> =>
    Promise.all(
      institutions().map(async ({ code, folder, name, duty }) => {
        const number = numberOf(folder);
        const value = number && { value: await number.count(moment), label: number.label, ...(number.keptBy && { keptBy: number.keptBy }) };
        return { code, institution: folder, name, duty, number: value ?? null };
      }),
    );

  app.get(`${API}/wall`, async (request, reply) => {
    const moment = await officer(request, reply);
    if (!moment) return reply;
    return { asOf: new Date(moment.now * 1000).toISOString(), institutions: await shown(moment) };
  });

  sheetRoutes(app, `${API}/wall`, async (request, reply) => {
    const moment = await officer(request, reply);
    return moment && { listing, rows: await shown(moment), day: moment.today };
  });

  listingRoutes(app, `${API}/wall/:institution`, async (request, reply, whole): Promise<Listed<unknown> | undefined> => {
    const moment = await officer(request, reply);
    if (!moment) return undefined;
    const folder = (request.params as { institution: string }).institution;
    const institution = institutions().find((one) => one.folder === folder);
    const number = numberOf(folder);
    if (!institution || !number) {
      house.refusals.send(reply, [institution ? notBuilt(institution) : { code: 'not-found' }], request.lang);
      return undefined;
    }
    const { after } = request.query as { after?: unknown };
    const from = typeof after === 'string' && after !== '' && !whole ? after.slice(0, 200).replaceAll('\u0000', '') : undefined;
    const limit = whole ? WHOLE : rowsAsked(house.refusals, request, reply);
    if (limit === undefined) return undefined;
    const listed = await number.list(moment, { after: from, limit });
    if (!listed) {
      house.refusals.send(reply, [{ code: 'invalid-input' }], request.lang, [{ path: 'after', code: 'not-an-option' }]);
      return undefined;
    }
    return { ...listed, about: { ...listed.about, institution: institution.name, label: number.label } };
  });
}
