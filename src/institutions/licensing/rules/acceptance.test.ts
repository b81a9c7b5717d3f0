import { describe, expect, test } from 'vitest';
import { readModelCounty } from '../../../../test/support/model-county.ts';
import { bodyOf, Story } from '../builders.ts';

const world = readModelCounty();
const story = (at?: string) => new Story(world, at);
const clock = (s: Story, kind: 'acceptance' | 'legal' | 'promised') => s.state.clocks[kind];

describe('the receipt (P2)', () => {
  test('[S1-38] [S3-66] submitting is receipt: the day of an answer is certain, the promised day conditional', () => {
    const s = story('2026-02-13T09:00').filed({ item: 'DRC-L01' });
    expect(s.state.status).toBe('received');
    expect(clock(s, 'acceptance')).toMatchObject({ zero: '2026-02-13', due: '2026-02-27', conditional: false, provisional: false });
    expect(clock(s, 'promised')).toMatchObject({ amount: 10, conditional: true });
    expect(clock(s, 'legal')).toMatchObject({ amount: 20, conditional: true });
    expect(s.summary.work).toMatchObject([{ step: 'accept', organ: 'ASB', due: '2026-02-27' }]);
  });

  test('acceptance makes the dates binding, from the day of acceptance', () => {
    const s = story('2026-02-13T09:00').filed({ item: 'DRC-L01' }).on('2026-02-25').when('accept', {}, 'clerk');
    expect(s.codes).toEqual([]);
    expect(clock(s, 'legal')).toMatchObject({ zero: '2026-02-25', conditional: false });
    expect(clock(s, 'promised')).toMatchObject({ zero: '2026-02-25', conditional: false });
    expect(clock(s, 'acceptance')).toBeUndefined();
  });

  test('a date that crosses into a year without an official notice is provisional', () => {
    const s = story('2026-12-28').filed({ item: 'DRC-L01' }).when('accept', {}, 'clerk');
    expect(clock(s, 'legal')?.provisional).toBe(true);
  });

  test('[S3-35] what was received outside the centre is recorded as a breach; online nobody can say so', () => {
    const rows = (channel: string) =>
      story()
        .filed({ channel, outside: true }, channel === 'online' ? 'citizen' : 'chief-representative')
        .rows.map((r) => r.row.kind);
    expect(rows('window')).toEqual(['outside-the-centre']);
    expect(rows('online')).toEqual([]);
  });

  test('[S1-72] at the window a clerk or the representative of the lead receives it, nobody else', () => {
    expect(story().filed({ channel: 'window' }, 'clerk').last.ok).toBe(true);
    expect(story().filed({ channel: 'window' }, 'chief-representative').last.ok).toBe(true);
    expect(story().filed({ channel: 'window' }, 'DRC-CR').codes).toEqual(['no-authority']);
    expect(story().filed({ channel: 'window' }, 'citizen').codes).toEqual(['no-authority']);
  });

  test('a desk that is not the general window is named by the authority table', () => {
    const tax = story().filed({ item: 'TAX-L01', channel: 'window' }, 'TAX-CR');
    expect(tax.codes).toEqual([]);
    expect(tax.summary.work).toMatchObject([{ step: 'accept', organ: 'TAX', roles: ['chief-representative'] }]);
    expect(tax.summary.owner).toEqual({ account: 'window', holder: 'TAX' });
    expect(tax.when('accept', {}, 'clerk').codes).toEqual(['no-authority']);
    expect(tax.when('accept', {}, 'TAX-CR').codes).toEqual([]);
  });
});

describe('what may be applied for', () => {
  test('a case the item does not have is refused', () => {
    expect(story().filed({ item: 'DRC-L01', case: 'renewal' }).codes).toEqual(['case-unknown']);
  });

  test('a paper the item does not ask for is refused', () => {
    expect(story().filed({ channel: 'window', papers: ['M1', 'M99'] }, 'clerk').codes).toEqual(['material-unknown']);
  });

  test('[S1-73] an item outside the bundle is refused, one of it has the joint limit of 45 days (P3)', () => {
    expect(story().filed({ bundle: 'B02' }).codes).toEqual(['not-in-bundle']);
    expect(story().filed({ bundle: 'B99', item: 'SAM-L01' }).codes).toEqual(['not-in-bundle']);
    const s = story().filed({ bundle: 'B02', item: 'SAM-L01' }).when('accept', {}, 'clerk');
    expect(clock(s, 'legal')).toMatchObject({ term: 'licensing.decide-joint', amount: 45 });
  });
});

