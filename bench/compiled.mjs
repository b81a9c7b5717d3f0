// Measures what `npm start` runs: the compiled product, not the sources as a loader would transform them on the way.
//   node bench/compiled.mjs actions [--rounds 3 …]     compiles to node_modules/.cache/bench and runs bench/actions.ts there
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, 'node_modules/.cache/bench');
const [name, ...rest] = process.argv.slice(2);
if (!name) {
  process.stderr.write('Say what to measure: node bench/compiled.mjs actions\n');
  process.exit(2);
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const config = join(out, 'tsconfig.json');
writeFileSync(
  config,
  JSON.stringify({
    extends: '../../../tsconfig.json',
    compilerOptions: { noEmit: false, noCheck: true, incremental: false, tsBuildInfoFile: null, outDir: out, rootDir: root },
    include: ['src', 'bench'].map((folder) => join(root, folder)),
    exclude: ['**/*.test.ts', '**/*.test.tsx', 'src/workbench', 'src/institutions/*/workbench/**/*.tsx', 'bench/node_modules'].map((p) =>
      join(root, p),
    ),
  }),
);
const tsc = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', config], { stdio: 'inherit' });
if (tsc.status !== 0) process.exit(tsc.status ?? 1);
// What the product reads from its folder, and where the results belong.
for (const part of ['package.json', 'county', 'db', 'law', 'docs', 'dist', 'deploy']) symlinkSync(join(root, part), join(out, part));
for (const folder of ['src', 'bench'])
  cpSync(join(root, folder), join(out, folder), {
    recursive: true,
    filter: (path) => !/\.tsx?$|node_modules|results/.test(path.slice(root.length)),
  });
symlinkSync(join(root, 'bench/results'), join(out, 'bench/results'));

const bench = spawn(process.execPath, [join(out, `bench/${name}.js`), ...rest], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => bench.kill(signal));
bench.on('exit', (code) => process.exit(code ?? 1));
