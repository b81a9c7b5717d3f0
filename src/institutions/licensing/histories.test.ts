import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { history, near, type RandomHistory, walk } from '../../../test/support/licensing-histories.ts';
import { world } from '../../../test/support/licensing-states.ts';
import { check } from '../../kernel/clock/checker/check.ts';
import { addDays } from '../../kernel/clock/index.ts';
import type { Clock } from '../../kernel/clock/types.ts';
import { factOf } from '../../kernel/matter/fold.ts';
import { ACCOUNTS } from '../../kernel/matter/types.ts';
import type { Story } from './builders.ts';
import { licensing } from './definition.ts';

import type { Licensing, LicensingFact } from './rules/state.ts';
import { type ActionName, refusalWords } from './words.ts';

/** What is wrong with the time accounts of a matter, or with whose hands and desks it is in. */
function accountFaults(story: Story): string[] {
  const matter = story.matter!;
  const until = matter.closed ?? Math.max(story.moment.now, matter.last);
  const entries = story.accounts();
  const steps = story.summary.work.map((w) => w.step);
  const wrong: [boolean, string][] = [
    [entries.reduce((sum, e) => sum + e.seconds, 0) !== until - matter.opened, 'the accounts do not add up'],
    [matter.spent.reduce((a, b) => a + b, 0) !== matter.since - matter.opened, 'the seconds spent do not add up'],
    [entries.some((e, i) => e.from !== (entries[i - 1]?.to ?? matter.opened)), 'a gap or an overlap'],
    [entries.some((e) => e.seconds !== e.to - e.from || e.seconds < 0), 'an entry of the wrong length'],
    [entries.some((e) => !ACCOUNTS.includes(e.account) || e.holder === ''), 'a second without an owner'],
    [story.facts.some((f, i) => f.at < (story.facts[i - 1]?.at ?? 0)), 'time ran backwards'],
    [new Set(steps).size !== steps.length, 'two pieces of work with one name'],
  ];
  return wrong.filter(([is]) => is).map(([, what]) => what);
}

const always = (runs: number, holds: (h: RandomHistory) => void) =>
  fc.assert(fc.property(history, holds), { seed: 20260213, numRuns: runs });

describe('after any order of acts', { timeout: 180_000 }, () => {
  test('[S1-36] nothing throws, every second has one owner, the accounts add up, and every date is one the checker walks to (contract 6)', () => {
    const kinds = new Set<string>();
    always(420, (h) => {
      walk(h, (story) => {
        const faults = [
          ...accountFaults(story),
          ...Object.values(story.state.clocks).flatMap((k) => check(k as Clock, world.years, '2026.1')),
        ];
        expect(faults).toEqual([]);
        for (const fact of story.facts) kinds.add(fact.kind);
      });
    });
    expect([...kinds].sort()).toEqual([...FACTS].sort());
  });

  test('every refusal is one of the book, in both languages, and accuses no field of what its schema took', () => {
    const met = new Set<string>();
    always(160, (h) => {
      walk(h, (story) => {
        for (const code of story.codes) met.add(code);
        expect(story.issues).toEqual([]);
      });
    });
    const house = new Set<string>(Object.keys(refusalWords));
    expect([...met].filter((code) => !house.has(code))).toEqual([]);
    expect(met.size).toBeGreaterThan(40);
  });

  test('the facts alone, as they are stored, make the state again', () => {
    always(80, (h) => {
      const story = walk(h);
      const again = story.facts.reduce<Licensing | undefined>((s, f) => {
        const meta = { number: f.matter, seq: f.seq, at: f.at, on: dayOfFact(f.at), actor: f.actor, capacity: f.capacity };
        return licensing.evolve(s, factOf(licensing, f.kind, JSON.parse(f.body)) as LicensingFact, meta);
      }, undefined);
      expect(again).toEqual(story.state);
    });
  });

  test('time alone changes something from the announced day on, not before it, and then it is quiet', () => {
    let waited = 0;
    always(60, (h) => {
      walk(h, (story) => {
        if (RUNS_AGAIN.has(story.facts.at(-1)?.kind ?? '')) story.swept();
        expect(story.fork().swept().facts).toHaveLength(story.facts.length);
        const next = story.summary.nextChange;
        if (!next) return;
        waited += 1;
        expect(next > story.moment.today).toBe(true);
        const later = story.fork().on(next).swept();
        expect(later.facts.length).toBeGreaterThan(story.facts.length);
        const eve = story.fork().on(`${next}T00:00`).after(-1);
        if (eve.moment.now > story.moment.now) expect(eve.swept().facts).toHaveLength(story.facts.length);
      });
    });
    expect(waited).toBeGreaterThan(200);
  });

  test('[S3-32] no open matter is a dead end: somebody may always do something that moves it', () => {
    const MOVING: ActionName[] = [
      'accept',
      'correct',
      'request-correction',
      'propose',
      'check',
      'approve',
      'resume',
      'arbitrate',
      'notify-hearing',
      'hold-hearing',
      'decide',
      'forward',
      'record-superior-decision',
      'pay',
      'no-charge',
      'hand-in-papers',
      'deliver',
    ];
    let open = 0;
    always(80, (h) => {
      walk(h, (story) => {
        if (story.matter?.closed !== undefined) return;
        open += 1;
        // Waiting for third parties ends by itself, and so does a public notice.
        const later = story.fork().on(addDays(story.moment.today, 30)).swept();
        if (later.matter?.closed !== undefined) return;
        expect(near(later).some((who) => MOVING.some((action) => later.listed(action, who).length === 0))).toBe(true);
      });
    });
    expect(open).toBeGreaterThan(400);
  });
});

/** Acts after which a clock runs again whose day may have passed meanwhile: the next sweep finds it. */
const RUNS_AGAIN: ReadonlySet<string> = new Set(['resumed', 'paid', 'exempted', 'charges-ruled-out', 'papers-arrived']);
const dayOfFact = (at: number) => new Date((at + 8 * 3600) * 1000).toISOString().slice(0, 10) as never;
const FACTS = [
  'received',
  'originals-checked',
  'papers-signed-for',
  'correction-requested',
  'corrected',
  'accepted',
  'deemed-accepted',
  'rejected',
  'proposed',
  'checked',
  'approved',
  'sent-back',
  'paused',
  'resumed',
  'extended',
  'billed',
  'paid',
  'exempted',
  'refund-ordered',
  'refund-order-withdrawn',
  'refunded',
  'bill-cancelled',
  'charges-ruled-out',
  'reduced',
  'remit-disputed',
  'arbitrated',
  'forwarded',
  'decided',
  'papers-arrived',
  'notice-published',
  'delivered',
  'withdrawn',
  'rectified',
  'third-parties-told',
  'statement-heard',
  'decision-drafted',
  'supervision-acknowledged',
  'hearing-notified',
  'hearing-held',
  'earlier-part-granted',
  'agent-erased',
  'licence-ended',
  'revoked',
  'limit-near',
  'limit-passed',
];
