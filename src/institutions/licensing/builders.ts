import { localDate } from '../../kernel/clock/index.ts';
import type { CalendarYear } from '../../kernel/clock/types.ts';
import type { Refusal } from '../../kernel/decision.ts';
import { type AccountEntry, accountsOf } from '../../kernel/matter/accounts.ts';
import { decideCommand } from '../../kernel/matter/decide.ts';
import type { Draft } from '../../kernel/matter/draft.ts';
import type { Command, EngineMoment, Outcome, Snapshot } from '../../kernel/matter/engine.ts';
import { dayOf, type Folded, factOf, type SealedFact } from '../../kernel/matter/fold.ts';
import type { Context, ProjectedRow } from '../../kernel/matter/types.ts';
import type { ModelOrganisation } from '../../kernel/organisation/index.ts';
import type { Actor } from '../../kernel/organisation/types.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { licensing } from './definition.ts';
import { APPLICANT, application, complete } from './filing/builders.ts';
import type { LicensingWorld } from './permissions.ts';
import type { Licensing, LicensingFact, Opinion } from './rules/state.ts';
import { summary } from './rules/summary.ts';
import type { ActionName } from './words.ts';

/** What a story needs of a county; a test reads it from the files, never from the network or a database. */
export interface StoryWorld extends Pick<Snapshot, 'calendar' | 'law' | 'directory'> {
  readonly years: readonly CalendarYear[];
  readonly organisation: ModelOrganisation;
  readonly catalogue: Catalogue;
}

/** A persona, a seat (whoever sits in it that day), `stranger`, or an applicant's person id `c-…`. */
export type Who = string;

/**
 * A matter told as a story, in memory: given a day and an application, when somebody acts, then this. It goes through the
 * engine's own `decideCommand`, so time is swept, permission asked, input parsed and the decision taken in its order.
 */
export class Story {
  readonly world: StoryWorld;
  readonly facts: (SealedFact & { readonly body: string })[] = [];
  readonly rows: ProjectedRow[] = [];
  matter: Folded | undefined;
  last: Outcome = { ok: true, number: '', facts: [], reply: null, replayed: false };
  #now: number;
  #identity: Readonly<Record<string, string>> = {};
  #serial: number;
  #sweptTo: { of: Folded | undefined; today: string; state: Licensing } | undefined;
  #stored: { of: Folded | undefined; state: Licensing } | undefined;

  constructor(world: StoryWorld, at = '2026-03-02T09:00', serial = 1) {
    this.world = world;
    this.#now = instant(at);
    this.#serial = serial;
  }

  /** Sets the county's clock: `2026-02-13T09:00`, or a day at nine. */
  on(at: string): this {
    this.#now = instant(at);
    return this;
  }

  /** What the engine would read of the applicant, so that sentences are masked as they are there. */
  known(agent?: string): this {
    const { name, idNumber } = application().applicant;
    this.#identity = { name, idNumber, ...(agent && { 'agent.name': agent }) };
    return this;
  }

  after(seconds: number): this {
    this.#now += seconds;
    return this;
  }

