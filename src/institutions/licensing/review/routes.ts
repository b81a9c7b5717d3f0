import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fill, type Lang, type Text } from '../../../kernel/text.ts';
import { type Listed, type Listing, listingRoutes, WHOLE } from '../../../platform/http/listing.ts';
import { rowsAsked } from '../../../platform/http/rows-asked.ts';
import type { Column } from '../../../platform/http/sheets.ts';
import { type StandOut, signaturesBefore, standOuts, WEIGHED } from '../../catalogue/index.ts';
import { scopeOf } from '../accounts/permits.ts';
import { asked, cursorOf, startIn } from '../asking.ts';
import { boardOfficer, DAYS } from '../board/requests.ts';
import { notAnOption } from '../desk/requests.ts';
import { organName, worldOf } from '../desk/view.ts';
import { type DeciderShare, deciderShares } from '../queries/board.ts';
import { namesOf } from '../queries.ts';
import type { LicensingDesk } from '../requests.ts';
import { reviewHeads as heads } from './words.ts';

const API = '/api/v1/review';

/** What those who supervise the whole county look through: items that ask for too much, and decisions that rest in one hand (P15). */
export function reviewRoutes(app: FastifyInstance, desk: LicensingDesk): void {
  listingRoutes(app, `${API}/items`, (request, reply, whole) => findStandOuts(desk, request, reply, whole));
  listingRoutes(app, `${API}/deciders`, (request, reply, whole) => findDeciders(desk, request, reply, whole));
}

type ItemLine = StandOut & {
  readonly organName: Text;
  /** Signatures by the authority table before this one; undefined where it is the first. */
  readonly signedBefore?: number;
};

const itemsOut: Listing<ItemLine> = {
  name: heads['stand-outs'],
  href: ({ item }) => `/items/${encodeURIComponent(item.id)}`,
  columns: [
    { head: heads.code, text: ({ item }) => item.id },
    { head: heads.item, text: ({ item }, lang) => item.name[lang] },
    { head: heads.organ, text: (row, lang) => row.organName[lang] },
    { head: heads.kind, text: ({ item }, lang) => heads[item.handling][lang] },
    ...WEIGHED.map((weighed): Column<ItemLine> => ({ head: heads[weighed], number: ({ weights }) => weights[weighed].value })),
    { head: heads.out, text: ({ out }, lang) => out.map((one) => outIn(one, lang)).join(heads.comma[lang]) },
    { head: heads.mark, text: ({ weights }, lang) => (isMadeUp(weights) ? heads.illustrative[lang] : undefined) },
  ],
};

/** With the signatures of before, once there was another table. */
const itemsSigned: Listing<ItemLine> = {
  ...itemsOut,
  columns: [...itemsOut.columns, { head: heads['signed-before'], number: ({ signedBefore }) => signedBefore }],
};

const outIn = ({ weighed, median, bound }: StandOut['out'][number], lang: Lang): string =>
  fill(heads['out-in'][lang], { what: heads[weighed][lang], median, bound });

const isMadeUp = (weights: StandOut['weights']): boolean => WEIGHED.some((weighed) => weights[weighed].confidence === 'illustrative');

/** `?organ=`. */
async function findStandOuts(
  desk: LicensingDesk,
  request: FastifyRequest,
  reply: FastifyReply,
  whole: boolean,
): Promise<Listed<ItemLine> | undefined> {
  const moment = await supervised(desk, request, reply, [], whole);
  if (!moment) return undefined;
  const { catalogue } = worldOf(moment);
  const rows = standOuts(catalogue.items(moment.today), catalogue, moment.today)
    .filter(({ item }) => item.lead === (asked(request, 'organ') ?? item.lead))
    .map((one) => ({
      ...one,
      organName: organName(moment, one.item.lead),
      signedBefore: signaturesBefore(one.item, catalogue, moment.today),
    }));
  const page = pageOf(desk, request, reply, rows, whole);
  const listing = rows.some(({ signedBefore }) => signedBefore !== undefined) ? itemsSigned : itemsOut;
  return page && { listing, ...page, day: moment.today };
}

type DeciderLine = DeciderShare & { readonly days: string; readonly organName: Text; readonly name: Text };

const deciders: Listing<DeciderLine> = {
  name: heads.deciders,
  href: ({ organ, decider, days }) => `/workbench/board/decisions?${new URLSearchParams({ organ, days, decider })}`,
  columns: [
    { head: heads.person, text: (row, lang) => row.name[lang] },
    { head: heads.organ, text: (row, lang) => row.organName[lang] },
    { head: heads.decided, number: (row) => row.decided },
    { head: heads.refused, number: (row) => row.refused },
    { head: heads.ofOrgan, number: (row) => row.ofOrgan },
    { head: heads.percent, number: (row) => Math.round((row.decided / row.ofOrgan) * 1000) / 10 },
  ],
};

/** `?organ=&days=30|90`. */
async function findDeciders(
  desk: LicensingDesk,
  request: FastifyRequest,
  reply: FastifyReply,
  whole: boolean,
): Promise<Listed<DeciderLine> | undefined> {
  const moment = await supervised(desk, request, reply, ['days'], whole);
  if (!moment) return undefined;
  const days = asked(request, 'days') ?? '30';
  if (!DAYS.includes(days)) return void notAnOption(desk, request, reply, 'days', DAYS);
  const shares = await deciderShares(desk.pool, { today: moment.today, days: Number(days), organ: asked(request, 'organ') });
  const page = pageOf(desk, request, reply, shares, whole);
  if (!page) return undefined;
  const names = await namesOf(
    desk.pool,
    page.rows.map(({ decider }) => decider),
  );
  const nameOf = (person: string): Text => (person === 'law' ? heads.law : (names.get(person) ?? { zh: person, en: person }));
  const rows = page.rows.map((one) => ({ ...one, days, organName: organName(moment, one.organ), name: nameOf(one.decider) }));
  return { listing: deciders, ...page, rows, day: moment.today };
}

/** The moment, for an officer whose task is the whole county; anybody else is answered. */
async function supervised(desk: LicensingDesk, request: FastifyRequest, reply: FastifyReply, own: readonly string[], whole: boolean) {
  const officer = await boardOfficer(desk, request, reply, own, whole);
  if (officer && scopeOf(officer.actor).organs) return void desk.refusals.send(reply, [{ code: 'no-authority' }], request.lang);
  return officer?.moment;
}

/** The rows asked for, of a list that is made whole; undefined: the answer is on its way. */
function pageOf<R>(desk: LicensingDesk, request: FastifyRequest, reply: FastifyReply, all: readonly R[], whole: boolean) {
  const start = startIn(asked(request, 'after'));
  if (start === false) return void notAnOption(desk, request, reply, 'after');
  const limit = whole ? WHOLE : rowsAsked(desk.refusals, request, reply);
  if (limit === undefined) return undefined;
  const end = start + limit;
  return { rows: all.slice(start, end), total: all.length, ...(end < all.length && { next: cursorOf([String(end)]) }) };
}
