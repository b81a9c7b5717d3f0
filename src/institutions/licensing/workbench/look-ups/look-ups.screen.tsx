import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type { LocalDate } from '../../../../kernel/clock/types.ts';
import { sayWeekday } from '../../../../pictures/say.ts';
import { mixed } from '../../../../pictures/zh.tsx';
import { shellSay, speaks, useBench } from '../../../../workbench/bench.tsx';
import { DayInput } from '../../../../workbench/components/day-input.tsx';
import { Exports } from '../../../../workbench/components/sheet-list.tsx';
import { Empty, FailedScreen, Loading } from '../../../../workbench/components/states.tsx';
import { Table } from '../../../../workbench/components/table.tsx';
import type { LookedUp } from '../../window/routes.ts';
import { local } from '../say.tsx';
import { words } from './words.ts';

interface LookUpsPage {
  readonly day: LocalDate;
  readonly today: LocalDate;
  readonly lookUps: readonly LookedUp[];
}

/** Who looked for whose earlier data on a day, for those who supervise. */
export default function LookUpsScreen() {
  const { api, lang } = useBench();
  const say = speaks(words)(lang);
  const [params, setParams] = useSearchParams();
  const day = params.get('day') ?? undefined;
  const asked = useQuery({ queryKey: ['look-ups', lang, day], queryFn: () => api.get<LookUpsPage>('/window/look-ups', { day }) });
  if (asked.isPending) return <Loading say={shellSay(lang)} />;
  if (asked.isError) return <FailedScreen error={asked.error} lang={lang} retry={() => void asked.refetch()} />;
  const { lookUps, ...page } = asked.data;
  return (
    <>
      <div className="screen-head">
        <div>
          <h1>{say('look-ups')}</h1>
          <p className="lead">{say('lead', { day: sayWeekday(page.day, lang, page.today), n: lookUps.length })}</p>
        </div>
        <p className="day-choice">
          <DayInput id="look-ups-day" label={say('day')} day={page.day} last={page.today} choose={(to) => setParams({ day: to })} />
        </p>
        <Exports path="/window/look-ups" query={{ day: page.day }} />
      </div>
      {lookUps.length === 0 ? (
        <Empty title={say('none')} />
      ) : (
        <Table
          className="look-ups"
          caption={say('look-ups')}
          columns={[
            { head: say('col-at'), cell: (one) => local(one.at).time },
            { head: say('col-who'), cell: (one) => mixed(one.personName[lang], lang) },
            { head: say('col-seat'), cell: (one) => mixed(one.seatName[lang], lang) },
            { head: say('col-about'), cell: (one) => one.about },
            { head: say('col-found'), className: 'n', cell: (one) => one.found },
          ]}
          rows={lookUps}
          keyOf={(one) => `${one.at} ${one.person} ${one.about}`}
        />
      )}
    </>
  );
}
