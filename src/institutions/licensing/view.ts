import type { Clock, LocalDate } from '../../kernel/clock/types.ts';
import { type Identity, unmask } from '../../kernel/journal/personal.ts';
import { accountsOf } from '../../kernel/matter/accounts.ts';
import type { EngineMoment } from '../../kernel/matter/engine.ts';
import type { Folded } from '../../kernel/matter/fold.ts';
import type { Action, Owner } from '../../kernel/matter/types.ts';
import { maskId } from '../../kernel/organisation/index.ts';
import type { Actor } from '../../kernel/organisation/types.ts';
import type { Lang, Text } from '../../kernel/text.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { licensing } from './definition.ts';
import { billsView } from './fees/bills-view.ts';
import type { MatterRecord } from './list-queries.ts';
import type { LicensingWorld } from './permissions.ts';
import type { MatterFile, PersonRecord, ShownFact } from './queries.ts';
import { standing } from './rules/clocks.ts';
import { provisionalStep } from './rules/open-dates.ts';
import { type RenewalDay, renewable, renewalDay } from './rules/renewal.ts';
import type { Licensing, LicensingFact } from './rules/state.ts';
import { CENTRE, lightOf, totalLight } from './rules/summary.ts';
import { accountWords, deemedReason, erased } from './words.ts';

/** Who may look at names and papers: the applicant, the centre, the organs of the matter, and those who supervise. */
const OVERSEERS = ['EFF', 'AUD', 'GOV', 'COUNTY', 'CDI'];

export const involved = (s: Licensing, actor: Actor): boolean =>
  hasPart(
    s.person,
    s.steps.map((x) => x.organ),
    s.lead,
    actor,
  );

/** The same, of a matter that is not folded. */
export function hasPart(person: string, steps: readonly string[], lead: string, actor: Actor): boolean {
  if (actor.person === person) return true;
  const organs = [CENTRE, lead, ...steps, ...OVERSEERS];
  return actor.seats.some((seat) => organs.includes(seat.organ));
}

/** Whose work is the whole county's. */
export const seesAll = (actor: Actor): boolean => actor.seats.some((seat) => seat.organ === CENTRE || OVERSEERS.includes(seat.organ));

/** One line of a list: no name, no paper. */
export const matterLine = ({ opened, since, closed, account, holder, ...m }: MatterRecord) => ({
  ...m,
  received: new Date(opened * 1000).toISOString(),
  closed: closed === null ? undefined : new Date(closed * 1000).toISOString(),
  touched: new Date(since * 1000).toISOString(),
  owner: { account, holder },
});

export const clockView = ({ term, kind, due, provisional, conditional, derivation, zero, extended, pauses, atMost }: Clock) => ({
  term,
  kind,
  zero,
  due,
  provisional,
  conditional,
  extended,
  pauses,
  atMost,
  derivation,
});

/** The answer to filing: number, query code, and until when the applicant hears. */
export const receiptView = (m: Folded, code: string) => {
  const s = m.state as Licensing;
  return {
    number: m.number,
    queryCode: code,
    state: s.status,
    lateRenewal: s.lateRenewal,
    person: s.person,
    clocks: Object.values(s.clocks).map((c) => clockView(c as Clock)),
  };
};

/** Holder of an account in words: an organ, a seat, the ground of a pause, the applicant. */
export function holderName(owner: Owner, s: Licensing, moment: EngineMoment): Text {
  const ground = moment.law.grounds.get(owner.holder)?.name ?? moment.law.find(owner.holder)?.name;
  if (owner.account === 'applicant') return accountWords.applicant;
  if (owner.account === 'superior') {
    const item = (moment.snapshot.worlds.licensing as LicensingWorld).catalogue.item(s.item, { version: s.itemVersion });
    return item?.forwardedTo ?? accountWords.superior;
  }
  return moment.directory.organ(owner.holder)?.name ?? ground ?? accountWords[owner.account];
}

/** All actions with whether this actor may, and if not why, on which basis, and who could. */
export function actionsView(m: Folded, actor: Actor, moment: EngineMoment, say: (r: { code: string }) => { text: string; basis?: string }) {
  const world = moment.snapshot.worlds.licensing as LicensingWorld;
  const s = swept(m.state as Licensing, moment, world);
  const context = { ...moment, actor, world, number: m.number };
  return Object.entries(licensing.actions as Record<string, Action<Licensing, never, LicensingFact, LicensingWorld>>).map(
    ([name, action]) => {
      const reasons = action.permit(s, context);
      return {
        name,
        label: action.label,
        basis: action.basis,
        allowed: reasons.length === 0,
        reasons: reasons.map((r) => ({ code: r.code, ...say(r), ...(r.who && { who: r.who }) })),
      };
    },
  );
}

/** What the state will be once the day's silence and lights are recorded: the same that an action would meet. */
export function swept(s: Licensing, moment: EngineMoment, world: LicensingWorld): Licensing {
  return licensing
    .sweep(s, moment, world)
    .reduce(
      (state, fact) =>
        licensing.evolve(state, fact, { number: s.number, seq: 0, at: moment.now, on: moment.today, actor: 'law', capacity: 'sweep' }),
      s,
    );
}

/** Until when the renewal of a licence is asked for in time; undefined where its item knows none, or it does not end. */
export const renewalOf = ({ item, until }: { item: string; until?: LocalDate }, m: EngineMoment): RenewalDay | undefined =>
  renewable((m.snapshot.worlds.licensing as LicensingWorld).catalogue.item(item, { on: m.today })) ? renewalDay(until, m) : undefined;

