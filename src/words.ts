import type { Text } from './kernel/text.ts';

/** Sentences of the composition roots. */
export const words = {
  'model-county': { zh: '示范县', en: 'Model County' },
} as const satisfies Readonly<Record<string, Text>>;

export const commandWords = {
  about: 'Banjie (办结) runs a county government by its own rules.',
  dutiesHold: '{file}：没有错误，重新启动后生效。 · No fault; a start takes it up.',
  exampleCounty: `banjie county create 511602 --name 广安区 --name-en "Guang'an District"`,
} as const;

/** What the API says of the calendar. */
export const calendarApiWords = {
  calendar: { zh: '日历：各年、各层级、依据和版本', en: 'The calendar: its years by layer, their documents, its editions' },
  'calendar-years': { zh: '日历各年', en: 'The years of the calendar' },
  'calendar-editions': { zh: '日历版本', en: 'The editions of the calendar' },
  'calendar-edition': {
    zh: '推算里写的某一版日历：name 照推算里的写，如 2026.1、2026.3+county',
    en: 'The calendar of one edition, by the name that derivations give it: 2026.1, 2026.3+county',
  },
  'calendar-preview': {
    zh: '演练：一个日历文件（或撤回上一版）会移动哪些期限；什么也不写',
    en: 'Rehearse a calendar file, or taking the last edition back: which open dates would move; nothing is written',
  },
  'edition-years': { zh: '某一版日历的各年', en: 'The years of one edition of the calendar' },
  'calendar-apply': { zh: '录入为下一版；移动的期限各有记录', en: 'Enter it as the next edition; each date that moves gets its record' },
  'calendar-undo': { zh: '撤回上一版；每个日期复原', en: 'Take the last edition back; each date is as it was' },
  'calendar-file-about': {
    zh: '文件是 JSON、CSV（date,kind,name,weekday）或 chinese-days、holiday-cn 的格式。有一处错误就整个退回，errors 列出全部。演练的答复一页一页给，total 是共有多少行，counts 是各类各多少；录入和撤回的答复只给第一页。',
    en: 'The file is JSON, CSV (date,kind,name,weekday) or in the form of chinese-days or holiday-cn. One fault refuses the whole; errors lists all. A rehearsal is answered page by page: total says how many rows there are, counts how many of each sort. Entering and taking back answer with the first page.',
  },
  file: { zh: '文件的内容', en: 'The text of the file' },
  year: { zh: '只取这一年', en: 'Take this year only' },
  layer: {
    zh: '层级：national 国家、regional 民族地区、county 本县停止办公',
    en: 'national, regional (an ethnic area), county (a stop of work)',
  },
  document: { zh: '依据的文件和文号', en: 'The document it rests on, with its number' },
  documentEn: { zh: '文件的英文名', en: 'The same in English' },
  cause: { zh: '原因，记入版本', en: 'Why; kept with the edition' },
  undo: { zh: '演练撤回上一版', en: 'Rehearse taking the last edition back' },
} as const satisfies Readonly<Record<string, Text>>;

/** Heads of the wall as it is taken away. */
export const wallHeads = {
  code: { zh: '编号', en: 'Code' },
  institution: { zh: '制度', en: 'Institution' },
  number: { zh: '数', en: 'Number' },
  what: { zh: '数的是什么', en: 'What it counts' },
  keptBy: { zh: '由谁登记', en: 'Kept by' },
  duty: { zh: '做什么', en: 'What it does' },
} as const satisfies Readonly<Record<string, Text>>;

