import type { FastifyInstance } from 'fastify';
import type { EngineMoment } from '../../../kernel/matter/engine.ts';
import { foldHistory } from '../../../kernel/matter/fold.ts';
import type { Actor } from '../../../kernel/organisation/types.ts';
import type { Item } from '../../catalogue/index.ts';
import { asked } from '../asking.ts';
import { licensing } from '../definition.ts';
import { officerFor } from '../desk/requests.ts';
import { itemName } from '../desk/view.ts';
import { byItems, byName, byNumber, type FoundRecord } from '../queries/find.ts';
import type { LicensingDesk } from '../requests.ts';
import type { Licensing } from '../rules/state.ts';
import { involved, maskName, seesAll } from '../view.ts';
import { itemsMeant } from './items.ts';

const MOST = 20;
/** Letters, digits and dashes with a digit at the end: a matter's number, or how it ends. */
const NUMBER = /^[A-Z0-9-]*\d$/;

/** One box for everything: a number or its end, the words for an item, an applicant's whole name. */
export function searchRoutes(app: FastifyInstance, desk: LicensingDesk): void {
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
    };
  });
}

/** What the words mean most is looked for first: a number is none of a name. */
async function mattersMeant({ pool }: LicensingDesk, actor: Actor, q: string, items: readonly Item[]): Promise<FoundRecord[]> {
  const organs = seesAll(actor) ? null : [...new Set(actor.seats.map((seat) => seat.organ))];
  const ours = items.filter((i) => !organs || organs.includes(i.lead) || i.assists.value.some((a) => organs.includes(a.organ)));
  const number = q.toUpperCase();
  const asNumber = NUMBER.test(number) ? await byNumber(pool, number, MOST) : [];
  const asName = asNumber.length < MOST ? await byName(pool, organs, q, MOST) : [];
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
  const s = foldHistory(licensing, r.number, r.history).state as Licensing;
  const whole = r.applicantKind === 'firm' || involved(s, actor);
  return {
    number: r.number,
    item: r.item,
    itemName: itemName(moment, r.item, s.itemVersion),
    status: r.status,
    light: r.light,
    applicant: r.applicant === null ? undefined : whole ? r.applicant : maskName(r.applicant),
  };
}
