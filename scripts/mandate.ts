/**
 * Writes docs/mandate.md and docs/mandate/mandate.json: row → what it demands → tests that show it → state.
 *
 *   npm run mandate              write both
 *   npm run mandate -- --check   exit 1 when they are stale or a row, a title or a path is at fault
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vitest/node';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';

/** How many rows each of the five source documents has. */
export const ROWS_PER_DOCUMENT = [46, 108, 98, 73, 65] as const;
const STATES = ['tested', 'shown', 'configured', 'later'] as const;
const FORCES = ['must', 'never', 'num', 'aim', 'defect', 'may', 'fact'] as const;

const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const rowSchema = z.strictObject({
  id: z.string().regex(/^S[0-4]-\d{2,3}$/),
  zh: z.string().min(1),
  en: z.string().min(1),
  force: z.enum(FORCES),
  institutions: z.array(z.string()).min(1),
  /** Will be shown on a screen, or kept as configuration, rather than asserted by a test. */
  planned: z.enum(['shown', 'configured']).optional(),
  /** The screen or the file that does so. Without it the row stays `later`: a plan is not a state. */
  where: z.string().optional(),
});
const institutionSchema = z.strictObject({ code: z.string().regex(/^C\d\d$/), folder: z.string(), name: text, duty: text, doneWhen: text });

export type Row = z.infer<typeof rowSchema>;
export type Institution = z.infer<typeof institutionSchema>;

/** A title that carries ids. `live` is false where the test does not run: skip, todo, or expected to fail. */
export interface Title {
  readonly file: string;
  readonly title: string;
  readonly ids: readonly string[];
  readonly live: boolean;
}

type State = (typeof STATES)[number];
type Count = Record<State | 'rows', number>;

export interface Mandate {
  readonly summary: Count & { tests: number; institutions: number; built: number };
  readonly institutions: readonly (Institution & { built: boolean; count: Count })[];
  readonly rows: readonly (Row & { state: State; tests: readonly { title: string; file: string }[] })[];
}

export interface Tree {
  readonly rows: readonly Row[];
  readonly institutions: readonly Institution[];
  readonly titles: readonly Title[];
  /** Folders under src/institutions that hold at least one file. */
  readonly built: readonly string[];
  exists(file: string): boolean;
}

/** Faults first, all of them at once; the mandate is only worth writing when there are none. */
export function compile(tree: Tree): { readonly faults: readonly string[]; readonly mandate: Mandate } {
  const rows = tree.rows.map((row) => {
    const tests = tree.titles.filter((t) => t.live && t.ids.includes(row.id)).map(({ title, file }) => ({ title, file }));
    const state: State = tests.length > 0 ? 'tested' : row.planned && row.where ? row.planned : 'later';
    return { ...row, state, tests };
  });
  const count = (some: typeof rows): Count => {
    const of = (state: State) => some.filter((row) => row.state === state).length;
    return { rows: some.length, tested: of('tested'), shown: of('shown'), configured: of('configured'), later: of('later') };
  };
  const institutions = tree.institutions.map((one) => ({
    ...one,
    built: tree.built.includes(one.folder),
    count: count(rows.filter((row) => row.institutions.includes(one.folder))),
  }));
  const summary = {
    ...count(rows),
    tests: tree.titles.filter((t) => t.live).length,
    institutions: institutions.length,
    built: institutions.filter((one) => one.built).length,
  };
  return { faults: faultsOf(tree), mandate: { summary, institutions, rows } };
}

