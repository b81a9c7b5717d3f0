import type { Text } from '../kernel/text.ts';

/** Words of the workbench's shell. */
export const words = {
  'page-title': { zh: '{title} · {county}工作台', en: '{title} · {county} workbench' },
  workbench: { zh: '工作台', en: 'Workbench' },
  brand: { zh: '办结', en: 'Banjie' },
  skip: { zh: '跳到正文', en: 'Skip to the content' },
  'main-nav': { zh: '工作台导航', en: 'Workbench' },
  menu: { zh: '菜单', en: 'Menu' },
  top: { zh: '查找和当前身份', en: 'Search, and who I am' },
  portal: { zh: '公众网站', en: 'Public portal' },
  'search-label': { zh: '查找办件', en: 'Search' },
  'search-placeholder': { zh: '编号、事项、申请人（按 / 查找）', en: 'Number, item, applicant ( / )' },
  'other-language': { zh: 'English', en: '中文' },
  'sign-out': { zh: '退出', en: 'Sign out' },
  'seats-more': { zh: '等 {all} 个岗位', en: 'and {n} more seats' },
  'seats-more-one': { zh: '等 {all} 个岗位', en: 'and one more seat' },
  'no-seat': { zh: '今天没有岗位', en: 'no seat today' },
  loading: { zh: '正在取…', en: 'Loading …' },
  retry: { zh: '再试一次', en: 'Try again' },
  'failed-title': { zh: '没有取到', en: 'This could not be loaded' },
  'no-connection': { zh: '连不上服务器。请检查网络，再试一次。', en: 'The server cannot be reached. Check the network and try again.' },
  'not-now': { zh: '系统暂时不能办理，请稍候再试。', en: 'The system cannot do this just now. Wait a moment and try again.' },
  'broken-title': { zh: '这一页出错了', en: 'This page broke' },
  'broken-more': {
    zh: '您的办件没有受影响。重新载入一次；还不行，请告诉管理员。',
    en: 'Your matters are untouched. Load it again; if it breaks again, tell the administrator.',
  },
  reload: { zh: '重新载入', en: 'Load again' },
  'not-found': { zh: '没有这一页', en: 'There is no such page' },
  'not-found-more': {
    zh: '地址可能不完整；也可能这项功能还没有。',
    en: 'The address may be incomplete, or what it names is not there yet.',
  },
  'asked-for': { zh: '您要看的是：{screen}。', en: 'You asked for: {screen}.' },
  'asked-path': { zh: '您打开的地址：{path}', en: 'The address you opened: {path}' },
  'kept-title': { zh: '“{screen}”不给您的岗位看', en: '“{screen}” is not for your seat' },
  'kept-who': { zh: '这一页给这些岗位看：{who}。', en: 'This screen is for: {who}.' },
  'kept-you': { zh: '您今天的岗位：{seats}。', en: 'Your seats today: {seats}.' },
  'to-search': { zh: '去查找', en: 'Search' },
  'to-desk': { zh: '回到我的办件', en: 'Back to my desk' },
  close: { zh: '关闭', en: 'Close' },
  cancel: { zh: '取消', en: 'Cancel' },
  comma: { zh: '、', en: ', ' },

  // sign-in
  'sign-in-portal': { zh: '群众和企业：到公众网站', en: 'Citizens and firms: to the portal' },
  'sign-in-portal-say': {
    zh: '申请、补正、查进度不用登录。',
    en: 'They apply, correct and track without signing in.',
  },
  'sign-in-heading': { zh: '登录工作台', en: 'Sign in to the workbench' },
  'sign-in-model': {
    zh: '这是示范县：人物都是虚构的，点一下就以其身份进入。',
    en: 'This is the model county: the people are made up. One click, and you are one of them.',
  },
  'sign-in-find': { zh: '找人、岗位或单位', en: 'Find a person, seat or organ' },
  'sign-in-nobody': { zh: '没有这样的人。', en: 'There is nobody like that.' },
  'sign-in-first': { zh: '常用身份', en: 'The usual ones' },
  'sign-in-person': { zh: '工号', en: 'Person' },
  'sign-in-password': { zh: '密码', en: 'Password' },
  'sign-in': { zh: '登录', en: 'Sign in' },
  'sign-in-by-password': { zh: '用工号和密码登录', en: 'Sign in with person and password' },
  'not-yuan': {
    zh: '金额最多两位小数，例如 100.50。',
    en: 'An amount has two decimals at most, such as 100.50.',
  },
  'sign-in-needed': { zh: '请填写工号和密码。', en: 'Give person and password.' },
  'session-ended': { zh: '登录已经结束，请重新登录。', en: 'Your session has ended. Sign in again.' },

  // clock
  'clock-label': { zh: '示范县的时钟', en: "The model county's clock" },
  'clock-today': { zh: '示范县今天：{date} {time}', en: 'Today in the model county: {date} {time}' },
  'clock-day': { zh: '过一天', en: 'let a day pass' },
  'clock-week': { zh: '过一周', en: 'a week' },
  'clock-days': { zh: '天数', en: 'Number of days' },
  'clock-days-unit': { zh: '几天', en: 'days' },
  'clock-days-go': { zh: '过这些天', en: 'let these days pass' },
  'clock-passed': {
    zh: '现在是{date}。时间自己记下了 {n} 件事（沉默即受理、亮灯等）。',
    en: 'It is {date} now. Time itself recorded {n} {n:fact/facts}: silence that accepts, lights that turn.',
  },
  'clock-passed-none': { zh: '现在是{date}。', en: 'It is {date} now.' },

  // why not, why this date
  'why-not': { zh: '为什么不能', en: 'Why not' },
  'why-not-of': { zh: '{action}：为什么不能', en: '{action}: why not' },
  'why-basis': { zh: '依据：{basis}', en: 'Basis: {basis}' },
  'why-who': { zh: '谁能办：{who}', en: 'Who could: {who}' },
  'organ-seats': { zh: ' · ', en: ': ' },
  'why-date': { zh: '为什么是这一天', en: 'Why this date' },
  'why-date-of': { zh: '{date}：为什么是这一天', en: '{date}: why this date' },

  // lists
  'export-csv': { zh: '导出 CSV', en: 'Export CSV' },
  'export-xlsx': { zh: '导出 XLSX', en: 'Export XLSX' },
  'export-of': { zh: '{kind}：{list}', en: '{kind}: {list}' },
  'rows-shown': { zh: '已列出 {shown} 件，共 {total} 件', en: '{shown} of {total} listed' },
  'rows-more': { zh: '再看一些', en: 'Show more' },
  'rows-empty': { zh: '现在没有', en: 'There is none now' },

  // the wall
  wall: { zh: '制度墙', en: 'The wall' },
  'wall-say': {
    zh: '{day}：{all} 项制度，每项一个数，看的时候现数。{there} 项有数，{not} 项尚未建成。',
    en: '{day}: {all} institutions, a number each, counted as you look. {there} {there:has/have} one; {not} {not:is/are} not built yet.',
  },
  'wall-not-built': { zh: '尚未建成', en: 'not built yet' },
  'wall-note': {
    zh: '点数字看是哪些件：条数与数字相同，可以导出。尚未建成的不写数。',
    en: 'A number opens its rows: as many as it says, and they can be exported. What is not built has no number.',
  },
  'wall-rows': { zh: '{label}：{n}', en: '{n} {label}' },
  'wall-list': { zh: '制度墙：数字后面的件', en: 'The rows behind a number of the wall' },
  'back-to-wall': { zh: '返回制度墙', en: 'Back to the wall' },

  // keys
  keys: { zh: '快捷键', en: 'Keys' },
  'keys-button': { zh: '快捷键（?）', en: 'Keys (?)' },
  'key-search': { zh: '查找', en: 'search' },
  'key-help': { zh: '看快捷键', en: 'show these keys' },
  'key-call': { zh: '窗口：叫下一位', en: 'call the next one' },
  'key-next': { zh: '下一件', en: 'next matter' },
  'key-previous': { zh: '上一件', en: 'previous matter' },
  'key-open': { zh: '打开', en: 'open it' },
  'key-select': { zh: '选中或取消', en: 'select it, or not' },
  'key-act': { zh: '批量办理选中的（没有选就办当前这件）', en: 'act on what is selected, or on this one' },
  'key-close': { zh: '关闭窗口；在输入框里：离开输入框', en: 'close a window; in a field: leave it' },
} as const satisfies Readonly<Record<string, Text>>;

export type Word = keyof typeof words;

/** What an officer is told of a screen. The server says the same for whoever asks by program, or as an applicant with a query code. */
export const screenRefusals: Readonly<Record<string, { readonly title: Text; readonly next: Text }>> = {
  'no-authority': {
    title: { zh: '这一页不给您的岗位看。', en: 'This screen is not for your seat.' },
    next: {
      zh: '谁能看，由岗位的职责定；需要时请找有权的岗位。',
      en: 'Who may see it follows from what a seat does; ask a seat that may.',
    },
  },
  'matter-not-found': {
    title: { zh: '没有这件办件。', en: 'There is no such matter.' },
    next: {
      zh: '请连同横线核对编号，或者按编号的后几位、事项、申请人查找。',
      en: 'Check the number with its hyphens, or search by its last digits, the item or the applicant.',
    },
  },
  'not-found': {
    title: { zh: '没有找到。', en: 'Not found.' },
    next: { zh: '请核对地址，或者从左边的导航进入。', en: 'Check the address, or begin from the navigation.' },
  },
};
