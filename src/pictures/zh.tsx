import type { ReactNode } from 'react';
import type { Lang } from '../kernel/text.ts';

const HAN = /([\p{Script=Han}\u3000-\u303f\uff00-\uffef]+)/u;

/** Chinese-only text, marked as such so that a reader aloud changes voice (WCAG 3.1.2). */
export const Zh = ({ children }: { children: ReactNode }) => <span lang="zh">{children}</span>;

/** Text as it stands on a page of a language: on an English page what is Chinese in it is marked. */
export function mixed(text: string, lang: Lang): ReactNode {
  if (lang === 'zh' || !HAN.test(text)) return text;
  return text.split(HAN).map((piece, i) => (HAN.test(piece) ? <Zh key={i}>{piece}</Zh> : piece));
}

/** The same for SVG text, which takes no span. */
export const langOf = (text: string, lang: Lang): 'zh' | undefined => (lang === 'en' && HAN.test(text) ? 'zh' : undefined);
