import type { RefusalBook } from '../decision.ts';
import type { Text } from '../text.ts';
import type { AskedUnit } from './types.ts';

/** What the calculator of dates says no to. */
export const clockRefusals = {
  'term-or-amount': {
    status: 422,
    title: { zh: '要么选一个法定时限，要么填多久，只能二选一。', en: 'Either a term of the law or an amount is asked for, and only one.' },
    next: {
      zh: '按法条算就选时限（term），按天数算就填多久（amount）和单位（unit）。',
      en: 'Name a term, or write an amount with its unit.',
    },
  },
  'term-unknown': {
    status: 422,
    title: { zh: '没有这个时限：{term}。', en: 'There is no term {term}.' },
    next: { zh: '相近的有：{near}。全部时限见“法律时限”。', en: 'Near to it: {near}. All terms stand at /law.' },
  },
  'amount-out-of-range': {
    status: 422,
    title: { zh: '“{amount}”不能算。', en: '“{amount}” cannot be counted.' },
    next: { zh: '请填{range}。', en: 'Write {range}.' },
  },
  'unit-unknown': {
    status: 422,
    title: { zh: '没有这个单位：{unit}。', en: 'There is no unit {unit}.' },
    next: {
      zh: '可用：wd 工作日，cd 日，mo 月，yr 年，h 小时。',
      en: 'Use wd (working days), cd (calendar days), mo (months), yr (years) or h (hours).',
    },
  },
  'start-missing': {
    status: 422,
    title: { zh: '没有写从哪天起。', en: 'The day on which it starts is missing.' },
    next: { zh: '请填起算的那一天（from），这一天不计算在内。', en: 'Name the day of the event (from); it is not counted itself.' },
  },
  'no-such-date': {
    status: 422,
    title: { zh: '没有“{date}”这一天。', en: 'There is no day “{date}”.' },
    next: {
      zh: '请写成年-月-日，例如2026-03-12；填的日子要在1950年至2199年之间，算出来的可以更晚。',
      en: 'Write year-month-day, such as 2026-03-12. A day that you give lies between 1950 and 2199; the day worked out may be later.',
    },
  },
  'time-needed': {
    status: 422,
    title: { zh: '按小时算，要写到几点几分；“{date}”不行。', en: 'Hours are counted from a time of day; “{date}” gives none.' },
    next: { zh: '请写成2026-04-29T10:30。', en: 'Write it as 2026-04-29T10:30.' },
  },
  'whose-unknown': {
    status: 422,
    title: { zh: '“{whose}”不知道是谁的时限。', en: 'Whose limit “{whose}” is, is not known.' },
    next: { zh: '请用organ（机关的）或者citizen（当事人的）。', en: 'Use organ or citizen.' },
  },
  'unit-differs': {
    status: 422,
    title: { zh: '这个时限在法律上是{own}，不能改用“{unit}”算。', en: 'By law this term is {own}; it is not counted in “{unit}”.' },
    next: {
      zh: '选了时限就不要再写单位；要按别的单位算，就不选时限，写多久（amount）和单位（unit）。',
      en: 'With a term, leave the unit out; to count in another, write an amount with its unit instead of the term.',
    },
  },
  'whose-differs': {
    status: 422,
    title: { zh: '这个时限在法律上不是{whose_zh}的。', en: 'By law this term is not the {whose}’s.' },
    next: { zh: '选了时限就不必再选是谁的。', en: 'With a term, leave out whose limit it is.' },
  },
  'pause-unreadable': {
    status: 422,
    title: { zh: '看不懂这段暂停：“{pause}”。', en: 'The pause “{pause}” cannot be read.' },
    next: {
      zh: '请写首日、末日和事由，例如2026-03-02..2026-03-06:expert-review。',
      en: 'Give its first day, its last day and its ground, as in 2026-03-02..2026-03-06:expert-review.',
    },
  },
  'pause-open': {
    status: 422,
    title: { zh: '自{from}起的暂停没有写到哪天为止。', en: 'The pause from {from} has no last day.' },
    next: {
      zh: '请填最后一个不算的日子；还没有恢复的，填书面告知的预计日期。',
      en: 'Name the last day that is not counted; while it lasts, the day told in writing.',
    },
  },
  'pause-inverted': {
    status: 422,
    title: { zh: '暂停的末日{to}在首日{from}之前。', en: 'The pause ends on {to}, before it begins on {from}.' },
    next: { zh: '请核对两个日期。', en: 'Compare the two dates.' },
  },
  'pause-too-long': {
    status: 422,
    title: { zh: '{from}至{to}这段暂停超过{most}天。', en: 'The pause from {from} to {to} is longer than {most} days.' },
    next: { zh: '一段暂停最多{most}天，请核对年份。', en: 'A pause lasts {most} days at most; check the years.' },
  },
  'pauses-overlap': {
    status: 422,
    title: { zh: '两段暂停重叠：{to}已经算在前一段里。', en: 'Two pauses overlap: {to} belongs to the earlier one.' },
    next: { zh: '同一天只能停一次，请让后一段从次日开始。', en: 'A day can be lost only once; let the later one begin the day after.' },
  },
  'pause-over-cap': {
    status: 422,
    title: {
      zh: '“{ground}”{together}最多停{cap}，这里超过了。',
      en: 'The ground {ground} may stop the clock for {cap} at most {together}; this is more.',
    },
    next: { zh: '请缩短到上限以内，超过的日子照常计算。', en: 'Shorten it; the days beyond count as usual.' },
  },
  'pause-before-start': {
    status: 422,
    title: {
      zh: '{to}停到头的这段暂停在起算日{zero}之后一天都没有，停不了这个时限。',
      en: 'The pause that ends on {to} has no day after the start on {zero}: there was no limit yet that it could stop.',
    },
    next: {
      zh: '请核对日期；起算之前的停顿不计入时限，不用写。',
      en: 'Compare the dates; what stood still before the start is no part of the limit, so leave it out.',
    },
  },
  'pause-after-due': {
    status: 422,
    title: {
      zh: '时限在{due}已经届满，{from}才开始的暂停停不了它。',
      en: 'The limit had run out on {due}; a pause that begins on {from} stops it no more.',
    },
    next: {
      zh: '暂停只能在届满之前开始；请去掉这一段，或者核对日期和延长。',
      en: 'A pause begins before the limit runs out: leave this one out, or compare the dates and the extension.',
    },
  },
  'pause-stops-no-hours': {
    status: 422,
    title: { zh: '按小时算的时限不因暂停而停。', en: 'A pause stops no limit counted in hours.' },
    next: { zh: '请去掉暂停，或者改用日。', en: 'Leave the pause out, or count in days.' },
  },
  'ground-not-listed': {
    status: 422,
    title: { zh: '“{ground}”不是法律列出的停钟事由。', en: '“{ground}” is no ground on which the law stops this clock.' },
    next: { zh: '只有这些：{list}。', en: 'The list is closed: {list}.' },
  },
  'extension-unlawful': {
    status: 422,
    title: { zh: '这个时限依法不能延长。', en: 'The law knows no extension of this term.' },
    next: { zh: '请去掉延长。', en: 'Leave the extension out.' },
  },
  'extension-too-long': {
    status: 422,
    title: { zh: '一次最多延长{most}。', en: 'One extension is {most} at most.' },
    next: { zh: '请改到上限以内。', en: 'Stay within it.' },
  },
  'extended-too-often': {
    status: 422,
    title: { zh: '只能延长{times}次。', en: 'It can be extended {times} and no more.' },
    next: { zh: '请去掉多出的延长。', en: 'Leave out the further extension.' },
  },
  'extension-too-late': {
    status: 422,
    title: { zh: '{on}才延长，时限{due}已经届满。', en: 'Extended on {on}, but the limit had run out on {due}.' },
    next: { zh: '延长只能在届满前决定。', en: 'An extension is decided before the limit runs out.' },
  },
  'extension-too-early': {
    status: 422,
    title: { zh: '{on}延长时还没有起算。', en: 'Extended on {on}, before the start.' },
    next: { zh: '请核对日期。', en: 'Compare the dates.' },
  },
} as const satisfies RefusalBook;

