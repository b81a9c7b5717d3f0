import type { Lang } from '../../../kernel/text.ts';
import { formatLongDate, Grid, mixed, Section, Stat, T, Table } from '../../../portal/index.ts';
import type { Catalogue, Edition } from '../index.ts';
import { say } from './parts.tsx';
import { words } from './words.ts';

/** A list of a thousand items that are not live yet would outgrow the page; each guide says its own faults. */
const FAULTS_SHOWN = 60;
/** Editions that are read for the page. */
export const EDITIONS_SHOWN = 20;

/** What a difference is about, with its page where it has one. */
function Named({ id, catalogue }: { id: string; catalogue: Catalogue }) {
  const page = catalogue.bundle(id) ? 'bundles' : catalogue.item(id) ? 'items' : undefined;
  return page ? <a href={`/${page}/${encodeURIComponent(id)}`}>{id}</a> : id;
}

/** The entry register and the editions of the catalogue, for the page of what is published (P10). */
export function Register({
  catalogue,
  editions,
  lang,
}: {
  catalogue: Catalogue;
  editions: readonly (Edition & { id: number; items: number })[];
  lang: Lang;
}) {
  const check = catalogue.check();
  const differing = [...check.faults, ...check.explained];
  return (
    <>
      <Section title={words['entry-title']} lang={lang} id="register">
        <Grid columns={4}>
          <Stat lang={lang} value={<a href="/items#departments">{check.departments}</a>} label={words['entry-departments']} />
          <Stat lang={lang} value={<a href="/items?all=1">{check.items}</a>} label={words['entry-items']} />
          <Stat lang={lang} value={check.core} label={words['entry-core']} />
          <Stat lang={lang} value={check.charges_and_convenience} label={words['entry-charges']} />
        </Grid>
        {differing.length === 0 ? (
          <p className="muted">{say('entry-no-faults', lang)}</p>
        ) : (
          <details>
            <summary className="plain">
              {say('entry-faults', lang)} ({differing.length})
            </summary>
            <ul className="plain-list">
              {differing.slice(0, FAULTS_SHOWN).map((fault) => (
                <li key={`${fault.item}${fault.code}${fault.text.en}`}>
                  <Named id={fault.item} catalogue={catalogue} /> <T text={fault.text} lang={lang} />
                </li>
              ))}
            </ul>
            {differing.length > FAULTS_SHOWN && <p className="muted">{say('entry-faults-first', lang, { n: FAULTS_SHOWN })}</p>}
          </details>
        )}
      </Section>
      <Section title={words['editions-title']} lang={lang} id="editions">
        <Table
          caption={words['editions-title']}
          hideCaption
          lang={lang}
          columns={[
            { label: words['edition-id'] },
            { label: words['edition-from'] },
            { label: words['edition-items'], numeric: true },
            { label: words['edition-source'] },
          ]}
          rows={editions.map((edition) => ({
            key: String(edition.id),
            cells: [
              String(edition.id),
              formatLongDate(edition.validFrom, lang),
              String(edition.items),
              <span key="s">{mixed(edition.source, lang)}</span>,
            ],
          }))}
        />
        {editions.length === EDITIONS_SHOWN && <p className="muted">{say('editions-newest', lang, { n: EDITIONS_SHOWN })}</p>}
        <p className="small">
          <a href="/api/v1/items">{say('open-catalogue', lang)}</a>
        </p>
      </Section>
    </>
  );
}
