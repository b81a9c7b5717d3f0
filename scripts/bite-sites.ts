/** Where the rules say no, and how each no is turned off. Pure: text in, places out. */
import { parseAst } from 'vitest/node';

/** One refusal in one file. */
export interface Site {
  readonly file: string;
  readonly line: number;
  /** The refusal's code; where it has none of its own, its source. */
  readonly code: string;
  /** The piece of the file that goes, and what stands there instead. */
  readonly start: number;
  readonly end: number;
  readonly instead: string;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}
type Edit = Pick<Site, 'start' | 'end' | 'instead'>;

/** What makes a refusal, a reason or a fault of its code. */
const MAKERS = ['refuse', 'because', 'reason', 'failed', 'fault', 'wrong', 'say', 'add', 'addIssue'];
/** These may say it in a sentence of their own. */
const WITHOUT_CODE = ['fault', 'wrong', 'addIssue'];
const KEBAB = /^[a-z]+(-[a-z]+)*$/;
const GRANTED = '{ ok: true, facts: [] }';

/** Rules are pure: what speaks to the network or a database is no rule, and its no is tested elsewhere. */
export const isRule = (file: string, source: string): boolean =>
  /^src\/(institutions|kernel)\/.*\.ts$/.test(file) &&
  !/\.test\.ts$|\/(portal|words)\/|\/(builders|words|queries|seed)\.ts$/.test(file) &&
  !/from '(pg|fastify|commander|node:[^']+)'/.test(source);

export const turnedOff = (source: string, { start, end, instead }: Edit): string => source.slice(0, start) + instead + source.slice(end);

export function refusalsIn(file: string, source: string): Site[] {
  const up = new Map<Node, Node>();
  const sites: Site[] = [];
  const text = (node: Node) => source.slice(node.start, node.end);
  const decides = /\/decision\.ts'/.test(source);
  const add = (node: Node, code: string, edit: Edit) => {
    const line = source.slice(0, node.start).split('\n').length;
    if (!sites.some((one) => one.start === edit.start && one.end === edit.end && one.instead === edit.instead))
      sites.push({ file, line, code, ...edit });
  };
  for (const { node, above } of walk(parseAst(source, { lang: 'ts' }) as unknown as Node)) {
    if (above) up.set(node, above);
  }
  for (const node of up.keys()) {
    const passed = decides ? passedOn(node) : undefined;
    if (passed) add(node, `passes on ${passed}`, { ...place(node), instead: '{}' });
    const args = node.type === 'CallExpression' ? (node.arguments as Node[]) : [];
    const callee = makerName(node);
    if (callee === 'unless') add(node, wordIn(args[1]) ?? text(node), { ...place(args[0]!), instead: '() => true' });
    else if (callee === 'refine') add(node, codeBelow(args[1]) ?? short(text(node)), { ...place(args[0]!), instead: '() => true' });
    else if (MAKERS.includes(callee)) {
      const either = args.find(
        (arg) => arg.type === 'ConditionalExpression' && wordIn(arg.consequent as Node) && wordIn(arg.alternate as Node),
      );
      if (either)
        for (const [own, other] of [
          ['consequent', 'alternate'],
          ['alternate', 'consequent'],
        ] as const)
          add(node, wordIn(either[own] as Node)!, { ...place(either), instead: text(either[other] as Node) });
      else {
        const code =
          args.map(wordIn).findLast(Boolean) ?? codeBelow(node) ?? (WITHOUT_CODE.includes(callee) ? short(text(node)) : undefined);
        const made = code !== undefined && !args.some((arg) => arg.type === 'SpreadElement') && !definesMaker(node);
        if (made) add(node, code, off(node, callee));
      }
    } else if (node.type === 'ObjectExpression' && codeOf(node) && !insideCall(node)) add(node, codeOf(node)!, off(node, ''));
  }
  return sites.sort((a, b) => a.start - b.start);

  /** Climbs from the refusal to what can be left out: a statement, a branch, an element of a list. */
  function off(refusal: Node, maker: string): Edit {
    let list: Node | undefined;
    for (let node = refusal, above = up.get(node); above; node = above, above = up.get(node)) {
      if (above.type === 'ArrayExpression') {
        if ((above.elements as unknown[]).length > 1) return { ...place(node), instead: '...[]' };
        list = above;
      } else if (above.type === 'ConditionalExpression') {
        if (list) return { ...place(list), instead: '[]' };
        return { ...place(above), instead: text((above.consequent === node ? above.alternate : above.consequent) as Node) };
      } else if (above.type === 'LogicalExpression') return { ...place(above), instead: 'undefined' };
      else if (above.type === 'ArrowFunctionExpression') {
        const mapping = up.get(above)!;
        if (/^(map|flatMap)$/.test(calleeName((mapping.callee as Node) ?? mapping))) return { ...place(mapping), instead: '[]' };
        return { ...place(list ?? node), instead: list ? '[]' : `(${GRANTED})` };
      } else if (above.type === 'ExpressionStatement') return { ...place(above), instead: '{}' };
      else if (above.type === 'ReturnStatement') {
        if (conditional(above)) return { ...place(above), instead: '{}' };
        return { ...place(above.argument as Node), instead: list ? '[]' : maker === 'refuse' ? GRANTED : 'undefined' };
      } else if (above.type === 'VariableDeclarator') return { ...place(node), instead: list ? '[]' : 'undefined' };
    }
    throw new Error(`${file}: nothing to leave out around ${text(refusal)}`);
  }

  function conditional(statement: Node): boolean {
    const above = up.get(statement)!;
    return above.type === 'IfStatement' || (above.type === 'BlockStatement' && up.get(above)?.type === 'IfStatement');
  }

  /** `const fault = (message) => check.addIssue(…)`: the calls of it are the refusals. */
  function definesMaker(node: Node): boolean {
    const arrow = up.get(node)!;
    const named = arrow.type === 'ArrowFunctionExpression' && arrow.body === node ? up.get(arrow) : undefined;
    return named?.type === 'VariableDeclarator' && MAKERS.includes(String((named.id as Node).name));
  }

  /** `addIssue({ code: 'custom' … })` is one refusal, the call's. */
  function insideCall(node: Node): boolean {
    for (let above = up.get(node); above && !above.type.endsWith('Statement'); above = up.get(above))
      if ([...MAKERS, 'unless', 'refine'].includes(makerName(above))) return true;
    return false;
  }
}

