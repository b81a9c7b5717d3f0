import type { Lang, Text } from '../kernel/text.ts';

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

/** `S3-44, P15` → `S3-44, P15 (checks of steps, fees and signatures)`. */
export const sayBasis = (basis: string, lang: Lang): string =>
  basis.replace(/\bP\d+\b/g, (code) => {
    const name = practice[code]?.[lang];
    return name ? (lang === 'zh' ? `${code}（${name}）` : `${code} (${name})`) : code;
  });
