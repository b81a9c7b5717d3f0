import { type Refusal, type RefusalBook, reasonFor, refuser } from '../../kernel/decision.ts';
import { fill, type Text } from '../../kernel/text.ts';
import type { Fault, HandlingCase, Level, RULED_STEPS, Theme } from './types.ts';

export * from './words/search.ts';

/** What the catalogue says no to. */
export const REFUSALS = {
  'item-unknown': {
    status: 404,
    title: { zh: '事项目录中没有编号为{item}的事项。', en: 'The catalogue has no item {item}.' },
    next: { zh: '请用日常说法搜索事项，或者到综合窗口咨询。', en: 'Search in everyday words, or ask at the general window.' },
    basis: 'S3-40',
  },
  'item-at-window': {
    status: 422,
    title: {
      zh: '“{name}”（{item}）是便民事项，在窗口直接办，不用申请许可。',
      en: '“{name_en}” ({item}) is a convenience item: it is handled at the window and no licence is applied for.',
    },
    next: { zh: '请到{organ}的窗口办理。', en: 'Go to the window of {organ_en}.' },
    basis: 'S3-41',
  },
  'item-not-in-use': {
    status: 422,
    title: { zh: '事项{item}当前不在用（{state}）。', en: 'Item {item} is not in use ({state_en}).' },
    next: {
      zh: '请查看事项指南中的生效、暂停或者取消说明，或者选择替代事项；已持有的许可仍可申请注销。',
      en: 'See its guide for when it begins, is suspended or was cancelled, or choose the item that replaces it; a licence held can still be given up.',
    },
    basis: 'S1-46',
  },
  'item-not-live': {
    status: 422,
    title: { zh: '事项{item}尚不能申请：{faults}。', en: 'Item {item} cannot be applied for yet: {faults_en}.' },
    next: {
      zh: '主办部门补齐所列内容并通过合法性审查后即可上线；在此之前请到主办部门窗口咨询。',
      en: 'It goes live once its lead organ has filled what is listed; until then ask at the window of that organ.',
    },
    basis: 'S1-48, S3-20, S3-62',
  },
  'item-not-online': {
    status: 422,
    title: { zh: '事项{item}不在网上受理。', en: 'Item {item} is not applied for online.' },
    next: { zh: '请携带指南所列材料到窗口办理。', en: 'Bring the papers listed in its guide to the window.' },
    basis: 'P16',
  },
  'bundle-unknown': {
    status: 404,
    title: { zh: '没有编号为{bundle}的“一件事”。', en: 'There is no bundle {bundle}.' },
    next: { zh: '请从“一件事”目录中选择。', en: 'Choose from the list of bundles.' },
    basis: 'S1-73',
  },
} as const satisfies RefusalBook;

export const refuse = refuser(REFUSALS);
export const reason: (code: keyof typeof REFUSALS, detail?: Omit<Refusal, 'code'>) => Refusal = reasonFor(REFUSALS);

