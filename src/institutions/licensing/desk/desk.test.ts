import { describe, expect, it } from 'vitest';
import { STATES } from '../../../../test/support/licensing-states.ts';
import { readModelCounty } from '../../../../test/support/model-county.ts';
import { addDays } from '../../../kernel/clock/index.ts';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import { cursorOf, partsOf } from '../asking.ts';
import { summary } from '../rules/summary.ts';
import { actsOn, bulkStops, soonFrom, soonUntil, stepKind, stepName } from './rules.ts';
import { stepWords } from './words.ts';

const { calendar, catalogue, law } = readModelCounty();
const organ = { zh: '县城管局', en: 'Urban Management' };

describe('what is due soon', () => {
  it('[S1-38] is what ends within the working days that the county set, on every day of two years: the same from both sides', () => {
    const soonBy = (today: LocalDate) => soonUntil({ today, calendar, law });
    const from = (due: LocalDate) => soonFrom(due, { calendar, law });
    for (let day = '2025-06-01' as LocalDate; day < '2027-03-01'; day = addDays(day, 1)) {
      const until = soonBy(day);
      expect(from(until) <= day, day).toBe(true);
      expect(from(addDays(until, 1)) > day, day).toBe(true);
    }
    // A Friday: until Monday.
    expect(soonBy('2026-03-13' as LocalDate)).toBe('2026-03-16');
    // The last working day before the Spring Festival looks across all of it.
    expect(soonBy('2026-02-14' as LocalDate)).toBe('2026-02-24');
  });
});

describe('what an act on many passes over', () => {
  const stops = (state: string, action: string, step: string | null = 'lead') => {
    const s = STATES[state]!().state;
    return bulkStops(s, action, step, catalogue.item(s.item)!, () => organ).map(({ code }) => code);
  };
  it('papers still to follow, and the lead’s last word before the others have answered; nothing else', () => {
    expect(stops('received', 'accept', null)).toEqual([]);
    expect(stops('received', 'deliver', null)).toEqual([]);
    const assisted = Object.keys(STATES).find((name) => STATES[name]!().state.steps.some((x) => x.id !== 'lead' && x.stage !== 'done'))!;
    expect(stops(assisted, 'approve')).toContain('bulk-step-incomplete');
    for (const action of ['propose', 'check']) expect(stops(assisted, action), action).not.toContain('bulk-step-incomplete');
    expect(stops(assisted, 'approve', 'assist:PSB')).not.toContain('bulk-step-incomplete');
    const following = Object.keys(STATES).find((name) => STATES[name]!().state.toFollow)!;
    expect(stops(following, 'check')).toContain('bulk-papers-missing');
  });
});

describe('what waits', () => {
  it('has a name for every step that a matter can have, in both languages', () => {
    const steps = new Set(Object.values(STATES).flatMap((state) => summary(state().state).work.map((w) => w.step)));
    expect(steps.size).toBeGreaterThan(8);
    for (const step of steps) expect(stepKind(step), step).toBeDefined();
    expect(stepName('assist:UMB', organ)).toEqual({ zh: '协办审查：县城管局', en: 'Examination by an assisting organ: Urban Management' });
    expect(stepName('arbitrate:assist:UMB', organ)).toEqual(stepWords.arbitrate);
    expect(stepName('constructor', organ)).toEqual({ zh: 'constructor', en: 'constructor' });
  });

  it('offers what the permits allow, to who may, for this step', () => {
    const offered = (state: string, step: string, who: string) => {
      const story = STATES[state]!();
      return actsOn(step, story.state, { ...story.moment, actor: story.actor(who), world: story.world, number: story.state.number });
    };
    expect(offered('received', 'accept', 'clerk')).toContain('accept');
    expect(offered('received', 'accept', 'examiner-lead')).toEqual([]);
    expect(offered('accepted', 'lead', 'examiner-lead')).toEqual(expect.arrayContaining(['propose', 'pause']));
    expect(offered('accepted, proposed', 'lead', 'examiner-lead')).not.toContain('propose');
    expect(offered('accepted, proposed', 'lead', 'section-head')).toEqual(expect.arrayContaining(['check', 'send-back']));
    expect(offered('accepted, disputed', 'arbitrate:assist:NRB', 'arbiter')).toEqual(['arbitrate']);
    expect(offered('decided', 'deliver', 'delivery-clerk')).toEqual(['deliver']);
    expect(offered('accepted, all signed', 'decide', 'chief')).toContain('decide');
    expect(offered('accepted', 'nothing', 'clerk')).toEqual([]);
  });
});

describe('a cursor', () => {
  it('comes back as it was made; anything else is none', () => {
    expect(partsOf(cursorOf(['a', '县', '3']), 3)).toEqual(['a', '县', '3']);
    for (const bad of [
      '',
      'x',
      cursorOf(['a']),
      cursorOf(['a', 'b', '\u0000']),
      Buffer.from('[1,2,3]').toString('base64url'),
      Buffer.from('{}').toString('base64url'),
    ])
      expect(partsOf(bad, 3)).toBeUndefined();
  });
});
