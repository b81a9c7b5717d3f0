import type { Text } from '../text.ts';

/** Holidays by their Chinese name, for files that give no other. 全国年节及纪念日放假办法 2. */
export const holidayNames: readonly Text[] = [
  { zh: '元旦', en: "New Year's Day" },
  { zh: '春节', en: 'Spring Festival' },
  { zh: '清明节', en: 'Tomb-Sweeping Day' },
  { zh: '劳动节', en: 'Labour Day' },
  { zh: '端午节', en: 'Dragon Boat Festival' },
  { zh: '中秋节', en: 'Mid-Autumn Festival' },
  { zh: '国庆节', en: 'National Day' },
];

/** A name in both languages where only one was written: known holidays, else as it stands. */
export function holidayName(written: string): Text {
  const parts = written.split(/[、,]/).map((part) => part.trim());
  const known = parts.map((part) => holidayNames.find(({ zh, en }) => part === en || part.startsWith(zh.replace(/节$/, ''))));
  if (known.some((one) => one === undefined)) return { zh: written.trim(), en: written.trim() };
  return { zh: known.map((one) => one!.zh).join('、'), en: known.map((one) => one!.en).join(', ') };
}

/** Whether a name tells of this holiday. */
export const tellsOf = (name: Text, holiday: Text): boolean =>
  name.zh.includes(holiday.zh.replace(/节$/, '')) || name.en.includes(holiday.en);

/** `off` or `work`, as tables write it; anything else as it stands. */
export function dayKind(written: string): string {
  if (/^(?:off|holiday|rest|休|放假|假)$/i.test(written.trim())) return 'off';
  return /^(?:work|workday|makeup|make-up|班|上班|调休上班)$/i.test(written.trim()) ? 'work' : written;
}

/** Days of the week as notices and tables write them; 1 is Monday. */
const WEEKDAYS: readonly RegExp[] = [
  /^(?:周|星期)?一$|^mon(?:day)?$/i,
  /^(?:周|星期)?二$|^tue(?:s|sday)?$/i,
  /^(?:周|星期)?三$|^wed(?:nesday)?$/i,
  /^(?:周|星期)?四$|^thu(?:rs|rsday)?$/i,
  /^(?:周|星期)?五$|^fri(?:day)?$/i,
  /^(?:周|星期)?六$|^sat(?:urday)?$/i,
  /^(?:周|星期)?[日天七]$|^sun(?:day)?$/i,
];

/** 1 to 7; undefined for what is no day of the week. */
export function weekdayOf(written: string): number | undefined {
  const text = written.trim();
  if (/^[0-7]$/.test(text)) return Number(text) || 7;
  const found = WEEKDAYS.findIndex((pattern) => pattern.test(text));
  return found < 0 ? undefined : found + 1;
}

export const weekdayNames: readonly Text[] = [
  { zh: '星期一', en: 'Monday' },
  { zh: '星期二', en: 'Tuesday' },
  { zh: '星期三', en: 'Wednesday' },
  { zh: '星期四', en: 'Thursday' },
  { zh: '星期五', en: 'Friday' },
  { zh: '星期六', en: 'Saturday' },
  { zh: '星期日', en: 'Sunday' },
];

/** `国办发明电〔2025〕7号`, `[2025] No. 7`: a document that has a number. */
export const DOCUMENT_NUMBER = /[〔[（(【]\s*\d{4}\s*[〕\]）)】]\s*(?:第\s*)?(?:no\.?\s*)?\d+/i;

/** What is wrong with a calendar file. */
export const faultWords = {
  unreadable: {
    zh: '看不懂这个文件：应是 JSON（本系统、chinese-days 或 holiday-cn 的格式）或 CSV（date,kind,name,weekday）',
    en: 'the file cannot be read: JSON (of this house, of chinese-days or of holiday-cn) or CSV (date,kind,name,weekday) is expected',
  },
  'no-year': { zh: '文件里没有年份', en: 'there is no year in the file' },
  'year-not-in-file': { zh: '文件里没有{year}年', en: 'the file holds nothing of {year}' },
  'not-a-year': { zh: '“{value}”不是年份', en: '"{value}" is no year' },
  'not-a-layer': {
    zh: '“{value}”不是层级：国家 national、民族地区 regional 或本县 county',
    en: '"{value}" is no layer: national, regional or county',
  },
  'not-a-status': { zh: '“{value}”不是状态：official 或 provisional', en: '"{value}" is no status: official or provisional' },
  'not-a-kind': { zh: '“{value}”既不是 off（放假）也不是 work（上班）', en: '"{value}" is neither off nor work' },
  'not-a-date': { zh: '“{value}”不是日期，应写作 2027-01-01', en: '"{value}" is no date; write 2027-01-01' },
  'not-in-year': { zh: '{date}不在{year}年：请写进那一年的文件', en: '{date} is not in {year}: it belongs to the file of its own year' },
  'ends-before': { zh: '{from}到{to}：结束在开始之前', en: '{from} to {to} ends before it begins' },
  'name-missing': { zh: '没有写是什么节日', en: 'the holiday has no name' },
  'not-a-weekday': { zh: '“{value}”不是星期几', en: '"{value}" is no day of the week' },
  'wrong-weekday': { zh: '{date}是{weekday}，不是{value}', en: '{date} is a {weekday}, not {value}' },
  'not-a-weekend': { zh: '调休上班日{date}是{weekday}，不是周末', en: 'the make-up day {date} is a {weekday}, no weekend' },
  duplicate: { zh: '{date}写了两次（{first}）', en: '{date} is given twice ({first})' },
  gap: { zh: '{name}中间缺{date}', en: '{name} has a gap: {date} is missing' },
  'holiday-missing': { zh: '没有{name}：{year}年全国的安排必须有', en: '{name} is missing: a national year without it is not whole' },
  'year-gap': {
    zh: '{before}年还没有正式安排，不能先录入{year}年',
    en: '{before} has no official notice yet; {year} cannot come before it',
  },
  'year-sealed': { zh: '{year}年已过，日历已封存', en: '{year} is past: its calendar is sealed' },
  'year-twice': { zh: '{year}年写了两次', en: '{year} is given twice' },
  'document-missing': { zh: '没有写依据的文件', en: 'the document it rests on is missing' },
  'document-number-missing': {
    zh: '{year}年已有正式安排，修改必须写明文号，例如〔2026〕3号',
    en: '{year} is official: it is amended only by a document with a number, such as 〔2026〕3号',
  },
  'county-makes-no-workday': {
    zh: '{date}：本县不能把周末定为上班日，只能宣布停止办公',
    en: '{date}: a county cannot make a weekend a working day; it can only stop work',
  },
} as const satisfies Readonly<Record<string, Text>>;
export type FaultCode = keyof typeof faultWords;
