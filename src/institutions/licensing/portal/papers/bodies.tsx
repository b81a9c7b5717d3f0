import type { ReactNode } from 'react';
import { dayOf } from '../../../../kernel/matter/fold.ts';
import type { Text } from '../../../../kernel/text.ts';
import { both, formatLongDate, formatMoney, mixed, type Params, Show, T, Terms } from '../../../../portal/index.ts';
import type { ShownFact } from '../../queries.ts';
import type { Bill } from '../../rules/bills.ts';
import type { FactOf } from '../../rules/state.ts';
import { noticeGroundWords } from '../../words.ts';
import { type Case, caseName, chairOf, chargeOf, factsOf, lastFact, materialName, organName, told } from '../case.ts';
import { joined, longDay, noticeEnd, receivedBy } from '../say.ts';
import { textOf } from '../track/story.tsx';
import { methods } from '../track/words.ts';
import { type BodyProps, long, type Word } from './body.tsx';
import { dueLine, longMoment, say, sumSaid, text } from './lines.tsx';
import { words } from './words.ts';

/** With the latest date for an answer on acceptance and, marked as conditional, the promised one (P2). */
export function ReceiptBody({ c, siblings = [], lang, body }: BodyProps & { body: FactOf<'received'> }) {
  const who = c.file.identity;
  const acceptance = body.clocks.find((clock) => clock.kind === 'acceptance');
  const promised = body.clocks.find((clock) => clock.kind === 'promised');
  return (
    <>
      <p>{mixed(say('receipt-say', lang, { item: c.item.name }), lang)}</p>
      <Terms
        lang={lang}
        items={[
          { label: words.number, value: <b>{c.m.number}</b> },
          { label: words.code, value: <b className="code">{c.code.toUpperCase()}</b> },
          ...(who ? [{ label: words.applicant, value: mixed(who.name, lang) }] : []),
          ...(who?.agent ? [{ label: words.agent, value: mixed(who.agent.name, lang) }] : []),
          { label: words.item, value: <T text={both((l) => `${c.item.name[l]} · ${caseName(c)[l]}`)} lang={lang} /> },
          ...(siblings.length > 1
            ? [
                {
                  label: words['licences-of-bundle'],
                  value: siblings.map((one) => (
                    <span key={one.number} className="line">
                      <T text={one.name} lang={lang} /> {one.number}
                    </span>
                  )),
                },
              ]
            : []),
          { label: words['received-at'], value: longMoment(c.m.opened, lang) },
          { label: words.organ, value: <T text={organName(c, body.lead)} lang={lang} /> },
          {
            label: words['papers-in'],
            value:
              body.papers.length > 0 ? (
                <T
                  text={both((l) =>
                    joined(
                      body.papers.map((code) => materialName(c, code)),
                      l,
                    ),
                  )}
                  lang={lang}
                />
              ) : (
                say('papers-none', lang)
              ),
          },
          ...(acceptance ? [{ label: words['answer-by'], value: <b>{dueLine(acceptance, lang)}</b> }] : []),
          ...(promised ? [{ label: words['promised-if'], value: dueLine(promised, lang) }] : []),
          { label: words.complaint, value: <Show of={c.item.complaintPhone} lang={lang} /> },
        ]}
      />
      {body.lateRenewal && <p>{say('receipt-late-renewal', lang)}</p>}
      <p className="small">{say('receipt-warn', lang)}</p>
    </>
  );
}

type Spoken = { P: (p: { word: Word; more?: Params }) => ReactNode };

/** 听证通知书: when, where, who chairs, and what one may do there (行政许可法 48). */
export function HearingBody({ c, lang, body, by, P }: BodyProps & { body: FactOf<'hearing-notified'>; by?: number } & Spoken) {
  return (
    <>
      {by !== undefined && P({ word: 'hearing-replaced', more: { by } })}
      {P({ word: 'hearing-say' })}
      {body.again && P({ word: 'hearing-again' })}
      <Terms
        lang={lang}
        items={[
          { label: words.number, value: c.m.number },
          { label: words['hearing-when'], value: <b>{`${formatLongDate(body.day, lang)} ${body.time}`}</b> },
          { label: words['hearing-where'], value: <b>{mixed(body.place, lang)}</b> },
          { label: words['hearing-who'], value: <T text={chairOf(c, body.moderator)} lang={lang} /> },
          { label: words.complaint, value: <Show of={c.item.complaintPhone} lang={lang} /> },
        ]}
      />
      {P({ word: 'hearing-rights' })}
      {P({ word: 'hearing-record' })}
      {body.announced && P({ word: 'hearing-announced' })}
    </>
  );
}

export function DecisionBody({ c, paper, lang, body, P }: BodyProps & { body: FactOf<'decided'> } & Spoken) {
  const { grant } = body;
  const granted: Word = body.deemed ? 'granted-deemed-say' : c.s.case === 'cancel' ? 'granted-cancel-say' : 'granted-say';
  return (
    <>
      {P({ word: body.outcome === 'granted' ? granted : 'refused-say' })}
      {body.superior && P({ word: 'superior-say', more: { paper: body.paper } })}
      {body.reason !== '' && !body.deemed && P({ word: 'reason', more: { text: body.reason } })}
      {body.conditions && P({ word: 'conditions', more: { text: body.conditions } })}
      {body.way && P({ word: 'way', more: { text: body.way } })}
      <Terms
        lang={lang}
        items={[
          { label: words.number, value: c.m.number },
          ...(grant
            ? [
                { label: words.licence, value: <a href={`/licences/${encodeURIComponent(grant.number)}`}>{grant.number}</a> },
                {
                  label: words.validity,
                  value: grant.to
                    ? say('valid-range', lang, { from: long(grant.from), to: long(grant.to) })
                    : say('valid-open', lang, { from: long(grant.from) }),
                },
              ]
            : []),
          { label: words.organ, value: <T text={paper.organ} lang={lang} /> },
        ]}
      />
    </>
  );
}

