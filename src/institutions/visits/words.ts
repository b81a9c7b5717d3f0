import type { RefusalBook } from '../../kernel/decision.ts';
import type { Text } from '../../kernel/text.ts';

/** Every "no" of the institution, with the way forward. */
export const refusalWords = {
  'window-only': {
    status: 403,
    title: { zh: '只有政务大厅窗口的岗位可以叫号、办号。', en: 'Only a seat at the windows of the service centre handles tickets.' },
    next: { zh: '请由列出的窗口岗位办理。', en: 'One of the window seats listed can do it.' },
    basis: 'P10, S3-35',
  },
  'windows-closed': {
    status: 409,
    title: { zh: '今天休息，窗口不开，不能取号。', en: 'It is a day of rest: the windows are closed, and no ticket is given.' },
    next: {
      zh: '窗口下次开放：{next}{hours}（以放假安排为准），请到时取号。',
      en: 'They open next on {next}{hours} (as the holiday notice stands): take a ticket then.',
    },
    basis: 'P10',
  },
  'another-window': {
    status: 403,
    title: { zh: '这位群众是别的窗口叫的号。', en: 'This visitor was called by another window.' },
    next: {
      zh: '请由叫号的窗口办理；该窗口的人离岗时由顶岗的人接着办。',
      en: 'That window goes on; while its clerk is away, whoever stands in does.',
    },
    basis: 'P10, S3-32',
  },
  'not-in-this-state': {
    status: 409,
    title: { zh: '这个号现在不在这一步。', en: 'This ticket is not at that stage now.' },
    next: {
      zh: '请看今天的队列，它可能已经被别的窗口叫走或者办完。',
      en: "Look at today's queue: another window may have called it, or it is done.",
    },
  },
  'seat-busy': {
    status: 409,
    title: { zh: '本窗口正在接待 {ticket} 号。', en: 'This window is attending to ticket {ticket}.' },
    next: { zh: '先办完或者登记过号，再叫下一位。', en: 'Finish with it, or note that nobody came, then call the next.' },
  },
  'queue-empty': {
    status: 409,
    title: { zh: '您的窗口现在没有人在等。', en: 'Nobody is waiting for your window now.' },
    next: { zh: '有人取号以后再叫。', en: 'Call when somebody has taken a ticket.' },
  },
  'no-such-matter': {
    status: 422,
    title: { zh: '没有办件 {matter}。', en: 'There is no matter {matter}.' },
    next: { zh: '请核对收件凭证上的办件编号。', en: 'Check the number on the receipt.' },
  },
  'visit-noted': {
    status: 409,
    title: { zh: '这次来访已经记在办件 {matter} 上。', en: 'This visit is counted for matter {matter} already.' },
    next: { zh: '不需要再记。', en: 'There is nothing more to note.' },
  },
  'visit-reason-needed': {
    status: 422,
    title: {
      zh: '办件 {matter} 已经来过 {visits} 次，再来要写明原因。',
      en: 'Somebody came about matter {matter} already (visits so far: {visits}): say why another visit was needed.',
    },
    next: { zh: '请选一个原因；“最多跑一次”按它统计。', en: 'Choose a reason; “at most one trip” is counted by it.' },
    basis: 'P10, S4-29',
  },
} as const satisfies RefusalBook;

type Named = Readonly<Record<string, Text>>;

export const openingWords: Text = { zh: '取号', en: 'Take a ticket' };
export const actionWords = {
  call: { zh: '叫号', en: 'Call' },
  'call-again': { zh: '再叫一次', en: 'Call again' },
  attend: { zh: '开始办理', en: 'Attend' },
  about: { zh: '记到办件上', en: 'Note the matter' },
  finish: { zh: '办完', en: 'Finish' },
  'no-show': { zh: '过号', en: 'Nobody came' },
  leave: { zh: '离开', en: 'Left' },
} as const satisfies Named;
export const actionBasis: Readonly<Record<keyof typeof actionWords, string>> = {
  call: 'P10, S1-70',
  'call-again': 'P10',
  attend: 'P10, S1-70',
  about: 'P10, S4-29',
  finish: 'P10, S1-70',
  'no-show': 'P10',
  leave: 'P10',
};

