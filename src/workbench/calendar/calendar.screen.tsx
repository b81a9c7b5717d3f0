import { useQuery } from '@tanstack/react-query';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { sayDate, sayRange } from '../../pictures/say.ts';
import { words as pictureWords } from '../../pictures/words.ts';
import { mixed } from '../../pictures/zh.tsx';
import { shellSay, useBench } from '../bench.tsx';
import { Exports } from '../components/sheet-list.tsx';
import { FailedScreen, Loading } from '../components/states.tsx';
import { Table } from '../components/table.tsx';
import { Bring } from './bring.tsx';
import { type CalendarPage, useCalendarWords, useHeads } from './parts.tsx';
import { words } from './words.ts';

/** The calendar: its years and where each comes from, a file rehearsed before it is entered, the editions and the way back. */
export default function CalendarScreen() {
  const { api, lang } = useBench();
  const say = useCalendarWords();
  const asked = useQuery({ queryKey: ['calendar', lang], queryFn: () => api.get<CalendarPage>('/calendar') });
  if (asked.isPending) return <Loading say={shellSay(lang)} />;
  if (asked.isError) return <FailedScreen error={asked.error} lang={lang} retry={() => void asked.refetch()} />;
  const page = asked.data;
  return (
    <>
      <div className="screen-head">
        <div>
          <h1>{say('calendar')}</h1>
          <p className="lead">{say('calendar-say', { edition: page.edition })}</p>
        </div>
      </div>
      <Years page={page} />
      <Bring page={page} />
      <Editions page={page} />
    </>
  );
}

function Years({ page }: { page: CalendarPage }) {
  const { lang } = useBench();
  const say = useCalendarWords();
  const named = useHeads();
  return (
    <section className="cards">
      <div className="screen-head">
        <h2>{say('years')}</h2>
        <Exports path="/calendar/years" of={say('years')} />
      </div>
      <Table
        className="calendar-years"
        caption={say('years')}
        columns={[
          {
            ...named('col-year'),
            cell: (y) => (
              <>
                {y.year}
                <small>{say(`layer-${y.layer}`)}</small>
              </>
            ),
          },
          {
            ...named('col-status'),
            cell: (y) => (
              <>
                <span className={y.status === 'official' ? 'ok-text' : 'late-text'}>{say(`status-${y.status}`)}</span>
                {y.sealed && <small>{say('sealed')}</small>}
              </>
            ),
          },
          { ...named('col-document'), cell: (y) => mixed(y.document[lang], lang) },
          { ...named('col-days'), className: 'days-off', cell: (y) => <Days year={y} /> },
          { ...named('col-edition'), cell: (y) => (y.number === 0 ? say('shipped') : say('edition-no', { n: y.number })) },
        ]}
        rows={page.years}
        keyOf={(y) => `${y.year} ${y.layer} ${y.document.zh}`}
      />
    </section>
  );
}

/** How many, and which: each row is one document's. */
function Days({ year: { year, off, makeup } }: { year: CalendarPage['years'][number] }) {
  const { lang } = useBench();
  const say = useCalendarWords();
  const range = (from: string, to: string) => sayRange(from as LocalDate, to as LocalDate, lang, `${year}-01-01` as LocalDate);
  const comma = pictureWords.list[lang];
  const said = off.map(({ from, to, name }) => `${range(from, to)} ${name[lang]}`);
  if (makeup.length > 0) said.push(say('days-makeup', { list: makeup.map((day) => range(day, day)).join(comma) }));
  return (
    <>
      {say('days-count', { off: daysOf(off), makeup: makeup.length })}
      <small>{mixed(said.join(comma), lang)}</small>
    </>
  );
}

const daysOf = (off: CalendarPage['years'][number]['off']): number =>
  off.reduce((sum, { from, to }) => sum + (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1, 0);

function Editions({ page }: { page: CalendarPage }) {
  const { lang } = useBench();
  const say = useCalendarWords();
  const named = useHeads();
  const when = (at: string) => sayDate(new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10) as LocalDate, lang, 'date-full');
  const documents = page.editions.flatMap(({ years }) => years.map(({ document }) => document.zh));
  return (
    <section className="cards">
      <div className="screen-head">
        <h2>{say('editions')}</h2>
        <Exports path="/calendar/editions" of={say('editions')} />
      </div>
      <Table
        className="calendar-editions"
        caption={say('editions')}
        columns={[
          { ...named('col-number'), cell: (e) => e.number },
          { ...named('col-edition'), cell: (e) => e.names.map((name) => <EditionLink key={name} name={name} />) },
          { ...named('col-when'), cell: (e) => e.at && when(e.at) },
          { ...named('col-who'), cell: (e) => mixed((e.byName ?? words.shipped)[lang], lang) },
          { ...named('col-what'), cell: (e) => <What edition={e} /> },
          { ...named('col-cause'), cell: (e) => (documents.includes(e.cause) ? '' : mixed(e.cause, lang)) },
        ]}
        rows={page.editions}
        keyOf={(e) => e.number}
      />
    </section>
  );
}

/** To the days of that edition, as anybody may look at them. */
const EditionLink = ({ name }: { name: string }) => (
  <a className="what" href={`/law/calendar/${encodeURIComponent(name)}`}>
    {name}
  </a>
);

function What({ edition }: { edition: CalendarPage['editions'][number] }) {
  const { lang } = useBench();
  const say = useCalendarWords();
  return (
    <>
      {edition.undoes !== undefined && say('what-undo', { n: edition.undoes })}
      {edition.years.map((y) => (
        <span key={`${y.year} ${y.layer} ${y.document.zh}`} className="what">
          {y.year} {say(`layer-${y.layer}`)}
          {edition.undone && say('was-undone')}
          <small>{mixed(y.document[lang], lang)}</small>
        </span>
      ))}
    </>
  );
}
