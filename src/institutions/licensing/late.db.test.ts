import { expect, test } from 'vitest';
import { application, call } from '../../../test/support/call.ts';
import { openTestHouse } from '../../../test/support/house.ts';
import { boardFrom, fromFacts } from '../../../test/support/recount.ts';
import { setClock } from '../../county-clock.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { sweepCounty } from '../../kernel/matter/sweep.ts';
import { liveThrough } from '../../living.ts';
import { readBoard } from './queries/board.ts';
import { RANKS } from './queries/desk.ts';
import { brokenPromises, todayNumbers } from './queries/numbers.ts';
import { totalLight } from './rules/summary.ts';
import { passedByLaw } from './rules/watched.ts';

test('[X13] what is open over its promise or the law is one number on the first page, on its list and on the board, and the facts have it', {
  timeout: 120_000,
}, async () => {
  const h = await openTestHouse();
  const { house } = h;
  await liveThrough(house, { matters: 120, from: '2025-12-22' as LocalDate, to: '2026-02-12' as LocalDate, seed: '1' });
  const at = async (time: string) => {
    await setClock(house, Date.parse(`${time}:00+08:00`));
    await sweepCounty(house.pool, house.engine, time.slice(0, 10) as LocalDate);
  };
  await at('2026-02-24T09:00');
  const broken = async (): Promise<string> => {
    const { number } = (await call(h, '/api/v1/matters', application({ item: 'SAM-L02' }))).body;
    await h.act(number, 'clerk', 'accept');
    return number;
  };
  const [lawful, own, running] = [await broken(), await broken(), await broken()];
  await at('2026-02-27T09:00');
  const soon = await broken();
  await at('2026-03-06T09:00');
  const pause = { expected: '2026-03-20', reason: 'x' };
  await h.act(lawful, 'examiner-lead', 'pause', { ...pause, ground: 'testing' });
  await h.act(own, 'examiner-lead', 'pause', { ...pause, ground: 'site-visit' });
  await at('2026-03-09T09:00');
  const { today } = await house.moment();
  const [numbers, rows, board, facts] = await Promise.all([
    todayNumbers(house.pool, today),
    brokenPromises(house.pool, today, { offset: 0, limit: 1000 }),
    readBoard(house.pool, today),
    fromFacts(house.pool),
  ]);
  const { rows: told } = await house.pool.query<{ matter: string; kinds: string[] }>(
    `SELECT matter, array_agg(CASE WHEN body::json ->> 'clock' = 'promised' THEN kind || ' promised' ELSE kind END ORDER BY seq) AS kinds
       FROM journal.fact GROUP BY matter`,
  );
  const past = told.filter(
    ({ kinds }) =>
      kinds.lastIndexOf('limit-passed promised') > kinds.lastIndexOf('breach-taken-back promised') && !kinds.includes('decided'),
  );
  const open = facts.filter(({ state }) => state.status !== 'closed');
  const byFacts = past.filter(({ matter }) => open.some(({ number }) => number === matter)).map(({ matter }) => matter);
  for (const number of [lawful, own, running]) {
    expect(byFacts).toContain(number);
    expect(totalLight(facts.find((one) => one.number === number)!.state)).toBe('over-promise');
  }
  const all = boardFrom(facts, today).get('county')!;
  const late = rows.filter(({ state }) => state !== 'decided-late');
  expect(byFacts.filter((matter) => !late.some((row) => row.matter === matter))).toEqual([]);
  expect(numbers.openBroken).toBe(byFacts.length);
  for (const state of ['over-law', 'over-promise'] as const)
    expect([
      late.filter((row) => row.state === state).length,
      state === 'over-law' ? numbers.openOverLaw : numbers.openOverPromise,
      state === 'over-law' ? board.find(({ organ }) => !organ)!.overLaw : board.find(({ organ }) => !organ)!.overPromise,
    ]).toEqual([all[state], all[state], all[state]]);
  // A date beside that light is the law's, on every face: the promise before it is another matter.
  const lawDay = (number: string) => passedByLaw(facts.find((one) => one.number === number)!.state, today);
  const page = async (path: string, as: string) => (await call(h, `/api/v1/${path}`, undefined, { as })).body;
  const { matters: held } = await page('board/matters?light=over-law', 'auditor');
  const desk = (await Promise.all(LEADS.map((as) => page('desk?light=over-law', as)))).flatMap(({ work }) => work);
  const heads = await Promise.all(HEADS.map((as) => page('head', as)));
  const head = heads.flatMap(({ pressing }) => pressing);
  // Late before what can still be saved, as on the desk.
  for (const { pressing } of heads) {
    const ranks: number[] = pressing.map(({ light }: { light: (typeof RANKS)[number] }) => RANKS.indexOf(light));
    expect(ranks).toEqual([...ranks].sort());
    expect(ranks[0]).toBeLessThan(RANKS.indexOf('due-soon'));
    expect(pressing.find(({ matter }: { matter: string }) => matter === soon)?.light).toBe('due-soon');
  }
  for (const list of [held, desk, head.filter(({ light }) => light === 'over-law')]) {
    const inWork = list.filter(({ number, matter }: { number?: string; matter?: string }) => lawDay(number ?? matter!));
    expect(inWork.length).toBeGreaterThan(0);
    for (const { number, matter, due } of inWork) expect(due, number ?? matter).toBe(lawDay(number ?? matter));
  }
});
const LEADS = ['examiner-lead', 'section-head', 'deputy', 'chief', 'clerk'];
const HEADS = ['deputy', 'chief'];
