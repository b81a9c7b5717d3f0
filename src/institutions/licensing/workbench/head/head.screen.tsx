import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Light } from '../../../../pictures/light.tsx';
import { mixed } from '../../../../pictures/zh.tsx';
import { shellSay, useBench } from '../../../../workbench/bench.tsx';
import { DayInput } from '../../../../workbench/components/day-input.tsx';
import { FailedScreen, Loading } from '../../../../workbench/components/states.tsx';
import { useAccountWords } from '../accounts/parts.tsx';
import { isOver } from '../answers.ts';
import { local, Provisional, sayDay, sayLeft, sayResumes, sayShort, useWords } from '../say.tsx';
import type { HeadPage, SignedView, WorkView } from './answers.ts';
import { Part, useHeadWords } from './part.tsx';
import { Representatives } from './representatives.tsx';

const Authorise = lazy(() => import('./authorise.tsx'));

/** What went out in her name today and by whom, what presses, what only she can do, and who may act for her. */
export default function HeadScreen() {
  const { api, lang } = useBench();
  const say = useHeadWords();
  const sayAccounts = useAccountWords();
  const [params, setParams] = useSearchParams();
  const [authorising, setAuthorising] = useState(false);
  const day = params.get('day') ?? undefined;
  const asked = useQuery({ queryKey: ['head', lang, day], queryFn: () => api.get<HeadPage>('/head', { day }) });
  if (asked.isPending) return <Loading say={shellSay(lang)} />;
  if (asked.isError) return <FailedScreen error={asked.error} lang={lang} retry={() => void asked.refetch()} />;
  const page = asked.data;
  const { before } = page;
  const own = page.scope === 'own';
  const numbers = {
    organs: page.organs.map(({ name }) => name[lang]).join(say('comma')),
    acts: page.acts.length,
    late: page.pressing.filter(({ light }) => isOver(light)).length,
    soon: page.pressing.filter(({ light }) => light === 'due-soon').length,
    alone: page.onlyMe.length,
  };
  const dated = { day: sayDay(page.day, lang, page.today) };
  return (
    <>
      <div className="screen-head">
        <div>
          <h1>{say(own ? 'head-own' : 'head')}</h1>
          <p className="lead">
            {mixed(say(own ? 'own-say' : 'head-say', numbers), lang)} <Link to="/accounts">{sayAccounts('of-own')}</Link>
          </p>
        </div>
        <p className="day-choice">
          <DayInput id="head-day" label={say('day')} day={page.day} last={page.today} choose={(day) => setParams({ day })} />
          {before && (
            <button type="button" className="plain" onClick={() => setParams({ day: before })}>
              {say('to-before', { day: sayDay(before, lang, page.today) })}
            </button>
          )}
          {page.day !== page.today && (
            <button type="button" className="plain" onClick={() => setParams({})}>
              {say('to-today')}
            </button>
          )}
        </p>
      </div>
      <div className="parts">
        <Part
          title={say('only-me')}
          list="only-me"
          day={page.day}
          rows={page.onlyMe}
          none={say('only-me-none')}
          head={workHead(say)}
          row={(row) => <WorkLine key={`${row.matter} ${row.step}`} row={row} today={page.today} />}
        />
        <Part
          title={say('pressing')}
          list="pressing"
          day={page.day}
          rows={page.pressing}
          none={say('pressing-none')}
          lead={page.pressing.length > 0 && <p className="muted small">{say('pressing-say', numbers)}</p>}
          head={workHead(say)}
          row={(row) => <WorkLine key={`${row.matter} ${row.step}`} row={row} today={page.today} />}
        />
        <Part
          title={say(own ? 'acts-own' : 'acts', dated)}
          list="acts"
          day={page.day}
          rows={page.acts}
          none={say('acts-none')}
          head={(['time', 'matter', 'act', 'who', 'rule'] as const).map((column) => (
            <th key={column} scope="col" className={`h-${column}`}>
              {say(`col-${column}`)}
            </th>
          ))}
          row={(row) => <ActLine key={`${row.matter} ${row.seq}`} row={row} />}
        />
        <Representatives page={page}>
          {page.mayAuthorise ? (
            <Button type="primary" onClick={() => setAuthorising(true)} data-do="authorise">
              {say('authorise')}
            </Button>
          ) : (
            !own && <span className="muted small">{say('authorise-chief')}</span>
          )}
        </Representatives>
      </div>
      {authorising && (
        <Suspense fallback={null}>
          <Authorise page={page} close={() => setAuthorising(false)} />
        </Suspense>
      )}
    </>
  );
}

const workHead = (say: ReturnType<typeof useHeadWords>) =>
  (['light', 'matter', 'step', 'due', 'seen'] as const).map((column) => (
    <th key={column} scope="col" className={`h-${column}`}>
      {say(`col-${column}`)}
    </th>
  ));

/** Work that presses, and the day on which the efficiency office has it too. */
function WorkLine({ row, today }: { row: WorkView; today: string }) {
  const { lang } = useBench();
  const say = useHeadWords();
  const common = useWords();
  return (
    <tr>
      <td>
        <Light state={row.light} lang={lang} />
      </td>
      <th scope="row">
        <Link to={`/matters/${encodeURIComponent(row.matter)}?step=${encodeURIComponent(row.step)}`}>
          {mixed(row.itemName[lang], lang)}
        </Link>
        <small>{row.matter}</small>
      </th>
      <td>
        {mixed(row.stepName[lang], lang)}
        {!row.step.startsWith('assist:') && <small>{mixed(row.organName[lang], lang)}</small>}
      </td>
      <td>
        {row.due ? sayShort(row.due, lang, today) : row.resumes ? sayResumes(row.resumes, lang, today, common) : common('no-due')}
        {row.provisional && <Provisional />}
        {row.due && <small className={isOver(row.light) ? 'late-text' : undefined}>{sayLeft(row.due, today, common)}</small>}
      </td>
      <td>{row.seen && say(row.seen <= today ? 'seen-already' : 'seen-on', { date: sayShort(row.seen, lang, today) })}</td>
    </tr>
  );
}

function ActLine({ row }: { row: SignedView }) {
  const { lang } = useBench();
  const say = useHeadWords();
  return (
    <tr>
      <td>{local(row.at).time}</td>
      <th scope="row">
        <Link to={`/matters/${encodeURIComponent(row.matter)}`}>{mixed(row.itemName[lang], lang)}</Link>
        <small>{row.matter}</small>
      </th>
      <td>{mixed(row.what[lang], lang)}</td>
      <td>
        {row.person ? mixed(row.person[lang], lang) : say('by-law')} {row.mine && say('me')}
        {row.seat && <small>{mixed(row.seat[lang], lang)}</small>}
      </td>
      <td>
        {row.rule && mixed(row.rule[lang], lang)}
        {row.paper && <small>{mixed(row.paper, lang)}</small>}
      </td>
    </tr>
  );
}
