import type { RefusalBook } from '../../kernel/decision.ts';
import type { Text } from '../../kernel/text.ts';
import type { Relation } from './rules/state.ts';

const law = (article: string) => `行政许可法 ${article}`;

/** Every "no" of the institution, with the way forward. */
export const refusalWords = {
  'no-authority': {
    status: 403,
    title: { zh: '您的岗位今天无权办理这一步。', en: 'Your seat has no authority for this act today.' },
    next: { zh: '请由有权的岗位办理；依据见权限表。', en: 'A seat that has it can do it; the authority table gives the basis.' },
    basis: 'P7, X10',
  },
  'authority-withdrawn': {
    status: 403,
    title: { zh: '您的授权已于{on}收回（{reason}），不能再办这一步。', en: 'Your authority was withdrawn on {on} ({reason}).' },
    next: {
      zh: '请由列出的岗位办理。确需继续授权的，由本机关主要负责人重新书面授权。',
      en: 'One of the seats listed can do it. The chief of the organ may authorise you anew, in writing.',
    },
    basis: 'P7, X10',
  },
  'not-a-head': {
    status: 403,
    title: {
      zh: '这一页给主要负责人、分管负责人和首席代表看。',
      en: 'This page is for chiefs, deputies in charge and chief representatives.',
    },
    next: { zh: '您的待办在“我的办件”里。', en: 'Your own work is on your desk.' },
    basis: 'P7',
  },
  'chief-only': {
    status: 403,
    title: {
      zh: '首席代表由本机关主要负责人授权和收回。',
      en: 'Only the chief of the organ authorises a chief representative, or withdraws the authority.',
    },
    next: { zh: '请主要负责人办理。', en: 'Ask the chief to do it.' },
    basis: 'P7, S2-05',
  },
  'no-representative-seat': {
    status: 422,
    title: { zh: '本机关没有首席代表岗位。', en: 'Your organ has no seat of a chief representative.' },
    next: { zh: '先由编制部门设岗，再授权。', en: 'The seat has to be created first.' },
    basis: 'P7',
  },
  'not-of-this-organ': {
    status: 422,
    title: { zh: '只能授权在本机关有岗位的人员。', en: 'Only somebody who holds a seat in your organ that day can be authorised.' },
    next: { zh: '请从名单里选人。', en: 'Choose somebody from the list.' },
    basis: 'P20',
  },
  'authority-not-backdated': {
    status: 422,
    title: { zh: '授权不能从过去的日期算起。', en: 'Authority cannot begin in the past.' },
    next: { zh: '起始日最早是今天。', en: 'It begins today at the earliest.' },
    basis: 'X10',
  },
  'authority-reversed': {
    status: 422,
    title: { zh: '授权的截止日早于起始日。', en: 'The last day of the authority is before the first.' },
    next: { zh: '请核对两个日期。', en: 'Check both days.' },
  },
  'item-of-another-organ': {
    status: 422,
    title: { zh: '这些事项不由本机关主办：{items}。', en: 'Your organ does not lead these items: {items}.' },
    next: { zh: '只能授权办理本机关的事项。', en: 'Authority can be given only for items your organ leads.' },
    basis: 'P7',
  },
  'already-authorised': {
    status: 422,
    title: { zh: '此人这段时间已经是首席代表。', en: 'This person is a chief representative in that time already.' },
    next: { zh: '要改授权范围的，先收回再重新授权。', en: 'To change what it is for, withdraw it and authorise anew.' },
  },
  'no-such-authority': {
    status: 404,
    title: { zh: '本机关没有这份首席代表授权。', en: 'Your organ has no such authority of a chief representative.' },
    next: { zh: '请从名单里选一份。', en: 'Choose one of the list.' },
  },
  'authority-over': {
    status: 409,
    title: { zh: '这份授权已经收回或者到期。', en: 'This authority has been withdrawn or has ended.' },
    next: { zh: '不需要再收回。', en: 'There is nothing to withdraw.' },
  },
  'not-the-cashier': {
    status: 403,
    title: {
      zh: '收费日清由统一收费窗口和监督机关查看。',
      en: 'The cashier’s day is for the cashier, the centre and those who supervise.',
    },
    next: { zh: '一件办件的收费情况在办件页上看。', en: 'The fee of one matter stands on its own page.' },
    basis: 'S3-37',
  },
  'nothing-to-draft': {
    status: 409,
    title: { zh: '现在还不能起草决定书，也没有已作出的决定。', en: 'No decision has been made, and it is not time to draft one.' },
    next: {
      zh: '受理以后可以起草；作出决定以后可以下载正式文本。',
      en: 'It can be drafted once the matter is accepted, and fetched once it is decided.',
    },
    basis: 'P11',
  },
  'applicant-only': {
    status: 403,
    title: { zh: '这一步只能由申请人办理。', en: 'Only the applicant can do this.' },
    next: {
      zh: '请申请人凭办件编号和查询码办理，或到窗口签字办理。',
      en: 'The applicant does it with number and query code, or signs at the window.',
    },
  },
  'same-hand': {
    status: 403,
    title: {
      zh: '高风险事项的受理、审查、决定、送达须由不同的人办理。',
      en: 'On a high-risk item acceptance, examination, decision and delivery are done by different people.',
    },
    next: { zh: '请由没有办过前面各步的人员办理。', en: 'Someone who did none of the other steps must do it.' },
    basis: 'S1-59, S1-60',
  },
  'kept-for-decision': {
    status: 403,
    title: {
      zh: '本事项的决定权只剩您一人，不能再签审查意见。',
      en: 'You are the only one left who may decide this matter, so you cannot sign its examination.',
    },
    next: { zh: '审查意见请由列出的其他岗位签署。', en: 'Another empowered seat must sign the opinion.' },
    basis: 'S1-59',
  },
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
    title: { zh: '还有 {count} 个部门没有审完。', en: '{count} departments have not finished.' },
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
    title: { zh: '日期最多在 {days} 天以内。', en: 'The date may lie at most {days} days ahead.' },
    next: { zh: '请填写更近的日期。', en: 'Give a nearer date.' },
  },
  'date-not-ahead': {
    status: 422,
    title: { zh: '日期应在今天之后。', en: 'The date must lie ahead of today.' },
    next: { zh: '请填写以后的日期。', en: 'Give a later date.' },
  },
  'organ-unknown': {
    status: 422,
    title: { zh: '没有机构 {organ}。', en: 'There is no organ {organ}.' },
    next: { zh: '请从机构名录中选择。', en: 'Choose from the register of organs.' },
  },
  'organ-is-own': {
    status: 422,
    title: { zh: '{organ} 正是本事项的主管机关。', en: "{organ} is this item's own organ." },
    next: { zh: '请指明另一个有权机关，或受理。', en: 'Name another competent organ, or accept.' },
    basis: law('32'),
  },
  'organ-without-signers': {
    status: 422,
    title: { zh: '{organ} 今天没有能签署这个环节的人。', en: '{organ} has nobody today who could sign this step.' },
    next: { zh: '请裁定给有承办、审核、批准岗位的机构。', en: 'Rule for an organ that has the seats for it.' },
    basis: 'S3-32',
  },
  'organ-leads-already': {
    status: 422,
    title: { zh: '{organ} 是这件事的主办部门。', en: '{organ} leads in this matter.' },
    next: {
      zh: '主办部门不能协办自己的事；请裁定给另一个机构，或维持原单位。',
      en: 'Nobody assists itself: rule for another organ, or for the one that disputes it.',
    },
    basis: 'S0-24',
  },
  'organ-assists-already': {
    status: 422,
    title: { zh: '{organ} 已经在协办这件事。', en: '{organ} assists in this matter already.' },
    next: { zh: '请裁定给另一个机构，或维持原单位。', en: 'Rule for another organ, or for the one that disputes it.' },
    basis: 'S0-24',
  },
  'bill-outside-list': {
    status: 422,
    title: { zh: '收费目录中本事项没有收费 {charge}。', en: 'The list of charges has no {charge} for this item.' },
    next: { zh: '目录外不得收费。', en: 'Nothing outside the list may be charged.' },
    basis: 'S1-52, S3-51',
  },
  'nothing-to-charge': {
    status: 409,
    title: { zh: '收费目录中本事项没有在收的费用。', en: 'No charge of the list is collected for this item.' },
    next: { zh: '目录外不得收费。', en: 'Nothing outside the list may be charged.' },
    basis: 'S1-52, S3-51',
  },
  'amount-needed': {
    status: 422,
    title: {
      zh: '请填写收费 {charge} 的金额；标准：{standard}。',
      en: 'Give the amount of the charge {charge}, above zero and by its standard in the list.',
    },
    next: { zh: '金额按收费目录的标准核定，不得多收。', en: 'It is assessed by the standard in the list of charges, never above it.' },
    basis: 'S1-52',
  },
  'charge-stopped': {
    status: 422,
    title: { zh: '收费 {charge} 已停征。', en: 'The charge {charge} has been stopped.' },
    next: { zh: '停征的收费不得再收。', en: 'A stopped charge may not be collected.' },
    basis: 'S3-51',
  },
  'assessment-needed': {
    status: 422,
    title: {
      zh: '收费 {charge} 的标准没有数额（{standard}），请写明金额是怎么核定的。',
      en: 'The list gives no figure for the charge {charge}: say how the amount was assessed.',
    },
    next: {
      zh: '写明核定文件名称、文号和计算过程；缴费单上会写出来。',
      en: 'Name the document it was assessed by, its number and the calculation; the bill will show it.',
    },
    basis: 'S1-52',
  },
  'above-standard': {
    status: 422,
    title: { zh: '金额超过标准 {standard} 元。', en: 'The amount exceeds the standard of {standard} yuan.' },
    next: { zh: '按标准收取，不得多收。', en: 'Charge the standard, never more.' },
    basis: 'S1-52',
  },
  'already-billed': {
    status: 409,
    title: { zh: '已开缴费单，还没有缴。', en: 'A bill has been made, and is due.' },
    next: { zh: '开错的，先作废原缴费单再开。', en: 'If it is wrong, cancel it first, then bill anew.' },
  },
  'fee-settled': {
    status: 409,
    title: { zh: '本办件的这项费用已经缴清或免除。', en: 'This fee of the matter has been paid or waived.' },
    next: {
      zh: '每项收费一个办件只收一次；多收的请退费。',
      en: 'Each charge is taken once on a matter; what was taken too much is refunded.',
    },
    basis: 'S1-52',
  },
  'nothing-to-pay': {
    status: 409,
    title: { zh: '没有待缴的费用。', en: 'Nothing is due.' },
    next: { zh: '不需要缴费。', en: 'No payment is needed.' },
  },
  'other-charge': {
    status: 422,
    title: {
      zh: '收费项目 {charge} 没有可办的费用；可办的是：{charges}。',
      en: 'There is nothing to do for charge {charge}; there is for: {charges}.',
    },
    next: { zh: '请写明其中一项。', en: 'Name one of these.' },
    basis: 'S3-37',
  },
  'charge-needed': {
    status: 422,
    title: { zh: '本办件有几笔费用：{charges}。', en: 'This matter has several bills: {charges}.' },
    next: { zh: '请写明是哪一项收费。', en: 'Say which charge it is about.' },
    basis: 'S3-37',
  },
  'amount-differs': {
    status: 422,
    title: { zh: '应缴 {due} 元。', en: '{due} yuan are due.' },
    next: { zh: '请按缴费单金额收取。', en: 'Take the amount of the bill.' },
  },
  'nothing-paid': {
    status: 409,
    title: {
      zh: '没有可退的费用：没有缴过，或者已经全部退还。',
      en: 'There is nothing to refund: nothing was paid, or all of it was given back.',
    },
    next: { zh: '请核对缴费记录。', en: 'Check the payment record.' },
  },
  'refund-above-paid': {
    status: 422,
    title: {
      zh: '退费要大于零，不能超过尚未退还的 {paid} 元。',
      en: 'A refund is more than nothing, and no more than the {paid} yuan still held.',
    },
    next: { zh: '请更正金额。', en: 'Correct the amount.' },
  },
  'fee-unpaid': {
    status: 409,
    title: { zh: '费用还没有缴清或免除。', en: 'The fee is neither paid nor exempted.' },
    next: { zh: '等缴清或批准免除后办理。', en: 'Wait for payment or an exemption.' },
    basis: 'S3-37',
  },
  'already-in-dispute': {
    status: 409,
    title: { zh: '该环节已在裁定中。', en: 'This step is in dispute already.' },
    next: { zh: '等裁定。', en: 'Wait for the ruling.' },
  },
  'dispute-settled': {
    status: 409,
    title: { zh: '职责已经裁定，不能再推。', en: 'The remit has been ruled on and cannot be pushed on.' },
    next: { zh: '请按裁定办理。', en: 'Handle it as ruled.' },
    basis: 'S1-14, S3-32',
  },
  'no-dispute': {
    status: 409,
    title: { zh: '没有待裁定的职责争议。', en: 'There is no dispute to rule on.' },
    next: { zh: '不需要裁定。', en: 'Nothing to rule on.' },
  },
  'reason-needed': {
    status: 422,
    title: { zh: '不予许可须说明理由和下一步怎么办。', en: 'A refusal needs reasons and a way forward.' },
    next: { zh: '请填写理由和出路。', en: 'Give both.' },
    basis: `${law('38')}; S1-65`,
  },
  'against-opinions': {
    status: 422,
    title: { zh: '决定与审查意见不一致，须写明理由。', en: 'The decision departs from the opinions and must say why.' },
    next: { zh: '请在理由中说明为什么不采纳。', en: 'Say in the reasons why they were not followed.' },
  },
  'forwarded-item': {
    status: 409,
    title: { zh: '本事项由上级决定，县里只初审上报。', en: 'A superior decides this item; the county only pre-examines.' },
    next: { zh: '请上报，再登记上级决定。', en: "Forward it, then record the superior's decision." },
    basis: `${law('43')}; P8`,
  },
  'not-forwarded': {
    status: 409,
    title: { zh: '这件事没有上报。', en: 'This matter was not forwarded.' },
    next: { zh: '县里决定的事项直接决定。', en: 'The county decides it itself.' },
  },
  'not-decided': {
    status: 409,
    title: { zh: '还没有作出决定。', en: 'No decision has been made.' },
    next: { zh: '决定以后才能送达。', en: 'Deliver after the decision.' },
  },
  'papers-outstanding': {
    status: 409,
    title: { zh: '容缺的材料还没有补齐：{papers}。', en: 'Papers to follow are still missing: {papers}.' },
    next: { zh: '补齐以后才能发证。', en: 'Nothing is delivered before they arrive.' },
    basis: 'P5',
  },
  'bulk-papers-missing': {
    status: 409,
    title: { zh: '材料还不齐：{papers}，不批量办。', en: 'Papers are still missing: {papers}; not done in bulk.' },
    next: { zh: '打开这一件：补正、容缺或者说明后单独办理。', en: 'Open this one: ask for them, let them follow, or act on it by itself.' },
    basis: 'P9, S3-30',
  },
  'bulk-step-incomplete': {
    status: 409,
    title: {
      zh: '还有协办单位没有答复：{organs}，牵头意见不批量签。',
      en: 'Assisting organs have not answered: {organs}; the lead’s opinion is not signed in bulk.',
    },
    next: { zh: '等他们答复，或者打开这一件单独办理。', en: 'Wait for them, or open this one and act on it by itself.' },
    basis: 'S3-36',
  },
  'no-papers-outstanding': {
    status: 409,
    title: { zh: '没有待补的容缺材料。', en: 'No papers are to follow.' },
    next: { zh: '不需要补。', en: 'Nothing to hand in.' },
  },
  'closed-matter': {
    status: 409,
    title: { zh: '这件事已经办结。', en: 'This matter is closed.' },
    next: { zh: '办结的事只能更正差错，不能再改动。', en: 'A closed matter can only be rectified.' },
  },
  'third-parties-waiting': {
    status: 409,
    title: {
      zh: '已告知的利害关系人可以陈述到 {until}，还没有全部发表意见。',
      en: 'Third parties who were told may speak until {until}, and not all have.',
    },
    next: { zh: '等他们陈述，或等期满后再决定。', en: 'Wait until they have spoken or the day has passed.' },
    basis: law('36'),
  },
  'hearing-due': {
    status: 409,
    title: { zh: '有人申请了听证，还没有举行。', en: 'A hearing was asked for and has not been held.' },
    next: {
      zh: '请提前七个工作日通知时间、地点和主持人，在二十个工作日内举行听证并登记听证笔录，再决定；听证的时间可以依法停止计时。',
      en: 'Give notice of time, place and moderator seven working days before, hold it within twenty working days and record its minutes, then decide; the clock may be paused for it.',
    },
    basis: law('47, 48'),
  },
  'no-hearing-asked': {
    status: 409,
    title: { zh: '没有待举行的听证。', en: 'No hearing is waiting to be held.' },
    next: { zh: '有人在期限内申请听证后才需要举行。', en: 'One is held when somebody has asked for it in time.' },
    basis: law('47'),
  },
  'hearing-not-notified': {
    status: 409,
    title: { zh: '还没有通知听证的时间和地点。', en: 'No notice of this hearing has been given.' },
    next: {
      zh: '请先通知申请人和利害关系人听证的时间、地点和主持人，至少提前七个工作日。',
      en: 'First tell the applicant and the third parties its time, place and moderator, at least seven working days before.',
    },
    basis: law('48(1)'),
  },
  'hearing-not-yet': {
    status: 409,
    title: { zh: '听证通知的日子是{day}，还没有到。', en: 'Notice was given of a hearing on {day}, which has not come.' },
    next: { zh: '到那天举行；改日子的，重新通知。', en: 'It is held on that day; another day needs a new notice.' },
    basis: law('48(1)'),
  },
  'hearing-not-begun': {
    status: 409,
    title: { zh: '听证定在今天{time}开始，还没有到时间。', en: 'The hearing is told for {time} today, which has not come.' },
    next: {
      zh: '{time}起由通知里写明的主持人举行，结束后登记听证笔录。',
      en: 'From {time} the moderator named in the notice holds it, and records its minutes afterwards.',
    },
    basis: law('48(1)'),
  },
  'hearing-notice-short': {
    status: 422,
    title: {
      zh: '听证应当提前七个工作日通知，这一天来不及。',
      en: 'A hearing is notified seven working days before: too late for this day.',
    },
    next: { zh: '今天通知的，最早定在{from}。', en: 'With notice today the first possible day is {from}.' },
    basis: law('48(1), 82'),
  },
  'hearing-after-limit': {
    status: 422,
    title: { zh: '听证应当在{due}前举行。', en: 'The hearing has to be held by {due}.' },
    next: { zh: '请定在{from}到{due}之间。', en: 'Choose a day from {from} to {due}.' },
    basis: law('47(1)'),
  },
  'moderator-unknown': {
    status: 422,
    title: {
      zh: '主办机关没有编号为{seat}、能办审查的岗位，或者那天没有人在岗。主持人填的是岗位编号，不是人员编号。',
      en: 'The lead has no seat {seat} that may chair, or nobody sits in it on that day. The moderator is named by the id of a seat, not of a person.',
    },
    next: {
      zh: '请从主办机关的岗位中选主持人，填它的编号，例如 SAM-CHF。',
      en: 'Choose the moderator among the seats of the lead organ, and give the id of the seat, such as SAM-CHF.',
    },
    basis: law('48(1)'),
  },
  'moderator-reviewed': {
    status: 422,
    title: { zh: '审查过本申请的人不能主持听证。', en: 'Who reviewed this application cannot be named moderator of its hearing.' },
    next: { zh: '请选没有签过审查意见的人员的岗位。', en: 'Name the seat of somebody who signed none of its opinions.' },
    basis: law('48(1)'),
  },
  'hearing-told-so': {
    status: 422,
    title: { zh: '时间、地点、主持人都和已发的听证通知一样。', en: 'Time, place and moderator are those of the notice that was given.' },
    next: { zh: '不用再发；有变更再发新的通知。', en: 'Nothing to tell anew; a change needs a new notice.' },
    basis: law('48(1)'),
  },
  'moderates-hearing': {
    status: 403,
    title: { zh: '您是本案听证的主持人，不能同时审查本申请。', en: 'You chair the hearing of this application and cannot review it too.' },
    next: {
      zh: '请由其他人员审查，或者先改派主持人、重新通知。',
      en: 'Let somebody else review it, or name another moderator by a new notice first.',
    },
    basis: law('48(1)'),
  },
  'not-the-moderator': {
    status: 403,
    title: { zh: '听证由通知里写明的主持人主持和登记。', en: 'The moderator named in the notice chairs the hearing and records it.' },
    next: { zh: '请由主持人登记；换主持人的，重新通知。', en: 'The moderator records it; another one needs a new notice.' },
    basis: law('48(1)'),
  },
  'chair-reviewed': {
    status: 403,
    title: { zh: '审查过本申请的人不能主持听证。', en: 'Who reviewed this application cannot chair its hearing.' },
    next: { zh: '请由没有签过审查意见的人员主持并登记。', en: 'An officer who signed none of its opinions chairs and records it.' },
    basis: law('48'),
  },
  'hearing-not-open': {
    status: 422,
    title: {
      zh: '现在不能申请听证：没有告知听证权利，或者申请期限已过。',
      en: 'A hearing cannot be asked for now: it was not offered, or the five days have passed.',
    },
    next: {
      zh: '可以陈述意见；行政机关也可以自行决定听证。',
      en: 'A statement can still be made; the organ may hold a hearing of its own accord.',
    },
    basis: law('46, 47'),
  },
  'nobody-told': {
    status: 422,
    title: { zh: '还没有告知过利害关系人。', en: 'No third party has been told.' },
    next: { zh: '请先告知利害关系人。', en: 'Tell them first.' },
    basis: law('36'),
  },
  'speaks-for-another': {
    status: 422,
    title: { zh: '申请人不能替利害关系人陈述。', en: 'The applicant cannot speak for a third party.' },
    next: { zh: '请选“申请人”；利害关系人的意见由承办部门登记。', en: 'Choose “applicant”; the organ records what third parties say.' },
  },
  'nothing-to-revoke': {
    status: 409,
    title: { zh: '这件事没有可以撤销的许可。', en: 'There is no licence here that could be revoked.' },
    next: { zh: '只有已准予且没有撤销的许可才能撤销。', en: 'Only a granted licence that stands can be revoked.' },
    basis: law('69'),
  },
  'licence-ended': {
    status: 409,
    title: {
      zh: '原许可 {licence} 已被撤销或注销，不能再准予。',
      en: 'Licence {licence} has been revoked or cancelled; nothing can be granted on it.',
    },
    next: {
      zh: '请作出不予许可的决定并说明；申请人可以重新申请新证。',
      en: 'Refuse it and say so; the applicant may apply for a new licence.',
    },
    basis: law('70'),
  },
  'no-licence-behind': {
    status: 409,
    title: { zh: '这件事不以原许可为依据，或者已经登记它失效。', en: 'This matter rests on no licence, or its end is on record already.' },
    next: { zh: '不需要登记。', en: 'Nothing to record.' },
  },
  'licence-stands': {
    status: 422,
    title: { zh: '许可 {licence} 仍然有效。', en: 'Licence {licence} still stands.' },
    next: { zh: '撤销或注销以后才能登记。', en: 'Its end is recorded once it has been revoked or cancelled.' },
  },
  'nothing-to-supervise': {
    status: 409,
    title: { zh: '没有等监管单位签收的许可。', en: "No licence waits for the supervising organ's receipt." },
    next: { zh: '不需要签收，或已经签收。', en: 'It needs none, or has been acknowledged.' },
    basis: 'S4-31',
  },
  'already-decided': {
    status: 409,
    title: { zh: '已经作出决定，不能撤回。', en: 'The decision is made; it cannot be withdrawn.' },
    next: { zh: '对决定不服的，可以申请行政复议或者提起诉讼。', en: 'Against the decision reconsideration or court is open.' },
  },
  'signature-needed': {
    status: 422,
    title: { zh: '窗口代办撤回须有申请人签字。', en: "A withdrawal at the window needs the applicant's signature." },
    next: { zh: '请申请人签字后勾选。', en: 'Have it signed, then tick the box.' },
    basis: 'P14',
  },
  'consent-needed': {
    status: 422,
    title: { zh: '申请人没有同意电子送达。', en: 'The applicant has not consented to electronic service.' },
    next: { zh: '请当面或邮寄送达。', en: 'Serve in person or by post.' },
    basis: 'P11',
  },
  'recipient-not-on-record': {
    status: 422,
    title: {
      zh: '签收人既不是申请人，也不是登记的代理人。',
      en: 'Who receives it is neither the applicant nor the agent on record.',
    },
    next: {
      zh: '请核对姓名；由别人代收的，用“送达”登记其与申请人的关系，并核对、登记其身份证件号码。',
      en: 'Check the name; where somebody else receives it, deliver it with the relation to the applicant and the number of the document shown.',
    },
    basis: '《民事诉讼法》第八十八条; P11',
  },
  'recipient-id-needed': {
    status: 422,
    title: {
      zh: '代收人的身份证件号码没有填写，或者校验不对。',
      en: 'The document of who receives it for the applicant is missing, or its number does not check.',
    },
    next: {
      zh: '请核对代收人本人的身份证件，填写证件类型和号码；没有带证件的，请申请人本人来领，或者邮寄送达。',
      en: 'Look at the person’s own document and give its kind and number; without one the applicant collects it, or it goes by post.',
    },
    basis: '《民事诉讼法》第八十八条; P11',
  },
  'no-such-fact': {
    status: 422,
    title: { zh: '没有第 {seq} 条记录。', en: 'There is no record {seq}.' },
    next: { zh: '请从办件经过中选一条。', en: 'Choose a record of the story.' },
  },
  'not-on-the-spot': {
    status: 409,
    title: { zh: '本事项不是即办件，或者需要协办、高风险。', en: 'This item cannot be concluded on the spot.' },
    next: { zh: '请按一般程序办理。', en: 'Use the ordinary procedure.' },
    basis: 'P6',
  },
  'case-unknown': {
    status: 422,
    title: { zh: '本事项没有这种办理情形：{case}。', en: 'This item has no case {case}.' },
    next: { zh: '请从办事指南列出的情形中选择。', en: 'Choose one the guide lists.' },
  },
  'born-ahead': {
    status: 422,
    title: { zh: '号码中的出生日期还没有到。', en: 'The date of birth in the number lies ahead.' },
    next: { zh: '请核对身份证件号码。', en: 'Compare the number with the document.' },
  },
  'application-open': {
    status: 409,
    title: {
      zh: '许可 {licence} 已有一件申请在办：{number}。',
      en: 'An application on the licence {licence} is open already: {number}.',
    },
    next: {
      zh: '等那一件作出决定，或者撤回以后再申请。',
      en: 'Wait for its decision, or withdraw it, and then apply.',
    },
    basis: 'P4',
  },
  'licence-unknown': {
    status: 422,
    title: { zh: '没有证号 {licence} 的有效许可，或者不属于本事项。', en: 'There is no valid licence {licence} of this item.' },
    next: { zh: '请核对证号。', en: 'Check the number.' },
    basis: 'P4',
  },
  'licence-needed': {
    status: 422,
    title: { zh: '变更、延续、补办、注销须填写原证号。', en: 'Change, renewal, re-issue and cancellation need the licence number.' },
    next: { zh: '请填写原许可证号。', en: 'Give the number of the licence.' },
    basis: 'P4',
  },
  'licence-not-yours': {
    status: 422,
    title: { zh: '证号 {licence} 的持有人不是申请人。', en: 'Licence {licence} is not held by this applicant.' },
    next: { zh: '请由持证人申请；转让的按新证办理。', en: 'Its holder must apply; a new holder applies for a new licence.' },
    basis: 'P4',
  },
  'licence-expired': {
    status: 422,
    title: { zh: '许可 {licence} 已于 {until} 到期，不能延续。', en: 'Licence {licence} ended on {until} and cannot be renewed.' },
    next: { zh: '请按新办申请。', en: 'Apply for a new one.' },
    basis: law('50'),
  },
  'not-in-bundle': {
    status: 422,
    title: { zh: '没有“一件事” {bundle}，或者 {item} 不属于它。', en: 'There is no bundle {bundle}, or {item} does not belong to it.' },
    next: {
      zh: '请从“一件事”清单中选择；每件事的页面列出其中的事项。',
      en: 'Choose from the list of bundles; the page of each lists its items.',
    },
    basis: 'P3',
  },
  'earlier-part-open': {
    status: 409,
    title: { zh: '“一件事”里要先办的还没有准予：{items}。', en: 'What this part of the bundle needs first has not been granted: {items}.' },
    next: {
      zh: '等它准予以后再准予本项；它不予许可或撤回的，本项也不能准予，请说明理由。',
      en: 'Grant this one after it; where it was refused or withdrawn this cannot be granted either, so say why.',
    },
    basis: 'P3',
  },
  'no-earlier-part': {
    status: 409,
    title: { zh: '本项不等别的许可。', en: 'This part waits for no other.' },
    next: { zh: '不需要登记。', en: 'Nothing to record.' },
    basis: 'P3',
  },
  'bundle-too-small': {
    status: 422,
    title: { zh: '“一件事”联办至少选三项。', en: 'A bundle takes at least three licences.' },
    next: { zh: '少于三项的，请逐项申请。', en: 'Apply for fewer one by one.' },
    basis: 'P3',
  },
} as const satisfies RefusalBook;

