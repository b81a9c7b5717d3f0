import type { Pool } from 'pg';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import { publicView, selectFrom } from '../../../kernel/publication/index.ts';
import type { NoticeGround } from '../rules/state.ts';
import { noticeBasis } from '../words.ts';

export interface PublicServiceNotice {
  readonly matter: string;
  readonly item: string;
  readonly organ: string;
  /** Number of the decision that is served. */
  readonly paper: string;
  readonly decidedOn: LocalDate;
  readonly ground: NoticeGround;
  /** Where the applicant's name stood in it is a token. */
  readonly place: string;
  readonly publishedOn: LocalDate;
  /** The last of the days that have to pass. */
  readonly servedOn: LocalDate | null;
  /** Named in full, or the notice would serve nobody; null once erased. */
  readonly addressee: string | null;
}

/** Decisions that are being served by public notice (民事诉讼法 95). */
export const publicServiceNoticeView = publicView({
  name: 'licensing.public_service_notice',
  basis: noticeBasis,
  columns: {
    ...{ matter: 'matter', item: 'item', organ: 'organ', paper: 'paper', decidedOn: 'decided_on', ground: 'ground', place: 'place' },
    ...{ publishedOn: 'published_on', servedOn: 'served_on', addressee: 'addressee' },
  },
});

/** Those whose time is not over, the newest first; a hundred at most. */
export async function runningServiceNotices(pool: Pool, today: LocalDate): Promise<PublicServiceNotice[]> {
  const { rows } = await pool.query(
    `${selectFrom(publicServiceNoticeView)} WHERE served_on IS NULL OR served_on >= $1::date ORDER BY published_on DESC, matter LIMIT 100`,
    [today],
  );
  return rows;
}
