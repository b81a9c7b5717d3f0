/** What the checker calls the holidays of fixed dates, 全国年节及纪念日放假办法 (2024年修订) 2. Its own, like all that it has. */
export const SOLAR: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  '01-01': { zh: '元旦', en: "New Year's Day" },
  '05-01': { zh: '劳动节', en: 'Labour Day' },
  '05-02': { zh: '劳动节', en: 'Labour Day' },
  '10-01': { zh: '国庆节', en: 'National Day' },
  '10-02': { zh: '国庆节', en: 'National Day' },
  '10-03': { zh: '国庆节', en: 'National Day' },
};
