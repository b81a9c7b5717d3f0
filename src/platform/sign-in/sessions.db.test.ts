import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { passwordHashOf, removePassword, setPassword } from './accounts.ts';
import { isPassword } from './passwords.ts';
import { Sessions } from './sessions.ts';

const db = await testDatabase();
let now = Date.now();
const machine = () => now;

describe('a session', () => {
  it('is known by its token, whose digest alone is kept', async () => {
    const sessions = new Sessions(db.app);
    const token = await sessions.begin('o-1');
    expect(await sessions.personOf(token)).toBe('o-1');
    expect(await sessions.personOf(`${token.slice(0, -1)}_`)).toBeUndefined();
    const { rows } = await db.owner.query(
      `SELECT row_to_json(s)::text AS said, ends - begun = interval '8 hours' AS day FROM access.session s`,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0].day).toBe(true);
    expect(rows[0].said).not.toContain(token);
  });

  it('ended, is dead here at once, and in another process within ten seconds', async () => {
    const [here, there] = [new Sessions(db.app, machine), new Sessions(db.app, machine)];
    const token = await here.begin('o-1');
    expect([await here.personOf(token), await there.personOf(token)]).toEqual(['o-1', 'o-1']);
    const asked = here.personOf(token);
    await here.end(token);
    await asked;
    expect(await here.personOf(token)).toBeUndefined();
    now += 9_999;
    expect(await there.personOf(token)).toBeUndefined();
  });

  it('ends by itself, and is then swept away by the next', async () => {
    const sessions = new Sessions(db.app);
    const token = await sessions.begin('o-9');
    await db.owner.query(
      `UPDATE access.session SET begun = now() - interval '9 hours', ends = now() - interval '1 second' WHERE person = 'o-9'`,
    );
    expect(await sessions.personOf(token)).toBeUndefined();
    await sessions.begin('o-1');
    expect((await db.owner.query(`SELECT FROM access.session WHERE person = 'o-9'`)).rowCount).toBe(0);
  });

  it('notes to the minute when it was last used', async () => {
    const token = await new Sessions(db.app).begin('o-7');
    await db.owner.query(`UPDATE access.session SET seen = now() - interval '2 minutes' WHERE person = 'o-7'`);
    await new Sessions(db.app).personOf(token);
    expect((await db.owner.query(`SELECT FROM access.session WHERE person = 'o-7' AND seen > now() - interval '5 seconds'`)).rowCount).toBe(
      1,
    );
  });
});

describe('an account', () => {
  it('has one password; a new one, or none, signs everybody out who used the old one', async () => {
    await setPassword(db.app, 'o-2', 'a quiet window');
    const sessions = new Sessions(db.app, machine);
    const first = await sessions.begin('o-2');
    await setPassword(db.app, 'o-2', 'a louder window');
    expect(await sessions.personOf(first)).toBeUndefined();
    expect(await isPassword(await passwordHashOf(db.app, 'o-2'), 'a quiet window')).toBe(false);
    expect(await isPassword(await passwordHashOf(db.app, 'o-2'), 'a louder window')).toBe(true);
    const second = await sessions.begin('o-2');
    expect([await removePassword(db.app, 'o-2'), await removePassword(db.app, 'o-2')]).toEqual([true, false]);
    expect([await sessions.personOf(second), await passwordHashOf(db.app, 'o-2')]).toEqual([undefined, undefined]);
  });
});
