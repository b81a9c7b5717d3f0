/**
 * The county's templates of the decision on a licence, as it is drafted, printed and filed. The Chinese text is the paper (P11);
 * holes in braces are filled from the record, a paragraph whose hole stays empty is left out.
 */
export interface Template {
  readonly title: string;
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
}

const facts = {
  heading: '一、事实',
  paragraphs: [
    '{applicant}于{filed}向本机关提出{item}（{case}）申请，办件编号{number}。',
    '申请人于{corrected}按补正告知书的要求补正了申请材料。',
    '申请材料齐全、符合法定形式，本机关于{accepted}受理。',
    '除依书面承诺后补的材料外，申请材料齐全、符合法定形式，本机关于{acceptedLacking}受理。',
    '申请提出后，本机关在五个工作日内没有告知需要补正，依法自{deemed}起视为受理。',
    '审查期间依法进行{pauses}，所需时间不计算在期限内。',
    '办理期限经本机关负责人批准延长一次，至{extended}。',
    '{assists}',
    '已告知利害关系人，并听取申请人、利害关系人的陈述和申辩（共{spoke}份）。',
    '本机关于{hearing}举行听证，听证笔录附卷。',
  ],
} as const;
const basis = (article: string) => ({ heading: '二、依据', paragraphs: ['{basis}。', `《中华人民共和国行政许可法》${article}。`] });
const reasons = { heading: '三、理由', paragraphs: ['{reason}'] } as const;

export const templates = {
  granted: {
    title: '准予行政许可决定书',
    sections: [
      facts,
      basis('第三十八条第一款'),
      reasons,
      {
        heading: '四、决定',
        paragraphs: [
          '经审查，申请符合法定条件、标准，决定准予{applicant}{item}。',
          '行政许可证件编号：{licence}。有效期：{validity}。',
          '附加条件：{conditions}',
          '本机关将自作出决定之日起十个工作日内向申请人颁发、送达行政许可证件。',
          '本决定与部分审查意见不一致，理由已在“三、理由”中说明。{against}',
        ],
      },
    ],
  },
  'granted-cancel': {
    title: '准予行政许可决定书',
    sections: [
      facts,
      basis('第七十条'),
      reasons,
      { heading: '四、决定', paragraphs: ['经审查，决定准予办理。原行政许可证件（编号{old}）自本决定作出之日起注销。'] },
    ],
  },
  'granted-deemed': {
    title: '准予行政许可决定书',
    sections: [
      facts,
      basis('第五十条第二款'),
      { heading: '三、理由', paragraphs: ['本机关在原行政许可有效期届满前没有作出决定，依法视为准予延续。'] },
      {
        heading: '四、决定',
        paragraphs: ['准予{applicant}延续{item}。', '行政许可证件编号：{licence}。有效期：{validity}。'],
      },
    ],
  },
  refused: {
    title: '不予行政许可决定书',
    sections: [
      facts,
      basis('第三十八条第二款'),
      reasons,
      {
        heading: '四、决定',
        paragraphs: [
          '经审查，申请不符合法定条件、标准，决定不予行政许可。',
          '可以这样办：{way}',
          '本决定与部分审查意见不一致，理由已在“三、理由”中说明。{against}',
        ],
      },
    ],
  },
} as const satisfies Readonly<Record<string, Template>>;

/** Lines of the paper that every template shares. */
export const documentWords = {
  number: '{paper}号',
  'number-to-come': '（作出决定时编号）',
  to: '{name}：',
  'reason-to-come': '（由作出决定的人填写理由）',
  'validity-to-come': '（作出决定时填写）',
  'way-to-come': '（填写申请人接下来可以怎么办）',
  assist: '{organ}出具协办意见：{opinion}。{text}',
  pause: '{ground}（{from}至{to}）',
  'pause-open': '{ground}（{from}起）',
  comma: '、',
  provisional: '（暂定）',
  'no-end': '{from}起，无固定期限',
  range: '{from}至{to}',
  superior: '本决定由上级机关作出（编号{paper}），本机关转送申请人。',
  'remedies-heading': '权利救济',
  remedies:
    '不服本决定的，可以自收到本决定书之日起六十日内向县人民政府申请行政复议，也可以自收到本决定书之日起六个月内依法向人民法院提起行政诉讼。',
  seal: '（印章）',
  'date-to-come': '    年    月    日',
  draft: '草稿',
  'draft-line': '草稿 · 尚未编号 · 不发生效力',
  specimen: '示范县样本，没有法律效力',
  foot: '本决定书一式三份：送达申请人一份，送监管单位一份，存档一份。',
  check: '凭办件编号{number}和查询码可以在公众网站上核对本决定。',
  file: '{title}-{number}',
  'file-draft': '{title}（草稿）-{number}',
  'font-body': '仿宋',
  'font-title': '宋体',
  'font-heading': '黑体',
  page: '第 ',
  'page-of': ' 页，共 ',
  'page-end': ' 页',
} as const;
