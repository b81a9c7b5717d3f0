import type { LocalDate } from '../../../kernel/clock/types.ts';
import { type Chrome, formatFullDate, mixed, Page, speaker, T, Table } from '../../../portal/index.ts';
import type { PanelView } from '../view.ts';
import { QUEUES } from '../vocabulary.ts';
import { panelWords, queueWords } from '../words.ts';

const { say } = speaker(panelWords);

export interface CallsProps {
  readonly panel: PanelView;
  readonly hours: { readonly from: string; readonly to: string };
  /** On a day of rest: when the windows open next. */
  readonly opens: LocalDate | undefined;
  readonly day: LocalDate;
  readonly time: string;
  readonly chrome: Chrome;
}

/** Which ticket, to which window; who waits. Large enough for a screen in the hall, complete without a script. */
export function CallsPage({ panel, hours, opens, day, time, chrome }: CallsProps) {
  const { lang, hall } = chrome;
  const please = panel.called.filter(({ status }) => status === 'called');
  return (
    <Page {...chrome} title={panelWords.title}>
      <h1>{say('title', lang)}</h1>
      <p className="lead">{say('lead', lang, { date: formatFullDate(day, lang), time })}</p>
      {opens && <p className="notice">{say('closed-today', lang, { ...hours, next: formatFullDate(opens, lang) })}</p>}
      {please.length === 0 ? (
        <p className="calls-none">{say('nobody', lang)}</p>
      ) : (
        <ul className="calls">
          {please.map(({ label, seatName }) => (
            <li key={label}>{mixed(say('please', lang, { label, seat: seatName[lang] }), lang)}</li>
          ))}
        </ul>
      )}
      <h2>{say('waiting-title', lang)}</h2>
      <dl className="calls-waiting">
        {QUEUES.map((queue) => (
          <div key={queue}>
            <dt>
              <T text={queueWords[queue]} lang={lang} />
            </dt>
            <dd>{say('waiting', lang, { n: panel.waiting[queue] })}</dd>
          </div>
        ))}
      </dl>
      <Table
        caption={panelWords['windows-title']}
        columns={[{ label: panelWords.window }, { label: panelWords.serves }, { label: panelWords.now }, { label: panelWords.ahead }]}
        lang={lang}
        rows={panel.windows.map((one) => ({
          key: one.seat,
          cells: [
            <T key="window" text={one.name} lang={lang} />,
            one.queues.map((queue) => queueWords[queue][lang]).join(say('comma', lang)),
            one.ticket
              ? say(one.ticket.status === 'called' ? 'calling' : 'serving', lang, { label: one.ticket.label })
              : say(one.staffed ? 'free' : 'closed', lang),
            say('waiting', lang, { n: one.waiting }),
          ],
        }))}
      />
      <p className="small">
        {say('hours', lang, hours)} · {say('privacy', lang)}
      </p>
      {!hall && (
        <p className="small">
          <a href="/calls">{say('reload', lang)}</a> · <a href="/calls?hall=1">{say('to-hall', lang)}</a>
        </p>
      )}
    </Page>
  );
}
