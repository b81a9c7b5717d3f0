import { type Calendar, isNational, type Lawbook, topicOf } from '../../kernel/clock/index.ts';
import type { Term } from '../../kernel/clock/types.ts';
import type { Lang, Text } from '../../kernel/text.ts';
import { List, Section } from '../components/blocks.tsx';
import { Downloads } from '../components/downloads.tsx';
import { Table } from '../components/table.tsx';
import { mixed, T } from '../components/text.tsx';
import type { Chrome } from '../door.ts';
import { formatArticle, formatLaw, formatLimit } from '../format.ts';
import { Page } from '../layout.tsx';
import { termHref } from '../links.ts';
import { speaker } from '../speaker.ts';
import { statuteOf } from './law/statute.page.tsx';
import { citedText, limitText } from './law/term.tsx';
import { words as lawWords } from './law/words.ts';
import { Years } from './law/years.tsx';
import { words } from './words.ts';

const { say } = speaker(words);
const { say: lawSay, text: lawText } = speaker(lawWords);

/** As a citizen meets them; a statute that is not named comes last. */
const ORDER =
  `licensing disclosure petition market-complaint penalty coercion reconsideration litigation decision business sme-payment proposals
  inspection-of-government accident personnel`.split(/\s+/);

/** National law, statute by statute, each limit with a line, and the calendar years; what the county sets stands apart. */
export function LawPage({ law, calendar, chrome }: { law: Lawbook; calendar: Calendar; chrome: Chrome }) {
  const { lang } = chrome;
  const national = [...law.terms.values()].filter(({ basis }) => isNational(basis));
  const place = (topic: string) => (ORDER.includes(topic) ? ORDER.indexOf(topic) : ORDER.length);
  const statutes = [...new Set(national.map(({ id }) => topicOf(id)))].sort((a, b) => place(a) - place(b));
  const own = (topic: string) => national.filter(({ id }) => topicOf(id) === topic);
  return (
    <Page {...chrome} title={words['law-title']} current="law">
      <h1>{say('law-title', lang)}</h1>
      <p className="lead">
        {lawSay('say', lang)} <a href="/deadline">{say('law-deadline', lang)}</a>
      </p>
      <p className="muted small">
        {lawSay('marks', lang)}: {(['mark-V', 'mark-S'] as const).map((mark) => lawSay(mark, lang)).join(' · ')}
      </p>
      <Downloads path="/api/v1/terms" list={words['law-title']} lang={lang} />
      <Section title={lawWords.contents} lang={lang} id="contents">
        <List
          items={statutes.map((topic) => ({
            key: topic,
            title: <T text={statuteOf(own(topic))} lang={lang} />,
            href: `#${topic}`,
            aside: own(topic).length === 1 ? lawSay('count-one', lang) : lawSay('count', lang, { n: own(topic).length }),
          }))}
        />
      </Section>
      <Section title={lawWords['county-card']} lang={lang} id="county">
        <p>{lawSay('county-card-say', lang)}</p>
        <p>
          <a href="/law/county">{lawSay('county-open', lang)}</a>
        </p>
      </Section>
      {statutes.map((topic) => (
        <Statute key={topic} topic={topic} terms={own(topic)} lang={lang} />
      ))}
      <Section title={words['law-years']} lang={lang} id="years">
        <p className="muted">{say('law-edition', lang, { edition: calendar.edition })}</p>
        <Years years={calendar.years} lang={lang} />
      </Section>
    </Page>
  );
}

/** The article alone, where it is of the law that stands above. */
const citedIn = (title: Text, { basis }: Term, lang: Lang): string =>
  formatLaw(basis.law.zh, 'zh') === title.zh ? formatArticle(basis.article, lang) : citedText(basis, lang);

/** The first line of each limit; its name leads to all of them. */
function Statute({ topic, terms, lang }: { topic: string; terms: readonly Term[]; lang: Lang }) {
  const title = statuteOf(terms);
  const more = (term: Term) =>
    term.extension && ` · ${lawSay('more', lang, { amount: formatLimit(term.extension.amount, term.unit, lang) })}`;
  return (
    <section id={topic}>
      <h2>
        <a href={`/law/${topic}`}>
          <T text={title} lang={lang} />
        </a>
      </h2>
      <Table
        caption={lawText('limits', { law: title })}
        hideCaption
        lang={lang}
        columns={[{ label: lawWords.term }, { label: lawWords.amount }, { label: lawWords.basis }]}
        rows={terms.map((term) => ({
          key: term.id,
          cells: [
            <a key="n" id={term.id} href={termHref(term)}>
              <T text={term.name} lang={lang} />
            </a>,
            <span key="a">
              {limitText(term, lang)}
              {more(term)}
            </span>,
            <span key="b">{mixed(`${citedIn(title, term, lang)} · ${term.basis.mark}`, lang)}</span>,
          ],
        }))}
      />
    </section>
  );
}
