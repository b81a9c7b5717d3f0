import type { RefusalBook } from '../../../kernel/decision.ts';

/** Units of the list of charges of which a matter has one unless said otherwise: a case, a document, a set of plates. */
export const ONCE: readonly string[] = ['', '件', '本', '证', '副'];

/** Bills, payments, refunds. */
export const feesRefusals = {
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
  'quantity-needed': {
    status: 422,
    title: {
      zh: '收费 {charge} 按{unit}计收，请填写数量；标准：{standard}。',
      en: 'The charge {charge} is by the unit of the list: give the quantity.',
    },
    next: { zh: '按实际面积、天数等填写，如 10 平方米占用 5 天填 50。', en: 'What was measured: ten square metres for five days are 50.' },
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
      zh: '收费 {charge} 的标准（{standard}）不是一个固定数额，请写明金额是怎么核定的。',
      en: 'The list gives no fixed figure for the charge {charge}: say how the amount was assessed.',
    },
    next: {
      zh: '写明按标准的哪一档，或者核定文件名称、文号和计算过程；缴费单上会写出来。',
      en: 'Say which of the list’s figures it is, or name the document, its number and the calculation; the bill will show it.',
    },
    basis: 'S1-52',
  },
  'above-standard': {
    status: 422,
    title: { zh: '金额超过标准 {standard} 元。', en: 'The amount exceeds the standard of {standard} yuan.' },
    next: { zh: '按标准收取，不得多收。', en: 'Charge the standard, never more.' },
    basis: 'S1-52',
  },
  'below-standard': {
    status: 422,
    title: { zh: '金额低于标准 {standard} 元。', en: 'The amount is below the standard of {standard} yuan.' },
    next: {
      zh: '按标准开单；依法减收或者免收的，开单后办理“减免费用”，写明依据。',
      en: 'Bill the standard; what the law waives, in part or whole, is waived afterwards, with its basis.',
    },
    basis: 'S1-52, S3-44',
  },
  'reduction-not-part': {
    status: 422,
    title: {
      zh: '减收的金额要大于零、小于应缴的 {due} 元。',
      en: 'What is waived in part is more than nothing and less than the {due} yuan due.',
    },
    next: { zh: '全部免收的，不填金额。', en: 'To waive all of it, leave the amount out.' },
    basis: 'S3-44',
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
  'receipt-used': {
    status: 422,
    title: { zh: '这个票据号今年已经用过（{matter}）。', en: 'This receipt number has been used this year already ({matter}).' },
    next: {
      zh: '一张票据只能记一笔缴费；请核对票据，填写另一个号。',
      en: 'A receipt is for one payment: check it, and give its own number.',
    },
    basis: 'S3-37, S3-44',
  },
  'refund-not-ordered': {
    status: 409,
    title: { zh: '还没有批准退费。', en: 'No refund has been ordered.' },
    next: {
      zh: '由主办部门分管负责人或者主要负责人批准，收费窗口照批准的金额退。',
      en: 'A deputy in charge or the chief of the lead orders it; the cashier pays out what was ordered.',
    },
    basis: 'S3-44, P15',
  },
  'refund-ordered-already': {
    status: 409,
    title: { zh: '退费 {amount} 元已经批准，理由相同。', en: 'A refund of {amount} yuan has been ordered already, for the same reason.' },
    next: {
      zh: '不用再办，等收费窗口退付；不该退的，办理“撤回退费批准”。',
      en: 'Nothing more is needed: the cashier pays it out. If it is wrong, withdraw the order.',
    },
    basis: 'S3-44, P15',
  },
  'refund-paid-out': {
    status: 409,
    title: { zh: '批准的退费已经退付，不能再撤回。', en: 'The refund that was ordered has been paid out: the order cannot be withdrawn.' },
    next: {
      zh: '退错的，由主办部门向缴费人追回，并报告本部门负责人。',
      en: 'What was given back by mistake the lead recovers from the payer; report it to the head of the organ.',
    },
    basis: 'S3-44, P15',
  },
  'refund-own-order': {
    status: 403,
    title: { zh: '批准退费的人不能自己退。', en: 'Who ordered a refund does not pay it out.' },
    next: { zh: '请另一名收费员办理。', en: 'Another cashier pays it out.' },
    basis: 'S1-60, P15',
  },
  'refund-differs': {
    status: 422,
    title: { zh: '批准退 {ordered} 元。', en: '{ordered} yuan were ordered to be given back.' },
    next: {
      zh: '照批准的金额退；金额不对的，请重新批准或者撤回批准。',
      en: 'Pay out that amount; where it is wrong, have it ordered anew, or the order withdrawn.',
    },
    basis: 'S3-44',
  },
  'refund-above-paid': {
    status: 422,
    title: {
      zh: '退费要大于零，不能超过尚未退还的 {paid} 元。',
      en: 'A refund is more than nothing, and no more than the {paid} yuan still held.',
    },
    next: { zh: '请更正金额。', en: 'Correct the amount.' },
  },
  'charge-answered': {
    status: 409,
    title: {
      zh: '没有这一笔待定的收费；还待开单或者说明的：{charges}。',
      en: 'No such charge is still to be answered for; there are: {charges}.',
    },
    next: { zh: '请写明其中一项；没有的不用办。', en: 'Name one of these; where there is none, nothing needs to be done.' },
    basis: 'S1-18, S3-37',
  },
  'fee-unanswered': {
    status: 409,
    title: {
      zh: '本事项有收费（{charges}），还没有开缴费单，也没有说明不收的理由。',
      en: 'The item has charges ({charges}): they are neither billed nor said not to arise.',
    },
    next: {
      zh: '请主办部门开缴费单，缴清或者减免以后送达；这件事不该收的，由其办理“说明不收费”。',
      en: 'The lead bills them, and it is handed over once they are paid or waived; or it says why nothing is charged here.',
    },
    basis: 'S1-18, S3-37',
  },
  'fee-before-delivery': {
    status: 422,
    title: {
      zh: '本事项收费（{charges}），费用缴清或免除以前不能当场交付。',
      en: 'This item has charges ({charges}): nothing is handed over before they are paid or waived.',
    },
    next: {
      zh: '不填领取人先办结，再开缴费单，缴清或者减免后送达；这件事不该收的，写明不收费的理由。',
      en: 'Conclude without a recipient and bill, and deliver once it is paid or waived; or say why nothing is charged here.',
    },
    basis: 'S1-18, S3-37',
  },
  'no-fee-on-refusal': {
    status: 409,
    title: { zh: '这件事没有准予，不收费。', en: 'Nothing was granted here: there is no fee.' },
    next: { zh: '不开缴费单；已经缴的，办理退费。', en: 'Make no bill; what was paid is refunded.' },
    basis: 'S1-18',
  },
  'fee-too-late': {
    status: 409,
    title: { zh: '这件事已经送达办结，不能再开缴费单。', en: 'This matter was delivered and is closed: it cannot be billed any more.' },
    next: {
      zh: '缴费单在送达前开；漏收的，请报告本部门负责人。',
      en: 'Bills are made before delivery; report a fee that was missed to the head of the organ.',
    },
    basis: 'S1-18, S3-37',
  },
  'fee-unpaid': {
    status: 409,
    title: { zh: '费用还没有缴清或免除。', en: 'The fee is neither paid nor exempted.' },
    next: { zh: '等缴清或批准免除后办理。', en: 'Wait for payment or an exemption.' },
    basis: 'S3-37',
  },
} as const satisfies RefusalBook;
