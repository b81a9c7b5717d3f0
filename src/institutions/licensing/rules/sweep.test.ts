import { describe, expect, test } from 'vitest';
import { readModelCounty } from '../../../../test/support/model-county.ts';
import { addDays, localDate } from '../../../kernel/clock/index.ts';
import { bodyOf, Story } from '../builders.ts';

const world = readModelCounty();
const kinds = (s: Story) => s.facts.map((f) => f.kind);

describe('lights', () => {
  test('[S3-38] [S1-38] ▲ at four fifths of the clock or a working day before its end, ■ the day after it, each once', () => {
    const s = new Story(world, '2026-03-02').filed().sure('accept', {}, 'clerk');
    expect(s.summary.nextChange).toBe('2026-03-10');
    expect(kinds(s.on('2026-03-09').swept())).toEqual(['received', 'accepted']);
    expect(s.on('2026-03-10').swept().summary.light).toBe('due-soon');
    expect(bodyOf(s, 'limit-near')).toEqual({ kind: 'limit-near', clock: 'promised', due: '2026-03-11' });
    expect(s.on('2026-03-11').swept().facts).toHaveLength(3);
    s.on('2026-03-12').swept().swept();
    expect(kinds(s)).toEqual(['received', 'accepted', 'limit-near', 'limit-passed', 'limit-near']);
    s.on('2026-03-17').swept();
    expect(s.rows.map((r) => r.row.kind)).toEqual(['late:promised', 'late:legal']);
    expect(s.summary.nextChange).toBeUndefined();
  });

  test('a sweep that comes late records the breach without the warning', () => {
    const s = new Story(world, '2026-03-02').filed().sure('accept', {}, 'clerk').on('2026-06-01').swept();
    expect(kinds(s)).toEqual(['received', 'accepted', 'limit-passed', 'limit-passed']);
  });

  test('the answer on acceptance has its own ▲, and a correction puts it out', () => {
    const s = new Story(world, '2026-03-02').filed().on('2026-03-06').swept();
    expect(s.summary.light).toBe('due-soon');
    s.sure('request-correction', { items: [{ what: 'x', how: 'y' }], way: 'z' }, 'clerk');
    expect(s.summary.light).toBe('in-time');
    s.sure('correct', { note: 'done' }, 'citizen');
    expect(s.summary.light).toBe('in-time');
    expect(s.summary.nextChange).toBe('2026-03-12');
  });

  test('an extension puts out the ▲ of the law’s clock; a broken promise stays broken', () => {
    const s = new Story(world, '2026-03-02')
      .filed()
      .sure('accept', {}, 'clerk')
      .on('2026-03-13')
      .swept()
      .sure('extend', { reason: 'x' }, 'chief');
    expect(s.state.lit).toEqual({ promised: 'late' });
    expect(s.summary.light).toBe('over-promise');
    expect(s.summary.nextChange).toBe('2026-03-18');
  });
});

