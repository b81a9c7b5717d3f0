import { readdirSync, readFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { parseAst } from 'vitest/node';

export const root = resolve(import.meta.dirname, '../..');

export interface Import {
  /** As written. */
  readonly from: string;
  /** Path from the checkout's root where the import is relative, e.g. `src/kernel/text.ts`. */
  readonly path?: string;
  /** Gone after compilation: an `import type`, or every name marked so. */
  readonly typeOnly: boolean;
}

/** One file as the rules of this folder see it. Comments are not part of it. */
export interface Source {
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  /** String and template literals, and text between tags. */
  readonly texts: readonly string[];
  /** Every place where a name is used: `Date.now`, `new Date()`, `console.log`. */
  readonly uses: readonly string[];
}

export interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

export const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

/** Every node below, outermost first. */
export function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const each of value) yield* nodesOf(each);
  else if (isNode(value)) {
    yield value;
    for (const child of Object.values(value)) if (typeof child === 'object') yield* nodesOf(child);
  }
}

export function parse(path: string, text: string): Node {
  try {
    return parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node;
  } catch (cause) {
    throw new Error(`${path} cannot be read`, { cause });
  }
}

export function source(path: string, text: string): Source {
  const imports: Import[] = [];
  const texts: string[] = [];
  const uses: string[] = [];
  for (const node of nodesOf(parse(path, text))) {
    const found = importOf(path, node);
    if (found) imports.push(found);
    const said = textOf(node);
    if (said !== undefined) texts.push(said);
    const used = placeOf(node);
    if (used !== undefined) uses.push(used);
  }
  return { path, lines: text.replace(/\n$/, '').split('\n').length, imports, texts, uses };
}

function importOf(path: string, node: Node): Import | undefined {
  if (!['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression', 'TSImportType'].includes(node.type))
    return undefined;
  const from = isNode(node.source)
    ? node.source.value
    : isNode(node.argument) && isNode(node.argument.literal)
      ? node.argument.literal.value
      : undefined;
  if (typeof from !== 'string') return undefined;
  const specifiers = (node.specifiers ?? []) as { importKind?: string; exportKind?: string }[];
  const typeOnly =
    node.type === 'TSImportType' ||
    node.importKind === 'type' ||
    node.exportKind === 'type' ||
    (specifiers.length > 0 && specifiers.every((s) => s.importKind === 'type' || s.exportKind === 'type'));
  return { from, typeOnly, path: from.startsWith('.') ? posix.join(posix.dirname(path), from) : undefined };
}

function textOf(node: Node): string | undefined {
  if (node.type === 'Literal')
    return typeof node.value === 'string' ? node.value : isNode(node) && 'regex' in node ? String(node.raw) : undefined;
  if (node.type === 'TemplateElement')
    return (node.value as { cooked?: string; raw: string }).cooked ?? (node.value as { raw: string }).raw;
  if (node.type === 'JSXText') return String(node.value);
  return undefined;
}

function placeOf(node: Node): string | undefined {
  const name = (value: unknown): string | undefined => (isNode(value) && value.type === 'Identifier' ? String(value.name) : undefined);
  if (node.type === 'NewExpression')
    return name(node.callee) && `new ${name(node.callee)}(${(node.arguments as unknown[]).length > 0 ? '…' : ''})`;
  if (node.type === 'CallExpression') return name(node.callee) && `${name(node.callee)}()`;
  if (node.type === 'MemberExpression') return name(node.object) && name(node.property) && `${name(node.object)}.${name(node.property)}`;
  return undefined;
}

/** Paths below a folder, from the root, sorted; without what git ignores. */
export function list(folder: string, wanted: (path: string) => boolean): string[] {
  return readdirSync(resolve(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      posix.join(
        ...resolve(entry.parentPath, entry.name)
          .slice(root.length + 1)
          .split(/[\\/]/),
      ),
    )
    .filter((path) => !path.includes('node_modules/') && wanted(path))
    .sort();
}

export const read = (path: string): string => readFileSync(resolve(root, path), 'utf8');

let sources: readonly Source[] | undefined;
/** All of src/, tests included. */
export const readSources = (): readonly Source[] =>
  (sources ??= list('src', (path) => /\.tsx?$/.test(path)).map((path) => source(path, read(path))));

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);
/** What runs in production. Builders serve tests and seeds. */
export const isProduct = (path: string): boolean => !isTest(path) && !path.endsWith('/builders.ts');
