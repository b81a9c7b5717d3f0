import { describe, expect, it } from 'vitest';
import { buildCalendar } from '../clock/index.ts';
import type { LocalDate } from '../clock/types.ts';
import { buildDirectory } from '../organisation/index.ts';
import { act, anybody, NINE, note, write } from './builders.ts';
import type { Command, EngineMoment, Outcome } from './command.ts';
import { decideCommand, type Sitting } from './decide.ts';
import type { Folded } from './fold.ts';
import type { Loaded } from './recent.ts';
import { type AnyKind, EVERYTHING } from './types.ts';

const calendar = buildCalendar('test', []);
const directory = buildDirectory({ edition: 1, organs: [], seats: [], appointments: [] });
const moment = {
  now: NINE / 1000,
  today: '2026-02-09' as LocalDate,
  calendar,
  directory,
  snapshot: { worlds: { note: {} } },
} as unknown as EngineMoment;
const sitting = (kind: AnyKind = note): Sitting => ({
  moment,
  kindOf: () => kind,
  random: (n) => Buffer.alloc(n, 7),
  drafts: new Map(),
  serials: {},
  after: 0,
});
const loaded = (more: Partial<Loaded> = {}): Loaded => ({ identity: {}, ...more });
const decide = (command: Command, found: Partial<Loaded> = {}): Outcome => decideCommand([command], [loaded(found)], sitting()).outcome;
const codes = (outcome: Outcome): string[] => (outcome.ok ? [] : outcome.refusals.map(({ code }) => code));

/** A note that was written, and what was then done to it. */
function noted(...acts: [name: string, input?: unknown][]): Folded {
  const after = (outcome: Outcome): Folded => (outcome.ok ? outcome.matter! : expect.fail(codes(outcome).join()));
  const first = after(decide(write()));
  return acts.reduce((matter, [name, input]) => after(decide(act(matter.number, name, input), { matter })), first);
}

describe('a command is refused, and nothing grows', () => {
  it('where there is no such matter', () => {
    expect(codes(decide(act('2026-NOTE-000009', 'add', { text: 'more' })))).toEqual(['matter-not-found']);
  });

  it('where the action has no such name, be it one that every object knows', () => {
    const matter = noted();
    for (const name of ['burn', 'toString', '']) {
      const outcome = decide({ ...act(matter.number, name), action: name || undefined }, { matter });
      expect(codes(outcome)).toEqual(name ? ['action-unknown'] : []);
    }
  });

  it('where it is not permitted, before the input is looked at', () => {
    const matter = noted(['close']);
    expect(codes(decide(act(matter.number, 'add', { text: 5 }), { matter }))).toEqual(['closed-matter']);
  });

  it('where the input does not fit, each fault with its path', () => {
    const matter = noted();
    const outcome = decide(act(matter.number, 'pass', { account: 'organ' }), { matter });
    expect(outcome).toMatchObject({ ok: false, refusals: [{ code: 'invalid-input' }], issues: [{ path: 'holder', code: 'required' }] });
  });

  it('where it is not permitted with this input', () => {
    expect(codes(decide(write({ text: 'no' })))).toEqual(['refused-note']);
  });

  it('where the rule says no', () => {
    const strict = { ...note, opening: { ...note.opening, decide: () => ({ ok: false, refusals: [{ code: 'not-today' }] }) as const } };
    const now = sitting(strict);
    expect(codes(decideCommand([write()], [loaded()], now).outcome)).toEqual(['not-today']);
    expect([now.drafts.size, now.serials]).toEqual([0, {}]);
  });

  it('where the same step has changed since the caller looked; another step does not count, a version to come does', () => {
    const matter = noted(['add', { text: 'on a step', step: 'assist' }]);
    const seeing = (seen: number, step?: string) => codes(decide(act(matter.number, 'add', { text: 'x', step }, { seen }), { matter }));
    expect(seeing(1, 'assist')).toEqual(['stale']);
    expect(seeing(2, 'assist')).toEqual([]);
    expect(seeing(1)).toEqual([]);
    expect(seeing(0)).toEqual(['stale']);
    expect(seeing(3)).toEqual(['stale']);
    const add = { ...note.actions.add!, scope: () => EVERYTHING };
    const whole = sitting({ ...note, actions: { add } });
    const all = (seen: number) =>
      codes(decideCommand([act(matter.number, 'add', { text: 'x' }, { seen })], [loaded({ matter })], whole).outcome);
    expect([all(1), all(2)]).toEqual([['stale'], []]);
  });
});

describe('a request that was made before', () => {
  const request = { who: anybody.person, key: 'k', hash: Buffer.alloc(32, 1) };
  const kept = { hash: request.hash, reply: '{"version":2}', matter: '2026-NOTE-000001' };

  it('is answered as it was, without being done again', () => {
    const outcome = decide(act(kept.matter, 'add', { text: 'more' }, { request }), { request: kept });
    expect(outcome).toMatchObject({ ok: true, replayed: true, number: kept.matter, reply: { version: 2 }, facts: [] });
  });

  it('is refused where the key is the same and the body another', () => {
    const other = { ...request, hash: Buffer.alloc(32, 2) };
    expect(codes(decide(act(kept.matter, 'add', { text: 'else' }, { request: other }), { request: kept }))).toEqual([
      'idempotency-key-reused',
    ]);
  });
});

it('openings stand or fall together', () => {
  const now = sitting();
  const some = [write(), write({ text: 'no' })];
  expect(codes(decideCommand(some, [loaded(), loaded()], now).outcome)).toEqual(['refused-note']);
  expect([now.drafts.size, now.serials]).toEqual([0, {}]);
  const { outcome, numbers } = decideCommand([write(), write()], [loaded(), loaded()], now);
  expect([outcome.ok, now.drafts.size, now.serials]).toEqual([true, 2, { written: 2 }]);
  expect(numbers).toEqual(['2026-NOTE-000001', '2026-NOTE-000002']);
});
