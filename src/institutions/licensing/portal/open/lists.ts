import type { FastifyInstance } from 'fastify';
import { unmask } from '../../../../kernel/journal/personal.ts';
import type { EngineMoment } from '../../../../kernel/matter/engine.ts';
import type { Text } from '../../../../kernel/text.ts';
import { type Listing, listingRoutes, sheetRoutes, WHOLE } from '../../../../platform/http/listing.ts';
import { asked } from '../../asking.ts';
import { knownFields } from '../../desk/requests.ts';
import { announcedHearings, type PublicHearing } from '../../queries/hearings.ts';
import { type PublicServiceNotice, runningServiceNotices } from '../../queries/service-notices.ts';
import { type PublicDecision, publicDecisions } from '../../queries.ts';
import type { LicensingDesk } from '../../requests.ts';
import { chairNamed } from '../case.ts';
import type { Names } from './rows.page.tsx';
import { words } from './words.ts';

export type NamedHearing = PublicHearing & { readonly itemName: Text; readonly organName: Text; readonly chairName: Text };

export const namedHearings = (rows: readonly PublicHearing[], moment: EngineMoment, names: Names): NamedHearing[] =>
  rows.map((row) => {
    const organName = names.organ(row.organ);
    return { ...row, itemName: names.item(row.item), organName, chairName: chairNamed(moment, organName, row.moderator) };
  });

const hearings: Listing<NamedHearing> = {
  name: words['open-hearings'],
  href: ({ item }) => `/items/${encodeURIComponent(item)}`,
  columns: [
    { head: words['col-number'], text: (row) => row.matter },
    { head: words['col-item'], text: (row, lang) => row.itemName[lang] },
    { head: words['col-applicant'], text: (row, lang) => row.applicant ?? words['holder-gone'][lang] },
    { head: words['col-organ'], text: (row, lang) => row.organName[lang] },
    { head: words['col-hearing-day'], day: (row) => row.day },
    { head: words['col-hour'], text: (row) => row.time },
    { head: words['col-place'], text: (row) => unmask(row.place, undefined, '*') },
    { head: words['col-moderator'], text: (row, lang) => row.chairName[lang] },
  ],
};

export type NamedServiceNotice = PublicServiceNotice & { readonly itemName: Text; readonly organName: Text };

export const namedServiceNotices = (rows: readonly PublicServiceNotice[], names: Names): NamedServiceNotice[] =>
  rows.map((row) => ({ ...row, itemName: names.item(row.item), organName: names.organ(row.organ) }));

const serviceNotices: Listing<NamedServiceNotice> = {
  name: words['open-service-notices'],
  columns: [
    { head: words['col-number'], text: (row) => row.matter },
    { head: words['col-addressee'], text: (row, lang) => row.addressee ?? words['holder-gone'][lang] },
    { head: words['col-item'], text: (row, lang) => row.itemName[lang] },
    { head: words['col-organ'], text: (row, lang) => row.organName[lang] },
    { head: words['col-paper'], text: (row) => row.paper },
    { head: words['col-place'], text: (row) => unmask(row.place, undefined, '*') },
    { head: words['col-published'], day: (row) => row.publishedOn },
    { head: words['col-served'], day: (row) => row.servedOn ?? undefined },
  ],
};

export type NamedDecision = PublicDecision & { readonly itemName: Text; readonly organName: Text };

export const namedDecisions = (rows: readonly PublicDecision[], names: Names): NamedDecision[] =>
  rows.map((row) => ({ ...row, itemName: names.item(row.item), organName: names.organ(row.organ) }));

const decisions: Listing<NamedDecision> = {
  name: words['open-decisions'],
  columns: [
    { head: words['col-number'], text: (row) => row.matter },
    { head: words['col-item'], text: (row, lang) => row.itemName[lang] },
    { head: words['col-holder'], text: (row, lang) => row.holder ?? words['holder-gone'][lang] },
    { head: words['col-organ'], text: (row, lang) => row.organName[lang] },
    { head: words['col-day'], day: (row) => row.decidedOn },
  ],
};

/** The portal's lists as data and as files: the same rows and columns as on the page, open to everybody. */
export function openLists(app: FastifyInstance, desk: LicensingDesk, namesIn: (moment: EngineMoment) => Names): void {
  listingRoutes(app, '/api/v1/hearings', async (request, reply) => {
    if (!knownFields(desk, request, reply, [])) return undefined;
    const moment = await desk.moment();
    const rows = namedHearings(await announcedHearings(desk.pool, moment.today), moment, namesIn(moment));
    return { listing: hearings, rows, total: rows.length, day: moment.today };
  });

  listingRoutes(app, '/api/v1/service-notices', async (request, reply) => {
    if (!knownFields(desk, request, reply, [])) return undefined;
    const moment = await desk.moment();
    const rows = namedServiceNotices(await runningServiceNotices(desk.pool, moment.today), namesIn(moment));
    return { listing: serviceNotices, rows, total: rows.length, day: moment.today };
  });

  /** `?item=`, `?organ=`; the newest first. */
  sheetRoutes(app, '/api/v1/decisions', async (request, reply) => {
    if (!knownFields(desk, request, reply, ['item', 'organ'])) return undefined;
    const moment = await desk.moment();
    const ask = { item: asked(request, 'item'), organ: asked(request, 'organ'), limit: WHOLE };
    const rows = await publicDecisions(desk.pool, moment.today, ask);
    return { listing: decisions, rows: namedDecisions(rows, namesIn(moment)), day: moment.today };
  });
}
