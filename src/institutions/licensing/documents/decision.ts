import type { LocalDate } from '../../../kernel/clock/types.ts';
import { type Refusal, reasonFor } from '../../../kernel/decision.ts';
import { dayOf } from '../../../kernel/matter/fold.ts';
import type { Actor } from '../../../kernel/organisation/types.ts';
import { fill } from '../../../kernel/text.ts';
import { worldOf } from '../desk/view.ts';
import type { Ctx } from '../permissions.ts';
import { leadOrDecider } from '../permits.ts';
import { type Case, caseName, factsOf, groundName, lastFact, organName, told } from '../portal/case.ts';
import { longDay } from '../portal/say.ts';
import type { Draft } from '../queries/draft.ts';
import type { FactOf } from '../rules/state.ts';
import { involved } from '../view.ts';
import { opinionWords, refusalWords } from '../words.ts';
import { type Template, templates, documentWords as words } from './words.ts';

const because = reasonFor(refusalWords);
type Outcome = 'granted' | 'refused';
type Holes = Readonly<Record<string, string | undefined>>;

/** The decision as a paper, in the organ's name (P11, 行政许可法 38): the same for the printer and for the file. */
export interface DecisionDocument {
  /** Not yet decided: without a number, without effect, and marked. */
  readonly draft: boolean;
  readonly outcome: Outcome;
  readonly organ: string;
  readonly title: string;
  readonly number: string;
  readonly to: string;
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
  readonly remedies: { readonly heading: string; readonly text: string };
  readonly seal: string;
  readonly date: string;
  /** At the head of each page: that it is a draft, that it is a specimen. */
  readonly marks: readonly string[];
  readonly foot: readonly string[];
  readonly fileName: string;
  /** The officer's own words in a draft, as typed. */
  readonly own?: Draft;
}

/** The final paper is for whoever has a part in the matter; the draft for the lead's officers and those who may decide. */
export function mayRead(c: Case, actor: Actor): readonly Refusal[] {
  if (c.s.decision) return involved(c.s, actor) ? [] : [because('no-authority')];
  const ctx: Ctx = { ...c.moment, actor, world: worldOf(c.moment), number: c.m.number };
  if (!leadOrDecider.seat(c.s, ctx)) return [because('no-authority', { who: leadOrDecider.who(c.s, ctx) })];
  return c.s.status === 'accepted' && !c.s.forwards ? [] : [because('nothing-to-draft')];
}

/** `outcome`: of a draft; else as it was drafted, else as the opinions are. */
export function decisionDocument(c: Case, specimen: boolean, outcome?: Outcome, own?: Draft): DecisionDocument {
  const fact = lastFact(c, 'decided');
  const body = fact && told(c, fact.body, 'zh');
  const against = c.s.steps.some((step) => step.opinion === 'disagree');
  const result: Outcome = body?.outcome ?? outcome ?? own?.outcome ?? (against ? 'refused' : 'granted');
  const template: Template = templates[kindOf(c, result, body)];
  const holes: Holes = { ...factHoles(c), ...decisionHoles(c, result, body, own?.outcome === result ? own : undefined) };
  const draft = body === undefined;
  const { title } = template;
  return {
    draft,
    outcome: result,
    organ: organName(c, c.s.lead).zh,
    title,
    number: body ? filled(words.number, { paper: body.paper })! : words['number-to-come'],
    to: filled(words.to, { name: c.file.identity?.name ?? c.m.number })!,
    sections: template.sections.map(({ heading, paragraphs }) => ({
      heading,
      paragraphs: paragraphs.flatMap((one) => filled(one, holes)?.split(LINES) ?? []),
    })),
    remedies: { heading: words['remedies-heading'], text: words.remedies },
    seal: words.seal,
    date: body ? long(body.on) : words['date-to-come'],
    marks: [...(draft ? [words['draft-line']] : []), ...(specimen ? [words.specimen] : [])],
    foot: [
      ...(body?.superior ? [filled(words.superior, { paper: body.paper })!] : []),
      words.foot,
      filled(words.check, { number: c.m.number })!,
    ],
    ...(draft && own && { own }),
    fileName: filled(draft ? words['file-draft'] : words.file, { title, number: c.m.number })!,
  };
}

function kindOf(c: Case, outcome: Outcome, body: FactOf<'decided'> | undefined): keyof typeof templates {
  if (outcome === 'refused') return 'refused';
  if (body?.deemed) return 'granted-deemed';
  return c.s.case === 'cancel' ? 'granted-cancel' : 'granted';
}

