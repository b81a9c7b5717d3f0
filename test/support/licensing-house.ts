import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { buildCatalogue } from '../../src/institutions/catalogue/index.ts';
import { application, complete, instant } from '../../src/institutions/licensing/builders.ts';
import { licensing } from '../../src/institutions/licensing/definition.ts';
import { readMatterFile } from '../../src/institutions/licensing/queries.ts';
import { actorOf, fileMatters, type LicensingDesk } from '../../src/institutions/licensing/requests.ts';
import type { Licensing } from '../../src/institutions/licensing/rules/state.ts';
import type { ActionName } from '../../src/institutions/licensing/words.ts';
import { sha256 } from '../../src/kernel/journal/canonical.ts';
import { type Command, Engine, type Outcome } from '../../src/kernel/matter/engine.ts';
import { dayOf } from '../../src/kernel/matter/fold.ts';
import type { TestDatabase } from './database.ts';
import { readModelCounty } from './model-county.ts';

export const opinion = { opinion: 'agree', text: 'As the papers show.' };
export const slip = { method: 'in-person', recipient: 'Test Citizen', proof: 'Signed the slip' };
export const grant = { outcome: 'granted', reason: 'All conditions are met.' };
export const codes = (o: Outcome): string[] => (o.ok ? [] : o.refusals.map((r) => r.code));

/** The licence matter on a real database, with the model county in memory and a clock to set. */
export class LicensingHouse {
  readonly db: TestDatabase;
  readonly engine: Engine;
  now = instant('2026-03-02T09:00');
  readonly #world = readModelCounty();
  #filings = 0;

  /** `assists`: items that more organs assist in than the model county's do. */
  constructor(db: TestDatabase, assists: Readonly<Record<string, readonly string[]>> = {}) {
    this.db = db;
    const { calendar, law, directory, parts } = this.#world;
    const items = parts.items.map((item) => {
      const organs = assists[item.id]?.map((organ) => ({ organ, duty: item.name, limit: { amount: 5, unit: 'wd' as const } }));
      return organs ? { ...item, assists: { ...item.assists, value: organs } } : item;
    });
    const catalogue = buildCatalogue({ ...parts, items });
    this.engine = new Engine({
      pool: db.app,
      kinds: [licensing],
      snapshot: async () => ({ calendar, law, directory, worlds: { licensing: { catalogue } } }),
      machineNow: () => this.now * 1000,
      random: (bytes) => randomBytes(bytes),
    });
  }

  async open(): Promise<this> {
    await this.db.owner.query(
      "INSERT INTO matter.county (code, name_zh, name_en, model, secret) VALUES ('test', '测试县', 'Test County', true, $1)",
      [randomBytes(32)],
    );
    return this;
  }

  at(moment: string): void {
    this.now = instant(moment);
  }

  /** A persona, a seat, or an applicant's id. */
  person(who: string): string {
    const { organisation, directory } = this.#world;
    return organisation.personas.find((p) => p.name === who)?.person ?? directory.holdersOf(who, dayOf(this.now)).at(-1) ?? who;
  }

  /** 收件 by an applicant of its own, `c-1`, `c-2` …; returns the number. */
  async file(input: Readonly<Record<string, unknown>> = {}): Promise<string> {
    this.#filings += 1;
    const applicant = `c-${this.#filings}`;
    const filled: { item: string; files?: readonly { material: string }[] } = complete(
      { ...application(applicant), ...input },
      this.#world.catalogue,
    );
    const { files = [], ...whole } = filled;
    const bytes = Buffer.from('%PDF-1.4');
    const kept = files.map(({ material }) => ({ id: `f-${this.#filings}-${material}`, material, digest: sha256(bytes) }));
    const outcome = await this.engine.perform({
      kind: 'licensing',
      input: { ...whole, files: kept.map((file) => ({ ...file, digest: file.digest.toString('base64url') })) },
      files: kept.map(({ material, ...file }) => ({ ...file, person: applicant, name: `${material}.pdf`, type: 'application/pdf', bytes })),
      actor: actorOf(applicant),
    });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
    return outcome.number;
  }

  act(number: string, action: ActionName, input: unknown, who: string, more: Partial<Command> = {}): Promise<Outcome> {
    return this.engine.perform({ kind: 'licensing', number, action, input, actor: actorOf(this.person(who)), ...more });
  }

  /** What goes before the story's point. */
  async done(number: string, action: ActionName, input: unknown, who: string): Promise<void> {
    const outcome = await this.act(number, action, input, who);
    if (!outcome.ok) throw new Error(`${who} ${action}: ${JSON.stringify(outcome.refusals)}`);
  }

  async signed(number: string, organ = 'SAM'): Promise<void> {
    await this.done(number, 'propose', opinion, `${organ}-EX1`);
    await this.done(number, 'check', opinion, `${organ}-SH`);
    await this.done(number, 'approve', opinion, `${organ}-DEP`);
  }

  async granted(input: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const number = await this.file({ item: 'SAM-L02', ...input });
    await this.done(number, 'accept', {}, 'clerk');
    await this.signed(number);
    await this.done(number, 'decide', grant, 'SAM-CHF');
    return number;
  }

  /** Filing as a face sends it: nobody is signed in. */
  fileRequest(body: Readonly<Record<string, unknown>>): Promise<Outcome> {
    const { pool, engine } = { pool: this.db.app, engine: this.engine };
    const request = { caller: { person: undefined }, headers: {}, url: '/api/v1/matters' } as unknown as FastifyRequest;
    return fileMatters({ pool, engine } as unknown as LicensingDesk, request, body, []);
  }

  async state(number: string): Promise<Licensing> {
    return (await readMatterFile(this.db.app, number)).matter?.state as Licensing;
  }

  async version(number: string): Promise<number> {
    return (await readMatterFile(this.db.app, number)).matter?.version ?? 0;
  }

  async facts(number: string): Promise<string[]> {
    return (await readMatterFile(this.db.app, number)).facts.map((f) => f.kind);
  }

  async work(number: string): Promise<{ step: string; organ: string; roles: string }[]> {
    return (await this.db.app.query('SELECT step, organ, roles FROM matter.work_item WHERE matter = $1 ORDER BY step', [number])).rows;
  }

  async count(where: string, ...values: unknown[]): Promise<number> {
    return (await this.db.app.query(`SELECT count(*)::int AS n FROM ${where}`, values)).rows[0].n;
  }
}
