import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setClock } from '../src/county-clock.ts';
import { guideTo } from '../src/institutions/licensing/queries/guided.ts';
import { serve } from '../src/main.ts';
import { openHouse } from '../src/open-house.ts';
import { checkoutRoot } from '../src/platform/checkout.ts';
import { readConfig } from '../src/platform/config.ts';
import { signIn, visit, workbenchBuilt } from '../test/journeys/officers.ts';
import { launchBrowser } from '../test/support/browser.ts';
import { ETHNIC_AREA } from '../test/support/calendars.ts';
import { tellAll, tellHearing, tellMorning } from '../test/support/story.ts';

/** `npm run screenshots`: ten pages and more, in both languages and two widths, of a county in which the story was told. */
const WIDTHS = { desktop: 1280, phone: 390 } as const;
const TALLEST = 2800;
/** Of the workbench: a desk, a tablet at the window or in the field, a phone in a pocket. */
const SIZES = { desktop: { width: 1366, height: 768 }, tablet: { width: 820, height: 1180 }, phone: { width: 390, height: 844 } } as const;

const data = mkdtempSync(join(tmpdir(), 'banjie-pictures-'));
const env = { BANJIE_DATA: data };
const house = await openHouse(readConfig(env, checkoutRoot), env);
const app = await serve(house);
try {
  const told = await tellAll(house);
  // As a matter that was lived: the tour shows it.
  await guideTo(house.pool, [told.sign.number]);
  await app.listen({ port: 0, host: '127.0.0.1' });
  const base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const matter = (kind: string, m: { number: string; code: string }, more = '') => `/${kind}/${m.number}${more}?code=${m.code}`;
  const pages: Readonly<Record<string, string>> = {
    home: '/',
    search: `/items?q=${encodeURIComponent('开饭店')}`,
    guide: '/items/UMB-L05',
    apply: '/apply/SAM-L01',
    receipt: matter('receipt', told.fresh),
    track: matter('track', told.sign),
    'track-correction': matter('track', told.correction),
    proof: matter('track', told.sign, '/verify'),
    correct: matter('track', told.correction, '/correct'),
    'paper-refusal': matter('papers', told.refused, '/decision'),
    decisions: '/decisions',
    mandate: '/mandate',
    law: '/law',
    'law-statute': '/law/licensing',
    'law-county': '/law/county',
    deadline: '/deadline?amount=20&unit=wd&from=2026-02-13&pause=2026-03-02..2026-03-06:expert-review',
    tour: '/tour',
    items: '/items?organ=SAM',
    bundles: '/bundles',
    open: '/open',
    changes: '/changes',
    late: '/late',
    'today-received': '/today/received',
    'today-concluded': '/today/concluded',
    'today-durations': '/today/durations',
    licences: '/licences',
    verify: '/verify',
    'track-form': '/track',
    codes: '/codes',
    api: '/api',
  };
  /** In the morning of the windows. */
  const later = ({ hearing }: Awaited<ReturnType<typeof tellHearing>>): Readonly<Record<string, string>> => ({
    calls: '/calls',
    'paper-hearing': matter('papers', hearing, '/hearing'),
    hearings: '/hearings',
  });
  const folder = join(checkoutRoot, 'docs/pictures');
  mkdirSync(folder, { recursive: true });
  const browser = await launchBrowser();
  const shootPages = async (shown: Readonly<Record<string, string>>) => {
    for (const lang of ['zh', 'en'] as const)
      for (const [width, px] of Object.entries(WIDTHS)) {
        const context = await browser.newContext({ viewport: { width: px, height: 900 }, locale: lang === 'zh' ? 'zh-CN' : 'en-GB' });
        const page = await context.newPage();
        for (const [name, path] of Object.entries(shown)) {
          const response = await page.goto(`${base}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
          if (!response?.ok()) throw new Error(`${path} answered ${response?.status()}`);
          const height = Math.min(await page.evaluate('document.documentElement.scrollHeight'), TALLEST);
          const clip = { x: 0, y: 0, width: px, height };
          await page.screenshot({ path: join(folder, `${name}.${lang}.${width}.jpg`), type: 'jpeg', quality: 75, clip, fullPage: true });
        }
        await context.close();
      }
  };
  await shootPages(pages);
  workbenchBuilt();
  await tellMorning(house, told);
  const morning = await tellHearing(house);
  await shootPages(later(morning));
  let screens = 0;
  const shooter =
    (page: Awaited<ReturnType<typeof visit>>['page'], lang: 'zh' | 'en') =>
    async (name: string, ready: string, sizes: readonly (keyof typeof SIZES)[] = ['desktop']) => {
      await page.waitForSelector(ready);
      for (const size of sizes) {
        await page.setViewportSize(SIZES[size]);
        await page.screenshot({ path: join(folder, `workbench-${name}.${lang}.${size}.jpg`), type: 'jpeg', quality: 75 });
        screens++;
      }
      await page.setViewportSize(SIZES.desktop);
    };
  for (const lang of ['zh', 'en'] as const) {
    const { page } = await visit(browser, lang);
    const shoot = shooter(page, lang);
    await page.goto(`${base}/workbench`);
    await shoot('sign-in', '[data-persona]');
    await signIn(base, page, 'clerk');
    await shoot('desk', '.desk-list', ['desktop', 'tablet', 'phone']);
    await page.goto(`${base}/workbench/matters/${told.sign.number}`);
    await shoot('matter', '.timeline', ['desktop', 'tablet', 'phone']);
    await page.goto(`${base}/workbench/search?q=${encodeURIComponent(lang === 'zh' ? '食品' : 'food')}`);
    await shoot('search', '.found');
    await page.goto(`${base}/workbench/board`);
    await shoot('board', '.board-list');
    await page.locator('.board-list td a').first().click();
    await shoot('board-rows', '.list:not(.board-list) tbody tr');
    await page.goto(`${base}/workbench/board/decisions?days=90`);
    await shoot('decisions', '.sheet-list');
    await page.goto(`${base}/workbench/wall`);
    await shoot('wall', '.wall');
    await page.locator('.wall .there a').first().click();
    await shoot('wall-rows', '.sheet-list');
    await page.goto(`${base}/workbench/window`);
    await page.fill('#item-search', 'ASB-L02');
    await page.click('[data-item="ASB-L02"]');
    await shoot('window', '.checklist', ['desktop', 'tablet']);
    await page.goto(`${base}/workbench/window/register`);
    await shoot('register', '.register-list');
    await page.goto(`${base}/workbench/window/hand-over`);
    await shoot('hand-over', '.slip', ['desktop', 'tablet']);
    await page.goto(`${base}/workbench/matters/${told.sign.number}?eyes=citizen`);
    await shoot('eyes', '[data-seen] ~ .two .timeline');
    await page.goto(`${base}/workbench/matters/${told.food.number}/papers`);
    await shoot('papers', '.panes .pairs');
    await page.context().clearCookies();
    await signIn(base, page, 'umb-examiner');
    await page.goto(`${base}/workbench/matters/${morning.hearing.number}`);
    await shoot('hearing', '.timeline');
    await page.locator('.actions summary').click();
    await page.click('[data-action="notify-hearing"]');
    await shoot('hearing-notice', '.ant-drawer .fields');
    await page.goto(`${base}/workbench/board/refilings`);
    await shoot('refused', 'main h1');
    await page.context().clearCookies();
    await signIn(base, page, 'chief');
    await page.goto(`${base}/workbench/head?day=2026-02-10`);
    await shoot('head', '.parts');
    await page.goto(`${base}/workbench/matters/${told.food.number}/decision`);
    await shoot('decision', '.decision-paper');
    await page.context().clearCookies();
    await signIn(base, page, 'cashier');
    await page.goto(`${base}/workbench/fees?state=paid`);
    await shoot('fees', '.account');
    await page.goto(`${base}/workbench/fees/till`);
    await shoot('till', '.till .wrong');
    await page.context().clearCookies();
    await signIn(base, page, 'administrator');
    await page.goto(`${base}/workbench/calendar`);
    await shoot('calendar', 'main h1', ['desktop', 'phone']);
    await page.fill('#calendar-text', JSON.stringify(ETHNIC_AREA));
    await page.click('[data-do="rehearse"]');
    await page.locator('.rehearsal').scrollIntoViewIfNeeded();
    await shoot('calendar-rehearsal', '.rehearsal .list');
    await page.context().close();
  }
  // Two weeks on, day by day: limits pass, and the lists of the morning say so.
  const { now } = await house.moment();
  for (let day = 1; day <= 14; day++) await setClock(house, (now + day * 86_400) * 1000);
  for (const lang of ['zh', 'en'] as const) {
    const { page } = await visit(browser, lang);
    const shoot = shooter(page, lang);
    await signIn(base, page, 'umb-chief');
    await page.goto(`${base}/workbench/urgings`);
    await shoot('urgings', '.urging-list', ['desktop', 'phone']);
    await page.context().clearCookies();
    await signIn(base, page, 'efficiency-inspector');
    await page.goto(`${base}/workbench/supervision`);
    await shoot('supervision', '.board-list tbody tr');
    await page.locator('.board-list tbody td a').first().click();
    await shoot('supervision-rows', '.sheet-list tbody tr', ['desktop', 'tablet']);
    await page.goto(`${base}/workbench/supervision/leaders`);
    await shoot('leaders', 'main table tbody tr', ['desktop', 'phone']);
    await page.goto(`${base}/workbench/duties`);
    await shoot('duties', '.sheet-list tbody tr', ['desktop', 'phone']);
    await page.locator('.sheet-list tbody th a').first().click();
    await shoot('duty', '.duty .card', ['desktop', 'phone']);
    await page.goto(`${base}/workbench/board/refilings?days=90`);
    await shoot('refilings', '.sheet-list tbody tr');
    await page.goto(`${base}/workbench/matters/${morning.again.number}`);
    await page.locator('[data-withdrawn-before]').scrollIntoViewIfNeeded();
    await shoot('refiled', '[data-withdrawn-before]');
    await page.goto(`${base}/workbench/window/look-ups?day=2026-03-02`);
    await shoot('look-ups', '.look-ups tbody tr');
    await page.goto(`${base}/workbench/review/items`);
    await shoot('review-items', '.sheet-list tbody tr');
    await page.goto(`${base}/workbench/review/deciders?days=90`);
    await shoot('review-deciders', '.sheet-list tbody tr');
    await page.goto(`${base}/workbench/accounts/signs?of=open&kind=pause`);
    await shoot('accounts-signs', 'main h1');
    await page.goto(`${base}/workbench/accounts?of=open&by=organ`);
    await shoot('accounts', '.account-list tbody tr', ['desktop', 'phone']);
    await page.locator('.account-list td a').first().click();
    await shoot('accounts-rows', '.sheet-list tbody tr');
    await page.context().close();
  }
  await browser.close();
  console.log(`${Object.keys({ ...pages, ...later(morning) }).length * 4 + screens} pictures in docs/pictures`);
} finally {
  await app.close();
  await house.close();
  rmSync(data, { recursive: true, force: true });
}