const place = ({ start, end }: Node) => ({ start, end });
const short = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 60);
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

function* walk(node: Node, above?: Node): Generator<{ node: Node; above?: Node }> {
  yield { node, above };
  for (const child of Object.values(node).flat()) if (isNode(child)) yield* walk(child, node);
}

function calleeName(callee: Node): string {
  if (callee.type === 'Identifier') return String(callee.name);
  return callee.type === 'MemberExpression' || callee.type === 'CallExpression'
    ? calleeName((callee.property ?? callee.callee) as Node)
    : '';
}

/** `refuse(…)`, `check.addIssue(…)`, `text.refine(…)`; not `list.add(…)`. */
function makerName(node: Node): string {
  if (node.type !== 'CallExpression') return '';
  const { type } = node.callee as Node;
  const name = calleeName(node.callee as Node);
  return type === 'Identifier' || name === 'addIssue' || name === 'refine' ? name : '';
}

const wordIn = (node: Node | undefined): string | undefined =>
  node?.type === 'Literal' && typeof node.value === 'string' && KEBAB.test(node.value) ? node.value : undefined;

/** `{ code: 'stale', … }` → `stale`. */
function codeOf(node: Node): string | undefined {
  const found = (node.properties as Node[]).find((p) => isNode(p.key) && p.key.name === 'code');
  const code = wordIn(found?.value as Node | undefined);
  return code === 'custom' ? undefined : code;
}

/** `says('bad-id')` → `bad-id`. */
const makerless = (node: Node): string | undefined => (node.type === 'CallExpression' ? wordIn((node.arguments as Node[])[0]) : undefined);

function codeBelow(node: Node | undefined): string | undefined {
  if (!node) return undefined;
  for (const { node: below } of walk(node)) {
    const code = below.type === 'ObjectExpression' ? codeOf(below) : makerless(below);
    if (code) return code;
  }
  return undefined;
}