/** Amounts, in sentences of this room. */
export const amounts: Readonly<Record<AskedUnit, Text>> = {
  wd: { zh: '{n}个工作日', en: '{n} working {n:day/days}' },
  cd: { zh: '{n}日', en: '{n} calendar {n:day/days}' },
  mo: { zh: '{n}个月', en: '{n} {n:month/months}' },
  yr: { zh: '{n}年', en: '{n} {n:year/years}' },
  h: { zh: '{n}小时', en: '{n} {n:hour/hours}' },
};

export const saidWords = {
  each: { zh: '每次', en: 'each time' },
  together: { zh: '合计', en: 'in all' },
  organ: { zh: '机关', en: 'organ' },
  citizen: { zh: '当事人', en: 'citizen' },
  none: { zh: '没有', en: 'none' },
  named: { zh: '{name}（{id}）', en: '{name} ({id})' },
  between: { zh: '、', en: ', ' },
  times: { zh: '{n}', en: '{n} times' },
  once: { zh: '1', en: 'once' },
  whole: { zh: '1至{most}的整数', en: 'a whole number from 1 to {most}' },
  quarters: { zh: '0.25至{most}的数，可带一刻钟（0.25）、半小时（0.5）', en: 'a number from 0.25 to {most}, in quarters of an hour' },
} as const satisfies Readonly<Record<string, Text>>;

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

