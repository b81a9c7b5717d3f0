import { describe, expect, test } from 'vitest';
import { ACTIONS, inputsFor, PEOPLE, SOUND, STATES } from '../../../test/support/licensing-states.ts';
import { type ActionName, refusalWords } from './words.ts';

const isAuthority = (code: string) => refusalWords[code as keyof typeof refusalWords]?.status === 403;

/** Acts of somebody who is not in office: who may is said in words, no seat can be named. */
const NOBODY = new Set<string>([]);

describe('what is listed is what is done (contract 4)', { timeout: 60_000 }, () => {
  let allowed = 0;
  let refused = 0;
  const reached = new Set<ActionName>();

  test.each(Object.keys(STATES))('[S1-60] [S3-22] every persona and every action: %s', (name) => {
    const told = STATES[name]!();
    for (const who of PEOPLE)
      for (const action of ACTIONS) {
        const story = told.fork();
        const before = story.facts.length;
        const reasons = told.reasons(action, who);
        const listed = reasons.map((r) => r.code);
        story.when(action, SOUND[action], who);
        const place = `${who} ${action}`;
        const helpless = reasons.filter((r) => r.code === 'no-authority' && !r.who?.length);
        expect([place, helpless.length > 0 && !NOBODY.has(`${name}: ${action}`)]).toEqual([place, false]);
        if (listed.length > 0) {
          refused += 1;
          expect([place, story.codes]).toEqual([place, listed]);
          expect(story.facts.slice(before).filter((f) => f.actor !== 'law')).toEqual([]);
        } else {
          allowed += 1;
          expect([place, story.codes.filter(isAuthority)]).toEqual([place, []]);
          const works = story.last.ok || inputsFor(action, told.state).some((input) => told.fork().when(action, input, who).last.ok);
          // What no input could do must not be offered: its reason is known without one.
          expect([place, works ? [] : story.codes]).toEqual([place, []]);
          reached.add(action);
        }
      }
  });

  test('the table has a yes for every action, and many a no', () => {
    expect([...reached].sort()).toEqual([...ACTIONS].sort());
    expect(allowed).toBeGreaterThan(300);
    expect(refused).toBeGreaterThan(10_000);
  });
});
