import { readFileSync } from 'node:fs';
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { z } from 'zod';
import { textOf } from '../kernel/encoding.ts';
import { type Fault, placeOf, shaped } from '../kernel/shape.ts';
import { fill, type Text } from '../kernel/text.ts';
import { SetupError } from './setup-error.ts';
import { fileWords, refusedWords as words } from './words.ts';

/** What is wrong in a file, where, and what to do. */
export interface FileFault {
  readonly file: string;
  /** Counted from one. */
  readonly line: number;
  readonly text: Text;
}

/** A YAML file (JSON is YAML) that people write, with the lines of its parts. */
export interface DataFile {
  readonly name: string;
  /** What could be read of it. */
  readonly value: unknown;
  /** Of the form of the file. */
  readonly faults: readonly FileFault[];
  /** Nothing broke off the reading: what is not in the value is not in the file. */
  readonly whole: boolean;
  /** A fault of a part, at the line of its name; said after the part's place unless `bare`. */
  at(fault: Fault, bare?: 'bare'): FileFault;
  /** The faults of parts that stand, whole, before the place where reading broke off. */
  told(faults: readonly Fault[]): readonly FileFault[];
}

/** A start or a command is refused for what stands in files; every fault of them, in both languages. */
export class DataFaults extends SetupError {
  readonly faults: readonly FileFault[];
  constructor(of: 'law' | 'county', faults: readonly FileFault[]) {
    super(refusal(of, faults));
    this.faults = faults;
  }
}

/** `name` is how the file is called in a fault. */
export function readDataFile(path: string, name: string): DataFile {
  try {
    return dataFile(readFileSync(path), name);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!code) throw error;
    return unread(name, fileWords[code === 'ENOENT' ? 'not-there' : 'no-file']);
  }
}

export function dataFile(bytes: Uint8Array, name: string): DataFile {
  const read = textOf(bytes);
  if (!read) return unread(name, fileWords['no-encoding']);
  const counter = new LineCounter();
  const doc = parseDocument(read.text, { lineCounter: counter, logLevel: 'error' });
  const faults: FileFault[] = [];
  const lineAt = (offset: number) => Math.max(1, counter.linePos(offset).line);
  const fault = (line: number, text: Text) => faults.push({ file: name, line, text });
  if (read.encoding !== 'utf-8') fault(1, filled(fileWords['not-utf-8'], { found: read.encoding.toUpperCase() }));
  const breaks = doc.errors.filter(({ code }) => code !== 'DUPLICATE_KEY' && code !== 'MULTIPLE_DOCS');
  const end = breaks[0]?.pos[0] ?? Number.POSITIVE_INFINITY;
  // What the reader stumbles over after the first break is its own guess.
  const sure = doc.errors.filter((error) => error === breaks[0] || (!breaks.includes(error) && error.pos[0] < end));
  for (const error of [...sure, ...doc.warnings]) fault(lineAt(error.pos[0]), syntaxSaid(error, error === breaks[0]));
  for (const { node, source } of loose(doc)) fault(lineAt(node.range![0]), filled(fileWords['no-anchor'], { name: source }));
  const value = readOut(doc, (text) => faults.length > 0 || fault(1, text));
  if (value === null && breaks.length === 0 && faults.length === 0) fault(1, fileWords.empty);
  const file: DataFile = {
    name,
    value,
    faults,
    whole: breaks.length === 0,
    at: ({ path, text }, bare) => {
      const place = placeOf(path);
      return {
        file: name,
        line: lineAt(placed(doc, path).at),
        text: bare || !place ? text : { zh: fill(words.at.zh, { place, said: text.zh }), en: fill(words.at.en, { place, said: text.en }) },
      };
    },
    told: (found) =>
      value === null || value === undefined ? [] : found.filter(({ path }) => placed(doc, path, end).whole).map((one) => file.at(one)),
  };
  return file;
}

