import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { sha256 } from '../../../kernel/journal/canonical.ts';
import { MAX_BODY } from '../../../platform/http/app.ts';
import { type FieldError, oneOf, type Visit } from '../../../portal/index.ts';
import { applicable, type Catalogue, type Item, type Material, noLicence } from '../../catalogue/index.ts';
import type { LicensingWorld } from '../permissions.ts';
import { licenceOn } from '../queries.ts';
import { fileMatters, type IncomingFile } from '../requests.ts';
import { renewable, renewalDay } from '../rules/renewal.ts';
import { AUTHORITY } from '../rules/state.ts';
import { bodyOf, fieldsAsked, issuesOf, ofCase, spread } from './application.ts';
import { ApplyPage, type ApplyProps } from './apply.page.tsx';
import type { PaperField } from './apply-fields.tsx';
import type { Draft, Drafts, Values } from './drafts.ts';
import { type Incoming, newKey, readForm, surplusOf } from './incoming.ts';
import { errorOf, fileError, ruleError } from './refusals.ts';
import type { Counter } from './routes.ts';
import { say, text } from './say.ts';

/** What is applied for: one item, or the licences of a bundle. */
interface Subject {
  readonly item?: Item;
  readonly bundle?: string;
  readonly items: readonly Item[];
  readonly shared: ReadonlyMap<string, readonly string[]>;
  readonly props: Pick<ApplyProps, 'title' | 'action' | 'back' | 'cases' | 'choices' | 'papers' | 'amountAsked'>;
}

/** Applying, for one item or for a bundle: a page that shows the form, and one that takes it. */
export function applyPages(app: FastifyInstance, counter: Counter, drafts: Drafts): void {
  const { door } = counter;
  type Params = { Params: { id: string } };
  const routes = [
    ['/apply/:id', itemSubject],
    ['/bundles/:id/apply', bundleSubject],
  ] as const;
  for (const [path, subjectOf] of routes) {
    app.get<Params>(path, async (request, reply) => {
      const visit = await door.visit(request);
      const subject = subjectOf(request.params.id, visit);
      if ('code' in subject) return door.refuse(request, reply, [subject]);
      const key = oneOf(request.query, 'draft', 100);
      const draft = key ? drafts.get(key) : undefined;
      return show(counter, request, reply, visit, subject, { key: draft && key ? key : newKey(), draft });
    });
    app.post<Params>(path, { bodyLimit: MAX_BODY }, async (request, reply) => {
      const visit = await door.visit(request, request.url);
      const subject = subjectOf(request.params.id, visit);
      const incoming = await readForm(request, drafts);
      if ('code' in subject) return door.refuse(request, reply, [subject]);
      return take(counter, drafts, request, reply, visit, subject, incoming);
    });
  }
}

async function take(
  counter: Counter,
  drafts: Drafts,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  subject: Subject,
  incoming: Incoming,
) {
  const { desk } = counter;
  const { key, values, files, faults, draft } = incoming;
  const { lang } = visit;
  const papers = subject.bundle ? [...subject.shared.keys()] : [...subject.props.papers.map(({ code }) => code), AUTHORITY];
  const surplus = surplusOf(incoming, fieldsAsked(subject.bundle !== undefined), papers);
  const other = values['case-switch']?.[0];
  if (other && surplus.length === 0) {
    const draft = { values: { ...values, case: [other], 'case-switch': [] }, files };
    drafts.put(key, draft);
    return show(counter, request, reply, visit, subject, { key, draft });
  }
  const hash = sha256(JSON.stringify(values)).toString('hex');
  if (draft?.done?.hash === hash) return reply.redirect(draft.done.at, 303);
  const errors: FieldError[] = draft?.done
    ? [{ message: say('done-already', lang, { number: draft.done.at.split(/[/?]/)[2] ?? '' }) }]
    : [];
  const filed = ofCase(values, subject.item);
  const asked = { item: subject.item?.id, bundle: subject.bundle };
  const expected = Number(values.kept?.[0] ?? 0);
  if (expected > 0 && !draft) errors.push({ message: say('lost-files', lang) });
  errors.push(
    ...[...surplus, ...issuesOf(filed, asked)].map((issue) => errorOf(desk, issue, lang)),
    ...faults.map((fault) => fileError(fault, lang)),
  );
  if (errors.length === 0) {
    request.headers['idempotency-key'] = key;
    const sent: IncomingFile[] = subject.bundle ? spread(files, subject.shared) : [...files];
    const outcome = await fileMatters(desk, request, bodyOf(filed, asked.item, asked.bundle), chosen(sent, values, subject));
    if (outcome.ok) {
      const { number, queryCode } = outcome.reply as { number: string; queryCode: string };
      const at = `/receipt/${encodeURIComponent(number)}?code=${queryCode}`;
      if (draft) drafts.put(key, { values: {}, files: [], done: { at, hash } });
      return reply.redirect(at, 303);
    }
    errors.push(
      ...(outcome.issues ?? []).map((issue) => errorOf(desk, issue, lang)),
      ...outcome.refusals.filter(({ code }) => code !== 'invalid-input').map((refusal) => ruleError(desk, refusal, lang)),
    );
  }
  const again = draft?.done ? newKey() : key;
  drafts.put(again, { values, files });
  return show(counter, request, reply, visit, subject, { key: again, draft: { values, files }, errors });
}

