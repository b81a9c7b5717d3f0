import { dayOf } from '../../kernel/matter/fold.ts';
import type { FactMeta, ProjectedRow, ProjectedTable } from '../../kernel/matter/types.ts';
import { clockOf } from './register.ts';
import { handledOf, type Visit, type VisitFact, waitedOf } from './rules.ts';

/** Read tables of the institution; only the engine writes them. */
export const tables: readonly ProjectedTable[] = [
  {
    name: 'visits.visit',
    key: ['visit'],
    columns: [
      'visit',
      'day',
      'queue',
      'ticket',
      'status',
      'seat',
      'clerk',
      'calls',
      'taken',
      'called',
      'begun',
      'ended',
      'waited',
      'handled',
      'left_why',
    ],
  },
  { name: 'visits.about', key: ['visit', 'matter'], columns: ['visit', 'matter', 'day', 'before', 'again'] },
];

const two = (n: number): string => String(n).padStart(2, '0');
/** As the database reads an instant: the county's date and time. */
const instant = (at: number | undefined) => (at === undefined ? null : `${dayOf(at)}T${clockOf(at)}:${two(at % 60)}+08:00`);

export function project(v: Visit, fact: VisitFact, _meta: FactMeta): readonly ProjectedRow[] {
  if (fact.kind === 'about')
    return [
      { table: 'visits.about', row: { visit: v.number, matter: fact.matter, day: v.day, before: fact.before, again: fact.again ?? null } },
    ];
  const row = {
    visit: v.number,
    day: v.day,
    queue: v.queue,
    ticket: v.ticket,
    status: v.status,
    seat: v.seat ?? null,
    clerk: v.clerk ?? null,
    calls: v.calls,
    taken: instant(v.taken),
    called: instant(v.called),
    begun: instant(v.begun),
    ended: instant(v.ended),
    waited: waitedOf(v) ?? null,
    handled: handledOf(v) ?? null,
    left_why: v.left ?? null,
  };
  return [{ table: 'visits.visit', row }];
}