/** `if (wrong) return wrong;` and the like: what a rule asked elsewhere said no, and this one says so too. */
function passedOn(node: Node): string | undefined {
  if (node.type !== 'IfStatement') return undefined;
  const then = node.consequent as Node;
  let given = then.type === 'ReturnStatement' ? (then.argument as Node | null) : null;
  while (given && ['CallExpression', 'ArrayExpression', 'MemberExpression'].includes(given.type))
    given = ((given.arguments as Node[])?.[0] ?? (given.elements as Node[])?.[0] ?? (given.object as Node)) || null;
  if (given?.type !== 'Identifier') return undefined;
  const name = String(given.name);
  const asks = [...walk(node.test as Node)].some(({ node: n, above }) => {
    if (n.type !== 'Identifier' || n.name !== name) return false;
    const property = above?.type === 'MemberExpression' ? String((above.property as Node).name) : '';
    return above === undefined || property === 'length' || property === 'ok';
  });
  return asks ? name : undefined;
}

/** Which to turn off: all, one code, one file, or some drawn by a seed so that the same seed draws the same. */
export function chosen(sites: readonly Site[], ask: { only?: string; sample?: number; seed: number }): Site[] {
  const fitting = sites.filter(({ file, code }) => ask.only === undefined || code === ask.only || file.includes(ask.only));
  if (ask.sample === undefined || ask.sample >= fitting.length) return fitting;
  const left = [...fitting];
  let state = ask.seed >>> 0;
  const drawn = Array.from({ length: ask.sample }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return left.splice(Math.floor((state / 2 ** 32) * left.length), 1)[0]!;
  });
  return fitting.filter((site) => drawn.includes(site));
}

/**
 * Test files of the same room, in the order in which they are most likely to notice: the nearest that names the code, others
 * that do, the rest. That another room's tests would notice too is no merit: who changes a rule runs the tests beside it.
 */
export function testsInOrder({ file, code }: Site, tests: ReadonlyMap<string, string>): string[][] {
  const folder = file.slice(0, file.lastIndexOf('/'));
  const room = folder.split('/').slice(0, 3).join('/');
  const own = file.replace(/\.ts$/, '.test.ts');
  const near = (name: string) => (name === own ? 2 : name.startsWith(`${folder}/`) ? 1 : 0);
  const sorted = [...tests.keys()].filter((name) => name.startsWith(`${room}/`)).sort((a, b) => near(b) - near(a));
  const naming = sorted.filter((name) => tests.get(name)!.includes(`'${code}'`));
  const first = naming[0] ?? sorted[0];
  const second = naming.filter((name) => name !== first);
  const rest = sorted.filter((name) => name !== first && !second.includes(name));
  return [first === undefined ? [] : [first], second, rest].filter((group) => group.length > 0);
}

/** The record of a whole run, as a page: how many of each file, and every one that nobody noticed. */
export function record(results: readonly { readonly site: Site; readonly by?: string }[]): string {
  const caught = (some: typeof results) => some.filter(({ by }) => by !== undefined).length;
  const files = [...new Set(results.map(({ site }) => site.file))].sort();
  const rows = files.map((file) => {
    const own = results.filter(({ site }) => site.file === file);
    return `| \`${file}\` | ${own.length} | ${caught(own)} |`;
  });
  const missed = results.filter(({ by }) => by === undefined).map(({ site }) => `- \`${site.file}\` line ${site.line}: ${site.code}`);
  return `${[
    '<!-- Written by `npm run bite -- --record`. Do not edit. -->',
    '# Can the tests of the rules fail?\n',
    'Each refusal in the rules was turned off, one at a time, and the pure tests beside it were run: does one of them notice?',
    '[Contributing](../CONTRIBUTING.md) says how.\n',
    `**${results.length} refusals, ${caught(results)} caught, ${results.length - caught(results)} not.**\n`,
    '| rules | refusals | caught |',
    '|---|---:|---:|',
    ...rows,
    ...(missed.length > 0 ? ['\nNot caught:\n', ...missed] : []),
  ].join('\n')}\n`;
}
