import type { CalendarYear } from '../../../kernel/clock/types.ts';
import type { Lang } from '../../../kernel/text.ts';
import { words as pictureWords } from '../../../pictures/words.ts';
import { Breadcrumb, Pager } from '../../components/blocks.tsx';
import { Downloads } from '../../components/downloads.tsx';
import { Table } from '../../components/table.tsx';
import { T } from '../../components/text.tsx';
import type { Chrome } from '../../door.ts';
import { formatRange, formatShortDate } from '../../format.ts';
import { Page } from '../../layout.tsx';
import { editionHref } from '../../links.ts';
import { fillText, speaker } from '../../speaker.ts';
import { words } from '../words.ts';

const { say } = speaker(words);

/** The years of a calendar, the last first: what each rests on, its days off and its working weekends. */
export const Years = ({ years, lang }: { years: readonly CalendarYear[]; lang: Lang }) => (
  <Table
    caption={words['law-years']}
    hideCaption
    lang={lang}
    columns={[{ label: words['law-year'] }, { label: words['law-status'] }, { label: words['law-off'] }, { label: words['law-makeup'] }]}
    rows={[...years].reverse().map((year) => ({ key: String(year.year), cells: yearCells(year, lang) }))}
  />
);

interface EditionPageProps {
  readonly name: string;
  readonly years: readonly CalendarYear[];
  /** From 1; what there is not is the nearest that there is. */
  readonly page: number;
  readonly chrome: Chrome;
}

/** Years of one page. */
const SIZE = 10;

/** One edition of the calendar, by the name under which a date's derivation cites it. */
export function EditionPage({ name, years, page, chrome }: EditionPageProps) {
  const title = fillText(words['law-edition'], { edition: name });
  const { lang } = chrome;
  const path = editionHref(name);
  const at = Math.min(Math.max(1, Math.floor(page)), Math.max(1, Math.ceil(years.length / SIZE)));
  return (
    <Page {...chrome} title={title} current="law">
      <Breadcrumb lang={lang} trail={[{ label: words['law-title'], href: '/law' }, { label: title }]} />
      <h1>{title[lang]}</h1>
      <p className="lead">{say('law-edition-say', lang)}</p>
      <Downloads path={`/api/v1${path}/years`} list={title} lang={lang} />
      <Years years={years.slice(-SIZE * at, years.length - SIZE * (at - 1))} lang={lang} />
      <Pager
        lang={lang}
        {...(at > 1 && { previous: at === 2 ? path : `${path}?page=${at - 1}` })}
        {...(at * SIZE < years.length && { next: `${path}?page=${at + 1}` })}
      />
    </Page>
  );
}

const offText = ({ from, to, name, document }: CalendarYear['off'][number], lang: Lang): string => {
  const range = formatRange(from, to, lang);
  return document ? say('law-stop', lang, { range, document: document[lang] }) : `${name[lang]} ${range}`;
};

function yearCells({ year, status, document, off, makeup, notices = [] }: CalendarYear, lang: Lang) {
  const comma = pictureWords.list[lang];
  return [
    String(year),
    <span key="s">
      {say(`year-${status}`, lang)}
      <br />
      <small>
        <T text={document} lang={lang} />
      </small>
      {notices.map(({ document: beside, days }) => (
        <small key={beside.zh}>
          <br />
          <T text={beside} lang={lang} /> {`(${days.map((day) => formatShortDate(day, lang)).join(comma)})`}
        </small>
      ))}
    </span>,
    <span key="o">{off.length > 0 ? off.map((o) => offText(o, lang)).join(comma) : say('law-none', lang)}</span>,
    <span key="m">{makeup.length > 0 ? makeup.map((d) => formatShortDate(d, lang)).join(comma) : say('law-none', lang)}</span>,
  ];
}
