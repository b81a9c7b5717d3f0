import type { Text } from '../../kernel/text.ts';

/** The register of recurring duties. */
export const words = {
  duties: { zh: '定期职责', en: 'Recurring duties' },
  'duties-say': {
    zh: '法律和本县规则要求定期做的事，按现行日历列出下一次到期日，最近的在前；灯按本县的预警标准。系统还没有登记每次是否办了、由谁负责，所以这里不报超期；从上一次起算的，没有登记上一次，就没有日期。到期日是休息日的，另列此前最后一个工作日。',
    en: 'What the law and the county’s rules ask for again and again, each with its next day by the calendar in force, the nearest first; the light follows the county’s thresholds. Whether a time was done, and who answers for it, is not recorded here yet, so nothing is called late; what is counted from the last time has no date while that time is not recorded. Where a day due is a day of rest, the last working day before it stands beside it.',
  },
  'duties-none': { zh: '没有定期职责。', en: 'There are no recurring duties.' },
  duty: { zh: '职责', en: 'Duty' },
  often: { zh: '多久一次', en: 'How often' },
  due: { zh: '下次到期', en: 'Next due' },
  'act-by': { zh: '最后工作日', en: 'Last working day' },
  light: { zh: '灯', en: 'Light' },
  provisional: { zh: '暂定（该年放假安排未公布）', en: 'provisional (holidays not published)' },
  covers: { zh: '所管时段', en: 'Covers' },
  who: { zh: '责任人', en: 'Answerable' },
  'not-named': { zh: '未指定', en: 'not named' },
  'last-time-unknown': { zh: '上一次未登记', en: 'the last time is not recorded' },
  basis: { zh: '依据', en: 'Basis' },
} as const satisfies Readonly<Record<string, Text>>;
