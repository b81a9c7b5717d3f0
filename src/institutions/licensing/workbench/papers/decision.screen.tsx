import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { shellSay, useBench } from '../../../../workbench/bench.tsx';
import { FailedScreen, Loading } from '../../../../workbench/components/states.tsx';
import type { DecisionDocument } from '../../documents/decision.ts';
import { DecisionPaper } from './decision-paper.tsx';
import { usePaperWords } from './say.tsx';

const Acting = lazy(() => import('../acting.tsx'));

/** The decision as a paper: to read, to print, to take away as a document. */
export default function DecisionScreen() {
  const { number = '' } = useParams();
  const { api, lang } = useBench();
  const say = usePaperWords();
  const [params, setParams] = useSearchParams();
  const [writing, setWriting] = useState(false);
  const outcome = params.get('outcome') ?? undefined;
  const path = `/matters/${encodeURIComponent(number)}`;
  const asked = useQuery({
    queryKey: ['matter', number, 'paper', lang, outcome],
    queryFn: () => api.get<DecisionDocument>(`${path}/papers/decision`, { outcome }),
  });
  return (
    <>
      <p className="trail no-print">
        <Link to={path}>← {say('back', { number })}</Link>
      </p>
      {asked.isPending && <Loading say={shellSay(lang)} />}
      {asked.isError && <FailedScreen error={asked.error} lang={lang} retry={() => void asked.refetch()} />}
      {asked.data && (
        <>
          <div className="screen-head no-print">
            <div>
              <h1>{say(asked.data.draft ? 'decision-draft' : 'decision-final')}</h1>
              <p className="lead">
                {say(asked.data.draft ? 'draft-say' : 'final-say')} {say('chinese')}
              </p>
            </div>
            <div className="buttons">
              {asked.data.draft && (
                <Button onClick={() => setWriting(true)} data-write>
                  {say('write')}
                </Button>
              )}
              <a className="button" href={api.href(`${path}/papers/decision.docx`, { outcome })} download>
                {say('docx')}
              </a>
              <Button type="primary" onClick={() => window.print()}>
                {say('print')}
              </Button>
            </div>
          </div>
          {asked.data.draft && (
            <fieldset className="tabs no-print">
              <legend className="vh">{say('outcome')}</legend>
              {(['granted', 'refused'] as const).map((one) => (
                <button key={one} type="button" aria-pressed={asked.data.outcome === one} onClick={() => setParams({ outcome: one })}>
                  {say(`as-${one}`)}
                </button>
              ))}
            </fieldset>
          )}
          <DecisionPaper paper={asked.data} />
          {writing && (
            <Suspense fallback={null}>
              <Acting matter={number} action="draft-decision" close={() => setWriting(false)} />
            </Suspense>
          )}
        </>
      )}
    </>
  );
}
