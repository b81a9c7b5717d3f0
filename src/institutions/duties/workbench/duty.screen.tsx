import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { Lang } from '../../../kernel/text.ts';
import { Light } from '../../../pictures/light.tsx';
import { sayNear, sayRangeBeside } from '../../../pictures/say.ts';
import { mixed } from '../../../pictures/zh.tsx';
import { formatArticle, formatLaw } from '../../../portal/format.ts';
import { oftenSaid } from '../../../portal/why-back.ts';
import { shellSay, useBench } from '../../../workbench/bench.tsx';
import { Heading } from '../../../workbench/components/heading.tsx';
import { FailedScreen, Loading } from '../../../workbench/components/states.tsx';
import { Table } from '../../../workbench/components/table.tsx';
import type { DutyPage, RoundView } from './answers.ts';
import { Note } from './note.tsx';
import { useWords } from './say.tsx';
import './duty.css';

/** One recurring duty: who answers, what waits for its note, and every time on record. */
export default function DutyScreen() {
  const { api, lang } = useBench();
  const say = useWords();
  const { duty = '' } = useParams();
  const asked = useQuery({ queryKey: ['duty', lang, duty], queryFn: () => api.get<DutyPage>(`/duties/${encodeURIComponent(duty)}`) });
  if (asked.isPending) return <Loading say={shellSay(lang)} />;
  if (asked.isError) return <FailedScreen error={asked.error} lang={lang} retry={() => void asked.refetch()} />;
  const page = asked.data;
  const open = page.rounds.filter(({ done }) => !done).reverse();
  const often = oftenSaid(page.amount, page.unit === 'mo' ? 'month' : 'year', lang);
  const basis = `${formatLaw(page.basis.law[lang], lang)}${lang === 'zh' ? '' : ', '}${formatArticle(page.basis.article, lang)}`;
  return (
    <article className="duty">
      <p className="trail">
        <Link to="/duties">← {say('to-duties')}</Link>
      </p>
      <Heading>{mixed(page.name[lang], lang)}</Heading>
      <p className="lead">
        {often} · {mixed(say('basis-line', { basis }), lang)}
        {page.note && ` · ${page.note[lang]}`}
      </p>
      {page.owner && <p>{mixed(say('organs-say', { organ: page.owner[lang] }), lang)}</p>}
      <Answer page={page} />
      <details className="small" open={!page.answer}>
        <summary>{say('entered')}</summary>
        <p>{mixed(say('entered-say', { file: page.file, id: page.id }), lang)}</p>
      </details>
      <section className="part" aria-labelledby="duty-open">
        <h2 id="duty-open">{say(page.first ? 'first-title' : 'open')}</h2>
        {page.first && (
          <div className="card">
            <p>{say('first-say')}</p>
            <Note of={page.id} today={page.today} act={page.first} nameOf={namesIn(page, lang)} />
          </div>
        )}
        {!page.first && open.length === 0 && <p className="muted part-none">{say('open-none')}</p>}
        {open.map((round) => (
          <Open key={round.matter} page={page} round={round} />
        ))}
      </section>
      <Past page={page} />
      {page.organs && <Organs page={page} organs={page.organs} />}
    </article>
  );
}

/** So many organs are shown at once; more are folded into their count. */
const MOST_SHOWN = 6;

/** Of a duty that each of several owes for itself: where each stands. */
function Organs({ page: { today }, organs }: { page: DutyPage; organs: NonNullable<DutyPage['organs']> }) {
  const { lang } = useBench();
  const say = useWords();
  const table = (
    <Table
      className="duty-organs"
      caption={say('organs')}
      columns={[
        {
          head: say('owes'),
          cell: ({ organName, matter }) =>
            matter ? <Link to={`/duties/${matter}`}>{mixed(organName[lang], lang)}</Link> : mixed(organName[lang], lang),
        },
        {
          head: say('col-due'),
          className: 'c-when',
          cell: ({ due }) => due && <span className="whole">{sayNear(due, lang, today)}</span>,
        },
        { head: say('light'), cell: ({ light }) => (light ? <Light state={light} lang={lang} /> : say('not-begun')) },
      ]}
      rows={organs}
      keyOf={({ organName }) => organName.zh}
    />
  );
  const late = organs.filter(({ due, light }) => due && due < today && light !== 'closed').length;
  return (
    <section className="part" aria-labelledby="duty-organs">
      <h2 id="duty-organs">{say('organs')}</h2>
      {organs.length <= MOST_SHOWN ? (
        table
      ) : (
        <details>
          <summary>{say('organs-count', { n: organs.length, late })}</summary>
          {table}
        </details>
      )}
    </section>
  );
}

