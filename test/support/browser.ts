import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { removeFolder } from './folders.ts';

/** Our own arguments: the package's `--single-process` default dies with the first context that closes. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--hide-scrollbars',
  '--lang=zh-CN',
];
const INSTALLED = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

export const NO_BROWSER =
  'No browser found. On Linux x64 one arrives with `npm ci` (@sparticuz/chromium); elsewhere install Chrome, Chromium or Edge, or name one in BANJIE_BROWSER.';

interface Program {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A headless browser for journeys and screenshots. Its temporary files live in a folder of its own, removed when it closes. */
export async function launchBrowser(): Promise<Browser> {
  const faults: string[] = [];
  for (const candidate of [named, bundled, installed]) {
    try {
      const program = await candidate();
      if (program) return await launch(program);
    } catch (error) {
      faults.push(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
    }
  }
  throw new Error([NO_BROWSER, ...faults].join('\n  '));
}

/** The same, or undefined with the reason on stderr: for tests that may be skipped, and say so. */
export async function launchBrowserOrSkip(): Promise<Browser | undefined> {
  return launchBrowser().catch((error: Error) => {
    console.warn(`skipped: ${error.message}`);
    return undefined;
  });
}

async function launch({ path, env }: Program): Promise<Browser> {
  const own = mkdtempSync(join(tmpdir(), 'banjie-browser-'));
  // Also where nobody closed the browser: a script that broke off.
  process.once('exit', () => removeFolder(own));
  const browser = await chromium
    .launch({ executablePath: path, args: ARGS, env: { ...(process.env as Record<string, string>), ...env, TMPDIR: own } })
    .catch((error: unknown) => {
      removeFolder(own);
      throw error;
    });
  browser.on('disconnected', () => removeFolder(own));
  return browser;
}

function named(): Program | undefined {
  const path = process.env.BANJIE_BROWSER;
  return path ? { path, env: {} } : undefined;
}

function installed(): Program | undefined {
  const path = INSTALLED.find((place) => existsSync(place));
  return path ? { path, env: {} } : undefined;
}

/** The browser that arrives by npm, unpacked once per version and user. */
async function bundled(): Promise<Program | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', '..', 'bin');
  const home = privateFolder(`banjie-chromium-${userInfo().uid}`);
  const size = statSync(join(packed, 'chromium.br')).size;
  const path = unpack(join(home, `chromium-${size}`), (target) =>
    writeFileSync(target, brotliDecompressSync(readFileSync(join(packed, 'chromium.br'))), { mode: 0o700 }),
  );
  const env: Record<string, string> = {};
  if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_FILE = fontsFile(home, untar(home, join(packed, 'fonts.tar.br'), 'fonts'));
  if (missesLibraries(path)) {
    const libraries = join(untar(home, join(packed, 'al2023.tar.br'), 'al2023'), 'lib');
    env.LD_LIBRARY_PATH = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  }
  return { path, env };
}

const missesLibraries = (path: string): boolean => spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 127;

/** The package's own configuration names folders of another machine. */
function fontsFile(home: string, fonts: string): string {
  const file = join(home, 'fonts.conf');
  writeFileSync(file, `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${join(home, 'font-cache')}</cachedir></fontconfig>`);
  return file;
}

/** A program kept between runs must lie where nobody else may write. */
function privateFolder(name: string): string {
  const folder = join(tmpdir(), name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid, mode } = statSync(folder);
  if (uid !== userInfo().uid || (mode & 0o022) !== 0) throw new Error(`${folder} belongs to somebody else`);
  return folder;
}

/** Written beside and renamed, so that two runs at once never see half a file. */
function unpack(target: string, write: (to: string) => void): string {
  if (existsSync(target)) return target;
  const draft = `${target}.${process.pid}`;
  write(draft);
  try {
    renameSync(draft, target);
  } catch (error) {
    // Another run was quicker.
    rmSync(draft, { recursive: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

const untar = (home: string, archive: string, name: string): string =>
  unpack(join(home, `${name}-${statSync(archive).size}`), (target) => {
    mkdirSync(target);
    const { status } = spawnSync('tar', ['-x', '-C', target], { input: brotliDecompressSync(readFileSync(archive)) });
    if (status !== 0) throw new Error(`could not unpack ${name}`);
  });
