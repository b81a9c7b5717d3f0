import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkoutRoot } from '../../src/platform/checkout.ts';
import { withClient } from '../../src/platform/database/connection.ts';
import { application, call } from '../support/call.ts';
import { removeFolder, temporaryFolder } from '../support/folders.ts';

interface Block {
  readonly heading: string;
  readonly needs: string;
  readonly commands: string;
}

/** The commands of the document, under which heading they stand, and what they need. */
function blocksOf(file: string): Block[] {
  let heading = '';
  return [...readFileSync(join(checkoutRoot, file), 'utf8').matchAll(/^## (.+)$|^```sh(.*)\n([\s\S]*?)^```/gm)].flatMap(
    ([, title, how = '', commands = '']) => {
      if (title) heading = title;
      return title ? [] : [{ heading, needs: how.trim(), commands }];
    },
  );
}

const home = temporaryFolder();
const at = (...parts: string[]) => join(home, ...parts);
const blocks = blocksOf('docs/operations.md');
const house = { url: '', as: () => ({ authorization: '' }) };
const children = new Set<ReturnType<typeof spawn>>();
let port = 0;

/** What the document says of a machine, said of a folder of this test. */
const here = (text: string): string =>
  text
    .replace(/\/(opt\/banjie|etc\/banjie|etc\/systemd\/system|var\/lib\/banjie|var\/backups\/banjie|usr\/local\/bin)\b/g, `${home}/$1`)
    .replaceAll('/usr/bin/node', process.execPath)
    .replace(/\b8800\b/g, String(port));

/** A program that stands in for one which needs another user, or would touch the machine. */
function standIn(name: string, lines: string): void {
  writeFileSync(at('bin', name), `#!/bin/bash\nset -eu\n${lines}\n`);
  chmodSync(at('bin', name), 0o755);
}

beforeAll(async () => {
  port = await new Promise<number>((free) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: found } = probe.address() as { port: number };
      probe.close(() => free(found));
    });
  });
  house.url = `http://127.0.0.1:${port}`;
  for (const folder of ['bin', 'state', 'opt', 'var/lib', 'var/backups', 'etc/systemd/system', 'usr/local/bin'])
    mkdirSync(at(folder), { recursive: true });
  symlinkSync(checkoutRoot, at('opt/banjie'));
  const real = execFileSync('bash', ['-c', 'command -v install'], { encoding: 'utf8' }).trim();
  const paths = ['opt/banjie', 'etc/banjie', 'var/lib/banjie'].map((path) => `-e 's#/${path}#${home}/${path}#g'`).join(' ');
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own
  standIn('sudo', 'while [ "$1" != "${1#-}" ]; do [ "$1" = -u ] && shift; shift; done\nexec "$@"');
  standIn('useradd', `echo "useradd $*" >> ${at('state/asked')}`);
  standIn('git', `echo "git $*" >> ${at('state/asked')}`);
  // Without the owner, who does not exist here; the database's own account must reach the folder where this runs as root.
  standIn(
    'install',
    `args=(); while [ $# -gt 0 ]; do case "$1" in -o|-g) shift 2;; 0700) args+=(${process.getuid?.() === 0 ? '0755' : '0700'}); shift;; *) args+=("$1"); shift;; esac; done
${real} "\${args[@]}"; last="\${args[-1]}"
if [ -f "$last" ]; then sed -i ${paths} -e 's#/usr/bin/node#${process.execPath}#' -e 's#8800#${port}#' "$last"; fi`,
  );
  standIn(
    'systemctl',
    `UNITS=${at('etc/systemd/system')} STATE=${at('state')} exec ${process.execPath} ${join(checkoutRoot, 'test/support/systemctl.mjs')} "$@"`,
  );
  standIn('journalctl', `tail -n 20 ${at('state/journal')}`);
});

afterAll(async () => {
  await run('systemctl stop banjie').catch(() => {});
  for (const child of children) child.kill('SIGKILL');
  removeFolder(home);
});

