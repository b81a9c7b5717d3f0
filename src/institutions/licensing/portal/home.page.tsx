import type { Text } from '../../../kernel/text.ts';
import { Light } from '../../../pictures/index.ts';
import { type Chrome, formatPercent, Grid, List, Page, SearchBox, Section, Show, Stat, T } from '../../../portal/index.ts';
import type { Catalogue, Item } from '../../catalogue/index.ts';
import { hints, itemRow } from '../../catalogue/portal/index.ts';
import type { TodayNumbers } from '../queries/numbers.ts';
import { CENTRE } from '../rules/summary.ts';
import { say, text } from './say.ts';
import { words } from './words.ts';

export interface HomeProps {
  readonly numbers: TodayNumbers;
  readonly often: readonly Item[];
  readonly catalogue: Catalogue;
  /** Whether today is a working day, and how many window seats are held. */
  readonly hall: { readonly open: boolean; readonly windows: number };
  readonly chrome: Chrome;
}

/** What would you like to do: the search, the honest numbers, what is often done, who is here. */
export function HomePage({ numbers, often, catalogue, hall, chrome }: HomeProps) {
  const { lang } = chrome;
  const desk = catalogue.byDepartment(CENTRE)[0] ?? often[0] ?? catalogue.items().find((item) => item.hours.value.zh !== '');
  const searches = hints.map((label) => ({ href: `/items?q=${encodeURIComponent(label[lang])}`, label }));
  return (
    <Page {...chrome} title={words['home-title']} current="services">
      <section className="hero">
        <h1>{say('home-title', lang)}</h1>
        <p>{say('home-say', lang)}</p>
        <SearchBox
          lang={lang}
          action="/items"
          label={words['search-label']}
          hints={[...searches, { href: '/bundles', label: words.bundles }, { href: '/items', label: words['all-departments'] }]}
        />
      </section>
      <Section title={words.today} lang={lang}>
        <Numbers numbers={numbers} lang={lang} />
        <p className="muted small">{say('n-open', lang, { n: numbers.open })}</p>
      </Section>
      <Grid columns="main">
        <Section title={words.often} lang={lang}>
          <div className="card">
            <List
              items={often.map((item) => ({ ...itemRow(item, catalogue, lang), note: item.plain && <T text={item.plain} lang={lang} /> }))}
            />
          </div>
          <p className="small">
            <a href="/items">{say('all-items', lang)}</a>
          </p>
        </Section>
        {desk && (
          <Section title={words.here} lang={lang}>
            <div className="card">
              <List
                items={[
                  {
                    key: 'hall',
                    title: say('hall', lang),
                    note: (
                      <>
                        <Show of={desk.hours} lang={lang} />
                        <br />
                        <Show of={desk.place} lang={lang} />
                      </>
                    ),
                    aside: (
                      <Light state={hall.open ? 'in-time' : 'closed'} lang={lang} text={words[hall.open ? 'hall-open' : 'hall-closed']} />
                    ),
                  },
                  ...(hall.windows > 0
                    ? [{ key: 'windows', title: say('windows', lang), aside: say('windows-say', lang, { n: hall.windows }) }]
                    : []),
                  { key: 'complaints', title: say('complaints', lang), aside: <Show of={desk.complaintPhone} lang={lang} /> },
                ]}
              />
            </div>
          </Section>
        )}
      </Grid>
    </Page>
  );
}

const days = (n: number | null): Text =>
  n === null ? words['n-none'] : n === 1 ? words['n-day-one'] : text('n-days', { n: Math.round(n * 10) / 10 });

function Numbers({ numbers: n, lang }: { numbers: TodayNumbers; lang: 'zh' | 'en' }) {
  const due = n.monthPromised + n.openBroken;
  const late = n.monthPromised - n.monthKept + n.openOverPromise + n.openOverLaw;
  return (
    <Grid columns={4}>
      <Stat lang={lang} value={<a href="/today/received">{n.received}</a>} label={words['n-received']} />
      <Stat
        lang={lang}
        value={<a href="/today/concluded">{n.concluded}</a>}
        label={n.onTheSpot > 0 ? text('n-concluded-spot', { n: n.onTheSpot }) : words['n-concluded']}
      />
      <Stat
        lang={lang}
        value={due === 0 ? say('n-none', lang) : <a href="/late">{formatPercent(n.monthKept / due)}</a>}
        label={due === 0 ? words['n-kept-none'] : words['n-kept']}
        rows={{ href: '/late', label: late > 0 ? text('n-late', { n: late }) : words['n-late-none'] }}
      />
      <Stat
        lang={lang}
        value={n.medianDays === null ? say('n-none', lang) : <a href="/today/durations">{days(n.medianDays)[lang]}</a>}
        label={words['n-median']}
      />
    </Grid>
  );
}
