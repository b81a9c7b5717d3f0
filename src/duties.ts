import { actBy, type Calendar, type Lawbook, type LocalDate, lightOn, roundOf, shortUnit, thresholdsOf } from './kernel/clock/index.ts';
import type { Term, Unit } from './kernel/clock/types.ts';
import type { Lang, Text } from './kernel/text.ts';
import { sayRange } from './pictures/say.ts';
import { words as pictureWords } from './pictures/words.ts';
import type { Listing } from './platform/http/listing.ts';
import { formatArticle, formatLaw } from './portal/format.ts';
import { oftenSaid } from './portal/why-back.ts';
import { words } from './workbench/duties/words.ts';

/** A recurring duty (P18) with its next time. What comes back since the last time has no date while nobody has recorded that time. */
export interface Duty {
  readonly id: string;
  readonly name: Text;
  readonly amount: number;
  readonly unit: 'mo' | 'yr';
  readonly law: Text;
  readonly article: string;
  readonly mark: Term['basis']['mark'];
  readonly due?: LocalDate;
  /** The last working day before a due date that is a rest day: an organ's limit does not roll. */
  readonly actBy?: string;
  readonly period?: { readonly from: LocalDate; readonly to: LocalDate };
  /** By the county's thresholds. Never late: the next time is the one on or after today, and whether earlier ones were done is not recorded. */
  readonly light?: 'in-time' | 'due-soon';
  /** The holidays of the year it is due in are not official: whether it is a rest day is not known yet. */
  readonly provisional: boolean;
}

/** Every recurring duty of the law book, the next first; those without a date last. */
export function dutiesOf(law: Lawbook, calendar: Calendar, today: LocalDate): readonly Duty[] {
  const thresholds = thresholdsOf(law);
  return [...law.terms.values()]
    .filter(({ recurs }) => recurs)
    .map((term): Duty => {
      const { id, name, amount, basis } = term;
      const duty = { id, name, amount, unit: shortUnit(term.unit) as Duty['unit'], ...basis, provisional: false };
      if (term.recurs!.due === 'last-time') return duty;
      const { previous, due, period } = roundOf(term, today);
      const light = lightOn({ zero: previous, due, unit: term.unit as Unit, amount, extended: 0 }, today, thresholds, calendar);
      const { actByProvisional: provisional = false, ...by } = actBy(due, calendar);
      return { ...duty, due, ...by, period, light: light as Duty['light'], provisional };
    })
    .sort((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1));
}

const lawOf = ({ law, article, mark }: Duty, lang: Lang): string =>
  `${formatLaw(law[lang], lang)}${lang === 'zh' ? '' : ', '}${formatArticle(article, lang)} · ${mark}`;

/** A file says nothing of when it is read: its ranges always have their year. */
const NO_YEAR = '0001-01-01' as LocalDate;

/** The shapes of `pictures/light`, for a cell that is text. */
const MARKS = { 'in-time': '●', 'due-soon': '▲' } as const;

const lightSaid = ({ light, provisional }: Duty, lang: Lang): string => {
  const said = light ? `${MARKS[light]} ${pictureWords[light][lang]}` : words['last-time-unknown'][lang];
  return provisional ? `${said} · ${words.provisional[lang]}` : said;
};

/** The register as it is shown and taken away. */
export const dutyListing: Listing<Duty> = {
  name: words.duties,
  // Asked of the day itself, the next time on or after it is that day.
  href: ({ id, due }) => (due ? `/deadline?term=${id}&from=${due}` : `/law#${id}`),
  columns: [
    { head: words.duty, text: ({ name }, lang) => name[lang] },
    { head: words.often, text: ({ amount, unit }, lang) => oftenSaid(amount, unit === 'mo' ? 'month' : 'year', lang) },
    { head: words.due, day: ({ due }) => due },
    { head: words['act-by'], day: ({ actBy }) => actBy },
    { head: words.light, text: lightSaid },
    { head: words.covers, text: ({ period }, lang) => period && sayRange(period.from, period.to, lang, NO_YEAR) },
    { head: words.who, text: (_, lang) => words['not-named'][lang] },
    { head: words.basis, text: lawOf },
  ],
};
