import { describe, expect, test } from 'vitest';
import { readModelCounty } from '../../../../test/support/model-county.ts';
import { bodyOf, Story } from '../builders.ts';

const world = readModelCounty();
const licenceRecord = { item: 'SAM-L02', from: '2021-07-01', until: '2026-06-30' };
const renewal = () =>
  new Story(world, '2026-03-02').filed({ case: 'renewal', licence: 'L-OLD', licenceRecord }).sure('accept', {}, 'clerk').examined();
const revoked = { licenceState: 'revoked' };

describe('an application whose licence was taken away meanwhile (行政许可法 70)', () => {
  test('cannot be granted any more: it is refused, with the reason and the way forward', () => {
    const s = renewal().sure('note-licence-ended', revoked, 'chief');
    expect(bodyOf(s, 'licence-ended')).toMatchObject({ licence: 'L-OLD', how: 'revoked' });
    expect(s.when('decide', { outcome: 'granted', reason: 'x' }, 'chief').last).toMatchObject({
      refusals: [{ code: 'licence-ended', path: 'outcome', params: { licence: 'L-OLD' } }],
    });
    const refusal = { outcome: 'refused', reason: 'It was revoked', way: 'Apply anew', departure: 'It was revoked since.' };
    expect(s.decided(refusal).state.decision?.outcome).toBe('refused');
  });

  test('silence by expiry does not renew it', () => {
    expect(renewal().on('2026-07-02').swept().state.status).toBe('decided');
    expect(renewal().sure('note-licence-ended', revoked, 'chief').on('2026-07-02').swept().state.status).toBe('accepted');
  });

  test('it is noted once, by the lead or who decides, and only of a licence that did end', () => {
    const s = renewal();
    expect(s.when('note-licence-ended', { licenceState: 'valid' }, 'chief').codes).toEqual(['licence-stands']);
    expect(s.when('note-licence-ended', {}, 'chief').codes).toEqual(['licence-stands']);
    expect(s.when('note-licence-ended', revoked, 'clerk').codes).toEqual(['no-authority']);
    expect(s.sure('note-licence-ended', revoked, 'chief').when('note-licence-ended', revoked, 'chief').codes).toEqual([
      'no-licence-behind',
    ]);
    expect(new Story(world).filed().when('note-licence-ended', revoked, 'chief').codes).toEqual(['no-licence-behind']);
  });
});

describe('who acted for the applicant asks to be forgotten', () => {
  const agent = { name: 'A Son', idType: 'resident-id', idNumber: '110101198508120008' };

  test('the administrator erases his part, once; the authority in writing is needed as before', () => {
    const s = new Story(world).filed({ agent });
    expect(s.when('erase-agent', { reason: 'He asked' }, 'clerk').codes).toEqual(['no-authority']);
    s.sure('erase-agent', { reason: 'He asked' }, 'administrator');
    expect(bodyOf(s, 'agent-erased')).toMatchObject({ reason: 'He asked' });
    expect(s.when('erase-agent', { reason: 'Again' }, 'administrator').codes).toEqual(['no-agent']);
    expect(s.when('accept', {}, 'clerk').codes).toEqual(['agent-authority-needed']);
  });
});
