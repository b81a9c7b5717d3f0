import type { Calendar } from '../kernel/clock/calendar.ts';
import type { Basis, Clock, LocalDate, Pause, PauseGround } from '../kernel/clock/types.ts';
import type { Lang, Text } from '../kernel/text.ts';
import { sayBasis } from '../pictures/basis.ts';
import { nextDay } from '../pictures/days.ts';
import { stopDocument, stopText } from '../pictures/say.ts';
import { formatArticle, formatDay, formatLaw, formatRange } from './format.ts';
import { editionHref } from './links.ts';
import { say } from './say.ts';

/** A run of days on which something stood still: whether a clock stood still with it, why, and where that is written. */
export interface StoppedRun {
  readonly from: LocalDate;
  /** The last of them; absent while it is open, then `expected` is when it is to go on. */
  readonly to?: LocalDate;
  readonly expected?: LocalDate;
  /** The day on which it is looked at, where that end is past. */
  readonly asOf?: LocalDate;
  /** A pause by law, one by the county's own rule, and one that stops the promise only (P1); a stop of work that moves a clock, and one that does not (P17). */
  readonly is: 'pause' | 'pause-own' | 'pause-counted' | 'stop' | 'stop-counted';
  /** The ground, or the document of a stop of work; absent where the law does not know the ground. */
  readonly what?: Text;
  readonly basis?: Basis;
  readonly href?: string;
}

/** The pauses of a clock. A pause that ended on the day it began stopped nothing. */
export const pausesOf = (
  pauses: readonly Pause[],
  grounds: ReadonlyMap<string, PauseGround>,
  hrefOf: (ground: PauseGround) => string | undefined = () => undefined,
): readonly StoppedRun[] =>
  pauses.flatMap(({ ground: id, from, to, expected, asOf }): StoppedRun[] => {
    if (to !== undefined && to <= from) return [];
    const ground = grounds.get(id);
    return [
      {
        from,
        ...(to ? { to: nextDay(to, -1) } : { ...(expected && { expected }), ...(asOf && { asOf }) }),
        is: ground?.scope === 'promise-only' ? 'pause-own' : 'pause',
        ...(ground && { what: ground.name, basis: ground.basis, href: hrefOf(ground) }),
      },
    ];
  });

interface Beside {
  readonly grounds: ReadonlyMap<string, PauseGround>;
  readonly calendar: Calendar;
  /** The promise of the same decision: what stops it alone is told of the law's clock too. */
  readonly promised?: Clock;
  readonly hrefOf: (ground: PauseGround) => string | undefined;
}

/** Every run that stopped a clock, and those that might be thought to have. */
export function stopsOf(clock: Clock, { grounds, calendar, promised, hrefOf }: Beside): readonly StoppedRun[] {
  const moved = clock.derivation.skipped.flatMap(([from, to, why]): StoppedRun[] => {
    const what = stopDocument(why);
    return what ? [{ from, to, is: 'stop', what, href: editionHref(clock.derivation.edition) }] : [];
  });
  const still = clock.kind === 'promised' || clock.kind === 'citizen' ? [] : stopsCounted(clock, calendar);
  const beside =
    clock.kind === 'legal' && promised ? pausesOf(promised.pauses, grounds, hrefOf).filter(({ is }) => is === 'pause-own') : [];
  return [
    ...pausesOf(clock.pauses, grounds, hrefOf),
    ...moved,
    ...still.map((run): StoppedRun => ({ ...run, is: 'stop-counted', href: editionHref(calendar.stopWork!.edition) })),
    ...beside.filter(({ from }) => from <= clock.due).map((run): StoppedRun => ({ ...run, is: 'pause-counted' })),
  ].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** The days from day 1 to the due date that would have been worked, had the county not stopped work: they count for an organ (P17). */
function stopsCounted({ zero, due }: Clock, calendar: Calendar): { from: LocalDate; to: LocalDate; what: Text }[] {
  const runs: { from: LocalDate; to: LocalDate; what: Text }[] = [];
  for (let date = nextDay(zero); calendar.stopWork && date <= due; date = nextDay(date)) {
    const rest = calendar.stopWork.whyRest(date);
    if (typeof rest !== 'object' || !rest.stop || !calendar.isWorking(date)) continue;
    const last = runs.at(-1);
    if (last && nextDay(last.to) === date && last.what.zh === rest.stop.zh) last.to = date;
    else runs.push({ from: date, to: date, what: rest.stop });
  }
  return runs;
}

/** One run in a sentence of the paragraph; the days are told with the year where it is another than that of the day one begins from. */
export function stopSaid(run: StoppedRun, lang: Lang, since: LocalDate, due?: LocalDate): string {
  const { from, to, expected, asOf, is, what, basis } = run;
  const params = {
    ground: what?.[lang] ?? say('why-ground-other', lang),
    document: what?.[lang] ?? '',
    basis: basis ? say('why-basis', lang, cited(basis, lang)) : '',
    rule: sayBasis('P17', lang),
    paused: say(is === 'pause' ? 'why-paused-law' : 'why-paused-own', lang),
    from: formatDay(from, lang, since),
    range: to ? formatRange(from, to, lang, since) : say('why-since', lang, { from: formatDay(from, lang, since) }),
  };
  if (is === 'stop-counted' || is === 'pause-counted') return say(`why-${is}`, lang, params);
  if (is === 'stop') return say('why-stop-moves', lang, params);
  if (to) return say('why-pause', lang, params);
  if (expected && asOf && due)
    return say('why-pause-over', lang, {
      ...params,
      expected: formatDay(expected, lang, from),
      today: formatDay(asOf, lang, from),
      due: formatDay(due, lang, from),
    });
  return expected
    ? say('why-pause-expected', lang, { ...params, expected: formatDay(expected, lang, from) })
    : say('why-pause-open', lang, params);
}

/** The same at the strip: the days and whether they count; and what that rests on. */
export function stopLine({ from, to, is, what, basis }: StoppedRun, lang: Lang): { readonly said: string; readonly basis?: string } {
  const stopped = is === 'stop' || is === 'stop-counted';
  const said = say(is.endsWith('-counted') ? 'stops-counted' : 'stops-out', lang, {
    range: to ? formatRange(from, to, lang, from) : say('why-since', lang, { from: formatDay(from, lang, from) }),
    what: stopped && what ? stopText(what)[lang] : (what?.[lang] ?? say('why-ground-other', lang)),
  });
  const rests = stopped ? sayBasis('P17', lang) : basis && citedText(basis, lang);
  return { said, ...(rests && { basis: say('stops-basis', lang, { basis: rests }) }) };
}

export const cited = (basis: Basis, lang: Lang) => ({ law: formatLaw(basis.law[lang], lang), article: formatArticle(basis.article, lang) });
const citedText = (basis: Basis, lang: Lang): string => Object.values(cited(basis, lang)).join(lang === 'zh' ? '' : ', ');
