import type { LocalDate } from '../kernel/clock/types.ts';

/** The little date arithmetic a picture needs. Legal days are computed by `kernel/clock`, never here. */
const DAY = 86_400_000;
const millis = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`);

export const nextDay = (date: LocalDate, days = 1): LocalDate =>
  new Date(millis(date) + days * DAY).toISOString().slice(0, 10) as LocalDate;

/** 1 = Monday … 7 = Sunday. */
export const weekday = (date: LocalDate): number => ((((Math.floor(millis(date) / DAY) + 3) % 7) + 7) % 7) + 1;

export const daysBetween = (from: LocalDate, to: LocalDate): number => Math.round((millis(to) - millis(from)) / DAY);

export const parts = (date: LocalDate): { year: number; month: number; day: number } => {
  const [year, month, day] = date.split('-').map(Number);
  return { year: year!, month: month!, day: day! };
};
