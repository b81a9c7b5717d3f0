import diagnostics from 'node:diagnostics_channel';
import type { FastifyInstance } from 'fastify';

/** Every route of what is opened meanwhile, as `GET /path/:name`. */
export async function routesOf<A extends { ready(): unknown } = FastifyInstance>(
  open: () => Promise<A>,
): Promise<{ app: A; routes: string[] }> {
  const routes: string[] = [];
  const watch = (message: unknown) =>
    (message as { fastify: FastifyInstance }).fastify.addHook('onRoute', ({ method, url }) => {
      for (const each of [method].flat()) if (each !== 'HEAD' && each !== 'OPTIONS') routes.push(`${each} ${url}`);
    });
  diagnostics.subscribe('fastify.initialization', watch);
  try {
    const app = await open();
    await app.ready();
    return { app, routes: [...new Set(routes)].sort() };
  } finally {
    diagnostics.unsubscribe('fastify.initialization', watch);
  }
}