describe('the licence and its renewal (P4)', () => {
  const record = { item: 'SAM-L02', from: '2021-03-21', until: '2026-03-20', holder: '110101199003070003' };
  const asked = (more: object = {}, at = '2026-03-02') =>
    new Story(world, at).filed({ case: 'renewal', licence: 'L-OLD', licenceRecord: record, ...more });

  test('asked for later than thirty working days before its end it is taken and marked, and silence does not renew it', () => {
    const last = world.calendar.nth('2026-03-20' as never, -30);
    expect(bodyOf(asked({}, last), 'received').lateRenewal).toBeUndefined();
    const late = asked().sure('accept', {}, 'clerk');
    expect(bodyOf(late, 'received').lateRenewal).toBe(true);
    expect(late.on('2026-03-21').swept().state.status).toBe('accepted');
    expect(late.examined().decided().state.decision?.outcome).toBe('granted');
    expect(bodyOf(asked({ case: 'change' }), 'received').lateRenewal).toBeUndefined();
  });

  test('[S2-68] silence by its expiry renews it, from the day after', () => {
    const s = asked({}, '2026-01-05').sure('accept', {}, 'clerk').on('2026-03-20').swept();
    expect(s.state.status).toBe('accepted');
    expect(s.summary.nextChange).toBe('2026-03-21');
    s.on('2026-03-21').swept();
    expect(bodyOf(s, 'decided')).toMatchObject({
      deemed: true,
      reason: expect.stringContaining('《行政许可法》第五十条'),
      outcome: 'granted',
      on: '2026-03-21',
      grant: { number: 'L-OLD', from: '2026-03-21', to: '2031-03-20' },
    });
    expect(s.state.steps.every((step) => step.stage === 'done')).toBe(true);
    expect(s.delivered().summary.status).toBe('granted');
  });

  test('also when nobody even accepted it', () => {
    const s = asked({}, '2026-01-05').on('2026-03-23').swept();
    expect(kinds(s)).toEqual(['received', 'deemed-accepted', 'limit-passed', 'limit-passed', 'decided']);
    expect(bodyOf(s, 'decided')).toMatchObject({ on: '2026-03-21', grant: { from: '2026-03-21' } });
  });

  test('[S2-68] and however late it is recorded, no day is without a licence and no breach is lost', () => {
    const leap = asked({}, '2026-01-05').sure('accept', {}, 'clerk').on('2026-09-15').swept();
    const daily = asked({}, '2026-01-05').sure('accept', {}, 'clerk');
    for (let day = localDate('2026-01-06'); day <= '2026-09-15'; day = addDays(day, 1)) daily.on(day).swept();
    const told = (s: Story) => s.facts.filter(({ kind }) => kind === 'decided' || kind === 'limit-passed').map(({ body }) => body);
    expect(told(leap)).toEqual(told(daily));
    expect(bodyOf(leap, 'decided').grant).toEqual({ number: 'L-OLD', from: '2026-03-21', to: '2031-03-20' });
    expect(kinds(leap).filter((kind) => kind === 'limit-passed')).toHaveLength(3);
  });

  test('not while the applicant owes a correction, nor for papers that came after the expiry', () => {
    const s = asked()
      .sure('request-correction', { items: [{ what: 'x', how: 'y' }], way: 'z' }, 'clerk')
      .on('2026-04-01')
      .swept();
    expect(s.state.status).toBe('awaiting-correction');
    s.sure('correct', { note: 'late' }, 'citizen').on('2026-04-02').swept();
    expect(s.state.status).toBe('received');
  });

  test('decided in time, the renewal begins when the old one ends', () => {
    const s = asked().sure('accept', {}, 'clerk').examined().decided();
    expect(bodyOf(s, 'decided').grant).toEqual({ number: 'L-OLD', from: '2026-03-21', to: '2031-03-20' });
  });

  test('an expired licence is not renewed: a new one is applied for', () => {
    expect(asked({}, '2026-03-21').codes).toEqual(['licence-expired']);
    expect(asked({}, '2026-03-20').codes).toEqual([]);
  });

  test('the licence must be named, stand, belong to the item and to the applicant', () => {
    expect(asked({ licence: undefined }).codes).toEqual(['licence-needed']);
    expect(asked({ licenceRecord: undefined }).codes).toEqual(['licence-unknown']);
    expect(asked({ licenceRecord: { ...record, item: 'SAM-L01' } }).codes).toEqual(['licence-unknown']);
    expect(asked({ licenceRecord: { ...record, holder: '110101198508120008' } }).codes).toEqual(['licence-not-yours']);
    expect(asked({ licenceRecord: { ...record, holder: undefined } }).codes).toEqual([]);
  });

  test('one application at a time: the refusal names the open one, whatever either asks for', () => {
    const licenceRecord = { ...record, open: '2026-SAM-000009' };
    for (const kind of ['renewal', 'change', 'cancel'] as const) {
      const s = asked({ case: kind, licenceRecord });
      expect(s.codes).toEqual(['application-open']);
      expect(s.last).toMatchObject({ refusals: [{ params: { number: '2026-SAM-000009' } }] });
    }
    expect(asked({ case: 'new', licence: undefined, licenceRecord }).codes).toEqual([]);
  });

  test('a change keeps the number and the days; a cancellation ends it on its day', () => {
    const change = asked({ case: 'change' }).sure('accept', {}, 'clerk').examined().decided();
    expect(bodyOf(change, 'decided').grant).toEqual({ number: 'L-OLD', from: '2021-03-21', to: '2026-03-20' });
    const cancel = asked({ case: 'cancel' }).sure('accept', {}, 'clerk').examined().decided();
    expect(bodyOf(cancel, 'decided').grant).toBeUndefined();
    expect(cancel.rows.at(-1)?.row).toMatchObject({
      number: 'L-OLD',
      state: 'cancelled',
      valid_from: '2021-03-21',
      valid_to: '2026-03-02',
    });
  });
});

