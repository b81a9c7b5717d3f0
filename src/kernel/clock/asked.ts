import { type Refusal, reasonFor } from '../decision.ts';
import { fill, type Text } from '../text.ts';
import { daysBetween, isLocalDate, year } from './date.ts';
import type { Lawbook } from './lawbook.ts';
import type { AskedUnit, LocalDate, PauseGround, Term, TermUnit, Unit } from './types.ts';
import { amounts, clockRefusals, saidWords } from './words.ts';

/** What somebody asks of the calculator, as it was typed: by options, in an address or in a form. */
export interface Asked {
  readonly term?: string;
  readonly amount?: string;
  readonly unit?: string;
  readonly from?: string;
  readonly whose?: string;
  /** More than one where the law allows it. */
  readonly extend?: readonly { readonly amount: string; readonly on?: string }[];
  readonly pauses?: readonly { readonly from: string; readonly to: string; readonly ground: string }[];
}

/** The question, read: every word of it means something. */
export interface Question {
  readonly term?: Term;
  readonly amount: number;
  readonly unit: AskedUnit;
  readonly from: LocalDate;
  /** Minutes after midnight, for hours. */
  readonly minutes?: number;
  readonly whose: 'organ' | 'citizen';
  readonly roll: Term['roll'];
  readonly extensions: readonly { readonly amount: number; readonly on?: LocalDate }[];
  /** First and last paused day. */
  readonly pauses: readonly { readonly ground: string; readonly from: LocalDate; readonly to: LocalDate }[];
}

/** No limit of the law is longer; more would be a wall of days that nobody can follow. */
const MOST: Readonly<Record<AskedUnit, number>> = { wd: 500, cd: 7_305, mo: 240, yr: 20, h: 8_784 };
/** Days of one pause, first and last: as far as the act of pausing may look ahead. */
const MOST_PAUSED = 366;
const UNITS = Object.keys(MOST) as AskedUnit[];
const SHORT: Readonly<Record<TermUnit, AskedUnit>> = { wd: 'wd', cd: 'cd', month: 'mo', year: 'yr', hour: 'h' };
export const unitOf = (unit: AskedUnit): Unit | 'h' => (unit === 'mo' ? 'month' : unit === 'yr' ? 'year' : unit);

export const fault = reasonFor(clockRefusals);
export const inBoth = (text: Text, params: Readonly<Record<string, string | number>>, name: string) => ({
  [name]: fill(text.zh, params),
  [`${name}_en`]: fill(text.en, params),
});
export const amountParam = (n: number, unit: AskedUnit, name: string) => inBoth(amounts[unit], { n }, name);
export const shortUnit = (unit: TermUnit): AskedUnit => SHORT[unit];

/** The grounds on which a term's clock may stop; without a term, all that the law book holds lawful. */
export const groundsFor = (term: Term | undefined, law: Lawbook): readonly PauseGround[] =>
  term === undefined
    ? [...law.grounds.values()].filter((ground) => ground.scope === 'lawful')
    : (term.pausable ?? []).flatMap((id) => law.grounds.get(id) ?? []);

/** Reads a question; all that is wrong with it is told at once, each fault at its place. */
export function readAsked(asked: Asked, law: Lawbook): { readonly question?: Question; readonly faults: readonly Refusal[] } {
  const faults: Refusal[] = [];
  const limit = readLimit(asked, law, faults);
  const whose = readWhose(asked.whose, limit.term, faults);
  const start = readStart(asked.from, limit.unit, faults);
  const extensions = (asked.extend ?? []).map((one, i) => readExtension(one, i, limit.unit, faults));
  const pauses = readPauses(asked.pauses ?? [], limit, law, faults);
  if (faults.length > 0) return { faults };
  const roll = limit.term?.roll ?? (whose === 'citizen' ? 'next-working-day' : 'none');
  const question: Question = { ...limit, ...start, whose, roll: limit.unit === 'h' ? 'none' : roll, extensions, pauses };
  return { question, faults };
}

type Limit = Pick<Question, 'term' | 'amount' | 'unit'>;

function readLimit({ term: id, amount, unit }: Asked, law: Lawbook, faults: Refusal[]): Limit {
  const nothing: Limit = { amount: 1, unit: 'wd' };
  if ((id === undefined) === (amount === undefined)) {
    faults.push(fault('term-or-amount', { path: id === undefined ? 'amount' : 'term' }));
    return nothing;
  }
  if (id !== undefined) {
    const term = law.find(id);
    if (!term) {
      faults.push(fault('term-unknown', { path: 'term', params: { term: id, near: law.near(id).join(', ') } }));
      return nothing;
    }
    const own = SHORT[term.unit];
    const read = unit === undefined ? own : readUnit(unit, faults);
    if (unit !== undefined && read !== undefined && read !== own)
      faults.push(fault('unit-differs', { path: 'unit', params: { unit, ...amountParam(term.amount, own, 'own') } }));
    return { term, amount: term.amount, unit: own };
  }
  const read = readUnit(unit ?? 'wd', faults);
  return { amount: readAmount(amount!, read ?? 'wd', 'amount', faults), unit: read ?? 'wd' };
}

function readUnit(unit: string, faults: Refusal[]): AskedUnit | undefined {
  const read = UNITS.find((one) => one === unit || unitOf(one) === unit);
  if (!read) faults.push(fault('unit-unknown', { path: 'unit', params: { unit: unit.slice(0, 30) } }));
  return read;
}

