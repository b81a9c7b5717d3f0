import { describe, expect, test } from 'vitest';
import { readModelCounty } from '../../../test/support/model-county.ts';
import { Chance } from '../../kernel/chance.ts';
import { Story } from './builders.ts';
import type { Licensing, Opinion, Step } from './rules/state.ts';
import { type SeedWorld, todos } from './seed-acts.ts';
import { anApplicant } from './seed-people.ts';

const county = readModelCounty();
const w: SeedWorld = county;
const inputOf = (s: Licensing, action: string, chance: Chance) =>
  todos(s, county.catalogue.item(s.item)!, 'complete', w, chance)
    .find((one) => one.action === action)
    ?.input('2026-03-03' as never) as { opinion: Opinion; text: string; reason: string; outcome: string } | undefined;

describe('opinions of a lived matter agree with one another', () => {
  const accepted = new Story(county, '2026-03-02').filed({ item: 'SAM-L02' }).sure('accept', {}, 'clerk').state;
  /** The same matter with the lead's step at a stage, somebody having said so much before. */
  const at = (n: number, more: Partial<Step>): Licensing => ({
    ...accepted,
    person: `c-${n}`,
    steps: accepted.steps.map((step) => ({ ...step, ...more })),
  });
  const GROUNDS = ['不一致', '不能证明', '审查标准'];

  test('what is proposed on one ground is checked and approved on it, and refused for it', () => {
    const grounds = new Set<string>();
    for (let n = 0; n < 400; n++) {
      const chance = new Chance(`draw ${n}`);
      const proposed = inputOf(at(n, {}), 'propose', chance);
      if (proposed?.opinion !== 'disagree') continue;
      const ground = GROUNDS.find((one) => proposed.text.includes(one))!;
      grounds.add(ground);
      for (const stage of ['check', 'approve'] as const) {
        const signed = inputOf(at(n, { stage, opinion: 'disagree', earlier: [] }), stage, new Chance(`${stage} ${n}`));
        expect(signed).toMatchObject({ opinion: 'disagree', text: expect.stringContaining('同意承办意见') });
      }
      const decided = inputOf(at(n, { stage: 'done', opinion: 'disagree' }), 'decide', new Chance(`later ${n}`));
      expect(decided).toMatchObject({ outcome: 'refused', reason: expect.stringContaining(ground) });
    }
    expect(grounds.size).toBeGreaterThan(1);
  });

  test('a grant says that conditions stand where an opinion has them, and that all agree only where there are several', () => {
    const reason = (opinion: Opinion) => inputOf(at(1, { stage: 'done', opinion }), 'decide', new Chance('x'))?.reason;
    expect(reason('agree-with-conditions')).toContain('所附条件');
    expect(reason('agree')).not.toContain('各单位');
  });

  test('a trade is told where the item is about it, and of an item that no trade is known for nothing is', () => {
    for (const item of county.catalogue.items()) {
      const { trade, name, kind } = anApplicant(new Chance(item.id), item);
      if (trade === undefined && kind === 'firm') expect(name, item.id).toMatch(/(实业|发展|综合服务)有限公司$/);
      if (trade === '药品零售') expect(item.name.zh).toMatch(/药品|医疗器械/);
    }
  });
});
