import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isLocalDate, year } from '../../../kernel/clock/index.ts';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { Refusal } from '../../../kernel/decision.ts';
import type { EngineMoment } from '../../../kernel/matter/engine.ts';
import { lightWords } from '../../../kernel/matter/words.ts';
import type { Actor } from '../../../kernel/organisation/types.ts';
import type { FieldIssue } from '../../../platform/http/problem.ts';
import { type Column, SHEETS, sendSheet } from '../../../platform/http/sheets.ts';
import { asked } from '../asking.ts';
import { officerFor } from '../desk/requests.ts';
import { soonUntil } from '../desk/rules.ts';
import { organName, worldOf } from '../desk/view.ts';
import { RANKS } from '../queries/desk.ts';
import { organWork, signedOn } from '../queries/head.ts';
import { namesOf } from '../queries.ts';
import type { LicensingDesk } from '../requests.ts';
import { changeOfAuthority } from './requests.ts';
import { mayAuthorise, onlyFor, representativeSeats, type Scope, scopeOf } from './rules.ts';
import { peopleNamed, type RepresentativeView, representatives, type SignedView, signedView, type WorkView, workView } from './view.ts';
import { authorityStateWords, headLists, headHeads as heads, headWords } from './words.ts';

const API = '/api/v1';

/** The head's page: what went out in her name, what presses, what only she can do, who may act for her. */
export function headRoutes(app: FastifyInstance, desk: LicensingDesk): void {
  const { refusals } = desk;

  app.get(`${API}/head`, async (request, reply) => {
    const found = await headFor(desk, request, reply);
    return found ? headView(desk, found) : reply;
  });

  for (const kind of SHEETS)
    app.get<{ Params: { list: string } }>(`${API}/head/:list.${kind}`, async (request, reply) => {
      const found = await headFor(desk, request, reply);
      if (!found) return reply;
      const { list } = request.params;
      if (!Object.hasOwn(headLists, list)) return refusals.send(reply, [{ code: 'not-found' }], request.lang);
      const view = await headView(desk, found);
      const about = { day: found.day, lang: request.lang, name: headLists[list as keyof typeof headLists] };
      if (list === 'acts') return sendSheet(reply, kind, { ...about, columns: actsColumns, rows: view.acts });
      if (list === 'representatives')
        return sendSheet(reply, kind, { ...about, columns: representativesColumns, rows: view.representatives });
      return sendSheet(reply, kind, { ...about, columns: workColumns, rows: list === 'pressing' ? view.pressing : view.onlyMe });
    });

  for (const [path, what] of [['authorisations', 'authorise'] as const, ['withdrawals', 'withdraw'] as const])
    app.post(`${API}/head/${path}`, async (request, reply) => {
      if (!request.caller.person) return refusals.send(reply, [{ code: 'sign-in-needed' }], request.lang);
      const changed = await changeOfAuthority(desk, request, what);
      if (!changed.ok) return refusals.send(reply, changed.refusals, request.lang, changed.issues);
      if (changed.replayed) reply.header('idempotent-replay', 'true');
      return reply.code(201).send(changed.reply);
    });
}

interface Found {
  readonly scope: Scope;
  readonly actor: Actor;
  readonly moment: EngineMoment;
  readonly day: LocalDate;
}

async function headFor(desk: LicensingDesk, request: FastifyRequest, reply: FastifyReply): Promise<Found | undefined> {
  const officer = await officerFor(desk, request, reply);
  if (!officer) return undefined;
  const { actor, moment } = officer;
  const scope = scopeOf(actor, moment.directory, moment.today);
  const no = (refused: readonly Refusal[], issues: readonly FieldIssue[] = []) =>
    void desk.refusals.send(reply, refused, request.lang, issues);
  if ('code' in scope) return no([scope]);
  const day = asked(request, 'day') ?? moment.today;
  if (!isLocalDate(day)) return no([{ code: 'invalid-input' }], [{ path: 'day', code: 'not-a-date' }]);
  return { scope, actor, moment, day };
}

