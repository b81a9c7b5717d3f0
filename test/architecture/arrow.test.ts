import { expect, it } from 'vitest';
import { type Rule, testRules } from './rule.ts';
import { type Import, isProduct, isTest, readSources, type Source } from './source.ts';

const below = (folder: string) => (path: string | undefined) => path?.startsWith(`${folder}/`) ?? false;
const [inKernel, inPlatform, inPortal, inWorkbench, inPictures, inCli, inInstitutions] = [
  'src/kernel',
  'src/platform',
  'src/portal',
  'src/workbench',
  'src/pictures',
  'src/cli',
  'src/institutions',
].map(below) as [Zone, Zone, Zone, Zone, Zone, Zone, Zone];
type Zone = ReturnType<typeof below>;

/** The composition roots, and what they share. */
const isRoot = (path: string | undefined) => /^src\/[^/]+\.tsx?$/.test(path ?? '') || inCli(path) || path === 'src/workbench/main.tsx';
const institutionOf = (path: string | undefined) => /^src\/institutions\/([^/]+)\//.exec(path ?? '')?.[1];
/** `clock`, `matter`; empty for the files that stand in the kernel itself. */
const roomOf = (path: string) => /^src\/kernel\/([^/]+)\//.exec(path)?.[1] ?? '';

/** Rooms of the kernel, and the rooms on which each may stand. */
const FLOORS: Readonly<Record<string, readonly string[]>> = {
  '': [''],
  clock: ['', 'clock'],
  organisation: ['', 'clock', 'organisation'],
  journal: ['', 'clock', 'journal'],
  matter: ['', 'clock', 'organisation', 'journal', 'matter'],
  publication: ['', 'clock', 'organisation', 'journal', 'matter', 'publication'],
};

const imports = (file: Source, bad: (found: Import) => boolean | undefined) =>
  file.imports.filter(bad).map(({ from }) => `imports ${from}`);
const isFace = (path: string) => /\/(portal|workbench)\//.test(path);
const isPure = (path: string) =>
  inInstitutions(path) &&
  isProduct(path) &&
  (/\/(rules|permissions|permits|definition|projection)\.ts$/.test(path) || path.includes('/rules/'));

