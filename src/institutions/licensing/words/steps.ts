import type { RefusalBook } from '../../../kernel/decision.ts';
import { law } from './law.ts';

/** What is not at the step asked for, and clocks. */
export const stepsRefusals = {
  'not-awaiting-acceptance': {
    status: 409,
    title: { zh: '这件事不在待受理状态。', en: 'This matter is not waiting for acceptance.' },
    next: { zh: '请看办件现在走到哪一步。', en: 'Look at where the matter stands now.' },
  },
  'no-correction-awaited': {
    status: 409,
    title: { zh: '现在没有需要补正的材料。', en: 'No correction is awaited now.' },
    next: { zh: '如需补充说明，请联系承办部门。', en: 'To add something, contact the department in charge.' },
  },
  'not-under-examination': {
    status: 409,
    title: { zh: '这件事不在审查阶段。', en: 'This matter is not under examination.' },
    next: { zh: '请看办件现在走到哪一步。', en: 'Look at where the matter stands now.' },
  },
  'no-such-step': {
    status: 409,
    title: { zh: '没有这个审查环节：{step}。', en: 'There is no such step: {step}.' },
    next: { zh: '请从办件的环节中选一个。', en: "Choose one of the matter's steps." },
  },
  'step-not-at-this-stage': {
    status: 409,
    title: { zh: '该环节现在不到这一步签署。', en: 'The step is not at the stage of this signature.' },
    next: {
      zh: '顺序是承办、审核、批准；只需一人签署的环节直接批准。',
      en: 'The order is propose, check, approve; a one-signature step is approved at once.',
    },
    basis: 'P7',
  },
  'step-done': {
    status: 409,
    title: { zh: '该环节已经办完。', en: 'This step is done.' },
    next: { zh: '不需要再办。', en: 'Nothing more to do here.' },
  },
  'same-signature': {
    status: 403,
    title: { zh: '承办、审核、批准不能由同一人签署。', en: 'One person cannot sign two stages of one step.' },
    next: { zh: '请由另一位有权人员签署。', en: 'Another empowered person must sign.' },
    basis: 'S1-60',
  },
  'step-in-dispute': {
    status: 409,
    title: { zh: '该环节的职责正在裁定。', en: 'Whose remit this step is, is being decided.' },
    next: { zh: '等裁定后继续。', en: 'Continue after the ruling.' },
    basis: 'S0-24',
  },
  'nothing-to-send-back': {
    status: 409,
    title: { zh: '还没有可以退回的意见。', en: 'There is no opinion yet to send back.' },
    next: { zh: '意见提出以后才能退回重审。', en: 'An opinion can be sent back once it is proposed.' },
  },
  'steps-open': {
    status: 409,
    title: { zh: '还有 {count} 个部门没有审完。', en: '{count} {count:department has/departments have} not finished.' },
    next: { zh: '等各部门批准意见后再决定。', en: 'Decide when all have approved their opinions.' },
    basis: 'S3-36',
  },
  paused: {
    status: 409,
    title: { zh: '办理因法定程序暂停。', en: 'The matter is paused for a lawful procedure.' },
    next: { zh: '程序结束后先恢复计时。', en: 'Resume it when the procedure has ended.' },
    basis: law('45'),
  },
  'already-paused': {
    status: 409,
    title: { zh: '已经在暂停中。', en: 'It is paused already.' },
    next: { zh: '一次只停一个原因；先恢复。', en: 'One ground at a time; resume first.' },
  },
  'not-paused': {
    status: 409,
    title: { zh: '现在没有暂停。', en: 'It is not paused.' },
    next: { zh: '不需要恢复。', en: 'There is nothing to resume.' },
  },
  'ground-not-lawful': {
    status: 422,
    title: { zh: '“{ground}”不能停止计时。', en: '“{ground}” cannot stop a clock.' },
    next: {
      zh: '法定期限只因听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审停止；承诺期限另看办事指南。',
      en: 'Only hearing, tender, auction, product inspection, testing, quarantine, appraisal and expert review stop the legal limit; the guide says what stops the promise.',
    },
    basis: law('45'),
  },
  'limit-passed': {
    status: 409,
    title: { zh: '法定期限已过，不能再停或再延。', en: 'The legal limit has passed; it can be neither paused nor extended.' },
    next: { zh: '请尽快办结；超期已记录在案。', en: 'Conclude it now; the breach is on record.' },
    basis: law('42'),
  },
  'already-extended': {
    status: 409,
    title: { zh: '期限只能延长一次，已经延长过。', en: 'A limit is extended once, and it has been.' },
    next: { zh: '请在延长后的期限内办结。', en: 'Conclude within the extended limit.' },
    basis: law('42'),
  },
  'no-extension': {
    status: 409,
    title: { zh: '本事项没有可延长的期限。', en: 'This item has no limit that may be extended.' },
    next: { zh: '请在期限内办结。', en: 'Conclude within the limit.' },
  },
} as const satisfies RefusalBook;