describe('parts of a bundle (P3)', () => {
  test('what the catalogue puts later is granted after the earlier ones, and examined beside them', () => {
    const together = ['NRB-L07', 'MET-L02', 'HUC-L01'];
    const part = (item: string) =>
      new Story(world, '2026-03-02').filed({ bundle: 'B19', item, together }).sure('accept', {}, 'clerk').examined();
    expect(part('NRB-L07').state.after).toBeUndefined();
    const works = part('HUC-L01');
    expect(works.state.after).toEqual(['NRB-L07', 'MET-L02']);
    const grant = { outcome: 'granted', reason: 'All conditions are met.' };
    const chief = `${works.state.lead}-CHF`;
    expect(works.when('decide', grant, chief).codes).toEqual(['earlier-part-open']);
    expect(works.when('note-part-granted', { granted: ['SAM-L01'] }, chief).codes).toEqual(['earlier-part-open']);
    expect(works.when('note-part-granted', { granted: ['NRB-L07'] }, 'clerk').codes).toEqual(['no-authority']);
    works.sure('note-part-granted', { granted: ['NRB-L07'] }, chief);
    expect(works.when('decide', grant, chief).codes).toEqual(['earlier-part-open']);
    works.sure('note-part-granted', { granted: ['NRB-L07', 'MET-L02'] }, chief);
    expect(works.when('note-part-granted', { granted: ['NRB-L07'] }, chief).codes).toEqual(['no-earlier-part']);
    expect(works.decided().state.decision?.outcome).toBe('granted');
  });

  test('an earlier part that is not applied for is not waited for; a part that waits can be refused', () => {
    const alone = new Story(world).filed({ bundle: 'B19', item: 'HUC-L01', together: ['HUC-L01', 'HUC-L04', 'MET-L02'] });
    expect(alone.state.after).toEqual(['HUC-L04', 'MET-L02']);
    expect(new Story(world).filed({ bundle: 'B02', item: 'SAM-L01', together: ['SAM-L01', 'ASB-L01'] }).state.after).toBeUndefined();
    const refusal = { outcome: 'refused', reason: 'No plan', way: 'Plan first', departure: 'The planning permit was refused.' };
    expect(alone.sure('accept', {}, 'clerk').examined().decided(refusal).state.decision?.outcome).toBe('refused');
  });

  test('a refused branch refuses only itself', () => {
    const branch = (item: string, serial: number) =>
      new Story(world, '2026-03-02', serial).filed({ bundle: 'B02', item }).sure('accept', {}, 'clerk');
    const food = branch('SAM-L01', 1).examined().decided();
    const tobacco = branch('TOB-L01', 2).examined('disagree').decided({ outcome: 'refused', way: 'Another street' });
    expect(food.delivered().summary.status).toBe('granted');
    expect(tobacco.delivered().summary.status).toBe('refused');
    expect(food.matter?.number).not.toBe(tobacco.matter?.number);
  });
});
