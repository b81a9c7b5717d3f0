import type { Lang } from '../kernel/text.ts';
import { say } from './say.ts';
import { practice } from './words.ts';

/** `S3-44, P15` → `S3-44, P15 (checks of steps, fees and signatures)`. */
export const sayBasis = (basis: string, lang: Lang): string =>
  basis.replace(/\bP\d+\b/g, (code) => {
    const name = practice[code]?.[lang];
    return name ? say('rule-named', lang, { code, name }) : code;
  });
