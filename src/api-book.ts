import type { FastifyInstance } from 'fastify';
import { createElement } from 'react';
import { z } from 'zod';
import { calendarApi } from './calendar-api.ts';
import { deadlineApi } from './deadline-routes.ts';
import { catalogueApi, catalogueGroups } from './institutions/catalogue/api/routes.ts';
import { dutyApi, dutyGroups } from './institutions/duties/api/routes.ts';
import { licensingApi, licensingGroups } from './institutions/licensing/api/routes.ts';
import { tillApi, tillGroups } from './institutions/till/api/routes.ts';
import { urgingApi, urgingGroups } from './institutions/urging/api/routes.ts';
import type { Lang } from './kernel/text.ts';
import type { House } from './open-house.ts';
import { type ApiBook, type ApiRoute, addressOf, codesOf, fieldsOf, jsonSchemaOf, openApi } from './platform/http/api.ts';
import { sheets } from './platform/http/api-sheets.ts';
import { knownFieldsOf } from './platform/http/known-fields.ts';
import { type QueryFields, queryFaults } from './platform/http/query-fields.ts';
import { rowsField } from './platform/http/rows-asked.ts';
import { apiWords as common } from './platform/http/words.ts';
import { ApiPage, ApiRoutePage, type ShownRoute } from './portal/pages/api.page.tsx';
import { MANDATE_STATES } from './portal/pages/mandate.page.tsx';
import { openDoor } from './portal-door.ts';
import { termOutward } from './terms.ts';
import { apiWords as words } from './words.ts';

const API = '/api/v1';
const said = z.object({ zh: z.string(), en: z.string() });
const seats = z.array(z.object({ id: z.string(), organ: z.string(), organName: said, name: said, roles: z.array(z.string()) }));
const me = z.object({
  person: z.string(),
  name: said,
  model: z.boolean(),
  county: z.object({ code: z.string(), name: said }),
  csrf: z.string().optional(),
  now: z.iso.datetime({ offset: true }),
  today: z.iso.date(),
  seats,
  lost: seats,
});

const wallRows = {
  path: `${API}/wall/:institution`,
  group: 'house',
  summary: words['wall-rows'],
  who: ['token'],
  codes: ['no-authority', 'not-found', 'not-built'],
} as const;

/** The house's own routes. */
const houseApi: readonly ApiRoute[] = [
  {
    id: 'personas',
    method: 'GET',
    path: `${API}/personas`,
    group: 'session',
    summary: words.personas,
    who: ['anyone'],
    answer: { status: 200, schema: z.array(z.object({ name: z.string(), label: said, person: z.string(), personName: said, seats })) },
    codes: ['not-a-model-county'],
  },
  {
    id: 'sign-in',
    method: 'POST',
    path: `${API}/session`,
    group: 'session',
    summary: words['sign-in'],
    about: words['sign-in-about'],
    who: ['anyone'],
    body: z.strictObject({ persona: z.string().optional(), person: z.string().optional(), password: z.string().optional() }),
    fields: words,
    answer: { status: 200, schema: me },
    example: { persona: 'clerk' },
    codes: ['sign-in-failed', 'applicant-needs-no-sign-in', 'too-many-requests', 'not-a-model-county'],
  },
  {
    id: 'who-am-i',
    method: 'GET',
    path: `${API}/session`,
    group: 'session',
    summary: words['who-am-i'],
    who: ['token'],
    answer: { status: 200, schema: me },
  },
  {
    id: 'sign-out',
    method: 'DELETE',
    path: `${API}/session`,
    group: 'session',
    summary: words['sign-out'],
    who: ['token'],
    answer: { status: 204 },
  },
  {
    id: 'clock',
    method: 'POST',
    path: `${API}/clock`,
    group: 'house',
    summary: words.clock,
    who: ['token'],
    body: z.strictObject({ advance: z.string().regex(/^[1-9]\d?[dw]$/) }),
    fields: words,
    answer: { status: 200, schema: z.object({ now: z.iso.datetime({ offset: true }), today: z.iso.date(), facts: z.int() }) },
    example: { advance: '6d' },
    codes: ['not-a-model-county', 'clock-too-far'],
  },
  {
    id: 'wall',
    method: 'GET',
    path: `${API}/wall`,
    group: 'house',
    summary: words.wall,
    who: ['token'],
    answer: { status: 200, schema: z.object({ asOf: z.iso.datetime(), institutions: z.array(z.looseObject({ code: z.string() })) }) },
    codes: ['no-authority'],
  },
  ...sheets({ ...wallRows, id: 'wall', path: `${API}/wall`, summary: words.wall }),
  {
    ...wallRows,
    id: 'wall-rows',
    method: 'GET',
    query: { limit: [common.limit, rowsField()], after: [common.after, z.string().max(200).optional()] },
    answer: { status: 200, schema: z.looseObject({}) },
  },
  ...sheets({ ...wallRows, id: 'wall-rows' }),
  deadlineApi,
  {
    id: 'terms',
    method: 'GET',
    path: `${API}/terms`,
    group: 'house',
    summary: words.terms,
    about: words['terms-about'],
    who: ['anyone'],
    answer: { status: 200, schema: z.array(termOutward) },
  },
  ...sheets({ id: 'terms', path: `${API}/terms`, group: 'house', summary: words.terms, who: ['anyone'] }),
  ...sheets({
    id: 'mandate',
    path: `${API}/mandate`,
    group: 'house',
    summary: words.mandate,
    query: {
      state: [words['mandate-state'], z.enum(MANDATE_STATES).optional()],
      institution: [words['mandate-institution'], z.string().max(40).optional()],
    },
    who: ['anyone'],
    codes: ['parameter-unknown', 'parameter-repeated'],
  }),
  ...sheets({ id: 'parameters', path: `${API}/parameters`, group: 'house', summary: words.parameters, who: ['anyone'] }),
  ...calendarApi,
  {
    id: 'openapi',
    method: 'GET',
    path: `${API}/openapi.json`,
    group: 'house',
    summary: words.document,
    who: ['anyone'],
    answer: { status: 200, schema: z.object({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) }) },
  },
];

