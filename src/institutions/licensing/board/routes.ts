import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { EngineMoment } from '../../../kernel/matter/engine.ts';
import { foldHistory } from '../../../kernel/matter/fold.ts';
import type { Lang, Text } from '../../../kernel/text.ts';
import { listingRoutes, sheetRoutes, WHOLE } from '../../../platform/http/listing.ts';
import { rowsAsked } from '../../../platform/http/rows-asked.ts';
import { type Column, SHEETS, sendSheet } from '../../../platform/http/sheets.ts';
import { asked, numberIn } from '../asking.ts';
import { licensing } from '../definition.ts';
import { notAnOption, officerFor } from '../desk/requests.ts';
import { instant, itemName, organName } from '../desk/view.ts';
import { boardHeads } from '../desk/words.ts';
import { type BoardRecord, countHeld, type HeldRecord, heldMatters, readBoard } from '../queries/board.ts';
import { RANKS } from '../queries/desk.ts';
import { findRefiled } from '../refilings/requests.ts';
import type { LicensingDesk } from '../requests.ts';
import { provisionalOn } from '../rules/open-dates.ts';
import type { Licensing } from '../rules/state.ts';
import { lapsedPause } from '../rules/summary.ts';
import { passedByLaw } from '../rules/watched.ts';
import { holderName } from '../view.ts';
import { boardOfficer, findDecided, heldColumns } from './requests.ts';
import { rowsWords } from './words.ts';

const API = '/api/v1';

/** All organs by light, each number with the rows behind it. Every officer may look: a board that only some see shames nobody. */
export function boardRoutes(app: FastifyInstance, desk: LicensingDesk): void {
  app.get(`${API}/board`, async (request, reply) => {
    const officer = await officerFor(desk, request, reply);
    if (!officer) return reply;
    const sort = sortAsked(desk, request, reply);
    if (!sort) return reply;
    const { organs, totals } = await boardOf(desk, officer.moment, sort, request.lang);
    return { asOf: instant(officer.moment.now), organs, totals };
  });

  app.get(`${API}/board/matters`, async (request, reply) => {
    const found = await heldAsked(desk, request, reply, false);
    if (!found) return reply;
    const { ask, moment } = found;
    const after = numberIn(asked(request, 'after'));
    if (after === false) return notAnOption(desk, request, reply, 'after');
    const limit = rowsAsked(desk.refusals, request, reply);
    if (limit === undefined) return reply;
    const [rows, total] = await Promise.all([heldMatters(desk.pool, { ...ask, after, limit }), countHeld(desk.pool, ask)]);
    return { matters: rows.map((r) => heldView(r, moment)), total, ...(rows.length === limit && { next: rows.at(-1)?.number }) };
  });

  sheetRoutes(app, `${API}/board/matters`, async (request, reply) => {
    const found = await heldAsked(desk, request, reply, true);
    if (!found) return undefined;
    const { ask, moment } = found;
    const rows = (await heldMatters(desk.pool, { ...ask, limit: WHOLE })).map((r) => heldView(r, moment));
    return { listing: { name: rowsWords.held, columns: heldColumns }, rows, day: moment.today };
  });

  listingRoutes(app, `${API}/board/decisions`, (request, reply, whole) => findDecided(desk, request, reply, whole));

  listingRoutes(app, `${API}/board/refilings`, (request, reply, whole) => findRefiled(desk, request, reply, whole));

  for (const kind of SHEETS)
    app.get(`${API}/board.${kind}`, async (request, reply) => {
      const officer = await officerFor(desk, request, reply);
      if (!officer) return reply;
      const sort = sortAsked(desk, request, reply);
      if (!sort) return reply;
      const { organs, totals } = await boardOf(desk, officer.moment, sort, request.lang);
      const rows: readonly Line[] = [...organs, { ...totals, organ: '', name: boardHeads.totals }];
      return sendSheet(reply, kind, { name: boardHeads.name, day: officer.moment.today, lang: request.lang, columns, rows });
    });
}

