import { tmpdir } from 'node:os';
import type { FastifyInstance } from 'fastify';
import type pino from 'pino';
import { afterAll } from 'vitest';
import { readModelOrganisation } from '../../src/county-files.ts';
import { serve } from '../../src/main.ts';
import { type House, openHouseOn } from '../../src/open-house.ts';
import type { Config } from '../../src/platform/config.ts';
import type { DatabaseServer } from '../../src/platform/database/server.ts';
import { makeToken } from '../../src/platform/http/session.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { papersMissing } from './papers.ts';

/** The model county, served on a free port from a fresh database of this file. */
export interface TestHouse {
  readonly house: House;
  readonly app: FastifyInstance;
  readonly db: TestDatabase;
  /** `http://127.0.0.1:port` */
  readonly url: string;
  /** A bearer header for a persona or seat, e.g. `clerk`, `UMB-EX1`. */
  as(persona: string): { readonly authorization: string };
  /** One action by API as that persona; throws what the server said if it refuses. Before an acceptance the papers are completed. */
  act(number: string, persona: string, action: string, input?: unknown): Promise<Record<string, unknown>>;
  /** The window is shown, and takes in, what the application lacks of papers, but for these. */
  complete(number: string, persona?: string, but?: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

export interface HowOpened {
  /** Makes another county of the fresh database. */
  readonly prepare?: (db: TestDatabase) => Promise<void>;
  readonly logger?: pino.Logger;
  readonly settings?: Partial<Config>;
}

/** `const h = await openTestHouse();` at the top of a test file; closed at its end. */
export async function openTestHouse({ prepare, logger, settings }: HowOpened = {}): Promise<TestHouse> {
  const db = await testDatabase();
  await prepare?.(db);
  const config = { port: 0, host: '127.0.0.1', county: 'model', dataDir: tmpdir(), ...settings };
  const server = {
    kind: 'given',
    adopted: true,
    owner: '',
    dataDir: tmpdir(),
    url: () => db.ownerUrl,
    passwordFor: async () => undefined,
    close: async () => {},
  } satisfies DatabaseServer;
  const county = { county: 'model', database: db.name, appRole: '', appUrl: db.appUrl, ownerUrl: db.ownerUrl };
  const house = await openHouseOn(config, server, county);
  const app = await serve(house, logger);
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const { personas, register } = readModelOrganisation();

  const personOf = (name: string): string => {
    const person =
      personas.find((persona) => persona.name === name)?.person ??
      register.appointments.findLast((held) => held.seat === name && !held.to)?.person;
    if (!person) throw new Error(`no persona or seat ${name}`);
    return person;
  };
  const as = (name: string) => ({ authorization: `Bearer ${makeToken(house.row.secret, personOf(name), Date.now() + 3_600_000)}` });
  const complete: TestHouse['complete'] = async (number, persona = 'clerk', but = []) => {
    const seen = (await papersMissing(house, number)).filter((code) => !but.includes(code));
    if (seen.length > 0) await post(number, persona, 'check-papers', { seen });
  };
  const act: TestHouse['act'] = async (number, persona, action, input = {}) => {
    if (action === 'accept') await complete(number, persona);
    return post(number, persona, action, input);
  };
  const post = async (number: string, persona: string, action: string, input: unknown): Promise<Record<string, unknown>> => {
    const answer = await fetch(`${url}/api/v1/matters/${number}/actions/${action}`, {
      method: 'POST',
      headers: { ...as(persona), 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    const said = (await answer.json()) as Record<string, unknown>;
    if (!answer.ok) throw new Error(`${action} by ${persona}: ${answer.status} ${JSON.stringify(said)}`);
    return said;
  };
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= app.close().then(() => house.close());
    return closed;
  };
  afterAll(close);
  return { house, app, db, url, as, act, complete, close };
}
