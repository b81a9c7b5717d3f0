import type { Lang, Text } from '../../../src/kernel/text.ts';
import { d } from '../../../src/pictures/builders.ts';

export const tx = (zh: string, en: string): Text => ({ zh, en });
export const county = tx('示范县', 'Model County');
export const HOUSING = tx('示范县住房和城乡建设局', 'Model County Housing and Construction Bureau');
export const licensingLaw = { law: tx('行政许可法', 'Administrative Licensing Law'), article: '42', mark: 'V' } as const;
export const grounds = { appraisal: tx('鉴定', 'appraisal') };

export const shell = (lang: Lang, path: string, today = '2026-03-10') => ({
  lang,
  path,
  countyName: county,
  clockBar: { today: d(today), time: '10:20' },
});
export const lawfulGrounds = new Map([
  [
    'appraisal',
    {
      id: 'appraisal',
      name: grounds.appraisal,
      scope: 'lawful',
      basis: { ...licensingLaw, article: '45' },
      confidence: 'verified',
    } as const,
  ],
]);