/** 送达公告, as it is posted: which paper, why so, until when; nothing of what was decided (民事诉讼法 95). */
export function NoticeBody({ c, paper, lang, body, P }: BodyProps & { body: FactOf<'notice-published'> } & Spoken) {
  const { decision } = c.s;
  return (
    <>
      {P({
        word: 'notice-say',
        more: {
          organ: paper.organ,
          decided: decision ? long(decision.on) : '',
          paper: String(lastFact(c, 'decided')?.body.paper ?? ''),
          ground: noticeGroundWords[body.ground],
          published: long(paper.date),
          due: noticeEnd(body),
        },
      })}
      <Terms
        lang={lang}
        items={[
          { label: words.number, value: c.m.number },
          { label: words['notice-place'], value: mixed(body.place, lang) },
        ]}
      />
    </>
  );
}

export function ServiceBody({ c, paper, lang, body }: BodyProps & { body: FactOf<'delivered'> }) {
  const decided = lastFact(c, 'decided');
  const { notice } = body;
  const to = notice ? say('served-nobody', lang, { name: c.file.identity?.name ?? '' }) : receivedBy(body, lang);
  const title = words[c.s.decision?.outcome === 'refused' ? 'decision-refused' : 'decision'];
  const seat = c.moment.directory.seat(paper.fact.capacity);
  return (
    <>
      <p>{say('service-say', lang)}</p>
      <Terms
        lang={lang}
        items={[
          {
            label: words['served-paper'],
            value: (
              <T text={both((l) => `${title[l]} ${text('no-decision', { paper: String(decided?.body.paper ?? '') })[l]}`)} lang={lang} />
            ),
          },
          { label: words['served-how'], value: methods[body.method]?.[lang] ?? body.method },
          { label: words['served-to'], value: mixed(to, lang) },
          {
            label: words['served-when'],
            value: notice
              ? say('served-notice', lang, { published: long(notice.published), served: long(notice.served) })
              : longMoment(paper.fact.at, lang),
          },
          { label: words['served-proof'], value: mixed(body.proof, lang) },
          ...(seat ? [{ label: words['served-by'], value: <T text={seat.name} lang={lang} /> }] : []),
          { label: words.number, value: c.m.number },
        ]}
      />
    </>
  );
}

export function PaymentBody({ c, paper, lang, body }: BodyProps & { body: FactOf<'billed'> }) {
  const bills = (paper.bills ?? [paper.fact]).map((one) => ({
    seq: one.seq,
    billed: one === paper.fact ? body : (told(c, { ...one.body, kind: 'billed' } as unknown as typeof body, lang) as typeof body),
  }));
  // Of the same charge another bill follows only on one that was cancelled.
  const billOf = (seq: number) => c.s.bills?.find((bill) => bill.seq === seq);
  return (
    <>
      <p>{mixed(say('payment-say', lang, { item: c.item.name }), lang)}</p>
      {bills.map(({ seq, billed }) => (
        <BilledTerms key={seq} c={c} lang={lang} body={billed} bill={billOf(seq)} />
      ))}
      {bills.length > 1 && bills.every(({ seq }) => billOf(seq)?.state === 'due') && (
        <p>
          <b>{sumSaid(bills.flatMap(({ seq }) => billOf(seq) ?? []))[lang]}</b>
        </p>
      )}
    </>
  );
}

function BilledTerms({ c, lang, body, bill }: Pick<BodyProps, 'c' | 'lang'> & { body: FactOf<'billed'>; bill: Bill | undefined }) {
  return (
    <Terms
      lang={lang}
      items={[
        { label: words.number, value: c.m.number },
        { label: words.charge, value: <T text={chargeOf(c, body)} lang={lang} /> },
        { label: words.amount, value: <b>{formatMoney(body.amount)}</b> },
        { label: words.basis, value: mixed(body.basis, lang) },
        ...(body.note ? [{ label: words.assessment, value: mixed(body.note, lang) }] : []),
        ...(bill?.reduced
          ? [
              {
                label: words.reduced,
                value: say('reduced-to', lang, { less: formatMoney(bill.reduced), amount: formatMoney(bill.amount) }),
              },
            ]
          : []),
        { label: words.state, value: say(`bill-${bill?.state ?? 'cancelled'}`, lang) },
        ...refundsOf(c, bill).map((fact) => ({ label: words.refund, value: <T text={onDay(c, fact)} lang={lang} /> })),
        { label: words.complaint, value: <Show of={c.item.complaintPhone} lang={lang} /> },
      ]}
    />
  );
}

/** What was ordered to be given back of a bill, and what was. */
const refundsOf = (c: Case, bill: Bill | undefined) =>
  factsOf(c, 'refund-ordered', 'refund-order-withdrawn', 'refunded').filter(
    ({ seq, body: { charge } }) => bill && seq > bill.seq && (charge ?? bill.charge) === bill.charge,
  );
const onDay = (c: Case, fact: ShownFact): Text => text('on-day', { on: longDay(dayOf(fact.at)), told: textOf(c, fact) });
