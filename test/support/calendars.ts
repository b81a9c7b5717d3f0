/** Calendar files for tests. The days of 2027 are made up: there is no notice yet. */
export const NOTICE_2027 = {
  year: 2027,
  document: {
    zh: '国务院办公厅关于2027年部分节假日安排的通知（国办发明电〔2026〕9号，示例）',
    en: 'State Council General Office notice on holidays in 2027 (Guobanfamingdian [2026] No. 9, an example)',
  },
  off: [
    { from: '2027-01-01', to: '2027-01-03', name: '元旦', weekday: '周五' },
    { from: '2027-02-05', to: '2027-02-11', name: '春节' },
    { from: '2027-04-03', to: '2027-04-05', name: '清明节' },
    { from: '2027-05-01', to: '2027-05-05', name: '劳动节' },
    { from: '2027-06-09', to: '2027-06-09', name: '端午节' },
    { from: '2027-09-15', to: '2027-09-15', name: '中秋节' },
    { from: '2027-10-01', to: '2027-10-07', name: '国庆节' },
  ],
  makeup: ['2027-02-20', { date: '2027-05-08', weekday: 'Saturday' }, '2027-09-26', '2027-10-09'],
};

const HOLIDAYS_2026 = [
  { from: '2026-01-01', to: '2026-01-03', name: '元旦' },
  { from: '2026-02-15', to: '2026-02-23', name: '春节' },
  { from: '2026-04-04', to: '2026-04-06', name: '清明节' },
  { from: '2026-05-01', to: '2026-05-05', name: '劳动节' },
  { from: '2026-06-19', to: '2026-06-21', name: '端午节' },
  { from: '2026-09-25', to: '2026-09-27', name: '中秋节' },
  { from: '2026-10-01', to: '2026-10-07', name: '国庆节' },
];

/** The running year with one make-up day put right: Saturday 28 February becomes Sunday 1 March. */
export const CORRECTED_2026 = {
  year: 2026,
  document: {
    zh: '关于更正2026年春节调休上班日的通知（国办发明电〔2026〕3号，示例）',
    en: 'Correction of a make-up day ([2026] No. 3, an example)',
  },
  cause: '更正调休上班日',
  off: HOLIDAYS_2026,
  makeup: ['2026-01-04', '2026-02-14', '2026-05-09', '2026-09-20', '2026-10-10'],
};

/** The running year as it is, for a test to change. */
export const AS_IT_IS_2026 = {
  ...CORRECTED_2026,
  makeup: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
};

/** A holiday of an ethnic area (全国年节及纪念日放假办法 4). */
export const ETHNIC_AREA = {
  layer: 'regional',
  year: 2026,
  document: {
    zh: '自治州人民政府关于三月街民族节放假的通知（州政发〔2026〕5号，示例）',
    en: 'Third Month Fair, notice of the prefecture ([2026] No. 5, an example)',
  },
  off: [{ from: '2026-03-10', to: '2026-03-12', name: { zh: '三月街民族节', en: 'Third Month Fair' } }],
};

/** A day on which the county stops work. */
export const STOP_OF_WORK = {
  layer: 'county',
  year: 2026,
  document: {
    zh: '县政府关于暴雪停止办公的公告（县政告〔2026〕2号，示例）',
    en: 'The county stops work for snow ([2026] No. 2, an example)',
  },
  off: [{ from: '2026-03-04', to: '2026-03-05', name: { zh: '暴雪停止办公', en: 'Work stopped for snow' } }],
};
