import { lightWords } from '../kernel/matter/words.ts';
import type { Lang, Text } from '../kernel/text.ts';

/** Every word of the pictures. */
export const words = {
  'rule-named': { zh: '{code}（{name}）', en: '{code} ({name})' },
  ...lightWords,
  // seal and mark
  'seal-title': { zh: '办结印', en: 'Banjie seal' },
  'organ-seal-title': { zh: '{organ}（印章）', en: 'Seal of {organ}' },
  illustrative: { zh: '示例', en: 'illustrative' },
  'illustrative-why': { zh: '示例数据，不作依据', en: 'illustrative value of the model county, not to be relied on' },
  // calendar strip
  'strip-title': { zh: '日历：{from}至{to}，一天一格', en: 'Calendar: {from} to {to}, one square a day' },
  'strip-date': { zh: '日期', en: 'Date' },
  'strip-how': { zh: '怎么算', en: 'How it counts' },
  'run-zero': { zh: '第0天，不算', en: 'day 0, not counted' },
  'run-counted': { zh: '第{n}天', en: 'day {n}' },
  'run-counted-range': { zh: '第{n}天至第{m}天', en: 'days {n} to {m}' },
  'run-future': { zh: '第{n}天（未到）', en: 'day {n} (still to come)' },
  'run-future-range': { zh: '第{n}天至第{m}天（未到）', en: 'days {n} to {m} (still to come)' },
  'run-due': { zh: '最后一天，第{n}天', en: 'last day, day {n}' },
  'run-rest': { zh: '休息日，不算', en: 'rest, not counted' },
  'run-stop': { zh: '不算', en: 'not counted' },
  'stop-work': { zh: '停止办公，依据{document}', en: 'work stopped by the county: {document}' },
  'run-pause': { zh: '暂停，不算', en: 'paused, not counted' },
  'run-makeup': { zh: '调休上班', en: 'make-up working day' },
  'run-today': { zh: '今天', en: 'today' },
  'cell-zero': { zh: '起点', en: 'day 0' },
  'cell-rest': { zh: '休', en: 'rest' },
  'cell-holiday': { zh: '假', en: 'holiday' },
  'cell-holiday-short': { zh: '假', en: 'hol.' },
  'cell-stop': { zh: '停', en: 'stop' },
  'cell-pause': { zh: '暂停', en: 'pause' },
  'cell-makeup': { zh: '班', en: 'make-up' },
  'cell-due': { zh: '最迟', en: 'due' },
  'cell-today': { zh: '今天', en: 'today' },
  'strip-fold': {
    zh: '中间 {weeks} 周略去，其中算 {days} 天',
    en: '{weeks} {weeks:week/weeks} left out here; {days} of the days {days:is/are} counted',
  },
  'key-zero': { zh: '起算日，不算', en: 'day 0, not counted' },
  'key-counted': { zh: '算一天', en: 'counted' },
  'key-future': { zh: '还没到', en: 'still to come' },
  'key-rest': { zh: '休息日，不算', en: 'rest, not counted' },
  'key-stop': { zh: '本县停止办公，不算', en: 'work stopped by the county, not counted' },
  'key-pause': { zh: '暂停，不算', en: 'paused, not counted' },
  'key-makeup': { zh: '调休上班，照算', en: 'make-up working day, counted' },
  'key-due': { zh: '最后一天', en: 'last day' },
  'key-today': { zh: '今天', en: 'today' },
  weekend: { zh: '周末', en: 'weekend' },
  rolled: { zh: '末日休息，顺延', en: 'last day is a rest day: rolls on' },
  'rolled-back': { zh: '数到休息日，提前', en: 'counted to a rest day: the working day before is taken' },
  // time bar
  'bar-title': { zh: '时间都花在谁手里，共{total}', en: 'Who held the time, {total} in all' },
  'bar-who': { zh: '在谁手里', en: 'In whose hands' },
  'bar-how-long': { zh: '多久', en: 'How long' },
  'bar-share': { zh: '占比', en: 'Share' },
  'bar-total': { zh: '合计', en: 'Total' },
  'bar-empty': { zh: '还没有用时。', en: 'No time has been used.' },
  'bar-every-second': { zh: '从收件到现在，每一秒都在账上。', en: 'From receipt until now, every second is on somebody’s account.' },
  window: { zh: '窗口', en: 'service window' },
  organ: { zh: '部门办理', en: 'department at work' },
  applicant: { zh: '等申请人', en: 'waiting for the applicant' },
  'third-party': { zh: '等第三方', en: 'waiting for a third party' },
  law: { zh: '法定不计时', en: 'not counted by law' },
  dispute: { zh: '职责争议', en: 'dispute over competence' },
  superior: { zh: '上级机关', en: 'superior authority' },
  // lanes
  'lanes-title': { zh: '走到哪一步', en: 'Where it stands, step by step' },
  'lanes-step': { zh: '步骤', en: 'Step' },
  'lanes-what': { zh: '办得怎样', en: 'How it stands' },
  'lanes-none': { zh: '还没有轮到', en: 'not yet begun' },
  'lane-done': { zh: '已完成', en: 'done' },
  'lane-working': { zh: '在办', en: 'in progress' },
  'lane-paused': lightWords.paused,
  'lane-waiting': { zh: '等申请人', en: 'waiting for the applicant' },
  'lane-late': { zh: '已超期', en: 'late' },
  'lane-pending': { zh: '待办', en: 'still to come' },
  // flow
  'flow-title': { zh: '办理流程', en: 'How the matter runs' },
  'flow-accept': { zh: '受理', en: 'Accept' },
  'flow-lead': { zh: '牵头审查', en: 'Lead examines' },
  'flow-assist': { zh: '协办', en: 'Assist' },
  'flow-decide': { zh: '决定', en: 'Decide' },
  'flow-deliver': { zh: '送达', en: 'Deliver' },
  'flow-parallel': { zh: '同时进行', en: 'at the same time' },
  'flow-legal': { zh: '法定', en: 'By law' },
  'flow-promised': { zh: '承诺', en: 'Promised' },
  // amounts
  wd: { zh: '{n}个工作日', en: '{n} working days' },
  'wd-one': { zh: '1个工作日', en: '1 working day' },
  cd: { zh: '{n}日', en: '{n} calendar days' },
  'cd-one': { zh: '1日', en: '1 calendar day' },
  month: { zh: '{n}个月', en: '{n} months' },
  'month-one': { zh: '1个月', en: '1 month' },
  year: { zh: '{n}年', en: '{n} years' },
  'year-one': { zh: '1年', en: '1 year' },
  'at-once': { zh: '当场', en: 'on the spot' },
  'dur-days': { zh: '{n}天', en: '{n} days' },
  'dur-day': { zh: '1天', en: '1 day' },
  'dur-hours': { zh: '{n}小时', en: '{n} hours' },
  'dur-hour': { zh: '1小时', en: '1 hour' },
  'dur-minutes': { zh: '{n}分钟', en: '{n} minutes' },
  'dur-minute': { zh: '1分钟', en: '1 minute' },
  'dur-moment': { zh: '不到1分钟', en: 'under a minute' },
  // dates
  'date-day': { zh: '{d}日', en: '{d}' },
  'date-short': { zh: '{m}月{d}日', en: '{d} {mon}' },
  'date-weekday': { zh: '{m}月{d}日 {wday}', en: '{wday} {d} {mon} {y}' },
  'date-full': { zh: '{y}年{m}月{d}日 {wday}', en: '{wday} {d} {mon} {y}' },
  'date-long': { zh: '{y}年{m}月{d}日', en: '{d} {month} {y}' },
  'date-range': { zh: '{a}至{b}', en: '{a} to {b}' },
  'date-range-year': { zh: '{year}年{range}', en: '{range} {year}' },
  comma: { zh: '，', en: ', ' },
  list: { zh: '、', en: ', ' },
  colon: { zh: '：', en: ': ' },
  stop: { zh: '。', en: '.' },
  between: { zh: '', en: ' ' },
  cited: { zh: '{law}{article}', en: '{law}, {article}' },
  'law-title': { zh: '《{law}》', en: '{law}' },
  article: { zh: '第{n}条', en: 'article {n}' },
  'article-paragraph': { zh: '第{n}款', en: ', paragraph {n}' },
  'article-item': { zh: '第（{n}）项', en: ', item {n}' },
  'article-part': { zh: '（{n}）', en: '({n})' },
  'article-range': { zh: '第{from}至{to}条', en: 'articles {from} to {to}' },
  'article-and': { zh: '、', en: ' and ' },
  'article-county': { zh: '（县里决定采用，条号未核）', en: 'adopted by decision of the county; article not checked' },
  'article-practice': { zh: '（惯例，没有条文）', en: 'practice, no article' },
  'article-early-warning': { zh: '预警', en: 'on early warning' },
  'article-reminder': { zh: '提醒', en: 'on reminders' },
  'article-urging': { zh: '催办', en: 'on urging' },
  'article-supervision': { zh: '督办', en: 'on supervision' },
  'article-unknown': { zh: '（条号未核）', en: 'article not checked' },
} as const satisfies Record<string, Text>;

