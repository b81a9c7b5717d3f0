import type { Lang, Text } from '../../kernel/text.ts';
import { speaker } from '../speaker.ts';
import { words } from './words.ts';

const { say } = speaker(words);

/** As much of JSON Schema as our schemas make. */
export interface JsonSchema {
  readonly [key: string]: unknown;
}

const schemaIn = (value: unknown): JsonSchema => (typeof value === 'object' && value !== null ? (value as JsonSchema) : {});
const DEEPEST = 3;

/** A schema as a short phrase: `text ≤ 2000`, `a | b`, `[{number, queryCode}]`. */
export function typeOf(schema: JsonSchema, lang: Lang, depth = 0): string {
  const { type, enum: values, const: only, anyOf, allOf, items, properties, format } = schema;
  if (Array.isArray(values)) return values.map(String).join(' | ');
  if (only !== undefined) return JSON.stringify(only);
  if (Array.isArray(anyOf)) return anyOf.map((one) => typeOf(schemaIn(one), lang, depth)).join(' | ');
  if (Array.isArray(allOf)) return allOf.map((one) => typeOf(schemaIn(one), lang, depth)).join(' & ');
  if (type === 'array') return `[${typeOf(schemaIn(items), lang, depth)}]${most(schema.maxItems)}`;
  if (properties) return objectOf(schema, lang, depth);
  if (type === 'object') return `{…: ${typeOf(schemaIn(schema.additionalProperties), lang, depth + 1)}}`;
  if (type === 'string') return `${format ? formatOf(String(format), lang) : say('api-text', lang)}${most(schema.maxLength)}`;
  if (type === 'number' || type === 'integer') return `${say('api-number', lang)}${least(schema.minimum)}`;
  if (type === 'boolean') return 'true | false';
  return type === 'null' ? 'null' : say('api-anything', lang);
}

function objectOf({ properties, required }: JsonSchema, lang: Lang, depth: number): string {
  const needed = new Set(Array.isArray(required) ? required : []);
  const parts = Object.entries(schemaIn(properties)).map(([name, one]) => {
    const inner = depth < DEEPEST ? schemaIn(one) : {};
    const deep = inner.properties || inner.type === 'array' ? ` ${typeOf(inner, lang, depth + 1)}` : '';
    return `${name}${needed.has(name) ? '' : '?'}${deep}`;
  });
  return `{ ${parts.join(', ')} }`;
}

const most = (n: unknown): string => (typeof n === 'number' && n < Number.MAX_SAFE_INTEGER ? ` ≤ ${n}` : '');
const least = (n: unknown): string => (typeof n === 'number' && n > Number.MIN_SAFE_INTEGER ? ` ≥ ${n}` : '');

function formatOf(format: string, lang: Lang): string {
  if (format === 'date') return '2026-02-13';
  if (format === 'date-time') return '2026-02-13T01:00:00Z';
  return format === 'base64' ? 'base64' : say('api-text', lang);
}

/** The fields of a body, one a row. */
export function asksOf(schema: JsonSchema, texts: Readonly<Record<string, Text>>) {
  const needed = new Set(Array.isArray(schema.required) ? schema.required : []);
  return Object.entries(schemaIn(schema.properties)).map(([name, one]) => ({
    name,
    required: needed.has(name),
    text: texts[name],
    schema: schemaIn(one),
  }));
}
