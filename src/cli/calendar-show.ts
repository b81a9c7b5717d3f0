import { type CalendarView, calendarShown, type EditionView, ownCause } from '../calendar-view.ts';
import type { CalendarYear } from '../kernel/clock/index.ts';
import type { Text } from '../kernel/text.ts';
import type { House } from '../open-house.ts';
import { UsageError } from '../platform/setup-error.ts';
import type { Out } from './out.ts';

export interface ShowOptions {
  readonly edition?: string;
  readonly json?: boolean;
}

export function yearOf(text: string): number {
  if (/^\d{4}$/.test(text)) return Number(text);
  throw new UsageError(`"${text}" is not a year. Write it as 2027.`);
}

/** `banjie calendar show`: the years and the editions; one year, or one edition, with its days. */
export async function showCalendar(house: House, out: Out, year: string | undefined, { edition, json }: ShowOptions): Promise<void> {
  const asked = year === undefined ? undefined : yearOf(year);
  const wanted = <Y extends { readonly year: number }>(years: readonly Y[]) => years.filter((y) => asked === undefined || y.year === asked);
  const view = await calendarShown(house);
  if (edition !== undefined)
    return showEdition(edition, await house.calendar().then((book) => book.years(edition)), wanted, view, out, json);
  const years = wanted(view.years);
  if (json) out.json({ ...view, years });
  if (asked !== undefined && years.length === 0) {
    out.log(`Nothing is known of ${asked}: a date that crosses into it is provisional.`);
    out.no();
  } else if (!json) {
    out.line(`Edition ${view.edition}`);
    if (asked === undefined) for (const one of view.editions) out.line(editionText(one));
    for (const y of years) {
      const number = y.number || 'of the house';
      out.line(`${y.year} ${y.layer} ${y.status}${y.sealed ? ', sealed' : ''} · edition ${number} · ${both(y.document)}`);
      if (asked !== undefined) for (const line of daysText(y)) out.line(line);
    }
  }
}

type Wanted = (years: readonly CalendarYear[]) => readonly CalendarYear[];

function showEdition(
  name: string,
  years: readonly CalendarYear[] | undefined,
  wanted: Wanted,
  view: CalendarView,
  out: Out,
  json?: boolean,
) {
  if (!years) {
    const names = [...new Set(view.editions.flatMap((one) => one.names))];
    if (json) out.json({ code: 'edition-unknown', edition: name, names });
    out.log(`There is no edition ${name}. There are: ${names.join(', ')}.`);
    out.no();
  } else if (json) out.json({ name, years: wanted(years) });
  else {
    out.line(`Edition ${name}`);
    for (const y of wanted(years)) for (const line of [`${y.year} ${y.status} · ${both(y.document)}`, ...daysText(y)]) out.line(line);
  }
}

const both = ({ zh, en }: Text): string => `${zh} · ${en}`;

const editionText = ({ number, names, byName, undoes, years, cause }: EditionView): string =>
  [
    `entry ${number}`,
    names.join(', '),
    byName?.en ?? 'came with the house',
    undoes !== undefined && `takes entry ${undoes} back`,
    ...years.map(({ document }) => both(document)),
    ownCause({ years, cause }),
  ]
    .filter(Boolean)
    .join(' · ');

const daysText = ({ off, makeup, notices = [] }: CalendarYear): string[] => [
  ...off.map(({ from, to, name, document }) => `  ${from} ${to} ${document ? `work stopped: ${both(document)}` : both(name)}`),
  ...makeup.map((day) => `  ${day} make-up day`),
  ...notices.map(({ document, days }) => `  ${days.join(', ')} by ${both(document)}`),
];
