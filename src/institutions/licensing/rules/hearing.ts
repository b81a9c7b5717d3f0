import { accept, type Decision, refuser } from '../../../kernel/decision.ts';
import type { PersonalEntry } from '../../../kernel/journal/personal.ts';
import { type Ctx, isApplicant } from '../permissions.ts';
import type { Inputs } from '../schema.ts';
import { refusalWords } from '../words.ts';
import { hearingClock, hearingRequestClock, present } from './clocks.ts';
import type { Licensing, LicensingFact } from './state.ts';

const refuse = refuser(refusalWords);
type Result = Decision<LicensingFact>;

/** Whoever the licence touches is told, and of the right to a hearing where there is one; five days to answer (行政许可法 36, 47). */
export const tellThirdParties = (_s: Licensing, input: Inputs['tell-third-parties'], c: Ctx): Result =>
  accept<LicensingFact>({
    kind: 'third-parties-told',
    count: input.parties.length,
    what: input.what,
    hearing: input.hearing,
    clocks: present(hearingRequestClock(c.today, c)),
  });

/** Names of third parties are theirs: they stand apart under a key of their own, not under the applicant's. */
export const partiesOf = (input: Inputs['tell-third-parties'], s: Licensing, number: string): PersonalEntry[] => [
  { person: `t-${number}`, key: `third-parties:${number}:${s.seq}`, value: JSON.stringify(input.parties) },
];

/** What somebody said on the matter, and whether a hearing was asked for, while that is open. */
export function recordStatement(s: Licensing, input: Inputs['record-statement'], c: Ctx): Result {
  if (isApplicant(s, c) && input.from !== 'applicant') return refuse('speaks-for-another', { path: 'from' });
  if (input.from === 'third-party' && !s.heard?.told) return refuse('nobody-told', { path: 'from' });
  const until = s.clocks.citizen?.due;
  const open = s.heard?.hearing === 'offered' && until !== undefined && c.today <= until;
  if (input.hearing && !open) return refuse('hearing-not-open', { path: 'hearing' });
  const said = { kind: 'statement-heard', from: input.from, ...(input.from === 'applicant' && { text: input.text }) } as const;
  return accept<LicensingFact>(input.hearing ? { ...said, hearing: true, clocks: present(hearingClock(c.today, c)) } : said);
}

/** A neighbour's words are as much his as his name is. */
export const statementOf = (input: Inputs['record-statement'], s: Licensing, number: string): PersonalEntry[] =>
  input.from === 'third-party'
    ? [{ person: `t-${number}`, key: `statement:${number}:${s.seq}`, value: JSON.stringify(input.text), written: true }]
    : [];

/** Held, with its minutes, on which the decision rests (行政许可法 48). */
export const holdHearing = (_s: Licensing, input: Inputs['hold-hearing'], c: Ctx): Result =>
  accept<LicensingFact>({ kind: 'hearing-held', on: c.today, text: input.minutes });

/** Told and not yet heard: the decision waits for all of them, or for the last day to speak. */
export const stillToHear = (s: Licensing, c: Ctx): boolean =>
  s.heard !== undefined && s.heard.spoke < s.heard.told && s.clocks.citizen !== undefined && c.today <= s.clocks.citizen.due;
