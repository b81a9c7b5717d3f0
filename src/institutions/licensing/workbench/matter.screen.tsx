import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import { Lanes } from '../../../pictures/lanes.tsx';
import { Light } from '../../../pictures/light.tsx';
import { formNear, sayDate } from '../../../pictures/say.ts';
import { TimeBar } from '../../../pictures/time-bar.tsx';
import { mixed } from '../../../pictures/zh.tsx';
import { shellSay, useBench } from '../../../workbench/bench.tsx';
import { FailedScreen, Failure, Loading } from '../../../workbench/components/states.tsx';
import { WhyDate } from '../../../workbench/components/why-date.tsx';
import type { ClockWhy } from '../portal/why.ts';
import { statusWords } from '../words/said.ts';
import { AccountsOf } from './accounts/of-item.tsx';
import { Actions } from './actions.tsx';
import type { Matter } from './answers.ts';
import { clockWord, Days, storyKey } from './date-of.tsx';
import { Aside } from './matter-aside.tsx';
import { StoryLines } from './matter-story.tsx';
import { EyesChoice, eyesOf } from './papers/eyes-choice.tsx';
import { local, Provisional, sayLeft, useWords } from './say.tsx';
import type { Story } from './story.ts';

const OtherEyes = lazy(() => import('./papers/other-eyes.tsx'));

/** One matter: the sentence first, what I can do, then the pictures, the story and the papers. */
export default function MatterScreen() {
  const { number = '' } = useParams();
  const [params] = useSearchParams();
  const eyes = eyesOf(params);
  const { api, lang } = useBench();
  const say = useWords();
  const path = `/matters/${encodeURIComponent(number)}`;
  const looked = useQuery({ queryKey: ['matter', number, 'view', lang], queryFn: () => api.look<Matter>(path) });
  const whole = looked.data?.seen.whole;
  const told = useQuery({
    queryKey: storyKey(number, lang),
    queryFn: () => api.get<Story>(`${path}/story`),
    enabled: whole === true && !eyes,
  });
  if (looked.isPending) return <Loading say={shellSay(lang)} />;
  if (looked.isError) return <FailedScreen error={looked.error} lang={lang} retry={() => void looked.refetch()} />;
  const { seen: matter, tag } = looked.data;
  const story = told.data;
  if (eyes)
    return (
      <article className="matter">
        <div className="trail">
          <Link to="/">← {say('all-matters')}</Link>
          <EyesChoice eyes={eyes} />
        </div>
        <Suspense fallback={<Loading say={shellSay(lang)} />}>
          <OtherEyes
            number={number}
            eyes={eyes}
            head={(seen, as) => <Head matter={seen} story={as} />}
            told={(seen, as) => <Told matter={seen} story={as} citizen={eyes === 'citizen'} />}
          />
        </Suspense>
      </article>
    );
  return (
    <article className="matter">
      <div className="trail">
        <Link to="/">← {say('all-matters')}</Link>
        <EyesChoice eyes={eyes} />
      </div>
      <Head matter={matter} story={story} />
      <Actions matter={matter} tag={tag} story={story} step={params.get('step') ?? undefined} refresh={() => looked.refetch()} />
      {whole && told.isPending && <Loading say={shellSay(lang)} />}
      {told.isError && <Failure error={told.error} lang={lang} retry={() => void told.refetch()} />}
      {!whole && <p className="notice">{say('no-story')}</p>}
      {story && <Told matter={matter} story={story} />}
    </article>
  );
}

/** The matter told: the steps as a picture, the story and the bar, the papers, the days one by one. */
function Told({ matter, story, citizen = false }: { matter: Matter; story: Story; citizen?: boolean }) {
  const { lang } = useBench();
  const say = useWords();
  return (
    <>
      <section className="card">
        <h2>{say('lanes-title')}</h2>
        <Lanes rows={story.lanes} lang={lang} now={story.closed ? undefined : story.now} />
      </section>
      <div className="two">
        <div className="aside">
          <section className="card">
            <h2>{say('story-title')}</h2>
            <StoryLines entries={story.entries} citizen={citizen} />
          </section>
          <section className="card">
            <h2>{say('bar-title')}</h2>
            <TimeBar segments={story.segments} lang={lang} />
            {!citizen && <AccountsOf item={matter.item.id} />}
          </section>
        </div>
        <Aside matter={matter} story={story} citizen={citizen} />
      </div>
      {binding(story).map((one) => (
        <section className="card" key={one.clock.kind}>
          <Days one={one} grounds={story.grounds} />
        </section>
      ))}
    </>
  );
}

