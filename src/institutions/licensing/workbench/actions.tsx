import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useBench } from '../../../workbench/bench.tsx';
import { Reasons, WhyNot } from '../../../workbench/components/why-not.tsx';
import type { Matter } from './answers.ts';
import { useWords } from './say.tsx';
import type { Story } from './story.ts';

const ActionForm = lazy(() => import('./action-form.tsx'));
/** What moves a matter on stands first, in ink. */
const FIRST = [
  'accept',
  'conclude-on-the-spot',
  'propose',
  'check',
  'approve',
  'decide',
  'forward',
  'deliver',
  'resume',
  'pay',
  'arbitrate',
];
/** What whoever is at work here can mend first: it stands beside the buttons, not in the fold. */
const MENDABLE = ['papers-missing', 'papers-outstanding', 'agent-authority-needed', 'fee-unanswered', 'fee-unpaid'];
const rank = (name: string) => (FIRST.indexOf(name) + FIRST.length + 1) % (FIRST.length + 1);

export interface ActionsProps {
  readonly matter: Matter;
  readonly tag: string;
  readonly story?: Story;
  readonly step?: string;
  readonly refresh: () => Promise<unknown>;
}

/** What I can do as buttons, each with its form; the rest greyed, each with its reason. */
export function Actions({ matter, tag, story, step, refresh }: ActionsProps) {
  const { lang } = useBench();
  const say = useWords();
  const [open, setOpen] = useState<string>();
  const may = matter.actions.filter(({ allowed }) => allowed).sort((a, b) => rank(a.name) - rank(b.name));
  const mayNot = matter.actions.filter(({ allowed }) => !allowed);
  const nearly = mayNot.find(({ name, reasons }) => FIRST.includes(name) && reasons.every(({ code }) => MENDABLE.includes(code)));
  const nameOf = (seat: string) => story?.seats[seat]?.[lang] ?? seat;
  const chosen = matter.actions.find(({ name }) => name === open);
  return (
    <section className="actions" aria-labelledby="can-do">
      <h2 id="can-do" className={may.length > 0 ? undefined : 'vh'}>
        {say('can-do')}
      </h2>
      {may.length === 0 && <p className="muted">{say('can-nothing')}</p>}
      <div className="buttons">
        {may.map(({ name, label }, i) => (
          <Button
            key={name}
            type={i === 0 && FIRST.includes(name) ? 'primary' : 'default'}
            onClick={() => setOpen(name)}
            data-action={name}
          >
            {label[lang]}
          </Button>
        ))}
      </div>
      {nearly && (
        <div className="notice nearly">
          <b>{say('not-yet', { action: nearly.label[lang] })}</b>
          <Reasons reasons={nearly.reasons} nameOf={nameOf} />
        </div>
      )}
      <details>
        <summary>{say('cannot-do', { n: mayNot.length })}</summary>
        <div className="buttons">
          {mayNot.map(({ name, label, reasons }) => (
            <WhyNot key={name} action={label[lang]} reasons={reasons} nameOf={nameOf} />
          ))}
        </div>
      </details>
      {chosen && (
        <Suspense fallback={null}>
          <ActionForm
            key={chosen.name}
            action={chosen}
            matter={matter}
            tag={tag}
            story={story}
            step={step}
            refresh={refresh}
            close={() => setOpen(undefined)}
          />
        </Suspense>
      )}
    </section>
  );
}