type Named = Readonly<Record<string, Text>>;

export const actionWords = {
  accept: { zh: '受理', en: 'Accept' },
  'accept-with-papers-to-follow': { zh: '容缺受理', en: 'Accept with papers to follow' },
  'request-correction': { zh: '一次告知补正', en: 'Request a correction' },
  correct: { zh: '补正材料', en: 'Answer the correction notice' },
  'reject-remit': { zh: '不予受理（不属于本机关）', en: 'Reject: not our remit' },
  'reject-no-permit-needed': { zh: '不予受理（不需要许可）', en: 'Reject: no permit needed' },
  propose: { zh: '承办', en: 'Propose' },
  check: { zh: '审核', en: 'Check' },
  approve: { zh: '批准', en: 'Approve' },
  'send-back': { zh: '退回重审', en: 'Send back' },
  pause: { zh: '暂停计时', en: 'Pause' },
  resume: { zh: '恢复计时', en: 'Resume' },
  bill: { zh: '开缴费单', en: 'Bill' },
  pay: { zh: '收费', en: 'Take payment' },
  exempt: { zh: '免除费用', en: 'Exempt' },
  refund: { zh: '退费', en: 'Refund' },
  'cancel-bill': { zh: '作废缴费单', en: 'Cancel the bill' },
  extend: { zh: '延长期限', en: 'Extend' },
  'dispute-remit': { zh: '提出不属本部门职责', en: 'Dispute the remit' },
  arbitrate: { zh: '裁定职责', en: 'Rule on the remit' },
  decide: { zh: '作出决定', en: 'Decide' },
  forward: { zh: '上报上级', en: 'Forward to the superior' },
  'record-superior-decision': { zh: '登记上级决定', en: "Record the superior's decision" },
  'hand-in-papers': { zh: '补交容缺材料', en: 'Hand in papers to follow' },
  deliver: { zh: '送达', en: 'Deliver' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  rectify: { zh: '更正', en: 'Rectify' },
  'tell-third-parties': { zh: '告知利害关系人', en: 'Tell third parties' },
  'draft-decision': { zh: '起草决定', en: 'Draft the decision' },
  'record-statement': { zh: '听取陈述', en: 'Record a statement' },
  'notify-hearing': { zh: '通知听证', en: 'Give notice of the hearing' },
  'hold-hearing': { zh: '举行听证', en: 'Hold the hearing' },
  'note-part-granted': { zh: '登记前一项已准予', en: 'Record the grant of an earlier part' },
  'erase-agent': { zh: '删除代理人信息', en: 'Erase what is known of the agent' },
  'note-licence-ended': { zh: '登记原许可失效', en: 'Record the end of the licence behind it' },
  revoke: { zh: '撤销许可', en: 'Revoke the licence' },
  'check-papers': { zh: '核对原件', en: 'Check originals' },
  'sign-for-papers': { zh: '签收交接材料', en: 'Sign for the papers' },
  'acknowledge-supervision': { zh: '监管单位签收', en: 'Acknowledge supervision' },
  'conclude-on-the-spot': { zh: '当场办结', en: 'Conclude on the spot' },
} as const satisfies Named;

export type ActionName = keyof typeof actionWords;

export const openingWords: Text = { zh: '收件', en: 'File' };

/** Law and article, practice or mandate row that each act answers to. */
export const actionBasis: Readonly<Record<ActionName, string>> = {
  accept: `${law('32')}; S3-35`,
  'accept-with-papers-to-follow': 'P5',
  'request-correction': `${law('32')}; S3-30`,
  correct: law('32'),
  'reject-remit': law('32(2)'),
  'reject-no-permit-needed': law('32(1)'),
  propose: 'P7',
  check: 'P7',
  approve: 'P7',
  'send-back': 'S1-60',
  pause: `${law('45')}; P1`,
  resume: law('45'),
  bill: 'S3-37, S3-51',
  pay: 'S3-37',
  exempt: 'S3-44',
  refund: 'S3-44',
  'cancel-bill': 'S1-46, S3-37',
  extend: law('42'),
  'dispute-remit': 'S0-24, S1-14',
  arbitrate: 'S0-24',
  decide: `${law('38, 42')}; S3-22`,
  forward: `${law('43')}; P8`,
  'record-superior-decision': 'P8, P12',
  'hand-in-papers': 'P5',
  deliver: `${law('44')}; P11`,
  withdraw: 'P14',
  rectify: 'S1-46',
  'tell-third-parties': law('36, 47'),
  'draft-decision': law('38'),
  'record-statement': law('7, 36, 47'),
  'notify-hearing': law('48(1)'),
  'hold-hearing': law('47, 48'),
  'note-part-granted': 'P3',
  'erase-agent': 'X13',
  'note-licence-ended': `${law('70')}; P4`,
  revoke: `${law('69')}; P4`,
  'check-papers': 'P10',
  'sign-for-papers': 'P10',
  'acknowledge-supervision': 'P4, S4-31',
  'conclude-on-the-spot': 'P6',
};

export const statusWords = {
  received: { zh: '已收件，待受理', en: 'Received, waiting for acceptance' },
  'awaiting-correction': { zh: '等申请人补正', en: 'Waiting for the applicant to correct' },
  accepted: { zh: '已受理，审查中', en: 'Accepted, under examination' },
  forwarded: { zh: '已上报，等上级决定', en: 'Forwarded, the superior decides' },
  decided: { zh: '已决定，待送达', en: 'Decided, to be delivered' },
  granted: { zh: '已办结：准予许可', en: 'Closed: granted' },
  refused: { zh: '已办结：不予许可', en: 'Closed: refused' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  revoked: { zh: '许可已撤销', en: 'Licence revoked' },
  'not-our-remit': { zh: '不予受理：不属于本机关', en: 'Not accepted: not our remit' },
  'no-permit-needed': { zh: '不予受理：不需要许可', en: 'Not accepted: no permit needed' },
} as const satisfies Named;

export const factWords = {
  received: { zh: '收件', en: 'Received' },
  'correction-requested': { zh: '一次告知补正', en: 'Correction requested' },
  corrected: { zh: '申请人补正', en: 'Corrected by the applicant' },
  accepted: { zh: '受理', en: 'Accepted' },
  'deemed-accepted': {
    zh: '逾期未告知，自收件之日起视为受理',
    en: 'Deemed accepted from the day of receipt: no answer within five working days',
  },
  rejected: { zh: '不予受理', en: 'Not accepted' },
  proposed: { zh: '承办意见', en: 'Opinion proposed' },
  checked: { zh: '审核', en: 'Opinion checked' },
  approved: { zh: '批准意见', en: 'Opinion approved' },
  'sent-back': { zh: '退回重审', en: 'Sent back' },
  paused: { zh: '因法定程序暂停计时', en: 'Paused for a lawful procedure' },
  resumed: { zh: '恢复计时', en: 'Resumed' },
  extended: { zh: '延长期限', en: 'Limit extended' },
  billed: { zh: '开出缴费单', en: 'Billed' },
  paid: { zh: '缴费', en: 'Paid' },
  exempted: { zh: '免除费用', en: 'Exempted' },
  refunded: { zh: '退费', en: 'Refunded' },
  'bill-cancelled': { zh: '缴费单作废', en: 'Bill cancelled' },
  'remit-disputed': { zh: '提出不属本部门职责', en: 'Remit disputed' },
  arbitrated: { zh: '裁定职责', en: 'Remit ruled on' },
  forwarded: { zh: '上报上级', en: 'Forwarded to the superior' },
  decided: { zh: '作出决定', en: 'Decided' },
  'papers-arrived': { zh: '容缺材料补齐', en: 'Papers handed in' },
  delivered: { zh: '送达', en: 'Delivered' },
  withdrawn: { zh: '申请人撤回', en: 'Withdrawn' },
  rectified: { zh: '更正', en: 'Rectified' },
  'third-parties-told': { zh: '告知利害关系人', en: 'Third parties told' },
  'statement-heard': { zh: '听取陈述', en: 'Statement heard' },
  'decision-drafted': { zh: '起草决定', en: 'Decision drafted' },
  'hearing-notified': { zh: '通知听证', en: 'Notice of the hearing given' },
  'hearing-held': { zh: '举行听证', en: 'Hearing held' },
  'earlier-part-granted': { zh: '前一项已准予', en: 'An earlier part was granted' },
  'agent-erased': { zh: '代理人信息已删除', en: 'The agent’s data were erased' },
  'licence-ended': { zh: '原许可失效', en: 'The licence behind it ended' },
  'originals-checked': { zh: '核对原件', en: 'Originals checked' },
  'papers-signed-for': { zh: '交接材料已签收', en: 'Papers signed for' },
  'supervision-acknowledged': { zh: '监管单位签收', en: 'Supervision acknowledged' },
  revoked: { zh: '撤销许可', en: 'Licence revoked' },
  'calendar-changed': { zh: '日历更新', en: 'Calendar changed' },
  'clock-not-armed': { zh: '未起钟', en: 'No clock runs' },
  'limit-near': { zh: '期限将到', en: 'Limit near' },
  'limit-passed': { zh: '超过期限', en: 'Limit passed' },
  'breach-taken-back': { zh: '撤销超期记录', en: 'Breach taken back' },
} as const satisfies Named;

export const outcomeWords = {
  granted: { zh: '准予许可', en: 'granted' },
  refused: { zh: '不予许可', en: 'refused' },
} as const satisfies Named;

export const opinionWords = {
  agree: { zh: '同意', en: 'Agrees' },
  'agree-with-conditions': { zh: '同意，附意见', en: 'Agrees, with conditions' },
  disagree: { zh: '不同意', en: 'Disagrees' },
} as const satisfies Named;

export const clockWords = {
  acceptance: { zh: '答复是否受理', en: 'answer on acceptance' },
  legal: { zh: '法定期限', en: 'legal limit' },
  promised: { zh: '承诺期限', en: 'promised limit' },
  delivery: { zh: '送达期限', en: 'delivery' },
  arbitration: { zh: '职责裁定期限', en: 'ruling on the remit' },
  citizen: { zh: '陈述和申请听证期限', en: 'speaking, and asking for a hearing' },
  hearing: { zh: '组织听证期限', en: 'limit for the hearing' },
} as const satisfies Named;

/** Why a clock that should run has none, and what to do. */
export const whyNotArmedWords = {
  'no-term': {
    zh: '法定和县定期限数据里没有这一期限，请补上后重新核定',
    en: 'its term is not among the limits of law and county: enter it, then settle the matter',
  },
  'no-calendar': { zh: '没有任何年度的工作日历，请导入日历', en: 'there is no calendar of any year: bring one' },
  'no-limit': { zh: '事项没有写明期限，请在事项清单中补上', en: 'the item names no limit: enter it in the catalogue' },
  'no-date': { zh: '算出的不是日期，请报告系统管理岗', en: 'what was reckoned is no date: tell the system administrator' },
} as const satisfies Named;

export const stepClockWords = {
  lead: { zh: '主办环节', en: "the lead's step" },
  assist: { zh: '协办环节（{organ}）', en: 'assisting step ({organ})' },
} as const satisfies Named;

/** Who receives it for the applicant (民事诉讼法 88). */
export const relationWords = {
  'adult-family': { zh: '同住的成年家属', en: 'adult relative of the same household' },
  representative: { zh: '法定代表人或者负责人', en: 'legal representative or head of the firm' },
  'mail-officer': { zh: '单位负责收件的人', en: 'who takes in papers for the firm' },
  nominee: { zh: '申请人指定的代收人', en: 'named by the applicant to receive it' },
} as const satisfies Record<Relation, Text>;

export const revocationWords = {
  'unlawful-grant': { zh: '违法准予', en: 'granted against the law' },
  'false-papers': { zh: '以欺骗、贿赂等不正当手段取得', en: 'obtained by fraud, bribery or other unfair means' },
  'false-declaration': { zh: '承诺内容不实', en: 'the declaration was false' },
  'undertaking-broken': { zh: '容缺材料未按承诺补交', en: 'the papers to follow never came' },
  'public-interest': { zh: '依据或客观情况重大变化（撤回）', en: 'the law or the facts changed' },
} as const satisfies Named;

export const accountWords = {
  window: { zh: '窗口', en: 'the window' },
  organ: { zh: '部门办理', en: 'the department' },
  applicant: { zh: '等申请人', en: 'waiting for the applicant' },
  'third-party': { zh: '等第三方', en: 'a third party' },
  law: { zh: '法定不计时', en: 'a lawful procedure (not counted)' },
  dispute: { zh: '职责裁定', en: 'a dispute over remit' },
  superior: { zh: '上级决定', en: 'the superior organ' },
} as const satisfies Named;

/** Remedies against a decision (行政许可法 7; 行政复议法; 行政诉讼法). */
export const remedies: Text = {
  zh: '不服本决定的，可以自收到之日起六十日内向县人民政府申请行政复议，也可以自收到之日起六个月内依法向人民法院提起行政诉讼。',
  en: 'Against this decision you may apply to the county government for reconsideration within sixty days of receiving it, or bring an action before the court within six months.',
};

/** Why a renewal was granted that nobody decided (行政许可法 50). */
export const deemedReason: Text = {
  zh: '许可有效期届满前未作出决定，依照《行政许可法》第五十条，视为准予延续。',
  en: 'No decision was made before the licence ended: under article 50 of the Administrative Licensing Law it is renewed.',
};

/** To who looked for one character. */
export const shortNote: Text = {
  zh: '只输入一个字时，只找姓名恰好是这一个字的；找姓名的一部分至少要输入两个字。',
  en: 'One character finds only a name that is nothing else; for a part of a name write at least two.',
};

/** What stands where a person's data have been erased. */
/** How what is concluded on the spot reached who asked for it: the window hands it over as it is signed. */
export const handedOver: Text = { zh: '窗口当场交付，当面核收', en: 'Handed over at the window on the spot' };

export const erased: Text = { zh: '（已依法删除）', en: '(erased by law)' };

/** On which basis granted decisions are open. */
export const hearingBasis = law('46, 48');
export const publicBasis = `${law('40')}; S1-62, S3-63`;
