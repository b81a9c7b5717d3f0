import type { RefusalBook } from '../../kernel/decision.ts';
import type { Text } from '../../kernel/text.ts';

/** What the house itself says no to, before any institution is asked. */
export const houseRefusals = {
  'sign-in-needed': {
    status: 401,
    title: { zh: '请先登录，或出示查询码。', en: 'Sign in first, or show the query code.' },
    next: {
      zh: '工作人员登录或出示令牌；申请人用办件编号和查询码。',
      en: 'Officers sign in, or send a bearer token; applicants send the query code in the header Query-Code.',
    },
  },
  'sign-in-failed': {
    status: 401,
    title: { zh: '登录没有成功：人员或密码不对。', en: 'Sign-in failed: the person or the password is not right.' },
    next: { zh: '请核对后再试；忘记密码请找系统管理员重设。', en: 'Check both and try again; the administrator can set a new password.' },
  },
  'csrf-missing': {
    status: 403,
    title: { zh: '这个请求没有带页面的校验码。', en: "The request does not carry its page's check code." },
    next: {
      zh: '请刷新页面再办；程序请在 X-CSRF 头中带上 GET /api/v1/session 给出的 csrf。',
      en: 'Reload the page and act again; programs send the csrf of GET /api/v1/session in the header X-CSRF.',
    },
  },
  'password-too-short': {
    status: 422,
    title: { zh: '密码太短：至少 {least} 个字符。', en: 'The password is too short: at least {least} characters.' },
    next: { zh: '用几个不相干的词连成一句最好记。', en: 'A few unrelated words make one that is easy to keep in mind.' },
  },
  'password-too-long': {
    status: 422,
    title: { zh: '密码太长：至多 {most} 个字符。', en: 'The password is too long: at most {most} characters.' },
    next: { zh: '请短一些。', en: 'Make it shorter.' },
  },
  'password-too-common': {
    status: 422,
    title: { zh: '这个密码人人都会先试。', en: 'This password is one that everybody tries first.' },
    next: { zh: '请换一个别人想不到的。', en: 'Choose one that nobody would think of.' },
  },
  'person-unknown': {
    status: 404,
    title: { zh: '组织名册里没有 {person}。', en: 'The register of the organisation knows no {person}.' },
    next: { zh: '请用名册中的人员编号，例如 o-0012。', en: 'Use a person id of the register, such as o-0012.' },
  },
  'no-password-set': {
    status: 404,
    title: { zh: '{person} 没有设过密码。', en: '{person} has no password.' },
    next: { zh: '不需要再做什么。', en: 'There is nothing to do.' },
  },
  'applicant-needs-no-sign-in': {
    status: 422,
    title: { zh: '{persona}是申请人，不在工作台登录。', en: '{persona} is an applicant and does not sign in to the workbench.' },
    next: {
      zh: '申请、补正、查进度不用登录：请打开公众网站首页（/）。',
      en: 'Applying, correcting and tracking need no sign-in: open the first page of the portal (/).',
    },
    basis: 'P13',
  },
  'token-invalid': {
    status: 401,
    title: { zh: '登录令牌无效或已过期。', en: 'The token is not valid or has expired.' },
    next: { zh: '请重新登录。', en: 'Sign in again.' },
  },
  'not-found': {
    status: 404,
    title: { zh: '没有找到。', en: 'Not found.' },
    next: { zh: '请核对地址，或从首页查找。', en: 'Check the address, or search from the home page.' },
  },
  'not-built': {
    status: 404,
    title: { zh: '“{institution}”尚未建成，还没有数。', en: '“{institution}” is not built yet and has no number.' },
    next: { zh: '建成后：{duty}已有的数都在制度墙上。', en: 'Once built: {duty} The numbers that are there stand on the wall.' },
  },
  'matter-not-found': {
    status: 404,
    title: { zh: '没有找到这件事。', en: 'This matter was not found.' },
    next: { zh: '请核对办件编号和查询码。', en: 'Check the number and the query code.' },
  },
  'action-unknown': {
    status: 404,
    title: { zh: '没有这个操作：{action}。', en: 'There is no action {action}.' },
    next: { zh: '办件的 actions 列出全部操作。', en: 'The matter lists all its actions.' },
  },
  'parameter-unknown': {
    status: 422,
    title: { zh: '这里没有参数“{name}”。', en: 'There is no parameter “{name}” here.' },
    next: { zh: '可用的参数：{list}。', en: 'The parameters are {list}.' },
  },
  'parameter-repeated': {
    status: 422,
    title: { zh: '参数“{name}”写了{times}次。', en: 'The parameter “{name}” is given {times} times.' },
    next: { zh: '最多写{most}次；请去掉多出的。', en: 'At most {most}; leave out the rest.' },
  },
  malformed: {
    status: 400,
    title: { zh: '请求格式不对。', en: 'The request is malformed.' },
    next: { zh: '请按接口说明发送。', en: 'Send it as the interface describes.' },
  },
  'invalid-input': {
    status: 422,
    title: { zh: '有 {count} 处需要修改。', en: 'To be corrected: {count}.' },
    next: {
      zh: '请按各处的说明修改后再提交，已填的内容都还在。',
      en: 'Correct them as each says and send again; nothing you typed is lost.',
    },
  },
  'idempotency-key-reused': {
    status: 422,
    title: { zh: '这个 Idempotency-Key 已用于另一个请求。', en: 'This Idempotency-Key was used for a different request.' },
    next: { zh: '同一个键只能重发同样的内容；新请求请换新键。', en: 'Repeat the same body with it, or use a new key.' },
  },
  'idempotency-key-too-long': {
    status: 422,
    title: {
      zh: 'Idempotency-Key 太长：{found}个字符，最多{most}个。',
      en: 'The Idempotency-Key is too long: {found} characters of at most {most}.',
    },
    next: { zh: '请换一个短些的键，例如一个 UUID。', en: 'Use a shorter key, such as a UUID.' },
  },
  stale: {
    status: 409,
    title: { zh: '您看的是旧内容：这一步已有人办过。', en: 'What you saw is out of date: this step has changed since.' },
    next: { zh: '请看现在的情况（第 {version} 版）再办。', en: 'Look at the present state (version {version}) and act again.' },
  },
  'too-large': {
    status: 413,
    title: { zh: '内容太大。', en: 'It is too large.' },
    next: { zh: '每个文件不超过 5 兆，全部不超过 20 兆。', en: 'At most 5 MB a file and 20 MB in all.' },
  },
  'type-not-allowed': {
    status: 415,
    title: { zh: '不接受这种文件：{name}。', en: 'This type of file is not accepted: {name}.' },
    next: {
      zh: '请用 PDF、JPG、PNG、OFD、DOCX 或 XLSX；按内容识别，不看扩展名。',
      en: 'Use PDF, JPG, PNG, OFD, DOCX or XLSX; the content counts, not the name.',
    },
  },
  'file-empty': {
    status: 422,
    title: { zh: '文件是空的：{name}。', en: 'The file is empty: {name}.' },
    next: { zh: '请核对文件，重新选择后再交。', en: 'Check the file and send it again.' },
  },
  'unsupported-media': {
    status: 415,
    title: { zh: '不接受这种内容类型。', en: 'This content type is not accepted.' },
    next: { zh: '接口请用 application/json。', en: 'Use application/json.' },
  },
  'too-many-requests': {
    status: 429,
    title: { zh: '试得太频繁了。', en: 'Too many attempts.' },
    next: { zh: '请在 {seconds} 秒后再试。', en: 'Try again in {seconds} {seconds:second/seconds}.' },
  },
  unavailable: {
    status: 503,
    title: { zh: '系统暂时不能办理。', en: 'The system cannot act for the moment.' },
    next: {
      zh: '请稍候用同一个 Idempotency-Key 重发：若已办成，会得到同样的答复，不会办两次。',
      en: 'Repeat it shortly with the same Idempotency-Key: if it was done you get the same answer, and it is never done twice.',
    },
  },
  'clock-behind-records': {
    status: 409,
    title: { zh: '已有到 {last} 的记录，时钟不能拨到它以前。', en: 'There are records up to {last}; the clock cannot go behind them.' },
    next: {
      zh: '请拨到 {last} 或以后；要从头开始，请换一个数据目录（BANJIE_DATA）。',
      en: 'Set it to {last} or later; to begin anew, choose another data folder (BANJIE_DATA).',
    },
  },
  'county-not-empty': {
    status: 409,
    title: {
      zh: '示范县里已经有{matters}件申请、{others}条窗口和收费记录，不再演示生活。',
      en: 'The model county has applications ({matters}) and records of windows and tills ({others}) already; it is lived only while it is empty.',
    },
    next: { zh: '请换一个空的数据文件夹（BANJIE_DATA）再试。', en: 'Name an empty folder with BANJIE_DATA and try again.' },
  },
  'county-begins-later': {
    status: 422,
    title: { zh: '{from}时示范县还没有任何在用事项。', en: 'On {from} the model county had no items in use yet.' },
    next: { zh: '请把开始日期定在2025年1月1日以后。', en: 'Begin on 2025-01-01 or later.' },
  },
  'clock-too-far': {
    status: 422,
    title: { zh: '示范县的时钟走到2059年为止。', en: 'The model county’s clock runs to the end of 2059.' },
    next: { zh: '请选一个更早的时间。', en: 'Choose an earlier time.' },
  },
  'calendar-file-faulty': {
    status: 422,
    title: {
      zh: '这个日历文件有 {count} 处错误，一天也没有录入。',
      en: 'Faults in the calendar file: {count}; no day of it was taken in.',
    },
    next: { zh: '请按所列各处改正整个文件，再演练一次。', en: 'Correct the file at each place named and rehearse it again.' },
    basis: 'P17',
  },
  'calendar-unchanged': {
    status: 422,
    title: {
      zh: '文件里的日子与现行日历相同，没有可改的；本来休息的日子，再宣布停止办公也不算改动。',
      en: 'The file says what the calendar says already; a stop of work on a day of rest changes nothing.',
    },
    next: {
      zh: '不需要再做什么；要录入另一年，请给出那一年的文件。',
      en: 'There is nothing to do; for another year bring the file of that year.',
    },
  },
  'calendar-nothing-to-undo': {
    status: 409,
    title: { zh: '没有可以撤回的日历版本。', en: 'There is no edition of the calendar to take back.' },
    next: { zh: '随系统而来的日历不能撤回。', en: 'The calendar that came with the house cannot be taken back.' },
  },
  'calendar-other-edition': {
    status: 409,
    title: { zh: '这个文件不是现行日历版本{edition}的来源。', en: 'This file is not the source of edition {edition}, which is in force.' },
    next: {
      zh: '现行版本依据的是“{document}”：用那份文件撤回，或者不写文件，直接撤回这一版。',
      en: 'That edition rests on “{document}”: take it back with that file, or without naming any.',
    },
  },
  'calendar-year-sealed': {
    status: 409,
    title: { zh: '{year}年已过，它的日历已经封存。', en: '{year} is past: its calendar is sealed.' },
    next: { zh: '已过年份的日期不再改动。', en: 'Dates of a past year are not moved any more.' },
  },
  'calendar-overtaken': {
    status: 409,
    title: { zh: '刚才另有人录入了一个日历版本。', en: 'Somebody else has just entered an edition of the calendar.' },
    next: { zh: '请看现在的日历，再演练一次。', en: 'Look at the calendar as it is now and rehearse again.' },
  },
  'not-a-model-county': {
    status: 422,
    title: { zh: '只有示范县有自己的时钟和演示身份。', en: 'Only the model county has its own clock and personas.' },
    next: { zh: '正式的县按真实时间运行。', en: 'A real county runs on real time.' },
  },
} as const satisfies RefusalBook;