async function headView({ pool }: LicensingDesk, { scope, actor, moment, day }: Found) {
  const { directory, today } = moment;
  const { organs } = scope;
  const own = scope.kind === 'own';
  const official = moment.calendar.years.flatMap((one) => (one.status === 'official' ? [one.year] : []));
  const ever = organs.flatMap((organ) => directory.allSeats(organ));
  const [signed, work] = await Promise.all([
    signedOn(pool, { day, organs, seats: ever, person: own ? actor.person : undefined }),
    organWork(pool, { organs, today, soonBy: soonUntil(moment), official }),
  ]);
  const chairs = directory.seats(today).filter((seat) => organs.includes(seat.organ));
  const people = [...new Set(chairs.flatMap((seat) => directory.holdersOf(seat.id, today)))].filter((person) => person !== actor.person);
  const names = await namesOf(pool, [...signed.map((r) => r.actor), ...peopleNamed(moment, organs), ...people]);
  const mine = (w: (typeof work)[number]) =>
    actor.seats.some(
      (seat) => seat.organ === w.organ && seat.roles.some((role) => w.roles.includes(role)) && (!seat.only || seat.only.includes(w.item)),
    );
  const seen = own ? work.filter(mine) : work;
  const no = organs.flatMap((organ) => mayAuthorise(actor, organ, directory, today));
  return {
    day,
    // What one looks at on a Monday morning; nobody counts back from before the calendar begins.
    ...(year(day) >= (moment.calendar.years[0]?.year ?? 9999) && { before: moment.calendar.nth(day, -1) }),
    today,
    scope: scope.kind,
    organs: organs.map((organ) => ({
      organ,
      name: organName(moment, organ),
      hasSeat: representativeSeats(directory, organ, today).length > 0,
    })),
    mayAuthorise: no.length === 0,
    who: [...new Set(no.flatMap((refusal) => refusal.who ?? []))].map((seat) => directory.seat(seat)?.name),
    acts: signed.filter((r) => !r.superior).map((r) => signedView(r, moment, names, actor.person)),
    // In the order of the desk: late first, then what can still be saved.
    pressing: RANKS.filter((light) => light !== 'in-time' && light !== 'paused')
      .flatMap((light) => seen.filter((w) => w.light === light))
      .map((w) => workView(w, moment)),
    onlyMe: work.filter((w) => mine(w) && onlyFor(actor.person, w, moment)).map((w) => workView(w, moment)),
    representatives: representatives(moment, organs, names, own ? actor.person : undefined),
    people: own ? [] : people.map((person) => personView(person, names, moment, organs)),
    items: own ? [] : itemsOf(moment, organs),
  };
}

function personView(
  person: string,
  names: Awaited<ReturnType<typeof namesOf>>,
  { directory, today }: EngineMoment,
  organs: readonly string[],
) {
  const seats = directory.seatsOf(person, today).filter((seat) => organs.includes(seat.organ));
  return { person, name: names.get(person) ?? { zh: person, en: person }, organ: seats[0]?.organ, seats: seats.map(({ name }) => name) };
}

/** What authority can be given for; whether it lets decide, or only accept and deliver, says the table. */
function itemsOf(moment: EngineMoment, organs: readonly string[]) {
  const { catalogue } = worldOf(moment);
  return catalogue
    .items(moment.today)
    .filter((item) => organs.includes(item.lead))
    .map((item) => ({
      id: item.id,
      organ: item.lead,
      name: item.name,
      decides: catalogue.authority(item, 'decide', { on: moment.today })?.roles.includes('chief-representative') ?? false,
    }));
}

/** The lists of the page as they are taken away. */
const actsColumns: readonly Column<SignedView>[] = [
  { head: heads.at, instant: (row) => row.at },
  { head: heads.matter, text: (row) => row.matter },
  { head: heads.item, text: (row, lang) => row.itemName[lang] },
  { head: heads.act, text: (row, lang) => row.what[lang] },
  { head: heads.person, text: (row, lang) => (row.person ?? headWords['by-law'])[lang] },
  { head: heads.seat, text: (row, lang) => row.seat?.[lang] },
  { head: heads.rule, text: (row, lang) => [row.rule?.[lang], row.paper].filter(Boolean).join('; ') },
];

const workColumns: readonly Column<WorkView>[] = [
  { head: heads.matter, text: (row) => row.matter },
  { head: heads.item, text: (row, lang) => row.itemName[lang] },
  { head: heads.step, text: (row, lang) => row.stepName[lang] },
  { head: heads.organ, text: (row, lang) => row.organName[lang] },
  { head: heads.light, text: (row, lang) => lightWords[row.light][lang] },
  { head: heads.due, day: (row) => row.due },
  { head: heads.seen, day: (row) => row.seen },
];

const representativesColumns: readonly Column<RepresentativeView>[] = [
  { head: heads.person, text: (row, lang) => row.name[lang] },
  { head: heads.from, day: (row) => row.from },
  { head: heads.to, day: (row) => row.to },
  { head: heads.items, text: (row, lang) => row.items?.map((item) => item.name[lang]).join('; ') ?? headWords['all-items'][lang] },
  { head: heads.basis, text: (row, lang) => row.basis ?? headWords['by-appointment'][lang] },
  { head: heads.by, text: (row, lang) => row.by?.[lang] },
  { head: heads.state, text: (row, lang) => authorityStateWords[row.state][lang] },
  { head: heads.withdrawn, day: (row) => row.withdrawn?.on },
  { head: heads.reason, text: (row) => row.withdrawn?.reason },
];
