import type { Clock } from '../types.ts';

/** The checker's own dates: text in, text out, one day at a time. */

/** Months and years end on the corresponding day, or the month's last (民法典 202); here that is turned into days. */
export function daysToCount({ zero, amount, extended, unit }: Pick<Clock, 'amount' | 'extended' | 'unit'> & { zero: string }): number {
  if (unit === 'wd' || unit === 'cd') return amount + extended;
  let [y, m] = [Number(zero.slice(0, 4)), Number(zero.slice(5, 7))];
  const wanted = Number(zero.slice(8));
  for (let left = (amount + extended) * (unit === 'year' ? 12 : 1); left > 0 && y < 9999; left--)
    [y, m] = m === 12 ? [y + 1, 1] : [y, m + 1];
  const target = Date.UTC(y, m - 1, Math.min(wanted, lastOf(y, m)));
  return (target - Date.UTC(Number(zero.slice(0, 4)), Number(zero.slice(5, 7)) - 1, wanted)) / 86_400_000;
}

/** So many months before a day: the corresponding day, or the month's last. */
export function monthsBefore(day: string, months: number): string {
  let [y, m] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  for (let left = months; left > 0; left--) [y, m] = m === 1 ? [y - 1, 12] : [y, m - 1];
  return written(y, m, Math.min(Number(day.slice(8)), lastOf(y, m)));
}

export function after(day: string): string {
  const d = Number(day.slice(8));
  if (d < 28) return `${day.slice(0, 8)}${d < 9 ? '0' : ''}${d + 1}`;
  const [y, m] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  if (d < lastOf(y, m)) return written(y, m, d + 1);
  return m < 12 ? written(y, m + 1, 1) : written(y + 1, 1, 1);
}

export function before(day: string): string {
  const [y, m, d] = day.split('-').map(Number) as [number, number, number];
  if (d > 1) return written(y, m, d - 1);
  return m > 1 ? written(y, m - 1, lastOf(y, m - 1)) : written(y - 1, 12, 31);
}

export const lastOf = (y: number, m: number): number => [31, leap(y) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1]!;
const leap = (y: number): boolean => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
const written = (y: number, m: number, d: number): string =>
  [String(y).padStart(4, '0'), String(m).padStart(2, '0'), String(d).padStart(2, '0')].join('-');
/** 1970-01-01 was a Thursday. */
export const weekend = (day: string): boolean => {
  const days = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) / 86_400_000;
  const after = ((days % 7) + 7) % 7;
  return after === 2 || after === 3;
};

/** The stored text may be anybody's. */
export function isDay(text: unknown): text is string {
  const [y, m, d] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(String(text)) ?? []).slice(1).map(Number);
  return y! >= 1900 && y! <= 3000 && m! >= 1 && m! <= 12 && d! >= 1 && d! <= lastOf(y!, m!);
}