/** How long it still runs; of a limit that has ended, whether it was kept. */
function Left({ matter, clock }: { matter: Matter; clock: ClockWhy['clock'] }) {
  const { session } = useBench();
  const say = useWords();
  const ended = endOf(matter, clock.kind);
  const notYet = matter.state === 'received' || matter.state === 'awaiting-correction';
  if (clock.kind === 'acceptance' && matter.state === 'awaiting-correction') return <small>✓ {say('answered-correction')}</small>;
  if (notYet && (clock.kind === 'legal' || clock.kind === 'promised')) return <small>{say('from-acceptance')}</small>;
  if (ended === undefined) return matter.closed ? null : <small>{sayLeft(clock.due, session.today, say)}</small>;
  return ended <= clock.due ? (
    <small className="kept">✓ {say('kept')}</small>
  ) : (
    <small className="late-text">■ {sayLeft(clock.due, ended, say)}</small>
  );
}

/** The day that ended the clock: both limits of the decision end with it, the answer's with acceptance, delivery's with a public notice or when it is closed. */
function endOf(matter: Matter, kind: ClockWhy['clock']['kind']): string | undefined {
  if (kind === 'legal' || kind === 'promised') return matter.decision?.on;
  if (kind === 'acceptance') return matter.acceptedOn;
  const closed = matter.closed && local(matter.closed).date;
  return kind === 'delivery' ? (matter.clocks.find((clock) => clock.kind === 'notice')?.zero ?? closed) : undefined;
}

/** The clock that presses most stands open on the page; the others answer where their date is written. */
const binding = ({ clocks }: Story): readonly ClockWhy[] => {
  const kind = ['notice', 'delivery', 'legal', 'acceptance'].find((one) => clocks.some(({ clock }) => clock.kind === one));
  return clocks.filter(({ clock }) => clock.kind === kind);
};

/** What the head of the matter says of days. */
const datesOf = ({ received, closed, owner }: Matter, story: Story | undefined): readonly LocalDate[] => [
  ...[received, owner.since, ...(closed ? [closed] : [])].map((iso) => local(iso).date),
  ...(story?.clocks ?? []).map(({ clock }) => clock.due),
];

function Head({ matter, story }: { matter: Matter; story?: Story }) {
  const { lang, session } = useBench();
  const say = useWords();
  const { owner, applicant } = matter;
  const form = formNear(datesOf(matter, story), session.today as LocalDate);
  const at = (iso: string) => `${sayDate(local(iso).date, lang, form)} ${local(iso).time}`;
  const status = statusWords[(matter.state === 'closed' ? matter.ending : matter.state) as keyof typeof statusWords];
  return (
    <header className="matter-head">
      <div>
        <p className="muted small">
          {say('head-line', {
            number: matter.number,
            case: [story?.case[lang], say(`channel-${matter.channel}`)].filter(Boolean).join(' · '),
            received: at(matter.received),
          })}
        </p>
        <h1>{mixed(matter.item.name?.[lang] ?? matter.item.id, lang)}</h1>
        <p className="where">
          <Light state={matter.light} lang={lang} text={matter.light === 'closed' && status ? status : undefined} />{' '}
          <b>{applicant.erased ? say('erased') : mixed(applicant.name ?? '', lang)}</b>{' '}
          {matter.closed
            ? say('held-closed', { closed: at(matter.closed) })
            : mixed(
                say(owner.account === 'applicant' ? 'held-applicant' : 'held-by', {
                  holder: owner.name,
                  since: at(owner.since),
                }),
                lang,
              )}
        </p>
      </div>
      {story && story.clocks.length > 0 && (
        <dl className="limits">
          {story.clocks.map((one) => (
            <div key={one.clock.kind}>
              <dt>{say(clockWord(one.clock.kind))}</dt>
              <dd>
                <WhyDate date={sayDate(one.clock.due, lang, form)}>{() => <Days one={one} grounds={story.grounds} />}</WhyDate>
                {one.clock.provisional && <Provisional />}
                <Left matter={matter} clock={one.clock} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </header>
  );
}