describe('silence (contract 5)', () => {
  test('[S2-68] after five working days it is accepted from the day the papers came', () => {
    const s = story('2026-02-13T09:00').filed({ item: 'DRC-L01' }).on('2026-02-28T09:00').swept();
    expect(s.facts.map((f) => f.kind)).toEqual(['received', 'deemed-accepted']);
    const fact = bodyOf(s, 'deemed-accepted');
    expect(fact.on).toBe('2026-02-13');
    expect(clock(s, 'legal')).toMatchObject({ zero: '2026-02-13', due: '2026-03-19', conditional: false });
    expect(s.facts[1]).toMatchObject({ actor: 'law', capacity: 'sweep' });
    expect(s.rows.map((r) => r.row.kind)).toEqual(['silent-acceptance']);
  });

  test('[S2-68] its steps begin when silence handed it over, so that nobody is late in what he could not open', () => {
    const s = story('2026-02-13T09:00').filed({ item: 'DRC-L01' }).on('2026-02-28T09:00').swept();
    for (const step of s.state.steps) expect(step.due > '2026-02-28', step.id).toBe(true);
    expect(clock(s, 'legal')?.zero).toBe('2026-02-13');
  });

  test('on the last day the window can still answer', () => {
    const s = story('2026-02-13T09:00').filed({ item: 'DRC-L01' }).on('2026-02-27T17:59').swept();
    expect(s.state.status).toBe('received');
    expect(s.when('accept', {}, 'clerk').codes).toEqual([]);
  });

  test('a clerk who comes a day late finds it accepted: the sweep is recorded before the act', () => {
    const s = story('2026-02-13T09:00').filed({ item: 'DRC-L01' }).on('2026-02-28');
    expect(s.when('request-correction', { items: [{ what: 'A page', how: 'Add it' }], way: 'Add it' }, 'clerk').codes).toEqual([
      'correction-after-acceptance',
      'not-awaiting-acceptance',
    ]);
    expect(s.state.status).toBe('accepted');
    expect(s.when('accept', {}, 'clerk').codes).toEqual(['not-awaiting-acceptance']);
  });

  test('a one-day promise is late the moment silence accepts', () => {
    const s = story('2026-02-13').filed({ item: 'ASB-L01' }).on('2026-02-28').swept();
    expect(s.facts.map((f) => f.kind)).toEqual(['received', 'deemed-accepted', 'limit-passed', 'limit-passed']);
    expect(s.summary.light).toBe('over-law');
  });
});

