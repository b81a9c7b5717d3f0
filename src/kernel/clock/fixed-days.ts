import type { Text } from '../text.ts';
import type { LocalDate } from './types.ts';
import { holidayNames } from './words.ts';

/** Since this year the regulation has stood as it does. */
export const FIXED_SINCE = 2025;

/**
 * Rest days of 全国年节及纪念日放假办法 (2024年修订, in force since 2025) art. 2 on dates of the solar calendar. They rest in a year whose notice
 * is not out yet as well; Spring Festival, Qingming, Dragon Boat, Mid-Autumn and make-up days wait for the notice.
 */
const FIXED: readonly (readonly [from: string, to: string, name: Text])[] = [
  ['01-01', '01-01', holidayNames[0]!],
  ['05-01', '05-02', holidayNames[3]!],
  ['10-01', '10-03', holidayNames[6]!],
];

export function fixedHoliday(date: LocalDate): Text | undefined {
  const day = date.slice(5);
  return FIXED.find(([from, to]) => from <= day && day <= to)?.[2];
}
