import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { applyCalendar, type CalendarChange, type Moves, previewCalendar, previewUndo, undoCalendar } from './calendar-edition.ts';
import { clockName, editionList, type MoveRow, moveList, moveRows, yearList } from './calendar-lists.ts';
import { calendarShown } from './calendar-view.ts';
import { asked, cursorOf, startIn } from './institutions/licensing/asking.ts';
import { LAYERS } from './kernel/clock/index.ts';
import type { EngineMoment } from './kernel/matter/engine.ts';
import { issueOf } from './kernel/matter/issues.ts';
import type { Text } from './kernel/text.ts';
import type { House } from './open-house.ts';
import { idempotency } from './platform/http/idempotency.ts';
import { sheetRoutes } from './platform/http/listing.ts';
import { rowsAsked } from './platform/http/rows-asked.ts';
import { SHEETS, sendSheet } from './platform/http/sheets.ts';

const API = '/api/v1/calendar';
/** Who may enter an edition and take it back; who may also look at what one would move. */
export const ENTERS = ['administrator'] as const;
export const REHEARSES = [...ENTERS, 'office-director', 'county-head', 'deputy-county-head'] as const;

const line = z.string().trim().max(300).optional();
export const noticeBody = z.strictObject({
  file: z.string().min(1).max(900_000),
  year: z.int().min(1900).max(9999).optional(),
  layer: z.enum(LAYERS).optional(),
  document: line,
  documentEn: line,
  cause: line,
});
export const undoBody = z.strictObject({ cause: line });
/** What would be entered, or that the last edition would be taken back. */
export const previewBody = noticeBody.partial({ file: true }).extend({ undo: z.literal(true).optional() });

/** The calendar by editions: every officer may look at it; who may change it is the administrator. */
export function calendarRoutes(app: FastifyInstance, house: House): void {
  const { refusals } = house;
  const officer = async (request: FastifyRequest, reply: FastifyReply, roles?: readonly string[]): Promise<EngineMoment | undefined> => {
    const { person } = request.caller;
    const moment = person ? await house.moment() : undefined;
    const held =
      moment && moment.directory.actor(person!, moment.today).kind === 'officer' ? moment.directory.seatsOf(person!, moment.today) : [];
    if (moment && held.length > 0 && (!roles || held.some((seat) => seat.roles.some((role) => roles.includes(role))))) return moment;
    const who = moment && roles ? whoHolds(moment, roles) : undefined;
    refusals.send(reply, [{ code: moment ? 'no-authority' : 'sign-in-needed', ...(who && { who }) }], request.lang);
    return undefined;
  };
  const sent = <T>(schema: z.ZodType<T>, request: FastifyRequest, reply: FastifyReply): T | undefined => {
    const parsed = schema.safeParse(request.body ?? {});
    if (parsed.success) return parsed.data;
    const issues = parsed.error.issues.map(issueOf(request.body)).map((one) => ({ ...one, path: one.path || 'file' }));
    refusals.send(reply, [{ code: 'invalid-input' }], request.lang, issues);
    return undefined;
  };
  const answer = (change: CalendarChange, request: FastifyRequest, reply: FastifyReply, part?: Part) => {
    if (change.ok && change.replayed) reply.header('idempotent-replay', 'true');
    if (change.ok) return movesView(change, part);
    if (change.faults.length === 0) return refusals.send(reply, change.refusals, request.lang);
    const problem = refusals.problem(change.refusals, [], request.lang);
    request.refused = change.refusals.map(({ code }) => code);
    const errors = change.faults.map(({ place, code, text }) => ({ path: place || 'file', code, message: text[request.lang] }));
    return reply
      .code(problem.status)
      .type('application/problem+json')
      .send(JSON.stringify({ ...problem, request: request.id, errors }));
  };

  app.get(API, async (request, reply) => {
    const moment = await officer(request, reply);
    if (!moment) return reply;
    return { ...(await calendarShown(house)), mayEnter: (await holds(house, request, ENTERS)) === true };
  });
  sheetRoutes(app, `${API}/years`, async (request, reply) => {
    const moment = await officer(request, reply);
    return moment && { listing: yearList, rows: (await calendarShown(house)).years, day: moment.today };
  });
  sheetRoutes(app, `${API}/editions`, async (request, reply) => {
    const moment = await officer(request, reply);
    return moment && { listing: editionList, rows: (await calendarShown(house)).editions, day: moment.today };
  });
  app.get<{ Params: { name: string } }>(`${API}/editions/:name`, async (request, reply) => {
    if (!(await officer(request, reply))) return reply;
    const { name } = request.params;
    const years = (await house.calendar()).years(name);
    return years ? { name, years } : refusals.send(reply, [{ code: 'not-found' }], request.lang);
  });
  const rehearsed = async (request: FastifyRequest, reply: FastifyReply): Promise<CalendarChange | undefined> => {
    if (!(await officer(request, reply, REHEARSES))) return undefined;
    const body = sent(previewBody, request, reply);
    if (body?.undo) return previewUndo(house);
    const brought = body && sent(noticeBody, request, reply);
    return brought && previewCalendar(house, brought, request.caller.person);
  };
  app.post(`${API}/preview`, async (request, reply) => {
    const change = await rehearsed(request, reply);
    if (!change) return reply;
    const start = startIn(asked(request, 'after'));
    if (start === false) return refusals.send(reply, [{ code: 'invalid-input' }], request.lang, [{ path: 'after', code: 'not-an-option' }]);
    const limit = rowsAsked(refusals, request, reply);
    return limit === undefined ? reply : answer(change, request, reply, { start, limit });
  });
  for (const kind of SHEETS)
    app.post(`${API}/preview.${kind}`, async (request, reply) => {
      const change = await rehearsed(request, reply);
      if (!change?.ok) return change ? answer(change, request, reply) : reply;
      const { today: day } = await house.moment();
      return sendSheet(reply, kind, { ...moveList, day, lang: request.lang, rows: moveRows(change) });
    });
  app.post(`${API}/apply`, async (request, reply) => {
    if (!(await officer(request, reply, ENTERS))) return reply;
    const brought = sent(noticeBody, request, reply);
    return brought ? answer(await applyCalendar(house, brought, request.caller.person, idempotency(request)), request, reply) : reply;
  });
  app.post(`${API}/undo`, async (request, reply) => {
    if (!(await officer(request, reply, ENTERS))) return reply;
    const body = sent(undoBody, request, reply);
    return body ? answer(await undoCalendar(house, request.caller.person, body, idempotency(request)), request, reply) : reply;
  });
}

