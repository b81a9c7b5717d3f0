import { type ZodType, z } from 'zod';
import { type Lang, type Text, unfilled } from '../../kernel/text.ts';
import type { Refusals } from './problem.ts';
import { apiWords as w } from './words.ts';

/** One field of an address or a header, in words and as it is read. */
export type ApiField = readonly [text: Text, schema: ZodType];

/** What a route of the API says of itself. The schemas are those by which what is sent is read. */
export interface ApiRoute {
  /** Its name, e.g. `file-matter`. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** As the router has it; where one pattern serves several, `at` says which this is. */
  readonly path: string;
  readonly at?: Readonly<Record<string, string>>;
  readonly group: string;
  readonly summary: Text;
  readonly about?: Text;
  readonly basis?: string;
  /** Who may ask: anybody; by bearer token or cookie; the applicant by query code. */
  readonly who: readonly ('anyone' | 'token' | 'code')[];
  readonly query?: Readonly<Record<string, ApiField>>;
  readonly body?: ZodType;
  /** Words of the body's fields, where they need any. */
  readonly fields?: Readonly<Record<string, Text>>;
  /** A change that takes an `Idempotency-Key`, and one that takes an `If-Match`. */
  readonly once?: boolean;
  readonly ifMatch?: boolean;
  readonly answer: { readonly status: 200 | 201 | 204; readonly schema?: ZodType; readonly file?: string };
  readonly example?: unknown;
  /** Refusal codes beyond those that every route has. */
  readonly codes?: readonly string[];
}

export type Json = { [key: string]: unknown };

/** Checks that a schema makes by code say here what they ask. */
const ASKED: Readonly<Record<string, Json>> = {
  'not-a-date': { format: 'date' },
  'not-a-time': { pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' },
  'at-least-one': { minimum: 1 },
  'at-least-zero': { minimum: 0 },
  'not-whole': { multipleOf: 1 },
};

/** JSON Schema of what is sent, before it is trimmed and completed: what a caller writes. */
export function jsonSchemaOf(schema: ZodType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const checks = (zodSchema._zod.def as { checks?: { _zod: { def: { params?: { code?: string } } } }[] }).checks ?? [];
      for (const check of checks) Object.assign(jsonSchema, ASKED[check._zod.def.params?.code ?? '']);
    },
  }) as Json;
  return rest;
}

/** The codes of a route, its own and those that come with its kind. */
export function codesOf(route: ApiRoute): readonly string[] {
  const changes = route.method !== 'GET';
  return [
    ...new Set([
      'malformed',
      'unavailable',
      'token-invalid',
      ...(route.who.includes('anyone') ? [] : ['sign-in-needed']),
      ...(route.who.includes('code') ? ['matter-not-found', 'too-many-requests'] : []),
      ...(changes && route.who.includes('token') ? ['csrf-missing'] : []),
      ...(route.body ? ['invalid-input', 'unsupported-media', 'too-large'] : []),
      ...(route.query && !route.body ? ['invalid-input'] : []),
      ...(route.once ? ['idempotency-key-reused', 'idempotency-key-too-long'] : []),
      ...(route.ifMatch ? ['stale'] : []),
      ...(route.codes ?? []),
    ]),
  ];
}

/** For people `/api/v1/matters/:number/actions/accept`; a machine reads `{number}`. */
export const addressOf = ({ path, at = {} }: Pick<ApiRoute, 'path' | 'at'>): string =>
  path.replace(/:(\w+)/g, (all, name: string) => at[name] ?? all);

export interface ApiBook {
  readonly title: Text;
  readonly about: Text;
  readonly version: string;
  readonly groups: Readonly<Record<string, Text>>;
  readonly routes: readonly ApiRoute[];
}

/** OpenAPI 3.1 of the book, its sentences in one language and, beside, in both. */
export function openApi(book: ApiBook, refusals: Refusals, lang: Lang): Json {
  const paths: Record<string, Json> = {};
  const shared = new Shared();
  for (const route of book.routes) {
    const address = addressOf(route).replace(/:(\w+)/g, '{$1}');
    paths[address] = { ...paths[address], [route.method.toLowerCase()]: operationOf(route, refusals, lang, shared) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: book.title[lang],
      version: book.version,
      description: book.about[lang],
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: Object.entries(book.groups).map(([name, text]) => ({ name, description: text[lang], 'x-text': text })),
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: w.token[lang] },
        cookie: { type: 'apiKey', in: 'cookie', name: 'banjie', description: w.cookie[lang] },
        code: { type: 'apiKey', in: 'header', name: 'Query-Code', description: w.code[lang] },
      },
      schemas: { Problem: jsonSchemaOf(problem) },
      responses: shared.responses,
    },
  };
}

