/** Dots that stand between the parts of a name, as a class of signs: 努尔·阿合买提 is typed with any of them. */
export const DOTS = '·•‧∙⋅・\\uFF65.\\uFF0E';

const BETWEEN_HAN = new RegExp(`(?<=\\p{sc=Han})[${DOTS}]+(?=\\p{sc=Han})`, 'gu');

/** One form of each name, to compare by: of either width, large or small, spaced or not, and with whatever dot between Han characters, or none. */
export const evenName = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, '').replace(BETWEEN_HAN, '');

/** As a part of a name is looked for: no dots at all. */
export const undotted = (name: string): string => name.replace(new RegExp(`[${DOTS}]`, 'g'), '');
