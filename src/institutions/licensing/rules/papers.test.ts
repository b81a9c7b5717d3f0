import { describe, expect, test } from 'vitest';
import { readModelCounty } from '../../../../test/support/model-county.ts';
import { addDays } from '../../../kernel/clock/index.ts';
import { Story } from '../builders.ts';
import { followBy } from './acceptance.ts';
import { followable } from './papers.ts';

const world = readModelCounty();
const story = (at?: string) => new Story(world, at);

/** What SAM-L02 asks of its applicant; M7 alone is not essential. */
const ALL = ['M1', 'M3', 'M4', 'M5', 'M6', 'M7'];
const upload = (material: string) => ({ id: 'f', material, digest: 'd' });

describe('what only the window can say: a paper was handed in', () => {
  const notice = { items: [{ material: 'M3', what: 'The plan is missing', how: 'Draw it' }], way: 'Then it is accepted' };
  const follow = { papers: ['M7'], undertaking: true, by: '2026-03-13' };

  test('an applicant who files, corrects or hands in online uploads the file, and is told so', () => {
    expect(story().filed({ papers: ['M1'] }).last).toMatchObject({ refusals: [{ code: 'window-takes-papers', path: 'papers' }] });
    expect(story().filed({ papers: ['M1'] }, 'clerk').codes).toEqual(['window-takes-papers']);
    const asked = story().filed({ papers: [] }).sure('request-correction', notice, 'clerk');
    expect(asked.when('correct', { papers: ['M3'] }, 'citizen').codes).toEqual(['window-takes-papers']);
    expect(asked.sure('correct', { files: [upload('M3')] }, 'citizen').state.papers).toEqual(['M3']);
    const following = story('2026-03-02').filed().sure('accept-with-papers-to-follow', follow, 'clerk');
    expect(following.when('hand-in-papers', { papers: ['M7'] }, 'citizen').codes).toEqual(['window-takes-papers']);
    expect(following.sure('hand-in-papers', { files: [upload('M7')] }, 'citizen').state.toFollow).toBeUndefined();
  });

  test('a clerk who has it in her hands records it', () => {
    expect(story().filed({ channel: 'window', papers: ['M1'] }, 'clerk').state.papers).toEqual(['M1']);
    const asked = story().filed({ papers: [] }).sure('request-correction', notice, 'clerk');
    expect(asked.sure('correct', { papers: ['M3'] }, 'clerk').state.papers).toEqual(['M3']);
  });

  test('where every paper is essential, none may follow, and that is said beforehand', () => {
    const strict = world.catalogue.items().find((i) => world.catalogue.live(i) && i.online && i.materials.value.every((m) => m.essential))!;
    expect(story().filed({ item: strict.id }).listed('accept-with-papers-to-follow', 'clerk')).toEqual(['all-essential']);
  });
});

