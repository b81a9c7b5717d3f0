import type { Clock } from '../../../../kernel/clock/types.ts';
import type { Lang, Text } from '../../../../kernel/text.ts';
import { both, formatLongDate, limitSaid, mixed, type Params, T, Table } from '../../../../portal/index.ts';
import type { FactOf, LicensingFact } from '../../rules/state.ts';
import { revocationWords } from '../../words.ts';
import { type Case, groundName, materialName, organName, told } from '../case.ts';
import type { Sibling } from '../queries.ts';
import { joined } from '../say.ts';
import { DecisionBody, HearingBody, NoticeBody, PaymentBody, ReceiptBody, ServiceBody } from './bodies.tsx';
import { type PaperMade, replacedBy } from './kinds.ts';
import { assistsOf, dueLine, Lines, say } from './lines.tsx';
import { words } from './words.ts';

export type Word = keyof typeof words;

export interface BodyProps {
  readonly c: Case;
  readonly paper: PaperMade;
  readonly siblings?: readonly (Sibling & { readonly name: Text })[];
  readonly lang: Lang;
}

export const long = (date: Parameters<typeof formatLongDate>[0]): Text => both((l) => formatLongDate(date, l));
const longDue = (clock: Clock): Text => both((l) => dueLine(clock, l));

const acceptedHow = (body: FactOf<'accepted' | 'deemed-accepted'>): Word => {
  if (body.kind === 'deemed-accepted') return 'acceptance-deemed';
  return body.toFollow ? 'acceptance-say-follow' : 'acceptance-say';
};

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
          <P word={acceptedHow(body)} more={{ on: long(body.on) }} />
          {body.kind === 'accepted' && body.toFollow && (
            <P
              word="acceptance-follow"
              more={{
                by: long(body.toFollow.by),
                papers: both((l) =>
                  joined(
                    body.toFollow!.papers.map((p) => materialName(c, p)),
                    l,
                  ),
                ),
              }}
            />
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
          <P
            word={body.ground === 'not-our-remit' ? 'remit-say' : 'no-permit-say'}
            more={{ organ: body.organ ? organName(c, body.organ) : '' }}
          />
          <P word="reason" more={{ text: body.reason }} />
          <P word="way" more={{ text: body.way }} />
        </>
      );
    case 'paused':
      return (
        <>
          <P
            word={body.statutory ? 'pause-say' : 'pause-promise-say'}
            more={{ ground: groundName(c, body.ground), from: long(paper.date), expected: long(body.expected) }}
          />
          <P word="reason" more={{ text: body.reason }} />
          <Lines c={c} lang={lang} clocks={body.clocks} />
        </>
      );
    case 'extended': {
      const [clock] = body.clocks;
      const limit = clock && both((l) => limitSaid({ clock, extension: c.moment.law.find(clock.term)?.extension, lang: l }));
      return (
        <>
          <P word="extension-say" more={{ limit: limit ?? '', due: clock ? longDue(clock) : '' }} />
          <P word="reason" more={{ text: body.reason }} />
        </>
      );
    }
    case 'third-parties-told': {
      const until = body.clocks[0] ? longDue(body.clocks[0]) : '';
      return (
        <>
          <P word="third-parties-say" more={{ what: body.what, until }} />
          {body.hearing && <P word="third-parties-hearing" more={{ until }} />}
          <Lines c={c} lang={lang} clocks={[]} />
        </>
      );
    }
    case 'hearing-notified':
      return <HearingBody {...props} body={body} by={replacedBy(c, paper.fact)} P={P} />;
    case 'revoked': {
      const { decision } = c.s;
      const more = {
        ground: revocationWords[body.ground],
        basis: body.note,
        licence: decision?.grant?.number ?? '',
        decided: decision ? long(decision.on) : '',
      };
      return (
        <>
          <P word={body.ground === 'public-interest' ? 'revocation-changed-say' : 'revocation-say'} more={more} />
          <P word="reason" more={{ text: body.reason }} />
          <P word="way" more={{ text: body.way }} />
          <Lines c={c} lang={lang} clocks={[]} />
        </>
      );
    }
    case 'billed':
      return <PaymentBody {...props} body={body} />;
    case 'decided':
      return <DecisionBody {...props} body={body} P={P} />;
    case 'notice-published':
      return <NoticeBody {...props} body={body} P={P} />;
    case 'delivered':
      return <ServiceBody {...props} body={body} />;
    default:
      return null;
  }
}
