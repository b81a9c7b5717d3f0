import type { FieldIssue } from './problem.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What was sent as fields; what is none has none. */
export const fieldsIn = (body: unknown): Fields => (body && typeof body === 'object' && !Array.isArray(body) ? (body as Fields) : {});

/** Fields that were sent and nobody asked for, each named: 422 `unknown-field`. What is dropped silently is a misspelt name nobody hears of. */
export const unknownFields = (body: unknown, asked: readonly string[]): FieldIssue[] =>
  Object.keys(fieldsIn(body))
    .filter((name) => !asked.includes(name))
    .slice(0, 20)
    .map((name) => ({ path: name.slice(0, 60), code: 'unknown-field' }));

/** The same of fields that the server alone fills in, though the schema behind knows them. */
export const serversFields = (body: unknown, own: readonly string[]): FieldIssue[] =>
  own.filter((name) => Object.hasOwn(fieldsIn(body), name)).map((path) => ({ path, code: 'unknown-field' }));
