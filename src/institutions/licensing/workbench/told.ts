import type { Text } from '../../../kernel/text.ts';
import { formatMoney } from '../../../portal/format.ts';
import { both, fillText } from '../../../portal/speaker.ts';
import { type Case, chargeName, chargeOf, groundName, materialName, organName } from '../portal/case.ts';
import { day, hearingAt, joined, noticeEnd } from '../portal/say.ts';
import { changeCause, changeText } from '../portal/track/calendar-change.ts';
import { methods } from '../portal/track/words.ts';
import { nameOfClock } from '../rules/open-dates.ts';
import type { LicensingFact } from '../rules/state.ts';
import { clockWords, factWords, noticeGroundWords, opinionWords, outcomeWords, relationWords, whyNotArmedWords } from '../words/said.ts';
import { words } from './words.ts';

/** What an officer wrote, under the name of its field. */
export interface StoryLine {
  readonly label?: Text;
  readonly text: string | Text;
}

const text = (word: keyof typeof words, params: Parameters<typeof fillText>[1]): Text => fillText(words[word], params);
const about = (fact: Text, detail: Text | string): Text => text('fact-about', { fact, detail });

/** A record in one sentence. */
export function titleOf(c: Case, body: LicensingFact): Text {
  const fact: Text = factWords[body.kind];
  const organOf = (step: string) => organName(c, c.s.steps.find((one) => one.id === step)?.organ ?? c.s.lead);
  switch (body.kind) {
    case 'proposed':
    case 'checked':
    case 'approved':
      return text('fact-opinion', { fact, organ: organOf(body.step), opinion: opinionWords[body.opinion] });
    case 'sent-back':
    case 'remit-disputed':
      return about(fact, organOf(body.step));
    case 'arbitrated':
      return about(fact, body.takesIn ? text('ruled-joined', { organ: organName(c, body.organ) }) : organName(c, body.organ));
    case 'decided':
      return about(fact, outcomeWords[body.outcome]);
    case 'paused':
      return about(fact, text('ground-until', { ground: groundName(c, body.ground), date: day(body.expected) }));
    case 'limit-near':
    case 'limit-passed':
    case 'breach-taken-back':
      return about(fact, text('clock-on', { clock: nameOfClock(body.clock)!, date: day(body.due) }));
    case 'clock-not-armed':
      return text('clock-why', { clock: about(fact, clockWords[body.clock]), why: whyNotArmedWords[body.why] });
    case 'calendar-changed':
      return changeText(body);
    case 'billed':
    case 'paid':
    case 'reduced':
    case 'refund-ordered':
    case 'refund-order-withdrawn':
    case 'refunded':
    case 'bill-cancelled':
      return about(fact, text('charge-amount', { charge: chargeOf(c, body), amount: formatMoney(body.amount) }));
    case 'charges-ruled-out':
      return about(
        fact,
        both((l) =>
          joined(
            body.charges.map((charge) => chargeName(c, charge)),
            l,
          ),
        ),
      );
    case 'exempted':
      return about(fact, chargeOf(c, body));
    case 'hearing-notified':
      return about(
        fact,
        text('hearing-on', { when: hearingAt(body), moderator: c.moment.directory.seat(body.moderator)?.name ?? body.moderator }),
      );
    case 'notice-published':
      return about(fact, text('notice-until', { ground: noticeGroundWords[body.ground], date: noticeEnd(body) }));
    case 'delivered':
      return about(fact, methods[body.method] ?? body.method);
    case 'forwarded':
      return about(fact, opinionWords[body.opinion]);
    case 'originals-checked':
      return about(fact, text('originals-count', { seen: body.seen.length, returned: body.returned.length }));
    case 'rectified':
      return about(fact, text('record-no', { seq: body.seq }));
    case 'papers-signed-for':
    case 'received':
    case 'correction-requested':
    case 'corrected':
    case 'accepted':
    case 'deemed-accepted':
    case 'rejected':
    case 'resumed':
    case 'extended':
    case 'papers-arrived':
    case 'withdrawn':
    case 'third-parties-told':
    case 'statement-heard':
    case 'decision-drafted':
    case 'hearing-held':
    case 'earlier-part-granted':
    case 'agent-erased':
    case 'licence-ended':
    case 'supervision-acknowledged':
    case 'revoked':
      return fact;
  }
}

const FIELDS = ['text', 'place', 'reason', 'what', 'note', 'conditions', 'way', 'recipient', 'proof', 'receipt', 'paper'] as const;

/** The words of a record: what was written, by field, and each demand of a notice. */
export function linesOf(c: Case, body: LicensingFact): StoryLine[] {
  const written = body as unknown as Readonly<Record<string, unknown>>;
  const lines = FIELDS.flatMap((field): StoryLine[] => {
    const said = written[field];
    if (typeof said !== 'string' || said === '') return [];
    return [field === 'text' ? { text: said } : { label: words[`field-${field}`], text: said }];
  });
  const demands = body.kind === 'correction-requested' ? body.demands : [];
  return [
    ...originalsOf(c, body),
    ...(body.kind === 'calendar-changed' || body.kind === 'breach-taken-back' ? [{ text: changeCause(body) }] : []),
    ...(body.kind === 'delivered' && body.relation ? [{ label: words['field-relation'], text: relationWords[body.relation] }] : []),
    ...(body.kind === 'delivered' && body.notice
      ? [{ text: text('notice-days', { published: day(body.notice.published), served: day(body.notice.served) }) }]
      : []),
    ...demands.map((demand) => ({
      ...(demand.material && { label: materialName(c, demand.material) }),
      text: text('demand', { what: demand.what, how: demand.how }),
    })),
    ...lines,
  ];
}

/** Which originals were seen, which given back; which papers were signed for. */
function originalsOf(c: Case, body: LicensingFact): StoryLine[] {
  if (body.kind === 'papers-signed-for') return body.papers.map((code) => ({ text: materialName(c, code) }));
  if (body.kind !== 'originals-checked') return [];
  return [...new Set([...body.seen, ...body.returned])].map((code) => {
    const [seen, returned] = [body.seen.includes(code), body.returned.includes(code)];
    return { label: materialName(c, code), text: words[seen ? (returned ? 'original-both' : 'original-seen') : 'original-returned'] };
  });
}

export function toneOf(kind: LicensingFact['kind']): 'law' | 'late' | 'end' | undefined {
  if (kind === 'limit-passed' || kind === 'clock-not-armed') return 'late';
  if (
    [
      'paused',
      'resumed',
      'notice-published',
      'deemed-accepted',
      'extended',
      'limit-near',
      'calendar-changed',
      'breach-taken-back',
    ].includes(kind)
  )
    return 'law';
  return ['decided', 'delivered', 'withdrawn', 'rejected', 'revoked'].includes(kind) ? 'end' : undefined;
}
