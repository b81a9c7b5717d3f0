import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { createElement } from 'react';
import { type Door, oneOf } from '../../../portal/index.ts';
import { callsOn } from '../queries.ts';
import { clockOf, closedUntil } from '../register.ts';
import { panelView, worldOf } from '../view.ts';
import { CallsPage } from './calls.page.tsx';

/** Seconds after which a screen in the hall asks again, by itself and without a script. */
const AGAIN = 15;

/** 叫号屏: tickets called and their windows, and how many wait. Open to everybody: it names nobody. */
export function visitPages(app: FastifyInstance, { door, pool }: { readonly door: Door; readonly pool: Pool }): void {
  app.get('/calls', async (request, reply) => {
    const { chrome, moment } = await door.visit(request);
    const hall = oneOf(request.query, 'hall') === '1';
    // A page that somebody reads stands still; only the hall's screen moves.
    if (hall) reply.header('refresh', String(AGAIN));
    const panel = panelView(await callsOn(pool, moment.today), moment);
    const { hours } = worldOf(moment).register;
    const when = { hours, opens: closedUntil(moment), day: moment.today, time: clockOf(moment.now) };
    const page = createElement(CallsPage, { panel, ...when, chrome: { ...chrome, hall } });
    return door.send(request, reply, page);
  });
}
