import type { ProjectedRow, ProjectedTable } from '../../kernel/matter/types.ts';
import type { Duty } from './rules.ts';

const TABLE = 'duties.round';
const COLUMNS = [
  'matter',
  'term',
  'owes',
  'due',
  'previous',
  'earliest',
  'period_from',
  'period_to',
  'soon',
  'provisional',
  'tier',
  'organ',
  'office',
  'done_on',
  'document',
  'sentence',
  'over',
  'person',
  'seat',
] as const;

/** The read table of the institution; only the engine writes it. */
export const tables: readonly ProjectedTable[] = [{ name: TABLE, key: ['matter'], columns: COLUMNS }];

export const project = ({ number, term, owes, tier, answer, round, noted }: Duty): readonly ProjectedRow[] => {
  // The first time on record is opened and noted in one act, and has no row between.
  if (!round && !noted) return [];
  const row: Record<(typeof COLUMNS)[number], unknown> = {
    matter: number,
    term,
    owes: owes ?? null,
    due: round?.due ?? null,
    previous: round?.previous ?? null,
    earliest: round?.earliest ?? null,
    period_from: round?.period.from ?? null,
    period_to: round?.period.to ?? null,
    soon: round?.soon ?? null,
    provisional: round?.provisional ?? false,
    tier,
    organ: answer.organ,
    office: answer.office ?? null,
    done_on: noted?.on ?? null,
    document: noted?.document ?? null,
    sentence: noted?.sentence ?? null,
    over: noted?.over ?? null,
    person: noted?.person ?? null,
    seat: noted?.seat ?? null,
  };
  return [{ table: TABLE, row }];
};
