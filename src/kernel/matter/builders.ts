import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { z } from 'zod';
import { buildCalendar, type Lawbook } from '../clock/index.ts';
import type { LocalDate } from '../clock/types.ts';
import { accept, type Decision } from '../decision.ts';
import { buildDirectory } from '../organisation/index.ts';
import type { Actor } from '../organisation/types.ts';
import { plainText } from '../plain-text.ts';
import { type Command, Engine, type EngineParts } from './engine.ts';
import type { Account, Action, MatterKind } from './types.ts';

/** For tests: the smallest kind of matter that still has everything. A note is written, added to, passed on, closed. */
export interface Note {
  readonly lines: readonly string[];
  readonly account: Account;
  readonly holder: string;
  readonly person: string;
  readonly closed: boolean;
  readonly due?: LocalDate;
  readonly late?: boolean;
}

export type NoteFact =
  | { readonly kind: 'written'; readonly text: string; readonly person: string; readonly due?: LocalDate }
  | { readonly kind: 'added'; readonly text: string; readonly step?: string; readonly torn?: true }
  | { readonly kind: 'passed'; readonly account: Account; readonly holder: string }
  | { readonly kind: 'closed' }
  | { readonly kind: 'put-off'; readonly due: LocalDate }
  | { readonly kind: 'fell-due' };

const label = { zh: '便条', en: 'Note' };
const text = plainText(500);
const kept = (person: string, name: string, number: string) => ({
  person,
  key: `identity:${number}`,
  value: JSON.stringify({ name, idNumber: '110101199003070003', mask: { name, idNumber: '110101199003070003' } }),
});
const action = <I>(
  input: z.ZodType<I>,
  decide: (n: Note, input: I) => Decision<NoteFact>,
  more: Partial<Action<Note, I, NoteFact, unknown>> = {},
) =>
  ({
    label,
    basis: 'test',
    input,
    permit: (n: Note) => (n.closed ? [{ code: 'closed-matter' }] : []),
    decide,
    ...more,
  }) as unknown as Action<Note, never, NoteFact, unknown>;

const written = z.object({ text, person: z.string().default('c-note'), name: text.default('王小满'), due: z.string().optional() });

export const note: MatterKind<Note, NoteFact, unknown, z.output<typeof written>> = {
  name: 'note',
  opens: 'written',
  freeText: new Set(['text']),
  tables: [{ name: 'note.line', key: ['note', 'place'], columns: ['note', 'place', 'text'] }],
  opening: {
    label,
    basis: 'test',
    input: written as never,
    number: (serial) => `2026-NOTE-${String(serial).padStart(6, '0')}`,
    permit: (_n, _c, input) => (input?.text === 'no' ? [{ code: 'refused-note' }] : []),
    decide: (_n, input) =>
      accept({ kind: 'written', text: input.text, person: input.person, ...(input.due && { due: input.due as LocalDate }) }),
    personal: (input, _n, c) => [kept(input.person, input.name, c.number)],
  },
  actions: {
    add: action(z.object({ text, step: z.string().optional() }), (_n, input) => accept({ kind: 'added', ...input }), {
      scope: (_n, input) => input.step ?? 'main',
    }),
    pass: action(z.object({ account: z.string(), holder: z.string() }), (_n, input) =>
      accept({ kind: 'passed', account: input.account as Account, holder: input.holder }),
    ),
    putOff: action(z.object({ due: z.string() }), (_n, input) => accept({ kind: 'put-off', due: input.due as LocalDate })),
    close: action(z.object({}), () => accept({ kind: 'closed' })),
    /** A row that the database refuses: what a bug would write. */
    tear: action(z.object({}), () => accept({ kind: 'added', text: 'torn', torn: true })),
  },
  evolve: (n, fact) => {
    if (fact.kind === 'written')
      return { lines: [fact.text], account: 'window', holder: 'ASB', person: fact.person, closed: false, due: fact.due };
    if (!n) throw new Error('note: not written yet');
    switch (fact.kind) {
      case 'added':
        return { ...n, lines: [...n.lines, fact.text] };
      case 'passed':
        return { ...n, account: fact.account, holder: fact.holder };
      case 'put-off':
        return { ...n, due: fact.due };
      case 'closed':
        return { ...n, closed: true };
      case 'fell-due':
        return { ...n, late: true };
    }
  },
  summary: (n) => ({
    status: n.closed ? 'closed' : 'open',
    owner: { account: n.account, holder: n.holder },
    work: n.closed ? [] : [{ step: 'read', organ: n.holder, roles: ['examiner'], ...(n.due && { due: n.due }) }],
    nextChange: n.closed || n.late ? undefined : n.due,
    closed: n.closed,
    subject: 'note',
    organ: n.holder,
    person: n.person,
    light: n.closed ? 'closed' : n.late ? 'over-law' : 'in-time',
  }),
  sweep: (n, m) => (n.due && !n.late && !n.closed && m.today >= n.due ? [{ kind: 'fell-due' }] : []),
  project: (n, fact, meta) =>
    fact.kind === 'written' || fact.kind === 'added'
      ? [
          {
            table: 'note.line',
            row: { note: meta.number, place: n.lines.length, text: fact.kind === 'added' && fact.torn ? null : fact.text },
          },
        ]
      : [],
  scope: (fact) => [fact.kind === 'added' ? (fact.step ?? 'main') : 'main'],
};

/** The note's own table, and the county's one row. */
export async function makeNotes(owner: pg.Pool): Promise<void> {
  await owner.query(`CREATE SCHEMA note;
    CREATE TABLE note.line (note text NOT NULL REFERENCES matter.matter (number) ON DELETE CASCADE, place int NOT NULL, text text NOT NULL, PRIMARY KEY (note, place));
    GRANT USAGE ON SCHEMA note TO banjie_app; GRANT SELECT, INSERT, UPDATE, DELETE ON note.line TO banjie_app`);
  await owner.query(
    `INSERT INTO matter.county (code, name_zh, name_en, model, secret) VALUES ('model', '示范县', 'Model County', true, $1) ON CONFLICT DO NOTHING`,
    [randomBytes(32)],
  );
}

/** Monday 2026-02-09, 09:00 in the county. */
export const NINE = Date.UTC(2026, 1, 9, 1);
export const anybody: Actor = { kind: 'officer', person: 'o-0001', seats: [] };

export function noteEngine(pool: pg.Pool, more: Partial<Pick<EngineParts, 'machineNow' | 'lanes' | 'batch' | 'watch'>> = {}): Engine {
  const law: Lawbook = {
    grounds: new Map(),
    term: () => {
      throw new Error('a note knows no terms');
    },
  } as unknown as Lawbook;
  return new Engine({
    pool,
    kinds: [note],
    machineNow: () => NINE,
    random: (bytes) => randomBytes(bytes),
    snapshot: async () => ({
      calendar: buildCalendar('test', []),
      law,
      directory: buildDirectory({ edition: 1, organs: [], seats: [], appointments: [] }),
      worlds: { note: {} },
    }),
    ...more,
  });
}

export const write = (input: Partial<z.input<typeof written>> = {}, more: Partial<Command> = {}): Command => ({
  kind: 'note',
  input: { text: 'first', ...input },
  actor: () => anybody,
  reply: (all) => all.map((m) => m.number),
  ...more,
});

export const act = (number: string, name: string, input: unknown = {}, more: Partial<Command> = {}): Command => ({
  kind: 'note',
  number,
  action: name,
  input,
  actor: () => anybody,
  reply: ([m]) => ({ version: m?.version }),
  ...more,
});
