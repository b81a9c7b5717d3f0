import type { CalendarYear } from '../../../kernel/clock/types.ts';
import type { Lang } from '../../../kernel/text.ts';
import { words as pictureWords } from '../../../pictures/words.ts';
import { Breadcrumb } from '../../components/blocks.tsx';
import { Table } from '../../components/table.tsx';
import { T } from '../../components/text.tsx';
import type { Chrome } from '../../door.ts';
import { formatRange, formatShortDate } from '../../format.ts';
import { Page } from '../../layout.tsx';
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

/** One edition of the calendar, by the name under which a date's derivation cites it. */
export function EditionPage({ name, years, chrome }: { name: string; years: readonly CalendarYear[]; chrome: Chrome }) {
  const title = fillText(words['law-edition'], { edition: name });
  const { lang } = chrome;
  return (
    <Page {...chrome} title={title} current="law">
      <Breadcrumb lang={lang} trail={[{ label: words['law-title'], href: '/law' }, { label: title }]} />
      <h1>{title[lang]}</h1>
      <p className="lead">{say('law-edition-say', lang)}</p>
      <Years years={years} lang={lang} />
    </Page>
  );
}

const offText = ({ from, to, name, document }: CalendarYear['off'][number], lang: Lang): string => {
  const range = formatRange(from, to, lang);
  return document ? say('law-stop', lang, { range, document: document[lang] }) : `${name[lang]} ${range}`;
};

function yearCells({ year, status, document, off, makeup }: CalendarYear, lang: Lang) {
  const comma = pictureWords.list[lang];
  return [
    String(year),
    <span key="s">
      {say(`year-${status}`, lang)}
      <br />
      <small>
        <T text={document} lang={lang} />
      </small>
    </span>,
    <span key="o">{off.length > 0 ? off.map((o) => offText(o, lang)).join(comma) : say('law-none', lang)}</span>,
    <span key="m">{makeup.length > 0 ? makeup.map((d) => formatShortDate(d, lang)).join(comma) : say('law-none', lang)}</span>,
  ];
}
