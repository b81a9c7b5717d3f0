import type { Term } from '../../../kernel/clock/types.ts';
import type { Text } from '../../../kernel/text.ts';
import { FlowPicture } from '../../../pictures/index.ts';
import { Breadcrumb, ButtonLink, Card, type Chrome, Grid, List, Page, Section, Show, T } from '../../../portal/index.ts';
import type { Bundle, Catalogue, Change, Item } from '../index.ts';
import { BeforeAfter } from './before-after.tsx';
import { BasisSection, FeeSection, WhereSection } from './guide-facts.tsx';
import { MaterialsSection } from './guide-materials.tsx';
import { LimitPair, LimitText, round, say, type Took, text } from './parts.tsx';
import { words } from './words.ts';

export interface GuideProps {
  readonly item: Item;
  readonly catalogue: Catalogue;
  /** Why it cannot be applied for online today; empty: it can. */
  readonly closed: readonly Text[];
  /** Not closed, but only at the window. */
  readonly counterOnly: boolean;
  readonly leader?: { readonly seat: Text; readonly names: readonly Text[] };
  readonly real?: Took;
  /** Each change of the procedure, the newest first. */
  readonly changes: readonly Change[];
  /** How long each version took, where anything was decided under it. */
  readonly took: ReadonlyMap<number, Took>;
  readonly bundles: readonly Bundle[];
  readonly grounds: Readonly<Record<string, Text>>;
  /** How long before a licence ends its renewal is to be asked for. */
  readonly renewal?: Term;
  readonly chrome: Chrome;
}

/** One item, whole: the seven elements, the five questions, and how long it really takes. */
export function GuidePage(props: GuideProps) {
  const { item, catalogue, closed, counterOnly, bundles, chrome } = props;
  const { lang } = chrome;
  const organ = catalogue.department(item.lead)?.name ?? { zh: item.lead, en: item.lead };
  return (
    <Page {...chrome} title={item.name} current="services">
      <Breadcrumb
        lang={lang}
        trail={[
          { label: words['items-title'], href: '/items' },
          { label: organ, href: `/items?department=${encodeURIComponent(item.lead)}` },
          { label: item.name },
        ]}
      />
      <h1>
        <T text={item.name} lang={lang} />
      </h1>
      {item.plain && (
        <p className="lead">
          <T text={item.plain} lang={lang} />
        </p>
      )}
      {closed.length > 0 && (
        <div className="notice" role="note">
          <h2>{say('guide-not', lang)}</h2>
          {closed.map((why) => (
            <p key={why.zh}>
              <T text={why} lang={lang} />
            </p>
          ))}
          {item.status !== 'in-use' && item.cases.value.some(({ id }) => id === 'cancel') && (
            <p>
              <a href={`/apply/${encodeURIComponent(item.id)}?case=cancel`}>{say('guide-give-up', lang)}</a>
            </p>
          )}
        </div>
      )}
      {closed.length === 0 && counterOnly && (
        <div className="notice" role="note">
          <h2>{say('guide-window', lang)}</h2>
          <p>
            <Show of={item.place} lang={lang} />
          </p>
        </div>
      )}
      {closed.length === 0 && !counterOnly && (
        <p className="buttons">
          <ButtonLink lang={lang} text={words['guide-apply']} href={`/apply/${encodeURIComponent(item.id)}`} />
        </p>
      )}
      {bundles.length > 0 && (
        <p>
          {say('guide-bundle', lang)}
          {bundles.map((bundle) => (
            <a key={bundle.id} href={`/bundles/${bundle.id}`} className="apart">
              <T text={bundle.name} lang={lang} />
            </a>
          ))}
        </p>
      )}
      <Questions {...props} organ={organ} />
      <Section title={words['guide-flow']} lang={lang} id="flow">
        <Card lang={lang}>
          <Flow item={item} organ={organ} catalogue={catalogue} lang={lang} />
        </Card>
      </Section>
      <Limits {...props} />
      <BeforeAfter {...props} lang={lang} />
      <Section title={words['guide-conditions']} lang={lang} id="conditions">
        <Card lang={lang}>
          <ul className="plain-list">
            {item.conditions.value.map((condition) => (
              <li key={condition.zh}>
                <Show of={{ value: condition, confidence: item.conditions.confidence }} lang={lang} />
              </li>
            ))}
          </ul>
        </Card>
      </Section>
      <MaterialsSection item={item} mayApply={closed.length === 0 && !counterOnly} renewal={props.renewal} lang={lang} />
      <FeeSection item={item} catalogue={catalogue} lang={lang} />
      <WhereSection {...props} organ={organ} lang={lang} />
      <BasisSection {...props} lang={lang} />
    </Page>
  );
}