/** A natural person's, for who has no part in the matter: the first character. */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name];
  return `${first}${'*'.repeat(Math.max(1, rest.length))}`;
}

const applicantView = (s: Licensing, who: PersonRecord | undefined, full: boolean) => {
  if (!who) return { person: s.person, erased: true };
  const name = full || who.kind === 'firm' ? who.name : maskName(who.name);
  return {
    person: s.person,
    kind: who.kind,
    name,
    idType: who.idType,
    idNumber: maskId(who.idNumber),
    ...(full && { phone: who.phone, agent: who.agent && { ...who.agent, idNumber: maskId(who.agent.idNumber) } }),
  };
};

export interface Viewer {
  readonly actor: Actor;
  readonly lang: Lang;
  readonly say: (r: { code: string }) => { text: string; basis?: string };
  /** Who really looks, where it is with another's eyes: nothing is shown that she may not see herself. */
  readonly within?: Actor;
}

/** One matter as `GET /api/v1/matters/{n}` shows it. */
export function matterView(file: MatterFile & { matter: Folded }, moment: EngineMoment, { actor, lang, say, within }: Viewer) {
  const { matter: m, facts } = file;
  const s = m.state as Licensing;
  const full = involved(s, actor) && (within === undefined || involved(s, within));
  const catalogue: Catalogue = (moment.snapshot.worlds.licensing as LicensingWorld).catalogue;
  const item = catalogue.item(s.item, { version: s.itemVersion });
  const bills = billsView(s, file, catalogue, lang);
  return {
    number: m.number,
    version: m.version,
    whole: full,
    state: s.status,
    ending: s.ending,
    light: actor.kind === 'officer' ? lightOf(s) : totalLight(s),
    item: { id: s.item, version: s.itemVersion, name: item?.name, case: s.case },
    channel: s.channel,
    bundle: s.bundle,
    applicant: applicantView(s, file.identity, full),
    form: full ? file.form : undefined,
    received: new Date(m.opened * 1000).toISOString(),
    receivedOn: s.receivedOn,
    acceptedOn: s.acceptedOn,
    closed: m.closed && new Date(m.closed * 1000).toISOString(),
    owner: { ...m.owner, name: holderName(m.owner, s, moment), since: new Date(sinceWhen(facts) * 1000).toISOString() },
    steps: s.steps.map(({ signed, opened, closed, ...step }) => ({
      ...step,
      provisional: provisionalStep(s.clocks, step.due),
      name: moment.directory.organ(step.organ)?.name,
      etag: `"${m.touched[step.id] ?? m.version}"`,
      opened: new Date(opened * 1000).toISOString(),
      closed: closed && new Date(closed * 1000).toISOString(),
      seconds: (closed ?? moment.now) - opened,
      signatures_given: signed.length,
      opinions: full ? opinionsOf(step.id, facts, file.names, lang) : undefined,
    })),
    clocks: Object.values(standing(s, moment).clocks).map((c) => clockView(c as Clock)),
    pause: s.pause,
    demands: s.demands && unmask(s.demands, file.names, erased[lang]),
    hearing:
      full && s.heard?.notice ? unmask({ ...s.heard.notice, held: s.heard.hearing === 'held' }, file.names, erased[lang]) : undefined,
    papers: s.papers,
    toFollow: s.toFollow,
    // The first that is due, else the last: what a reader of one bill has always had.
    bill: bills.find(({ state }) => state === 'due') ?? bills.at(-1),
    bills,
    decision: s.decision && { ...s.decision, ...decisionTexts(facts, file.names, lang) },
    actions: actionsView(m, actor, moment, say),
  };
}

const opinionsOf = (step: string, facts: readonly ShownFact[], names: Identity, lang: Lang) =>
  facts
    .filter((f) => f.body.step === step && 'opinion' in f.body)
    .map((f) => ({
      kind: f.kind,
      at: new Date(f.at * 1000).toISOString(),
      seat: f.capacity,
      opinion: f.body.opinion,
      text: unmask(f.body.text, names, erased[lang]),
    }));

const decisionTexts = (facts: readonly ShownFact[], names: Identity, lang: Lang) => {
  const body = facts.findLast((f) => f.kind === 'decided')?.body;
  if (!body) return {};
  const { paper, reason, way, conditions, superior, deemed } = body;
  const why = deemed ? deemedReason[lang] : reason;
  return unmask({ paper, reason: why, way, conditions, superior, deemed }, names, erased[lang]);
};

/** Since when the present owner holds it. */
export function sinceWhen(facts: readonly ShownFact[]): number {
  const last = facts.at(-1);
  let since = last?.at ?? 0;
  for (const f of [...facts].reverse()) {
    if (f.account !== last?.account || f.holder !== last?.holder) break;
    since = f.at;
  }
  return since;
}

/** The time accounts, in instants and seconds: contiguous, and they add up. Facts after the closing hold no time. */
export function accountsView(m: Folded, facts: readonly ShownFact[], now: number) {
  const until = m.closed ?? now;
  const counted = m.closed === undefined ? facts : facts.filter((f) => f.at <= (m.closed as number));
  return accountsOf(counted, until).map((e) => ({
    ...e,
    from: new Date(e.from * 1000).toISOString(),
    to: new Date(e.to * 1000).toISOString(),
  }));
}
