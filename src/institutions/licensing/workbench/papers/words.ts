import type { Text } from '../../../../kernel/text.ts';

/** Words around the papers of a matter: the decision as a document, and two papers next to each other. */
export const words = {
  decision: { zh: '决定书', en: 'The decision' },
  'decision-draft': { zh: '决定书草稿', en: 'Draft of the decision' },
  'decision-final': { zh: '决定书', en: 'The decision as a document' },
  'side-by-side': { zh: '并排看材料', en: 'Papers side by side' },
  back: { zh: '返回办件 {number}', en: 'Back to {number}' },
  print: { zh: '打印', en: 'Print' },
  docx: { zh: '下载 Word 文件（.docx）', en: 'Download as a Word file (.docx)' },
  write: { zh: '写理由和条件', en: 'Write reasons and conditions' },
  'draft-say': {
    zh: '按模板从记录起草，还没有作出决定：不编号、不发生效力。理由、去向和条件由您写，原样保留；其余是固定文字，不能改。',
    en: 'Drafted from the template and the record; nothing is decided yet: no number, no effect. Reasons, way forward and conditions are yours and kept as typed; the rest is fixed.',
  },
  'final-say': { zh: '正式文本，和送达给申请人的一致。', en: 'The paper itself, as it is served on the applicant.' },
  chinese: { zh: '', en: 'The paper is in Chinese, as the law has it; this page explains it in English.' },
  'as-granted': { zh: '按准予起草', en: 'Draft it as granted' },
  'as-refused': { zh: '按不予起草', en: 'Draft it as refused' },
  outcome: { zh: '按哪种结果起草', en: 'Outcome of the draft' },
  'of-draft': { zh: '草稿', en: 'Draft' },

  left: { zh: '左边', en: 'Left' },
  right: { zh: '右边', en: 'Right' },
  form: { zh: '申请表上填的内容', en: 'What the application says' },
  'no-files': {
    zh: '这件事没有上传的文件；两边可以对照申请内容和决定书。',
    en: 'No file was uploaded for this matter; the application and the decision can be compared.',
  },
  'open-alone': { zh: '在新页打开', en: 'Open on its own' },
  download: { zh: '下载', en: 'Download' },
  'cannot-show': { zh: '这种文件不能在页面里显示，请下载后看。', en: 'This kind of file cannot be shown here. Download it.' },
  larger: { zh: '原大小', en: 'Full size' },
  smaller: { zh: '适合窗口', en: 'Fit' },
  'form-empty': { zh: '申请表上没有另外填写内容。', en: 'Nothing more was filled in.' },
  swap: { zh: '左右对调', en: 'Swap' },
  choose: { zh: '（选一份材料）', en: '(choose a paper)' },

  eyes: { zh: '换一双眼睛看', en: 'Look with the eyes of' },
  'eyes-own': { zh: '我自己', en: 'Myself' },
  'eyes-citizen': { zh: '申请人', en: 'The citizen' },
  'eyes-clerk': { zh: '窗口人员', en: 'A clerk' },
  'eyes-chief': { zh: '主要负责人', en: 'The chief' },
  'eyes-auditor': { zh: '审计人员', en: 'An auditor' },
  'eyes-say': {
    zh: '这是{who}会看到的样子。只看，不能代办；您自己看不到的，这里也不显示。',
    en: "This is what {who} would see. To look only, nobody acts with another's eyes; what you may not see is not shown here either.",
  },
  'eyes-seat': { zh: '{organ}的{seat}', en: '{seat} of {organ}' },
  'eyes-applicant': { zh: '申请人在公众网站上', en: 'the applicant on the public portal' },
  'could-do': { zh: '这时能做的（{n}）', en: 'What could be done from there now ({n})' },
  'could-nothing': { zh: '什么也不能做，只能看。', en: 'Nothing: to look only.' },
  'could-not': { zh: '不能做的（{n}），各为什么', en: 'What could not ({n}), and why' },
  'eyes-hidden': {
    zh: '您的岗位不经办这件事：经过和意见不显示。',
    en: 'Your seat has no part in this matter: its story and opinions are not shown.',
  },
  'eyes-proof': {
    zh: '{n} 条记录，逐条重算，链条完整。链尾 {head}',
    en: '{n} {n:record/records}, each derived again: the chain is whole. Head {head}',
  },
  'eyes-proof-bad': { zh: '记录有 {n} 处对不上：第 {seqs} 条。', en: 'The records do not agree in {n} {n:place/places}: {seqs}.' },
} as const satisfies Readonly<Record<string, Text>>;
