import type { Text } from '../text.ts';
import { buildCalendar, type Calendar, type RestDay } from './calendar.ts';
import { addDays, fromDayNumber, toDayNumber, weekdayOf } from './date.ts';
import type { CalendarYear, LocalDate } from './types.ts';
import { documentKey } from './words.ts';

/** Who declared a day: the State Council for all, an ethnic area for itself (全国年节及纪念日放假办法 4), the county for a stop of work. */
export const LAYERS = ['national', 'regional', 'county'] as const;
export type Layer = (typeof LAYERS)[number];

export interface LayerYear extends CalendarYear {
  readonly layer: Layer;
}

/** What was entered over the calendar that comes with the house; or that an earlier entry is undone. */
export interface CalendarEdition {
  readonly number: number;
  /** Seconds since the epoch. */
  readonly at: number;
  /** Person id. */
  readonly actor: string;
  readonly cause: string;
  readonly undoes?: number;
  /**
   * Its notices of an ethnic area or of the county stand beside those of other documents. Absent in editions of earlier releases, in which
   * the last notice was the whole of its layer's year.
   */
  readonly adds?: true;
  readonly years: readonly LayerYear[];
}

/** What brought the calendar in force. */
export interface CalendarNotice {
  /** 0: the calendar that comes with the house. */
  readonly number: number;
  /** The calendar's name before. */
  readonly before: string;
  readonly document: Text;
  readonly cause: string;
  /** The number of the edition it takes back. */
  readonly undoes?: number;
}

/** All editions of a county's calendar, and what is in force after each. */
export interface CalendarBook {
  readonly editions: readonly CalendarEdition[];
  /** In force now. */
  readonly calendar: Calendar;
  /** In force after so many editions; 0 is what comes with the house. */
  after(number: number): Calendar;
  /** What would be in force with one more. */
  with(next: CalendarEdition): Calendar;
  /** The names that derivations give the calendar after so many editions: its own, and the one with the county's stops of work. */
  names(number: number): readonly string[];
  /** The years of the calendar of that name, for who derives a stored date again. */
  years(name: string): readonly CalendarYear[] | undefined;
  /** The notices in force by layer, each with the number of its edition. */
  readonly layers: readonly (LayerYear & { readonly number: number })[];
  /** The edition that an undo would take back. */
  readonly last: CalendarEdition | undefined;
}

const BESIDE = '+county';

export function calendarBook(shipped: readonly CalendarYear[], editions: readonly CalendarEdition[]): CalendarBook {
  const base = `${Math.max(...shipped.filter((y) => y.status === 'official').map((y) => y.year))}.1`;
  const made = new Map<number, Calendar>();
  const after = (number: number): Calendar => {
    const known = made.get(number) ?? { ...calendarOf(shipped, editions.slice(0, number), base), named };
    made.set(number, known);
    return known;
  };
  const standing = inForce(editions);
  const named = (name: string) => {
    for (let n = editions.length; n >= 0; n--) for (const calendar of both(n)) if (calendar.edition === name) return calendar.years;
    return undefined;
  };
  const both = (number: number) => [after(number), after(number).stopWork].flatMap((calendar) => calendar ?? []);
  return {
    editions,
    after,
    with: (next) => calendarOf(shipped, [...editions, next], base),
    calendar: after(editions.length),
    last: standing.at(-1),
    layers: layersOf(shipped, standing),
    names: (number) => both(number).map(({ edition }) => edition),
    years: named,
  };
}

/** Editions that no later one has taken back, in order. */
const inForce = (editions: readonly CalendarEdition[]): CalendarEdition[] => {
  const gone = new Set(editions.map((e) => e.undoes));
  return editions.filter((e) => e.undoes === undefined && !gone.has(e.number));
};

/** `2026.1` comes with the house; an edition is called after its last year, and no name is given twice. */
const nameOf = (standing: readonly CalendarEdition[], base: string): string => {
  const top = standing.at(-1);
  return top ? `${Math.max(...top.years.map((y) => y.year))}.${top.number + 1}` : base;
};

/** A national notice is its year; one of an area or of the county is its document in a year, so another of the same number corrects it. */
export const noticeKey = ({ layer, year, document }: Pick<LayerYear, 'layer' | 'year' | 'document'>): string =>
  layer === 'national' ? `${layer} ${year}` : `${layer} ${year} ${documentKey(document)}`;

function layersOf(shipped: readonly CalendarYear[], standing: readonly CalendarEdition[]): (LayerYear & { number: number })[] {
  const found = new Map(shipped.map((y) => [`national ${y.year}`, { ...y, layer: 'national' as Layer, number: 0 }]));
  for (const { number, years, adds } of standing)
    for (const y of years) {
      if (!adds) for (const key of found.keys()) if (key.startsWith(`${y.layer} ${y.year}`)) found.delete(key);
      found.set(noticeKey(y), { ...y, number });
    }
  const place = (y: LayerYear) => y.year * LAYERS.length + LAYERS.indexOf(y.layer);
  return [...found.values()].sort((a, b) => place(a) - place(b));
}

