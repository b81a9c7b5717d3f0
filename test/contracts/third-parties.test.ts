import { describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { application, call } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';

const h = await openTestHouse();
const api = '/api/v1/matters';
await setClock(h.house, Date.parse('2026-02-09T09:30+08:00'));

describe('two neighbours who were told (行政许可法 36, 47)', () => {
  it('one who speaks twice is one: the decision waits for the other, until she waives the hearing too', async () => {
    const { number } = (await call(h, api, application({ item: 'SAM-L02' }), { as: 'citizen' })).body;
    const act = (name: string, as: string, input: object = {}) => call(h, `${api}/${number}/actions/${name}`, input, { as });
    await h.act(number, 'clerk', 'accept');
    const parties = [{ name: '甲邻居' }, { name: '乙邻居' }];
    await h.act(number, 'examiner-lead', 'tell-third-parties', { parties, what: '楼下开厨房', hearing: true });
    const opinion = { opinion: 'agree', text: '符合条件' };
    await h.act(number, 'examiner-lead', 'propose', opinion);
    await h.act(number, 'section-head', 'check', opinion);
    await h.act(number, 'deputy', 'approve', opinion);
    const says = { from: 'third-party', text: '不反对', 'waives-hearing': true, signed: true };
    expect((await act('record-statement', 'examiner-lead', says)).body.errors).toMatchObject([{ path: 'party', code: 'party-needed' }]);
    expect((await act('record-statement', 'examiner-lead', { ...says, party: 3 })).body.code).toBe('party-unknown');
    const unsigned = await act('record-statement', 'examiner-lead', { ...says, party: 1, signed: false });
    expect([unsigned.status, unsigned.body.code, unsigned.body.errors[0].path]).toEqual([422, 'signature-needed', 'signed']);
    for (let twice = 0; twice < 2; twice++)
      expect((await act('record-statement', 'examiner-lead', { ...says, party: 1 })).status).toBe(200);
    const decide = () => act('decide', 'chief', { outcome: 'granted', reason: '符合条件' });
    expect((await decide()).body).toMatchObject({ status: 409, code: 'third-parties-waiting' });
    const { choices, entries } = (await call(h, `${api}/${number}/story`, undefined, { as: 'examiner-lead' })).body;
    expect(choices.parties.map((one: { value: string; label: { zh: string } }) => [one.value, one.label.zh])).toEqual([
      ['1', '1. 甲邻居（已放弃听证）'],
      ['2', '2. 乙邻居'],
    ]);
    expect(JSON.stringify(entries[0].lines)).toContain('甲邻居');
    expect((await act('record-statement', 'examiner-lead', { ...says, party: 2 })).status).toBe(200);
    expect((await decide()).body).toMatchObject({ status: 409, code: 'applicant-may-ask' });
    expect((await act('record-statement', 'citizen', { from: 'applicant', text: '不要求听证', 'waives-hearing': true })).status).toBe(200);
    const { entries: after } = (await call(h, `${api}/${number}/story`, undefined, { as: 'examiner-lead' })).body;
    expect(JSON.stringify(after[0].lines)).toContain('表示放弃听证');
    expect((await decide()).status).toBe(200);
  });
});
