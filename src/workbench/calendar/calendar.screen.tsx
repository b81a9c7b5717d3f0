import { useQuery } from '@tanstack/react-query';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { sayDate } from '../../pictures/say.ts';
import { mixed } from '../../pictures/zh.tsx';
import { shellSay, useBench } from '../bench.tsx';
import { Failure, Loading } from '../components/states.tsx';
import { Bring } from './bring.tsx';
import { type CalendarPage, useCalendarWords } from './parts.tsx';

/** The calendar: its years and where each comes from, a file rehearsed before it is entered, the editions and the way back. */
export default function CalendarScreen() {
  const { api, lang } = useBench();
  const say = useCalendarWords();
  const asked = useQuery({ queryKey: ['calendar', lang], queryFn: () => api.get<CalendarPage>('/calendar') });
  if (asked.isPending) return <Loading say={shellSay(lang)} />;
  if (asked.isError) return <Failure error={asked.error} lang={lang} retry={() => void asked.refetch()} />;
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
  return (
    <section>
      <h2>{say('years')}</h2>
      <div className="table-wrap">
        <table className="list calendar-years">
          <thead>
            <tr>
              {(['year', 'status', 'document', 'days', 'edition'] as const).map((column) => (
                <th key={column} scope="col">
                  {say(`col-${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.years.map((y) => (
              <tr key={`${y.year} ${y.layer}`}>
                <th scope="row">
                  {y.year}
                  <small>{say(`layer-${y.layer}`)}</small>
                </th>
                <td>
                  <span className={y.status === 'official' ? 'ok-text' : 'late-text'}>{say(`status-${y.status}`)}</span>
                  {y.sealed && <small>{say('sealed')}</small>}
                </td>
                <td>{mixed(y.document[lang], lang)}</td>
                <td>{say('days-count', { off: daysOf(y.off), makeup: y.makeup.length })}</td>
                <td>{y.number === 0 ? say('shipped') : say('edition-no', { n: y.number })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const daysOf = (off: CalendarPage['years'][number]['off']): number =>
  off.reduce((sum, { from, to }) => sum + (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1, 0);

function Editions({ page }: { page: CalendarPage }) {
  const { lang } = useBench();
  const say = useCalendarWords();
  const when = (at: string) => sayDate(new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10) as LocalDate, lang, 'date-full');
  return (
    <section>
      <h2>{say('editions')}</h2>
      {page.editions.length === 0 ? (
        <p className="muted part-none">{say('no-editions')}</p>
      ) : (
        <div className="table-wrap">
          <table className="list calendar-editions">
            <thead>
              <tr>
                {(['number', 'when', 'who', 'what', 'cause'] as const).map((column) => (
                  <th key={column} scope="col">
                    {say(`col-${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {page.editions.map((e) => (
                <tr key={e.number}>
                  <th scope="row">{e.number}</th>
                  <td>{when(e.at)}</td>
                  <td>{e.by}</td>
                  <td>
                    {e.undoes !== undefined && say('what-undo', { n: e.undoes })}
                    {e.years.map((y) => (
                      <span key={`${y.year} ${y.layer}`} className="what">
                        {y.year} {say(`layer-${y.layer}`)}
                        {e.undone && say('was-undone')}
                        <small>{mixed(y.document[lang], lang)}</small>
                      </span>
                    ))}
                  </td>
                  <td>{page.editions.some((one) => one.years.some((y) => y.document.zh === e.cause)) ? '' : mixed(e.cause, lang)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
