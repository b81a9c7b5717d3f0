export { countBack } from './ahead.ts';
export { type Asked, groundsFor, shortUnit } from './asked.ts';
export type { Calendar, DayCalendar, Rest } from './calendar.ts';
export { buildCalendar, calendarFor, calendarWithStops, noticesOf, yearsBehind } from './calendar.ts';
export { type CalendarFile, parseCalendarFile } from './calendar-file.ts';
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
export { basisText, capClock, extendClock, lastDayOf, pauseClock, resumeClock, settle, startClock } from './deadline.ts';
export type { CalendarBook, CalendarEdition, CalendarNotice, Layer, LayerYear } from './editions.ts';
export { calendarBook, changedDays, LAYERS, runsOf } from './editions.ts';
export { hoursAfter } from './hours.ts';
export { countyLawFile, lawFile } from './law-rows.ts';
export type { Lawbook } from './lawbook.ts';
export { isNational, LawFaults, parseCalendarYear, parseLaw, topicOf } from './lawbook.ts';
export type { Light, Thresholds } from './light.ts';

export { dueSoonFrom, lightOf, lightOn, nextChange, pausedFrom, thresholdsOf } from './light.ts';
export type { Checked, NoticeRow, NoticeYear } from './notice.ts';
export { checkNotice, noticeYears } from './notice.ts';
export { faultAt, type NoticeFault } from './notice-fault.ts';
export { type PackedClocks, packClocks, type SingleClock, unpackClocks, unpackSingle } from './packed.ts';
export { nextDue, roundOf } from './recurring.ts';
export { actBy, answerAsked } from './sheet.ts';
export type {
  AskedUnit,
  BareSheet,
  Basis,
  CalendarYear,
  Clock,
  DeadlineSheet,
  Derivation,
  KnownStatus,
  LocalDate,
  Parameter,
  Pause,
  PauseGround,
  SheetStep,
  Term,
  TermUnit,
  Unit,
  YearStatus,
} from './types.ts';
export { clockRefusals, columnNames, dayKind, holidayName } from './words.ts';
