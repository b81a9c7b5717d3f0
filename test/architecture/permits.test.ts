import { resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { describe, expect, it } from 'vitest';
import { readModelOrganisation } from '../../src/county-files.ts';
import { CountyMetrics } from '../../src/county-metrics.ts';
import { readCatalogueFolder } from '../../src/institutions/catalogue/commands.ts';
import { applicable, buildCatalogue } from '../../src/institutions/catalogue/index.ts';
import { institutions } from '../../src/institutions.ts';
import { buildCalendar, localDate } from '../../src/kernel/clock/index.ts';
import type { AnyKind, Context } from '../../src/kernel/matter/types.ts';
import { buildDirectory } from '../../src/kernel/organisation/index.ts';
import type { House } from '../../src/open-house.ts';
import { Refusals } from '../../src/platform/http/problem.ts';
import { readCalendarYears, readLaw } from '../../src/platform/law.ts';
import { routesOf } from '../support/routes.ts';
import { lines } from './rule.ts';
import { root } from './source.ts';

const refusals = new Refusals(institutions.map((one) => one.refusals));

describe('every action says who may', () => {
  const today = localDate('2026-02-13');
  const catalogue = buildCatalogue(readCatalogueFolder(resolve(root, 'county/model/catalogue'), today).parts);
  const stranger = { kind: 'stranger', person: 'stranger', seats: [] } as const;
  const context: Context<unknown> = {
    now: Date.parse('2026-02-13T10:00:00+08:00') / 1000,
    today,
    calendar: buildCalendar('2026.1', readCalendarYears(root)),
    law: readLaw(root),
    directory: buildDirectory(readModelOrganisation().register),
    actor: stranger,
    world: { catalogue, answers: new Map([['meetings.executive', { organ: 'GOV' }]]) },
    number: '2026-X-000001',
  };
  const live = catalogue.items(today).filter((item) => applicable(item, { id: item.id, channel: 'online', on: today }).length === 0);
  const items = [live.find((item) => item.handling !== 'on-the-spot'), live.find((item) => item.handling === 'on-the-spot')];

  /** What somebody sends to open a matter of each kind, in a few ways. A new kind adds its own. */
  const openings: Readonly<Record<string, readonly unknown[]>> = {
    licensing: items.map((item) => ({
      item: item?.id,
      applicant: { kind: 'person', name: 'Example', idType: 'resident-id', idNumber: '110101199003070003' },
      person: 'c-1',
      code: 'CODE',
    })),
    visit: [{ queue: 'filing', ticket: 1 }],
    duty: [{ term: 'meetings.executive', from: today }],
    till: [{ day: today, float: 0, counted: 0, records: { cash: 0, card: 0, transfer: 0, mobile: 0 } }],
  };
  const kinds = institutions.flatMap(({ kind }) => (kind ? [kind] : []));

  /** A matter's state after some actions, without asking who may. */
  function stateAfter(kind: AnyKind, input: unknown, ...actions: readonly string[]): unknown {
    let state: unknown;
    let seq = 0;
    const take = (decision: ReturnType<AnyKind['opening']['decide']>) => {
      if (!decision.ok) throw new Error(JSON.stringify(decision.refusals));
      for (const fact of decision.facts) {
        seq += 1;
        state = kind.evolve(state, fact, { number: context.number, seq, at: context.now, on: today, actor: 'o-1', capacity: 'self' });
      }
    };
    take(kind.opening.decide(undefined, kind.opening.input.parse(input), context));
    for (const name of actions) take(kind.actions[name]!.decide(state, {} as never, context));
    return state;
  }

  /** Received and accepted, of each opening: in each a stranger is refused, and somewhere for want of authority. */
  const statesOf = (kind: AnyKind) =>
    openings[kind.name]!.flatMap((input) => [
      stateAfter(kind, input),
      ...('accept' in kind.actions ? [stateAfter(kind, input, 'accept')] : []),
    ]);
  const forAnybody = (kind: AnyKind) =>
    Object.entries(kind.actions)
      .filter(([, action]) => {
        const answers = statesOf(kind).map((state) => action.permit(state, context).map(({ code }) => refusals.words(code).status));
        return answers.some((statuses) => statuses.length === 0) || !answers.flat().some((status) => [401, 403, 404].includes(status));
      })
      .map(([name]) => `${kind.name}: ${name}`);

  it('a stranger may do nothing to a matter, freshly received or accepted', () => {
    expect(items.every((item) => item !== undefined)).toBe(true);
    expect(kinds.flatMap((kind) => Object.keys(kind.actions)).length).toBeGreaterThanOrEqual(25);
    expect(kinds.flatMap(forAnybody)).toEqual([]);
  });

  it('and every action has a basis and a name in both languages', () => {
    const actions = kinds.flatMap((kind) =>
      [...Object.entries(kind.actions), ['opening', kind.opening] as const].map(([name, one]) => ({ name: `${kind.name}: ${name}`, one })),
    );
    expect(actions.filter(({ one }) => !one.basis || !one.label.zh || !one.label.en).map(({ name }) => name)).toEqual([]);
  });

  it('an action without permit, planted, is found', () => {
    const kind = kinds[0]!;
    const open = { ...kind, actions: { ...kind.actions, accept: { ...kind.actions.accept!, permit: () => [] } } };
    expect(forAnybody(open)).toEqual([`${kind.name}: accept`]);
  });
});

describe('every route asks who is there', () => {
  /** A house in which nothing works: whoever is let in finds it out of order, who is not is told so first. */
  const closed = async () => {
    throw new Error('nobody should come this far without a permit');
  };
  const house = {
    row: { code: 'model', name: { zh: '县', en: 'County' }, model: true, offset: 0, edition: 1, secret: Buffer.alloc(32) },
    refusals,
    config: {},
    metrics: new CountyMetrics(),
    pool: { query: closed, connect: closed },
    engine: { perform: closed, openTogether: closed, moment: closed },
    moment: closed,
    migrations: closed,
  } as unknown as House;

  async function openRoutes(app: FastifyInstance, routes: readonly string[]): Promise<string[]> {
    const open: string[] = [];
    for (const route of routes) {
      const [method, url] = route.split(' ') as ['GET' | 'POST', string];
      const { statusCode } = await app.inject({ method, url: url.replace(/:\w+|\*/g, 'x'), ...(method !== 'GET' && { payload: {} }) });
      if (statusCode !== 401 && statusCode !== 403) open.push(route);
    }
    return open;
  }

  it('those open to a stranger are listed in open-routes.txt, each with its reason', async () => {
    const { serve } = await import('../../src/main.ts');
    const { app, routes } = await routesOf(() => serve(house));
    expect(routes.length).toBeGreaterThanOrEqual(10);
    const listed = lines('test/architecture/open-routes.txt').map((line) => line.split(/\s{2,}/));
    expect(listed.filter(([, reason]) => !reason).map(([route]) => route)).toEqual([]);
    expect(await openRoutes(app, routes)).toEqual(listed.map(([route]) => route).sort());
    await app.close();
  });

  it('a route without permit, planted, is found', async () => {
    const { default: Fastify } = await import('fastify');
    const { app, routes } = await routesOf(async () => {
      const planted = Fastify();
      planted.get('/secrets/:id', async () => 'all of them');
      planted.post('/closed', async (_request, reply) => reply.code(401).send());
      return planted;
    });
    expect(await openRoutes(app, routes)).toEqual(['GET /secrets/:id']);
    await app.close();
  });
});
