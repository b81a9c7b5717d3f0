import type { RefusalBook } from '../../../kernel/decision.ts';

/** Who may: seats, authority, hands that differ. */
export const authorityRefusals = {
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
  'own-authority': {
    status: 422,
    title: { zh: '不能授权给自己。', en: 'Nobody authorises herself.' },
    next: {
      zh: '请授权本机关的另一名人员；授权的人和被授权的人要分开。',
      en: 'Authorise somebody else of the organ: who gives authority and who gets it are two people.',
    },
    basis: 'S1-60, X7',
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
} as const satisfies RefusalBook;
