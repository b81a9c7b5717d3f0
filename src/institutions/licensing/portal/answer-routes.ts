import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { MAX_BODY } from '../../../platform/http/app.ts';
import type { FieldError } from '../../../portal/index.ts';
import { act } from '../requests.ts';
import { AUTHORITY } from '../rules/state.ts';
import { actionsView } from '../view.ts';
import { type AnswerKind, CorrectPage, HandInPage, NothingToDoPage, WithdrawPage } from './answers.page.tsx';
import { LIMITS } from './application.ts';
import { type Case, trackPath } from './case.ts';
import type { Drafts, Values } from './drafts.ts';
import { type Incoming, newKey, readForm, surplusOf, typed } from './incoming.ts';
import { errorOf, fileError, ruleError } from './refusals.ts';
import type { Counter } from './routes.ts';
import { opened } from './track-routes.ts';

const ACTIONS = { correct: 'correct', withdraw: 'withdraw', 'hand-in': 'hand-in-papers' } as const;
const PAGES = { correct: CorrectPage, withdraw: WithdrawPage, 'hand-in': HandInPage } as const;

/** What an applicant may do after filing: answer the notice, withdraw, hand in what may follow. */
export function answerPages(app: FastifyInstance, counter: Counter, drafts: Drafts): void {
  const { door } = counter;
  for (const kind of Object.keys(ACTIONS) as AnswerKind[]) {
    app.get<{ Params: { number: string } }>(`/track/:number/${kind}`, async (request, reply) => {
      const c = await opened(counter, request, reply, request.params.number);
      return c ? show(counter, request, reply, c, kind, { key: newKey(), values: {}, files: [], errors: [] }) : reply;
    });
    app.post<{ Params: { number: string } }>(`/track/:number/${kind}`, { bodyLimit: MAX_BODY }, async (request, reply) => {
      const incoming = await readForm(request, drafts);
      const c = await opened(counter, request, reply, request.params.number);
      if (!c) return reply;
      const { lang } = await door.visit(request);
      const errors = [
        ...[...surplusOf(incoming, ...askedOf(kind, c)), ...faultsOf(kind, incoming, c)].map((issue) => errorOf(counter.desk, issue, lang)),
        ...incoming.faults.map((fault) => fileError(fault, lang)),
      ];
      if (errors.length === 0) {
        request.headers['idempotency-key'] = incoming.key;
        const outcome = await act(
          counter.desk,
          request,
          c.m.number,
          ACTIONS[kind],
          inputOf(kind, incoming.values, c),
          incoming.files,
          c.s.person,
        );
        if (outcome.ok) {
          drafts.drop(incoming.key);
          return reply.redirect(trackPath(c), 303);
        }
        const lasting = outcome.refusals.find(({ code }) => code !== 'invalid-input');
        if (lasting && !lasting.path) return door.refuse(request, reply, outcome.refusals);
        errors.push(
          ...(outcome.issues ?? []).map((issue) => errorOf(counter.desk, issue, lang)),
          ...(lasting ? [ruleError(counter.desk, lasting, lang)] : []),
        );
      }
      drafts.put(incoming.key, { values: incoming.values, files: incoming.files });
      return show(counter, request, reply, c, kind, { ...incoming, errors });
    });
  }
}

interface Shown extends Pick<Incoming, 'key' | 'values' | 'files'> {
  readonly errors: readonly FieldError[];
}

async function show({ door }: Counter, request: FastifyRequest, reply: FastifyReply, c: Case, kind: AnswerKind, shown: Shown) {
  const { chrome } = await door.visit(request, trackPath(c, `/${kind}`));
  const applicant = { kind: 'applicant', person: c.s.person, seats: [] } as const;
  const allowed = actionsView(c.m, applicant, c.moment, () => ({ text: '' })).some(
    (action) => action.name === ACTIONS[kind] && action.allowed,
  );
  if (!allowed) return door.send(request, reply, createElement(NothingToDoPage, { c, kind, chrome }), { status: 409, personal: true });
  const { key, values, files, errors } = shown;
  const page = createElement(PAGES[kind], { c, draftKey: key, values, files, errors, chrome });
  return door.send(request, reply, page, { status: errors.length > 0 ? 422 : 200, personal: true });
}

const FORM = ['form.subject', 'form.details', 'form.address'] as const;
const formOf = (values: Values, c: Case): Record<string, string> => {
  const merged = {
    ...c.file.form,
    ...Object.fromEntries(FORM.filter((name) => values[name]).map((name) => [name.slice(5), typed(values, name)])),
  };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== ''));
};
const changed = (values: Values, c: Case): boolean =>
  FORM.some((name) => values[name] && typed(values, name) !== (c.file.form?.[name.slice(5)] ?? ''));

/** The fields of each form, and the papers it takes. */
function askedOf(kind: AnswerKind, c: Case): [fields: readonly string[], papers?: readonly string[]] {
  if (kind === 'withdraw') return [['reason']];
  return [kind === 'correct' ? [...FORM, 'note'] : [], [...c.item.materials.value.map(({ code }) => code), AUTHORITY]];
}

function faultsOf(kind: AnswerKind, { values, files }: Incoming, c: Case) {
  const issues: { path: string; code: string }[] = [];
  const long = (path: string, limit: number) => typed(values, path).length > limit && issues.push({ path, code: 'too-long' });
  if (kind === 'withdraw') {
    if (typed(values, 'reason').trim() === '') issues.push({ path: 'reason', code: 'reason-needed' });
    long('reason', 2000);
  }
  if (kind === 'correct') {
    for (const name of FORM) long(name, LIMITS[name]!);
    long('note', 2000);
    if (files.length === 0 && typed(values, 'note').trim() === '' && !changed(values, c))
      issues.push({ path: 'note', code: 'note-needed' });
  }
  if (kind === 'hand-in' && files.length === 0) issues.push({ path: `file.${c.s.toFollow?.papers[0] ?? ''}`, code: 'required' });
  return issues;
}

function inputOf(kind: AnswerKind, values: Values, c: Case): Record<string, unknown> {
  if (kind === 'withdraw') return { reason: typed(values, 'reason') };
  if (kind === 'hand-in') return {};
  const note = typed(values, 'note').trim();
  return { ...(changed(values, c) && { form: formOf(values, c) }), ...(note && { note }) };
}