/** Every route of the API in the order in which one reads. A route that is not here is found by a test. */
export const apiBook = (version: string): Writable<ApiBook> => ({
  title: words.title,
  about: words.about,
  version,
  groups: {
    ...catalogueGroups,
    ...licensingGroups,
    ...tillGroups,
    ...dutyGroups,
    ...urgingGroups,
    session: words.session,
    house: words.house,
  },
  routes: [...catalogueApi, ...licensingApi, ...tillApi, ...dutyApi, ...urgingApi, ...houseApi],
});

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The description of the API for machines, and the same for people: an index, and a page a route. */
export function apiRoutes(app: FastifyInstance, house: House, version: string): void {
  const door = openDoor(house);
  const book = apiBook(version);
  house.refusals.knownFields = knownFieldsOf(book.routes);
  // What is described and not served here is not told.
  app.addHook('onReady', async () => {
    book.routes = book.routes.filter(({ method, path }) => app.hasRoute({ method, url: path }));
  });
  app.addHook('preHandler', (request, reply, done) => {
    const fields = request.method === 'GET' ? lists.get(request.routeOptions.url ?? '') : undefined;
    const faults = fields && (fields.open || request.caller.person) ? queryFaults(request, fields.known) : [];
    if (faults.length === 0) return done();
    house.refusals.send(reply, faults, request.lang);
  });
  const lists = listsOf(book);
  const made = new Map<Lang, string>();
  app.get(`${API}/openapi.json`, async (request, reply) => {
    const known = made.get(request.lang) ?? JSON.stringify(openApi(book, house.refusals, request.lang));
    made.set(request.lang, known);
    return reply.type('application/json; charset=utf-8').send(known);
  });
  app.get('/api', async (request, reply) => {
    const { chrome } = await door.visit(request);
    const groups = Object.entries(book.groups).map(([id, name]) => ({
      id,
      name,
      routes: book.routes
        .filter((route) => route.group === id)
        .map((route) => ({ id: route.id, method: route.method, address: addressOf(route), summary: route.summary })),
    }));
    return door.send(request, reply, createElement(ApiPage, { about: book.about, groups, chrome }));
  });
  app.get<{ Params: { id: string } }>('/api/:id', async (request, reply) => {
    const route = book.routes.find(({ id }) => id === request.params.id);
    if (!route) return door.refuse(request, reply, [{ code: 'not-found' }]);
    const { chrome } = await door.visit(request);
    return door.send(request, reply, createElement(ApiRoutePage, { route: shownOf(route, house), chrome }));
  });
}

/**
 * The lists of the API, by path, with what their addresses may carry: a list takes no word that it does not know, so that a page asked for in a
 * way of another house is not the first page in silence. Who has to sign in is told that first.
 */
function listsOf({ routes }: ApiBook): ReadonlyMap<string, { readonly known: QueryFields; readonly open: boolean }> {
  const lists = routes.filter((one) => one.method === 'GET' && !one.answer.file && (one.query?.limit || !one.path.includes(':')));
  return new Map(lists.map(({ path, query = {}, who }) => [path, { known: oftenAtMost(query), open: who.includes('anyone') }]));
}

/** A field that is a list may stand as often as its list is long; any other once. */
const oftenAtMost = (query: NonNullable<ApiRoute['query']>): QueryFields =>
  Object.fromEntries(Object.entries(query).map(([name, [, schema]]) => [name, Number(jsonSchemaOf(schema).maxItems ?? 1)]));

function shownOf(route: ApiRoute, { refusals }: House): ShownRoute {
  const { id, method, summary, about, basis, who, body, fields = {}, answer, example } = route;
  return {
    id,
    method,
    address: addressOf(route),
    summary,
    about,
    basis,
    who,
    fields: fieldsOf(route),
    body: body && { schema: jsonSchemaOf(body), words: fields },
    answer: { status: answer.status, file: answer.file, schema: answer.schema && jsonSchemaOf(answer.schema) },
    example: example === undefined ? undefined : JSON.stringify(example, undefined, 2),
    codes: codesOf(route).map((code) => ({ code, ...refusals.words(code) })),
  };
}
