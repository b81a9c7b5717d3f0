import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../src/kernel/clock/types.ts';
import { openPool } from '../../src/platform/database/connection.ts';
import { call } from '../support/call.ts';
import { dataFolders } from '../support/counties.ts';
import { boardFrom, boardOf, fromFacts } from '../support/recount.ts';

const { env: envOf, good, served } = dataFolders('lived');
const env = envOf('lived');

describe('days pass by command', () => {
  it('banjie clock advance 6d: lights turn, silence accepts, and the board equals a recount from the facts', async () => {
    await good(['demo', '--matters', '120', '--from', '2025-12-15', '--to', '2026-02-08', '--seed', '7'], env);
    const token = (await good(['token', '--persona', 'efficiency-inspector'], env)).trim();
    const headers = { authorization: `Bearer ${token}` };
    const pool = openPool((await good(['db', 'url'], env)).trim(), { max: 4 });
    try {
      const boards: unknown[] = [];
      for (const day of ['2026-02-09', '2026-02-15', '2026-02-21']) {
        if (day !== '2026-02-09') expect(JSON.parse(await good(['clock', 'advance', '6d', '--json'], env)).today).toBe(day);
        const shown = await served(env, async (house) => boardOf((await call(house, '/api/v1/board', undefined, { headers })).body));
        expect(shown, day).toEqual(boardFrom(await fromFacts(pool), day as LocalDate));
        boards.push(shown.get('county'));
      }
      const [, ...later] = boards as { 'over-promise': number; 'over-law': number; open: number }[];
      const over = (board: unknown) => (board as (typeof later)[0])['over-promise'] + (board as (typeof later)[0])['over-law'];
      expect(over(later.at(-1))).toBeGreaterThan(over(boards[0]));
    } finally {
      await pool.end();
    }
  });
});
