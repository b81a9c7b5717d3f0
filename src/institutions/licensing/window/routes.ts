import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isLocalDate } from '../../../kernel/clock/index.ts';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { EngineMoment } from '../../../kernel/matter/engine.ts';
import { issueOf } from '../../../kernel/matter/issues.ts';
import { checkId, ID_TYPES } from '../../../kernel/organisation/index.ts';
import { type Listing, sheetRoutes } from '../../../platform/http/listing.ts';
import { asked } from '../asking.ts';
import { actOnAll, officerFor } from '../desk/requests.ts';
import { earlierOf, intakesOn, lookUps, recordLookUp } from '../queries/window.ts';
import { namesOf } from '../queries.ts';
import type { LicensingDesk } from '../requests.ts';
import { CENTRE } from '../rules/summary.ts';
import { erased } from '../words.ts';
import { centreWindow, earlierView, type HandOverRow, handOverRow, itemAtWindow } from './view.ts';
import { handOverHeads, handOverStates, lookUpHeads } from './words.ts';

const API = '/api/v1/window';
const MOST_EARLIER = 12;
/** A list that is handed over with the papers is whole, up to here. */
const MOST_PAPERS = 1_000;
const person = z.strictObject({ idType: z.enum(ID_TYPES), idNumber: z.string().max(40) });
const signing = z.strictObject({
  items: z
    .array(z.strictObject({ matter: z.string().min(1).max(100) }))
    .min(1)
    .max(200),
  note: z.string().max(500).optional(),
});

/** At the window: what the same person filed before, and the hand-over of papers. */
export function windowRoutes(app: FastifyInstance, desk: LicensingDesk): void {
  const { pool, refusals } = desk;

  /** By POST: the number of a document stands in no address. Only for the centre's windows, and each time on record. */
  app.post(`${API}/person`, async (request, reply) => {
    const officer = await officerFor(desk, request, reply);
    if (!officer) return reply;
    const { actor, moment } = officer;
    const seat = centreWindow(actor, moment);
    if (!seat) return refusals.send(reply, [{ code: 'no-authority', who: windowSeats(moment) }], request.lang);
    const parsed = person.safeParse(request.body ?? {});
    if (!parsed.success)
      return refusals.send(reply, [{ code: 'invalid-input' }], request.lang, parsed.error.issues.map(issueOf(request.body)));
    const checked = checkId(parsed.data.idType, parsed.data.idNumber);
    if (!checked.ok)
      return refusals.send(reply, [{ code: 'invalid-input' }], request.lang, [{ path: 'idNumber', code: faultOf(checked.code) }]);
    const rows = await earlierOf(pool, parsed.data.idType, checked.number, MOST_EARLIER);
    await recordLookUp(pool, { at: moment.now, person: actor.person, seat: seat.id, idNumber: checked.number, found: rows.length });
    return reply.header('cache-control', 'no-store').send(earlierView(rows, moment));
  });

  /** Who looked for whose earlier data on a day: for those who supervise. About whom is a mark, the same for the same person. */
  app.get(`${API}/look-ups`, async (request, reply) => {
    const found = await lookedUp(desk, request, reply);
    return found ? { day: found.day, today: found.moment.today, lookUps: found.rows } : reply;
  });
  sheetRoutes(app, `${API}/look-ups`, async (request, reply) => {
    const found = await lookedUp(desk, request, reply);
    return found && { ...found, listing: lookUpList };
  });

  /** What this officer may do with an item at the window, before anything is filed: conclude it on the spot, or why not and who could. */
  app.get<{ Params: { id: string } }>(`${API}/items/:id`, async (request, reply) => {
    const officer = await officerFor(desk, request, reply);
    if (!officer) return reply;
    const view = itemAtWindow(request.params.id, officer.actor, officer.moment);
    if (!view) return refusals.send(reply, [{ code: 'not-found' }], request.lang);
    const reasons = view.reasons.map((r) => ({
      code: r.code,
      text: refusals.sentence(r, request.lang),
      basis: refusals.words(r.code).basis,
      ...(r.who && { who: r.who }),
    }));
    const { amountAsked, seats, charges, renewal } = view;
    return { amountAsked, onTheSpot: { allowed: reasons.length === 0, reasons }, seats, charges, ...(renewal && { renewal }) };
  });

  app.get(`${API}/hand-over`, async (request, reply) => {
    const found = await handOver(desk, request, reply);
    if (!found) return reply;
    const { rows, day, moment } = found;
    return { day, now: new Date(moment.now * 1000).toISOString(), rows, complete: rows.length < MOST_PAPERS };
  });

  sheetRoutes(app, `${API}/hand-over`, async (request, reply) => {
    const found = await handOver(desk, request, reply);
    return found && { ...found, listing: handOverList };
  });

  /** The receiving organ signs for many matters' papers; each is an act of its own. */
  app.post(`${API}/hand-over/sign`, async (request, reply) => {
    const officer = await officerFor(desk, request, reply);
    if (!officer) return reply;
    const parsed = signing.safeParse(request.body ?? {});
    if (!parsed.success)
      return refusals.send(reply, [{ code: 'invalid-input' }], request.lang, parsed.error.issues.map(issueOf(request.body)));
    const { items, note } = parsed.data;
    return { results: await actOnAll(desk, request, { action: 'sign-for-papers', items, input: note ? { note } : {} }) };
  });
}

