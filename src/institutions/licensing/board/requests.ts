import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EngineMoment } from '../../../kernel/matter/engine.ts';
import { lightWords } from '../../../kernel/matter/words.ts';
import { type Listed, type Listing, WHOLE } from '../../../platform/http/listing.ts';
import { rowsAsked } from '../../../platform/http/rows-asked.ts';
import type { Column } from '../../../platform/http/sheets.ts';
import { PAGES, unknownIn } from '../accounts/asked.ts';
import { scopeOf } from '../accounts/permits.ts';
import { asked, cursorOf, dayPartsIn } from '../asking.ts';
import { knownFields, type NoOption, notAnOption, officerFor } from '../desk/requests.ts';
import { itemName, organName } from '../desk/view.ts';
import { boardHeads, deskHeads } from '../desk/words.ts';
import { type DecidedRecord, decidedMatters } from '../queries/board.ts';
import type { LicensingDesk } from '../requests.ts';
import type { HeldView } from './routes.ts';
import { rowsWords } from './words.ts';

/** Where the workbench opens a matter. */
export const matterPath = (number: string): string => `/workbench/matters/${encodeURIComponent(number)}`;

/** The columns of open matters, as the board holds them. */
export const heldColumns: readonly Column<HeldView>[] = [
  { head: deskHeads.matter, text: (row) => row.number },
  { head: deskHeads.item, text: (row, lang) => row.itemName[lang] },
  {
    head: deskHeads.light,
    sign: (row) => row.light,
    text: (row, lang) => (row.light === 'closed' ? undefined : lightWords[row.light][lang]),
  },
  { head: deskHeads.due, day: (row) => row.due ?? undefined },
  { head: deskHeads.received, instant: (row) => row.received },
  { head: deskHeads.owner, text: (row, lang) => row.owner.name[lang] },
];

export type DecidedView = DecidedRecord & { readonly itemName: { zh: string; en: string }; readonly organName: { zh: string; en: string } };

export const decidedListing = (name: Listing<DecidedView>['name']): Listing<DecidedView> => ({
  name,
  href: (row) => matterPath(row.matter),
  columns: [
    { head: deskHeads.matter, text: (row) => row.matter },
    { head: deskHeads.item, text: (row, lang) => row.itemName[lang] },
    { head: boardHeads.organ, text: (row, lang) => row.organName[lang] },
    { head: deskHeads.received, day: (row) => row.openedOn },
    { head: rowsWords.decidedOn, day: (row) => row.decidedOn },
    { head: rowsWords.days, number: (row) => row.days },
    { head: rowsWords.promised, day: (row) => row.promisedDue ?? undefined },
    { head: rowsWords.kept, text: (row, lang) => rowsWords[row.kept === null ? 'no-promise' : row.kept ? 'yes' : 'no'][lang] },
    { head: rowsWords.outcome, text: (row, lang) => rowsWords[row.outcome][lang] },
  ],
});

/** Decisions of some last days, from where the address says. */
export async function decidedList(
  desk: LicensingDesk,
  moment: EngineMoment,
  ask: {
    readonly days: number;
    readonly organ?: string;
    readonly kept?: boolean;
    readonly decider?: string;
    readonly after?: readonly string[];
    readonly limit: number;
  },
  name: Listing<DecidedView>['name'],
): Promise<Listed<DecidedView>> {
  const { rows, total, median } = await decidedMatters(desk.pool, { ...ask, today: moment.today, limit: ask.limit + 1 });
  const page = rows.slice(0, ask.limit);
  const last = rows.length > ask.limit ? page.at(-1) : undefined;
  return {
    listing: decidedListing(name),
    rows: page.map((r) => ({ ...r, itemName: itemName(moment, r.item), organName: organName(moment, r.organ) })),
    total,
    day: moment.today,
    ...(last && { next: cursorOf([last.decidedOn, last.matter]) }),
    about: { median },
  };
}

export const DAYS: readonly string[] = ['30', '90'];
const KEPT = ['yes', 'no'];

/** An officer whose address carries these fields, and an organ that there is; else she is answered. A file is whole: it has no pages. */
export async function boardOfficer(
  desk: LicensingDesk,
  request: FastifyRequest,
  reply: FastifyReply,
  own: readonly string[],
  whole: boolean,
): Promise<Awaited<ReturnType<typeof officerFor>>> {
  const officer = await officerFor(desk, request, reply);
  if (!officer || !knownFields(desk, request, reply, ['organ', ...own, ...(whole ? [] : PAGES)])) return undefined;
  const unknown = unknownIn({ organ: asked(request, 'organ') }, officer.moment);
  if (unknown.length === 0) return officer;
  return void desk.refusals.send(reply, unknown, request.lang);
}

/** `?organ=&days=30|90&kept=yes|no&decider=`: what stands behind median, decided and kept; by person only for those who supervise. */
export async function findDecided(
  desk: LicensingDesk,
  request: FastifyRequest,
  reply: FastifyReply,
  whole: boolean,
): Promise<Listed<DecidedView> | undefined> {
  const officer = await boardOfficer(desk, request, reply, ['days', 'kept', 'decider'], whole);
  if (!officer) return undefined;
  const no = (...fault: NoOption) => void notAnOption(desk, request, reply, ...fault);
  const [days = '30', kept, decider] = [asked(request, 'days'), asked(request, 'kept'), asked(request, 'decider')];
  if (decider !== undefined && scopeOf(officer.actor).organs)
    return void desk.refusals.send(reply, [{ code: 'no-authority' }], request.lang);
  if (!DAYS.includes(days)) return no('days', DAYS);
  if (kept !== undefined && !KEPT.includes(kept)) return no('kept', KEPT);
  const after = dayPartsIn(asked(request, 'after'));
  if (after === false) return no('after');
  const limit = whole ? WHOLE : rowsAsked(desk.refusals, request, reply);
  if (limit === undefined) return undefined;
  const ask = {
    days: Number(days),
    organ: asked(request, 'organ'),
    kept: kept === undefined ? undefined : kept === 'yes',
    decider,
    after,
    limit,
  };
  return decidedList(desk, officer.moment, ask, rowsWords.decided);
}
