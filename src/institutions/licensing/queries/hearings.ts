import type { Pool } from 'pg';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import { publicView, selectFrom } from '../../../kernel/publication/index.ts';
import { hearingBasis } from '../words.ts';

export interface PublicHearing {
  readonly matter: string;
  readonly item: string;
  readonly organ: string;
  readonly day: LocalDate;
  /** Local time, `09:30`. */
  readonly time: string;
  /** Where the applicant's name stood in it is a token. */
  readonly place: string;
  /** A person's name masked, a firm's whole; null once erased. */
  readonly applicant: string | null;
  /** The seat that chairs it. */
  readonly moderator: string;
}

/** Hearings announced to the public (行政许可法 48). */
export const publicHearingView = publicView({
  name: 'licensing.public_hearing',
  basis: hearingBasis,
  columns: {
    ...{ matter: 'matter', item: 'item', organ: 'organ', day: 'day', time: 'time', place: 'place' },
    ...{ applicant: 'applicant', moderator: 'moderator' },
  },
});

/** Those to come, today's too, the next first; a hundred at most. */
export async function announcedHearings(pool: Pool, today: LocalDate): Promise<PublicHearing[]> {
  const { rows } = await pool.query(`${selectFrom(publicHearingView)} WHERE day >= $1::date ORDER BY day, time, matter LIMIT 100`, [today]);
  return rows;
}