function run(commands: string): Promise<string> {
  const { PATH, HOME, TMPDIR, BANJIE_PG_PACKAGE } = process.env;
  const env = {
    PATH: `${at('bin')}:${at('usr/local/bin')}:${PATH}`,
    HOME,
    LANG: 'C.UTF-8',
    ...(TMPDIR && { TMPDIR }),
    ...(BANJIE_PG_PACKAGE && { BANJIE_PG_PACKAGE }),
  };
  const child = spawn('bash', ['-euo', 'pipefail', '-c', here(commands)], { cwd: home, env, stdio: ['ignore', 'pipe', 'pipe'] });
  children.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  return new Promise((settle, fail) =>
    child.once('close', (code) => {
      children.delete(child);
      if (code === 0) settle(said);
      else
        fail(
          new Error(
            `${commands}\nended with ${code}:\n${said}\n${existsSync(at('state/journal')) ? readFileSync(at('state/journal'), 'utf8').slice(-2000) : ''}`,
          ),
        );
    }),
  );
}

/** All blocks under a heading, as a reader would copy them. */
async function follow(heading: string): Promise<string> {
  const mine = blocks.filter((block) => block.heading === heading);
  if (mine.length === 0) throw new Error(`nothing under ${heading}`);
  let said = '';
  for (const { commands, needs } of mine) if (needs === 'run') said += await run(commands);
  done.add(heading);
  return said;
}
const done = new Set<string>();
const READY = /"status":"ready"/g;
const backups = () => readdirSync(at('var/backups/banjie')).sort();

