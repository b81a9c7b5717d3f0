import { digestOf } from '../journal/canonical.ts';
import { type Commitment, mask, type PersonalEntry } from '../journal/personal.ts';
import { append, type Folded, type Hand, type SealedFact } from './fold.ts';
import type { AnyKind, FactBase, ProjectedRow, Summary } from './types.ts';
import type { FileRow, MatterWrite, WorkRow } from './write.ts';

/** One matter growing in memory before it is written. */
export class Draft {
  number: string;
  current: Folded | undefined;
  readonly facts: SealedFact[] = [];
  readonly requests: { who: string; key: string; hash: Buffer; reply: string }[] = [];
  readonly #kind: AnyKind;
  readonly #before: Folded | undefined;
  readonly #random: (bytes: number) => Buffer;
  readonly #rows: ProjectedRow[] = [];
  readonly #personal = new Map<string, MatterWrite['personal'][number]>();
  readonly #files: FileRow[] = [];
  #identity: Readonly<Record<string, string>>;
  #pending: Commitment[] = [];
  #summary: Summary | undefined;

  constructor(kind: AnyKind, number: string, before: Folded | undefined, identity: Readonly<Record<string, string>>, random: (b: number) => Buffer) {
    this.#kind = kind;
    this.number = number;
    this.#before = before;
    this.current = before;
    this.#identity = identity;
    this.#random = random;
  }

  /** The matter as it will be; only after a first fact. */
  get after(): Folded {
    return this.current as Folded;
  }

  /** Sets personal data and files aside; the next fact carries their digests. */
  keep(entries: readonly PersonalEntry[], files: readonly FileRow[]): void {
    for (const { person, key, value } of entries) {
      const salt = this.#random(16);
      const commitment = { person, key, digest: digestOf(salt, value) };
      this.#pending.push(commitment);
      this.#personal.set(`${person} ${key}`, { ...commitment, value, salt });
      if (key.startsWith('identity:')) this.#identity = JSON.parse(value).mask ?? {};
    }
    this.#files.push(...files);
  }

  append(fact: FactBase, hand: Hand): void {
    const body = { ...mask(fact, this.#identity, this.#kind.freeText), ...(this.#pending.length > 0 && { personal: this.#pending }) };
    this.#pending = [];
    const { after, sealed, rows, summary } = append(this.#kind, this.current, this.number, body, hand, this.#random(16));
    this.current = after;
    this.#summary = summary;
    this.facts.push(sealed);
    this.#rows.push(...rows);
  }

  write(): MatterWrite {
    const summary = this.#summary as Summary;
    return {
      before: this.#before,
      after: this.after,
      summary,
      facts: this.facts,
      work: workChanges(this.#before ? this.#kind.summary(this.#before.state).work : [], summary.work, this.after.last),
      rows: this.#rows,
      personal: [...this.#personal.values()],
      files: this.#files,
      requests: this.requests,
    };
  }
}

/** Only what changed on the desks: new items, changed items, items done. */
export function workChanges(before: Summary['work'], after: Summary['work'], at: number): WorkRow[] {
  const old = new Map(before.map((w) => [w.step, w]));
  const open = new Set(after.map((w) => w.step));
  const changed = after.filter((w) => JSON.stringify(old.get(w.step)) !== JSON.stringify(w)).map((w) => ({ ...w, opened: at }));
  return [...changed, ...before.filter((w) => !open.has(w.step)).map((w) => ({ ...w, opened: at, done: at }))];
}