/** `?organ=&light=`: which open matters. */
async function heldAsked(desk: LicensingDesk, request: FastifyRequest, reply: FastifyReply, whole: boolean) {
  const officer = await boardOfficer(desk, request, reply, ['light'], whole);
  if (!officer) return undefined;
  const light = asked(request, 'light');
  if (light && !(RANKS as readonly string[]).includes(light)) return void notAnOption(desk, request, reply, 'light', RANKS);
  return { moment: officer.moment, ask: { organ: asked(request, 'organ'), light } };
}

const lineOf = ({ organ: _organ, overLaw, overPromise, stepOverdue, dueSoon, inTime, ...r }: BoardRecord) => ({
  ...r,
  'over-law': overLaw,
  'over-promise': overPromise,
  'step-overdue': stepOverdue,
  'due-soon': dueSoon,
  'in-time': inTime,
});
type Line = ReturnType<typeof lineOf> & { readonly organ: string; readonly name: Text };

async function boardOf(desk: LicensingDesk, moment: EngineMoment, sort: BoardSort, lang: Lang) {
  const rows = await readBoard(desk.pool, moment.today);
  const organs = rows.flatMap((r): Line[] =>
    r.organ === null ? [] : [{ organ: r.organ, name: organName(moment, r.organ), ...lineOf(r) }],
  );
  // Without any matter there is still the row of the county: an aggregate over nothing is one row of zeroes.
  organs.sort((a, b) => worstFirst(sort, lang)(a, b));
  return { organs, totals: lineOf(rows.find((r) => r.organ === null)!) };
}

/** By name; else what is worst first: the least kept of what was decided, the most of everything else. Equals by what burns. */
function worstFirst(sort: BoardSort, lang: Lang): (a: Line, b: Line) => number {
  const share = (r: Line) => (r.decided30 === 0 ? Number.POSITIVE_INFINITY : r.kept30 / r.decided30);
  const BURNS = ['unarmed', 'over-law', 'over-promise', 'step-overdue', 'due-soon', 'open'] as const;
  const burns = (a: Line, b: Line) => BURNS.map((key) => b[key] - a[key]).find((n) => n !== 0) ?? (a.organ < b.organ ? -1 : 1);
  if (sort === 'organ') return (a, b) => a.name[lang].localeCompare(b.name[lang], lang === 'zh' ? 'zh-CN' : 'en');
  if (sort === 'kept30') return (a, b) => (share(a) === share(b) ? burns(a, b) : share(a) - share(b));
  return (a, b) => (b[sort] ?? -1) - (a[sort] ?? -1) || burns(a, b);
}

export const BOARD_SORTS = ['organ', 'open', ...RANKS, 'median', 'decided30', 'kept30'] as const;
type BoardSort = (typeof BOARD_SORTS)[number];

function sortAsked(desk: LicensingDesk, request: FastifyRequest, reply: FastifyReply): BoardSort | undefined {
  const given = asked(request, 'sort') ?? 'over-law';
  const sort = BOARD_SORTS.find((one) => one === given);
  if (!sort) notAnOption(desk, request, reply, 'sort', BOARD_SORTS);
  return sort;
}

const NUMBERS = ['open', ...RANKS, 'median', 'decided30', 'kept30'] as const;
const columns: readonly Column<Line>[] = [
  { head: boardHeads.code, text: (row) => row.organ },
  { head: boardHeads.organ, text: (row, lang) => row.name[lang] },
  ...NUMBERS.map((key): Column<Line> => ({ head: boardHeads[key], number: (row) => row[key] })),
];

export type HeldView = ReturnType<typeof heldView>;

export function heldView(r: HeldRecord, moment: EngineMoment) {
  const s = foldHistory(licensing, r.number, r.history).state as Licensing;
  const owner = { account: r.account, holder: r.holder };
  const lapsed = lapsedPause(s);
  const due = (r.light === 'over-law' && passedByLaw(s, moment.today)) || r.due;
  return {
    number: r.number,
    item: r.item,
    itemName: itemName(moment, r.item, s.itemVersion),
    light: r.light,
    ...(lapsed ? { due: null, resumes: lapsed } : { due }),
    provisional: provisionalOn(s, due),
    owner: { ...owner, name: holderName(owner, s, moment) },
    received: instant(r.received),
  };
}
