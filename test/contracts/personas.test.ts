import diagnostics from 'node:diagnostics_channel';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { concerns, isFor, type Screen, type SeatView } from '../../src/workbench/screens.ts';
import { call } from '../support/call.ts';
import type { TestHouse } from '../support/house.ts';
import { tellAll } from '../support/story.ts';
import { ACTS, type Ask, addressOf, CHANGES, NEEDED, SCREENS, type Who } from './personas-table.ts';

const routes = new Set<string>();
const watch = (message: unknown) =>
  (message as { fastify: FastifyInstance }).fastify.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) routes.add(`${each} ${url}`);
  });
diagnostics.subscribe('fastify.initialization', watch);
const { openTestHouse } = await import('../support/house.ts');
const h: TestHouse = await openTestHouse();
diagnostics.unsubscribe('fastify.initialization', watch);

const api = '/api/v1';
const personas = h.house.model.personas;
const officers = personas.filter(({ person }) => person.startsWith('o-')).map(({ name }) => name);
const applicants = personas.filter(({ person }) => person.startsWith('c-')).map(({ name }) => name);
const seatsOf = (name: string) => {
  const { person } = personas.find((p) => p.name === name)!;
  const held = h.house.model.register.appointments.filter((a) => a.person === person && !a.to).map(({ seat }) => seat);
  return h.house.model.register.seats.filter(({ id }) => held.includes(id));
};
let told: Awaited<ReturnType<typeof tellAll>>;
beforeAll(async () => {
  told = await tellAll(h.house);
  await setClock(h.house, Date.parse('2026-02-27T14:00+08:00'));
});

/** The screens that the workbench really lists, from its own composition root. */
async function listedScreens(): Promise<Screen[]> {
  const main = resolve(import.meta.dirname, '../../src/workbench/main.tsx');
  const text = readFileSync(main, 'utf8');
  const lists = /const screens = \[([^\]]+)\]/
    .exec(text)![1]!
    .split(',')
    .map((name) => name.trim().replace(/^\.\.\./, ''));
  const found = lists.filter(Boolean).map(async (name) => {
    const from = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '([^']+)'`).exec(text)![1]!;
    return (await import(resolve(dirname(main), from)))[name] as Screen[];
  });
  return (await Promise.all(found)).flat();
}

const OVERSEERS = ['EFF', 'AUD', 'GOV', 'COUNTY', 'CDI', 'ASB'];
const may = (who: Who, name: string): boolean => {
  if (!officers.includes(name)) return false;
  if (who === 'officers') return true;
  const seats = seatsOf(name);
  if (who === 'lead') return seats.some(({ organ }) => organ === 'UMB');
  if (who === 'overseers') return seats.some(({ organ }) => OVERSEERS.includes(organ));
  if (who === 'involved') return seats.some(({ organ }) => ['UMB', 'HUC', 'PSB', ...OVERSEERS].includes(organ));
  return seats.some(({ roles }) => roles.some((role) => who.roles.includes(role)));
};
const about = (ask: Ask) => addressOf(ask.get, told.sign.number);
const files = (ask: Ask) =>
  Object.values(ask.lists ?? {}).flatMap((get) => ['.csv', '.xlsx'].map((kind) => addressOf(get, told.sign.number, kind)));

