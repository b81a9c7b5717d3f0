import type { Calendar, Lawbook } from '../../kernel/clock/index.ts';
import type { Basis, CalendarYear, Term } from '../../kernel/clock/types.ts';
import type { Lang } from '../../kernel/text.ts';
import { words as pictureWords } from '../../pictures/words.ts';
import { Section } from '../components/blocks.tsx';
import { Table } from '../components/table.tsx';
import { mixed, SourcedMark, T } from '../components/text.tsx';
import type { Chrome } from '../door.ts';
import { formatArticle, formatLaw, formatLimit, formatRange, formatShortDate } from '../format.ts';
import { Page } from '../layout.tsx';
import { speaker } from '../speaker.ts';
import { words } from './words.ts';

const { say } = speaker(words);
const MARKS = ['V', 'S', 'L', 'K'] as const;

/** Every limit and every calendar year the clocks are computed from. */
export function LawPage({ law, calendar, chrome }: { law: Lawbook; calendar: Calendar; chrome: Chrome }) {
  const { lang } = chrome;
  return (
    <Page {...chrome} title={words['law-title']} current="law">
      <h1>{say('law-title', lang)}</h1>
      <p className="lead">
        {say('law-say', lang)} <a href="/deadline">{say('law-deadline', lang)}</a>
      </p>
      <p className="muted small">
        {say('law-marks', lang)}: {MARKS.map((mark) => say(`mark-${mark}`, lang)).join(' · ')}
      </p>
      <section id="terms">
        <Table
          caption={words['law-terms']}
          lang={lang}
          columns={[
            { label: words['law-term'] },
            { label: words['law-amount'] },
            { label: words['law-basis'] },
            { label: words['law-mark'] },
          ]}
          rows={[...law.terms.values()].map((term) => ({
            key: term.id,
            cells: [
              <span key="n" id={term.id}>
                <T text={term.name} lang={lang} />
              </span>,
              <Amount key="a" term={term} lang={lang} />,
              <Cited key="b" basis={term.basis} lang={lang} />,
              say(`mark-${term.basis.mark}`, lang),
            ],
          }))}
        />
      </section>
      <Section title={words['law-grounds']} lang={lang} id="grounds">
        <p className="lead">{say('law-grounds-say', lang)}</p>
        <Table
          caption={words['law-grounds']}
          hideCaption
          lang={lang}
          columns={[
            { label: words['law-ground'] },
            { label: words['law-scope'] },
            { label: words['law-basis'] },
            { label: words['law-mark'] },
          ]}
          rows={[...law.grounds.values()].map((ground) => ({
            key: ground.id,
            cells: [
              <T key="n" text={ground.name} lang={lang} />,
              say(`scope-${ground.scope}`, lang),
              <Cited key="b" basis={ground.basis} lang={lang} />,
              say(`mark-${ground.basis.mark}`, lang),
            ],
          }))}
        />
      </Section>
      <Section title={words['law-years']} lang={lang} id="years">
        <p className="muted">{say('law-edition', lang, { edition: calendar.edition })}</p>
        <Table
          caption={words['law-years']}
          hideCaption
          lang={lang}
          columns={[
            { label: words['law-year'] },
            { label: words['law-status'] },
            { label: words['law-off'] },
            { label: words['law-makeup'] },
          ]}
          rows={[...calendar.years].reverse().map((year) => ({ key: String(year.year), cells: yearCells(year, lang) }))}
        />
      </Section>
    </Page>
  );
}

function Amount({ term, lang }: { term: Term; lang: Lang }) {
  const { extension } = term;
  const by = extension?.by === 'county-head' ? 'law-by-county-head' : 'law-by-head';
  return (
    <span>
      {formatLimit(term.amount, term.unit, lang)}
      <SourcedMark of={term} lang={lang} />
      {extension && (
        <>
          <br />
          <small>{say('law-extension', lang, { amount: formatLimit(extension.amount, term.unit, lang), by: words[by] })}</small>
        </>
      )}
      {term.roll === 'next-working-day' && (
        <>
          <br />
          <small>{say('law-roll', lang)}</small>
        </>
      )}
    </span>
  );
}

const Cited = ({ basis, lang }: { basis: Basis; lang: Lang }) => (
  <span>{mixed([formatLaw(basis.law[lang], lang), formatArticle(basis.article, lang)].join(lang === 'zh' ? '' : ', '), lang)}</span>
);

function yearCells({ year, status, document, off, makeup }: CalendarYear, lang: Lang) {
  const comma = pictureWords.list[lang];
  return [
    String(year),
    <span key="s">
      {say(`year-${status}`, lang)}
      <br />
      <small>
        <T text={document} lang={lang} />
      </small>
    </span>,
    <span key="o">
      {off.length > 0 ? off.map((o) => `${o.name[lang]} ${formatRange(o.from, o.to, lang)}`).join(comma) : say('law-none', lang)}
    </span>,
    <span key="m">{makeup.length > 0 ? makeup.map((d) => formatShortDate(d, lang)).join(comma) : say('law-none', lang)}</span>,
  ];
}
