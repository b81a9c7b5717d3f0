import type { RefusalBook } from '../../../kernel/decision.ts';
import { law } from './law.ts';

/** Third parties and hearings. */
export const hearingRefusals = {
  'third-parties-waiting': {
    status: 409,
    title: {
      zh: '已告知的利害关系人还有{n}名在期限内（到{until}）没有陈述，或者没有放弃听证。',
      en: 'Until {until} the decision waits for third parties who were told; of these, {n} have not spoken or not waived the hearing.',
    },
    next: {
      zh: '等每一名都陈述，或者等期满。告知过可以申请听证的，陈述不等于放弃听证；本人表示放弃的，在陈述中写明。',
      en: 'Wait until each has spoken, or the day has passed. Where they may ask for a hearing, a statement does not waive it: record it where a party says so.',
    },
    basis: law('36, 47'),
  },
  'applicant-may-ask': {
    status: 409,
    title: {
      zh: '申请人在期限内（到{until}）也可以申请听证，还没有表示放弃。',
      en: 'Until {until} the applicant too may ask for a hearing, and has not waived it.',
    },
    next: {
      zh: '等期满；申请人表示放弃听证的，登记申请人的陈述并选“放弃听证”。',
      en: 'Wait until the day has passed; where the applicant waives the hearing, record that with the applicant’s statement.',
    },
    basis: law('47(1)'),
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
    basis: law('48(1)(1)'),
  },
  'hearing-not-yet': {
    status: 409,
    title: { zh: '听证通知的日子是{day}，还没有到。', en: 'Notice was given of a hearing on {day}, which has not come.' },
    next: { zh: '到那天举行；改日子的，重新通知。', en: 'It is held on that day; another day needs a new notice.' },
    basis: law('48(1)(1)'),
  },
  'hearing-not-begun': {
    status: 409,
    title: { zh: '听证定在今天{time}开始，还没有到时间。', en: 'The hearing is told for {time} today, which has not come.' },
    next: {
      zh: '{time}起由通知里写明的主持人举行，结束后登记听证笔录。',
      en: 'From {time} the moderator named in the notice holds it, and records its minutes afterwards.',
    },
    basis: law('48(1)(1)'),
  },
  'hearing-on-rest-day': {
    status: 422,
    title: {
      zh: '{day}是休息日，机关不办公，不能定为听证的日子。',
      en: '{day} is a day of rest, on which the organ does not work: no hearing.',
    },
    next: { zh: '请选工作日；可以定在{next}。', en: 'Choose a working day; {next} is possible.' },
    basis: '国务院关于职工工作时间的规定 7',
  },
  'hearing-outside-hours': {
    status: 422,
    title: {
      zh: '{time}机关不办公，听证定在{from}到{to}之间开始。',
      en: 'At {time} the office is closed: a hearing begins between {from} and {to}.',
    },
    next: { zh: '请改为办公时间以内。', en: 'Choose an hour at which the office is open.' },
    basis: '国务院关于职工工作时间的规定 7',
  },
  'hearing-notice-short': {
    status: 422,
    title: {
      zh: '听证应当提前七个工作日通知，这一天来不及。',
      en: 'A hearing is notified seven working days before: too late for this day.',
    },
    next: { zh: '今天通知的，最早定在{from}。', en: 'With notice today the first possible day is {from}.' },
    basis: law('48(1)(1), 82'),
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
      zh: '请从主办机关的岗位中选主持人，填它的编号，例如 {example}。',
      en: 'Choose the moderator among the seats of the lead organ, and give the id of the seat, such as {example}.',
    },
    basis: law('48(1)(1)'),
  },
  'moderator-reviewed': {
    status: 422,
    title: { zh: '审查过本申请的人不能主持听证。', en: 'Who reviewed this application cannot be named moderator of its hearing.' },
    next: { zh: '请选没有签过审查意见的人员的岗位。', en: 'Name the seat of somebody who signed none of its opinions.' },
    basis: law('48(1)(3)'),
  },
  'hearing-told-so': {
    status: 422,
    title: { zh: '时间、地点、主持人和是否公告都和已发的听证通知一样。', en: 'Nothing differs from the notice that was given.' },
    next: {
      zh: '不用再发；有变更，或者要把没有公告的听证向社会公告，再发新的通知。',
      en: 'Nothing to tell anew; a change needs a new notice, and so does announcing to the public what was not announced.',
    },
    basis: law('48(1)(1)'),
  },
  'moderates-hearing': {
    status: 403,
    title: { zh: '您是本案听证的主持人，不能同时审查本申请。', en: 'You chair the hearing of this application and cannot review it too.' },
    next: {
      zh: '请由其他人员审查，或者先改派主持人、重新通知。',
      en: 'Let somebody else review it, or name another moderator by a new notice first.',
    },
    basis: law('48(1)(3)'),
  },
  'not-the-moderator': {
    status: 403,
    title: { zh: '听证由通知里写明的主持人主持和登记。', en: 'The moderator named in the notice chairs the hearing and records it.' },
    next: { zh: '请由主持人登记；换主持人的，重新通知。', en: 'The moderator records it; another one needs a new notice.' },
    basis: law('48(1)(3)'),
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
  'party-is-applicant': {
    status: 422,
    title: { zh: '第三人不能是申请人本人。', en: 'The applicant is no third party of her own matter.' },
    next: { zh: '请删去；同名的另一个人，写上他的联系方式。', en: 'Leave her out; of a namesake give how he is reached.' },
    basis: law('36'),
  },
  'nobody-told': {
    status: 422,
    title: { zh: '还没有告知过利害关系人。', en: 'No third party has been told.' },
    next: { zh: '请先告知利害关系人。', en: 'Tell them first.' },
    basis: law('36'),
  },
  'party-needed': {
    status: 422,
    title: {
      zh: '告知了{told}名利害关系人，要写明是哪一名的陈述。',
      en: '{told} third parties were told: say which of them this statement is of.',
    },
    next: {
      zh: '请从已告知的人中选一名（按告知的先后编号）。',
      en: 'Choose one of those told, by number in the order in which they were told.',
    },
    basis: law('36'),
  },
  'party-unknown': {
    status: 422,
    title: { zh: '没有告知过第{party}名利害关系人，一共告知了{told}名。', en: 'No third party {party} was told; {told} {told:was/were}.' },
    next: { zh: '请从已告知的人中选；还没有告知的，先告知。', en: 'Choose one of those told; tell first whoever was not.' },
    basis: law('36'),
  },
  'third-parties-only': {
    status: 422,
    title: {
      zh: '“哪一名”只用于利害关系人的陈述。',
      en: 'Which party it is, is said of third parties only.',
    },
    next: { zh: '登记申请人的陈述时请不要填写。', en: 'Leave it out for a statement of the applicant.' },
  },
  'asks-and-waives': {
    status: 422,
    title: { zh: '不能既申请听证又放弃听证。', en: 'A hearing cannot be asked for and waived at once.' },
    next: { zh: '请向本人问清，只选一项。', en: 'Ask the party, and choose one.' },
    basis: law('47'),
  },
  'nothing-to-waive': {
    status: 422,
    title: {
      zh: '现在没有可以放弃的听证：没有告知听证权利、申请期限已过，或者已经有人申请。',
      en: 'There is no hearing to waive: none was offered, the five days have passed, or somebody has asked for one.',
    },
    next: { zh: '只登记陈述，不选“放弃听证”。', en: 'Record the statement without the waiver.' },
    basis: law('47'),
  },
  'speaks-for-another': {
    status: 422,
    title: { zh: '申请人不能替利害关系人陈述。', en: 'The applicant cannot speak for a third party.' },
    next: { zh: '请选“申请人”；利害关系人的意见由承办部门登记。', en: 'Choose “applicant”; the organ records what third parties say.' },
  },
} as const satisfies RefusalBook;