describe('persona × screen', () => {
  it('the people that must be there to be tried are there', async () => {
    expect(personas.map(({ name }) => name)).toEqual(expect.arrayContaining(NEEDED));
    for (const name of NEEDED.filter((one) => officers.includes(one))) expect(seatsOf(name).length, name).toBeGreaterThan(0);
  });

  it('every screen of the workbench has a row, and every row is a screen', async () => {
    expect((await listedScreens()).map(({ path }) => path).sort()).toEqual(Object.keys(SCREENS).sort());
  });

  it('what a screen asks is answered to whom the table says, by file too; others are refused with a code', async () => {
    let asked = 0;
    for (const [path, asks] of Object.entries(SCREENS))
      for (const ask of asks)
        for (const name of [undefined, ...officers, ...applicants])
          for (const address of [about(ask), ...files(ask)]) {
            // A file is made with more work: enough of those who may not, and two of those who may.
            if (address !== about(ask) && name && may(ask.who, name) && !['clerk', 'auditor'].includes(name)) continue;
            const { status, body } = await call(h, address, undefined, { as: name });
            const row = `${name ?? 'a stranger'} × ${path} × ${address}`;
            asked++;
            if (name && may(ask.who, name)) expect(status, row).toBe(200);
            else if (name === undefined) expect([status, body.code], row).toEqual([401, 'sign-in-needed']);
            else
              expect([status, body.code], row).toEqual([
                expect.any(Number),
                expect.stringMatching(/^(no-authority|matter-not-found|not-a-head|not-the-cashier|till-not-yours-to-see|window-only)$/),
              ]);
          }
    expect(asked).toBeGreaterThan(400);
  });

  it('nobody’s navigation leads to a screen whose first question is refused', async () => {
    for (const screen of await listedScreens()) {
      const { path, nav } = screen;
      if (!nav) continue;
      const shown = officers.filter((name) => concerns(screen, seatsOf(name) as unknown as readonly SeatView[]));
      expect(shown.length, path).toBeGreaterThan(0);
      for (const name of shown) {
        const { status } = await call(h, about(SCREENS[path]![0]!), undefined, { as: name });
        expect([name, path, status]).toEqual([name, path, 200]);
      }
    }
  });

  it('who is told by the workbench that a screen is not for her is refused by the server too, and nobody else is', async () => {
    let kept = 0;
    for (const { path, kept: to } of await listedScreens()) {
      if (!to) continue;
      kept++;
      for (const name of officers) {
        const { status } = await call(h, about(SCREENS[path]![0]!), undefined, { as: name });
        expect([name, path, status]).toEqual([name, path, isFor(to, seatsOf(name) as unknown as readonly SeatView[]) ? 200 : 403]);
      }
    }
    expect(kept).toBeGreaterThan(8);
  });

  it('every route that changes something has a row, and says who it is for', async () => {
    const changing = [...routes]
      .filter((route) => /^(POST|PUT|PATCH|DELETE) \/api\/v1\//.test(route))
      .map((route) => route.replace('/api/v1', ''));
    expect(changing.sort()).toEqual(Object.keys(CHANGES).sort());
    for (const [route, { body, ...codes }] of Object.entries(CHANGES)) {
      const [method, path] = route.split(' ') as [string, string];
      const to = `${api}${path.replace(':number', told.sign.number).replace(':visit', 'V-1').replace(':name', 'no-such-action')}`;
      for (const [as, code] of [
        [undefined, codes.stranger],
        ['citizen', codes.citizen],
        ['clerk', codes.officer],
      ] as const) {
        const said = await call(h, to, method === 'DELETE' ? undefined : body, { as, method });
        expect(said.body.code, `${as} ${route}`).toBe(code);
      }
    }
  });
});

describe('persona × matter × action', () => {
  interface View {
    readonly actions: readonly { name: string; allowed: boolean; reasons: readonly { code: string }[] }[];
  }
  /** Asked in earnest, but of a version that never was and with nothing filled in: who is refused hears why, who may hears of that. */
  const probe = (number: string, action: string, as: string, step?: string) =>
    call(h, `${api}/matters/${number}/actions/${action}`, { ...(step && { step }) }, { as, headers: { 'if-match': '"999999999"' } });
  const LETS = ['stale', 'invalid-input'];

  it('some rows by hand: who may, and the code that those are told who may not', async () => {
    for (const [name, matter, action, code] of ACTS) {
      const { body } = await probe(told[matter as keyof typeof told].number, action, name);
      const row = `${name} × ${matter} × ${action}`;
      if (code) expect(body.code, row).toBe(code);
      else expect(LETS, row).toContain(body.code);
    }
  });

  it('no screen shows as doable what the server refuses, nor greys what it allows: everybody, everything', async () => {
    let [allowed, refused] = [0, 0];
    for (const name of NEEDED.filter((one) => officers.includes(one)).concat(
      'umb-examiner',
      'umb-section-head',
      'umb-chief',
      'delivery-clerk',
    ))
      for (const [matter, { number }] of Object.entries(told)) {
        const view: View = (await call(h, `${api}/matters/${number}`, undefined, { as: name })).body;
        expect(view.actions.length, `${name} ${matter}`).toBeGreaterThan(20);
        const probes = view.actions.map(async (action) => {
          const { body } = await probe(number, action.name, name);
          const row = `${name} × ${matter} × ${action.name}`;
          if (action.allowed) expect(LETS, `${row}: ${body.code}`).toContain(body.code);
          else
            expect(
              action.reasons.map(({ code }) => code),
              row,
            ).toContain(body.code);
          return action.allowed;
        });
        for (const done of await Promise.all(probes)) done ? allowed++ : refused++;
      }
    expect(allowed).toBeGreaterThan(40);
    expect(refused).toBeGreaterThan(1_000);
  });

  it('nor does a desk: what a row offers is let through for that step', async () => {
    let offered = 0;
    for (const name of officers) {
      const { work } = (await call(h, `${api}/desk?limit=200`, undefined, { as: name })).body;
      for (const row of work as { matter: string; step: string; actions: string[] }[])
        for (const action of row.actions) {
          const { body } = await probe(row.matter, action, name, row.step);
          expect(LETS, `${name} × ${row.matter} ${row.step} × ${action}`).toContain(body.code);
          offered++;
        }
    }
    expect(offered).toBeGreaterThan(20);
  });
});
