import { digestOf, saltOf } from '../journal/canonical.ts';
import { type Commitment, committed, learn, mask, type PersonalEntry } from '../journal/personal.ts';
import { append, type Folded, type Hand, type SealedFact } from './fold.ts';
import type { AnyKind, FactBase, ProjectedRow, Summary, WorkItem } from './types.ts';
import type { FileRow, MatterWrite, WorkRow } from './write.ts';

/** One matter growing in memory before it is written. */
const WRITTEN: ReadonlySet<string> = new Set(['written']);

export class Draft {
  number: string;
  current: Folded | undefined;
  readonly facts: SealedFact[] = [];
  readonly requests: { who: string; key: string; hash: Buffer; reply: string }[] = [];
  readonly #kind: AnyKind;
  readonly #before: Folded | undefined;
  readonly #random: (bytes: number, about: string) => Buffer;
  readonly #rows: ProjectedRow[] = [];
  readonly #personal = new Map<string, MatterWrite['personal'][number]>();
  readonly #files: FileRow[] = [];
  readonly #desks = new Desks();
  identity: Readonly<Record<string, string>>;
  #pending: Commitment[] = [];

  constructor(
    kind: AnyKind,
    number: string,
    before: Folded | undefined,
    identity: Readonly<Record<string, string>>,
    random: (bytes: number, about: string) => Buffer,
  ) {
    this.#kind = kind;
    this.number = number;
    this.#before = before;
    this.current = before;
    this.identity = identity;
    this.#random = random;
  }

  /** The matter as it will be; only after a first fact. */
  get after(): Folded {
    return this.current as Folded;
  }

  /** Sets personal data and files aside; the next fact carries their digests. */
  keep(entries: readonly PersonalEntry[], files: readonly FileRow[]): void {
    this.identity = entries.reduce(learn, this.identity);
    for (const { person, key, value: given, written } of entries) {
      const value = written ? JSON.stringify(mask({ written: JSON.parse(given) }, this.identity, WRITTEN).written) : given;
      const salt = this.#random(16, `${person} ${key}`);
      const commitment = { person, key, digest: digestOf(salt, value) };
      this.#pending.push(commitment);
      this.#personal.set(`${person} ${key}`, { ...commitment, value, salt });
    }
    this.#files.push(...files);
  }

  append(fact: FactBase, hand: Hand): void {
    const masked = mask(fact, this.identity, this.#kind.freeText);
    const body = this.#pending.length > 0 ? { ...masked, personal: committed(this.#pending, this.number) } : masked;
    this.#pending = [];
    const before = this.current ? (this.current.summary ?? this.#kind.summary(this.current.state)).work : [];
    const { after, sealed, rows, summary } = append(
      this.#kind,
      this.current,
      this.number,
      body,
      hand,
      this.current ? saltOf(this.current.salt, this.current.version + 1) : this.#random(16, `${this.number} 0`),
    );
    this.current = after;
    this.#desks.move(before, summary.work, after.last);
    this.facts.push(sealed);
    this.#rows.push(...rows);
  }

  write(): MatterWrite {
    return {
      kind: this.#kind,
      before: this.#before,
      after: this.after,
      summary: this.after.summary as Summary,
      facts: this.facts,
      work: [...this.#desks.rows.values()],
      done: [...this.#desks.done],
      rows: this.#rows,
      personal: [...this.#personal.values()],
      files: this.#files,
      requests: this.requests,
    };
  }
}

/** What moves on the desks as facts are appended: rows to be written, steps to be taken away. */
export class Desks {
  readonly rows = new Map<string, WorkRow>();
  readonly done = new Set<string>();

  move(before: Summary['work'], after: Summary['work'], at: number): void {
    for (const change of workChanges(before, after, at)) {
      const there = this.rows.get(change.step);
      if (change.done === undefined) {
        this.rows.set(change.step, there?.organ === change.organ ? rowOf(change, there.opened) : change);
        this.done.delete(change.step);
      } else {
        this.rows.delete(change.step);
        this.done.add(change.step);
      }
    }
  }
}

/** Only what changed on the desks: new items, changed items, items done. */
export function workChanges(before: Summary['work'], after: Summary['work'], at: number): WorkRow[] {
  const changes: WorkRow[] = [];
  for (const item of after) if (!before.some((w) => same(w, item))) changes.push(rowOf(item, at));
  for (const item of before) if (!after.some((w) => w.step === item.step)) changes.push(rowOf(item, at, at));
  return changes;
}

const rowOf = ({ step, organ, roles, due, dueSoon, stopped = false }: WorkItem, opened: number, done?: number): WorkRow => ({
  step,
  organ,
  roles,
  due,
  dueSoon,
  stopped,
  opened,
  done,
});

const same = (a: WorkItem, b: WorkItem): boolean =>
  a.step === b.step &&
  a.organ === b.organ &&
  a.due === b.due &&
  a.dueSoon === b.dueSoon &&
  (a.stopped ?? false) === (b.stopped ?? false) &&
  (a.roles === b.roles || a.roles.join() === b.roles.join());
