import type { Basis, Clock } from '../../../../kernel/clock/types.ts';
import type { Lang, Text } from '../../../../kernel/text.ts';
import { CalendarStrip, stripOf } from '../../../../pictures/index.ts';
import { Card, mixed, restsOn, Section, Stops, termHref, WhyDate } from '../../../../portal/index.ts';
import { type Case, grounds, stopsFor } from '../case.ts';
import { dueOf } from '../say.ts';
import { say, text } from './where.tsx';
import { words } from './words.ts';

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
  const stops = stopsFor(c, clock);
  const term = c.moment.law.find(clock.term);
  const zero = zeroOf(kind, clock);
  const basis = basisOf(c, kind, term?.basis);
  const ownLimit = kind === 'legal' && term && (term.amount !== clock.amount || term.unit !== clock.unit);
  const rests = restsOn(clock, c.moment.calendar);
  return (
    <Section title={text(`why-${kind}`, { date: dueOf(clock) })} lang={lang} id={kind}>
      <Card lang={lang}>
        <WhyDate clock={clock} basis={basis} lang={lang} zero={zero} stops={stops} extension={term?.extension} {...rests}>
          <a href={term ? termHref(term) : '/law'}>{say('law-link', lang)}</a>
        </WhyDate>
        {ownLimit && <p className="small muted">{mixed(say('why-own', lang, { basis: c.item.basis.value }), lang)}</p>}
        <CalendarStrip
          strip={stripOf(clock, { today: c.moment.today, grounds: grounds(c), holidays: rests.holidays, zero })}
          lang={lang}
          today={c.moment.today}
        />
        <Stops runs={stops} lang={lang} />
      </Card>
    </Section>
  );
}

function zeroOf(kind: Kind, clock: Clock): Text {
  if (clock.assumedZero) return words['zero-assumed'];
  if (kind === 'acceptance') return words['zero-received'];
  if (kind === 'delivery') return words['zero-decided'];
  if (kind === 'notice') return words['zero-notice'];
  return words[kind === 'arbitration' ? 'zero-dispute' : 'zero-accepted'];
}

/** A promise rests on the item's own guide, not on the statute. */
function basisOf(c: Case, kind: Kind, basis: Basis | undefined): Basis {
  if (kind !== 'promised' && basis) return basis;
  return { law: words['pledge-law'], article: c.item.id, mark: 'V' };
}