describe('docs/operations.md', () => {
  it('says the same in both languages, command by command', () => {
    const bare = (file: string) => blocksOf(file).map(({ needs, commands }) => [needs, commands.replace(/\s+# .*$/gm, '')]);
    expect(blocks.length).toBeGreaterThanOrEqual(12);
    expect(bare('docs/operations.zh-CN.md')).toEqual(bare('docs/operations.md'));
    expect(blocks.filter(({ needs }) => needs !== 'run' && needs !== 'run pg_dump')).toEqual([]);
  });

  it('tells every setting, and none that there is not', () => {
    const names = (text: string) => [...new Set(text.match(/\b(?:PORT|HOST|DATABASE_URL|BANJIE_(?!PG)[A-Z_]+)\b/g))].sort();
    const table = readFileSync(join(checkoutRoot, 'docs/operations.md'), 'utf8')
      .match(/^\| `[A-Z_]+` .*$/gm)
      ?.map((line) => line.split('`')[1]!);
    expect(table?.sort()).toEqual(names(readFileSync(join(checkoutRoot, 'src/platform/config.ts'), 'utf8')));
    const offered = names(readFileSync(join(checkoutRoot, 'deploy/banjie.env'), 'utf8'));
    expect([offered.length >= 5, offered.filter((name) => !table?.includes(name))]).toEqual([true, []]);
  });

  it('has a unit of systemd that systemd finds nothing wrong with', () => {
    const unit = readFileSync(join(checkoutRoot, 'deploy/banjie.service'), 'utf8');
    const judged = (text: string) => {
      writeFileSync(at('state/banjie.service'), text.replace('/usr/bin/node', process.execPath));
      return execFileSync('bash', ['-c', `systemd-analyze verify ${at('state/banjie.service')} 2>&1 || echo faulty`], {
        encoding: 'utf8',
      }).trim();
    };
    const has = execFileSync('bash', ['-c', 'command -v systemd-analyze || true'], { encoding: 'utf8' }).trim() !== '';
    if (has) {
      expect(judged(unit)).toBe('');
      expect(judged(unit.replace('KillMode=mixed', 'KillMode=gently'))).toMatch(/kill mode/i);
    }
    // Without systemd the form alone can be judged: sections, and a name and value a line.
    const lines = unit.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(lines.filter((line) => !/^(\[(Unit|Service|Install)\]|[A-Z]\w+=\S.*)$/.test(line))).toEqual([]);
    expect(unit).toMatch(/^ExecStart=\/usr\/bin\/node \/opt\/banjie\/bin\/banjie\.js start --empty$/m);
  });
});

describe('the commands of docs/operations.md', () => {
  let filed: { number: string; queryCode: string };
  let token = '';
  const matter = () => call(house, `/api/v1/matters/${filed.number}`, undefined, { code: filed.queryCode });

  it('install a house that is served, and a county of one’s own', async () => {
    const said = await follow('Install');
    expect(said.match(READY)).toHaveLength(3);
    expect(said).toContain('County 511602 is ready');
    expect(said).toMatch(/"county":"511602"/);
    const asked = readFileSync(at('state/asked'), 'utf8');
    expect(asked).toContain('useradd --system');
    expect(asked).toContain('systemctl enable --now banjie');
  });

  it('show its health, its log of one line a request, and its figures', async () => {
    filed = (await call(house, '/api/v1/matters', application())).body;
    token = (await run('sudo -u banjie banjie token --persona clerk')).trim();
    const said = await follow('Health, log, figures');
    expect(said).toMatch(/"route":"\/api\/v1\/matters","status":201/);
    expect(said).toMatch(/^banjie_database_up 1$/m);
    expect(said).toMatch(/^banjie_matters_open\{light="in-time"\} 1$/m);
    expect(said).not.toContain('王小满');
  });

  it('let somebody sign in, and no longer', async () => {
    expect(await follow('Sign-in')).toMatch(/signs in with the new password[\s\S]*no longer signs in/);
  });

  it('back up beside the running service, and restore into an empty folder', async () => {
    await follow('Back up');
    expect(backups().filter((name) => name.endsWith('.ndjson.gz'))).toHaveLength(1);
    const later = await call(house, '/api/v1/matters', application({ item: 'SAM-L02' }));
    expect(later.status).toBe(201);
    const before = await matter();

    const said = await follow('Restore');
    expect(said).toMatch(/0 faults in \d+ facts/);
    expect(said).toMatch(/0 rows differ/);
    const after = await matter();
    expect([after.status, after.body.state, after.body.version]).toEqual([200, before.body.state, before.body.version]);
    // What came after the backup is in the old folder only.
    expect((await call(house, `/api/v1/matters/${later.body.number}`, undefined, { code: later.body.queryCode })).status).toBe(404);
    expect(existsSync(at('var/lib/banjie.before'))).toBe(true);
  });

  it('dump it with PostgreSQL’s own means, where those are new enough', async (test) => {
    const [block] = blocks.filter(({ needs }) => needs === 'run pg_dump');
    const major = (text: string) => Number(/(\d+)(\.\d+)?/.exec(text)?.[1] ?? 0);
    const mine = major(await run('pg_dump --version || echo 0'));
    const server = major(readFileSync(at('var/lib/banjie/postgres/PG_VERSION'), 'utf8'));
    if (mine < server) test.skip(`pg_dump ${mine} cannot read a PostgreSQL ${server}`);
    await run(block!.commands);
    expect(backups()).toContain('county.dump');
  });

  it('upgrade: stopped, backed up, migrated, verified, started', async () => {
    const said = await follow('Upgrade');
    expect(said).toMatch(/0 faults in \d+ facts[\s\S]*0 faults in \d+ facts[\s\S]*0 rows differ[\s\S]*"status":"ready"/);
    expect(readFileSync(at('state/asked'), 'utf8')).toContain('git pull --ff-only');
    expect(backups()).toContain('before-upgrade.ndjson');
    expect((await matter()).status).toBe(200);
  });

  it('change the secrets: old tokens are void, and figures need the new one', async () => {
    const desk = () => call(house, '/api/v1/desk', undefined, { headers: { authorization: `Bearer ${token}` } });
    token = (await run('sudo -u banjie banjie token --persona clerk')).trim();
    expect((await desk()).status).toBe(200);
    expect(await follow('Secrets')).toMatch(/new key[\s\S]*"status":"ready"[\s\S]*\}\d+\n$/);
    expect((await desk()).status).toBe(401);
    expect((await call(house, '/metrics')).status).toBe(401);
  });

  it('look at the disk; keep what a fault left, and make derived tables anew', async () => {
    expect(await follow('Disk')).toContain('/var/lib/banjie');
    const owner = (await run('sudo -u banjie banjie db url --owner')).trim();
    await withClient(owner, (db) => db.query("UPDATE matter.matter SET light = 'over-law'"));
    expect(await follow('When verify finds a fault')).toMatch(/\b[1-9]\d* rows differ/);
    expect(JSON.parse(readFileSync(at('var/backups/banjie/verify.json'), 'utf8'))).toMatchObject({ faults: [] });
    expect(existsSync(at('var/backups/banjie/as-found/postgres/PG_VERSION'))).toBe(true);
    expect(await run('sudo -u banjie banjie rebuild --check')).toContain('0 rows differ');
  });

  it('and no block was left out', () => {
    expect([...new Set(blocks.map(({ heading }) => heading))].filter((heading) => !done.has(heading))).toEqual([]);
  });
});
