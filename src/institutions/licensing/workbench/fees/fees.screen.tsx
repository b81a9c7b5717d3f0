import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { shellSay, useBench } from '../../../../workbench/bench.tsx';
import { DayInput } from '../../../../workbench/components/day-input.tsx';
import { Exports } from '../../../../workbench/components/sheet-list.tsx';
import { FailedScreen, Loading } from '../../../../workbench/components/states.tsx';
import { billStateWords } from '../../fees/words.ts';
import { sayDay } from '../say.tsx';
import { Account } from './account.tsx';
import { BillLine } from './bill-line.tsx';
import { type FeesPage, money, STATES, useFeeWords } from './parts.tsx';

const Acting = lazy(() => import('../acting.tsx'));
/** The cashier's day: what is to be paid, what was, and whether the money agrees with the records. */
export default function FeesScreen() {
  const { api, lang, session } = useBench();
  const say = useFeeWords();
  const [params, setParams] = useSearchParams();
  const [acting, setActing] = useState<{ readonly matter: string; readonly charge: string; readonly action: string }>();
  const day = params.get('day') ?? undefined;
  const state = STATES.find((one) => one === params.get('state')) ?? 'due';
  const asked = useInfiniteQuery({
    queryKey: ['fees', lang, day, state],
    queryFn: ({ pageParam }) => api.get<FeesPage>('/fees', { day, state, after: pageParam, limit: 50 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  const choose = (changes: Readonly<Record<string, string | undefined>>) =>
    setParams((old) => {
      for (const [name, value] of Object.entries(changes)) value ? old.set(name, value) : old.delete(name);
      return old;
    });
  if (asked.isPending) return <Loading say={shellSay(lang)} />;
  if (asked.isError) return <FailedScreen error={asked.error} lang={lang} retry={() => void asked.refetch()} />;
  const page = asked.data.pages[0]!;
  const bills = asked.data.pages.flatMap((one) => one.bills);
  const { counts } = page;
  return (
    <>
      <div className="screen-head">
        <div>
          <h1>{say('fees')}</h1>
          <p className="lead">
            {say('fees-say', {
              day: sayDay(page.day, lang, session.today),
              paid: counts.paid.count,
              paidYuan: money(counts.paid.fen),
              reducedYuan: money(counts.reduced.fen),
              exempted: counts.exempted.count,
              exemptedYuan: money(counts.exempted.fen),
              refundedYuan: money(counts.refunded.fen),
              due: counts.due.count,
              dueYuan: money(counts.due.fen),
            })}
          </p>
          <p>
            <Link to={`/fees/till?day=${page.day}`}>{say('to-till')}</Link>
          </p>
        </div>
        <p className="day-choice">
          <DayInput id="fees-day" label={say('day')} day={page.day} last={page.today} choose={(day) => choose({ day })} />
          {page.day !== page.today && (
            <button type="button" className="plain" onClick={() => choose({ day: undefined })}>
              {say('to-today')}
            </button>
          )}
        </p>
      </div>
      <div className="filters">
        <fieldset className="tabs">
          <legend className="vh">{say('by-state')}</legend>
          {STATES.map((one) => (
            <button key={one} type="button" aria-pressed={one === state} onClick={() => choose({ state: one === 'due' ? undefined : one })}>
              {billStateWords[one][lang]} <b>{counts[one].count}</b>
            </button>
          ))}
        </fieldset>
        <Exports path="/fees/bills" of={say(`bills-${state}`)} query={{ day: page.day, state }} />
      </div>
      <h2 className="vh">{say(`bills-${state}`)}</h2>
      {bills.length === 0 ? (
        <p className="muted part-none">{say(`none-${state}`)}</p>
      ) : (
        <div className="table-wrap">
          <table className="list bills" aria-busy={asked.isPlaceholderData}>
            <thead>
              <tr>
                {(['matter', 'payer', 'charge', 'amount', 'billed', ...(state === 'due' ? [] : ['settled' as const]), 'acts'] as const).map(
                  (column) => (
                    <th key={column} scope="col" className={column === 'amount' ? 'n' : undefined}>
                      {say(`col-${column}`)}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {bills.map((bill) => (
                <BillLine
                  key={`${bill.matter} ${bill.charge} ${bill.seq}`}
                  bill={bill}
                  act={(action) => setActing({ matter: bill.matter, charge: bill.charge, action })}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {asked.hasNextPage && (
        <p>
          <Button size="small" loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
            {say('more')}
          </Button>
        </p>
      )}
      <Account page={page} />
      {acting && (
        <Suspense fallback={null}>
          <Acting key={`${acting.matter} ${acting.charge} ${acting.action}`} {...acting} close={() => setActing(undefined)} />
        </Suspense>
      )}
    </>
  );
}