/** Faults of an item, of a list, or of a row of an imported file. */
export const FAULTS = {
  // why an item may not go live
  'no-lead': { zh: '没有主办部门', en: 'No lead department' },
  'no-basis': { zh: '没有设定依据', en: 'No legal basis' },
  'no-pledge': { zh: '没有服务承诺（内容、方式、结果缺一不可）', en: 'No service pledge (content, manner and result are all needed)' },
  'no-legality-check': { zh: '没有经过合法性审查', en: 'No legality check' },
  'legality-doubtful': { zh: '{on}的合法性审查认为存疑', en: 'The legality check of {on} found it doubtful' },
  'no-step-rule': { zh: '“{step_zh}”环节没有办事规则', en: 'The step “{step_en}” has no rule' },
  'no-legal-limit': { zh: '没有法定办结时限', en: 'No legal limit' },
  'no-promise': { zh: '没有承诺办结时限', en: 'No promised limit' },
  'promise-over-limit': {
    zh: '承诺时限{promised}日长于法定时限{legal}日',
    en: 'The promised limit of {promised} days is longer than the legal limit of {legal}',
  },
  'element-empty': { zh: '公开七要素中的“{element_zh}”为空', en: 'One of the seven public elements is empty: {element_en}' },
  'no-supervisor': { zh: '没有明确监管部门', en: 'No supervising organ' },
  'assist-over-limit': {
    zh: '协办部门{organ}的时限长于事项承诺时限',
    en: 'The limit of the assisting organ {organ} is longer than the promise of the whole item',
  },
  'assist-without-duty': { zh: '协办部门{organ}没有写明职责', en: 'The assisting organ {organ} has no duty written down' },
  // what does not fit together
  'unknown-department': { zh: '部门“{value}”不存在或者已撤销', en: 'The department “{value}” does not exist or has been abolished' },
  'lead-assists-itself': { zh: '主办部门同时列为协办', en: 'The lead is listed as assisting itself' },
  'unknown-charge': { zh: '收费项目“{value}”不存在', en: 'The charge “{value}” does not exist' },
  'unknown-item': { zh: '事项“{value}”不存在', en: 'The item “{value}” does not exist' },
  'core-item-not-live': { zh: '进驻事项不能上线：{why_zh}', en: 'An item of the one door cannot go live: {why_en}' },
  'count-differs': { zh: '{what_zh}应为{expected}，实为{found}', en: '{what_en}: {expected} expected, {found} found' },
  'count-explained': {
    zh: '{what_zh}登记{expected}，现为{found}：{without}已取消',
    en: '{what_en}: {expected} entered, {found} now, since {without} was cancelled',
  },
  'cancelled-in-bundle': {
    zh: '“一件事”里的事项{value}已取消，请确定这件事怎么调整',
    en: 'Its item {value} was cancelled: decide how the bundle goes on',
  },
  'cancelled-of-charge': {
    zh: '对应的事项{value}已取消，请确定是否停收',
    en: 'Its item {value} was cancelled: decide whether it is stopped',
  },
  'not-entered': { zh: '部门{value}有许可事项但未进驻', en: 'The department {value} has licence items but has not entered the centre' },
  'act-without-authority': { zh: '授权表没有“{value}”的一般规定', en: 'The authority table has no general row for “{value}”' },
  // rows of an imported file
  'no-rows': { zh: '文件中没有数据行', en: 'The file has no rows' },
  'unknown-format': { zh: '表头不是已知格式', en: 'The header is not of a known format' },
  'missing-column': { zh: '缺少列“{value}”', en: 'The column “{value}” is missing' },
  'unknown-column': {
    zh: '不认识列“{value}”。可用的列：{known}',
    en: 'The column “{value}” is not known. There are: {known}',
  },
  'bad-row': { zh: '本行有{found}格，应为{expected}格', en: 'The row has {found} {found:cell/cells} where {expected} are expected' },
  'unreadable-file': { zh: '文件无法读取：{value}', en: 'The file cannot be read: {value}' },
  'unknown-encoding': {
    zh: '“{value}”既不是 UTF-8 也不是 GB18030；请另存为“CSV UTF-8”',
    en: '“{value}”: this file is neither UTF-8 nor GB18030; save it as CSV UTF-8',
  },
  'bad-text': { zh: '含有不能保存的字符', en: 'Holds characters that cannot be stored' },
  'text-too-long': {
    zh: '太长（{length} 字）：名称最多 {name} 字，编号最多 {id} 字，其他最多 {cell} 字',
    en: 'Too long ({length} characters): names up to {name}, ids up to {id}, anything else up to {cell}',
  },
  'bad-id': {
    zh: '编号“{value}”只能由字母、数字、点、横线组成',
    en: 'The id “{value}” may only hold letters, digits, dots and dashes',
  },
  'missing-name': { zh: '名称为空', en: 'The name is empty' },
  'bad-number': { zh: '“{value}”不是不小于{least}的整数', en: '“{value}” is not a whole number of at least {least}' },
  'bad-amount': { zh: '“{value}”不是金额（元，至多两位小数）', en: '“{value}” is not an amount in yuan with at most two decimals' },
  'bad-date': { zh: '“{value}”不是日期', en: '“{value}” is not a date' },
  'unknown-word': { zh: '“{value}”不是本列允许的词', en: '“{value}” is not a word this column allows' },
  'unknown-level': { zh: '“{value}”看不出实施层级', en: '“{value}” names no known level of government' },
  'unknown-confidence': { zh: '“{value}”不是已知的可信程度', en: '“{value}” is not a known degree of confidence' },
  'second-lead': {
    zh: '一件事只能有一个主办部门：已有“{first}”，又出现“{value}”',
    en: 'One matter has one lead: “{first}” is there already, and “{value}” is added',
  },
  'twice-in-file': { zh: '编号“{value}”在第{first}行已经出现', en: 'The id “{value}” already stands in row {first}' },
  'changes-nothing-before': {
    zh: '已有自{first}起生效的版本，不能从更早的{value}起生效',
    en: 'A version valid from {first} exists; a new one may not begin earlier, on {value}',
  },
  'bad-guide': { zh: '补充资料有误：{value}', en: 'The additions are faulty: {value}' },
} as const satisfies Record<string, Text>;

