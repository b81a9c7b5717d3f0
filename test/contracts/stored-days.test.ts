import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientBase } from 'pg';
import { describe, expect, it } from 'vitest';
import { lawHere } from '../../src/cli/deadline.ts';
import { walkClocks } from '../../src/cli/stored-clocks.ts';
import { deadlineLines } from '../../src/cli/verify.ts';
import { openHouse } from '../../src/open-house.ts';
import { checkoutRoot } from '../../src/platform/checkout.ts';
import { readConfig } from '../../src/platform/config.ts';
import { application, call } from '../support/call.ts';
import { banjieHere } from '../support/command.ts';
import { dataFolders } from '../support/counties.ts';
import { openTestHouse } from '../support/house.ts';
import { tellAll } from '../support/story.ts';

const h = await openTestHouse();

describe('banjie verify --deadlines', () => {
  const { env, good, served } = dataFolders('deadlines');
  const { law, years, calendar } = lawHere();
  const named = (edition: string) => (edition === calendar.edition ? years : undefined);
  const walked = (db: ClientBase) => walkClocks(db, { years: named, ofSteps: named, ofLaw: named }, law);

  it('walks every clock on record; one that was forged is named', async () => {
    await tellAll(h.house);
    const owner = await h.db.owner.connect();
    try {
      const { clocks, duties, steps, matters, differ } = await walked(owner as never);
      expect(steps).toBeGreaterThan(3);
      expect(differ).toEqual([]);
      expect(clocks).toBeGreaterThan(10);
      expect(matters).toBeGreaterThan(3);
      await owner.query('BEGIN');
      await owner.query('ALTER TABLE journal.fact DISABLE TRIGGER USER');
      // The first clock of the first term of the first group: its due date is the third value, in days from day 0.
      const forged = await owner.query<{ matter: string; seq: number; body: string }>(
        `SELECT matter, seq, body FROM journal.fact WHERE kind = 'received' ORDER BY matter LIMIT 1`,
      );
      const { matter, seq, body } = forged.rows[0]!;
      const fact = JSON.parse(body);
      fact.clocks[0][4][3][2] += 1;
      await owner.query('UPDATE journal.fact SET body = $3 WHERE matter = $1 AND seq = $2', [matter, seq, JSON.stringify(fact)]);
      const after = await walked(owner as never);
      expect(after.differ).toMatchObject([{ matter, seq, faults: expect.arrayContaining([expect.stringMatching(/^due: says/)]) }]);
      const nowhere = { years: () => undefined, ofSteps: () => undefined, ofLaw: () => undefined };
      expect((await walkClocks(owner as never, nowhere, law)).differ).toHaveLength(clocks + duties + steps);
      await owner.query('UPDATE journal.fact SET body = $3 WHERE matter = $1 AND seq = $2', [matter, seq, body]);

      // Of a step that was opened its day is the fourth value, in days from the acceptance.
      const opened = await owner.query<{ matter: string; seq: number; body: string }>(
        `SELECT matter, seq, body FROM journal.fact WHERE kind = 'accepted' AND body LIKE '%"assist"%' ORDER BY matter LIMIT 1`,
      );
      const accepted = opened.rows[0]!;
      const moved = JSON.parse(accepted.body);
      const at = moved.steps.findIndex(([id]: [string]) => id === 'assist');
      moved.steps[at][3] -= 1;
      const update = [accepted.matter, accepted.seq, JSON.stringify(moved)];
      await owner.query('UPDATE journal.fact SET body = $3 WHERE matter = $1 AND seq = $2', update);
      const steplike = expect.stringMatching(/^due: says "\d{4}-\d\d-\d\d", walking gives "\d{4}-\d\d-\d\d"$/);
      expect((await walked(owner as never)).differ[0]).toEqual({
        ...{ matter: accepted.matter, seq: accepted.seq },
        ...{ step: `assist:${moved.steps[at][1]}`, faults: [steplike] },
      });
    } finally {
      await owner.query('ROLLBACK');
      owner.release();
    }
  });

  it('names what a record repeats or cites otherwise: matter, record, value, what is stored and what it has to be', async () => {
    const owner = await h.db.owner.connect();
    try {
      await owner.query('BEGIN');
      await owner.query('ALTER TABLE journal.fact DISABLE TRIGGER USER');
      const { rows } = await owner.query<{ matter: string; seq: number; body: string }>(
        `SELECT matter, seq, body FROM journal.fact WHERE kind = 'accepted' ORDER BY matter LIMIT 1`,
      );
      const { matter, seq, body } = rows[0]!;
      const planted = async (change: (fact: ReturnType<typeof JSON.parse>) => void) => {
        const fact = JSON.parse(body);
        change(fact);
        await owner.query('UPDATE journal.fact SET body = $3 WHERE matter = $1 AND seq = $2', [matter, seq, JSON.stringify(fact)]);
        const found = await walked(owner as never);
        expect(found.differ.every((one) => one.matter === matter)).toBe(true);
        return deadlineLines(found, []);
      };
      // The article of the first term of the first group; the limit of the first step.
      const cited = await planted((fact) => {
        fact.clocks[0][4][1] = '行政许可法 50';
      });
      expect(cited).toContain(`${matter} #${seq} legal: derivation basis: says "行政许可法 50", the law "行政许可法 42(1)"`);
      const limited = await planted((fact) => {
        fact.steps[0][4] = 99;
      });
      expect(limited).toContainEqual(expect.stringMatching(`${matter} #${seq} step:lead: limit: says "99 wd", the item "\\d+ wd"$`));
      const dated = await planted((fact) => {
        fact.on = '2031-01-01';
      });
      expect(dated).toContainEqual(expect.stringMatching(`${matter} #${seq} accepted: on: says "2031-01-01", it was "20`));
    } finally {
      await owner.query('ROLLBACK');
      owner.release();
    }
  });

  it('says how many, with exit 0 where none differs, and 1 under another calendar', async () => {
    const own = env('deadlines');
    expect(await good(['verify', '--deadlines'], own)).toBe(
      '0 clocks, 0 times of duties, 0 days of steps, 0 repeated days and 0 values of law and county of 0 matters, 0 differ\n',
    );
    await served(own, (house) => call(house, '/api/v1/matters', application()));
    const { clocks, days, terms, matters, differ, notCompared } = JSON.parse(await good(['verify', '--deadlines', '--json'], own));
    expect([clocks > 0, days > 0, terms > 0, matters, differ, notCompared]).toEqual([true, true, true, 1, [], []]);
    const folder = mkdtempSync(join(tmpdir(), 'banjie-calendar-'));
    writeFileSync(join(folder, 'c.json'), JSON.stringify({ edition: calendar.edition, years: years.map((y) => ({ ...y, makeup: [] })) }));
    const said = await banjieHere(['verify', '--deadlines', '--calendar', join(folder, 'c.json')], own);
    rmSync(folder, { recursive: true });
    expect([said.code, said.out]).toEqual([
      1,
      expect.stringMatching(
        /#1 \w+: due: says(?:.|\n)*\d+ clocks, \d+ times of duties, \d+ days of steps, \d+ repeated days and \d+ values of law and county of 1 matters, \d+ differ/,
      ),
    ]);

    // [X1] A matter whose clock could not be armed is named too, though every clock there is agrees.
    const opened = await openHouse(readConfig(own, checkoutRoot), own);
    const { rows } = await opened.pool.query("UPDATE matter.matter SET light = 'unarmed' RETURNING number");
    await opened.close();
    const unarmed = await banjieHere(['verify', '--deadlines'], own);
    expect([unarmed.code, unarmed.out]).toEqual([
      1,
      expect.stringMatching(`${rows[0].number}: no clock runs(?:.|\\n)*1 matters without a clock`),
    ]);
  });
});
