import type { z } from 'zod';
import { fill, type Lang, type Text } from './text.ts';
import { or, shapeWords, typeWords } from './words.ts';

/** What is wrong with one part of something that was written down, and what to do. */
export interface Fault {
  readonly path: readonly PropertyKey[];
  readonly text: Text;
}

export type Shaped<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly Fault[] };

/** Reads a value by its schema, or tells every fault of its form in both languages. */
export function shaped<T>(schema: z.ZodType<T>, value: unknown): Shaped<T> {
  const read = (lang: Lang) => schema.safeParse(value, { error: (issue) => saidOf(issue as Raw, lang) });
  const zh = read('zh');
  if (zh.success) return { ok: true, value: zh.data };
  const english = each(read('en').error!.issues, 'en');
  return {
    ok: false,
    faults: each(zh.error.issues, 'zh').map(({ path, said }, i) => ({ path, text: { zh: said, en: english[i]!.said } })),
  };
}

/** The rows of a list that are right in form, each with its place: what is wrong with another hides nothing of them. */
export const sound = <T>(schema: z.ZodType<T>, list: unknown): readonly (readonly [place: number, row: T])[] =>
  (Array.isArray(list) ? list : []).flatMap((raw, i) => {
    const row = schema.safeParse(raw);
    return row.success ? [[i, row.data] as const] : [];
  });

/** A fault that a schema finds by a rule of its own. */
export const ruled = ({ zh, en }: Text, path: readonly PropertyKey[] = []) => ({
  code: 'custom' as const,
  path: [...path],
  message: en,
  params: { zh },
});

/** A rule of a schema for one value: `refine(holds, saying(words))`. */
export const saying = ({ zh, en }: Text) => ({ error: en, params: { zh } });

/** `duties #3 organ`: a part by its names, and by its place in a list, counted from one. */
export const placeOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => (typeof part === 'number' ? `#${part + 1}` : String(part))).join(' ');

type Issue = z.core.$ZodIssue;
type Raw = Issue & { readonly inst?: { readonly _zod: { readonly def: { readonly shape?: object } } }; readonly input?: unknown };
interface Said {
  readonly path: readonly PropertyKey[];
  readonly said: string;
}

/** One for each key that does not belong; of a value that may have several forms, the faults of the form that was meant. */
const each = (issues: readonly Issue[], lang: Lang): Said[] =>
  issues.flatMap((issue, i): Said[] => {
    // What is of the wrong kind is not measured besides.
    const kind = issues.findIndex((one) => one.code === 'invalid_type' && placeOf(one.path) === placeOf(issue.path));
    if (kind >= 0 && kind < i) return [];
    const { path, message } = issue;
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...path, key], said: message }));
    if (issue.code === 'custom') return [{ path, said: lang === 'zh' ? (issue.params?.zh ?? message) : message }];
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ path, said: message }];
    const meant = issue.errors.find((branch) => branch.every((one) => one.path.length > 0 || one.code !== 'invalid_type'));
    if (meant) return each(meant, lang).map((one) => ({ ...one, path: [...path, ...one.path] }));
    return [{ path, said: message }];
  });

function saidOf(issue: Raw, lang: Lang): string {
  const say = (key: keyof typeof shapeWords, params: Readonly<Record<string, string | number>> = {}) => fill(shapeWords[key][lang], params);
  const list = (words: readonly unknown[]) => words.map(String).join(lang === 'zh' ? '、' : ', ');
  const found = String(issue.input).slice(0, 80);
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return say('missing');
      return say('wrong-type', { wanted: typeNamed(issue.expected, lang), found: typeNamed(typeOf(issue.input), lang) });
    case 'unrecognized_keys':
      return say('unknown-key', { known: list(Object.keys(issue.inst?._zod.def.shape ?? {})) });
    case 'invalid_value':
      return issue.input === undefined ? say('missing') : say('unknown-word', { found, known: list(issue.values) });
    case 'invalid_format':
      return issue.format === 'date' ? say('no-day', { found }) : say('wrong-form', { found, form: issue.pattern ?? issue.format });
    case 'too_small':
      if (issue.origin === 'string') return say('empty');
      if (issue.origin === 'array') return say('too-few', { n: String(issue.minimum) });
      return say(issue.inclusive ? 'too-small' : 'not-above', { n: String(issue.minimum) });
    case 'too_big':
      return say(issue.origin === 'number' || issue.origin === 'int' ? 'too-big' : 'too-many', { n: String(issue.maximum) });
    case 'not_multiple_of':
      return say('no-multiple', { n: issue.divisor });
    case 'invalid_key':
      return say('wrong-key');
    case 'invalid_union':
      if (issue.input === undefined) return say('missing');
      return say('wrong-type', {
        wanted: [...new Set(issue.errors.flat().map((one) => ('expected' in one ? typeNamed(one.expected, lang) : '…')))].join(or[lang]),
        found: typeNamed(typeOf(issue.input), lang),
      });
    case 'invalid_element':
    case 'custom':
      return say('wrong');
  }
}

const typeNamed = (type: string, lang: Lang): string => typeWords[type]?.[lang] ?? type;
const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
