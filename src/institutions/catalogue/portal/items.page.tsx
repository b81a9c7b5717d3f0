import type { Lang, Text } from '../../../kernel/text.ts';
import { type Chrome, Downloads, Empty, List, mixed, Page, Pager, SearchBox, Section, T } from '../../../portal/index.ts';
import { type Bundle, type Catalogue, type Charge, type Item, partlyNote } from '../index.ts';
import { itemRow, say, text } from './parts.tsx';
import { hints, words } from './words.ts';

export interface ItemsAsk {
  readonly q?: string;
  readonly department?: string;
  readonly theme?: string;
  readonly audience?: string;
  /** `1`: all of them, though nothing was asked for. */
  readonly all?: '1';
  readonly page: number;
}

export interface ItemsFound {
  readonly title: Text;
  readonly items: readonly Item[];
  readonly services: readonly Charge[];
  readonly bundles: readonly Bundle[];
  /** What stands beside the items fits better than any of them. */
  readonly besideFirst: boolean;
  /** Only a part of the words was found. */
  readonly partly?: boolean;
}

const SIZE = 40;

export const searchHints = (lang: Lang) => hints.map((label) => ({ href: `/items?q=${encodeURIComponent(label[lang])}`, label }));

/** Search, and the three ways to browse. Without a question it is the table of contents. */
export function ItemsPage({ ask, found, catalogue, chrome }: { ask: ItemsAsk; found?: ItemsFound; catalogue: Catalogue; chrome: Chrome }) {
  const { lang } = chrome;
  return (
    <Page {...chrome} title={ask.q ? words['found-page'] : (found?.title ?? words['items-title'])} current="services">
      <h1>
        <T text={found?.title ?? words['items-title']} lang={lang} />
      </h1>
      <section>
        <SearchBox lang={lang} action="/items" label={words['search-label']} value={ask.q} hints={searchHints(lang)} />
      </section>
      {found && <Found ask={ask} found={found} catalogue={catalogue} lang={lang} />}
      {(!found || found.items.length + found.services.length + found.bundles.length === 0) && (
        <Contents catalogue={catalogue} lang={lang} />
      )}
    </Page>
  );
}

function Found({
  ask,
  found: { items, services, bundles, besideFirst, partly },
  catalogue,
  lang,
}: {
  ask: ItemsAsk;
  found: ItemsFound;
  catalogue: Catalogue;
  lang: Lang;
}) {
  const pages = Math.max(1, Math.ceil(items.length / SIZE));
  const page = Math.min(Math.max(ask.page, 1), pages);
  const from = (page - 1) * SIZE;
  const shown = items.slice(from, from + SIZE);
  const { page: _page, ...asked } = ask;
  const { all: _all, ...filters } = asked;
  const at = (n: number) =>
    `/items?${new URLSearchParams({ ...(JSON.parse(JSON.stringify(asked)) as Record<string, string>), page: String(n) })}`;
  const beside = (
    <>
      {bundles.length > 0 && (
        <Section title={words['bundles-title']} lang={lang}>
          <div className="card">
            <List items={bundles.map(({ id, name }) => ({ key: id, title: <T text={name} lang={lang} />, href: `/bundles/${id}` }))} />
          </div>
        </Section>
      )}
      {services.length > 0 && (
        <Section title={words.services} lang={lang}>
          <p className="muted">{say('services-say', lang)}</p>
          <div className="card">
            <List items={services.map((service) => serviceRow(service, catalogue, lang))} />
          </div>
        </Section>
      )}
    </>
  );
  if (shown.length === 0 && services.length + bundles.length > 0) return beside;
  return (
    <>
      {besideFirst && beside}
      <section>
        {shown.length === 0 ? (
          <Empty lang={lang} text={ask.q ? text('found-none', { q: ask.q }) : words['list-none']}>
            <p>{say('found-none-say', lang)}</p>
          </Empty>
        ) : (
          <>
            {partly && (
              <p>
                <T text={partlyNote} lang={lang} />
              </p>
            )}
            {pages > 1 && <p className="muted">{say('list-count', lang, { n: items.length, from: from + 1, to: from + shown.length })}</p>}
            <div className="card">
              <List items={shown.map((item) => itemRow(item, catalogue, lang))} />
            </div>
            <Pager lang={lang} previous={page > 1 ? at(page - 1) : undefined} next={page < pages ? at(page + 1) : undefined} />
            <Downloads path="/api/v1/items" query={filters} list={words['items-title']} lang={lang} />
          </>
        )}
      </section>
      {!besideFirst && beside}
    </>
  );
}

const serviceRow = (service: Charge, catalogue: Catalogue, lang: Lang) => ({
  key: service.id,
  title: <T text={service.name} lang={lang} />,
  note: <T text={catalogue.department(service.organ)?.name ?? { zh: service.organ, en: service.organ }} lang={lang} />,
  aside: mixed(service.charged ? service.standard : say('fee-free', lang), lang),
});

function Contents({ catalogue, lang }: { catalogue: Catalogue; lang: Lang }) {
  const leads = catalogue.departments().flatMap((organ) => {
    const count = catalogue.byDepartment(organ.code).length;
    return count > 0 && organ.current ? [{ organ, count }] : [];
  });
  return (
    <>
      <p className="lead">{say('items-say', lang)}</p>
      <Section title={words['by-audience']} lang={lang}>
        <ul className="tiles">
          {(['person', 'firm'] as const).map((audience) => (
            <Tile
              key={audience}
              lang={lang}
              href={`/items?audience=${audience}`}
              label={words[`audience-${audience}`]}
              count={catalogue.byAudience(audience).length}
            />
          ))}
          {catalogue.bundles().length > 0 && (
            <Tile lang={lang} href="/bundles" label={words['bundles-link']} count={catalogue.bundles().length} />
          )}
        </ul>
      </Section>
      <Section title={words['by-theme']} lang={lang}>
        <ul className="tiles">
          {catalogue.themes().map(({ id, name, count }) => (
            <Tile key={id} lang={lang} href={`/items?theme=${id}`} label={name} count={count} />
          ))}
        </ul>
      </Section>
      <Section title={words['by-department']} lang={lang} id="departments">
        <ul className="tiles">
          {leads.map(({ organ, count }) => (
            <Tile
              key={organ.code}
              lang={lang}
              href={`/items?department=${encodeURIComponent(organ.code)}`}
              label={organ.name}
              count={count}
            />
          ))}
        </ul>
      </Section>
    </>
  );
}

const Tile = ({ href, label, count, lang }: { href: string; label: Text; count: number; lang: Lang }) => (
  <li>
    <a href={href}>
      <T text={label} lang={lang} /> <small>{say('count-items', lang, { n: count })}</small>
    </a>
  </li>
);