const rules: readonly Rule[] = [
  {
    name: 'kernel-alone',
    broken: (file) =>
      inKernel(file.path) && isProduct(file.path) ? imports(file, ({ path }) => path !== undefined && !inKernel(path)) : [],
    planted: ['src/kernel/matter/x.ts', `export { kind } from '../../institutions/licensing/index.ts';`],
    fine: ['src/kernel/matter/x.ts', `import type { Text } from '../text.ts';`],
  },
  {
    name: 'kernel-needs-little',
    broken: (file) =>
      inKernel(file.path) && isProduct(file.path)
        ? imports(
            file,
            ({ path, from, typeOnly }) =>
              !path &&
              !['zod', 'canonicalize', 'node:crypto', 'pg-protocol'].includes(from) &&
              !(['pg', 'kysely'].includes(from) && typeOnly),
          )
        : [],
    planted: ['src/kernel/journal/x.ts', `import { Pool } from 'pg';`],
    fine: ['src/kernel/journal/x.ts', `import type { Pool } from 'pg';`],
  },
  {
    name: 'kernel-floors',
    broken: (file) =>
      inKernel(file.path) && isProduct(file.path)
        ? imports(file, ({ path }) => path !== undefined && inKernel(path) && !(FLOORS[roomOf(file.path)] ?? []).includes(roomOf(path)))
        : [],
    planted: ['src/kernel/clock/x.ts', `const { Engine } = await import('../matter/engine.ts');`],
    fine: ['src/kernel/matter/x.ts', `import { canonical } from '../journal/canonical.ts';`],
  },
  {
    name: 'checker-shares-no-code',
    broken: (file) =>
      file.path.startsWith('src/kernel/clock/checker/') && isProduct(file.path)
        ? imports(
            file,
            ({ path, typeOnly }) => !path?.startsWith('src/kernel/clock/checker/') && !(typeOnly && path === 'src/kernel/clock/types.ts'),
          )
        : [],
    planted: ['src/kernel/clock/checker/x.ts', `import { addDays } from '../date.ts';`],
    fine: ['src/kernel/clock/checker/x.ts', `import type { Clock } from '../types.ts';`],
  },
  {
    name: 'platform-knows-no-office',
    broken: (file) =>
      inPlatform(file.path) && isProduct(file.path)
        ? imports(file, ({ path }) => path !== undefined && !inPlatform(path) && !inKernel(path))
        : [],
    planted: ['src/platform/http/x.ts', `import { licensing } from '../../institutions/licensing/index.ts';`],
    fine: ['src/platform/http/x.ts', `import type { Refusal } from '../../kernel/decision.ts';`],
  },
  {
    name: 'shells-know-no-office',
    broken: (file) => {
      const own = [inPictures, inPortal, inWorkbench].find((inside) => inside(file.path));
      if (!own || !isProduct(file.path) || isRoot(file.path)) return [];
      return imports(file, ({ path }) => path !== undefined && !own(path) && !inKernel(path) && !inPictures(path));
    },
    planted: ['src/portal/components/x.tsx', `import { openPool } from '../../platform/database/connection.ts';`],
    fine: ['src/portal/components/x.tsx', `import { Seal } from '../../pictures/seal.tsx';`],
  },
  {
    name: 'institutions-meet-at-the-door',
    broken: (file) => {
      const own = institutionOf(file.path);
      if (!own) return [];
      return imports(file, ({ path }) => {
        const other = institutionOf(path);
        const doors = [`src/institutions/${other}/index.ts`, ...(isFace(file.path) ? [`src/institutions/${other}/portal/index.ts`] : [])];
        return other !== undefined && other !== own && !doors.includes(path ?? '');
      });
    },
    planted: ['src/institutions/fees/rules.ts', `import { decide } from '../licensing/rules/decision.ts';`],
    fine: ['src/institutions/fees/rules.ts', `import { kind } from '../licensing/index.ts';`],
  },
  {
    name: 'institutions-stand-on-the-kernel',
    broken: (file) => {
      if (!inInstitutions(file.path) || !isProduct(file.path)) return [];
      const speaks = /\/((routes|requests|commands)\.ts$|api\/)/.test(file.path) || isFace(file.path);
      return imports(file, ({ path }) => {
        if (inPlatform(path))
          return !(
            speaks &&
            (below('src/platform/http')(path) || ['src/platform/files.ts', 'src/platform/data-file.ts'].includes(path ?? ''))
          );
        if (inPortal(path) || inWorkbench(path) || inPictures(path)) return !isFace(file.path);
        return isRoot(path);
      });
    },
    planted: ['src/institutions/fees/queries.ts', `import { openPool } from '../../platform/database/connection.ts';`],
    fine: ['src/institutions/fees/portal/bill.page.tsx', `import { Page } from '../../../portal/index.ts';`],
  },
  {
    name: 'rules-are-pure',
    broken: (file) =>
      isPure(file.path)
        ? imports(file, ({ path, from, typeOnly }) =>
            path === undefined
              ? from !== 'zod'
              : inPlatform(path) || (!typeOnly && /(queries|\/routes|\/requests|\/commands)\.ts$/.test(path)),
          )
        : [],
    planted: ['src/institutions/fees/rules/bill.ts', `import { randomBytes } from 'node:crypto';`],
    fine: ['src/institutions/fees/rules/bill.ts', `import { accept } from '../../../kernel/decision.ts';`],
  },
  {
    name: 'nothing-imports-the-roots',
    broken: (file) => (isRoot(file.path) || isTest(file.path) ? [] : imports(file, ({ path }) => isRoot(path))),
    planted: ['src/platform/http/x.ts', `import { institutions } from '../../institutions.ts';`],
    fine: ['src/cli/x.ts', `import { openHouse } from '../open-house.ts';`],
  },
  {
    name: 'builders-serve-tests-and-seeds',
    broken: (file) =>
      isProduct(file.path) && !/\/seed[^/]*\.ts$/.test(file.path) ? imports(file, ({ path }) => path?.endsWith('/builders.ts')) : [],
    planted: ['src/institutions/fees/rules.ts', `import { aBill } from './builders.ts';`],
    fine: ['src/institutions/fees/rules.test.ts', `import { aBill } from './builders.ts';`],
  },
];

testRules('the arrow', rules);

it('the arrow is tested on the whole tree, imports and all', () => {
  const files = readSources();
  expect(files.length).toBeGreaterThanOrEqual(150);
  expect(files.flatMap((file) => file.imports).length).toBeGreaterThanOrEqual(800);
  for (const zone of [inKernel, inPlatform, inPortal, inPictures, inCli, inInstitutions])
    expect(files.filter(({ path }) => zone(path)).length).toBeGreaterThanOrEqual(5);
  expect(files.filter(({ path }) => isPure(path)).length).toBeGreaterThanOrEqual(10);
  expect(
    [...new Set(files.filter(({ path }) => inKernel(path)).map(({ path }) => roomOf(path)))].filter((room) => !(room in FLOORS)),
  ).toEqual([]);
});
