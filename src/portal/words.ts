import type { Text } from '../kernel/text.ts';
import { errorWords } from './words/errors.ts';

/** Every word of the portal's shell. */
export const words = {
  // masthead
  brand: { zh: '{county}政务服务', en: '{county} Services' },
  'brand-small': { zh: '{county} · 办结 Banjie', en: 'Banjie · handled to the end' },
  'page-title': { zh: '{title} · {county}政务服务', en: '{title} · {county} Services' },
  skip: { zh: '跳到正文', en: 'Skip to the content' },
  'main-nav': { zh: '主要栏目', en: 'Main' },
  'view-nav': { zh: '语言和字号', en: 'Language and text size' },
  'other-language': { zh: 'English', en: '中文' },
  'large-on': { zh: '大字', en: 'Large text' },
  'large-off': { zh: '常规字', en: 'Normal text' },
  'nav-services': { zh: '办事', en: 'Services' },
  'nav-track': { zh: '查进度', en: 'Track' },
  'nav-open': { zh: '看公开', en: 'Records' },
  'nav-rules': { zh: '规则', en: 'Rules' },
  'nav-law': { zh: '法律时限', en: 'Time limits' },
  // clock bar
  'clock-label': { zh: '示范县的日期', en: 'Date of the model county' },
  'clock-today': { zh: '{county}今天：{date}', en: 'Today in {county}: {date}' },
  'clock-day': { zh: '过一天', en: 'Let a day pass' },
  'clock-week': { zh: '过一周', en: 'A week' },
  'clock-tour': { zh: '六站看完一个县', en: 'A tour in six stops' },
  'clock-note': {
    zh: '日期人人可以往后拨；演示数据，标“示例”者不作依据',
    en: 'Anybody may move the date on. Demonstration data: what is marked “illustrative” is made up',
  },
  // footer
  'footer-say': {
    zh: '本页数字取自正在办理的记录，没有另一本账。',
    en: 'The figures on this page come from the live records; there is no second set of books.',
  },
  'footer-verify': { zh: '怎么核验', en: 'How to verify' },
  'footer-rules': { zh: '规则做到了多少', en: 'Which rules are kept' },
  'footer-open': { zh: '开放数据', en: 'Open data' },
  'footer-deadline': { zh: '算期限', en: 'Work out a deadline' },
  'footer-api': { zh: '接口', en: 'API' },
  // forms
  optional: { zh: '选填', en: 'optional' },
  'error-prefix': { zh: '错误：', en: 'Error: ' },
  'error-at': { zh: '{label}：{message}', en: '{label}: {message}' },
  'errors-one': { zh: '有 1 处要改', en: 'One thing needs to be put right' },
  'errors-many': { zh: '有 {n} 处要改', en: '{n} things need to be put right' },
  'errors-say': {
    zh: '已填的内容都还在。点下面的文字就到那一处。',
    en: 'Everything you typed is still there. Each line leads to its place.',
  },
  choose: { zh: '请选择', en: 'Please choose' },
  search: { zh: '查找', en: 'Search' },
  // lists
  trail: { zh: '您在这里', en: 'You are here' },
  pager: { zh: '翻页', en: 'Pages' },
  previous: { zh: '上一页', en: 'Previous page' },
  next: { zh: '下一页', en: 'Next page' },
  timeline: { zh: '办理经过', en: 'What happened' },
  download: { zh: '下载这张表：', en: 'Download this list:' },

  // papers
  'paper-to': { zh: '{name}：', en: 'To {name}:' },
  'paper-remedies': { zh: '不服本决定怎么办', en: 'If you disagree' },
  'paper-copy': { zh: '', en: 'Reading translation. The Chinese text is the one that counts.' },
  'paper-specimen': { zh: '示范县演示文书，不具法律效力', en: 'Demonstration paper of the model county, without legal effect' },
  'paper-seal-place': { zh: '（盖章处）', en: '(place of the seal)' },
  'paper-check': { zh: '核验', en: 'Verify' },
  // why this date
  'why-rule': { zh: '{law}{article}：{amount}。', en: '{law}, {article}: {amount}.' },
  'why-rule-own': { zh: '{basis}（本事项自己的设定依据）：{amount}。', en: '{basis} (this item’s own legal basis): {amount}.' },
  'why-rule-unread': {
    zh: '{amount}：本县据经验这样办，未核对原文（{law}{article}）。',
    en: '{amount}: the county goes by it from practice, the text not read ({law}, {article}).',
  },
  'why-rule-county': {
    zh: '{amount}：这是本县的参数，不是全国性法律的规定（{law}{article}）。',
    en: '{amount}: a parameter of this county, no national law ({law}, {article}).',
  },
  'why-extended': { zh: '{amount}，经批准延长{more}', en: '{amount}, extended with approval by {more}' },
  'why-extended-by': {
    zh: '{amount}，经{by}批准（{law}{article}）延长{more}',
    en: '{amount}, extended by {more} with approval of {by} ({law}, {article})',
  },
  'by-head': { zh: '本机关负责人', en: 'the head of the organ' },
  'by-county-head': { zh: '本级政府负责人', en: 'the head of the county government' },
  'by-disclosure-head': { zh: '信息公开工作机构负责人', en: 'the head of the disclosure office' },
  'by-reconsideration-head': { zh: '行政复议机构负责人', en: 'the head of the reconsideration office' },
  'by-investigating-government': { zh: '负责事故调查的人民政府', en: 'the government in charge of the investigation' },
  'why-zero-wd': {
    zh: '{date}{zero}，当天不算，从下一个工作日数起。',
    en: 'Day 0 is {date} ({zero}); it is not counted, and day 1 is the next working day.',
  },
  'why-zero-cd': {
    zh: '{date}{zero}，当天不算，从第二天数起，休息日也算。',
    en: 'Day 0 is {date} ({zero}); it is not counted, and day 1 is the next day. Rest days count too.',
  },
  'why-zero-month': {
    zh: '{date}{zero}，当天不算，到期满之月的对应日为止。',
    en: 'Day 0 is {date} ({zero}); it is not counted, and the term ends on the corresponding date.',
  },
  'why-start': { zh: '起算', en: 'the start' },
  'why-holiday': { zh: '{name}{range}放假', en: '{name}, {range}' },
  'why-stop': { zh: '{range}本县停止办公（依据{document}）', en: '{range}, when the county stopped work ({document})' },
  'why-weekend-one': { zh: '周末1天', en: 'one weekend day' },
  'why-weekend': { zh: '周末共{n}天', en: '{n} weekend days' },
  'why-rest': { zh: '{list}，都不算。', en: 'Not counted: {list}.' },
  'why-makeup': { zh: '{list}调休上班，照常计算。', en: 'Counted, because the weekend was worked to make up for a holiday: {list}.' },
  'why-paused-law': { zh: '依法暂停', en: 'Paused by law' },
  'why-paused-own': { zh: '按本县规定暂停承诺时限', en: 'The promise paused by the county’s own rule' },
  'why-since': { zh: '{from}起', en: 'since {from}' },
  'why-pause': { zh: '{range}{ground}，{paused}，不算{basis}。', en: '{paused}{basis}: {ground}, {range}.' },
  'why-pause-open': {
    zh: '{from}起{ground}，{paused}{basis}，还没有恢复。',
    en: '{paused} since {from}{basis}: {ground}; not yet resumed.',
  },
  'why-pause-expected': {
    zh: '{from}起{ground}，{paused}{basis}，预计{expected}恢复。',
    en: '{paused} since {from}{basis}: {ground}; expected to resume on {expected}.',
  },
  'why-pause-over': {
    zh: '{from}起{ground}，{paused}{basis}，原定{expected}恢复，还没有恢复；如果今天（{today}）恢复，最后一天就是{due}。',
    en: '{paused} since {from}{basis}: {ground}; it was to resume on {expected} and has not. If it resumed today ({today}), the last day would be {due}.',
  },
  'why-pause-counted': {
    zh: '{range}{ground}，按本县规定只停承诺时限{basis}，不停法定期限，照算。',
    en: 'Counted all the same: {ground}, {range}, which by the county’s own rule{basis} stops the promise and no limit of the law.',
  },
  'why-stop-moves': {
    zh: '{range}停止办公不算，因为停止办公顺延承诺时限和当事人自己的期限：{rule}。',
    en: 'The stop of work, {range}, is not counted because it moves promises and a person’s own limits: {rule}.',
  },
  'why-stop-counted': {
    zh: '{range}本县停止办公（依据{document}），照算：停止办公只顺延承诺时限和当事人自己的期限，不停机关的法定期限，见{rule}。',
    en: 'Counted all the same: {range}, when the county stopped work ({document}). A stop of work moves promises and a person’s own limits, and stops no limit that the law sets an organ: {rule}.',
  },
  stops: { zh: '停过的日子，算不算', en: 'Days on which something stood still, and whether they count' },
  'stops-out': { zh: '{range}：{what}，不算。', en: '{range}: {what}; not counted.' },
  'stops-counted': { zh: '{range}：{what}，照算。', en: '{range}: {what}; counted all the same.' },
  'stops-basis': { zh: '依据{basis}', en: 'Basis: {basis}' },
  'why-ground-other': { zh: '依法不计时的事项', en: 'a matter that the law does not count' },
  'why-basis': { zh: '（{law}{article}）', en: ' ({law}, {article})' },
  'why-rolled': {
    zh: '最后一天{date}是休息日，顺延到休息日结束的次日。',
    en: 'The last day, {date}, is a rest day, so the term rolls to the first day after the rest.',
  },
  'why-rolled-stop': {
    zh: '{date}本县停止办公（依据{document}），顺延到下一个工作日。',
    en: 'On {date} the county had stopped work ({document}), so it moves to the next working day.',
  },
  'why-capped': {
    zh: '只按天数数，要到{own}；承诺不能晚于法定，以法定期限的最后一天为限。',
    en: 'By counting alone it would end on {own}; a promise never ends after the law’s own limit, whose last day binds.',
  },
  'why-due': { zh: '所以最迟是{date}。', en: 'So it is due by {date} at the latest.' },
  'why-same': { zh: '当天就要办。', en: 'It is due the same day.' },
  'why-provisional': {
    zh: '{year}年的放假安排还没有公布，这一天是暂定的，公布以后重新计算并告知。',
    en: 'The holiday notice for {year} has not been published, so this date is provisional; it will be computed again and told.',
  },
  'why-provisional-fixed': {
    zh: '先只按《全国年节及纪念日放假办法》算日期固定的元旦、劳动节和国庆节；春节、清明节、端午节、中秋节、补假和调休要等公布。',
    en: 'Until then only the holidays that the Regulation on National Holidays ties to a date rest (New Year’s Day, Labour Day, National Day); Spring Festival, Qingming, Dragon Boat, Mid-Autumn, days in lieu and make-up days wait for the notice.',
  },
  'why-provisional-year': {
    zh: '{year}年的放假安排是暂定的，所以这一天也是暂定的，正式公布以后重新计算并告知。',
    en: 'The holidays of {year} are entered provisionally, so this date is provisional too; it will be computed again and told when the notice is out.',
  },
  'why-not-held': {
    zh: '{year}年的放假安排当年已经公布，但这里的日历没有收录，只算了周末，所以这一天只是暂定的：请按当年的通知核对。',
    en: 'The holidays of {year} were published in their time, but the calendar here does not hold that year and takes only weekends as rest days, so this date is provisional: compare it with the notice of that year.',
  },
  'why-before-law': {
    zh: '{law}的现行文本自{since}起施行，{from}在这之前：当时的规定这里没有收录，请按当时的规定核对。',
    en: 'The text of {law} that is cited has been in force since {since}, and {from} lies before that: the rules of that time are not held here; compare the date with them.',
  },
  'why-conditional': {
    zh: '这一天还取决于没有发生的事（受理，或者暂停结束），定下来就告知。',
    en: 'It still depends on something that has not happened yet (acceptance, or the end of a pause), and will be told as soon as it is fixed.',
  },
  'why-edition': { zh: '日历版本：{edition}。', en: 'Calendar edition: {edition}.' },
  'why-edition-open': { zh: '看这一版日历', en: 'The days of this edition' },
  'why-edition-document': { zh: '日历依据：{document}（版本{edition}）。', en: 'Calendar: {document} (edition {edition}).' },
  'why-rule-plain': { zh: '时限：{amount}。', en: 'The limit: {amount}.' },
  'why-first': { zh: '数起的第1天是{date}。', en: 'The first day counted is {date}.' },
  'why-weekend-run': { zh: '{range}周末', en: 'the weekend of {range}' },
  'why-weekend-day': { zh: '{range}周末', en: 'the weekend day {range}' },
  'why-last': { zh: '数到第{n}天，是{date}。', en: 'Day {n}, the last, is {date}.' },
  'why-extension-on': {
    zh: '{on}决定延长{more}，当时时限还没有届满。',
    en: 'The extension by {more} was decided on {on}, while the limit still ran.',
  },
  'why-at-least': {
    zh: '所以最早到{date}过完才算满：这是法律要求的最短期间，可以更长。',
    en: 'So it is not over before the end of {date}: it is the least that the law asks for, and may be longer.',
  },
  'why-lasts': {
    zh: '所以持续到{date}过完：这是持续的期间，不是办事的期限。',
    en: 'So it lasts until the end of {date}: a time during which something holds, no limit for doing it.',
  },
  'why-act-by': {
    zh: '这是机关自己的时限，末日{due}虽是休息日也不顺延：应当在此前最后一个工作日{date}办出。',
    en: 'It is the organ’s own limit, so it does not roll on although the last day, {due}, is a rest day: the organ has to act by {date}, the last working day before.',
  },
  'why-act-by-provisional': {
    zh: '这是机关自己的时限，末日{due}即使是休息日也不顺延：照现在所知，此前最后一个工作日是{date}，暂定以它为准。',
    en: 'It is the organ’s own limit, so it does not roll on even if the last day, {due}, is a rest day: by what is known now the last working day before is {date}, and it is provisional.',
  },
  'why-act-by-open': {
    zh: '这一天不因节假日变动；但这里没有{year}年正式的放假安排，这一天是不是休息日、最后工作日是哪天，还不能确定。',
    en: 'No holiday moves this day; but the official holidays of {year} are not known here, so whether it is a rest day, and which working day is the last before it, is open until then.',
  },
  'why-back-amount': { zh: '提前{amount}', en: '{amount} before' },
  'why-back-wd': {
    zh: '{date}是{event}，当天不算，从前一个工作日起往前数。',
    en: 'Day 0 is {date} ({event}); it is not counted, and the count runs back: day 1 is the working day before.',
  },
  'why-back-cd': {
    zh: '{date}是{event}，当天不算，从前一天起往前数，休息日也算。',
    en: 'Day 0 is {date} ({event}); it is not counted, and the count runs back: day 1 is the day before. Rest days count too.',
  },
  'why-back-month': {
    zh: '{date}是{event}，当天不算，往前数到相应那个月的对应日；没有对应日的，到那个月的最后一天。',
    en: 'Day 0 is {date} ({event}); it is not counted, and the count runs back to the corresponding date, or to the month’s last day where there is none.',
  },
  'why-rolled-back': {
    zh: '数到的那一天{date}是休息日。往前数的期限遇休息日怎样办，法律没有规定；往后顺延会少给时间，所以提前到此前最后一个工作日。',
    en: 'The day counted to, {date}, is a rest day. The law does not say what then holds of a limit counted back; to roll on would leave less time, so the last working day before is taken.',
  },
  'why-every': { zh: '每{amount}一次', en: 'once in {amount}' },
  'why-every-month': { zh: '每月一次', en: 'once a month' },
  'why-every-year': { zh: '每年一次', en: 'once a year' },
  'why-round-day': { zh: '{often}，最迟{date}', en: '{often}, by {date}' },
  'why-round-period-end': { zh: '{often}，最迟在当期最后一天', en: '{often}, by the last day of the period' },
  'why-round-last-time': { zh: '{often}，从上一次起算', en: '{often}, counted from the last time' },
  'why-round-next': {
    zh: '从{from}当天起看，下一个期日是{due}，再前一个是{previous}。',
    en: 'The first such day on or after {from} is {due}; the one before was {previous}.',
  },
  'why-period': { zh: '这一次管{from}至{to}。', en: 'This time covers {from} to {to}.' },
  'why-hours': {
    zh: '按小时计算的期间，从{from}当时起连续计算，休息日和夜间不扣除（《民法典》第二百零一条）。',
    en: 'A limit in hours runs from the moment itself, {from}, day and night and through rest days (Civil Code, article 201).',
  },
  'why-hours-due': { zh: '所以最迟是{due}。', en: 'So it ends at {due}.' },
  'why-moment': { zh: '{date} {time}', en: '{date}, {time}' },
  'why-title': { zh: '为什么是{date}', en: 'Why {date}' },
  'basis-S': { zh: '据二手资料，未核原文', en: 'from a secondary source, text not read' },
  'basis-L': { zh: '地方规定', en: 'local rule' },
  'basis-K': { zh: '据经验，未核原文', en: 'from practice, text not read' },
  ...errorWords,
} as const satisfies Record<string, Text>;

export type Word = keyof typeof words;
