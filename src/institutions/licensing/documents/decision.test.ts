import { expect, it } from 'vitest';
import { readModelCounty } from '../../../../test/support/model-county.ts';
import { Story } from '../builders.ts';
import type { Case } from '../portal/case.ts';
import { mayRead } from './decision.ts';

const world = readModelCounty();
const accepted = () => new Story(world, '2026-03-02').filed({ item: 'SAM-L02' }).sure('accept', {}, 'clerk');
/** What the reading right asks of a case. */
const codes = (s: Story, who: string) => {
  const c = { s: s.state, m: s.matter, moment: s.moment } as unknown as Case;
  return mayRead(c, s.actor(who)).map(({ code }) => code);
};

it('the draft is for the lead’s officers and those who may decide, while it can be drafted', () => {
  const s = accepted();
  expect([codes(s, 'examiner-lead'), codes(s, 'chief')]).toEqual([[], []]);
  expect([codes(s, 'clerk'), codes(s, 'umb-examiner'), codes(s, 'citizen')]).toEqual([
    ['no-authority'],
    ['no-authority'],
    ['no-authority'],
  ]);
  expect(codes(new Story(world, '2026-03-02').filed({ item: 'SAM-L02' }), 'examiner-lead')).toEqual(['nothing-to-draft']);
});

it('the decision is for whoever has a part in the matter, and for nobody else', () => {
  const s = accepted().examined().sure('decide', { outcome: 'granted', reason: 'x' }, 'chief');
  for (const who of ['citizen', 'clerk', 'examiner-lead', 'auditor']) expect(codes(s, who), who).toEqual([]);
  for (const who of ['umb-examiner', 'stranger']) expect(codes(s, who), who).toEqual(['no-authority']);
});
