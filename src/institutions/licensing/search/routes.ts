import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { EngineMoment } from '../../../kernel/matter/engine.ts';
import { lightWords } from '../../../kernel/matter/words.ts';
import type { Actor } from '../../../kernel/organisation/types.ts';
import { WHOLE } from '../../../platform/http/listing.ts';
import { rowsAsked } from '../../../platform/http/rows-asked.ts';
import { type Column, SHEETS, sendSheet } from '../../../platform/http/sheets.ts';
import type { Item } from '../../catalogue/index.ts';
import { partly, partlyNote } from '../../catalogue/index.ts';
import { PAGES } from '../accounts/asked.ts';
import { asked, cursorOf, startIn } from '../asking.ts';
import { rowsWords } from '../board/words.ts';
import { knownFields, notAnOption, officerFor } from '../desk/requests.ts';
import { itemName } from '../desk/view.ts';
import { deskHeads } from '../desk/words.ts';
import { byItems, byName, byNumber, type FoundRecord, stepOrgans } from '../queries/find.ts';
import type { LicensingDesk } from '../requests.ts';
import { hasPart, maskName, seesAll } from '../view.ts';
import { erased, shortNote, statusWords } from '../words.ts';
import { itemsMeant } from './items.ts';

/** So many stand on a page of which nothing else is asked. */
const PAGE = 20;
/** Of names where the words mean items too, so many stand before the matters of those items. */
const NAMES_FIRST = 10;
export const SEARCHED = ['matters', 'items'] as const;
/** Letters, digits and dashes with a digit at the end: a matter's number, or how it ends. */
const NUMBER = /^[A-Z0-9-]*\d$/;

/** One box for everything: a number or its end, the words for an item, an applicant's name or a part of it. */
export function searchRoutes(app: FastifyInstance, desk: LicensingDesk): void {
  for (const kind of SHEETS)
    app.get(`/api/v1/search.${kind}`, async (request, reply) => {
      const found = await searched(desk, request, reply, []);
      if (!found) return reply;
      const { actor, moment, q, items, what = 'matters' } = found;
      const sheet = { day: moment.today, lang: request.lang };
      if (what === 'items')
        return sendSheet(reply, kind, { ...sheet, name: rowsWords.items, columns: itemColumns, rows: items.slice(0, WHOLE) });
      const rows = (await mattersMeant(desk, actor, q, items, WHOLE)).map((r) => foundView(r, actor, moment));
      return sendSheet(reply, kind, { ...sheet, name: rowsWords.found, columns: foundColumns, rows });
    });

  app.get('/api/v1/search', async (request, reply) => {
    const found = await searched(desk, request, reply, PAGES);
    if (!found) return reply;
    const { actor, moment, q, items, what } = found;
    const start = startIn(asked(request, 'after'));
    if (start === false || start >= WHOLE) return notAnOption(desk, request, reply, 'after');
    const limit = rowsAsked(desk.refusals, request, reply, { usual: PAGE });
    if (limit === undefined) return reply;
    const end = Math.min(start + limit, WHOLE);
    const matters = what === 'items' ? [] : await mattersMeant(desk, actor, q, items, end + 1);
    const more = { matters: matters.length > end, items: what !== 'matters' && items.length > end };
    return {
      matters: matters.slice(start, end).map((r) => foundView(r, actor, moment)),
      items: what === 'matters' ? [] : items.slice(start, end).map(({ id, name }) => ({ id, name })),
      totalItems: items.length,
      more,
      ...((more.matters || more.items) && end < WHOLE && { next: cursorOf([String(end)]) }),
      ...(found.partly && { note: partlyNote }),
      ...(tooShort(q) && { note: shortNote }),
    };
  });
}

/** `?q=&what=`: the words, the items that they mean, and which list is asked for; undefined: the answer is on its way. */
async function searched(desk: LicensingDesk, request: FastifyRequest, reply: FastifyReply, pages: readonly string[]) {
  const officer = await officerFor(desk, request, reply);
  if (!officer || !knownFields(desk, request, reply, ['q', 'what', ...pages])) return undefined;
  const given = asked(request, 'what');
  const what = SEARCHED.find((one) => one === given);
  if (given && !what) return void notAnOption(desk, request, reply, 'what', SEARCHED);
  const q = (asked(request, 'q') ?? '').normalize('NFKC').trim();
  const hits = q === '' ? [] : itemsMeant(officer.moment, q, request.lang);
  return { ...officer, q, what, items: hits.map(({ item }) => item), partly: partly(hits) };
}

const foundColumns: readonly Column<ReturnType<typeof foundView>>[] = [
  { head: deskHeads.matter, text: (row) => row.number },
  { head: deskHeads.item, text: (row, lang) => row.itemName[lang] },
  { head: deskHeads.applicant, text: (row, lang) => row.applicant ?? erased[lang] },
  { head: rowsWords.status, text: (row, lang) => statusWords[row.status as keyof typeof statusWords]?.[lang] },
  { head: deskHeads.light, text: (row, lang) => (row.light === 'closed' ? undefined : lightWords[row.light][lang]) },
];
const itemColumns: readonly Column<Item>[] = [
  { head: rowsWords.id, text: (item) => item.id },
  { head: deskHeads.item, text: (item, lang) => item.name[lang] },
];

/** A single character is no part of a name: it stands in too many. */
const tooShort = (q: string): boolean => [...q].length === 1 && !NUMBER.test(q);

/** What the words mean most is looked for first: a number is none of a name. The first so many, in one order whatever their number. */
async function mattersMeant(
  { pool }: LicensingDesk,
  actor: Actor,
  q: string,
  items: readonly Item[],
  most: number,
): Promise<FoundRecord[]> {
  if (q === '') return [];
  const organs = seesAll(actor) ? null : [...new Set(actor.seats.map((seat) => seat.organ))];
  const ours = items.filter((i) => !organs || organs.includes(i.lead) || i.assists.value.some((a) => organs.includes(a.organ)));
  const number = q.toUpperCase();
  const asNumber = NUMBER.test(number) ? await byNumber(pool, number, most) : [];
  if (asNumber.length >= most) return asNumber;
  const ids = ours.map((i) => i.id);
  const [asName, asItem] = await Promise.all([byName(pool, organs, q, most), ids.length > 0 ? byItems(pool, organs, ids, most) : []]);
  // A word that means items may stand in the names of firms too: both are shown.
  const found = [...asNumber, ...asName.slice(0, NAMES_FIRST), ...asItem, ...asName.slice(NAMES_FIRST)];
  return unique(found).slice(0, most);
}

const unique = (rows: readonly FoundRecord[]): FoundRecord[] => [...new Map(rows.map((r) => [r.number, r])).values()];

/** A natural person's name is whole for those who have a part in the matter. */
function foundView(r: FoundRecord, actor: Actor, moment: EngineMoment) {
  const whole = r.applicantKind === 'firm' || hasPart(r.person, stepOrgans(r.given), r.lead, actor);
  return {
    number: r.number,
    item: r.item,
    itemName: itemName(moment, r.item, r.version),
    status: r.status,
    light: r.light,
    applicant: r.applicant === null ? undefined : whole ? r.applicant : maskName(r.applicant),
  };
}