export const kindNames = {
  off: { zh: '放假', en: 'a day off' },
  work: { zh: '上班', en: 'a working day' },
} as const satisfies Readonly<Record<string, Text>>;

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

/** What tells one document from another: its number with the organ's mark before it, `县政发〔2026〕31号`; else its title. */
export function documentKey({ zh }: Text): string {
  const [, mark, year, number] = NUMBERED.exec(zh) ?? [];
  return number === undefined ? zh.replace(/\s+/g, '') : `${mark} ${year} ${Number(number)}`;
}
const NUMBERED = /(\p{Script=Han}*)\s*[〔[（(【]\s*(\d{4})\s*[〕\]）)】]\s*(?:第\s*)?(?:no\.?\s*)?(\d+)/iu;

/** A decision of the county government, as its title says. */
export const DECISION = /决定|decision/i;

/** What all lines of a calendar table say alike. */
export const columnNames = {
  year: { zh: '年份', en: 'year' },
  layer: { zh: '层级', en: 'layer' },
  document: { zh: '依据', en: 'document' },
} as const satisfies Readonly<Record<string, Text>>;

/** What is wrong with a calendar file; or, where it only asks to compare, what is unusual in it. */
export const faultWords = {
  unreadable: {
    zh: '看不懂这个文件：应是 JSON（本系统、chinese-days 或 holiday-cn 的格式）或 CSV（date,kind,name,weekday）',
    en: 'the file cannot be read: JSON (of this house, of chinese-days or of holiday-cn) or CSV (date,kind,name,weekday) is expected',
  },
  'not-json': {
    zh: '这不是完整的 JSON：读到第{line}行第{column}列读不下去。请核对那里的括号、引号和逗号，或者从来源重新导出；格式见 docs/schemas/calendar.schema.json',
    en: 'this is no whole JSON: reading stops at line {line}, column {column}. Check the brackets, quotes and commas there, or export it again from its source; docs/schemas/calendar.schema.json says the form',
  },
  'column-unknown': {
    zh: '没有“{column}”这一列；可用的列：{known}',
    en: 'there is no column "{column}"; the columns are {known}',
  },
  'unknown-encoding': {
    zh: '文件里有读不出的字：既不是 UTF-8 也不是 GB18030；请另存为“CSV UTF-8”',
    en: 'the file holds characters that cannot be read: it is neither UTF-8 nor GB18030; save it as CSV UTF-8',
  },
  'not-commas': {
    zh: '各列由“{delimiter}”隔开，应由半角逗号隔开；请另存为“CSV UTF-8（逗号分隔）”',
    en: 'the columns are parted by "{delimiter}" and must be by commas; save it as CSV UTF-8 (comma delimited)',
  },
  'column-twice': { zh: '“{column}”这一列写了两次', en: 'the column "{column}" is given twice' },
  'notices-mixed': {
    zh: '这一行的{what}是“{value}”，第{line}行的是“{first}”：一个文件只写一份通知，请分成几个文件',
    en: 'the {what} of this line is "{value}", that of line {line} "{first}": a file is one notice; make a file of each',
  },
  'no-year': { zh: '文件里没有年份', en: 'there is no year in the file' },
  'no-new-year': {
    zh: '文件里有{years}年，其中没有新的：都已过去，或者已有正式安排。要更正其中一年，请写明是哪一年',
    en: 'the file holds {years}, and none of them is new: each is past or has its official notice. To correct one of them, say which year',
  },
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
    zh: '{year}年全国的正式安排须写明文号，例如国办发明电〔2026〕7号；文件里没有的，另写“依据”（--document）',
    en: 'an official notice of {year} needs the number of its document, such as Guobanfamingdian [2026] No. 7; give it beside the file (--document) where the file has none',
  },
  'stop-past': {
    zh: '{date}已过：已经过去的日子不能再宣布停止办公；确需追认的，另行录入一版，文件里写的依据须是县政府的决定并带文号，例如“县人民政府关于追认停止办公的决定（县政发〔2026〕3号）”',
    en: '{date} is past: no stop of work can be declared for a day that is over. Where it has to be recognised, enter an edition of its own whose document in the file is a decision of the county government with its number, such as “Decision of the county government to recognise a stop of work (〔2026〕 No. 3)”',
  },
  'past-added': {
    zh: '{date}已过：更正“{document}”不能补上已经过去的日子。请从更正里去掉这一天',
    en: '{date} is past: a correction of “{document}” cannot add a day that is over. Leave it out of the correction',
  },
  'past-dropped': {
    zh: '{date}已过：更正“{document}”不能去掉已经过去的日子。请在更正里照原样写上这一天',
    en: '{date} is past: a correction of “{document}” cannot take away a day that is over. Write it into the correction as it was',
  },
  'past-changed': {
    zh: '请核对：{date}已过，现行的“{document}”说是{was}，这里说是{is}；录入后，数过这一天的期限都会改动，已记的超期按新日历重新判断',
    en: 'compare: {date} is past; “{document}”, in force, makes it {was}, this file {is}. Once entered, each limit that counts it moves, and breaches on record are judged anew',
  },
  'notices-conflict': {
    zh: '{date}：“{document}”定为{is}，现行的“{other}”定为{was}。请核对两份文件，以其中一份的文号更正它',
    en: '{date}: “{document}” makes it {is}, “{other}” makes it {was}. Compare the two documents and correct one of them under its own number',
  },
  'day-told-already': {
    zh: '请核对：{date}已经写在“{other}”里，这里再写不改动任何期限',
    en: 'compare: {date} stands in “{other}” already; here it moves no date',
  },
  'english-missing': {
    zh: '请核对：“{name}”没有英文，英文的推算里会印中文',
    en: 'compare: “{name}” has no English; English derivations will print the Chinese',
  },
  'stop-recognised': {
    zh: '请核对：{date}已过，这是以决定追认的停止办公，会改动已经推算过的期限',
    en: 'compare: {date} is past; this recognises a stop of work by decision, and changes dates that were reckoned already',
  },
  'stop-on-rest-day': {
    zh: '请核对：{date}本来就是休息日，在这一天停止办公不改动任何期限',
    en: 'compare: {date} is a rest day already; stopping work on it moves no date',
  },
  'county-makes-no-workday': {
    zh: '{date}：本县不能把周末定为上班日，只能宣布停止办公',
    en: '{date}: a county cannot make a weekend a working day; it can only stop work',
  },
} as const satisfies Readonly<Record<string, Text>>;
export type FaultCode = keyof typeof faultWords;

