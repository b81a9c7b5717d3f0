import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { Text } from '../../../kernel/text.ts';
import { Mark } from '../../../pictures/mark.tsx';
import { sayDate } from '../../../pictures/say.ts';
import { mixed } from '../../../pictures/zh.tsx';
import { shellSay, useBench } from '../../../workbench/bench.tsx';
import { Empty, Failure, Loading } from '../../../workbench/components/states.tsx';
import type { Leaders } from '../leaders.ts';
import { useWords } from './say.tsx';

type Seated = Leaders['portfolios'][number]['backup'];

/** Who leads what, who is away and who stands in: as the ladder of urging goes by it. Read only. */
export default function LeadersScreen() {
  const { api, lang } = useBench();
  const say = useWords();
  const asked = useQuery({ queryKey: ['urging-leaders', lang], queryFn: () => api.get<Leaders>('/urgings/leaders') });
  if (asked.isPending) return <Loading say={shellSay(lang)} />;
  if (asked.isError) return <Failure error={asked.error} lang={lang} retry={() => void asked.refetch()} />;
  const { portfolios, absences, confidence } = asked.data;
  const day = (date: LocalDate) => sayDate(date, lang, 'date-full');
  const listed = (texts: readonly Text[]) => texts.map((text) => text[lang]).join(say('between'));
  const who = (seated: Seated, none: string) =>
    seated ? (
      <>
        {mixed(seated.persons.length > 0 ? listed(seated.persons.map(({ name }) => name)) : say('seat-empty'), lang)}
        <small>{mixed(seated.seatName[lang], lang)}</small>
      </>
    ) : (
      none
    );
  return (
    <>
      <p className="trail">
        <Link to="/supervision">← {say('back')}</Link>
      </p>
      <h1>
        {say('leaders')} {confidence === 'illustrative' && <Mark confidence={confidence} lang={lang} />}
      </h1>
      <p className="lead">{say('leaders-say')}</p>
      {portfolios.length === 0 ? (
        <Empty title={say('portfolios-none')} />
      ) : (
        <div className="table-wrap">
          <table className="list urging-rows leaders-list">
            <caption>{say('portfolios')}</caption>
            <thead>
              <tr>
                {(['leader', 'organs', 'backup', 'since'] as const).map((column) => (
                  <th key={column} scope="col">
                    {say(`col-${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {portfolios.map((one) => (
                <tr key={`${one.seat} ${one.from}`}>
                  <th scope="row">{who(one, '')}</th>
                  <td>{mixed(listed(one.organs.map(({ name }) => name)), lang)}</td>
                  <td>{who(one.backup, say('backup-none'))}</td>
                  <td className="c-when">
                    {day(one.from)}
                    {one.to && <small>{say('until', { day: day(one.to) })}</small>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {absences.length === 0 ? (
        <Empty title={say('absences-none')} />
      ) : (
        <div className="table-wrap">
          <table className="list urging-rows">
            <caption>{say('absences')}</caption>
            <thead>
              <tr>
                {(['away', 'state', 'since', 'stands-in'] as const).map((column) => (
                  <th key={column} scope="col">
                    {say(`col-${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {absences.map((one) => (
                <tr key={`${one.person} ${one.from}`}>
                  <th scope="row">
                    {mixed(one.name[lang], lang)}
                    <small>{mixed(listed(one.seats), lang)}</small>
                  </th>
                  <td>{say(`absence-${one.state}`)}</td>
                  <td className="c-when">
                    {day(one.from)}
                    <small>{say('until', { day: day(one.to) })}</small>
                  </td>
                  <td>{who(one.standsIn, say('stands-in-none'))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