function readAmount(text: string, unit: AskedUnit, path: string, faults: Refusal[]): number {
  const [written, least] = unit === 'h' ? [/^\d{1,9}(\.(25|50?|75))?$/, 0.25] : [/^\d{1,9}$/, 1];
  const amount = written.test(text.trim()) ? Number(text) : 0;
  if (amount >= least && amount <= MOST[unit]) return amount;
  const whole = inBoth(saidWords[unit === 'h' ? 'quarters' : 'whole'], { most: MOST[unit] }, 'range');
  faults.push(fault('amount-out-of-range', { path, params: { amount: text.slice(0, 30), ...whole } }));
  return 1;
}

function readWhose(whose: string | undefined, term: Term | undefined, faults: Refusal[]): 'organ' | 'citizen' {
  const own = term?.whose;
  if (whose === undefined) return own ?? 'organ';
  if (whose !== 'organ' && whose !== 'citizen') faults.push(fault('whose-unknown', { path: 'whose', params: { whose } }));
  else if (own && own !== whose)
    faults.push(fault('whose-differs', { path: 'whose', params: { whose: saidWords[whose].en, whose_zh: saidWords[whose].zh } }));
  return whose === 'citizen' ? 'citizen' : 'organ';
}

function readStart(from: string | undefined, unit: AskedUnit, faults: Refusal[]): Pick<Question, 'from' | 'minutes'> {
  if (from === undefined) faults.push(fault('start-missing', { path: 'from' }));
  else if (unit !== 'h') return { from: readDate(from, 'from', faults) };
  else {
    const [, day, hours, minutes] = /^(.{10})T([01]\d|2[0-3]):([0-5]\d)$/.exec(from) ?? [];
    if (day !== undefined) return { from: readDate(day, 'from', faults), minutes: Number(hours) * 60 + Number(minutes) };
    faults.push(fault('time-needed', { path: 'from', params: { date: from.slice(0, 30) } }));
  }
  return { from: '2000-01-01' as LocalDate };
}

function readDate(text: string, path: string, faults: Refusal[]): LocalDate {
  if (isLocalDate(text) && year(text) >= 1950 && year(text) <= 2199) return text;
  faults.push(fault('no-such-date', { path, params: { date: text.slice(0, 30) } }));
  return '2000-01-01' as LocalDate;
}

function readExtension({ amount, on }: { amount: string; on?: string }, i: number, unit: AskedUnit, faults: Refusal[]) {
  const read = { amount: readAmount(amount, unit, `extend.${i}.amount`, faults) };
  return on === undefined ? read : { ...read, on: readDate(on, `extend.${i}.on`, faults) };
}

function readPauses(pauses: NonNullable<Asked['pauses']>, { term, unit }: Limit, law: Lawbook, faults: Refusal[]) {
  if (unit === 'h' && pauses.length > 0) faults.push(fault('pause-stops-no-hours', { path: 'pause.0.from' }));
  const listed = groundsFor(term, law);
  const read = pauses.map(({ from, to, ground }, i) => {
    const at = (part: string) => `pause.${i}.${part}`;
    if (from === '' || (ground === '' && (to !== '' || !isLocalDate(from)))) {
      const place = from === '' || to === '' ? 'from' : 'ground';
      const pause = [from, to && `..${to}`, ground && `:${ground}`].join('').slice(0, 60);
      faults.push(fault('pause-unreadable', { path: at(place), params: { pause } }));
      return { ground, from: '' as LocalDate, to: '' as LocalDate };
    }
    if (ground !== '' && !listed.some(({ id }) => id === ground)) {
      faults.push(fault('ground-not-listed', { path: at('ground'), params: { ground, ...groundList(listed) } }));
    }
    const known = faults.length;
    const first = readDate(from, at('from'), faults);
    if (to === '') {
      faults.push(fault('pause-open', { path: at('to'), params: { from } }));
      return { ground, from: first, to: first };
    }
    const last = readDate(to, at('to'), faults);
    if (faults.length === known && last < first) faults.push(fault('pause-inverted', { path: at('to'), params: { from, to } }));
    if (faults.length === known && daysBetween(first, last) >= MOST_PAUSED)
      faults.push(fault('pause-too-long', { path: at('to'), params: { from, to, most: MOST_PAUSED } }));
    return { ground, from: first, to: last };
  });
  if (faults.length === 0) for (const clash of overlaps(read)) faults.push(clash);
  return read;
}

/** Each by its name, with the id by which it is asked for. */
function groundList(grounds: readonly PauseGround[]) {
  if (grounds.length === 0) return inBoth(saidWords.none, {}, 'list');
  const list = (lang: 'zh' | 'en') =>
    grounds.map(({ id, name }) => fill(saidWords.named[lang], { name: name[lang], id })).join(saidWords.between[lang]);
  return { list: list('zh'), list_en: list('en') };
}

function overlaps(pauses: Question['pauses']): Refusal[] {
  return pauses.flatMap((one, i) => {
    const other = pauses.find((p, j) => j !== i && p.to >= one.from && (p.from < one.from || (p.from === one.from && j < i)));
    const day = other && (one.to < other.to ? one.to : other.to);
    return day ? [fault('pauses-overlap', { path: `pause.${i}.from`, params: { to: day } })] : [];
  });
}