function faultsOf({ rows, institutions, titles, exists }: Tree): string[] {
  const faults: string[] = [];
  const expected = ROWS_PER_DOCUMENT.flatMap((n, s) => Array.from({ length: n }, (_, i) => `S${s}-${String(i + 1).padStart(2, '0')}`));
  const ids = rows.map((row) => row.id);
  for (const id of expected) if (!ids.includes(id)) faults.push(`${id}: the row is missing`);
  for (const id of new Set(ids)) {
    if (!expected.includes(id)) faults.push(`${id}: there is no such row in the mandate`);
    if (ids.indexOf(id) !== ids.lastIndexOf(id)) faults.push(`${id}: the row stands twice`);
  }
  const folders = institutions.map((one) => one.folder);
  for (const row of rows) {
    for (const folder of row.institutions) if (!folders.includes(folder)) faults.push(`${row.id}: unknown institution "${folder}"`);
    if (row.where && !row.planned) faults.push(`${row.id}: "where" needs "planned: shown" or "planned: configured"`);
    if (row.where && !exists(row.where)) faults.push(`${row.id}: nothing stands at ${row.where}`);
  }
  for (const { file, title, ids: named } of titles) {
    const where = `${file}: "${title}"`;
    if (named.length > 3) faults.push(`${where} names ${named.length} rows; three at most`);
    for (const id of named) if (!expected.includes(id)) faults.push(`${where} names ${id}, which is no row of the mandate`);
  }
  return faults;
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** The titles of `it`, `test` and `describe` in one file that carry ids in square brackets, such as `[S3-30]`. */
export function titlesIn(file: string, source: string): Title[] {
  const found: Title[] = [];
  const walk = (value: unknown, live: boolean): void => {
    if (Array.isArray(value)) for (const each of value) walk(each, live);
    if (!isNode(value)) return;
    const words = value.type === 'CallExpression' ? calleeWords(value.callee) : [];
    const runs = live && !words.some((word) => ['skip', 'todo', 'fails'].includes(word));
    if (['it', 'test', 'describe'].includes(words[0] ?? '')) {
      const title = titleText((value.arguments as unknown[])[0]);
      const ids = [...title.matchAll(/\[(S\d+-\d+(?:[,\s]+S\d+-\d+)*)\]/g)].flatMap((match) => match[1]!.split(/[,\s]+/));
      if (ids.length > 0) found.push({ file, title, ids: [...new Set(ids)], live: runs });
    }
    for (const child of Object.values(value)) walk(child, runs);
  };
  try {
    walk(parseAst(source, { lang: file.endsWith('x') ? 'tsx' : 'ts' }), true);
  } catch (cause) {
    throw new Error(`${file} cannot be read`, { cause });
  }
  return found;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

/** `test.skip.each([…])` → `['test', 'skip', 'each']`. */
function calleeWords(callee: unknown): string[] {
  if (!isNode(callee)) return [];
  if (callee.type === 'Identifier') return [String(callee.name)];
  if (callee.type === 'MemberExpression') return [...calleeWords(callee.object), ...calleeWords(callee.property)];
  return calleeWords(callee.callee ?? callee.tag);
}

function titleText(argument: unknown): string {
  if (!isNode(argument)) return '';
  if (argument.type === 'Literal' && typeof argument.value === 'string') return argument.value;
  if (argument.type !== 'TemplateLiteral') return '';
  return (argument.quasis as { value: { cooked: string } }[]).map((quasi) => quasi.value.cooked).join('…');
}

export const json = (mandate: Mandate): string => `${JSON.stringify(mandate, null, 1)}\n`;

export function markdown({ summary, institutions, rows }: Mandate): string {
  const numbers = (count: Count) => `${count.rows} | ${STATES.map((state) => count[state]).join(' | ')}`;
  const overview = institutions.map(
    ({ code, folder, name, built, count }) =>
      `| [${code}](#${folder}) | \`${folder}\` | ${name.zh} ${name.en} | ${numbers(count)} | ${built ? 'yes' : 'not yet'} |`,
  );
  const chapters = institutions.flatMap(({ code, folder, name, duty, doneWhen }) => [
    `\n<a id="${folder}"></a>\n\n## ${code} ${name.zh} · ${name.en}\n`,
    `${duty.zh}  \n${duty.en}\n`,
    `**办成的标志** ${doneWhen.zh}  \n**Done when** ${doneWhen.en}\n`,
    '| row | force | what the county must be able to do | shown by | state |',
    '|---|---|---|---|---|',
    ...rows
      .filter((row) => row.institutions.includes(folder))
      .map((row) => `| ${row.id} | ${row.force} | ${cell(row.zh)}<br>${cell(row.en)} | ${shownBy(row)} | ${stateWords(row)} |`),
  ]);
  return [
    '<!-- Generated by `npm run mandate` from docs/mandate/*.yaml and the titles of the tests. Do not edit. -->',
    '# 职责总表 · The mandate\n',
    `本表列出县政府应当做到的 ${summary.rows} 件事，分属 ${summary.institutions} 项制度；每件事由哪些测试证明，现在处于什么状态。  `,
    `What a county government must be able to do: ${summary.rows} rows in ${summary.institutions} institutions, with the tests that show each and its state.\n`,
    '- **tested** 已测试: a test that runs carries the row’s id in its title.',
    '- **shown** 已展示, **configured** 已配置: no test asserts it; the screen or file named does it.',
    '- **later** 待办: neither yet. “to be shown” and “to be configured” say what is meant, not what is there.',
    '- Force: what the source asks. `must`, `never`, `num` a count or frequency, `aim`, `defect` a fault to find and cure, `may`, `fact` reported only.',
    '- A row may belong to several institutions and stands under each; the total counts it once.\n',
    '| | | | rows | tested | shown | configured | later | folder |',
    '|---|---|---|---|---|---|---|---|---|',
    ...overview,
    `| | | **all, each row once** | ${numbers(summary)} | ${summary.built} of ${summary.institutions} |\n`,
    `Test titles that carry an id: ${summary.tests}.`,
    ...chapters,
    '',
  ].join('\n');
}

const cell = (words: string): string => words.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ');
const shownBy = (row: Mandate['rows'][number]): string =>
  [...row.tests.map(({ title, file }) => `${cell(title)} \`${file}\``), ...(row.where ? [`\`${row.where}\``] : [])].join('<br>');
const stateWords = (row: Mandate['rows'][number]): string =>
  row.state === 'later' && row.planned ? `later, to be ${row.planned}` : row.state;

export function readTree(root: string): Tree {
  const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
  const records = <T>(file: string, schema: z.ZodType<T>): T[] => {
    const { data, error } = z.array(schema).safeParse(parseYaml(read(file)));
    if (error) throw new Error(`${file}\n${z.prettifyError(error)}`);
    return data;
  };
  const list = (folder: string) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .sort();
  const sources = list('src');
  const tests = [...sources, ...list('test')].filter((file) => /\.test\.tsx?$/.test(file));
  return {
    rows: ROWS_PER_DOCUMENT.flatMap((_, s) => records(`docs/mandate/S${s}.yaml`, rowSchema)),
    institutions: records('docs/mandate/institutions.yaml', institutionSchema),
    titles: tests.flatMap((file) => titlesIn(file, read(file))),
    built: [...new Set(sources.map((file) => /^src\/institutions\/([^/]+)\//.exec(file)?.[1] ?? ''))],
    exists: (file) => existsSync(path.join(root, file)),
  };
}

function main(args: readonly string[]): number {
  if (args.some((arg) => arg !== '--check')) {
    console.error('usage: npm run mandate [-- --check]');
    return 2;
  }
  const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
  const { faults, mandate } = compile(readTree(root));
  if (faults.length > 0) {
    console.error(faults.join('\n'));
    return 1;
  }
  const files = { 'docs/mandate.md': markdown(mandate), 'docs/mandate/mandate.json': json(mandate) };
  for (const [file, content] of Object.entries(files)) {
    const at = path.join(root, file);
    if (!args.includes('--check')) writeFileSync(at, content);
    else if (!existsSync(at) || readFileSync(at, 'utf8') !== content) {
      console.error(`${file} is stale: run npm run mandate`);
      return 1;
    }
  }
  const { rows, tested, shown, configured, later, built, institutions } = mandate.summary;
  console.log(
    `${rows} rows: ${tested} tested, ${shown} shown, ${configured} configured, ${later} later; ${built} of ${institutions} folders`,
  );
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv.slice(2));
