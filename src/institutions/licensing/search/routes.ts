import type { FastifyInstance } from 'fastify';
import type { EngineMoment } from '../../../kernel/matter/engine.ts';
import type { Actor } from '../../../kernel/organisation/types.ts';
import { type Column, SHEETS, sendSheet } from '../../../platform/http/sheets.ts';
import type { Item } from '../../catalogue/index.ts';
import { asked } from '../asking.ts';
import { rowsWords } from '../board/words.ts';
import { notAnOption, officerFor } from '../desk/requests.ts';
import { itemName } from '../desk/view.ts';
import { deskHeads, lightWords } from '../desk/words.ts';
import { byItems, byName, byNumber, type FoundRecord, stepOrgans } from '../queries/find.ts';
import type { LicensingDesk } from '../requests.ts';
import { hasPart, maskName, seesAll } from '../view.ts';
import { erased, shortNote, statusWords } from '../words.ts';
import { itemsMeant } from './items.ts';

const MOST = 20;
/** Letters, digits and dashes with a digit at the end: a matter's number, or how it ends. */
const NUMBER = /^[A-Z0-9-]*\d$/;

/** One box for everything: a number or its end, the words for an item, an applicant's name or a part of it. */
export function searchRoutes(app: FastifyInstance, desk: LicensingDesk): void {
  for (const kind of SHEETS)
    app.get(`/api/v1/search.${kind}`, async (request, reply) => {
      const officer = await officerFor(desk, request, reply);
      if (!officer) return reply;
      const { actor, moment } = officer;
      const what = asked(request, 'what') ?? 'matters';
      if (what !== 'matters' && what !== 'items') return notAnOption(desk, request, reply, 'what');
      const q = (asked(request, 'q') ?? '').normalize('NFKC').trim();
      const items = q === '' ? [] : itemsMeant(moment, q, request.lang);
      const sheet = { day: moment.today, lang: request.lang };
      if (what === 'items') return sendSheet(reply, kind, { ...sheet, name: rowsWords.items, columns: itemColumns, rows: items });
      const rows = q === '' ? [] : (await mattersMeant(desk, actor, q, items)).map((r) => foundView(r, actor, moment));
      return sendSheet(reply, kind, { ...sheet, name: rowsWords.found, columns: foundColumns, rows });
    });

  app.get('/api/v1/search', async (request, reply) => {
    const officer = await officerFor(desk, request, reply);
    if (!officer) return reply;
    const { actor, moment } = officer;
    const q = (asked(request, 'q') ?? '').normalize('NFKC').trim();
    if (q === '') return { matters: [], items: [] };
    const items = itemsMeant(moment, q, request.lang);
    return {
      matters: (await mattersMeant(desk, actor, q, items)).map((r) => foundView(r, actor, moment)),
      items: items.map(({ id, name }) => ({ id, name })),
      ...(tooShort(q) && { note: shortNote }),
    };
  });
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

/** What the words mean most is looked for first: a number is none of a name. */
async function mattersMeant({ pool }: LicensingDesk, actor: Actor, q: string, items: readonly Item[]): Promise<FoundRecord[]> {
  const organs = seesAll(actor) ? null : [...new Set(actor.seats.map((seat) => seat.organ))];
  const ours = items.filter((i) => !organs || organs.includes(i.lead) || i.assists.value.some((a) => organs.includes(a.organ)));
  const number = q.toUpperCase();
  const asNumber = NUMBER.test(number) ? await byNumber(pool, number, MOST) : [];
  // A word that means items may stand in the names of firms too: both are shown.
  const asName = asNumber.length < MOST ? await byName(pool, organs, q, ours.length > 0 ? MOST / 2 : MOST) : [];
  const found = unique([...asNumber, ...asName]);
  if (found.length >= MOST || ours.length === 0) return found.slice(0, MOST);
  return unique([
    ...found,
    ...(await byItems(
      pool,
      organs,
      ours.map((i) => i.id),
      MOST,
    )),
  ]).slice(0, MOST);
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
