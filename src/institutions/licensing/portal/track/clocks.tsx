import type { Clock } from '../../../../kernel/clock/types.ts';
import type { Lang } from '../../../../kernel/text.ts';
import { CalendarStrip, stripOf } from '../../../../pictures/index.ts';
import { Card, Section, Stops, WhyDate } from '../../../../portal/index.ts';
import { type Case, grounds } from '../case.ts';
import { dueOf } from '../say.ts';
import { whyOf } from '../why.ts';
import { say, text } from './where.tsx';

type Kind = 'acceptance' | 'promised' | 'legal' | 'delivery' | 'arbitration' | 'notice';

/** The clocks that matter now; of a closed matter those it was held to. */
function shown({ s }: Case): Kind[] {
  if (s.status === 'received') return ['acceptance', 'promised'];
  if (s.status === 'accepted') return ['promised', 'legal', 'arbitration'];
  if (s.status === 'decided') return [s.notice ? 'notice' : 'delivery'];
  return s.decision ? ['promised', 'legal'] : [];
}

/** Why each date: the sentence, and the days one by one. */
export function Clocks({ c, lang }: { c: Case; lang: Lang }) {
  return (
    <>
      {shown(c).flatMap((kind) => {
        const clock = c.s.clocks[kind];
        return clock ? [<Strip key={kind} c={c} kind={kind} clock={clock} lang={lang} />] : [];
      })}
    </>
  );
}

function Strip({ c, kind, clock, lang }: { c: Case; kind: Kind; clock: Clock; lang: Lang }) {
  const { law, ...why } = whyOf(c, clock);
  const { zero, stops, holidays } = why;
  return (
    <Section title={text(`why-${kind}`, { date: dueOf(clock) })} lang={lang} id={kind}>
      <Card lang={lang}>
        <WhyDate {...why} lang={lang}>
          <a href={law}>{say('law-link', lang)}</a>
        </WhyDate>
        <CalendarStrip
          strip={stripOf(clock, { today: c.moment.today, grounds: grounds(c), holidays, zero })}
          lang={lang}
          today={c.moment.today}
        />
        <Stops runs={stops} lang={lang} />
      </Card>
    </Section>
  );
}
