import { useQuery } from '@tanstack/react-query';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import { CalendarStrip } from '../../../pictures/calendar-strip.tsx';
import { stripOf } from '../../../pictures/calendar-strip-days.ts';
import { Stops } from '../../../portal/components/stops.tsx';
import { WhyDate as Sentences } from '../../../portal/components/why-date.tsx';
import { shellSay, useBench } from '../../../workbench/bench.tsx';
import { Failure, Loading } from '../../../workbench/components/states.tsx';
import type { ClockWhy } from '../portal/why.ts';
import { provisionalStep } from '../rules/open-dates.ts';
import type { Running } from '../rules/state.ts';
import { useWords } from './say.tsx';
import type { Story } from './story.ts';

export const storyKey = (number: string, lang: string) => ['matter', number, 'story', lang] as const;

/** The clocks of a matter that end on a day: usually one, sometimes two. */
export const clocksOn = (clocks: readonly ClockWhy[], due: string): readonly ClockWhy[] => {
  const found = clocks.filter(({ clock }) => clock.due === due);
  return found.length > 0 ? found : clocks.filter(({ clock }) => clock.kind === 'legal' || clock.kind === 'acceptance').slice(0, 1);
};

/** Why this date, asked of the matter when somebody wants to know. */
export function DateOf({ matter, due, step }: { matter: string; due: string; step: string }) {
  const { api, lang } = useBench();
  const say = useWords();
  const asked = useQuery({
    queryKey: storyKey(matter, lang),
    queryFn: () => api.get<Story>(`/matters/${encodeURIComponent(matter)}/story`),
  });
  if (asked.isPending) return <Loading say={shellSay(lang)} />;
  if (asked.isError) return <Failure error={asked.error} lang={lang} />;
  const { clocks, grounds } = asked.data;
  const exact = clocks.some(({ clock }) => clock.due === due);
  return (
    <>
      {!exact && step !== 'main' && <p>{say('step-limit')}</p>}
      {step !== 'main' && provisionalStep(byKind(clocks), due as LocalDate) && <p>{say('step-provisional')}</p>}
      {clocksOn(clocks, due).map((one) => (
        <Days key={one.clock.kind} one={one} grounds={grounds} />
      ))}
    </>
  );
}

const byKind = (clocks: readonly ClockWhy[]) => Object.fromEntries(clocks.map(({ clock }) => [clock.kind, clock as Running]));

/** The sentence, and the days one by one. */
export function Days({ one, grounds }: { one: ClockWhy; grounds: Story['grounds'] }) {
  const { lang, session } = useBench();
  const say = useWords();
  const { law, ...why } = one;
  const { clock, zero, stops, holidays } = why;
  const today = session.today as typeof clock.due;
  return (
    <section className="days">
      <h2>{say('days-of', { what: say(clockWord(clock.kind)) })}</h2>
      <Sentences {...why} lang={lang}>
        <a href={law}>{say('law-link')}</a>
      </Sentences>
      <CalendarStrip strip={stripOf(clock, { today, grounds, holidays, zero })} lang={lang} today={today} />
      <Stops runs={stops} lang={lang} />
    </section>
  );
}

export const clockWord = (kind: ClockWhy['clock']['kind']) => (kind === 'step' ? ('clock-legal' as const) : (`clock-${kind}` as const));