const faultOf = (code: string): string => (code.endsWith('-check') ? 'check-digit' : code.endsWith('birth-date') ? 'birth-date' : 'shape');

const windowSeats = ({ directory, today }: EngineMoment): string[] =>
  directory
    .holders({ organ: CENTRE, role: 'window-clerk' }, today)
    .map(({ seat }) => seat.id)
    .slice(0, 6);

interface Found {
  readonly rows: readonly HandOverRow[];
  readonly day: LocalDate;
  readonly moment: EngineMoment;
}

/** `?day=`: who looked for earlier data, for those who supervise. */
async function lookedUp(desk: LicensingDesk, request: FastifyRequest, reply: FastifyReply) {
  const officer = await officerFor(desk, request, reply);
  if (!officer) return undefined;
  const { actor, moment } = officer;
  const supervises = actor.seats.some((seat) => seat.roles.some((role) => role === 'auditor' || role === 'efficiency-inspector'));
  if (!supervises) return void desk.refusals.send(reply, [{ code: 'no-authority' }], request.lang);
  const day = asked(request, 'day') ?? moment.today;
  if (!isLocalDate(day))
    return void desk.refusals.send(reply, [{ code: 'invalid-input' }], request.lang, [{ path: 'day', code: 'not-a-date' }]);
  const found = await lookUps(desk.pool, day);
  const names = await namesOf(
    desk.pool,
    found.map(({ person }) => person),
  );
  const rows = found.map((r) => ({
    ...r,
    at: new Date(r.at * 1000).toISOString(),
    personName: names.get(r.person) ?? { zh: r.person, en: r.person },
    seatName: moment.directory.seat(r.seat)?.name ?? { zh: r.seat, en: r.seat },
  }));
  return { day, moment, rows };
}

export type LookedUp = NonNullable<Awaited<ReturnType<typeof lookedUp>>>['rows'][number];

const lookUpList: Listing<LookedUp> = {
  name: lookUpHeads.name,
  columns: [
    { head: lookUpHeads.at, instant: (r) => r.at },
    { head: lookUpHeads.person, text: (r) => r.person },
    { head: lookUpHeads.who, text: (r, lang) => r.personName[lang] },
    { head: lookUpHeads.seat, text: (r, lang) => r.seatName[lang] },
    { head: lookUpHeads.about, text: (r) => r.about },
    { head: lookUpHeads.found, number: (r) => r.found },
  ],
};

/** `?day=&organ=&clerk=`: the windows see all organs' papers, an organ its own. */
async function handOver(desk: LicensingDesk, request: FastifyRequest, reply: FastifyReply): Promise<Found | undefined> {
  const officer = await officerFor(desk, request, reply);
  if (!officer) return undefined;
  const { actor, moment } = officer;
  const day = asked(request, 'day') ?? moment.today;
  if (!isLocalDate(day)) {
    desk.refusals.send(reply, [{ code: 'invalid-input' }], request.lang, [{ path: 'day', code: 'not-a-date' }]);
    return undefined;
  }
  const organ = asked(request, 'organ');
  const own = centreWindow(actor, moment) ? undefined : actor.seats.map((seat) => seat.organ);
  const organs = organ ? [organ].filter((one) => !own || own.includes(one)) : own;
  const records = await intakesOn(desk.pool, { day: day as LocalDate, organs, clerk: asked(request, 'clerk'), limit: MOST_PAPERS });
  const names = await namesOf(
    desk.pool,
    records.flatMap(({ clerk, signer }) => (signer ? [clerk, signer] : [clerk])),
  );
  return { rows: records.map((r) => handOverRow(r, moment, names)), day: day as LocalDate, moment };
}

const handOverList: Listing<HandOverRow> = {
  name: handOverHeads.name,
  columns: [
    { head: handOverHeads.organ, text: (r, lang) => r.organName[lang] },
    { head: handOverHeads.matter, text: (r) => r.matter },
    { head: handOverHeads.item, text: (r, lang) => r.itemName[lang] },
    { head: handOverHeads.applicant, text: (r, lang) => r.applicant ?? erased[lang] },
    { head: handOverHeads.papers, text: (r, lang) => r.papers.map(({ name }) => name[lang]).join('; ') },
    { head: handOverHeads.count, number: (r) => r.papers.length },
    { head: handOverHeads.originals, number: (r) => r.papers.filter(({ original }) => original).length },
    { head: handOverHeads.clerk, text: (r, lang) => `${r.clerkName[lang]} ${r.seatName[lang]}` },
    { head: handOverHeads.taken, instant: (r) => r.taken },
    { head: handOverHeads.state, text: (r, lang) => handOverStates[r.state][lang] },
    { head: handOverHeads.signer, text: (r, lang) => r.signerName?.[lang] },
    { head: handOverHeads.signed, instant: (r) => r.signed ?? undefined },
  ],
};
