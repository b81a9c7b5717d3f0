import type { Lang } from '../../../kernel/text.ts';
import { formatLongDate, Grid, mixed, Section, Stat, T, Table } from '../../../portal/index.ts';
import type { Check, Edition } from '../index.ts';
import { say } from './parts.tsx';
import { words } from './words.ts';

/** The entry register and the editions of the catalogue, for the page of what is published (P10). */
export function Register({
  check,
  editions,
  lang,
}: {
  check: Check;
  editions: readonly (Edition & { id: number; items: number })[];
  lang: Lang;
}) {
  return (
    <>
      <Section title={words['entry-title']} lang={lang} id="register">
        <Grid columns={4}>
          <Stat lang={lang} value={<a href="/items#departments">{check.departments}</a>} label={words['entry-departments']} />
          <Stat lang={lang} value={<a href="/items?all=1">{check.items}</a>} label={words['entry-items']} />
          <Stat lang={lang} value={check.core} label={words['entry-core']} />
          <Stat lang={lang} value={check.charges_and_convenience} label={words['entry-charges']} />
        </Grid>
        {check.faults.length === 0 ? (
          <p className="muted">{say('entry-no-faults', lang)}</p>
        ) : (
          <details>
            <summary className="plain">
              {say('entry-faults', lang)} ({check.faults.length})
            </summary>
            <ul className="plain-list">
              {check.faults.slice(0, 60).map((fault) => (
                <li key={`${fault.item}${fault.code}${fault.text.en}`}>
                  <a href={`/items/${encodeURIComponent(fault.item)}`}>{fault.item}</a> <T text={fault.text} lang={lang} />
                </li>
              ))}
            </ul>
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
        <p className="small">
          <a href="/api/v1/items">{say('open-catalogue', lang)}</a>
        </p>
      </Section>
    </>
  );
}
