import { describe, expect, test } from 'vitest';
import { readModelCounty } from '../../../../test/support/model-county.ts';
import { application, bodyOf, Story } from '../builders.ts';

const world = readModelCounty();
const filed = (more: Record<string, unknown> = {}, at = '2026-03-02') => new Story(world, at).filed(more);
const accepted = (more: Record<string, unknown> = {}) => filed(more).sure('accept', {}, 'clerk');
const decided = (more: Record<string, unknown> = {}) => accepted(more).examined().decided();
const slip = { method: 'in-person', recipient: 'The applicant', proof: 'Signed the slip' };

describe('delivery (P11)', () => {
  test('service is proved: how, to whom, by what', () => {
    const s = decided().sure('deliver', slip, 'delivery-clerk');
    expect(bodyOf(s, 'delivered')).toEqual({ kind: 'delivered', ...slip });
    expect(s.summary).toMatchObject({ status: 'granted', closed: true });
    expect(decided().when('deliver', { ...slip, proof: ' ' }, 'delivery-clerk').issues).toEqual(['proof required']);
  });

  test('electronic service needs consent', () => {
    expect(decided().when('deliver', { ...slip, method: 'electronic' }, 'clerk').codes).toEqual(['consent-needed']);
    expect(decided({ electronicService: true }).when('deliver', { ...slip, method: 'electronic' }, 'clerk').codes).toEqual([]);
  });

  describe('handed over', () => {
    const known = (more: Record<string, unknown> = {}) => accepted(more).known().examined().decided();
    const agent = { name: 'An Agent', idType: 'resident-id', idNumber: '110101198508120008' };
    const handed = (more: object, s = known()) => s.when('deliver', { ...slip, recipient: 'A Cousin', ...more }, 'delivery-clerk');
    const document = { idType: 'resident-id', idNumber: '110101198508120008' };

    test('to the applicant, by name in any spelling; the record holds a token', () => {
      for (const recipient of ['Test Citizen', 'test  citizen', 'Ｔest Citizen'])
        expect(handed({ recipient }).codes, recipient).toEqual([]);
      expect(bodyOf(handed({ recipient: 'Test Citizen' }), 'delivered')).toMatchObject({ recipient: '{{name}}' });
      expect(handed({ recipient: 'Test' }).codes).toEqual(['recipient-not-on-record']);
    });

    test('to who is named with another dot between the parts of the name, or none', () => {
      const papers = ['AUTH', 'M1', 'M3', 'M4', 'M5', 'M6', 'M7'];
      const named = { ...agent, name: '努尔·阿合买提' };
      const filed = new Story(world).filed({ agent: named, channel: 'window', papers }, 'clerk').known(named.name);
      const s = filed.sure('accept', {}, 'clerk').examined().decided();
      for (const recipient of ['努尔•阿合买提', '努尔・阿合买提', '努尔.阿合买提', '努尔阿合买提'])
        expect(handed({ method: 'agent', recipient }, s.fork()).codes, recipient).toEqual([]);
      expect(handed({ method: 'agent', recipient: '努尔•阿合买' }, s).codes).toEqual(['recipient-not-on-record']);
    });

    test('to the agent on record, and to no agent that nobody named', () => {
      const papers = ['AUTH', 'M1', 'M3', 'M4', 'M5', 'M6', 'M7'];
      const filed = new Story(world).filed({ agent, channel: 'window', papers }, 'clerk').known(agent.name).sure('accept', {}, 'clerk');
      const s = filed.examined().decided();
      expect(handed({ method: 'agent', recipient: agent.name }, s).codes).toEqual([]);
      expect(handed({ method: 'agent', recipient: agent.name }).codes).toEqual(['recipient-not-on-record']);
    });

    test('to somebody else only with the relation to the applicant and a document whose number checks', () => {
      for (const method of ['in-person', 'agent']) expect(handed({ method }).codes).toEqual(['recipient-not-on-record']);
      const relation = 'adult-family';
      for (const wrong of [
        {},
        { idType: 'resident-id' },
        { idNumber: document.idNumber },
        { ...document, idNumber: '110101198508120009' },
        { idType: 'credit-code', idNumber: '91990101MA00TEXT03' },
      ])
        expect(handed({ relation, ...wrong }).codes, JSON.stringify(wrong)).toEqual(['recipient-id-needed']);
      const s = handed({ relation, ...document });
      expect(bodyOf(s, 'delivered')).toMatchObject({ relation, proof: slip.proof });
      for (const theirs of ['Cousin', document.idNumber]) expect(s.facts.at(-1)?.body).not.toContain(theirs);
      expect(Object.keys(JSON.parse(s.facts.at(-1)!.body).personal)).toEqual([`r-${s.matter?.number}`]);
    });

    test('a firm has no relatives in its household, a person no legal representative (民事诉讼法 88)', () => {
      const { phone } = application().applicant;
      const firm = { kind: 'firm', name: 'Test Firm', idType: 'credit-code', idNumber: '91990101MA00TEXT0R', phone };
      for (const [s, yes, no] of [
        [known(), ['adult-family', 'nominee'], ['representative', 'mail-officer']],
        [known({ applicant: firm }), ['representative', 'mail-officer', 'nominee'], ['adult-family']],
      ] as const) {
        for (const relation of yes) expect(handed({ relation, ...document }, s.fork().known()).codes, relation).toEqual([]);
        for (const relation of no)
          expect(handed({ relation, ...document }, s.fork().known()).codes, relation).toEqual(['relation-does-not-fit']);
      }
    });

    test('by post or left behind too it goes to the applicant; no other name is kept in the record as typed', () => {
      for (const method of ['post', 'left-with-witness']) {
        expect(handed({ method }).codes, method).toEqual(['recipient-not-on-record']);
        expect(handed({ method, recipient: 'Test Citizen' }).codes, method).toEqual([]);
      }
      for (const method of ['post', 'left-with-witness']) {
        const s = handed({ method, relation: 'nominee' });
        expect(bodyOf(s, 'delivered')).toMatchObject({ method, relation: 'nominee' });
        expect(s.facts.at(-1)?.body).not.toContain('Cousin');
      }
      // Nobody takes in an electronic message for another.
      const consented = accepted({ electronicService: true }).known().examined().decided();
      expect(handed({ method: 'electronic', relation: 'adult-family' }, consented).codes).toEqual(['recipient-not-on-record']);
      expect(handed({ method: 'post', relation: 'adult-family', ...document, idNumber: 'x' }).codes).toEqual(['recipient-id-needed']);
    });

    test('concluded on the spot it goes to the applicant, or is delivered by an act of its own', () => {
      const at = () => filed({ item: 'ARA-L09' }).known();
      expect(at().when('conclude-on-the-spot', { text: 'x', recipient: 'A Cousin' }, 'ARA-CR').codes).toEqual(['recipient-not-on-record']);
      expect(at().when('conclude-on-the-spot', { text: 'x', recipient: 'Test Citizen' }, 'ARA-CR').codes).toEqual([]);
    });

    test('of an erased applicant nothing is left to compare with: the proof says who', () => {
      expect(decided().when('deliver', slip, 'delivery-clerk').codes).toEqual([]);
    });
  });

  test('only what was decided is delivered', () => {
    expect(accepted().when('deliver', slip, 'clerk').codes).toEqual(['not-decided']);
    expect(decided().delivered().when('deliver', slip, 'clerk').codes).toEqual(['already-delivered']);
    expect(decided().when('deliver', slip, 'examiner-lead').codes).toEqual(['no-authority']);
  });

  test('[S3-38] undelivered after ten working days it is late', () => {
    const s = decided().on('2026-03-11').swept();
    expect(s.facts.at(-1)?.kind).toBe('decided');
    expect(s.on('2026-03-12').swept().summary.light).toBe('due-soon');
    expect(s.on('2026-03-16').swept().summary.light).toBe('due-soon');
    expect(s.on('2026-03-17').swept().rows.at(-1)?.row.kind).toBe('late:delivery');
  });
});

