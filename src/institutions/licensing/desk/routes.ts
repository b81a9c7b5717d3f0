import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { EngineMoment } from '../../../kernel/matter/engine.ts';
import { issueOf } from '../../../kernel/matter/issues.ts';
import { lightWords } from '../../../kernel/matter/words.ts';
import type { Actor } from '../../../kernel/organisation/types.ts';
import { WHOLE } from '../../../platform/http/listing.ts';
import { rowsAsked } from '../../../platform/http/rows-asked.ts';
import { type Column, SHEETS, sendSheet } from '../../../platform/http/sheets.ts';
import { asked, cursorOf, partsOf } from '../asking.ts';
import { type AskDesk, type DeskLight, isSort, RANKS, readDesk, SORTS } from '../queries/desk.ts';
import type { LicensingDesk } from '../requests.ts';
import { itemsMeant } from '../search/items.ts';
import { actOnAll, bulk, type NoOption, notAnOption, officerFor } from './requests.ts';
import { soonUntil, stepKind } from './rules.ts';
import { type DeskRow, deskCounts, deskLine, deskRow } from './view.ts';
import { deskHeads, stepWords } from './words.ts';

const API = '/api/v1';
/** The officer's desk: what waits for one's seats, many at once, to be taken away. */
export function deskRoutes(app: FastifyInstance, desk: LicensingDesk): void {
  app.get(`${API}/desk`, async (request, reply) => {
    const found = await find(desk, request, reply, false);
    if (!found) return reply;
    const { page, limit, ask, moment, actor } = found;
    const counts = deskCounts(page);
    const rows = page.rows.slice(0, limit);
    const last = page.rows.length > limit ? rows.at(-1) : undefined;
    return {
      work: rows.map((r) => deskRow(r, moment, actor)),
      counts,
      total: ask.light ? counts[ask.light] : RANKS.reduce((sum, light) => sum + counts[light], 0),
      ...(last && { next: cursorOf([last.key, last.matter, last.step]) }),
    };
  });

  for (const kind of SHEETS)
    app.get(`${API}/desk.${kind}`, async (request, reply) => {
      const found = await find(desk, request, reply, true);
      if (!found) return reply;
      const rows = found.page.rows.map((r) => deskRow(r, found.moment));
      return sendSheet(reply, kind, { name: deskHeads.name, day: found.moment.today, lang: request.lang, columns, rows });
    });

  app.post(`${API}/desk/bulk`, async (request, reply) => {
    const officer = await officerFor(desk, request, reply);
    if (!officer) return reply;
    const parsed = bulk.safeParse(request.body);
    if (!parsed.success)
      return desk.refusals.send(reply, [{ code: 'invalid-input' }], request.lang, parsed.error.issues.map(issueOf(request.body)));
    return { results: await actOnAll(desk, request, parsed.data) };
  });
}

const columns: readonly Column<DeskRow>[] = [
  ...(['matter', 'item', 'applicant', 'step', 'organ'] as const).map(
    (key): Column<DeskRow> => ({ head: deskHeads[key], text: (row, lang) => deskLine(row, lang)[key] }),
  ),
  { head: deskHeads.light, text: (row, lang) => lightWords[row.light][lang] },
  { head: deskHeads.due, day: (row) => row.due ?? undefined },
  { head: deskHeads.opened, instant: (row) => row.opened },
  { head: deskHeads.received, instant: (row) => row.received },
  { head: deskHeads.owner, text: (row, lang) => deskLine(row, lang).owner },
];

interface Found {
  readonly page: Awaited<ReturnType<typeof readDesk>>;
  readonly ask: AskDesk;
  /** Rows of a page; one more is read, to know whether there is a next one. */
  readonly limit: number;
  readonly actor: Actor;
  readonly moment: EngineMoment;
}

/** What the address asks for, read; or the answer is on its way. */
async function find(desk: LicensingDesk, request: FastifyRequest, reply: FastifyReply, whole: boolean): Promise<Found | undefined> {
  const officer = await officerFor(desk, request, reply);
  if (!officer) return undefined;
  const { actor, moment } = officer;
  const [light, step, sort = 'light', cursor] = ['light', 'step', 'sort', 'after'].map((name) => asked(request, name));
  const no = (...fault: NoOption) => void notAnOption(desk, request, reply, ...fault);
  const limit = whole ? WHOLE : rowsAsked(desk.refusals, request, reply);
  if (limit === undefined) return undefined;
  if (light && !(RANKS as readonly string[]).includes(light)) return no('light', RANKS);
  if (step && !stepKind(step)) return no('step', Object.keys(stepWords));
  if (!isSort(sort)) return no('sort', SORTS);
  const after = cursor === undefined ? undefined : partsOf(cursor, 3);
  if (cursor !== undefined && !after) return no('after');
  const q = asked(request, 'q')?.trim();
  const ask: AskDesk = {
    posts: actor.seats.flatMap((seat) => seat.roles.map((role) => ({ organ: seat.organ, role, only: seat.only }))),
    today: moment.today,
    soonBy: soonUntil(moment),
    light: light as DeskLight | undefined,
    step,
    item: asked(request, 'item'),
    organ: asked(request, 'organ'),
    words: q ? { text: q, items: itemsMeant(moment, q, request.lang).map(({ item }) => item.id) } : undefined,
    sort,
    after,
    limit: limit + 1,
  };
  return { page: await readDesk(desk.pool, ask), ask, limit, actor, moment };
}
