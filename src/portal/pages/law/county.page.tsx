import { isNational, type Parameter, topicOf } from '../../../kernel/clock/index.ts';
import type { Lang, Text } from '../../../kernel/text.ts';
import { Breadcrumb, Section } from '../../components/blocks.tsx';
import { Downloads } from '../../components/downloads.tsx';
import { Table } from '../../components/table.tsx';
import { mixed, SourcedMark, T } from '../../components/text.tsx';
import { formatLimit } from '../../format.ts';
import { Page } from '../../layout.tsx';
import { speaker } from '../../speaker.ts';
import { words as houseWords } from '../words.ts';
import type { LawPageProps } from './statute.page.tsx';
import { Cited, TermSection } from './term.tsx';
import { words } from './words.ts';

const { say } = speaker(words);

type Subject = keyof typeof words;
const wordOf = (topic: string): Subject => (`topic-${topic}` in words ? (`topic-${topic}` as Subject) : 'topic-other');
/** Of the section of a subject. */
const idOf = (word: Subject): string => word.replace('topic-', '');

/** `80%`, `1 working day`, `08:30`. */
export function amountText({ amount, unit }: Parameter, lang: Lang): string {
  switch (unit) {
    case 'percent':
      return `${amount}%`;
    case 'wd':
      return formatLimit(amount, 'wd', lang);
    case 'o-clock':
      return `${String(Math.floor(amount)).padStart(2, '0')}:${String((amount % 1) * 60).padStart(2, '0')}`;
  }
}

/** What the county sets for itself, or knows from practice only: never presented as law. */
export function CountyLawPage({ law, today, chrome }: LawPageProps) {
  const { lang } = chrome;
  const terms = [...law.terms.values()].filter(({ basis }) => !isNational(basis));
  const subjects = [...new Set(terms.map(({ id }) => wordOf(topicOf(id))))];
  const own = (word: Subject) => terms.filter(({ id }) => wordOf(topicOf(id)) === word);
  const entry = (id: string, title: Text, aside: string) => ({ id, title, aside });
  const limits = (n: number) => (n === 1 ? say('count-one', lang) : say('count', lang, { n }));
  const grounds = [...law.grounds.values()].filter(({ basis }) => !isNational(basis));
  const contents = [
    ...subjects.map((word) => entry(idOf(word), words[word], limits(own(word).length))),
    entry('parameters', words.parameters, String(law.parameters.size)),
    entry('grounds', words['promise-grounds'], String(grounds.length)),
  ];
  return (
    <Page {...chrome} title={words['county-title']} current="law">
      <Breadcrumb lang={lang} trail={[{ label: houseWords['law-title'], href: '/law' }, { label: words['county-title'] }]} />
      <h1>{say('county-title', lang)}</h1>
      <p className="lead">{say('county-say', lang)}</p>
      <Downloads path="/api/v1/terms" list={houseWords['law-title']} lang={lang} />
      <Section title={words['county-contents']} lang={lang} id="contents">
        <ul className="tiles">
          {contents.map(({ id, title, aside }) => (
            <li key={id}>
              <a href={`#${id}`}>
                <T text={title} lang={lang} /> <small>{aside}</small>
              </a>
            </li>
          ))}
        </ul>
      </Section>
      {subjects.map((word) => (
        <Section key={word} title={words[word]} lang={lang} id={idOf(word)}>
          {own(word).map((term) => (
            <TermSection key={term.id} term={term} law={law} today={today} lang={lang} />
          ))}
        </Section>
      ))}
      <Section title={words.parameters} lang={lang} id="parameters">
        <p>{say('parameters-say', lang)}</p>
        <Downloads path="/api/v1/parameters" list={words.parameters} lang={lang} />
        <Table
          caption={words.parameters}
          hideCaption
          lang={lang}
          columns={[{ label: words.parameter }, { label: words['parameter-value'] }, { label: words.basis }]}
          rows={[...law.parameters.values()].map((one) => ({
            key: one.id,
            cells: [
              <span key="n" id={one.id}>
                <T text={one.name} lang={lang} />
                {one.note && <small> {mixed(one.note[lang], lang)}</small>}
              </span>,
              <span key="a">
                {mixed(amountText(one, lang), lang)} <SourcedMark of={one} lang={lang} />
              </span>,
              <Cited key="b" basis={one.basis} lang={lang} />,
            ],
          }))}
        />
      </Section>
      <Section title={words['promise-grounds']} lang={lang} id="grounds">
        <p>{say('promise-grounds-say', lang)}</p>
        <Table
          caption={words['promise-grounds']}
          hideCaption
          lang={lang}
          columns={[{ label: words.ground }, { label: words.basis }]}
          rows={grounds.map((ground) => ({
            key: ground.id,
            cells: [
              <span key="n" id={ground.id}>
                <T text={ground.name} lang={lang} />
                <SourcedMark of={ground} lang={lang} />
              </span>,
              <Cited key="b" basis={ground.basis} lang={lang} />,
            ],
          }))}
        />
      </Section>
    </Page>
  );
}