/** A file of one schema: its value, or every fault. */
export function readAs<T>(schema: z.ZodType<T>, path: string, name: string): { readonly value?: T; readonly faults: readonly FileFault[] } {
  const file = readDataFile(path, name);
  const read = shaped(schema, file.value);
  const faults = [...file.faults, ...(read.ok ? [] : file.told(read.faults))];
  return { ...(read.ok && faults.length === 0 && { value: read.value }), faults };
}

const filled = ({ zh, en }: Text, params: Readonly<Record<string, string | number>>): Text => ({
  zh: fill(zh, params),
  en: fill(en, params),
});

function unread(name: string, text: Text): DataFile {
  const at = ({ text: said }: Fault) => ({ file: name, line: 1, text: said });
  return { name, value: undefined, faults: [{ file: name, line: 1, text }], whole: false, at, told: () => [] };
}

const SYNTAX: Partial<Record<YAMLError['code'], Text>> = {
  DUPLICATE_KEY: fileWords['key-twice'],
  MULTIPLE_DOCS: fileWords['two-documents'],
  TAB_AS_INDENT: fileWords.tab,
  TAG_RESOLVE_FAILED: fileWords['tag-unknown'],
  BAD_INDENT: fileWords.indent,
};

function syntaxSaid({ code, message }: YAMLError, first: boolean): Text {
  const said = message.split('\n')[0]!.replace(/(?: at line \d+, column \d+)?:?$/, '');
  const text = filled((!/ end with a /.test(said) && SYNTAX[code]) || fileWords['not-closed'], { said });
  const { zh, en } = fileWords['rest-unread'];
  return first ? { zh: `${text.zh}${zh}`, en: `${text.en} ${en[0]!.toUpperCase()}${en.slice(1)}` } : text;
}

/** Aliases that name no anchor before them. */
function loose(doc: Document): { node: Node; source: string }[] {
  const found: { node: Node; source: string }[] = [];
  visit(doc, { Alias: (_, node) => void (node.resolve(doc) || found.push({ node, source: node.source })) });
  return found;
}

function readOut(doc: Document, fault: (text: Text) => unknown): unknown {
  try {
    return doc.toJS();
  } catch {
    fault(fileWords['too-many-aliases']);
    return undefined;
  }
}

/**
 * Where the nearest part that the path still finds begins: of a value with a name, the name; and whether it stands, whole, before the place
 * where reading broke off: of brackets that were never closed nothing is sure.
 */
function placed(doc: Document, path: readonly PropertyKey[], end = Number.POSITIVE_INFINITY): { at: number; whole: boolean } {
  let node: unknown = doc.contents;
  let found = { at: doc.contents?.range?.[0] ?? 0, last: doc.contents as Node | null };
  let torn = false;
  const before = (one: Node | null) => (one?.range?.[1] ?? 0) < end;
  for (const part of path) {
    if (isAlias(node)) node = node.resolve(doc);
    if (isCollection(node) && node.flow && !before(node)) torn = true;
    const next = isMap(node)
      ? node.items.find(({ key }) => (isScalar(key) ? String(key.value) : String(key)) === String(part))
      : isSeq(node)
        ? node.items[Number(part)]
        : undefined;
    const [first, last] = isPair(next) ? [next.key, next.value ?? next.key] : [next, next];
    if (!isNode(first) || !isNode(last) || !first.range) break;
    found = { at: first.range[0], last };
    node = last;
  }
  return { at: found.at, whole: !torn && before(found.last) };
}

function refusal(of: 'law' | 'county', faults: readonly FileFault[]): string {
  const head = words[`${of}-${faults.length === 1 ? 'one' : 'many'}`];
  const both = ({ zh, en }: Text) => [fill(zh, { n: faults.length }), fill(en, { n: faults.length })];
  return [...both(head), ...faultLines(faults), ...both(words[of])].join('\n');
}

/** Each fault in both languages, by file and line. */
export const faultLines = (faults: readonly FileFault[]): readonly string[] =>
  [...faults]
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line))
    .flatMap(({ file, line, text }) =>
      (['zh', 'en'] as const).map((lang) => `  ${fill(words.line[lang], { file, line, said: text[lang] })}`),
    );