async function holds(house: House, { caller }: FastifyRequest, roles: readonly string[]): Promise<boolean> {
  const { directory, today } = await house.moment();
  return directory.seatsOf(caller.person ?? '', today).some((seat) => seat.roles.some((role) => roles.includes(role)));
}

const whoHolds = ({ directory, today }: EngineMoment, roles: readonly string[]): string[] =>
  directory
    .seats(today)
    .filter((seat) => seat.roles.some((role) => roles.includes(role)))
    .map(({ id }) => id);

interface Part {
  readonly start: number;
  readonly limit: number;
}
const FIRST: Part = { start: 0, limit: 50 };

/** The same as the command prints, a page of its rows, with how many there are of each sort. */
function movesView(change: Moves, { start, limit }: Part = FIRST) {
  const { edition, years, warnings, days, moves, settled, kept } = change;
  const count = (turn: string) => moves.filter(({ turns }) => (turns as readonly string[]).includes(turn)).length;
  const rows = moveRows(change);
  const page = rows.slice(start, start + limit);
  const of = <K extends MoveRow['is']>(is: K) => page.filter((row): row is Extract<MoveRow, { is: K }> => row.is === is).map(named);
  return {
    edition,
    years,
    warnings,
    days,
    counts: {
      moves: moves.length,
      later: moves.filter(({ from, to }) => to > from).length,
      earlier: moves.filter(({ from, to }) => to < from).length,
      citizens: moves.filter(({ whose }) => whose === 'citizen').length,
      matters: new Set([...moves, ...settled, ...kept].map(({ matter }) => matter)).size,
      becomesLate: count('becomes-late'),
      noLongerLate: count('no-longer-late'),
      capped: count('promise-capped'),
      settled: settled.length,
      kept: kept.length,
    },
    moves: of('moves'),
    kept: of('kept'),
    settled: of('settled'),
    total: rows.length,
    ...(start + limit < rows.length && { next: cursorOf([String(start + limit)]) }),
  };
}

const named = <R extends MoveRow>({ is: _, ...row }: R): Omit<R, 'is'> & { readonly clockName: Text } => ({
  ...row,
  clockName: clockName(row.clock),
});
