import { accept, type Decision, refuser } from '../../../kernel/decision.ts';
import type { Ctx } from '../permissions.ts';
import type { Inputs } from '../schema.ts';
import { refusalWords } from '../words.ts';
import { paperNumber } from './decision.ts';
import type { Licensing, LicensingFact } from './state.ts';

const refuse = refuser(refusalWords);
type Result = Decision<LicensingFact>;

/** A licence taken back: on which ground and article, why, and what can be done against it (行政许可法 8, 69; P4). */
export const revoke = (s: Licensing, input: Inputs['revoke'], c: Ctx): Result =>
  accept<LicensingFact>({
    kind: 'revoked',
    on: c.today,
    paper: `${paperNumber(s, c)}-R`,
    ground: input.ground,
    note: input.basis,
    reason: input.reason,
    way: input.way,
  });

/** What rests on a licence that was taken back or given up is told so at once, and cannot be granted any more (行政许可法 70). */
export function noteLicenceEnded(s: Licensing, { licenceState: how }: Inputs['note-licence-ended'], _c: Ctx): Result {
  const licence = s.licence ?? '';
  if (how !== 'revoked' && how !== 'cancelled') return refuse('licence-stands', { params: { licence } });
  return accept<LicensingFact>({ kind: 'licence-ended', licence, how });
}

/** The supervising organ has the licence on its list from here on; the closing of the matter never waited for it (S4-31). */
export const acknowledgeSupervision = (s: Licensing, input: Inputs['acknowledge-supervision'], _c: Ctx): Result =>
  accept<LicensingFact>({ kind: 'supervision-acknowledged', organ: s.supervise ?? '', note: input.note });

/** A grant that stands: it has a licence, and nobody took it back. */
export const standingGrant = (s: Licensing): boolean =>
  (s.status === 'decided' || (s.status === 'closed' && s.ending === 'granted')) && s.decision?.grant !== undefined;
