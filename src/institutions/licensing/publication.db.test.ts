import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { selectFrom } from '../../kernel/publication/index.ts';
import { publicHearingView } from './queries/hearings.ts';
import { publicServiceNoticeView } from './queries/service-notices.ts';
import { publicDecisionView } from './queries.ts';

const VIEWS = [publicDecisionView, publicHearingView, publicServiceNoticeView];

test('a public view has exactly the columns of its allow-list, and the application may read it', async () => {
  const db = await testDatabase();
  for (const view of VIEWS) {
    const { rows } = await db.owner.query(
      'SELECT attname FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 ORDER BY attname',
      [view.name],
    );
    expect(rows.map((r) => r.attname)).toEqual(Object.values(view.columns).sort());
    await expect(db.app.query(selectFrom(view))).resolves.toMatchObject({ rows: [] });
  }
  await db.close();
});
