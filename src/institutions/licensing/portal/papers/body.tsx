import type { ReactNode } from 'react';
import type { Clock } from '../../../../kernel/clock/types.ts';
import type { Lang, Text } from '../../../../kernel/text.ts';
import { both, formatLongDate, formatMoment, formatMoney, mixed, type Params, Show, speaker, T, Table, Terms } from '../../../../portal/index.ts';
import type { FactOf, LicensingFact } from '../../rules/state.ts';
import { type Case, caseName, groundName, materialName, organName, told } from '../case.ts';
import type { Sibling } from '../queries.ts';
import { joined } from '../say.ts';
import { methods } from '../track/words.ts';
import type { PaperMade } from './kinds.ts';
import { words } from './words.ts';

const { say, text } = speaker(words);
type Word = keyof typeof words;

interface BodyProps {
  readonly c: Case;
  readonly paper: PaperMade;
  readonly siblings?: readonly (Sibling & { readonly name: Text })[];
  readonly lang: Lang;
}

const long = (date: Parameters<typeof formatLongDate>[0]): Text => both((l) => formatLongDate(date, l));

/** What each paper says, made of its record alone. */
export function PaperBody(props: BodyProps) {
  const { c, paper, lang } = props;
  const body = told(c, { ...paper.fact.body, kind: paper.fact.kind } as unknown as LicensingFact, lang);
  const about: Params = { item: c.item.name, received: long(c.s.receivedOn) };
  const P = ({ word, more = {} }: { word: Word; more?: Params }) => <p>{mixed(say(word, lang, { ...about, ...more }), lang)}</p>;
  switch (body.kind) {
    case 'received':
      return <ReceiptBody {...props} body={body} />;
    case 'accepted':
    case 'deemed-accepted':
      return (
        <>
          <P word={body.kind === 'accepted' ? 'acceptance-say' : 'acceptance-deemed'} more={{ on: long(body.on) }} />
          {body.kind === 'accepted' && body.toFollow && (
            <P word="acceptance-follow" more={{ by: long(body.toFollow.by), papers: both((l) => joined(body.toFollow!.papers.map((p) => materialName(c, p)), l)) }} />
          )}
          <P word="acceptance-dates" />
          <Lines c={c} lang={lang} clocks={body.clocks} more={assistsOf(c, lang)} />
        </>
      );
    case 'correction-requested':
      return (
        <>
          <P word="correction-say" />
          <Table
            caption={words.correction}
            hideCaption
            lang={lang}
            columns={[{ label: words['col-what'] }, { label: words['col-how'] }]}
            rows={body.demands.map((demand, i) => ({
              key: String(i),
              cells: [
                <span key="w">
                  {demand.material && (
                    <>
                      <T text={materialName(c, demand.material)} lang={lang} />
                      <br />
                    </>
                  )}
                  {mixed(demand.what, lang)}
                </span>,
                <span key="h">{mixed(demand.how, lang)}</span>,
              ],
            }))}
          />
          <P word="way" more={{ text: body.way }} />
          <P word="correction-after" />
        </>
      );
    case 'rejected':
      return (
        <>
          <P word={body.ground === 'not-our-remit' ? 'remit-say' : 'no-permit-say'} more={{ organ: body.organ ? organName(c, body.organ) : '' }} />
          <P word="reason" more={{ text: body.reason }} />
          <P word="way" more={{ text: body.way }} />
        </>
      );
    case 'paused':
      return (
        <>
          <P word={body.statutory ? 'pause-say' : 'pause-promise-say'} more={{ ground: groundName(c, body.ground), from: long(paper.date), expected: long(body.expected) }} />
          <P word="reason" more={{ text: body.reason }} />
          <Lines c={c} lang={lang} clocks={body.clocks} />
        </>
      );
    case 'extended':
      return (
        <>
          <P word="extension-say" more={{ due: body.clocks[0] ? long(body.clocks[0].due) : '' }} />
          <P word="reason" more={{ text: body.reason }} />
        </>
      );
    case 'billed':
      return <PaymentBody {...props} body={body} />;
    case 'decided':
      return <DecisionBody {...props} body={body} P={P} />;
    case 'delivered':
      return <ServiceBody {...props} body={body} />;
    default:
      return null;
  }
}

function dueLine(clock: Clock, lang: Lang): string {
  return `${formatLongDate(clock.due, lang)}${clock.provisional ? say('provisional', lang) : ''}${clock.conditional && clock.kind !== 'promised' ? say('conditional', lang) : ''}`;
}

const LABELS = { acceptance: 'answer-by', legal: 'legal-due', promised: 'promised-due' } as const;

/** Item, number, organ and dates, as they stand on most papers. */
function Lines({ c, lang, clocks, more = [] }: { c: Case; lang: Lang; clocks: readonly Clock[]; more?: { label: Text; value: ReactNode }[] }) {
  const dates = clocks.flatMap((clock) => (clock.kind in LABELS ? [{ label: words[LABELS[clock.kind as keyof typeof LABELS]], value: dueLine(clock, lang) }] : []));
  return (
    <Terms
      lang={lang}
      items={[
        { label: words.number, value: c.m.number },
        { label: words.organ, value: <T text={organName(c, c.s.lead)} lang={lang} /> },
        ...more,
        ...dates,
        { label: words.complaint, value: <Show of={c.item.complaintPhone} lang={lang} /> },
      ]}
    />
  );
}