describe('papers to follow (P5)', () => {
  const follow = { papers: ['M7'], undertaking: true, by: '2026-03-13' };
  const accepted = () => story('2026-03-02').filed().sure('accept-with-papers-to-follow', follow, 'clerk');

  test('only non-essential papers may follow, against an undertaking and by a day ahead', () => {
    expect(accepted().state).toMatchObject({ status: 'accepted', toFollow: { papers: ['M7'], by: '2026-03-13' } });
    const refused = (more: object) =>
      story('2026-03-02')
        .filed()
        .when('accept-with-papers-to-follow', { ...follow, ...more }, 'clerk');
    expect(refused({ papers: ['M3'] }).codes).toEqual(['material-essential']);
    expect(refused({ papers: ['M99'] }).codes).toEqual(['material-unknown']);
    expect(refused({ by: '2026-03-02' }).codes).toEqual(['date-not-ahead']);
    expect(refused({ by: '2027-03-04' }).codes).toEqual(['date-too-far']);
    const { due } = accepted().state.clocks.legal!;
    expect(refused({ by: addDays(due, 1) }).last).toMatchObject({
      refusals: [{ code: 'papers-after-decision', path: 'by', params: { latest: due } }],
    });
    expect(refused({ by: due }).codes).toEqual([]);
    expect(refused({ undertaking: false }).codes).toEqual(['invalid-input']);
  });

  test('the days that the form offers are those the rule takes: the first, the last, and none beside them', () => {
    const filed = () => story('2026-03-02').filed();
    const { from, to } = followBy(filed().state, world.catalogue.item('SAM-L02')!, filed().moment);
    const refused = (by: string) => filed().when('accept-with-papers-to-follow', { ...follow, by }, 'clerk').codes;
    expect([addDays(from, -1), from, to, addDays(to, 1)].map(refused)).toEqual([['date-not-ahead'], [], [], ['papers-after-decision']]);
  });

  test('what the form offers is what may follow: not what is essential, not what is here, nothing of a case that asks for none', () => {
    const item = world.catalogue.item('SAM-L02')!;
    const offered = (papers: string[], id = 'new') => followable(item, { case: id as 'new', papers });
    expect(offered([])).toContain('M7');
    for (const code of offered([])) {
      const s = story('2026-03-02').filed();
      expect(s.when('accept-with-papers-to-follow', { ...follow, papers: [code] }, 'clerk').codes, code).toEqual([]);
    }
    expect(offered(['M7'])).not.toContain('M7');
    expect(offered([]).filter((code) => item.materials.value.find((m) => m.code === code)?.essential)).toEqual([]);
    expect(offered(offered([]))).toEqual([]);
    expect(offered([], 'no such case')).toEqual([]);
  });

  test('the clock is the same as with all papers', () => {
    const whole = story('2026-03-02').filed().sure('accept', {}, 'clerk');
    expect(accepted().state.clocks).toEqual(whole.state.clocks);
  });

  test('nothing is delivered before they arrive', () => {
    const s = accepted().examined().decided();
    expect(s.summary.owner.account).toBe('applicant');
    expect(s.when('deliver', { method: 'in-person', recipient: 'A', proof: 'B' }, 'clerk').codes).toEqual(['papers-outstanding']);
    expect(s.when('hand-in-papers', { papers: ['M1'] }, 'clerk').codes).toEqual(['nothing-handed-in']);
    expect(s.when('hand-in-papers', { papers: ['M99'] }, 'clerk').codes).toEqual(['material-unknown']);
    s.sure('hand-in-papers', { papers: ['M7'] }, 'clerk');
    expect(s.when('hand-in-papers', { papers: ['M7'] }, 'citizen').codes).toEqual(['no-papers-outstanding']);
    s.delivered();
    expect(s.summary.status).toBe('granted');
    expect(s.when('hand-in-papers', { papers: ['M7'] }, 'citizen').codes).toEqual(['closed-matter']);
  });

  test('a refusal is delivered at once: it waits for no paper', () => {
    const s = accepted().examined('disagree').decided({ outcome: 'refused', way: 'Mend the plan' });
    expect(s.summary.owner.account).toBe('window');
    expect(s.delivered().summary.status).toBe('refused');
  });
});

describe('declarations and agents', () => {
  test('a declaration replaces a named certificate and counts as handed in (P5)', () => {
    const s = story().filed({ channel: 'window', papers: ['M1'], declarations: ['M6'] }, 'clerk');
    expect(s.state).toMatchObject({ papers: ['M1', 'M6'], declared: ['M6'] });
  });

  test('what the item does not let be declared is refused', () => {
    expect(story().filed({ declarations: ['M3'] }).codes).toEqual(['not-declarable']);
    expect(story().filed({ declarations: ['M99'] }).codes).toEqual(['material-unknown']);
  });

  test('a declaration may answer a correction notice', () => {
    const s = story()
      .filed()
      .sure('request-correction', { items: [{ material: 'M6', what: 'Missing', how: 'Send it' }], way: 'Then it goes on' }, 'clerk');
    s.sure('correct', { declarations: ['M6'] }, 'citizen');
    expect(s.state.declared).toEqual(['M6']);
  });

  const agent = { name: 'A Son', idType: 'resident-id', idNumber: '110101198508120008' };
  test('an agent files at once, and is accepted when the authority in writing is there', () => {
    const s = story().filed({ agent });
    expect(s.listed('accept', 'clerk')).toEqual(['agent-authority-needed']);
    expect(s.when('accept', {}, 'clerk').codes).toEqual(['agent-authority-needed']);
    expect(s.when('accept-with-papers-to-follow', { papers: ['M7'], undertaking: true, by: '2026-03-13' }, 'clerk').codes).toEqual([
      'agent-authority-needed',
    ]);
    s.sure('request-correction', { items: [{ material: 'AUTH', what: 'No authority', how: 'Sign one' }], way: 'Then it goes on' }, 'clerk');
    s.sure('correct', { files: [upload('AUTH')] }, 'citizen');
    expect(s.when('accept', {}, 'clerk').codes).toEqual([]);
  });

  test('without an agent nobody hands in an authority', () => {
    expect(story().filed({ files: [upload('AUTH')] }).codes).toEqual(['material-unknown']);
    expect(
      story()
        .filed({ agent, files: [...ALL, 'AUTH'].map(upload) })
        .when('accept', {}, 'clerk').codes,
    ).toEqual([]);
  });
});