export type FaultCode = keyof typeof FAULTS;
export type FaultParams = Readonly<Record<string, string | number>>;

export function fault(item: string, code: FaultCode, params: FaultParams = {}, where: { row?: number; column?: string } = {}): Fault {
  const words: Text = FAULTS[code];
  return { item, code, text: { zh: fill(words.zh, params), en: fill(words.en, params) }, ...where };
}

/** Of a file beside the lists: what is wrong in it, or why it cannot be read, said in both languages. */
export const guideFault = ({ zh, en }: Text, where: Pick<Fault, 'file' | 'row'>, code: FaultCode = 'bad-guide'): Fault => ({
  item: '',
  code,
  text: { zh: fill(FAULTS[code].zh, { value: zh }), en: fill(FAULTS[code].en, { value: en }) },
  ...where,
});

/** Said beside the result of an import: no fault. */
export const readAs = (file: string, encoding: string): Text => ({
  zh: `${file} 不是 UTF-8，已按 ${encoding.toUpperCase()} 读取。`,
  en: `${file} is not UTF-8; it was read as ${encoding.toUpperCase()}.`,
});

export const STEP_NAMES: Readonly<Record<(typeof RULED_STEPS)[number], Text>> = {
  accept: { zh: '受理', en: 'acceptance' },
  examine: { zh: '审查', en: 'examination' },
  decide: { zh: '决定', en: 'decision' },
  deliver: { zh: '送达', en: 'delivery' },
};

/** The seven elements of S3-20 and where an item keeps each. */
export const ELEMENTS = {
  policy: { zh: '办事政策（受理条件）', en: 'policy (conditions)' },
  basis: { zh: '办事依据', en: 'basis' },
  procedure: { zh: '办事程序', en: 'procedure' },
  system: { zh: '办事制度（地点、时间、监督电话）', en: 'system (place, hours, complaint telephone)' },
  materials: { zh: '申报材料', en: 'materials' },
  department: { zh: '责任部门', en: 'responsible department' },
  leader: { zh: '责任领导', en: 'responsible leader' },
} as const satisfies Record<string, Text>;

