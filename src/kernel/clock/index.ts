export type { Calendar, DayCalendar, Rest } from './calendar.ts';
export { buildCalendar, calendarFor } from './calendar.ts';
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
export type { CalendarBook, CalendarEdition, CalendarNotice, Layer, LayerYear } from './editions.ts';
export { calendarBook, changedDays, LAYERS, runsOf } from './editions.ts';
export type { Lawbook } from './lawbook.ts';
export { parseCalendarYear, parseLaw } from './lawbook.ts';
export type { Light } from './light.ts';

export { dueSoonFrom, lightOf, nextChange, pausedFrom } from './light.ts';
export type { Checked, NoticeFault, NoticeRow, NoticeYear } from './notice.ts';
export { checkNotice, faultAt } from './notice.ts';
export { type PackedClock, packClock, unpackClock } from './packed.ts';
export type { Basis, CalendarYear, Clock, Derivation, LocalDate, Pause, PauseGround, Term, Unit, YearStatus } from './types.ts';
export { dayKind, holidayName } from './words.ts';
