import type { ReactNode } from 'react';
import { type Lawbook, nextDue } from '../../../kernel/clock/index.ts';
import type { Basis, LocalDate, PauseGround, Term } from '../../../kernel/clock/types.ts';
import type { Lang, Text } from '../../../kernel/text.ts';
import { words as pictureWords } from '../../../pictures/words.ts';
import { Terms } from '../../components/table.tsx';
import { mixed, SourcedMark, T } from '../../components/text.tsx';
import { formatArticle, formatFullDate, formatLaw, formatLimit, formatLongDate, formatShortDate } from '../../format.ts';
import { speaker } from '../../speaker.ts';
import { words as houseWords } from '../../words.ts';
import { words } from './words.ts';

const { say } = speaker(words);

export const citedText = (basis: Basis, lang: Lang): string =>
  [formatLaw(basis.law[lang], lang), formatArticle(basis.article, lang)].join(lang === 'zh' ? '' : ', ');

export const Cited = ({ basis, lang }: { basis: Basis; lang: Lang }) => <span>{mixed(citedText(basis, lang), lang)}</span>;

const amountOf = (term: Term, lang: Lang): string => formatLimit(term.amount, term.unit, lang);

/** `within 20 working days`, `every year`. */
export function limitText(term: Term, lang: Lang): string {
  const { recurs, amount, unit, sense = 'at-most' } = term;
  const often = recurs && amount === 1 && (unit === 'month' || unit === 'year') ? say(`every-${unit}`, lang) : undefined;
  // The day of the year is the same in whichever: `01-31`.
  if (often && /^\d\d-\d\d$/.test(recurs!.due))
    return say('often-by', lang, { often, date: formatShortDate(`2000-${recurs!.due}` as LocalDate, lang) });
  return often ?? say(recurs ? 'every' : sense, lang, { amount: amountOf(term, lang) });
}

export interface Explained {
  readonly term: Term;
  readonly law: Lawbook;
  readonly today: LocalDate;
  readonly lang: Lang;
}

type Line = readonly [word: keyof typeof words, text: string];

/** Everything that its file says of a limit, a line each, without its first; also for who takes the list away. */
export function linesOf(explained: Explained): readonly Line[] {
  const { term, lang } = explained;
  return [
    ...(term.recurs?.due === 'period-end' ? [] : [['l-start', startText(term, lang)] as const]),
    ['l-whose', say(term.whose, lang)],
    ...tail(explained),
    ['l-basis', citedText(term.basis, lang)],
    ...(term.basis.law.since ? [['l-since', formatLongDate(term.basis.law.since, lang)] as const] : []),
    ['l-mark', markText(term, lang)],
    ['l-id', idText(term, lang)],
  ];
}

export const markText = ({ basis: { mark }, confidence }: Pick<Term, 'basis' | 'confidence'>, lang: Lang): string =>
  say(mark === 'K' && confidence === 'illustrative' ? 'mark-own' : `mark-${mark}`, lang);

/** One limit in words. */
export function TermSection(explained: Explained) {
  const { term, lang } = explained;
  const lines: [keyof typeof words, ReactNode][] = [
    ['l-limit', <Sure key="v" term={term} lang={lang} />],
    ...linesOf(explained).map(([word, text]): [keyof typeof words, ReactNode] => [
      word,
      word === 'l-basis' ? (
        <Cited key="b" basis={term.basis} lang={lang} />
      ) : word === 'l-id' ? (
        <code key="i">{text}</code>
      ) : (
        mixed(text, lang)
      ),
    ]),
  ];
  return (
    <section id={term.id}>
      <h3>
        <T text={term.name} lang={lang} />
      </h3>
      <Terms lang={lang} items={lines.map(([word, value]) => ({ label: words[word], value }))} />
    </section>
  );
}

const Sure = ({ term, lang }: { term: Term; lang: Lang }) => (
  <>
    {limitText(term, lang)}
    <SourcedMark of={term} lang={lang} />
  </>
);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const idText = ({ id, formerly }: Term, lang: Lang): string => (formerly ? say('formerly', lang, { id, old: formerly.join(', ') }) : id);

function startText(term: Term, lang: Lang): string {
  const start = term.start[lang];
  if (term.recurs) return say('start-plain', lang, { start: capital(start) });
  if (term.unit === 'hour') return say('start-hour', lang, { start });
  return say(term.sense === 'ahead' ? 'start-ahead' : 'start-day', lang, { start: capital(start) });
}

/** What only some limits have. A duty that comes back, a lead and an effect know no extension and no pause. */
function tail({ term, law, today, lang }: Explained): [keyof typeof words, string][] {
  const { recurs, sense, silence, note, unit } = term;
  const lines: [keyof typeof words, string][] = [];
  if (recurs) lines.push(['l-next', recursText(term, today, lang)]);
  if (!recurs && sense === undefined) {
    if (unit !== 'hour') lines.push(['l-roll', rollText(term, lang)]);
    lines.push(['l-extend', extendText(term, lang)], ['l-pauses', pausesText(term, law, lang)]);
  }
  if (silence) lines.push(['l-silence', silence[lang]]);
  if (note) lines.push(['l-note', note[lang]]);
  return lines;
}

function recursText(term: Term, today: LocalDate, lang: Lang): string {
  const due = term.recurs!.due;
  if (due === 'last-time') return say('due-last-time', lang);
  const next = nextDue(term, today);
  const how = due === 'period-end' ? say('due-period-end', lang) : say('due-day', lang, { date: formatShortDate(next, lang) });
  return `${formatFullDate(next, lang)}${pictureWords.comma[lang]}${how}`;
}

function rollText(term: Term, lang: Lang): string {
  if (term.unit === 'wd') return say('roll-moot', lang);
  if (term.roll === 'none') return say('roll-none', lang);
  return term.rollBasis ? say('roll-next-basis', lang, { basis: citedText(term.rollBasis, lang) }) : say('roll-next', lang);
}

function extendText({ extension, unit }: Term, lang: Lang): string {
  if (!extension) return say('extend-none', lang);
  const { amount, by, told, times = 1, basis } = extension;
  const often = times === 1 ? say('once', lang) : say('times', lang, { n: times });
  const said = say('extend', lang, { times: often, amount: formatLimit(amount, unit, lang), by: houseWords[`by-${by}`] });
  return [said, told?.[lang], citedText(basis, lang)].filter(Boolean).join(lang === 'zh' ? pictureWords.comma.zh : '; ');
}

function pausesText({ pausable = [] }: Term, law: Lawbook, lang: Lang): string {
  if (pausable.length === 0) return say('pauses-none', lang);
  const grounds = pausable.map((id) => law.grounds.get(id)!);
  const named = (name: Text, cap: PauseGround['cap']): string =>
    cap
      ? say(cap.each ? 'pause-cap-each' : 'pause-cap', lang, { ground: name, amount: formatLimit(cap.amount, cap.unit, lang) })
      : name[lang];
  const list = grounds.map(({ name, cap }) => named(name, cap)).join(pictureWords.list[lang]);
  return say('pauses-say', lang, { list, basis: citedText(grounds[0]!.basis, lang) });
}