export const STATES = {
  suspended: { zh: '暂停', en: 'suspended' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  'not-yet': { zh: '尚未生效', en: 'not yet in force' },
  expired: { zh: '已失效', en: 'no longer in force' },
} as const satisfies Record<string, Text>;

export const COUNTED = {
  departments: { zh: '进驻部门', en: 'Departments' },
  core: { zh: '进驻行政许可', en: 'Licence items' },
  charges: { zh: '进驻收费和便民事项', en: 'Charge and convenience items' },
} as const satisfies Record<string, Text>;

export const CASE_NAMES: Readonly<Record<HandlingCase['id'], Text>> = {
  new: { zh: '新办', en: 'New' },
  change: { zh: '变更', en: 'Change' },
  renewal: { zh: '延续', en: 'Renewal' },
  reissue: { zh: '补发', en: 'Re-issue' },
  cancel: { zh: '注销', en: 'Cancellation' },
};

export const THEME_NAMES: Readonly<Record<Theme, Text>> = {
  'start-business': { zh: '开店办企业', en: 'Starting a business' },
  'shops-and-signs': { zh: '店铺与招牌', en: 'Shops and signs' },
  'food-and-drugs': { zh: '食品药品', en: 'Food and drugs' },
  transport: { zh: '交通运输', en: 'Transport' },
  'vehicles-and-driving': { zh: '车辆与驾驶', en: 'Vehicles and driving' },
  education: { zh: '教育', en: 'Education' },
  health: { zh: '医疗卫生', en: 'Health' },
  employment: { zh: '就业与用工', en: 'Employment' },
  farming: { zh: '种植养殖', en: 'Farming' },
  'forest-and-wildlife': { zh: '林草与野生动植物', en: 'Forest and wildlife' },
  water: { zh: '水利', en: 'Water' },
  'land-and-planning': { zh: '土地与规划', en: 'Land and planning' },
  building: { zh: '工程建设', en: 'Building' },
  'city-works': { zh: '市政与市容', en: 'Town works and streets' },
  environment: { zh: '生态环境', en: 'Environment' },
  safety: { zh: '消防与安全生产', en: 'Fire and work safety' },
  investment: { zh: '投资项目', en: 'Investment projects' },
  'culture-and-tourism': { zh: '文化旅游', en: 'Culture and tourism' },
  sports: { zh: '体育', en: 'Sports' },
  'civil-affairs': { zh: '民政', en: 'Civil affairs' },
  household: { zh: '户籍与居住', en: 'Household and residence' },
  'public-security': { zh: '公共安全', en: 'Public security' },
  'exit-and-entry': { zh: '出境入境', en: 'Travel documents' },
  religion: { zh: '宗教事务', en: 'Religious affairs' },
  'tax-and-finance': { zh: '财税', en: 'Tax and finance' },
  weather: { zh: '气象与防雷', en: 'Weather and lightning' },
  'legal-services': { zh: '法律服务', en: 'Legal services' },
};

/** Words of the CSV lists. */
export const CSV = {
  yesNo: { 是: true, 否: false } as Readonly<Record<string, boolean>>,
  handling: { 即办件: 'on-the-spot', 承诺件: 'promise' } as Readonly<Record<string, 'on-the-spot' | 'promise'>>,
  setting: { 中央设定: 'national', 地方设定: 'local' } as Readonly<Record<string, 'national' | 'local'>>,
  taskType: {
    行政许可: '01',
    行政给付: '05',
    行政确认: '07',
    行政奖励: '08',
    行政裁决: '09',
    其他行政权力: '10',
    公共服务: '20',
  } as Readonly<Record<string, string>>,
  lifecycle: { 在收: 'in-force', 已停征: 'stopped', 在办: 'handled' } as Readonly<Record<string, 'in-force' | 'stopped' | 'handled'>>,
  itemStatus: {
    在用: 'in-use',
    暂停: 'suspended',
    取消: 'cancelled',
    'in-use': 'in-use',
    suspended: 'suspended',
    cancelled: 'cancelled',
  } as Readonly<Record<string, 'in-use' | 'suspended' | 'cancelled'>>,
};

/** Which level a wording names; the first that fits wins. `^` means: begins with. What the county only forwards is set apart in the additions. */
export const LEVEL_WORDS: readonly (readonly [string, Level])[] = [
  ['^乡', 'township'],
  ['省级', 'province'],
  ['设区的市级', 'city'],
  ['县', 'county'],
  ['区级', 'county'],
  ['海事', 'county'],
  ['乡', 'township'],
  ['镇', 'township'],
  ['市级', 'city'],
  ['省', 'province'],
];

/** To who looked for what no item is called. */
export const partlyNote: Text = {
  zh: '没有整个相符的事项：按事项列出的，只含所输入的一部分字词。',
  en: 'No item fits the whole of it: what is listed by item contains a part of the words only.',
};