/** Papers of licences of a bundle that were not chosen stay out. */
const chosen = (files: IncomingFile[], values: Values, { bundle }: Subject): IncomingFile[] =>
  bundle ? files.filter((file) => (values.items ?? []).includes(file.material.split(':')[0]!)) : files;

async function show(
  counter: Counter,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  subject: Subject,
  form: { key: string; draft?: Draft; errors?: readonly FieldError[] },
) {
  const { key, draft, errors = [] } = form;
  const path = draft ? `${subject.props.action}?draft=${key}` : subject.props.action;
  const asked = oneOf(request.query, 'case', 20);
  const values = draft?.values ?? (asked ? { case: [asked] } : {});
  const page = createElement(ApplyPage, {
    ...subject.props,
    draftKey: key,
    values,
    files: draft?.files ?? [],
    errors,
    renewal: await renewalFor(counter, visit, subject, values),
    chrome: { ...visit.chrome, path },
  });
  return counter.door.send(request, reply, page, { status: errors.length > 0 ? 422 : 200, personal: true });
}

/** By when a renewal is to be asked for; a licence is told its own day where it is one of this item and stands. */
async function renewalFor({ desk }: Counter, { moment }: Visit, { item }: Subject, values: Values): Promise<ApplyProps['renewal']> {
  const lead = moment.law.find('licensing.renew');
  if (!lead || !renewable(item)) return undefined;
  const number = (values.licence?.[0] ?? '').trim().slice(0, 80).replaceAll('\u0000', '');
  const licence = number ? await licenceOn(desk.pool, number, moment.today) : undefined;
  const day = licence?.state === 'valid' && licence.item === item?.id ? renewalDay(licence.until, moment) : undefined;
  return { lead, ...(day && { of: { ...day, number, until: licence!.until!, past: moment.today > day.by } }) };
}

const catalogueIn = (visit: Visit): Catalogue => (visit.moment.snapshot.worlds.licensing as LicensingWorld).catalogue;
const short = (id: string): string => id.slice(0, 40);

function itemSubject(id: string, visit: Visit): Subject | { code: string; params?: Readonly<Record<string, string | number>> } {
  const { today } = visit.moment;
  const item = catalogueIn(visit).item(id, { on: today });
  const asked = { id: short(id), channel: 'online', on: today } as const;
  const refusals = applicable(item, { ...asked, givingUp: true });
  const inUse = refusals.length === 0 && applicable(item, asked).length === 0;
  if (!item) return noLicence(short(id), catalogueIn(visit));
  if (refusals[0]) return refusals[0];
  return {
    item,
    items: [item],
    shared: new Map(),
    props: {
      title: text('apply-title', { item: item.name }),
      action: `/apply/${encodeURIComponent(item.id)}`,
      back: { href: `/items/${encodeURIComponent(item.id)}`, label: item.name },
      cases: item.cases.value.filter((one) => inUse || one.id === 'cancel'),
      papers: item.materials.value.map(paperField),
      amountAsked: item.themes.includes('investment'),
    },
  };
}

const paperField = ({ code, name, source, essential, when, declarable }: Material): PaperField => ({
  code,
  name,
  source,
  essential,
  when,
  declarable,
});

/** The same paper for several licences is asked for once. */
function bundleSubject(id: string, visit: Visit): Subject | { code: string; params?: Readonly<Record<string, string | number>> } {
  const { today } = visit.moment;
  const catalogue = catalogueIn(visit);
  const bundle = catalogue.bundle(id);
  if (!bundle) return { code: 'bundle-unknown', params: { bundle: short(id) } };
  const choices = bundle.items.flatMap(({ item: code, optional }) => {
    const item = catalogue.item(code, { on: today });
    return item && applicable(item, { id: code, channel: 'online', on: today }).length === 0 ? [{ item, optional }] : [];
  });
  if (choices.length < 3) return { code: 'bundle-too-small' };
  const shared = new Map<string, string[]>();
  const papers = new Map<string, PaperField>();
  for (const { item } of choices) {
    const needed = item.cases.value.find((one) => one.id === 'new')?.materials ?? [];
    for (const material of item.materials.value.filter((one) => needed.includes(one.code))) {
      const code = papers.get(material.name.zh)?.code ?? `P${papers.size + 1}`;
      papers.set(material.name.zh, papers.get(material.name.zh) ?? { ...paperField(material), code });
      shared.set(code, [...(shared.get(code) ?? []), `${item.id}:${material.code}`]);
    }
  }
  return {
    bundle: bundle.id,
    items: choices.map(({ item }) => item),
    shared,
    props: {
      title: text('apply-bundle-title', { bundle: bundle.name }),
      action: `/bundles/${bundle.id}/apply`,
      back: { href: `/bundles/${bundle.id}`, label: bundle.name },
      cases: [],
      choices: choices.map(({ item, optional }) => ({ id: item.id, name: item.name, optional })),
      papers: [...papers.values()],
      amountAsked: false,
    },
  };
}