describe('the one correction notice (P9)', () => {
  const notice = {
    items: [
      { material: 'M3', what: 'The plan is missing', how: 'Draw it' },
      { what: 'No date', how: 'Date it' },
    ],
    way: 'Then it is accepted',
  };
  const asked = () => story('2026-03-02').filed().sure('request-correction', notice, 'clerk');

  test('[S3-30] [S1-65] everything is listed with how to mend it; the applicant then has the matter', () => {
    const s = asked();
    expect(s.state.status).toBe('awaiting-correction');
    expect(s.summary.owner).toEqual({ account: 'applicant', holder: 'c-citizen' });
    expect(bodyOf(s, 'correction-requested').demands).toHaveLength(2);
    const mute = story()
      .filed()
      .when('request-correction', { items: [{ what: 'The plan', how: '' }], way: '' }, 'clerk');
    expect(mute.issues).toEqual(['items.0.how required', 'way required']);
  });

  test('[S3-30] a second notice with a new demand is refused', () => {
    const s = asked().sure('correct', { papers: ['M4'] }, 'clerk');
    expect(
      s.when('request-correction', { ...notice, items: [{ material: 'M5', what: 'Also this', how: 'Add it' }] }, 'clerk').codes,
    ).toEqual(['second-notice']);
    expect(s.when('request-correction', { ...notice, items: [{ what: 'No seal', how: 'Seal it' }] }, 'clerk').codes).toEqual([
      'second-notice',
    ]);
    expect(s.state.status).toBe('received');
  });

  test('[S3-30] asking again for what the first notice listed is the same notice', () => {
    const s = asked()
      .sure('correct', { papers: ['M4'] }, 'clerk')
      .sure('request-correction', { ...notice, items: [notice.items[0]] }, 'clerk');
    expect(bodyOf(s, 'correction-requested').again).toBe(true);
    expect(s.state.demands).toHaveLength(2);
  });

  test('[S3-30] the same again is the same notice, though the applicant’s name lies masked in the record', () => {
    const named = (what: string) => ({ items: [{ what, how: 'Sign it' }], way: 'Then it is accepted' });
    const ask = named('Test Citizen, of 110101199003070003, has not signed {{page 2}}.');
    const s = story('2026-03-02').known().filed().sure('request-correction', ask, 'clerk').sure('correct', { note: 'Signed' }, 'citizen');
    expect(s.state.demands?.[0]?.what).toBe('{{name}}, of {{idNumber}}, has not signed {{}}page 2}}.');
    for (const other of ['Test Citizen has not signed.', ', of , has not signed {{page 2}}.', 'Also: no seal.'])
      expect(s.when('request-correction', named(other), 'clerk').codes).toEqual(['second-notice']);
    expect(s.sure('request-correction', ask, 'clerk').facts.at(-1)?.body).toContain('"again":true');
  });

  test('a notice cannot ask for a paper that is none of the item', () => {
    expect(
      story()
        .filed()
        .when('request-correction', { ...notice, items: [{ material: 'M99', what: 'x', how: 'y' }] }, 'clerk').codes,
    ).toEqual(['material-unknown']);
  });

  test('corrected papers start the five days anew, and silence then counts from their day', () => {
    const s = asked()
      .on('2026-03-16')
      .sure('correct', { papers: ['M3'], note: 'The plan as asked' }, 'clerk');
    expect(clock(s, 'acceptance')).toMatchObject({ zero: '2026-03-16', due: '2026-03-23' });
    expect(bodyOf(s, 'corrected').note).toBe('The plan as asked');
    s.on('2026-03-24').swept();
    expect(bodyOf(s, 'deemed-accepted').on).toBe('2026-03-16');
    expect(s.state.filedOn).toBe('2026-03-02');
  });

  test('while the applicant has the notice, silence accepts nothing', () => {
    expect(
      asked()
        .on('2026-06-30')
        .swept()
        .facts.map((f) => f.kind),
    ).toEqual(['received', 'correction-requested']);
  });

  test('an empty answer, an unknown paper or an answer nobody asked for is refused', () => {
    expect(asked().when('correct', {}, 'citizen').codes).toEqual(['nothing-handed-in']);
    expect(asked().when('correct', { papers: ['M99'] }, 'clerk').codes).toEqual(['material-unknown']);
    expect(
      story()
        .filed()
        .when('correct', { papers: ['M3'] }, 'citizen').codes,
    ).toEqual(['no-correction-awaited']);
  });

  test('the clerk may enter the answer at the window; another citizen may not', () => {
    expect(asked().when('correct', { papers: ['M3'] }, 'clerk').codes).toEqual([]);
    expect(asked().when('correct', { papers: ['M3'] }, 'citizen-2').codes).toEqual(['applicant-only']);
  });
});

describe('not accepted', () => {
  const way = 'Go to the bureau named';

  test('[S1-65] not our remit names the right organ and what to do', () => {
    const s = story().filed().sure('reject-remit', { organ: 'UMB', reason: 'A shop sign', way }, 'clerk');
    expect(s.state).toMatchObject({ status: 'closed', ending: 'not-our-remit' });
    expect(s.summary).toMatchObject({ status: 'not-our-remit', closed: true, light: 'closed', work: [] });
    expect(bodyOf(s, 'rejected')).toMatchObject({ organ: 'UMB', way });
  });

  test('an unknown organ, or its own, is no answer', () => {
    expect(story().filed().when('reject-remit', { organ: 'NOWHERE', reason: 'x', way }, 'clerk').codes).toEqual(['organ-unknown']);
    expect(story().filed().when('reject-remit', { organ: 'SAM', reason: 'x', way }, 'clerk').codes).toEqual(['organ-is-own']);
  });

  test('no permit needed closes it; afterwards only a correction of the record is possible', () => {
    const s = story().filed().sure('reject-no-permit-needed', { reason: 'Free since 2020', way: 'Just open' }, 'clerk');
    expect(s.summary.status).toBe('no-permit-needed');
    expect(s.when('withdraw', { reason: 'x' }, 'citizen').codes).toEqual(['closed-matter']);
    expect(s.when('accept', {}, 'clerk').codes).toEqual(['closed-matter']);
    expect(s.when('rectify', { seq: 2, text: 'Free since 2019', reason: 'A slip' }, 'clerk').codes).toEqual([]);
  });
});
