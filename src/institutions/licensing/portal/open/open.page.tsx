import { type Chrome, Page, Section, speaker } from '../../../../portal/index.ts';
import type { Catalogue, Edition } from '../../../catalogue/index.ts';
import { Register } from '../../../catalogue/portal/index.ts';
import { DecisionTable } from './decisions.page.tsx';
import type { NamedDecision } from './lists.ts';
import { words } from './words.ts';

const { say } = speaker(words);
const LINKS = [
  ['/items', 'open-items'],
  ['/licences', 'open-licences'],
  ['/hearings', 'open-hearings'],
  ['/service-notices', 'open-service-notices'],
  ['/changes', 'open-changes'],
  ['/late', 'open-late'],
  ['/today/durations', 'open-durations'],
  ['/law', 'open-law'],
  ['/mandate', 'open-mandate'],
  ['/codes', 'open-codes'],
] as const;

export interface OpenProps {
  readonly newest: readonly NamedDecision[];
  readonly catalogue: Catalogue;
  readonly editions: readonly (Edition & { id: number; items: number })[];
  readonly chrome: Chrome;
}

/** What is published, and where. */
export function OpenPage({ newest, catalogue, editions, chrome }: OpenProps) {
  const { lang } = chrome;
  return (
    <Page {...chrome} title={words['open-title']} current="open">
      <h1>{say('open-title', lang)}</h1>
      <p className="lead">{say('open-say', lang)}</p>
      <Section title={words['open-newest']} lang={lang} id="decisions">
        <p className="muted">{say('open-decisions-say', lang)}</p>
        <DecisionTable rows={newest} lang={lang} />
        <p className="small">
          <a href="/decisions">{say('open-all', lang)}</a>
        </p>
      </Section>
      <Register catalogue={catalogue} editions={editions} lang={lang} />
      <Section title={words['open-links']} lang={lang}>
        <ul className="tiles">
          {LINKS.map(([href, word]) => (
            <li key={href}>
              <a href={href}>{say(word, lang)}</a>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}
