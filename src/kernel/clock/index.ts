export type { Calendar, DayCalendar, Rest } from './calendar.ts';
export { buildCalendar } from './calendar.ts';
export {
  addDays,
  addMonths,
  daysBetween,
  fromDayNumber,
  isLocalDate,
  localDate,
  startOfDay,
  toDayNumber,
  today,
  weekday,
  year,
} from './date.ts';
export type { StartClock } from './deadline.ts';
export { basisText, extendClock, pauseClock, resumeClock, settle, startClock } from './deadline.ts';
export { hoursAfter } from './hours.ts';
export type { Lawbook, LawFault } from './lawbook.ts';
export { isNational, LawFaults, parseCalendarYear, parseLaw, topicOf } from './lawbook.ts';
export type { Light } from './light.ts';
export { dueSoonFrom, lightOf, nextChange, pausedFrom } from './light.ts';
export { type PackedClock, packClock, unpackClock } from './packed.ts';
export { nextDue } from './recurring.ts';
export type { Basis, CalendarYear, Clock, Derivation, LocalDate, Pause, PauseGround, Term, TermUnit, Unit, YearStatus } from './types.ts';
