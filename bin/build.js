// Builds what has changed: the server and the command by the compiler, the workbench by the bundler. Plain JavaScript.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** A fingerprint of the sources: names, sizes and times. */
function fingerprint(root, wanted) {
  const entries = [];
  const walk = (dir) => {
    for (const e of readdirSync(dir, { withFileTypes: true })) {
      const path = join(dir, e.name);
      if (e.isDirectory()) walk(path);
      else if (wanted.test(e.name) && !/\.test\.tsx?$/.test(e.name)) {
        const s = statSync(path);
        entries.push(`${path.slice(root.length)}:${s.size}:${Math.floor(s.mtimeMs)}`);
      }
    }
  };
  walk(join(root, 'src'));
  return entries.sort().join('\n');
}

const isFresh = (stamp, now) => existsSync(stamp) && readFileSync(stamp, 'utf8') === now;

function runTool(root, args, env = {}) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, ...env } });
  return status === 0;
}

/** Whether both stand as the sources are now. */
export const isBuilt = (root) =>
  isFresh(join(root, 'dist', '.built'), fingerprint(root, /\.tsx?$/)) &&
  isFresh(join(root, 'dist', 'browser', '.built'), fingerprint(root, /\.(tsx?|css|html)$/));

/** `dist/`: what runs on Node. Says whether it stands. */
export function buildServer(root, say) {
  const stamp = join(root, 'dist', '.built');
  const now = fingerprint(root, /\.tsx?$/);
  if (isFresh(stamp, now)) return true;
  say('Building …');
  if (!runTool(root, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json'])) return false;
  writeFileSync(stamp, now);
  return true;
}

/** `dist/browser/`: what runs in an officer's browser, apart from what the compiler makes of `src/workbench`. Built beside and renamed, so that nobody is served half of it. */
export function buildWorkbench(root, say) {
  const folder = join(root, 'dist', 'browser');
  const stamp = join(folder, '.built');
  const now = fingerprint(root, /\.(tsx?|css|html)$/);
  if (isFresh(stamp, now)) return true;
  say('Building the workbench …');
  mkdirSync(join(root, 'dist'), { recursive: true });
  const draft = mkdtempSync(`${folder}.`);
  const old = `${draft}.old`;
  // Whoever serves it need not be who built it.
  chmodSync(draft, 0o755);
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  if (!runTool(root, [vite, 'build', '--logLevel', 'warn'], { BANJIE_WORKBENCH_OUT: draft, NODE_ENV: 'production' })) {
    rmSync(draft, { recursive: true, force: true });
    return false;
  }
  writeFileSync(join(draft, '.built'), now);
  try {
    // Moved as a whole: what is deleted file by file may be another process's new one by then.
    if (existsSync(folder)) renameSync(folder, old);
    renameSync(draft, folder);
  } catch (error) {
    // Another process was faster with the same.
    if (!isFresh(stamp, now)) throw error;
  } finally {
    for (const left of [draft, old]) rmSync(left, { recursive: true, force: true });
  }
  return true;
}
