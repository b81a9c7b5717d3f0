import { thresholdsOf } from '../../../kernel/clock/index.ts';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import { type Refusal, reasonFor } from '../../../kernel/decision.ts';
import type { Moment } from '../../../kernel/matter/types.ts';
import type { Text } from '../../../kernel/text.ts';
import type { Item } from '../../catalogue/index.ts';
import { licensing } from '../definition.ts';
import type { Ctx } from '../permissions.ts';
import { namedPapers } from '../rules/papers.ts';
import { type Licensing, openSteps } from '../rules/state.ts';
import { type ActionName, refusalWords } from '../words.ts';
import { type StepName, stepWords } from './words.ts';

const because = reasonFor(refusalWords);
const OPINIONS: ReadonlySet<string> = new Set(['propose', 'check', 'approve']);

type Now = Pick<Moment, 'calendar' | 'law'>;

/** From when work that is due that day is due soon, where it does not say so itself: the county's number of working days left. */
export const soonFrom = (due: LocalDate, { calendar, law }: Now): LocalDate => calendar.nth(due, -thresholdsOf(law).left);

/** The last due date that is due soon today. */
export const soonUntil = ({ calendar, law, today }: Now & Pick<Moment, 'today'>): LocalDate => calendar.nth(today, thresholdsOf(law).left);

const listed = (key: string, names: readonly Text[]) => ({
  [key]: names.map(({ zh }) => zh).join('\u3001'),
  [`${key}_en`]: names.map(({ en }) => en).join(', '),
});

/** What an act on many passes over, though one by one it may be done: papers still missing, the lead’s last word before the others have answered. */
export function bulkStops(
  s: Licensing,
  action: string,
  step: string | null,
  item: Item,
  organName: (organ: string) => Text,
): readonly Refusal[] {
  const opinion = OPINIONS.has(action) && s.status === 'accepted';
  const missing = opinion ? (s.toFollow?.papers ?? []) : [];
  const open = action === 'approve' && (step ?? 'lead') === 'lead' ? openSteps(s).filter(({ id }) => id !== 'lead') : [];
  return [
    ...(missing.length > 0 ? [because('bulk-papers-missing', { params: namedPapers(item, missing) })] : []),
    ...(open.length > 0
      ? [
          because('bulk-step-incomplete', {
            params: listed(
              'organs',
              open.map(({ organ }) => organName(organ)),
            ),
          }),
        ]
      : []),
  ];
}

export const stepKind = (step: string): StepName | undefined => {
  const name = step.split(':')[0] ?? '';
  return Object.hasOwn(stepWords, name) ? (name as StepName) : undefined;
};

export function stepName(step: string, organName: Text): Text {
  const kind = stepKind(step);
  if (!kind) return { zh: step, en: step };
  const { zh, en } = stepWords[kind];
  return kind === 'assist' ? { zh: `${zh}：${organName.zh}`, en: `${en}: ${organName.en}` } : { zh, en };
}

/** What is done to each kind of work, from the most usual on. Everything else is done on the matter's own page. */
const ACTS: Readonly<Record<StepName, readonly ActionName[]>> = {
  accept: [
    'accept',
    'conclude-on-the-spot',
    'request-correction',
    'accept-with-papers-to-follow',
    'reject-remit',
    'reject-no-permit-needed',
  ],
  lead: ['propose', 'check', 'approve', 'send-back', 'pause', 'resume', 'extend', 'bill', 'no-charge', 'dispute-remit'],
  assist: ['propose', 'check', 'approve', 'send-back', 'dispute-remit'],
  arbitrate: ['arbitrate'],
  hearing: ['notify-hearing', 'hold-hearing'],
  decide: ['decide', 'pause', 'resume', 'extend', 'bill', 'no-charge'],
  forward: ['forward', 'pause', 'resume'],
  superior: ['record-superior-decision'],
  pay: ['pay', 'exempt', 'cancel-bill'],
  bill: ['bill', 'no-charge'],
  deliver: ['deliver'],
  refund: ['refund'],
  supervise: ['acknowledge-supervision'],
};

/** What this officer may do to this piece of work now, asked of the same permits that an act meets. */
export function actsOn(step: string, s: Licensing, c: Ctx): ActionName[] {
  const kind = stepKind(step);
  if (!kind) return [];
  const input = { step: step.slice(step.indexOf(':') === -1 || kind === 'assist' ? 0 : step.indexOf(':') + 1) };
  return ACTS[kind].filter((name) => licensing.actions[name]!.permit(s, c, input as never).length === 0);
}