/** The five questions a reader asks (S3-21), answered first. */
function Questions({ item, closed, counterOnly, catalogue, organ, chrome: { lang } }: GuideProps & { organ: Text }) {
  const audience = item.audiences.length > 1 ? 'who-both' : item.audiences[0] === 'person' ? 'who-person' : 'who-firm';
  const assists = item.assists.value.map((a) => catalogue.department(a.organ)?.name[lang] ?? a.organ).join(words.comma[lang]);
  const who = item.assists.value.length > 0 ? say('a-who-assists', lang, { lead: organ, assists }) : say('a-who', lang, { lead: organ });
  const visits = item.visits.value;
  const answers = [
    ['q-can', closed.length > 0 ? say('a-can-not', lang) : say('a-can', lang, { who: words[audience] })],
    ['q-how', say(counterOnly ? 'a-how-window' : 'a-how-online', lang, { visits })],
    ['q-who', item.forwardedTo ? say('a-who-above', lang, { superior: item.forwardedTo }) : who],
    ['q-far', say('a-far', lang)],
    ['q-result', item.pledge ? say('a-result', lang, { result: item.pledge.result }) : say('not-live', lang)],
  ] as const;
  return (
    <Section title={words['guide-questions']} lang={lang} id="questions">
      <Card lang={lang}>
        <List
          items={answers.map(([question, answer]) => ({
            key: question,
            title: <b>{say(question, lang)}</b>,
            note: <T text={{ zh: answer, en: answer }} lang={lang} />,
          }))}
        />
      </Card>
    </Section>
  );
}

function Limits({ item, real, chrome: { lang } }: GuideProps) {
  return (
    <Section title={words['guide-limits']} lang={lang} id="limits">
      <Grid columns={2}>
        <Card lang={lang}>
          <p className="limits">
            <LimitPair item={item} lang={lang} />
          </p>
          <p className="muted">
            {item.extension.value.amount > 0 ? (
              <>
                {say('guide-extension', lang)} <LimitText of={item.extension} lang={lang} />
              </>
            ) : (
              say('guide-extension-none', lang)
            )}
          </p>
        </Card>
        <Card lang={lang} title={words['guide-real']}>
          <p>
            {real
              ? say('guide-real-say', lang, { n: real.n, median: round(real.median), p90: round(real.p90) })
              : say('guide-real-none', lang)}
          </p>
        </Card>
      </Grid>
    </Section>
  );
}

function Flow({ item, organ, catalogue, lang }: { item: Item; organ: Text; catalogue: Catalogue; lang: 'zh' | 'en' }) {
  return (
    <FlowPicture
      lang={lang}
      accept={{ who: words.window, duty: words['window-accept'] }}
      lead={{ who: organ }}
      assists={item.assists.value.map((a) => ({
        who: catalogue.department(a.organ)?.name ?? text('department'),
        duty: a.duty,
        limit: { value: a.limit, confidence: item.assists.confidence },
      }))}
      decide={{ who: item.forwardedTo ?? words.decider }}
      deliver={{ who: words.window, duty: words['window-deliver'] }}
      legal={item.legal}
      promised={item.promised}
    />
  );
}
