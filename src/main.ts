import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type pino from 'pino';
import { apiRoutes } from './api-book.ts';
import { calendarRoutes } from './calendar-routes.ts';
import { dutyFileOf, unanswered } from './county-files.ts';
import { dutyRoutes } from './duty-routes.ts';
import { catalogueRoutes } from './institutions/catalogue/routes.ts';
import type { DutyWorld } from './institutions/duties/index.ts';
import { dutyRoundRoutes } from './institutions/duties/routes.ts';
import { documentRoutes } from './institutions/licensing/documents/routes.ts';
import { licensingRoutes } from './institutions/licensing/routes.ts';
import { licensingWorkbench } from './institutions/licensing/workbench/routes.ts';
import { tillRoutes } from './institutions/till/routes.ts';
import { urgingRoutes } from './institutions/urging/routes.ts';
import { visitRoutes } from './institutions/visits/routes.ts';
import { liveFirst } from './living.ts';
import { type House, openHouse } from './open-house.ts';
import { checkoutRoot } from './platform/checkout.ts';
import { type Config, readConfig } from './platform/config.ts';
import { createApp } from './platform/http/app.ts';
import { Guesses } from './platform/http/session.ts';
import { makeLogger } from './platform/log.ts';
import { SetupError } from './platform/setup-error.ts';
import { Sessions } from './platform/sign-in/sessions.ts';
import { portalErrorPage, portalRoutes } from './portal-pages.ts';
import { sessionRoutes } from './session-routes.ts';
import { startSweep } from './sweeping.ts';
import { urgingDesk } from './urging.ts';
import { wallRoutes } from './wall.ts';
import { metricsRoute, watcher } from './watching.ts';
import { workbenchRoutes } from './workbench-door.ts';

const version: string = JSON.parse(readFileSync(join(checkoutRoot, 'package.json'), 'utf8')).version;

/** The server of one county: a list of what is served, wired by hand. */
export async function serve(house: House, logger?: pino.Logger): Promise<FastifyInstance> {
  const { pool, engine, refusals, row } = house;
  const guesses = new Guesses(30);
  const sessions = new Sessions(pool);
  const app = await createApp({
    secret: row.secret,
    refusals,
    sessionOf: (token) => sessions.personOf(token),
    proxy: house.config.proxy,
    logger,
    answered: watcher(house, logger),
    errorPage: (lang, status, title, next) => portalErrorPage(house, lang, status, title, next),
  });

  app.get('/healthz', async (request, reply) => {
    const migrations = await house.migrations();
    if (migrations.applied < migrations.known) return refusals.send(reply, [{ code: 'unavailable' }], request.lang);
    return { status: 'ready', county: row.code, migrations };
  });
  metricsRoute(app, house);
  const desk = { pool, engine, refusals, guesses, moment: house.moment };
  sessionRoutes(app, house, sessions);
  licensingRoutes(app, desk);
  licensingWorkbench(app, desk);
  visitRoutes(app, desk);
  tillRoutes(app, desk);
  urgingRoutes(app, urgingDesk(house));
  documentRoutes(app, desk, house.row.model);
  catalogueRoutes(app, house);
  wallRoutes(app, house, desk);
  calendarRoutes(app, house);
  dutyRoutes(app, house);
  dutyRoundRoutes(app, { ...desk, file: dutyFileOf(row.code) });
  portalRoutes(app, house, guesses);
  apiRoutes(app, house, version);
  workbenchRoutes(app, house);
  return app;
}

/** `npm start`: opens the county, serves it, and stops cleanly on SIGTERM and SIGINT, also while it is still opening. */
export async function main(
  env: Readonly<Record<string, string | undefined>>,
  say: (line: string) => void,
  { empty = false } = {},
): Promise<void> {
  const config = readConfig(env, checkoutRoot);
  // A person at a terminal reads what is said; a service's log is read by its collector.
  const logger = makeLogger(config.log ?? (process.stderr.isTTY ? 'warn' : 'info'));
  const opened: (() => unknown)[] = [];
  let stopping = false;
  const close = async () => {
    for (let last = opened.pop(); last; last = opened.pop()) await last();
  };
  const opening = async () => {
    say(`Opening county "${config.county}" …`);
    await portIsFree(config);
    const house = await openHouse(config, env, { info: (m) => say(m), warn: (m) => logger.warn(m) });
    opened.push(house.close);
    const { law, snapshot, directory, today } = await house.moment();
    const nobody = unanswered(law, (snapshot.worlds.duty as DutyWorld).answers, directory, today);
    if (nobody.length > 0)
      say(
        `Nobody answers for these recurring duties, and nobody is told of them: ${nobody.join(', ')}. See ${dutyFileOf(house.row.code)}.`,
      );
    if (!empty) await liveFirst(house, say, () => stopping);
    const app = await serve(house, logger);
    opened.push(() => closeApp(app));
    await app.listen({ port: config.port, host: config.host }).catch((error) => {
      throw cannotListen(error, config);
    });
    house.server.keepRunning?.();
    opened.push(startSweep(house, (err) => logger.error({ err }, 'sweep failed')));
    logger.info({ version, county: config.county, node: process.versions.node, pid: process.pid }, 'started');
    const address = app.server.address();
    return typeof address === 'object' && address ? address.port : config.port;
  };

  const ready = Promise.resolve().then(opening);
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    say('Stopping …');
    logger.info('stopping');
    await ready.catch(() => {});
    await close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT']) process.removeAllListeners(signal).on(signal, stop);
  try {
    const port = await ready;
    if (!stopping) say(`Banjie is ready at http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`);
  } catch (error) {
    await close();
    throw error;
  }
}

/** Told before a county is opened and lived, not after. */
async function portIsFree(config: Config): Promise<void> {
  const probe = createServer();
  await new Promise<void>((settle, fail) => {
    probe.once('error', (error) => fail(cannotListen(error, config)));
    probe.listen(config.port, config.host, () => probe.close(() => settle()));
  });
}

/** Requests under way may end; who keeps a connection open longer than that is cut off. */
async function closeApp(app: FastifyInstance): Promise<void> {
  const patience = setTimeout(() => app.server.closeAllConnections(), 3_000);
  await app.close();
  clearTimeout(patience);
}

function cannotListen(error: NodeJS.ErrnoException, { port, host }: Config): Error {
  if (error.code === 'EADDRINUSE')
    return new SetupError(`PORT ${port} is taken by another program. Stop that one, or choose another: PORT=${port + 1} npm start.`);
  if (error.code === 'EACCES') return new SetupError(`PORT ${port} may not be used by this user. Choose one above 1023, e.g. PORT=8800.`);
  if (['ENOTFOUND', 'EADDRNOTAVAIL', 'EAI_AGAIN', 'EINVAL'].includes(error.code ?? ''))
    return new SetupError(
      `HOST is "${host}", which is no address of this machine. Write HOST=127.0.0.1, or HOST=0.0.0.0 for all its addresses.`,
    );
  return error;
}
