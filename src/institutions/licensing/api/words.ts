import type { Text } from '../../../kernel/text.ts';

/** What the API says of licensing's routes. */
export const words = {
  // groups
  matters: { zh: '办件：收件、查看、办理', en: 'Matters: filing, looking, acting' },
  actions: { zh: '办理动作', en: 'Actions on a matter' },
  desk: { zh: '工作台、看板、查找', en: 'Desk, board, search' },
  open: { zh: '公开', en: 'Open to all' },
  // routes
  file: { zh: '收件：提出申请', en: 'File an application' },
  'file-about': {
    zh: '不用账号。回答里有编号和查询码，以后凭这两样查看、补正、撤回。一次办几个事项的，写 bundle 和 items。',
    en: 'Needs no account. The answer holds the number and the query code, with which the matter is tracked, corrected and withdrawn. For several items at once send bundle and items.',
  },
  list: { zh: '办件清单', en: 'List matters' },
  'list-about': {
    zh: '工作人员看本机关牵头或者手上有事的；申请人看自己的。',
    en: 'An officer sees what her organs lead or have on their desks, an applicant his own.',
  },
  matter: { zh: '看一个办件', en: 'Look at a matter' },
  'matter-about': {
    zh: '谁在办、从什么时候起、到什么时候、为什么；每个动作能不能办，不能办的写明理由和谁能办。',
    en: 'Who has it, since when, until when and why; each action with whether you may, and if not why and who could.',
  },
  accounts: { zh: '时间账：每一秒在谁手里', en: 'Time accounts: in whose hands each second was' },
  facts: { zh: '记录：发生过什么', en: 'Records: what happened' },
  verify: { zh: '重新核对记录的校验链', en: 'Derive the chain of its records again' },
  fileOf: { zh: '取一份材料', en: 'Take a paper away' },
  story: { zh: '像故事一样看办件，给工作人员', en: 'A matter told as a story, for officers' },
  action: { zh: '动作', en: 'Action' },
  licence: { zh: '查一个证照', en: 'Look up a licence' },
  decisions: { zh: '公开的准予决定', en: 'Granted decisions, public' },
  reconciliation: { zh: '当天收费对账', en: "The day's fees reconciled" },
  'desk-read': { zh: '我的工作台', en: 'My desk' },
  'desk-sheet': { zh: '工作台清单', en: 'The desk as a list to take away' },
  bulk: { zh: '一次办多件', en: 'One act on many' },
  'bulk-about': {
    zh: '每件单独办，各有各的结果；办不了的写明理由，其余照办。',
    en: 'Each is done by itself and has its own result: what is refused says why, the others are done.',
  },
  board: { zh: '各机关红黄绿看板', en: 'All organs by light' },
  'board-rows': { zh: '看板数字后面的办件', en: 'The matters behind a number of the board' },
  'board-sheet': { zh: '看板', en: 'The board to take away' },
  search: { zh: '按编号、姓名、事项查找', en: 'Search by number, name, item' },
  // fields
  state: { zh: '办到哪一步', en: 'Its state' },
  organ: { zh: '机关代码', en: 'Code of an organ' },
  item: { zh: '事项代码，例如 SAM-L01', en: 'Code of the item, such as SAM-L01' },
  before: { zh: '上一页回答中的 next', en: 'The next of the page before' },
  day: { zh: '哪一天', en: 'The day' },
  light: { zh: '灯', en: 'The light' },
  step: { zh: '环节', en: 'Kind of step' },
  sort: { zh: '排序', en: 'Order' },
  q: { zh: '要找的字', en: 'What is looked for' },
  case: { zh: '新办、变更、延续、补办、注销', en: 'New, change, renewal, reissue, cancellation' },
  channel: { zh: '从哪里来；窗口和代办要有工作人员的令牌', en: "Where it comes from; the window needs an officer's token" },
  applicant: { zh: '申请人', en: 'The applicant' },
  agent: { zh: '代理人', en: 'Who acts for the applicant' },
  form: { zh: '申请表的内容', en: 'What the form says' },
  papers: { zh: '在窗口交的纸质材料，代码', en: 'Papers handed in at the window, by code' },
  files: { zh: '附件：材料代码、文件名、base64 内容', en: 'Files: code of the material, name, content in base64' },
  declarations: { zh: '用承诺代替的证明，代码', en: 'Certificates replaced by a declaration, by code' },
  licenceOf: { zh: '变更、延续的原证照编号', en: 'The licence that is to be changed or renewed' },
  bundle: { zh: '“一件事”的代码', en: 'Code of the bundle' },
  items: { zh: '一次办的事项，三个以上', en: 'Items filed at once, three or more' },
  amount: { zh: '项目投资额（元），由谁决定看它', en: 'Investment in yuan, where who decides depends on it' },
  electronicService: { zh: '同意电子送达', en: 'Consents to electronic service' },
  outside: { zh: '中心以外收到的', en: 'Received outside the centre' },
  acts: { zh: '动作', en: 'The action' },
  actItems: { zh: '办件编号和环节', en: 'Numbers, and steps' },
  actInput: { zh: '动作要填的内容，各件相同', en: 'What the action asks for, the same for each' },
} as const satisfies Readonly<Record<string, Text>>;

/** Prefixed so that a body of an example may be told by hand. */
export const example = {
  item: 'SAM-L02',
  applicant: { kind: 'person', name: '王小满', idType: 'resident-id', idNumber: '110101199003070003' },
  form: { subject: '小卖部' },
} as const;
