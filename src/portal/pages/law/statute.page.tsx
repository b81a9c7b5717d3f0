import { isNational, type Lawbook, topicOf } from '../../../kernel/clock/index.ts';
import type { LocalDate, Term } from '../../../kernel/clock/types.ts';
import type { Text } from '../../../kernel/text.ts';
import { Breadcrumb, Section } from '../../components/blocks.tsx';
import { T } from '../../components/text.tsx';
import type { Chrome } from '../../door.ts';
import { formatLaw } from '../../format.ts';
import { Page } from '../../layout.tsx';
import { termHref } from '../../links.ts';
import { both, speaker } from '../../speaker.ts';
import { words as houseWords } from '../words.ts';
import { TermSection } from './term.tsx';
import { words } from './words.ts';

const { say } = speaker(words);

export interface LawPageProps {
  readonly law: Lawbook;
  readonly today: LocalDate;
  readonly chrome: Chrome;
}

/** The limits of one file, national law first; nothing where nobody knows the topic. */
export const termsOf = (law: Lawbook, topic: string): { national: readonly Term[]; county: readonly Term[] } => {
  const own = [...law.terms.values()].filter(({ id }) => topicOf(id) === topic);
  return { national: own.filter(({ basis }) => isNational(basis)), county: own.filter(({ basis }) => !isNational(basis)) };
};

/** The statute that a file is of. */
export const statuteOf = ([first]: readonly Term[]): Text => both((lang) => formatLaw(first!.basis.law[lang], lang));

/** One statute, each of its limits in words. */
export function StatutePage({ topic, law, today, chrome }: LawPageProps & { topic: string }) {
  const { lang } = chrome;
  const { national, county } = termsOf(law, topic);
  const title = statuteOf(national);
  return (
    <Page {...chrome} title={title} current="law">
      <Breadcrumb lang={lang} trail={[{ label: houseWords['law-title'], href: '/law' }, { label: title }]} />
      <h1>
        <T text={title} lang={lang} />
      </h1>
      <p className="lead">{say('statute-say', lang)}</p>
      <Section title={words['statute-limits']} lang={lang} id="limits">
        {national.map((term) => (
          <TermSection key={term.id} term={term} law={law} today={today} lang={lang} />
        ))}
      </Section>
      {county.length > 0 && (
        <Section title={words['county-here']} lang={lang} id="county">
          <p>{say('county-card-say', lang)}</p>
          <ul>
            {county.map((term) => (
              <li key={term.id}>
                <a href={termHref(term)}>
                  <T text={term.name} lang={lang} />
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