/** What is typed in several lines stands in several paragraphs. */
const LINES = /\r?\n+/;
const long = (date: LocalDate): string => longDay(date).zh;

/** A paragraph with its holes filled; nothing where one of them has nothing to say. */
function filled(text: string, holes: Holes): string | undefined {
  const asked = [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  if (asked.some((name) => holes[name] === undefined)) return undefined;
  return fill(text, holes as Record<string, string>);
}

/** What happened, from the record. */
function factHoles(c: Case): Holes {
  const { s } = c;
  const [accepted, deemed, corrected] = [lastFact(c, 'accepted'), lastFact(c, 'deemed-accepted'), lastFact(c, 'corrected')];
  const hearing = lastFact(c, 'hearing-held');
  const extended = lastFact(c, 'extended')?.body.clocks[0];
  const pauses = pausesOf(c);
  const assists = assistsOf(c);
  return {
    applicant: c.file.identity?.name ?? s.person,
    filed: long(s.filedOn ?? s.receivedOn),
    item: c.item.name.zh,
    case: caseName(c).zh,
    number: c.m.number,
    accepted: accepted && !accepted.body.toFollow ? long(accepted.body.on) : undefined,
    acceptedLacking: accepted?.body.toFollow && long(accepted.body.on),
    deemed: deemed && long(deemed.body.on),
    corrected: corrected && long(dayOf(corrected.at)),
    pauses: pauses.length > 0 ? pauses.join(words.comma) : undefined,
    extended: extended && `${long(extended.due)}${extended.provisional ? words.provisional : ''}`,
    assists: assists.length > 0 ? assists.join('') : undefined,
    spoke: s.heard && s.heard.spoke > 0 ? String(s.heard.spoke) : undefined,
    hearing: hearing && long(hearing.body.on),
    basis: c.item.basis.value,
    old: s.licence,
  };
}

function pausesOf(c: Case): string[] {
  const ends = factsOf(c, 'resumed');
  return factsOf(c, 'paused')
    .filter(({ body }) => body.statutory)
    .map((begun) => {
      const end = ends.find((one) => one.seq > begun.seq);
      const said = { ground: groundName(c, begun.body.ground).zh, from: long(dayOf(begun.at)) };
      return end ? filled(words.pause, { ...said, to: long(dayOf(end.at)) })! : filled(words['pause-open'], said)!;
    });
}

/** The opinions of the assisting organs, as approved. */
const assistsOf = (c: Case): string[] =>
  c.s.steps
    .filter((step) => step.id !== 'lead' && step.opinion)
    .map((step) => {
      const last = factsOf(c, 'approved').findLast((one) => one.body.step === step.id);
      const text = last ? told(c, last.body.text, 'zh') : '';
      return filled(words.assist, { organ: organName(c, step.organ).zh, opinion: opinionWords[step.opinion!].zh, text })!;
    });

/** The lead's opinion that says so: whoever examined says why; who reviews and approves mostly says that he agrees. */
function opinionFor(c: Case, outcome: Outcome) {
  const so = factsOf(c, 'proposed', 'checked', 'approved').filter(
    ({ body }) => body.step === 'lead' && (body.opinion === 'disagree') === (outcome === 'refused'),
  );
  return so.findLast(({ body }) => body.kind === 'proposed') ?? so.at(-1);
}

/** What was decided, or what is proposed: the lead's opinion stands in for a reason that is still to be written. */
function decisionHoles(c: Case, outcome: Outcome, body: FactOf<'decided'> | undefined, own?: Draft): Holes {
  if (!body) {
    const opinion = opinionFor(c, outcome);
    return {
      reason: own?.reason ?? (opinion ? told(c, opinion.body.text, 'zh') : words['reason-to-come']),
      way: own?.way ?? words['way-to-come'],
      conditions: own?.conditions,
      licence: words['number-to-come'],
      validity: words['validity-to-come'],
    };
  }
  const { grant } = body;
  return {
    reason: body.reason,
    way: body.way,
    conditions: body.conditions,
    licence: grant?.number,
    validity:
      grant &&
      (grant.to
        ? filled(words.range, { from: long(grant.from), to: long(grant.to) })
        : filled(words['no-end'], { from: long(grant.from) })),
    against: body.against ? '' : undefined,
  };
}