/** Places of a file, as a sentence names them. */
export const faultPlaces = { line: { zh: '第{line}行', en: 'line {line}' } } as const satisfies Readonly<Record<string, Text>>;
/** What is wrong with the law or the calendar as data. */
export const lawFaultWords = {
  'id-form': {
    zh: '应当是小写的词，用点和连字符连接，请改正',
    en: 'must be lower-case words joined by dots and hyphens',
  },
  'term-id-form': {
    zh: '应当写成“法规.时限”，小写的词用连字符连接，请改正',
    en: 'must be <statute>.<limit>, lower-case words joined by hyphens',
  },
  'recurs-form': {
    zh: '应当是一年中的某一天 MM-DD，或者 period-end、last-time，请改正',
    en: 'must be a day of the year MM-DD, period-end or last-time',
  },
  'date-form': { zh: '应当是存在的日期，请写成 YYYY-MM-DD', en: 'must be a date, YYYY-MM-DD' },
  'parameter-range': {
    zh: '单位是 {unit} 的，应当在 {least} 到 {most} 之间，每级 {step}，请改正',
    en: 'must be from {least} to {most} in steps of {step} for {unit}',
  },
  'not-whole': { zh: '应当是整数：只有小时可以有四分之一', en: 'must be whole: only hours have quarters' },
  'not-lawful': { zh: '{ground} 不是法定的暂停事由，请写 grounds 里 scope 为 lawful 的', en: '{ground} is not a lawful ground' },
  'roll-basis-missing': {
    zh: '机关的时限只有法律写明才顺延：请写 rollBasis，或者写 roll: none',
    en: 'the limit of an organ rolls only where the law says so: give rollBasis, or roll none',
  },
  'roll-basis-idle': { zh: '只有最后一天顺延的才写 rollBasis，请删去', en: 'stands only where the last day rolls' },
  'ahead-only': {
    zh: '倒着算的时限按日、月或者年，不顺延，也不延长、暂停或者定期重来',
    en: 'a limit counted back has days, months or years, rolls no later, and is not extended, paused or recurring',
  },
  'recurs-runs': { zh: '定期重来的职责不暂停，也不顺延', en: 'a duty that comes back is not paused and does not roll' },
  'recurs-unit': { zh: '定期重来的职责按月或者按年', en: 'a duty comes back by months or years' },
  'covers-day': { zh: 'covers 只和一年中的某一天一起写', en: 'covers goes with a day of the year' },
  'recurs-extended': { zh: '定期重来的职责不延长，请删去', en: 'a duty that comes back is not extended' },
  'recurs-period': {
    zh: 'period-end 只和 1、2、3、4、6 或者 12 个 month，或者 1 个 year 一起写',
    en: 'period-end goes with 1, 2, 3, 4, 6 or 12 month, or 1 year',
  },
  'recurs-day': { zh: '一年中的某一天只和 1 个 year 一起写', en: 'a day of the year goes with 1 year' },
  'given-twice': { zh: '{what} {id} 写了两次，请删去一处', en: '{what} {id} is given twice' },
  'of-term': { zh: '时限 {id}：{said}', en: 'term {id}: {said}' },
  'other-year': {
    zh: '{day} 不在 {year} 年：通知涉及另一年的，写进那一年的文件',
    en: '{day} is not in {year}: a notice that touches another year changes that year’s file',
  },
  'ends-early': { zh: '放假 {from} 至 {to}，结束早于开始，请改正', en: 'holiday {from} to {to} ends before it begins' },
  overlap: { zh: '放假 {one} 和 {other} 重叠，请改正', en: 'holidays {one} and {other} overlap' },
  'makeup-twice': { zh: '调休上班日 {day} 写了两次，请删去一处', en: 'make-up day {day} is given twice' },
  'makeup-weekday': { zh: '调休上班日 {day} 不是周末，请改正', en: 'make-up day {day} is no weekend' },
  'makeup-off': { zh: '调休上班日 {day} 又在放假期间，请改正', en: 'make-up day {day} lies in a holiday' },
} as const satisfies Readonly<Record<string, Text>>;
