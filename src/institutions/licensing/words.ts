import type { RefusalBook } from '../../kernel/decision.ts';
import { authorityRefusals } from './words/authority.ts';
import { decisionRefusals } from './words/decision.ts';
import { feesRefusals } from './words/fees.ts';
import { hearingRefusals } from './words/hearing.ts';
import { licenceRefusals } from './words/licence.ts';
import { papersRefusals } from './words/papers.ts';
import { remitRefusals } from './words/remit.ts';
import { stepsRefusals } from './words/steps.ts';

export * from './words/acts.ts';
export * from './words/said.ts';

/** Every "no" of the institution, with the way forward. */
export const refusalWords = {
  ...authorityRefusals,
  ...stepsRefusals,
  ...papersRefusals,
  ...remitRefusals,
  ...feesRefusals,
  ...decisionRefusals,
  ...hearingRefusals,
  ...licenceRefusals,
} as const satisfies RefusalBook;
