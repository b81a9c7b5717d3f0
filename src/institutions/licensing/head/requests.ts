import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isLocalDate } from '../../../kernel/clock/index.ts';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { Decision, Refusal } from '../../../kernel/decision.ts';
import { canonical, sha256 } from '../../../kernel/journal/canonical.ts';
import type { EngineMoment } from '../../../kernel/matter/engine.ts';
import { issueOf } from '../../../kernel/matter/issues.ts';
import { keepAnswer, keptAnswer } from '../../../kernel/matter/kept-answers.ts';
import { type AuthorityChange, changeAuthority } from '../../../kernel/organisation/index.ts';
import { plainText, shortCode, shortText } from '../../../kernel/plain-text.ts';
import type { FieldIssue } from '../../../platform/http/problem.ts';
import { instant, worldOf } from '../desk/view.ts';
import { actorOf, type LicensingDesk } from '../requests.ts';
import { type AuthorityContext, authorise, withdraw } from './rules.ts';

const date = z
  .string()
  .refine(isLocalDate, { params: { code: 'not-a-date' } })
  .transform((d) => d as LocalDate);

/** `basis`: name and number of the written authority. */
export const authorising = z.strictObject({
  organ: shortCode(),
  person: shortCode(),
  from: date,
  until: date.optional(),
  items: z.array(shortCode()).min(1).max(300).optional(),
  basis: shortText(200),
});
export const withdrawing = z.strictObject({ authority: shortText(120), reason: plainText(500) });

export type Changed =
  | { readonly ok: true; readonly reply: { readonly id: string }; readonly replayed: boolean }
  | { readonly ok: false; readonly refusals: readonly Refusal[]; readonly issues?: readonly FieldIssue[] };

/** Authorise, or withdraw: decided on the register as it stands, written in its next edition; where another came first, once more. */
export async function changeOfAuthority(desk: LicensingDesk, request: FastifyRequest, what: 'authorise' | 'withdraw'): Promise<Changed> {
  const schema = what === 'authorise' ? authorising : withdrawing;
  const parsed = schema.safeParse(request.body ?? {});
  const decide = (c: AuthorityContext): Decision<AuthorityChange> =>
    what === 'authorise'
      ? authorise(parsed.data as z.output<typeof authorising>, c)
      : withdraw(parsed.data as z.output<typeof withdrawing>, c);
  const key = keyOf(request, what);
  const hash = sha256(safely(request.body));
  for (let tries = 0; tries < 5; tries++) {
    const moment = await desk.moment();
    const actor = actorOf(request.caller.person)(moment);
    if (actor.kind !== 'officer') return { ok: false, refusals: [{ code: 'no-authority' }] };
    const kept = key && (await keptAnswer(desk.pool, { who: actor.person, key }));
    if (kept)
      return kept.hash.equals(hash)
        ? { ok: true, reply: JSON.parse(kept.reply), replayed: true }
        : { ok: false, refusals: [{ code: 'idempotency-key-reused' }] };
    if (!parsed.success)
      return { ok: false, refusals: [{ code: 'invalid-input' }], issues: parsed.error.issues.map(issueOf(request.body ?? {})) };
    const { directory, today } = moment;
    const decision = decide({ actor, directory, today, catalogue: worldOf(moment).catalogue });
    if (!decision.ok) return decision;
    const id = await write(desk, moment, decision.facts[0]!, actor.person, key, hash);
    if (id) return { ok: true, reply: { id }, replayed: false };
  }
  return { ok: false, refusals: [{ code: 'stale' }] };
}

/** The change and the answer kept for a repeated request, in one commit. */
async function write(
  { pool }: LicensingDesk,
  moment: EngineMoment,
  change: AuthorityChange,
  by: string,
  key: string | undefined,
  hash: Buffer,
): Promise<string | undefined> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const reason = 'authorise' in change ? change.authorise.basis : change.withdraw.reason;
    const id = await changeAuthority(client, change, { after: moment.directory.edition, by, at: instant(moment.now), reason });
    const done = id && (!key || (await keepAnswer(client, { who: by, key, hash }, JSON.stringify({ id }))));
    await client.query(done ? 'COMMIT' : 'ROLLBACK');
    return done ? id : undefined;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

function keyOf(request: FastifyRequest, what: string): string | undefined {
  const key = request.headers['idempotency-key'];
  return typeof key === 'string' && key !== '' ? `${what} ${key}`.slice(0, 300) : undefined;
}

/** A body with unreadable text still gets a hash; the schema refuses it with its field. */
function safely(body: unknown): string {
  try {
    return canonical(body ?? {});
  } catch {
    return JSON.stringify(body ?? {});
  }
}