describe('originals (P10)', () => {
  const accepted = () => story('2026-03-02').filed().sure('accept', {}, 'clerk');
  const filed = () => story('2026-03-02').filed({ channel: 'window', papers: ['M1', 'M3'] }, 'clerk');

  test('are compared with what was handed in and given back, each written down once', () => {
    const told = filed().sure('check-papers', { seen: ['M1', 'M3'], returned: ['M1'] }, 'clerk');
    expect(told.state.originals).toEqual({ seen: ['M1', 'M3'], returned: ['M1'] });
    expect(told.when('check-papers', { seen: ['M3'], returned: [] }, 'clerk').last).toMatchObject({
      refusals: [{ code: 'originals-on-record', path: 'seen' }],
    });
    told.sure('check-papers', { seen: [], returned: ['M3'] }, 'clerk');
    expect(told.state.originals?.returned).toEqual(['M1', 'M3']);
    expect(told.state.papers).toEqual(['M1', 'M3']);
  });

  test('of what was not handed in, or not looked at, none is written down', () => {
    expect(accepted().when('check-papers', { seen: ['M2'] }, 'clerk').last).toMatchObject({
      refusals: [{ code: 'paper-not-here', path: 'seen' }],
    });
    expect(filed().when('check-papers', { returned: ['M1'] }, 'clerk').last).toMatchObject({
      refusals: [{ code: 'returned-unseen', path: 'returned' }],
    });
    const bare = story('2026-03-02').filed({ papers: [] });
    expect(bare.on('2026-03-30').swept().listed('check-papers', 'clerk')).toEqual(['no-papers-here']);
  });

  test('are the window’s to see: the centre’s and the lead’s representative; nobody else’s', () => {
    for (const who of ['clerk', 'SAM-CR']) expect(filed().listed('check-papers', who), who).toEqual([]);
    for (const who of ['examiner-lead', 'cashier', 'citizen', 'DRC-CR'])
      expect(filed().listed('check-papers', who), who).toEqual(['no-authority']);
  });
});

describe('the hand-over of papers (P10)', () => {
  const filed = () => story('2026-03-02').filed({ channel: 'window', papers: ALL }, 'clerk');
  const accepted = () => filed().sure('accept', {}, 'clerk');

  test('what was accepted goes to the lead, who signs for it once', () => {
    expect(filed().listed('sign-for-papers', 'examiner-lead')).toEqual(['nothing-to-sign-for']);
    const told = accepted().sure('sign-for-papers', { note: 'Two sheets' }, 'examiner-lead');
    expect(told.state.signedFor).toEqual(ALL);
    expect(told.listed('sign-for-papers', 'examiner-lead')).toEqual(['nothing-to-sign-for']);
  });

  test('an original that was given back is not handed over', () => {
    const told = accepted()
      .sure('check-papers', { seen: ['M1'], returned: ['M1'] }, 'clerk')
      .sure('sign-for-papers', {}, 'SAM-CR');
    expect(told.state.signedFor).toEqual(ALL.slice(1));
  });

  test('of what was filed online only the originals that stayed are paper; of what was withdrawn nothing is handed over', () => {
    const online = story('2026-03-02').filed().sure('accept', {}, 'clerk');
    expect(online.listed('sign-for-papers', 'examiner-lead')).toEqual(['nothing-to-sign-for']);
    online.sure('check-papers', { seen: ['M3'] }, 'clerk').sure('sign-for-papers', {}, 'examiner-lead');
    expect(online.state.signedFor).toEqual(['M3']);
    expect(accepted().sure('withdraw', { reason: 'x', signed: true }, 'clerk').listed('sign-for-papers', 'examiner-lead')).toEqual([
      'nothing-to-sign-for',
    ]);
  });

  test('the window does not sign for the organ, nor another organ', () => {
    for (const who of ['clerk', 'umb-examiner', 'citizen'])
      expect(accepted().listed('sign-for-papers', who), who).toEqual(['no-authority']);
  });

  test('what the window took in on paper is kept for the day’s list; what came as a file is not', () => {
    const told = story('2026-03-02')
      .filed({ channel: 'window', papers: ['M1', 'M3'], files: [upload('M3')] }, 'clerk')
      .sure('request-correction', { items: [{ what: 'x', how: 'y' }], way: 'z' }, 'clerk')
      .sure('correct', { files: [upload('M5')] }, 'citizen');
    const rows = told.rows.filter(({ table }) => table === 'licensing.paper_intake').map(({ row }) => row);
    expect(rows).toMatchObject([{ seq: 1, on_day: '2026-03-02', seat: 'ASB-W01', papers: 'M1' }]);
  });
});
