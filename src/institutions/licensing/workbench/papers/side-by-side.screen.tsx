import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import { mixed } from '../../../../pictures/zh.tsx';
import { shellSay, useBench } from '../../../../workbench/bench.tsx';
import { FailedScreen, Loading } from '../../../../workbench/components/states.tsx';
import type { Matter } from '../answers.ts';
import { storyKey } from '../date-of.tsx';
import type { Story } from '../story.ts';
import { Pane, type Shown } from './pane.tsx';
import { usePaperWords } from './say.tsx';

/** Two papers of a matter next to each other; which two stands in the address. */
export default function SideBySide() {
  const { number = '' } = useParams();
  const { api, lang } = useBench();
  const say = usePaperWords();
  const [params, setParams] = useSearchParams();
  const path = `/matters/${encodeURIComponent(number)}`;
  const looked = useQuery({ queryKey: ['matter', number, 'view', lang], queryFn: () => api.look<Matter>(path) });
  const told = useQuery({ queryKey: storyKey(number, lang), queryFn: () => api.get<Story>(`${path}/story`) });
  if (looked.isError || told.isError)
    return <FailedScreen error={(looked.error ?? told.error)!} lang={lang} retry={() => void told.refetch()} />;
  if (!looked.data || !told.data) return <Loading say={shellSay(lang)} />;
  const matter = looked.data.seen;
  const choices = choicesOf(told.data, lang, say);
  const files = choices.filter(({ file }) => file !== undefined);
  const chosen = (side: 'left' | 'right', first: string | undefined) =>
    choices.find(({ id }) => id === params.get(side)) ?? choices.find(({ id }) => id === first);
  const left = chosen('left', files[0]?.id ?? 'form');
  const right = chosen('right', files[1]?.id ?? (left?.id === 'form' ? told.data.paper && 'decision' : 'form'));
  const set = (next: { left?: string; right?: string }) =>
    setParams({ ...(left && { left: left.id }), ...(right && { right: right.id }), ...next }, { replace: true });
  return (
    <>
      <p className="trail">
        <Link to={path}>← {say('back', { number })}</Link>
      </p>
      <div className="screen-head">
        <div>
          <h1>{say('side-by-side')}</h1>
          <p className="lead">
            {mixed(matter.item.name?.[lang] ?? matter.item.id, lang)} · {matter.number}
            {files.length === 0 && ` · ${say('no-files')}`}
          </p>
        </div>
        <div className="buttons">
          <Button onClick={() => left && right && set({ left: right.id, right: left.id })} disabled={!left || !right}>
            ⇄ {say('swap')}
          </Button>
        </div>
      </div>
      <div className="panes">
        <Pane side="left" choices={choices} shown={left} choose={(id) => set({ left: id })} matter={matter} />
        <Pane side="right" choices={choices} shown={right} choose={(id) => set({ right: id })} matter={matter} />
      </div>
    </>
  );
}

/** The files by the papers they are, then the application and the decision. */
function choicesOf(story: Story, lang: 'zh' | 'en', say: ReturnType<typeof usePaperWords>): readonly Shown[] {
  return [
    ...story.papers.flatMap((paper) =>
      paper.files.map((file): Shown => ({ id: file.id, label: `${paper.name[lang]} · ${file.name}`, file })),
    ),
    { id: 'form', label: say('form') },
    ...(story.paper ? [{ id: 'decision', label: say(`decision-${story.paper}`) }] : []),
  ];
}