/** Heads of the calendar's years and editions as they are taken away, beside those of the screen. */
export const calendarHeads = {
  years: { zh: '日历各年', en: 'calendar years' },
  editions: { zh: '日历版本', en: 'calendar editions' },
  layer: { zh: '层级', en: 'Layer' },
  sealed: { zh: '封存', en: 'Sealed' },
  off: { zh: '放假', en: 'Days off' },
  offCount: { zh: '放假天数', en: 'Number of days off' },
  makeup: { zh: '调休上班', en: 'Make-up days' },
  makeupCount: { zh: '调休上班天数', en: 'Number of make-up days' },
  undoes: { zh: '撤回的是第几次录入', en: 'Takes back entry' },
  undone: { zh: '是否已撤回', en: 'Taken back' },
  would: { zh: '保留前本应', en: 'Would have been' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
} as const satisfies Readonly<Record<string, Text>>;

/** Heads of the law's lists as they are taken away, beside those of its pages. */
export const lawHeads = {
  terms: { zh: '法律时限', en: 'limits in law' },
  parameters: { zh: '县定参数', en: 'parameters of the county' },
  binds: { zh: '效力', en: 'What it is' },
  national: { zh: '国家法律', en: 'national law' },
  county: { zh: '县定参数，不是国家法律', en: 'a parameter of the county, no national law' },
} as const satisfies Readonly<Record<string, Text>>;

/** Heads of the open dates as they are taken away. */
export const deadlineHeads = {
  deadlines: { zh: '在办期限', en: 'open dates' },
  yes: { zh: '是', en: 'yes' },
  provisional: { zh: '暂定', en: 'Provisional' },
  conditional: { zh: '有条件', en: 'Conditional' },
  pausedUntil: { zh: '暂停中，告知的结束日', en: 'Paused, told to end' },
  due: { zh: '最后一天', en: 'Due' },
} as const satisfies Readonly<Record<string, Text>>;

/** What the API says of the house's own routes. */
export const apiWords = {
  title: { zh: '办结接口', en: 'Banjie API' },
  about: {
    zh: '办件、工作台、清单的接口，就是页面用的那一套。句子按 Accept-Language；拒绝是 application/problem+json，写明理由和下一步；POST 可带 Idempotency-Key。',
    en: 'The interface of matters, desk and lists; the pages use the same. Sentences follow Accept-Language; a refusal is application/problem+json with the reason and the way forward; a POST takes an Idempotency-Key.',
  },
  session: { zh: '登录', en: 'Signing in' },
  house: { zh: '系统', en: 'The system' },
  personas: { zh: '示范县里可以扮演谁', en: 'Who one can be in the model county' },
  'sign-in': { zh: '登录', en: 'Sign in' },
  'sign-in-about': {
    zh: '用人员编号和密码；示范县也可以用 persona。成功后得到浏览器的登录状态。',
    en: 'With person and password; in the model county also with a persona. The answer begins a browser session.',
  },
  'who-am-i': { zh: '我是谁，坐什么席位', en: 'Who I am, and which seats I hold' },
  'sign-out': { zh: '退出', en: 'Sign out' },
  wall: { zh: '墙：25 项制度各一个数', en: 'The wall: a number of each institution' },
  'wall-rows': { zh: '墙上一个数后面的各条', en: 'The rows behind a number of the wall' },
  clock: {
    zh: '示范县：让几天或者几周过去，一次最多31天。这里要登录；门户上同样的按钮不用登录，人人可以拨',
    en: 'Model county: let days or weeks pass, at most 31 days at once. Here one signs in; the same buttons of the portal are open to anybody',
  },
  mandate: { zh: '规则做到了多少', en: 'Which rules are kept' },
  'mandate-state': { zh: '做到什么程度', en: 'How far' },
  'mandate-institution': { zh: '哪项制度：文件夹的名称，如 licensing', en: 'Which institution, by its folder, such as licensing' },
  terms: { zh: '所有法律时限和县定参数', en: 'Every limit in law, and the parameters of the county' },
  parameters: { zh: '县定参数：亮灯和催办', en: 'The county’s parameters: lights and urging' },
  'terms-about': {
    zh: '每条：编号、长短、单位（wd 工作日、cd 自然日、mo 月、yr 年、h 小时）、从何算起、是谁的期限、末日是否顺延、谁可延长多少、哪些事停钟、不作声怎样、依据和把握。national 为 false 的是县定参数，不是国家法律。',
    en: 'Each with id, amount, unit (wd working days, cd calendar days, mo, yr, h), what starts it, whose it is, whether its last day rolls, who may extend it, what stops it, what silence means, its article and how sure we are. Where national is false it is a parameter of the county and no national law.',
  },
  document: { zh: '本接口的说明（OpenAPI 3.1）', en: 'The description of this API, OpenAPI 3.1' },
  deadline: { zh: '算一个法定期限，连同怎么算的', en: 'A legal date, with its derivation' },
  'deadline-about': {
    zh: '与 /deadline 和 banjie deadline --json 是同一个回答；banjie verify --derivation 由另一套程序核验。',
    en: 'The same answer as /deadline and banjie deadline --json; a second program checks it: banjie verify --derivation.',
  },
  'deadline-term': {
    zh: '法律时限的代码，见 /law；不与 amount 同用',
    en: 'The id of a term of the law, see /law; not together with amount',
  },
  'deadline-amount': { zh: '多久，整数', en: 'How long, a whole number' },
  'deadline-unit': {
    zh: 'wd 工作日（默认），cd 日，mo 月，yr 年，h 小时',
    en: 'wd working days (default), cd calendar days, mo months, yr years, h hours',
  },
  'deadline-from': {
    zh: '起算的那一天，不算在内，例如 2026-02-13；按小时算写到分钟；往前数的时限写那件事的日子，定期的职责写从哪天起看下一次',
    en: 'The day of the event, not counted, such as 2026-02-13; for hours with the time, 2026-02-13T10:30; of a limit counted back, the event’s own day; of a duty that comes back, the day from which to look for the next time',
  },
  'deadline-whose': { zh: '谁的时限：organ 机关（默认），citizen 当事人', en: 'Whose limit it is: organ (default) or citizen' },
  'deadline-extend': { zh: '延长，例如 15 或者 15@2026-05-01', en: 'An extension, such as 15, or 15@2026-05-01 with the day it was given' },
  'deadline-pause': {
    zh: '暂停，首末两日都不算，可以重复，例如 2026-03-02..2026-03-06:expert-review',
    en: 'A pause from first to last day inclusive, such as 2026-03-02..2026-03-06:expert-review; may be repeated',
  },
  persona: { zh: '扮演谁，例如 clerk', en: 'Who one would be, such as clerk' },
  person: { zh: '人员编号，例如 o-0012', en: 'The person id, such as o-0012' },
  password: { zh: '密码', en: 'The password' },
  advance: { zh: '1d 一天，1w 一周', en: '1d a day, 1w a week' },
} as const satisfies Readonly<Record<string, Text>>;
