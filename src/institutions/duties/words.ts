import type { RefusalBook } from '../../kernel/decision.ts';
import type { Text } from '../../kernel/text.ts';

/** Every "no" of the institution, with the way forward. */
export const refusalWords = {
  'duty-answerer-only': {
    status: 403,
    title: {
      zh: '只有责任单位的主要负责人、分管负责人或者指定岗位登记办结。',
      en: 'Only the chief, a deputy or the office named of the organ that answers notes it as done.',
    },
    next: { zh: '请由列出的岗位登记。', en: 'The seats listed can note it.' },
    basis: 'P18',
  },
  'duty-noted-already': {
    status: 409,
    title: { zh: '这一次已经登记，办结日是 {day}。', en: 'This time is noted already, as done on {day}.' },
    next: { zh: '请看这项职责的记录；下一次到期时另行登记。', en: 'See the record of the duty; the next time is noted by itself.' },
    basis: 'P18',
  },
  'duty-day-to-come': {
    status: 422,
    title: { zh: '{day} 还没有到，不能登记为已办。', en: '{day} has not come yet and cannot be the day it was done.' },
    next: { zh: '请写实际办结的日子，不晚于今天。', en: 'Write the day on which it was done, today at the latest.' },
    basis: 'P18',
  },
  'duty-day-too-early': {
    status: 422,
    title: { zh: '这一次最早从 {day} 起才能办结。', en: 'This time can be done from {day} on at the earliest.' },
    next: {
      zh: '请写这一次的办结日；更早办的，属于上一次。',
      en: 'Write the day on which this time was done; what was done earlier belongs to the time before.',
    },
    basis: 'P18',
  },
  'duty-not-found': {
    status: 404,
    title: { zh: '没有定期职责“{duty}”。', en: 'There is no recurring duty “{duty}”.' },
    next: { zh: '请在定期职责登记册里找。', en: 'Look for it in the register of recurring duties.' },
  },
  'duty-nobody-answers': {
    status: 409,
    title: { zh: '“{duty}”没有指定责任单位，谁也不能登记。', en: 'Nobody answers for “{duty}”, so nobody can note it.' },
    next: {
      zh: '请在本县的 duties.yaml 里写明责任单位，然后重新启动。',
      en: 'Name the organ that answers in the county’s duties.yaml, and start again.',
    },
    basis: 'P18',
  },
  'duty-time-to-choose': {
    status: 422,
    title: { zh: '“{duty}”按次登记，请选是哪一次。', en: '“{duty}” is noted time by time: choose which one.' },
    next: { zh: '请打开登记册里的那一次再登记。', en: 'Open that time in the register and note it there.' },
    basis: 'P18',
  },
} as const satisfies RefusalBook;

type Named = Readonly<Record<string, Text>>;

export const actionWords = {
  open: { zh: '新一次开始', en: 'A new time begins' },
  'note-done': { zh: '登记办结', en: 'Note as done' },
} as const satisfies Named;

export const clockWords = { duty: { zh: '定期职责', en: 'recurring duty' } } as const satisfies Named;

export const apiWords = {
  group: { zh: '定期职责', en: 'Recurring duties' },
  duties: { zh: '定期职责登记册', en: 'The register of recurring duties' },
  'duties-about': {
    zh: '法律和本县规则要求定期做的事：责任单位、下一次到期日、灯、上一次何时办结。过了期没有登记的，每一次一行。',
    en: 'What the law and the county’s rules ask for again and again: who answers, the next day, the light, when it was last done. Each time that passed and is not noted has its line.',
  },
  duty: { zh: '一项定期职责：责任单位和各次记录', en: 'One recurring duty: who answers, and its times' },
  'duty-about': {
    zh: '地址里写职责的编号，如 emergency.drill，或者某一次的办件编号。到期日是确定的；actByProvisional 表示到期日之前的最后工作日暂定。',
    en: 'The address names the duty, e.g. emergency.drill, or the matter of one of its times. A due date is certain; actByProvisional says that the last working day before it is not.',
  },
  note: { zh: '登记某一次已办结', en: 'Note a time as done' },
  'note-about': {
    zh: '地址里写这一次的办件编号；从上一次起算而上一次还没有登记的，写职责的编号。',
    en: 'The address names the matter of the time; of a duty counted from its last time of which none is noted yet, the duty.',
  },
  on: { zh: '办结的日子', en: 'The day on which it was done' },
  document: { zh: '文号或者网址', en: 'Number or address of the document' },
  sentence: { zh: '一句话：做了什么', en: 'One sentence: what was done' },
} as const satisfies Named;

/** What is wrong with what the county's file says. */
export const dutyFaultWords = {
  'no-term': { zh: 'law/ 里没有时限 {term}；相近的有：{near}。', en: 'there is no term {term} in law/. Near it: {near}.' },
  'not-recurring': { zh: '{term} 不是定期重来的；定期重来的有：{known}。', en: '{term} does not come back. Those that do: {known}.' },
  'term-twice': { zh: '{term} 写了两次，请只留一行。', en: '{term} is answered for twice. Keep one of the lines.' },
  'no-organ': { zh: '没有单位 {organ}；现有的单位：{known}。', en: 'there is no organ {organ}. There are: {known}.' },
  'organ-twice': { zh: '单位 {organ} 写了两次，请只写一次。', en: '{organ} is named twice. Name each once.' },
  'no-office': {
    zh: '{organ} 没有职务 {office} 的岗位；它的岗位有：{known}。',
    en: '{organ} has no seat with the office {office}. Its seats have: {known}.',
  },
  'no-head': {
    zh: '{organ} 没有主要负责人，也没有分管负责人，要写明职务（office）；它的岗位有：{known}。',
    en: '{organ} has neither chief nor deputy, so an office must be named. Its seats have: {known}.',
  },
  'own-successor': {
    zh: '{organ} 不能由自己承接，请写继续办理的单位。',
    en: '{organ} cannot succeed itself. Name the organ that goes on with its duties.',
  },
  circle: { zh: '{organ} 的承接绕成了圈，请写一个不再变动的单位。', en: '{organ} is succeeded in a circle. Name an organ that stays.' },
} as const satisfies Readonly<Record<string, Text>>;
