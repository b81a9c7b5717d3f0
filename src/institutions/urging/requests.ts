import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { isLocalDate } from '../../kernel/clock/index.ts';
import { reasonFor } from '../../kernel/decision.ts';
import type { Engine, EngineMoment } from '../../kernel/matter/engine.ts';
import type { AnyKind } from '../../kernel/matter/types.ts';
import { type Listed, WHOLE } from '../../platform/http/listing.ts';
import type { Refusals } from '../../platform/http/problem.ts';
import { once, queryFaults } from '../../platform/http/query-fields.ts';
import { rowsAsked } from '../../platform/http/rows-asked.ts';
import { leadersOf, personsOf } from './leaders.ts';
import {
  countOpen,
  hasList,
  type LineRow,
  linesAbout,
  linesOf,
  listsBefore,
  listsOf,
  namesOf,
  type OwnLists,
  wantedLines,
} from './queries/lists.ts';
import type { LadderRegister } from './register.ts';
import { ladderOf, lateBy } from './rules.ts';
import { listing } from './sheets/requests.ts';
import { type LineView, lineView, standing } from './view.ts';
import { RUNGS, type Rung } from './vocabulary.ts';
import { codeWords, refusalWords } from './words.ts';

const because = reasonFor(refusalWords);

/** What the institution's faces need of the house. */
export interface UrgingDesk {
  readonly pool: Pool;
  readonly engine: Engine;
  readonly refusals: Refusals;
  readonly kinds: readonly AnyKind[];
  readonly register: LadderRegister;
  moment(): Promise<EngineMoment>;
}

export interface Officer {
  readonly person: string;
  readonly moment: EngineMoment;
}

/** An officer of today; anybody else is answered. */
export async function officer(
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
export async function overseer(desk: UrgingDesk, request: FastifyRequest, reply: FastifyReply, fields: readonly string[] = []) {
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

/** What is asked for by a code that nobody has: a list of nothing would look like an answer. */
function unknownCode(path: 'organ' | 'person', code: string) {
  const { zh, en } = codeWords[path];
  return because('urging-code-unknown', { path, params: { what: zh, what_en: en, code: code.slice(0, 40) } });
}

/** Lines as a person reads them. */
export async function linesShown({ pool, kinds }: UrgingDesk, moment: EngineMoment, lines: readonly LineRow[]): Promise<LineView[]> {
  const names = await namesOf(
    pool,
    lines.map(({ person }) => person),
  );
  return lines.map((e) => lineView(e, { moment, kinds, names }));
}

/** Everything on somebody's own lists: those not read, and those of the newest day that he has read. */
export async function ownLines(desk: UrgingDesk, { person, moment }: Officer): Promise<LineView[]> {
  const { lists } = await listsOf(desk.pool, person, WHOLE);
  return linesShown(
    desk,
    moment,
    await linesOf(
      desk.pool,
      lists.map(({ id }) => id),
    ),
  );
}

/** So many lists that have been there before are told at once. */
const EARLIER = { usual: 20, most: 50 };

/** The lists that are told: the newest, or those before one of them (`after`, `limit`); undefined where that was answered. */
export async function listsAsked(
  desk: UrgingDesk,
  request: FastifyRequest,
  reply: FastifyReply,
  person: string,
): Promise<OwnLists | undefined> {
  const limit = rowsAsked(desk.refusals, request, reply, EARLIER);
  if (limit === undefined) return undefined;
  const after = asked(request, 'after');
  if (after === undefined) return listsOf(desk.pool, person);
  if (await hasList(desk.pool, person, after)) return listsBefore(desk.pool, person, after, limit);
  return void desk.refusals.send(reply, [{ code: 'invalid-input' }], request.lang, [{ path: 'after', code: 'not-an-option' }]);
}

/** Who was urged of the matter in the address. */
export async function linesOfMatter(desk: UrgingDesk, request: FastifyRequest, { moment }: Officer): Promise<LineView[]> {
  const { number } = request.params as { number: string };
  return linesShown(desk, moment, await linesAbout(desk.pool, number.slice(0, 100).replaceAll('\u0000', '')));
}

type Overseer = NonNullable<Awaited<ReturnType<typeof overseer>>>;

/** Open urgings by organ and rung: the most unread first. */
export async function openByOrgan({ pool }: UrgingDesk, { moment, organs, late }: Overseer) {
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
  return byOrgan.sort((a, b) => b.unread - a.unread || b.open - a.open || (a.organ < b.organ ? -1 : 1));
}
export type OpenOf = Awaited<ReturnType<typeof openByOrgan>>[number];

/** Who leads what, who is away and who stands in, as far as the asker oversees. */
export async function leadersSeen({ pool, register }: UrgingDesk, { moment, organs }: Overseer) {
  const seen = { register, directory: moment.directory, today: moment.today, organs };
  const names = await namesOf(pool, personsOf(seen));
  return leadersOf({ ...seen, nameOf: (person) => names.get(person) ?? { zh: person, en: person } });
}

const FIELDS = ['organ', 'rung', 'person', 'state'] as const;
/** And of what is told page by page; a file is whole. */
export const PAGES = ['after', 'limit'] as const;
const STATES = ['open', 'unread', 'all'] as const;

export async function findWanted(
  desk: UrgingDesk,
  request: FastifyRequest,
  reply: FastifyReply,
  whole: boolean,
): Promise<Listed<LineView> | undefined> {
  const me = await overseer(desk, request, reply, [...FIELDS, ...(whole ? [] : PAGES)]);
  if (!me) return undefined;
  const { moment, organs, late } = me;
  const no = (path: string, options?: readonly string[]) =>
    void desk.refusals.send(reply, [{ code: 'invalid-input' }], request.lang, [{ path, code: 'not-an-option', options }]);
  const state = STATES.find((one) => one === (asked(request, 'state') ?? 'open'));
  if (!state) return no('state', STATES);
  const rung = asked(request, 'rung');
  if (rung !== undefined && !(RUNGS as readonly string[]).includes(rung)) return no('rung', RUNGS);
  const [organ, person] = [asked(request, 'organ'), asked(request, 'person')];
  const unknown = [
    ...(organ === undefined || moment.directory.organ(organ) ? [] : [unknownCode('organ', organ)]),
    ...(person === undefined || moment.directory.career(person).length > 0 ? [] : [unknownCode('person', person)]),
  ];
  if (unknown.length > 0) return void desk.refusals.send(reply, unknown, request.lang);
  const limit = whole ? WHOLE : rowsAsked(desk.refusals, request, reply);
  if (limit === undefined) return undefined;
  const after = asked(request, 'after');
  if (after !== undefined && !isLocalDate(after.split(' ')[0])) return no('after');
  const ask = {
    organs,
    organ,
    rung: rung as Rung | undefined,
    person,
    state,
    lateBy: late,
  };
  const { rows, total } = await wantedLines(desk.pool, ask, { after, limit: limit + 1 });
  const page = rows.slice(0, limit);
  return {
    listing,
    rows: await linesShown(desk, moment, page),
    total,
    day: moment.today,
    ...(rows.length > limit && { next: page.at(-1)!.key }),
  };
}

const asked = (request: FastifyRequest, name: string): string | undefined => {
  const value = (request.query as Record<string, unknown>)[name];
  return typeof value === 'string' && value !== '' ? value.slice(0, 200).replaceAll('\u0000', '') : undefined;
};
