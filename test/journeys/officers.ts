import type { Browser, Page } from 'playwright-core';
import { buildWorkbench } from '../../bin/build.js';
import { checkoutRoot } from '../../src/platform/checkout.ts';

/** What is served is what the sources say. */
export function workbenchBuilt(): void {
  if (!buildWorkbench(checkoutRoot, () => {})) throw new Error('the workbench does not build');
}

export interface Visit {
  readonly page: Page;
  /** What the browser complained of. */
  readonly faults: string[];
}

export async function visit(browser: Browser, lang: 'zh' | 'en', width = 1366): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width, height: width === 1366 ? 768 : 1180 },
    extraHTTPHeaders: { 'accept-language': lang },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  page.on('console', (said) => {
    if (said.type() === 'error' || said.type() === 'warning') faults.push(`${said.type()}: ${said.text()}`);
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  return { page, faults };
}

/** One click on a card. */
export async function signIn(url: string, page: Page, persona: string): Promise<void> {
  await page.goto(`${url}/workbench`);
  await page.click(`[data-persona="${persona}"]`);
  await page.waitForSelector('.who');
}