/** The sentence under a field, by what is wrong with it. */
export const fieldWords: Readonly<Record<string, Text>> = {
  'check-digit': { zh: '校验位不对，请核对号码。', en: 'The check digit is wrong; compare the number.' },
  'birth-date': { zh: '号码中的出生日期不存在。', en: 'The date of birth in the number does not exist.' },
  shape: { zh: '号码的位数或格式不对。', en: 'The number has the wrong length or form.' },
  'not-a-phone': {
    zh: '电话至少七位数字，如 13900000001 或 0826-1234567。',
    en: 'A telephone has at least seven digits, e.g. 13900000001 or 0826-1234567.',
  },
  'kind-differs': { zh: '单位请用统一社会信用代码，个人请用个人证件。', en: 'A firm uses its credit code, a person a personal document.' },
  'unreadable-characters': { zh: '有无法识别的字符，请重新输入。', en: 'It holds characters that cannot be read; type it again.' },
  'not-a-date': { zh: '请写成年-月-日，例如 2026-03-12。', en: 'Write a date as year-month-day, e.g. 2026-03-12.' },
  'not-a-time': { zh: '请写成时:分，例如 09:30。', en: 'Write a time as hours:minutes, e.g. 09:30.' },
  'too-many-fields': { zh: '填写项太多。', en: 'Too many entries.' },
  'at-least-zero': { zh: '不能小于 0。', en: 'It must not be below 0.' },
  'at-least-one': { zh: '至少是 1。', en: 'It must be at least 1.' },
  'not-measured': { zh: '请填大于 0 的数，最多三位小数。', en: 'Write a number above 0, with three decimals at most.' },
  'unknown-field': { zh: '没有这一项，请核对名称。', en: 'There is no such field; check its name.' },
  'not-yuan': {
    zh: '请填金额（元），不小于 0，最多两位小数，例如 100.50。',
    en: 'Write an amount in yuan, not below 0, with two decimals at most, such as 100.50.',
  },
  'counter-only': { zh: '只有窗口收件时才填这一项。', en: 'Only a window that receives the application fills this in.' },
  'not-whole': { zh: '请填整数。', en: 'Write a whole number.' },
  'too-large-number': { zh: '数字太大。', en: 'The number is too large.' },
  'too-long': { zh: '太长了。', en: 'It is too long.' },
  required: { zh: '请填写。', en: 'Please fill this in.' },
  'not-text': { zh: '这里应为一段文字。', en: 'Text is expected here.' },
  'not-a-number': { zh: '请填数字。', en: 'Write a number.' },
  'not-yes-or-no': { zh: '这里应为“是”或者“否”（true、false）。', en: 'Yes or no is expected here (true, false).' },
  'not-a-list': { zh: '这里应为一个列表。', en: 'A list is expected here.' },
  'not-an-object': { zh: '这里应为一组带名称的内容。', en: 'A group of named values is expected here.' },
  'not-base64': { zh: '文件内容应为 base64 编码。', en: 'The content of a file is expected in base64.' },
  'to-be-confirmed': { zh: '这一项要确认了才行（true）。', en: 'This has to be confirmed (true).' },
  'not-an-option': { zh: '请从列出的选项中选择。', en: 'Choose one of the options.' },
  'wrong-form': { zh: '格式不对。', en: 'The form is not right.' },
  invalid: { zh: '这里不对，请核对。', en: 'Something is wrong here; check it.' },
};

