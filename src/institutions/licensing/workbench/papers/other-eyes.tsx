import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Text } from '../../../../kernel/text.ts';
import { mixed } from '../../../../pictures/zh.tsx';
import { shellSay, useBench } from '../../../../workbench/bench.tsx';
import { FailedScreen, Loading } from '../../../../workbench/components/states.tsx';
import { WhyNot } from '../../../../workbench/components/why-not.tsx';
import type { Matter } from '../answers.ts';
import type { Eyes } from '../eyes.ts';
import { useWords } from '../say.tsx';
import type { Story } from '../story.ts';
import { usePaperWords } from './say.tsx';

/** `GET /matters/{n}/eyes/{eyes}` */
interface Seen {
  readonly eyes: Eyes;
  readonly seat?: Text;
  readonly organ?: Text;
  readonly matter: Matter;
  /** Where the reader herself may see it whole. */
  readonly story?: Story;
  /** The sentence of the tracking page, for the citizen. */
  readonly where?: Text;
  readonly proof?: { readonly facts: number; readonly head: string; readonly faults: readonly { readonly seq: number }[] };
}

/** The matter as another would see it, to look only. */
export default function OtherEyes({
  number,
  eyes,
  head,
  told,
}: {
  number: string;
  eyes: Eyes;
  head: (seen: Matter, story?: Story) => ReactNode;
  told: (seen: Matter, story: Story) => ReactNode;
}) {
  const { api, lang } = useBench();
  const say = usePaperWords();
  const common = useWords();
  const asked = useQuery({
    queryKey: ['matter', number, 'eyes', eyes, lang],
    queryFn: () => api.get<Seen>(`/matters/${encodeURIComponent(number)}/eyes/${eyes}`),
  });
  if (asked.isPending) return <Loading say={shellSay(lang)} />;
  if (asked.isError) return <FailedScreen error={asked.error} lang={lang} retry={() => void asked.refetch()} />;
  const seen = asked.data;
  const may = seen.matter.actions.filter(({ allowed }) => allowed);
  // What is never an applicant's is no answer to why he cannot.
  const mayNot = seen.matter.actions.filter(
    ({ allowed, reasons }) => !allowed && (eyes !== 'citizen' || !reasons.some(({ code }) => code === 'no-authority')),
  );
  const who = seen.seat ? say('eyes-seat', { seat: seen.seat, organ: seen.organ ?? '' }) : say('eyes-applicant');
  return (
    <>
      <p className="notice" data-seen={eyes}>
        {mixed(say('eyes-say', { who }), lang)}
      </p>
      {head(seen.matter, seen.story)}
      {seen.where && <p className="card big">{mixed(seen.where[lang], lang)}</p>}
      {seen.proof && (
        <p className={seen.proof.faults.length > 0 ? 'wrong' : 'right'}>
          {seen.proof.faults.length > 0
            ? say('eyes-proof-bad', { n: seen.proof.faults.length, seqs: seen.proof.faults.map(({ seq }) => seq).join(common('comma')) })
            : say('eyes-proof', { n: seen.proof.facts, head: seen.proof.head.slice(0, 16) })}
        </p>
      )}
      <section className="actions" aria-labelledby="could-do">
        <h2 id="could-do">{say('could-do', { n: may.length })}</h2>
        {may.length === 0 ? (
          <p className="muted">{say('could-nothing')}</p>
        ) : (
          <ul className="could">
            {may.map(({ name, label }) => (
              <li key={name}>{label[lang]}</li>
            ))}
          </ul>
        )}
        <details>
          <summary>{say('could-not', { n: mayNot.length })}</summary>
          <div className="buttons">
            {mayNot.map(({ name, label, reasons }) => (
              <WhyNot key={name} action={label[lang]} reasons={reasons.map(({ who: _seats, ...reason }) => reason)} />
            ))}
          </div>
        </details>
      </section>
      {seen.story ? told(seen.matter, seen.story) : <p className="notice">{say('eyes-hidden')}</p>}
    </>
  );
}