describe('withdrawal (P14)', () => {
  test('the applicant withdraws; the steps stop counting', () => {
    const s = accepted().after(3600).sure('withdraw', { reason: 'Changed my mind' }, 'citizen');
    expect(s.summary).toMatchObject({ status: 'withdrawn', closed: true, work: [] });
    expect(s.state.steps[0]?.closed).toBe(s.matter?.closed);
    expect(bodyOf(s, 'withdrawn')).toMatchObject({ via: 'online' });
  });

  test('at the window it needs the applicant’s signature', () => {
    expect(filed().when('withdraw', { reason: 'x' }, 'clerk').codes).toEqual(['signature-needed']);
    expect(bodyOf(filed().sure('withdraw', { reason: 'x', signed: true }, 'clerk'), 'withdrawn').via).toBe('window');
  });

  test('nobody else withdraws it, and nobody after the decision', () => {
    for (const who of ['citizen-2', 'stranger']) expect(filed().when('withdraw', { reason: 'x' }, who).codes).toEqual(['applicant-only']);
    expect(filed().when('withdraw', { reason: 'x', signed: true }, 'chief').codes).toEqual(['no-authority']);
    expect(decided().when('withdraw', { reason: 'x' }, 'citizen').codes).toEqual(['already-decided']);
  });
});