/** What the description of the API says of fields and answers that every route shares. */
export const apiWords = {
  token: {
    zh: '工作人员或申请人的令牌；示范县用 banjie token 取得。',
    en: "A person's bearer token; in the model county from banjie token.",
  },
  cookie: {
    zh: '登录后的浏览器；改变什么的请求还要在 X-CSRF 头中带上 GET /api/v1/session 给出的 csrf。',
    en: 'A signed-in browser; what changes something also carries the csrf of GET /api/v1/session in the header X-CSRF.',
  },
  code: { zh: '申请人的查询码，也可写作 ?code=。', en: "The applicant's query code; also as ?code=." },
  answer: { zh: '办成了。', en: 'Done.' },
  once: { zh: '同一个键重复发送，只办一次，回答相同。', en: 'A request repeated with the same key has one effect and the same answer.' },
  ifMatch: {
    zh: '看到的版本（ETag）；同一环节其间变了就回答 409，不覆盖。',
    en: 'The version seen (its ETag); where the same step has changed since the answer is 409 and nothing is overwritten.',
  },
  number: { zh: '编号，例如 2026-SAM-000123', en: 'The number, such as 2026-SAM-000123' },
  id: { zh: '代码', en: 'The code' },
  limit: { zh: '一页多少条，1 至 200', en: 'Rows of a page, 1 to 200' },
  after: { zh: '上一页回答中的 next', en: 'The next of the page before' },
} as const satisfies Readonly<Record<string, Text>>;

/** Where a number has an upper end. */
export const atMostWords: Text = { zh: '最多 {most}。', en: 'At most {most}.' };

/** Where a number of rows is asked for. */
export const fromOneWords: Text = { zh: '请填 1 至 {most} 的整数。', en: 'Write a whole number from 1 to {most}.' };

/** What is allowed where it cannot be listed, by the field's name, which means the same everywhere. */
const cursor: Text = {
  zh: '请照抄上一页回答中的 next；要第一页就不写。',
  en: 'Use the next of the page before; for the first page leave it out.',
};
export const optionWords: Readonly<Record<string, Text>> = {
  after: cursor,
  before: cursor,
  advance: { zh: '请写 1d 至 31d（天）或者 1w 至 4w（周）。', en: 'Write 1d to 31d (days) or 1w to 4w (weeks).' },
};

/** Where a field was sent that there is not. */
export const knownWords: Text = { zh: '没有这一项；可以写的有：{list}。', en: 'There is no such field; known are: {list}.' };

/** Where one of a few is asked for. */
export const oneOfWords: Text = { zh: '请从这些中选一个：{list}。', en: 'Choose one of {list}.' };
