import type { RefusalBook } from '../../../kernel/decision.ts';
import { law } from './law.ts';

/** Corrections, papers, originals, agents. */
export const papersRefusals = {
  'second-notice': {
    status: 409,
    title: { zh: '补正只能一次告知，不能提出新的要求。', en: 'There is one correction notice; a new demand cannot be added.' },
    next: {
      zh: '只能就第一次告知书列出的内容再次提醒；否则应当受理。',
      en: 'Only what the first notice listed may be asked again; otherwise accept.',
    },
    basis: `${law('32')}; S3-30`,
  },
  'correction-after-acceptance': {
    status: 409,
    title: { zh: '受理以后不能再发补正告知书。', en: 'After acceptance there is no correction notice.' },
    next: { zh: '可以请申请人说明，时限照常计算。', en: 'You may ask for an explanation; the clock runs on.' },
    basis: 'P9',
  },
  'material-unknown': {
    status: 422,
    title: { zh: '本事项没有材料 {material}。', en: 'This item has no paper {material}.' },
    next: { zh: '请用办事指南材料清单里的编号。', en: "Use a code of the guide's list." },
  },
  'papers-missing': {
    status: 409,
    title: { zh: '材料还不齐：{papers}。', en: 'Papers are still missing: {papers}.' },
    next: {
      zh: '窗口当场收到的，用“核对原件”登记；缺的用“一次告知补正”要齐，其中不是必要材料的，可以“容缺受理”。',
      en: 'What the window is handed now is recorded by “Check originals”; the rest is asked for in one correction notice, or follows where it is not essential.',
    },
    basis: `${law('32')}; P5, P9, S3-30`,
  },
  'window-takes-papers': {
    status: 422,
    title: { zh: '纸质材料由窗口收到后登记，网上不能自己填“已交”。', en: 'Only the window records a paper as handed in, when it has it.' },
    next: { zh: '请上传文件；要交纸质的，请带到窗口。', en: 'Upload the file, or bring the paper to the window.' },
    basis: 'P2',
  },
  'material-essential': {
    status: 422,
    title: { zh: '{material} 是必要材料，不能容缺。', en: '{material} is essential and cannot follow later.' },
    next: { zh: '必要材料不齐的，请一次告知补正。', en: 'If it is missing, request a correction.' },
    basis: 'P5',
  },
  'papers-after-decision': {
    status: 422,
    title: {
      zh: '容缺材料应在决定期限以前补齐，最迟 {latest}。',
      en: 'Papers to follow must arrive before the decision is due: by {latest} at the latest.',
    },
    next: { zh: '请填写不晚于 {latest} 的日期。', en: 'Give a day no later than {latest}.' },
    basis: 'P5',
  },
  'all-essential': {
    status: 409,
    title: { zh: '本事项的材料都是必要材料，没有可以容缺的。', en: 'Every paper of this item is essential; none may follow later.' },
    next: { zh: '材料齐全的直接受理；不齐的，一次告知补正。', en: 'Accept it if all are there; else request a correction.' },
    basis: 'P5',
  },
  'not-declarable': {
    status: 422,
    title: { zh: '{material} 不能以承诺代替。', en: 'A declaration cannot replace {material}.' },
    next: { zh: '请提交该材料；可承诺的材料见办事指南。', en: 'Hand the paper in; the guide says which may be declared.' },
    basis: 'P5',
  },
  'nothing-handed-in': {
    status: 422,
    title: { zh: '没有交任何所缺的材料或说明。', en: 'Nothing that was asked for has been handed in.' },
    next: { zh: '请附上材料、修改表格或写明情况。', en: 'Attach a paper, correct the form or write a note.' },
  },
  'no-papers-here': {
    status: 409,
    title: { zh: '这件事现在没有可核对的材料。', en: 'There are no papers of this matter at hand to check.' },
    next: { zh: '收到材料后再登记核对原件。', en: 'Record originals when papers have been handed in.' },
    basis: 'P10',
  },
  'paper-not-here': {
    status: 422,
    title: {
      zh: '材料 {material} 没有交来，或者原件已经退还。',
      en: 'Paper {material} was not handed in, or its original has been given back.',
    },
    next: { zh: '先登记收到的材料，再核对原件。', en: 'Record the paper first, then its original.' },
  },
  'returned-unseen': {
    status: 422,
    title: {
      zh: '{material} 的原件还没有核对，不能登记退还。',
      en: 'The original of {material} was not compared yet, so it cannot be given back.',
    },
    next: { zh: '核对和退还可以一次登记。', en: 'Both may be recorded at once.' },
  },
  'originals-on-record': {
    status: 422,
    title: { zh: '没有新的核对或退还要登记。', en: 'Nothing new was seen or given back.' },
    next: { zh: '请勾选这次核对或退还的材料。', en: 'Tick what was seen or given back this time.' },
  },
  'nothing-to-sign-for': {
    status: 409,
    title: { zh: '没有待签收的纸质材料。', en: 'No papers wait to be signed for.' },
    next: { zh: '受理以后窗口移交的材料才需要签收。', en: 'The organ signs for what the window hands over after acceptance.' },
    basis: 'P10',
  },
  'agent-authority-needed': {
    status: 409,
    title: { zh: '代理人的授权委托书还没有交。', en: "The agent's authority in writing has not been handed in." },
    next: {
      zh: '请交授权委托书（编号 AUTH）；也可一次告知补正。',
      en: 'Hand it in under the code AUTH, or ask for it in the correction notice.',
    },
    basis: 'P13',
  },
  'no-agent': {
    status: 409,
    title: { zh: '这件事没有代理人的信息。', en: 'This matter holds nothing of an agent.' },
    next: { zh: '不需要删除。', en: 'There is nothing to erase.' },
  },
  'date-too-far': {
    status: 422,
    title: { zh: '日期最多在 {days} 天以内。', en: 'The date may lie at most {days} {days:day/days} ahead.' },
    next: { zh: '请填写更近的日期。', en: 'Give a nearer date.' },
  },
  'date-not-ahead': {
    status: 422,
    title: { zh: '日期应在今天之后。', en: 'The date must lie ahead of today.' },
    next: { zh: '请填写以后的日期。', en: 'Give a later date.' },
  },
} as const satisfies RefusalBook;
