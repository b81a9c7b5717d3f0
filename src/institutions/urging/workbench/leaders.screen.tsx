import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { Text } from '../../../kernel/text.ts';
import { Mark } from '../../../pictures/mark.tsx';
import { sayDate } from '../../../pictures/say.ts';
import { mixed } from '../../../pictures/zh.tsx';
import { shellSay, useBench } from '../../../workbench/bench.tsx';
import { Exports } from '../../../workbench/components/sheet-list.tsx';
import { FailedScreen, Loading } from '../../../workbench/components/states.tsx';
import { Table } from '../../../workbench/components/table.tsx';
import type { Leaders } from '../leaders.ts';
import { useWords } from './say.tsx';

type Seated = Leaders['portfolios'][number]['backup'];

/** Who leads what, who is away and who stands in: as the ladder of urging goes by it. Read only. */
export default function LeadersScreen() {
  const { api, lang } = useBench();
  const say = useWords();
  const asked = useQuery({ queryKey: ['urging-leaders', lang], queryFn: () => api.get<Leaders>('/urgings/leaders') });
  if (asked.isPending) return <Loading say={shellSay(lang)} />;
  if (asked.isError) return <FailedScreen error={asked.error} lang={lang} retry={() => void asked.refetch()} />;
  const { portfolios, absences, confidence } = asked.data;
  const day = (date: LocalDate) => sayDate(date, lang, 'date-full');
  const period = ({ from, to }: { readonly from: LocalDate; readonly to: LocalDate | null }) => (
    <>
      {day(from)}
      {to && <small>{say('until', { day: day(to) })}</small>}
    </>
  );
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
      <section>
        <div className="screen-head">
          <h2>{say('portfolios')}</h2>
          {portfolios.length > 0 && <Exports path="/urgings/leaders/portfolios" of={say('portfolios')} />}
        </div>
        {portfolios.length === 0 ? (
          <p className="muted part-none">{say('portfolios-none')}</p>
        ) : (
          <Table
            className="urging-rows leaders-list"
            caption={say('portfolios')}
            columns={[
              { head: say('col-leader'), cell: (one) => who(one, '') },
              { head: say('col-organs'), cell: (one) => mixed(listed(one.organs.map(({ name }) => name)), lang) },
              { head: say('col-backup'), cell: (one) => who(one.backup, say('backup-none')) },
              { head: say('col-since'), className: 'c-when', cell: period },
            ]}
            rows={portfolios}
            keyOf={(one) => `${one.seat} ${one.from}`}
          />
        )}
      </section>
      <section>
        <div className="screen-head">
          <h2>{say('absences')}</h2>
          {absences.length > 0 && <Exports path="/urgings/leaders/absences" of={say('absences')} />}
        </div>
        {absences.length === 0 ? (
          <p className="muted part-none">{say('absences-none')}</p>
        ) : (
          <Table
            className="urging-rows"
            caption={say('absences')}
            columns={[
              {
                head: say('col-away'),
                cell: (one) => (
                  <>
                    {mixed(one.name[lang], lang)}
                    <small>{mixed(listed(one.seats), lang)}</small>
                  </>
                ),
              },
              { head: say('col-state'), cell: (one) => say(`absence-${one.state}`) },
              { head: say('col-since'), className: 'c-when', cell: period },
              { head: say('col-stands-in'), cell: (one) => who(one.standsIn, say('stands-in-none')) },
            ]}
            rows={absences}
            keyOf={(one) => `${one.person} ${one.from}`}
          />
        )}
      </section>
    </>
  );
}
