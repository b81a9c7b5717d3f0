import type { Pool } from 'pg';
import type { Command, EngineMoment, EngineWatch, Outcome, Snapshot } from './command.ts';
import { type Decided, decideCommand, type Sitting, seriesOf } from './decide.ts';
import type { Draft } from './draft.ts';
import { dayOf } from './fold.ts';
import { readBatch } from './read.ts';
import { type County, type Loaded, Recent } from './recent.ts';
import { runTogether } from './together.ts';
import type { AnyKind } from './types.ts';
import { buildWrite, isOvertaken } from './write.ts';

export type { Command, Done, EngineMoment, EngineWatch, Outcome, Refused, Snapshot } from './command.ts';

export interface EngineParts {
  /** Its connections have the `ENGINE_SETTINGS`. */
  readonly pool: Pool;
  readonly kinds: readonly AnyKind[];
  readonly snapshot: () => Promise<Snapshot>;
  /** The machine's clock, milliseconds since the epoch. */
  readonly machineNow: () => number;
  /** Salts. What they are for is told too, so that a county lived from a seed is the same each time. */
  readonly random: (bytes: number, about: string) => Buffer;
  /** Batches under way at once; a matter is never in two. */
  readonly lanes?: number;
  readonly batch?: number;
  readonly watch?: EngineWatch;
}

interface Waiting {
  /** One command, or several openings that stand or fall together. */
  readonly commands: readonly Command[];
  tries: number;
  /** Decided on what the database just said, not on memory. */
  read: boolean;
  settle(outcome: Outcome): void;
  fail(error: unknown): void;
}

/** Two servers that open matters at once take turns: twenty losses in a row are one in a million. */
const MAX_TRIES = 20;
/** A batch smaller than this is not shared with an idle lane: what a statement costs by itself would outweigh it. */
const SMALL = 8;

/**
 * `perform` does the shell of every action once for all institutions: read, permit, parse, decide, project, write. A matter this
 * engine wrote last is not read again: the write finds out whether it has been overtaken, and then it is read and decided anew.
 * Performs that arrive while a statement runs share the next read and the next write; an acknowledgement waits for the commit.
 */
export class Engine {
  readonly #parts: EngineParts;
  readonly #kinds: ReadonlyMap<string, AnyKind>;
  readonly #busy = new Set<string>();
  readonly #recent = new Recent();
  readonly #lanes: number;
  #queue: Waiting[] = [];
  #running = 0;
  #called = false;
  #snapshot: { edition: number; value: Snapshot } | undefined;
  #last: EngineMoment | undefined;

  constructor(parts: EngineParts) {
    this.#parts = parts;
    this.#lanes = parts.lanes ?? 2;
    this.#kinds = new Map(parts.kinds.map((k) => [k.name, k]));
  }

  perform(command: Command): Promise<Outcome> {
    return this.#enqueue([command]);
  }

  /** Opens several matters in one commit, all or none. The outcome is the first one's; its reply sees all. */
  openTogether(commands: readonly Command[]): Promise<Outcome> {
    return this.#enqueue(commands);
  }

  /** What is in force at an offset and edition of the county's clock. */
  async moment(offset: number, edition: number): Promise<EngineMoment> {
    if (this.#snapshot?.edition !== edition) this.#snapshot = { edition, value: await this.#parts.snapshot() };
    const snapshot = this.#snapshot.value;
    const now = Math.floor((this.#parts.machineNow() + offset) / 1000);
    this.#last = { now, today: dayOf(now), calendar: snapshot.calendar, law: snapshot.law, directory: snapshot.directory, snapshot };
    return this.#last;
  }

  /** The moment last asked for, for who may not wait: a line of the log. */
  get last(): EngineMoment | undefined {
    return this.#last;
  }

  /** For who writes whole pages beside the batches (`bulk.ts`). */
  get parts(): Pick<EngineParts, 'kinds' | 'random'> {
    return this.#parts;
  }

  kind(name: string): AnyKind {
    const kind = this.#kinds.get(name);
    if (!kind) throw new Error(`engine: no kind ${name}`);
    return kind;
  }

  #enqueue(commands: readonly Command[]): Promise<Outcome> {
    return new Promise((settle, fail) => {
      const told = (outcome: Outcome) => {
        this.#parts.watch?.acted(commands, outcome);
        settle(outcome);
      };
      this.#queue.push({ commands, tries: 0, read: false, settle: told, fail });
      this.#call();
    });
  }

  /** A second lane begins once the requests at hand have been read, so that they come in one batch; the first begins at once. */
  #call(): void {
    if (this.#called || this.#queue.length === 0 || this.#running >= this.#lanes) return;
    this.#called = true;
    (this.#running === 0 ? queueMicrotask : setImmediate)(() => {
      this.#called = false;
      void this.#lane();
    });
  }

  async #lane(): Promise<void> {
    this.#running++;
    for (let group = this.#take(); group.length > 0; group = this.#take()) {
      this.#call();
      await this.#run(group);
      for (const w of group) this.#busy.delete(placeOf(w));
    }
    this.#running--;
  }