describe('nothing is edited', () => {
  test('a correction of the record points at a record that exists', () => {
    const s = decided().delivered();
    const seq = s.facts.length;
    expect(s.when('rectify', { seq: seq + 1, text: 'x', reason: 'y' }, 'chief').codes).toEqual(['no-such-fact']);
    s.sure('rectify', { seq, text: 'x', reason: 'y' }, 'chief');
    expect(s.facts).toHaveLength(seq + 1);
    expect(s.summary.status).toBe('granted');
    expect(s.when('rectify', { seq, text: 'x', reason: 'y' }, 'umb-chief').codes).toEqual(['no-authority']);
    expect(s.when('rectify', { seq, text: 'x', reason: 'y' }, 'ASB-EX1').codes).toEqual(['no-authority']);
  });
});

describe('the supervising organ (S4-31)', () => {
  test('[S4-31] every grant goes to it, and the closing does not wait', () => {
    const s = decided({ item: 'ASB-L03' });
    expect(s.summary.work.find((w) => w.step === 'supervise')).toMatchObject({ organ: 'ARA' });
    s.delivered();
    expect(s.summary).toMatchObject({ closed: true, work: [{ step: 'supervise', organ: 'ARA' }] });
    const closed = s.matter?.closed;
    expect(s.when('acknowledge-supervision', {}, 'ASB-CHF').codes).toEqual(['no-authority']);
    s.on('2026-04-01').sure('acknowledge-supervision', { note: 'On our list' }, 'ARA-SH');
    expect(s.summary).toMatchObject({ closed: true, work: [] });
    expect(s.matter?.closed).toBe(closed);
    expect(s.when('acknowledge-supervision', {}, 'ARA-SH').codes).toEqual(['nothing-to-supervise']);
  });

  test('a refusal is nothing to supervise', () => {
    const s = accepted().examined('disagree').decided({ outcome: 'refused', way: 'x' });
    expect(s.summary.work.map((w) => w.step)).toEqual(['deliver']);
    expect(s.when('acknowledge-supervision', {}, 'section-head').codes).toEqual(['nothing-to-supervise']);
  });
});

describe('a licence taken back (P4)', () => {
  const why = {
    ground: 'false-declaration',
    basis: 'Article 69',
    reason: 'The declared certificate does not exist',
    way: 'Reconsideration within sixty days',
  };

  test('with ground, article, reason and way; the record says revoked and nothing is left to supervise', () => {
    const s = decided({ declarations: ['M6'] }).delivered();
    const closed = s.matter?.closed;
    s.on('2026-05-06').sure('revoke', why, 'chief');
    expect(s.summary).toMatchObject({ status: 'revoked', closed: true, work: [] });
    expect(s.matter?.closed).toBe(closed);
    expect(s.rows.at(-1)).toMatchObject({ table: 'licensing.licence', row: { number: 'L-2026-SAM-000001', state: 'revoked' } });
    expect(bodyOf(s, 'revoked')).toMatchObject({ paper: 'SAM〔2026〕1-R', on: '2026-05-06', note: 'Article 69' });
    expect(s.when('revoke', why, 'chief').codes).toEqual(['nothing-to-revoke']);
  });

  test('also before delivery, when the papers to follow never come', () => {
    const s = filed()
      .sure('accept-with-papers-to-follow', { papers: ['M7'], undertaking: true, by: '2026-03-13' }, 'clerk')
      .examined()
      .decided();
    s.on('2026-06-01').sure('revoke', { ...why, ground: 'undertaking-broken' }, 'chief');
    expect(s.summary).toMatchObject({ status: 'revoked', closed: true });
  });

  test('only a grant that stands, by whoever may decide', () => {
    expect(decided().when('revoke', why, 'examiner-lead').codes).toEqual(['no-authority']);
    expect(accepted().when('revoke', why, 'chief').codes).toEqual(['nothing-to-revoke']);
    expect(accepted().examined('disagree').decided({ outcome: 'refused', way: 'x' }).when('revoke', why, 'chief').codes).toEqual([
      'nothing-to-revoke',
    ]);
    expect(decided().when('revoke', { ...why, ground: 'whim' }, 'chief').codes).toEqual(['invalid-input']);
  });
});