  /** 收件 with everything in order unless the story says otherwise: `papers: []` that nothing was handed in. */
  filed(input: Readonly<Record<string, unknown>> = {}, who: Who = 'citizen'): this {
    const person = this.actor(who).kind === 'applicant' ? this.actor(who).person : APPLICANT;
    return this.#perform({
      kind: 'licensing',
      input: complete({ ...application(person), ...input }, this.world.catalogue),
      actor: () => this.actor(who),
    });
  }

  /** Somebody acts; the outcome is kept in `last`. */
  when(action: ActionName, input: unknown, who: Who, seen?: number): this {
    return this.#perform({ kind: 'licensing', number: this.#number, action, input, actor: () => this.actor(who), seen });
  }

  /** Every open step signed by its organ: 承办, 审核, 批准, or one signature. */
  examined(opinion: Opinion = 'agree'): this {
    for (const step of this.state.steps.filter((x) => x.stage !== 'done')) this.examinedBy(step.id, opinion);
    return this;
  }

  examinedBy(id: string, opinion: Opinion = 'agree'): this {
    const step = this.state.steps.find((x) => x.id === id);
    if (!step) throw new Error(`story: there is no step ${id}`);
    const seats =
      step.signatures === 'one'
        ? [['approve', 'DEP'] as const]
        : ([
            ['propose', 'EX1'],
            ['check', 'SH'],
            ['approve', 'DEP'],
          ] as const);
    for (const [act, seat] of seats) this.sure(act, { step: id, opinion, text: 'As the papers show.' }, `${step.organ}-${seat}`);
    return this;
  }

  decided(input: Readonly<Record<string, unknown>> = {}, who = `${this.state.lead}-CHF`): this {
    return this.sure('decide', { outcome: 'granted', reason: 'All conditions are met.', ...input }, who);
  }

  delivered(who = 'delivery-clerk'): this {
    return this.sure('deliver', { method: 'in-person', recipient: 'The applicant', proof: 'Signed the slip' }, who);
  }

  /** What goes before the story's point: it must succeed. */
  sure(action: ActionName, input: unknown, who: Who): this {
    this.when(action, input, who);
    if (!this.last.ok) throw new Error(`story: ${who} could not ${action}: ${[...this.codes, ...this.issues].join(', ')}`);
    return this;
  }

  /** The night passes: what time alone brings is recorded. */
  swept(): this {
    return this.#perform({ kind: 'licensing', number: this.#number, actor: () => LAW });
  }

  get #number(): string {
    if (!this.matter) throw new Error('story: nothing has been filed');
    return this.matter.number;
  }

  /** The state as the engine would read it again: what it was before it was stored does not count. */
  get state(): Licensing {
    if (this.#stored?.of !== this.matter) this.#stored = { of: this.matter, state: JSON.parse(JSON.stringify(this.matter?.state ?? null)) };
    return this.#stored!.state;
  }

  /** The same story so far, told on by itself. */
  fork(): Story {
    const other = new Story(this.world);
    other.#now = this.#now;
    other.#serial = this.#serial;
    other.matter = this.matter;
    other.#stored = this.#stored;
    other.#sweptTo = this.#sweptTo;
    other.facts.push(...this.facts);
    other.rows.push(...this.rows);
    return other;
  }

  get codes(): string[] {
    return this.last.ok ? [] : this.last.refusals.map((r) => r.code);
  }

  get issues(): string[] {
    return this.last.ok ? [] : (this.last.issues ?? []).map((i) => `${i.path} ${i.code}`);
  }

  get summary() {
    return summary(this.state);
  }

  get moment(): EngineMoment {
    const { calendar, law, directory, catalogue } = this.world;
    const snapshot = { calendar, law, directory, worlds: { licensing: { catalogue } satisfies LicensingWorld } };
    return { now: this.#now, today: dayOf(this.#now), calendar, law, directory, snapshot };
  }

  /** What the screen lists for somebody, on the state once the day's sweep is recorded. */
  listed(action: ActionName, who: Who): string[] {
    return this.reasons(action, who).map((r) => r.code);
  }

  reasons(action: ActionName, who: Who): readonly Refusal[] {
    const context: Context<LicensingWorld> = {
      ...this.moment,
      actor: this.actor(who),
      world: { catalogue: this.world.catalogue },
      number: this.#number,
    };
    return licensing.actions[action]!.permit(this.sweptState(), context);
  }

  sweptState(): Licensing {
    const { now, today } = this.moment;
    if (this.#sweptTo?.of === this.matter && this.#sweptTo?.today === today) return this.#sweptTo.state;
    const meta = { number: this.#number, seq: this.state.seq, at: now, on: today, actor: 'law', capacity: 'sweep' };
    const facts = licensing.sweep(this.state, this.moment, { catalogue: this.world.catalogue });
    this.#sweptTo = { of: this.matter, today, state: facts.reduce((s, fact) => licensing.evolve(s, fact, meta), this.state) };
    return this.#sweptTo.state;
  }

  accounts(): AccountEntry[] {
    const closed = this.matter?.closed;
    const counted = this.facts.filter((f) => closed === undefined || f.at <= closed);
    return accountsOf(counted, closed ?? Math.max(this.#now, this.matter?.last ?? 0));
  }

  actor(who: Who): Actor {
    const { organisation, directory } = this.world;
    const { today } = this.moment;
    if (who === 'stranger') return { kind: 'stranger', person: 'stranger', seats: [] };
    const person = organisation.personas.find((p) => p.name === who)?.person ?? directory.holdersOf(who, today).at(-1);
    if (!person && !who.startsWith('c-')) throw new Error(`story: nobody is called ${who}`);
    return directory.actor(person ?? who, today);
  }

  #perform(command: Command): this {
    const drafts = new Map<string, Draft>();
    const before = this.matter && { ...this.matter, state: this.state };
    const sitting = { moment: this.moment, kindOf: () => licensing, random: noRandom, drafts, serials: {}, after: this.#serial - 1 };
    const { outcome } = decideCommand([command], [{ matter: before, identity: this.#identity }], sitting);
    // Like the engine: what time brought is written even where the act itself is refused.
    for (const draft of drafts.values()) {
      if (draft.facts.length === 0) continue;
      const write = draft.write();
      this.facts.push(...write.facts);
      this.rows.push(...write.rows);
      this.matter = write.after;
    }
    this.last = outcome;
    return this;
  }
}

const LAW: Actor = { kind: 'law', person: 'law', seats: [] };
const noRandom = (bytes: number): Buffer => Buffer.alloc(bytes);

/** A local time of the county as seconds since the epoch. */
export function instant(at: string): number {
  const [day = '', time = '09:00'] = at.split('T');
  return Date.parse(`${localDate(day)}T${time}:00+08:00`) / 1000;
}

type Of<F, K> = F extends { readonly kind: infer J } ? (K extends J ? F : never) : never;

/** The last fact of that kind, as it comes back from what was written. */
export function bodyOf<K extends LicensingFact['kind']>(story: Story, kind: K): Of<LicensingFact, K> {
  const fact = story.facts.findLast((f) => f.kind === kind);
  if (!fact) throw new Error(`story: nothing was ${kind}`);
  return factOf(licensing, kind, JSON.parse(fact.body)) as Of<LicensingFact, K>;
}

export const lawActor = LAW;
export { application, complete };
