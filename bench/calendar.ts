import { applyCalendar, type CalendarChange, previewCalendar, undoCalendar } from '../src/calendar-edition.ts';
import type { Million } from './million.ts';

/** What one change of the calendar took. */
export interface Changed {
  readonly what: string;
  readonly asked: number;
  readonly seconds: number;
  readonly moved: number;
}

/** Shares of the open matters, in a hundred, that the changed day reaches. */
const SHARES = [1, 5];

/** A holiday entered on a day to which about so many matters reach: rehearsed, entered, taken back; every open date is then as before. */
export async function changes({ house, owner }: Million): Promise<Changed[]> {
  const found: Changed[] = [];
  for (const share of SHARES) {
    const { rows } = await owner.query<{ day: string }>(
      `SELECT percentile_disc($1::float8) WITHIN GROUP (ORDER BY reach)::text AS day FROM matter.matter WHERE reach IS NOT NULL`,
      [1 - share / 100],
    );
    const day = rows[0]!.day;
    const { rows: reached } = await owner.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM matter.matter WHERE closed IS NULL AND reach >= $1',
      [day],
    );
    const file = JSON.stringify({
      layer: 'regional',
      year: Number(day.slice(0, 4)),
      document: { zh: '[2026] No. 1', en: '[2026] No. 1' },
      off: [{ from: day, to: day, name: 'A holiday of the area' }],
    });
    const timed = async (what: string, work: () => Promise<CalendarChange>): Promise<void> => {
      const from = performance.now();
      const change = await work();
      const seconds = (performance.now() - from) / 1000;
      if (!change.ok) throw new Error(`${what}: ${change.refusals[0]?.code}`);
      found.push({ what: `${day}, ${what}`, asked: reached[0]!.n, seconds, moved: change.moves.length });
    };
    const before = await dates();
    await timed('rehearsed', () => previewCalendar(house, { file }));
    await timed('entered', () => applyCalendar(house, { file }));
    if ((await dates()) === before) throw new Error('bench: no date moved');
    await timed('taken back', () => undoCalendar(house));
    if ((await dates()) !== before) throw new Error('bench: taken back, a date is not what it was');
  }
  return found;

  /** Every open date of the read rows, as one number; `reach` may lie on the safe side of them. */
  async function dates(): Promise<string> {
    const { rows } = await owner.query<{ sum: string }>(
      `SELECT (SELECT sum(hashtext(number || foreseen)::bigint) FROM matter.matter) || ' ' ||
              (SELECT sum(hashtext(matter || step || due)::bigint) FROM matter.work_item) AS sum`,
    );
    return rows[0]!.sum;
  }
}
