import { describe, expect, test } from 'vitest';
import { readModelCounty } from '../../../test/support/model-county.ts';
import { Story } from './builders.ts';

const world = readModelCounty();
const accepted = (item: string) =>
  new Story(world, '2026-03-02').filed({ item, amount: 1000 }).on('2026-03-03').sure('accept', {}, 'clerk');

/** What the screen shows as not possible, before anybody has tried: the rule that is asked afterwards says the same. */
describe('what cannot be done is not offered', () => {
  test('a second extension', () => {
    const story = accepted('DRC-L02').on('2026-03-10');
    expect(story.listed('extend', 'drc-chief')).toEqual([]);
    story.sure('extend', { reason: 'The experts need longer.' }, 'drc-chief');
    expect(story.listed('extend', 'drc-chief')).toEqual(['already-extended']);
  });

  test('sending back what has no opinion yet', () => {
    const story = accepted('SAM-L02');
    expect(story.listed('send-back', 'deputy')).toEqual(['nothing-to-send-back']);
    for (const [act, seat] of [
      ['propose', 'SAM-EX1'],
      ['check', 'SAM-SH'],
    ] as const)
      story.sure(act, { step: 'lead', opinion: 'agree', text: 'As the papers show.' }, seat);
    expect(story.listed('send-back', 'deputy')).toEqual([]);
  });

  test('on the spot, what rests on a licence that has ended', () => {
    const licenceRecord = { item: 'ARA-L17', from: '2021-07-01', until: '2026-06-30' };
    const story = new Story(world, '2026-03-02').filed({ item: 'ARA-L17', case: 'change', licence: 'L-OLD', licenceRecord });
    expect(story.listed('conclude-on-the-spot', 'ARA-CR')).toEqual([]);
    story.sure('note-licence-ended', { licenceState: 'revoked' }, 'ARA-CHF');
    expect(story.listed('conclude-on-the-spot', 'ARA-CR')).toEqual(['licence-ended']);
  });
});