const assistsOf = (c: Case, lang: Lang) => {
  const organs = c.s.steps.filter((step) => step.id !== 'lead').map((step) => organName(c, step.organ));
  return organs.length > 0 ? [{ label: words.assists, value: joined(organs, lang) }] : [];
};

/** With the latest date for an answer on acceptance and, marked as conditional, the promised one (P2). */
function ReceiptBody({ c, siblings = [], lang, body }: BodyProps & { body: FactOf<'received'> }) {
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
            ? [{ label: words['licences-of-bundle'], value: siblings.map((one) => <span key={one.number} className="line"><T text={one.name} lang={lang} /> {one.number}</span>) }]
            : []),
          { label: words['received-at'], value: formatMoment(c.m.opened, lang) },
          { label: words.organ, value: <T text={organName(c, body.lead)} lang={lang} /> },
          {
            label: words['papers-in'],
            value: body.papers.length > 0 ? <T text={both((l) => joined(body.papers.map((code) => materialName(c, code)), l))} lang={lang} /> : say('papers-none', lang),
          },
          ...(acceptance ? [{ label: words['answer-by'], value: <b>{dueLine(acceptance, lang)}</b> }] : []),
          ...(promised ? [{ label: words['promised-if'], value: dueLine(promised, lang) }] : []),
          { label: words.complaint, value: <Show of={c.item.complaintPhone} lang={lang} /> },
        ]}
      />
      <p className="small">{say('receipt-warn', lang)}</p>
    </>
  );
}

function DecisionBody({ c, paper, lang, body, P }: BodyProps & { body: FactOf<'decided'>; P: (p: { word: Word; more?: Params }) => ReactNode }) {
  const { grant } = body;
  const granted: Word = body.deemed ? 'granted-deemed-say' : c.s.case === 'cancel' ? 'granted-cancel-say' : 'granted-say';
  return (
    <>
      {P({ word: body.outcome === 'granted' ? granted : 'refused-say' })}
      {body.superior && P({ word: 'superior-say', more: { paper: body.paper } })}
      {body.reason !== '' && P({ word: 'reason', more: { text: body.reason } })}
      {body.conditions && P({ word: 'conditions', more: { text: body.conditions } })}
      {body.way && P({ word: 'way', more: { text: body.way } })}
      <Terms
        lang={lang}
        items={[
          { label: words.number, value: c.m.number },
          ...(grant
            ? [
                { label: words.licence, value: <a href={`/licences/${encodeURIComponent(grant.number)}`}>{grant.number}</a> },
                { label: words.validity, value: grant.to ? say('valid-range', lang, { from: long(grant.from), to: long(grant.to) }) : say('valid-open', lang, { from: long(grant.from) }) },
              ]
            : []),
          { label: words.organ, value: <T text={paper.organ} lang={lang} /> },
        ]}
      />
    </>
  );
}

function ServiceBody({ c, paper, lang, body }: BodyProps & { body: FactOf<'delivered'> }) {
  const decided = c.facts.findLast((fact) => fact.kind === 'decided');
  const title = words[c.s.decision?.outcome === 'refused' ? 'decision-refused' : 'decision'];
  const seat = c.moment.directory.seat(paper.fact.capacity);
  return (
    <>
      <p>{say('service-say', lang)}</p>
      <Terms
        lang={lang}
        items={[
          { label: words['served-paper'], value: <T text={both((l) => `${title[l]} ${text('no-decision', { paper: String(decided?.body.paper ?? '') })[l]}`)} lang={lang} /> },
          { label: words['served-how'], value: methods[body.method]?.[lang] ?? body.method },
          { label: words['served-to'], value: mixed(body.recipient, lang) },
          { label: words['served-when'], value: formatMoment(paper.fact.at, lang) },
          { label: words['served-proof'], value: mixed(body.proof, lang) },
          ...(seat ? [{ label: words['served-by'], value: <T text={seat.name} lang={lang} /> }] : []),
          { label: words.number, value: c.m.number },
        ]}
      />
    </>
  );
}

function PaymentBody({ c, lang, body }: BodyProps & { body: FactOf<'billed'> }) {
  const charge = c.catalogue.charge(body.charge);
  return (
    <>
      <p>{mixed(say('payment-say', lang, { item: c.item.name }), lang)}</p>
      <Terms
        lang={lang}
        items={[
          { label: words.number, value: c.m.number },
          { label: words.charge, value: <T text={charge?.name ?? { zh: body.charge, en: body.charge }} lang={lang} /> },
          { label: words.amount, value: <b>{formatMoney(body.amount)}</b> },
          { label: words.basis, value: mixed(body.basis, lang) },
          ...(c.s.bill ? [{ label: words.state, value: say(`bill-${c.s.bill.state}`, lang) }] : []),
          { label: words.complaint, value: <Show of={c.item.complaintPhone} lang={lang} /> },
        ]}
      />
    </>
  );
}
