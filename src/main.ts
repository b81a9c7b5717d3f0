import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { catalogueRoutes } from './institutions/catalogue/routes.ts';
import { licensingRoutes } from './institutions/licensing/routes.ts';
import { type House, openHouse } from './open-house.ts';
import { checkoutRoot } from './platform/checkout.ts';
import { readConfig } from './platform/config.ts';
import { createApp } from './platform/http/app.ts';
import { Guesses } from './platform/http/session.ts';
import { portalErrorPage, portalRoutes } from './portal-pages.ts';
import { startSweep } from './sweeping.ts';

/** The server of one county: a list of what is served, wired by hand. */
export async function serve(house: House, logger?: pino.Logger): Promise<FastifyInstance> {
  const { pool, engine, refusals, row } = house;
  const guesses = new Guesses(30);
  const app = await createApp({
    secret: row.secret,
    refusals,
    logger,
    errorPage: (lang, status, title, next) => portalErrorPage(house, lang, status, title, next),
  });

  app.get('/healthz', async (request, reply) => {
    const migrations = await house.migrations();
    if (migrations.applied < migrations.known) return refusals.send(reply, [{ code: 'unavailable' }], request.lang);
    return { status: 'ready', county: row.code, migrations };
  });
  licensingRoutes(app, { pool, engine, refusals, guesses });
  catalogueRoutes(app, house);
  portalRoutes(app, house, guesses);
  return app;
}

/** `npm start`: opens the county, serves it, and stops cleanly on SIGTERM and SIGINT. */
export async function main(env: Readonly<Record<string, string | undefined>>, say: (line: string) => void): Promise<void> {
  const config = readConfig(env, checkoutRoot);
  const logger = pino({ level: env.LOG_LEVEL || 'warn', base: undefined, redact: ['req.headers', 'body'] }, pino.destination(2));
  say(`Opening county "${config.county}" …`);
  const house = await openHouse(config, env, { info: (m) => say(m), warn: (m) => logger.warn(m) });
  const app = await serve(house, logger);
  const stopSweep = startSweep(house, (error) => logger.error({ err: { message: String(error) } }, 'sweep failed'));

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    say('Stopping …');
    stopSweep();
    await app.close();
    await house.close();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  await app.listen({ port: config.port, host: config.host });
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  say(`Banjie is ready at http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`);
}

export const version: string = JSON.parse(readFileSync(join(checkoutRoot, 'package.json'), 'utf8')).version;