const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  basis: z.string().optional(),
  next: z.string(),
  who: z.array(z.string()).optional(),
  request: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
});

/** A refusal that many routes share is told once. */
class Shared {
  readonly responses: Record<string, Json> = {};
  readonly #names = new Map<string, string>();

  at(status: number, response: Json): Json {
    const told = `${status} ${JSON.stringify(response)}`;
    const name = this.#names.get(told) ?? `refused-${status}-${this.#names.size + 1}`;
    this.#names.set(told, name);
    this.responses[name] = response;
    return { $ref: `#/components/responses/${name}` };
  }
}

const SECURITY = { anyone: [{}], token: [{ token: [] }, { cookie: [] }], code: [{ code: [] }] } as const;

function operationOf(route: ApiRoute, refusals: Refusals, lang: Lang, shared: Shared): Json {
  const { id, group, summary, about, basis, who, body, fields, answer, example } = route;
  const described = body && withWords(jsonSchemaOf(body), fields ?? {}, lang);
  return {
    operationId: id,
    tags: [group],
    summary: summary[lang],
    'x-summary': summary,
    ...(about && { description: about[lang] }),
    ...(basis && { 'x-basis': basis }),
    security: who.flatMap((one) => SECURITY[one]),
    parameters: parametersOf(route, lang),
    ...(described && {
      requestBody: { required: true, content: { 'application/json': { schema: described, ...(example !== undefined && { example }) } } },
    }),
    responses: {
      [answer.status]: {
        description: w.answer[lang],
        ...((answer.schema || answer.file) && {
          content: { [answer.file ?? 'application/json']: answer.schema ? { schema: jsonSchemaOf(answer.schema) } : {} },
        }),
      },
      ...refusedOf(codesOf(route), refusals, lang, shared),
    },
  };
}

function withWords(schema: Json, fields: Readonly<Record<string, Text>>, lang: Lang): Json {
  const properties = schema.properties as Record<string, Json> | undefined;
  if (!properties) return schema;
  const said = Object.entries(properties).map(([name, one]) => [name, fields[name] ? { ...one, description: fields[name][lang] } : one]);
  return { ...schema, properties: Object.fromEntries(said) };
}

/** Path, query and headers; each with its words. */
export function fieldsOf({ path, at = {}, query = {}, once, ifMatch }: ApiRoute): readonly {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly text: Text;
  readonly schema: Json;
}[] {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name as string).filter((name) => !(name in at));
  const text = { type: 'string' };
  return [
    ...names.map((name) => ({ name, in: 'path' as const, required: true, text: w[name as keyof typeof w] ?? w.id, schema: text })),
    ...Object.entries(query).map(([name, [said, schema]]) => ({
      name,
      in: 'query' as const,
      required: !schema.safeParse(undefined).success,
      text: said,
      schema: jsonSchemaOf(schema),
    })),
    ...(once ? [{ name: 'Idempotency-Key', in: 'header' as const, required: false, text: w.once, schema: text }] : []),
    ...(ifMatch ? [{ name: 'If-Match', in: 'header' as const, required: false, text: w.ifMatch, schema: text }] : []),
  ];
}

const parametersOf = (route: ApiRoute, lang: Lang): Json[] =>
  fieldsOf(route).map(({ text, ...field }) => ({ ...field, description: text[lang] }));

/** One response a status, with the codes and sentences that come with it. */
function refusedOf(codes: readonly string[], refusals: Refusals, lang: Lang, shared: Shared): Json {
  const byStatus = new Map<number, string[]>();
  for (const code of codes) {
    const { status } = refusals.words(code);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, list]) => [
      status,
      shared.at(status, {
        description: list.map((code) => `${code}: ${unfilled(refusals.words(code).title[lang])}`).join('\n'),
        'x-codes': list,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      }),
    ]),
  );
}
