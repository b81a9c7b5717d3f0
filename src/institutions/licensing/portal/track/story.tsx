import type { ReactNode } from 'react';
import type { Lang, Text } from '../../../../kernel/text.ts';
import { both, fillText, formatMoney, mixed, type TimelineEntry } from '../../../../portal/index.ts';
import { nameOfClock, PAUSE } from '../../rules/open-dates.ts';
import type { LicensingFact } from '../../rules/state.ts';
import { clockWords, deemedReason, opinionWords, outcomeWords } from '../../words.ts';
import { type Case, chargeName, chargeOf, groundName, materialName, organName, type Recorded, type Told, told } from '../case.ts';
import { replacedBy } from '../papers/kinds.ts';
import { words as paperWords } from '../papers/words.ts';
import { day, dueOf, hearingAt, joined, noticeEnd, noticeReason, receivedBy, replacesSaid } from '../say.ts';
import { changeCause, changeText } from './calendar-change.ts';
import { say, text } from './where.tsx';
import { methods, words } from './words.ts';

type AnyTold = Told<LicensingFact['kind']>;

/** The facts of a matter, told to the person they are about. Officers are their organ and seat. */
export const storyOf = (c: Case, lang: Lang): TimelineEntry[] =>
  factsFor(c).map((fact) => ({
    key: String(fact.seq),
    at: fact.at,
    text: textOf(c, fact),
    who: whoOf(c, fact),
    detail: detailOf(c, fact.body as LicensingFact, fact.kind, lang),
    tone: toneOf(fact.kind),
  }));

/** What was told; of a notice that does not stand any more which one replaced it, of an order which one it replaces. */
export function textOf(c: Case, fact: Recorded): Text {
  // A fact's body is stored without its kind; here it is read with it.
  const told = sentenceOf(c, { ...fact.body, kind: fact.kind } as unknown as LicensingFact);
  const by = replacedBy(c, fact);
  const replaces = replacesSaid(c, fact);
  if (replaces) return text('fact-replaces', { fact: told, replaces });
  return by === undefined ? told : fillText(paperWords.replaced, { told, by });
}

export function whoOf(c: Case, { actor, capacity }: AnyTold): Text | undefined {
  if (actor === 'law') return words['who-law'];
  const seat = c.moment.directory.seat(capacity);
  if (!seat) return words['who-you'];
  return text('who-seat', { organ: organName(c, seat.organ), seat: seat.name });
}

/** What the applicant is told of: a step's own day is the county's affair. */
export const factsFor = (c: Case): AnyTold[] =>
  (c.facts as AnyTold[]).filter(({ kind, body }) => kind !== 'limit-passed' || !(body as { clock: string }).clock.startsWith('step:'));

const toneOf = (kind: LicensingFact['kind']): TimelineEntry['tone'] => {
  if (kind === 'limit-passed' || kind === 'clock-not-armed') return 'late';
  if (
    kind === 'paused' ||
    kind === 'resumed' ||
    kind === 'deemed-accepted' ||
    kind === 'extended' ||
    kind === 'calendar-changed' ||
    kind === 'breach-taken-back'
  )
    return 'law';
  return kind === 'decided' || kind === 'delivered' || kind === 'withdrawn' || kind === 'rejected' || kind === 'revoked'
    ? 'end'
    : undefined;
};

