import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import type { Engine, EngineMoment } from '../../kernel/matter/engine.ts';
import type { AnyKind } from '../../kernel/matter/types.ts';
import { unknownFields } from '../../platform/http/body.ts';
import { type Listed, type Listing, listingRoutes, WHOLE } from '../../platform/http/listing.ts';
import type { Refusals } from '../../platform/http/problem.ts';
import { once, queryFaults } from '../../platform/http/query-fields.ts';
import { leadersOf, personsOf } from './leaders.ts';
import { countOpen, type ListRow, linesAbout, linesOf, listsOf, namesOf, unreadOn, waitingFor, wantedLines } from './queries/lists.ts';
import { confirm } from './queries/records.ts';
import type { LadderRegister } from './register.ts';
import { below, ladderOf, lateBy } from './rules.ts';
import { type LineView, lineView, listView, standing } from './view.ts';
import { RUNGS, type Rung } from './vocabulary.ts';
import { heads, rungWords } from './words.ts';

const API = '/api/v1';

/** What the institution's faces need of the house. */
export interface UrgingDesk {
  readonly pool: Pool;
  readonly engine: Engine;
  readonly refusals: Refusals;
  readonly kinds: readonly AnyKind[];
  readonly register: LadderRegister;
  moment(): Promise<EngineMoment>;
}

/** One's own lists and their receipt; who was urged of a matter; what is open in the county. */
export function urgingRoutes(app: FastifyInstance, desk: UrgingDesk): void {
  const { pool, refusals } = desk;

  app.get(`${API}/urgings/mine`, async (request, reply) => {
    const me = await officer(desk, request, reply);
    if (!me) return reply;
    const { person, moment } = me;
    const lists = await listsOf(pool, person);
    const late = lateBy(moment.today, ladderOf(moment.law), moment.calendar);
    const unread = (
      await Promise.all(
        standing(person, { moment, register: desk.register }).map(({ rung, organs }) =>
          unreadOn(pool, { rungs: below(rung), organs, lateBy: late }),
        ),
      )
    ).flat();
    const others = unread.filter((one, i) => one.person !== person && unread.findIndex(({ id }) => id === one.id) === i);
    const entries = await linesOf(
      pool,
      lists.map(({ id }) => id),
    );
    const names = await namesOf(pool, [...entries.map((e) => e.person), ...others.map((l) => l.person)]);
    return {
      today: moment.today,
      waiting: await waitingFor(pool, person),
      lists: lists.map((l) => listView(l, entries, { moment, kinds: desk.kinds, names })),
      unread: others.map((l: ListRow) => ({
        id: l.id,
        day: l.day,
        person: l.person,
        personName: names.get(l.person) ?? { zh: l.person, en: l.person },
      })),
    };
  });

  /** One receipt for everything that lies unread: repeated it finds nothing more, and says so. */
  app.post(`${API}/urgings/receipt`, async (request, reply) => {
    const me = await officer(desk, request, reply);
    if (!me) return reply;
    const { person, moment } = me;
    const surplus = unknownFields(request.body, []);
    if (surplus.length > 0) return refusals.send(reply, [{ code: 'invalid-input' }], request.lang, surplus);
    const key = request.headers['idempotency-key'];
    const read = await confirm(
      pool,
      person,
      moment.today,
      moment.now,
      typeof key === 'string' && key !== '' ? `receipt ${key}`.slice(0, 300) : undefined,
    );
    if (read === 0) return refusals.send(reply, [{ code: 'no-list-to-read' }], request.lang);
    return { read };
  });

  app.get<{ Params: { number: string } }>(`${API}/matters/:number/urgings`, async (request, reply) => {
    const me = await officer(desk, request, reply);
    if (!me) return reply;
    const rows = await linesAbout(pool, request.params.number.slice(0, 100).replaceAll('\u0000', ''));
    const names = await namesOf(
      pool,
      rows.map(({ person }) => person),
    );
    return { urgings: rows.map((e) => lineView(e, { moment: me.moment, kinds: desk.kinds, names })) };
  });

  /** Open urgings by organ and rung; each number is a list. */
  app.get(`${API}/urgings/open`, async (request, reply) => {
    const me = await overseer(desk, request, reply);
    if (!me) return reply;
    const { moment, organs, late } = me;
    const counts = await countOpen(pool, organs, late);
    const byOrgan = [...new Set(counts.map(({ organ }) => organ))].map((organ) => {
      const own = counts.filter((one) => one.organ === organ);
      const all = own.find(({ rung }) => rung === null);
      return {
        organ,
        name: moment.directory.organ(organ)?.name ?? { zh: organ, en: organ },
        rungs: Object.fromEntries(RUNGS.map((rung) => [rung, own.find((one) => one.rung === rung)?.open ?? 0])),
        open: all?.open ?? 0,
        unread: all?.unread ?? 0,
      };
    });
    byOrgan.sort((a, b) => b.unread - a.unread || b.open - a.open || (a.organ < b.organ ? -1 : 1));
    return { today: moment.today, rungs: RUNGS.map((rung) => ({ rung, name: rungWords[rung] })), organs: byOrgan };
  });

  /** Who leads what, who is away and who stands in: whoever oversees a rung may look. */
  app.get(`${API}/urgings/leaders`, async (request, reply) => {
    const me = await overseer(desk, request, reply);
    if (!me) return reply;
    const seen = { register: desk.register, directory: me.moment.directory, today: me.moment.today, organs: me.organs };
    const names = await namesOf(pool, personsOf(seen));
    return leadersOf({ ...seen, nameOf: (person) => names.get(person) ?? { zh: person, en: person } });
  });

  listingRoutes(app, `${API}/urgings`, (request, reply, whole) => findWanted(desk, request, reply, whole));
}

