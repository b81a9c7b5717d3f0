import { fill, type Text } from '../text.ts';
import { type FaultCode, faultWords } from './words.ts';

/** What is wrong with a calendar file, and where. */
export interface NoticeFault {
  readonly place: string;
  readonly code: FaultCode;
  readonly text: Text;
}

export type Params = Readonly<Record<string, string | number | Text>>;

export function faultAt(place: string, code: FaultCode, params: Params = {}): NoticeFault {
  const of = (lang: 'zh' | 'en') =>
    fill(faultWords[code][lang], Object.fromEntries(Object.entries(params).map(([k, v]) => [k, typeof v === 'object' ? v[lang] : v])));
  return { place, code, text: { zh: of('zh'), en: of('en') } };
}
