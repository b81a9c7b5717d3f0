import { dayOf, ZONE_MINUTES } from '../../kernel/matter/fold.ts';
import type { FactMeta, ProjectedRow, ProjectedTable } from '../../kernel/matter/types.ts';
import { differenceOf, type Till, type TillFact } from './rules.ts';

/** The read table of the institution; only the engine writes it. */
export const tables: readonly ProjectedTable[] = [
  {
    name: 'till.count',
    key: ['count'],
    columns: [
      'count',
      'day',
      'seat',
      'clerk',
      'at',
      'times',
      'float_fen',
      'counted',
      'cash',
      'card',
      'transfer',
      'mobile',
      'difference',
      'reason',
      'reviewer',
      'reviewed',
      'note',
    ],
  },
];

const two = (n: number): string => String(n).padStart(2, '0');
/** As the database reads an instant: the county's date and time. */
function instant(at: number | undefined): string | null {
  if (at === undefined) return null;
  const second = (at + ZONE_MINUTES * 60) % 86_400;
  return `${dayOf(at)}T${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}+08:00`;
}

export const project = (t: Till, _fact: TillFact, _meta: FactMeta): readonly ProjectedRow[] => [
  {
    table: 'till.count',
    row: {
      count: t.number,
      day: t.day,
      seat: t.seat,
      clerk: t.clerk,
      at: instant(t.at),
      times: t.times,
      float_fen: t.float,
      counted: t.counted,
      ...t.records,
      difference: differenceOf(t),
      reason: t.reason ?? null,
      reviewer: t.reviewer ?? null,
      reviewed: instant(t.reviewed),
      note: t.note ?? null,
    },
  },
];