function sentenceOf(c: Case, body: LicensingFact): Text {
  switch (body.kind) {
    case 'correction-requested':
      return body.again ? words['fact-correction-again'] : text('fact-correction-requested', { n: body.demands.length });
    case 'accepted':
      if (body.toFollow)
        return text('fact-accepted-follow', {
          papers: both((l) =>
            joined(
              body.toFollow!.papers.map((p) => materialName(c, p)),
              l,
            ),
          ),
          by: day(body.toFollow.by),
        });
      return body.mode === 'on-the-spot' ? words['fact-accepted-spot'] : words['fact-accepted'];
    case 'approved':
      return text('fact-approved', { opinion: opinionWords[body.opinion] });
    case 'paused':
      return text(body.statutory ? 'fact-paused' : 'fact-paused-promise', {
        ground: groundName(c, body.ground),
        expected: day(body.expected),
      });
    case 'extended':
      return text('fact-extended', { due: body.clocks[0] ? dueOf(body.clocks[0]) : '' });
    case 'billed':
    case 'paid':
    case 'reduced':
    case 'refund-ordered':
    case 'refund-order-withdrawn':
    case 'refunded':
      return text('fact-of-charge', { fact: text(`fact-${body.kind}`, { amount: formatMoney(body.amount) }), charge: chargeOf(c, body) });
    case 'exempted':
    case 'bill-cancelled':
      return text('fact-of-charge', { fact: words[`fact-${body.kind}`], charge: chargeOf(c, body) });
    case 'charges-ruled-out':
      return text('fact-charges-ruled-out', {
        charges: both((l) =>
          joined(
            body.charges.map((charge) => chargeName(c, charge)),
            l,
          ),
        ),
      });
    case 'remit-disputed':
      return text('fact-remit-disputed', { organ: organName(c, c.s.steps.find((step) => step.id === body.step)?.organ ?? c.s.lead) });
    case 'arbitrated':
      return text(body.takesIn ? 'fact-arbitrated-joined' : 'fact-arbitrated', { organ: organName(c, body.organ) });
    case 'decided':
      return body.deemed ? words['fact-decided-deemed'] : text('fact-decided', { outcome: outcomeWords[body.outcome] });
    case 'rectified':
      return text('fact-rectified', { seq: body.seq });
    case 'limit-near':
    case 'limit-passed':
    case 'breach-taken-back':
      if (body.clock === PAUSE) return text('fact-pause-over', { due: day(body.due) });
      return text(`fact-${body.kind}`, { clock: nameOfClock(body.clock)!, due: day(body.due) });
    case 'clock-not-armed':
      return text('fact-clock-not-armed', { clock: clockWords[body.clock] });
    case 'calendar-changed':
      return changeText(body);
    case 'third-parties-told':
      return text('fact-third-parties-told', { n: body.count });
    case 'statement-heard':
      if (body.supersedes) return words['fact-waiver-superseded'];
      return words[body.from === 'applicant' ? 'fact-statement-heard' : 'fact-statement-third'];
    case 'decision-drafted':
      return words['fact-decision-drafted'];
    case 'hearing-notified':
      return text('fact-hearing-notified', { when: hearingAt(body), place: both((l) => told(c, body.place, l)) });
    case 'notice-published':
      return text('fact-notice-published', { place: both((l) => told(c, body.place, l)), due: noticeEnd(body) });
    case 'hearing-held':
      return text('fact-hearing-held', { on: day(body.on) });
    case 'earlier-part-granted':
      return text('fact-earlier-part', {
        items: both((l) =>
          joined(
            body.items.map((item) => c.catalogue.item(item)?.name ?? { zh: item, en: item }),
            l,
          ),
        ),
      });
    case 'agent-erased':
      return words['fact-agent-erased'];
    case 'licence-ended':
      return text(`fact-licence-${body.how}`, { licence: body.licence });
    case 'supervision-acknowledged':
      return text('fact-supervision-acknowledged', { organ: organName(c, body.organ) });
    case 'received':
    case 'corrected':
    case 'deemed-accepted':
    case 'rejected':
    case 'proposed':
    case 'checked':
    case 'sent-back':
    case 'resumed':
    case 'forwarded':
    case 'papers-arrived':
    case 'originals-checked':
    case 'papers-signed-for':
    case 'delivered':
    case 'withdrawn':
    case 'revoked':
      return words[`fact-${body.kind}`];
  }
}

/** What may be read of a fact beyond its sentence; opinions of departments stay inside until the decision gives its reasons. */
export function detailLines(c: Case, stored: LicensingFact, kind: LicensingFact['kind'], lang: Lang): readonly string[] {
  const body = told(c, { ...stored, kind } as LicensingFact, lang);
  const lines = (...list: (string | undefined | false)[]) => list.filter((line): line is string => Boolean(line));
  switch (body.kind) {
    case 'rejected':
    case 'revoked':
    case 'decided':
      return lines(
        say('detail-reason', lang, { text: 'deemed' in body && body.deemed ? deemedReason[lang] : body.reason }),
        'conditions' in body && body.conditions && say('detail-conditions', lang, { text: body.conditions }),
        body.way && say('detail-way', lang, { text: body.way }),
      );
    case 'paused':
    case 'extended':
    case 'withdrawn':
    case 'refund-ordered':
    case 'refund-order-withdrawn':
    case 'refunded':
    case 'exempted':
    case 'reduced':
    case 'bill-cancelled':
    case 'charges-ruled-out':
      return lines(say('detail-reason', lang, { text: body.reason }));
    case 'resumed':
    case 'billed':
      return lines(body.note);
    case 'rectified':
      return lines(body.text, say('detail-reason', lang, { text: body.reason }));
    case 'calendar-changed':
    case 'breach-taken-back':
      return lines(changeCause(body)[lang]);
    case 'correction-requested':
      return lines(...body.demands.map((demand) => demand.what));
    case 'notice-published':
      return lines(say('detail-reason', lang, { text: noticeReason(body)[lang] }));
    case 'delivered':
      if (body.notice) return lines(say('detail-notice', lang, { published: day(body.notice.published), served: day(body.notice.served) }));
      return lines(
        say('detail-method', lang, {
          method: methods[body.method] ?? { zh: body.method, en: body.method },
          recipient: receivedBy(body, lang),
        }),
      );
    default:
      return [];
  }
}

function detailOf(c: Case, stored: LicensingFact, kind: LicensingFact['kind'], lang: Lang): ReactNode {
  const lines = detailLines(c, stored, kind, lang);
  if (lines.length === 0) return undefined;
  return lines.map((line) => (
    <p key={line} className="said">
      {mixed(line, lang)}
    </p>
  ));
}