/** The glyphs cut into the seal; Chinese in every language. */
export const sealGlyphs = ['办', '结'] as const;

export type Word = keyof typeof words;

export const weekdays: Readonly<Record<Lang, readonly string[]>> = {
  zh: ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};

export const weekdayHeads: Readonly<Record<Lang, readonly string[]>> = {
  zh: ['一', '二', '三', '四', '五', '六', '日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};

export const months = [
  ['Jan', 'January'],
  ['Feb', 'February'],
  ['Mar', 'March'],
  ['Apr', 'April'],
  ['May', 'May'],
  ['Jun', 'June'],
  ['Jul', 'July'],
  ['Aug', 'August'],
  ['Sep', 'September'],
  ['Oct', 'October'],
  ['Nov', 'November'],
  ['Dec', 'December'],
] as const;

/** Statutory holidays, by the Chinese name that a derivation stores. */
export const holidays: readonly Text[] = [
  { zh: '元旦', en: 'New Year’s Day' },
  { zh: '春节', en: 'Spring Festival' },
  { zh: '清明节', en: 'Tomb-Sweeping Day' },
  { zh: '清明', en: 'Tomb-Sweeping Day' },
  { zh: '劳动节', en: 'Labour Day' },
  { zh: '端午节', en: 'Dragon Boat Festival' },
  { zh: '端午', en: 'Dragon Boat Festival' },
  { zh: '中秋节', en: 'Mid-Autumn Festival' },
  { zh: '中秋', en: 'Mid-Autumn Festival' },
  { zh: '国庆节', en: 'National Day' },
  { zh: '国庆', en: 'National Day' },
];

/** Two holidays in one notice are written together, 国庆节、中秋节. */
export const holidayJoint = /[、和，,]/;
export const otherHoliday = { zh: '放假', en: 'public holiday' } satisfies Text;

export const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;
export const tens = ['', '十', '百', '千'] as const;
export const titleMarks = ['《', '》'] as const;

/** Laws that a refusal, a screen or an item rests on, by the title by which a basis cites them. */
export const statutes: Readonly<Record<string, string>> = {
  行政许可法: 'Administrative Licensing Law',
  民事诉讼法: 'Civil Procedure Law',
  国务院关于职工工作时间的规定: 'Provisions of the State Council on Working Hours',
  食品安全法: 'Food Safety Law',
  食品经营许可和备案管理办法: 'Measures on Food Business Licences and Filings',
  食品生产许可管理办法: 'Measures on Food Production Licences',
  特种设备安全法: 'Special Equipment Safety Law',
  市场主体登记管理条例: 'Regulations on the Registration of Market Entities',
  农民专业合作社法: 'Law on Farmers’ Specialised Cooperatives',
  电影产业促进法: 'Film Industry Promotion Law',
  消防法: 'Fire Protection Law',
  建筑法: 'Construction Law',
  城市房地产管理法: 'Urban Real Estate Administration Law',
  道路交通安全法: 'Road Traffic Safety Law',
  公路法: 'Highway Law',
  港口法: 'Port Law',
  水法: 'Water Law',
  动物防疫法: 'Animal Epidemic Prevention Law',
  民办教育促进法: 'Law on the Promotion of Private Education',
  教师法: 'Teachers Law',
  就业促进法: 'Employment Promotion Law',
  体育法: 'Sports Law',
  会计法: 'Accounting Law',
  护照法: 'Passport Law',
  矿产资源法: 'Mineral Resources Law',
  环境影响评价法: 'Environmental Impact Assessment Law',
  职业病防治法: 'Law on the Prevention and Control of Occupational Diseases',
};

/** Titles, and the articles that follow one, in a basis as an item's list writes it: `《食品安全法》第三十五条、第三十六条`. */
export const listed = {
  title: /《([^》]+)》((?:[、至]?第[零一二三四五六七八九十百]+条)*)/g,
  article: /第([^条]+)条/g,
  to: '至',
  and: '、',
  semicolon: /[;；]/g,
} as const;

/**
 * How counties work beside the letter of the law: the rules that refusals and screens rest on, by name. A basis cites them by number
 * (`P15`); people read what the number stands for.
 */
export const practice: Readonly<Record<string, Text>> = {
  P1: { zh: '法定期限依法中止', en: 'lawful pauses of a limit' },
  P2: { zh: '收件凭证和受理通知', en: 'receipt and acceptance' },
  P3: { zh: '并联办理', en: 'examination in parallel' },
  P4: { zh: '办理情形和许可证', en: 'cases of an item and the licence' },
  P5: { zh: '容缺受理、告知承诺', en: 'papers to follow, declarations' },
  P6: { zh: '即办件', en: 'on the spot' },
  P7: { zh: '审批权限表', en: 'the authority table' },
  P8: { zh: '初审上报', en: 'pre-examination for a superior' },
  P9: { zh: '补正一次告知', en: 'one correction notice' },
  P10: { zh: '一个门：进驻、窗口、排队', en: 'one door: entry, windows, queue' },
  P11: { zh: '文书和送达', en: 'papers and their service' },
  P12: { zh: '与上级平台交换', en: 'exchange with the upper platform' },
  P13: { zh: '办事指南', en: 'the guide' },
  P14: { zh: '撤回和利害关系人', en: 'withdrawal and third parties' },
  P15: { zh: '流程精简、收费和签批的核查', en: 'checks of steps, fees and signatures' },
  P16: { zh: '演示用日常事项', en: 'everyday items for demonstration' },
  P17: { zh: '日历变动和停止办公', en: 'changed calendar and stops of work' },
  P18: { zh: '定期职责', en: 'recurring duties' },
  P19: { zh: '晨间清单和催办', en: 'the morning list and urging' },
  P20: { zh: '编制、职数、职务、岗位', en: 'places, quotas, offices, seats' },
};
