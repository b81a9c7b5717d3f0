import { z } from 'zod';
import type { Text } from '../../../kernel/text.ts';
import { licensing } from '../definition.ts';
import { sentFiles } from '../routes.ts';
import { inputs, SERVERS } from '../schema.ts';
import { type ActionName, actionBasis, actionWords, refusalWords } from '../words.ts';
import { fields } from '../workbench/fields.ts';
import { acted } from './answers.ts';
import { words } from './words.ts';

/** What an applicant may do himself, by his query code. */
const APPLICANTS: readonly ActionName[] = ['correct', 'hand-in-papers', 'withdraw', 'record-statement'];

/** What a form need not say, because it offers only what fits. */
const FULLER = { moderator: words.moderator, relation: words.relation } as const;

/** From the one definition: each action is a route with its own body. What a rule may say no with is the institution's whole book. */
export const actionRoutes = (path: string) =>
  (Object.keys(licensing.actions) as ActionName[]).map((name) => ({
    id: `act-${name}`,
    method: 'POST' as const,
    path,
    at: { name },
    group: 'actions',
    summary: actionWords[name],
    basis: actionBasis[name],
    who: APPLICANTS.includes(name) ? (['token', 'code'] as const) : (['token'] as const),
    body: bodyOf(name),
    fields: Object.fromEntries(
      fields[name].map((field): [string, Text] => [
        field.name,
        field.name in FULLER ? FULLER[field.name as keyof typeof FULLER] : field.label,
      ]),
    ),
    once: true,
    ifMatch: true,
    answer: { status: 200 as const, schema: acted },
    codes: ['matter-not-found', ...Object.keys(refusalWords)],
  }));

function bodyOf(name: ActionName) {
  const { shape } = inputs[name] as unknown as { shape: Record<string, z.ZodType> };
  const asked = Object.entries(shape).filter(([key]) => !(SERVERS.acting as readonly string[]).includes(key));
  return z.strictObject(
    Object.fromEntries(asked.map(([key, schema]) => [key, key === 'files' ? sentFiles.shape.files.optional() : schema])),
  );
}