function calendarOf(shipped: readonly CalendarYear[], editions: readonly CalendarEdition[], base: string): Calendar {
  const standing = inForce(editions);
  const layers = layersOf(shipped, standing);
  const name = nameOf(standing, base);
  const upTo = (last: Layer) => {
    const below = layers.filter((y) => rank(y.layer) <= rank(last));
    return [...new Set(below.map((y) => y.year))].map((year) => merged(below.filter((y) => y.year === year)));
  };
  const county = layers.some((y) => y.layer === 'county');
  const own = editions.at(-1);
  const told = own?.undoes === undefined ? own : editions[own.undoes - 1];
  const notice: CalendarNotice = {
    number: own?.number ?? 0,
    before: nameOf(inForce(editions.slice(0, -1)), base),
    document: told?.years[0]?.document ?? shipped.findLast((y) => y.status === 'official')!.document,
    cause: own?.cause ?? '',
    ...(own?.undoes !== undefined && { undoes: own.undoes }),
  };
  // A day on which the county stops work moves what it promised and what a citizen has to do, never what the law sets its organs.
  const stopWork = county ? buildCalendar(`${name}${BESIDE}`, upTo('county')) : undefined;
  return { ...buildCalendar(name, upTo('regional')), notice, ...(stopWork && { stopWork }) };
}

const rank = (layer: Layer): number => LAYERS.indexOf(layer);

/**
 * One year of several layers: the nearer one has the last word about a day, and of two notices of one layer the first. A stop of work says
 * nothing of a day that rests already.
 */
function merged(layers: readonly LayerYear[]): CalendarYear {
  const [first] = layers as [LayerYear];
  const national = layers.find((y) => y.layer === 'national');
  const off = new Map<number, RestDay>();
  const makeup = new Set<number>();
  const by = new Map<number, LayerYear>();
  for (const layer of layers) {
    const told = (day: number) => by.get(day)?.layer === layer.layer;
    for (const { from, to, name } of layer.off)
      for (let day = toDayNumber(from); day <= toDayNumber(to); day++) {
        const stop = layer.layer === 'county';
        if (told(day) || (stop && (off.has(day) || (weekdayOf(day) > 5 && !makeup.has(day))))) continue;
        off.set(day, stop ? { ...name, stop: layer.document } : name);
        makeup.delete(day);
        by.set(day, layer);
      }
    for (const day of layer.makeup.map(toDayNumber)) {
      if (told(day)) continue;
      makeup.add(day);
      off.delete(day);
      by.set(day, layer);
    }
  }
  const daysBy = (one: LayerYear) =>
    [...by.keys()]
      .filter((day) => by.get(day) === one)
      .sort((a, b) => a - b)
      .map(fromDayNumber);
  const notices = layers
    .filter(({ layer }) => layer !== 'national')
    .map((one) => ({ document: one.document, days: daysBy(one) }))
    .filter(({ days }) => days.length > 0);
  return {
    year: first.year,
    status: national?.status ?? 'missing',
    document: (national ?? first).document,
    off: runsOf(off),
    makeup: [...makeup].sort((a, b) => a - b).map(fromDayNumber),
    ...(notices.length > 0 && { notices }),
  };
}

/** Days one after another under one name, as ranges. */
export function runsOf(days: ReadonlyMap<number, RestDay>): CalendarYear['off'] {
  const runs: { from: LocalDate; to: LocalDate; name: Text; document?: Text }[] = [];
  for (const [day, { stop, ...name }] of [...days].sort(([a], [b]) => a - b)) {
    const run = runs.at(-1);
    if (run && addDays(run.to, 1) === fromDayNumber(day) && run.name.zh === name.zh && run.document?.zh === stop?.zh)
      run.to = fromDayNumber(day);
    else runs.push({ from: fromDayNumber(day), to: fromDayNumber(day), name, ...(stop && { document: stop }) });
  }
  return runs;
}

/** First and last day that two calendars tell differently; undefined where they say the same. */
export function changedDays(a: Calendar, b: Calendar): { readonly from: LocalDate; readonly to: LocalDate } | undefined {
  const years = [...new Set([a, b].flatMap((c) => c.years.map((y) => y.year)))].sort((x, y) => x - y);
  const changed = years.flatMap((year) => changedIn(year, a, b));
  return changed.length > 0 ? { from: changed[0]!, to: changed.at(-1)! } : undefined;
}

function changedIn(year: number, a: Calendar, b: Calendar): LocalDate[] {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`] as [LocalDate, LocalDate];
  if (a.status(year) !== b.status(year)) return [first, last];
  const found: LocalDate[] = [];
  const [besideA, besideB] = [a.stopWork ?? a, b.stopWork ?? b];
  for (let day = first; day <= last; day = addDays(day, 1))
    if (told(a, day) !== told(b, day) || told(besideA, day) !== told(besideB, day)) found.push(day);
  return found;
}

function told(calendar: Calendar, day: LocalDate): string {
  const rest = calendar.whyRest(day);
  if (rest === undefined) return calendar.isMakeup(day) ? 'makeup' : '';
  // Field by field: what was stored has its keys in another order than what was just read.
  return rest === 'weekend' ? rest : JSON.stringify([rest.zh, rest.en, rest.stop?.zh, rest.stop?.en]);
}