  /** The next batch: whatever waits, save matters that are in another lane's hands; new numbers are given by one lane at a time. */
  #take(): Waiting[] {
    const share = Math.ceil(this.#queue.length / (this.#lanes - this.#running + 1));
    const most = Math.min(this.#parts.batch ?? 128, Math.max(share, SMALL));
    const taken: Waiting[] = [];
    const left: Waiting[] = [];
    const mine = new Set<string>();
    for (const w of this.#queue) {
      const place = placeOf(w);
      if (taken.length >= most || (this.#busy.has(place) && !mine.has(place))) {
        left.push(w);
        continue;
      }
      mine.add(place);
      this.#busy.add(place);
      taken.push(w);
    }
    this.#queue = left;
    return taken;
  }

  /**
   * A batch that the database refused is retried one by one, so that one bad apple spoils only itself. Where the connection
   * was lost nobody knows whether it was committed: nothing is tried again, the callers are told (and repeat with their key).
   */
  async #run(group: readonly Waiting[]): Promise<void> {
    try {
      await this.#batch(group);
    } catch (error) {
      if (isOvertaken(error)) await this.#again(group);
      else if (group.length === 1 || !refusedByDatabase(error)) for (const w of group) w.fail(error);
      else for (const w of group) await this.#run([w]);
    }
  }

  /** Another server was faster with one of them: all are read and decided anew, one by one if that goes on. */
  async #again(group: readonly Waiting[]): Promise<void> {
    for (const w of group) w.tries++;
    const [tired, patient] = [group.filter((w) => w.tries >= MAX_TRIES), group.filter((w) => w.tries < MAX_TRIES)];
    for (const { commands, fail } of tired)
      fail(new Error(`engine: ${commands[0]?.number ?? 'the last number'} kept changing under ${commands[0]?.action ?? 'an opening'}`));
    if (patient.length > 1 && patient.some((w) => w.tries > 2)) for (const w of patient) await this.#run([w]);
    else this.#queue.unshift(...patient);
  }

  async #batch(group: readonly Waiting[]): Promise<void> {
    const { county, loaded } = await this.#load(group);
    const moment = await this.moment(county.offset, county.edition);
    const drafts = new Map<string, Draft>();
    const sitting: Sitting = { moment, kindOf: (k) => this.kind(k), random: this.#parts.random, drafts, ...seriesOf(county) };
    const decided: { w: Waiting; result: Decided }[] = [];
    const again: Waiting[] = [];
    const keys = new Set<string>();

    let at = 0;
    for (const w of group) {
      const mine = loaded.slice(at, at + w.commands.length);
      at += w.commands.length;
      const request = w.commands[0]?.request;
      const key = request && `${request.who}\n${request.key}`;
      if (key && keys.has(key)) again.push(w);
      else decided.push({ w, result: decideCommand(w.commands, mine, sitting) });
      if (key) keys.add(key);
    }

    const ok = await this.#write(sitting, county, group.length);
    // Nobody hears anything before the commit, a refusal neither: it may rest on what the batch itself brought, or on memory.
    for (const { w, result } of decided) {
      const written = result.numbers.length > 0 && result.numbers.every((n) => ok.has(n));
      if (written || w.read) w.settle(result.outcome);
      else again.push(w);
    }
    for (const w of again) w.tries++;
    this.#queue.unshift(...again);
  }

  /** From memory what is there and was not overtaken before; the rest in one read. */
  async #load(group: readonly Waiting[]): Promise<{ county: County; loaded: readonly Loaded[] }> {
    const commands = group.flatMap((w) => w.commands);
    const remembered = new Map(commands.map((c) => [c, this.#recent.loaded(c)]));
    const places = new Set(group.filter((w) => w.tries > 0 || w.commands.some((c) => !remembered.get(c))).map(placeOf));
    for (const w of group) w.read = places.has(placeOf(w));
    const known = this.#recent.county;
    if (places.size === 0 && known) return { county: known, loaded: commands.map((c) => remembered.get(c)!) };
    const asked = group.filter((w) => w.read).flatMap((w) => w.commands);
    const { county, loaded } = await readBatch(this.#parts.pool, asked, (k) => this.kind(k), this.#recent);
    this.#recent.know(
      county,
      commands.some((c) => c.number === undefined),
    );
    const fresh = new Map(asked.map((c, i) => [c, loaded[i]!]));
    return { county, loaded: commands.map((c) => fresh.get(c) ?? remembered.get(c)!) };
  }

  /** The numbers of the matters written. */
  async #write({ drafts, serials }: Sitting, county: County, size: number): Promise<Set<string>> {
    const grown = [...drafts.values()].filter((d) => d.facts.length > 0).sort((a, b) => (a.number < b.number ? -1 : 1));
    if (grown.length === 0) return new Set();
    const writes = grown.map((d) => d.write());
    await runTogether(this.#parts.pool, buildWrite(writes, this.#parts.kinds, county, serials));
    this.#parts.watch?.wrote(size);
    for (const draft of grown) this.#recent.keep(draft.after, draft.identity);
    if (writes.some((w) => !w.before)) this.#recent.gave(serials);
    return new Set(grown.map((d) => d.number));
  }
}

/** What a lane holds alone: the matter, or the giving of new numbers. */
const placeOf = (w: Waiting): string => w.commands[0]?.number ?? 'serial';

/** SQLSTATE classes of a statement that certainly did nothing: bad data, broken rules, conflicts, limits. */
export const refusedByDatabase = (error: unknown): boolean =>
  /^(21|22|23|40|42|44|54|P0)/.test(String((error as { code?: unknown }).code ?? ''));
