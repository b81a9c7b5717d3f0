import { Link } from 'react-router';
import { say as sayOfPictures } from '../../../pictures/say.ts';
import { mixed } from '../../../pictures/zh.tsx';
import { useBench } from '../../../workbench/bench.tsx';
import { opinionWords } from '../words/said.ts';
import type { Matter, StepView } from './answers.ts';
import { Papers } from './paper-list.tsx';
import { usePaperWords } from './papers/say.tsx';
import { WithdrawnBefore } from './refiled.tsx';
import { sayShort, useWords } from './say.tsx';
import type { Story } from './story.ts';
import { UrgingsLine } from './urgings-line.tsx';
import { VisitsLine } from './visits-line.tsx';
import { type Word, words } from './words.ts';

/** Beside the story: opinions, papers, who applies for what. */
export function Aside({ matter, story, citizen }: { matter: Matter; story: Story; citizen: boolean }) {
  const { lang } = useBench();
  const say = useWords();
  const sayPaper = usePaperWords();
  const { applicant, form = {} } = matter;
  const rows: readonly (readonly [string, string | undefined])[] = [
    [say('id-number'), applicant.idNumber],
    [say('phone'), applicant.phone],
    [say('agent'), applicant.agent?.name],
  ];
  return (
    <div className="aside">
      {matter.steps.length > 0 && !citizen && (
        <section className="card">
          <h2>{say('opinions-title')}</h2>
          <ul className="opinions">
            {matter.steps.map((step) => (
              <Opinion key={step.id} step={step} stopped={matter.pause?.statutory ?? false} />
            ))}
          </ul>
        </section>
      )}
      <section className="card">
        <h2>{say('papers-title')}</h2>
        <Papers number={matter.number} papers={story.papers} />
        <p className="paper-links">
          <Link to={`/matters/${encodeURIComponent(matter.number)}/papers`}>{sayPaper('side-by-side')}</Link>
          {story.paper && (
            <Link to={`/matters/${encodeURIComponent(matter.number)}/decision`} data-paper={story.paper}>
              {sayPaper(`decision-${story.paper}`)}
            </Link>
          )}
        </p>
      </section>
      {!citizen && <UrgingsLine number={matter.number} />}
      {!citizen && <VisitsLine number={matter.number} />}
      <section className="card">
        <h2>{say('applicant-title')}</h2>
        {!citizen && <WithdrawnBefore story={story} />}
        <p>
          <b>{applicant.erased ? say('erased') : mixed(applicant.name ?? '', lang)}</b>
        </p>
        <dl className="pairs">
          {rows.map(([name, value]) =>
            value ? (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{mixed(value, lang)}</dd>
              </div>
            ) : null,
          )}
        </dl>
        {Object.values(form).some(Boolean) && (
          <>
            <h3>{say('form-title')}</h3>
            <dl className="pairs">
              {Object.entries(form).map(([name, value]) => (
                <div key={name}>
                  <dt>{`form-${name}` in words ? say(`form-${name}` as Word) : name}</dt>
                  <dd>{mixed(value, lang)}</dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </section>
    </div>
  );
}

/** A step that a lawful pause has stopped has no day of its own meanwhile. */
function Opinion({ step, stopped }: { step: StepView; stopped: boolean }) {
  const { lang, session } = useBench();
  const say = useWords();
  const last = step.opinions?.at(-1);
  return (
    <li>
      <b>{mixed(step.name?.[lang] ?? step.organ, lang)}</b> <small>{say(step.id === 'lead' ? 'lead' : 'assist')}</small>
      {step.stage !== 'done' && (
        <small>
          {' · '}
          {stopped
            ? sayOfPictures('paused', lang)
            : say(step.provisional ? 'step-due-provisional' : 'step-due', { date: sayShort(step.due, lang, session.today) })}
        </small>
      )}
      <br />
      <span className={`verdict ${step.opinion ?? 'none'}`}>
        {step.opinion ? `${step.opinion === 'disagree' ? '✕' : '✓'} ${opinionWords[step.opinion][lang]}` : say('no-opinion-yet')}
      </span>
      {last && <p className="said">{mixed(last.text, lang)}</p>}
    </li>
  );
}