export const queueWords = {
  filing: { zh: '综合受理', en: 'Filing' },
  'pick-up': { zh: '取证领件', en: 'Pick-up' },
  advice: { zh: '咨询导办', en: 'Advice' },
} as const satisfies Named;

export const statusWords = {
  waiting: { zh: '等候', en: 'waiting' },
  called: { zh: '已叫号', en: 'called' },
  serving: { zh: '办理中', en: 'at the window' },
  served: { zh: '已办完', en: 'served' },
  left: { zh: '已离开', en: 'left' },
} as const satisfies Named;

export const leftWords = {
  'no-show': { zh: '过号', en: 'nobody came' },
  went: { zh: '未等到离开', en: 'left before being called' },
  'day-over': { zh: '当日未办结', en: 'not closed on the day' },
} as const satisfies Named;

export const reasonWords = {
  papers: { zh: '补交材料', en: 'to hand in papers' },
  originals: { zh: '核对原件', en: 'to show originals' },
  fee: { zh: '缴费', en: 'to pay' },
  result: { zh: '取结果', en: 'to fetch the result' },
  'asked-to-come': { zh: '部门要求再来', en: 'asked to come by an office' },
  'own-question': { zh: '自己来询问', en: 'with a question of their own' },
} as const satisfies Named;

/** The call panel of the hall, for everybody. */
export const panelWords = {
  title: { zh: '窗口叫号', en: 'Now calling' },
  lead: { zh: '{date} {time} 的情况。', en: 'As of {time} on {date}.' },
  please: { zh: '请 {label} 号到{seat}', en: 'Ticket {label}: please come to {seat}' },
  nobody: { zh: '现在没有叫号。', en: 'Nobody is being called now.' },
  'waiting-title': { zh: '等候人数', en: 'Waiting' },
  waiting: { zh: '{n} 人', en: '{n}' },
  'windows-title': { zh: '各窗口', en: 'The windows' },
  window: { zh: '窗口', en: 'Window' },
  serves: { zh: '办理', en: 'Serves' },
  now: { zh: '当前号', en: 'Ticket now' },
  ahead: { zh: '等候', en: 'Waiting' },
  calling: { zh: '{label} 请来', en: '{label} please come' },
  serving: { zh: '{label} 办理中', en: '{label} being served' },
  free: { zh: '—', en: '—' },
  closed: { zh: '现在没有人值守', en: 'not staffed now' },
  hours: { zh: '窗口开放 {from}–{to}', en: 'The windows are open {from}–{to}' },
  'closed-today': {
    zh: '今天休息，窗口不开。下次开放：{next}，{from}–{to}。',
    en: 'The windows are closed today, a day of rest. They open next on {next}, {from}–{to}.',
  },
  reload: { zh: '刷新', en: 'Refresh' },
  'to-hall': { zh: '大厅屏幕（每 15 秒自动刷新）', en: 'For a screen in the hall (refreshes itself every 15 seconds)' },
  privacy: { zh: '号码不含姓名，也不含办件内容。', en: 'A ticket carries no name and says nothing of a matter.' },
  comma: { zh: '、', en: ', ' },
} as const satisfies Named;

/** Heads of the columns of the day's list as it is taken away, and its name. */
export const listHeads = {
  name: { zh: '窗口来访', en: 'visits' },
  day: { zh: '日期', en: 'Day' },
  ticket: { zh: '号码', en: 'Ticket' },
  queue: { zh: '队列', en: 'Queue' },
  status: { zh: '状态', en: 'State' },
  seat: { zh: '窗口', en: 'Window' },
  taken: { zh: '取号时间', en: 'Taken' },
  called: { zh: '叫号时间', en: 'Called' },
  ended: { zh: '结束时间', en: 'Ended' },
  waited: { zh: '等候（秒）', en: 'Waiting (seconds)' },
  handled: { zh: '办理（秒）', en: 'Handling (seconds)' },
  items: { zh: '事项', en: 'Items' },
  applicants: { zh: '申请人', en: 'Applicants' },
  matters: { zh: '办件', en: 'Matters' },
  again: { zh: '再次来的原因', en: 'Reason of coming again' },
} as const satisfies Named;
