import { describe, expect, it } from 'vitest';
import { read, readSources, type Source, source } from './source.ts';

/** A rule about one file at a time, and the proof that it bites: a file that breaks it, and where it helps one that does not. */
export interface Rule {
  readonly name: string;
  /** What is broken in the file; empty when nothing is. */
  readonly broken: (file: Source) => readonly string[];
  readonly planted: readonly [path: string, text: string];
  readonly fine?: readonly [path: string, text: string];
}

/** `exceptions.txt`: what is tolerated for now, a line each, `rule path`. It may only shrink. */
const exceptions = lines('test/architecture/exceptions.txt');

/** Lines of a list, without comments and empty ones. */
export function lines(path: string): string[] {
  return read(path)
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '');
}

export function testRules(title: string, rules: readonly Rule[], files: () => readonly Source[] = readSources): void {
  describe(title, () => {
    for (const { name, broken, planted, fine } of rules) {
      const tolerated = exceptions.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1).trim());

      it(name, () => {
        const all = files().flatMap((file) => broken(file).map((what) => ({ path: file.path, what })));
        expect(all.filter(({ path }) => !tolerated.includes(path)).map(({ path, what }) => `${path}: ${what}`)).toEqual([]);
        const needless = tolerated.filter((path) => !all.some((one) => one.path === path));
        expect(needless, 'these lines of exceptions.txt can go').toEqual([]);
      });

      it(`${name}: a planted violation is found`, () => {
        expect(broken(source(...planted))).not.toEqual([]);
        if (fine) expect(broken(source(...fine))).toEqual([]);
      });
    }
  });
}
