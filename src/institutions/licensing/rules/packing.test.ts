import { expect, test } from 'vitest';
import { readModelCounty } from '../../../../test/support/model-county.ts';
import { Story } from '../builders.ts';
import { packing } from './packing.ts';
import { missingMaterials } from './papers.ts';
import type { LicensingFact, StepPlan } from './state.ts';

const stored = (fact: LicensingFact) => JSON.parse(JSON.stringify(packing.packFact(fact)));
const bodies = (s: Story) => s.facts.map((f) => ({ kind: f.kind, ...JSON.parse(f.body) }));

test('what is usual is not written, what is not is, and both come back', () => {
  const agreed = { kind: 'approved', step: 'lead', opinion: 'agree', text: '同意。' } as const;
  expect(stored(agreed)).toEqual({ kind: 'approved', step: 'lead', text: '同意。' });
  const against = { ...agreed, opinion: 'disagree' } as const;
  expect(stored(against)).toEqual(against);
  for (const fact of [agreed, against]) expect(packing.unpackFact(stored(fact))).toEqual(fact);
});

test('an assist is named by its organ, a due day counts from the fact’s own', () => {
  const world = readModelCounty();
  const papers = missingMaterials(world.catalogue.item('DRC-L01')!, 'new', []);
  const s = new Story(world, '2026-02-13T09:00').filed({ item: 'DRC-L01', channel: 'window', papers }, 'clerk').when('accept', {}, 'clerk');
  const [filed, accepted] = bodies(s);
  expect(filed).not.toHaveProperty('files');
  expect(accepted).not.toHaveProperty('mode');
  expect(packing.unpackFact(accepted)).toMatchObject({ deciders: s.state.deciders });
  const { steps } = packing.unpackFact(accepted) as { steps: readonly StepPlan[] } & LicensingFact;
  expect(steps.map(({ id, due, soon, approvers }) => ({ id, due, soon, approvers }))).toEqual(
    s.state.steps.map(({ id, due, soon, approvers }) => ({ id, due, soon, approvers })),
  );
  for (const step of accepted.steps) expect(typeof step[3]).toBe('number');
});

test('what the first release wrote is still read: every clock by itself, steps with dates, opinions in words', () => {
  const old = {
    kind: 'accepted',
    clocks: [
      [
        2,
        'legal',
        'licensing.decide',
        '2026-02-09',
        20,
        'wd',
        0,
        0,
        32,
        0,
        '行政许可法 42(1)',
        '2026.1',
        [
          [6, 9, '春节'],
          [20, 1],
          [26, 2],
        ],
        [5, 19],
      ],
    ],
    deciders: ['deputy'],
    mode: 'written',
    on: '2026-02-09',
    steps: [['assist:UMB', 'UMB', 'one', '2026-02-14', 5, 'wd']],
  };
  expect(packing.unpackFact(old)).toMatchObject({
    mode: 'written',
    clocks: [{ kind: 'legal', zero: '2026-02-09', due: '2026-03-13', soon: '2026-03-11' }],
    steps: [{ id: 'assist:UMB', organ: 'UMB', due: '2026-02-14', limit: { amount: 5, unit: 'wd' } }],
  });
  expect(packing.unpackFact({ kind: 'approved', step: 'lead', opinion: 'agree' } as never)).toMatchObject({ opinion: 'agree' });
});
