import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { mixed } from '../../../../pictures/zh.tsx';
import { shellSay, useBench } from '../../../../workbench/bench.tsx';
import { Failure, Loading } from '../../../../workbench/components/states.tsx';
import type { DecisionDocument } from '../../documents/decision.ts';
import type { Matter } from '../answers.ts';
import { useWords } from '../say.tsx';
import type { FileLine } from '../story.ts';
import { words as commonWords, type Word } from '../words.ts';
import { DecisionPaper } from './decision-paper.tsx';
import { usePaperWords } from './say.tsx';

/** What a side can show: a file, the application, the decision. */
export interface Shown {
  readonly id: string;
  readonly label: string;
  readonly file?: FileLine;
}

export interface PaneProps {
  readonly side: 'left' | 'right';
  readonly choices: readonly Shown[];
  readonly shown?: Shown;
  readonly choose: (id: string) => void;
  readonly matter: Matter;
}

/** One side: which paper, and the paper. */
export function Pane({ side, choices, shown, choose, matter }: PaneProps) {
  const { lang } = useBench();
  const say = usePaperWords();
  return (
    <section className="pane" aria-labelledby={`pane-${side}`} data-side={side}>
      <div className="pane-head">
        <label htmlFor={`choose-${side}`} id={`pane-${side}`}>
          {say(side)}
        </label>
        <select id={`choose-${side}`} value={shown?.id ?? ''} onChange={({ target }) => choose(target.value)}>
          {!shown && <option value="">{say('choose')}</option>}
          {choices.map((one) => (
            <option key={one.id} value={one.id} lang={/\p{Script=Han}/u.test(one.label) && lang === 'en' ? 'zh-CN' : undefined}>
              {one.label}
            </option>
          ))}
        </select>
      </div>
      {shown?.file && <FileView key={shown.id} file={shown.file} label={shown.label} matter={matter.number} />}
      {shown?.id === 'form' && <FormView matter={matter} />}
      {shown?.id === 'decision' && <DecisionView number={matter.number} />}
    </section>
  );
}

/** What is longer than its place is scrolled by keys too. */
function Scrolled({ className, label, children }: { className: string; label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse must be able to scroll it
    <section className={className} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}

/** A picture or a PDF inside the page; anything else is taken away. */
function FileView({ file, label, matter }: { file: FileLine; label: string; matter: string }) {
  const { api } = useBench();
  const say = usePaperWords();
  const [large, setLarge] = useState(false);
  const path = `/matters/${encodeURIComponent(matter)}/files/${file.id}`;
  const shown = api.href(path, { show: 1 });
  const picture = file.type.startsWith('image/');
  const readable = picture || file.type === 'application/pdf';
  return (
    <>
      <p className="pane-tools">
        {picture && (
          <button type="button" className="plain" onClick={() => setLarge(!large)} aria-pressed={large}>
            {say(large ? 'smaller' : 'larger')}
          </button>
        )}
        {readable && (
          <a href={shown} target="_blank" rel="noreferrer">
            {say('open-alone')}
          </a>
        )}
        <a href={api.href(path)} download>
          {say('download')}
        </a>
      </p>
      {picture && (
        <Scrolled className={large ? 'sheet large' : 'sheet'} label={label}>
          <img src={shown} alt={label} />
        </Scrolled>
      )}
      {file.type === 'application/pdf' && <iframe className="sheet" src={shown} title={label} />}
      {!readable && <p className="notice">{say('cannot-show')}</p>}
    </>
  );
}

/** The application as it was filled in. */
function FormView({ matter }: { matter: Matter }) {
  const { lang } = useBench();
  const say = usePaperWords();
  const common = useWords();
  const { applicant, form = {} } = matter;
  const rows: readonly (readonly [string, string | undefined])[] = [
    [common('applicant-title'), applicant.name ?? common('erased')],
    [common('id-number'), applicant.idNumber],
    [common('phone'), applicant.phone],
    [common('agent'), applicant.agent?.name],
    ...Object.entries(form).map(([name, value]) => [`form-${name}` in commonWords ? common(`form-${name}` as Word) : name, value] as const),
  ];
  return (
    <Scrolled className="sheet text" label={say('form')}>
      <dl className="pairs">
        {rows.map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt>{mixed(name, lang)}</dt>
              <dd>{mixed(value, lang)}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {Object.values(form).every((value) => !value) && <p className="muted">{say('form-empty')}</p>}
    </Scrolled>
  );
}

function DecisionView({ number }: { number: string }) {
  const { api, lang } = useBench();
  const say = usePaperWords();
  const asked = useQuery({
    queryKey: ['matter', number, 'paper', lang, undefined],
    queryFn: () => api.get<DecisionDocument>(`/matters/${encodeURIComponent(number)}/papers/decision`),
  });
  if (asked.isPending) return <Loading say={shellSay(lang)} />;
  if (asked.isError) return <Failure error={asked.error} lang={lang} retry={() => void asked.refetch()} />;
  return (
    <Scrolled className="sheet text" label={say('decision')}>
      <DecisionPaper paper={asked.data} />
    </Scrolled>
  );
}
