import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Refusal } from '../../../kernel/decision.ts';
import { sha256 } from '../../../kernel/journal/canonical.ts';
import type { EngineMoment, Outcome } from '../../../kernel/matter/engine.ts';
import type { Actor } from '../../../kernel/organisation/types.ts';
import type { Lang } from '../../../kernel/text.ts';
import { once, queryFaults } from '../../../platform/http/query-fields.ts';
import { itemOf } from '../permissions.ts';
import { readMatterFile } from '../queries.ts';
import { actorOf, type LicensingDesk } from '../requests.ts';
import type { Licensing } from '../rules/state.ts';
import { inputs } from '../schema.ts';
import { involved } from '../view.ts';
import { MOST_ACTS } from './limits.ts';
import { bulkStops } from './rules.ts';
import { organName, worldOf } from './view.ts';

/** An officer of today; anybody else is answered. */
export async function officerFor(
  desk: LicensingDesk,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<{ actor: Actor; moment: EngineMoment } | undefined> {
  const moment = request.caller.person ? await desk.moment() : undefined;
  const actor = moment && actorOf(request.caller.person)(moment);
  if (moment && actor?.kind === 'officer') return { actor, moment };
  desk.refusals.send(reply, [{ code: moment ? 'no-authority' : 'sign-in-needed' }], request.lang);
  return undefined;
}

/** Whether the address carries nothing but these, each once; else the answer names what it does. */
export function knownFields(desk: LicensingDesk, request: FastifyRequest, reply: FastifyReply, names: readonly string[]): boolean {
  const faults = queryFaults(request, once(...names));
  if (faults.length > 0) desk.refusals.send(reply, faults, request.lang);
  return faults.length === 0;
}

/** What of a query is no option, with what it might be: a page is named by the one before, anything else by a word of a list. */
export type NoOption = readonly [path: 'after' | 'before'] | readonly [path: string, options: readonly string[]];

/** A field of a query that is no option: 422 with the field. */
export const notAnOption = (
  desk: LicensingDesk,
  request: FastifyRequest,
  reply: FastifyReply,
  ...[path, options]: NoOption
): FastifyReply => desk.refusals.send(reply, [{ code: 'invalid-input' }], request.lang, [{ path, code: 'not-an-option', options }]);

const word = z.string().min(1).max(100);
export const bulk = z.strictObject({
  action: z.enum(['approve', 'propose', 'check', 'deliver', 'accept', 'acknowledge-supervision']),
  items: z
    .array(
      z.strictObject({
        matter: word,
        step: word.optional(),
        seen: z.int().min(0).max(1_000_000_000).optional(),
        /** What is this matter's own, such as who received it; the rest is the same for all. */
        input: z.record(z.string().max(60), z.unknown()).optional(),
      }),
    )
    .min(1)
    .max(MOST_ACTS),
  input: z.record(z.string().max(60), z.unknown()).default({}),
});
export type Bulk = z.output<typeof bulk>;

export type BulkResult = { readonly matter: string; readonly step: string | null } & (
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly refusals: readonly { readonly code: string; readonly text: string }[] }
);

/**
 * One act on many pieces of work, each by itself through the engine: what is refused says why, the others are done. A repeated
 * request with the same Idempotency-Key gets for each the answer it got.
 */
export function actOnAll(
  desk: LicensingDesk,
  request: FastifyRequest,
  asked: Omit<Bulk, 'action'> & { readonly action: string },
): Promise<BulkResult[]> {
  const key = request.headers['idempotency-key'];
  const hash = sha256(JSON.stringify(request.body));
  return Promise.all(
    asked.items.map(async ({ matter, step = null, seen, input: own }, at): Promise<BulkResult> => {
      const stops = await stopsOf(desk, request, matter, asked.action, step);
      if (stops.length > 0) return { matter, step, ok: false, refusals: saidOf(desk, { ok: false, refusals: stops }, request.lang) };
      const outcome = await desk.engine.perform({
        kind: 'licensing',
        number: matter.replaceAll('\u0000', ''),
        action: asked.action,
        input: { ...asked.input, ...own, ...(step !== null && takesStep(asked.action) && { step }) },
        actor: actorOf(request.caller.person),
        seen,
        request:
          typeof key === 'string' && key !== ''
            ? { who: request.caller.person ?? '', key: `bulk ${at} ${key}`.slice(0, 300), hash }
            : undefined,
        reply: ([m]) => ({ version: m!.version }),
      });
      if (outcome.ok) return { matter, step, ok: true, version: (outcome.reply as { version: number }).version };
      return { matter, step, ok: false, refusals: saidOf(desk, outcome, request.lang) };
    }),
  );
}

/** Only an opinion is of a step; the other acts are the matter's. */
const takesStep = (action: string): boolean => Object.hasOwn(inputs, action) && 'step' in inputs[action as keyof typeof inputs].shape;

/** Asked of matters in which the officer has a part; the others are refused by the engine, which says no more than it must. */
async function stopsOf(
  desk: LicensingDesk,
  request: FastifyRequest,
  matter: string,
  action: string,
  step: string | null,
): Promise<readonly Refusal[]> {
  const [{ matter: known }, moment] = await Promise.all([readMatterFile(desk.pool, matter.replaceAll('\u0000', '')), desk.moment()]);
  const s = known?.state as Licensing | undefined;
  if (!s || !involved(s, actorOf(request.caller.person)(moment))) return [];
  return bulkStops(s, action, step, itemOf(s, { world: worldOf(moment) }), (organ) => organName(moment, organ));
}

function saidOf({ refusals }: LicensingDesk, outcome: Extract<Outcome, { ok: false }>, lang: Lang) {
  const count = outcome.issues?.length ?? 0;
  const said = (r: Refusal) => ({ code: r.code, text: refusals.sentence({ ...r, params: { count, ...r.params } }, lang) });
  const fields = (outcome.issues ?? []).map((i) => refusals.issue(i, lang)).map((i) => ({ code: i.code, text: `${i.path}: ${i.message}` }));
  return [...outcome.refusals.map(said), ...fields];
}