function Answer({ page: { answer } }: { page: DutyPage }) {
  const { lang } = useBench();
  const say = useWords();
  if (!answer)
    return (
      <p className="notice" role="alert">
        {say('nobody-long')}
      </p>
    );
  const { organName: organ, officeName: office, seats } = answer;
  const who = seats.map(
    ({ name, seatName }) => `${name[lang]}${lang === 'zh' ? '（' : ' ('}${seatName[lang]}${lang === 'zh' ? '）' : ')'}`,
  );
  return (
    <p>
      <b>{mixed(office ? say('by-office', { organ, office }) : say('by-whom', { organ }), lang)}</b>
      <br />
      <span className="muted">
        {who.length > 0 ? mixed(say('who-notes', { who: who.join(lang === 'zh' ? '、' : ', ') }), lang) : say('nobody-sits')}
      </span>
    </p>
  );
}

/** `Office · seat`, for who could. */
const namesIn =
  ({ answer }: DutyPage, lang: Lang) =>
  (seat: string): string => {
    const found = answer?.seats.find((one) => one.seat === seat);
    return found ? `${answer!.organName[lang]} · ${found.seatName[lang]}` : seat;
  };

/** A time that waits for its note. */
function Open({ page, round }: { page: DutyPage; round: RoundView }) {
  const { id, today, asked } = page;
  const { lang } = useBench();
  const say = useWords();
  const near = (day: LocalDate) => sayNear(day, lang, today);
  const due = round.due!;
  return (
    <div className="card" aria-current={asked === round.matter || undefined}>
      <h3>
        {say('due-line', { due: near(due) })} <Light state={round.light} lang={lang} />{' '}
        {due < today && <span className="late-text">{say('over-line', { n: round.over })}</span>}
      </h3>
      <p className="muted">
        {round.period && say('covers-line', { period: sayRangeBeside(round.period.from, round.period.to, lang, [today, due]) })} ·{' '}
        {round.earliest && say('earliest-line', { day: near(round.earliest) })}
        {round.actBy && ` · ${say('act-by-line', { day: near(round.actBy) })}`}
        {round.actByProvisional && ` · ${say('provisional')}`} · {round.matter} ·{' '}
        <a href={`/deadline?term=${encodeURIComponent(id)}&from=${due}`}>{say('why-date')}</a>
      </p>
      {round.act && <Note of={round.matter} today={today} act={round.act} nameOf={namesIn(page, lang)} />}
    </div>
  );
}

function Past({ page: { rounds, today } }: { page: DutyPage }) {
  const { lang } = useBench();
  const say = useWords();
  const near = (day: LocalDate) => sayNear(day, lang, today);
  const past = rounds.filter((one): one is RoundView & { done: NonNullable<RoundView['done']> } => one.done !== null);
  return (
    <section className="part" aria-labelledby="duty-past">
      <h2 id="duty-past">{say('past')}</h2>
      {past.length === 0 ? (
        <p className="muted part-none">{say('past-none')}</p>
      ) : (
        <Table
          caption={say('past')}
          columns={[
            { head: say('col-done'), className: 'c-when', cell: ({ done }) => <span className="whole">{near(done.on)}</span> },
            { head: say('col-due'), className: 'c-when', cell: ({ due }) => due && <span className="whole">{near(due)}</span> },
            {
              head: say('col-late'),
              cell: ({ due, over }) =>
                due && (over > 0 ? <span className="late-text">{say('days-late', { n: over })}</span> : say('in-time')),
            },
            {
              head: say('col-document'),
              cell: ({ done }) => (
                <>
                  {mixed(done.document, lang)} <small>{mixed(done.sentence, lang)}</small>
                </>
              ),
            },
            {
              head: say('col-by'),
              cell: ({ done }) => (
                <>
                  {mixed(done.by[lang], lang)} <small>{mixed(done.seatName[lang], lang)}</small>
                </>
              ),
            },
            { head: say('col-matter'), cell: ({ matter }) => <small className="whole">{matter}</small> },
          ]}
          rows={past}
          keyOf={({ matter }) => matter}
        />
      )}
    </section>
  );
}