interface Officer {
  readonly person: string;
  readonly moment: EngineMoment;
}

/** An officer of today; anybody else is answered. */
async function officer(
  desk: UrgingDesk,
  request: FastifyRequest,
  reply: FastifyReply,
  fields: readonly string[] = [],
): Promise<Officer | undefined> {
  const { person } = request.caller;
  const moment = person ? await desk.moment() : undefined;
  if (person && moment && moment.directory.actor(person, moment.today).kind === 'officer') {
    const faults = queryFaults(request, once(...fields));
    if (faults.length === 0) return { person, moment };
    desk.refusals.send(reply, faults, request.lang);
    return undefined;
  }
  desk.refusals.send(reply, [{ code: moment ? 'no-authority' : 'sign-in-needed' }], request.lang);
  return undefined;
}

/** Who stands on a rung above the handler sees what is open below: of his organs, or of the county. */
async function overseer(desk: UrgingDesk, request: FastifyRequest, reply: FastifyReply, fields: readonly string[] = []) {
  const me = await officer(desk, request, reply, fields);
  if (!me) return undefined;
  const stands = standing(me.person, { moment: me.moment, register: desk.register });
  if (stands.length === 0) {
    desk.refusals.send(reply, [{ code: 'no-authority' }], request.lang);
    return undefined;
  }
  const organs = stands.some((one) => !one.organs) ? undefined : [...new Set(stands.flatMap((one) => one.organs ?? []))];
  return { ...me, organs, late: lateBy(me.moment.today, ladderOf(me.moment.law), me.moment.calendar) };
}

const FIELDS = ['organ', 'rung', 'person', 'state', 'after'] as const;
const STATES = ['open', 'unread', 'all'] as const;

async function findWanted(
  desk: UrgingDesk,
  request: FastifyRequest,
  reply: FastifyReply,
  whole: boolean,
): Promise<Listed<LineView> | undefined> {
  const me = await overseer(desk, request, reply, FIELDS);
  if (!me) return undefined;
  const { moment, organs, late } = me;
  const no = (path: string, options: readonly string[]) =>
    void desk.refusals.send(reply, [{ code: 'invalid-input' }], request.lang, [{ path, code: 'not-an-option', options }]);
  const state = STATES.find((one) => one === (asked(request, 'state') ?? 'open'));
  if (!state) return no('state', STATES);
  const rung = asked(request, 'rung');
  if (rung !== undefined && !(RUNGS as readonly string[]).includes(rung)) return no('rung', RUNGS);
  const limit = whole ? WHOLE : 50;
  const after = asked(request, 'after');
  const ask = {
    organs,
    organ: asked(request, 'organ'),
    rung: rung as Rung | undefined,
    person: asked(request, 'person'),
    state,
    lateBy: late,
  };
  const { rows, total } = await wantedLines(desk.pool, ask, { after, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const names = await namesOf(
    desk.pool,
    page.map(({ person }) => person),
  );
  return {
    listing,
    rows: page.map((e) => lineView(e, { moment, kinds: desk.kinds, names })),
    total,
    day: moment.today,
    ...(rows.length > limit && { next: page.at(-1)!.key }),
  };
}

const asked = (request: FastifyRequest, name: string): string | undefined => {
  const value = (request.query as Record<string, unknown>)[name];
  return typeof value === 'string' && value !== '' ? value.slice(0, 200).replaceAll('\u0000', '') : undefined;
};

const listing: Listing<LineView> = {
  name: heads.name,
  href: ({ matter }) => `/workbench/matters/${encodeURIComponent(matter)}`,
  columns: [
    { head: heads.matter, text: (e) => e.matter },
    { head: heads.item, text: (e, lang) => e.itemName[lang] },
    { head: heads.organ, text: (e, lang) => e.organName[lang] },
    { head: heads.clock, text: (e, lang) => e.clockName[lang] },
    { head: heads.tier, text: (e, lang) => e.tierName[lang] },
    { head: heads.due, day: (e) => e.due },
    { head: heads.rung, text: (e, lang) => e.rungName[lang] },
    { head: heads.person, text: (e, lang) => (e.personName ?? heads.nobody)[lang] },
    { head: heads.instead, text: (e, lang) => e.note?.[lang] },
    { head: heads.arrived, instant: (e) => e.arrived ?? undefined },
    { head: heads.read, instant: (e) => e.read ?? undefined },
    { head: heads.state, text: (e, lang) => heads[e.settled ? 'settled' : 'open'][lang] },
  ],
};
