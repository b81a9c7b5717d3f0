import type { Chance } from '../../kernel/chance.ts';
import { citizenCheck, creditCheck } from '../../kernel/organisation/index.ts';
import type { Item } from '../catalogue/index.ts';

/** Who lives in the model county. The division 999901 does not exist, so no number is anybody's. */
const DIVISION = '999901';
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文';
const GIVEN =
  '伟芳秀英娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰玉萍红鹏华建国志海燕婷雪梅飞凤琴云莲晨宇欣怡子轩浩然思雨佳慧春生永贵福祥成林德胜';
const TOWNS = ['城关镇', '河口镇', '石桥镇', '柳林镇', '青山乡', '大坪乡', '白沙镇', '双龙镇'];
const STREETS = ['人民路', '建设街', '解放路', '滨河路', '新华街', '兴业路', '学府路', '迎宾大道'];
/** Word of the firm's name, what it does, and the licences such a firm would ask for. */
const TRADES: readonly (readonly [word: string, scope: string, fits: RegExp])[] = [
  ['餐饮', '餐饮服务', /食品|餐饮|公共场所|招牌|户外广告|消防/],
  ['食品', '预包装食品、散装食品销售', /食品|粮食|招牌|户外广告/],
  ['商贸', '日用百货批发、零售', /烟草|酒类|招牌|户外广告|计量|公共场所/],
  ['建筑工程', '房屋建筑和市政工程施工', /建设|建筑|施工|工程|规划|挖掘|占用|占道|水土|项目|用地|排水|涉路/],
  ['物流', '道路普通货物运输', /运输|货运|客运|车辆|船舶|港口|危险货物/],
  ['文化传媒', '广告设计、制作、发布', /广告|出版|演出|电影|广播|娱乐|文化|印刷|互联网/],
  ['医药', '药品零售', /药品|医疗器械/],
  ['农业科技', '农作物种子、农资销售', /种子|农药|农|林|渔|兽|动物|植物|苗|采伐|肥|取水|种植/],
  ['机械制造', '农业机械制造与维修', /特种设备|计量|环境|排污|锅炉|安全|爆破/],
  ['教育咨询', '教育信息咨询服务', /学校|幼儿园|教育|办学|培训/],
  ['人力资源', '职业中介、劳务派遣', /劳务|人力|职业/],
];
/** Who asks for what no trade is known for: nothing is said of his trade. */
const GENERAL = ['实业', '发展', '综合服务'];

function tradeFor(chance: Chance, item: Item): readonly [word: string, scope?: string] {
  const fitting = TRADES.filter(([, , fits]) => fits.test(item.name.zh));
  if (fitting.length === 0) return [chance.pick(GENERAL)];
  const [word, scope] = chance.pick(fitting);
  return [word, scope];
}

/** Two marks that differ: nobody is called 金穗金穗. */
function brand(chance: Chance): string {
  const first = chance.pick(MARKS);
  return `${first}${chance.pick(MARKS.filter((mark) => mark !== first))}`;
}

const MARKS = [
  '和顺',
  '金穗',
  '宏达',
  '聚源',
  '百川',
  '瑞祥',
  '同心',
  '长青',
  '众诚',
  '万家',
  '永兴',
  '天元',
  '德润',
  '鸿运',
  '新诚',
  '丰泽',
];

export interface Applicant {
  readonly person: string;
  readonly kind: 'person' | 'firm';
  readonly name: string;
  readonly idType: 'resident-id' | 'credit-code';
  readonly idNumber: string;
  readonly phone: string;
  readonly address: string;
  /** What it does, where that is what the item is about. */
  readonly trade?: string;
  /** Who signs for a firm. */
  readonly manager: string;
}

const letters = (chance: Chance, n: number) =>
  Array.from({ length: n }, () => chance.pick([...'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'])).join('');
const personName = (chance: Chance) =>
  chance.pick([...SURNAMES]) + Array.from({ length: chance.yes(0.2) ? 1 : 2 }, () => chance.pick([...GIVEN])).join('');

function citizenNumber(chance: Chance): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const first = `${DIVISION}${chance.between(1956, 2005)}${two(chance.between(1, 12))}${two(chance.between(1, 28))}${chance.digits(3)}`;
  return first + citizenCheck(first);
}

function creditCode(chance: Chance): string {
  const first = `91${DIVISION}MA${Array.from({ length: 7 }, () => chance.pick([...'0123456789ABCDEFGHJKLMNPQRTUWXY'])).join('')}`;
  return first + creditCheck(first);
}

export function anApplicant(chance: Chance, item: Item): Applicant {
  const kind = item.audiences.length === 1 ? item.audiences[0]! : chance.yes(0.55) ? 'firm' : 'person';
  const manager = personName(chance);
  const [trade, scope] = tradeFor(chance, item);
  const town = chance.pick(TOWNS);
  const common = {
    person: `c-${letters(chance, 12)}`,
    phone: `1990000${chance.digits(4)}`,
    address: `示范县${town}${chance.pick(STREETS)}${chance.between(1, 260)}号`,
    trade: scope,
    manager,
  };
  return kind === 'firm'
    ? {
        ...common,
        kind,
        name: `示范县${brand(chance)}${trade}有限公司`,
        idType: 'credit-code',
        idNumber: creditCode(chance),
      }
    : { ...common, kind, name: manager, idType: 'resident-id', idNumber: citizenNumber(chance) };
}

/** A query code as the receipt bears it: no letter that is read as another. */
export const aCode = (chance: Chance): string =>
  Array.from({ length: 10 }, () => chance.pick([...'ABCDEFGHJKMNPQRSTUVWXYZ23456789'])).join('');
