import { describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { application, call } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';

const h = await openTestHouse();
const api = '/api/v1/matters';
const at = (local: string) => setClock(h.house, Date.parse(`${local}:00+08:00`));
const file = async (more = {}) => (await call(h, api, application(more))).body as { number: string };
const stepsOf = async (number: string) =>
  (await call(h, `${api}/${number}`, undefined, { as: 'clerk' })).body.steps as { id: string; organ: string; stage: string }[];
const facts = async (number: string) =>
  (await call(h, `${api}/${number}/facts`, undefined, { as: 'clerk' })).body as { kind: string; body: Record<string, unknown> }[];

/** Whoever may signs what waits, step by step, until nothing is open. */
async function examineAll(number: string): Promise<void> {
  const signers = { propose: 'EX1', check: 'SH', approve: 'DEP' } as const;
  for (let turn = 0; turn < 40; turn++) {
    const step = (await stepsOf(number)).find((s) => s.stage !== 'done');
    if (!step) return;
    const stage = step.stage as keyof typeof signers;
    await h.act(number, `${step.organ}-${signers[stage]}`, stage, { step: step.id, opinion: 'agree', text: '材料齐全，同意。' });
  }
  throw new Error('the steps never ended');
}

describe('a licence that ends', () => {
  const grant = { outcome: 'granted', reason: '符合条件。' };
  const revoke = { ground: 'false-papers', basis: '行政许可法69', reason: '材料是假的。', way: '可以申请复议。' };

  it('ends the renewal that waits for it, by whichever way: revoked by the organ, cancelled by its holder', async () => {
    await at('2026-03-23T09:00');
    const licensed = async () => {
      const { number } = await file({ item: 'SAM-L02' });
      await h.act(number, 'clerk', 'accept');
      await examineAll(number);
      await h.act(number, 'chief', 'decide', grant);
      return number;
    };
    const renewalOf = async (number: string) => {
      const renewal = (await file({ item: 'SAM-L02', case: 'renewal', licence: `L-${number}` })).number;
      await h.act(renewal, 'clerk', 'accept');
      await examineAll(renewal);
      return renewal;
    };
    const refusedNow = async (renewal: string, how: string) => {
      const said = await call(h, `${api}/${renewal}/actions/decide`, grant, { as: 'chief', headers: { 'accept-language': 'en' } });
      expect([said.status, said.body.code]).toEqual([409, 'licence-ended']);
      expect(said.body.next).toContain('apply for a new licence');
      expect((await facts(renewal)).at(-1)).toMatchObject({ kind: 'licence-ended', body: { how } });
    };
    const [first, second] = [await licensed(), await licensed()];
    const renewals = [await renewalOf(first), await renewalOf(second)] as const;
    const early = await call(h, `${api}/${renewals[0]}/actions/note-licence-ended`, {}, { as: 'chief' });
    expect([early.status, early.body.code]).toEqual([422, 'licence-stands']);

    await h.act(first, 'chief', 'revoke', revoke);
    await refusedNow(renewals[0], 'revoked');
    const { number: cancel } = await file({ item: 'SAM-L02', case: 'cancel', licence: `L-${second}` });
    await h.act(cancel, 'clerk', 'accept');
    await examineAll(cancel);
    await h.act(cancel, 'chief', 'decide', grant);
    await refusedNow(renewals[1], 'cancelled');
  });
});

describe('a bundle whose parts have an order (P3)', () => {
  it('grants the later part after the earlier one, which tells it', async () => {
    await at('2026-03-24T09:00');
    const items = ['HUC-L01', 'NRB-L07', 'MET-L02'];
    const filed = await call(h, api, application({ item: undefined, items, bundle: 'B19' }));
    const numberOf = (item: string): string => filed.body.matters[items.indexOf(item)].number;
    const [works, plan] = [numberOf('HUC-L01'), numberOf('NRB-L07')];
    for (const number of [works, plan]) {
      await h.act(number, 'clerk', 'accept');
      await examineAll(number);
    }
    const grant = (number: string, as: string) =>
      call(
        h,
        `${api}/${number}/actions/decide`,
        { outcome: 'granted', reason: '符合条件。' },
        { as, headers: { 'accept-language': 'en' } },
      );
    const early = await grant(works, 'HUC-CHF');
    expect([early.status, early.body.code]).toEqual([409, 'earlier-part-open']);
    expect(early.body.title).toContain('NRB-L07, MET-L02');
    expect((await grant(plan, 'NRB-CHF')).status).toBe(200);
    expect((await facts(works)).at(-1)).toMatchObject({ kind: 'earlier-part-granted', body: { items: ['NRB-L07'] } });
    expect((await grant(works, 'HUC-CHF')).body.title).not.toContain('NRB-L07');
    const open = await call(h, `${api}/${works}/actions/note-part-granted`, {}, { as: 'HUC-CHF' });
    expect([open.status, open.body.code]).toEqual([409, 'earlier-part-open']);
  });
});
