import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { isProduct, list, read, readSources, root } from './source.ts';

const tracked = (): string[] => {
  const told = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' });
  return told.split('\0').filter((path) => path !== '' && existsSync(resolve(root, path)));
};
const packageJson = JSON.parse(read('package.json')) as { scripts: Record<string, string>; dependencies: Record<string, string> };

describe('documents', () => {
  /** Links to files, relative to the document; pictures may wait for `npm run screenshots`. */
  const broken = (path: string, text: string) =>
    [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)\s#]+)[^)]*\)/g)]
      .map(([, to]) => posix.join(posix.dirname(path), to!))
      .filter((to) => !existsSync(resolve(root, to)) && (!to.startsWith('docs/pictures/') || existsSync(resolve(root, 'docs/pictures'))))
      .map((to) => `${path}: ${to}`);
  const commands = (text: string) => [...text.matchAll(/npm run ([\w:-]+)|npm (start|test)\b/g)].map(([, run, plain]) => run ?? plain!);

  it('link to what is there, and name npm scripts that there are', () => {
    const documents = tracked().filter((path) => path.endsWith('.md'));
    expect(documents.length).toBeGreaterThanOrEqual(20);
    expect(documents.flatMap((path) => broken(path, read(path)))).toEqual([]);
    const named = documents.flatMap((path) => commands(read(path)).map((name) => ({ path, name })));
    expect(named.length).toBeGreaterThanOrEqual(8);
    expect(named.filter(({ name }) => !(name in packageJson.scripts))).toEqual([]);
  });

  it('a planted dead link is found', () => {
    expect(broken('docs/x.md', 'See [this](../README.md) and [that](nowhere.md#part).')).toEqual(['docs/x.md: docs/nowhere.md']);
    expect(commands('run `npm run nothing`')).toEqual(['nothing']);
  });

  it('every decision is listed, and numbered once', () => {
    const pages = list('docs/decisions', (path) => /\/\d{4}-/.test(path)).map((path) => posix.basename(path));
    expect(pages.length).toBeGreaterThanOrEqual(10);
    expect(new Set(pages.map((page) => page.slice(0, 4))).size).toBe(pages.length);
    expect(pages.filter((page) => !read('docs/decisions/README.md').includes(`(${page})`))).toEqual([]);
  });

  it('src/institutions/README.md lists the 25 in order, and says of each whether it stands', () => {
    const institutions = parseYaml(read('docs/mandate/institutions.yaml')) as { code: string; folder: string }[];
    const lines = read('src/institutions/README.md')
      .split('\n')
      .filter((line) => /^\| C\d\d /.test(line));
    expect(lines.map((line) => /^\| (C\d\d) \| \[?`([\w-]+)`/.exec(line)?.slice(1))).toEqual(
      institutions.map(({ code, folder }) => [code, folder]),
    );
    const wrong = lines.filter(
      (line) => line.endsWith('| built |') !== existsSync(resolve(root, 'src/institutions', /`([\w-]+)`/.exec(line)![1]!, 'README.md')),
    );
    expect(wrong).toEqual([]);
  });

  it('every institution and every room of the kernel has its README', () => {
    const rooms = [...new Set(readSources().map(({ path }) => /^src\/(institutions|kernel)\/[^/]+(?=\/)/.exec(path)?.[0]))].filter(
      (room) => room !== undefined,
    );
    expect(rooms.length).toBeGreaterThanOrEqual(6);
    expect(rooms.filter((room) => !existsSync(resolve(root, room, 'README.md')))).toEqual([]);
  });
});

describe('packages', () => {
  const outside = (from: string) => from.startsWith('.') || from.startsWith('node:');
  const packageOf = (from: string) =>
    from
      .split('/')
      .slice(0, from.startsWith('@') ? 2 : 1)
      .join('/');

  it('what the product imports is declared, and what is declared is imported', () => {
    const product = readSources().filter(({ path }) => isProduct(path));
    const used = new Set(
      product
        .flatMap((file) => file.imports)
        .filter(({ from }) => !outside(from))
        .map(({ from }) => packageOf(from)),
    );
    expect(used.size).toBeGreaterThanOrEqual(10);
    const declared = Object.keys(packageJson.dependencies);
    expect([...used].filter((name) => !declared.includes(name))).toEqual([]);
    expect(declared.filter((name) => !used.has(name))).toEqual([]);
  });

  it('come from the npm registry, whichever one serves it', () => {
    const locks = tracked().filter((path) => posix.basename(path) === 'package-lock.json');
    expect(locks.length).toBeGreaterThanOrEqual(2);
    const elsewhere = locks
      .flatMap((path) => [...read(path).matchAll(/"resolved": "(https?:[^"]+)"/g)].map(([, url]) => url!))
      .filter((url) => !url.startsWith('https://registry.npmjs.org/'));
    expect(elsewhere).toEqual([]);
  });
});

describe('what is committed', () => {
  const machine = (text: string) => /(?<![\w.])\/(work|root|home\/\w+|Users\/\w+)\//.test(text);

  it('names no folder of the machine it was written on', () => {
    const files = tracked().filter((path) => /\.(md|[cm]?[jt]sx?|json|ya?ml|sql|css|svg|csv|txt|sh)$/.test(path) || path === '.ci/run');
    expect(files.length).toBeGreaterThanOrEqual(200);
    expect(files.filter((path) => path !== 'test/architecture/documents.test.ts' && machine(read(path)))).toEqual([]);
    expect(machine('see /work/'.concat('main/README.md'))).toBe(true);
  });
});
