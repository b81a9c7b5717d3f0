import type { Lang } from '../../../kernel/text.ts';
import {
  Breadcrumb,
  ButtonLink,
  type Chrome,
  Downloads,
  Empty,
  formatLimit,
  List,
  mixed,
  Page,
  Section,
  Show,
  T,
} from '../../../portal/index.ts';
import type { Bundle, Catalogue } from '../index.ts';
import { itemRow, say } from './parts.tsx';
import { words } from './words.ts';

export function BundlesPage({ catalogue, chrome }: { catalogue: Catalogue; chrome: Chrome }) {
  const { lang } = chrome;
  return (
    <Page {...chrome} title={words['bundles-title']} current="services">
      <Breadcrumb lang={lang} trail={[{ label: words['items-title'], href: '/items' }, { label: words['bundles-title'] }]} />
      <h1>{say('bundles-title', lang)}</h1>
      <p className="lead">{say('bundles-say', lang)}</p>
      {catalogue.bundles().length === 0 ? (
        <Empty lang={lang} text={words['bundle-none']} />
      ) : (
        <div className="card">
          <List
            items={catalogue.bundles().map((bundle) => ({
              key: bundle.id,
              title: <T text={bundle.name} lang={lang} />,
              href: `/bundles/${bundle.id}`,
              note: <T text={catalogue.department(bundle.lead)?.name ?? words.department} lang={lang} />,
              aside: (
                <>
                  {say('bundle-count', lang, { n: bundle.items.length })}
                  <b>
                    <BundleDays bundle={bundle} lang={lang} />
                  </b>
                </>
              ),
            }))}
          />
        </div>
      )}
      <Downloads path="/api/v1/bundles" list={words['bundles-title']} lang={lang} />
    </Page>
  );
}

const BundleDays = ({ bundle, lang }: { bundle: Bundle; lang: Lang }) => (
  <Show of={bundle.promised} lang={lang}>
    {({ amount, unit }) => say('bundle-days', lang, { n: formatLimit(amount, unit, lang) })}
  </Show>
);

/** One bundle: its licences, what goes with them, and the way to apply for at least three at once. */
export function BundlePage({
  bundle,
  open,
  catalogue,
  chrome,
}: {
  bundle: Bundle;
  open: readonly string[];
  catalogue: Catalogue;
  chrome: Chrome;
}) {
  const { lang } = chrome;
  const items = bundle.items.flatMap(({ item, optional }) => {
    const found = catalogue.item(item);
    return found ? [{ ...itemRow(found, catalogue, lang), optional }] : [];
  });
  const others = [
    ...bundle.services.flatMap((id) => {
      const charge = catalogue.charge(id);
      return charge
        ? [
            {
              key: id,
              title: <T text={charge.name} lang={lang} />,
              note: <T text={catalogue.department(charge.organ)?.name ?? words.department} lang={lang} />,
            },
          ]
        : [];
    }),
    ...bundle.outside.map(({ organ, name }) => ({
      key: `${organ}${name}`,
      title: <>{mixed(name, lang)}</>,
      note: <T text={catalogue.department(organ)?.name ?? { zh: organ, en: organ }} lang={lang} />,
    })),
  ];
  return (
    <Page {...chrome} title={bundle.name} current="services">
      <Breadcrumb
        lang={lang}
        trail={[
          { label: words['items-title'], href: '/items' },
          { label: words['bundles-title'], href: '/bundles' },
          { label: bundle.name },
        ]}
      />
      <h1>
        <T text={bundle.name} lang={lang} />
      </h1>
      <p className="lead">{say('bundles-say', lang)}</p>
      <p>
        <b>
          <BundleDays bundle={bundle} lang={lang} />
        </b>
      </p>
      <p className="muted">{say('bundle-legal', lang)}</p>
      {open.length >= 3 ? (
        <p className="buttons">
          <ButtonLink lang={lang} text={words['bundle-apply']} href={`/bundles/${bundle.id}/apply`} />
        </p>
      ) : (
        <div className="notice" role="note">
          <p>{say('bundle-few', lang)}</p>
        </div>
      )}
      <Section title={words['bundle-licences']} lang={lang}>
        <div className="card">
          <List
            items={items.map(({ optional, ...row }) =>
              optional
                ? {
                    ...row,
                    note: (
                      <>
                        {row.note} · {say('bundle-optional', lang)}
                      </>
                    ),
                  }
                : row,
            )}
          />
        </div>
      </Section>
      {others.length > 0 && (
        <Section title={words['bundle-services']} lang={lang}>
          <div className="card">
            <List items={others} />
          </div>
        </Section>
      )}
    </Page>
  );
}
