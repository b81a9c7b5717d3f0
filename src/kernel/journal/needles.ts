import { DOTS } from '../names.ts';

/**
 * How a name or a number is found though it is typed otherwise than it was given: spaces (ideographic, of no width) or dots between
 * the characters of a name, letters large, small or of full width, a number in groups. Pure; made once for an identity.
 */
export interface Search {
  /** What of the identity may stand in a text: cheap, and wrong only towards looking. */
  near(text: string): boolean;
  /** Replaces what is found, and `{{`, for which `field` is empty. */
  replace(text: string, by: (field: string) => string): string;
}

const MIN_LENGTH = 2;
/** A line does not end within a name: what stands in the next is another sentence. */
const SPACES = ' \\t\\u00A0\\u00AD\\u2000-\\u200D\\u202F\\u205F\\u2060\\u3000\\uFEFF';
/** Spaces, dashes, dots and brackets, of either width. */
const GROUPING = `${SPACES}${DOTS}。()（）\\[\\]\\uFF3B\\uFF3D\\-－‐-―−`;
const SEPARATORS = new RegExp(`[${SPACES}${DOTS}]+`, 'gu');
const GROUPINGS = new RegExp(`[${GROUPING}]+`, 'gu');
/** A telephone or a document: from seven signs, mostly digits. */
const NUMBER = /^\+?(?=.{7})[a-z]{0,3}\d{4,}[\da-z]*$/;

interface Needle {
  readonly field: string;
  readonly value: string;
  /** The first and the last sign, as `plain` has them. */
  readonly ends: readonly [string, string];
  readonly pattern: string;
}

/** What `values` (field → value) are found by; the longest first, so that a full name wins over a part. */
export function searchFor(values: Readonly<Record<string, string>>): Search {
  const needles = Object.entries(values)
    .filter(([, value]) => value.length >= MIN_LENGTH)
    .sort((a, b) => b[1].length - a[1].length)
    .map(([field, value]) => needle(field, value));
  let pattern: RegExp | undefined;
  return {
    near(text) {
      const small = plain(text);
      return needles.some(({ value, ends: [first, last] }) => (small.includes(first) && small.includes(last)) || text.includes(value));
    },
    replace(text, by) {
      pattern ??= new RegExp(['\\{\\{', ...needles.map((one) => `(${one.pattern})`)].join('|'), 'giu');
      return text.replace(pattern, (_hit, ...groups) => {
        const found = needles.findIndex((_one, i) => groups[i] !== undefined);
        return by(needles[found]?.field ?? '');
      });
    },
  };
}

/** One form of each sign: half-width, small. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

function needle(field: string, value: string): Needle {
  const small = plain(value);
  const number = small.replace(GROUPINGS, '');
  const isNumber = NUMBER.test(number);
  const signs = [...(isNumber ? number.replace('+', '') : small.replace(SEPARATORS, ''))];
  const exact = literal(value);
  const pattern = signs.length < MIN_LENGTH ? exact : `${exact}|${loosely(signs, isNumber)}`;
  const own = signs.length < MIN_LENGTH ? [...small] : signs;
  return { field, value, ends: [own[0] ?? '', own.at(-1) ?? ''], pattern };
}

/**
 * A number may be grouped, a name spaced, from three characters also dotted. What begins or ends with a Latin letter or a digit is not looked
 * for within a longer word or number; two Latin letters are found only as they were given.
 */
function loosely(signs: readonly string[], isNumber: boolean): string {
  const between = isNumber ? GROUPING : signs.length > 2 ? SPACES + DOTS : SPACES;
  const [before, after] = isNumber ? ['(?<!\\p{Nd})', '(?!\\p{Nd})'] : ['(?<![\\p{sc=Latin}\\p{Nd}])', '(?![\\p{sc=Latin}\\p{Nd}])'];
  const latin = (sign = '') => /[\p{sc=Latin}\p{Nd}]/u.test(sign);
  if (!isNumber && signs.length === 2 && signs.every(latin)) return literal(signs.join(''));
  const inner = signs.map(eitherWidth).join(`[${between}]*`);
  return `${latin(signs[0]) ? before : ''}${inner}${latin(signs.at(-1)) ? after : ''}`;
}

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
const eitherWidth = (sign: string): string =>
  sign > ' ' && sign <= '~' ? `(?:${literal(sign)}|${String.fromCharCode(sign.charCodeAt(0) + 0xfee0)})` : literal(sign);
