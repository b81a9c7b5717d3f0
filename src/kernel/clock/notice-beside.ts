import { addDays, daysBetween, weekday } from './date.ts';
import { type CalendarBook, type LayerYear, noticeKey } from './editions.ts';
import { faultAt, type NoticeFault } from './notice-fault.ts';
import type { LocalDate } from './types.ts';
import { DECISION, DOCUMENT_NUMBER, kindNames } from './words.ts';

/** One year of a notice that is brought, and the place of a day in its file. */
export interface Notice {
  readonly year: LayerYear;
  at(date: LocalDate): string;
}

type Kind = keyof typeof kindNames;

/**
 * What a notice may not do to those that stand already: declare a past day off without a decision, correct what has passed, or say of a
 * day the opposite of another notice of its layer. About a day of another layer the nearer one has the last word.
 */
export const besideFaults = (notices: readonly Notice[], book: CalendarBook, today: LocalDate): NoticeFault[] =>
  notices.flatMap((one, i) => {
    if (one.year.layer === 'national') return [];
    const others = [
      ...othersOf(one.year, book, notices),
      ...notices
        .slice(0, i)
        .map(({ year }) => year)
        .filter(sameLayer(one.year)),
    ];
    return [...pastStops(one, book, today), ...pastCorrected(one, book, today), ...conflicts(one, others)];
  });

const sameLayer = (a: LayerYear) => (b: LayerYear) => a.layer === b.layer && a.year === b.year;

/** Notices in force of the same layer and year that are not corrected now. */
const othersOf = (year: LayerYear, { layers }: CalendarBook, corrected: readonly Notice[]): LayerYear[] =>
  layers.filter(sameLayer(year)).filter((one) => !corrected.some((notice) => noticeKey(notice.year) === noticeKey(one)));

const correctedBy = (year: LayerYear, { layers }: CalendarBook): LayerYear | undefined =>
  layers.find((one) => noticeKey(one) === noticeKey(year));

/** A stop of work is declared for days to come; one that is over is recognised by a decision with a number of its own. */
function pastStops({ year, at }: Notice, book: CalendarBook, today: LocalDate): NoticeFault[] {
  const { zh, en } = year.document;
  const decided = DECISION.test(`${zh} ${en}`) && DOCUMENT_NUMBER.test(`${zh} ${en}`) && !correctedBy(year, book);
  return decided ? [] : newStops(year, book).flatMap((date) => (date < today ? [faultAt(at(date), 'stop-past', { date })] : []));
}

/** Days of a county's notice on which its people did not stop work before. */
export const newStops = (year: LayerYear, { layers }: CalendarBook): LocalDate[] => {
  if (year.layer !== 'county') return [];
  const known = layers.filter(sameLayer(year)).flatMap(({ off }) => off);
  return year.off.flatMap(daysIn).filter((day) => !known.some(({ from, to }) => from <= day && day <= to));
};

function pastCorrected({ year, at }: Notice, book: CalendarBook, today: LocalDate): NoticeFault[] {
  const standing = correctedBy(year, book);
  if (!standing) return [];
  const [was, is] = [kindsOf(standing), kindsOf(year)];
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((date) => {
    if (date >= today || was.get(date) === is.get(date) || (year.layer === 'county' && is.has(date))) return [];
    return [faultAt(at(date), was.has(date) ? 'past-dropped' : 'past-added', { date, document: standing.document })];
  });
}

function conflicts({ year, at }: Notice, others: readonly LayerYear[]): NoticeFault[] {
  const own = kindsOf(year);
  return others.flatMap((other) =>
    [...kindsOf(other)].flatMap(([date, was]) => {
      const is = own.get(date);
      if (is === undefined || is === was) return [];
      const said = { document: year.document, is: kindNames[is], other: other.document, was: kindNames[was] };
      return [faultAt(at(date), 'notices-conflict', { date, ...said })];
    }),
  );
}

/** Days that are over and that a national notice tells otherwise than the one in force: what was entered may have been wrong. */
function pastTold(year: LayerYear, { layers }: CalendarBook, today: LocalDate): NoticeFault[] {
  const standing = year.layer === 'national' ? layers.find(sameLayer(year)) : undefined;
  if (!standing) return [];
  const [was, is] = [kindsOf(standing), kindsOf(year)];
  const tells = (notice: Map<LocalDate, Kind>, date: LocalDate): Kind => notice.get(date) ?? (weekday(date) < 6 ? 'work' : 'off');
  return [...new Set([...was.keys(), ...is.keys()])]
    .sort()
    .filter((date) => date < today && tells(was, date) !== tells(is, date))
    .map((date) => {
      const said = { was: kindNames[tells(was, date)], is: kindNames[tells(is, date)] };
      return faultAt('', 'past-changed', { date, document: standing.document, ...said });
    });
}

const noEnglish = ({ en }: LayerYear['document']): boolean => /\p{Script=Han}/u.test(en);

/** What a notice may do, and whoever enters it should know. */
export const unusual = (year: LayerYear, place: string, book: CalendarBook, today: LocalDate): NoticeFault[] => [
  ...[...new Set([year.document, ...year.off.map(({ name }) => name)].filter(noEnglish).map(({ zh }) => zh))].map((name) =>
    faultAt(place, 'english-missing', { name }),
  ),
  ...pastTold(year, book, today).map((told) => ({ ...told, place })),
  ...newStops(year, book).flatMap((date) => [
    ...(date < today ? [faultAt(place, 'stop-recognised', { date })] : []),
    ...(book.calendar.isWorking(date) ? [] : [faultAt(place, 'stop-on-rest-day', { date })]),
  ]),
  ...[...kindsOf(year).keys()].flatMap((date) => {
    const other = year.layer === 'national' ? undefined : book.layers.find((one) => sameLayer(year)(one) && kindsOf(one).has(date));
    return other && noticeKey(other) !== noticeKey(year) ? [faultAt(place, 'day-told-already', { date, other: other.document })] : [];
  }),
];

const kindsOf = ({ off, makeup }: LayerYear): Map<LocalDate, Kind> =>
  new Map<LocalDate, Kind>([
    ...off.flatMap(daysIn).map((date) => [date, 'off'] as const),
    ...makeup.map((date) => [date, 'work'] as const),
  ]);

export const daysIn = ({ from, to }: { readonly from: LocalDate; readonly to: LocalDate }): LocalDate[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i));
