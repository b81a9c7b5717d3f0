import type { RefusalBook } from '../../../kernel/decision.ts';
import { law } from './law.ts';

/** The licence: service, what comes after, applying again. */
export const licenceRefusals = {
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
    title: {
      zh: '由工作人员登记撤回或者放弃听证的，须有本人签字。',
      en: 'A withdrawal or a waiver of the hearing that an officer enters needs the signature of whoever it is from.',
    },
    next: { zh: '请本人签字后勾选。', en: 'Have it signed, then tick the box.' },
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
      zh: '请核对姓名；由别人代收的，用“送达”登记其与申请人的关系，当面领取的还要核对、登记其身份证件号码。电子送达只写申请人或者代理人，见证人写在送达凭证里。',
      en: 'Check the name; where somebody else receives it, deliver it with the relation to the applicant, and face to face with the number of the document shown. Electronic service names the applicant or the agent; a witness stands in the proof.',
    },
    basis: '民事诉讼法 88; P11',
  },
  'relation-does-not-fit': {
    status: 422,
    title: {
      zh: '填写的关系与申请人不符：单位没有同住的成年家属，个人没有法定代表人和负责收件的人。',
      en: 'The relation does not fit the applicant: a firm has no relatives in its household, a person no legal representative and nobody who takes in papers.',
    },
    next: {
      zh: '申请人是个人的，由同住的成年家属或者申请人指定的代收人签收；是单位的，由法定代表人、负责人、单位负责收件的人或者申请人指定的代收人签收。',
      en: 'For a person an adult relative of the same household may sign, or whom the applicant named; for a firm its legal representative or head, who takes in its papers, or whom the applicant named.',
    },
    basis: '民事诉讼法 88; P11',
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
    basis: '民事诉讼法 88; P11',
  },
  'notice-published': {
    status: 409,
    title: {
      zh: '送达公告已经发出，{due}期满，视为送达。',
      en: 'The notice is published; the decision counts as served when {due} has passed.',
    },
    next: {
      zh: '等公告期满；其间找到受送达人的，用“送达”直接交付，以先到的为准。',
      en: 'Wait for that day; whoever is found meanwhile is served by “Deliver”, and the earlier counts.',
    },
    basis: '民事诉讼法 95',
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
  'licence-not-for-new': {
    status: 422,
    title: { zh: '新办不填原证号。', en: 'A first licence rests on no other: no licence number is given.' },
    next: {
      zh: '删去证号；要变更、延续、补办或者注销的，请选对应的情形。',
      en: 'Leave the number out, or choose change, renewal, re-issue or cancellation.',
    },
    basis: 'P4',
  },
  'agent-is-applicant': {
    status: 422,
    title: { zh: '代理人就是申请人本人。', en: 'The agent is the applicant.' },
    next: { zh: '本人办理的，不填代理人。', en: 'Who applies for oneself names no agent.' },
    basis: law('29'),
  },
  'item-and-items': {
    status: 422,
    title: { zh: '“item”和“items”只能填一个。', en: 'Give “item” or “items”, not both.' },
    next: { zh: '申请一项填“item”；“一件事”联办填“items”。', en: 'One licence is named by “item”, those of a bundle by “items”.' },
    basis: 'P3',
  },
  'too-many-items': {
    status: 422,
    title: { zh: '一次最多申请{most}项，这里有{found}项。', en: 'At most {most} licences are applied for at once; here are {found}.' },
    next: { zh: '请分开申请。', en: 'Apply in several parts.' },
    basis: 'P3',
  },
  'licence-not-yours': {
    status: 422,
    title: { zh: '证号 {licence} 的持有人不是申请人。', en: 'Licence {licence} is not held by this applicant.' },
    next: { zh: '请由持证人申请；转让的按新证办理。', en: 'Its holder must apply; a new holder applies for a new licence.' },
    basis: 'P4',
  },
  'licence-expired': {
    status: 422,
    title: {
      zh: '许可 {licence} 已于 {until} 到期，不能再延续、变更或者补办。',
      en: 'Licence {licence} ended on {until}; it cannot be renewed, changed or issued again.',
    },
    next: { zh: '请按新办申请。', en: 'Apply for a new one.' },
    basis: law('50'),
  },
  'licence-ran-out': {
    status: 409,
    title: {
      zh: '原许可 {licence} 在办理期间已于 {until} 到期，不能再准予变更或者补办。',
      en: 'Licence {licence} ended on {until} while this was open; no change or re-issue can be granted on it.',
    },
    next: {
      zh: '请作出不予许可的决定并说明；申请人也可以撤回，重新申请新证。',
      en: 'Refuse it and say so, or the applicant withdraws it; a new licence may be applied for.',
    },
    basis: law('50'),
  },
  'validity-stays': {
    status: 422,
    title: {
      zh: '只有准予新办或者延续才另定有效期；变更、补办不改有效期，注销和不予许可没有有效期。',
      en: 'Only a new licence or a renewal is given a validity; a change or re-issue keeps it, a cancellation or refusal has none.',
    },
    next: { zh: '请不要填写有效月数。', en: 'Leave the months of validity out.' },
    basis: 'P4',
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
