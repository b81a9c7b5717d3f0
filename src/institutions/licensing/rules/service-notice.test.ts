import { describe, expect, test } from 'vitest';
import { readModelCounty } from '../../../../test/support/model-county.ts';
import { dayOf, factOf } from '../../../kernel/matter/fold.ts';
import { bodyOf, Story } from '../builders.ts';
import { licensing } from '../definition.ts';
import type { Licensing, LicensingFact } from './state.ts';

const world = readModelCounty();
const NOTICE = { ground: 'whereabouts-unknown', reason: 'Two letters came back, nobody at the address', place: 'Board of the centre' };
const slip = { method: 'in-person', recipient: 'The applicant', proof: 'Signed the slip' };
const decided = (more: object = {}, item = 'SAM-L02') =>
  new Story(world, '2026-03-02')
    .filed({ item, ...more })
    .sure('accept', {}, 'clerk')
    .examined()
    .decided();
/** Published on the day of the decision. */
const published = () => decided().sure('serve-by-notice', NOTICE, 'delivery-clerk');

describe('service by public notice (民事诉讼法 95)', () => {
  test('[S3-38] published within the ten days it keeps their limit; the matter stands in its state, and the time is nobody’s', () => {
    const s = published();
    const body = bodyOf(s, 'notice-published');
    expect(body).toMatchObject({ ...NOTICE, clocks: [{ kind: 'notice', zero: '2026-03-02', due: '2026-04-01', amount: 30, unit: 'cd' }] });
    expect(s.summary).toMatchObject({
      status: 'decided',
      closed: false,
      light: 'in-time',
      owner: { account: 'law', holder: 'licensing.service-notice' },
      work: [{ step: 'deliver', stopped: true }, { step: 'supervise' }],
      nextChange: '2026-04-02',
      foreseen: undefined,
    });
    expect(s.on('2026-04-01').swept().facts.at(-1)?.kind).toBe('notice-published');
    expect(s.rows.filter(({ row }) => row.kind === 'late:delivery')).toEqual([]);
    expect(s.rows.find(({ table }) => table === 'licensing.service_notice')?.row).toMatchObject({
      published_on: '2026-03-02',
      served_on: '2026-04-01',
      place: NOTICE.place,
    });
  });

  test('[P11] after thirty days time alone records that it was served, and closes the matter', () => {
    const s = published().on('2026-04-02').swept();
    expect(bodyOf(s, 'delivered')).toEqual({
      kind: 'delivered',
      method: 'public-notice',
      proof: NOTICE.place,
      notice: { published: '2026-03-02', served: '2026-04-01' },
    });
    expect(s.facts.at(-1)).toMatchObject({ actor: 'law', capacity: 'sweep' });
    expect(s.summary).toMatchObject({ status: 'granted', closed: true, work: [{ step: 'supervise' }] });
    // However late the sweep comes, the day of service is the thirtieth.
    expect(bodyOf(published().on('2026-06-01').swept(), 'delivered').notice?.served).toBe('2026-04-01');
  });

  test('whoever is found meanwhile is served at once, and the notice serves nobody any more', () => {
    const s = published().on('2026-03-20').sure('deliver', slip, 'delivery-clerk');
    expect(bodyOf(s, 'delivered')).toEqual({ kind: 'delivered', ...slip });
    expect(s.summary).toMatchObject({ status: 'granted', closed: true, nextChange: undefined });
    const facts = s.facts.length;
    expect(s.on('2026-05-01').swept().facts).toHaveLength(facts);
    expect(published().on('2026-04-02').when('deliver', slip, 'delivery-clerk').codes).toEqual(['already-delivered']);
  });

  test('published late, the breach of the ten days stays on record', () => {
    const s = decided().on('2026-03-17').sure('serve-by-notice', NOTICE, 'delivery-clerk');
    expect(s.rows.filter(({ row }) => row.kind === 'late:delivery')).toHaveLength(1);
    expect(s.state).toMatchObject({ lit: { delivery: 'late' }, clocks: { notice: { due: '2026-04-16' } } });
  });

  test('it names a ground, what was tried and where it is published; once, and by whoever may deliver', () => {
    for (const [field, issue] of [
      ['ground', 'ground'],
      ['reason', 'reason required'],
      ['place', 'place required'],
    ] as const)
      expect(
        decided()
          .when('serve-by-notice', { ...NOTICE, [field]: ' ' }, 'delivery-clerk')
          .issues.join(),
      ).toContain(issue);
    const s = published().when('serve-by-notice', NOTICE, 'delivery-clerk');
    expect(s.codes).toEqual(['notice-published']);
    expect(!s.last.ok && s.last.refusals[0]?.params).toEqual({ due: '2026-04-01' });
    expect(decided().when('serve-by-notice', NOTICE, 'examiner-lead').codes).toEqual(['no-authority']);
    expect(published().on('2026-04-02').when('serve-by-notice', NOTICE, 'delivery-clerk').codes).toEqual(['already-delivered']);
    // It is no way of handing something over.
    expect(decided().when('deliver', { ...slip, method: 'public-notice' }, 'delivery-clerk').codes).toEqual(['invalid-input']);
  });

  test('what waits for papers is not served by time either, until they are in', () => {
    const follow = { papers: ['M7'], undertaking: true, by: '2026-03-13' };
    const waits = new Story(world, '2026-03-02').filed().sure('accept-with-papers-to-follow', follow, 'clerk').examined().decided();
    expect(waits.when('serve-by-notice', NOTICE, 'delivery-clerk').codes).toEqual(['papers-outstanding']);

    const s = decided({}, 'UMB-L01')
      .sure('no-charge', { reason: 'Nothing is dug up' }, 'umb-examiner')
      .sure('serve-by-notice', NOTICE, 'delivery-clerk')
      .sure('bill', { charge: 'UMB-C02', quantity: 200 }, 'umb-examiner');
    expect(s.summary).toMatchObject({ owner: { account: 'applicant' }, nextChange: undefined });
    expect(s.on('2026-04-10').swept().state.status).toBe('decided');
    s.sure('pay', { amount: 60, method: 'cash', receipt: 'R' }, 'cashier');
    expect(s.summary.nextChange).toBe('2026-04-02');
    expect(bodyOf(s.swept(), 'delivered').notice?.served).toBe('2026-04-01');
  });

  test('without its term in the law book it is published all the same, and the missing clock is told', () => {
    const terms = new Map([...world.law.terms].filter(([id]) => id !== 'licensing.service-notice'));
    const law = { ...world.law, terms, find: (id: string) => terms.get(id) };
    const s = new Story({ ...world, law } as typeof world);
    s.facts.push(...decided().facts);
    s.matter = decided().matter;
    s.sure('serve-by-notice', NOTICE, 'delivery-clerk').on('2026-03-03').swept();
    expect(bodyOf(s, 'clock-not-armed')).toMatchObject({ clock: 'notice', why: 'no-term' });
    expect(s.summary.light).toBe('unarmed');
  });

  test('what an earlier release delivered by notice closes as it did', () => {
    const s = decided().delivered();
    const state = s.facts.reduce<Licensing | undefined>((before, { matter: number, kind, body, at, actor, capacity }, i) => {
      const stored = { ...JSON.parse(body), ...(kind === 'delivered' && { method: 'public-notice' }) };
      const fact = factOf(licensing, kind, stored) as LicensingFact;
      return licensing.evolve(before, fact, { number, seq: i + 1, at, on: dayOf(at), actor, capacity });
    }, undefined);
    expect(state).toMatchObject({ status: 'closed', ending: 'granted', notice: undefined });
  });
});
